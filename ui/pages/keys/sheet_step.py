"""The recovery sheet goes onto paper now, because its code is kept nowhere; two groups come back from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout

from ui.door import group_is_sound
from ui.faults import sentence
from ui.leaving import print_recovery_sheet, save_recovery_sheet
from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step
from ui.papers import show_pages
from ui.theme import Role
from ui.widgets.buttons import MAIN, PLAIN, button
from ui.widgets.card import Card
from ui.widgets.code_groups import CodeGroups
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.layouts import column, flow, holder, row
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from ui.pages.keys.route import Route, Tools
    from ui.pages.keys.state import KeyState
    from vpjournal.errors import JournalError

_PREVIEW_WIDTH = 280
_ACROSS = 4


class SheetStep(Step):
    """Print first, save second; then two groups from the paper, or what the route has for later."""

    confirmed = Signal()
    put_off = Signal()

    def __init__(self, context: Tools, state: KeyState, route: Route) -> None:
        super().__init__(context, state, route=route, screen=Screen.SHEET)
        self.message = MessageBar(theme=self._theme)
        self.preview = QLabel()
        self.preview.setAccessibleName(self._t("Voorbeeld van uw herstelblad"))
        self.groups = CodeGroups(state.asked, theme=self._theme, texts=self._t)
        self.groups.submitted.connect(self._on_check_clicked)
        self.code = self._code()
        self.code.hide()
        self.fault = Words(theme=self._theme, tone="notice")
        self.fault.hide()
        self._build_buttons()
        self.build(
            self._t(route.sheet_title),
            self._t(route.sheet_sentence),
            self.message,
            self._content(),
        )
        self._show_later()
        self._show_preview()

    def _build_buttons(self) -> None:
        on_paper = self.state.on_paper
        self.print_button = self._paper_button(self._t("Afdrukken"), "printer", main=not on_paper)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button = self._paper_button(self._t("Bewaren als pdf"), "save", main=False)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.check_button = button(
            self._t("Klaar met overtypen"),
            theme=self._theme,
            kind=MAIN if on_paper else PLAIN,
            on_click=self._on_check_clicked,
        )
        later = self._route.later
        self.by_hand_button = self.link(self._t("Ik schrijf de code zelf over"), self._on_by_hand_clicked)
        self.later_button = self.link(self._t(later) if later else "", self.put_off.emit)

    def _paper_button(self, words: str, icon_name: str, *, main: bool) -> QPushButton:
        return button(words, theme=self._theme, kind=MAIN if main else PLAIN, icon_name=icon_name)

    def _content(self) -> QVBoxLayout:
        first, second = self.state.asked
        side = column(
            flow(self.print_button, self.save_button),
            self.by_hand_button,
            self.code,
            8,
            Body(
                self._t("Bewaar het blad thuis, niet bij uw laptop. Maak er geen foto van."),
                theme=self._theme,
            ),
            8,
            Words(
                self._t("Typ groep {first} en groep {second} over van het papier", first=first, second=second),
                theme=self._theme,
                role=Role.GROUP,
            ),
            self.fault,
            self.groups,
            8,
            flow(self.check_button, self.later_button, spacing=24),
            None,
        )
        sheet = column(self.preview, None)
        if self._theme.narrow:
            return column(side, 16, sheet)
        beside = row(holder(sheet), side, spacing=32)
        beside.setStretch(1, 1)
        return column(beside)

    def _code(self) -> Card:
        """Return the code, large enough to copy it by hand where there is no printer."""
        card, grid = Card(theme=self._theme), QGridLayout()
        grid.setHorizontalSpacing(24)
        for index, group in enumerate(self.state.groups):
            words = Words(group, theme=self._theme, role=Role.GROUP, tabular=True)
            number = Caption(str(index + 1), theme=self._theme)
            grid.addLayout(column(number, words, spacing=0), index // _ACROSS, index % _ACROSS)
        card.body.addLayout(grid)
        card.add(
            Caption(
                self._t("De nul heeft een schuine streep. De letters I, L, O en U komen niet voor."), theme=self._theme
            )
        )
        return card

    def _on_by_hand_clicked(self) -> None:
        self.code.setVisible(self.code.isHidden())

    def _show_later(self) -> None:
        there = self.state.on_paper or self._route.later_at_once
        self.later_button.setVisible(bool(self._route.later) and there)

    def _show_preview(self) -> None:
        ratio = self.devicePixelRatioF()
        show_pages(
            self.state.sheet,
            width=round(_PREVIEW_WIDTH * ratio),
            operations=self.context.operations,
            done=self._on_drawn,
            initiator=self,
        )

    def _on_drawn(self, images: list[QImage]) -> None:
        picture = QPixmap.fromImage(images[0])
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.preview.setPixmap(picture)
        self.preview.setProperty("kind", "paper")
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _on_print_clicked(self) -> None:
        print_recovery_sheet(
            self.state.sheet,
            parent=self,
            operations=self.context.operations,
            printer=self.context.printer,
            done=self._on_printed,
        )

    def _on_printed(self, taken: bool | None) -> None:  # noqa: FBT001 - what became of the paper, or nothing
        if taken:
            self.state.on_paper = True
            self._show_later()
            self.message.show_done(self._t("Het blad is naar de printer. Kijk of het er goed uit komt."))
            self.groups.setFocus()
        elif taken is False:
            self.message.show_failed(
                self._t("Er is geen printer gevonden, of de printer nam het blad niet aan."),
                detail=self._t("Er is niets kwijt. Probeer het nog eens, of bewaar het blad als bestand."),
            )

    def _on_save_clicked(self) -> None:
        save_recovery_sheet(
            self.state.sheet,
            parent=self,
            title=self._t("Herstelblad bewaren"),
            name=self._t("Herstelblad.pdf"),
            operations=self.context.operations,
            files=self.context.files,
            done=self._on_saved,
            failed=self._on_save_failed,
        )

    def _on_saved(self, _path: Path) -> None:
        self.state.on_paper = True
        self._show_later()
        self.message.show_look(
            self._t("Het blad is bewaard, maar niet beveiligd."),
            detail=self._t(
                "Wie dit bestand én uw laptop heeft, kan alles lezen. Druk het ergens anders af, of bewaar het "
                "thuis op een usb-stick. Verwijder het daarna van deze laptop."
            ),
        )

    def _on_save_failed(self, error: JournalError) -> None:
        self.message.show_failed(sentence(self._t, error))

    def _on_check_clicked(self) -> None:
        wrong = [place for place in self.state.asked if not self._is_right(place)]
        if not wrong:
            self.state.on_paper = True
            self.confirmed.emit()
            return
        self.fault.setText(self._about_group(wrong[0]))
        self.fault.show()
        self.groups.set_fault(wrong)

    def _about_group(self, place: int) -> str:
        if group_is_sound(self.groups.typed(place), place):
            # Right in itself: from an older sheet, or from one that was printed before the journal locked.
            return self._t(
                "Groep {place} hoort bij een ander blad. Typ over van het blad dat u hier ziet.", place=place
            )
        return self._t("Groep {place} is nog niet zoals op het blad.", place=place)

    def _is_right(self, place: int) -> bool:
        # The sheet has no I, L or O, so that these are slips for the digits that look like them.
        typed = self.groups.typed(place).translate(str.maketrans("ILO", "110"))
        return typed == self.state.groups[place - 1]
