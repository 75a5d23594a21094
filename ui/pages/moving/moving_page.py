"""*Verhuizen*: a backup on a stick, the same numbers on the new laptop, and then nothing more on this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Page, Place
from ui.pages.backups.place_card import PlaceCard
from ui.pages.moving.leave_card import LeaveCard
from ui.pages.moving.words import tally_lines
from ui.pages.reading_page import ReadingPage
from ui.widgets.buttons import LINK, button
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Heading, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.changes import Area

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vpjournal.domain.backups import BackupState
    from vpjournal.domain.moving import LeftBehind, Tally
    from vpjournal.journal.facade import Journal


class MovingPage(ReadingPage):
    """Three cards, one for each step; the same page on the new laptop shows the numbers to compare."""

    page = Page.MOVING
    areas = (Area.BACKUPS, Area.CASES, Area.REGISTER)

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        back = self._way_back(Page.SETTINGS, t("Naar de instellingen"))
        self._place = PlaceCard(self.context)
        self._place.title.setText(t("1. Maak een reservekopie op een usb-stick"))
        self._place.title.show()
        self._place.chooser.failed.connect(self._tell)
        self._leave = LeaveCard(self.context)
        self._leave.leave_requested.connect(self._on_leave_requested)
        if self.context.empty_journal is None:
            self._leave.hide()
        scroll = ScrollPage(theme=theme, readable=True)
        scroll.add(
            back,
            Heading(t("Verhuizen naar een andere laptop"), theme=theme),
            Body(
                t(
                    "In drie stappen. Hier verandert er niets aan uw journaal, tot u bij de laatste stap deze laptop "
                    "zelf leegmaakt."
                ),
                theme=theme,
            ),
        )
        scroll.add(self._waiting_texts(), self._place, self._there(), self._leave)
        self.setLayout(column(scroll))
        self.setFocusProxy(self._place)

    def _waiting_texts(self) -> QWidget:
        t, theme = self.t, self.theme
        words = Words(
            t("Er wacht nog tekst die geen plek heeft in het journaal. Die gaat niet mee. Lees die eerst."),
            theme=theme,
            tone="notice",
        )
        link = button(
            t("Naar de teksten zonder plek"),
            theme=theme,
            kind=LINK,
            on_click=lambda: self.context.navigate(Place(Page.WAITING_TEXTS)),
        )
        link.setObjectName("toWaitingTextsLink")
        self._waiting = holder(column(words, flow(link), spacing=2))
        self._waiting.hide()
        return self._waiting

    def _there(self) -> Card:
        t, theme = self.t, self.theme
        card = Card(t("2. Zet de reservekopie terug op de nieuwe laptop"), theme=theme)
        self._tally = Body(theme=theme)
        self._tally.setObjectName("tallyWords")
        card.add(
            Body(
                t(
                    "Zet VP-journaal op de nieuwe laptop. Kies daar ‘Ik heb al een journaal’ en zet de reservekopie "
                    "terug. Die gaat open met uw wachtzin van nu."
                ),
                theme=theme,
            ),
            Body(t("Kijk daar bij Instellingen, Verhuizen. U ziet dan dezelfde getallen als hier:"), theme=theme),
            self._tally,
            Caption(
                t(
                    "Schrijf na het maken van de reservekopie alleen nog op de nieuwe laptop. Wat u daarna hier nog "
                    "opschrijft, gaat niet mee."
                ),
                theme=theme,
            ),
        )
        return card

    def open(self, place: Place) -> None:
        """Read anew; what was ticked and typed here before is gone."""
        self._place.clear()
        self._leave.clear()
        super().open(place)

    def _read(self) -> None:
        def work(journal: Journal) -> tuple[BackupState, Tally, LeftBehind]:
            return journal.backups.state(), journal.moving.tally(), journal.moving.left_behind()

        self.context.operations.run(work, done=self._show, failed=self._tell)

    def _show(self, found: tuple[BackupState, Tally, LeftBehind]) -> None:
        state, tally, left = found
        self._place.show_state(state)
        self._tally.setText("\n".join(f"–  {line}" for line in tally_lines(self.t, tally)))
        self._waiting.setVisible(bool(left.waiting))
        self._leave.show_left(left)

    def _on_leave_requested(self, passphrase: str, left: LeftBehind) -> None:
        if self.context.empty_journal is not None:
            self.context.empty_journal(passphrase, left)
