"""A summary and the fields of a case look at what is pasted just as a note does."""

from PySide6.QtWidgets import QWidget

from tests.builders import a_case, a_contact
from tests.ui.desk import Desk, desk
from tests.ui.entering.coming import NAMED, PHASE, ROLES, plain
from ui.entering.incoming_sheet import IncomingSheet
from ui.navigation import Page, Place
from ui.pages.case.case_page import CasePage
from ui.pages.case.part import PartName
from ui.pages.case.parts import FACTORIES
from ui.widgets.plain_text_box import PlainTextBox
from vpjournal.domain.case import Phase
from vpjournal.domain.days import today

__all__ = ["desk"]


def shown(desk: Desk, part: str) -> CasePage:
    """Open a case at a part that has something in it."""
    case = desk.run(a_case)
    desk.run(lambda journal: a_contact(journal, case, PHASE, today()))
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda *_: None)
    desk.show(page)
    page.open(Place(Page.CASE, case, part))
    desk.settle()
    return page


def box(page: QWidget, name: str) -> PlainTextBox:
    (found,) = [each for each in page.findChildren(PlainTextBox, name) if each.isVisible()]
    return found


def sheet_of(desk: Desk, editor: PlainTextBox) -> IncomingSheet:
    desk.settle()
    (sheet,) = editor.findChildren(IncomingSheet)
    desk.qtbot.waitUntil(lambda: sheet._check.has_certain)
    return sheet


def test_a_summary(desk: Desk) -> None:
    page = shown(desk, f"{Phase.CHOICE}/{PartName.SUMMARY}")
    desk.click(page, "beginSummaryButton")
    editor = box(page, "summaryEditor")
    editor.insertFromMimeData(plain(NAMED))
    sheet = sheet_of(desk, editor)
    desk.click(sheet, "replaceAllButton")
    desk.click(sheet, "takeButton")
    assert editor.text() == ROLES


def test_a_field_of_a_form(desk: Desk) -> None:
    page = shown(desk, f"{PHASE}/{PartName.GOALS}")
    editor = box(page, "goodEnoughField")
    editor.insertFromMimeData(plain(NAMED))
    sheet = sheet_of(desk, editor)
    assert editor.text() == ""
    desk.click(sheet, "takeAsItIsButton")
    assert editor.text() == NAMED


def test_leaving_the_case_takes_it_away_from_an_empty_field(desk: Desk) -> None:
    page = shown(desk, f"{PHASE}/{PartName.GOALS}")
    editor = box(page, "goodEnoughField")
    editor.insertFromMimeData(plain(NAMED))
    sheet_of(desk, editor)
    page._take(None)
    desk.settle()
    assert not [sheet for sheet in editor.findChildren(IncomingSheet) if sheet.isVisible()]
    assert editor.text() == ""
