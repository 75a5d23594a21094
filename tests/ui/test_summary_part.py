"""Samenvatting en akkoord: what the reporter approved is exactly what stood on the screen, and any edit shows."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from tests.builders import (
    a_case,
    a_contact,
    a_summary,
    an_agreement,
    an_approval,
    an_organisation,
    let_out,
    pass_gate,
)
from tests.ui.desk import Desk, desk, seen
from ui.dialogs.find_sheet import FindSheet, open_find
from ui.navigation import MessageKind, Page, Place
from ui.pages.bin_page import BinPage
from ui.pages.case.case_page import CasePage
from ui.pages.case.part import PartContext
from ui.pages.case.parts import FACTORIES
from ui.pages.case.summary.approval_history import ApprovalHistory
from ui.pages.case.summary.check_panel import CheckPanel
from ui.pages.case.summary.lapse_bar import LapseBar
from ui.pages.case.summary.read_together import ReadTogether
from ui.pages.case.summary.seal import Seal
from ui.pages.case.summary.step_row import StepRow
from ui.pages.case.summary_part import SummaryPart
from ui.pages.case.words import event_words
from ui.pages.leaving.paper_out import PaperOut
from ui.spots import spot_detail
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Words
from ui.widgets.plain_text_box import PlainTextBox
from vpjournal.domain.case import Asked, Phase, PhaseState
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.ids import CaseId, SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.organisation import Presence, Route, RouteEntry
from vpjournal.domain.register import Way
from vpjournal.domain.summary import Given, Recipient, Summary, SummaryDraft, SummaryState
from vpjournal.domain.views import Spot

__all__ = ["desk"]

W = TypeVar("W", bound=QWidget)
NO_KEY = Qt.KeyboardModifier.NoModifier
TEXT = "# Wat u vertelde\nU wilt dat het stopt. U zegt het zelf, met iemand erbij."
DONE, AGAIN, NOT_YET = PhaseState.ENOUGH, PhaseState.BEGUN, PhaseState.NOT_YET


def the_part(desk: Desk, case: CaseId, *, detail: str = "") -> SummaryPart:
    """Open the summaries of a case, as the case page does."""
    part = SummaryPart(PartContext(desk.context, case), Phase.CHOICE)
    desk.show(part)
    part.activateWindow()
    desk.qtbot.waitUntil(part.isActiveWindow)
    part.show_case(desk.run(lambda journal: journal.cases.view(case)))
    desk.follow(part)
    part.open(detail)
    desk.settle()
    return part


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(a_case)


@pytest.fixture
def summary(desk: Desk, case: CaseId) -> SummaryId:
    return desk.run(lambda journal: a_summary(journal, case, TEXT))


def only(part: QWidget, kind: type[W]) -> W:
    """Return the only widget of a kind."""
    (found,) = part.findChildren(kind)
    return found


def stored(desk: Desk, summary: SummaryId) -> Summary:
    return desk.run(lambda journal: journal.summaries.get(summary))


def steps(part: SummaryPart) -> list[PhaseState]:
    return [each.state for each in part.findChildren(StepRow)]


def seal(part: SummaryPart) -> str:
    return only(part, Seal).text


def bar(part: SummaryPart) -> str:
    return only(part, LapseBar).text


def main_words(part: SummaryPart) -> str:
    return seen(part, QPushButton, "nextStepButton").text()


def may_print(part: SummaryPart) -> bool:
    buttons = [
        each
        for name in ("printSummaryButton", "saveSummaryButton")
        for each in part.findChildren(QPushButton, name)
        if each.isVisible()
    ]
    assert len(buttons) == 2
    assert len({each.isEnabled() for each in buttons}) == 1
    return buttons[0].isEnabled()


def choose(part: SummaryPart, name: str, value: Hashable) -> None:
    QTest.mouseClick(seen(part, ChoiceRow, name).button(value), Qt.MouseButton.LeftButton)


def record(desk: Desk, part: SummaryPart, given: Given = Given.IN_CONVERSATION) -> None:
    """Answer what is asked of the reporter's word."""
    choose(part, "approvalGiven", given)
    desk.click(part, "recordApprovalButton")


