"""*Nog te vernieuwen*: backups that hold what was destroyed since, made anew and removed after one yes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.backups.removing import remove_backups
from ui.backups.words import why_not
from ui.dialogs.ask import Question
from ui.navigation import MessageKind
from ui.pages.backups.list_part import ListPart
from ui.widgets.buttons import button
from ui.widgets.labels import Body, Words
from ui.widgets.layouts import flow, holder
from vpjournal.domain.backups import KEPT_DAYS
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.backups import BackupItem, BackupState
    from vpjournal.errors import JournalError


class RenewCard(ListPart):
    """Makes a fresh backup unless there is one, then removes the older ones that can be reached."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, context.texts("Nog te vernieuwen"))
        self._context = context
        self._state: BackupState | None = None
        self._waits = False
        t, theme = context.texts, context.theme
        lead = Body(
            t(
                "U hebt iets vernietigd of overal vervangen dat in deze eerdere reservekopieën nog staat. VP-journaal "
                "verwijdert reservekopieën zelf na {n} dagen, als ze dan bereikbaar zijn.",
                n=KEPT_DAYS,
            ),
            theme=theme,
        )
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("renewFault")
        self._fault.hide()
        self.button = button(t("Nu vernieuwen"), theme=theme, on_click=self._on_renew_clicked)
        self.button.setObjectName("renewBackupsButton")
        for number, part in enumerate((lead, self._fault, holder(flow(self.button)))):
            # Before the rows, of which there may be many.
            self.body.insertWidget(number, part)
        context.backups.made.connect(self._on_made)
        context.backups.failed.connect(self._on_not_made)
        context.backups.busy_changed.connect(self._on_busy_changed)
        self.setFocusProxy(self.button)

    def show_state(self, state: BackupState) -> None:
        """Show which are to be renewed."""
        self._state = state
        self.show_items(state.to_renew, expired=state.expired(today()))

    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the argument of a signal
        self.button.setEnabled(not busy)

    def _on_renew_clicked(self) -> None:
        state = self._state
        if state is None:
            return
        if not state.folder:
            self._say(self._t("Kies eerst een plek voor de reservekopieën. Die knop staat hierboven."))
            return
        question = Question(
            self._t("Eerdere reservekopieën verwijderen?"),
            accept=self._t("Eerdere verwijderen"),
            decline=self._t("Niet doen"),
            detail=self._t(
                "U krijgt eerst een nieuwe reservekopie, zonder wat u hebt vernietigd of vervangen. Daarna worden de "
                "eerdere verwijderd waar het nog in staat, voor zover ze nu bereikbaar zijn."
            ),
            destroys=True,
        )
        self._context.asker.ask(question, on_accept=self._on_accepted)

    def _on_accepted(self) -> None:
        self._say("")
        state = self._state
        if state is None:
            return
        fresh = tuple(item for item in state.counting if not item.to_renew)
        operations = self._context.operations

        def go_on(is_there: bool) -> None:  # noqa: FBT001 - the result of a use case
            if is_there:
                self._remove(state)
            else:
                self._waits = True
                self._context.backups.make(Path(state.folder))

        operations.run(
            lambda journal: journal.backups.finder(fresh),
            done=lambda find: operations.compute(find, done=go_on, failed=self._on_failed, at_length=True),
            failed=self._on_failed,
        )

    def _on_made(self, _made: object) -> None:
        if self._waits:
            self._waits = False
            self._context.operations.run(
                lambda journal: journal.backups.state(), done=self._remove, failed=self._on_failed
            )

    def _on_not_made(self, error: JournalError) -> None:
        if self._waits:
            self._waits = False
            self._on_failed(error)

    def _remove(self, state: BackupState) -> None:
        if not state.is_renewed:
            # Something was destroyed while the fresh one was being made.
            self._say(self._t("Er is intussen nog iets vernietigd of vervangen. Vernieuw nog een keer."))
            return
        remove_backups(
            state.to_renew,
            operations=self._context.operations,
            done=self._on_removed,
            failed=self._on_failed,
        )

    def _on_removed(self, stayed: tuple[BackupItem, ...]) -> None:
        if not stayed:
            self._context.message(self._t("De reservekopieën zijn vernieuwd."), kind=MessageKind.DONE)
        else:
            self._say(
                self._t(
                    "Er is een nieuwe reservekopie. Wat hier nog staat, was nu niet te bereiken. Steek de usb-stick "
                    "in de laptop en vernieuw nog een keer. Bestaat een reservekopie niet meer, haal die dan van de "
                    "lijst."
                )
            )

    def _on_failed(self, error: JournalError) -> None:
        self._say(why_not(self._t, error))

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self.button.setAccessibleDescription(words)
