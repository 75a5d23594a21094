"""The clipboard: knows what this program put on it, so that locking, or a minute, takes exactly that off again."""

from PySide6.QtGui import QClipboard, QGuiApplication

_A_WHILE_MS = 60_000
_KEPT_BY_NOBODY = (
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
    "x-kde-passwordManagerHint",
    "org.nspasteboard.ConcealedType",
)
"""What asks the keepers of clipboard histories on the three systems to leave this alone."""


def clear_ours() -> None:
    """Empty the clipboard and, where there is one, the primary selection, when what they hold is ours."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def copy_for_a_while(text: str) -> None:
    """Put a secret on the clipboard, hidden from what keeps a history of it, and take it off after a minute."""
    from PySide6.QtCore import QMimeData, QTimer  # noqa: PLC0415 - locking needs none of this

    held = QMimeData()
    held.setText(text)
    for name in _KEPT_BY_NOBODY:
        held.setData(name, b"secret")
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(held)
    QTimer.singleShot(_A_WHILE_MS, clipboard, lambda: _clear_if(text))


def _clear_if(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear(QClipboard.Mode.Clipboard)
