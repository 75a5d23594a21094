"""*Casussen*: every case by its code, filters above and a quiet preview beside; the recycle bin is one click away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QStackedWidget, QTableView, QWidget

from ui.models.case_model import CaseModel, Column
from ui.navigation import Page, Place
from ui.pages.case_preview import CasePreview
from ui.pages.reading_page import ReadingPage
from ui.theme import Role
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.empty_card import EmptyCard
from ui.widgets.field import line_edit
from ui.widgets.labels import Heading
from ui.widgets.layouts import clear, column, flow, holder, row
from ui.widgets.roomy_page import RoomyPage
from vpjournal.domain.case import PHASE_NAMES, CaseFilter, CaseRow, CaseStatus, Phase
from vpjournal.domain.ids import CaseId, OrganisationId

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpjournal.domain.organisation import OrganisationRow
    from vpjournal.domain.views import CaseView

_ROOM_FOR_PREVIEW = 1000
_COMBO_CHARACTERS = 17
_LEAST_CHARACTERS = 10
_LONG = (Column.ORGANISATION, Column.NEXT_STEP)
_SIDES = {Role.BODY: 33, Role.CAPTION: 25}
_PAUSE = 120
"""Milliseconds of rest in the search field after which the list is read again."""


class CasesPage(ReadingPage):
    """The list of cases. Enter or a double click opens one; the arrows move the preview along."""

    page = Page.CASES

    def _build_ui(self) -> None:
        self._filter = CaseFilter()
        self._organisations: tuple[OrganisationRow, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._read)
        self._table = self._make_table()
        self._empty = QWidget()
        self._empty_column = column(margins=(0, 8, 0, 0))
        self._empty.setLayout(self._empty_column)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._preview = CasePreview(theme=self.theme, texts=self.t)
        self._preview.open_requested.connect(self._open_case)
        self._preview.hide()
        left = RoomyPage(
            self._head(), self._filters(), main=self._stack, theme=self.theme, spacing=16, margins=(24, 24, 24, 16)
        )
        whole = row(left, self._preview, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._words)

    def _head(self) -> QWidget:
        new = button(
            self.t("Nieuw contact"),
            theme=self.theme,
            kind=MAIN,
            icon_name="plus",
            on_click=lambda: self.context.navigate(Place(Page.FIRST_CONTACT)),
        )
        new.setObjectName("newContactButton")
        bin_link = button(
            self.t("Prullenbak"),
            theme=self.theme,
            kind=LINK,
            on_click=lambda: self.context.navigate(Place(Page.BIN)),
        )
        bin_link.setObjectName("binLink")
        heading = Heading(self.t("Casussen"), theme=self.theme)
        if self.theme.narrow:
            return holder(flow(heading, new, bin_link, spacing=20))
        return holder(row(heading, None, bin_link, new, spacing=20))

    def _filters(self) -> QWidget:
        statuses = [
            (CaseStatus.OPEN, self.t("open")),
            (CaseStatus.CLOSED, self.t("afgesloten")),
            (CaseStatus.ALL, self.t("alle")),
        ]
        self._status = ChoiceRow(
            statuses, theme=self.theme, name=self.t("Welke casussen"), value=CaseStatus.OPEN, small=True
        )
        self._status.setObjectName("statusChoice")
        self._status.changed.connect(self._on_filter_changed)
        self._organisation = self._combo("organisationFilter", self.t("Organisatie"))
        self._phase = self._combo("phaseFilter", self.t("Fase"))
        self._phase.addItem(self.t("alle fasen"), None)
        for phase, words in PHASE_NAMES.items():
            self._phase.addItem(self.t(words), phase)
        self._words = line_edit(small=True)
        self._words.setObjectName("caseFilterField")
        self._words.setPlaceholderText(self.t("Code of herkenningswoord"))
        self._words.setAccessibleName(self.t("Code of herkenningswoord"))
        self._words.setClearButtonEnabled(True)
        self._words.setMinimumWidth(self.theme.px(236))
        self._words.textChanged.connect(lambda _words: self._pause.start())
        self._words.returnPressed.connect(self._on_words_return_pressed)
        return holder(column(flow(self._words, self._status), flow(self._organisation, self._phase)))

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        combo.setProperty("small", True)  # noqa: FBT003 - a Qt property has no keyword
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_COMBO_CHARACTERS)
        combo.activated.connect(lambda _index: self._on_filter_changed())
        return combo

    def _make_table(self) -> _Table:
        table = _Table()
        table.setObjectName("caseTable")
        table.setAccessibleName(self.t("Casussen"))
        self._model = CaseModel(theme=self.theme, texts=self.t, parent=self)
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.theme.control_height())
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._asked = {each: self._heading_width(each) for each in Column}
        table.resized.connect(self._fit_columns)
        table.activated.connect(self._on_table_activated)
        table.selectionModel().currentRowChanged.connect(self._on_table_current_changed)
        return table

    def _read(self) -> None:
        wanted = replace(self._filter, words=self._words.text())
        self.context.operations.run(
            lambda journal: (journal.cases.list(wanted), journal.organisations.list()),
            done=self._show,
            failed=self._tell,
        )

    def _show(self, found: tuple[tuple[CaseRow, ...], tuple[OrganisationRow, ...]]) -> None:
        rows, organisations = found
        self._show_organisations(organisations)
        chosen = self._model.row_at(self._table.currentIndex())
        self._model.set_rows(rows)
        self._asked = {each: self._needed(each) for each in Column}
        self._fit_columns()
        if rows:
            self._select(rows, chosen.id if chosen is not None else None)
        else:
            self._preview.hide()
            self._show_empty()
        self._stack.setCurrentWidget(self._table if rows else self._empty)

    def _select(self, rows: tuple[CaseRow, ...], wanted: CaseId | None) -> None:
        number = next((i for i, each in enumerate(rows) if each.id == wanted), 0)
        self._table.selectRow(number)

    def _show_organisations(self, organisations: tuple[OrganisationRow, ...]) -> None:
        if organisations == self._organisations and self._organisation.count():
            return
        self._organisations = organisations
        self._organisation.clear()
        self._organisation.addItem(self.t("alle organisaties"), None)
        for each in organisations:
            self._organisation.addItem(each.name, each.id)
        index = self._organisation.findData(self._filter.organisation)
        self._organisation.setCurrentIndex(max(index, 0))

    def _show_empty(self) -> None:
        if self._words.text() or self._filter != CaseFilter():
            words = self.t(
                "Geen casus past bij wat u hier koos. Een woord kan ook in een aantekening staan: zoek met Ctrl+K."
            )
        else:
            words = self.t("Er zijn geen open casussen. Met ‘Nieuw contact’ begint u er een.")
        clear(self._empty_column)
        self._empty_column.addWidget(EmptyCard(words, theme=self.theme))
        self._empty_column.addStretch(1)

    def _fit_columns(self) -> None:
        header = self._table.horizontalHeader()
        asked = dict(self._asked)
        # A long name and a long next step share what the others leave.
        least = self._wide("n" * _LEAST_CHARACTERS)
        room = self._table.viewport().width() - sum(asked[each] for each in Column if each not in _LONG)
        asked[Column.ORGANISATION] = max(min(asked[Column.ORGANISATION], room // 2), least)
        asked[Column.NEXT_STEP] = max(room - asked[Column.ORGANISATION], self._heading_width(Column.NEXT_STEP))
        for each, width in asked.items():
            header.resizeSection(each, width)

    def _needed(self, column: Column) -> int:
        words = () if column is Column.NEXT_STEP else self._model.widest(column)
        return max(self._heading_width(column), self._wide(*words, strong=column is Column.CODE))

    def _heading_width(self, column: Column) -> int:
        return self._wide(str(self._model.headerData(column, Qt.Orientation.Horizontal)), role=Role.CAPTION)

    def _wide(self, *words: str, role: Role = Role.BODY, strong: bool = False) -> int:
        metrics = QFontMetrics(self.theme.font(role, strong=strong))
        return max((metrics.horizontalAdvance(each) for each in words), default=0) + _SIDES[role]

    def _on_words_return_pressed(self) -> None:
        self._pause.stop()
        self._read()
        self._table.setFocus()

    def _on_filter_changed(self) -> None:
        organisation, phase = self._organisation.currentData(), self._phase.currentData()
        self._filter = CaseFilter(
            status=CaseStatus(str(self._status.value)),
            organisation=OrganisationId(organisation) if organisation is not None else None,
            phase=Phase(phase) if phase is not None else None,
        )
        self._read()

    def _on_table_activated(self, index: QModelIndex) -> None:
        chosen = self._model.row_at(index)
        if chosen is not None:
            self._open_case(chosen.id)

    def _on_table_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        chosen = self._model.row_at(index)
        if chosen is not None and self._has_room():
            case = chosen.id
            self.context.operations.run(
                lambda journal: journal.cases.view(case), done=self._show_preview, failed=self._tell, interruptible=True
            )

    def _show_preview(self, view: CaseView) -> None:
        chosen = self._model.row_at(self._table.currentIndex())
        if chosen is not None and chosen.id == view.case.id:
            self._preview.show_case(view)
            self._preview.setVisible(self._has_room())

    def _has_room(self) -> bool:
        return self.width() >= self.theme.px(_ROOM_FOR_PREVIEW)

    def _open_case(self, case: CaseId) -> None:
        self.context.navigate(Place(Page.CASE, case))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_room():
            self._preview.hide()


class _Table(QTableView):
    """Says when there is more or less room for its columns."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
