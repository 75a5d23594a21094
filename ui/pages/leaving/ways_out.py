"""Beside a paper: what it is and for whom, what cannot be printed, and the two ways out, print first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.leaving.about import about, for_whom, paper_name
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Body, Caption, Heading, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.register import PaperKind

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.register import Outgoing

_MANY = 30
"""Characters that are named at most."""


class WaysOut(QWidget):
    """Says what the paper is, holds the wishes for it, and asks for printing or saving."""

    print_requested = Signal()
    save_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._build_ui()

    def _build_ui(self) -> None:
        theme = self._theme
        self._title = Heading(theme=theme, role=Role.PANEL)
        self._title.setObjectName("paperTitle")
        self._title.hide()
        self._for_whom = Body(theme=theme)
        self._for_whom.setObjectName("paperForWhom")
        self._about = Caption(theme=theme)
        self._wishes = column(spacing=20)
        self._page = ScrollPage(theme=theme, margin=20)
        self._page.add(holder(column(self._title, self._for_whom, self._about, spacing=6)), holder(self._wishes))
        side = column(self._page, spacing=0)
        foot = self._foot()
        if theme.narrow:
            self._page.body.insertWidget(1, foot)
        else:
            side.addWidget(foot)
        self.setLayout(side)
        self.setFocusProxy(self._print)

    def _foot(self) -> QWidget:
        t, theme = self._t, self._theme
        self._unprintable = Words(theme=theme, tone="notice")
        self._unprintable.setObjectName("unprintableWords")
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("paperFault")
        self._busy = Busy(theme=theme, texts=t)
        self._busy.setObjectName("paperBusy")
        self._print = button(
            t("Afdrukken"), theme=theme, kind=MAIN, icon_name="printer", on_click=self.print_requested.emit
        )
        self._print.setObjectName("printButton")
        self._save = button(t("Bewaren als bestand"), theme=theme, icon_name="save", on_click=self.save_requested.emit)
        self._save.setObjectName("savePdfButton")
        sides = 0 if theme.narrow else 20
        parts = (self._unprintable, self._fault, self._busy, flow(self._print, self._save))
        foot = holder(column(*parts, margins=(sides, 12, sides, 16)), edge="" if theme.narrow else "top")
        for words in (self._unprintable, self._fault):
            words.hide()
        return foot

    def add_wishes(self, *widgets: QWidget) -> None:
        """Put choices for this paper above the ways out."""
        for widget in widgets:
            self._wishes.addWidget(widget)

    def show_paper(self, outgoing: Outgoing) -> None:
        """Say what this paper is, and which of its characters it cannot show."""
        slip, made = outgoing.slip, outgoing.made
        words = [for_whom(self._t, slip.recipient), self._t.plural("{n} blad.", "{n} bladen.", made.pages)]
        if slip.purpose:
            words.append("\n" + self._t("Waarvoor: {purpose}", purpose=slip.purpose))
        if slip.kind is PaperKind.SUMMARY:
            # On a line of its own: it is read aloud and compared, and should not break in the middle.
            words.append("\n" + self._t("Vingerafdruk {fingerprint}.", fingerprint=grouped(slip.fingerprint)))
        self._title.setText(paper_name(self._t, slip.kind))
        self._title.show()
        self._for_whom.setText(" ".join(words).replace(" \n", "\n"))
        self._about.setText(about(self._t, slip))
        self._say_unprintable(made.unprintable)
        self._set_open(on=True)

    def show_nothing(self, fault: str) -> None:
        """Say why there is no paper; it cannot leave."""
        self._say_unprintable(())
        self._set_open(on=False)
        self.set_fault(fault)

    def set_fault(self, words: str) -> None:
        """Say what went wrong with what the adviser asked last, or nothing."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self._save.setAccessibleDescription(words)
        if words and self._save.isEnabled():
            self._save.setFocus()

    def start_busy(self, words: str, *, closed: bool = False) -> None:
        """Say that something takes a moment; ``closed`` while the paper is on its way."""
        self._busy.start(words)
        if closed:
            self._set_open(on=False)

    def show_progress(self, done: int, of: int) -> None:
        """Show how far a paper of several pages is."""
        if of > 1:
            self._busy.set_progress(done, of)

    def stop_busy(self) -> None:
        """Say no more of it, and let the paper leave again."""
        self._busy.stop()
        self._set_open(on=True)

    def _set_open(self, *, on: bool) -> None:
        self._print.setEnabled(on)
        self._save.setEnabled(on)

    def _say_unprintable(self, characters: tuple[str, ...]) -> None:
        shown = " ".join(characters[:_MANY])
        words = self._t("Deze tekens kan het blad niet tonen: {characters}", characters=shown)
        if len(characters) > _MANY:
            words = f"{words} …"
        self._unprintable.setText(words)
        self._unprintable.setVisible(bool(characters))
