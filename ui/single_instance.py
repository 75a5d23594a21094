"""Lets one window a user and a journal exist: a second start shows the first one and ends.

The folder lock of the journal is what protects the data; this is a courtesy, so every failure here is ignored.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_WAIT_MS = 400


def server_name(*, journal: Path, runtime: Path) -> str:
    """Return the name that starts of one user for one journal meet at; it tells nothing about either."""
    # Elsewhere the folder it stands in is the user's own; Windows has one room for the pipes of all.
    user = os.environ.get("USERNAME", "")
    digest = QCryptographicHash.hash(f"{user}\0{journal}".encode(), QCryptographicHash.Algorithm.Sha256)
    name = f"vpjournal-{digest.toHex().toStdString()[:20]}"
    return name if sys.platform == "win32" else str(runtime / name)


def runtime_folder(*, config: Path) -> Path:
    """Return the folder for the meeting point: this session's own, else the program's."""
    return Path(os.environ.get("XDG_RUNTIME_DIR") or config)


def warm_up() -> None:
    """Import what listening needs, in another thread than the one of the windows: it takes long."""
    from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: F401, PLC0415 - imported for the time it takes


class SingleInstance(QObject):
    """Asks a window that is already there to show itself, or becomes the one that is asked."""

    show_requested = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server: QLocalServer | None = None

    def ask_first(self) -> bool:
        """Ask the window that is already there to show itself; return whether there was one."""
        meeting_point = self._name if sys.platform != "win32" else rf"\\.\pipe\{self._name}"
        if not os.path.exists(meeting_point):  # noqa: PTH110 - pathlib does not know Windows pipes
            # The usual case costs no import: nobody is there.
            return False
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - see above

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Be the window that later starts find."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - not needed before the first window is painted

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)
        if not self._server.listen(self._name):
            # Left behind by a process that was killed: ``ask_first`` found nobody answering.
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def move(self, name: str) -> None:
        """Be found by starts for another journal from now on: the adviser went on in that one."""
        if name != self._name:
            listening = self._server is not None
            self.release()
            self._name = name
            if listening:
                self.listen()

    def release(self) -> None:
        """Stop being the first, so that a fresh process can be."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_server_new_connection(self) -> None:
        server = self._server
        while server is not None and (socket := server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
        self.show_requested.emit()
