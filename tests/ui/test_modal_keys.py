"""Locking and covering by key while a dialog is open."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.modal_keys import ModalKeys


def _dialog(qtbot: QtBot) -> tuple[QDialog, QLineEdit]:
    dialog = QDialog()
    dialog.setModal(True)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    # No key gets to a window without the focus.
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog, field


def test_ctrl_l_locks_above_a_dialog(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    keys = ModalKeys(qapp, owner)
    _, field = _dialog(qtbot)
    with qtbot.waitSignal(keys.lock_requested):
        qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qapp.removeEventFilter(keys)


def test_the_cover_comes_above_a_dialog(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    keys = ModalKeys(qapp, owner)
    _, field = _dialog(qtbot)
    with qtbot.waitSignal(keys.cover_requested):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(field, Qt.Key.Key_H, both)
    qapp.removeEventFilter(keys)


def test_a_dialog_with_the_same_shortcut_is_covered_all_the_same(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    keys = ModalKeys(qapp, owner)
    dialog, field = _dialog(qtbot)
    own = QShortcut(QKeySequence("Ctrl+Shift+H"), dialog)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.assertNotEmitted(own.activated), qtbot.waitSignal(keys.cover_requested):
        qtbot.keyClick(field, Qt.Key.Key_H, both)
    qapp.removeEventFilter(keys)


def test_without_a_dialog_the_frame_has_its_own_shortcuts(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    keys = ModalKeys(qapp, owner)
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(keys.lock_requested):
        qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qapp.removeEventFilter(keys)


def test_nothing_is_watched_before_a_dialog_opens(qtbot: QtBot, qapp: QApplication) -> None:
    watched: list[QEvent.Type] = []

    class Counting(ModalKeys):
        def eventFilter(self, watched_object: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            watched.append(event.type())
            return super().eventFilter(watched_object, event)

    owner = QObject()
    keys = Counting(qapp, owner)
    field = QLineEdit()
    qtbot.addWidget(field)
    qtbot.keyClick(field, Qt.Key.Key_L)
    assert not watched
    _dialog(qtbot)
    assert watched
    qapp.removeEventFilter(keys)
