"""First run, step 2: what this is and what it is not, in one sentence, and more for who wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.keys.route import FIRST_RUN
from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step
from ui.widgets.card import Card
from ui.widgets.labels import Body

if TYPE_CHECKING:
    from ui.pages.front import FrontContext
    from ui.pages.keys.state import KeyState


class AboutStep(Step):
    """One sentence; the link opens the rest below it."""

    def __init__(self, context: FrontContext, state: KeyState) -> None:
        super().__init__(context, state, route=FIRST_RUN, screen=Screen.ABOUT)
        self.more = Card(theme=self._theme)
        self.more.add(*(Body(sentence, theme=self._theme) for sentence in self._more()))
        self.more.hide()
        self.more_button = self.link(self._t("Meer hierover"), self._on_more_clicked)
        self.build(
            self._t("Wat dit is, en wat niet"),
            self._t(
                "VP-journaal is uw eigen, beveiligde werkboek: het helpt u bij onthouden en begeleiden. Het "
                "oordeelt niet, het beslist niet en het verstuurt niets."
            ),
            self.more_button,
            self.more,
            on=[self.main_button(self._t("Verder"), lambda: self.go.emit(Screen.WORDS))],
        )

    def _more(self) -> tuple[str, ...]:
        return (
            self._t("Alleen u kunt het openen, met uw wachtzin of met uw herstelblad. Ook de maker kan er niet bij."),
            self._t("U schrijft zonder namen. Er is geen veld voor een naam, een telefoonnummer of een bijlage."),
            self._t(
                "De melder houdt de regie: het programma rangschikt geen mogelijkheden en zegt nooit wat iemand "
                "moet doen."
            ),
            self._t("Het is geen dossier van de organisatie en geen meldsysteem. De aantekeningen zijn van u."),
        )

    def _on_more_clicked(self) -> None:
        self.more.setVisible(self.more.isHidden())
