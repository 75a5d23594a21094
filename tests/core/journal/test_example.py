"""The example: the same for the same seed, whole stories, every phase, nothing that looks like a person, and never in
anybody's own journal.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import resources
from tests.builders import PASSPHRASE, TODAY, a_case, a_journal, an_organisation, at_clock, reopened
from vpjournal.domain.case import CaseFilter, CaseStatus, Phase, Position, TaskKind, Track
from vpjournal.domain.case_counting import CODES
from vpjournal.domain.contact import NoteState
from vpjournal.domain.counting import ContactKind, Dimension
from vpjournal.domain.guidance import Leaving
from vpjournal.domain.register import Outcome, PaperKind, Way
from vpjournal.domain.summary import SummaryState
from vpjournal.domain.views import BinKind
from vpjournal.errors import Cancelled, JournalExists, JournalInUse, JournalNotFound, NotAJournal, NotAnExample
from vpjournal.journal import example
from vpjournal.journal.example import (
    Size,
    example_folder,
    make_demo,
    make_example,
    open_example,
    remove_example,
    stories,
    writer,
)
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, FLOOR, create_journal, default_folder, describe, open_journal, verify
from vpjournal.storage import checks

SMALL = Size(cases=40, years=2)


def made(folder: Path, size: Size = SMALL, *, today: date = TODAY) -> Journal:
    return at_clock(make_example(folder / "Voorbeeld.vpjournal", today=today, size=size, profile=CHEAPEST))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """The example as the program makes it."""
    with closing(made(tmp_path_factory.mktemp("usual"), Size())) as journal:
        yield journal


def told(journal: Journal) -> list[Any]:
    """Return all that a journal shows, row numbers included."""
    rows = journal.cases.list(CaseFilter(status=CaseStatus.ALL))
    found: list[Any] = [rows, journal.organisations.list(), journal.bin.list(), journal.today.view()]
    for row in rows:
        case = row.id
        view = journal.cases.view(case)
        found += [view, journal.goals.read(case), journal.board.read(case), journal.choices.list(case)]
        found += [journal.agreements.list(case), journal.follow_up.read(case), journal.closure.read(case)]
        found += [journal.counting.read(case)]
        found += [journal.role_checks.list(case), [journal.notes.read(each.id).text for each in view.contacts]]
    return found


def all_cases(journal: Journal) -> Iterator[Any]:
    for row in journal.cases.list(CaseFilter(status=CaseStatus.ALL)):
        yield journal.cases.view(row.id)


def templates() -> list[str]:
    """Return every text that examples are made of, alternatives and all."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for key, each in value.items():
                if key not in ("id", "channel", "name", "library", "keep"):
                    yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)

    files = ("organisations", "behaviour", "integrity", "short", "papers")
    return [text for file in files for text in texts(resources.read_toml("content", "nl", "example", f"{file}.toml"))]


def test_the_same_seed_and_day_give_the_same_journal(tmp_path: Path) -> None:
    with closing(made(tmp_path / "a")) as one, closing(made(tmp_path / "b")) as other:
        assert told(one) == told(other)
    with (
        closing(made(tmp_path / "c", Size(cases=40, years=2, seed=2))) as another,
        closing(made(tmp_path / "d", today=TODAY + timedelta(days=1))) as later,
    ):
        codes = [view.case.details.code for view in all_cases(another)]
        assert codes != [view.case.details.code for view in all_cases(later)]


def test_it_says_of_itself_what_it_is_and_a_journal_of_ones_own_does_not(usual: Journal, tmp_path: Path) -> None:
    assert usual.is_example
    with closing(reopened(a_journal(tmp_path))) as own:
        assert not own.is_example


def test_every_check_finds_it_whole(tmp_path: Path) -> None:
    folder = tmp_path / "Demo.vpjournal"
    make_demo(folder, PASSPHRASE, profile=CHEAPEST, size=SMALL, today=TODAY)[1].close()
    findings = verify(folder, PASSPHRASE, floor=CHEAPEST)
    assert [found.check for found in findings if found.problems] == []
    assert {"references", "texts", "structure"} <= {found.check for found in findings}


