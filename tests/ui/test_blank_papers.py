"""The blank papers: each is looked at and leaves like any other, the key card with its code, in either language."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton

from tests.builders import a_case
from tests.ui.desk import Desk, desk, seen
from tests.ui.scripted import ScriptedPrinter
from ui.navigation import Page, Place
from ui.pages.leaving.blank_papers_page import _SHEETS, BlankPapersPage
from ui.papers import page_picture
from ui.widgets.labels import Words
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.documents import page_count, page_text
from vpjournal.domain.register import PaperKind

__all__ = ["desk"]


def opened(desk: Desk, place: Place | None = None) -> BlankPapersPage:
    page = BlankPapersPage(desk.context)
    desk.show(page)
    page.open(place or Place(Page.PAPERS))
    settle(desk, page)
    return page


def settle(desk: Desk, page: BlankPapersPage) -> None:
    desk.settle()
    if page._kind is not None:
        desk.qtbot.waitUntil(lambda: page._out.outgoing is not None)
        desk.qtbot.waitUntil(lambda: not page._out._preview._timer.isActive())
    desk.settle()


def look(desk: Desk, page: BlankPapersPage, kind: PaperKind) -> None:
    desk.click(page, f"look_{kind}")
    settle(desk, page)


def text(page: BlankPapersPage) -> str:
    assert page._out.outgoing is not None
    pdf = page._out.outgoing.made.pdf
    return " ".join(" ".join(page_text(pdf, number) for number in range(page_count(pdf))).split())


@pytest.mark.parametrize("kind", _SHEETS)
def test_each_is_shown_and_printed_and_stands_in_the_register(desk: Desk, kind: PaperKind) -> None:
    page = opened(desk)
    look(desk, page, kind)
    assert text(page)
    assert page.place() == Place(Page.PAPERS, None, kind)

    desk.click(page, "printButton")
    settle(desk, page)

    (entry,) = desk.run(lambda journal: journal.register.list())
    assert (entry.kind, entry.case) == (kind, None)
    asked = kind not in (PaperKind.KEY_CARD, PaperKind.POCKET_CARD)
    assert ("meegegeven" in page._out._question.text) is asked


def test_the_pocket_card_is_printed_at_its_own_size(desk: Desk) -> None:
    page = opened(desk)
    look(desk, page, PaperKind.POCKET_CARD)
    desk.click(page, "printButton")
    settle(desk, page)

    printer = desk.context.printer
    assert isinstance(printer, ScriptedPrinter)
    assert page._out.outgoing is not None
    sheet, card = printer.jobs[0].images[0], page_picture(page._out.outgoing.made.pdf, 0, width=1240)
    assert sheet.width() == 2480
    inside = QRect(620, card.height() // 2, card.width(), card.height()).adjusted(2, 2, -2, -2)
    assert sheet.copy(inside) == card.copy(card.rect().adjusted(2, 2, -2, -2))
    assert sheet.pixelColor(30, 30) == "#ffffff"


def test_the_key_card_of_a_case_carries_its_code(desk: Desk) -> None:
    case = desk.run(lambda journal: a_case(journal, word="vuurtoren"))
    page = opened(desk, Place(Page.PAPERS, case))
    look(desk, page, PaperKind.KEY_CARD)
    assert "Merel-47" in text(page)
    assert "vuurtoren" not in text(page)

    page.open(Place(Page.PAPERS))
    look(desk, page, PaperKind.KEY_CARD)
    assert "Merel-47" not in text(page)


def test_the_language_of_the_paper_is_chosen_apart(desk: Desk) -> None:
    page = opened(desk)
    look(desk, page, PaperKind.REPORTER_LOG)
    dutch = text(page)

    next(each for each in page.findChildren(QPushButton) if each.text() == "English").click()
    settle(desk, page)

    assert text(page) != dutch
    assert seen(page, QPushButton, "printButton").text() == "Afdrukken"


def test_the_lines_of_the_information_sheet_are_printed_and_kept(desk: Desk) -> None:
    page = opened(desk, Place(Page.PAPERS, None, PaperKind.WHAT_I_WRITE))
    seen(page, PlainTextField, "sheetComplaintsField").insert_text("Klachtenloket De Fabel")
    settle(desk, page)
    assert "Klachtenloket De Fabel" in text(page)
    assert desk.flush(page)

    kept = desk.run(lambda journal: journal.settings.read())
    assert kept.complaints == "Klachtenloket De Fabel"
    again = opened(desk, Place(Page.PAPERS, None, PaperKind.WHAT_I_WRITE))
    assert "Klachtenloket De Fabel" in text(again)


def test_the_lines_are_asked_of_that_sheet_alone(desk: Desk) -> None:
    page = opened(desk)
    look(desk, page, PaperKind.REPORTER_LOG)
    assert not page._form.isVisible()

    desk.click(page, "leavePaperButton")
    assert page.place() == Place(Page.PAPERS)
    look(desk, page, PaperKind.WHAT_I_WRITE)
    assert page._form.isVisible()
    assert seen(page, Words, "paperTitle").text() == "Wat schrijf ik op?"


def test_the_way_back_is_to_where_it_was_asked_for(desk: Desk) -> None:
    case = desk.run(a_case)
    page = opened(desk, Place(Page.PAPERS, case))
    desk.click(page, "papersBackLink")
    page.open(Place(Page.PAPERS))
    desk.click(page, "papersBackLink")

    assert desk.places == [Place(Page.CASE, case), Place(Page.SETTINGS)]
