"""*Voor de telling* of an organisation: what codes are called there, which are offered, own ones, and what is asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from ui.faults import sentence
from ui.navigation import MessageKind
from ui.pages.code_row import CodeRow
from ui.theme import Role
from ui.widgets.buttons import ADD, button, set_button_icon
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import clear, column, flow, holder
from ui.widgets.tab_order import order_tab_stops
from ui.widgets.tick_list import TickRow
from vpjournal.domain.case_counting import (
    CODES,
    DIMENSION_NAMES,
    ON_REQUEST,
    OWN_BELOW,
    UNIT,
    CodeSetting,
    OrganisationCodes,
)
from vpjournal.domain.changes import Area
from vpjournal.domain.counting import Dimension
from vpjournal.errors import AlreadyTaken

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.navigation import PageContext
    from ui.widgets.scroll_page import ScrollPage
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.ids import OrganisationId
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class CodesPart(QWidget):
    """Folded away at first; everything is kept at once. Hidden until the organisation is stored."""

    def __init__(self, context: PageContext, scroll: ScrollPage) -> None:
        super().__init__()
        self._scroll = scroll
        self._context, self._t, self._theme = context, context.texts, context.theme
        self.organisation: OrganisationId | None = None
        """Whose codes these are."""
        self._rows: dict[Dimension, QWidget] = {}
        context.operations.changed.connect(self._on_operations_changed)
        self._build_ui()
        self.hide()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._toggle = button(
            t("Woorden en codes voor de telling"),
            theme=theme,
            kind=ADD,
            icon_name="chevron-down",
            on_click=lambda: self._set_folded(folded=not self._inside.isHidden()),
        )
        self._toggle.setObjectName("codesToggle")
        lead = Caption(
            t(
                "Zo heten de codes bij deze organisatie. Een ander woord verandert niets aan wat er geteld wordt. Wat "
                "u hier uitzet, blijft staan bij de casussen die het al hebben."
            ),
            theme=theme,
        )
        self._column = column(spacing=16)
        self._inside = holder(column(lead, self._column, spacing=16))
        self._inside.hide()
        head = Heading(t("Voor de telling"), theme=theme, role=Role.PANEL)
        self.setLayout(column(head, flow(self._toggle), self._inside, spacing=12))

    def open(self, organisation: OrganisationId | None) -> None:
        """Show the codes of an organisation, folded away; nothing while there is none yet."""
        self.organisation = organisation
        self._set_folded(folded=True)
        clear(self._column)
        self.setVisible(organisation is not None)

    def keep(self) -> None:
        """Keep what was typed in a field that still has the focus."""
        for row in self.findChildren(CodeRow):
            row.tell()

    def _set_folded(self, *, folded: bool) -> None:
        self._inside.setHidden(folded)
        set_button_icon(self._toggle, "chevron-down" if folded else "chevron-up", theme=self._theme)
        if not folded:
            self._read(to_top=True)

    def _read(self, *, to_top: bool = False) -> None:
        organisation = self.organisation
        if organisation is not None:
            self._context.operations.run(
                lambda journal: journal.counting.codes(organisation),
                done=lambda codes: self._on_read(organisation, codes, to_top=to_top),
                failed=self._tell,
            )

    def _on_read(self, organisation: OrganisationId, codes: OrganisationCodes, *, to_top: bool) -> None:
        if organisation == self.organisation:
            self._show(codes)
            if to_top:
                self._scroll.bring_to_top(self)

    def _show(self, codes: OrganisationCodes) -> None:
        clear(self._column)
        for dimension in OWN_BELOW:
            if dimension is not Dimension.UNIT or dimension in codes.asks:
                self._column.addWidget(self._of_dimension(dimension, codes))
        self._column.addWidget(self._asks(codes))
        self._scroll.take_in(self)
        order_tab_stops(self)

    def _of_dimension(self, dimension: Dimension, codes: OrganisationCodes) -> QWidget:
        settings = {each.code: each for each in codes.settings if each.dimension is dimension}
        rows: list[QWidget] = []
        for code in CODES[dimension]:
            setting = settings.get(code.id) or CodeSetting(dimension, code.id)
            rows.append(self._row(setting, self._t(code.label)))
            rows += [self._row(each, "") for each in settings.values() if each.parent == code.id]
        rows += [self._row(each, "") for each in settings.values() if each.parent == UNIT]
        head = Heading(self._t(DIMENSION_NAMES[dimension]), theme=self._theme, role=Role.GROUP)
        return holder(column(head, *rows, self._new_code(dimension), spacing=6))

    def _row(self, setting: CodeSetting, standard: str) -> CodeRow:
        row = CodeRow(setting, standard, theme=self._theme, texts=self._t)
        row.wanted.connect(partial(self._on_row_wanted, row))
        return row

    def _new_code(self, dimension: Dimension) -> QWidget:
        label = line_edit(small=True)
        label.setObjectName(f"newCode_{dimension}")
        label.setPlaceholderText(self._t("Eigen code, in een paar woorden"))
        parent = QComboBox()
        parent.setObjectName(f"newCodeParent_{dimension}")
        for code in CODES[dimension]:
            parent.addItem(self._t("telt als {code}", code=self._t(code.label)), code.id)
        if not CODES[dimension]:
            parent.addItem("", UNIT)
        parent.setVisible(bool(CODES[dimension]))
        field = Field(self._t("Eigen code toevoegen"), label, theme=self._theme)

        def add() -> None:
            setting = CodeSetting(dimension, "", label.text(), parent=str(parent.currentData()))
            if label.text().strip():
                self._run(lambda journal, of: journal.counting.save_own_code(of, setting), field=field)

        label.returnPressed.connect(add)
        adding = button(self._t("Toevoegen"), theme=self._theme, small=True, on_click=add)
        adding.setObjectName(f"addCode_{dimension}")
        return holder(column(field, flow(parent, adding), spacing=6))

    def _asks(self, codes: OrganisationCodes) -> QWidget:
        head = Heading(self._t("Vraagt deze organisatie om meer over de melder?"), theme=self._theme, role=Role.GROUP)
        help_ = Caption(
            self._t("Laat dit uit, tenzij het zo is afgesproken: elk gegeven maakt mensen herkenbaarder."),
            theme=self._theme,
        )
        rows = []
        for dimension in ON_REQUEST:
            row = TickRow(self._t(DIMENSION_NAMES[dimension]), theme=self._theme, ticked=dimension in codes.asks)
            row.setObjectName(f"ask_{dimension}")
            row.toggled.connect(partial(self._on_ask_toggled, dimension))
            rows.append(row)
        return holder(column(head, help_, *rows, spacing=6))

    def _on_row_wanted(self, row: CodeRow, setting: CodeSetting) -> None:
        if setting.own:
            self._run(lambda journal, of: journal.counting.save_own_code(of, setting), row=row)
        else:
            self._run(lambda journal, of: journal.counting.set_code(of, setting), row=row)

    def _on_ask_toggled(self, dimension: Dimension, ticked: bool) -> None:  # noqa: FBT001 - a slot
        self._run(lambda journal, of: journal.counting.ask(of, dimension, asks=ticked), again=True)

    def _run(
        self,
        work: Callable[[Journal, OrganisationId], Changes],
        *,
        field: Field | None = None,
        row: CodeRow | None = None,
        again: bool = False,
    ) -> None:
        organisation = self.organisation
        if organisation is None:
            return

        def failed(error: JournalError) -> None:
            if isinstance(error, AlreadyTaken) and field is not None:
                field.set_fault(self._t("Deze woorden zijn hier al in gebruik."))
                return
            self._tell(error)
            if row is not None:
                row.put_back()

        def done(_changes: Changes) -> None:
            if row is not None:
                row.kept()
            if again or field is not None:
                self._read()

        self._context.operations.run(
            lambda journal: work(journal, organisation),
            done=done,
            failed=failed,
            initiator=self,
        )

    def _tell(self, error: JournalError) -> None:
        self._context.message(sentence(self._t, error), kind=MessageKind.FAILED)

    def _on_operations_changed(self, changes: Changes, initiator: object) -> None:
        if (
            initiator is not self
            and not self._inside.isHidden()
            and changes.touches(Area.COUNTING)
            and not changes.cases
        ):
            self._read()
