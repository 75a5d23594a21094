"""The place to write: plain text as typed, shown on paper with a quiet look for headings, bold words and lists."""

from collections.abc import Collection

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from ui.theme import Role, Theme
from ui.widgets.note_highlighter import NoteHighlighter
from ui.widgets.plain_text_box import PlainTextBox
from ui.widgets.scroll_page import text_width

_SIDE = 40
_ABOVE = 24


class NoteEditor(PlainTextBox):
    """Prompts that stand on a line of their own look like headings; what is stored is the text alone.

    ``role`` and ``heading`` are how the text and its headings look.
    """

    def __init__(
        self,
        *,
        theme: Theme,
        prompts: Collection[str] = (),
        role: Role = Role.WRITING,
        heading: Role = Role.GROUP,
        parent: QWidget | None = None,
    ) -> None:
        self._theme = theme
        self._prompts = frozenset(prompts)
        self._heading = heading
        self._highlighter: NoteHighlighter | None = None
        super().__init__(
            font=theme.font(role),
            line_height=theme.line_height(role),
            margins=(_SIDE, _ABOVE),
            parent=parent,
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)

    def set_prompts(self, prompts: Collection[str]) -> None:
        """Name the questions that look like a heading where they stand on a line of their own."""
        self._prompts = frozenset(prompts)
        self._on_document_replaced()

    def insert_prompt(self, question: str) -> None:
        """Put a question on a line of its own at the cursor, and the cursor below it."""
        cursor = self.textCursor()
        before = "\n" if cursor.positionInBlock() > 0 else ""
        self.insert_text(f"{before}{question}\n")
        self.setFocus()

    def _on_document_replaced(self) -> None:
        before = self._highlighter
        if before is not None and isValid(before) and before.document() is self.document():
            before.setDocument(None)
            before.deleteLater()
        # That of another document goes with it: taking its colours away first costs a layout of the whole text.
        self._highlighter = NoteHighlighter(
            self.document(), theme=self._theme, prompts=self._prompts, heading=self._heading
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() - 2 * _SIDE - round(text_width(self._theme) * 1.12)
        self.setViewportMargins(0, 0, max(0, beside), 0)
        super().resizeEvent(event)
