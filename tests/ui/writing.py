"""A note that is written in the real window, and what becomes of it: for what goes wrong in the middle of that."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from tests.builders import PASSPHRASE, a_case, a_contact
from tests.ui.program import Program
from ui.navigation import Page, Place
from ui.pages.case.part import PartName
from ui.widgets.message_bar import MessageBar
from ui.widgets.note_editor import NoteEditor
from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId, ContactId
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

    def stored(self) -> str:
        """Read the note from a journal that nobody has open."""
        journal = self.open()
        text = journal.notes.read(self.contact).text
        journal.close()
        return text

    @property
    def note(self) -> Place:
        part = f"{Phase.FIRST_CONVERSATION}/{PartName.NOTES}"
        return Place(Page.CASE, self.id, part, f"{self.contact}:0")


def come_back(again: Program) -> None:
    """Unlock in a fresh program."""
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


def message(program: Program, begins: str = "") -> MessageBar:
    """Wait for what is said above the page."""
    bar = program.wait_for_frame()._message

    def says_it() -> None:
        assert bar.text
        assert bar.text.startswith(begins)

    program.qtbot.waitUntil(says_it, timeout=10_000)
    return bar


def link(program: Program, words: str) -> QPushButton:
    """Wait for a button with these words that can be pressed."""

    def found() -> list[QPushButton]:
        buttons = program.window.findChildren(QPushButton)
        return [each for each in buttons if each.text() == words and each.isVisible() and each.isEnabled()]

    program.qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def sealed() -> list[Path]:
    """What lies sealed now."""
    return list(drafts_folder().glob("*"))
