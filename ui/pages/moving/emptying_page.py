"""The page that is left when a journal is destroyed: how far that is, and what the adviser wipes after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.front import WIDE, FrontContext, FrontPage
from ui.pages.moving.wipe_list import WipeList
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow
from vpjournal import errors
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.emptying import Emptied
    from vpjournal.domain.moving import LeftBehind
    from vpjournal.errors import JournalError

_WHY_NOT: dict[type[JournalError], str] = {
    errors.JournalInUse: mark(
        "Dit journaal is nog ergens anders open. Sluit het daar, en probeer het dan nog een keer."
    ),
    errors.ReadOnly: mark(
        "VP-journaal mag een deel van het journaal niet wissen. Er staat dus nog iets van op deze laptop. Vraag "
        "iemand om hulp met de rechten van de map, en probeer het dan nog een keer."
    ),
}


@dataclass(slots=True)
class EmptyingState:
    """How far it is, apart from the widgets; the passphrase goes as soon as it is of no use any more."""

    left: LeftBehind
    passphrase: str = field(repr=False)
    emptied: Emptied | None = None


class EmptyingPage(FrontPage):
    """Begins with ``start``; there is nothing to stop any more."""

    closed = Signal()
    """The adviser has read it and wants to end the program."""
    left = Signal()
    """It did not work, and the adviser wants to go back to where the passphrase is asked."""
    _progressed = Signal(int, int)

    def __init__(self, context: FrontContext, *, state: EmptyingState) -> None:
        super().__init__(context, width=WIDE, from_top=True)
        self.state = state
        self.busy = Busy(theme=self.theme, texts=self._t)
        self._progressed.connect(self.busy.set_progress)
        if state.emptied is not None:
            self._show_emptied(state.emptied)
        else:
            self._show_working()

    def start(self) -> None:
        """Destroy the journal, unless that was done."""
        if self.state.emptied is None:
            self._begin()

    def _show_working(self) -> None:
        self.fault = Words(theme=self.theme, tone="notice")
        self.fault.hide()
        self.again_button = button(self._t("Nog een keer proberen"), theme=self.theme, kind=MAIN, on_click=self._begin)
        self.back_button = button(self._t("Terug"), theme=self.theme, kind=LINK, on_click=self.left.emit)
        self._offer(on=False)
        self._lay_out(
            Heading(self._t("Uw journaal op deze laptop wordt vernietigd"), theme=self.theme),
            self.fault,
            self.busy,
            buttons=(self.again_button, self.back_button),
        )

    def _begin(self) -> None:
        self._offer(on=False)
        self.fault.hide()
        self.busy.start(self._t("Eerst wat het opent, dan de rest. Zet de laptop nu niet uit."))
        door, passphrase, left = self.context.door, self.state.passphrase, self.state.left
        tell = self._progressed.emit
        self._operations.compute(
            lambda: door.empty(passphrase, left, tell), done=self._on_emptied, failed=self._on_failed, initiator=self
        )

    def _on_emptied(self, emptied: Emptied) -> None:
        self.state.emptied, self.state.passphrase = emptied, ""
        self._preferences.forget_journal()
        self._show_emptied(emptied)

    def _on_failed(self, error: JournalError) -> None:
        self.busy.stop()
        words = next((words for kind, words in _WHY_NOT.items() if isinstance(error, kind)), None)
        self.fault.setText(
            self._t(words)
            if words is not None
            else self._t("Het lukte niet helemaal. Probeer het nog een keer; uw reservekopieën zijn niet aangeraakt.")
        )
        self.fault.show()
        self._offer(on=True)
        self.again_button.setFocus()

    def _offer(self, *, on: bool) -> None:
        self.again_button.setVisible(on)
        self.back_button.setVisible(on)

    def _show_emptied(self, emptied: Emptied) -> None:
        t, theme = self._t, self.theme
        self.list = WipeList(theme=theme, texts=t)
        self.list.show_left(emptied.left, others=emptied.others, example=emptied.example)
        rest = Words(
            t("In de map staan nog bestanden die niet van VP-journaal zijn. Die zijn niet aangeraakt."),
            theme=theme,
            tone="notice",
        )
        if emptied.folder_gone:
            rest.hide()
        self.close_button = button(t("VP-journaal sluiten"), theme=theme, kind=MAIN, on_click=self.closed.emit)
        self._lay_out(
            Heading(t("Uw journaal op deze laptop is vernietigd"), theme=theme),
            Body(
                t(
                    "U werkt verder op de nieuwe laptop. Hieronder staat wat u zelf nog moet wissen; daarna kunt u "
                    "VP-journaal sluiten. Doet u de laptop weg, laat hem dan eerst helemaal wissen."
                ),
                theme=theme,
            ),
            rest,
            8,
            self.list,
            buttons=(self.close_button,),
        )
        self.setFocusProxy(self.close_button)
        self.close_button.setFocus()

    def _lay_out(self, *content: QWidget | int, buttons: tuple[QWidget, ...]) -> None:
        self.show_column(column(*content, 8, flow(*buttons, spacing=32)))
