"""Stands over the window when another program replaced the journal's file: says what is where, and offers a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.faults import sentence
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.errors import JournalReplaced

if TYPE_CHECKING:
    from pathlib import Path

    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError


class ReplacedPage(QWidget):
    """Shows nothing of a case. Nothing goes away by what is chosen here."""

    back_requested = Signal()
    lock_requested = Signal()
    copy_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._t = texts
        self.setProperty("panel", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.copy_button = button(texts("Eerst een kopie bewaren"), theme=theme, on_click=self._on_copy_clicked)
        self.copy_button.setObjectName("copyReplacedButton")
        self.lock_button = button(
            texts("Vergrendelen, en openen wat er nu staat"),
            theme=theme,
            kind=MAIN,
            on_click=self.lock_requested.emit,
        )
        self.lock_button.setObjectName("lockReplacedButton")
        self.back_button = button(texts("Terug naar mijn tekst"), theme=theme, on_click=self.back_requested.emit)
        self.back_button.setObjectName("backReplacedButton")
        self._said = Body(theme=theme)
        self._said.hide()
        page = ScrollPage(theme=theme, readable=True)
        page.add(
            Heading(texts("Een ander programma heeft uw journaal vervangen"), theme=theme),
            *(Body(words, theme=theme) for words in _explained(texts)),
            self._said,
            8,
            holder(flow(self.lock_button, self.copy_button, self.back_button)),
        )
        self.setLayout(column(page))
        self.setFocusProxy(self.lock_button)

    @property
    def said(self) -> str:
        """What became of the copy, or nothing yet."""
        return self._said.text()

    def say_copied(self, path: Path) -> None:
        """Say where the copy is and what is in it."""
        self._say(
            self._t(
                "De kopie heet ‘{name}’ en staat in de map {folder}. Daarin staat uw journaal zoals het hier open "
                "was, tot en met de laatste keer dat opslaan lukte. U kunt die kopie terugzetten, net als een "
                "reservekopie.",
                name=path.name,
                folder=str(path.parent),
            )
        )

    def say_not_copied(self, error: JournalError) -> None:
        """Say that there is no copy, and why."""
        if isinstance(error, JournalReplaced):
            self._say(
                self._t(
                    "Een kopie van wat hier open was, kan niet meer: het bestand zelf is overschreven. Kijk na het "
                    "ontgrendelen of alles er staat. Zo niet, dan kunt u een reservekopie terugzetten."
                )
            )
        else:
            self._say(f"{self._t('De kopie is niet gemaakt.')} {sentence(self._t, error)}")
            self.copy_button.setEnabled(True)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _on_copy_clicked(self) -> None:
        self.copy_button.setEnabled(False)
        self.lock_button.setFocus()
        self.copy_requested.emit()


def _explained(t: Texts) -> tuple[str, ...]:
    return (
        t(
            "Dat doet bijvoorbeeld een programma dat mappen op twee computers gelijk houdt. VP-journaal schrijft niet "
            "heen over wat er nu staat, en slaat hier dus niets meer op."
        ),
        t(
            "Vergrendelt u nu, dan wordt uw laatste tekst apart bewaard op deze laptop. Na het ontgrendelen opent het "
            "journaal dat er nu staat. Uw tekst komt daarin op zijn plek, of als extra aantekening als daar iets "
            "anders staat."
        ),
        t("Twijfelt u of alles daarin staat? Bewaar dan eerst een kopie van wat hier open is."),
    )
