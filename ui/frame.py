"""The frame around every page of an open journal: rail, page, quiet line, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.autosave import flush_all
from ui.faults import OF_THE_PLACE, sentence
from ui.idle import IdleWork
from ui.navigation import (
    LEADS_TO,
    UNDER,
    Action,
    CommandName,
    Commands,
    Drafting,
    Factories,
    InPieces,
    MessageKind,
    Page,
    PageContext,
    PageWidget,
    Phased,
    Place,
    Preparing,
    Previewing,
)
from ui.pieces import dress
from ui.saved_words import SavedWords
from ui.widgets.layouts import column, row
from ui.widgets.message_bar import MessageBar
from ui.widgets.quiet_line import QuietLine
from ui.widgets.rail import Rail, RailEntry
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.errors import JournalError

_RAIL = (
    (Page.TODAY, mark("Vandaag"), "sun"),
    (Page.CASES, mark("Casussen"), "notebook-pen"),
    (Page.ORGANISATIONS, mark("Organisaties"), "building-2"),
    (Page.SETTINGS, mark("Instellingen"), "settings"),
)

MakeContext = Callable[..., PageContext]
"""Everything of a ``PageContext`` except what the frame adds: navigate, message and immerse."""


class Frame(QWidget):
    """Makes pages when they are first needed, moves between them, and tells them what changed."""

    lock_requested = Signal()
    cover_requested = Signal()
    immersed = Signal(bool)
    """A page wants the whole screen for itself, or gives it back."""

    def __init__(self, make_context: MakeContext, *, factories: Factories, commands: Commands) -> None:
        super().__init__()
        self.context = make_context(navigate=self.navigate, message=self._show_message, immerse=self._immerse)
        self._factories = factories
        self._commands = commands
        self._pages: dict[Page, QWidget] = {}
        self._current: Page | None = None
        self._goal: Place | None = None
        self._trouble = ""
        self._immersed = False
        self._ahead = IdleWork(self)
        self._to_make: list[Page] = []
        self._build_ui()
        self._build_shortcuts()
        self.context.operations.changed.connect(self._on_operations_changed)
        self.context.operations.refused.connect(self._on_operations_refused)

    def _build_ui(self) -> None:
        theme, texts = self.context.theme, self.context.texts
        entries = [RailEntry(key=page, words=texts(name), icon=icon) for page, name, icon in _RAIL]
        self._rail = Rail(theme=theme, texts=texts, entries=entries)
        self._rail.chosen.connect(lambda key: self.navigate(Place(Page(key))))
        self._rail.search_requested.connect(lambda: self._command(CommandName.FIND))
        self._rail.cover_requested.connect(self.cover_requested)
        self._rail.lock_requested.connect(self.lock_requested)
        self._message = MessageBar(theme=theme, dismiss=texts("Gelezen"))
        self._message.dismissed.connect(self._clear_message)
        self._message_holder = QWidget()
        self._message_holder.setLayout(column(self._message, margins=(24, 16, 24, 0)))
        self._message_holder.hide()
        self._stack = QStackedWidget()
        self._quiet = QuietLine(theme=theme, texts=texts)
        self._saved = SavedWords(self.context, self._quiet)
        self._quiet.help_requested.connect(lambda: self._command(CommandName.HELP))
        side = self._side = column(self._message_holder, self._stack, spacing=0)
        side.setStretch(1, 1)
        top = row(self._rail, side, spacing=0)
        top.setStretch(1, 1)
        whole = column(top, self._quiet, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _build_shortcuts(self) -> None:
        preferences = self.context.preferences
        keys: list[tuple[QKeySequence, Callable[[], None]]] = [
            (QKeySequence("Ctrl+K"), lambda: self._command(CommandName.FIND)),
            (QKeySequence("F1"), lambda: self._command(CommandName.HELP)),
            (QKeySequence("Ctrl+/"), lambda: self._command(CommandName.SHORTCUTS)),
            (QKeySequence("Ctrl+N"), lambda: self.navigate(Place(Page.FIRST_CONTACT))),
            (QKeySequence("Ctrl+P"), self._open_preview),
            (QKeySequence("Ctrl++"), lambda: preferences.step_text_scale(1)),
            (QKeySequence("Ctrl+="), lambda: preferences.step_text_scale(1)),
            (QKeySequence("Ctrl+-"), lambda: preferences.step_text_scale(-1)),
        ]
        for keys_pressed, act in keys:
            QShortcut(keys_pressed, self).activated.connect(act)
        for number in range(1, 7):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda number=number: self._open_phase(number))

    def set_banner(self, banner: QWidget) -> None:
        """Put something above every page, messages included; it stays as long as the frame does."""
        held = QWidget()
        held.setLayout(column(banner, margins=(24, 12, 24, 8)))
        self._side.insertWidget(0, held)

    @property
    def page(self) -> PageWidget | None:
        """The page in front."""
        return None if self._current is None else cast("PageWidget", self._pages[self._current])

    @property
    def is_immersed(self) -> bool:
        """Tell whether the page has the whole screen for itself, for two people to look at."""
        return self._immersed

    @property
    def message(self) -> str:
        """What is said above the page, or nothing."""
        return self._message.text

    def place(self) -> Place | None:
        """Say where the adviser is."""
        return None if self.page is None else self.page.place()

    def navigate(self, place: Place) -> None:
        """Save the page in front, then go there; a page that cannot save keeps the adviser and says why."""
        self._clear_message()
        waiting, self._goal = self._goal is not None, place
        if waiting:
            return
        if self.page is None:
            self._on_page_flushed(saved=True)
        else:
            self.page.flush(lambda saved: self._on_page_flushed(saved=saved))

    def prepare(self, place: Place) -> Iterator[None]:
        """Make the page of a place in steps."""
        page: object = self._widget_for(place.page)
        yield
        if isinstance(page, Preparing):
            yield from page.prepare()

    def make_ready(self, *places: Place) -> None:
        """Make the pages of these places before anyone goes there, while nobody waits; each reads when it is opened."""
        self._to_make += [place.page for place in places if place.page not in self._pages]
        if self._to_make and not self._ahead.is_busy:
            self._ahead.begin(self._steps_ahead())

    def _steps_ahead(self) -> Iterator[None]:
        while self._to_make:
            place = Place(self._to_make.pop(0))
            yield from self.prepare(place)
            page = self._pages[place.page]
            if not page.isVisible():
                # A page that was never in front has not been given its room.
                yield from dress(page, self._stack.size())

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save everything that was typed on any page, then tell whether all of it was saved."""
        flush_all([cast("PageWidget", widget) for widget in self._pages.values()], done)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed on any page and is not in the journal."""
        pages: tuple[object, ...] = tuple(self._pages.values())
        return tuple(each for page in pages if isinstance(page, Drafting) for each in page.unsaved())

    def _on_page_flushed(self, *, saved: bool) -> None:
        goal, self._goal = self._goal, None
        if goal is None or not saved:
            self._light_rail()
            return
        widget = self._widget_for(goal.page)
        page: object = widget
        if isinstance(page, InPieces):
            page.finish()
        is_first, self._current = self._current is None, goal.page
        self._light_rail()
        self._stack.setCurrentWidget(widget)
        widget.setFocus()
        cast("PageWidget", widget).open(goal)
        if is_first:
            self._saved.read()
        self.make_ready(*LEADS_TO.get(goal.page, ()))

    def _widget_for(self, page: Page) -> QWidget:
        if page not in self._pages:
            self._pages[page] = self._factories[page](self.context)
            self._stack.addWidget(self._pages[page])
        return self._pages[page]

    def _light_rail(self) -> None:
        if self._current is not None:
            self._rail.set_current(UNDER.get(self._current, self._current))

    def _command(self, name: CommandName) -> None:
        if name in self._commands:
            self._commands[name](self.context, self.window(), "" if self.page is None else self.page.help_screen())

    def _open_phase(self, number: int) -> None:
        page: object = self.page
        if isinstance(page, Phased):
            page.open_phase(number)

    def _open_preview(self) -> None:
        page: object = self.page
        if isinstance(page, Previewing):
            page.open_preview()

    def _immerse(self, on: bool) -> None:  # noqa: FBT001 - a callback with the one thing it says
        self._immersed = on
        self._rail.setVisible(not on)
        self._quiet.setVisible(not on)
        self._message_holder.setVisible(not on and bool(self._message.text))
        self.immersed.emit(on)

    def _show_message(
        self, text: str | None, *, kind: MessageKind = MessageKind.DONE, action: Action | None = None
    ) -> None:
        if text is None:
            self._clear_message()
            return
        show = {
            MessageKind.DONE: self._message.show_done,
            MessageKind.LOOK: self._message.show_look,
            MessageKind.FAILED: self._message.show_failed,
        }[kind]
        self._message_holder.show()
        show(text, action=action.label if action else "", on_action=lambda: self._on_message_action(action))

    def _on_message_action(self, action: Action | None) -> None:
        # Put off, because the action may replace the very bar whose link was clicked.
        QTimer.singleShot(0, self, self._clear_message)
        if action is not None:
            QTimer.singleShot(0, self, action.act)

    def _clear_message(self) -> None:
        self._message.clear()
        self._message_holder.hide()

    def _on_operations_refused(self, error: JournalError) -> None:
        if isinstance(error, OF_THE_PLACE):
            self._trouble = sentence(self.context.texts, error)

    def _on_operations_changed(self, changes: Changes, initiator: object) -> None:
        self._saved.on_changes(changes)
        trouble, self._trouble = self._trouble, ""
        if trouble and self._message.text == trouble:
            # Whatever was the matter with the disk is over.
            self._clear_message()
        for widget in tuple(self._pages.values()):
            if widget is not initiator:
                cast("PageWidget", widget).on_changes(changes)
