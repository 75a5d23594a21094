"""What is about to go into a text of the case, before it does: with what in it could give someone away beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog

from ui.faults import sentence
from ui.recognising.text_check import TextCheck
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, button, set_button_text
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, flow, holder
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from ui.pages.case.part import PartContext
    from ui.widgets.plain_text_box import PlainTextBox
    from vpjournal.errors import JournalError

_MARGIN = 24
_AROUND = 40
_WIDEST = 1_160


@dataclass(frozen=True, slots=True)
class _Wording:
    title: str
    lead: str
    take: str
    as_it_is: str
    leave: str


_PASTED = _Wording(
    title=mark("Wat u plakt"),
    lead=mark("Hier staat iets in dat iemand herkenbaar kan maken. Vervang wat u wilt; er is nog niets geplakt."),
    take=mark("Plakken"),
    as_it_is=mark("Plakken zoals het is"),
    leave=mark("Niet plakken"),
)
_FROM_FILE = _Wording(
    title=mark("Wat u invoegt"),
    lead=mark("Dit staat in het bestand. Vervang of wis wat u niet wilt bewaren; er is nog niets ingevoegd."),
    take=mark("Invoegen"),
    as_it_is=mark("Invoegen zoals het is"),
    leave=mark("Niet invoegen"),
)


class IncomingSheet(QDialog):
    """Gives the text by ``taken`` or not at all; escape is not at all. Keeps nothing when it closes."""

    taken = Signal(str)
    stop_wanted = Signal()
    """Nobody waits for the words of the file any more."""

    def __init__(self, context: PartContext, above: PlainTextBox, *, from_file: bool) -> None:
        # Goes when the editor goes, whatever becomes of the window.
        super().__init__(above)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setObjectName("incomingSheet")
        self._t, self._theme = context.page.texts, context.page.theme
        self._words = _FROM_FILE if from_file else _PASTED
        self._text = ""
        self._only_if_someone = False
        self._is_changed = False
        self._check = TextCheck(
            operations=context.page.operations,
            theme=self._theme,
            texts=self._t,
            case=context.case,
            beside=above.text(),
        )
        self._build_ui()
        window = above.window()
        self.resize(min(self._theme.px(_WIDEST), window.width() - _AROUND), window.height() - _AROUND)
        FocusFrame(self, theme=self._theme)

    def _build_ui(self) -> None:
        t, theme, words = self._t, self._theme, self._words
        self.setAccessibleName(t(words.title))
        self._lead = Body(t(words.lead), theme=theme)
        self._busy = Busy(theme=theme, texts=t, can_cancel=words is _FROM_FILE)
        self._busy.cancelled.connect(self.reject)
        self._check.settled.connect(self._on_check_settled)
        self._check.edited.connect(self._on_check_edited)
        self._all = self._button("replaceAllButton", t("Alles vervangen door de voorstellen"))
        self._all.clicked.connect(self._check.replace_certain)
        self._take = self._button("takeButton", t(words.take), kind=MAIN)
        self._take.clicked.connect(lambda: self._give(self._check.text()))
        self._as_it_is = self._button("takeAsItIsButton", t(words.as_it_is))
        self._as_it_is.clicked.connect(lambda: self._give(self._text))
        self._leave = self._button("leaveButton", t(words.leave), kind=LINK)
        self._leave.clicked.connect(self.reject)
        head = column(
            Heading(t(words.title), theme=theme, role=Role.PAGE),
            self._lead,
            self._busy,
            margins=(_MARGIN, 20, _MARGIN, 12),
        )
        self._body = holder(column(self._check, margins=(_MARGIN, 0, _MARGIN, 12)))
        foot = holder(
            column(flow(self._take, self._all, self._as_it_is, self._leave), margins=(_MARGIN, 12, _MARGIN, 16)),
            edge="top",
        )
        self._whole = column(head, self._body, foot, spacing=0)
        self._whole.setStretch(1, 1)
        self.setLayout(self._whole)
        for each in (self._all, self._take, self._as_it_is):
            each.hide()

    def _button(self, name: str, words: str, *, kind: str = "plain") -> QPushButton:
        made = button(words, theme=self._theme, kind=kind)
        made.setObjectName(name)
        return made

    def show_text(self, text: str, *, only_if_someone: bool = False) -> None:
        """Show a text; with ``only_if_someone`` it goes in by itself when nothing in it identifies anybody."""
        self._text, self._only_if_someone = text, only_if_someone
        self._body.show()
        if only_if_someone:
            # A very long one is shown once this stands there to be read.
            QTimer.singleShot(0, self, self._begin)
        else:
            self._begin()
        self._as_it_is.show()
        self._take.show()
        self._take.setEnabled(False)
        self._busy.set_can_cancel(False)
        if only_if_someone:
            # Whether there is anything to look at is not known yet.
            self._lead.hide()
            self._busy.start(self._t("De tekst wordt nagekeken. U hoeft daar niet op te wachten."))
        else:
            self._busy.stop()
            self._lead.show()

    def _begin(self) -> None:
        if self._text:
            self._check.set_text(self._text)

    def show_too_long(self, text: str, limit: int) -> None:
        """Say that a text is more than can be kept; it can be put in all the same, and be shortened there."""
        self._text = text
        self._as_it_is.show()
        self._say(
            self._t(
                "Deze tekst is te lang: er passen {limit} tekens. Hij is daarom niet nagekeken. Plak hem liever in "
                "delen.",
                limit=self._t.number(limit),
            )
        )

    def show_reading(self) -> None:
        """Say that a file is being read."""
        self._lead.hide()
        self._body.hide()
        self._busy.start(self._t("Het bestand wordt gelezen."))

    def show_file(self, text: str) -> None:
        """Show the words of a file, whatever they are: nobody has seen them here before."""
        if text.strip():
            self.show_text(text)
        else:
            self._close_with(self._t("In dit bestand staan geen woorden."))

    def show_fault(self, error: JournalError) -> None:
        """Say why a file could not be read."""
        self._close_with(sentence(self._t, error))

    def _close_with(self, words: str) -> None:
        set_button_text(self._leave, self._t("Sluiten"))
        self._say(words)

    def _say(self, words: str) -> None:
        """Say a sentence and show nothing else."""
        self._busy.stop()
        self._body.hide()
        self._lead.setText(words)
        self._lead.show()
        self._leave.setFocus()
        middle = self.geometry().center()
        self.resize(self.width(), self._whole.totalHeightForWidth(self.width()))
        self.move(middle - self.rect().center())

    def _on_check_edited(self) -> None:
        self._is_changed = True
        self._only_if_someone = False
        self._show_ways()

    def _on_check_settled(self) -> None:
        self._busy.stop()
        if self._only_if_someone and not self._check.has_certain:
            self._give(self._text)
            return
        self._only_if_someone = False
        self._lead.show()
        self._show_ways()
        if self._check.open_count:
            self._check.focus_points()
        else:
            self._take.setFocus()

    def _show_ways(self) -> None:
        """Offer to take along what was changed once something was, or when there is nothing to change."""
        self._take.setEnabled(self._is_changed or not self._check.open_count)
        self._all.setVisible(self._check.has_certain)
        self._as_it_is.setVisible(self._is_changed or bool(self._check.open_count))

    def _give(self, text: str) -> None:
        # First this is gone, and the keyboard back where the text goes in.
        self._let_go()
        self.accept()
        self.taken.emit(text)

    def _let_go(self) -> None:
        self.stop_wanted.emit()
        self._text = ""
        self._only_if_someone = False
        self._check.forget()

    def reject(self) -> None:
        self._let_go()
        super().reject()
