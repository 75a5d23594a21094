"""One out of a few: large chips beside each other, or rows under each other, each in words."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.buttons import set_button_text
from ui.widgets.chip import Chip
from ui.widgets.layouts import column, flow

_WRAPPED = Qt.TextFlag.TextWordWrap.value


class ChoiceRow(QWidget):
    """Exclusive choice among values, each with its words; nothing is chosen until the adviser or the page does.

    ``changed`` says that the adviser chose; ``value`` is then one of the values given, or ``None``. A chip that
    is clicked again lets go of the choice when ``optional``.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[Hashable, str]],
        *,
        theme: Theme,
        name: str = "",
        value: Hashable | None = None,
        rows: bool = False,
        small: bool = False,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._optional = optional
        self._rows = rows
        self._small = small
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not optional)
        self._values = [each for each, _ in choices]
        self._buttons = [self._button(words) for _, words in choices]
        self.setLayout(column(*self._buttons, spacing=4) if rows else flow(*self._buttons, spacing=8))
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self.set_value(value)

    @property
    def value(self) -> Hashable | None:
        """What is chosen, or ``None``."""
        for value, made in zip(self._values, self._buttons, strict=True):
            if made.isChecked():
                return value
        return None

    def set_value(self, value: Hashable | None) -> None:
        """Choose a value, or with ``None`` nothing; says nothing to others."""
        self._group.setExclusive(False)
        for each, made in zip(self._values, self._buttons, strict=True):
            made.setChecked(each == value)
        self._group.setExclusive(not self._optional)
        self._set_tab_stop()

    def button(self, value: Hashable) -> QAbstractButton:
        """Return the chip or row of a value."""
        return self._buttons[self._values.index(value)]

    def _button(self, words: str) -> QAbstractButton:
        made: QAbstractButton
        if self._rows:
            made = _Row(words)
        else:
            made = Chip()
            set_button_text(made, words)
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setProperty("kind", "chip")
            made.setProperty("small", self._small)
            self._keep_room_for_bold(made, words)
        self._group.addButton(made)
        return made

    def _keep_room_for_bold(self, made: QPushButton, words: str) -> None:
        wide = QFontMetrics(self._theme.font(strong=True)).horizontalAdvance(words)
        made.setMinimumWidth(wide + 32)

    def _on_group_button_clicked(self, clicked: QAbstractButton) -> None:
        for made in self._buttons:
            if made is not clicked and made.isChecked():
                made.setChecked(False)
        self._set_tab_stop()
        self.changed.emit()

    def _set_tab_stop(self) -> None:
        stop = next((made for made in self._buttons if made.isChecked()), self._buttons[0] if self._buttons else None)
        for made in self._buttons:
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if made is stop else Qt.FocusPolicy.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        if not forward and event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            super().keyPressEvent(event)
            return
        focused = next((i for i, made in enumerate(self._buttons) if made.hasFocus()), None)
        if focused is not None:
            goal = self._buttons[(focused + (1 if forward else -1)) % len(self._buttons)]
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            if not self._optional:
                goal.click()


class _Row(QRadioButton):
    """A radio button whose words wrap; Qt's own keep them on one line."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_RadioButtonContents, option, self).left()

    def _bounds(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, max(width - self._left(), 1), 10_000), _WRAPPED, self._words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rest = super().sizeHint().height() - self.fontMetrics().height()
        return self._bounds(width).height() + max(rest, 0)

    def minimumSizeHint(self) -> QSize:
        longest = max(self._words.split() or [""], key=len)
        width = self._left() + self.fontMetrics().horizontalAdvance(longest) + 2
        return QSize(width, super().minimumSizeHint().height())

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.rect.setHeight(super().sizeHint().height())
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_RadioButton, option)
        painter.setPen(self.palette().color(self.foregroundRole()))
        above = max(super().sizeHint().height() - self.fontMetrics().height(), 0) // 2
        painter.drawText(self.rect().adjusted(self._left(), above, 0, 0), _WRAPPED, self._words)
