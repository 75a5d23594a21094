"""An editor of plain text and nothing else: what goes in comes out as the same characters, however long a line is.

Qt lays a paragraph out as a whole, so that one of a million characters takes half a second for each key. Here a
very long paragraph is laid out as several, parted by a mark that canonical text cannot contain; a long paste goes
in piece by piece between two turns of the event loop.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.platform.clipboard import private
from ui.positions import QtPositions
from vpjournal.domain.text import canonical

_JOIN = "\u206a"
_REPLACEMENT = "\ufffd"
_LONG_PARAGRAPH = 8_000
_PIECE = 4_000
_SLICE = 16_000


class Overlay(Protocol):
    """Paints around the words, on the viewport, and leaves the text and its looks alone."""

    def paint_below(self, area: QRect) -> None:
        """Paint what the words of this area stand on."""

    def paint_above(self) -> None:
        """Paint the rest, once the words are there."""


class Porter(Protocol):
    """Sees what is pasted or dropped before it goes in."""

    def awaits(self) -> None:
        """Make ready: something may be pasted from now on."""

    def takes(self, source: QMimeData) -> bool:
        """Tell whether it is taken over here, to be put in later by ``insert_text`` or not at all."""


class PlainTextBox(QTextEdit):
    """Takes and gives plain text only, by keys, paste, drop, copy and by ``set_text`` and ``text``."""

    edited = Signal()
    """The adviser changed the text. Loading a text and colouring it are not changes."""

    attachment_refused = Signal()
    """A picture or a file was pasted or dropped, and left out."""

    characters_replaced = Signal()
    """Broken characters were pasted; a mark stands in their place."""

    document_replaced = Signal()
    """Another text is shown, with nothing left of the one before."""

    def __init__(
        self, *, font: QFont, line_height: int, margins: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._font = font
        self._line_height = line_height
        self._margins = margins
        self._waiting: Iterator[str] | None = None
        self._waiting_at = QTextCursor()
        self._known = ""
        self._own: QTextDocument | None = None
        self.overlay: Overlay | None = None
        self.porter: Porter | None = None
        self.setAcceptRichText(False)
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)
        self.set_text("")

    def text(self) -> str:
        """Return what was typed, in canonical form."""
        self._insert_waiting()
        return canonical(_joined(self.document().toRawText()))

    def set_text(self, text: str) -> None:
        """Show another text and forget how the one before came about."""
        self._waiting = None
        self.setExtraSelections([])
        if not text and self._own is not None and _is_pristine(self._own):
            return
        document = self._empty_document()
        cursor = QTextCursor(document)
        cursor.insertText(_parted(canonical(text)))
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        document.setParent(self)
        before, self._own = self._own, document
        self._known = document.toRawText()
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature.
        self.setDocument(document)
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature.
        self._on_document_replaced()
        self.document_replaced.emit()
        if before is not None:
            before.deleteLater()

    def insert_text(self, text: str) -> None:
        """Put a text at the cursor as one step that can be undone; a long one goes on in idle moments."""
        self._insert_waiting()
        entered = canonical(text)
        slices = _slices(_parted(entered))
        cursor = self.textCursor()
        cursor.insertText(next(slices, ""))
        self._waiting, self._waiting_at = slices, cursor
        self._insert_next()
        if _REPLACEMENT in entered:
            self.characters_replaced.emit()

    def change_text(self, text: str) -> None:
        """Put another text in place of the present one, as one step that can be undone, and only where it differs."""
        now = self.text()
        same = next((i for i, (a, b) in enumerate(zip(now, text, strict=False)) if a != b), min(len(now), len(text)))
        rest = min(len(now), len(text)) - same
        behind = next((i for i in range(rest) if now[-1 - i] != text[-1 - i]), rest)
        begin, end = self.places([same, len(now) - behind])
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[same : len(text) - behind])

    def places(self, points: Sequence[int]) -> list[int]:
        """Return where in the document these characters of ``text()`` stand."""
        raw = self.document().toRawText()
        positions = QtPositions(raw)
        return [positions.unit(_raw_place(raw, point)) for point in points]

    def show_found(self, start: int, end: int, colour: QColor) -> None:
        """Put the cursor after these characters of ``text()`` and colour them until the text changes.

        They are not selected, because the next key would then take their place.
        """
        begin, after = self.places([start, end])
        found = QTextEdit.ExtraSelection()
        found.cursor = self.textCursor()
        found.cursor.setPosition(begin)
        found.cursor.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
        found.format.setBackground(colour)
        found.format.setFontUnderline(True)
        behind = QTextCursor(found.cursor)
        behind.clearSelection()
        self.setExtraSelections([found])
        self.setTextCursor(behind)
        # In the middle, with what stands before and after it in sight.
        bar, view = self.verticalScrollBar(), self.viewport()
        bar.setValue(bar.value() + self.cursorRect().center().y() - view.height() // 2)

    def _empty_document(self) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._font)
        shape = document.rootFrame().frameFormat()
        side, above = self._margins
        shape.setMargin(side)
        shape.setTopMargin(above)
        document.rootFrame().setFrameFormat(shape)
        block = QTextBlockFormat()
        block.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(document).setBlockFormat(block)
        return document

    def _on_document_replaced(self) -> None:
        """For those who colour the text: the document is another one now."""

    def _on_text_changed(self) -> None:
        # Qt also says so when only the look changed, and counts that as a revision.
        raw = self.document().toRawText()
        if raw != self._known:
            self._known = raw
            self.setExtraSelections([])
            self.edited.emit()

    def _insert_next(self) -> None:
        piece = next(self._waiting, None) if self._waiting is not None else None
        if piece is None:
            self._waiting = None
            self.ensureCursorVisible()
            return
        self._waiting_at.joinPreviousEditBlock()
        self._waiting_at.insertText(piece)
        self._waiting_at.endEditBlock()
        QTimer.singleShot(0, self, self._insert_next)

    def _insert_waiting(self) -> None:
        rest = "".join(self._waiting) if self._waiting is not None else ""
        self._waiting = None
        if rest:
            self._waiting_at.joinPreviousEditBlock()
            self._waiting_at.insertText(rest)
            self._waiting_at.endEditBlock()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.porter is not None and self.porter.takes(source):
            return
        attached = source.hasImage() or any(url.isLocalFile() for url in source.urls())
        words = "" if any(url.isLocalFile() for url in source.urls()) else source.text()
        if words:
            self.insert_text(words)
        elif attached:
            self.attachment_refused.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        return private(_joined(self.textCursor().selectedText()))

    def paintEvent(self, event: QPaintEvent) -> None:
        overlay = self.overlay
        if overlay is not None:
            overlay.paint_below(event.rect())
        super().paintEvent(event)
        if overlay is not None:
            overlay.paint_above()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.porter is not None:
            self.porter.awaits()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._insert_waiting()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Tab and self.tabChangesFocus():
            # It only gets here when there is no other field to go to.
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_pristine(document: QTextDocument) -> bool:
    """Tell whether nothing was ever written here, so that there is nothing to forget."""
    return document.isEmpty() and not document.isUndoAvailable() and not document.isRedoAvailable()


def _parted(text: str) -> str:
    """Part the paragraphs that are too long to lay out as a whole, after a space where there is one."""
    if len(text) <= _LONG_PARAGRAPH:
        return text
    return "\n".join(_part(line) if len(line) > _LONG_PARAGRAPH else line for line in text.split("\n"))


def _part(line: str) -> str:
    pieces, start = [], 0
    while len(line) - start > _PIECE:
        end = line.rfind(" ", start + _PIECE // 2, start + _PIECE) + 1 or start + _PIECE
        pieces.append(line[start:end])
        start = end
    return f"{_JOIN}\n".join([*pieces, line[start:]])


def _joined(raw: str) -> str:
    text = raw.replace(f"{_JOIN}\u2029", "").replace(_JOIN, "")
    return text.replace("\u2029", "\n").replace("\u2028", "\n")


def _raw_place(raw: str, place: int) -> int:
    """Return where a place of the joined text is in the raw one; its end when there is no such place any more."""
    passed = 0
    for piece in raw.split(f"{_JOIN}\u2029"):
        if place <= len(piece):
            return passed + place
        place -= len(piece)
        passed += len(piece) + 2
    return len(raw)


def _slices(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + _SLICE) + 1 or len(text)
        yield text[start:end]
        start = end
