"""Through the real window: what cannot be saved is sealed at locking and closing, and is there after unlocking."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, a_case, a_contact
from tests.ui.program import Program
from ui.navigation import Page, Place
from ui.pages.case.part import PartName
from ui.pages.waiting_texts_page import WaitingTextsPage
from ui.preferences import Preferences
from ui.widgets.message_bar import MessageBar
from ui.widgets.note_editor import NoteEditor
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.unsaved import Home, Kind, Unsaved
from vpjournal.domain.views import BinKind
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.journal.places import drafts_folder

BEFORE = "zoals het was"
TYPED = "een zin die nergens anders staat. "


class Case:
    """A case with one note, in a journal that is closed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        journal = self.open()
        self.id: CaseId = a_case(journal)
        self.contact: ContactId = a_contact(journal, self.id, Phase.FIRST_CONVERSATION, note=BEFORE)
        journal.close()

    def open(self) -> Journal:
        return open_journal(self.folder, PASSPHRASE, floor=CHEAPEST)

    @property
    def note(self) -> Place:
        part = f"{Phase.FIRST_CONVERSATION}/{PartName.NOTES}"
        return Place(Page.CASE, self.id, part, f"{self.contact}:0")


@pytest.fixture
def case(journal_folder: Path) -> Iterator[Case]:
    yield Case(journal_folder)
    for path in drafts_folder().glob("*"):
        path.unlink()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, case: Case) -> Iterator[Program]:
    """The program with the journal open."""
    made = Program(qtbot, qapp, preferences, case.folder)
    made.start()
    made.unlock()
    made.wait_for_frame()
    yield made
    if made.operations.is_open:
        made.end()


@pytest.fixture
def again(qtbot: QtBot, qapp: QApplication, preferences: Preferences, case: Case) -> Iterator[Program]:
    """The fresh program after that, not started yet."""
    made = Program(qtbot, qapp, preferences, case.folder)
    yield made
    made.end()


def come_back(again: Program) -> None:
    again.start()
    again.unlock()
    again.wait_for_frame()


def editor_of(program: Program, case: Case) -> NoteEditor:
    """Go to the note and return its editor, once it can be written in."""
    frame = program.wait_for_frame()
    frame.navigate(case.note)
    program.qtbot.waitUntil(
        lambda: any(each.isVisible() and not each.isReadOnly() for each in frame.findChildren(NoteEditor))
    )
    program.settle()
    return next(each for each in frame.findChildren(NoteEditor) if each.isVisible())


def fill_disk(program: Program) -> None:
    """Let the journal have no page more than it has now; the reserve is spent too."""
    program.operations.run(
        lambda journal: journal._database._connection.execute("PRAGMA max_page_count = 1").fetchone()
    )
    program.settle()


def type_what_does_not_fit(program: Program, case: Case) -> str:
    editor = editor_of(program, case)
    fill_disk(program)
    editor.insert_text(TYPED * 2_000)
    return TYPED * 2_000 + BEFORE


def message(program: Program) -> MessageBar:
    """Wait for what is said above the page."""
    frame = program.wait_for_frame()
    bar = frame._message
    assert bar is not None
    program.qtbot.waitUntil(lambda: bool(bar.text))
    return bar


def test_locking_seals_what_cannot_be_saved_and_unlocking_puts_it_back(
    program: Program, again: Program, case: Case
) -> None:
    text = type_what_does_not_fit(program, case)
    program.session.departure.lock()
    program.qtbot.waitUntil(lambda: bool(program.left))
    (sealed,) = drafts_folder().iterdir()
    assert TYPED.encode() not in sealed.read_bytes()
    come_back(again)
    assert message(again).text == "Een tekst die eerder niet kon worden opgeslagen, staat nu op zijn plek."
    assert editor_of(again, case).text() == text
    assert not list(drafts_folder().iterdir())


def test_closing_seals_it_too_and_asks_nothing(program: Program, again: Program, case: Case) -> None:
    text = type_what_does_not_fit(program, case)
    program.window.close()
    program.qtbot.waitUntil(lambda: not program.window.isVisible())
    assert len(list(drafts_folder().iterdir())) == 1
    come_back(again)
    assert editor_of(again, case).text() == text


def test_what_changed_meanwhile_stays_and_the_text_comes_as_a_note_of_its_own(again: Program, case: Case) -> None:
    journal = case.open()
    home = Home(Kind.NOTE, case.id, case.contact)
    journal.drafts.seal([Unsaved(home, TYPED, journal.drafts.stamp(home))])
    journal.notes.save(case.contact, "van een ander")
    journal.close()
    come_back(again)
    bar = message(again)
    assert bar.text.startswith("Een tekst kon niet terug: daar staat nu iets anders.")
    link = next(each for each in bar.findChildren(QPushButton) if each.text() == "Naar de casus")
    again.click(link)
    frame = again.wait_for_frame()
    again.qtbot.waitUntil(lambda: frame.place() is not None and frame.place().record == case.id)
    assert editor_of(again, case).text() == "van een ander"


def test_a_text_without_a_place_is_shown_until_it_is_thrown_away(again: Program, case: Case) -> None:
    journal = case.open()
    journal.drafts.seal([Unsaved(Home(Kind.NOTE, case.id, case.contact), TYPED)])
    journal.drafts.seal([Unsaved(Home(Kind.ORGANISATION), OrganisationDraft("", remarks="zonder naam"))])
    journal.cases.remove(case.id)
    journal.bin.destroy(BinKind.CASE, case.id)
    journal.close()
    come_back(again)
    bar = message(again)
    assert bar.text == "Er liggen nog 2 teksten waarvoor geen plek meer is."
    again.click(next(each for each in bar.findChildren(QPushButton) if each.text() == "Bekijken"))
    frame = again.wait_for_frame()
    again.qtbot.waitUntil(lambda: isinstance(frame.page, WaitingTextsPage))
    page = frame.page
    assert isinstance(page, WaitingTextsPage)
    again.qtbot.waitUntil(lambda: len(page.findChildren(PlainTextField)) == 2)
    shown = {each.text().strip() for each in page.findChildren(PlainTextField)}
    assert shown == {TYPED.strip(), "zonder naam"}
    assert all(each.isReadOnly() for each in page.findChildren(PlainTextField))
    for left in (1, 0):
        away = next(each for each in page.findChildren(QPushButton) if each.text() == "Weggooien")
        again.qtbot.waitUntil(away.isVisible)
        again.click(away)
        again.answer(accept=True)
        again.qtbot.waitUntil(lambda left=left: len(page.findChildren(PlainTextField)) == left)
        again.settle()
    assert not list(drafts_folder().iterdir())
