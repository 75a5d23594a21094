"""The phases of a case in one bar: a shape and a word for how far each is; any of them opens at any time."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from ui.theme import Role, Theme
from ui.widgets.chip import ARROWS
from ui.widgets.focus_frame import OWN_FOCUS
from ui.widgets.glyphs import paint_state
from vpjournal.domain.case import PHASE_NAMES, PHASE_STATE_NAMES, Phase, PhaseState
from vpjournal.domain.language import Texts

_SIDE = 6
_GLYPH = 18
_GAP = 10
_UNDERLINE = 3
_BETWEEN = 24
_BRIEF_FROM = 1.5
"""The text scale from which two rows of phases would leave too little room for what is below them."""
_LEAST_TARGET = 44


class PhaseButton(QAbstractButton):
    """One phase: glyph, name, state in words, and a line below it while it is open."""

    def __init__(self, name: str, *, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._words = ""
        self._state = PhaseState.NOT_YET
        self._brief = False
        # Measured once for each state: layouts ask for the widths of all phases hundreds of times.
        self._widths = self._measured()
        self.setCheckable(True)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - A Qt property has no keyword.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_state(self, state: PhaseState, words: str) -> None:
        """Show how far this phase is."""
        if (state, words) == (self._state, self._words):
            return
        self._state, self._words = state, words
        self._widths = self._measured()
        self.setAccessibleName(f"{self._name}, {words}")
        self.setToolTip(self.accessibleName() if self._brief else "")
        self.updateGeometry()
        self.update()

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001 - the only thing this says
        """Show words on one line while this phase is open, and only the glyph while it is not."""
        if brief != self._brief:
            self._brief = brief
            self.setToolTip(self.accessibleName() if brief else "")
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def size_if(self, *, brief: bool) -> QSize:
        """Return the room that this phase takes in either form."""
        words, glyph = self._words_width(brief=brief), 2 * _SIDE + self._theme.px(_GLYPH)
        line = self._theme.px(24)
        if brief:
            return QSize(max(glyph + (_GAP + words + 2 if words else 0), _LEAST_TARGET), line + 18)
        return QSize(glyph + _GAP + words + 2, line + self._theme.px(22) + 18)

    def _measured(self) -> tuple[int, int]:
        name = QFontMetrics(self._theme.font(Role.BODY, strong=True)).horizontalAdvance(self._name)
        return name, QFontMetrics(self._theme.font(Role.CAPTION)).horizontalAdvance(self._words)

    def _words_width(self, *, brief: bool) -> int:
        name, state = self._widths
        if brief:
            return name + _GAP + state if self.isChecked() else 0
        return max(name, state)

    def sizeHint(self) -> QSize:
        return self.size_if(brief=self._brief)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, side = self._theme.px(24), self._theme.px(_GLYPH)
        alone = self._brief and not self.isChecked()
        left = (self.width() - side) // 2 if alone else _SIDE
        paint_state(painter, QRect(left, 8 + (line - side) // 2, side, side), state=self._state, theme=self._theme)
        if not alone:
            self._paint_words(painter, QRect(_SIDE + side + _GAP, 8, self.width() - _SIDE - side - _GAP, line))
        self._paint_marks(painter)

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font(Role.BODY, strong=self.isChecked()))
        painter.drawText(area, middle, self._name)
        if self._brief:
            below = area.adjusted(painter.fontMetrics().horizontalAdvance(self._name) + _GAP, 0, 0, 0)
        else:
            below = QRect(area.left(), area.bottom(), area.width(), self._theme.px(22))
        painter.setPen(self._theme.colour("ink2"))
        painter.setFont(self._theme.font(Role.CAPTION))
        painter.drawText(below, middle, self._words)

    def _paint_marks(self, painter: QPainter) -> None:
        if self.isChecked() or self.underMouse():
            colour = self._theme.colour("accent" if self.isChecked() else "line")
            painter.fillRect(QRect(0, self.height() - _UNDERLINE, self.width(), _UNDERLINE), colour)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -5), 6, 6)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the phases stand: so many beside each other, with their words or only those of the one that is open."""

    across: int
    brief: bool = False
    most_between: int = 100_000


_LAST_SHAPE = _Shape(2, most_between=120)
_SHAPES = (_Shape(6), _Shape(3, most_between=120))
_BRIEF_SHAPES = (_Shape(6), _Shape(6, brief=True, most_between=2 * _BETWEEN), _Shape(3, most_between=120))


class PhaseBar(QFrame):
    """All phases beside each other, in two rows of three or three of two when there is no room.

    With very large text they stay in one row, and only the phase that is open shows its words: the rows would take
    the height that the page below needs.
    """

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
        self._arrange()
        self.updateGeometry()

    def _on_button_clicked(self, phase: Phase) -> None:
        chosen = phase is not self._current
        self.set_current(phase)
        if chosen:
            self.phase_chosen.emit(phase)

    def _shape(self, width: int) -> _Shape:
        for shape in _BRIEF_SHAPES if self._theme.text_scale >= _BRIEF_FROM else _SHAPES:
            between = _GAP if shape.brief else _BETWEEN
            if sum(self._columns(shape)) + between * (shape.across - 1) <= width + 2 * _SIDE:
                return shape
        return _LAST_SHAPE

    def _rows(self, shape: _Shape) -> list[list[PhaseButton]]:
        buttons = list(self._buttons.values())
        return [buttons[start : start + shape.across] for start in range(0, len(buttons), shape.across)]

    def _columns(self, shape: _Shape) -> list[int]:
        rows = self._rows(shape)
        return [max(row[place].size_if(brief=shape.brief).width() for row in rows) for place in range(shape.across)]

    def _row_height(self, shape: _Shape) -> int:
        return self._buttons[Phase.FIRST_CONTACT].size_if(brief=shape.brief).height()

    def _arrange(self) -> None:
        area = self.contentsRect().adjusted(-_SIDE, 0, _SIDE, 0) if self._inset() else self.contentsRect()
        shape = self._shape(self.contentsRect().width())
        height, columns = self._row_height(shape), self._columns(shape)
        free = max(0, area.width() - sum(columns)) // max(len(columns) - 1, 1)
        free = min(free, shape.most_between)
        for number, row in enumerate(self._rows(shape)):
            left = area.left()
            for width, made in zip(columns, row, strict=True):
                made.set_brief(shape.brief)
                made.setGeometry(left, area.top() + number * height, made.sizeHint().width(), height)
                left += width + free
        self.update()

    def _inset(self) -> bool:
        return self.contentsMargins().left() >= _SIDE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self._shape(self.contentsRect().width()).across
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
        for row in self._rows(self._shape(self.contentsRect().width())):
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
        shape = self._shape(width - margins.left() - margins.right())
        return len(self._rows(shape)) * self._row_height(shape) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return QSize(900, self.heightForWidth(max(self.width(), 600)))

    def minimumSizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = sum(self._columns(_LAST_SHAPE)) + _BETWEEN
        return QSize(width + margins.left() + margins.right(), self.sizeHint().height())
