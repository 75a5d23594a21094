"""The rail at the left: search on top, the screens, and at the foot cover and lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton

from ui.icons import icon
from ui.navigation import RAIL, Page
from ui.widgets.labels import Caption
from ui.widgets.layouts import column, row
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_WIDTH = 208
_NAMES = {
    Page.TODAY: mark("Vandaag"),
    Page.CASES: mark("Casussen"),
    Page.ORGANISATIONS: mark("Organisaties"),
    Page.SETTINGS: mark("Instellingen"),
}
_ICONS = {
    Page.TODAY: "sun",
    Page.CASES: "notebook-pen",
    Page.ORGANISATIONS: "building-2",
    Page.SETTINGS: "settings",
}


class Rail(QFrame):
    """Says what the adviser chose; which row is lit is told to it."""

    chosen = Signal(object)
    find_requested = Signal()
    cover_requested = Signal()
    lock_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._group = QButtonGroup(self)
        self.setProperty("panel", "rail")
        self.setProperty("edge", "right")
        self._build_ui()

    def _build_ui(self) -> None:
        find = self._button(self._t("Zoek of doe …"), "search", kind="field")
        keys = Caption("Ctrl K", theme=self._theme)
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        find.setLayout(row(None, keys, margins=(0, 0, 8, 0)))
        find.setMinimumWidth(self._natural_width(find) + keys.sizeHint().width() + 8)
        find.clicked.connect(self.find_requested)
        self._rows = {page: self._row_for(page) for page in RAIL}
        cover = self._button(self._t("Scherm afdekken"), "eye-off")
        cover.clicked.connect(self.cover_requested)
        lock = self._button(self._t("Vergrendelen"), "lock")
        lock.clicked.connect(self.lock_requested)
        rows = column(*self._rows.values(), spacing=4)
        self.setLayout(column(find, 8, rows, None, cover, lock, spacing=4, margins=(12, 12, 12, 12)))
        self.setFixedWidth(max(_WIDTH, self.sizeHint().width(), find.minimumWidth() + 24))

    def light(self, page: Page) -> None:
        """Show which screen is in front."""
        self._rows[page].setChecked(True)

    @staticmethod
    def _natural_width(button: QToolButton) -> int:
        # A button with a layout of its own forgets the width of its words.
        return button.fontMetrics().horizontalAdvance(button.text()) + button.iconSize().width() + 24

    def _row_for(self, page: Page) -> QToolButton:
        made = self._button(self._t(_NAMES[page]), _ICONS[page])
        made.setCheckable(True)
        made.clicked.connect(lambda: self.chosen.emit(page))
        self._group.addButton(made)
        return made

    def _button(self, text: str, icon_name: str, *, kind: str = "rail") -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", kind)
        made.setText(text)
        made.setAccessibleName(text)
        tokens, side = self._theme.tokens, self._theme.px(20)
        made.setIcon(icon(icon_name, tokens.ink2, side, checked_colour=tokens.accent))
        made.setIconSize(QSize(side, side))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made
