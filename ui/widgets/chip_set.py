"""A few out of many as chips: any number of them, or one at most; what is chosen can be let go of again."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import Theme
from ui.widgets.buttons import set_button_text
from ui.widgets.chip import ARROWS, Chip
from ui.widgets.layouts import clear, flow


class ChipSet(QWidget):
    """Chips by key, made anew when others are offered. One stop for Tab; arrows go from chip to chip."""

    changed = Signal()

    def __init__(self, *, theme: Theme, several: bool) -> None:
        super().__init__()
        self._theme = theme
        self._several = several
        self._offered: tuple[tuple[str, str], ...] = ()
        self._chips: dict[str, QPushButton] = {}
        self._flow = flow(spacing=8)
        self.setLayout(self._flow)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen, in the order of the chips."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def show_choices(self, offered: Sequence[tuple[str, str]], chosen: Collection[str]) -> None:
        """Offer these, and choose some of them; says nothing to others."""
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            clear(self._flow)
            self._chips = {key: self._chip(words) for key, words in offered}
            for chip in self._chips.values():
                self._flow.addWidget(chip)
        for key, chip in self._chips.items():
            chip.setChecked(key in chosen)
        self._set_tab_stop()

    def chip(self, key: str) -> QPushButton:
        """Return the chip of a key."""
        return self._chips[key]

    def _chip(self, words: str) -> QPushButton:
        made = Chip(self)
        set_button_text(made, words)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("kind", "chip")
        made.setProperty("small", True)  # noqa: FBT003 - a Qt property has no keyword
        made.setMinimumWidth(QFontMetrics(self._theme.font(strong=True)).horizontalAdvance(words) + 32)
        made.clicked.connect(lambda _checked=False: self._on_clicked(made))
        return made

    def _on_clicked(self, clicked: QPushButton) -> None:
        if not self._several:
            for chip in self._chips.values():
                if chip is not clicked:
                    chip.setChecked(False)
        self._set_tab_stop()
        self.changed.emit()

    def _set_tab_stop(self) -> None:
        chips = list(self._chips.values())
        stop = next((chip for chip in chips if chip.isChecked()), chips[0] if chips else None)
        for chip in chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chips = list(self._chips.values())
        focused = next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)
        if focused is None or event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        forward = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        chips[(focused + (1 if forward else -1)) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
