"""The answer of *Controleer een stuk*, with the approved words beside it where they are to be compared by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame

from ui.pages.leaving.verdict_words import facts, meaning, shows_text, title, tone
from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.field import Field
from ui.widgets.labels import Body, Heading, restyle
from ui.widgets.layouts import clear, column
from ui.widgets.plain_text_field import PlainTextField

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.register import CheckedPaper

_LINES = (3, 16)


class VerdictCard(QFrame):
    """Hidden until there is an answer."""

    case_requested = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._title = Heading(theme=theme, role=Role.PANEL)
        self._title.setObjectName("verdictTitle")
        self._parts = column(spacing=4)
        self.setLayout(column(self._title, self._parts, spacing=8, margins=(20, 16, 20, 16)))
        self.hide()

    def show_checked(self, checked: CheckedPaper) -> None:
        """Show an answer."""
        words = title(self._t, checked)
        self._title.setText(words)
        self.setProperty("kind", tone(checked))
        restyle(self)
        clear(self._parts)
        meant = Body(meaning(self._t, checked), theme=self._theme)
        meant.setObjectName("verdictMeaning")
        self._parts.addWidget(meant)
        self._parts.addSpacing(8)
        for line in facts(self._t, checked):
            self._parts.addWidget(Body(line, theme=self._theme))
        self._add_text(checked)
        self._add_jump(checked)
        self.show()
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _add_text(self, checked: CheckedPaper) -> None:
        if checked.approval is None or not shows_text(checked):
            return
        self._parts.addSpacing(8)
        text = checked.approval.approved.text
        if not text:
            gone = self._t("De woorden zijn vernietigd; alleen de vingerafdruk is er nog.")
            self._parts.addWidget(Body(gone, theme=self._theme))
            return
        shown = PlainTextField(text, theme=self._theme, lines=_LINES, role=Role.SUMMARY)
        shown.setObjectName("approvedText")
        shown.setReadOnly(True)
        self._parts.addWidget(Field(self._t("De tekst met akkoord"), shown, theme=self._theme))
        if checked.approval.reworded:
            reworded = self._t("In deze tekst is later een naam vervangen. Op het papier staat de naam zelf nog.")
            self._parts.addWidget(Body(reworded, theme=self._theme))

    def _add_jump(self, checked: CheckedPaper) -> None:
        if checked.case is not None:
            self._parts.addSpacing(8)
            go = button(
                self._t("Naar {code}", code=checked.code),
                theme=self._theme,
                kind=LINK,
                on_click=lambda: self.case_requested.emit(checked.case),
            )
            go.setObjectName("toCaseButton")
            self._parts.addWidget(go)
