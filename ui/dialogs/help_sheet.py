"""F1 explains the screen that is in front, and which keys there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.sheet import Sheet
from ui.navigation import Page, Place
from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import flow, holder, rule
from vpjournal.domain import guide

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from ui.theme import Theme

_WITH_LOST_LAPTOP = "today"
"""The help that leads to *Laptop kwijt?*, because nobody looks for that among the settings in a hurry."""


def open_help(context: PageContext, above: QWidget, screen: str) -> None:
    """Explain one screen, with the keys below."""
    texts, theme = context.texts, context.theme
    page = guide.help_page(texts.language, screen)
    sheet = Sheet(page.title, theme=theme, texts=texts, above=above)
    sheet.setObjectName("helpSheet")
    sheet.page.add(*(Body(paragraph, theme=theme) for paragraph in page.paragraphs))
    if screen == _WITH_LOST_LAPTOP:
        link = button(
            texts("Laptop kwijt?"), theme=theme, kind=LINK, on_click=lambda: context.navigate(Place(Page.LOST_LAPTOP))
        )
        link.clicked.connect(sheet.accept)
        link.setObjectName("to_lost_laptop")
        sheet.page.add(holder(flow(link)))
    sheet.page.add(rule(), Heading(texts("Sneltoetsen"), theme=theme, role=Role.PANEL), _keys(context, theme))
    sheet.show_sheet()


def open_shortcuts(context: PageContext, above: QWidget, screen: str) -> None:  # noqa: ARG001 - a command's signature
    """List the keys that are worth knowing."""
    texts, theme = context.texts, context.theme
    sheet = Sheet(texts("Sneltoetsen"), theme=theme, texts=texts, above=above, characters=52)
    sheet.setObjectName("shortcutSheet")
    sheet.page.add(_keys(context, theme))
    sheet.show_sheet()


def _keys(context: PageContext, theme: Theme) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for number, shortcut in enumerate(guide.shortcuts(context.texts.language)):
        grid.addWidget(Words(shortcut.keys, theme=theme, strong=True), number, 0)
        grid.addWidget(Body(shortcut.text, theme=theme), number, 1)
    return table
