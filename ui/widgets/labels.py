"""Words on the screen: always plain text, wrapped where they must, with the line height of their role."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Role, Theme
from ui.widgets.named import set_named

_UNBOUNDED = 16_000_000
_WIDTHS_KEPT = 6
LINE_OF_TEXT = 75
"""Characters that a line of running text holds at most."""


class Words(QLabel):
    """A text in one role. What a person typed may stand in it: nothing in it is ever read as markup."""

    def __init__(
        self,
        text: str = "",
        *,
        theme: Theme,
        role: Role = Role.BODY,
        tone: str = "",
        strong: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = theme.line_height(role)
        self._laid_out: dict[int, tuple[QTextLayout, QSize]] = {}
        self._laid_text = ""
        set_named(self, textFormat="PlainText")
        self.setWordWrap(True)
        self.setFont(theme.font(role, strong=strong, tabular=tabular))
        self.setProperty("tone", tone)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tone(self, tone: str) -> None:
        """Change the colour by its meaning: ``""``, quiet, accent, notice, good or grave."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def _layout(self, width: int) -> tuple[QTextLayout, QSize]:
        # Layouts ask for a few widths in turn, again and again: a long text is broken into lines once for each.
        if self._laid_text != self.text() or len(self._laid_out) > _WIDTHS_KEPT:
            self._laid_text = self.text()
            self._laid_out.clear()
        if _UNBOUNDED not in self._laid_out:
            self._laid_out[_UNBOUNDED] = self._lay_out(_UNBOUNDED)
        unbroken = self._laid_out[_UNBOUNDED]
        if unbroken[1].width() <= width:
            # Lines begin at the left, so that those that fit look the same in any width.
            return unbroken
        if width not in self._laid_out:
            self._laid_out[width] = self._lay_out(width)
        return self._laid_out[width]

    def _lay_out(self, width: int) -> tuple[QTextLayout, QSize]:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        return layout, self._break_lines(layout, width)

    def _break_lines(self, layout: QTextLayout, width: int) -> QSize:
        layout.beginLayout()
        top, widest = 0.0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            top += self._line
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return QSize(int(widest) + 1, max(int(top), self._line))

    def sizeHint(self) -> QSize:
        widest = QFontMetrics(self.font()).averageCharWidth() * LINE_OF_TEXT
        _, size = self._layout(_UNBOUNDED)
        if size.width() > widest:
            _, size = self._layout(widest)
        margins = self.contentsMargins()
        return QSize(size.width() + margins.left() + margins.right(), size.height() + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        longest = max(self.text().split() or [""], key=len)[:24]
        return QSize(min(QFontMetrics(self.font()).horizontalAdvance(longest) + 2, self.sizeHint().width()), self._line)

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        _, size = self._layout(max(width - margins.left() - margins.right(), 1))
        return size.height() + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        area = self.contentsRect()
        layout, size = self._layout(max(area.width(), 1))
        top = area.top() + max(0, (area.height() - size.height()) // 2)
        # The painter of a widget begins with the colour of its text.
        layout.draw(QPainter(self), QPointF(area.left(), top))


class Heading(Words):
    """A heading of a page, a panel or a group."""

    def __init__(self, text: str = "", *, theme: Theme, role: Role = Role.PAGE, parent: QWidget | None = None) -> None:
        super().__init__(text, theme=theme, role=role, parent=parent)


class Body(Words):
    """Running text."""

    def __init__(self, text: str = "", *, theme: Theme, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, theme=theme, role=Role.BODY, tone=tone, parent=parent)


class Caption(Words):
    """Quiet words beside or under something."""

    def __init__(self, text: str = "", *, theme: Theme, tone: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(text, theme=theme, role=Role.CAPTION, tone=tone, parent=parent)


class ReporterWords(Words):
    """What the reporter said, visible as such: slanted, between quotes."""

    def __init__(self, text: str = "", *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, role=Role.REPORTER_WORDS, parent=parent)
        self.set_words(text)

    def set_words(self, words: str) -> None:
        """Show other words; the quotes are put around them here."""
        self.setText(f"‘{words}’" if words else "")


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
