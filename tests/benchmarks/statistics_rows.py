"""What protected figures cost, and how much they still say: an empty report is as much a failure as a leaking one."""

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from tests.benchmarks.table import Row
from tests.core.statistics.practices import SUBJECTS, cases, clients, drawn, facts, issue_all, portfolio, usual
from vpjournal.domain.counting import Counted, Dimension
from vpjournal.domain.figures import ProtectedReport, Rules, Section
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.statistics import Practice, audit

_YEARS = range(2026, 2032)
_BLOCK = (2026, 2027, 2028)
_DRAWS = 40
_SIZES = (5, 15, 40, 150)
_NAMED = (Dimension.SUBJECT, Dimension.RELATION)


def measure() -> list[Row]:
    print(_described_table())
    return [*_speed(), *_usefulness(), *_described()]


def _speed() -> list[Row]:
    chance = random.Random(1)  # noqa: S311 - the same practice every time
    many = [drawn(chance, 1, Period(2026)) for _ in range(10_000)]
    one = _best(lambda: Practice(many, [facts()]).report(OrganisationId(1), Period(2026)))
    six = portfolio(1, _YEARS)
    issued = _best(lambda: issue_all(six, clients(_YEARS), _YEARS), 2)
    return [
        Row("statistics: 10,000 cases", "–", one, 500, "ms", "one organisation, counted and protected; best of 3"),
        Row(
            "statistics: nine organisations, six years",
            "–",
            issued,
            2000,
            "ms",
            "54 reports fixed, audited each; best of 2",
        ),
    ]


def _best(work: Callable[[], object], rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return 1000 * min(times)


def _usefulness() -> list[Row]:
    silent, without, found = _missing(usual())
    drawn_silent, drawn_without, drawn_found = zip(*(_missing(portfolio(seed)) for seed in range(_DRAWS)), strict=True)
    note = "usual shares; worst year of three"
    chance = f"mean of {_DRAWS} draws by chance"
    return [
        Row("statistics: reports that name no subject or relation, of 9", "–", silent, 1, "", note),
        Row("statistics: clients with nothing named of their own, of 9", "–", without, 4, "", "after three years"),
        Row("statistics: the same, names none", chance, sum(drawn_silent) / _DRAWS, 1, "", "worst year"),
        Row("statistics: the same, nothing of their own", chance, sum(drawn_without) / _DRAWS, 5, "", "no bar is set"),
        Row("statistics: findings of the audit", "–", found + sum(drawn_found), 0.5, "", f"{1 + _DRAWS} practices"),
    ]


def _missing(counted: Sequence[Counted]) -> tuple[int, int, int]:
    """Return how many reports of the worst year name nothing, how many clients nothing of their own, and findings."""
    ledger, reports = issue_all(counted, clients())
    own = {report.organisation for report in reports if _names(report.year) or _names(report.block)}
    silent = [sum(not _says(each) for each in reports if each.period.year == year) for year in _BLOCK]
    return max(silent), 9 - len(own), len(audit(ledger, Rules()))


def _says(report: ProtectedReport) -> bool:
    return any(_names(section) for section in (report.year, report.block, report.picture))


def _names(section: Section | None) -> bool:
    return section is not None and any(section.table(dimension) for dimension in _NAMED)


def _described() -> list[Row]:
    return [
        Row(
            f"statistics: {size} cases, subjects not described",
            "plain hiding",
            100 - described[0],
            max(100 - described[2], 0.01),
            "%",
            f"{described[1]:.0f} % by a single code; {_DRAWS} draws",
        )
        for size, described in _shares().items()
    ]


def _described_table() -> str:
    lines = ["cases  described  by a single code  plain hiding"]
    for size, (any_, single, plain) in _shares().items():
        lines.append(f"{size:5}  {any_:7.0f} %  {single:14.0f} %  {plain:10.0f} %")
    return "\n".join(lines)


@cache
def _shares() -> dict[int, tuple[float, float, float]]:
    """Return by size the percents of cases described at any level, by a single code, and with plain hiding."""
    return {size: _share(size) for size in _SIZES}


def _share(size: int) -> tuple[float, float, float]:
    any_ = single = plain = 0
    for seed in range(_DRAWS):
        chance = random.Random(f"{size} {seed}")  # noqa: S311 - the same practice every time
        codes = Counter(chance.choices(list(SUBJECTS), list(SUBJECTS.values()), k=size))
        report = Practice(cases(codes), [facts()]).report(OrganisationId(1), Period(2026))
        table = report.year.table(Dimension.SUBJECT)
        parts = table.parts if table else ()
        any_ += sum(part.cases for part in parts)
        single += sum(part.cases for part in parts if len(part.codes) == 1)
        plain += _plainly_hidden(codes)
    whole = size * _DRAWS / 100
    return any_ / whole, single / whole, plain / whole


def _plainly_hidden(codes: Counter[str]) -> int:
    """Return how many cases are told when small codes are hidden, and more until those hidden are not few."""
    needed = Rules().threshold + Rules().known
    shown = sorted(held for held in codes.values() if held >= needed)
    hidden = codes.total() - sum(shown)
    while shown and 0 < hidden < needed:
        hidden += shown.pop(0)
    return sum(shown)
