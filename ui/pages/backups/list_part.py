"""The list of backups, the newest first: a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.backups.backup_row import backup_row
from ui.widgets.buttons import LINK, button
from ui.widgets.card import Card
from ui.widgets.layouts import clear, column, flow, holder

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.backups import BackupItem

_MOST = 5
"""Backups that are shown at a time: ninety rows would keep the window waiting for a second."""


class ListPart(Card):
    """Says which backup is to be tried, and which one is gone according to the adviser."""

    try_requested = Signal(object)
    gone_requested = Signal(object)

    def __init__(self, context: PageContext, title: str) -> None:
        super().__init__(title, theme=context.theme)
        self._t, self._theme = context.texts, context.theme
        self._items: tuple[BackupItem, ...] = ()
        self._expired: tuple[BackupItem, ...] = ()
        self._first = 0
        self._rows = column(spacing=8)
        earlier = button(self._t("Eerdere tonen"), theme=self._theme, kind=LINK, on_click=self._on_earlier_clicked)
        earlier.setObjectName("earlierBackupsLink")
        newest = button(self._t("Nieuwste tonen"), theme=self._theme, kind=LINK, on_click=self._on_newest_clicked)
        newest.setObjectName("newestBackupsLink")
        self._earlier, self._newest = earlier, newest
        self._links = holder(flow(earlier, newest, spacing=20))
        self.add(holder(self._rows), self._links)

    def show_items(self, items: tuple[BackupItem, ...], *, expired: tuple[BackupItem, ...] = ()) -> None:
        """Show these, beginning where the adviser was; nothing at all without any. ``expired`` are too old."""
        self._items, self._expired = items, expired
        if self._first >= len(items):
            self._first = 0
        self.setVisible(bool(items))
        clear(self._rows)
        for number, item in enumerate(items[self._first : self._first + _MOST]):
            row = backup_row(
                item,
                texts=self._t,
                theme=self._theme,
                ruled=number > 0,
                expired=item in self._expired,
                on_try=self.try_requested.emit,
                on_gone=self.gone_requested.emit,
            )
            self._rows.addWidget(row)
        self._earlier.setVisible(len(items) > self._first + _MOST)
        self._newest.setVisible(self._first > 0)
        self._links.setVisible(len(items) > _MOST)

    def _on_earlier_clicked(self) -> None:
        self._first += _MOST
        self.show_items(self._items, expired=self._expired)

    def _on_newest_clicked(self) -> None:
        self._first = 0
        self.show_items(self._items, expired=self._expired)
