"""What stands above a note: which contact it is of, templates, and what can be done with the note as a whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.pages.case.contact_switcher import ContactSwitcher
from ui.pages.case.counting_words import short_duration
from ui.theme import Role
from ui.widgets.buttons import LINK, QUIET, button
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column, flow, row
from vpjournal.domain import guide
from vpjournal.domain.case import CHANNEL_NAMES, Channel
from vpjournal.domain.contact import NoteState
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme import Theme
    from vpjournal.domain.contact import Contact
    from vpjournal.domain.language import Texts


class NoteHead(QWidget):
    """Shows one contact and says what the adviser wants; it saves nothing itself."""

    details_wanted = Signal()
    """The adviser wants to say when and how this contact was."""
    template_chosen = Signal(str)
    finish_wanted = Signal()
    reopen_wanted = Signal()
    leave_out_wanted = Signal()
    history_wanted = Signal()
    file_wanted = Signal()
    """The adviser wants to put the words of a file in."""
    remove_wanted = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._build_ui()

    def _build_ui(self) -> None:
        narrow = self._theme.narrow
        self.switcher = ContactSwitcher(theme=self._theme, texts=self._t, days_only=narrow)
        self._actions: dict[str, QAction] = {}
        first = row(self.switcher, self._menu_button("noteMoreButton", self._t("Meer"), self._more_menu(narrow=narrow)))
        first.setStretch(0, 1)
        first.setAlignment(self.switcher, Qt.AlignmentFlag.AlignVCenter)
        self._second = self._build_second()
        self.setLayout(column(first, self._second, spacing=4, margins=(40, 8, 24, 4)))
        # With large letters the room is for writing: what else there is to do is in the menu.
        self._second.setHidden(narrow)

    def _build_second(self) -> QWidget:
        t = self._t
        self._day = Heading(theme=self._theme, role=Role.PANEL)
        self._day.setObjectName("contactDay")
        self._channel = Caption(theme=self._theme)
        change = button(t("wijzigen"), theme=self._theme, kind=LINK, on_click=self.details_wanted.emit)
        change.setObjectName("changeContactButton")
        change.setAccessibleName(t("Dag en manier van contact wijzigen"))
        templates = QMenu(self)
        self._add_templates(templates)
        self._templates = self._menu_button("templateButton", t("Sjabloon"), templates)
        self._finish = self._small("finishNoteButton", t("Aantekening afronden"), self.finish_wanted.emit)
        self._reopen = self._small("reopenNoteButton", t("Weer openen"), self.reopen_wanted.emit)
        self._leave_out = self._small("leaveOutButton", t("Bewust geen aantekening"), self.leave_out_wanted.emit)
        buttons = QWidget()
        buttons.setLayout(flow(self._templates, self._finish, self._reopen, self._leave_out, spacing=8))
        second = QWidget()
        line = row(column(self._day, flow(self._channel, change), spacing=0), buttons)
        line.setStretch(0, 1)
        second.setLayout(line)
        return second

    def _small(self, name: str, words: str, on_click: Callable[[], object]) -> QPushButton:
        made = button(words, theme=self._theme, small=True, on_click=on_click)
        made.setObjectName(name)
        return made

    def _menu_button(self, name: str, words: str, menu: QMenu) -> QPushButton:
        made = button(words, theme=self._theme, kind=QUIET, small=True)
        made.setObjectName(name)
        made.setProperty("menu", True)  # noqa: FBT003 - a Qt property has no keyword
        made.setMenu(menu)
        return made

    def _add_templates(self, menu: QMenu) -> None:
        for template in guide.templates(self._t.language):
            choose = partial(self.template_chosen.emit, template.text)
            self._entry(menu, f"template_{template.id}", template.title, choose)

    def _more_menu(self, *, narrow: bool) -> QMenu:
        t, menu = self._t, QMenu(self)
        if narrow:
            self._entry(menu, "anotherContactAction", t("Nog een contact"), self.switcher.another_wanted.emit)
            self._entry(menu, "changeContactAction", t("Dag en manier van contact wijzigen"), self.details_wanted.emit)
            templates = menu.addMenu(t("Sjabloon"))
            self._add_templates(templates)
            self._actions["templates"] = templates.menuAction()
            self._entry(menu, "finishAction", t("Aantekening afronden"), self.finish_wanted.emit)
            self._entry(menu, "reopenAction", t("Weer openen"), self.reopen_wanted.emit)
            self._entry(menu, "leaveOutAction", t("Bewust geen aantekening"), self.leave_out_wanted.emit)
        self._entry(menu, "fileAction", t("Tekst uit een bestand halen…"), self.file_wanted.emit)
        self._entry(menu, "historyAction", t("Eerdere versies"), self.history_wanted.emit)
        self._entry(menu, "removeContactAction", t("Contact verwijderen"), self.remove_wanted.emit)
        return menu

    def _entry(self, menu: QMenu, name: str, words: str, act: Callable[[], object]) -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        self._actions[name] = action

    def forget(self) -> None:
        """Show no contact."""
        self._day.setText("")
        self._channel.setText("")
        self.switcher.show_contacts((), current=None)

    def show_contact(self, contact: Contact) -> None:
        """Show which contact this is."""
        self._day.setText(contact.details.day.words(self._t, today=today()))
        channel = contact.details.channel
        said = [] if channel is Channel.UNKNOWN else [self._t(CHANNEL_NAMES[channel])]
        said += [short_duration(self._t, contact.minutes)] if contact.minutes else []
        self._channel.setText(", ".join(said))
        self._channel.setVisible(bool(said))

    def show_state(self, state: NoteState, *, empty: bool) -> None:
        """Offer what can be done now: finish a text, leave an empty note out, reopen a finished one."""
        writing = state in (NoteState.UNWRITTEN, NoteState.WRITTEN)
        offered = (
            (self._templates, "templates", writing),
            (self._finish, "finishAction", writing and not empty),
            (self._leave_out, "leaveOutAction", writing and empty),
            (self._reopen, "reopenAction", state is NoteState.FINISHED),
        )
        self._actions["fileAction"].setVisible(writing)
        for widget, action, possible in offered:
            widget.setVisible(possible)
            if action in self._actions:
                self._actions[action].setVisible(possible)
