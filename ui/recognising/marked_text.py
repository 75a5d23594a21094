"""Looks at the text of one editor while it is being written, and marks what would identify someone.

What changed is looked at with the key that changed it, if that is little; the rest is looked at in idle slices,
beginning with what is in sight.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from ui.idle import IdleWork
from ui.positions import QtPositions
from ui.recognising.mark_painter import MarkPainter
from ui.recognising.paragraphs import Paragraphs, holds
from ui.widgets.plain_text_box import PlainTextBox
from vpjournal.domain.identifying import Certainty, Kind
from vpjournal.domain.searching import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QWidget

    from ui.recognising.reader import Reader
    from ui.theme import Theme
    from vpjournal.domain.identifying import Find, Question

_AT_ONCE = 1_200
"""Characters that are looked at with the key that changed them."""
_SLICE = 0.002
"""Seconds; with the piece that is under way a slice is over before a key would wait for it."""
_AFTER_NAMES_MS = 300
"""How long after a name came or went the rest of the text is looked at: it is not yet written out."""
_AFTER_WORD_MS = 700
"""How long after the last key a word counts as written out: marks that come and go with each letter are unquiet."""
_BETWEEN_TURNS = 64


class MarkedText(QObject):
    """Is made for an editor and lives as long as that does. Never changes the text, the cursor or what can be undone.

    Only ``replace`` changes the text, in one step that can be undone.
    """

    found = Signal()
    """Something else was found than before."""
    finished = Signal()
    """All of the text was looked at."""

    def __init__(self, editor: PlainTextBox, reader: Reader, *, theme: Theme, lower: int = 0) -> None:
        super().__init__(editor)
        self._editor = editor
        self._reader = reader
        self._document: QTextDocument | None = None
        self._left_out: Callable[[Find], bool] = lambda _find: False
        self.paragraphs = Paragraphs()
        self.painter = MarkPainter(editor, self.paragraphs, theme=theme, lower=lower)
        self._work = IdleWork(self, slice_of=_SLICE)
        self._work.done.connect(self._on_work_done)
        self._names_later = QTimer(self)
        self._names_later.setSingleShot(True)
        self._names_later.setInterval(_AFTER_NAMES_MS)
        self._names_later.timeout.connect(self._begin_rest)
        self._word_later = QTimer(self)
        self._word_later.setSingleShot(True)
        self._word_later.setInterval(_AFTER_WORD_MS)
        self._word_later.timeout.connect(self._on_word_finished)
        editor.overlay = self.painter
        editor.document_replaced.connect(self._on_editor_document_replaced)
        reader.changed.connect(self._on_reader_changed)
        self._on_editor_document_replaced()

    @property
    def is_finished(self) -> bool:
        """Tell whether all of the text was looked at."""
        return self._reader.finder is not None and not self._work.is_busy and not self._names_later.isActive()

    @property
    def editor(self) -> PlainTextBox:
        """Where the text is."""
        return self._editor

    @property
    def is_read_along(self) -> bool:
        """Tell whether the text is looked at; not after a fault of ours."""
        return not self._reader.has_given_up

    @property
    def is_in_small_organisation(self) -> bool:
        """Tell whether each role may be one person."""
        return self._reader.is_small

    def leave_out(self, left_out: Callable[[Find], bool]) -> None:
        """Neither mark nor count what this says is to stay as it is."""
        self._left_out = left_out
        self.paragraphs.drop(left_out)
        self._on_something_found()
        self._on_reader_changed()

    def ask_questions(self, done: Callable[[tuple[Question, ...]], None]) -> None:
        """Look in the background for words that judge or shrink."""
        self._reader.ask_questions(self._editor.text(), done)

    def begin(self) -> None:
        """Another text of the case is in hand: learn what was said in the others."""
        self._reader.read_roles()

    def set_hidden(self, hidden: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Paint no marks; the text is looked at all the same."""
        if self.painter.hidden != hidden:
            self.painter.hidden = hidden
            self._editor.viewport().update()

    def frame(self, places: Iterable[tuple[int, int]]) -> None:
        """Put a frame around these finds."""
        wanted = frozenset(places)
        if wanted != self.painter.current:
            self.painter.current = wanted
            self._editor.viewport().update()

    def position(self, number: int, unit: int = 0) -> int:
        """Return where in the document a unit of a paragraph stands."""
        return self._editor.document().findBlockByNumber(number).position() + unit

    def show_find(self, number: int, nth: int) -> None:
        """Scroll to a find, with what stands around it in sight; the cursor stays."""
        editor = self._editor
        cursor = QTextCursor(editor.document())
        cursor.setPosition(self.position(number, self.paragraphs[number].spans[nth][0]))
        place, view = editor.cursorRect(cursor), editor.viewport().rect()
        if place.top() < view.top() or place.bottom() > view.bottom():
            bar = editor.verticalScrollBar()
            bar.setValue(bar.value() + place.center().y() - view.height() // 2)

    def replace(self, number: int, nth: int, words: str) -> bool:
        """Say other words instead of a find, as one step that can be undone; tell whether it was still there."""
        paragraph = self.paragraphs[number]
        block = self._editor.document().findBlockByNumber(number)
        if self._editor.isReadOnly() or block.text() != paragraph.text or nth >= len(paragraph.spans):
            return False
        self._keep_name(paragraph.finds[nth])
        edit = self._reader.edit_for(paragraph.finds[nth], paragraph.text, words)
        positions = QtPositions(paragraph.text)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + positions.unit(edit.start))
        cursor.setPosition(block.position() + positions.unit(edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.text)
        return True

    def _keep_name(self, find: Find) -> None:
        # Whoever is no longer called by name here may be elsewhere.
        if self._reader.finder is not None:
            self.paragraphs.keep(self._reader.finder.names([find]))

    def proposals(self, number: int, nth: int) -> tuple[str, ...]:
        """Return what could be said instead of a find, best first."""
        paragraph = self.paragraphs[number]
        return self._reader.proposals(paragraph.finds[nth], paragraph.text, self._editor.text())

    # What is looked at, and when

    def _on_editor_document_replaced(self) -> None:
        before, document = self._document, self._editor.document()
        if before is not None and isValid(before):
            before.contentsChange.disconnect(self._on_contents_change)
        self._document = document
        document.contentsChange.connect(self._on_contents_change)
        self.painter.current = ()
        self._names_later.stop()
        self.painter.unfinished = -1
        self.paragraphs.reset(document.blockCount())
        if not document.isEmpty():
            self._reader.want()
        self.found.emit()
        self._begin_rest()

    def _on_reader_changed(self) -> None:
        self.paragraphs.look_again()
        self._begin_rest()

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        document = self._editor.document()
        if added - removed == 1:
            self.painter.unfinished = position + added
            self._word_later.start()
        first = document.findBlock(position).blockNumber()
        last = document.findBlock(min(position + added, document.characterCount() - 1)).blockNumber()
        after = last - first + 1
        before = after - (document.blockCount() - len(self.paragraphs))
        if before == after and all(self._is_known(number) for number in range(first, last + 1)):
            # Only its look changed.
            return
        lost = self.paragraphs.splice(first, before, after)
        self._reader.want()
        if self._look_at_once(range(first, last + 1)) or lost:
            self._on_something_found()
        if self.paragraphs.left or self._work.is_busy:
            # What was under way counts paragraphs as they were before.
            self._begin_rest(names=False)
        elif self.paragraphs.changed_names:
            self._names_later.start()

    def _on_word_finished(self) -> None:
        self.painter.unfinished = -1
        self._editor.viewport().update()

    def _is_known(self, number: int) -> bool:
        known = self.paragraphs[number]
        return known.fresh and known.text == self._text(number)

    def _look_at_once(self, numbers: range) -> bool:
        texts: dict[int, str] = {}
        if self._reader.finder is None:
            return False
        for number in numbers:
            texts[number] = self._text(number)
            if sum(map(len, texts.values())) > _AT_ONCE:
                if len(numbers) == 1:
                    self.paragraphs.keep_for_now(number, texts[number])
                return False
        differs = [self._look(number, text) for number, text in texts.items()]
        return any(differs)

    def _begin_rest(self, *, names: bool = True) -> None:
        """``names`` says that what a new name may have changed is looked at, too; else that comes later."""
        if self._reader.finder is not None:
            self._names_later.stop()
            self._work.begin(self._rest(names=names))

    def _rest(self, *, names: bool) -> Iterator[None]:
        """Look at what was not looked at yet, what is in sight first; then at what a new name may have changed."""
        paragraphs = self.paragraphs
        for turn, number in enumerate(chain(self._in_sight(), range(len(paragraphs)))):
            if not paragraphs[number].fresh:
                yield from self._look_in_pieces(number)
            elif turn % _BETWEEN_TURNS == 0:
                yield
        changed = paragraphs.changed_names
        if changed and not names:
            self._names_later.start()
            return
        for number in range(len(paragraphs)) if changed else ():
            if paragraphs.concerns(number, changed):
                yield from self._look_in_pieces(number)
            elif number % _BETWEEN_TURNS == 0:
                yield
        paragraphs.forget_changed_names()

    def _in_sight(self) -> range:
        editor = self._editor
        if not editor.isVisible():
            return range(0)
        view = editor.viewport().rect()
        first, last = (editor.cursorForPosition(QPoint(0, y)).block() for y in (view.top(), view.bottom()))
        return range(first.blockNumber(), last.blockNumber() + 1)

    def _look_in_pieces(self, number: int) -> Iterator[None]:
        text = self._text(number)
        pieces = tuple(self._reader.pieces(text))
        alone: list[tuple[Find, ...]] = []
        for _, piece in pieces:
            alone.append(self._find(piece))
            yield
        known = self._know(number, (find for finds in alone for find in finds))
        found: list[Find] = []
        for (start, piece), finds in zip(pieces, alone, strict=True):
            more = self._find_more(piece, finds, known)
            found += [replace(find, start=find.start + start, end=find.end + start) for find in more]
            yield
        if self.paragraphs.put(number, text, found):
            self._on_something_found()

    def _look(self, number: int, text: str) -> bool:
        alone = self._find(text)
        return self.paragraphs.put(number, text, self._find_more(text, alone, self._know(number, alone)))

    def _find(self, text: str, known: frozenset[str] = frozenset()) -> tuple[Find, ...]:
        finder = self._reader.finder
        if finder is None:
            return ()
        try:
            return finder.find_in(text, known)
        except Exception as error:  # noqa: BLE001 - nothing may come between somebody and the words
            self._reader.give_up(error)
            self.finished.emit()
            return ()

    def _know(self, number: int, alone: Iterable[Find]) -> frozenset[str]:
        """Return the names of the whole text, now that this was found in a paragraph looked at alone.

        Alone, or two paragraphs would keep each other certain of a name that is no longer there.
        """
        finder = self._reader.finder
        return self.paragraphs.know(number, frozenset() if finder is None else finder.names(alone))

    def _find_more(self, text: str, alone: tuple[Find, ...], known: frozenset[str]) -> tuple[Find, ...]:
        found = self._find(text, known) if holds(fold(_unfound(text, alone)), known) else alone
        return tuple(find for find in found if not self._left_out(find))

    def _text(self, number: int) -> str:
        return self._editor.document().findBlockByNumber(number).text()

    def _on_something_found(self) -> None:
        # Only asks for it: the text may not be laid out yet.
        self._editor.viewport().update()
        self.found.emit()

    def _on_work_done(self) -> None:
        if not self._names_later.isActive():
            self.finished.emit()


def mark_within(holder: QWidget, reader: Reader | None, *, theme: Theme) -> None:
    """Mark in all fields of several lines that are somewhere in a widget, if anybody reads along."""
    if reader is not None:
        for editor in holder.findChildren(PlainTextBox):
            MarkedText(editor, reader, theme=theme)


def _unfound(text: str, finds: Iterable[Find]) -> str:
    """Return what a text has beside the names that are certain: only there may more be found."""
    rest, last = [], 0
    for find in finds:
        if find.kind is Kind.PERSON and find.certainty is Certainty.IDENTIFIES:
            rest.append(text[last : find.start])
            last = find.end
    return " ".join([*rest, text[last:]])
