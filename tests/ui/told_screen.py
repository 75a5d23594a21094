"""A system to the program that remembers what it was asked to leave out of captures."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.platform.capture import Reach


@dataclass(slots=True)
class Told:
    """What was asked of each native window, and of which only once it was to be seen.

    As Windows does, it tells of a window after it appeared, when the program comes back to handling messages.
    """

    reach: Reach = Reach.HIDES
    tells: bool = True
    shielded: dict[int, bool] = field(default_factory=dict)
    late: list[int] = field(default_factory=list)
    _system: "_System | None" = None

    def shield(self, window: int, *, on: bool) -> None:
        seen = [int(each.winId()) for each in QApplication.allWindows() if each.isVisible()]
        if window not in self.shielded and window in seen:
            self.late.append(window)
        self.shielded[window] = on

    def follow(self, shown: Callable[[int], None]) -> None:
        if self.tells:
            self._system = _System(shown)

    def end(self) -> None:
        self._system = None

    def of(self, widget: QWidget) -> bool | None:
        return self.shielded.get(int(widget.window().winId()))

    def was_late(self, widget: QWidget) -> bool:
        return int(widget.window().winId()) in self.late


class _System(QObject):
    def __init__(self, shown: Callable[[int], None]) -> None:
        super().__init__()
        self._shown = shown
        qt = QApplication.instance()
        assert qt is not None
        qt.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            native = int(watched.internalWinId())
            QTimer.singleShot(0, self, lambda: self._shown(native))
        return False
