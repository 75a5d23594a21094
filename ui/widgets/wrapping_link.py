"""A link of more words than fit on a line: wrapped, underlined, pressed like a button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Theme

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_UNBOUNDED = 16_000_000


class WrappingLink(QAbstractButton):
    """Shows its words as a link on as many lines as they need."""

    def __init__(self, words: str, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._measured: dict[int, QRect] = {}
        font = theme.font()
        font.setUnderline(True)
        self.setFont(font)
        self.set_words(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._measured.clear()
        self.setText(words)
        self.setAccessibleName(words)

    def _bounds(self, width: int) -> QRect:
        # Layouts ask for the same few widths again and again.
        if width not in self._measured:
            room = QRect(0, 0, width, _UNBOUNDED)
            self._measured[width] = QFontMetrics(self.font()).boundingRect(room, _FLAGS, self.text())
        return self._measured[width]

    def sizeHint(self) -> QSize:
        return self._bounds(_UNBOUNDED).size() + QSize(2, 4)

    def minimumSizeHint(self) -> QSize:
        longest = max(self.text().split() or [""], key=len)
        return QSize(QFontMetrics(self.font()).horizontalAdvance(longest) + 2, self._theme.px(24))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._bounds(width).height() + 4

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("accent_hover" if self.underMouse() else "accent"))
        painter.drawText(self.rect().adjusted(0, 2, 0, 0), _FLAGS, self.text())
