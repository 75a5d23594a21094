"""The rail at the left: find or do on top, the places of the program, cover and lock at the foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.icons import icon, pixmap
from ui.theme import Theme
from ui.widgets.labels import Caption, Words
from ui.widgets.layouts import column, row
from vpjournal.domain.language import Texts

WIDTH = 208
_GAP = 8


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A place that the rail leads to; ``words`` are already in the adviser's language."""

    key: str
    words: str
    icon: str


class Rail(QFrame):
    """Shows where the adviser is, and leads elsewhere."""

    chosen = Signal(str)
    search_requested = Signal()
    cover_requested = Signal()
    lock_requested = Signal()

    def __init__(
        self, *, theme: Theme, texts: Texts, entries: Sequence[RailEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons = {entry.key: self._entry(entry) for entry in entries}
        self.search_button = SearchButton(theme=theme, texts=texts)
        self.cover_button = self._tool(texts("Scherm afdekken"), "eye-off", self.cover_requested.emit)
        self.lock_button = self._tool(texts("Vergrendelen"), "lock", self.lock_requested.emit)
        self.setProperty("panel", "rail")
        self.setProperty("edge", "right")
        self._build_ui()

    def _build_ui(self) -> None:
        self.search_button.clicked.connect(lambda _checked=False: self.search_requested.emit())
        inner = column(
            self.search_button,
            12,
            *self._buttons.values(),
            None,
            self.cover_button,
            self.lock_button,
            spacing=4,
            margins=(12, 12, 12, 12),
        )
        self.setLayout(inner)
        widest = max(made.sizeHint().width() for made in self.findChildren(QToolButton))
        self.setFixedWidth(max(WIDTH, widest + 25))

    def button(self, key: str) -> QToolButton:
        """Return the button of a place."""
        return self._buttons[key]

    def set_current(self, key: str) -> None:
        """Show where the adviser is, with ``""`` nowhere on the rail; says nothing to others."""
        self._group.setExclusive(False)
        for each, made in self._buttons.items():
            made.setChecked(each == key)
        self._group.setExclusive(True)

    def _entry(self, entry: RailEntry) -> QToolButton:
        made = self._tool(entry.words, entry.icon, lambda: self.chosen.emit(entry.key))
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def _tool(self, words: str, icon_name: str, on_click: Callable[[], object]) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "rail")
        made.setText(words)
        made.setAccessibleName(words)
        tokens, side = self._theme.tokens, self._theme.px(20)
        made.setIcon(icon(icon_name, tokens.ink2, side, checked_colour=tokens.accent, gap=_GAP))
        made.setIconSize(QSize(side + _GAP, side))
        made.setFixedHeight(self._theme.control_height())
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _checked=False: on_click())
        return made


class SearchButton(QPushButton):
    """Looks like the search field that it opens, and says which key opens it too."""

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setAccessibleName(texts("Zoek of doe…"))
        self.setAutoDefault(False)
        mark = QLabel()
        mark.setPixmap(pixmap("search", theme.tokens.ink2, theme.px(18), ratio=self.devicePixelRatioF()))
        words = Words(texts("Zoek of doe…"), theme=theme, tone="quiet")
        words.setWordWrap(False)
        inner = row(mark, words, Caption("Ctrl K", theme=theme), spacing=6, margins=(9, 0, 9, 0))
        inner.setStretch(1, 1)
        self.setLayout(inner)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
