"""A system to the program that remembers what it was asked to leave out of captures."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication, QWidget

from ui.platform.capture import Reach


@dataclass(slots=True)
class Told:
    """A system that remembers what it was told of each window, and whether that was before it was shown."""

    reach: Reach = Reach.HIDES
    shielded: dict[int, bool] = field(default_factory=dict)
    late: list[int] = field(default_factory=list)

    def shield(self, window: int, *, on: bool) -> None:
        native = next(each for each in QApplication.allWindows() if int(each.winId()) == window)
        if window not in self.shielded and native.isVisible():
            self.late.append(window)
        self.shielded[window] = on

    def of(self, widget: QWidget) -> bool | None:
        return self.shielded.get(int(widget.window().winId()))
