"""*Samen lezen*: only the text, in large type, as it will stand on paper; nothing on it tells whose case it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.pages.case.share_button import share_button
from ui.pages.case.summary.words import for_whom_as_read
from ui.platform.clipboard import private
from ui.theme import Role, Theme
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.labels import Body
from ui.widgets.layouts import column, holder, row
from ui.widgets.scroll_page import text_width

if TYPE_CHECKING:
    from ui.platform.capture import Shield
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import SummaryDraft

_LARGER = 1.3
_HEADING = re.compile(r"#{1,3} (?=\S)")
_LIST = re.compile(r"\s*- (?=\S)")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


class ReadTogether(QFrame):
    """Read only. *Gelezen* says that the reporter read or heard all of it; Escape only ends it."""

    ended = Signal()
    read = Signal()

    def __init__(
        self,
        draft: SummaryDraft,
        *,
        theme: Theme,
        texts: Texts,
        shield: Shield | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        """What is read: exactly this."""
        self.setProperty("panel", "ground")
        large = Theme(theme.mode, min(2.0, theme.text_scale * _LARGER))
        self.setStyleSheet(large.style_sheet())
        self._theme = large
        whom = Body(for_whom_as_read(draft), theme=large)
        whom.setObjectName("readForWhomWords")
        end = button(texts("Stoppen met samen lezen"), theme=large, kind=LINK, on_click=self.ended.emit)
        end.setObjectName("endReadingButton")
        share = share_button(shield, theme=large, texts=texts)
        top = row(whom, *([] if share is None else [share]), end)
        top.setStretch(0, 1)
        self.text = self._build_text(draft.text)
        sheet = holder(column(self.text, margins=(0, 1, 1, 1)))
        sheet.setProperty("kind", "sheet")
        done = button(texts("Gelezen"), theme=large, kind=MAIN, on_click=self.read.emit)
        done.setObjectName("readButton")
        whole = column(top, sheet, row(None, done), spacing=16, margins=(44, 24, 44, 20))
        whole.setStretch(1, 1)
        middle = holder(whole)
        middle.setMaximumWidth(text_width(large) + 88 + 80)
        across = row(spacing=0)
        across.addStretch(0)
        across.addWidget(middle, 1)
        across.addStretch(0)
        across.setAlignment(middle, Qt.AlignmentFlag(0))
        self.setLayout(across)

    def _build_text(self, text: str) -> QTextEdit:
        shown = _PlainCopies()
        shown.setObjectName("readText")
        shown.setReadOnly(True)
        shown.setFrameShape(QFrame.Shape.NoFrame)
        shown.setTabChangesFocus(True)
        shown.setCursorWidth(0)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        shown.setFont(self._theme.font(Role.SUMMARY))
        shape = shown.document().rootFrame().frameFormat()
        shape.setMargin(32)
        shown.document().rootFrame().setFrameFormat(shape)
        self._write(shown, text)
        shown.moveCursor(QTextCursor.MoveOperation.Start)
        return shown

    def _write(self, shown: QTextEdit, text: str) -> None:
        cursor = shown.textCursor()
        block = QTextBlockFormat()
        block.setLineHeight(self._theme.line_height(Role.SUMMARY), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(block)
        heading, plain = self._look(Role.PANEL), self._look(Role.SUMMARY)
        for number, line in enumerate(text.split("\n")):
            if number:
                cursor.insertBlock()
            if found := _HEADING.match(line):
                cursor.insertText(line[found.end() :], heading)
                continue
            if found := _LIST.match(line):
                line = f"• {line[found.end() :]}"  # noqa: PLW2901 - the mark of a list as it is printed
            self._write_bold(cursor, line, plain)

    def _write_bold(self, cursor: QTextCursor, line: str, plain: QTextCharFormat) -> None:
        bold = self._look(Role.SUMMARY)
        bold.setFontWeight(QFont.Weight.DemiBold)
        for number, words in enumerate(_BOLD.split(line)):
            cursor.insertText(words, bold if number % 2 else plain)

    def _look(self, role: Role) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.font(role))
        return look

    def begin(self) -> None:
        """Take the keyboard, once this is in front."""
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class _PlainCopies(QTextEdit):
    """Gives its words alone when they are copied, without the looks that they have here."""

    def createMimeDataFromSelection(self) -> QMimeData:
        return private(self.textCursor().selection().toPlainText())