def test_nine_organisations_bring_seventy_cases_a_year_by_their_share(usual: Journal) -> None:
    counts = sorted((row.cases for row in usual.organisations.list()), reverse=True)
    assert len(counts) == 9
    shares = [22, 14, 10, 8, 6, 4, 3, 2, 1]
    # Who only asks something does not always say where they work.
    assert all(abs(count - 3 * share) <= 0.1 * 3 * share + 2 for count, share in zip(counts, shares, strict=True))
    headcounts = [row.headcount or 0 for row in usual.organisations.list()]
    assert min(headcounts) < 50 < sorted(headcounts)[2] < 150 < max(headcounts)
    for row in usual.organisations.list():
        assert any(entry.remark or entry.presence for entry in usual.organisations.get(row.id).details.routes)
    years = Counter((view.contacts[0].details.day.day or TODAY).year for view in all_cases(usual))
    assert len(years) >= 3


def test_every_phase_and_every_ending_is_there(usual: Journal) -> None:
    still_open = usual.cases.list()
    assert {row.phase for row in still_open} >= {
        Phase.FIRST_CONTACT,
        Phase.FIRST_CONVERSATION,
        Phase.SECOND_CONVERSATION,
        Phase.CHOICE,
        Phase.FOLLOW_UP,
    }
    assert 10 <= len(still_open) <= 40
    leavings = {usual.closure.read(view.case.id).leaving for view in all_cases(usual)}
    assert leavings >= {Leaving.CAN_GO_ON, Leaving.PARTLY, Leaving.STOPPED, Leaving.NOT_HEARD}
    positions = Counter(view.case.details.position for view in all_cases(usual))
    assert set(positions) == set(Position)
    assert positions[Position.EXPERIENCED] > 100
    tracks = Counter(view.case.details.track for view in all_cases(usual))
    assert 0.05 < tracks[Track.INTEGRITY] / tracks.total() < 0.25


def test_vandaag_has_its_cards_and_the_bin_something(usual: Journal) -> None:
    today = usual.today.view()
    assert any(each.due < TODAY for each in today.agreed)
    assert any(each.due > TODAY for each in today.agreed)
    assert today.unwritten
    assert today.silent
    assert today.last_case is not None
    assert {item.kind for item in usual.bin.list()} >= {BinKind.CASE, BinKind.OPTION, BinKind.AGREEMENT}
    kinds = {task.kind for view in all_cases(usual) for task in view.tasks}
    assert {TaskKind.AGREED, TaskKind.NOTE_UNWRITTEN, TaskKind.HURRY, TaskKind.POINTS_LEFT} <= kinds


def test_summaries_were_approved_lapsed_and_taken_back_and_papers_left(usual: Journal) -> None:
    found = {each.state: each for view in all_cases(usual) for each in usual.summaries.list(view.case.id)}
    assert set(found) == {SummaryState.CHECKED, SummaryState.APPROVED, SummaryState.VOID, SummaryState.WITHDRAWN}
    withdrawn = found[SummaryState.WITHDRAWN].approvals[0]
    assert [entry.way for entry in usual.register.of_approval(withdrawn.id)] == [Way.FILE]
    assert all(entry.outcome is Outcome.DONE and entry.code for entry in usual.register.list())
    assert {entry.kind for entry in usual.register.list()} == {PaperKind.OPTIONS_OVERVIEW, PaperKind.SUMMARY}
    assert all(entry.day <= TODAY for entry in usual.register.list())


def test_a_case_reads_as_one_story(usual: Journal) -> None:
    order = list(Phase)
    lengths = Counter()
    for view in all_cases(usual):
        phases = [order.index(contact.details.phase) for contact in view.contacts]
        assert phases == sorted(phases), view.case.details.code
        lengths[len(phases)] += 1
        days = [contact.details.day.day for contact in view.contacts]
        assert all(day is not None and day <= TODAY for day in days)
        assert all(each.done_on is None or each.done_on <= TODAY for each in usual.agreements.list(view.case.id))
        if view.case.closed_on is not None:
            assert all(each.done_on for each in usual.agreements.list(view.case.id))
            assert all(contact.note is NoteState.FINISHED for contact in view.contacts if _old(contact))
    assert lengths[1] > 10
    assert sum(count for length, count in lengths.items() if length >= 5) > 60


def _old(contact: Any) -> bool:
    return (TODAY - contact.details.day.day).days > 60


