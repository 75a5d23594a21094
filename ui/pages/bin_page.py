"""The recycle bin: what was deleted in the last seven days, to take back or to destroy now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.dialogs.ask import Question
from ui.navigation import Action, Page, Place
from ui.pages.backups import RENEW
from ui.pages.reading_page import ReadingPage
from ui.widgets.buttons import DESTROY, LINK, button
from ui.widgets.card import Card
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import clear, column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.case import PHASE_NAMES
from vpjournal.domain.changes import Area
from vpjournal.domain.days import today
from vpjournal.domain.language import mark
from vpjournal.domain.views import BIN_DAYS, BinItem, BinKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.domain.backups import BackupState
    from vpjournal.domain.changes import Changes
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_KINDS: dict[BinKind, str] = {
    BinKind.CASE: mark("casus"),
    BinKind.CONTACT: mark("contact met aantekening"),
    BinKind.OPTION: mark("mogelijkheid"),
    BinKind.CHOICE: mark("keuze"),
    BinKind.AGREEMENT: mark("afspraak"),
    BinKind.SUMMARY: mark("samenvatting"),
    BinKind.ORGANISATION: mark("organisatie"),
}


class BinPage(ReadingPage):
    """Each deleted record with its way back; destroying asks once and takes a moment."""

    page = Page.BIN
    areas = (Area.BIN,)

    def _build_ui(self) -> None:
        back = button(
            self.t("Naar de casussen"),
            theme=self.theme,
            kind=LINK,
            on_click=lambda: self.context.navigate(Place(Page.CASES)),
        )
        lead = Caption(
            self.t(
                "Wat u verwijdert, ligt hier {n} dagen. Zo lang kunt u het terugzetten; daarna wordt het vernietigd.",
                n=BIN_DAYS,
            ),
            theme=self.theme,
        )
        self._list = column(spacing=12)
        self._list_holder = holder(self._list)
        self._empty_button = button(
            self.t("Prullenbak leegmaken"), theme=self.theme, kind=DESTROY, on_click=self._on_empty_clicked
        )
        self._empty_button.setObjectName("emptyBinButton")
        foot = QWidget()
        foot.setLayout(flow(self._empty_button))
        self._scroll = ScrollPage(theme=self.theme, readable=True)
        self._scroll.add(back, Heading(self.t("Prullenbak"), theme=self.theme), lead, self._list_holder, foot)
        self.setLayout(column(self._scroll))

    def help_screen(self) -> str:
        """Name the help text."""
        return "recycle_bin"

    def _read(self) -> None:
        self.context.operations.run(lambda journal: journal.bin.list(), done=self._show, failed=self._tell)

    def _show(self, items: tuple[BinItem, ...]) -> None:
        self._scroll.setEnabled(True)
        clear(self._list)
        # What is shown within something that can be seen makes Qt place everything anew, each time.
        self._list_holder.hide()
        for item in items:
            self._list.addWidget(self._card(item))
        if not items:
            self._list.addWidget(EmptyCard(self.t("De prullenbak is leeg."), theme=self.theme))
        self._list_holder.show()
        self._empty_button.setVisible(bool(items))

    def _card(self, item: BinItem) -> Card:
        card = Card(theme=self.theme)
        parts = [self.t(_KINDS[item.kind]), item.code]
        if item.phase is not None:
            parts.append(self.t(PHASE_NAMES[item.phase]).lower())
        card.add(
            Body(" · ".join(part for part in parts if part), theme=self.theme),
            Caption(self.t("verwijderd op {day}", day=self.t.day(item.deleted_on, today=today())), theme=self.theme),
        )
        restore = button(self.t("Terugzetten"), theme=self.theme, small=True, on_click=lambda: self._restore(item))
        destroy = button(
            self.t("Nu vernietigen"), theme=self.theme, kind=DESTROY, small=True, on_click=lambda: self._ask(item)
        )
        card.set_actions(restore, destroy)
        return card

    def _restore(self, item: BinItem) -> None:
        self._run(
            lambda journal: journal.bin.restore(item.kind, item.record),
            told=lambda: self.context.message(self.t("Teruggezet")),
        )

    def _ask(self, item: BinItem) -> None:
        self._question(self.t("Dit nu vernietigen?"), lambda journal: journal.bin.destroy(item.kind, item.record))

    def _on_empty_clicked(self) -> None:
        self._question(self.t("Alles in de prullenbak vernietigen?"), lambda journal: journal.bin.empty())

    def _question(self, words: str, work: Callable[[Journal], Changes]) -> None:
        question = Question(
            words,
            accept=self.t("Vernietigen"),
            decline=self.t("Niet doen"),
            detail=self.t("Dit kan niet ongedaan worden gemaakt. Het kan een paar seconden duren."),
            destroys=True,
        )
        self.context.asker.ask(question, on_accept=lambda: self._run(work, told=self._tell_destroyed))

    def _run(self, work: Callable[[Journal], Changes], *, told: Callable[[], None]) -> None:
        def done(_changes: Changes) -> None:
            self._read()
            told()

        # Destroying rewrites the search index; nothing here can be pressed twice meanwhile.
        self._scroll.setEnabled(False)
        self.context.operations.run(work, done=done, failed=self._on_failed, initiator=self)

    def _tell_destroyed(self) -> None:
        """Say that it was done, with the way to the backups that still hold something of it."""

        def tell(state: BackupState) -> None:
            renew = Action(
                self.t("Reservekopieën vernieuwen"), lambda: self.context.navigate(Place(Page.BACKUPS, part=RENEW))
            )
            self.context.message(self.t("Vernietigd"), action=renew if state.to_renew else None)

        self.context.operations.run(lambda journal: journal.backups.state(), done=tell, failed=self._tell)

    def _on_failed(self, error: JournalError) -> None:
        self._scroll.setEnabled(True)
        self._tell(error)
