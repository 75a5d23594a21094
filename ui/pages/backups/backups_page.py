"""*Reservekopieën*: choose a place once, make one with one button, see which there are, and try one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.ask import Question
from ui.navigation import Page, Place
from ui.pages.backups import RENEW
from ui.pages.backups.interval_card import IntervalCard
from ui.pages.backups.list_part import ListPart
from ui.pages.backups.place_card import PlaceCard
from ui.pages.backups.renew_card import RenewCard
from ui.pages.backups.try_card import TryCard
from ui.pages.reading_page import ReadingPage
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.changes import Area
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.domain.backups import BackupItem, BackupState


class BackupsPage(ReadingPage):
    """What it shows is read anew when a backup was made, wherever it was asked for."""

    page = Page.BACKUPS
    areas = (Area.BACKUPS,)

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        self._part = ""
        back = self._way_back(Page.SETTINGS, t("Naar de instellingen"))
        lead = t(
            "Een reservekopie is een versleuteld bestand met uw hele journaal erin. Raakt deze laptop kwijt of stuk, "
            "dan krijgt u daarmee uw aantekeningen terug. U opent een reservekopie met de wachtzin van de dag waarop "
            "die is gemaakt."
        )
        self._place = PlaceCard(self.context)
        self._place.chooser.failed.connect(self._tell)
        self._interval = IntervalCard(self.context)
        self._interval.failed.connect(self._tell)
        self._renew = RenewCard(self.context)
        self._list = ListPart(self.context, t("Uw reservekopieën"))
        self._try = TryCard(self.context)
        self._try.answered.connect(self._on_answered)
        self._scroll = ScrollPage(theme=theme, readable=True)
        self._scroll.add(back, Heading(t("Reservekopieën"), theme=theme), Body(lead, theme=theme))
        self._scroll.add(self._place, self._renew, self._interval, self._list, self._try)
        for part in (self._renew, self._list):
            part.hide()
            part.try_requested.connect(self._on_try_requested)
            part.gone_requested.connect(self._on_gone_requested)
        # Nothing comes by itself in the example, from which no way leads to the example.
        self._interval.setVisible(self.context.view_example is not None)
        self.setLayout(column(self._scroll))
        self.setFocusProxy(self._place)

    def open(self, place: Place) -> None:
        """Read what there is; ``RENEW`` brings what is to be renewed into sight."""
        self._part = place.part
        self._place.clear()
        self._try.clear()
        self._scroll.verticalScrollBar().setValue(0)
        super().open(place)

    def flush(self, done: Callable[[bool], None]) -> None:
        """There is nothing to save; a passphrase that was typed to try a backup does not stay when one leaves."""
        self._try.forget()
        super().flush(done)

    def _read(self) -> None:
        self.context.operations.run(lambda journal: journal.backups.state(), done=self._show, failed=self._tell)

    def _show(self, state: BackupState) -> None:
        self._place.show_state(state)
        self._interval.show_state(state)
        self._renew.show_state(state)
        others = tuple(item for item in state.items if not item.to_renew)
        self._list.show_items(others, expired=state.expired(today()))
        if self._part == RENEW and state.to_renew:
            self._renew.setFocus()
            self._scroll.bring_into_sight(self._renew.button)
        self._part = ""

    def _on_answered(self) -> None:
        self._scroll.bring_into_sight(self._try)

    def _on_try_requested(self, item: BackupItem) -> None:
        self._try.begin(item)
        self._scroll.bring_into_sight(self._try)

    def _on_gone_requested(self, item: BackupItem) -> None:
        question = Question(
            self.t("Bestaat deze reservekopie niet meer?"),
            accept=self.t("Van de lijst halen"),
            decline=self.t("Op de lijst laten"),
            detail=self.t(
                "Doe dit alleen als u zeker weet dat de reservekopie weg is, bijvoorbeeld omdat de usb-stick is "
                "gewist. Aan het bestand zelf verandert niets."
            ),
        )
        self.context.asker.ask(question, on_accept=lambda: self._forget(item))

    def _forget(self, item: BackupItem) -> None:
        self.context.operations.run(lambda journal: journal.backups.forget((item.id,)), failed=self._tell)
