"""After *later*: asks once more, at the next unlock, for two groups from the recovery sheet."""

from __future__ import annotations

import secrets
from dataclasses import replace

from PySide6.QtCore import Signal

from ui.door import group_is_sound
from ui.pages.front import WIDE, FrontContext, FrontPage
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.code_groups import CodeGroups
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow

_GROUPS = 7
_ASKED = 2


class SheetReminderPage(FrontPage):
    """Asks and never asks again: a sheet that is not there cannot be conjured up by asking."""

    finished = Signal(bool)
    """The journal may be shown; whether there is no sheet, and a new one is to be made."""

    def __init__(self, context: FrontContext) -> None:
        super().__init__(context, width=WIDE)
        self.asked = tuple(sorted(secrets.SystemRandom().sample(range(1, _GROUPS + 1), _ASKED)))
        self._build_ui()

    def _build_ui(self) -> None:
        first, second = self.asked
        self.groups = CodeGroups(self.asked, theme=self.theme, texts=self._t)
        self.groups.submitted.connect(self._on_check_clicked)
        self.fault = Words(theme=self.theme, tone="notice")
        self.fault.hide()
        self.check_button = button(
            self._t("Klaar met overtypen"), theme=self.theme, kind=MAIN, on_click=self._on_check_clicked
        )
        self.skip_button = button(
            self._t("Zonder overtypen verder"), theme=self.theme, kind=LINK, on_click=lambda: self._finish(found=False)
        )
        self.new_button = button(
            self._t("Ik heb geen blad: een nieuw maken"),
            theme=self.theme,
            kind=LINK,
            on_click=self._on_new_clicked,
        )
        self.show_column(
            column(
                Heading(self._t("Hebt u uw herstelblad?"), theme=self.theme),
                Body(
                    self._t(
                        "U zou later twee groepen overtypen. Typ groep {first} en groep {second} van het papier; dan "
                        "weet u dat het blad er is en leesbaar is. Dit wordt hierna niet meer gevraagd.",
                        first=first,
                        second=second,
                    ),
                    theme=self.theme,
                    tone="quiet",
                ),
                12,
                self.fault,
                self.groups,
                16,
                flow(self.check_button, self.new_button, self.skip_button, spacing=24),
            )
        )
        self.setFocusProxy(self.groups)

    def _on_check_clicked(self) -> None:
        wrong = [place for place in self.asked if not group_is_sound(self.groups.typed(place), place)]
        if not wrong:
            self._finish(found=True)
            return
        self.fault.setText(self._t("In groep {group} klopt iets niet. Kijk die groep nog eens na.", group=wrong[0]))
        self.fault.show()
        self.groups.set_fault(wrong)

    def _on_new_clicked(self) -> None:
        self._finish(found=False, wants_new=True)

    def _finish(self, *, found: bool, wants_new: bool = False) -> None:
        self.check_button.setEnabled(False)
        self._operations.run(
            lambda journal: journal.settings.save(
                replace(journal.settings.read(), recovery_confirmed=found, recovery_later_used=False)
            ),
            done=lambda _changes: self.finished.emit(wants_new),
            failed=lambda _error: self.finished.emit(wants_new),
            initiator=self,
        )
