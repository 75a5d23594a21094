"""The forms of a case: each keeps what was typed, shows what was there before, and can be taken back."""

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.builders import a_case, a_choice, an_agreement
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.case.agreement_editor import AgreementEditor
from ui.pages.case.agreements_part import AgreementsPart
from ui.pages.case.case_page import CasePage
from ui.pages.case.choice_part import ChoicePart
from ui.pages.case.parts import FACTORIES
from ui.pages.case.role_check_part import RoleCheckPart
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.plain_text_field import PlainTextField
from ui.widgets.tick_list import TickList, TickRow
from vpjournal.domain.case import Asked, Phase, Position
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.guidance import (
    AfterCare,
    AgreementKind,
    ChoiceKind,
    ClosureDraft,
    Doer,
    FollowUp,
    Goals,
    Leaving,
    Referral,
    RoleDecision,
)
from vpjournal.domain.ids import CaseId
from vpjournal.domain.timeline import EventKind

__all__ = ["desk"]

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(a_case)


def open_case(desk: Desk, case: CaseId, part: str, detail: str = "") -> CasePage:
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    page.open(Place(Page.CASE, case, part, detail))
    desk.settle()
    return page


def write(page: CasePage, name: str, text: str) -> None:
    QTest.keyClicks(seen(page, PlainTextField, name), text)


def choose(page: CasePage, name: str, value: Any) -> None:
    seen(page, ChoiceRow, name).button(value).click()


