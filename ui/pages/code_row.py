"""A code of the count in an organisation: whether it is offered, and what it is called there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.field import line_edit
from ui.widgets.layouts import row
from vpjournal.domain.case_counting import CodeSetting

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class CodeRow(QWidget):
    """A tick and the words. An empty field means the words that everybody has, which show in grey."""

    wanted = Signal(object)
    """The code is now as this ``CodeSetting`` says."""

    def __init__(self, setting: CodeSetting, standard: str, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._setting = self._stored = setting
        self._box = QCheckBox()
        self._box.setFixedSize(theme.px(18) + 4, theme.px(24))
        self._box.setObjectName(f"codeUsed_{setting.code}")
        self._box.setChecked(setting.used)
        self._words = line_edit(setting.label, small=True)
        self._words.setObjectName(f"codeWords_{setting.code}")
        self._words.setPlaceholderText(standard)
        shown = setting.label or standard
        self._box.setAccessibleName(texts("‘{code}’ aanbieden", code=shown))
        self._words.setAccessibleName(texts("Woorden voor ‘{code}’", code=shown))
        self.setLayout(row(self._box, self._words, spacing=8, margins=(0 if standard else theme.px(24), 0, 0, 0)))
        self._box.toggled.connect(lambda _ticked: self.tell())
        self._words.editingFinished.connect(self.tell)

    def put_back(self) -> None:
        """Show what is stored: what was typed could not be kept."""
        self._setting = self._stored
        self._words.setText(self._setting.label)

    def kept(self) -> None:
        """Take what was told last for what is stored."""
        self._stored = self._setting

    def tell(self) -> None:
        """Say what the code is now, if that is something else than before."""
        words = self._words.text()
        if self._setting.own and not words.strip():
            self.put_back()
            words = self._setting.label
        now = replace(self._setting, label=words, used=self._box.isChecked())
        if now != self._setting:
            self._setting = now
            self.wanted.emit(now)
