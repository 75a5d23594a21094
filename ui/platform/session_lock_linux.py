"""On Linux the system's bus tells of locked sessions and of sleep, and the desktop's own bus of its screen saver.

Nothing is sent but the wish to hear these, and to be given a moment before sleep. Whose session it is does not matter:
on a laptop that somebody else takes over the journal should be locked as well. Every signal is read as a message, with
its signature looked at: Qt ends the program when one that any program can send does not fit the arguments of a slot.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor, QDBusVariant

if TYPE_CHECKING:
    from collections.abc import Callable

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SCREEN_SAVERS = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate"))
_SLEEP = ("sleep", "VP-journaal", "VP-journaal", "delay")
"""What is asked for, who asks, why (nothing that anyone need read) and how: put off, not kept from happening."""


class Listener(QObject):
    """Hears the buses that there are."""

    def __init__(self, gone: Callable[[], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self._gone = gone
        self._system = QDBusConnection.systemBus()
        self._moment: int | None = None

    def listen(self) -> None:
        """Begin; without a bus nothing is ever heard, and nothing said."""
        session = QDBusConnection.sessionBus()
        if self._system.isConnected():
            self._hear(self._system, _LOGIN, _MANAGER, "PrepareForSleep", "on_sleep")
            self._hear(self._system, _LOGIN, _SESSION, "Lock", "on_lock")
            self._hear(self._system, _LOGIN, _PROPERTIES, "PropertiesChanged", "on_properties")
            self._ask_for_a_moment()
        if session.isConnected():
            for name in _SCREEN_SAVERS:
                self._hear(session, "", name, "ActiveChanged", "on_screen_saver")

    def let_sleep(self) -> None:
        """Give the moment back: there is nothing to do before sleep, or it is done."""
        moment, self._moment = self._moment, None
        if moment is not None:
            os.close(moment)

    def _hear(self, bus: QDBusConnection, service: str, interface: str, name: str, slot: str) -> None:
        # PySide takes what SLOT returns here and nothing else, whatever its stub says.
        bus.connect(service, "", interface, name, self, SLOT(f"{slot}(QDBusMessage)"))  # type: ignore[call-overload]

    def _ask_for_a_moment(self) -> None:
        self._call(_LOGIN_PATH, _MANAGER, "Inhibit", _SLEEP, self._on_moment)

    def _call(
        self,
        path: str,
        interface: str,
        name: str,
        arguments: tuple[str, ...],
        done: Callable[[QDBusPendingCallWatcher], None],
    ) -> None:
        message = QDBusMessage.createMethodCall(_LOGIN, path, interface, name)
        message.setArguments(list(arguments))
        QDBusPendingCallWatcher(self._system.asyncCall(message), self).finished.connect(done)

    def _on_moment(self, watcher: QDBusPendingCallWatcher) -> None:
        given = _first(watcher.reply())
        if isinstance(given, QDBusUnixFileDescriptor) and given.isValid():
            self.let_sleep()
            # The one that came with the message is closed with it.
            self._moment = os.dup(given.fileDescriptor())
        watcher.deleteLater()

    def _on_hint(self, watcher: QDBusPendingCallWatcher) -> None:
        told = _first(watcher.reply())
        if isinstance(told, QDBusVariant) and told.variant() is True:
            self._gone()
        watcher.deleteLater()

    @Slot(QDBusMessage)
    def on_sleep(self, message: QDBusMessage) -> None:
        """Hear that the laptop will sleep, or that it woke."""
        if _first(message) is True:
            self._gone()
        elif _first(message) is False and self._moment is None:
            self._ask_for_a_moment()

    @Slot(QDBusMessage)
    def on_lock(self, _message: QDBusMessage) -> None:
        """Hear that a session is to be locked."""
        self._gone()

    @Slot(QDBusMessage)
    def on_properties(self, message: QDBusMessage) -> None:
        """Hear that something about a session changed, and ask whether it is locked now."""
        if message.signature() == "sa{sv}as" and _first(message) == _SESSION:
            self._call(message.path(), _PROPERTIES, "Get", (_SESSION, "LockedHint"), self._on_hint)

    @Slot(QDBusMessage)
    def on_screen_saver(self, message: QDBusMessage) -> None:
        """Hear that the screen saver, which locks the screen on most desktops, began or ended."""
        if _first(message) is True:
            self._gone()


def _first(message: QDBusMessage) -> object:
    return next(iter(message.arguments()), None)


def listen(gone: Callable[[], None], *, parent: QObject) -> Listener:
    """Call ``gone`` from now on."""
    made = Listener(gone, parent=parent)
    made.listen()
    return made
