"""The row above a summary: which of the summaries of this case is open, one more, and what is done with this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.case.summary.words import STATES, whom
from ui.widgets.buttons import ADD, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.layouts import clear, column, flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.ids import SummaryId
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import SummaryDraft, SummaryState


_LONGEST = 40


class SummarySwitcher(QWidget):
    """With a single summary only what can be done is there, and no choice."""

    chosen = Signal(object)
    """The adviser wants this ``SummaryId``."""
    pieces_wanted = Signal()
    whom_wanted = Signal()
    another_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._shown: tuple[tuple[SummaryId, str], ...] = ()
        self.chips = self._chips()
        self._above = column(spacing=0)
        self.setLayout(column(self._above, flow(*self._actions(), spacing=16), spacing=4))

    def show_summaries(
        self, summaries: Sequence[tuple[SummaryId, SummaryDraft, SummaryState]], *, current: SummaryId | None
    ) -> None:
        """Show for whom each of them is and how far."""
        shown = tuple(
            (number, f"{_short(whom(self._t, draft))} · {self._t(STATES[state])}") for number, draft, state in summaries
        )
        if shown != self._shown:
            self._shown = shown
            self._rebuild()
        self.chips.set_value(current)

    def _rebuild(self) -> None:
        had_focus = self.chips.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        clear(self._above)
        self.chips = self._chips()
        if len(self._shown) > 1:
            self._above.addWidget(self.chips)
            if had_focus:
                self.chips.setFocus()

    def _chips(self) -> ChoiceRow:
        chips = ChoiceRow(self._shown, theme=self._theme, name=self._t("Samenvattingen in deze casus"), small=True)
        chips.setObjectName("summaryChips")
        chips.changed.connect(lambda: self.chosen.emit(chips.value))
        return chips

    def _actions(self) -> list[QWidget]:
        made: list[QWidget] = []
        for words, sign, name, signal in (
            (self._t("Uit de casus"), "plus", "piecesButton", self.pieces_wanted),
            (self._t("Voor wie en waarvoor"), "users", "changeWhomButton", self.whom_wanted),
            (self._t("Nog een samenvatting"), "file-text", "anotherSummaryButton", self.another_wanted),
            (self._t("Weggooien"), "trash-2", "removeSummaryButton", self.remove_wanted),
        ):
            each = button(words, theme=self._theme, kind=ADD, icon_name=sign, on_click=signal.emit)
            each.setObjectName(name)
            made.append(each)
        return made


def _short(words: str) -> str:
    """Return words that begin a chip, no longer than a chip can be."""
    cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
    return cut[:1].upper() + cut[1:]
