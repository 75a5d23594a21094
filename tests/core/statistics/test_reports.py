"""What a report says, by hand: the classes, what is merged, what stays unsaid."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.statistics.practices import HARBOUR, cases, clients, facts, issue_all, portfolio, usual
from vpjournal.domain.counting import ContactKind, Counted, Dimension
from vpjournal.domain.figures import (
    Circle,
    PracticeIssued,
    ProtectedReport,
    Reason,
    Release,
    ReportClass,
    Section,
    Sentence,
    Total,
    Why,
)
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.language import Language, Texts
from vpjournal.domain.periods import Period
from vpjournal.errors import FiguresUnsafe, PeriodsOverlap
from vpjournal.statistics import Practice, as_json, audit, read_entry, write_entry

YEAR = Period(2026)


def lines(section: Section, dimension: Dimension = Dimension.SUBJECT) -> dict[str, int]:
    table = section.table(dimension)
    return {part.node: part.cases for part in table.parts} if table else {}


@pytest.mark.parametrize(
    ("headcount", "held", "report_class", "total"),
    [
        (None, 30, ReportClass.WORDS, Total()),
        (49, 30, ReportClass.WORDS, Total()),
        (50, 30, ReportClass.CORE, Total(band=(30, 34))),
        (149, 0, ReportClass.CORE, Total(band=(0, 4))),
        (150, 4, ReportClass.CORE, Total(band=(0, 4))),
        (150, 5, ReportClass.LINES, Total(exact=5)),
        (150, 15, ReportClass.FULL, Total(exact=15)),
    ],
)
def test_the_class_and_the_total(headcount: int | None, held: int, report_class: ReportClass, total: Total) -> None:
    report = Practice(cases({"bullying": held}), [facts(headcount=headcount)]).report(HARBOUR, YEAR)
    assert (report.report_class, report.year.total) == (report_class, total)


def test_a_small_organisation_reads_the_same_whether_anybody_came_or_not() -> None:
    none, many = (Practice(cases({"bullying": n}), [facts(headcount=30)]).report(HARBOUR, YEAR) for n in (0, 12))
    assert none == many
    assert [each.sentence for each in none.year.told] == [Sentence.WORDS_ONLY]


def test_what_is_large_enough_is_told_apart_and_the_rest_is_merged_by_meaning() -> None:
    counted = cases({"bullying": 9, "intimidation": 6, "threat": 1, "sexual_harassment": 3, "integrity": 2, "other": 1})
    report = Practice(counted, [facts()]).report(HARBOUR, YEAR)
    assert lines(report.year) == {"bullying": 9, "intimidation": 6, "subject_others": 7}
    table = report.year.table(Dimension.SUBJECT)
    assert table is not None
    assert [part.why for part in table.parts] == [None, None, Why.MERGED]


def test_nobody_is_no_more_told_than_one_is() -> None:
    """A side that holds nobody keeps its branch closed exactly as one that holds a single case."""
    none, one = (
        Practice(cases({"bullying": 20 - few, "threat": few}), [facts()]).report(HARBOUR, YEAR) for few in (0, 1)
    )
    assert lines(none.year) == lines(one.year) == {}


def test_a_case_with_several_subjects_counts_once() -> None:
    both = Counted(HARBOUR, YEAR, subjects=("bullying", "sexual_harassment"))
    counted = [both] * 7 + cases({"bullying": 8})
    assert lines(Practice(counted, [facts()]).report(HARBOUR, YEAR).year) == {"subject_conduct": 8, "subject_others": 7}


def test_an_integrity_kind_is_a_branch_of_integrity() -> None:
    kinds = [
        Counted(HARBOUR, YEAR, subjects=("integrity",), integrity=(kind,))
        for kind in ("theft", "bribery")
        for _ in range(7)
    ]
    counted = kinds + cases({"bullying": 8, "work_conflict": 8, "integrity": 8, "discrimination": 8})
    found = lines(Practice(counted, [facts()]).report(HARBOUR, YEAR).year)
    assert found["integrity_power"] == found["integrity_means"] == 7


def test_who_is_not_counted_or_was_counted_by_a_colleague_is_left_out() -> None:
    one = Counted(HARBOUR, YEAR)
    counted = [one] * 6 + [replace(one, counted=False), replace(one, taken_over=True)]
    assert Practice(counted, [facts()]).report(HARBOUR, YEAR).year.total == Total(exact=6)


def test_a_code_that_nobody_knows_any_more_counts_as_something_else() -> None:
    counted = cases({"switched_off_long_ago": 7, "bullying": 8})
    assert lines(Practice(counted, [facts()]).report(HARBOUR, YEAR).year) == {"subject_conduct": 8, "subject_others": 7}


def test_everybody_reads_a_step_less_in_larger_groups() -> None:
    counted = cases({"bullying": 10, "integrity": 10})
    practice = Practice(counted, [facts()])
    assert lines(practice.report(HARBOUR, YEAR).year)
    public = practice.report(HARBOUR, YEAR, circle=Circle.PUBLIC)
    assert public.report_class is ReportClass.LINES
    assert not lines(public.year)
    assert Why.PUBLIC in public.class_why


def test_only_the_package_makes_a_report() -> None:
    report = Practice([], [facts()]).report(HARBOUR, YEAR)
    with pytest.raises(TypeError):
        ProtectedReport(HARBOUR, YEAR, Circle.BOARD, ReportClass.FULL, (), Section(2026, 2026, Total(exact=1)))
    assert "seal" not in repr(report)


def test_a_report_that_was_altered_is_not_fixed() -> None:
    practice = Practice(cases({"bullying": 8}), [facts()])
    report = practice.report(HARBOUR, YEAR)
    with pytest.raises(FiguresUnsafe):
        practice.issue(replace(report, year=replace(report.year, total=Total(exact=9))))


def test_a_report_that_is_out_of_date_is_not_fixed() -> None:
    report = Practice(cases({"bullying": 8}), [facts()]).report(HARBOUR, YEAR)
    with pytest.raises(FiguresUnsafe):
        Practice(cases({"bullying": 15}), [facts()]).issue(report)


def test_a_small_correction_does_not_show_and_a_large_one_does() -> None:
    first = Practice(cases({"bullying": 8, "integrity": 8}), [facts()])
    ledger = [first.issue(first.report(HARBOUR, YEAR))]
    small = Practice(cases({"bullying": 9, "integrity": 8}), [facts()], ledger).report(HARBOUR, YEAR)
    assert (small.year, small.kept) == (ledger[0].year, Why.CORRECTION_TOO_SMALL)
    again = Practice(cases({"bullying": 14, "integrity": 8}), [facts()], ledger)
    large = again.report(HARBOUR, YEAR)
    assert (large.year.total.exact, large.kept) == (22, None)
    assert not audit([*ledger, again.issue(large)], again.rules)


def test_a_correction_that_only_changes_a_code_does_not_show_either() -> None:
    first = Practice(cases({"bullying": 8, "integrity": 8}), [facts()])
    ledger = [first.issue(first.report(HARBOUR, YEAR))]
    moved = Practice(cases({"bullying": 7, "integrity": 9}), [facts()], ledger).report(HARBOUR, YEAR)
    assert (moved.year, moved.kept) == (ledger[0].year, Why.CORRECTION_TOO_SMALL)


def test_periods_that_overlap_are_refused() -> None:
    first = Practice(cases({"bullying": 8}), [facts()])
    ledger = [first.issue(first.report(HARBOUR, YEAR))]
    with pytest.raises(PeriodsOverlap):
        Practice([], [facts()], ledger).report(HARBOUR, Period(2026, 8))
    bridge = YEAR.after(8)
    counted = cases({"bullying": 8}, period=bridge)
    assert Practice(counted, [facts()], ledger).report(HARBOUR, bridge).year.total.exact == 8


def formal(reason: Reason = Reason.OFFICIAL) -> Release:
    return Release(HARBOUR, YEAR, Dimension.CONTACT_KIND, "formal", reason)


def test_what_the_organisation_knows_may_be_told_and_protects_nobody_after() -> None:
    known = [Counted(HARBOUR, YEAR, ContactKind.FORMAL, ("bullying",))] * 2
    counted = known + cases({"bullying": 5, "integrity": 6})
    practice = Practice(counted, [facts()])
    assert lines(practice.report(HARBOUR, YEAR).year) == {"subject_conduct": 7, "subject_others": 6}
    told = practice.report(HARBOUR, YEAR, releases=[formal()])
    assert [(part.node, part.cases, part.released) for part in told.year.released] == [("formal", 2, Reason.OFFICIAL)]
    assert lines(told.year) == {}, "six of whom two are known are four"
    entry = practice.issue(told)
    assert entry.releases == (formal(),)


def test_what_would_open_an_earlier_report_may_not_be_told() -> None:
    known = [Counted(HARBOUR, YEAR, ContactKind.FORMAL, ("bullying",))] * 2
    counted = known + cases({"bullying": 4, "integrity": 6})
    first = Practice(counted, [facts()])
    ledger = [first.issue(first.report(HARBOUR, YEAR))]
    report = Practice(counted, [facts()], ledger).report(HARBOUR, YEAR, releases=[formal()])
    assert (report.year.released, report.refused) == ((), (formal(),))


@pytest.mark.parametrize(("before", "now", "said"), [(8, 12, "about_equal"), (6, 14, "more"), (40, 30, "about_equal")])
def test_no_trend_on_noise(before: int, now: int, said: str) -> None:
    counted = cases({"bullying": before}) + cases({"bullying": now}, period=Period(2027))
    first = Practice(counted, [facts()])
    ledger = [first.issue(first.report(HARBOUR, YEAR))]
    told = Practice(counted, [facts()], ledger).report(HARBOUR, Period(2027)).told
    assert [each.sentence for each in told] == [Sentence.MORE_TALKS, Sentence(said)]


def test_the_picture_goes_beside_every_report_and_the_block_with_the_third() -> None:
    ledger, reports = issue_all(usual(), clients())
    assert all(report.picture is not None and any(t.parts for t in report.picture.tables) for report in reports)
    with_block = [report for report in reports if report.block is not None]
    assert {report.period for report in with_block} == {Period(2028)}
    assert len(with_block) >= 4
    assert not audit(ledger, Practice([], []).rules)


def test_the_ledger_is_written_and_read_back_byte_for_byte() -> None:
    ledger, _reports = issue_all(portfolio(3), clients())
    for entry in ledger:
        assert read_entry(write_entry(entry)) == entry
        assert write_entry(read_entry(write_entry(entry))) == write_entry(entry)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format":9,"kind":"report"}', '{"format":1,"kind":"report"}'])
def test_what_is_no_entry_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - every way to be no entry
        read_entry(text)


def test_only_the_package_reaches_for_the_seal() -> None:
    root = Path(__file__).parents[3]
    reaching = {
        file.relative_to(root).as_posix()
        for folder in ("vpjournal", "ui")
        for file in (root / folder).rglob("*.py")
        if "SEAL" in re.findall(r"\w+", file.read_text(encoding="utf-8"))
    }
    assert reaching == {"vpjournal/domain/figures.py", "vpjournal/statistics/protecting.py"}


def test_everybody_reads_the_picture_in_larger_groups() -> None:
    ledger, _reports = issue_all(usual(), clients())
    practice = Practice(usual(), clients(), ledger)
    board, public = (practice.report(HARBOUR, Period(2027), circle=circle).picture for circle in Circle)
    assert board is not None
    assert public is not None
    one, two = (next(table.parts for table in picture.tables if table.parts) for picture in (board, public))
    assert sum(part.cases for part in one) == sum(part.cases for part in two)
    assert min(part.cases for part in two) >= 11 > min(part.cases for part in one)


def test_a_report_as_json_holds_what_is_printed_and_nothing_else() -> None:
    counted = cases({"bullying": 9, "intimidation": 6, "threat": 1, "sexual_harassment": 3, "integrity": 3})
    report = Practice(counted, [facts()]).report(HARBOUR, YEAR)
    written = {
        language: as_json(report, organisation="Havenhuis", texts=Texts(language)).decode() for language in Language
    }
    data = json.loads(written[Language.DUTCH])
    tables = {table["question"]["key"]: table for table in data["year"]["tables"]}
    assert [line["cases"] for line in tables["subject"]["lines"]] == [9, 6, 7]
    assert not tables["relation"]["lines"]
    assert tables["relation"]["why"].startswith("Niet verdeeld")
    assert (data["organisation"], data["fixed"]) == ("Havenhuis", False)
    assert data["year"]["told"] == ["Het vaakst genoemde onderwerp: pesten."]
    assert '"bullying"' in written[Language.ENGLISH]
    assert "The subject named most often: bullying." in written[Language.ENGLISH]
    numbers = {int(each) for each in re.findall(r'"cases": (\d+)', written[Language.DUTCH])}
    assert numbers == {9, 6, 7, 22}


def test_looking_ahead_shows_what_will_be_printed_and_issues_nothing() -> None:
    practice = Practice(usual(), clients())
    ahead = practice.ahead(2028).report(OrganisationId(2), Period(2028))
    ledger, _reports = issue_all(usual(), clients())
    assert practice.ledger == ()
    later = Practice(usual(), clients(), [each for each in ledger if isinstance(each, PracticeIssued)])
    assert ahead == later.report(OrganisationId(2), Period(2028))
    assert ahead.block is not None
    assert ahead.picture is not None


def test_what_has_no_name_is_not_said_to_be_most_often() -> None:
    counted = cases({"bullying": 3, "intimidation": 4, "work_conflict": 4, "threat": 5})
    report = Practice(counted, [facts()]).report(HARBOUR, YEAR)
    assert lines(report.year) == {"subject_conduct": 7, "subject_others": 9}
    assert report.year.told == ()


@pytest.mark.parametrize(("others", "printed"), [(5, False), (6, True)])
def test_what_is_left_of_a_picture_is_large_enough(others: int, printed: bool) -> None:
    """Two clients print how they divide; taken off the picture, they leave what the small clients are together."""
    counted = [case for client in (1, 2) for case in cases({"bullying": 8, "integrity": 8}, client=client)]
    few = cases({"bullying": 12 - others, "integrity": others})
    counted += [replace(case, organisation=OrganisationId(3 + index % 5)) for index, case in enumerate(few)]
    picture = Practice(counted, [facts(client) for client in range(1, 8)]).close(2026).picture
    assert picture.total == Total(exact=44)
    assert bool(lines(picture)) is printed


def test_small_clients_whose_number_would_follow_from_the_total_are_not_in_the_picture() -> None:
    """Of two clients with at most four cases, eight together can only be four and four."""
    sizes = (10, 10, 10, 10, 10, 4, 4)
    counted = [case for client, held in enumerate(sizes) for case in cases({"bullying": held}, client=client)]
    practice = Practice(counted, [facts(client) for client in range(7)])
    picture = practice.close(2026).picture
    assert (picture.total.exact, picture.organisations) == (50, 5)
