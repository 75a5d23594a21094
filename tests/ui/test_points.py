"""The gate on the screen: each point is replaced or left with a reason before a summary or an overview goes on."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QPushButton, QWidget

from tests.builders import a_case, a_summary, an_approval, an_option, an_organisation, pass_gate
from tests.ui.desk import Desk, desk, seen
from tests.ui.test_stray_windows import Watch, watch
from ui.pages.case.board.points_page import PointsPage
from ui.pages.case.board_part import BoardPart
from ui.pages.case.part import PartContext
from ui.pages.case.summary.check_panel import CheckPanel
from ui.pages.case.summary_part import SummaryPart
from ui.pages.leaving.paper_out import PaperOut
from ui.recognising.points_list import PointsList
from ui.recognising.points_row import PointRow
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Words
from vpjournal.domain.board import BoardText
from vpjournal.domain.case import Phase
from vpjournal.domain.gate import Reason, Subject
from vpjournal.domain.identifying import SMALL_ORGANISATION, Kind
from vpjournal.domain.ids import CaseId, SummaryId
from vpjournal.storage import accepted

__all__ = ["desk", "watch"]

MAIL, OTHER = "kok@voorbeeld.example", "ober@voorbeeld.example"
TEXT = f"U schrijft aan {MAIL}. U belt niet met {OTHER}, en nog eens {MAIL}."


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(a_case)


@pytest.fixture
def summary(desk: Desk, case: CaseId) -> SummaryId:
    return desk.run(lambda journal: a_summary(journal, case, TEXT))


def asked_for_paper(desk: Desk, case: CaseId) -> SummaryPart:
    """Ask to print what is approved, and come to its points."""
    part = SummaryPart(PartContext(desk.context, case), Phase.CHOICE)
    desk.show(part)
    desk.follow(part)
    part.open("")
    desk.settle()
    desk.click(part, "printSummaryButton")
    desk.qtbot.waitUntil(lambda: bool([each for each in part.findChildren(CheckPanel) if each.isVisible()]))
    looked(desk, part)
    return part


def at_the_gate(desk: Desk, case: CaseId, *, step: str = "nextStepButton") -> SummaryPart:
    part = SummaryPart(PartContext(desk.context, case), Phase.CHOICE)
    desk.show(part)
    part.activateWindow()
    desk.qtbot.waitUntil(part.isActiveWindow)
    part.show_case(desk.run(lambda journal: journal.cases.view(case)))
    desk.follow(part)
    part.open("")
    desk.settle()
    desk.click(part, step)
    looked(desk, part)
    return part


def points(page: QWidget) -> PointsList:
    (found,) = [each for each in page.findChildren(PointsList) if each.isVisible()]
    return found


def count(page: QWidget) -> str:
    return seen(page, Words, "pointsCount").text()


def looked(desk: Desk, page: QWidget) -> None:
    """Wait until what is on the screen was looked at."""
    desk.qtbot.waitUntil(lambda: count(page) != "De tekst wordt nagekeken.")
    desk.settle()


def words(page: QWidget) -> list[str]:
    return [row.same.find.text for row in points(page).rows]


def unfolded(page: QWidget) -> PointRow:
    (row,) = [row for row in points(page).rows if row.is_open]
    return row


def replace(desk: Desk, page: QWidget, instead: str) -> None:
    field = seen(page, QLineEdit, "insteadField")
    field.clear()
    QTest.keyClicks(field, instead)
    desk.click(page, "replaceButton")
    desk.qtbot.wait(0)
    looked(desk, page)


def leave(desk: Desk, page: QWidget, reason: Reason = Reason.REPORTER_WANTS, own: str = "") -> None:
    desk.click(page, "leaveItButton")
    choice = seen(page, ChoiceRow, "reasonChoice")
    QTest.mouseClick(choice.button(reason), Qt.MouseButton.LeftButton)
    if own:
        QTest.keyClicks(seen(page, QLineEdit, "reasonField"), own)
    desk.click(page, "leaveButton")
    looked(desk, page)


def box(part: QWidget) -> QCheckBox:
    return seen(part, QCheckBox, "checkedBox")


def test_each_point_stands_there_once_in_its_sentence_and_one_is_unfolded(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = at_the_gate(desk, case)
    assert count(part) == "Nog 2 punten om naar te kijken."
    assert words(part) == [MAIL, OTHER]
    row = unfolded(part)
    assert row.same.find.text == MAIL
    assert seen(row, Words, "pointSentence").text() == f"U schrijft aan {MAIL}."
    heads = part.findChildren(QAbstractButton, "pointHead")
    assert [(each.accessibleName(), each.accessibleDescription()) for each in heads] == [
        (MAIL, "E-mailadres · 2 keer"),
        (OTHER, "E-mailadres"),
    ]
    assert not box(part).isVisible()


def test_replacing_changes_the_sheet_as_one_step_and_the_next_point_unfolds(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = at_the_gate(desk, case)
    replace(desk, part, "een collega")
    assert part.editor.text() == f"U schrijft aan een collega. U belt niet met {OTHER}, en nog eens een collega."
    assert unfolded(part).same.find.text == OTHER
    part.editor.undo()
    assert part.editor.text() == TEXT
    desk.qtbot.waitUntil(lambda: words(part) == [MAIL, OTHER])


def test_what_is_left_is_folded_away_with_its_reason_and_can_be_taken_back(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = at_the_gate(desk, case)
    leave(desk, part)
    leave(desk, part, Reason.OTHER, "zo staat het in de brief")
    assert count(part) == "Er staat niets meer open."
    assert box(part).isEnabled()
    fold = seen(part, QPushButton, "leftFold")
    assert fold.text() == "2 punten blijven bewust staan"
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    shown = " ".join(each.text() for each in points(part).findChildren(Words) if each.isVisible())
    assert "De melder wil dit erin" in shown
    assert "zo staat het in de brief" in shown
    QTest.mouseClick(box(part), Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.run(lambda journal: journal.summaries.get(summary)).checked
    back = [each for each in part.findChildren(QPushButton, "takeBackButton") if each.isVisible()]
    QTest.mouseClick(back[0], Qt.MouseButton.LeftButton)
    desk.settle()
    looked(desk, part)
    assert words(part) == [MAIL]
    assert not box(part).isChecked()
    assert not desk.run(lambda journal: journal.summaries.get(summary)).checked


def test_deciding_shows_no_window_of_its_own_and_the_keyboard_goes_on(
    desk: Desk, case: CaseId, summary: SummaryId, watch: Watch
) -> None:
    part = at_the_gate(desk, case)
    watch.shown.clear()
    leave(desk, part)
    assert unfolded(part).isAncestorOf(part.window().focusWidget())
    leave(desk, part, Reason.OTHER, "zo staat het in de brief")
    assert part.window().focusWidget() is box(part)
    assert watch.shown == []


def test_a_reason_is_needed_and_another_reason_takes_words(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = at_the_gate(desk, case)
    desk.click(part, "leaveItButton")
    assert not seen(part, QPushButton, "leaveButton").isEnabled()
    choice = seen(part, ChoiceRow, "reasonChoice")
    QTest.mouseClick(choice.button(Reason.OTHER), Qt.MouseButton.LeftButton)
    desk.click(part, "leaveButton")
    assert desk.run(lambda journal: accepted.of_record(journal._database, case, Subject.SUMMARY, summary)) == ()
    desk.click(part, "leaveNotButton")
    assert seen(part, QPushButton, "replaceButton").isVisible()


def test_nothing_is_replaced_by_nothing(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = at_the_gate(desk, case)
    field = seen(part, QLineEdit, "insteadField")
    field.clear()
    desk.click(part, "replaceButton")
    assert "Typ eerst" in field.accessibleDescription()
    assert part.editor.text() == TEXT


def test_words_that_are_typed_at_the_gate_are_looked_at_and_only_what_is_new_is_open(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    desk.run(lambda journal: pass_gate(journal, summary))
    part = at_the_gate(desk, case, step="checkLink")
    part.editor.replace_text(f"{TEXT}\nEn ook aan wok@voorbeeld.example, dus.")
    assert not box(part).isEnabled()
    desk.qtbot.waitUntil(lambda: words(part) == ["wok@voorbeeld.example"])


def test_a_point_in_the_purpose_is_replaced_there(desk: Desk, case: CaseId) -> None:
    summary = desk.run(lambda journal: a_summary(journal, case, "U wilt rust.", purpose=f"voor {MAIL}"))
    part = at_the_gate(desk, case)
    assert "bij ‘Waarvoor?’" in part.findChildren(QAbstractButton, "pointHead")[0].accessibleDescription()
    replace(desk, part, "de leidinggevende")
    assert count(part) == "Er staat niets meer open."
    assert desk.run(lambda journal: journal.summaries.get(summary)).draft.purpose == "voor de leidinggevende"


def test_an_approval_from_before_the_gate_leads_to_the_points_and_not_to_paper(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    def from_before(journal: object) -> None:
        an_approval(journal, summary)  # type: ignore[arg-type]
        with journal._database.transaction():  # type: ignore[attr-defined]
            journal._database.execute("DELETE FROM accepted")  # type: ignore[attr-defined]

    desk.run(from_before)
    part = asked_for_paper(desk, case)
    assert words(part) == [MAIL, OTHER]
    leave(desk, part)
    leave(desk, part)
    desk.click(part, "checkReadyButton")
    desk.click(part, "printSummaryButton")
    desk.qtbot.waitUntil(lambda: bool([each for each in part.findChildren(PaperOut) if each.outgoing is not None]))


def the_board(desk: Desk, case: CaseId) -> BoardPart:
    part = BoardPart(PartContext(desk.context, case), Phase.SECOND_CONVERSATION)
    desk.show(part)
    desk.follow(part)
    part.open("paper")
    desk.settle()
    return part


def points_page(desk: Desk, part: BoardPart) -> PointsPage:
    desk.qtbot.waitUntil(lambda: any(each.isVisible() for each in part.findChildren(PointsPage)))
    looked(desk, part)
    (page,) = part.findChildren(PointsPage)
    return page


def paper_is_shown(desk: Desk, part: BoardPart) -> None:
    desk.qtbot.waitUntil(
        lambda: any(each.isVisible() and each.outgoing is not None for each in part.findChildren(PaperOut))
    )
    desk.settle()


def test_an_overview_is_seen_once_its_points_are_decided(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: an_option(journal, case, f"Schrijven aan {MAIL}", who_knows=BoardText(OTHER)))
    part = the_board(desk, case)
    page = points_page(desk, part)
    assert not any(each.isVisible() for each in part.findChildren(PaperOut))
    go_on = seen(page, QPushButton, "toPaperButton")
    assert not go_on.isEnabled()
    replace(desk, page, "de leidinggevende")
    leave(desk, page, Reason.RECIPIENT_KNOWS)
    desk.qtbot.waitUntil(go_on.isEnabled)
    desk.click(page, "toPaperButton")
    paper_is_shown(desk, part)
    (option,) = desk.run(lambda journal: journal.board.read(case)).options
    assert option.draft.title.text == "Schrijven aan de leidinggevende"
    assert option.draft.who_knows.text == OTHER


def test_what_the_reporter_said_can_stay_off_the_paper(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: an_option(journal, case, says=f"ik ken {MAIL}"))
    part = the_board(desk, case)
    paper_is_shown(desk, part)
    said = seen(part, QCheckBox, "showSaysBox")
    QTest.mouseClick(said, Qt.MouseButton.LeftButton)
    page = points_page(desk, part)
    desk.click(page, "withoutSaidButton")
    paper_is_shown(desk, part)
    assert not said.isChecked()


def test_from_the_points_a_way_leads_back_to_the_board(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: an_option(journal, case, MAIL))
    part = the_board(desk, case)
    page = points_page(desk, part)
    desk.click(page, "leavePointsButton")
    assert part.detail() != "paper"


def test_in_a_small_organisation_it_says_that_a_role_is_a_person(desk: Desk) -> None:
    def small(journal: object) -> CaseId:
        nest = an_organisation(journal, headcount=12)  # type: ignore[arg-type]
        case = a_case(journal, "Linde-23", organisation=nest)  # type: ignore[arg-type]
        an_option(journal, case, MAIL)  # type: ignore[arg-type]
        return case

    part = the_board(desk, desk.run(small))
    page = points_page(desk, part)
    assert any(each.text() == SMALL_ORGANISATION and each.isVisible() for each in page.findChildren(Words))


def test_replacing_everywhere_is_asked_of_the_case_with_what_stands_in_the_field(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = at_the_gate(desk, case)
    asked: list[tuple[str, str, object]] = []
    part.replace_asked.connect(lambda *told: asked.append(told))
    field = seen(part, QLineEdit, "insteadField")
    field.setText("een collega")
    desk.click(part, "everywhereButton")
    assert asked == [(MAIL, "een collega", Kind.EMAIL)]


def test_words_that_were_replaced_everywhere_are_open_no_more(desk: Desk, case: CaseId, summary: SummaryId) -> None:
    part = at_the_gate(desk, case)
    draft = desk.run(lambda journal: journal.summaries.get(summary)).draft
    desk.run(
        lambda journal: journal.summaries.change(
            summary, dataclasses.replace(draft, text=TEXT.replace(MAIL, "een collega"))
        )
    )
    desk.qtbot.waitUntil(lambda: words(part) == [OTHER])


def test_what_is_read_from_the_finished_paper_alone_is_shown_and_can_only_be_left(desk: Desk, case: CaseId) -> None:
    # The hyphen stands for itself in the text, and for a word that was cut on paper.
    summary = desk.run(lambda journal: a_summary(journal, case, "u belt fati-\nma"))
    desk.run(lambda journal: an_approval(journal, summary))
    part = asked_for_paper(desk, case)
    assert words(part) == ["fatima"]
    assert "gelezen van het blad zelf" in part.findChildren(QAbstractButton, "pointHead")[0].accessibleDescription()
    assert not any(each.isVisible() for each in part.findChildren(QPushButton, "replaceButton"))
    leave(desk, part)
    desk.click(part, "checkReadyButton")
    desk.click(part, "printSummaryButton")
    desk.qtbot.waitUntil(lambda: bool([each for each in part.findChildren(PaperOut) if each.outgoing is not None]))


def test_words_that_could_not_be_saved_are_looked_at_once_they_are(
    desk: Desk, case: CaseId, summary: SummaryId
) -> None:
    part = at_the_gate(desk, case)
    desk.fill_disk()
    part.editor.replace_text("U schrijft aan wok@voorbeeld.example, en meer." + " Rustig aan." * 10_000)
    desk.qtbot.waitUntil(lambda: bool(desk.messages))
    assert count(part) == "De tekst wordt nagekeken."
    desk.empty_disk()
    assert desk.flush(part)
    desk.qtbot.waitUntil(lambda: words(part) == ["wok@voorbeeld.example"])
