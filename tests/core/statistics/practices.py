"""Practices to count: cases of one code after the other, and a portfolio of nine clients with the usual shares."""

import random
from collections.abc import Iterable, Mapping, Sequence

from vpjournal.domain.counting import ContactKind, Counted
from vpjournal.domain.figures import LedgerEntry, OrganisationFacts, ProtectedReport
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.statistics import Practice

HARBOUR = OrganisationId(1)
SIZES = (22, 14, 10, 8, 6, 4, 3, 2, 1)
SUBJECTS = {
    "intimidation": 30,
    "bullying": 25,
    "sexual_harassment": 10,
    "integrity": 10,
    "discrimination": 6,
    "work_conflict": 6,
    "aggression": 5,
    "other": 5,
    "threat": 3,
}
RELATIONS = {
    "manager": 42,
    "colleague": 28,
    "higher_manager": 8,
    "third_party": 8,
    "group": 5,
    "subordinate": 4,
    "organisation": 3,
    "not_said": 2,
}
KINDS = {"conversation": 60, "question": 20, "signal": 10, "outside": 6, "formal": 4}
STEPS = {"nothing": 20, "told": 20, "spoke": 20, "manager_or_hr": 15, "left": 6, "mediation": 5, "complaint": 5}


def cases(
    subjects: Mapping[str, int], *, client: int = 1, period: Period | None = None, relation: str = "manager"
) -> list[Counted]:
    """Return as many cases of each subject as asked for."""
    where = OrganisationId(client), period or Period(2026)
    return [
        Counted(*where, subjects=(code,), relation=relation) for code, held in subjects.items() for _ in range(held)
    ]


def facts(
    client: int = 1, headcount: int | None = 400, periods: Sequence[Period] = (), threshold: int = 5
) -> OrganisationFacts:
    return OrganisationFacts(OrganisationId(client), headcount, tuple(periods), threshold)


def drawn(chance: random.Random, client: int, period: Period) -> Counted:
    def one(shares: Mapping[str, int]) -> str:
        return chance.choices(list(shares), list(shares.values()))[0]

    return Counted(
        OrganisationId(client), period, ContactKind(one(KINDS)), (one(SUBJECTS),), (), one(RELATIONS), (one(STEPS),)
    )


def portfolio(seed: int, years: Iterable[int] = (2026, 2027, 2028), sizes: Sequence[int] = SIZES) -> list[Counted]:
    chance = random.Random(seed)  # noqa: S311 - the same practice every time
    return [
        drawn(chance, client, Period(year)) for year in years for client, size in enumerate(sizes) for _ in range(size)
    ]


def clients(
    years: Iterable[int] = (2026, 2027, 2028), headcounts: Sequence[int | None] = (400,) * 9
) -> list[OrganisationFacts]:
    return [facts(client, held, [Period(year) for year in years]) for client, held in enumerate(headcounts)]


def issue_all(
    counted: Sequence[Counted], organisations: Sequence[OrganisationFacts], years: Iterable[int] = (2026, 2027, 2028)
) -> tuple[list[LedgerEntry], list[ProtectedReport]]:
    """Close every year and fix every report of it, one after the other."""
    ledger: list[LedgerEntry] = []
    reports = []
    for year in years:
        ledger.append(Practice(counted, organisations, ledger).close(year))
        for each in organisations:
            practice = Practice(counted, organisations, ledger)
            reports.append(practice.report(each.organisation, Period(year)))
            ledger.append(practice.issue(reports[-1]))
    return ledger, reports


def usual(seed: int = 1, years: Sequence[int] = (2026, 2027, 2028), sizes: Sequence[int] = SIZES) -> list[Counted]:
    """Return a portfolio in which every client has just the usual shares over its years, spread over them by chance."""
    chance = random.Random(seed)  # noqa: S311 - the same practice every time
    counted = []
    for client, size in enumerate(sizes):
        columns = [_shared(shares, size * len(years)) for shares in (KINDS, SUBJECTS, RELATIONS, STEPS)]
        for column in columns:
            chance.shuffle(column)
        for index, (kind, subject, relation, step) in enumerate(zip(*columns, strict=True)):
            period = Period(years[index % len(years)])
            counted.append(
                Counted(OrganisationId(client), period, ContactKind(kind), (subject,), (), relation, (step,))
            )
    return counted


def _shared(shares: Mapping[str, int], size: int) -> list[str]:
    """Return ``size`` codes in these shares, by largest remainder."""
    whole = sum(shares.values())
    parts = {code: divmod(share * size, whole) for code, share in shares.items()}
    left = size - sum(held for held, _rest in parts.values())
    most = sorted(parts, key=lambda code: -parts[code][1])[:left]
    return [code for code, (held, _rest) in parts.items() for _ in range(held + (code in most))]
