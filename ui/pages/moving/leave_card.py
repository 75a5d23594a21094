"""The last step of moving: this laptop is emptied, with the passphrase and nothing half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.faults import sentence
from ui.pages.moving.wipe_list import WipeList
from ui.pages.unlock_page import complete
from ui.widgets.busy import Busy
from ui.widgets.buttons import DESTROY, ButtonWithReason
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.tick_list import TickRow
from vpjournal.errors import WrongPassphrase

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.moving import LeftBehind
    from vpjournal.errors import JournalError


class LeaveCard(Card):
    """Asks whether the adviser has looked on the other laptop, then for the passphrase."""

    leave_requested = Signal(str, object)
    """The passphrase was right: destroy the journal; with what stays."""

    def __init__(self, context: PageContext) -> None:
        t, theme = context.texts, context.theme
        super().__init__(t("3. Maak deze laptop leeg"), theme=theme)
        self._context, self._t = context, t
        self._backup = Words(theme=theme, tone="notice")
        self._backup.setObjectName("noBackupWords")
        self._beside = Body(theme=theme)
        self._beside.setObjectName("besideWords")
        self._looked = TickRow(t("Ik heb op de nieuwe laptop gekeken: daar staat alles"), theme=theme)
        self._looked.box.setObjectName("lookedThereBox")
        self._looked.toggled.connect(lambda _on: self._show_ready())
        self._field = PassphraseField(t("Uw wachtzin"), theme=theme, texts=t, complete=complete, shown=False)
        self._field.submitted.connect(self._on_destroy_clicked)
        self._busy = Busy(theme=theme, texts=t)
        self._destroy = ButtonWithReason(t("Journaal op deze laptop vernietigen"), theme=theme, kind=DESTROY)
        self._destroy.button.setObjectName("destroyJournalButton")
        self._destroy.button.clicked.connect(self._on_destroy_clicked)
        self._list = WipeList(theme=theme, texts=t)
        self.add(*self._explained(), self._beside, self._backup, self._looked, self._field, self._busy, self._destroy)
        self.body.addSpacing(16)
        self.add(Body(t("Wat u daarna zelf nog moet wissen op deze laptop:"), theme=theme), self._list)
        self._show_ready()

    def _explained(self) -> tuple[Body, Body, Caption]:
        t, theme = self._t, self._context.theme
        return (
            Body(t("Doe dit pas als u op de nieuwe laptop alles terugziet."), theme=theme),
            Body(
                t(
                    "VP-journaal vernietigt dan eerst wat dit journaal opent en daarna het journaal zelf. Dat is "
                    "niet terug te draaien. Uw reservekopieën en het herstelblad blijven geldig."
                ),
                theme=theme,
            ),
            Caption(
                t(
                    "Een schijf bewaart soms nog een oud stuk van een bestand. Dat is versleuteld: zonder uw wachtzin "
                    "of herstelblad leest niemand het. Doet u de laptop weg, laat hem dan eerst helemaal wissen."
                ),
                theme=theme,
            ),
        )

    def clear(self) -> None:
        """Forget what was ticked and typed before the page was opened again."""
        self._looked.box.setChecked(False)
        self._field.set_text("")
        self._field.set_fault(None)
        self._set_working(working=False)

    def show_left(self, left: LeftBehind) -> None:
        """Show what the journal knows of outside itself."""
        self._list.show_left(left)
        self._beside.setText(
            self._t.plural(
                "Naast het journaal staat nog een reservekopie die het programma zelf heeft gemaakt. Die wordt ook "
                "verwijderd.",
                "Naast het journaal staan nog {n} reservekopieën die het programma zelf heeft gemaakt. Die worden ook "
                "verwijderd.",
                len(left.beside),
            )
        )
        self._beside.setVisible(bool(left.beside and left.backups))
        self._backup.setText(
            self._t(
                "VP-journaal kent geen reservekopie van dit journaal. Zonder reservekopie bent u straks alles kwijt."
            )
        )
        self._backup.setVisible(not left.backups and not left.beside)

    def _show_ready(self) -> None:
        looked = self._looked.box.isChecked()
        self._field.setVisible(looked)
        self._destroy.set_reason(
            None if looked else self._t("Kijk eerst op de nieuwe laptop, en vink dat hierboven aan.")
        )

    def _on_destroy_clicked(self) -> None:
        passphrase = self._field.text
        if not self._destroy.button.isEnabled():
            return
        if not passphrase:
            self._field.set_fault(self._t("Typ eerst uw wachtzin."))
            self._field.setFocus()
            return
        self._set_working(working=True)
        self._context.operations.run(
            lambda journal: journal.moving.take_leave(passphrase),
            done=lambda left: self.leave_requested.emit(passphrase, left),
            failed=self._on_failed,
            initiator=self,
        )

    def _on_failed(self, error: JournalError) -> None:
        self._set_working(working=False)
        if isinstance(error, WrongPassphrase):
            self._field.set_fault(self._t("Deze wachtzin past niet op dit journaal. Er is niets vernietigd."))
        else:
            self._field.set_fault(sentence(self._t, error))
        self._field.edit.selectAll()
        self._field.setFocus()

    def _set_working(self, *, working: bool) -> None:
        self._looked.setEnabled(not working)
        self._field.setEnabled(not working)
        if working:
            self._field.set_fault(None)
            self._destroy.button.setEnabled(False)
            self._busy.start(self._t("Uw wachtzin wordt nagekeken. Dat duurt een paar tellen."))
        else:
            self._busy.stop()
            self._show_ready()