def words(page: CasePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def part_of(page: CasePage, kind: type[W], phase: Phase) -> W:
    return next(each for each in page.findChildren(kind) if each.phase is phase)  # type: ignore[attr-defined]  # A part.


# Goals


def test_goals_are_kept_when_another_phase_is_opened(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_conversation/goals")
    write(page, "needsField", "rust")
    write(page, "neverField", "dat het team het hoort")
    page.open_phase(6)
    desk.settle()
    assert desk.run(lambda journal: journal.goals.read(case)) == Goals("rust", "", "dat het team het hoort")
    page.open_phase(2)
    desk.settle()
    assert seen(page, PlainTextField, "needsField").text() == "rust"


def test_goals_of_another_case_are_never_shown_or_overwritten(desk: Desk, case: CaseId) -> None:
    other = desk.run(lambda journal: a_case(journal, "Kade-28"))
    page = open_case(desk, case, "first_conversation/goals")
    write(page, "needsField", "rust")
    assert desk.flush(page)
    page.open(Place(Page.CASE, other, "first_conversation/goals"))
    desk.settle()
    assert seen(page, QLabel, "caseCode").text() == "Kade-28"
    assert seen(page, PlainTextField, "needsField").text() == ""
    write(page, "needsField", "duidelijkheid")
    assert desk.flush(page)
    assert desk.run(lambda journal: journal.goals.read(case)).needs == "rust"
    assert desk.run(lambda journal: journal.goals.read(other)).needs == "duidelijkheid"


def test_a_full_disk_keeps_what_is_typed_in_its_field(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_conversation/goals")
    desk.fill_disk()
    seen(page, PlainTextField, "needsField").insert_text("rust " * 20_000)
    assert not desk.flush(page)
    assert [kind for _, kind in desk.messages] == [MessageKind.FAILED]
    assert len(seen(page, PlainTextField, "needsField").text()) == 100_000
    desk.empty_disk()
    assert desk.flush(page)
    assert len(desk.run(lambda journal: journal.goals.read(case)).needs) == 100_000
    assert desk.messages[-1] == ("Opslaan lukt weer. Uw tekst is bewaard.", MessageKind.DONE)


# Choice


def test_a_choice_is_made_and_adjusted_and_the_earlier_one_stays_readable(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/choice")
    again = seen(page, QAbstractButton, "againButton")
    assert again.isHidden()
    choose(page, "choiceKind", ChoiceKind.UNDECIDED)
    write(page, "choiceWordsField", "een nachtje slapen")
    assert desk.flush(page)
    assert again.isVisible()
    again.click()
    desk.settle()
    assert "‘een nachtje slapen’" in words(page)
    assert seen(page, PlainTextField, "choiceWordsField").text() == ""
    choose(page, "choiceKind", ChoiceKind.STEP)
    write(page, "choiceWordsField", "zelf zeggen")
    assert desk.flush(page)
    newest, earlier = desk.run(lambda journal: journal.choices.list(case))
    assert (newest.draft.kind, newest.draft.words) == (ChoiceKind.STEP, "zelf zeggen")
    assert (earlier.draft.kind, earlier.draft.words) == (ChoiceKind.UNDECIDED, "een nachtje slapen")
    fresh = open_case(desk, case, "choice/choice")
    assert seen(fresh, PlainTextField, "choiceWordsField").text() == "zelf zeggen"
    assert "‘een nachtje slapen’" in words(fresh)


def test_adjusting_saves_what_was_just_typed_first(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: a_choice(journal, case, "eerst een brief"))
    page = open_case(desk, case, "choice/choice")
    write(page, "reasonField", "het blijft klein")
    seen(page, QAbstractButton, "againButton").click()
    desk.settle()
    (kept,) = desk.run(lambda journal: journal.choices.list(case))
    assert kept.draft.reason == "het blijft klein"
    assert part_of(page, ChoicePart, Phase.CHOICE).page.isEnabled()


def test_looking_at_the_choice_makes_none(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/choice")
    assert desk.flush(page)
    assert desk.run(lambda journal: journal.choices.list(case)) == ()


def test_a_step_asks_whether_the_reporter_knows_what_a_formal_one_means(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/choice")
    asked = "Is dit een formele klacht of een formele melding?"
    assert not any(each.startswith(asked) for each in words(page))
    choose(page, "choiceKind", ChoiceKind.STEP)
    assert any(each.startswith(asked) for each in words(page))


# Closure


def test_a_case_is_closed_and_opened_again(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "closure/closure")
    choose(page, "leavingChoice", Leaving.PARTLY)
    write(page, "closureWordsField", "het is stil geworden")
    choose(page, "cardChoice", Asked.YES)
    seen(page, QAbstractButton, "closeCaseButton").click()
    desk.settle()
    kept = desk.run(lambda journal: journal.closure.read(case))
    assert kept == ClosureDraft(Leaving.PARTLY, "het is stil geworden", card_destroyed=Asked.YES)
    view = desk.run(lambda journal: journal.cases.view(case))
    assert view.case.closed_on == today()
    assert f"Afgesloten op {desk.context.texts.day(today())}." in words(page)
    assert seen(page, QAbstractButton, "closeCaseButton").isHidden()
    seen(page, QAbstractButton, "reopenCaseButton").click()
    desk.settle()
    view = desk.run(lambda journal: journal.cases.view(case))
    assert view.case.closed_on is None
    assert [event.kind for event in view.events] == [EventKind.CLOSED, EventKind.REOPENED]
    assert seen(page, QAbstractButton, "closeCaseButton").isVisible()
    assert seen(page, PlainTextField, "closureWordsField").text() == "het is stil geworden"


# Follow-up


def test_after_care_is_asked_about_only_once_it_is_wanted(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "follow_up/follow_up")
    assert not page.findChild(PlainTextField, "afterCareHowField").isVisible()
    choose(page, "afterCareChoice", AfterCare.WANTED)
    write(page, "afterCareHowField", "een keer bellen")
    until = seen(page, DayField, "afterCareUntil")
    until.chips.button("week").click()
    choose(page, "disadvantageChoice", Asked.NO)
    seen(page, TickList, "referralList").row(Referral.LAWYER).box.click()
    assert desk.flush(page)
    kept = desk.run(lambda journal: journal.follow_up.read(case))
    assert kept == FollowUp(AfterCare.WANTED, "een keer bellen", until.value.day, Asked.NO, (Referral.LAWYER,))
    fresh = open_case(desk, case, "follow_up/follow_up")
    assert seen(fresh, PlainTextField, "afterCareHowField").text() == "een keer bellen"
    assert seen(fresh, DayField, "afterCareUntil").value == CoarseDay.exactly(until.value.day)


# Role check


def test_a_role_check_is_kept_and_asked_again_in_the_second_conversation(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_contact/role_check")
    choose(page, "roleQuestion_interest", Asked.NO)
    choose(page, "positionChoice", Position.EXPERIENCED)
    choose(page, "decisionChoice", RoleDecision.MY_ROLE)
    write(page, "roleWordsField", "niemand bekend")
    page.open(Place(Page.CASE, case, "second_conversation/role_check"))
    desk.settle()
    part = part_of(page, RoleCheckPart, Phase.SECOND_CONVERSATION)
    assert part._decision.value is None
    assert any("Dit hoort bij mijn rol" in each for each in words(page))
    choose(page, "roleQuestion_interest", Asked.YES)
    assert desk.flush(page)
    second, first = desk.run(lambda journal: journal.role_checks.list(case))
    assert (second.draft.phase, first.draft.phase) == (Phase.SECOND_CONVERSATION, Phase.FIRST_CONTACT)
    assert dict(second.draft.answers)["interest"] is Asked.YES
    assert (first.draft.decision, first.draft.words) == (RoleDecision.MY_ROLE, "niemand bekend")


def test_a_role_check_is_asked_again_within_a_phase(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_contact/role_check")
    choose(page, "decisionChoice", RoleDecision.THINK)
    assert desk.flush(page)
    seen(page, QAbstractButton, "againButton").click()
    desk.settle()
    choose(page, "decisionChoice", RoleDecision.MY_ROLE)
    assert desk.flush(page)
    decisions = [each.draft.decision for each in desk.run(lambda journal: journal.role_checks.list(case))]
    assert decisions == [RoleDecision.MY_ROLE, RoleDecision.THINK]


def test_the_one_it_is_about_is_referred_and_the_guidance_ends_kindly(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "first_conversation/goals")
    page.findChild(QAction, "accusedAction").trigger()
    desk.settle()
    phase = Phase.SECOND_CONVERSATION
    assert page.place().part == f"{phase}/role_check"
    assert part_of(page, RoleCheckPart, phase)._position.value is Position.ACCUSED
    assert any("Een begeleider beschuldigde kan naast u staan." in each for each in words(page))
    desk.click(page, "endGuidanceButton")
    assert page.place().part == f"{Phase.CLOSURE}/closure"
    (check,) = desk.run(lambda journal: journal.role_checks.list(case))
    assert (check.draft.position, check.draft.decision) == (Position.ACCUSED, RoleDecision.REFER)
    assert desk.run(lambda journal: journal.follow_up.read(case)).referrals == (Referral.ACCUSED_SUPPORT,)


# Agreements


def editor(page: CasePage) -> AgreementEditor:
    (shown,) = [each for each in page.findChildren(AgreementEditor) if each.isVisible()]
    return shown


def new_agreement(desk: Desk, page: CasePage, kind: AgreementKind, doer: Doer, what: str) -> None:
    desk.click(page, "newAgreementButton")
    choose(page, "agreementKind", kind)
    choose(page, "agreementDoer", doer)
    QTest.keyClicks(seen(page, QLineEdit, "agreementWhatField"), what)


def agreements(desk: Desk, case: CaseId) -> tuple[Any, ...]:
    return desk.run(lambda journal: journal.agreements.list(case))


def test_an_agreement_is_made_and_shown_at_the_side(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/agreements")
    new_agreement(desk, page, AgreementKind.ACTION, Doer.REPORTER, "opschrijven")
    seen(page, DayField, "agreementDue").chips.button("today").click()
    QTest.keyClicks(seen(page, QLineEdit, "agreementMayKnowField"), "niemand")
    desk.click(page, "keepAgreementButton")
    (kept,) = agreements(desk, case)
    assert (kept.draft.what, kept.draft.due, kept.draft.may_know) == ("opschrijven", today(), "niemand")
    assert words(page).count("opschrijven") == 2
    assert not [each for each in page.findChildren(AgreementEditor) if each.isVisible()]


def test_an_appointment_says_who_takes_the_initiative(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/agreements")
    new_agreement(desk, page, AgreementKind.APPOINTMENT, Doer.ADVISER, "")
    seen(page, DayField, "agreementDue").chips.button("today").click()
    desk.click(page, "keepAgreementButton")
    day = desk.context.texts.day(today(), today=today())
    assert f"neemt contact op: ik · {day}" in words(page)
    assert words(page).count("Gesprek of telefoontje") == 2


def test_acting_for_the_reporter_is_asked_about_and_never_blocked(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/agreements")
    new_agreement(desk, page, AgreementKind.ACTION, Doer.ADVISER, "bellen met de leidinggevende")
    desk.click(page, "keepAgreementButton")
    assert agreements(desk, case) == ()
    assert editor(page).question.isVisible()
    assert seen(page, QAbstractButton, "leaveAgreementButton").hasFocus()
    desk.click(page, "rewordAgreementButton")
    assert editor(page).question.isHidden()
    desk.click(page, "keepAgreementButton")
    desk.click(page, "leaveAgreementButton")
    (kept,) = agreements(desk, case)
    assert kept.draft.confirmed


def test_supporting_is_not_asked_about(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/agreements")
    new_agreement(desk, page, AgreementKind.ACTION, Doer.ADVISER, "samen het gesprek voorbereiden")
    desk.click(page, "keepAgreementButton")
    assert len(agreements(desk, case)) == 1


def test_an_agreement_without_words_asks_for_them(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/agreements")
    new_agreement(desk, page, AgreementKind.ACTION, Doer.REPORTER, "")
    desk.click(page, "keepAgreementButton")
    assert "Schrijf op wat u hebt afgesproken." in words(page)
    assert seen(page, QLineEdit, "agreementWhatField").hasFocus()
    desk.click(page, "dropAgreementButton")
    assert agreements(desk, case) == ()
    assert seen(page, QAbstractButton, "newAgreementButton").hasFocus()


def test_leaving_keeps_a_half_typed_agreement(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/agreements")
    new_agreement(desk, page, AgreementKind.ACTION, Doer.REPORTER, "opschri")
    page.open_phase(1)
    desk.settle()
    assert [each.draft.what for each in agreements(desk, case)] == ["opschri"]
    page.open_phase(4)
    desk.settle()
    new_agreement(desk, page, AgreementKind.ACTION, Doer.REPORTER, "")
    QTest.keyClicks(seen(page, QLineEdit, "agreementMayKnowField"), "mijn zus")
    assert desk.flush(page)
    kept = {each.draft.what: each.draft.may_know for each in agreements(desk, case)}
    assert kept == {"opschri": "", "nog in te vullen": "mijn zus"}


def test_pressing_twice_makes_one_agreement(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, case, "choice/agreements")
    new_agreement(desk, page, AgreementKind.ACTION, Doer.REPORTER, "opschrijven")
    keep = seen(page, QAbstractButton, "keepAgreementButton")
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert desk.flush(page)
    assert len(agreements(desk, case)) == 1


def test_an_agreement_is_ticked_and_the_keyboard_stays_there(desk: Desk, case: CaseId) -> None:
    agreement = desk.run(lambda journal: an_agreement(journal, case))
    page = open_case(desk, case, "choice/agreements")
    name = f"agreement_{agreement}"
    row = seen(page, TickRow, name)
    row.setFocus()
    QTest.keyClick(row.box, Qt.Key.Key_Space)
    desk.settle()
    assert agreements(desk, case)[0].done_on == today()
    desk.qtbot.waitUntil(lambda: len(page.findChildren(TickRow, name)) == 1)
    assert seen(page, TickRow, name).box.hasFocus()


def test_a_tick_at_the_side_shows_in_the_list(desk: Desk, case: CaseId) -> None:
    agreement = desk.run(lambda journal: an_agreement(journal, case))
    page = open_case(desk, case, "choice/agreements")
    side = next(each for each in page.findChildren(TickRow) if each.isVisible() and not each.objectName())
    side.box.click()
    desk.settle()
    assert seen(page, TickRow, f"agreement_{agreement}").box.isChecked()
    assert agreements(desk, case)[0].done_on == today()


def test_a_removed_agreement_comes_back(desk: Desk, case: CaseId) -> None:
    agreement = desk.run(lambda journal: an_agreement(journal, case))
    page = open_case(desk, case, "choice/agreements")
    next(each for each in page.findChildren(QAbstractButton) if each.text() == "Verwijderen").click()
    desk.settle()
    assert agreements(desk, case) == ()
    assert "Er is nog niets afgesproken. Dat mag ook." in words(page)
    desk.undo()
    assert [each.id for each in agreements(desk, case)] == [agreement]
    assert seen(page, TickRow, f"agreement_{agreement}").isVisible()


def test_an_agreement_is_changed_in_both_phases_that_show_it(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: an_agreement(journal, case, "brief lezen"))
    page = open_case(desk, case, "follow_up/agreements")
    page.open(Place(Page.CASE, case, "choice/agreements"))
    desk.settle()
    first = part_of(page, AgreementsPart, Phase.CHOICE)
    next(each for each in first.findChildren(QAbstractButton) if each.text() == "Wijzigen").click()
    desk.settle()
    QTest.keyClicks(seen(page, QLineEdit, "agreementWhatField"), " en bespreken")
    desk.click(page, "keepAgreementButton")
    assert [each.draft.what for each in agreements(desk, case)] == ["brief lezen en bespreken"]
    page.open(Place(Page.CASE, case, "follow_up/agreements"))
    desk.settle()
    other = part_of(page, AgreementsPart, Phase.FOLLOW_UP)
    assert "brief lezen en bespreken" in [label.text() for label in other.findChildren(QLabel)]
