"""What was deleted comes back from the bin, or is destroyed after one question; nothing in between."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.builders import a_case, a_choice, an_agreement, an_option, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.bin_page import BinPage
from ui.widgets.card import Card
from vpjournal.journal.facade import Journal

__all__ = ["desk"]


@pytest.fixture
def page(desk: Desk) -> BinPage:
    made = BinPage(desk.context)
    desk.show(made)
    desk.follow(made)
    return made


def open_bin(desk: Desk, page: BinPage) -> None:
    page.open(Place(Page.BIN))
    desk.settle()


def fill_bin(journal: Journal) -> None:
    case = a_case(journal)
    journal.board.remove(an_option(journal, case, "Brief over Vuurvogel"))
    journal.choices.remove(a_choice(journal, case, "Vuurvogel"))
    journal.agreements.remove(an_agreement(journal, case, "Vuurvogel"))
    journal.organisations.remove(an_organisation(journal))
    journal.cases.remove(a_case(journal, "Kade-28"))


def cards(page: BinPage) -> list[Card]:
    return [card for card in page.findChildren(Card) if card.isVisible()]


def press(desk: Desk, card: Card, text: str) -> None:
    button = next(each for each in card.findChildren(QAbstractButton) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


def card_of(page: BinPage, words: str) -> Card:
    return next(card for card in cards(page) if any(words in label.text() for label in card.findChildren(QLabel)))


def test_everything_deleted_lies_there_without_its_words(desk: Desk, page: BinPage) -> None:
    desk.run(fill_bin)
    open_bin(desk, page)
    assert len(cards(page)) == 5
    shown = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Merel-47" in shown
    assert "Vuurvogel" not in shown


def test_what_is_put_back_is_there_again(desk: Desk, page: BinPage) -> None:
    desk.run(fill_bin)
    open_bin(desk, page)
    press(desk, card_of(page, "Kade-28"), "Terugzetten")
    assert len(cards(page)) == 4
    assert desk.messages == [("Teruggezet", MessageKind.DONE)]
    assert {row.code for row in desk.run(lambda journal: journal.cases.list())} == {"Merel-47", "Kade-28"}


def test_destroying_asks_first_and_can_be_declined(desk: Desk, page: BinPage) -> None:
    desk.run(fill_bin)
    open_bin(desk, page)
    desk.asker.answers = ["Niet doen", "Vernietigen"]
    press(desk, card_of(page, "Kade-28"), "Nu vernietigen")
    assert len(cards(page)) == 5
    press(desk, card_of(page, "Kade-28"), "Nu vernietigen")
    assert len(cards(page)) == 4
    assert desk.messages == [("Vernietigd", MessageKind.DONE)]
    assert all(question.destroys for question in desk.asker.asked)


def test_emptying_destroys_all_and_leaves_a_calm_page(desk: Desk, page: BinPage) -> None:
    desk.run(fill_bin)
    open_bin(desk, page)
    desk.asker.answers = ["Vernietigen"]
    desk.click(page, "emptyBinButton")
    assert cards(page) == []
    assert seen(page, QAbstractButton, "emptyBinButton").isHidden()
    assert desk.run(lambda journal: journal.bin.list()) == ()
    assert page.help_screen() == "recycle_bin"


def test_a_name_that_was_given_away_is_told_and_nothing_is_lost(desk: Desk, page: BinPage) -> None:
    desk.run(lambda journal: journal.organisations.remove(an_organisation(journal)))
    desk.run(an_organisation)
    open_bin(desk, page)
    press(desk, cards(page)[0], "Terugzetten")
    assert desk.messages == [("Dit is al in gebruik. Kies iets anders.", MessageKind.FAILED)]
    assert len(cards(page)) == 1
    press(desk, cards(page)[0], "Terugzetten")


def test_it_follows_what_is_deleted_elsewhere(desk: Desk, page: BinPage) -> None:
    case = desk.run(a_case)
    open_bin(desk, page)
    assert cards(page) == []
    desk.run(lambda journal: journal.cases.remove(case))
    assert len(cards(page)) == 1
