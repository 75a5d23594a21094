"""The words of a file are shown before they go into a note; where it is and what it is called is kept nowhere."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from tests.ui.desk import Desk, desk
from tests.ui.entering.coming import NAMED, ROLES, Coming, coming
from tests.ui.scripted import ScriptedFiles
from ui.dialogs.find_sheet import FindSheet
from ui.navigation import FROM_FILE, MessageKind, Page, Place
from ui.widgets.busy import Busy

__all__ = ["coming", "desk"]

Opened = Callable[..., Coming]


def file_of(desk: Desk, name: str, words: str) -> Path:
    """Make a file of a kind, and let the adviser choose it."""
    files = desk.context.files
    assert isinstance(files, ScriptedFiles)
    assert files.path is not None
    path = files.path / name
    if name.endswith(".docx"):
        document = docx.Document()
        document.add_paragraph(words)
        document.save(str(path))
    else:
        path.write_text(words, encoding="utf-8")
    files.path = path
    return path


def choose(note: Coming) -> None:
    """Choose it in the menu of the note."""
    (action,) = note.part.findChildren(QAction, "fileAction")
    assert action.isVisible()
    action.trigger()
    note.settle()


def dropped(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.mark.parametrize("name", ["verslag.docx", "verslag.txt"])
def test_the_words_of_a_file_are_looked_at_and_go_in_at_the_cursor(coming: Opened, name: str) -> None:
    note = coming("Begin. ")
    note.editor.moveCursor(note.editor.textCursor().MoveOperation.End)
    path = file_of(note.desk, name, NAMED)
    choose(note)
    assert note.is_asked
    assert note.sheet.accessibleName() == "Wat u invoegt"
    assert note.editor.text() == "Begin. "
    note.click("replaceAllButton")
    note.click("takeButton")
    assert note.editor.text() == f"Begin. {ROLES}"
    assert note.desk.messages[-1][0].startswith("Ingevoegd. Het bestand zelf staat nog waar het stond")
    assert not any("verslag" in text for text, _ in note.desk.messages)
    assert path.exists()
    note.editor.undo()
    assert note.editor.text() == "Begin. "


def test_a_file_without_points_is_shown_all_the_same(coming: Opened) -> None:
    note = coming()
    file_of(note.desk, "kort.txt", "Zij sliep slecht.")
    choose(note)
    assert note.is_asked
    assert note.button("takeButton").isEnabled()
    assert not note.button("takeAsItIsButton").isVisible()
    note.click("takeButton")
    assert note.editor.text() == "Zij sliep slecht."


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x00\x01\x02\x03", "Uit dit bestand kunnen geen woorden worden gehaald."),
        (b"%PDF-1.7", "Uit dit bestand kunnen geen woorden worden gehaald."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oud", "Dit is een bestand uit een oudere Word of Excel."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "Op dit bestand zit een wacht"),
        (b"woord " * 400_000, "Dit bestand is te groot voor een aantekening."),
        (b" \n\n ", "In dit bestand staan geen woorden."),
    ],
)
def test_why_a_file_cannot_be_read_is_said_on_the_page(coming: Opened, content: bytes, says: str) -> None:
    note = coming("Zo was het.")
    file_of(note.desk, "brief.txt", "").write_bytes(content)
    choose(note)
    assert any(label.isVisible() and label.text().startswith(says) for label in note.sheet.findChildren(QLabel))
    assert not note.button("takeButton").isVisible()
    assert not note.button("takeAsItIsButton").isVisible()
    note.click("leaveButton")
    assert note.editor.text() == "Zo was het."


def test_reading_can_be_stopped(coming: Opened) -> None:
    note = coming()
    path = file_of(note.desk, "brief.txt", NAMED)
    note.part._incoming.read_file(path)
    sheet = note.sheet
    (busy,) = sheet.findChildren(Busy)
    assert busy.isVisible()
    busy.cancelled.emit()
    note.desk.settle()
    assert not note.is_asked
    assert note.editor.text() == ""


def test_thinking_better_of_choosing_changes_nothing(coming: Opened) -> None:
    note = coming()
    files = note.desk.context.files
    assert isinstance(files, ScriptedFiles)
    files.path = None
    choose(note)
    assert note.part._incoming.sheet is None


def test_a_file_that_is_dropped_is_looked_at_too_and_any_other_kind_is_refused(coming: Opened) -> None:
    note = coming()
    path = file_of(note.desk, "Verslag.TXT", NAMED)
    note.editor.insertFromMimeData(dropped(path))
    note.settle()
    assert note.is_asked
    note.click("leaveButton")
    for other in ((path.with_suffix(".png"),), (path, path.with_suffix(".png"))):
        note.desk.messages.clear()
        note.editor.insertFromMimeData(dropped(*other))
        assert note.part._incoming.sheet is None
        assert len(note.desk.messages) == 1
    note.editor.insertFromMimeData(dropped(path, path))
    assert note.desk.messages[-1] == ("Sleep één bestand tegelijk.", MessageKind.LOOK)
    assert note.editor.text() == ""


def test_find_or_do_offers_it_in_a_case_alone_and_goes_to_the_note(coming: Opened) -> None:
    note = coming("Begin.")
    page = note.page
    for in_case, offered in ((True, 1), (False, 0)):
        sheet = FindSheet(note.desk.context, page, in_case=in_case)
        note.desk.qtbot.addWidget(sheet)
        found = [each for each in sheet._model._rows if each.words.startswith("Tekst uit een bestand")]
        assert len(found) == offered
    file_of(note.desk, "brief.txt", NAMED)
    page.open(Place(Page.CASE, detail=FROM_FILE))
    note.desk.qtbot.waitUntil(lambda: note.is_asked)
    note.settle()
    assert page.place().record == note.case
    note.click("leaveButton")


def test_a_finished_note_takes_no_file(coming: Opened) -> None:
    note = coming("Klaar.")
    note.desk.run(lambda journal: journal.notes.finish(note.contact))
    file_of(note.desk, "brief.txt", NAMED)
    (action,) = note.part.findChildren(QAction, "fileAction")
    assert not action.isVisible()
    note.page.open(Place(Page.CASE, detail=FROM_FILE))
    note.desk.settle()
    note.desk.qtbot.waitUntil(lambda: any("afgerond" in text for text, _ in note.desk.messages))
    assert note.part._incoming.sheet is None
