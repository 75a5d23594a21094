"""When and how a contact was: stands in place of the note while it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.pages.case.counting_words import duration_words
from ui.widgets.buttons import button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.layouts import clear, column, flow
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.case import CHANNEL_NAMES, Channel
from vpjournal.domain.contact import QUARTER, ContactDraft
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


_LONGEST = 6 * 60
"""Minutes that can be chosen; a contact that took longer keeps what it has."""


class ContactDetails(QWidget):
    """Every choice is given on at once; there is nothing to save by hand."""

    changed = Signal(object, object)
    """The contact is now as this ``ContactDraft`` says, and took so many minutes, if that was said."""
    closed = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._page = ScrollPage(theme=theme, margin=40)
        self.setLayout(column(self._page))

    def forget(self) -> None:
        """Ask about no contact."""
        clear(self._page.body)

    def show_contact(self, draft: ContactDraft, minutes: int | None) -> None:
        """Ask about this contact. The fields are made anew, because the days they offer are counted from today."""
        clear(self._page.body)
        when, how = self._t("Wanneer was dit contact?"), self._t("Op welke manier?")
        day = DayField(theme=self._theme, texts=self._t, today=today(), value=draft.day, name=when)
        day.setObjectName("contactDayField")
        choices = [(kind, self._t(words)) for kind, words in CHANNEL_NAMES.items()]
        channel = ChoiceRow(choices, theme=self._theme, name=how, value=draft.channel, small=True)
        channel.setObjectName("contactChannel")

        took = self._took_box(minutes)

        def tell() -> None:
            now = ContactDraft(draft.phase, day.value or draft.day, Channel(str(channel.value)))
            self.changed.emit(now, took.currentData())

        day.changed.connect(tell)
        channel.changed.connect(tell)
        took.activated.connect(tell)
        done = button(self._t("Klaar"), theme=self._theme, small=True, on_click=self.closed.emit)
        done.setObjectName("contactDetailsDoneButton")
        took_field = Field(
            self._t("Hoelang duurde het?"),
            took,
            theme=self._theme,
            helper=self._t("In kwartieren, voor de telling van uw uren. Dit hoeft niet."),
        )
        self._page.add(
            Field(when, day, theme=self._theme), Field(how, channel, theme=self._theme), took_field, flow(done)
        )
        day.setFocus()

    def _took_box(self, minutes: int | None) -> QComboBox:
        box = QComboBox()
        box.setObjectName("contactMinutes")
        box.addItem(self._t("niet vastgelegd"), None)
        for each in sorted({*range(QUARTER, _LONGEST + 1, QUARTER), *({minutes} if minutes else ())}):
            box.addItem(duration_words(self._t, each), each)
        box.setCurrentIndex(max(0, box.findData(minutes)))
        return box
