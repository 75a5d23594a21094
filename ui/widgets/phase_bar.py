"""The phases of a case in one bar: a shape and a word for how far each is; any of them opens at any time."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from ui.theme import Role, Theme
from ui.widgets.choice_row import ARROWS
from ui.widgets.focus_frame import OWN_FOCUS
from ui.widgets.glyphs import paint_state
from vpjournal.domain.case import PHASE_NAMES, PHASE_STATE_NAMES, Phase, PhaseState
from vpjournal.domain.language import Texts

_SIDE = 6
_GLYPH = 18
_GAP = 10
_UNDERLINE = 3
_BETWEEN = 24


class PhaseButton(QAbstractButton):
    """One phase: glyph, name, state in words, and a line below it while it is open."""

    def __init__(self, name: str, *, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._words = ""
        self._state = PhaseState.NOT_YET
        self.setCheckable(True)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - A Qt property has no keyword.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_state(self, state: PhaseState, words: str) -> None:
        """Show how far this phase is."""
        self._state, self._words = state, words
        self.setAccessibleName(f"{self._name}, {words}")
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        name = QFontMetrics(self._theme.font(Role.BODY, strong=True)).horizontalAdvance(self._name)
        state = QFontMetrics(self._theme.font(Role.CAPTION)).horizontalAdvance(self._words)
        width = 2 * _SIDE + self._theme.px(_GLYPH) + _GAP + max(name, state) + 2
        return QSize(width, self._theme.px(24) + self._theme.px(22) + 18)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, side = self._theme.px(24), self._theme.px(_GLYPH)
        paint_state(painter, QRect(_SIDE, 8 + (line - side) // 2, side, side), state=self._state, theme=self._theme)
        left = _SIDE + side + _GAP
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font(Role.BODY, strong=self.isChecked()))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 8, self.width() - left, line), middle, self._name)
        painter.setPen(self._theme.colour("ink2"))
        painter.setFont(self._theme.font(Role.CAPTION))
        painter.drawText(QRect(left, 8 + line - 1, self.width() - left, self._theme.px(22)), middle, self._words)
        self._paint_marks(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        if self.isChecked() or self.underMouse():
            colour = self._theme.colour("accent" if self.isChecked() else "line")
            painter.fillRect(QRect(0, self.height() - _UNDERLINE, self.width(), _UNDERLINE), colour)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -5), 6, 6)


class PhaseBar(QFrame):
    """All phases beside each other, in two rows of three or three of two when there is no room."""

    phase_chosen = Signal(Phase)

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._t = texts
        self.setAccessibleName(texts("Fasen"))
        self._buttons = {phase: PhaseButton(texts(PHASE_NAMES[phase]), theme=theme, parent=self) for phase in Phase}
        for phase, made in self._buttons.items():
            made.clicked.connect(lambda _checked=False, phase=phase: self._on_button_clicked(phase))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._current: Phase | None = None
        self.set_states({})

    @property
    def current(self) -> Phase | None:
        """The phase that is open."""
        return self._current

    def button(self, phase: Phase) -> PhaseButton:
        """Return the part of the bar that stands for a phase."""
        return self._buttons[phase]

    def set_states(self, states: Mapping[Phase, PhaseState]) -> None:
        """Show how far each phase is; one that is not named is *nog niet*."""
        for phase, made in self._buttons.items():
            state = states.get(phase, PhaseState.NOT_YET)
            made.set_state(state, self._t(PHASE_STATE_NAMES[state]))
        self._arrange()

    def set_current(self, phase: Phase) -> None:
        """Show which phase is open; says nothing to others."""
        self._current = phase
        for each, made in self._buttons.items():
            made.setChecked(each is phase)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is phase else Qt.FocusPolicy.ClickFocus)
            made.update()

    def _on_button_clicked(self, phase: Phase) -> None:
        chosen = phase is not self._current
        self.set_current(phase)
        if chosen:
            self.phase_chosen.emit(phase)

    def _rows(self, width: int) -> list[list[PhaseButton]]:
        for across in (6, 3):
            rows = self._in_rows_of(across)
            if sum(_columns(rows)) + _BETWEEN * (across - 1) <= width + 2 * _SIDE:
                return rows
        return self._in_rows_of(2)

    def _in_rows_of(self, across: int) -> list[list[PhaseButton]]:
        buttons = list(self._buttons.values())
        return [buttons[start : start + across] for start in range(0, len(buttons), across)]

    def _arrange(self) -> None:
        area = self.contentsRect().adjusted(-_SIDE, 0, _SIDE, 0) if self._inset() else self.contentsRect()
        rows = self._rows(self.contentsRect().width())
        height = rows[0][0].sizeHint().height()
        columns = _columns(rows)
        free = max(0, area.width() - sum(columns)) // max(len(columns) - 1, 1)
        free = min(free, 120) if len(rows) > 1 else free
        for number, row in enumerate(rows):
            left = area.left()
            for width, made in zip(columns, row, strict=True):
                made.setGeometry(left, area.top() + number * height, made.sizeHint().width(), height)
                left += width + free
        self.update()

    def _inset(self) -> bool:
        return self.contentsMargins().left() >= _SIDE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = len(self._rows(self.contentsRect().width())[0])
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across}
        buttons = list(self._buttons.values())
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, PhaseButton):
            focused.click()
        elif event.key() in steps and isinstance(focused, PhaseButton):
            goal = buttons.index(focused) + steps[Qt.Key(event.key())]
            if 0 <= goal < len(buttons):
                buttons[goal].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        for row in self._rows(self.contentsRect().width()):
            middle = 8 + self._theme.px(24) // 2
            for before, after in pairwise(row):
                start, end = before.geometry().right() + 8, after.geometry().left() - 8
                if end - start > 8:
                    painter.drawLine(start, before.y() + middle, end, before.y() + middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        return len(rows) * rows[0][0].sizeHint().height() + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return QSize(900, self.heightForWidth(max(self.width(), 600)))

    def minimumSizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = sum(_columns(self._in_rows_of(2))) + _BETWEEN
        return QSize(width + margins.left() + margins.right(), self.sizeHint().height())


def _columns(rows: list[list[PhaseButton]]) -> list[int]:
    return [max(row[place].sizeHint().width() for row in rows) for place in range(len(rows[0]))]
