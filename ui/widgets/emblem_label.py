"""The notebook that stands for the program, as a picture to put above a heading."""

from PySide6.QtWidgets import QLabel

from ui.icons import emblem
from ui.theme import Theme

_HEIGHT = 60


class EmblemLabel(QLabel):
    """Shows the notebook as sharp as the screen."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self.setPixmap(emblem(theme.px(_HEIGHT), ratio=self.devicePixelRatioF()))
