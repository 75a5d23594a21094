"""*Wat de deur uit ging*: every paper that left, newest first, with what is still open about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from ui.models.register_model import Column, RegisterModel
from ui.navigation import Page, Place
from ui.pages.leaving.entry_bar import EntryBar
from ui.pages.leaving.entry_words import is_open, name_of, open_question, recipient_of, way_of
from ui.pages.reading_page import ReadingPage
from ui.theme import Role
from ui.widgets.buttons import LINK, button, set_button_text
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import clear, column, flow, holder
from ui.widgets.roomy_page import RoomyPage
from vpjournal.domain.changes import Area
from vpjournal.domain.ids import CaseId

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.domain.changes import Changes
    from vpjournal.domain.register import HandedOut
    from vpjournal.journal.facade import Journal

_LOOKED_AT = 60
"""Rows whose words decide how wide a column is: measuring thousands would be felt."""
_SIDES = {Role.BODY: 33, Role.CAPTION: 25}


class RegisterPage(ReadingPage):
    """All of it, or what left of one case; the entry in front stands below the list, with its question."""

    page = Page.REGISTER
    areas = (Area.REGISTER, Area.CASES)

    def _build_ui(self) -> None:
        self._case: CaseId | None = None
        self._found: tuple[HandedOut, ...] = ()
        self._stack = QStackedWidget()
        self._table = self._make_table()
        self._empty = QWidget()
        self._empty_column = column()
        self._empty.setLayout(self._empty_column)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._bar = EntryBar(theme=self.theme, texts=self.t)
        self._bar.setObjectName("entryBar")
        self._bar.answered.connect(self._on_bar_answered)
        self._bar.case_requested.connect(lambda case: self.context.navigate(Place(Page.CASE, case)))
        body = column(self._stack, self._bar, spacing=12)
        body.setStretch(0, 1)
        room = RoomyPage(self._head(), main=holder(body), theme=self.theme, spacing=16, margins=(24, 20, 24, 16))
        self.setLayout(column(room))
        self.setFocusProxy(self._table)

    def _head(self) -> QWidget:
        self._back = button("", theme=self.theme, kind=LINK, on_click=self._on_back)
        self._back.setObjectName("registerBackLink")
        check = button(
            self.t("Controleer een stuk"),
            theme=self.theme,
            kind=LINK,
            on_click=lambda: self.context.navigate(Place(Page.CHECK_PAPER)),
        )
        check.setObjectName("checkPaperLink")
        self._all = button(
            self.t("Alles van alle casussen"),
            theme=self.theme,
            kind=LINK,
            on_click=lambda: self.context.navigate(Place(Page.REGISTER)),
        )
        self._all.setObjectName("wholeRegisterLink")
        self._heading = Heading(theme=self.theme)
        self._filter = ChoiceRow(
            [(False, self.t("alles")), (True, self.t("nog open"))],
            theme=self.theme,
            name=self.t("Wat u ziet"),
            value=False,
            small=True,
        )
        self._filter.setObjectName("openChoice")
        self._filter.changed.connect(self._show_rows)
        self._count = Caption(theme=self.theme)
        self._count.setObjectName("registerCount")
        links = holder(flow(self._back, self._all, check, spacing=24))
        return holder(column(links, self._heading, holder(flow(self._filter, self._count)), spacing=10))

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("registerTable")
        table.setAccessibleName(self.t("Wat de deur uit ging"))
        words = {
            Column.PAPER: name_of,
            Column.FOR_WHOM: recipient_of,
            Column.WAY: way_of,
            Column.OPEN: open_question,
        }
        self._model = RegisterModel(theme=self.theme, texts=self.t, words=words, parent=self)
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.theme.control_height())
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.selectionModel().currentRowChanged.connect(self._on_table_current_changed)
        return table

    def open(self, place: Place) -> None:
        """Show all of it, or what left of the case that the place names."""
        self._case = None if place.record is None else CaseId(place.record)
        self._all.setVisible(self._case is not None)
        set_button_text(self._back, self.t("Naar de casus") if self._case else self.t("Naar de instellingen"))
        self._heading.setText(
            self.t("Wat van deze casus de deur uit ging") if self._case else self.t("Wat de deur uit ging")
        )
        self._read()

    def place(self) -> Place:
        """Say whether it is of one case."""
        return Place(self.page, self._case)

    def _read(self) -> None:
        case = self._case

        def work(journal: Journal) -> tuple[HandedOut, ...]:
            return journal.register.list() if case is None else journal.register.of_case(case)

        self.context.operations.run(work, done=self._show, failed=self._tell, interruptible=True)

    def _show(self, found: tuple[HandedOut, ...]) -> None:
        self._found = found
        self._show_rows()

    def _show_rows(self) -> None:
        chosen = self._model.row_at(self._table.currentIndex())
        rows = tuple(filter(is_open, self._found)) if self._filter.value else self._found
        self._model.set_rows(rows)
        self._fit_columns()
        self._count.setText(self._count_words())
        self._stack.setCurrentWidget(self._table if rows else self._empty)
        if rows:
            self._table.selectRow(self._model.row_of(chosen.id if chosen is not None else None))
        else:
            self._bar.hide()
            self._show_empty()

    def _count_words(self) -> str:
        waiting = sum(map(is_open, self._found))
        return self.t.plural("{n} nog open", "{n} nog open", waiting) if waiting else ""

    def _show_empty(self) -> None:
        words = self.t("Er staat niets meer open.") if self._found else self.t("Er ging nog niets de deur uit.")
        clear(self._empty_column)
        self._empty_column.addWidget(EmptyCard(words, theme=self.theme))
        self._empty_column.addStretch(1)

    def _fit_columns(self) -> None:
        header = self._table.horizontalHeader()
        for each in Column:
            if each is not Column.OPEN:
                header.resizeSection(each, self._needed(each))

    def _needed(self, each: Column) -> int:
        rows = range(min(self._model.rowCount(), _LOOKED_AT))
        strong = QFontMetrics(self.theme.font(strong=True))
        heading = QFontMetrics(self.theme.font(Role.CAPTION)).horizontalAdvance(
            str(self._model.headerData(each, Qt.Orientation.Horizontal))
        )
        words = (strong.horizontalAdvance(str(self._model.index(row, each).data())) for row in rows)
        return max(heading + _SIDES[Role.CAPTION], *(width + _SIDES[Role.BODY] for width in words), 0)

    def _on_table_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        entry = self._model.row_at(index)
        if entry is not None:
            self._bar.show_entry(entry)

    def _on_bar_answered(self, work: Callable[[Journal], Changes]) -> None:
        self.context.operations.run(work, failed=self._tell)

    def _on_back(self) -> None:
        place = Place(Page.SETTINGS) if self._case is None else Place(Page.CASE, self._case)
        self.context.navigate(place)
