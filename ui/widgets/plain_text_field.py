"""A field of several lines that grows with what is typed, up to a point, and never shrinks below two lines."""

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import Role, Theme
from ui.widgets.plain_text_box import PlainTextBox

_PADDING = 8


class PlainTextField(PlainTextBox):
    """Put it in a ``Field`` for its label. Tab goes to the next field."""

    def __init__(
        self,
        text: str = "",
        *,
        theme: Theme,
        lines: tuple[int, int] = (2, 8),
        role: Role = Role.BODY,
        parent: QWidget | None = None,
    ) -> None:
        self._lines = lines
        self._line = theme.line_height(role)
        super().__init__(font=theme.font(role), line_height=self._line, margins=(4, 2), parent=parent)
        self.setProperty("kind", "field")
        self.setProperty("multiline", True)  # noqa: FBT003 - A Qt property has no keyword.
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def _on_document_replaced(self) -> None:
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(self._on_document_size_changed)
        self._on_document_size_changed(layout.documentSize())

    def _on_document_size_changed(self, size: QSizeF) -> None:
        least, most = (self._line * count + 4 for count in self._lines)
        self.setFixedHeight(round(min(max(size.height(), least), most)) + 2 * _PADDING)
