"""Which parts of the case go into the summary: the adviser ticks them, nothing is chosen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.case.summary.side_panel import SidePanel
from ui.theme import Role
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import clear, column
from ui.widgets.tick_list import TickRow
from vpjournal.domain.case import PHASE_NAMES, Phase
from vpjournal.domain.days import today
from vpjournal.domain.language import mark
from vpjournal.domain.summary import Piece, PieceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_KINDS: dict[PieceKind, str] = {
    PieceKind.ABOUT: mark("Waar het over gaat"),
    PieceKind.NOTE: mark("Aantekening"),
    PieceKind.GOALS: mark("Doel van de melder"),
    PieceKind.OPTIONS: mark("Mogelijkheden die u samen bekeek"),
    PieceKind.CHOICE: mark("Keuze"),
    PieceKind.AGREEMENTS: mark("Afspraken"),
    PieceKind.FOLLOW_UP: mark("Vervolg en nazorg"),
    PieceKind.CLOSURE: mark("Afsluiting"),
}
_LONG = 1_500


class PiecesPanel(SidePanel):
    """Rows to tick, by phase."""

    chosen = Signal(object)
    """These ``Piece`` values are to be put into the text."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Uit de casus"), theme=theme, texts=texts)
        self._rows: list[tuple[Piece, TickRow]] = []
        self._list = column(spacing=12)
        self._nothing = Caption(
            texts("In deze casus staat nog niets om over te nemen. Schrijf zelf op het blad."), theme=theme
        )
        self._nothing.setObjectName("noPiecesWords")
        self._put = button(texts("Zet in de tekst"), theme=theme, kind=MAIN, small=True, on_click=self._on_put_clicked)
        self._put.setObjectName("putPiecesButton")
        self._how = Caption(theme=theme)
        self.page.add(
            Caption(texts("Kies wat de melder wil meenemen. U kunt daarna alles veranderen."), theme=theme),
            self._nothing,
            self._list,
        )
        self.set_foot(column(self._how, self._put, spacing=8))

    def show_pieces(self, pieces: Sequence[Piece], *, empty: bool) -> None:
        """Show what there is to choose, nothing ticked; ``empty`` tells that nothing is written yet."""
        clear(self._list)
        self._rows = []
        for phase in Phase:
            here = [each for each in pieces if each.phase is phase]
            if here:
                self._list.addWidget(self._group(phase, here))
        self._nothing.setVisible(not pieces)
        self._put.setVisible(bool(pieces))
        self._how.setVisible(bool(pieces))
        self._whether_empty = empty
        self._show_button()

    def focus_first(self) -> None:
        """Give the keyboard to the first row."""
        (self._rows[0][1] if self._rows else self.back).setFocus()

    def _group(self, phase: Phase, pieces: Sequence[Piece]) -> QWidget:
        made = QWidget()
        rows = column(Heading(self.t(PHASE_NAMES[phase]), theme=self.theme, role=Role.GROUP), spacing=2)
        for each in pieces:
            row = TickRow(self._words(each), theme=self.theme, detail=self._detail(each))
            row.box.setObjectName(f"piece_{each.kind}")
            row.toggled.connect(self._show_button)
            self._rows.append((each, row))
            rows.addWidget(row)
        made.setLayout(rows)
        return made

    def _words(self, piece: Piece) -> str:
        words = self.t(_KINDS[piece.kind])
        if piece.kind is PieceKind.NOTE and piece.day is not None and piece.day.day is not None:
            return self.t("Aantekening van {day}", day=piece.day.words(self.t, today=today()))
        return words

    def _detail(self, piece: Piece) -> str:
        if piece.kind is PieceKind.NOTE:
            long = piece.characters > _LONG
            return self.t("lang, in uw eigen woorden") if long else self.t("in uw eigen woorden")
        return ""

    def _ticked(self) -> tuple[Piece, ...]:
        return tuple(piece for piece, row in self._rows if row.box.isChecked())

    def _show_button(self) -> None:
        ticked = bool(self._ticked())
        self._put.setEnabled(ticked)
        if not ticked:
            words = self.t("Vink eerst iets aan.")
        elif self._whether_empty:
            words = self.t("Het blad is nog leeg.")
        else:
            words = self.t("Het komt onder wat er al staat. Met Ctrl+Z gaat het weer weg.")
        self._how.setText(words)
        self._put.setAccessibleDescription(words)

    def _on_put_clicked(self) -> None:
        self.chosen.emit(self._ticked())
