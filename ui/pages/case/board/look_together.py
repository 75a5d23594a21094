"""*Samen kijken*: only the board, in large type, to look at with the reporter; nothing on it tells whose case it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.pages.case.board.board_grid import BoardGrid
from ui.pages.case.board.option_state import OptionState
from ui.pages.case.share_button import share_button
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.labels import Heading
from ui.widgets.layouts import column, row
from vpjournal.domain.spoken import to_reporter

if TYPE_CHECKING:
    from ui.platform.capture import Shield
    from vpjournal.domain.language import Texts

_LARGER = 1.3


class LookTogether(QFrame):
    """Read only: no ring, no invitations. Escape ends it."""

    ended = Signal()

    def __init__(
        self, *, theme: Theme, texts: Texts, shield: Shield | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "ground")
        self._language = texts.language
        large = Theme(theme.mode, min(2.0, theme.text_scale * _LARGER))
        self.setStyleSheet(large.style_sheet())
        title = Heading(texts("Mogelijkheden"), theme=large, role=Role.PAGE)
        done = button(texts("Klaar met samen kijken"), theme=large, on_click=self.ended.emit)
        done.setObjectName("endLookingButton")
        share = share_button(shield, theme=large, texts=texts)
        top = row(title, *([] if share is None else [share]), done)
        top.setStretch(0, 1)
        self._grid = BoardGrid(theme=large, texts=texts, editable=False)
        whole = column(top, self._grid, spacing=24, margins=(44, 32, 44, 24))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_options(self, states: Sequence[OptionState]) -> None:
        """Show the board as it is now, from its first option, and as it is said to the one who reads along."""
        said = [OptionState(draft=to_reporter(each.draft, self._language), title=each.title) for each in states]
        self._grid.set_states(said, current=None)

    def begin(self) -> None:
        """Take the keyboard, once this is in front."""
        self._grid.focus_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)
