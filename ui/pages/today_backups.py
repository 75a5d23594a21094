"""The card of *Vandaag* about backups: there only when something is asked of the adviser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.backups.words import about_last
from ui.navigation import Page, Place
from ui.pages.backups import RENEW
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Body
from vpjournal.domain.backups import BackupAsk

if TYPE_CHECKING:
    from datetime import date

    from ui.navigation import PageContext


class BackupsCard(Card):
    """One fact, and the way to where something can be done about it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.texts("Reservekopieën"), theme=context.theme)
        self._context, self._t = context, context.texts
        self._part = ""
        self._words = Body(theme=context.theme)
        self._words.setObjectName("backupsCardWords")
        self.add(self._words)
        go = button(
            self._t("Naar de reservekopieën"),
            theme=context.theme,
            small=True,
            on_click=lambda: context.navigate(Place(Page.BACKUPS, part=self._part)),
        )
        go.setObjectName("toBackupsButton")
        self.set_actions(go)

    def show_ask(self, ask: BackupAsk | None, last: date | None, now: date) -> None:
        """Put the words into the card; with nothing to ask nobody sees them."""
        self._part = RENEW if ask is BackupAsk.RENEW else ""
        if ask is not None:
            self._words.setText(self._words_for(ask, last, now))

    def _words_for(self, ask: BackupAsk, last: date | None, now: date) -> str:
        t = self._t
        if ask is BackupAsk.RENEW:
            return t("In een oudere reservekopie staat nog iets wat u hebt vernietigd of vervangen.")
        if ask is BackupAsk.PLACE:
            return t("Er is nog geen reservekopie van uw journaal. Kies er een plek voor, bijvoorbeeld een usb-stick.")
        if ask is BackupAsk.FIRST:
            return t(
                "Er is nog geen reservekopie van uw journaal. Kijk of de plek die u koos er is: zit de usb-stick in "
                "de laptop?"
            )
        return (
            about_last(t, last, now)
            + " "
            + t("Kijk of de plek voor de reservekopieën er is: zit de usb-stick in de laptop?")
        )
