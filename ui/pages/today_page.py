"""*Vandaag*: one calm sentence, what was agreed, what is not written yet, which case is silent. Never a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.navigation import Action, Page, Place
from ui.pages.reading_page import ReadingPage
from ui.pages.today_backups import BackupsCard
from ui.pages.today_cards import AgreedCard, SilentCard, UnwrittenCard, set_shown
from ui.pages.today_words import calm_sentence
from ui.theme import Role
from ui.widgets.buttons import MAIN, button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column, flow, hold_still, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QResizeEvent

    from vpjournal.domain.changes import Changes
    from vpjournal.domain.ids import CaseId, ContactId
    from vpjournal.domain.views import Today
    from vpjournal.journal.facade import Journal

_ROOM_FOR_TWO = 800


class TodayPage(ReadingPage):
    """The first page after unlocking: what waits, and the two ways to go on."""

    page = Page.TODAY

    def _build_ui(self) -> None:
        theme, t = self.theme, self.t
        self._agreed = AgreedCard(self.context, on_case=self._open_case)
        self._unwritten = UnwrittenCard(self.context, on_write=self._open_note, on_leave_out=self._leave_note_out)
        self._silent = SilentCard(self.context, on_case=self._open_case)
        self._backups = BackupsCard(self.context)
        self._empty: QWidget | None = None
        self._cards: list[QWidget] = []
        self._day = Caption(theme=theme)
        self._sentence = Heading(theme=theme, role=Role.DISPLAY)
        self._sentence.setObjectName("todaySentence")
        new = button(t("Nieuw contact"), theme=theme, kind=MAIN, icon_name="plus", on_click=self._on_new_clicked)
        new.setObjectName("newContactButton")
        self._go_on = button("", theme=theme, on_click=self._on_go_on_clicked)
        self._go_on.setObjectName("goOnButton")
        self._go_on.hide()
        self._last: CaseId | None = None
        actions = QWidget()
        actions.setLayout(flow(new, self._go_on))
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(20)
        cards: tuple[QWidget, ...] = (self._agreed, self._unwritten, self._silent, self._backups)
        for number, card in enumerate(cards):
            self._grid.addWidget(card, number, 0)
        self._grid_holder.hide()
        scroll = ScrollPage(theme=theme)
        scroll.add(holder(column(self._day, self._sentence, spacing=0)), actions, 8, self._grid_holder)
        self.setLayout(column(scroll))
        self.setFocusProxy(new)

    def prepare(self) -> Iterator[None]:
        """Make the lines of the cards before there is anything to show in them."""
        for card in (self._agreed, self._unwritten, self._silent):
            yield from card.prepare()

    def _read(self) -> None:
        self.context.operations.run(lambda journal: journal.today.view(), done=self._show, failed=self._tell)

    def _show(self, view: Today) -> None:
        t, now = self.t, today()
        hold_still(self)
        # What is shown within something that can be seen makes Qt place everything anew, each time.
        self._grid_holder.hide()
        self._day.setText(f"{t.weekday(now)} {t.day(now, today=now)}")
        self._sentence.setText(calm_sentence(t, view, now))
        self._last = view.last_case[0] if view.last_case is not None else None
        self._go_on.setVisible(view.last_case is not None)
        if view.last_case is not None:
            self._go_on.setText(t("Verder met {code}", code=view.last_case[1]))
        self._fill_cards(view)
        self._arrange()
        self._grid_holder.show()

    def _fill_cards(self, view: Today) -> None:
        self._agreed.show_values(view.agreed)
        self._unwritten.show_values(view.unwritten)
        self._silent.show_values(view.silent)
        self._backups.show_ask(view.backups, view.last_backup, today())
        if self._empty is not None:
            self._grid.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        shown: tuple[tuple[QWidget, object], ...] = (
            (self._agreed, view.agreed),
            (self._unwritten, view.unwritten),
            (self._silent, view.silent),
            (self._backups, view.backups),
        )
        self._cards = [card for card, values in shown if values]
        for card, values in shown:
            set_shown(card, shown=bool(values))
        if not self._cards:
            self._empty = self._empty_card(view)
            self._cards = [self._empty]

    def _empty_card(self, view: Today) -> QWidget:
        t, theme = self.t, self.theme
        if view.cases:
            return EmptyCard(
                t("Hier komt te staan wat u hebt afgesproken en wat nog niet is opgeschreven."), theme=theme
            )
        add = button(
            t("Organisatie toevoegen"),
            theme=theme,
            on_click=lambda: self.context.navigate(Place(Page.ORGANISATION)),
        )
        add.setObjectName("addOrganisationButton")
        words = t(
            "Begin met een organisatie waarvoor u werkt, of leg meteen een contact vast. "
            "De organisatie kunt u later altijd nog kiezen."
        )
        return EmptyCard(
            words, theme=theme, title=t("Uw journaal is nog leeg"), action=None if view.organisations else add
        )

    def _arrange(self) -> None:
        across = 2 if self.width() >= self.theme.px(_ROOM_FOR_TWO) and len(self._cards) > 1 else 1
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if across == 2 else 0)

    def _on_new_clicked(self) -> None:
        self.context.navigate(Place(Page.FIRST_CONTACT))

    def _on_go_on_clicked(self) -> None:
        if self._last is not None:
            self._open_case(self._last)

    def _open_case(self, case: CaseId) -> None:
        self.context.navigate(Place(Page.CASE, case))

    def _open_note(self, case: CaseId, contact: ContactId, phase: str) -> None:
        self.context.navigate(Place(Page.CASE, case, f"{phase}/notes", str(contact)))

    def _leave_note_out(self, contact: ContactId) -> None:
        def offer_undo(_changes: Changes) -> None:
            undo = Action(self.t("Ongedaan maken"), lambda: self._run(lambda j: j.contacts.take_back(contact)))
            self.context.message(self.t("Vastgelegd: bewust geen aantekening"), action=undo)

        self._run(lambda journal: journal.contacts.leave_note_out(contact), done=offer_undo)

    def _run(self, work: Callable[[Journal], Changes], *, done: Callable[[Changes], None] | None = None) -> None:
        self.context.operations.run(work, done=done, failed=self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
