"""A small program with one of everything, to try the driver on; F2 starts it afresh, as locking does."""

import os
import sys

from PySide6.QtCore import QProcess, QStringListModel, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)


class SampleWindow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("proef")
        inside = QWidget()
        column = QVBoxLayout(inside)
        self._said = QLabel("nog niets")
        self._said.setObjectName("said_label")
        field, label = QLineEdit(), QLabel("&Naam")
        label.setBuddy(field)
        note = QTextEdit()
        note.setAccessibleName("Notitie")
        note.setMinimumHeight(200)
        choice = QComboBox()
        choice.setAccessibleName("Keuze")
        choice.addItems(["eerste", "tweede", "derde"])
        rows = QListView()
        rows.setModel(QStringListModel([f"regel {n}" for n in range(200)], self))
        rows.clicked.connect(lambda index: self._said.setText(index.data()))
        rows.setMinimumHeight(200)
        far = QPushButton("Ver &weg && diep")
        far.clicked.connect(lambda: self._said.setText("ver"))
        asking = QPushButton("Vraag")
        asking.clicked.connect(self._ask)
        for widget in (self._said, label, field, note, choice, QCheckBox("Aan"), asking, rows):
            column.addWidget(widget)
        column.addSpacing(900)
        column.addWidget(far)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        QVBoxLayout(self).addWidget(area)
        QShortcut(Qt.Key.Key_F2, self, self._start_afresh)

    def _ask(self) -> None:
        dialog = QDialog(self)
        dialog.setModal(True)
        dialog.setWindowTitle("vraag")
        column = QVBoxLayout(dialog)
        yes = QPushButton("Ja")
        yes.clicked.connect(dialog.accept)
        answer = QLineEdit()
        answer.setAccessibleName("Antwoord")
        column.addWidget(answer)
        column.addWidget(yes)
        dialog.accepted.connect(lambda: self._said.setText(answer.text()))
        dialog.open()

    def _start_afresh(self) -> None:
        QProcess.startDetached(sys.executable, [__file__, "vers"])
        os._exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = SampleWindow()
    window.setObjectName("vers_window" if "vers" in sys.argv else "sample_window")
    window.show()
    sys.exit(application.exec())
