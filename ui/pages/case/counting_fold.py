"""*Voor de telling*: a few codes for the yearly report, folded away below what a part is about, never in the way.

Everything chosen is kept at once. What follows from other records is shown as chosen already, and asked nowhere.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.case import counting_words
from ui.pages.case.counting_whole import CountingWhole
from ui.widgets.buttons import ADD, button, set_button_icon
from ui.widgets.chip_set import ChipSet
from ui.widgets.field import Field
from ui.widgets.labels import Caption
from ui.widgets.layouts import clear, column, flow, hold_still, holder, rule
from ui.widgets.tab_order import order_tab_stops
from vpjournal.domain.case_counting import DIMENSION_NAMES, SEVERAL, CaseCounting
from vpjournal.domain.changes import Area
from vpjournal.errors import CodeUnknown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.pages.case.part import PartContext
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.counting import Dimension
    from vpjournal.domain.ids import CaseId
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class CountingFold(QWidget):
    """Asks some of the questions of the count. ``whole``: also what follows, and what holds for the case as a whole."""

    unfolded = Signal()
    """There is something to see that was not there before."""

    def __init__(
        self,
        context: PartContext,
        dimensions: Sequence[Dimension],
        *,
        failed: Callable[[JournalError], None],
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._context = context
        self._t, self._theme = context.page.texts, context.page.theme
        self._dimensions = tuple(dimensions)
        self._failed = failed
        self._has_whole = whole
        self._whole: CountingWhole | None = None
        self._questions: dict[Dimension, tuple[Field, ChipSet]] = {}
        self._shown: CaseCounting | None = None
        self._build_ui()

    def _build_ui(self) -> None:
        self._toggle = button(
            self._t("Voor de telling"),
            theme=self._theme,
            kind=ADD,
            icon_name="chevron-down",
            on_click=lambda: self._set_folded(folded=not self._folded),
        )
        self._toggle.setObjectName("countingToggle")
        self._line = Caption(theme=self._theme)
        self._line.setObjectName("countingLine")
        self._column = column(spacing=16)
        self._inside = holder(self._column)
        self._inside.hide()
        self.setLayout(column(rule(), 4, flow(self._toggle), self._line, self._inside, spacing=6))

    @property
    def _folded(self) -> bool:
        return self._inside.isHidden()

    def forget(self) -> None:
        """Fold away, and know nothing of any case."""
        self._shown = None
        self._set_folded(folded=True)
        self._questions, self._whole = {}, None
        clear(self._column)
        self._line.setText("")

    def read(self) -> None:
        """Read what counts of the case in hand."""
        self._context.page.operations.run(
            lambda journal: journal.counting.read(self._context.case), done=self._show, failed=self._failed
        )

    def on_changes(self, changes: Changes) -> None:
        """Read again what others changed."""
        if self._shown is not None and changes.touches(Area.COUNTING, Area.CASES, Area.CONTACTS):
            self.read()

    def _set_folded(self, *, folded: bool) -> None:
        hold_still(self)
        self._inside.setHidden(folded)
        self._line.setVisible(folded)
        set_button_icon(self._toggle, "chevron-down" if folded else "chevron-up", theme=self._theme)
        if not folded and self._shown is not None:
            self._show(self._shown)
            self.unfolded.emit()

    def _show(self, counting: CaseCounting) -> None:
        self._shown = counting
        self._line.setText(counting_words.summary(self._t, counting, self._dimensions))
        if self._folded:
            return
        if not self._questions:
            self._build_questions()
        for dimension, (field, chips) in self._questions.items():
            choices = counting_words.choices(self._t, counting, dimension)
            chips.show_choices(choices, counting.answers(dimension))
            field.setVisible(bool(choices) and counting_words.is_asked(counting, dimension))
            follows = dimension not in counting.chosen and dimension in counting.said
            field.set_helper(self._t("Volgt uit wat u al vastlegde.") if follows else "")
        if self._whole is not None:
            self._whole.show_counting(counting)
        order_tab_stops(self)

    def _build_questions(self) -> None:
        for dimension in self._dimensions:
            chips = ChipSet(theme=self._theme, several=dimension in SEVERAL)
            chips.setObjectName(f"count_{dimension}")
            chips.changed.connect(partial(self._on_chips_changed, dimension, chips))
            field = Field(self._t(DIMENSION_NAMES[dimension]), chips, theme=self._theme)
            self._questions[dimension] = field, chips
            self._column.addWidget(field)
        if self._has_whole:
            self._whole = CountingWhole(theme=self._theme, texts=self._t)
            self._whole.wanted.connect(self._on_whole_wanted)
            self._column.addWidget(self._whole)

    def _on_chips_changed(self, dimension: Dimension, chips: ChipSet) -> None:
        keys = chips.chosen
        self._run(lambda journal: journal.counting.choose(self._context.case, dimension, keys))

    def _on_whole_wanted(self, work: Callable[[Journal, CaseId], Changes]) -> None:
        self._run(lambda journal: work(journal, self._context.case))

    def _run(self, work: Callable[[Journal], Changes]) -> None:
        self._context.page.operations.run(work, done=lambda _: self.read(), failed=self._on_failed, initiator=self)

    def _on_failed(self, error: JournalError) -> None:
        if isinstance(error, CodeUnknown) and self._whole is not None:
            self._whole.say_unknown_code()
            return
        self._failed(error)
        self.read()
