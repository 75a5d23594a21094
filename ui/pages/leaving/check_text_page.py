"""*Tekst nakijken*: any text, before it goes anywhere: typed or pasted here, looked at, copied, and kept nowhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QComboBox

from ui.navigation import MessageKind, Page, Place
from ui.pages.reading_page import ReadingPage
from ui.platform.clipboard import copy_text
from ui.recognising.text_check import TextCheck
from ui.widgets.buttons import MAIN, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, flow, holder
from ui.widgets.roomy_page import RoomyPage
from vpjournal.domain.changes import Area
from vpjournal.domain.identifying import SMALL

if TYPE_CHECKING:
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.gate import Point
    from vpjournal.domain.identifying import Known
    from vpjournal.domain.organisation import OrganisationRow


class CheckTextPage(ReadingPage):
    """The text stays while the journal is open, and is gone when it is locked."""

    page = Page.CHECK_TEXT
    areas = (Area.IDENTIFIERS, Area.ORGANISATIONS)

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        self._record: int | None = None
        self._small: set[int] = set()
        back = self._way_back(Page.ORGANISATIONS, t("Alle organisaties"))
        self._check = TextCheck(operations=self.context.operations, theme=theme, texts=t)
        self._check.edited.connect(self._remember)
        self._check.settled.connect(self._remember)
        copy = button(t("Tekst kopiëren"), theme=theme, kind=MAIN, icon_name="copy", on_click=self._on_copy_clicked)
        copy.setObjectName("copyTextButton")
        wipe = button(t("Leegmaken"), theme=theme, on_click=self._on_wipe_clicked)
        wipe.setObjectName("wipeTextButton")
        lead = Body(
            t(
                "Plak of typ een tekst die naar buiten gaat, bijvoorbeeld voor een jaarverslag. Hij wordt nergens "
                "bewaard en is weg zodra u vergrendelt."
            ),
            theme=theme,
        )
        self._kind = ChoiceRow(
            [(True, t("Jaarverslag")), (False, t("Gewone tekst"))],
            theme=theme,
            name=t("Soort tekst"),
            value=True,
            small=True,
        )
        self._kind.setObjectName("textKindChoice")
        self._kind.changed.connect(self._on_kind_changed)
        self._whose = QComboBox()
        self._whose.setObjectName("reportOfField")
        self._whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._whose.setAccessibleName(t("Voor welke organisatie"))
        self._whose.activated.connect(lambda _index: self._on_kind_changed())
        margin = 24 if theme.narrow else 56
        main = column(self._check, flow(copy, wipe), spacing=12)
        main.setStretch(0, 1)
        head = column(
            flow(back),
            Heading(t("Tekst nakijken"), theme=theme),
            lead,
            flow(self._kind, self._whose, spacing=16),
            spacing=12,
        )
        page = RoomyPage(holder(head), main=holder(main), theme=theme, spacing=12, margins=(margin, 24, 24, 16))
        self.setLayout(column(page))
        self.setFocusProxy(self._check)

    def open(self, place: Place) -> None:
        """Show the text that stood here when the window was made anew; a record is whose report it is for."""
        self._record = place.record
        self._read()
        kept = cast("str", self.context.memory.get(self.page, ""))
        if kept and not self._check.text():
            self._check.set_text(kept)

    def place(self) -> Place:
        """Say for whose report the text is."""
        return Place(self.page, self._whose.currentData())

    def _read(self) -> None:
        """Read which organisations there are; what stands here is in no journal."""
        self.context.operations.run(
            lambda journal: journal.organisations.list(), done=self._show_organisations, failed=self._tell
        )

    def _show_organisations(self, rows: tuple[OrganisationRow, ...]) -> None:
        chosen = self._whose.currentData() if self._record is None else self._record
        self._record = None
        self._whose.clear()
        self._whose.addItem(self.t("Nog geen organisatie gekozen"), None)
        self._small = {int(each.id) for each in rows if each.headcount is not None and each.headcount < SMALL}
        for each in rows:
            self._whose.addItem(each.name, int(each.id))
        self._whose.setCurrentIndex(max(0, self._whose.findData(chosen)))
        self._on_kind_changed()

    def on_changes(self, changes: Changes) -> None:
        """Look again with what is known of people and places now."""
        if changes.touches(*self.areas):
            self._check.know_anew()
            self._read()

    def _on_kind_changed(self) -> None:
        report = bool(self._kind.value)
        self._whose.setVisible(report)
        chosen = self._whose.currentData()
        look = partial(_look_at_report, "" if chosen is None else self._whose.currentText())
        self._check.look_with(look if report else None, small=report and chosen in self._small)

    def _remember(self) -> None:
        self.context.memory[self.page] = self._check.text()

    def _on_copy_clicked(self) -> None:
        copy_text(self._check.text())
        if self._check.open_count:
            words = self.t("De tekst is gekopieerd, met wat er nog openstaat. Na vijf minuten is hij van het klembord.")
            self.context.message(words, kind=MessageKind.LOOK)
        else:
            self.context.message(self.t("De tekst is gekopieerd. Na vijf minuten is hij van het klembord."))

    def _on_wipe_clicked(self) -> None:
        self._check.forget()
        self.context.memory.pop(self.page, None)
        self._check.setFocus()


def _look_at_report(client: str, text: str, known: Known) -> tuple[Point, ...]:
    from vpjournal.journal.gate import look_at_report  # noqa: PLC0415 - imported when something is looked at

    return look_at_report(text, known, client)
