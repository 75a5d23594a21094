"""Fields for groups of a recovery code, numbered and laid out as on the sheet, that say which group has a slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.theme import Role
from ui.widgets.labels import Caption, restyle
from ui.widgets.layouts import column, holder

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_LENGTH = 5
_LIMIT = 120


class CodeGroups(QWidget):
    """Takes the groups at ``places`` (counted from 1). A whole code that is pasted spreads over the fields."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, places: Sequence[int], *, theme: Theme, texts: Texts, across: int = 4) -> None:
        super().__init__()
        self._places = tuple(places)
        self._edits = {place: self._edit(place, theme=theme, texts=texts) for place in self._places}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for index, (place, edit) in enumerate(self._edits.items()):
            label = Caption(str(place), theme=theme)
            grid.addWidget(holder(column(label, edit, spacing=2)), index // across, index % across)
        grid.setColumnStretch(across, 1)
        self.setFocusProxy(self._edits[self._places[0]])

    def typed(self, place: int) -> str:
        """Return what was typed for a group, in capitals."""
        return self._edits[place].text().strip().upper()

    def typed_all(self) -> str:
        """Return all groups behind each other."""
        return " ".join(self.typed(place) for place in self._places)

    def clear(self) -> None:
        """Take away what was typed."""
        for edit in self._edits.values():
            edit.setText("")

    def edit(self, place: int) -> QLineEdit:
        """Return the field of a group."""
        return self._edits[place]

    def set_fault(self, places: Sequence[int]) -> None:
        """Mark these groups, and put the cursor in the first; none marked when empty."""
        for place, edit in self._edits.items():
            edit.setProperty("fault", place in places)
            restyle(edit)
        if places:
            self._edits[places[0]].setFocus()
            self._edits[places[0]].selectAll()

    def _edit(self, place: int, *, theme: Theme, texts: Texts) -> QLineEdit:
        edit = QLineEdit()
        edit.setFont(theme.font(Role.GROUP, tabular=True))
        edit.setMaxLength(_LIMIT)
        edit.setAccessibleName(texts("Groep {n}", n=place))
        edit.setFixedWidth(edit.fontMetrics().horizontalAdvance("WWWWW") + 40)
        edit.textEdited.connect(lambda text: self._on_edited(place, text))
        edit.returnPressed.connect(self.submitted)
        return edit

    def _on_edited(self, place: int, text: str) -> None:
        packed = "".join(text.split()).replace("-", "")
        rest = self._places[self._places.index(place) :]
        if len(packed) > _LENGTH and len(rest) > 1:
            for number, each in enumerate(rest):
                self._edits[each].setText(packed[number * _LENGTH : (number + 1) * _LENGTH])
            self._edits[rest[min(len(packed) // _LENGTH, len(rest) - 1)]].setFocus()
        elif len(packed) == _LENGTH and len(rest) > 1 and self._edits[place].cursorPosition() == len(text):
            self._edits[rest[1]].setFocus()
        edit = self._edits[place]
        if edit.property("fault"):
            edit.setProperty("fault", False)  # noqa: FBT003 - a Qt property has no keyword
            restyle(edit)
        self.edited.emit()
