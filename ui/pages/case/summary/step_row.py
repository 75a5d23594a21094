"""One step on the way to an approved summary: a shape and a word, never a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.glyphs import paint_state
from ui.widgets.labels import Body
from ui.widgets.layouts import row
from vpjournal.domain.case import PhaseState
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_GLYPH = 18
_STATES = {
    PhaseState.NOT_YET: mark("nog niet"),
    PhaseState.BEGUN: mark("moet opnieuw"),
    PhaseState.ENOUGH: mark("gedaan"),
}


class StepRow(QWidget):
    """Looks and reads like a phase in the bar above."""

    def __init__(self, words: str, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._t = texts
        self._words = Body(words, theme=theme)
        self._glyph = _Glyph(theme=theme)
        line = row(self._glyph, self._words, spacing=12)
        line.setStretch(1, 1)
        line.setAlignment(self._glyph, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.state = PhaseState.NOT_YET
        self.set_state(self.state)

    def set_state(self, state: PhaseState) -> None:
        """Show how far this step is: not yet, to be done again, or done."""
        self.state = state
        self._glyph.set_state(state)
        self._words.setAccessibleName(f"{self._words.text()}: {self._t(_STATES[state])}")


class _Glyph(QWidget):
    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = PhaseState.NOT_YET
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: PhaseState) -> None:
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_GLYPH), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        size = self._theme.px(_GLYPH)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_state(painter, QRect(0, (self.height() - size) // 2, size, size), state=self._state, theme=self._theme)
