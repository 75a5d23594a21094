"""The banner above every page of the example: all is invented; close it, or remove it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Theme
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Words
from ui.widgets.layouts import flow, row
from vpjournal.domain.language import Language, Texts


class ExampleBanner(QFrame):
    """Stands there as long as the example is open, and says so to whoever cannot see it."""

    close_requested = Signal()
    remove_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, removable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "look")
        self.setObjectName("exampleBanner")
        words = texts("Dit is het voorbeeld: alles is verzonnen.")
        language = texts("De casussen zijn in het Nederlands.")
        if texts.language is not Language.DUTCH:
            words = f"{words} {language}"
        self.words = Words(words, theme=theme)
        self.close_button = button(
            texts("Voorbeeld sluiten"), theme=theme, kind=LINK, on_click=self.close_requested.emit
        )
        self.remove_button = button(
            texts("Voorbeeld verwijderen"), theme=theme, kind=LINK, on_click=self.remove_requested.emit
        )
        self.remove_button.setVisible(removable)
        line = row(self.words, flow(self.close_button, self.remove_button, spacing=24))
        line.setContentsMargins(16, 8, 16, 8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setAccessibleName(words)
