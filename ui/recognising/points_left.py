"""What may stay, folded away: the words, why, and the way to think better of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.recognising.points_words import why_left
from ui.widgets.buttons import LINK, button, set_button_text
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import clear, column, flow, holder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.gate import Same
    from vpjournal.domain.language import Texts


class LeftList(QWidget):
    """One line that unfolds; it is hidden while nothing was left."""

    taken_back = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts, reasons: bool = True) -> None:
        super().__init__()
        self._theme, self._t, self._reasons = theme, texts, reasons
        self._shown: tuple[Same, ...] = ()
        self._fold = button("", theme=theme, kind=LINK, on_click=self._on_fold_clicked)
        self._fold.setObjectName("leftFold")
        self._rows = column(spacing=10)
        self._inside = holder(self._rows)
        self._inside.hide()
        self.setLayout(column(flow(self._fold), self._inside, spacing=6))

    def show_left(self, left: Sequence[Same]) -> None:
        """Show what was left on purpose."""
        self.setVisible(bool(left))
        if tuple(left) != self._shown:
            self._shown = tuple(left)
            clear(self._rows)
            for each in left:
                self._rows.addWidget(self._row(each))
        self._show_words()

    def _row(self, same: Same) -> QWidget:
        accepted = same.first.accepted
        words = Body(same.find.text, theme=self._theme)
        why = Caption("" if accepted is None else why_left(self._t, accepted), theme=self._theme)
        back = button(
            self._t("Toch niet"), theme=self._theme, kind=LINK, on_click=lambda: self.taken_back.emit(accepted)
        )
        back.setObjectName("takeBackButton")
        back.setAccessibleDescription(same.find.text)
        if not self._reasons:
            why.hide()
        return holder(column(words, why, flow(back), spacing=0))

    def _show_words(self) -> None:
        words = self._t.plural("{n} punt blijft bewust staan", "{n} punten blijven bewust staan", len(self._shown))
        set_button_text(self._fold, words)

    def _on_fold_clicked(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
