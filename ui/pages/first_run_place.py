"""First run, step 5: where the journal lies, and what is true today about copies of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.pages.keys.route import FIRST_RUN
from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption
from ui.widgets.paths import breakable

if TYPE_CHECKING:
    from ui.pages.front import FrontContext
    from ui.pages.keys.state import KeyState


class PlaceStep(Step):
    """Says where the folder is and how to copy it; promises nothing that is not there."""

    def __init__(self, context: FrontContext, state: KeyState) -> None:
        super().__init__(context, state, route=FIRST_RUN, screen=Screen.PLACE)
        where = Card(self._t("Op deze laptop"), theme=self._theme)
        where.add(
            Body(breakable(context.door.folder), theme=self._theme),
            Caption(
                self._t(
                    "Deze map staat met opzet niet bij Documenten. Zo gaat hij niet vanzelf mee naar internet, "
                    "bijvoorbeeld met OneDrive of iCloud."
                ),
                theme=self._theme,
            ),
        )
        copies = Card(self._t("Een kopie maken"), theme=self._theme)
        copies.add(
            Body(
                self._t(
                    "Deze versie maakt zelf nog geen reservekopieën. Kopieer daarom geregeld de hele map naar een "
                    "usb-stick die u veilig bewaart. Sluit VP-journaal eerst. De kopie is net zo goed versleuteld "
                    "als het journaal."
                ),
                theme=self._theme,
            )
        )
        where.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.build(
            self._t("Waar uw journaal staat"),
            self._t("Uw journaal is gemaakt en staat open."),
            where,
            8,
            copies,
            on=self.main_button(self._t("Naar Vandaag"), self.finished.emit),
        )
