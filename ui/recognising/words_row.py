"""One quiet row of the side list: the words, what they are, and the same line as in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.widgets.labels import Caption, Words
from ui.widgets.layouts import column
from vpjournal.domain.identifying import Certainty

if TYPE_CHECKING:
    from ui.recognising.found_words import FoundWords
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_BAR = 3
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000}


class WordsRow(QAbstractButton):
    """A click opens it; the arrow keys go to the rows around it."""

    stepped = Signal(int)
    """The adviser goes so many rows further; far beyond the last is the last."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._certain = False
        self._open = False
        self._words = Words(theme=theme, strong=True)
        self._said = Caption(theme=theme)
        for each in (self._words, self._said):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(self._words, self._said, spacing=0, margins=(14, 6, 8, 6)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName("wordsRow")

    def show_words(self, found: FoundWords, *, place: tuple[int, int], opened: bool, put_off: bool) -> None:
        """Show a point; ``place`` is its number and how many there are."""
        t = self._t
        self._certain = found.certainty is Certainty.IDENTIFIES
        self._open = opened
        self._words.setText(found.shown)
        said = found.said(t)
        if put_off:
            said = t("{said} · later", said=said)
        self._said.setText(said)
        sure = t("wijst iemand aan") if self._certain else t("kan iemand aanwijzen")
        n, count = place
        self.setAccessibleName(
            t("{words}. {said}, {sure}. {n} van {all}.", words=found.shown, said=said, sure=sure, n=n, all=count)
        )
        self.setAccessibleDescription(t(found.reason))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opened or n == 1 else Qt.FocusPolicy.ClickFocus)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        if self._open or self.underMouse():
            painter.fillRect(self.rect(), self._theme.colour("notice_soft" if self._open else "surface"))
        colour = self._theme.colour("notice_line")
        if self._open:
            # As in the text; where colours are few it is all that tells the open row from the others.
            painter.setPen(self._theme.colour("notice"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        bar = QRect(0, 4, _BAR, self.height() - 8)
        if self._certain:
            painter.fillRect(bar, colour)
        else:
            for top in range(bar.top(), bar.bottom(), 2 * _BAR):
                painter.fillRect(bar.left(), top, _BAR, _BAR, colour)
