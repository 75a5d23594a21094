"""The left of a summary: which one it is, the bar when its approval lapsed, and the sheet to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.pages.case.summary.lapse_bar import LapseBar
from ui.pages.case.summary.summary_editor import SummaryEditor
from ui.pages.case.summary.summary_switcher import SummarySwitcher
from ui.widgets.layouts import column, holder, row

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_SHEET = 680
_BESIDE = 24
_INSIDE = 20


class SummaryDesk(QWidget):
    """A sheet of paper on the ground, no wider than is pleasant to read."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.switcher = SummarySwitcher(theme=theme, texts=texts)
        self.bar = LapseBar(theme=theme, texts=texts)
        self.editor = SummaryEditor(theme=theme)
        self.editor.setObjectName("summaryEditor")
        self.editor.setAccessibleName(texts("Samenvatting"))
        inside = 0 if theme.narrow else _INSIDE
        sheet = QFrame()
        sheet.setProperty("kind", "sheet")
        sheet.setLayout(column(self.editor, margins=(inside, 1, 1, 1)))
        whole = column(self.switcher, self.bar, sheet, spacing=12)
        whole.setStretch(2, 1)
        middle = holder(whole)
        middle.setMaximumWidth(theme.px(_SHEET))
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        across = row(spacing=0, margins=(_BESIDE, 12, _BESIDE, 0))
        across.addStretch(0)
        across.addWidget(middle, 1)
        across.addStretch(0)
        across.setAlignment(middle, Qt.AlignmentFlag(0))
        self.setLayout(column(holder(across, panel="rail")))

    def put_cursor(self, place: int) -> None:
        """Put the cursor where it once was, as far as there is text."""
        cursor = self.editor.textCursor()
        cursor.setPosition(min(place, self.editor.document().characterCount() - 1))
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()
