"""*Woorden die geen naam zijn*: seen, told where they count, and taken back."""

from PySide6.QtWidgets import QLabel, QPushButton

from tests.builders import a_case
from tests.ui.desk import Desk, desk, seen
from ui.navigation import Page, Place
from ui.pages.not_names_page import NotNamesPage

__all__ = ["desk"]


def the_page(desk: Desk) -> NotNamesPage:
    page = NotNamesPage(desk.context)
    desk.show(page)
    desk.follow(page)
    page.open(Place(Page.NOT_NAMES))
    desk.settle()
    return page


def words(page: NotNamesPage) -> list[str]:
    return [each.text() for each in page._list_holder.findChildren(QLabel) if each.isVisible()]


def test_an_empty_list_says_so(desk: Desk) -> None:
    assert "Er staat nog geen woord op deze lijst." in words(the_page(desk))


def test_each_word_says_where_it_counts_and_is_taken_back(desk: Desk) -> None:
    case = desk.run(a_case)
    desk.run(lambda journal: journal.identifiers.say_not_a_name("<b>Roos</b>", case))
    desk.run(lambda journal: journal.identifiers.say_not_a_name("Merel"))
    page = the_page(desk)
    assert words(page) == ["<b>Roos</b>", "alleen in Merel-47", "Merel", "overal"]
    first = seen(page, QPushButton, "takeBackButton")
    assert first.accessibleDescription() == "<b>Roos</b>"
    first.click()
    desk.settle()
    assert desk.messages[-1][0] == "Van de lijst gehaald"
    assert words(page) == ["Merel", "overal"]
    assert [each.word for each in desk.run(lambda journal: journal.identifiers.not_names())] == ["Merel"]


def test_what_is_said_elsewhere_meanwhile_is_shown(desk: Desk) -> None:
    page = the_page(desk)
    desk.run(lambda journal: journal.identifiers.say_not_a_name("Merel"))
    assert words(page) == ["Merel", "overal"]


def test_the_settings_lead_there_and_it_leads_back(desk: Desk) -> None:
    desk.click(the_page(desk), "toSettingsLink")
    assert desk.places == [Place(Page.SETTINGS)]
