"""Turns a bug into a code that can be told to a developer, without a word of what was typed or read.

Kept of an exception: its type and the lines of this program it passed through. Never its message, its values
or the lines of others.
"""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

_OURS = Path(__file__).resolve().parent.parent
_PACKAGES = ("ui", "vpjournal", "resources")


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What may be shown of a bug: a short code, the kind of fault, and where in this program it passed."""

    code: str
    kind: str
    lines: tuple[str, ...]


def report_of(error: BaseException) -> CrashReport:
    """Return what may be shown of an exception."""
    lines = tuple(_own_lines(error.__traceback__))
    kind = type(error).__name__
    return CrashReport(code=_code(kind, *lines), kind=kind, lines=lines)


class CrashHook(QObject):
    """Hears of every bug: uncaught exceptions in any thread, exceptions in destructors and warnings of Qt."""

    crashed = Signal(object)
    """A bug happened: a ``CrashReport``. Comes in the thread of the windows."""

    def install(self) -> None:
        """Take over the hooks of Python and Qt. Nothing reaches the terminal: it would hold what was typed."""
        sys.excepthook = lambda _kind, error, _traceback: self.take(error)
        sys.unraisablehook = lambda unraisable: self.take(unraisable.exc_value)
        threading.excepthook = lambda args: self.take(args.exc_value)
        qInstallMessageHandler(self._on_qt_message)

    def take(self, error: BaseException | None) -> None:
        """Report one exception."""
        if error is not None and not isinstance(error, KeyboardInterrupt | SystemExit):
            self._tell(report_of(error))

    def _tell(self, report: CrashReport) -> None:
        # A bundle without a terminal has no standard error.
        if sys.stderr is not None:
            sys.stderr.write(f"{report.code} {report.kind} {' '.join(report.lines)}\n")
        self.crashed.emit(report)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        # Warnings are Qt's complaints about the desktop as often as about us; only faults are worth an alarm.
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            category = str(context.category or "")
            self._tell(CrashReport(code=_code(kind.name, category), kind=kind.name, lines=(category,)))


def _own_lines(traceback: TracebackType | None) -> list[str]:
    lines = []
    while traceback is not None:
        path = Path(traceback.tb_frame.f_code.co_filename)
        own = _own_path(path)
        if own is not None:
            lines.append(f"{own}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return lines


def _own_path(path: Path) -> str | None:
    """Return where a file lies within the program, without where the program lies; ``None`` for others' files."""
    parts = path.parts
    if path.is_absolute():
        if not path.is_relative_to(_OURS):
            return None
        parts = path.relative_to(_OURS).parts
    return "/".join(parts) if parts and parts[0] in _PACKAGES else None


def _code(*parts: str) -> str:
    digest = QCryptographicHash.hash("\n".join(parts).encode(), QCryptographicHash.Algorithm.Sha256)
    return digest.toHex().toStdString()[:8].upper()
