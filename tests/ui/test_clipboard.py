"""What is copied here is hidden from keepers of histories, and gone after five minutes, on a lock and at the end."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.laptop import Laptop, front, laptop, opened, session
from ui.platform.clipboard import KEPT_MS, ClipboardKeeper
from ui.session import Session
from ui.theme import Theme
from ui.widgets.layouts import column
from ui.widgets.note_editor import NoteEditor

__all__ = ["laptop", "opened", "session"]

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "een zin uit een aantekening"
HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}


class Ownership:
    """Whose the clipboard is: the screen of these tests knows of no other programs."""

    def __init__(self) -> None:
        self.ours = True


@pytest.fixture
def ownership(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ownership]:
    made = Ownership()
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: made.ours)
    yield made
    board().clear()


def board() -> QClipboard:
    return QGuiApplication.clipboard()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    """A field and an editor with some words in each."""
    made = QWidget()
    field, editor = QLineEdit(WORDS), NoteEditor(theme=theme)
    editor.set_text(WORDS)
    made.setLayout(column(field, editor))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def owner() -> Iterator[QObject]:
    made = QObject()
    yield made
    shiboken6.delete(made)


def act(page: QWidget, kind: type[QWidget], key: Qt.Key) -> None:
    """Press Ctrl and a key where everything is selected."""
    place = page.findChild(kind)
    assert place is not None
    place.setFocus()
    QTest.keyClick(place, Qt.Key.Key_A, CTRL)
    QTest.keyClick(place, key, CTRL)


@pytest.mark.row(35, "cut, copied: hints, five minutes, lock, others left alone")
@pytest.mark.parametrize("kind", [QLineEdit, NoteEditor])
@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_is_copied_or_cut_says_that_nobody_is_to_keep_it(
    ownership: Ownership, owner: QObject, page: QWidget, kind: type[QWidget], key: Qt.Key
) -> None:
    ClipboardKeeper(owner)
    act(page, kind, key)
    held = board().mimeData()
    assert held.text() == WORDS
    assert not held.hasHtml()
    assert {name: bytes(held.data(name).data()) for name in HINTS} == HINTS
    assert held.hasFormat("org.nspasteboard.ConcealedType")
    assert held.hasFormat('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"')


@pytest.mark.row(35, "cut, copied: hints, five minutes, lock, others left alone")
def test_it_is_gone_after_a_while(qtbot: QtBot, ownership: Ownership, owner: QObject, page: QWidget) -> None:
    ClipboardKeeper(owner, kept_ms=30)
    act(page, QLineEdit, Qt.Key.Key_C)
    assert board().text() == WORDS
    qtbot.waitUntil(lambda: board().text() == "")
    assert KEPT_MS == 5 * 60 * 1000


@pytest.mark.row(35, "cut, copied: hints, five minutes, lock, others left alone")
def test_what_another_program_copied_stays(qtbot: QtBot, ownership: Ownership, owner: QObject, page: QWidget) -> None:
    keeper = ClipboardKeeper(owner, kept_ms=30)
    act(page, QLineEdit, Qt.Key.Key_C)
    ownership.ours = False
    theirs = QMimeData()
    theirs.setText("elders")
    board().setMimeData(theirs)
    assert not board().mimeData().hasFormat("x-kde-passwordManagerHint")
    qtbot.wait(60)
    assert board().text() == "elders"
    keeper.bring_back()
    assert board().text() == "elders"


@pytest.mark.row(35, "cut, copied: hints, five minutes, lock, others left alone")
def test_what_was_cut_still_can_be_pasted_here(
    qtbot: QtBot, ownership: Ownership, owner: QObject, page: QWidget
) -> None:
    keeper = ClipboardKeeper(owner, to_paste_ms=40)
    field = page.findChild(QLineEdit)
    assert field is not None
    act(page, QLineEdit, Qt.Key.Key_X)
    assert field.text() == ""
    keeper.take_off()
    assert board().text() == ""
    for _ in range(2):
        keeper.bring_back()
        assert board().mimeData().hasFormat("x-kde-passwordManagerHint")
        field.clear()
        QTest.keyClick(field, Qt.Key.Key_V, CTRL)
        assert field.text() == WORDS
        qtbot.waitUntil(lambda: board().text() == "")


@pytest.mark.row(35, "cut, copied: hints, five minutes, lock, others left alone")
def test_a_lock_takes_it_off(qtbot: QtBot, ownership: Ownership, opened: Session, laptop: Laptop) -> None:
    board().setText(WORDS)
    assert board().mimeData().hasFormat("x-kde-passwordManagerHint")
    opened.departure.lock()
    assert board().text() == ""
    qtbot.waitUntil(lambda: laptop.leaves == 1)


@pytest.mark.parametrize("way", ["the key", "the menu"])
def test_it_comes_back_when_it_is_about_to_be_pasted(
    qtbot: QtBot, ownership: Ownership, opened: Session, way: str
) -> None:
    assert opened.presence is not None
    board().setText(WORDS)
    opened.presence.clipboard.take_off()
    assert board().text() == ""
    QTest.mouseClick(front(opened.window), Qt.MouseButton.LeftButton)
    assert board().text() == ""
    if way == "the key":
        QTest.keyClick(front(opened.window), Qt.Key.Key_V, CTRL)
    else:
        QTest.mouseClick(front(opened.window), Qt.MouseButton.RightButton)
        qtbot.waitUntil(lambda: board().text() == WORDS)
    assert board().text() == WORDS
