"""Where the parts of a case come to the front: the memory aid at the left, the part, the case's side at the right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.case.case_side import CaseSide
from ui.pages.case.part import CasePart
from ui.recognising.side import RecognisingSide
from ui.widgets.layouts import column
from ui.widgets.tabbed_side import TabbedSide

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class PartStage(QWidget):
    """Puts one part at a time between its aid and the side, beside the side alone, or, if it wants, by itself.

    With large text a part without an aid takes all the room too, and the side waits behind a tab of its own. There
    is one side for all parts, so that only one has to learn what changed.
    """

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self.side = CaseSide(theme=theme, texts=texts)
        self._parts = QStackedWidget()
        self._aids = QStackedWidget()
        self._t = texts
        self.reading = RecognisingSide(theme=theme, texts=texts)
        self.reading.count_changed.connect(self._on_reading_count_changed)
        self.reading.made.connect(self._on_reading_made)
        self.reading.back_wanted.connect(self._on_reading_back_wanted)
        self._panels = TabbedSide(
            theme=theme,
            left=(texts("Geheugensteun"), self._aids),
            middle=self._parts,
            right=(texts("Verloop"), self.side),
            more=(texts("Herkenbaarheid"), self.reading),
        )
        self.setLayout(column(self._panels))
        self._build_shortcuts()

    def _build_shortcuts(self) -> None:
        for keys, act in (
            ("F8", lambda: self._step(1)),
            ("Shift+F8", lambda: self._step(-1)),
            ("Ctrl+R", self.reading.replace_current),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def add(self, part: CasePart) -> None:
        """Take in a part, which waits until it is shown."""
        self._parts.addWidget(part)
        aid = part.aid()
        if aid is not None:
            self._aids.addWidget(aid)

    def remove(self, part: CasePart) -> None:
        """Throw a part away."""
        for stack, widget in ((self._parts, part), (self._aids, part.aid())):
            if widget is not None:
                stack.removeWidget(widget)
                widget.deleteLater()

    def show_part(self, part: CasePart) -> None:
        """Bring a part to the front."""
        aid = part.aid()
        if aid is not None:
            self._aids.setCurrentWidget(aid)
        self._parts.setCurrentWidget(part)
        beside = not part.fills and not self.keeps_aside(part)
        note_help = part.note_help()
        self.reading.follow(note_help)
        self._panels.show_panels(left=aid is not None, right=beside, more=note_help is not None)
        self._put_side_after(part, aid)

    def keeps_aside(self, part: CasePart) -> bool:
        """Tell whether there is room for the side only in the place of the part."""
        return self._theme.narrow and part.aid() is None and not part.fills

    def show_aside(self) -> None:
        """Show the side in the place of the part."""
        self._panels.show_right_alone()

    def room(self, part: CasePart) -> Iterator[tuple[QWidget, QWidget]]:
        """Name a part, and its aid, each with what gives it its room."""
        yield part, self._parts
        aid = part.aid()
        if aid is not None:
            yield aid, self._aids

    def _step(self, by: int) -> None:
        """Look at the next point, or the one before, with the list in sight."""
        note_help = self.reading.help
        if note_help is not None and not note_help.is_quiet:
            self._panels.bring_to_front(self.reading)
            self.reading.step(by)

    def _on_reading_count_changed(self, count: int) -> None:
        words = self._t("Herkenbaarheid ({n})", n=count) if count else self._t("Herkenbaarheid")
        self._panels.set_words(self.reading, words)

    def _on_reading_made(self) -> None:
        part = self._parts.currentWidget()
        self._put_side_after(part, part.aid() if isinstance(part, CasePart) else None)

    def _on_reading_back_wanted(self) -> None:
        if self.reading.help is not None:
            self.reading.help.marked.editor.setFocus()

    def _put_side_after(self, *before: QWidget | None) -> None:
        """Let Tab come to the side after the part and its aid, also when these were made later."""
        stops = [each for shown in before if shown is not None for each in _tab_stops(shown)]
        for last, following in pairwise([*stops[-1:], *_tab_stops(self.side), *_tab_stops(self.reading)]):
            QWidget.setTabOrder(last, following)


def _tab_stops(widget: QWidget) -> list[QWidget]:
    return [each for each in (widget, *widget.findChildren(QWidget)) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
