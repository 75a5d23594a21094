"""The clipboard: all that is copied here is hidden from keepers of histories, and taken off again while it is ours.

After five minutes, on a lock and at the end of the program nothing of it can be pasted elsewhere any more; what was
cut still can be pasted here, because a text that was cut may stand nowhere else.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

_A_WHILE_MS = 60_000
KEPT_MS = 5 * 60_000
"""How long what was copied can be pasted in other programs."""
_TO_PASTE_MS = 10_000
"""How long it is there again for a paste that was asked for here."""
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_NO = bytes(4)
_KEPT_BY_NOBODY = {
    "x-kde-passwordManagerHint": b"secret",
    "org.nspasteboard.ConcealedType": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"secret",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
}
"""What asks the keepers of clipboard histories to leave this alone: those of KDE, of macOS, and Windows itself.

On macOS Qt writes a name that it does not know in a way of its own, so that only a keeper who knows Qt's heeds it.
"""
_MARK = next(iter(_KEPT_BY_NOBODY))


def private(text: str) -> QMimeData:
    """Return a text to put on the clipboard that no keeper of histories is to keep."""
    held = QMimeData()
    held.setText(text)
    for name, value in _KEPT_BY_NOBODY.items():
        held.setData(name, value)
    return held


def is_own(source: QMimeData) -> bool:
    """Tell whether what is pasted or dropped was copied or taken up in a window of this program."""
    return source.hasFormat(_MARK)


def clear_ours() -> None:
    """Empty the clipboard and, where there is one, the primary selection, when what they hold is ours."""
    for mode in _MODES:
        _clear(mode)


def copy_for_a_while(text: str) -> None:
    """Put a secret on the clipboard, and take it off after a minute."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(private(text))
    QTimer.singleShot(_A_WHILE_MS, clipboard, lambda: _clear_if(text))


def copy_text(text: str) -> None:
    """Put a text on the clipboard as if it had been copied from a field: its keeper takes it off again."""
    QGuiApplication.clipboard().setMimeData(private(text))


class ClipboardKeeper(QObject):
    """Looks after what is copied in any window of the program."""

    def __init__(self, parent: QObject, *, kept_ms: int = KEPT_MS, to_paste_ms: int = _TO_PASTE_MS) -> None:
        super().__init__(parent)
        self._kept_ms = kept_ms
        self._to_paste_ms = to_paste_ms
        self._cut = ""
        self._timers = {mode: self._timer(mode) for mode in _MODES}
        QGuiApplication.clipboard().changed.connect(self._on_changed)

    def _timer(self, mode: QClipboard.Mode) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.take_off if mode is _MODES[0] else self._on_selection_time_up)
        return timer

    def take_off(self) -> None:
        """Take off the clipboard what is ours; it can be pasted here from then on."""
        if _is_ours(QClipboard.Mode.Clipboard):
            text = QGuiApplication.clipboard().text()
            _clear(QClipboard.Mode.Clipboard)
            self._cut = text

    def bring_back(self) -> None:
        """Put on the clipboard what was taken off it, because it is about to be pasted here."""
        clipboard = QGuiApplication.clipboard()
        if self._cut and not _formats(QClipboard.Mode.Clipboard):
            clipboard.setMimeData(private(self._cut))
            # Shorter than what that began.
            self._timers[QClipboard.Mode.Clipboard].start(self._to_paste_ms)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if not _is_ours(mode):
            self._forget(mode)
            return
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text(mode)
        if not text:
            return
        self._cut = ""
        self._timers[mode].start(self._kept_ms)
        if _MARK not in _formats(mode):
            # Comes back here, and then has it.
            clipboard.setMimeData(private(text), mode)

    def _forget(self, mode: QClipboard.Mode) -> None:
        if mode in self._timers:
            self._timers[mode].stop()
        if mode is QClipboard.Mode.Clipboard and self._cut and _formats(mode):
            # Something was copied elsewhere since; that it is empty may only be told of late.
            self._cut = ""

    def _on_selection_time_up(self) -> None:
        _clear(QClipboard.Mode.Selection)


def _formats(mode: QClipboard.Mode) -> list[str]:
    # Where a screen has a simple clipboard, an empty one has no data at all.
    held: QMimeData | None = QGuiApplication.clipboard().mimeData(mode)
    return [] if held is None else held.formats()


def _is_ours(mode: QClipboard.Mode) -> bool:
    clipboard = QGuiApplication.clipboard()
    if mode is QClipboard.Mode.Selection:
        return clipboard.supportsSelection() and clipboard.ownsSelection()
    return mode is QClipboard.Mode.Clipboard and clipboard.ownsClipboard()


def _clear(mode: QClipboard.Mode) -> None:
    if _is_ours(mode):
        QGuiApplication.clipboard().clear(mode)


def _clear_if(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear(QClipboard.Mode.Clipboard)
