"""One text on the board: shown wrapped and cut where it is endless, pressed, dragged, and found by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.case.board.slots import Row, Slot
from ui.theme import Role, Theme
from ui.widgets.focus_frame import OWN_FOCUS
from ui.widgets.labels import Words

SIDE = 6
"""Room at the left and right of the words of a cell, for the ring of the focus."""
_ABOVE = 2
_MOST = {Row.TITLE: 140, Row.SAYS: 500}
_MOST_OF_OTHERS = 300
_MOST_LINES = 8


def shown(text: str, row: Row) -> str:
    """Return as much of a text as a column shows; the editor has the rest."""
    most = _MOST.get(row, _MOST_OF_OTHERS)
    lines = text[: most + 1].split("\n")
    cut = "\n".join(lines[:_MOST_LINES])[:most]
    whole = len(text) <= most and len(lines) <= _MOST_LINES
    words = cut if whole else f"{cut.rstrip()} …"
    return f"‘{words}’" if row is Row.SAYS and words else words


def role_of(row: Row) -> Role:
    """Return how the texts of a row look."""
    if row is Row.TITLE:
        return Role.OPTION_TITLE
    return Role.REPORTER_WORDS if row is Row.SAYS else Role.BODY


class Cell(Words):
    """The words in one slot, or the invitation to write some."""

    pressed = Signal()
    clicked = Signal()
    dragged = Signal(QPoint)
    """It is being dragged and is now over this place on the screen."""
    dropped = Signal(QPoint)

    def __init__(
        self,
        *,
        slot: Slot,
        theme: Theme,
        invites: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        role = Role.BODY if invites else role_of(slot.row)
        super().__init__(theme=theme, role=role, tone="accent" if invites else "", parent=parent)
        self.slot = slot
        self.invites = invites
        self._rings = True
        self._ring = theme.colour("focus")
        self._from: QPoint | None = None
        self._dragging = False
        self._ringed = False
        self.setContentsMargins(SIDE, _ABOVE, SIDE, _ABOVE)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - A Qt property has no keyword.
        # Its column places it: without this Qt would look for a size of its own when it is shown.
        self.resize(1, 1)

    def show_words(self, words: str, *, slot: Slot, name: str, rings: bool) -> None:
        """Stand for this slot from now on; a cell is used again for any slot that looks the same."""
        self.slot = slot
        self._rings = rings
        self.setText(words)
        self.setObjectName(f"{slot.row.value}{slot.index}Cell")
        self.setAccessibleName(f"{name}: {words}" if words else name)

    def forget(self) -> None:
        """Stand for nothing."""
        self.setText("")
        self.setAccessibleName("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._from is None or self.slot.row is not Row.TITLE:
            return
        if self._dragging or (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        began, dragging = self._from, self._dragging
        self._from, self._dragging = None, False
        at = event.globalPosition().toPoint()
        if dragging:
            self.dropped.emit(at)
        elif began is not None and self.rect().contains(self.mapFromGlobal(at)):
            self.clicked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = self._rings and event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._ringed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._ring, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