def tick(desk: Desk, part: SummaryPart) -> None:
    """Give the own look its tick, once the text was looked at."""
    box = seen(part, QCheckBox, "checkedBox")
    desk.qtbot.waitUntil(box.isEnabled)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    desk.settle()


def approve(desk: Desk, part: SummaryPart) -> None:
    """Go from a text to an approved one, as the steps lead."""
    desk.click(part, "nextStepButton")
    tick(desk, part)
    desk.click(part, "checkReadyButton")
    desk.click(part, "nextStepButton")
    desk.click(part, "readButton")
    desk.click(part, "nextStepButton")
    record(desk, part)


def at_the_question(desk: Desk, case: CaseId, summary: SummaryId) -> SummaryPart:
    """Open a summary that was looked over and read together, where the reporter's word is asked for."""
    desk.run(lambda journal: pass_gate(journal, summary))
    desk.run(lambda journal: journal.summaries.set_read_together(summary, read=True))
    part = the_part(desk, case)
    desk.click(part, "nextStepButton")
    return part


def type_at_end(desk: Desk, part: SummaryPart, words: str) -> None:
    part.editor.setFocus()
    part.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(part.editor, words)
    desk.settle()


def choose_recipient(desk: Desk, part: SummaryPart, recipient: Recipient) -> None:
    desk.click(part, "changeWhomButton")
    seen(part, QComboBox, "recipientBox").setCurrentIndex(list(Recipient).index(recipient))
    desk.settle()


# Writing


def test_it_opens_empty_and_begins_for_the_reporter(desk: Desk, case: CaseId) -> None:
    part = the_part(desk, case)
    assert seen(part, QPushButton, "beginSummaryButton").isVisible()
    desk.click(part, "beginSummaryButton")
    (made,) = desk.run(lambda journal: journal.summaries.list(case))
    assert made.draft.recipient is Recipient.REPORTER
    assert made.draft.purpose == "om na te lezen en te bewaren"
    assert main_words(part) == "Kies wat erin komt"
    assert not may_print(part)
    assert QApplication.focusWidget() is part.editor


def test_chosen_parts_go_below_what_stands_there_and_can_be_undone(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: a_contact(journal, case, Phase.FIRST_CONVERSATION, note="Er was een vervelend overleg."))
    desk.run(lambda journal: an_agreement(journal, case, "brief lezen"))
    summary = desk.run(lambda journal: a_summary(journal, case, "Eigen eerste zin."))
    part = the_part(desk, case)

    desk.click(part, "piecesButton")
    boxes = [each for each in part.findChildren(QCheckBox) if each.objectName().startswith("piece_")]
    assert [each.objectName() for each in boxes] == ["piece_note", "piece_agreements"]
    assert not any(each.isChecked() for each in boxes)
    assert not seen(part, QPushButton, "putPiecesButton").isEnabled()
    boxes[1].click()
    desk.click(part, "putPiecesButton")

    assert part.editor.text().startswith("Eigen eerste zin.\n\n# Afspraken\n- Samen: brief lezen")
    assert "vervelend" not in part.editor.text()
    assert desk.flush(part)
    assert stored(desk, summary).draft.text == part.editor.text()
    QTest.keySequence(part.editor, "Ctrl+Z")
    assert part.editor.text() == "Eigen eerste zin."


