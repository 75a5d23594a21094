"""*Probeer een reservekopie*: opens one with the passphrase of its day and looks at all of it, changing nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from ui.backups.steps import STEPS, in_steps
from ui.faults import sentence
from ui.stopper import Stopper
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, button
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.paths import breakable
from vpjournal import errors
from vpjournal.domain.days import today
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.backups import BackupItem
    from vpjournal.domain.progress import Progress
    from vpjournal.errors import JournalError
    from vpjournal.journal.findings import Finding
    from vpjournal.journal.opening import Profile

# ruff: noqa: PLC0415 - what opens backups is imported when one is tried, on the thread that does it

_WHY_NOT: dict[type[JournalError], str] = {
    errors.WrongPassphrase: mark(
        "Deze wachtzin past niet op deze reservekopie. Die gaat open met de wachtzin van de dag waarop de kopie "
        "is gemaakt."
    ),
    errors.JournalDamaged: mark(
        "Deze reservekopie is beschadigd en niet te gebruiken. Maak een nieuwe. Uw journaal zelf is niet gewijzigd."
    ),
    errors.JournalNotFound: mark(
        "Deze reservekopie is er nu niet. Staat die op een usb-stick, steek de stick dan in de laptop."
    ),
    errors.NotAJournal: mark("Dit bestand is geen reservekopie van VP-journaal."),
    errors.JournalTooNew: mark(
        "Deze reservekopie is gemaakt met een nieuwere versie van VP-journaal. Werk het programma bij."
    ),
    errors.DiskFull: mark("Er is te weinig ruimte op deze laptop om de reservekopie te proberen."),
    errors.DeviceFailed: mark("De schijf of usb-stick reageert niet. Sluit hem opnieuw aan en probeer het nog eens."),
    errors.Cancelled: mark("U hebt dit gestopt."),
}


class TryCard(Card):
    """Takes a backup from the list or a file; the passphrase is asked for each time."""

    answered = Signal()
    """What came of it stands on the card."""
    _stepped = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.texts("Probeer een reservekopie"), theme=context.theme)
        self._context, self._t = context, context.texts
        self._path: Path | None = None
        self._trial: Stopper | None = None
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._context.theme
        lead = t(
            "Zo weet u zeker dat de reservekopie opengaat. Die wordt alleen gelezen; uw journaal blijft zoals het is."
        )
        self._chosen = Body(theme=theme)
        self._chosen.setObjectName("triedBackup")
        self._file = button(t("Bestand kiezen"), theme=theme, icon_name="folder-open", on_click=self._on_choose)
        self._file.setObjectName("chooseBackupFileButton")
        self._field = PassphraseField(t("Wachtzin van die dag"), theme=theme, texts=t, complete=_complete, shown=False)
        self._field.submitted.connect(self._on_try)
        self._try = button(t("Nu proberen"), theme=theme, on_click=self._on_try)
        self._try.setObjectName("tryBackupButton")
        self._other = button(t("Een andere kiezen"), theme=theme, kind=LINK, on_click=self.clear)
        self._form = holder(column(self._chosen, self._field, flow(self._try, self._other, spacing=20), spacing=12))
        self._busy = Busy(theme=theme, texts=t, can_cancel=True)
        self._busy.cancelled.connect(self._on_cancel)
        self._outcome = Words(theme=theme)
        self._outcome.setObjectName("trialOutcome")
        self._choice = holder(flow(self._file))
        self.add(Caption(lead, theme=theme), self._choice, self._form, self._busy, self._outcome)
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)
        self.clear()

    def clear(self) -> None:
        """Begin anew: nothing is chosen, and nothing typed is kept."""
        self._on_cancel()
        self._path = None
        self._field.set_text("")
        self._show_outcome("")
        self._form.hide()
        self._choice.show()

    def forget(self) -> None:
        """Keep nothing that was typed, because the page is left."""
        self._field.set_text("")

    def begin(self, item: BackupItem) -> None:
        """Take a backup of the list."""
        self._take(Path(item.folder) / item.name, self._t.day(item.made_on, today=today()))

    def _on_choose(self) -> None:
        path = self._context.files.open(self, title=self._t("Reservekopie kiezen"), suffixes=("vpbackup",))
        if path is not None:
            self._take(path, "")

    def _take(self, path: Path, day: str) -> None:
        self.clear()
        self._path = path
        words = self._t("Reservekopie van {day}", day=day) if day else breakable(path)
        self._chosen.setText(words)
        self._choice.hide()
        self._form.show()
        self._field.setFocus()

    def _on_try(self) -> None:
        path, passphrase = self._path, self._field.text
        if path is None or self._trial is not None:
            return
        if not passphrase:
            self._field.set_fault(self._t("Typ eerst de wachtzin."))
            self._field.setFocus()
            return
        self._show_outcome("")
        self._trial = trial = Stopper()
        tell = trial.watched(in_steps(self._stepped))
        self._set_working(on=True)
        operations = self._context.operations
        operations.run(
            lambda journal: journal.backups.floor(),
            done=lambda floor: operations.compute(
                lambda: _tried(path, passphrase, floor=floor, tell=tell),
                done=lambda found: self._on_tried(trial, found),
                failed=lambda error: self._on_failed(trial, error),
                initiator=self,
                stop=trial.stop,
                at_length=True,
            ),
            failed=lambda error: self._on_failed(trial, error),
            initiator=self,
        )

    def _on_cancel(self) -> None:
        if self._trial is not None:
            self._trial.stop()

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        if self._trial is not None:
            self._busy.set_progress(step, STEPS)

    def _on_tried(self, trial: Stopper, found: tuple[Finding, ...]) -> None:
        self._end(trial)
        if any(finding.problems for finding in found):
            words = self._t(
                "Deze reservekopie gaat open, maar niet alles erin is heel. Kijk of een andere wel goed is, en bewaar "
                "deze tot u dat weet."
            )
            self._show_outcome(words, tone="grave")
            return
        self._show_outcome(
            self._t("Deze reservekopie is goed. De wachtzin past, en alles erin is nagekeken."),
            tone="good",
        )
        self._field.set_text("")

    def _on_failed(self, trial: Stopper, error: JournalError) -> None:
        self._end(trial)
        words = next((self._t(each) for kind, each in _WHY_NOT.items() if isinstance(error, kind)), None)
        self._show_outcome(words or sentence(self._t, error), tone="notice")
        if isinstance(error, errors.WrongPassphrase):
            self._field.edit.selectAll()
            self._field.setFocus()

    def _end(self, trial: Stopper) -> None:
        if self._trial is trial:
            self._trial = None
            self._set_working(on=False)

    def _set_working(self, *, on: bool) -> None:
        self._form.setEnabled(not on)
        if on:
            self._busy.start(self._t("De reservekopie wordt geopend en nagekeken."))
        else:
            self._busy.stop()

    def _show_outcome(self, words: str, *, tone: str = "") -> None:
        self._outcome.setText(words)
        self._outcome.set_tone(tone)
        self._outcome.setVisible(bool(words))
        if words:
            self.answered.emit()


def _tried(path: Path, passphrase: str, *, floor: Profile, tell: Progress) -> tuple[Finding, ...]:
    from vpjournal.journal import restoring

    return restoring.verify_backup(path, passphrase, floor=floor, progress=tell)


def _complete(begun: str) -> tuple[str, ...]:
    from vpjournal.domain import passphrase

    return passphrase.complete(begun)
