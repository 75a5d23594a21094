"""Gives headings, bold words and lists in a note their look; the text itself stays as it was typed."""

from collections.abc import Collection

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.positions import QtPositions
from ui.theme import Role, Theme
from vpjournal.domain.text_look import BOLD, HEADING, ITEM, LONGEST_SEARCHED


class NoteHighlighter(QSyntaxHighlighter):
    """Looks at one paragraph at a time. Headings look like prompts, or like those on paper with a role of their own."""

    def __init__(
        self, document: QTextDocument, *, theme: Theme, prompts: Collection[str] = (), heading: Role = Role.GROUP
    ) -> None:
        super().__init__(document)
        self._prompts = prompts
        self._heading = QTextCharFormat()
        self._heading.setFont(theme.font(heading))
        self._heading.setForeground(theme.colour("accent" if heading is Role.GROUP else "ink"))
        self._mark = QTextCharFormat()
        self._mark.setForeground(theme.colour("edge"))
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.DemiBold)

    def highlightBlock(self, text: str) -> None:
        if len(text) > LONGEST_SEARCHED:
            return
        if text.strip() in self._prompts:
            self.setFormat(0, QtPositions(text).length, self._heading)
            return
        if found := HEADING.match(text):
            self.setFormat(0, QtPositions(text).length, self._heading)
            self.setFormat(0, found.end(), self._mark)
            return
        if found := ITEM.match(text):
            self.setFormat(0, found.end(), self._mark)
        if "**" in text:
            self._show_bold(text)

    def _show_bold(self, text: str) -> None:
        positions = QtPositions(text)
        for found in BOLD.finditer(text):
            start, length = positions.units(*found.span())
            self.setFormat(start, length, self._bold)
            self.setFormat(start, 2, self._mark)
            self.setFormat(start + length - 2, 2, self._mark)
