"""What can be done with the point that is open: other words in its place, here or everywhere, or leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.buttons import LINK, button
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Caption
from ui.widgets.layouts import clear, column, flow, holder
from vpjournal.domain.identifying import Certainty, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.recognising.found_words import FoundWords, Key
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_LIMIT = 200


class WordsChoice(QWidget):
    """There is one, below the row that is open."""

    replace_wanted = Signal(str)
    everywhere_wanted = Signal(str)
    dismiss_wanted = Signal()
    later_wanted = Signal()
    left = Signal()
    """Escape: the adviser goes back to the text."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._key: Key | None = None
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._reason = Caption(theme=theme)
        self.field = line_edit(small=True, limit=_LIMIT)
        self.field.setObjectName("replacementField")
        self.field.returnPressed.connect(self._on_replace_clicked)
        self.field.textChanged.connect(self._on_field_changed)
        self._label = Field(t("Vervangen door"), self.field, theme=theme)
        self._proposals = flow(spacing=12)
        self._replace = self._small(
            "replaceButton", t("Vervangen"), lambda: self.replace_wanted.emit(self.field.text())
        )
        self._everywhere = self._small(
            "replaceEverywhereButton", t("Overal vervangen…"), lambda: self.everywhere_wanted.emit(self.field.text())
        )
        self._dismiss = self._small("dismissButton", t("Geen naam"), self.dismiss_wanted.emit)
        self._later = self._small("laterButton", t("Later"), self.later_wanted.emit)
        self._buttons = flow(self._replace, self._everywhere, self._dismiss, self._later, spacing=8)
        whole = column(
            self._reason, self._label, holder(self._proposals), holder(self._buttons), spacing=8, margins=(14, 4, 4, 12)
        )
        self.setLayout(whole)

    def _small(self, name: str, words: str, on_click: Callable[[], object]) -> QPushButton:
        made = button(words, theme=self._theme, small=True, on_click=on_click)
        made.setObjectName(name)
        return made

    def show_words(self, found: FoundWords, proposals: Callable[[], Sequence[str]], *, may_replace: bool) -> None:
        """Show what can be done; what was typed for the same words stays."""
        t = self._t
        sure = t("Dit wijst iemand aan.") if found.certainty is Certainty.IDENTIFIES else t("Dit kan iemand aanwijzen.")
        self._reason.setText(f"{t(found.reason)} {sure}")
        if found.key != self._key:
            self._key = found.key
            made = proposals()
            self.field.setText(made[0] if made else "")
            self._show_proposals(made)
        self._replace.setVisible(may_replace)
        words = t("Geen naam") if found.kind is Kind.PERSON else t("Laat staan")
        self._dismiss.setText(words)
        self._dismiss.setAccessibleName(words)
        self._on_field_changed(self.field.text())

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._key = None
        self.field.clear()
        self._show_proposals(())

    def _show_proposals(self, proposals: Sequence[str]) -> None:
        clear(self._proposals)
        for words in proposals[1:]:
            link = button(words, theme=self._theme, kind=LINK)
            link.setObjectName("proposalButton")
            link.setAccessibleName(self._t("Vervangen door {words}", words=words))
            link.clicked.connect(lambda _checked=False, words=words: self.field.setText(words))
            self._proposals.addWidget(link)

    def _on_replace_clicked(self) -> None:
        self.replace_wanted.emit(self.field.text())

    def _on_everywhere_clicked(self) -> None:
        self.everywhere_wanted.emit(self.field.text())

    def _on_field_changed(self, text: str) -> None:
        self._replace.setEnabled(bool(text.strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
