"""Tells that the program made a mistake, with a code for its developers and nothing of what was on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import Role
from ui.widgets.buttons import MAIN, button
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import column, flow
from ui.widgets.scroll_page import text_width

if TYPE_CHECKING:
    from ui.crash import CrashReport
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_SHOWN_LINES = 6


class CrashDialog(QDialog):
    """Shows one report. Going on is the only choice: what was saved is safe, what was typed is still there."""

    def __init__(self, report: CrashReport, *, theme: Theme, texts: Texts, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        facts = Card(theme=theme)
        facts.add(Body(texts("Code {code}", code=report.code), theme=theme), Caption(report.kind, theme=theme))
        facts.add(*(Caption(line, theme=theme) for line in report.lines[-_SHOWN_LINES:]))
        self.close_button = button(texts("Verder"), theme=theme, kind=MAIN, on_click=self.accept)
        self.close_button.setDefault(True)
        self.setLayout(
            column(
                Heading(texts("Er ging iets mis in het programma"), theme=theme, role=Role.PANEL),
                Body(
                    texts(
                        "Wat opgeslagen was, is veilig. Werkt iets hierna niet meer goed, sluit het programma dan en "
                        "open het opnieuw. Met deze gegevens kan de maker de fout zoeken; er staat niets in van wat u "
                        "schreef."
                    ),
                    theme=theme,
                ),
                4,
                facts,
                12,
                flow(self.close_button),
                margins=(24, 24, 24, 24),
            )
        )
        self.setFixedWidth(min(text_width(theme, 60) + 48, 900))


def show_crash(report: CrashReport, *, window: QWidget, theme: Theme, texts: Texts) -> None:
    """Show a report, unless one is being read already: one mistake often brings others."""
    if window.findChild(CrashDialog) is None:
        CrashDialog(report, theme=theme, texts=texts, parent=window).open()
