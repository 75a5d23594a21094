"""Locking and covering by key while a dialog is open."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.modal_keys import ModalKeys


def _dialog(qtbot: QtBot) -> tuple[QDialog, QLineEdit]:
    dialog = QDialog()
    dialog.setModal(True)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
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


def test_without_a_dialog_the_frame_has_its_own_shortcuts(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    keys = ModalKeys(qapp, owner)
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(keys.lock_requested):
        qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qapp.removeEventFilter(keys)
