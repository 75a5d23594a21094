"""First run, step 1: language, text size and colours, seen at once, and the way to a journal that is already there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.keys.route import FIRST_RUN
from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step
from ui.theme import TEXT_SCALES, Mode, Role
from ui.widgets.card import Card
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.labels import Body, Words
from ui.widgets.layouts import flow
from vpjournal.domain.language import Language

if TYPE_CHECKING:
    from ui.pages.front import FrontContext
    from ui.pages.keys.state import KeyState


class LookStep(Step):
    """Every choice shows on this very screen; the sample is how notes will look."""

    other_requested = Signal()
    example_requested = Signal()

    def __init__(self, context: FrontContext, state: KeyState) -> None:
        super().__init__(context, state, route=FIRST_RUN, screen=Screen.LOOK)
        preferences = context.preferences
        self.languages = self._choice(
            [(each, each.own_name) for each in Language], self._t("Taal"), value=preferences.language
        )
        self.languages.changed.connect(lambda: preferences.set_language(cast("Language", self.languages.value)))
        self.sizes = self._choice(
            [(scale, self._t.percent(scale)) for scale in TEXT_SCALES],
            self._t("Tekstgrootte"),
            value=preferences.text_scale,
        )
        self.sizes.changed.connect(lambda: preferences.set_text_scale(cast("float", self.sizes.value)))
        self.modes = self._choice(self._modes(), self._t("Kleuren"), value=preferences.theme_mode)
        self.modes.changed.connect(lambda: preferences.set_theme_mode(cast("Mode", self.modes.value)))
        self.existing_button = self.link(self._t("Ik heb al een journaal"), self.other_requested.emit)
        self.example_button = self.link(self._t("Bekijk het voorbeeld"), self.example_requested.emit)
        self.build(
            self._t("Welkom bij VP-journaal"),
            self._t("Eerst hoe het eruitziet. U kunt dit later altijd veranderen bij Instellingen."),
            self._labelled(self.languages),
            8,
            self._labelled(self.sizes),
            8,
            self._labelled(self.modes),
            8,
            self._sample(),
            flow(self.existing_button, self.example_button, spacing=32),
            on=[self.main_button(self._t("Verder"), lambda: self.go.emit(Screen.ABOUT))],
        )

    def _modes(self) -> list[tuple[object, str]]:
        return [
            (Mode.SYSTEM, self._t("zoals de laptop")),
            (Mode.LIGHT, self._t("licht")),
            (Mode.DARK, self._t("donker")),
            (Mode.CONTRAST, self._t("hoog contrast")),
        ]

    def _choice(self, choices: list[tuple[object, str]], name: str, *, value: object) -> ChoiceRow:
        return ChoiceRow(choices, theme=self._theme, name=name, value=value, small=True)

    def _labelled(self, choice: ChoiceRow) -> QWidget:
        return Field(choice.accessibleName(), choice, theme=self._theme)

    def _sample(self) -> Card:
        card = Card(self._t("Zo ziet het eruit"), theme=self._theme)
        card.add(
            Words(
                self._t("De melder maakte het zelf mee en wil er vooral met iemand over praten."),
                theme=self._theme,
                role=Role.WRITING,
            ),
            Body(self._t("Zo leest u uw aantekeningen en de uitleg erbij."), theme=self._theme, tone="quiet"),
        )
        return card
