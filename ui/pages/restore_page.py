"""Makes a journal of a backup, beside what there is: choose the file, see its day, open it, and go on in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.front import WIDE, FrontContext, FrontPage
from ui.pages.restore_parts import ChosenBackup, RestoredJournal, SecretOfThatDay, restore_sentence
from ui.platform.files import where_sticks_are
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow
from vpjournal.errors import Cancelled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.pages.restore_state import RestoreState
    from ui.restorer import Destination, FoundBackup, Restored
    from vpjournal.errors import JournalError


class RestorePage(FrontPage):
    """Three screens in one: which backup, what opens it, and what was made of it."""

    restored = Signal(Path)
    """A journal was made in this folder; it is the one to go on with."""
    opened = Signal()
    left = Signal()
    """The adviser wants to go back to where this was asked."""
    unlock_requested = Signal()
    """The restored journal did not open by itself."""
    _progressed = Signal(int, int)

    def __init__(self, context: FrontContext, *, state: RestoreState) -> None:
        super().__init__(context, width=WIDE, from_top=True)
        self.state = state
        self._restorer = context.door.restorer()
        self._progressed.connect(self._on_progressed)
        if state.restored is not None:
            self._show_restored(state.restored)
        elif state.found is not None:
            self._show_found(state.found)
        else:
            self._show_choice()

    def start(self) -> None:
        """Look over the backup that was handed in, if one was."""
        if self.state.file is not None and self.state.found is None and self.state.restored is None:
            self._look_over(self.state.file)

    def stop(self) -> None:
        """Give up what is under way, because the program ends."""
        self._restorer.stop()

    # Which backup

    def _show_choice(self) -> None:
        self.choose_button = button(
            self._t("Reservekopie kiezen"),
            theme=self.theme,
            kind=MAIN,
            icon_name="folder-open",
            on_click=self._on_choose_clicked,
        )
        self._show(
            Heading(self._t("Een reservekopie terugzetten"), theme=self.theme),
            Body(
                self._t(
                    "Met een reservekopie krijgt u uw journaal terug zoals het was op de dag van die kopie. Wat er nu "
                    "op deze laptop staat, blijft staan."
                ),
                theme=self.theme,
            ),
            Body(
                self._t(
                    "Steek de usb-stick met uw reservekopieën in de laptop en kies het bestand. De naam eindigt op "
                    "{suffix}.",
                    suffix=".vpbackup",
                ),
                theme=self.theme,
                tone="quiet",
            ),
            buttons=(self.choose_button,),
        )
        self.setFocusProxy(self.choose_button)

    def _on_choose_clicked(self) -> None:
        file = self.context.files.open(
            self, title=self._t("Kies een reservekopie"), suffixes=("vpbackup",), start=where_sticks_are()
        )
        if file is not None:
            self._look_over(file)

    def _look_over(self, file: Path) -> None:
        self.state.file, self.state.found = file, None
        self._begin(self._t("De reservekopie wordt gelezen."))
        restorer, tell = self._restorer, self._progressed.emit
        self._operations.compute(
            lambda: restorer.look_over(file, tell), done=self._on_looked_over, failed=self._on_not_looked_over
        )

    def _on_looked_over(self, found: FoundBackup) -> None:
        self.state.found = found
        self._show_found(found)

    def _on_not_looked_over(self, error: JournalError) -> None:
        self._end()
        self._show_choice()
        self._say_fault(error)

    # What opens it

    def _show_found(self, found: FoundBackup) -> None:
        self.chosen = ChosenBackup(found, theme=self.theme, texts=self._t)
        self.chosen.other_requested.connect(self._on_choose_clicked)
        self.chosen.place_requested.connect(self._on_place_requested)
        self.secret = SecretOfThatDay(self.context, self.state)
        self.secret.submitted.connect(self._on_restore_clicked)
        self.restore_button = button(
            self._t("Journaal terugzetten"), theme=self.theme, kind=MAIN, on_click=self._on_restore_clicked
        )
        self._show(
            Heading(self._t("Een reservekopie terugzetten"), theme=self.theme),
            4,
            self.chosen,
            8,
            self.secret,
            buttons=(self.restore_button,),
        )
        self.setFocusProxy(self.secret)
        self.secret.setFocus()

    def _on_place_requested(self) -> None:
        found = self.state.found
        if found is None:
            return
        chosen = self.context.files.folder(
            self, title=self._t("Kies waar het journaal komt te staan"), start=found.destination.folder.parent
        )
        if chosen is not None:
            restorer = self._restorer
            self.fault.hide()
            self._operations.compute(
                lambda: restorer.destination(chosen), done=self._on_destination, failed=self._say_fault
            )

    def _on_destination(self, destination: Destination) -> None:
        if self.state.found is not None:
            self.state.found = self.state.found.at(destination)
            self.chosen.show_destination(destination)

    def _on_restore_clicked(self) -> None:
        found = self.state.found
        if found is None or not self.restore_button.isEnabled():
            return
        self.fault.hide()
        if not self.secret.take():
            return
        self._begin(self._t("De reservekopie wordt teruggezet."))
        restorer, tell, state = self._restorer, self._progressed.emit, self.state
        passphrase, code = ("", state.code) if state.by_code else (state.passphrase, "")
        self._operations.compute(
            lambda: restorer.restore(found, passphrase=passphrase, code=code, tell=tell),
            done=self._on_restored,
            failed=self._on_not_restored,
        )

    def _on_restored(self, restored: Restored) -> None:
        self.state.restored = restored
        self._end()
        self.restored.emit(restored.folder)
        self._show_restored(restored)

    def _on_not_restored(self, error: JournalError) -> None:
        self._end()
        if self.secret.show_fault(error):
            self.bring_into_sight(self.secret)
        else:
            self._say_fault(error)

    # What was made of it

    def _show_restored(self, restored: Restored) -> None:
        self.made = RestoredJournal(restored, theme=self.theme, texts=self._t)
        self.open_button = button(
            self._t("Dit journaal openen"), theme=self.theme, kind=MAIN, on_click=self._on_open_clicked
        )
        self._show(
            Heading(self._t("Uw journaal is teruggezet"), theme=self.theme),
            self.made,
            buttons=(self.open_button,),
            back=False,
        )
        self.setFocusProxy(self.open_button)
        self.open_button.setFocus()

    def _on_open_clicked(self) -> None:
        state = self.state
        if state.restored is None or not self.open_button.isEnabled():
            return
        door, by_code = self.context.door.to(state.restored.folder), state.by_code
        typed = state.code if by_code else state.passphrase
        self._begin(self._t("Uw journaal wordt geopend. Dat duurt een paar tellen."), can_cancel=False)
        self._operations.open(
            lambda: door.open_with_code(typed) if by_code else door.open(typed),
            done=self._on_opened,
            failed=lambda _error: self.unlock_requested.emit(),
        )

    def _on_opened(self, _nothing: None) -> None:
        self.state.passphrase = self.state.code = ""
        self.opened.emit()

    # What all three have

    def _show(self, *content: QWidget | int, buttons: tuple[QWidget, ...], back: bool = True) -> None:
        self.busy = Busy(theme=self.theme, texts=self._t, can_cancel=True)
        self.busy.cancelled.connect(self._on_busy_cancelled)
        self.fault = Words(theme=self.theme, tone="notice")
        self.fault.hide()
        self._buttons = buttons
        self.back_button = button(self._t("Terug"), theme=self.theme, kind=LINK, on_click=self.left.emit)
        shown = (*buttons, self.back_button) if back else buttons
        self.show_column(column(*content, self.fault, self.busy, 8, flow(*shown, spacing=32)))

    def _begin(self, words: str, *, can_cancel: bool = True) -> None:
        self.fault.hide()
        self._restorer.begin()
        self._set_enabled(enabled=False)
        self.busy.set_can_cancel(can_cancel)
        self.busy.start(words)
        self.bring_into_sight(self.busy)

    def _end(self) -> None:
        self.busy.stop()
        self._set_enabled(enabled=True)

    def _set_enabled(self, *, enabled: bool) -> None:
        for each in (*self._buttons, self.back_button):
            each.setEnabled(enabled)
        if self.state.found is not None and self.state.restored is None:
            self.chosen.setEnabled(enabled)
            self.secret.setEnabled(enabled)

    def _say_fault(self, error: JournalError) -> None:
        if not isinstance(error, Cancelled):
            self.fault.setText(restore_sentence(self._t, error))
            self.fault.show()
            self.bring_into_sight(self.fault)

    def _on_progressed(self, done: int, of: int) -> None:
        self.busy.set_progress(done, of)

    def _on_busy_cancelled(self) -> None:
        self._restorer.stop()
        self.busy.start(self._t("Het stopt zo. Er blijft niets half staan."))
