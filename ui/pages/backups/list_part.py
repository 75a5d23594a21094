"""The list of backups, the newest first: a few, and all of them when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.backups.backup_row import backup_row
from ui.widgets.buttons import LINK, button, set_button_text
from ui.widgets.card import Card
from ui.widgets.layouts import clear, column, flow, holder

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.backups import BackupItem

_MOST = 4
"""Backups that are shown until the adviser asks for all of them."""


class ListPart(Card):
    """Says which backup is to be tried, and which one is gone according to the adviser."""

    try_requested = Signal(object)
    gone_requested = Signal(object)

    def __init__(self, context: PageContext, title: str) -> None:
        super().__init__(title, theme=context.theme)
        self._t, self._theme = context.texts, context.theme
        self._items: tuple[BackupItem, ...] = ()
        self._all_wanted = False
        self._rows = column(spacing=8)
        self._more = button("", theme=self._theme, kind=LINK, on_click=self._on_more_clicked)
        self._more.setObjectName("allBackupsLink")
        self.add(holder(self._rows), holder(flow(self._more)))

    def show_items(self, items: tuple[BackupItem, ...]) -> None:
        """Show these; nothing at all without any."""
        self._items = items
        self.setVisible(bool(items))
        clear(self._rows)
        shown = items if self._all_wanted else items[:_MOST]
        for number, item in enumerate(shown):
            row = backup_row(
                item,
                texts=self._t,
                theme=self._theme,
                ruled=number > 0,
                on_try=self.try_requested.emit,
                on_gone=self.gone_requested.emit,
            )
            self._rows.addWidget(row)
        self._more.setVisible(len(items) > len(shown))
        set_button_text(self._more, self._t("Alle {n} tonen", n=len(items)))

    def _on_more_clicked(self) -> None:
        self._all_wanted = True
        self.show_items(self._items)
