"""What of the count holds for a case as a whole: what follows by itself, how many came, and whether it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.pages.case import counting_words
from ui.widgets.buttons import LINK, button
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Caption
from ui.widgets.layouts import column, flow, holder
from ui.widgets.tick_list import TickRow
from vpjournal.domain.case_counting import CaseCounting

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_PERSONS = 20
"""So many can be chosen without typing a number; more came together never yet."""


class CountingWhole(QWidget):
    """Says with ``wanted`` what is to be done: a use case, to be run in the case in hand."""

    wanted = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._counting: CaseCounting | None = None
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._glance = Caption(theme=theme)
        self._glance.setObjectName("countingGlance")
        self._persons = QComboBox()
        self._persons.setObjectName("countingPersons")
        for number in range(1, _PERSONS + 1):
            self._persons.addItem(str(number), number)
        self._persons.activated.connect(self._on_persons_activated)
        self._counted = TickRow(
            t("Deze casus telt mee in het jaarverslag"),
            theme=theme,
            detail=t("Wil de melder dat niet, haal het vinkje dan weg. Dat mag altijd."),
        )
        self._counted.setObjectName("countedRow")
        self._counted.toggled.connect(self._on_counted_toggled)
        self._taken_over = TickRow(
            t("Overgenomen van een andere vertrouwenspersoon"),
            theme=theme,
            detail=t("Die telde deze casus al; u telt hem niet als nieuw."),
        )
        self._taken_over.setObjectName("takenOverRow")
        self._taken_over.toggled.connect(self._on_taken_over_toggled)
        persons = Field(
            t("Hoeveel melders kwamen er samen?"),
            self._persons,
            theme=theme,
            helper=t("Een groep die samen komt, is één casus."),
        )
        self._advice = Caption(
            t("Een leidinggevende die raad vraagt, is geen melder: dit telt als advies en niet als casus."), theme=theme
        )
        self._again = Caption(
            t("Deze casus is in een later verslagjaar weer geopend en telt in dat jaar opnieuw."), theme=theme
        )
        self.setLayout(
            column(
                self._advice,
                self._again,
                persons,
                self._situation(),
                column(self._counted, self._taken_over, spacing=2),
                self._glance,
                spacing=16,
            )
        )

    def _situation(self) -> QWidget:
        t = self._t
        self._code = line_edit(small=True)
        self._code.setObjectName("sameSituationField")
        self._code.setPlaceholderText(t("Code van die casus"))
        self._code.returnPressed.connect(self._on_link_clicked)
        link = button(t("Koppelen"), theme=self._theme, small=True, on_click=self._on_link_clicked)
        link.setObjectName("sameSituationButton")
        self._field = Field(
            t("Gaat het over dezelfde situatie als een andere casus?"),
            self._code,
            theme=self._theme,
            helper=t("Alleen u kunt dat zeggen; het programma legt zelf geen verband."),
        )
        self._linked = Caption(theme=self._theme)
        self._linked.setObjectName("linkedCases")
        self._unlink = button(t("Loskoppelen"), theme=self._theme, kind=LINK, on_click=self._on_unlink_clicked)
        self._unlink.setObjectName("unlinkButton")
        return holder(column(self._field, flow(link, self._linked, self._unlink)))

    def show_counting(self, counting: CaseCounting) -> None:
        """Show what counts now; says nothing to others."""
        self._counting = counting
        if self._persons.findData(counting.persons) < 0:
            self._persons.addItem(str(counting.persons), counting.persons)
        self._persons.setCurrentIndex(self._persons.findData(counting.persons))
        for row, value in ((self._counted, counting.counted), (self._taken_over, counting.taken_over)):
            row.box.blockSignals(True)  # noqa: FBT003 - Qt's signature.
            row.box.setChecked(value)
            row.box.blockSignals(False)  # noqa: FBT003 - Qt's signature.
        self._glance.setText("\n".join(counting_words.glance(self._t, counting)))
        self._advice.setVisible(counting.is_advice)
        self._again.setVisible(counting.again)
        linked = ", ".join(counting.linked)
        self._linked.setText(self._t("Dezelfde situatie als {codes}", codes=linked) if linked else "")
        self._unlink.setVisible(bool(linked))
        if linked:
            self._code.clear()
            self._field.set_fault(None)

    def _on_persons_activated(self, _index: int) -> None:
        number = int(self._persons.currentData())
        self.wanted.emit(lambda journal, case: journal.counting.set_persons(case, number))

    def _on_counted_toggled(self, ticked: bool) -> None:  # noqa: FBT001 - a slot
        self.wanted.emit(lambda journal, case: journal.counting.count_along(case, counted=ticked))

    def _on_taken_over_toggled(self, ticked: bool) -> None:  # noqa: FBT001 - a slot
        self.wanted.emit(lambda journal, case: journal.counting.set_taken_over(case, taken_over=ticked))

    def _on_link_clicked(self) -> None:
        code = self._code.text()
        if code.strip():
            self.wanted.emit(lambda journal, case: journal.counting.link_by_code(case, code))

    def _on_unlink_clicked(self) -> None:
        self.wanted.emit(lambda journal, case: journal.counting.link(case, None))

    def say_unknown_code(self) -> None:
        """Say that there is no other case of the code that was typed."""
        self._field.set_fault(self._t("Er is geen andere casus met deze code."))
