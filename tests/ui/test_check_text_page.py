"""*Tekst nakijken*: a text that is kept nowhere is looked at and copied, and known organisations are found in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.builders import an_organisation
from tests.ui.desk import Desk, desk, seen
from tests.ui.test_points import looked, points, replace, words
from ui.navigation import MessageKind, Page, Place
from ui.pages.leaving.check_text_page import CheckTextPage
from ui.pages.organisation_page import OrganisationPage
from ui.widgets.choice_row import ChoiceRow
from vpjournal.domain.identifying import SMALL_ORGANISATION
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.journal.facade import Journal

__all__ = ["desk"]

MAIL = "kok@voorbeeld.example"


def a_page(desk: Desk, organisation: int | None = None) -> CheckTextPage:
    page = CheckTextPage(desk.context)
    desk.show(page)
    desk.follow(page)
    page.open(Place(Page.CHECK_TEXT, organisation))
    desk.settle()
    return page


def typed(desk: Desk, page: CheckTextPage, text: str) -> None:
    page._check.editor.insert_text(text)
    desk.qtbot.waitUntil(lambda: page._check.text() == text)
    desk.qtbot.waitSignal(page._check.settled, timeout=10_000).wait()
    looked(desk, page)


def test_a_text_is_looked_at_changed_and_copied(desk: Desk) -> None:
    page = a_page(desk)
    typed(desk, page, f"Er was contact met {MAIL}.")
    assert words(page) == [MAIL]
    desk.click(page, "copyTextButton")
    assert desk.messages[-1][1] is MessageKind.LOOK
    replace(desk, page, "een collega")
    desk.click(page, "copyTextButton")
    assert desk.messages[-1][1] is MessageKind.DONE
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "Er was contact met een collega."
    assert clipboard.mimeData().data("x-kde-passwordManagerHint").data() == b"secret"
    clipboard.clear()


def test_an_organisation_that_becomes_known_is_found_at_once(desk: Desk) -> None:
    page = a_page(desk)
    typed(desk, page, "er is gesproken bij kabouterbakkerij")
    assert "kabouterbakkerij" not in words(page)
    desk.run(lambda journal: journal.organisations.add(OrganisationDraft("Kabouterbakkerij")))
    desk.qtbot.waitUntil(lambda: "kabouterbakkerij" in words(page))


def test_the_text_comes_back_when_the_window_is_made_anew_and_not_after_emptying(desk: Desk) -> None:
    typed(desk, a_page(desk), f"aan {MAIL}")
    again = a_page(desk)
    assert again._check.text() == f"aan {MAIL}"
    desk.settle()
    desk.click(again, "wipeTextButton")
    assert again._check.text() == ""
    assert a_page(desk)._check.text() == ""


def test_it_is_one_click_away_from_an_organisation(desk: Desk) -> None:
    page = OrganisationPage(desk.context)
    page.finish()
    desk.show(page)
    page.open(Place(Page.ORGANISATION))
    desk.settle()
    desk.click(page, "toCheckTextLink")
    assert desk.places == [Place(Page.CHECK_TEXT, None)]


def test_a_report_says_no_small_numbers_and_no_other_client_but_its_own(desk: Desk) -> None:
    def two(journal: Journal) -> OrganisationId:
        an_organisation(journal, "Kabouterbakkerij")
        return an_organisation(journal, "Fabelschool", headcount=20)

    page = a_page(desk, desk.run(two))
    typed(desk, page, "Op Fabelschool kwamen drie mensen langs. Ook bij Kabouterbakkerij kwam het voor.")
    found = {row.same.find.text.split()[0] for row in points(page).rows}
    assert "Fabelschool" not in found
    assert {"drie", "Kabouterbakkerij"} <= found
    shown = " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert "Naam van een andere opdrachtgever" in shown
    assert SMALL_ORGANISATION in shown
    choice = seen(page, ChoiceRow, "textKindChoice")
    QTest.mouseClick(choice.button(value=False), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: "Fabelschool" in words(page))
    assert not any("drie" in each for each in words(page))


def test_what_a_report_may_say_instead_is_put_in_its_place(desk: Desk) -> None:
    page = a_page(desk)
    typed(desk, page, "Het kwam drie keer voor. Drie keer is genoeg.")
    row = points(page).rows[0]
    assert row.same.find.text.casefold().startswith("drie")
    replace(desk, page, "een paar maal")
    assert "drie" not in page._check.text().casefold()
    assert page._check.text().startswith("Het kwam een paar maal")
