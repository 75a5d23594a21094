"""The acute card: whom to call when there is danger, and what can be asked when there is hurry. Works offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.sheet import Sheet
from ui.theme import Role
from ui.widgets.labels import Body, Caption, Heading, Words
from ui.widgets.layouts import column, holder, rule
from vpjournal.domain import guide

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from ui.theme import Theme


def open_acute_card(context: PageContext, above: QWidget) -> None:
    """Show the card above a page."""
    texts, theme = context.texts, context.theme
    card = guide.acute_card(texts.language)
    sheet = Sheet(card.heading, theme=theme, texts=texts, above=above)
    sheet.setObjectName("acuteCard")
    sheet.page.add(Body(card.lead, theme=theme), _numbers(card, theme), rule())
    sheet.page.add(Heading(card.hurry_heading, theme=theme, role=Role.PANEL))
    for hurry in card.hurry:
        words = column(Words(hurry.title, theme=theme, role=Role.GROUP), Body(hurry.text, theme=theme), spacing=2)
        sheet.page.add(holder(words))
    checked = texts("Nummers nagekeken in {month}.", month=texts.month(card.checked))
    sheet.page.add(Caption(f"{card.offline} {checked}", theme=theme))
    sheet.show_sheet()


def _numbers(card: guide.AcuteCard, theme: Theme) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(14)
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(card.lines):
        words = column(Words(line.when, theme=theme, role=Role.GROUP), Caption(line.note, theme=theme), spacing=0)
        grid.addWidget(Words(line.number, theme=theme, role=Role.CODE, tabular=True), number, 0)
        grid.addWidget(holder(words), number, 1)
    return table
