"""The end of a change: it is carried out, with a way to stop and with what is true meanwhile; then what is true now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step
from ui.pages.unlock_page import complete
from ui.widgets.busy import Busy
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from ui.pages.keys.route import Ending, Route, Tools
    from ui.pages.keys.state import KeyState


class ApplyStep(Step):
    """Asks for the present passphrase where the route wants it; else the change begins by itself.

    ``given_up`` says that the adviser goes on without the change, after it failed.
    """

    asked = Signal(str)
    stop_requested = Signal()
    given_up = Signal()

    def __init__(self, context: Tools, state: KeyState, route: Route) -> None:
        super().__init__(context, state, route=route, screen=Screen.APPLY)
        self.busy = Busy(theme=self._theme, texts=self._t, can_cancel=True)
        self.busy.cancelled.connect(self.stop_requested)
        self.present = PassphraseField(
            self._t("Uw wachtzin"),
            theme=self._theme,
            texts=self._t,
            complete=complete,
            shown=context.preferences.show_passphrase,
        )
        self.present.submitted.connect(self._on_apply_clicked)
        self.fault = Words(theme=self._theme, tone="notice")
        self.fault.hide()
        self._about = Caption(self._t(route.meanwhile), theme=self._theme)
        self.apply_button = self.main_button(self._t(route.apply_button), self._on_apply_clicked)
        if not route.asks_present:
            self.present.hide()
            # What begins by itself needs a button only to begin again.
            self.apply_button.hide()
        self.give_up_button = self.link(self._t(route.give_up) if route.give_up else "", self.given_up.emit)
        self.give_up_button.hide()
        self.build(
            self._t(route.apply_title),
            self._t(route.apply_sentence),
            self.fault,
            self.present,
            self.busy,
            self._about,
            on=[self.apply_button, self.give_up_button],
        )
        self.setFocusProxy(self.present if route.asks_present else self.apply_button)

    def set_working(self, *, working: bool) -> None:
        """Show that the change is under way, or that it no longer is."""
        self.apply_button.setEnabled(not working)
        if self._screen in self._route.before:
            self.back_button.setEnabled(not working)
        self.give_up_button.hide()
        self.present.edit.setReadOnly(working)
        if working:
            self._say("")
            self._about.setText(self._t(self._route.meanwhile))
            self.busy.start(self._t(self._route.working))
        else:
            self.busy.stop()

    def show_fault(self, sentence: str, *, of_present: bool = False, for_good: bool = False) -> None:
        """Say what went wrong; ``for_good`` when trying again is no use."""
        self.set_working(working=False)
        self.give_up_button.setVisible(bool(self._route.give_up) and not for_good)
        if self._route.without and not for_good:
            self._about.setText(self._t(self._route.without))
        self.apply_button.setVisible(not for_good)
        if of_present:
            self.present.set_fault(sentence)
            self.present.setFocus()
        else:
            self._say(sentence)
            self.apply_button.setFocus()

    def _say(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _on_apply_clicked(self) -> None:
        if not self.apply_button.isEnabled():
            return
        if self._route.asks_present and not self.present.text:
            self.present.set_fault(self._t("Typ eerst uw wachtzin."))
            self.present.setFocus()
            return
        self.asked.emit(self.present.text)


class DoneStep(Step):
    """What opens the journal now, what opens only what is older, and what to do next."""

    backups_requested = Signal()

    def __init__(self, context: Tools, state: KeyState, route: Route, ending: Ending) -> None:
        super().__init__(context, state, route=route, screen=Screen.DONE)
        card = Card(theme=self._theme)
        card.add(*(Body(self._t(sentence), theme=self._theme) for sentence in ending.true_now))
        self.backups_button = self.main_button(self._t("Naar de reservekopieën"), self.backups_requested.emit)
        self.done_button = self.plain_button(self._t(route.leave), self.finished.emit)
        self.build(self._t(ending.title), self._t(ending.sentence), card, on=[self.backups_button, self.done_button])
        self.setFocusProxy(self.backups_button)
