"""The page between entrance and example: how far making it is, a way to stop, and what went wrong if anything did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.faults import sentence
from ui.pages.front import FrontContext, FrontPage
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import MAIN, button
from ui.widgets.emblem_label import EmblemLabel
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow
from vpjournal.errors import Cancelled

if TYPE_CHECKING:
    from ui.example import ExampleDoor
    from vpjournal.errors import JournalError

_TELL_EVERY = 7
"""Cases; a line that moves more often only looks nervous."""


class ExamplePage(FrontPage):
    """Opens the example as soon as ``start`` is called, making it when there is none."""

    opened = Signal()
    left = Signal()
    """The adviser stopped, or read that it did not work, and wants to go back."""
    _progressed = Signal(int, int)

    def __init__(self, context: FrontContext, door: ExampleDoor) -> None:
        super().__init__(context)
        self._example = door
        self._build_ui()

    def _build_ui(self) -> None:
        self.busy = Busy(theme=self.theme, texts=self._t, can_cancel=True)
        self.busy.cancelled.connect(self._on_busy_cancelled)
        self._progressed.connect(self.busy.set_progress)
        self.fault = Words(theme=self.theme, tone="notice")
        self.fault.hide()
        self.back_button = button(self._t("Terug"), theme=self.theme, kind=MAIN, on_click=self.left.emit)
        self.back_button.hide()
        self.show_column(
            column(
                EmblemLabel(theme=self.theme),
                16,
                Heading(self._t("Het voorbeeld"), theme=self.theme, role=Role.DISPLAY),
                Body(
                    self._t(
                        "Een journaal met verzonnen casussen, om in rond te kijken en mee te oefenen. "
                        "Het staat los van uw eigen journaal."
                    ),
                    theme=self.theme,
                    tone="quiet",
                ),
                16,
                self.busy,
                self.fault,
                16,
                flow(self.back_button),
            )
        )

    def start(self) -> None:
        """Open the example, or make it."""
        self.busy.start(self._t("Het voorbeeld wordt klaargezet. Dat duurt een paar tellen."))
        door, tell = self._example, self._tell_progress
        self._operations.open(lambda: door.open(tell), done=lambda _nothing: self.opened.emit(), failed=self._on_failed)

    def show_fault(self, words: str) -> None:
        """Say what did not work, and offer the way back."""
        self.busy.stop()
        self.fault.setText(words)
        self.fault.show()
        self.back_button.show()
        self.back_button.setFocus()

    def _tell_progress(self, done: int, of: int) -> None:
        """Hand progress over from the journal thread; the signal takes it to the thread of the windows."""
        if done % _TELL_EVERY == 0 or done == of:
            self._progressed.emit(done, of)

    def _on_busy_cancelled(self) -> None:
        self._example.stop()

    def _on_failed(self, error: JournalError) -> None:
        if isinstance(error, Cancelled):
            self.left.emit()
        else:
            self.show_fault(sentence(self._t, error))
