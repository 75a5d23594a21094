"""*Laptop kwijt?*: what a finder could read and what not, and the few things to do; no alarm, and no promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.dialogs.lost_laptop_sheet import what_can_be_guessed, what_is_closed, what_to_do
from ui.navigation import Page, Place
from ui.pages.leaving.entry_words import name_of, recipient_of
from ui.pages.reading_page import ReadingPage
from ui.widgets.buttons import LINK, button
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import clear, column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.changes import Area
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from vpjournal.domain.backups import BackupItem, BackupState
    from vpjournal.domain.register import HandedOut
    from vpjournal.journal.facade import Journal

    _Found = tuple[tuple[HandedOut, ...], BackupState, datetime | None]


class LostLaptopPage(ReadingPage):
    """Four cards: what is closed, what lay open, where the backups are, what to do."""

    page = Page.LOST_LAPTOP
    areas = (Area.REGISTER, Area.BACKUPS)

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        self._closed = Body(theme=theme)
        self._closed.setObjectName("lastLockedWords")
        self._open, open_card = self._list_card(t("Wat open ligt"), "lyingOpen")
        self._backups, backups_card = self._list_card(t("Waar reservekopieën staan"), "backupsThere")
        register = button(t("Wat de deur uit ging"), theme=theme, kind=LINK, on_click=self._on_register_clicked)
        register.setObjectName("to_register")
        open_card.set_actions(register)
        made = button(t("Reservekopieën"), theme=theme, kind=LINK, on_click=self._on_backups_clicked)
        made.setObjectName("to_backups")
        backups_card.set_actions(made)
        back = self._way_back(Page.SETTINGS, t("Naar de instellingen"))
        scroll = ScrollPage(theme=theme, readable=True)
        scroll.add(
            holder(column(flow(back), Heading(t("Laptop kwijt?"), theme=theme))),
            Body(
                t(
                    "Wat iemand op deze laptop zou kunnen lezen, en wat u dan doet. Bent u hem al kwijt? Zet op een "
                    "andere laptop een reservekopie terug en open deze pagina daar."
                ),
                theme=theme,
            ),
            self._closed_card(),
            open_card,
            backups_card,
            self._to_do_card(),
        )
        self.setLayout(column(scroll))
        self._scroll = scroll
        self.setFocusProxy(back)

    def _closed_card(self) -> Card:
        card = Card(self.t("Wat dicht is"), theme=self.theme)
        card.add(
            Body(what_is_closed(self.t), theme=self.theme),
            self._closed,
            Caption(what_can_be_guessed(self.t), theme=self.theme),
        )
        return card

    def _list_card(self, title: str, name: str) -> tuple[QWidget, Card]:
        lines = QWidget()
        lines.setObjectName(name)
        lines.setLayout(column(spacing=10))
        card = Card(title, theme=self.theme)
        card.add(lines)
        return lines, card

    def _to_do_card(self) -> Card:
        card = Card(self.t("Wat u kunt doen"), theme=self.theme)
        card.add(*(Body(step, theme=self.theme) for step in what_to_do(self.t)))
        return card

    def _read(self) -> None:
        self.context.operations.run(_find, done=self._show, failed=self._tell)

    def _show(self, found: _Found) -> None:
        files, backups, locked = found
        self._closed.setText(self._words_for_lock(locked))
        self._fill(self._open, self._open_lines(files))
        self._fill(self._backups, self._backup_lines(backups.items))

    def _fill(self, lines: QWidget, widgets: Iterable[QWidget]) -> None:
        layout = lines.layout()
        assert layout is not None  # noqa: S101 - each is given one where it is made
        clear(layout)
        for widget in widgets:
            layout.addWidget(widget)

    def _words_for_lock(self, locked: datetime | None) -> str:
        if locked is None:
            return self.t("Dat geldt als het vergrendeld is. Nu is het open.")
        local = locked.astimezone()
        return self.t(
            "Dat geldt als het vergrendeld is. Nu is het open. De vorige keer is het vergrendeld of gesloten op {day} "
            "om {time}.",
            day=self.t.day(local.date(), today=today()),
            time=f"{local:%H:%M}",
        )

    def _open_lines(self, files: tuple[HandedOut, ...]) -> list[QWidget]:
        t, theme = self.t, self.theme
        lines: list[QWidget] = []
        if not files:
            lines.append(Body(t("Er is geen blad bekend dat zonder wachtwoord is bewaard."), theme=theme))
        for entry in files:
            what = t(
                "{paper}, voor {recipient}, {day}",
                paper=name_of(t, entry),
                recipient=recipient_of(t, entry),
                day=t.day(entry.day, today=today()),
            )
            where = entry.place or t("Waar dit blad staat, is niet meer bekend.")
            lines.append(holder(column(Body(what, theme=theme), Caption(where, theme=theme), spacing=2)))
        not_known = t(
            "Niet in deze lijst: het herstelblad, als u dat als pdf hebt bewaard, en wat buiten VP-journaal om op de "
            "laptop staat, zoals e-mail en Word-bestanden."
        )
        return [*lines, Caption(not_known, theme=theme)]

    def _backup_lines(self, items: tuple[BackupItem, ...]) -> list[QWidget]:
        t, theme = self.t, self.theme
        if not items:
            return [Body(t("Er is nog geen reservekopie bekend."), theme=theme)]
        lines: list[QWidget] = [
            holder(
                column(
                    Body(t.day(item.made_on, today=today()), theme=theme), Caption(item.folder, theme=theme), spacing=2
                )
            )
            for item in items
        ]
        words = t("Een reservekopie gaat open met de wachtzin of het herstelblad van de dag waarop die is gemaakt.")
        return [*lines, Caption(words, theme=theme)]

    def _on_register_clicked(self) -> None:
        self.context.navigate(Place(Page.REGISTER))

    def _on_backups_clicked(self) -> None:
        self.context.navigate(Place(Page.BACKUPS))


def _find(journal: Journal) -> _Found:
    return journal.register.lying_open(), journal.backups.state(), journal.place.locked_at()
