"""*Ik heb al een journaal*: on this laptop, in a backup, or on another laptop; with the way to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.front import WIDE, FrontContext, FrontPage
from ui.widgets.buttons import LINK, PLAIN, button
from ui.widgets.card import Card
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.wrapping_link import WrappingLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from vpjournal.journal.nearby import NearbyJournal

_SHOWN = 4


class OtherJournalPage(FrontPage):
    """Two cards; the journals that lie where journals lie are named with the day they changed last."""

    journal_chosen = Signal(Path)
    """The adviser wants to open the journal in this folder."""
    restore_requested = Signal()
    left = Signal()

    def __init__(self, context: FrontContext) -> None:
        super().__init__(context, width=WIDE, from_top=True)
        self._build_ui()
        door = context.door
        self._operations.compute(door.others, done=self._on_found, initiator=self)

    def _build_ui(self) -> None:
        self.folder_button = self._link(self._t("Zelf een map kiezen"), self._on_folder_clicked)
        self.restore_button = button(
            self._t("Een reservekopie terugzetten"), theme=self.theme, kind=PLAIN, on_click=self.restore_requested.emit
        )
        self.back_button = self._link(self._t("Terug"), self.left.emit)
        self.lost_button = self._link(self._t("Laptop kwijt?"), self._on_lost_clicked)
        self.lost_button.setObjectName("to_lost_laptop")
        self.show_column(
            column(
                Heading(self._title(), theme=self.theme),
                Body(self._t("Waar staat het?"), theme=self.theme, tone="quiet"),
                8,
                self._here(),
                self._in_a_backup(),
                flow(self.back_button, self.lost_button, spacing=24),
                spacing=12,
            )
        )
        self.setFocusProxy(self.folder_button)

    def _title(self) -> str:
        if self.context.door.has_journal():
            return self._t("Een ander journaal of een reservekopie")
        return self._t("Ik heb al een journaal")

    def _here(self) -> Card:
        self.here = Card(self._t("Op deze laptop"), theme=self.theme)
        self._found = column(spacing=4)
        self.here.body.addLayout(self._found)
        self._chosen: Path | None = None
        self._warning_words = Words(theme=self.theme, tone="notice")
        self.anyway_button = self._link(self._t("Toch openen"), self._on_anyway_clicked)
        self._warning = holder(column(self._warning_words, flow(self.anyway_button), spacing=2))
        self._warning.hide()
        self.here.add(self._warning)
        self.here.set_actions(self.folder_button)
        return self.here

    def _in_a_backup(self) -> Card:
        card = Card(self._t("In een reservekopie, of op een andere laptop"), theme=self.theme)
        card.add(
            Body(
                self._t(
                    "Met een reservekopie zet u hier uw journaal terug. Wat er al op deze laptop staat, blijft staan."
                ),
                theme=self.theme,
            ),
            Body(
                self._t(
                    "Staat uw journaal op een andere laptop? Maak daar eerst een reservekopie op een usb-stick. Steek "
                    "die stick dan in deze laptop. De reservekopie gaat open met dezelfde wachtzin."
                ),
                theme=self.theme,
            ),
        )
        card.set_actions(self.restore_button)
        return card

    def _link(self, words: str, act: Callable[[], object]) -> QPushButton:
        return button(words, theme=self.theme, kind=LINK, on_click=act)

    def _on_found(self, found: tuple[NearbyJournal, ...]) -> None:
        self.found_buttons = [self._way_to(journal) for journal in found[:_SHOWN]]
        for each in self.found_buttons:
            self._found.addWidget(each)
        if not found:
            words = self._t("Op de gewone plek staat geen ander journaal. Staat het in een andere map?")
            self._found.addWidget(Body(words, theme=self.theme))

    def _way_to(self, journal: NearbyJournal) -> WrappingLink:
        day = self._t.day(journal.changed_on)
        words = self._t("{name}, voor het laatst gewijzigd op {day}", name=journal.folder.stem, day=day)
        link = WrappingLink(words, theme=self.theme)
        folder = journal.folder
        link.clicked.connect(lambda _checked=False: self.journal_chosen.emit(folder))
        return link

    def _on_lost_clicked(self) -> None:
        from ui.dialogs.lost_laptop_sheet import open_lost_laptop  # noqa: PLC0415 - made when somebody asks for it

        open_lost_laptop(self, theme=self.theme, texts=self._t)

    def _on_folder_clicked(self) -> None:
        folder = self.context.files.folder(
            self, title=self._t("Kies de map van uw journaal"), start=self.context.door.folder.parent
        )
        if folder is not None:
            self._warning.hide()
            door = self.context.door.to(folder)
            self._operations.compute(
                door.synced_by, done=lambda program: self._on_looked_at(folder, program), initiator=self
            )

    def _on_looked_at(self, folder: Path, program: str) -> None:
        """Go on, or tell first that the journal is copied elsewhere."""
        if not program:
            self.journal_chosen.emit(folder)
            return
        self._chosen = folder
        self._warning_words.setText(
            self._t(
                "Deze map wordt door {program} vanzelf naar internet gekopieerd. Uw journaal is versleuteld, maar zo "
                "blijven er oude versies van bewaard. Veiliger: maak er een reservekopie van en zet die terug op de "
                "gewone plek.",
                program=program,
            )
        )
        self._warning.show()
        self.anyway_button.setFocus()
        self.bring_into_sight(self._warning)

    def _on_anyway_clicked(self) -> None:
        if self._chosen is not None:
            self.journal_chosen.emit(self._chosen)
