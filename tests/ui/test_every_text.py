"""Every place where something is typed takes part: what it holds is sealed, and goes back where it came from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import (
    TODAY,
    a_case,
    a_choice,
    a_contact,
    a_contact_draft,
    a_summary,
    an_agreement,
    an_option,
    an_organisation,
)
from tests.ui.program import Program
from tests.ui.writing import Case, come_back, link, sealed
from ui.autosave import Autosave
from ui.navigation import Page, Place
from ui.pages.case.agreements_part import AgreementsPart
from ui.pages.case.board_part import BoardPart
from ui.pages.case.part import PARTS, CasePart, PartName
from ui.preferences import Preferences
from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.case import Asked, Phase, Position
from vpjournal.domain.guidance import (
    AfterCare,
    ClosureDraft,
    FollowUp,
    Goals,
    Leaving,
    Referral,
    RoleCheckDraft,
    RoleDecision,
)
from vpjournal.domain.identifying import OwnList
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.language import Texts
from vpjournal.domain.organisation import Presence, Route, RouteEntry, Sector
from vpjournal.domain.unsaved import Kind, Unsaved, stamp
from vpjournal.domain.views import JournalSettings
from vpjournal.journal.facade import Journal

# An option is saved once it was changed, an agreement by a button: they have tests of their own below.
FORMS = [
    (phase, name)
    for phase, names in PARTS.items()
    for name in names
    if name not in (PartName.AGREEMENTS, PartName.BOARD)
]


class Full(Case):
    """A journal in which something stands in every form."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        journal = self.open()
        self.organisation = OrganisationId(fill(journal))
        self.full = next(row.id for row in journal.cases.list() if row.code == "Ekster-12")
        journal.close()


def fill(journal: Journal) -> int:
    routes = (RouteEntry(next(iter(Route)), Presence.EXISTS, "bij de balie"),)
    organisation = an_organisation(
        journal, headcount=40, sector=Sector.CARE, year_starts=9, remarks="de portier weet het ", routes=routes
    )
    journal.identifiers.save_own_list(organisation, OwnList("Bo\nJonna Zilverreiger", sites="Duinpan"))
    case = a_case(
        journal,
        "Ekster-12",
        word="vlinder",
        organisation=organisation,
        about="de sfeer",
        danger=Asked.NO,
        hurry=Asked.YES,
        hurry_words="er is een gesprek",
        hopes="rust",
        reach="bellen",
        first=a_contact_draft(),
    )
    for phase in Phase:
        a_contact(journal, case, phase, note=f"een aantekening \n\n bij {phase}")
        answers = (("interest", Asked.YES),)
        draft = RoleCheckDraft(phase, TODAY, answers, Position.WITNESS, RoleDecision.THINK, "overleg")
        journal.role_checks.record(case, draft)
    journal.goals.save(case, Goals("rust", "weer slapen", "dat het bekend wordt"))
    an_option(journal, case, says="misschien")
    a_choice(journal, case, reason="het kan nu", may_know="niemand")
    a_summary(journal, case)
    follow_up = FollowUp(AfterCare.WANTED, "bellen", TODAY, Asked.NO, (Referral.UNION, Referral.POLICE))
    journal.follow_up.save(case, follow_up)
    journal.closure.save(case, ClosureDraft(Leaving.PARTLY, "het is goed zo", "niets", Asked.NO, Asked.YES))
    journal.settings.save(JournalSettings("bel gerust", "bij de vereniging", "na een jaar"))
    return organisation


@pytest.fixture
def full(journal_folder: Path) -> Iterator[Full]:
    yield Full(journal_folder)
    for path in sealed():
        path.unlink()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, full: Full) -> Iterator[Program]:
    made = Program(qtbot, qapp, preferences, full.folder)
    come_back(made)
    yield made
    if made.operations.is_open:
        made.end()


def touched(program: Program, place: Place) -> tuple[Unsaved, ...]:
    """Go somewhere and pretend that something was typed in all that can be seen there."""
    frame = program.wait_for_frame()
    frame.navigate(place)
    program.qtbot.waitUntil(lambda: frame.place() is not None and frame.place().page is place.page)
    program.settle()
    autosaves: list[Autosave[Any]] = [
        each for each in frame.findChildren(Autosave) if each.parent().isVisible() and each._collect() is not None
    ]
    for autosave in autosaves:
        autosave.touch()
        autosave._stop_timers()
    program.settle()
    return frame.unsaved()


