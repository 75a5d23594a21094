"""The points in something that would leave: those still open, one of them unfolded, and below those that may stay."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.recognising.points_left import LeftList
from ui.recognising.points_row import PointRow, Ways
from ui.recognising.points_words import count_words
from ui.theme import Role
from ui.widgets.labels import Caption, Words
from ui.widgets.layouts import column, hold_still
from vpjournal.domain.gate import Looked, Point, Same, same_words
from vpjournal.domain.identifying import SMALL_ORGANISATION
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.language import Texts

MOST = 60
"""Points that are shown at a time; when one is decided the next comes in."""
HELPS = mark(
    "Deze hulp leest mee en ziet veel, maar niet alles. U kent de mensen; kijk zelf of iemand herkend kan worden."
)


class PointsList(QWidget):
    """Shows what was seen, and says what the adviser decides of each."""

    replaced = Signal(object, str)
    """Put this in the place of the words of this ``Same``."""
    everywhere = Signal(object, str)
    left = Signal(object, object, str)
    """Leave this ``Same``, for this ``Reason``, in these words."""
    taken_back = Signal(object)
    """Let what this ``Accepted`` says be open again."""
    not_a_name = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts, ways: Ways | None = None) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._ways = ways or Ways()
        self._open: dict[str, PointRow] = {}
        self._among: Sequence[str] = ()
        self._told = ""
        self._count = Words(theme=theme, role=Role.GROUP)
        self._count.setObjectName("pointsCount")
        self._small = Caption(texts(SMALL_ORGANISATION), theme=theme)
        self._small.hide()
        self._column = column(spacing=8)
        self._left = LeftList(theme=theme, texts=texts, reasons=self._ways.reasons)
        self._left.taken_back.connect(self.taken_back)
        self._left.hide()
        helps = Caption(texts(HELPS), theme=theme)
        self.setLayout(column(self._count, self._small, self._column, self._left, helps, spacing=10))
        self.show_waiting()

    @property
    def rows(self) -> tuple[PointRow, ...]:
        """The points that are open, in order."""
        return tuple(self._open.values())

    def show_waiting(self) -> None:
        """Say that the text is being looked at."""
        self._count.setText(self._t("De tekst wordt nagekeken."))

    def show_empty(self) -> None:
        """Say what will stand here: there is no text yet."""
        self.show_points((), among=())
        self._count.setText(self._t("Hier komt te staan waaraan iemand te herkennen is."))

    def show_looked(self, looked: Looked) -> None:
        """Show what was seen at a gate."""
        among = [leaving.text for leaving in looked.gate.texts]
        self.show_points(looked.points, among=among, small=looked.gate.small)

    def show_points(self, points: Sequence[Point], *, among: Sequence[str], small: bool = False) -> None:
        """Show points; a row that stays keeps what was typed in it, and the keyboard.

        ``among`` are all texts that were looked at; ``small`` says that every role is one person there.
        """
        hold_still(self)
        self._among = among
        had_focus, before = self.has_keyboard(), self._open_key()
        found = {each.key: each for each in same_words(point for point in points if point.accepted is None)}
        groups = dict(islice(found.items(), MOST))
        for key in [each for each in self._open if each not in groups]:
            row = self._open.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._open = {key: self._row_of(same) for key, same in groups.items()}
        for place, row in enumerate(self._open.values()):
            self._column.insertWidget(place, row)
        self._tell(count_words(self._t, len(found)))
        self._small.setVisible(small and bool(groups))
        self._left.show_left(same_words(point for point in points if point.accepted is not None))
        self._open_one(before if before in self._open else next(iter(self._open), None))
        if had_focus and not self.has_keyboard():
            self.focus_first()

    def _tell(self, words: str) -> None:
        """Say how many points are open, to a screen reader too when that is another number than before."""
        self._count.setText(words)
        if words != self._told:
            self._told = words
            if self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def focus_first(self) -> None:
        """Give the keyboard to the point that is unfolded."""
        row = next((row for row in self._open.values() if row.is_open), None)
        if row is not None:
            row.setFocus()

    def forget(self) -> None:
        """Let go of what was shown."""
        for row in self._open.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._open = {}
        self._left.show_left(())
        self.show_waiting()

    def _row_of(self, same: Same) -> PointRow:
        there = self._open.get(same.key)
        if there is not None:
            there.show_same(same, self._among)
            return there
        row = PointRow(same, theme=self._theme, texts=self._t, ways=self._ways)
        row.show_same(same, self._among)
        row.opened.connect(lambda: self._open_one(row.same.key))
        row.replaced.connect(lambda words: self.replaced.emit(row.same, words))
        row.everywhere.connect(lambda words: self.everywhere.emit(row.same, words))
        row.left.connect(lambda reason, words: self.left.emit(row.same, reason, words))
        row.not_a_name.connect(lambda: self.not_a_name.emit(row.same))
        return row

    def _open_key(self) -> str | None:
        return next((key for key, row in self._open.items() if row.is_open), None)

    def _open_one(self, key: str | None) -> None:
        for each, row in self._open.items():
            row.set_open(is_open=each == key)

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is somewhere in here."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)
