"""A text from another program that names someone is looked at before it stands in a note; any other goes in at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from tests.ui.desk import Desk, desk, seen
from tests.ui.entering.coming import NAMED, ROLES, Coming, coming, plain
from ui.entering.incoming import AT_ONCE
from ui.entering.incoming_sheet import IncomingSheet
from ui.platform.clipboard import private
from vpjournal.domain.text import NOTE_LIMIT

__all__ = ["coming", "desk"]

Opened = Callable[..., Coming]


def test_a_text_with_a_name_is_asked_about_and_nothing_is_in_yet(coming: Opened) -> None:
    note = coming("Het was laat.")
    note.paste(NAMED)
    note.settle()
    assert note.is_asked
    assert note.editor.text() == "Het was laat."
    assert note.sheet.accessibleName() == "Wat u plakt"
    assert note.sheet._check.text() == NAMED
    assert not note.button("takeButton").isEnabled()


def test_a_text_without_points_is_pasted_as_ever(coming: Opened) -> None:
    note = coming()
    note.paste("Zij sliep slecht.\r\nEn at niet.")
    assert note.part._incoming.sheet is None
    assert note.editor.text() == "Zij sliep slecht.\nEn at niet."


def test_all_is_replaced_by_proposals_and_goes_in_at_the_cursor_as_one_step(coming: Opened) -> None:
    note = coming("Begin. Eind.")
    cursor = note.editor.textCursor()
    cursor.setPosition(7)
    note.editor.setTextCursor(cursor)
    note.paste(f"{NAMED} ")
    note.settle()
    note.click("replaceAllButton")
    assert not note.button("replaceAllButton").isVisible()
    note.click("takeButton")
    assert not note.is_asked
    assert note.editor.text() == f"Begin. {ROLES} Eind."
    note.editor.undo()
    assert note.editor.text() == "Begin. Eind."
    note.editor.redo()
    assert note.editor.text() == f"Begin. {ROLES} Eind."


def test_what_was_selected_is_replaced_by_what_is_pasted(coming: Opened) -> None:
    note = coming("Weg hiermee.")
    note.editor.selectAll()
    note.paste(NAMED)
    note.settle()
    note.click("takeAsItIsButton")
    assert note.editor.text() == NAMED
    note.editor.undo()
    assert note.editor.text() == "Weg hiermee."


def test_one_point_is_replaced_by_the_words_of_the_adviser(coming: Opened) -> None:
    note = coming()
    note.paste(NAMED)
    note.settle()
    seen(note.sheet, QLineEdit, "insteadField").setText("de nieuwe buurvrouw")
    note.click("replaceButton")
    assert note.button("takeButton").isEnabled()
    note.settle()
    note.click("takeButton")
    assert note.editor.text().startswith("De nieuwe buurvrouw sloeg met de deur.")


def test_roles_of_the_note_are_not_given_to_someone_else(coming: Opened) -> None:
    note = coming("Collega A was er ook. ")
    note.editor.moveCursor(QTextCursor.MoveOperation.End)
    note.paste(NAMED)
    note.settle()
    note.click("replaceAllButton")
    assert note.sheet._check.text() == ROLES.replace("Collega A", "Collega B")


def test_a_point_that_is_left_may_go_in(coming: Opened) -> None:
    note = coming()
    note.paste("Mail kok@voorbeeld.example even.")
    note.settle()
    note.click("leaveItButton")
    assert note.button("takeButton").isEnabled()
    note.click("takeButton")
    assert note.editor.text() == "Mail kok@voorbeeld.example even."


@pytest.mark.parametrize("way", ["escape", "button"])
def test_not_pasting_leaves_the_note_and_the_clipboard_alone(coming: Opened, way: str) -> None:
    note = coming("Zo was het.")
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(plain(NAMED))
    note.editor.paste()
    note.settle()
    assert note.is_asked
    if way == "escape":
        note.key(Qt.Key.Key_Escape)
    else:
        note.click("leaveButton")
    assert not note.is_asked
    assert note.editor.text() == "Zo was het."
    assert not note.editor.document().isUndoAvailable()
    assert clipboard.text() == NAMED


def test_enter_in_a_field_replaces_and_never_pastes(coming: Opened) -> None:
    note = coming()
    note.paste("Jan Bakker zag het. Pieter Jansen ook.")
    note.settle()
    field = seen(note.sheet, QLineEdit, "insteadField")
    field.setText("de bode")
    QTest.keyClick(field, Qt.Key.Key_Return)
    note.settle()
    assert note.is_asked
    assert note.sheet._check.text() == "De bode zag het. Pieter Jansen ook."
    note.key(Qt.Key.Key_Return)
    assert note.is_asked


def test_our_own_text_is_pasted_without_asking(coming: Opened) -> None:
    note = coming()
    note.editor.insertFromMimeData(private(NAMED))
    assert note.part._incoming.sheet is None
    assert note.editor.text() == NAMED


def test_while_the_adviser_wants_no_questions_none_is_asked(coming: Opened) -> None:
    note = coming()
    note_help = note.part.note_help()
    assert note_help is not None
    note_help.set_quiet(True)
    note.paste(NAMED)
    assert note.editor.text() == NAMED
    assert note_help.count_open() > 0


def test_before_the_lists_are_read_it_can_be_pasted_as_it_is(desk: Desk) -> None:
    note = Coming(desk)
    reader = note.part.context.reader
    assert reader is not None
    reader.take(note.case)
    note.paste(NAMED)
    assert note.is_asked
    assert note.button("takeAsItIsButton").isEnabled()
    assert note.editor.text() == ""
    note.button("takeAsItIsButton").click()
    assert note.editor.text() == NAMED


def test_before_the_lists_are_read_a_text_without_points_goes_in_by_itself(desk: Desk) -> None:
    note = Coming(desk)
    reader = note.part.context.reader
    assert reader is not None
    reader.take(note.case)
    note.paste("Zij sliep slecht.")
    assert note.is_asked
    desk.qtbot.waitUntil(lambda: not note.is_asked)
    assert note.editor.text() == "Zij sliep slecht."


def test_a_long_text_is_looked_at_elsewhere_and_goes_in_by_itself_without_points(coming: Opened) -> None:
    note = coming()
    long = "Zij sliep slecht.\n" * (AT_ONCE // 10)
    note.paste(long)
    assert note.is_asked
    assert note.editor.text() == ""
    note.desk.qtbot.waitUntil(lambda: not note.is_asked)
    assert note.editor.text() == long


def test_a_long_text_with_a_name_stays_to_be_looked_at(coming: Opened) -> None:
    note = coming()
    long = "Zij sliep slecht.\n" * (AT_ONCE // 10) + NAMED
    note.paste(long)
    note.settle()
    assert note.is_asked
    note.click("replaceAllButton")
    note.click("takeButton")
    assert note.editor.text() == long.replace(NAMED, ROLES)
    note.editor.undo()
    assert note.editor.text() == ""


def test_what_is_more_than_a_note_keeps_is_said_at_once(coming: Opened) -> None:
    note = coming()
    note.paste("Fatima. " * (NOTE_LIMIT // 4))
    assert note.is_asked
    assert any(label.text().startswith("Deze tekst is te lang") for label in note.sheet.findChildren(QLabel))
    assert note.button("takeAsItIsButton").isVisible()
    note.click("leaveButton")
    assert note.editor.text() == ""


@pytest.mark.parametrize(
    ("pasted", "becomes"),
    [
        ("Fatima\0 El Amrani", "Fatima El Amrani"),
        ("Fatima\u00a0El Amrani kwam.\r\nTerug.", "Fatima El Amrani kwam.\nTerug."),
        ("😀 Fatima El Amrani 😀", "😀 Fatima El Amrani 😀"),
        ("\u202eFatima El Amrani\u202c", "\u202eFatima El Amrani\u202c"),
        ("Zoe\u0308 Visser", "Zoë Visser"),
        ("Mail: kok@voorbeeld.example " + "x" * 15_000, "Mail: kok@voorbeeld.example " + "x" * 15_000),
    ],
)
def test_strange_text_is_looked_at_as_it_will_be_kept(coming: Opened, pasted: str, becomes: str) -> None:
    note = coming()
    note.paste(pasted)
    note.settle()
    assert note.is_asked
    note.click("takeAsItIsButton")
    assert note.editor.text() == becomes


def test_a_picture_is_refused_as_ever(coming: Opened) -> None:
    note = coming()
    mime = plain("")
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    note.editor.insertFromMimeData(mime)
    assert note.part._incoming.sheet is None
    assert note.desk.messages


def test_another_case_takes_it_away(coming: Opened) -> None:
    note = coming()
    note.paste(NAMED)
    note.settle()
    note.page._take(None)
    note.desk.settle()
    assert not note.is_asked
    assert note.editor.text() == ""


@pytest.mark.parametrize("way", ["takeAsItIsButton", "takeButton", "leaveButton"])
def test_nothing_of_it_stays_in_any_widget(coming: Opened, way: str) -> None:
    note = coming()
    note.paste(NAMED)
    note.settle()
    note.click("replaceAllButton")
    sheet = note.sheet
    shown = [*sheet.findChildren(QTextEdit), *sheet.findChildren(QLineEdit), *sheet.findChildren(QLabel)]
    note.desk.click(sheet, way)
    if way == "takeAsItIsButton":
        note.editor.set_text("")
    note.desk.qtbot.waitUntil(lambda: not QApplication.topLevelWidgets() or not note.page.findChildren(IncomingSheet))
    assert shown
    assert sheet_words(note) == []


def sheet_words(note: Coming) -> list[str]:
    """Return what of the name any widget of the program still says."""
    said: list[str] = []
    for each in QApplication.allWidgets():
        if isinstance(each, QTextEdit | QPlainTextEdit):
            said.append(each.toPlainText())
        elif isinstance(each, QLabel | QLineEdit):
            said.append(each.text())
        said += [each.accessibleName(), each.windowTitle(), each.toolTip()]
    return [words for words in said if "Fatima" in words or "Amrani" in words]