def as_stored(program: Program, unsaved: Unsaved) -> str:
    found: list[str] = []
    program.operations.run(lambda journal: journal.drafts.stamp(unsaved.home), done=found.append)
    program.qtbot.waitUntil(lambda: bool(found))
    return found[0]


@pytest.mark.parametrize(("phase", "name"), FORMS)
def test_a_form_says_exactly_what_is_stored_when_nothing_was_changed(
    program: Program, full: Full, phase: Phase, name: PartName
) -> None:
    places = Place(Page.CASE, full.full, f"{phase}/{name}")
    (unsaved,) = touched(program, places)
    assert unsaved.home.case == full.full
    assert unsaved.before == stamp(unsaved.draft) == as_stored(program, unsaved) != ""


@pytest.mark.parametrize(
    ("place", "kinds"),
    [
        (Place(Page.SETTINGS), {Kind.CONTACT_LINE}),
        (Place(Page.ORGANISATION, 0), {Kind.ORGANISATION, Kind.OWN_LIST}),
    ],
)
def test_a_page_says_exactly_what_is_stored_too(program: Program, full: Full, place: Place, kinds: set[Kind]) -> None:
    where = Place(place.page, full.organisation if place.record is not None else None)
    texts = touched(program, where)
    assert {each.home.kind for each in texts} == kinds
    for each in texts:
        assert each.before == stamp(each.draft) == as_stored(program, each) != ""


def fill_disk(program: Program) -> None:
    program.operations.run(
        lambda journal: journal._database._connection.execute("PRAGMA max_page_count = 1").fetchone()
    )
    program.settle()


def part_of(program: Program, full: Full, phase: Phase, name: PartName) -> CasePart:
    frame = program.wait_for_frame()
    frame.navigate(Place(Page.CASE, full.full, f"{phase}/{name}"))
    program.qtbot.waitUntil(lambda: any(each.isVisible() for each in frame.findChildren(CasePart)))
    program.settle()
    return next(each for each in frame.findChildren(CasePart) if each.isVisible())


def lock(program: Program) -> None:
    program.session.departure.lock()
    program.qtbot.waitUntil(lambda: bool(program.left))
    assert sealed()


LONG = "een zin die nergens anders staat. " * 2_000


def test_an_option_that_cannot_be_saved_is_there_after_unlocking(program: Program, full: Full, dutch: Texts) -> None:
    part = part_of(program, full, Phase.SECOND_CONVERSATION, PartName.BOARD)
    assert isinstance(part, BoardPart)
    fill_disk(program)
    (state,) = part._store.states
    state.change(replace(state.draft, says=LONG))
    part._store.touch(state.key)
    part._store.add(OptionDraft(BoardText("Een brief"), says=LONG))
    lock(program)
    assert len(sealed()) == 2
    journal = full.open()
    taken = journal.drafts.take_in(dutch)
    assert (len(taken.saved), taken.as_notes, taken.waiting, taken.fault) == (2, (), 0, None)
    says = {each.draft.title.text: each.draft.says for each in journal.board.read(full.full).options}
    assert says == {"Zelf aanspreken": LONG, "Een brief": LONG}
    journal.close()


@pytest.mark.parametrize("changes", [False, True])
def test_an_agreement_that_was_half_typed_is_there_after_unlocking(
    program: Program, full: Full, dutch: Texts, changes: bool
) -> None:
    known: list[object] = []
    program.operations.run(lambda journal: an_agreement(journal, full.full), done=known.append)
    program.settle()
    part = part_of(program, full, Phase.CHOICE, PartName.AGREEMENTS)
    assert isinstance(part, AgreementsPart)
    if changes:
        program.click(link(program, "Wijzigen"))
    else:
        program.click(link(program, "Nieuwe afspraak"))
    program.settle()
    fill_disk(program)
    (what,) = [each for each in part.findChildren(QLineEdit, "agreementWhatField") if each.isVisible()]
    words = LONG[:9_000].strip()
    what.setText(words)
    lock(program)
    journal = full.open()
    taken = journal.drafts.take_in(dutch)
    assert (len(taken.saved), taken.as_notes, taken.waiting, taken.fault) == (1, (), 0, None)
    found = {each.draft.what for each in journal.agreements.list(full.full)}
    assert found == ({words} if changes else {"brief lezen", words})
    journal.close()
