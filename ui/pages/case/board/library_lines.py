"""The lines of a library option as memory aids for the current column: off until the reporter recognises them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.pages.case.board.slots import KINDS, ROW_NAMES
from ui.theme import Role
from ui.widgets.field import Field
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import clear, column
from ui.widgets.tick_list import TickRow
from vpjournal.domain.guide import sentence
from vpjournal.domain.guide_options import LibraryOption, LibraryText, library_of, option_by_id

if TYPE_CHECKING:
    from ui.pages.case.board.option_state import OptionState
    from ui.theme import Theme
    from vpjournal.domain.board import LineKind
    from vpjournal.domain.case import Track
    from vpjournal.domain.language import Texts


class LibraryLines(QWidget):
    """Ticks under *Voordelen*, *Nadelen* and *Gevolgen*; an own option may borrow those of a library option."""

    line_toggled = Signal(object, object, bool)
    """``(LineKind, LibraryText, on)``"""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._borrowed: dict[int, str] = {}
        self._state: OptionState | None = None
        self._shown: tuple[int, str] | None = None
        self._rows: dict[str, TickRow] = {}
        self._build_ui()

    def _build_ui(self) -> None:
        self._about = Caption(theme=self._theme)
        self._source = QComboBox()
        self._source.setObjectName("linesOfCombo")
        self._source.setProperty("small", True)  # noqa: FBT003 - a Qt property has no keyword
        self._source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._source.setMinimumContentsLength(10)
        self._source.activated.connect(self._on_source_activated)
        self._choose = Field(self._t("Bij welke mogelijkheid?"), self._source, theme=self._theme)
        self._lines = column(spacing=4)
        self.setLayout(column(self._about, self._choose, self._lines))

    def show_option(self, state: OptionState, *, track: Track) -> None:
        """Show the lines that belong to a column, ticked as far as they stand in it."""
        self._state = state
        own = not state.draft.library
        self._choose.setVisible(own)
        if own:
            self._fill_sources(state, track)
        source = self._source_of(state)
        shown = (state.key, source.id if source is not None else "")
        if shown != self._shown:
            self._shown = shown
            self._fill(source)
        self._tick(state)

    def forget(self) -> None:
        """Know of no column, and of no lines that one borrowed."""
        self._state, self._shown = None, None
        self._borrowed.clear()
        self._fill(None)

    def row(self, library: str) -> TickRow:
        """Return the row of a library line."""
        return self._rows[library]

    def _source_of(self, state: OptionState) -> LibraryOption | None:
        return option_by_id(self._t.language, state.draft.library or self._borrowed.get(state.key, ""))

    def _fill_sources(self, state: OptionState, track: Track) -> None:
        self._source.clear()
        self._source.addItem(self._t("kies een mogelijkheid"), "")
        for option in library_of(self._t.language, track):
            self._source.addItem(option.title.text, option.id)
        at = self._source.findData(self._borrowed.get(state.key, ""))
        self._source.setCurrentIndex(max(at, 0))

    def _fill(self, source: LibraryOption | None) -> None:
        clear(self._lines)
        self._rows = {}
        lead = sentence(self._t.language, "library_lead")
        if source is None:
            self._about.setText(lead)
            return
        self._about.setText(self._t("Bij: {title}.", title=_as_end(source.title.text)) + " " + lead)
        for row, kind in KINDS.items():
            self._lines.addSpacing(8)
            self._lines.addWidget(Heading(self._t(ROW_NAMES[row]), theme=self._theme, role=Role.GROUP))
            for line in source.lines(kind):
                self._lines.addWidget(self._line(kind, line))

    def _line(self, kind: LineKind, line: LibraryText) -> TickRow:
        detail = sentence(self._t.language, "law_note") if line.law else ""
        row = TickRow(line.text, theme=self._theme, detail=detail)
        row.box.setObjectName(f"libraryLine_{line.id}")
        row.toggled.connect(lambda on: self.line_toggled.emit(kind, line, on))
        self._rows[line.id] = row
        return row

    def _tick(self, state: OptionState) -> None:
        on = {line.content.library for line in state.draft.lines}
        for library, row in self._rows.items():
            row.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            row.box.setChecked(library in on)
            row.box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _on_source_activated(self, _index: int) -> None:
        if self._state is not None:
            self._borrowed[self._state.key] = self._source.currentData()
            source = self._source_of(self._state)
            self._shown = (self._state.key, source.id if source is not None else "")
            self._fill(source)
            self._tick(self._state)


def _as_end(title: str) -> str:
    """Return a title as the end of a sentence, with one full stop in all."""
    return title[:1].lower() + title[1:].rstrip(".")
