"""Opens the journal with the code on the recovery sheet, when the passphrase is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.forgetting import forget_when_unused
from ui.pages.front import WIDE, FrontContext, FrontPage
from ui.pages.unlock_page import unlock_sentence
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.code_groups import CodeGroups
from ui.widgets.emblem_label import EmblemLabel
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow
from vpjournal.errors import JournalError, RecoveryCodeMistyped, WrongPassphrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.journal.facade import Journal

GROUPS = 7


class RecoveryPage(FrontPage):
    """Takes the seven groups and points at the one with a slip."""

    opened = Signal()
    back_requested = Signal()
    failed = Signal(object, object)
    """The journal does not open: the ``JournalError``, and what opens as much of it as is whole."""

    def __init__(self, context: FrontContext) -> None:
        super().__init__(context, width=WIDE)
        self._door = context.door
        self._look: Callable[[], tuple[None, Journal]] | None = None
        self._build_ui()
        forget_when_unused(self, self._forget, self.groups.edited)

    def _build_ui(self) -> None:
        self.groups = CodeGroups(range(1, GROUPS + 1), theme=self.theme, texts=self._t)
        self.groups.submitted.connect(self._on_open_clicked)
        self.fault = Words(theme=self.theme, tone="notice")
        self.fault.hide()
        self.busy = Busy(theme=self.theme, texts=self._t)
        self.open_button = button(
            self._t("Openen met deze code"), theme=self.theme, kind=MAIN, on_click=self._on_open_clicked
        )
        back = button(self._t("Terug naar de wachtzin"), theme=self.theme, kind=LINK, on_click=self.back_requested.emit)
        self.show_column(
            column(
                EmblemLabel(theme=self.theme),
                16,
                Heading(self._t("Openen met uw herstelblad"), theme=self.theme),
                Body(
                    self._t(
                        "Typ de zeven groepen over. Hoofdletters of kleine letters maakt niet uit. "
                        "De code opent uw journaal. Daarna kiest u een nieuwe wachtzin en maakt u een nieuw blad."
                    ),
                    theme=self.theme,
                    tone="quiet",
                ),
                Body(
                    self._t(
                        "Zonder wachtzin en zonder herstelblad kan niemand het journaal openen, ook de maker van "
                        "het programma niet."
                    ),
                    theme=self.theme,
                    tone="quiet",
                ),
                12,
                self.fault,
                self.groups,
                self.busy,
                24,
                flow(self.open_button, back, spacing=32),
            )
        )
        self.setFocusProxy(self.groups)

    def _on_open_clicked(self) -> None:
        if not self.open_button.isEnabled():
            return
        self._say(None)
        self.open_button.setEnabled(False)
        self.busy.start(self._t("De code wordt nagekeken."))
        door, code = self._door, self.groups.typed_all()
        self._look = lambda: door.look_with_code(code)
        self._operations.open(
            lambda: door.open_with_code(code), done=lambda _nothing: self.opened.emit(), failed=self._on_failed
        )

    def _forget(self) -> None:
        if self.open_button.isEnabled():
            self._look = None
            self.groups.clear()

    def _on_failed(self, error: JournalError) -> None:
        self.open_button.setEnabled(True)
        self.busy.stop()
        self.failed.emit(error, self._look)
        if isinstance(error, RecoveryCodeMistyped):
            self._say(self._t("In groep {group} klopt iets niet. Kijk die groep nog eens na.", group=error.group))
            self.groups.set_fault([error.group])
        elif isinstance(error, WrongPassphrase):
            self._say(self._t("Deze code hoort bij een ander journaal, of bij een ouder herstelblad."))
        else:
            self._say(unlock_sentence(self._t, error))

    def _say(self, sentence: str | None) -> None:
        self.fault.setText(sentence or "")
        self.fault.setVisible(sentence is not None)
