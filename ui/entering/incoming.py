"""Stands at the entrance of one editor of a case: what comes from outside is looked at before it goes in.

What was copied or taken up in a window of this program has been looked at where it stood, and goes in at once; so does
a text in which nothing identifies anybody. With *stil* on everything does: who wants to write undisturbed is not
stopped by a question, the marks come when the note is finished, and the gate asks before anything leaves.
"""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.navigation import MessageKind
from ui.platform.clipboard import is_own
from vpjournal.domain.text import TEXT_LIMIT, canonical
from vpjournal.errors import Cancelled, TextTooLong, TooLargeToRead

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

    from ui.entering.incoming_sheet import IncomingSheet
    from ui.pages.case.part import PartContext
    from ui.widgets.plain_text_box import PlainTextBox
    from vpjournal.errors import JournalError

# ruff: noqa: PLC0415 - the sheet, and what reads files, are imported when there is something to look at

AT_ONCE = 20_000
"""Characters that are looked at while the adviser waits; that takes at most as long as a blink."""


class Incoming(QObject):
    """Is made for an editor and lives as long as that does. What it holds, it holds until the sheet is closed."""

    def __init__(
        self,
        editor: PlainTextBox,
        context: PartContext,
        *,
        limit: int = TEXT_LIMIT,
        is_quiet: Callable[[], bool] = lambda: False,
        files: bool = False,
    ) -> None:
        """``limit`` is how many characters the editor can keep; ``files``: text files may be dropped here too."""
        super().__init__(editor)
        self._editor = editor
        self._context = context
        self._limit = limit
        self._is_quiet = is_quiet
        self._files = files
        self._sheet: IncomingSheet | None = None
        editor.porter = self
        editor.document_replaced.connect(self.forget)

    @property
    def sheet(self) -> IncomingSheet | None:
        """What is being looked at, if anything is."""
        return self._sheet if self._sheet is not None and isValid(self._sheet) else None

    def awaits(self) -> None:
        """See to it that the lists have been read by the time that something is pasted."""
        if self._context.reader is not None:
            self._context.reader.want()

    def takes(self, source: QMimeData) -> bool:
        """Tell whether what is pasted or dropped is looked at first."""
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            return self._files and self._takes_files(paths)
        reader = self._context.reader
        if reader is None or reader.has_given_up or not source.hasText() or is_own(source) or self._is_quiet():
            return False
        typed = source.text()
        # Of far too much nothing is looked at, not even what it is in canonical form.
        text = typed if len(typed) > 2 * self._limit else canonical(typed)
        if len(text) <= AT_ONCE and reader.finder is not None:
            if not reader.sees_someone(text):
                return False
            self._open(from_file=False).show_text(text)
        elif text:
            reader.want()
            sheet = self._open(from_file=False)
            if len(text) > self._limit:
                sheet.show_too_long(text, self._limit)
            else:
                sheet.show_text(text, only_if_someone=True)
        return bool(text)

    def choose_file(self) -> None:
        """Ask for a file, and show its words before they go in at the cursor."""
        from vpjournal.journal.importing import SUFFIXES

        page = self._context.page
        path = page.files.open(self._editor, title=page.texts("Tekst uit een bestand halen"), suffixes=SUFFIXES)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Show the words of a file before they go in. Where it is and what it is called is kept nowhere."""
        from vpjournal.journal.importing import words_of

        sheet, stopped = self._open(from_file=True), Event()
        sheet.stop_wanted.connect(stopped.set)
        sheet.show_reading()
        self._context.page.operations.compute(
            lambda: words_of(path, stop=stopped.is_set),
            done=sheet.show_file,
            failed=lambda error: self._on_failed(sheet, error),
            initiator=sheet,
            stop=stopped.set,
            # A stick may be slow, and no paper is to wait for it.
            at_length=True,
        )

    def forget(self) -> None:
        """Let go of what was being looked at."""
        sheet, self._sheet = self.sheet, None
        if sheet is not None:
            sheet.reject()

    def _takes_files(self, paths: list[Path]) -> bool:
        from vpjournal.journal.importing import SUFFIXES

        if any(path.suffix.lower().removeprefix(".") not in SUFFIXES for path in paths):
            return False
        if len(paths) == 1:
            self.read_file(paths[0])
        else:
            page = self._context.page
            page.message(page.texts("Sleep één bestand tegelijk."), kind=MessageKind.LOOK)
        return True

    def _open(self, *, from_file: bool) -> IncomingSheet:
        from ui.entering.incoming_sheet import IncomingSheet

        self.forget()
        sheet = IncomingSheet(self._context, self._editor, from_file=from_file)
        sheet.taken.connect(lambda text: self._insert(text, from_file=from_file))
        sheet.open()
        self._sheet = sheet
        return sheet

    def _insert(self, text: str, *, from_file: bool) -> None:
        self._sheet = None
        self._editor.insert_text(text)
        self._editor.setFocus()
        if from_file:
            page = self._context.page
            page.message(
                page.texts(
                    "Ingevoegd. Het bestand zelf staat nog waar het stond; denk eraan het weg te doen als u het niet "
                    "meer nodig hebt."
                )
            )

    def _on_failed(self, sheet: IncomingSheet, error: JournalError) -> None:
        if isinstance(error, Cancelled):
            sheet.reject()
        else:
            sheet.show_fault(TooLargeToRead() if isinstance(error, TextTooLong) else error)
