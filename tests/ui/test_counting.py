"""*Voor de telling* in a case: folded away, filled by what was recorded, kept at once, and nothing of the next case."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from tests.builders import a_case, a_choice, a_contact, a_contact_draft, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.case.case_page import CasePage
from ui.pages.case.counting_fold import CountingFold
from ui.pages.case.parts import FACTORIES
from ui.widgets.chip_set import ChipSet
from ui.widgets.tick_list import TickRow
from vpjournal.domain.case import Phase, Position
from vpjournal.domain.case_counting import CaseCounting, CodeSetting
from vpjournal.domain.counting import Dimension
from vpjournal.domain.days import today
from vpjournal.domain.guidance import ChoiceKind
from vpjournal.domain.ids import CaseId, OrganisationId

__all__ = ["desk"]


@pytest.fixture
def nest(desk: Desk) -> OrganisationId:
    return desk.run(an_organisation)


@pytest.fixture
def case(desk: Desk, nest: OrganisationId) -> CaseId:
    return desk.run(lambda journal: a_case(journal, organisation=nest, first=a_contact_draft(day=today())))


def open_case(desk: Desk, case: CaseId, part: str) -> CasePage:
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    desk.follow(page)
    go(desk, page, case, part)
    return page


def go(desk: Desk, page: CasePage, case: CaseId, part: str) -> None:
    page.open(Place(Page.CASE, case, part, ""))
    desk.settle()


def unfold(desk: Desk, page: CasePage) -> None:
    desk.click(page, "countingToggle")


def chip(desk: Desk, page: CasePage, dimension: Dimension, key: str) -> None:
    seen(page, ChipSet, f"count_{dimension}").chip(key).click()
    desk.settle()


def counted(desk: Desk, case: CaseId) -> CaseCounting:
    return desk.run(lambda journal: journal.counting.read(case))


def line(page: CasePage) -> str:
    return seen(page, QLabel, "countingLine").text()


def test_it_is_folded_and_says_in_a_line_what_counts(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_contact/details")
    assert not [each for each in page.findChildren(ChipSet) if each.isVisible()]
    assert line(page) == "nog niets gekozen; dat mag ook later"
    unfold(desk, page)
    chip(desk, page, Dimension.CONTACT_KIND, "signal")
    chip(desk, page, Dimension.FOUND_VIA, "hr")
    assert counted(desk, case).chosen == {Dimension.CONTACT_KIND: ("signal",), Dimension.FOUND_VIA: ("hr",)}
    unfold(desk, page)
    assert line(page) == "signaal · HR"


def test_one_kind_at_most_and_a_choice_can_be_let_go_of(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_contact/details")
    unfold(desk, page)
    chip(desk, page, Dimension.CONTACT_KIND, "signal")
    chip(desk, page, Dimension.CONTACT_KIND, "question")
    assert counted(desk, case).chosen == {Dimension.CONTACT_KIND: ("question",)}
    chip(desk, page, Dimension.CONTACT_KIND, "question")
    assert counted(desk, case).chosen == {}


def test_kinds_of_integrity_are_asked_once_integrity_is_named(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_conversation/goals")
    unfold(desk, page)
    assert not page.findChild(ChipSet, "count_integrity").isVisible()
    chip(desk, page, Dimension.SUBJECT, "bullying")
    chip(desk, page, Dimension.SUBJECT, "integrity")
    chip(desk, page, Dimension.INTEGRITY, "theft")
    chip(desk, page, Dimension.RELATION, "manager")
    found = counted(desk, case)
    assert found.chosen[Dimension.SUBJECT] == ("bullying", "integrity")
    assert found.chosen[Dimension.INTEGRITY] == ("theft",)
    chip(desk, page, Dimension.SUBJECT, "integrity")
    assert not page.findChild(ChipSet, "count_integrity").isVisible()
    assert Dimension.INTEGRITY not in counted(desk, case).chosen


def test_what_the_reporter_chose_is_filled_in(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: a_choice(journal, case, kind=ChoiceKind.HEARD))
    page = open_case(desk, case, "choice/choice")
    assert line(page) == "wilde alleen het verhaal kwijt"
    unfold(desk, page)
    assert seen(page, ChipSet, "count_step").chosen == ("told",)
    assert any("Volgt uit" in each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_at_closing_all_of_it_stands_together(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: journal.contacts.set_minutes(a_contact(journal, case, Phase.CHOICE, today()), 75))
    page = open_case(desk, case, "closure/closure")
    unfold(desk, page)
    assert "2, samen 1 uur en 15 minuten" in seen(page, QLabel, "countingGlance").text()
    seen(page, TickRow, "countedRow").box.click()
    seen(page, TickRow, "takenOverRow").box.click()
    persons = seen(page, QComboBox, "countingPersons")
    persons.setCurrentIndex(2)
    persons.activated.emit(2)
    desk.settle()
    found = counted(desk, case)
    assert (found.counted, found.taken_over, found.persons) == (False, True, 3)
    unfold(desk, page)
    assert line(page).startswith("telt niet mee · ")


def test_a_situation_is_linked_by_code_and_let_go_of(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: a_case(journal, "Linde-23"))
    page = open_case(desk, case, "closure/closure")
    unfold(desk, page)
    field = seen(page, QLineEdit, "sameSituationField")
    QTest.keyClicks(field, "Eik-99")
    desk.click(page, "sameSituationButton")
    assert any(each.text() == "Er is geen andere casus met deze code." for each in page.findChildren(QLabel))
    field.clear()
    QTest.keyClicks(field, "linde 23")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert counted(desk, case).linked == ("Linde-23",)
    assert field.text() == ""
    desk.click(page, "unlinkButton")
    assert counted(desk, case).linked == ()
    assert not [kind for _words, kind in desk.messages if kind is MessageKind.FAILED]


def test_advice_to_a_manager_is_said_to_be_an_activity(desk: Desk, nest: OrganisationId) -> None:
    case = desk.run(lambda journal: a_case(journal, organisation=nest, position=Position.MANAGER))
    page = open_case(desk, case, "closure/closure")
    unfold(desk, page)
    assert any("telt als advies" in each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_own_words_and_what_an_organisation_asks_show_in_its_cases(
    desk: Desk, case: CaseId, nest: OrganisationId
) -> None:
    own = desk.run(
        lambda journal: journal.counting.save_own_code(nest, CodeSetting(Dimension.UNIT, "", "de dag", parent="unit"))
    ).new
    desk.run(lambda journal: journal.counting.ask(nest, Dimension.UNIT, asks=True))
    desk.run(lambda journal: journal.counting.set_code(nest, CodeSetting(Dimension.SUBJECT, "bullying", "treiteren")))
    page = open_case(desk, case, "closure/closure")
    unfold(desk, page)
    assert seen(page, ChipSet, "count_subject").chip("bullying").text() == "treiteren"
    chip(desk, page, Dimension.UNIT, f"own:{own}")
    assert not page.findChild(ChipSet, "count_gender").isVisible()
    assert counted(desk, case).chosen == {Dimension.UNIT: (f"own:{own}",)}


def test_the_next_case_knows_nothing_of_it(desk: Desk, case: CaseId) -> None:
    other = desk.run(lambda journal: a_case(journal, "Linde-23"))
    page = open_case(desk, case, "closure/closure")
    unfold(desk, page)
    chip(desk, page, Dimension.SUBJECT, "threat")
    QTest.keyClicks(seen(page, QLineEdit, "sameSituationField"), "kwijlwortel")
    go(desk, page, other, "closure/closure")
    assert line(page) == "nog niets gekozen; dat mag ook later"
    unfold(desk, page)
    assert seen(page, ChipSet, "count_subject").chosen == ()
    assert seen(page, QLineEdit, "sameSituationField").text() == ""


def test_arrows_go_from_chip_to_chip_and_space_chooses(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_conversation/goals")
    unfold(desk, page)
    chips = seen(page, ChipSet, "count_subject")
    chips.setFocus()
    QTest.keyClick(chips.chip("bullying"), Qt.Key.Key_Right)
    assert chips.chip("intimidation").hasFocus()
    QTest.keyClick(chips.chip("intimidation"), Qt.Key.Key_Space)
    desk.settle()
    assert counted(desk, case).chosen == {Dimension.SUBJECT: ("intimidation",)}
    QTest.keyClick(chips.chip("intimidation"), Qt.Key.Key_Left)
    assert chips.chip("bullying").hasFocus()


def test_tab_goes_through_the_questions_before_what_stands_below(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "closure/closure")
    unfold(desk, page)
    seen(page, QAbstractButton, "countingToggle").setFocus()
    passed = []
    for _step in range(12):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.focusWidget())
    chips = seen(page, ChipSet, "count_subject")
    assert passed[1] is chips.chip("bullying")
    assert seen(page, QComboBox, "countingPersons") in passed
    names = [each.objectName() for each in passed]
    assert names.index("countingPersons") < names.index("closeCaseButton")


def test_minutes_are_said_with_the_contact(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_contact/notes")
    desk.click(page, "changeContactButton")
    took = seen(page, QComboBox, "contactMinutes")
    took.setCurrentIndex(took.findData(45))
    took.activated.emit(took.currentIndex())
    desk.settle()
    assert counted(desk, case).minutes == 45
    desk.click(page, "contactDetailsDoneButton")
    assert any("45 min" in each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert [each for each in page.findChildren(CountingFold) if each.isVisible()] == []
