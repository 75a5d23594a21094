"""Any number out of a few: rows to tick, wrapped where the words are long, each with a second line if wanted."""

from collections.abc import Collection, Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import clear, column


class TickRow(QWidget):
    """A tick box whose words wrap; clicking on the words ticks it too."""

    toggled = Signal(bool)

    def __init__(
        self,
        words: str,
        *,
        theme: Theme,
        ticked: bool = False,
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail: Caption | None = None
        self.box = QCheckBox()
        self.box.setFixedSize(theme.px(18) + 4, theme.px(24))
        self.words = Body(theme=theme)
        self._lines = lines = column(self.words, spacing=0)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 3, 0, 3)
        across.setSpacing(10)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(lines, 1)
        self.setFocusProxy(self.box)
        # Only now: a widget without a parent that is shown is a window of its own for a moment.
        self.show_row(words, ticked=ticked, detail=detail)
        self.box.toggled.connect(self.toggled)

    def show_row(self, words: str, *, ticked: bool, detail: str = "") -> None:
        """Show other words; says nothing to others."""
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(detail)
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's signature.
        self.box.setChecked(ticked)
        self.box.blockSignals(False)  # noqa: FBT003 - Qt's signature.
        self.words.setText(words)
        if detail and self._detail is None:
            self._detail = Caption(theme=self._theme)
            self._lines.addWidget(self._detail)
        if self._detail is not None:
            self._detail.setText(detail)
            self._detail.setVisible(bool(detail))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.toggle()
        super().mouseReleaseEvent(event)


class TickList(QWidget):
    """Rows to tick; ``changed`` says that the adviser ticked or unticked one."""

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[Hashable, str]] = (),
        *,
        theme: Theme,
        name: str = "",
        ticked: Collection[Hashable] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[Hashable, TickRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setAccessibleName(name)
        self.set_choices(choices, ticked=ticked)

    @property
    def ticked(self) -> tuple[Hashable, ...]:
        """The values that are ticked, in the order of the rows."""
        return tuple(value for value, each in self._rows.items() if each.box.isChecked())

    def set_choices(self, choices: Sequence[tuple[Hashable, str]], *, ticked: Collection[Hashable] = ()) -> None:
        """Show other rows; says nothing to others."""
        clear(self._column)
        self._rows = {}
        for value, words in choices:
            made = TickRow(words, theme=self._theme, ticked=value in ticked)
            made.toggled.connect(self.changed)
            self._rows[value] = made
            self._column.addWidget(made)

    def set_ticked(self, ticked: Collection[Hashable]) -> None:
        """Tick exactly these; says nothing to others."""
        for value, made in self._rows.items():
            made.box.blockSignals(True)  # noqa: FBT003 - Qt's signature.
            made.box.setChecked(value in ticked)
            made.box.blockSignals(False)  # noqa: FBT003 - Qt's signature.

    def row(self, value: Hashable) -> TickRow:
        """Return the row of a value."""
        return self._rows[value]
