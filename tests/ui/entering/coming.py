"""A note that is open, and what is pasted into it or taken out of a file: as from another program, by real windows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.builders import a_case, a_contact
from tests.ui.desk import Desk
from ui.entering.incoming_sheet import IncomingSheet
from ui.navigation import Page, Place
from ui.pages.case.case_page import CasePage
from ui.pages.case.notes_part import NotesPart
from ui.pages.case.part import PartName
from ui.widgets.note_editor import NoteEditor
from vpjournal.domain.case import Phase
from vpjournal.domain.days import today

PHASE = Phase.FIRST_CONVERSATION
NAMED = "Fatima El Amrani sloeg met de deur. Fatima zei niets."
ROLES = "Collega A sloeg met de deur. Collega A zei niets."


def plain(text: str) -> QMimeData:
    """Return a text as another program puts it on the clipboard."""
    mime = QMimeData()
    mime.setText(text)
    return mime


class Coming:
    """One note of a case, in the real page."""

    def __init__(self, desk: Desk, note: str = "") -> None:
        self.desk = desk
        self.case = desk.run(a_case)
        self.contact = desk.run(lambda journal: a_contact(journal, self.case, PHASE, today(), note=note))
        self.page = CasePage(desk.context, factories={PartName.NOTES: NotesPart}, open_acute_card=lambda *_: None)
        desk.show(self.page)
        self.page.open(Place(Page.CASE, self.case, f"{PHASE}/{PartName.NOTES}"))
        desk.settle()

    def wait_for_lists(self) -> None:
        reader = self.part.context.reader
        assert reader is not None
        reader.want()
        self.desk.qtbot.waitUntil(lambda: reader.finder is not None)

    @property
    def part(self) -> NotesPart:
        return next(part for part in self.page.findChildren(NotesPart) if part.phase is PHASE)

    @property
    def editor(self) -> NoteEditor:
        return self.part.editor

    @property
    def sheet(self) -> IncomingSheet:
        found = self.part._incoming.sheet
        assert found is not None
        return found

    @property
    def is_asked(self) -> bool:
        sheet = self.part._incoming.sheet
        return sheet is not None and sheet.isVisible()

    def paste(self, text: str) -> None:
        self.editor.insertFromMimeData(plain(text))

    def settle(self) -> None:
        """Wait until what is shown was looked at."""
        self.desk.settle()
        self.desk.qtbot.waitUntil(lambda: not self.is_asked or self.sheet._check.points._count.text()[:2] != "De")

    def click(self, name: str) -> None:
        self.desk.click(self.sheet, name)
        self.settle()

    def button(self, name: str) -> QPushButton:
        found = self.sheet.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.sheet, key)
        self.settle()


@pytest.fixture
def coming(desk: Desk) -> Callable[..., Coming]:
    """Open a note with this text, with the lists read."""

    def opened(note: str = "") -> Coming:
        made = Coming(desk, note)
        made.wait_for_lists()
        return made

    return opened
