"""The parts of the page that restores: the backup that was chosen, what opens it, and the journal it became."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.faults import sentence
from ui.pages.forgetting import forget_when_unused
from ui.pages.unlock_page import complete
from ui.theme import Role
from ui.widgets.buttons import LINK, button, set_button_text
from ui.widgets.card import Card
from ui.widgets.code_groups import CodeGroups
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.layouts import column, flow
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.paths import breakable
from vpjournal import errors
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from ui.pages.front import FrontContext
    from ui.pages.restore_state import RestoreState
    from ui.restorer import Destination, FoundBackup, Restored
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError

_GROUPS = 7
# Where the usual sentence speaks of a journal or of text on the screen: here is a backup.
_SENTENCES: dict[type[JournalError], str] = {
    errors.NotAJournal: mark("Dit bestand is geen reservekopie van VP-journaal. Het is niet aangeraakt."),
    errors.JournalNotFound: mark(
        "Deze reservekopie is er niet meer. Zit de usb-stick nog in de laptop? Kies het bestand opnieuw."
    ),
    errors.JournalDamaged: mark(
        "Deze reservekopie is beschadigd en kan niet worden teruggezet. Er is niets veranderd. Kies een andere."
    ),
    errors.JournalTooNew: mark(
        "Deze reservekopie is gemaakt met een nieuwere versie van VP-journaal. Werk het programma bij en probeer "
        "het opnieuw."
    ),
    errors.JournalExists: mark("Op die plek staat al iets. Het is niet aangeraakt. Kies een andere plek."),
    errors.ReadOnly: mark("In die map mag VP-journaal niets bewaren. Kies een andere plek."),
    errors.DiskFull: mark(
        "Er is op deze laptop te weinig ruimte voor het journaal. Er is niets half blijven staan. Maak ruimte vrij "
        "en probeer het opnieuw."
    ),
    errors.DeviceFailed: mark(
        "De schijf of usb-stick reageert niet. Er is niets half blijven staan. Sluit hem opnieuw aan en probeer het "
        "nog eens."
    ),
    errors.TooLittleMemory: mark(
        "Er is te weinig geheugen vrij om de reservekopie te openen. Sluit andere programma’s en probeer het opnieuw."
    ),
}


def restore_sentence(texts: Texts, error: JournalError) -> str:
    """Return what the adviser reads when a backup cannot be read or restored."""
    for kind, words in _SENTENCES.items():
        if isinstance(error, kind):
            return texts(words)
    return sentence(texts, error)


class ChosenBackup(Card):
    """The day of the backup, and where the journal comes to lie."""

    other_requested = Signal()
    place_requested = Signal()

    def __init__(self, found: FoundBackup, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Reservekopie van {day}", day=texts.day(found.made_on)), theme=theme)
        self._t = texts
        self.place = Caption(theme=theme)
        self.warning = Words(theme=theme, role=Role.CAPTION, tone="notice")
        self.other_button = button(
            texts("Andere reservekopie"), theme=theme, kind=LINK, on_click=self.other_requested.emit
        )
        self.place_button = button(texts("Andere plek"), theme=theme, kind=LINK, on_click=self.place_requested.emit)
        self.add(
            Caption(breakable(found.file), theme=theme),
            Body(
                texts(
                    "Wat u na die dag opschreef, staat er niet in. Wat u daarna hebt vernietigd of vervangen, "
                    "staat er weer in."
                ),
                theme=theme,
            ),
            self.place,
            self.warning,
        )
        self.set_actions(self.other_button, self.place_button)
        self.show_destination(found.destination)

    def show_destination(self, destination: Destination) -> None:
        """Say where the journal comes to lie, and whether a program copies that place elsewhere."""
        self.place.setText(self._t("Het journaal komt in {folder}", folder=breakable(destination.folder)))
        self.warning.setText(
            self._t(
                "{program} kopieert deze plek vanzelf naar internet. Uw journaal blijft versleuteld, maar kies liever "
                "een andere plek.",
                program=destination.synced_by,
            )
        )
        self.warning.setVisible(bool(destination.synced_by))


class SecretOfThatDay(QWidget):
    """The passphrase of the day of the backup, or the code on the recovery sheet of then."""

    submitted = Signal()

    def __init__(self, context: FrontContext, state: RestoreState) -> None:
        super().__init__()
        self._t, self._state = context.texts, state
        theme = context.theme
        self.field = PassphraseField(
            self._t("Wachtzin van die dag"),
            theme=theme,
            texts=self._t,
            complete=complete,
            shown=context.preferences.show_passphrase,
        )
        self.field.set_text(state.passphrase)
        self.field.edited.connect(self._on_field_edited)
        self.field.submitted.connect(self.submitted)
        self.groups = CodeGroups(range(1, _GROUPS + 1), theme=theme, texts=self._t)
        self.groups.submitted.connect(self.submitted)
        self.fault = Words(theme=theme, tone="notice")
        self.fault.hide()
        self.helper = Caption(theme=theme)
        self.other_button = button("", theme=theme, kind=LINK, on_click=self._on_other_clicked)
        self.setLayout(column(self.fault, self.field, self.groups, self.helper, flow(self.other_button)))
        self._show_way()
        forget_when_unused(self, self._forget, self.field.edited, self.groups.edited)

    def _forget(self) -> None:
        if self.isEnabled():
            self.field.set_text("")
            self.groups.clear()
            self._state.passphrase = self._state.code = ""

    def _on_field_edited(self) -> None:
        self._state.passphrase = self.field.text

    def _on_other_clicked(self) -> None:
        self._state.by_code = not self._state.by_code
        self._show_way()
        self.setFocus()

    def _show_way(self) -> None:
        by_code = self._state.by_code
        self.field.setVisible(not by_code)
        self.groups.setVisible(by_code)
        self._say(None)
        self.setFocusProxy(self.groups if by_code else self.field)
        self.helper.show()
        self.helper.setText(
            self._t("Typ de zeven groepen van het herstelblad dat gold toen de reservekopie werd gemaakt.")
            if by_code
            else self._t(
                "Hebt u uw wachtzin later veranderd? Een reservekopie gaat open met de wachtzin van de dag waarop die "
                "is gemaakt."
            )
        )
        words = self._t("Toch met de wachtzin") if by_code else self._t("Ik weet die wachtzin niet meer")
        set_button_text(self.other_button, words)

    def take(self) -> bool:
        """Keep what was typed; ask for it when nothing was."""
        self._say(None)
        self._state.passphrase, self._state.code = self.field.text, self.groups.typed_all()
        typed = self._state.code.strip() if self._state.by_code else self._state.passphrase
        if not typed:
            if self._state.by_code:
                self._say(self._t("Typ eerst de code van het herstelblad."))
            else:
                self.field.set_fault(self._t("Typ eerst uw wachtzin."))
            self.setFocus()
        return bool(typed)

    def show_fault(self, error: JournalError) -> bool:
        """Say what is wrong with what was typed; tell whether that is what went wrong."""
        if isinstance(error, errors.RecoveryCodeMistyped):
            self._say(self._t("In groep {group} klopt iets niet. Kijk die groep nog eens na.", group=error.group))
            self.groups.set_fault([error.group])
            return True
        if not isinstance(error, errors.WrongPassphrase):
            return False
        # What is said now says more.
        self.helper.hide()
        if self._state.by_code:
            self._say(
                self._t("Deze code past niet op deze reservekopie. Misschien hoort hij bij een ander herstelblad.")
            )
        else:
            self.field.set_fault(
                self._t(
                    "Deze wachtzin past niet op deze reservekopie. Had u toen een andere? U kunt het zo vaak proberen "
                    "als nodig is."
                )
            )
            self.field.edit.selectAll()
        self.setFocus()
        return True

    def _say(self, words: str | None) -> None:
        self.fault.setText(words or "")
        self.fault.setVisible(words is not None)
        self.field.set_fault(None)


class RestoredJournal(QWidget):
    """Where the restored journal stands, and where the one that was there before is."""

    def __init__(self, restored: Restored, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        parts: list[QWidget] = [
            Body(
                texts(
                    "Het is uw journaal zoals het was op {day}. VP-journaal opent voortaan dit journaal.",
                    day=texts.day(restored.made_on),
                ),
                theme=theme,
            ),
            Caption(breakable(restored.folder), theme=theme),
        ]
        if restored.other is not None:
            card = Card(texts("Uw andere journaal"), theme=theme)
            card.add(
                Body(
                    texts(
                        "Dat is niet aangeraakt en staat er nog. Wilt u dat weer openen? Vergrendel dan, en kies bij "
                        "het ontgrendelen ‘Een ander journaal of een reservekopie’."
                    ),
                    theme=theme,
                ),
                Caption(breakable(restored.other), theme=theme),
            )
            parts += [card]
        self.setLayout(column(*parts, spacing=12))
