"""The first contact: what is typed is never lost, and without a word there is no case."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from tests.builders import a_case, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import TODAY, MessageKind, Page, Place
from ui.pages.case.case_fields import CaseFields
from ui.pages.first_contact_page import FirstContactPage
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.case import Asked, CaseFilter, CaseRow, CaseStatus, Channel, Phase, is_code
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.views import CaseView

__all__ = ["desk"]


@pytest.fixture
def cards() -> list[object]:
    return []


@pytest.fixture
def page(desk: Desk, cards: list[object]) -> FirstContactPage:
    desk.run(an_organisation)
    made = FirstContactPage(desk.context, open_acute_card=lambda _context, above: cards.append(above))
    desk.show(made)
    made.open(Place(Page.FIRST_CONTACT))
    desk.settle()
    return made


def cases(desk: Desk) -> tuple[CaseRow, ...]:
    return desk.run(lambda journal: journal.cases.list(CaseFilter(status=CaseStatus.ALL)))


def the_case(desk: Desk) -> CaseView:
    (row,) = cases(desk)
    return desk.run(lambda journal: journal.cases.view(row.id))


def type_into(page: FirstContactPage, name: str, words: str) -> None:
    QTest.keyClicks(seen(page, QLineEdit, name), words)


def choose(page: FirstContactPage, name: str, value: object) -> None:
    QTest.mouseClick(seen(page, ChoiceRow, name).button(value), Qt.MouseButton.LeftButton)


def test_where_nothing_was_typed_there_is_no_case(desk: Desk, page: FirstContactPage) -> None:
    assert desk.flush(page)
    assert cases(desk) == ()
    assert desk.messages == []


def test_what_was_typed_is_kept_on_leaving_in_the_middle_of_it(desk: Desk, page: FirstContactPage) -> None:
    type_into(page, "aboutField", "opmerkingen in het overleg")
    seen(page, QComboBox, "organisationBox").setCurrentIndex(1)
    assert desk.flush(page)
    view = the_case(desk)
    assert view.case.details.about == "opmerkingen in het overleg"
    assert view.case.organisation_name == "Fabeldierenzorg Het Nest"
    (contact,) = view.contacts
    assert contact.details.phase is Phase.FIRST_CONTACT
    assert (contact.details.day, contact.details.channel) == (CoarseDay.exactly(today()), Channel.PHONE)
    assert desk.messages == [(f"Bewaard als {view.case.details.code}", MessageKind.DONE)]
    assert page.place() == Place(Page.FIRST_CONTACT, view.case.id)
    desk.undo()
    assert desk.places == [Place(Page.CASE, view.case.id)]


def test_the_case_that_was_begun_is_changed_and_not_begun_again(desk: Desk, page: FirstContactPage) -> None:
    type_into(page, "aboutField", "a")
    assert desk.flush(page)
    type_into(page, "aboutField", "b")
    choose(page, "firstChannelChoice", Channel.EMAIL)
    assert desk.flush(page)
    view = the_case(desk)
    assert view.case.details.about == "ab"
    assert [each.details.channel for each in view.contacts] == [Channel.EMAIL]


def test_coming_back_begins_a_new_contact_unless_this_one_is_asked_for(desk: Desk, page: FirstContactPage) -> None:
    type_into(page, "aboutField", "eerste")
    assert desk.flush(page)
    here = page.place()
    page.open(Place(Page.FIRST_CONTACT))
    assert seen(page, QLineEdit, "aboutField").text() == "eerste"
    page.hide()
    page.show()
    page.open(Place(Page.FIRST_CONTACT))
    desk.settle()
    assert seen(page, QLineEdit, "aboutField").text() == ""
    page.open(here)
    desk.settle()
    assert seen(page, QLineEdit, "aboutField").text() == "eerste"


def test_the_main_button_goes_on_with_nothing_filled_in(desk: Desk, page: FirstContactPage) -> None:
    desk.click(page, "saveAndGoOnButton")
    view = the_case(desk)
    assert is_code(view.case.details.code)
    assert desk.places == [Place(Page.CASE, view.case.id)]


def test_danger_puts_the_numbers_one_click_away(desk: Desk, page: FirstContactPage, cards: list[object]) -> None:
    button = page.findChild(CaseFields).findChild(object, "openAcuteCardButton")
    assert not button.isVisible()
    choose(page, "dangerChoice", Asked.YES)
    desk.click(page, "openAcuteCardButton")
    assert cards == [page]


def test_hurry_asks_what_cannot_wait(desk: Desk, page: FirstContactPage) -> None:
    field = seen(page, PlainTextField, "hurryWordsField")
    assert not field.isVisible()
    choose(page, "hurryChoice", Asked.YES)
    QTest.keyClicks(field, "morgen een gesprek")
    assert desk.flush(page)
    details = the_case(desk).case.details
    assert (details.hurry, details.hurry_words) == (Asked.YES, "morgen een gesprek")


def test_a_word_that_is_in_use_is_asked_about_and_may_be_used(desk: Desk, page: FirstContactPage) -> None:
    desk.run(lambda journal: a_case(journal, word="vuurtoren"))
    desk.click(page, "moreFieldsButton")
    type_into(page, "aboutField", "pesten")
    type_into(page, "wordField", "vuurtoren")
    desk.click(page, "saveAndGoOnButton")
    assert desk.places == []
    assert "Een andere casus heeft dit woord" in page.findChild(CaseFields).word_field.fault
    assert sorted((row.word, row.code == "Merel-47") for row in cases(desk)) == [("", False), ("vuurtoren", True)]
    desk.click(page, "useSameWordButton")
    desk.click(page, "saveAndGoOnButton")
    assert [row.word for row in cases(desk)] == ["vuurtoren", "vuurtoren"]
    assert len(desk.places) == 1


def test_leaving_keeps_a_word_that_is_in_use(desk: Desk, page: FirstContactPage) -> None:
    desk.run(lambda journal: a_case(journal, word="vuurtoren"))
    desk.click(page, "moreFieldsButton")
    type_into(page, "wordField", "vuurtoren")
    assert desk.flush(page)
    assert [row.word for row in cases(desk)] == ["vuurtoren", "vuurtoren"]


def test_another_code_is_drawn(desk: Desk, page: FirstContactPage) -> None:
    desk.click(page, "moreFieldsButton")
    first = page.findChild(CaseFields).collect().case.code
    desk.click(page, "anotherCodeButton")
    code = page.findChild(CaseFields).collect().case.code
    assert is_code(code)
    assert code != first


def test_not_keeping_asks_once_and_destroys(desk: Desk, page: FirstContactPage) -> None:
    type_into(page, "aboutField", "verkeerd verbonden")
    assert desk.flush(page)
    desk.asker.answers = ["Terug naar het contact", "Weggooien"]
    desk.click(page, "discardButton")
    assert len(cases(desk)) == 1
    desk.click(page, "discardButton")
    assert desk.places == [TODAY]
    assert cases(desk) == ()
    assert desk.run(lambda journal: journal.bin.list()) == ()
    assert desk.flush(page)
    assert cases(desk) == ()


def test_not_keeping_nothing_asks_nothing(desk: Desk, page: FirstContactPage) -> None:
    desk.click(page, "discardButton")
    assert desk.asker.asked == []
    assert desk.places == [TODAY]


def test_a_question_that_was_asked_is_only_ticked(desk: Desk, page: FirstContactPage) -> None:
    tree = page.findChild(object, "promptsTree")
    with desk.qtbot.waitSignal(tree.ticked):
        tree._on_clicked(tree.model().index(0, 0, tree.model().index(0, 0)))
    assert desk.flush(page)
    assert cases(desk) == ()


def test_a_new_organisation_can_be_chosen_at_once(desk: Desk, page: FirstContactPage) -> None:
    changes = desk.run(lambda journal: journal.organisations.add(_draft("Drakenopvang De Grot")))
    page.on_changes(changes)
    desk.settle()
    box = seen(page, QComboBox, "organisationBox")
    assert [box.itemText(index) for index in range(box.count())][:2] == ["nog onbekend", "Drakenopvang De Grot"]


def test_a_full_disk_keeps_the_adviser_and_the_text(desk: Desk, page: FirstContactPage) -> None:
    words = "x" * 9_000
    seen(page, QLineEdit, "aboutField").setText(words)
    type_into(page, "aboutField", "y")
    desk.fill_disk()
    assert not desk.flush(page)
    assert "schijf is vol" in desk.messages[-1][0]
    assert seen(page, QLineEdit, "aboutField").text() == words + "y"
    desk.empty_disk()
    assert desk.flush(page)
    assert the_case(desk).case.details.about == words + "y"


def _draft(name: str) -> object:
    from vpjournal.domain.organisation import OrganisationDraft

    return OrganisationDraft(name)


def test_what_was_chosen_and_taken_back_makes_no_case(desk: Desk, page: FirstContactPage) -> None:
    choose(page, "dangerChoice", Asked.YES)
    choose(page, "dangerChoice", Asked.NOT_ASKED)
    assert desk.flush(page)
    assert cases(desk) == ()


def test_a_word_that_cannot_be_taken_leaves_the_one_before(desk: Desk, page: FirstContactPage) -> None:
    desk.run(lambda journal: a_case(journal, word="vuurtoren"))
    desk.click(page, "moreFieldsButton")
    type_into(page, "wordField", "molen")
    assert desk.flush(page)
    seen(page, QLineEdit, "wordField").selectAll()
    type_into(page, "wordField", "vuurtoren")
    desk.click(page, "saveAndGoOnButton")
    assert {row.word for row in cases(desk)} == {"molen", "vuurtoren"}


def test_a_save_that_fails_after_throwing_away_is_not_tried_again(desk: Desk, page: FirstContactPage) -> None:
    seen(page, QLineEdit, "aboutField").setText("x" * 9_000)
    type_into(page, "aboutField", "y")
    desk.fill_disk()
    desk.asker.answers = ["Weggooien"]
    page.flush(lambda _saved: None)
    QTest.mouseClick(seen(page, QAbstractButton, "discardButton"), Qt.MouseButton.LeftButton)
    desk.settle()
    desk.empty_disk()
    assert desk.flush(page)
    assert cases(desk) == ()


def test_the_form_that_was_made_ahead_in_pieces_is_finished_when_somebody_comes(desk: Desk) -> None:
    made = FirstContactPage(desk.context, open_acute_card=lambda _context, _above: None)
    desk.show(made)
    pieces = made.prepare()
    for _ in range(4):
        next(pieces)
    assert desk.flush(made)
    assert made.findChild(PlainTextField, "hopesField") is None
    made.open(Place(Page.FIRST_CONTACT))
    assert list(pieces) == []
    desk.settle()
    type_into(made, "aboutField", "eerste")
    assert desk.flush(made)
    assert the_case(desk).case.details.about == "eerste"


def test_a_new_contact_shows_nothing_of_the_one_before(desk: Desk, page: FirstContactPage) -> None:
    type_into(page, "aboutField", "kerstboom")
    choose(page, "dangerChoice", Asked.YES)
    desk.click(page, "moreFieldsButton")
    seen(page, PlainTextField, "hopesField").set_text("kerstboom")
    assert desk.flush(page)
    page.hide()
    page.show()
    page.open(Place(Page.FIRST_CONTACT))
    # At once, and not only when the new one was read.
    about = seen(page, QLineEdit, "aboutField")
    assert (about.text(), about.isEnabled(), about.isUndoAvailable()) == ("", False, False)
    assert not seen(page, PlainTextField, "hopesField").isVisible()
    desk.settle()
    hopes = seen(page, PlainTextField, "hopesField")
    assert (hopes.text(), hopes.document().isUndoAvailable()) == ("", False)
    assert seen(page, ChoiceRow, "dangerChoice").value is Asked.NOT_ASKED
    assert about.isEnabled()