def test_its_cases_are_counted_as_their_stories_go(usual: Journal) -> None:
    facts = usual.counting.facts()
    views = [view for view in all_cases(usual) if view.case.details.organisation is not None]
    assert len(facts) == len(views) + 1, "one that was closed lies in the bin"
    years = Counter(each.period.year for each in facts)
    for view in views:
        first = view.contacts[0].details.day.day or TODAY
        begins = usual.organisations.get(view.case.details.organisation).details.year_starts
        years[first.year - (first.month < begins)] -= 1
    assert sorted(years.values()) == [0] * (len(years) - 1) + [1]
    subjects = Counter(subject for each in facts for subject in each.subjects)
    assert {"bullying", "intimidation", "sexual_harassment", "discrimination", "integrity"} <= set(subjects)
    assert all(("integrity" in each.subjects) or not each.integrity for each in facts)
    assert {each.kind for each in facts} >= set(ContactKind) - {ContactKind.NOT_SAID}
    assert any(each.taken_over for each in facts)
    assert any(not each.counted for each in facts)
    assert sum(hours.minutes for hours in usual.counting.hours()) > 10_000


def test_what_is_counted_of_a_story_are_codes_that_there_are() -> None:
    raw = resources.read_toml("content", "nl", "example", "counting.toml")
    assert {story.id for story in stories.stories().stories} >= set(raw["stories"])
    fields = {
        "subjects": Dimension.SUBJECT,
        "integrity": Dimension.INTEGRITY,
        "relation": Dimension.RELATION,
        "steps": Dimension.STEP,
        "kind": Dimension.CONTACT_KIND,
    }
    for told in [*raw["stories"].values()]:
        for field, value in told.items():
            alternatives = value if isinstance(value, list) else [value]
            known = {code.id for code in CODES[fields[field]]}
            assert {each for choice in alternatives for each in choice.split("|")} <= known
    assert set(raw["found"].split("|")) <= {code.id for code in CODES[Dimension.FOUND_VIA]}


def test_there_are_many_stories_and_each_can_be_told_to_its_end() -> None:
    known = stories.stories()
    assert len(known.stories) >= 14
    assert len({story.id for story in known.stories}) == len(known.stories)
    assert all(story.steps[-1].close is not None for story in known.stories)


def test_no_note_looks_like_a_name_a_day_or_a_time(usual: Journal) -> None:
    notes = [usual.notes.read(each.id).text for view in all_cases(usual) for each in view.contacts]
    for text in [*templates(), *notes]:
        assert not re.search(r"\d", text.replace("weet dat 112 er is", "")), text
        assert not re.search(r"\b(januari|februari|maart|april|mei|juni|juli|augustus|september)\b", text), text
        assert not re.search(r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag) ", text), text
        assert not re.search(r"\b(meneer|mevrouw|dhr|mevr|mw)\b\.?", text, re.IGNORECASE), text
        assert "@" not in text
        within = set(re.findall(r"(?<=[a-z,;] )[A-Z][a-zé]+", text))
        assert within <= {"College", "Rechten", "Mens", "Juridisch", "Loket", "Centrum", "Seksueel", "Geweld"}, within


def test_every_place_in_a_text_is_filled(usual: Journal) -> None:
    rows = usual._database.query(
        "SELECT text FROM note UNION SELECT text FROM board_text UNION SELECT about || hopes FROM case_text "
        "UNION SELECT words || reason FROM choice_text UNION SELECT what FROM agreement_text "
        "UNION SELECT words FROM closure UNION SELECT needs || good_enough || never FROM goals "
        "UNION SELECT how FROM follow_up"
    )
    assert len(rows) > 500
    assert [text for (text,) in rows if re.search(r"[{}|]|  ", text)] == []


def test_a_larger_one_has_as_many_notes_of_such_a_length_as_were_asked_for(tmp_path: Path) -> None:
    size = Size(cases=60, years=4, notes=480, note_length=2_000)
    with closing(made(tmp_path, size)) as journal:
        rows = journal._database.query("SELECT length(text) FROM note")
        assert len(rows) == 480
        assert abs(sum(length for (length,) in rows) / len(rows) - 2_000) < 60
        assert [checks.references(journal._database), checks.texts(journal._database)] == [0, 0]
        phases = {row.phase for row in journal.cases.list()}
        assert len(phases) >= 5


@pytest.mark.parametrize("size", [Size(cases=0), Size(cases=1), Size(cases=3, years=1), Size(cases=12, notes=1)])
def test_small_ones_can_be_made_too(tmp_path: Path, size: Size) -> None:
    with closing(made(tmp_path, size)) as journal:
        rows = journal.cases.list(CaseFilter(status=CaseStatus.ALL))
        assert len(rows) + sum(item.kind is BinKind.CASE for item in journal.bin.list()) == size.cases


