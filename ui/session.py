"""One run of the program: what the window shows, from entrance to frame, and how it looks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.departure import Departure
from ui.entrance import Entrance
from ui.pages.front import FrontContext
from ui.platform.capture import Shield
from ui.platform.files import DialogFileChooser
from ui.platform.printing import DialogPrinter
from ui.theme import Theme
from ui.window import Window
from vpjournal.domain.language import Texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.backstage import Backstage
    from ui.backups.keeper import BackupKeeper
    from ui.crash import CrashHook, CrashReport
    from ui.door import Door
    from ui.example_visit import ExampleVisit
    from ui.frame import Frame
    from ui.navigation import Page, PageContext, Place
    from ui.operations import Operations
    from ui.pages.damage_words import Trouble
    from ui.platform.clocks import Clocks
    from ui.preferences import Preferences
    from ui.presence import Presence
    from ui.taken_in import TakingIn
    from ui.watch import Watch
    from vpjournal.domain.damage import Damage
    from vpjournal.domain.older_state import OlderState
    from vpjournal.domain.views import JournalSettings
    from vpjournal.errors import JournalError

    _Opened = tuple[str, JournalSettings, bool, OlderState | None, bool, Damage | None]

# ruff: noqa: PLC0415 - what is imported within functions is not needed before the first window is painted

_AHEAD_AFTER_MS = 400
"""How long after a frame was shown the page of a case is made, so that the first case opens as fast as the next."""
_TIDY_AFTER_MS = 30_000
"""How long after unlocking old histories and the recycle bin are looked at."""


class Session(QObject):
    """Puts pages into the window and listens to what they ask of it."""

    warmed_up = Signal()
    """All that was put off for the first window is loaded."""

    def __init__(
        self,
        qt: QApplication,
        *,
        preferences: Preferences,
        operations: Operations,
        door: Door,
        crash_hook: CrashHook,
        restart: Callable[..., None],
        clocks: Clocks | None = None,
    ) -> None:
        super().__init__()
        self._qt = qt
        self._clocks = clocks
        self._preferences = preferences
        self._operations = operations
        self._crash_hook = crash_hook
        self._frame: Frame | None = None
        self._kept_backstage: Backstage | None = None
        self._kept_keeper: BackupKeeper | None = None
        self._visit: ExampleVisit | None = None
        self._watch: Watch | None = None
        self._memory: dict[Page, object] = {}
        self._presence: Presence | None = None
        self._taking_in: TakingIn | None = None
        self._take_look(hurried=True)
        self.shield = Shield(qt, preferences=preferences, parent=self)
        self.window = Window()
        self.shield.watch(self.window)
        self.entrance = Entrance(self.window, door, make_context=self._front_context)
        self.departure = Departure(
            qt,
            self,
            window=self.window,
            entrance=self.entrance,
            operations=operations,
            preferences=preferences,
            restart=restart,
            parent=self,
        )
        self._connect()

    def start(self, *, first_run: bool, quietly: bool, example: bool = False) -> None:
        """Show the window with its first page; ``quietly`` without taking the focus from another program."""
        self.window.restore_place(self._preferences.geometry)
        begin = self.entrance.show_first_run if first_run else self.entrance.show_unlock
        if example:
            self.entrance.show_example(back=begin)
        else:
            begin()
        if quietly:
            self.window.stay_behind()
        self.window.show()

    def _connect(self) -> None:
        self.window.painted.connect(self._on_window_painted)
        self.entrance.opened.connect(self._on_entrance_opened)
        self.departure.emptying.connect(lambda: setattr(self, "_frame", None))
        self._preferences.look_changed.connect(self._on_look_changed)
        self._qt.styleHints().colorSchemeChanged.connect(self._on_look_changed)
        self._operations.crashed.connect(self._crash_hook.take)
        self._crash_hook.crashed.connect(self._on_crash)

    @property
    def frame(self) -> Frame | None:
        """The open journal, if it is shown."""
        return self._frame

    @property
    def presence(self) -> Presence | None:
        """What knows whether somebody is there, once the window is."""
        return self._presence

    @property
    def visit(self) -> ExampleVisit | None:
        """The visit to the example, if that is what is open."""
        return self._visit

    @property
    def keeper(self) -> BackupKeeper:
        """Whoever makes backups of the open journal, and looks after them unless it is the example."""
        if self._kept_keeper is None:
            from ui.backups.keeper import BackupKeeper

            self._kept_keeper = BackupKeeper(self._operations, self)
        return self._kept_keeper

    @property
    def theme(self) -> Theme:
        """The present look."""
        return self._theme

    @property
    def texts(self) -> Texts:
        """The present language."""
        return self._texts

    # Looks

    def _take_look(self, *, hurried: bool = False) -> None:
        self._theme = Theme(self._preferences.theme_mode, self._preferences.text_scale, hurried=hurried)
        self._texts = Texts(self._preferences.language)
        self._theme.apply(self._qt)

    def _front_context(self, door: Door) -> FrontContext:
        return FrontContext(
            door=door,
            operations=self._operations,
            theme=self._theme,
            texts=self._texts,
            preferences=self._preferences,
            files=DialogFileChooser(),
            printer=DialogPrinter(),
        )

    def _on_window_painted(self) -> None:
        from ui.after_paint import finish_start

        work = finish_start(self.window, self._operations, dress=self._finish_window)
        work.done.connect(self._on_classes_built)

    def _finish_window(self) -> None:
        self._notice_presence()
        self._dress_window()
        if self._theme.tokens != Theme(self._theme.mode, self._theme.text_scale).tokens:
            self._on_look_changed()

    def _on_classes_built(self) -> None:
        from ui.after_paint import import_rest

        self._operations.prepare(import_rest, done=self._on_rest_imported)

    def _on_rest_imported(self, _nothing: None) -> None:
        from ui.garbage import GarbageRounds

        GarbageRounds(self._operations).begin()
        if self._presence is not None:
            self._presence.listen()
        self.warmed_up.emit()
        if self._frame is None:
            self._backstage().prepare()

    def _notice_presence(self) -> None:
        from ui.presence import Presence

        self._presence = Presence(
            self._qt,
            self,
            window=self.window,
            departure=self.departure,
            operations=self._operations,
            preferences=self._preferences,
            clocks=self._clocks,
        )

    def _backstage(self) -> Backstage:
        if self._kept_backstage is None:
            from ui.backstage import Backstage

            self._kept_backstage = Backstage(self.window, self._make_frame, self)
        return self._kept_backstage

    def _dress_window(self) -> None:
        from ui.after_paint import speak
        from ui.widgets.focus_frame import FocusFrame

        speak(self._qt, self._preferences.language)
        self._focus_frame = FocusFrame(self.window, theme=self._theme)

    def _on_look_changed(self) -> None:
        if self._frame is None:
            self._when_idle(self._rebuild_entrance)
        else:
            self._frame.flush(self._rebuild_frame)

    def _when_idle(self, act: Callable[[], None]) -> None:
        from PySide6.QtCore import Qt

        if self._operations.is_busy:
            self._operations.idle.connect(act, Qt.ConnectionType.SingleShotConnection)
        else:
            act()

    def _rebuild_entrance(self) -> None:
        if self._frame is None:
            self._take_look()
            self.entrance.show_again()
            self._dress_window()
            if self._kept_backstage is not None:
                self._kept_backstage.prepare()

    def _rebuild_frame(self, saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush`` in ui.navigation
        if saved and self._frame is not None:
            place = self._frame.place()
            self._take_look()
            self._show_frame(place)
            self._dress_window()

    # The open journal

    def _on_entrance_opened(self) -> None:
        QTimer.singleShot(_TIDY_AFTER_MS, self, self._tidy)
        self._look_after_texts()
        self._operations.run(lambda journal: journal.is_example, done=self._on_kind_known)

    def _on_kind_known(self, is_example: bool) -> None:  # noqa: FBT001 - the result of a use case
        if is_example:
            self._visit = self._make_visit()
        else:
            self._preferences.set_journal_folder(self.entrance.door.folder)
            if self._presence is not None:
                self.keeper.begin(self._presence.hands)
        self._operations.run(
            lambda journal: (
                journal.place.load(),
                journal.settings.read(),
                journal.repaired,
                journal.witness.older(),
                journal.recovered,
                journal.damage,
            ),
            done=self._on_place_loaded,
            failed=self._on_place_failed,
        )

    def _look_after_texts(self) -> None:
        """Before anything is read: what could not be saved the last time belongs in what is read."""
        from ui.taken_in import TakingIn

        self._taking_in = TakingIn(self._operations, self, lock=self.departure.lock, parent=self)
        self._taking_in.begin()

    def _make_visit(self) -> ExampleVisit:
        from ui.example_visit import ExampleVisit

        visit = ExampleVisit(
            self.window,
            self.entrance.example,
            make_context=lambda: self._front_context(self.entrance.door),
            leave=self.departure.leave,
            parent=self,
        )
        visit.close_requested.connect(self.departure.lock)
        visit.ended.connect(lambda: setattr(self, "_frame", None))
        return visit

    def _tidy(self) -> None:
        if self._operations.is_open and not self.departure.is_locking:
            # It can wait for the next time: locking interrupts it, and nobody asked for it.
            self._operations.run(lambda journal: journal.tidy(), failed=lambda _error: None, interruptible=True)

    def _on_place_loaded(self, found: _Opened) -> None:
        from ui.navigation import Page, Place
        from ui.watch import Watch

        text, settings, repaired, older, recovered, damage = found
        hands = self._presence.hands if self._presence is not None and self._visit is None else None
        self._watch = Watch(self._operations, self._preferences, hands, older=older, looking_at=damage, parent=self)
        self._watch.tell_repaired = repaired
        self._watch.help_requested.connect(self._go_to_damage)
        place = Place.decode(text)
        if damage is not None:
            self._show_frame(place)
        elif recovered:
            backups = Place(Page.BACKUPS)
            self.entrance.show_recovered(lambda wanted: self._show_frame(backups if wanted else place))
        elif settings.recovery_later_used and not settings.recovery_confirmed:
            new_sheet = Place(Page.NEW_SHEET)
            self.entrance.show_reminder(lambda wanted: self._show_frame(new_sheet if wanted else place))
        else:
            self._show_frame(place)

    def _go_to_damage(self, trouble: Trouble) -> None:
        from ui.to_damage import ToDamage

        way = ToDamage(self.window, self._operations, self.entrance, trouble, parent=self)
        way.closed.connect(lambda: setattr(self, "_frame", None))
        way.begin(None if self._watch is not None and self._watch.is_looking else self._frame)

    def _on_place_failed(self, error: JournalError) -> None:
        from ui.faults import sentence
        from ui.navigation import TODAY, MessageKind

        self._show_frame(TODAY)
        if self._frame is not None:
            self._frame.context.message(sentence(self._texts, error), kind=MessageKind.FAILED)

    def _show_frame(self, place: Place | None) -> None:
        from ui.navigation import TODAY, Page, Place

        if self._visit is not None:
            # What was made ready is for one's own journal, from which there is a way to the example.
            self._backstage().drop()
        self._frame = frame = self._backstage().take()
        self.shield.end_with(frame.immersed)
        if self._visit is not None:
            frame.set_banner(self._visit.banner(frame.context.asker))
        if self._watch is not None:
            self._watch.dress(frame)
        self.window.show_content(frame)
        frame.navigate(place or TODAY)
        if self._taking_in is not None:
            self._taking_in.dress(frame)
        QTimer.singleShot(_AHEAD_AFTER_MS, frame, lambda: frame.make_ready(Place(Page.CASE)))

    def _make_frame(self) -> Frame:
        from ui.frame import Frame
        from ui.registry import commands, factories

        frame = Frame(self._make_page_context(), factories=factories(), commands=commands())
        frame.lock_requested.connect(self.departure.lock)
        frame.cover_requested.connect(self.departure.cover)
        frame.immersed.connect(self.departure.fill_screen)
        return frame

    def _make_page_context(self) -> Callable[..., PageContext]:
        from ui.dialogs.ask import WindowAsker
        from ui.navigation import PageContext

        return partial(
            PageContext,
            operations=self._operations,
            texts=self._texts,
            theme=self._theme,
            preferences=self._preferences,
            asker=WindowAsker(self.window, theme=self._theme),
            files=DialogFileChooser(),
            printer=DialogPrinter(),
            backups=self.keeper.maker,
            shield=self.shield,
            view_example=self.departure.lock_to_example if self._visit is None else None,
            empty_journal=self.departure.empty if self._visit is None else None,
            memory=self._memory,
        )

    def _on_crash(self, report: CrashReport) -> None:
        from ui.dialogs.crash_dialog import show_crash

        show_crash(report, window=self.window, theme=self._theme, texts=self._texts)
