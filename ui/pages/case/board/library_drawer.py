"""The drawer *Geheugensteun*: lines for the current option, and the other options. It never opens by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.case.board.library_lines import LibraryLines
from ui.pages.case.board.library_list import LibraryList
from ui.widgets.drawer import Drawer
from ui.widgets.labels import Caption
from ui.widgets.wrapping_link import WrappingLink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.pages.case.board.option_state import OptionState
    from ui.theme import Theme
    from vpjournal.domain.case import Track
    from vpjournal.domain.language import Texts
    from vpjournal.domain.organisation import OrganisationDraft


class LibraryDrawer(Drawer):
    """Shows the lines of the current option, or the list of the others."""

    line_toggled = Signal(object, object, bool)
    add_asked = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts("Geheugensteun"), theme=theme, texts=texts, parent=parent)
        self._theme, self._t = theme, texts
        self._current: OptionState | None = None
        self._listing = False
        self._track: Track | None = None
        self._fill_body()

    def _fill_body(self) -> None:
        self.lines = LibraryLines(theme=self._theme, texts=self._t)
        self.lines.line_toggled.connect(self.line_toggled)
        self.list = LibraryList(theme=self._theme, texts=self._t)
        self.list.add_asked.connect(self.add_asked)
        self.list.track_changed.connect(self._show)
        self._lead = Caption(
            self._t("De mogelijkheden van de melder gaan voor. Dit is alleen om op ideeën te komen."), theme=self._theme
        )
        self._others = WrappingLink("", theme=self._theme)
        self._others.setObjectName("otherOptionsLink")
        self._others.clicked.connect(lambda: self._set_listing(listing=True))
        self._back = WrappingLink(self._t("Terug naar voordelen en nadelen"), theme=self._theme)
        self._back.setObjectName("backToLinesLink")
        self._back.clicked.connect(lambda: self._set_listing(listing=False))
        for part in (self.lines, self._others, self._back, self._lead, self.list):
            self.body.addWidget(part)

    def forget(self) -> None:
        """Close, and know of no board."""
        self.hide()
        self._current, self._listing, self._track = None, False, None
        self.lines.forget()
        self.list.set_board(frozenset(), None)

    def set_track(self, track: Track) -> None:
        """Begin with the world of the case."""
        self._track = track
        self._show()

    def set_board(self, states: Sequence[OptionState], organisation: OrganisationDraft | None) -> None:
        """Know what is on the board."""
        self.list.set_board({state.draft.library for state in states if state.draft.library}, organisation)
        self._show()

    def set_current(self, state: OptionState | None) -> None:
        """Show the lines that belong to this option."""
        if state is not self._current and state is not None:
            self._listing = False
        self._current = state
        self._show()

    def _set_listing(self, *, listing: bool) -> None:
        self._listing = listing
        self._show()
        (self._back if listing else self._others).setFocus()

    def _show(self) -> None:
        if self.isHidden():
            return
        listing = self._listing or self._current is None
        if self._track is not None:
            track, self._track = self._track, None
            self.list.set_track(track)
        if self._current is not None:
            self.lines.show_option(self._current, track=self.list.track)
        self.lines.setVisible(not listing)
        self._others.setVisible(not listing)
        words = self._t("Andere mogelijkheden ({n})", n=len(self.list.left()))
        self._others.set_words(words)
        self._back.setVisible(listing and self._current is not None)
        self._lead.setVisible(listing)
        self.list.setVisible(listing)
