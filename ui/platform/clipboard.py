"""The clipboard: knows what this program put on it, so that locking takes exactly that off again."""

from PySide6.QtGui import QClipboard, QGuiApplication


def clear_ours() -> None:
    """Empty the clipboard and, where there is one, the primary selection, when what they hold is ours."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
