"""The page that opens the journal: one field, one button, and a calm sentence when it does not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.faults import sentence
from ui.pages.forgetting import forget_when_unused
from ui.pages.front import FrontContext, FrontPage
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.emblem_label import EmblemLabel
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, row
from ui.widgets.passphrase_field import PassphraseField
from vpjournal import errors
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

# Where the usual sentence speaks of text on the screen that is safe: here is none.
_SENTENCES: dict[type[JournalError], str] = {
    errors.WrongPassphrase: mark(
        "Deze wachtzin past niet. Kijk rustig na wat u typte: de volgorde, de spaties en de hoofdletters. "
        "U kunt het zo vaak proberen als nodig is."
    ),
    errors.JournalNotFound: mark(
        "Het journaal staat niet meer op de plek waar het stond. "
        "Staat het op een usb-stick, steek die dan in de laptop."
    ),
    errors.JournalDamaged: mark(
        "Een deel van het journaal is beschadigd. Er is niets veranderd. Maak eerst een kopie van de map "
        "voordat u iets anders probeert."
    ),
    errors.ReadOnly: mark("In de map van het journaal mag niet worden geschreven. Daarom gaat het niet open."),
    errors.DiskFull: mark("De schijf is vol. Maak ruimte vrij en probeer het opnieuw."),
    errors.DeviceFailed: mark("De schijf of usb-stick reageert niet. Sluit hem opnieuw aan en probeer het nog eens."),
}


def unlock_sentence(texts: Texts, error: JournalError) -> str:
    """Return what the adviser reads when a journal does not open."""
    kind = type(error)
    return texts(_SENTENCES[kind]) if kind in _SENTENCES else sentence(texts, error)


def complete(begun: str) -> tuple[str, ...]:
    """Return words of the public list that begin with these letters."""
    from vpjournal.domain import passphrase  # noqa: PLC0415 - reads the list, which the first window can do without

    return passphrase.complete(begun)


class UnlockPage(FrontPage):
    """Takes the passphrase, opens the journal on the journal thread, and says ``opened``."""

    opened = Signal()
    failed = Signal(object, object)
    """The journal does not open: the ``JournalError``, and what opens as much of it as is whole."""
    recovery_requested = Signal()
    """The adviser does not remember the passphrase."""
    example_requested = Signal()
    """The adviser wants to look around in the example."""
    other_requested = Signal()
    """The adviser wants to open another journal, or make one of a backup."""
    first_run_requested = Signal()
    """There is no journal where it should be, and the adviser wants to make one or point to it."""

    def __init__(self, context: FrontContext) -> None:
        super().__init__(context)
        self._door = context.door
        self._look: Callable[[], tuple[None, Journal]] | None = None
        self._build_ui(shown=context.preferences.show_passphrase)
        forget_when_unused(self, self._forget, self.field.edited)

    def _build_ui(self, *, shown: bool) -> None:
        self.field = PassphraseField(
            self._t("Wachtzin"), theme=self.theme, texts=self._t, complete=complete, shown=shown
        )
        self.field.submitted.connect(self._on_unlock_clicked)
        self.field.shown_changed.connect(lambda shown: self._preferences.set_show_passphrase(shown=shown))
        self.unlock_button = button(
            self._t("Ontgrendelen"), theme=self.theme, kind=MAIN, on_click=self._on_unlock_clicked
        )
        self.forgotten_button = button(
            self._t("Ik weet mijn wachtzin niet meer"),
            theme=self.theme,
            kind=LINK,
            on_click=self.recovery_requested.emit,
        )
        self.example_button = button(
            self._t("Bekijk het voorbeeld"), theme=self.theme, kind=LINK, on_click=self.example_requested.emit
        )
        self.other_button = button(
            self._t("Een ander journaal of een reservekopie"),
            theme=self.theme,
            kind=LINK,
            on_click=self.other_requested.emit,
        )
        self.elsewhere_button = button(
            self._t("Journaal zoeken of een nieuw journaal maken"),
            theme=self.theme,
            kind=LINK,
            on_click=self.first_run_requested.emit,
        )
        self.elsewhere_button.hide()
        self.tidy_button = button(
            self._t("Resten opruimen"), theme=self.theme, kind=LINK, on_click=self._on_tidy_clicked
        )
        self.tidy_button.hide()
        self.busy = Busy(theme=self.theme, texts=self._t)
        self.show_column(self._column())
        self.setFocusProxy(self.field)

    def _column(self) -> QVBoxLayout:
        return column(
            EmblemLabel(theme=self.theme),
            16,
            Heading(self._t("Uw journaal is vergrendeld"), theme=self.theme, role=Role.DISPLAY),
            Body(
                self._t(
                    "Typ uw wachtzin. Na een paar letters staat het woord eronder; met de Tab-toets neemt u het over."
                ),
                theme=self.theme,
                tone="quiet",
            ),
            16,
            self.field,
            self.busy,
            self.elsewhere_button,
            self.tidy_button,
            # The list of words opens here, and must not lie over the button.
            self.theme.px(120),
            # Side by side in every text size, for the column grows with it.
            row(self.unlock_button, self.forgotten_button, None, spacing=32),
            row(self.other_button, self.example_button, None, spacing=32),
        )

    def _on_unlock_clicked(self) -> None:
        if not self.unlock_button.isEnabled():
            return
        passphrase = self.field.text
        if not passphrase:
            self.field.set_fault(self._t("Typ eerst uw wachtzin."))
            self.field.setFocus()
            return
        self._set_working(working=True)
        door = self._door
        self._look = lambda: door.look(passphrase)
        self._operations.open(lambda: door.open(passphrase), done=self._on_opened, failed=self._on_failed)

    def _forget(self) -> None:
        if self.unlock_button.isEnabled():
            self._look = None
            self.field.set_text("")

    def _on_opened(self, _nothing: None) -> None:
        self.field.set_text("")
        self.opened.emit()

    def show_fault(self, error: JournalError) -> None:
        """Say why the journal does not open."""
        self.field.set_fault(unlock_sentence(self._t, error))
        self.elsewhere_button.setVisible(isinstance(error, errors.JournalNotFound | errors.NotAJournal))
        self.tidy_button.setVisible(isinstance(error, errors.JournalEmptied))

    def _on_tidy_clicked(self) -> None:
        door = self._door
        self._set_working(working=True)
        self.busy.start(self._t("De resten worden opgeruimd."))
        self._operations.compute(door.finish_emptying, done=self._on_tidied, failed=self._on_failed)

    def _on_tidied(self, _gone: bool) -> None:  # noqa: FBT001 - what is left is not of this program
        if self._preferences.journal_folder == self._door.folder:
            self._preferences.forget_journal()
        self._on_failed(errors.JournalNotFound())

    def _on_failed(self, error: JournalError) -> None:
        self._set_working(working=False)
        self.failed.emit(error, self._look)
        self.show_fault(error)
        self.field.edit.selectAll()
        self.field.setFocus()

    def _set_working(self, *, working: bool) -> None:
        self.unlock_button.setEnabled(not working)
        self.forgotten_button.setEnabled(not working)
        self.example_button.setEnabled(not working)
        self.other_button.setEnabled(not working)
        self.field.edit.setReadOnly(working)
        if working:
            self.field.set_fault(None)
            self.busy.start(self._t("Uw wachtzin wordt nagekeken. Dat duurt een paar tellen."))
        else:
            self.busy.stop()
