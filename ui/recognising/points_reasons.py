"""Why a point may stay: four reasons to choose from, and room for the adviser's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import LINK, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field, line_edit
from ui.widgets.layouts import column, flow
from vpjournal.domain.gate import REASON_NAMES, Reason

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class ReasonForm(QWidget):
    """One choice, and a field where no reason fits."""

    chosen = Signal(object, str)
    """Leave it, for this ``Reason`` and in these words of one's own."""
    given_up = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._t = t = texts
        self._choice = ChoiceRow(
            [(each, t(words)) for each, words in REASON_NAMES.items()],
            theme=theme,
            name=t("Waarom mag dit blijven staan?"),
            rows=True,
        )
        self._choice.setObjectName("reasonChoice")
        self._choice.changed.connect(self._on_changed)
        self._words = line_edit(small=True)
        self._words.setObjectName("reasonField")
        self._words.returnPressed.connect(self._on_leave_clicked)
        self._own = Field(t("In uw eigen woorden"), self._words, theme=theme)
        self._own.hide()
        self._leave = button(t("Laat staan"), theme=theme, small=True, on_click=self._on_leave_clicked)
        self._leave.setObjectName("leaveButton")
        self._leave.setEnabled(False)
        back = button(t("Toch niet"), theme=theme, kind=LINK, on_click=self.given_up.emit)
        back.setObjectName("leaveNotButton")
        self._question = Field(t("Waarom mag dit blijven staan?"), self._choice, theme=theme)
        self.setLayout(column(self._question, self._own, flow(self._leave, back), spacing=8))
        self.setFocusProxy(self._choice)

    def _on_changed(self) -> None:
        other = self._choice.value is Reason.OTHER
        self._own.setVisible(other)
        self._leave.setEnabled(True)
        if other:
            self._words.setFocus()

    def _on_leave_clicked(self) -> None:
        reason = self._choice.value
        if not isinstance(reason, Reason):
            return
        if reason is Reason.OTHER and not self._words.text().strip():
            self._own.set_fault(self._t("Schrijf kort op waarom, of kies een van de andere redenen."))
            self._words.setFocus()
            return
        self.chosen.emit(reason, self._words.text())
