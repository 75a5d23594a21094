"""Marks are wherever something of a case is written in several lines, and in the first contact."""

import pytest
from PySide6.QtTest import QTest

from tests.builders import a_case
from tests.ui.desk import Desk, desk, seen
from ui.navigation import Page, Place
from ui.pages.case.case_page import CasePage
from ui.pages.case.parts import FACTORIES
from ui.pages.first_contact_page import FirstContactPage
from ui.recognising.marked_text import MarkedText
from ui.widgets.plain_text_box import PlainTextBox

__all__ = ["desk"]

MAIL = "p.wonder@voorbeeld.nl"


def marked_in(desk: Desk, editor: PlainTextBox) -> list[str]:
    (marked,) = editor.findChildren(MarkedText)
    desk.qtbot.waitUntil(lambda: marked.is_finished and not marked.paragraphs.left)
    return [find.text for _, paragraph in marked.paragraphs.with_finds() for find in paragraph.finds]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("first_conversation/goals", "needsField"),
        ("first_contact/details", "hopesField"),
        ("follow_up/follow_up", "afterCareHowField"),
        ("second_conversation/summary", "summaryEditor"),
    ],
)
def test_in_the_parts_of_a_case(desk: Desk, part: str, name: str) -> None:
    case = desk.run(a_case)
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda *_: None)
    desk.show(page)
    page.open(Place(Page.CASE, case, part))
    desk.settle()
    editor = page.findChildren(PlainTextBox, name)[0]
    editor.insert_text(MAIL)
    assert marked_in(desk, editor) == [MAIL]
    editor.grab()


def test_in_the_first_contact(desk: Desk) -> None:
    page = FirstContactPage(desk.context, open_acute_card=lambda *_: None)
    desk.show(page)
    page.open(Place(Page.FIRST_CONTACT))
    desk.settle()
    desk.click(page, "moreFieldsButton")
    editor = seen(page, PlainTextBox, "hopesField")
    QTest.keyClicks(editor, MAIL)
    assert marked_in(desk, editor) == [MAIL]
