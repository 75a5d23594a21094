"""What the pages before the open journal share: a quiet column in the middle, a foot with language and text size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ui.icons import pixmap
from ui.widgets.buttons import LINK, MAIN, QUIET, button
from ui.widgets.labels import Caption
from ui.widgets.layouts import column, holder, row
from ui.widgets.named import set_named
from vpjournal.domain.language import Language

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.door import Door
    from ui.operations import Operations
    from ui.platform.files import FileChooser
    from ui.platform.printing import Printer
    from ui.preferences import Preferences
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.unsaved import Unsaved

NARROW = 464
WIDE = 640


@dataclass(frozen=True, slots=True)
class FrontContext:
    """Everything a page before the open journal may use."""

    door: Door
    operations: Operations
    theme: Theme
    texts: Texts
    preferences: Preferences
    files: FileChooser
    printer: Printer


class FrontPage(QWidget):
    """Shows one column of content, scrolling when the text is large, above the foot."""

    def __init__(self, context: FrontContext, *, width: int = NARROW, from_top: bool = False) -> None:
        super().__init__()
        self.context = context
        self.theme = context.theme
        self._t = context.texts
        self._operations = context.operations
        self._preferences = context.preferences
        self._width = width
        self._from_top = from_top
        self._middle = QWidget(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        set_named(self._scroll, focusPolicy="NoFocus")
        whole = column(self._scroll, self._foot(), spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_column(self, content: QLayout) -> None:
        """Show this column and destroy the one before."""
        middle = self._middle = QWidget()
        middle.setLayout(content)
        middle.setMaximumWidth(self.theme.px(self._width))
        inside = QWidget()
        inside.setAutoFillBackground(False)
        across = QHBoxLayout(inside)
        across.setContentsMargins(32, 24, 32, 24)
        across.addStretch(1)
        top = 20 if self._from_top else None
        across.addLayout(column(top, middle, None, spacing=0), 1000)
        across.addStretch(1)
        before = self._scroll.takeWidget()
        if before is not None:
            # Later, because it may hold the very button that was clicked.
            before.hide()
            before.deleteLater()
        self._scroll.setWidget(inside)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to something that may only just have appeared."""
        # Its place is known once the layout has been made again.
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 24))

    def flush(self, done: Callable[[bool], None]) -> None:
        """Let the journal lock or close behind this page: there is nothing here to save."""
        done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation

    def unsaved(self) -> tuple[Unsaved, ...]:
        """There is nothing to seal either."""
        return ()

    def _foot(self) -> QFrame:
        tokens, side = self.theme.tokens, self.theme.px(18)
        shield = QLabel()
        shield.setPixmap(pixmap("shield-check", tokens.ink2, side, ratio=self.devicePixelRatioF()))
        promise = Caption(
            self._t("Alles blijft op deze laptop. Dit programma maakt geen verbinding met internet."), theme=self.theme
        )
        left = row(shield, promise)
        left.setStretch(1, 1)
        line = row(left, self._looks(), spacing=24, margins=(32, 8, 32, 12))
        line.setStretch(0, 1)
        return holder(line)

    def _looks(self) -> QLayout:
        smaller = button("A−", theme=self.theme, kind=QUIET, small=True, on_click=lambda: self._change_text_size(-1))
        smaller.setAccessibleName(self._t("Tekst kleiner"))
        larger = button("A+", theme=self.theme, kind=QUIET, small=True, on_click=lambda: self._change_text_size(1))
        larger.setAccessibleName(self._t("Tekst groter"))
        other = Language.ENGLISH if self._t.language is Language.DUTCH else Language.DUTCH
        language = button(
            other.own_name,
            theme=self.theme,
            kind=LINK,
            on_click=lambda: self._preferences.set_language(other),
        )
        self.language_button, self.larger_button = language, larger
        return row(Caption(self._t("Tekst"), theme=self.theme), smaller, larger, 12, language, spacing=4)

    def _change_text_size(self, steps: int) -> None:
        self._preferences.step_text_scale(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see ``ui.widgets.named``

        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or isinstance(focused, QLineEdit):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            buttons = self._middle.findChildren(QPushButton)
            main = next((each for each in buttons if each.property("kind") == MAIN), None)
            if main is not None:
                main.click()