def test_it_opens_without_questions_and_cheaply(tmp_path: Path) -> None:
    folder = tmp_path / "Voorbeeld.vpjournal"
    make_example(folder, today=TODAY, size=Size(cases=2)).close()
    assert describe(folder).profile == FLOOR
    with closing(open_example(folder)) as journal:
        assert journal.is_example
        assert not journal.settings.read().recovery_later_used
    assert example_folder().parent == default_folder().parent
    assert example_folder() != default_folder()


def test_giving_up_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(done: int, _of: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_example(tmp_path / "Voorbeeld.vpjournal", today=TODAY, size=SMALL, progress=stop, profile=CHEAPEST)
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_from_the_first_case_to_the_last(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    make_example(
        tmp_path / "a", today=TODAY, size=Size(cases=9), progress=lambda *each: seen.append(each), profile=CHEAPEST
    ).close()
    assert seen == [(number, 9) for number in range(1, 10)]


def test_no_fiction_comes_into_a_journal_that_was_there(tmp_path: Path) -> None:
    own = tmp_path / "Eigen.vpjournal"
    create_journal(own, PASSPHRASE, profile=CHEAPEST)[1].close()
    before = {path.name: path.read_bytes() for path in own.iterdir()}
    for make in (
        lambda: make_example(own, today=TODAY, profile=CHEAPEST),
        lambda: make_demo(own, PASSPHRASE, profile=CHEAPEST, size=SMALL, today=TODAY),
    ):
        with pytest.raises(JournalExists):
            make()
    assert {path.name: path.read_bytes() for path in own.iterdir()} == before


@pytest.mark.parametrize("kind", ["case", "organisation", "case in the bin"])
def test_the_writer_itself_refuses_a_journal_in_which_anybody_wrote(tmp_path: Path, kind: str) -> None:
    with closing(a_journal(tmp_path)) as own:
        if kind == "organisation":
            an_organisation(own)
        else:
            case = a_case(own)
            if kind == "case in the bin":
                own.cases.remove(case)
        with pytest.raises(ValueError, match="not empty"):
            writer.fill(own._database, SMALL, today=TODAY)
        assert not at_clock(own).is_example


def test_nothing_but_the_door_of_the_example_names_what_writes_it() -> None:
    root = Path(example.__file__).parents[3]
    sources = [*root.glob("vpjournal/**/*.py"), *root.glob("ui/**/*.py")]
    naming = {
        path for path in sources if re.search(r"example(\.| import )writer|example\.scenes", path.read_text("utf-8"))
    }
    assert naming == {Path(example.__file__), Path(writer.__file__)}


def test_only_an_example_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "Voorbeeld.vpjournal"
    make_example(folder, today=TODAY, size=Size(cases=1), profile=CHEAPEST).close()
    remove_example(folder, floor=CHEAPEST)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("passphrase", [PASSPHRASE, example._PASSPHRASE])
def test_a_journal_that_is_no_example_is_neither_opened_nor_removed(tmp_path: Path, passphrase: str) -> None:
    folder = tmp_path / "Voorbeeld.vpjournal"
    create_journal(folder, passphrase, profile=CHEAPEST)[1].close()
    for attempt in (open_example, remove_example):
        with pytest.raises(NotAnExample):
            attempt(folder, floor=CHEAPEST)
    open_journal(folder, passphrase, floor=CHEAPEST).close()


def test_links_other_folders_open_ones_and_nothing_at_all_are_left_alone(tmp_path: Path) -> None:
    folder, link, other = tmp_path / "Echt", tmp_path / "Voorbeeld.vpjournal", tmp_path / "Map"
    journal = make_example(folder, today=TODAY, size=Size(cases=1), profile=CHEAPEST)
    with pytest.raises(JournalInUse):
        remove_example(folder, floor=CHEAPEST)
    journal.close()
    link.symlink_to(folder)
    other.mkdir()
    (other / "brief.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(NotAJournal):
        remove_example(link, floor=CHEAPEST)
    for place in (other, tmp_path / "Niets"):
        with pytest.raises((NotAJournal, JournalNotFound)):
            remove_example(place, floor=CHEAPEST)
    assert (other / "brief.txt").read_text("utf-8") == "van mij"
    open_example(folder, floor=CHEAPEST).close()
