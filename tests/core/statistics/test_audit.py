"""The audit finds what was issued by hand and should not have been: every single merge that is undone, and the rest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from tests.core.statistics.practices import HARBOUR, cases, clients, facts, issue_all, portfolio, usual
from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import (
    Basis,
    LedgerEntry,
    Part,
    PracticeIssued,
    ReportIssued,
    Rules,
    Section,
    Table,
    Total,
)
from vpjournal.domain.periods import Period
from vpjournal.statistics import Kind, Practice, audit
from vpjournal.statistics.trees import TREES, Node, nodes_of

RULES = Rules()
Held = Callable[[str], int]


def opened(table: Table, held: Held) -> Iterator[Table]:
    """Yield a table with one of its branches opened that was kept closed, for every such branch."""
    parts = table.parts or (whole(TREES[table.dimension], held),)
    for index, part in enumerate(parts):
        sides = nodes_of(table.dimension)[part.node].sides
        if sides:
            one, two = (whole(side, held) for side in sides)
            yield replace(table, parts=(*parts[:index], one, two, *parts[index + 1 :]))


def whole(node: Node, held: Held) -> Part:
    return Part(node.id, node.label, node.codes, sum(held(code) for code in node.codes))


def undone(section: Section, held: Callable[[Dimension], Held]) -> Iterator[Section]:
    for index, table in enumerate(section.tables):
        for other in opened(table, held(table.dimension)):
            yield replace(section, tables=(*section.tables[:index], other, *section.tables[index + 1 :]))


def every_undone_merge(ledger: Sequence[LedgerEntry]) -> Iterator[tuple[str, list[LedgerEntry]]]:
    for index, entry in enumerate(ledger):
        for where, other in undone_in(entry, ledger):
            yield where, [*ledger[:index], other, *ledger[index + 1 :]]


def undone_in(entry: LedgerEntry, ledger: Sequence[LedgerEntry]) -> Iterator[tuple[str, LedgerEntry]]:
    if isinstance(entry, ReportIssued):
        for section in undone(entry.year, held_by([entry.basis])):
            yield f"report {entry.number}", replace(entry, year=section)
        return
    bases = {
        (basis.organisation, basis.period): basis
        for each in ledger
        if isinstance(each, PracticeIssued)
        for basis in each.bases
    }
    for section in undone(entry.picture, held_by([bases[key] for key in entry.members])):
        yield f"picture {entry.year}", replace(entry, picture=section)
    for at, (client, block) in enumerate(entry.blocks):
        for section in undone(block, held_by([basis for key, basis in bases.items() if key[0] == client])):
            blocks = (*entry.blocks[:at], (client, section), *entry.blocks[at + 1 :])
            yield f"block of {client}", replace(entry, blocks=blocks)


def held_by(bases: Sequence[Basis]) -> Callable[[Dimension], Held]:
    return lambda dimension: lambda code: sum(basis.of(dimension).get(code, 0) for basis in bases)


@pytest.mark.parametrize("counted", [usual(), portfolio(9)])
def test_every_merge_that_is_undone_by_hand_is_noticed(counted: list) -> None:  # type: ignore[type-arg]
    ledger, _reports = issue_all(counted, clients())
    assert audit(ledger, RULES) == ()
    tried = list(every_undone_merge(ledger))
    assert len(tried) > 100
    assert [where for where, bad in tried if not audit(bad, RULES)] == []


def one_report(**subjects: int) -> ReportIssued:
    practice = Practice(cases(subjects), [facts()])
    return practice.issue(practice.report(HARBOUR, Period(2026)))


def altered(entry: ReportIssued, parts: Callable[[tuple[Part, ...]], tuple[Part, ...]]) -> ReportIssued:
    tables = tuple(
        replace(table, parts=parts(table.parts)) if table.dimension is Dimension.SUBJECT else table
        for table in entry.year.tables
    )
    return replace(entry, year=replace(entry.year, tables=tables))


def kinds(*ledger: LedgerEntry) -> set[Kind]:
    return {finding.kind for finding in audit(ledger, RULES)}


def test_a_line_that_is_missing_or_too_much() -> None:
    entry = one_report(bullying=8, integrity=8)
    assert kinds(entry) == set()
    assert kinds(altered(entry, lambda parts: parts[:-1])) == {Kind.NO_PARTITION, Kind.NOT_THE_TOTAL}
    assert kinds(altered(entry, lambda parts: (replace(parts[0], cases=9), *parts[1:]))) == {Kind.NOT_THE_TOTAL}


def test_a_table_that_the_class_does_not_have() -> None:
    entry = one_report(bullying=8, integrity=8)
    small = Practice(cases({"bullying": 4}), [facts()])
    core = small.issue(small.report(HARBOUR, Period(2026)))
    assert Kind.NOT_IN_CLASS in kinds(replace(core, year=entry.year))


def test_a_correction_of_one_case() -> None:
    first, second = one_report(bullying=8, integrity=8), one_report(bullying=9, integrity=8)
    assert kinds(first, replace(second, number=2)) == {Kind.SMALL_DIFFERENCE}
    large = one_report(bullying=14, integrity=8)
    assert kinds(first, replace(large, number=2)) == set()


def test_a_code_that_was_changed_although_the_total_is_the_same() -> None:
    first, second = one_report(bullying=8, integrity=8), one_report(bullying=9, integrity=7)
    assert kinds(first, replace(second, number=2)) == {Kind.SMALL_DIFFERENCE}


def test_periods_that_share_months() -> None:
    first = one_report(bullying=8, integrity=8)
    moved = replace(first, number=2, basis=replace(first.basis, period=Period(2026, 8)))
    assert kinds(first, moved) == {Kind.OVERLAP}


def test_a_total_that_tells_how_many_came_to_the_only_small_client() -> None:
    """Without the small client the others print their totals, so the picture of all would print his."""
    counted = portfolio(1, [2026])
    ledger, _reports = issue_all(counted, clients([2026], [400] * 6 + [30] * 3), [2026])
    practice = ledger[0]
    assert isinstance(practice, PracticeIssued)
    assert audit([practice], RULES) == ()
    known = {(basis.organisation, basis.period) for basis in practice.bases if basis.report_class in {"C", "D"}}
    only = min(key for key in ((b.organisation, b.period) for b in practice.bases) if key not in known)
    members = tuple(sorted({*known, only}))
    cases_of = {(b.organisation, b.period): b.cases for b in practice.bases}
    picture = replace(practice.picture, total=Total(exact=sum(cases_of[key] for key in members)))
    assert Kind.TOTAL_IS_TOLD in kinds(replace(practice, members=members, picture=picture))


def test_a_picture_and_a_block_by_the_same_question() -> None:
    ledger, _reports = issue_all(usual(), clients())
    last = next(each for each in reversed(ledger) if isinstance(each, PracticeIssued))
    client, block = last.blocks[0]
    subject = last.picture.tables
    bad = replace(last, blocks=((client, replace(block, tables=subject)),))
    assert Kind.HIDDEN_IS_TOLD in kinds(*[bad if each is last else each for each in ledger])
