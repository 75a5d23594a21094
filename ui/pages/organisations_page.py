"""*Organisaties*: the client organisations, each with its size and its cases, and the way to add one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.navigation import Page, Place
from ui.pages.reading_page import ReadingPage
from ui.widgets.buttons import MAIN, button
from ui.widgets.card import Card
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import clear, column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.changes import Area

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpjournal.domain.organisation import OrganisationRow

_ROOM_FOR_TWO = 760


class OrganisationsPage(ReadingPage):
    """A card for each organisation."""

    page = Page.ORGANISATIONS
    areas = (Area.ORGANISATIONS, Area.CASES)

    def _build_ui(self) -> None:
        self._cards: list[QWidget] = []
        new = button(
            self.t("Nieuwe organisatie"),
            theme=self.theme,
            kind=MAIN,
            icon_name="plus",
            on_click=lambda: self.context.navigate(Place(Page.ORGANISATION)),
        )
        new.setObjectName("newOrganisationButton")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        lead = Caption(
            self.t(
                "Leg per organisatie vast waar iemand terechtkan. Bestaat iets er niet, dan staat dat straks bij "
                "de mogelijkheden."
            ),
            theme=self.theme,
        )
        scroll = ScrollPage(theme=self.theme)
        self._grid_holder = holder(self._grid)
        scroll.add(Heading(self.t("Organisaties"), theme=self.theme), lead, holder(flow(new)), self._grid_holder)
        self.setLayout(column(scroll))
        self.setFocusProxy(new)

    def _read(self) -> None:
        self.context.operations.run(lambda journal: journal.organisations.list(), done=self._show, failed=self._tell)

    def _show(self, rows: tuple[OrganisationRow, ...]) -> None:
        clear(self._grid)
        # What is shown within something that can be seen makes Qt place everything anew, each time.
        self._grid_holder.hide()
        self._cards = [self._card(row) for row in rows]
        if not rows:
            words = self.t("Er is nog geen organisatie. Een naam is genoeg om te beginnen.")
            self._cards = [EmptyCard(words, theme=self.theme)]
        self._arrange()
        self._grid_holder.show()

    def _card(self, row: OrganisationRow) -> Card:
        card = Card(row.name, theme=self.theme)
        people = (
            self.t.plural("één medewerker", "{n} medewerkers", row.headcount)
            if row.headcount is not None
            else self.t("aantal medewerkers nog onbekend")
        )
        card.add(Caption(f"{people} · {self._case_words(row)}", theme=self.theme))
        go = button(
            self.t("Wegwijzer"),
            theme=self.theme,
            small=True,
            on_click=partial(self.context.navigate, Place(Page.ORGANISATION, row.id)),
        )
        go.setAccessibleName(self.t("Wegwijzer van {name}", name=row.name))
        card.set_actions(go)
        return card

    def _case_words(self, row: OrganisationRow) -> str:
        if not row.cases:
            return self.t("nog geen casus")
        if row.open_cases == row.cases:
            return self.t.plural("één open casus", "{n} open casussen", row.cases)
        cases = self.t.plural("één casus", "{n} casussen", row.cases)
        if not row.open_cases:
            return self.t("{cases}, niet meer open", cases=cases)
        return self.t("{cases}, waarvan {n} open", cases=cases, n=self.t.number(row.open_cases))

    def _arrange(self) -> None:
        across = 2 if self.width() >= self.theme.px(_ROOM_FOR_TWO) and len(self._cards) > 1 else 1
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if across == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
