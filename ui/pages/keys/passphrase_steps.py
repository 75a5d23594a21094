"""A new passphrase: six proposed words, or an own one that is judged, typed once more before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step
from ui.pages.unlock_page import complete
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.layouts import column, flow
from ui.widgets.passphrase_field import PassphraseField
from vpjournal.domain import passphrase as passphrases
from vpjournal.domain.language import Language
from vpjournal.domain.passphrase import REASONS, Strength

if TYPE_CHECKING:
    from ui.pages.keys.route import Route, Tools
    from ui.pages.keys.state import KeyState
    from vpjournal.domain.passphrase import Judgement

_JUDGE_AFTER_MS = 250


class WordsStep(Step):
    """Shows six words, and others as often as one likes."""

    def __init__(self, context: Tools, state: KeyState, route: Route) -> None:
        super().__init__(context, state, route=route, screen=Screen.WORDS)
        if not state.words:
            state.words = passphrases.propose()
        self._labels = [Words(theme=self._theme, role=Role.PAGE) for _ in state.words]
        self.other_button = self.plain_button(self._t("Andere woorden"), self._on_other_clicked, icon_name="rotate-ccw")
        self.own_button = self.link(self._t("Zelf een wachtzin kiezen"), lambda: self.go.emit(Screen.OWN))
        self.take_button = self.main_button(self._t("Deze woorden neem ik"), lambda: self.go.emit(Screen.PRACTICE))
        self.setFocusProxy(self.take_button)
        self.build(
            self._t(route.words_title),
            self._t(route.words_sentence),
            self._card(),
            4,
            flow(self.other_button, self.own_button, spacing=24),
            Caption(self._about_words(), theme=self._theme),
            on=[self.take_button],
        )
        self._show_words()

    def _about_words(self) -> str:
        words = self._t("De woorden komen uit een openbare lijst. Raden lukt toch niet: er zijn te veel combinaties.")
        if self._t.language is Language.DUTCH:
            return words
        dutch = self._t("Het zijn Nederlandse woorden.")
        return f"{dutch} {words}"

    def _card(self) -> Card:
        card = Card(theme=self._theme)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        across = 2 if self._theme.narrow else 3
        for index, label in enumerate(self._labels):
            number = Caption(str(index + 1), theme=self._theme)
            grid.addLayout(column(number, label, spacing=0), index // across, index % across)
        card.body.addLayout(grid)
        return card

    def _show_words(self) -> None:
        for label, word in zip(self._labels, self.state.words, strict=True):
            label.setText(word)

    def _on_other_clicked(self) -> None:
        self.state.words = passphrases.propose()
        self._show_words()


class LastStep(Step):
    """A screen at whose end the passphrase is taken: it says so, and is told when that fails.

    Where the route asks for the present passphrase, ``present`` is its field.
    """

    chosen = Signal(str)
    stop_requested = Signal()

    def __init__(self, context: Tools, state: KeyState, *, route: Route, screen: Screen) -> None:
        super().__init__(context, state, route=route, screen=screen)
        self.busy = Busy(theme=self._theme, texts=self._t, can_cancel=route.can_stop)
        self.busy.cancelled.connect(self.stop_requested)
        self.present = self._field(self._t("Uw wachtzin van nu"))
        if not route.asks_present:
            self.present.hide()
        self.field = self._field(self._t(route.new_label))
        self.create_button = self.main_button(self._t(route.last_button), self._on_create_clicked)
        self.setFocusProxy(self.present if route.asks_present else self.field)

    def set_working(self, *, working: bool) -> None:
        """Show that work is being done, or that it no longer is."""
        self.create_button.setEnabled(not working)
        self.back_button.setEnabled(not working)
        for field in self.findChildren(PassphraseField):
            field.edit.setReadOnly(working)
        if working:
            self.busy.start(self._t(self._route.working))
        else:
            self.busy.stop()

    def show_fault(self, sentence: str, *, of_present: bool = False) -> None:
        """Say what went wrong, or that the present passphrase is another one."""
        self.set_working(working=False)
        field = self.present if of_present else self.field
        field.set_fault(sentence)
        field.setFocus()

    def _meanwhile(self) -> list[QWidget]:
        words = self._route.meanwhile if self._route.asks_present else ""
        return [Caption(self._t(words), theme=self._theme)] if words else []

    def _field(self, label: str) -> PassphraseField:
        field = PassphraseField(
            label,
            theme=self._theme,
            texts=self._t,
            complete=complete,
            shown=self.context.preferences.show_passphrase,
        )
        field.submitted.connect(self._on_create_clicked)
        return field

    def _on_create_clicked(self) -> None:
        if not self.create_button.isEnabled():
            return
        field, fault = self._first_fault()
        if self._route.asks_present and not self.present.text:
            field, fault = self.present, self._t("Typ eerst uw wachtzin van nu.")
        if fault is None:
            self.chosen.emit(self.field.text)
        else:
            field.set_fault(fault)
            field.setFocus()

    def _first_fault(self) -> tuple[PassphraseField, str | None]:
        return self.field, None


class PracticeStep(LastStep):
    """The proposed words are typed once, so that they have been in the fingers before they are needed."""

    def __init__(self, context: Tools, state: KeyState, route: Route) -> None:
        super().__init__(context, state, route=route, screen=Screen.PRACTICE)
        self.build(
            self._t(route.practice_title),
            self._t(
                "Zo weet u zeker dat u hem kent. Na een paar letters staat het woord eronder; met de Tab-toets "
                "neemt u het over."
            ),
            self.present,
            self.field,
            self.busy,
            *self._meanwhile(),
            self.link(self._t("De woorden nog eens zien"), lambda: self.go.emit(Screen.WORDS)),
            on=[self.create_button],
        )

    def _first_fault(self) -> tuple[PassphraseField, str | None]:
        # One space between the words, however they were typed here: that is what the next unlock completes to.
        if self.field.text.split() == list(self.state.words):
            self.field.set_text(" ".join(self.state.words))
            return self.field, None
        return self.field, self._t("Dit zijn nog niet de zes woorden. Kijk ze gerust nog eens na.")


class OwnStep(LastStep):
    """An own passphrase: judged while it is typed, refused with the reason when it is too weak, repeated once."""

    def __init__(self, context: Tools, state: KeyState, route: Route) -> None:
        super().__init__(context, state, route=route, screen=Screen.OWN)
        self.again = self._field(self._t("Nog een keer"))
        self.verdict = Body(theme=self._theme)
        self._judged: Judgement | None = None
        self._wants_to_create = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_JUDGE_AFTER_MS)
        self._pause.timeout.connect(self._judge)
        self.field.edited.connect(self._on_field_edited)
        self.build(
            self._t("Zelf een wachtzin kiezen"),
            self._t(
                "Neem een zin of een rij woorden die niemand kan raden, liefst vijf woorden of meer. Geen namen, "
                "geen datums, geen bekende uitdrukking."
            ),
            self.present,
            self.field,
            self.verdict,
            8,
            self.again,
            self.busy,
            *self._meanwhile(),
            on=[self.create_button],
        )

    def _on_field_edited(self) -> None:
        self._judged = None
        self._pause.start()

    def _judge(self) -> None:
        text = self.field.text
        self.context.operations.compute(
            lambda: passphrases.judge(text), done=lambda judged: self._on_judged(text, judged), initiator=self
        )

    def _on_judged(self, text: str, judged: Judgement) -> None:
        if text != self.field.text:
            return
        self._judged = judged
        self.verdict.setText(self._words(judged))
        self.verdict.set_tone("good" if judged.strong_enough else "notice")
        if self._wants_to_create:
            self._wants_to_create = False
            self._on_create_clicked()

    def _on_create_clicked(self) -> None:
        if self.create_button.isEnabled() and self._judged is None and self.field.text:
            # The verdict comes in a moment; the click is not lost.
            self._wants_to_create = True
            self._judge()
            return
        super()._on_create_clicked()

    def _first_fault(self) -> tuple[PassphraseField, str | None]:
        if self._judged is None:
            return self.field, self._t("Typ eerst een wachtzin.")
        if not self._judged.strong_enough:
            return self.field, self._words(self._judged)
        if self.again.text != self.field.text:
            return self.again, self._t("Dit is niet dezelfde wachtzin. Typ hem hier nog een keer.")
        return self.field, None

    def _words(self, judged: Judgement) -> str:
        if judged.strength is Strength.STRONG:
            return self._t("Deze wachtzin is sterk.")
        if judged.strong_enough:
            return self._t("Deze wachtzin is sterk genoeg.")
        too_weak = self._t("Deze is te makkelijk te raden.")
        reason = REASONS[judged.reason]
        return f"{too_weak} {self._t(reason)}" if reason else too_weak