def test_a_case_without_anything_says_so(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = the_part(desk, case)
    desk.click(part, "piecesButton")
    assert seen(part, Words, "noPiecesWords").isVisible()
    assert not seen(part, QPushButton, "putPiecesButton").isVisible()


def test_what_is_typed_is_saved_in_canonical_form(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = the_part(desk, case)
    type_at_end(desk, part, " U slaapt slecht.")
    part.editor.insert_text(" 😀 een\u00a0vaste spatie")
    assert desk.flush(part)
    assert stored(desk, summary).draft.text == f"{TEXT} U slaapt slecht. 😀 een vaste spatie"


def test_a_long_text_goes_in_as_a_whole_and_too_long_a_one_stays_on_the_screen(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = the_part(desk, case)
    long = "Een zin die vaker terugkomt, met een 😀 erbij.\n" * 3_000
    part.editor.replace_text(long)
    assert desk.flush(part)
    assert stored(desk, summary).draft.text == long
    part.editor.replace_text(long * 2)
    assert not desk.flush(part)
    assert "te lang" in desk.messages[-1][0]
    assert part.editor.text() == long * 2
    assert stored(desk, summary).draft.text == long


# The steps


def test_the_steps_lead_to_the_reporters_word(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = the_part(desk, case)
    assert steps(part) == [DONE, NOT_YET, NOT_YET, NOT_YET]
    assert not may_print(part)
    assert "akkoord" in seen(part, Words, "noPaperWords").text()

    approve(desk, part)

    found = stored(desk, summary)
    assert found.state is SummaryState.APPROVED
    assert found.approval is not None
    assert found.approval.day == CoarseDay.in_month_of(today())
    assert found.approval.given is Given.IN_CONVERSATION
    assert found.approval.approved.text == TEXT
    assert steps(part) == [DONE, DONE, DONE, DONE]
    assert grouped(found.approval.fingerprint) in seal(part)
    assert desk.context.texts.month(today()) in seal(part)
    assert may_print(part)


def test_the_exact_day_can_be_recorded(desk: Desk, case: CaseId) -> None:
    summary = desk.run(lambda journal: a_summary(journal, case, TEXT))
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "approveLink")
    choose(part, "approvalWhen", "day")
    record(desk, part, Given.BY_PHONE)
    approval = stored(desk, summary).approval
    assert approval is not None
    assert approval.day == CoarseDay.exactly(today())
    assert f"Akkoord op {desk.context.texts.day(today(), today=today())}" in seal(part)


def test_how_the_reporter_said_it_has_to_be_known(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "approveLink")
    desk.click(part, "recordApprovalButton")
    assert "Kies hoe" in seen(part, ChoiceRow, "approvalGiven").accessibleDescription()
    assert stored(desk, summary).state is SummaryState.CHECKED


def test_an_empty_summary_leads_to_writing_and_offers_no_approval(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: a_summary(journal, case, "  \n "))
    part = the_part(desk, case)
    assert main_words(part) == "Kies wat erin komt"
    assert not any(each.isVisible() for each in part.findChildren(QPushButton, "approveLink"))
    assert not may_print(part)


def test_a_text_wiped_while_the_question_is_open_is_refused_kindly(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "approveLink")
    part.editor.replace_text("")
    record(desk, part)
    assert "nog niets om akkoord mee te zijn" in seen(part, Words, "approvalFault").text()
    assert stored(desk, summary).approvals == ()


def test_words_typed_a_moment_ago_are_looked_over_before_they_are_approved(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "approveLink")
    type_at_end(desk, part, " Nog net getypt.")
    record(desk, part)
    assert stored(desk, summary).approvals == ()
    assert only(part, CheckPanel).isVisible()
    look_over(desk, part)
    record(desk, part)
    approval = stored(desk, summary).approval
    assert approval is not None
    assert approval.approved.text == f"{TEXT} Nog net getypt."
    assert part.editor.text() == approval.approved.text


def test_a_text_that_changed_behind_the_screen_is_not_approved(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "approveLink")
    choose(part, "approvalGiven", Given.BY_PHONE)
    draft = replace(stored(desk, summary).draft, text="Iets heel anders.")
    # It is changed after the screen was looked at and before the approval is recorded.
    desk.operations.run(
        lambda journal: journal.summaries.change(summary, draft), failed=lambda error: pytest.fail(repr(error))
    )
    desk.click(part, "recordApprovalButton")

    assert "niets vastgelegd" in seen(part, Words, "approvalFault").text()
    assert stored(desk, summary).approvals == ()
    assert part.editor.text() == "Iets heel anders."


# Voided visibly


def test_an_edit_voids_at_once_and_shows_what_is_new(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    assert bar(part) == ""
    part.editor.setFocus()
    place = TEXT.index("U zegt")
    cursor = part.editor.textCursor()
    cursor.setPosition(place)
    part.editor.setTextCursor(cursor)
    QTest.keyClicks(part.editor, "Liefst in december. ")

    assert "de tekst is veranderd" in bar(part)
    assert "Geen geldig akkoord" in seal(part)
    assert not may_print(part)
    assert "nieuw akkoord" in seen(part, Words, "noPaperWords").text()
    assert steps(part) == [DONE, AGAIN, NOT_YET, NOT_YET]
    desk.qtbot.waitUntil(lambda: part.editor.marked == ("Liefst in december.",))
    assert desk.flush(part)
    assert stored(desk, summary).state is SummaryState.VOID


def test_undoing_the_edit_brings_the_approval_back_at_once(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    type_at_end(desk, part, " Nieuw.")
    assert desk.flush(part)
    assert bar(part)
    QTest.keySequence(part.editor, "Ctrl+Z")

    assert part.editor.text() == TEXT
    assert bar(part) == ""
    assert may_print(part)
    assert steps(part) == [DONE, DONE, DONE, DONE]
    assert part.editor.marked == ()
    assert desk.flush(part)
    assert stored(desk, summary).state is SummaryState.APPROVED


def test_words_taken_out_void_too_and_the_way_back_is_one_click(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    part.editor.replace_text(TEXT.replace(", met iemand erbij", ""))
    assert "de tekst is veranderd" in bar(part)
    desk.qtbot.waitUntil(lambda: len(part.editor._gaps) == 1)
    desk.click(part, "backToApprovedButton")
    assert part.editor.text() == TEXT
    assert bar(part) == ""
    assert stored(desk, summary).state is SummaryState.APPROVED
    QTest.keySequence(part.editor, "Ctrl+Z")
    assert part.editor.text() == TEXT.replace(", met iemand erbij", "")


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda part: QTest.keyClicks(seen(part, QLineEdit, "purposeField"), " thuis"), "het doel is veranderd"),
        (lambda part: choose(part, "summaryLanguage", Language.ENGLISH), "veranderd"),
        (lambda part: seen(part, QComboBox, "recipientBox").setCurrentIndex(3), "voor iemand anders"),
    ],
)
def test_another_purpose_language_or_recipient_voids_as_well(
    desk: Desk, case: CaseId, summary: SummaryId, edit: Callable[[SummaryPart], None], words: str
) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "changeWhomButton")
    edit(part)
    assert words in bar(part)
    assert desk.flush(part)
    assert stored(desk, summary).state is SummaryState.VOID
    desk.click(part, "backToApprovedButton")
    assert bar(part) == ""
    assert stored(desk, summary).state is SummaryState.APPROVED


def test_what_was_looked_over_counts_again_after_undoing(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    type_at_end(desk, part, " x")
    assert steps(part)[1] is NOT_YET
    assert desk.flush(part)
    # It is read in between as well, with what is typed now not looked over.
    desk.run(lambda journal: journal.summaries.add(case, Phase.CHOICE, SummaryDraft("Een andere.")))
    QTest.keySequence(part.editor, "Ctrl+Z")
    assert steps(part)[1] is DONE
    assert desk.flush(part)
    assert stored(desk, summary).checked


def test_marks_find_their_place_behind_emoji_and_in_a_very_long_paragraph(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    long = "woord " * 3_000 + "😀 slot van de tekst."
    desk.run(
        lambda journal: journal.summaries.change(summary, replace(journal.summaries.get(summary).draft, text=long))
    )
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    part.editor.moveCursor(QTextCursor.MoveOperation.End)
    part.editor.insert_text("\nEen 😀 nieuwe regel.")
    desk.qtbot.waitUntil(lambda: bool(part.editor.marked))
    (marked,) = part.editor.marked
    assert marked.replace("\u2029", "\n").endswith("Een 😀 nieuwe regel.")
    assert "slot" not in marked


# For whom


def test_another_recipient_is_asked_about_kindly_before_approval(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = the_part(desk, case)
    choose_recipient(desk, part, Recipient.OTHER)
    purpose = seen(part, QLineEdit, "purposeField")
    assert purpose.text() == ""
    why, function = seen(part, PlainTextBox, "whyNotSelfField"), seen(part, QLineEdit, "recipientWordsField")
    desk.click(part, "whomReadyButton")

    for field, words in ((purpose, "om het rooster te veranderen"), (function, "de roostermaker"), (why, "durft niet")):
        look_over(desk, part)
        assert "Schrijf" in field.accessibleDescription()
        assert QApplication.focusWidget() is field
        QTest.keyClicks(field, words)
        desk.click(part, "whomReadyButton")
    look_over(desk, part)
    record(desk, part)

    approval = stored(desk, summary).approval
    assert approval is not None
    assert approval.approved.recipient_words == "de roostermaker"
    assert stored(desk, summary).draft.why_not_self == "durft niet"
    assert "voor de roostermaker, om het rooster te veranderen" in seal(part)


def look_over(desk: Desk, part: SummaryPart) -> None:
    """Look the text over where that was not done, and go on to the approval."""
    panels = [each for each in part.findChildren(CheckPanel) if each.isVisible()]
    if panels or main_words(part) in ("Herkenbaarheid nakijken", "Opnieuw nakijken"):
        if not panels:
            desk.click(part, "nextStepButton")
        tick(desk, part)
        desk.click(part, "checkReadyButton")
    desk.click(part, "approveLink")


def test_a_second_recipient_of_the_same_text_has_an_approval_of_its_own(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    choose_recipient(desk, part, Recipient.HR)
    QTest.keyClicks(seen(part, QLineEdit, "purposeField"), "om samen te praten")
    QTest.keyClicks(seen(part, PlainTextBox, "whyNotSelfField"), "de melder is ziek")
    desk.click(part, "whomReadyButton")
    assert not may_print(part)
    look_over(desk, part)
    record(desk, part, Given.IN_WRITING)

    found = stored(desk, summary)
    assert [each.approved.recipient for each in found.approvals] == [Recipient.HR, Recipient.REPORTER]
    history = only(part, ApprovalHistory)
    said = [each.text() for each in history.findChildren(Words) if each.isVisible()]
    assert [each for each in said if "·" in each] == [
        f"{desk.context.texts.month(today())} · HR",
        f"{desk.context.texts.month(today())} · de melder zelf",
    ]
    assert {"geldt nu", "dezelfde tekst"} <= set(said)
    desk.click(part, "backToEarlierButton")
    assert stored(desk, summary).draft.recipient is Recipient.REPORTER
    assert may_print(part)


def test_a_function_that_is_not_there_says_so(desk: Desk) -> None:
    organisation = desk.run(lambda journal: an_organisation(journal, routes=(RouteEntry(Route.HR, Presence.ABSENT),)))
    case = desk.run(lambda journal: a_case(journal, organisation=organisation))
    desk.run(lambda journal: a_summary(journal, case, TEXT))
    part = the_part(desk, case)
    desk.click(part, "changeWhomButton")
    box = seen(part, QComboBox, "recipientBox")
    names = [box.itemText(row) for row in range(box.count())]
    assert "HR (bestaat daar niet)" in names
    assert "de leidinggevende" in names


def test_two_quick_clicks_are_one_approval(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = at_the_question(desk, case, summary)
    choose(part, "approvalGiven", Given.BY_PHONE)
    button = seen(part, QPushButton, "recordApprovalButton")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    (approval,) = stored(desk, summary).approvals
    desk.run(lambda journal: journal.summaries.withdraw(approval.id))
    assert stored(desk, summary).state is SummaryState.WITHDRAWN
    assert not may_print(part)


def test_on_a_full_disk_nothing_is_approved_that_was_not_saved(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = at_the_question(desk, case, summary)
    desk.fill_disk()
    part.editor.setFocus()
    part.editor.moveCursor(QTextCursor.MoveOperation.End)
    part.editor.insert_text(" Een lang stuk dat niet past." * 2_000)
    record(desk, part)
    assert stored(desk, summary).approvals == ()
    assert [kind for _words, kind in desk.messages][-1:] == [MessageKind.FAILED]
    desk.empty_disk()
    record(desk, part)
    look_over(desk, part)
    record(desk, part)
    (approval,) = stored(desk, summary).approvals
    assert approval.approved.text == part.editor.text()


def test_a_key_that_is_held_down_approves_once_and_nothing_else(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = at_the_question(desk, case, summary)
    choose(part, "approvalGiven", Given.BY_PHONE)
    button = seen(part, QPushButton, "recordApprovalButton")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, NO_KEY, "", True))
            QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyRelease, key, NO_KEY, "", True))
        desk.settle()
    assert len(stored(desk, summary).approvals) == 1
    assert not part._way_out.is_open
    assert desk.run(lambda journal: journal.register.list()) == ()


# Reading together


def test_reading_together_copies_plain_words_alone(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "nextStepButton")
    text = only(part, ReadTogether).text
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == TEXT.removeprefix("# ")
    assert not copied.hasHtml()
    assert not copied.hasUrls()
    QApplication.clipboard().clear()


def test_what_changed_while_reading_together_was_not_read(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "nextStepButton")
    part._put_in("Een stuk dat er later bij kwam.")
    desk.settle()
    desk.click(part, "readButton")
    assert "later bij kwam" in stored(desk, summary).draft.text
    assert not stored(desk, summary).read_together


def test_reading_together_shows_the_text_alone_and_escape_records_nothing(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    alone: list[bool] = []
    part.alone_asked.connect(alone.append)
    desk.click(part, "nextStepButton")
    together = only(part, ReadTogether)
    assert together.text.toPlainText() == TEXT.removeprefix("# ")
    assert seen(part, QLabel, "readForWhomWords").text() == "Voor uzelf, om na te lezen en te bewaren."
    assert part.help_screen() == "read_together"
    assert not part.editor.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    desk.settle()
    assert part.editor.isVisible()
    assert alone == [True, False]
    assert not stored(desk, summary).read_together


def test_hiding_the_part_ends_reading_together(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = the_part(desk, case)
    alone: list[bool] = []
    part.alone_asked.connect(alone.append)
    desk.click(part, "nextStepButton")
    part.hide()
    assert alone == [True, False]
    assert desk.flush(part)
    part.show()
    assert part.editor.isVisible()


# Withdrawing, and what left


def test_withdrawing_first_shows_what_already_left(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    approval = desk.run(lambda journal: an_approval(journal, summary))
    printed = desk.run(lambda journal: let_out(journal, journal.papers.summary(summary)))
    desk.run(lambda journal: journal.register.set_afterwards(printed, Asked.YES))
    desk.run(lambda journal: let_out(journal, journal.papers.summary(summary), Way.FILE, place="/ergens/Blad.pdf"))
    part = the_part(desk, case)

    desk.click(part, "withdrawButton")
    day = desk.context.texts.day(today(), today=today())
    said = [each.text() for each in part.findChildren(Words) if each.isVisible()]
    assert f"Afgedrukt op {day}, meegegeven" in said
    assert f"Bestand bewaard op {day}" in said
    assert "niet terug" in seen(part, Words, "leftWords").text()
    desk.click(part, "keepApprovalButton")
    assert stored(desk, summary).state is SummaryState.APPROVED

    desk.click(part, "withdrawButton")
    desk.click(part, "confirmWithdrawButton")
    found = stored(desk, summary)
    assert found.state is SummaryState.WITHDRAWN
    assert [each.id for each in found.approvals] == [approval]
    assert "Akkoord ingetrokken" in seal(part)
    assert not may_print(part)


def test_withdrawing_what_never_left_says_that(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "withdrawButton")
    assert seen(part, Words, "leftHeading").text() == "Er ging nog niets de deur uit."


def test_an_approval_that_lapsed_can_still_be_withdrawn(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    type_at_end(desk, part, " Nieuw.")
    assert desk.flush(part)
    desk.click(part, "withdrawEarlierButton")
    desk.click(part, "confirmWithdrawButton")
    assert bar(part) == ""
    assert stored(desk, summary).state is SummaryState.WRITTEN
    assert part.editor.text() == f"{TEXT} Nieuw."


def test_an_approval_ends_when_a_name_is_replaced_and_there_is_no_way_back_to_its_words(
    desk: Desk, case: CaseId
) -> None:
    summary = desk.run(lambda journal: a_summary(journal, case, "Zwanepolder moet ophouden."))
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    assert may_print(part)
    dutch = desk.context.texts
    desk.run(
        lambda journal: journal.replacing.replace(journal.replacing.preview(case, ("Zwanepolder",), "de ander"), dutch)
    )
    assert part.editor.text() == "De ander moet ophouden."
    assert not part.editor.document().isUndoAvailable()
    assert not may_print(part)
    assert bar(part).startswith("Het akkoord is vervallen: een naam is vervangen.")
    assert seal(part).endswith("gold voor de tekst met de naam erin.")
    assert not only(part, LapseBar).findChild(QPushButton, "backToApprovedButton").isVisible()
    type_at_end(desk, part, " Nu.")
    assert bar(part).startswith("Het akkoord is vervallen: de tekst is veranderd.")
    assert not only(part, LapseBar).findChild(QPushButton, "backToApprovedButton").isVisible()
    assert desk.flush(part)
    desk.run(lambda journal: journal.summaries.change(summary, SummaryDraft("De ander moet ophouden.")))
    desk.run(lambda journal: journal.replacing.undo(case))
    assert bar(part).startswith("Het akkoord is vervallen: de tekst is veranderd.")
    assert only(part, LapseBar).findChild(QPushButton, "backToApprovedButton").isVisible()


def test_what_leaves_is_what_was_approved_and_is_told_before_withdrawing(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    approval = desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    desk.click(part, "printSummaryButton")
    paper = seen(part, PaperOut, "summaryPaper")
    desk.qtbot.waitUntil(lambda: paper.outgoing is not None)
    assert paper.outgoing is not None
    assert paper.outgoing.slip.fingerprint == stored(desk, summary).fingerprint
    assert part.detail() == f"{summary}:paper"
    desk.click(paper, "printButton")
    desk.qtbot.waitUntil(lambda: bool(desk.run(lambda journal: journal.register.of_approval(approval))))

    desk.click(part, "leavePaperButton")
    desk.click(part, "withdrawButton")
    day = desk.context.texts.day(today(), today=today())
    assert f"Afgedrukt op {day}" in [each.text() for each in part.findChildren(Words) if each.isVisible()]


def test_the_way_out_closes_itself_to_what_is_no_longer_approved(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case, detail=f"{summary}:paper")
    assert seen(part, PaperOut, "summaryPaper").isVisible()
    desk.click(part, "leavePaperButton")
    type_at_end(desk, part, "!")
    assert desk.flush(part)
    part.open(f"{summary}:paper")
    desk.settle()
    assert part.editor.isVisible()


# Several, and places


def test_several_summaries_are_told_apart_and_nothing_typed_is_lost_in_between(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = the_part(desk, case)
    type_at_end(desk, part, " Een.")
    desk.click(part, "anotherSummaryButton")
    type_at_end(desk, part, "Twee.")
    chips = seen(part, ChoiceRow, "summaryChips")
    assert chips.button(summary).text() == "De melder zelf · geschreven"
    QTest.mouseClick(chips.button(summary), Qt.MouseButton.LeftButton)
    desk.settle()
    assert part.editor.text() == f"{TEXT} Een."
    texts = [each.draft.text for each in desk.run(lambda journal: journal.summaries.list(case))]
    assert texts == [f"{TEXT} Een.", "Twee."]


def test_a_summary_thrown_away_comes_back(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = the_part(desk, case)
    type_at_end(desk, part, " Nog.")
    assert desk.flush(part)
    desk.click(part, "removeSummaryButton")
    assert desk.run(lambda journal: journal.summaries.list(case)) == ()
    assert seen(part, QPushButton, "beginSummaryButton").isVisible()
    assert part.editor.text() == ""
    desk.undo()
    assert part.editor.text() == f"{TEXT} Nog."
    assert stored(desk, summary).draft.text == f"{TEXT} Nog."


def test_what_was_typed_a_moment_before_it_is_thrown_away_comes_back_too(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = the_part(desk, case)
    type_at_end(desk, part, " Nog.")
    desk.click(part, "removeSummaryButton")
    desk.undo()
    assert part.editor.text() == f"{TEXT} Nog."


def test_the_same_summary_and_place_come_back(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: a_summary(journal, case, "Een andere."))
    part = the_part(desk, case, detail=str(summary))
    part.editor.moveCursor(QTextCursor.MoveOperation.End)
    detail = part.detail()
    assert detail == f"{summary}:{len(TEXT)}"

    again = the_part(desk, case, detail=detail)
    assert again.editor.text() == TEXT
    assert again.editor.textCursor().position() == len(TEXT)
    for strange in ("", "999:4", "x:y", f"{summary}:99999"):
        other = the_part(desk, case, detail=strange)
        assert other.editor.text()


def test_what_others_change_is_read_again_but_never_over_what_is_typed(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = the_part(desk, case)
    draft = stored(desk, summary).draft
    desk.run(lambda journal: journal.summaries.change(summary, replace(draft, text="Van elders.")))
    assert part.editor.text() == "Van elders."
    type_at_end(desk, part, " Hier.")
    desk.run(lambda journal: pass_gate(journal, summary))
    assert part.editor.text() == "Van elders. Hier."


def test_forgetting_a_case_leaves_nothing_of_it(desk: Desk, case: CaseId) -> None:
    marker = "WITTEREIGER"
    summary = desk.run(lambda journal: a_summary(journal, case, f"{marker} {TEXT}", purpose=f"om {marker}"))
    desk.run(lambda journal: an_approval(journal, summary))
    part = the_part(desk, case)
    type_at_end(desk, part, f" {marker}")
    desk.click(part, "changeWhomButton")
    assert desk.flush(part)
    part.forget()
    desk.settle()
    assert marker not in everything_in(part)
    assert part.detail() == ""


def test_another_case_never_shows_a_word_of_the_one_before(desk: Desk, case: CaseId) -> None:
    marker = "WITTEREIGER"
    desk.run(lambda journal: a_summary(journal, case, f"{marker} {TEXT}", purpose=f"om {marker}"))
    other = desk.run(lambda journal: a_case(journal, "Lijster-12"))
    desk.run(lambda journal: a_summary(journal, other, "Van de andere casus."))
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    page.open(Place(Page.CASE, case, f"{Phase.CHOICE}/summary"))
    desk.settle()
    assert marker in everything_in(page)
    page.open(Place(Page.CASE, other, f"{Phase.CHOICE}/summary"))
    desk.settle()
    QTest.qWait(0)
    assert marker not in everything_in(page)
    assert "Van de andere casus." in everything_in(page)


def test_search_the_bin_and_the_timeline_know_a_summary(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    desk.run(lambda journal: an_approval(journal, summary))
    window = QWidget()
    desk.show(window)
    open_find(desk.context, window, "today")
    sheet = only(window, FindSheet)
    seen(sheet, QLineEdit, "findField").setText("iemand erbij")
    desk.qtbot.waitUntil(lambda: sheet._searched == "iemand erbij")
    found = sheet._model.found(sheet._model.index(0, 0))
    assert found is not None
    assert found.caption == "Merel-47 · samenvatting"
    spot = Spot(0, TEXT.index("iemand"), TEXT.index("iemand") + len("iemand"))
    assert found.place == Place(Page.CASE, case, f"{Phase.CHOICE}/summary", spot_detail(summary, spot))

    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    page.open(found.place)
    desk.settle()
    assert page.place().part == f"{Phase.CHOICE}/summary"
    editor = only(page, SummaryPart).editor
    assert [each.cursor.selectedText() for each in editor.extraSelections()] == ["iemand"]
    assert not editor.textCursor().hasSelection()
    desk.run(lambda journal: let_out(journal, journal.papers.summary(summary)))
    approval = stored(desk, summary).approvals[0].id
    desk.run(lambda journal: journal.summaries.withdraw(approval))
    events = desk.run(lambda journal: journal.cases.view(case)).events
    assert sorted(event_words(desk.context.texts, each) for each in events) == [
        "Akkoord ingetrokken",
        "Akkoord met de samenvatting",
        "Samenvatting op papier of als bestand",
    ]

    desk.run(lambda journal: journal.summaries.remove(summary))
    bin_page = BinPage(desk.context)
    desk.show(bin_page)
    bin_page.open(Place(Page.BIN))
    desk.settle()
    assert any(each.text().startswith("samenvatting · Merel-47") for each in bin_page.findChildren(Words))


def everything_in(page: QWidget) -> str:
    """Return all that stands in a page, seen or not."""
    words = [each.text() for each in page.findChildren(QLabel)]
    words += [each.text() for each in page.findChildren(QLineEdit)]
    words += [each.text() for each in page.findChildren(PlainTextBox)]
    words += [each.accessibleName() + each.accessibleDescription() for each in page.findChildren(QWidget)]
    return "\n".join(words)
