"""Every button there is: at most one main button a screen, icons never without words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import icon
from ui.widgets.labels import Caption

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from ui.theme import Theme

MAIN = "main"
PLAIN = "plain"
DESTROY = "destroy"
LINK = "link"
QUIET = "quiet"
ADD = "add"

_GAP = 5
_ICON_TOKENS = {MAIN: "on_accent", DESTROY: "grave", LINK: "accent", ADD: "accent"}


def button(
    text: str,
    *,
    theme: Theme,
    kind: str = PLAIN,
    icon_name: str = "",
    small: bool = False,
    on_click: Callable[[], object] | None = None,
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a button of a kind: main, plain, destroy, link, quiet, or add (the small *+ nadeel*)."""
    made = _Button(theme=theme, parent=parent)
    set_button_text(made, text)
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    made.setAutoDefault(False)
    if icon_name:
        set_button_icon(made, icon_name, theme=theme)
    if kind in (LINK, ADD):
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if on_click is not None:
        # The signal hands over whether a toggle is on; an action wants no argument.
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def set_button_icon(target: QPushButton, name: str, *, theme: Theme) -> None:
    """Put an icon before the words of a button, in the colour of its kind."""
    colour = getattr(theme.tokens, _ICON_TOKENS.get(target.property("kind"), "ink"))
    target.setIcon(icon(name, colour, theme.px(18), gap=_GAP))
    target.setIconSize(QSize(theme.px(18) + _GAP, theme.px(18)))


def set_button_text(target: QPushButton, text: str) -> None:
    """Put words on a button, with ``&`` as itself and not as the mark of an access key."""
    target.setText(text.replace("&", "&&"))
    target.setAccessibleName(text)


class _Button(QPushButton):
    """Shows by dashes that it cannot be used now."""

    def __init__(self, *, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("dashes", "painted")

    def enterEvent(self, event: QEnterEvent) -> None:
        # Nobody sees the pointer's shape before; the first window does without Qt's constants.
        if self.property("kind") in (LINK, ADD):
            from PySide6.QtCore import Qt  # noqa: PLC0415 - see above

            self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isEnabled() and self.property("kind") != LINK:
            from ui.widgets.dashes import paint_dashes  # noqa: PLC0415 - as above

            paint_dashes(QPainter(self), self.rect(), radius=6, theme=self._theme)


class ButtonWithReason(QWidget):
    """A button that, while it cannot be used, says below itself why not."""

    def __init__(
        self, text: str, *, theme: Theme, kind: str = PLAIN, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.button = button(text, theme=theme, kind=kind, icon_name=icon_name)
        self._reason = Caption(theme=theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button)
        column.addWidget(self._reason)
        self.set_reason(None)

    def set_reason(self, reason: str | None) -> None:
        """Make the button unavailable for this reason, or available again with ``None``."""
        self.button.setEnabled(reason is None)
        self.button.setAccessibleDescription(reason or "")
        self._reason.setText(reason or "")
        self._reason.setVisible(reason is not None)
