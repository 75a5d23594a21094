"""The one way out of the program: what leaves is written down first, then printed or saved, then written off.

Nothing leaves before the register has an entry, which asks once more whether it may; what stops halfway leaves an
entry that says so, and a crash one that says *unsure*. Only the recovery sheet, which belongs to no journal's
register, leaves without. Work here outlives the page that asked for it: a paper on its way is followed to its end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shiboken6 import isValid

from ui.papers import count_pages, on_a4, page_picture
from vpjournal.domain.ids import HandedOutId
from vpjournal.domain.register import Leaving, Outcome, PaperKind, Way
from vpjournal.errors import JournalError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.operations import Operations
    from ui.platform.files import FileChooser
    from ui.platform.printing import Printer, PrintJob
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.identifying import Known
    from vpjournal.domain.register import Outgoing, Slip

# ruff: noqa: PLC0415 - what makes papers is imported when a paper is made, on the thread that makes it

_A4_WIDTH_INCH = 210 / 25.4
_PRINT_WIDTH = round(_A4_WIDTH_INCH * 300)
_A6 = frozenset({PaperKind.POCKET_CARD})
"""Papers of half the width and height, which are printed on A4 at their own size."""


@dataclass(frozen=True, slots=True)
class Left:
    """A paper left, or a part of it: its entry in the register, and how many of its pages went.

    ``stopped`` says that the printer gave up; fewer pages without it were what the adviser asked for.
    """

    entry: HandedOutId
    way: Way
    outcome: Outcome
    pages: int
    of: int
    stopped: bool = False
    protected: bool = False


class Stayed(StrEnum):
    """Why nothing left, where no fault is to be told."""

    NO_PRINTER = "no_printer"
    REFUSED = "refused"
    LEFT_IT = "left_it"  # the adviser closed the dialog


OnLeft = Callable[[Left], None]
OnWent = Callable[[int, int], None]
OnStayed = Callable[["Stayed | JournalError"], None]


def print_out(
    outgoing: Outgoing,
    *,
    parent: QWidget,
    operations: Operations,
    printer: Printer,
    left: OnLeft,
    stayed: OnStayed,
    went: OnWent | None = None,
) -> None:
    """Ask for a printer, write the paper down, and print it page by page; one of the two hears how it ended.

    ``went`` hears how many of the pages have gone so far.
    """
    if not printer.is_there():
        stayed(Stayed.NO_PRINTER)
        return
    job = printer.choose(parent, pages=outgoing.made.pages)
    if job is None:
        stayed(Stayed.LEFT_IT)
        return
    told = _Told(parent, operations, left=left, stayed=stayed, went=went)
    _Printing(outgoing, job, operations=operations.outliving, told=told).begin()


def choose_file(parent: QWidget, *, title: str, name: str, files: FileChooser) -> Path | None:
    """Ask where a paper is to be saved; ``None`` when the adviser thinks better of it."""
    return files.save(parent, title=title, name=name, suffix="pdf")


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Where a file is to be saved: the program that copies it elsewhere, and what its own name gives away, if any."""

    path: Path
    service: str = ""
    told: str = field(default="", repr=False)


def look_at_folder(
    path: Path, *, operations: Operations, done: Callable[[tuple[Path, str]], None], initiator: object
) -> None:
    """Look whether a program copies what is saved at ``path`` elsewhere; ``done`` gets both, the name may be empty."""
    operations.compute(lambda: (path, _synced_by(path)), done=done, initiator=initiator)


def look_at_place(
    path: Path, known: Known | None, *, operations: Operations, done: Callable[[FilePlace], None], initiator: object
) -> None:
    """Look whether a program copies what is saved at ``path`` elsewhere, and whether the name of the file says who."""
    operations.compute(
        lambda: FilePlace(path, _synced_by(path), _told_by_name(path, known)), done=done, initiator=initiator
    )


def save_out(
    outgoing: Outgoing,
    *,
    path: Path,
    password: str,
    parent: QWidget,
    operations: Operations,
    left: OnLeft,
    stayed: OnStayed,
) -> None:
    """Write the paper down and save it as a new file, under a password if there is one."""
    told = _Told(parent, operations, left=left, stayed=stayed)
    _Saving(outgoing, path, password, operations=operations.outliving, told=told).begin()


def print_recovery_sheet(
    pdf: bytes, *, parent: QWidget, operations: Operations, printer: Printer, done: Callable[[bool | None], None]
) -> None:
    """Print the recovery sheet; ``done`` hears whether a printer took it, ``None`` if the adviser left it."""
    if not printer.is_there():
        done(False)  # noqa: FBT003 - said in the line above
        return

    def on_counted(pages: int) -> None:
        job = printer.choose(parent, pages=pages)
        if job is None:
            done(None)
        elif job.begin():
            wanted = len(job.pages)
            _Pages(pdf, job, operations=operations, done=lambda went, ended: done(ended and went == wanted)).next()
        else:
            done(False)  # noqa: FBT003 - said in the line above

    count_pages(pdf, operations=operations, done=on_counted, initiator=parent)


def save_recovery_sheet(
    pdf: bytes,
    *,
    parent: QWidget,
    title: str,
    name: str,
    operations: Operations,
    files: FileChooser,
    done: Callable[[Path], None],
    failed: Callable[[JournalError], None],
) -> None:
    """Ask where to and write the recovery sheet as a new file; nothing happens when the adviser leaves it."""
    path = choose_file(parent, title=title, name=name, files=files)
    if path is not None:
        operations.compute(
            lambda: _write(path, pdf, password=""), done=lambda _nothing: done(path), failed=failed, initiator=parent
        )


class _Told:
    """Tells the page that asked, if it is still there and shows the same case; the work does not depend on it."""

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        *,
        left: OnLeft,
        stayed: OnStayed,
        went: OnWent | None = None,
    ) -> None:
        self._parent = parent
        self._left, self._stayed = operations.still(left), operations.still(stayed)

        def tell(so_far: tuple[int, int]) -> None:
            if went is not None:
                went(*so_far)

        self._went = operations.still(tell)

    def went(self, pages: int, of: int) -> None:
        if isValid(self._parent):
            self._went((pages, of))

    def left(self, left: Left) -> None:
        if isValid(self._parent):
            self._left(left)

    def stayed(self, why: Stayed | JournalError) -> None:
        if isValid(self._parent):
            self._stayed(why)


class _Pages:
    """Draws and prints one page after the other, so that a long paper never stands in memory as a whole.

    With its ``slip`` it asks the register before each page whether it may go on. Drawing and printing happen on the
    computing thread: a page takes a third of a second.
    """

    def __init__(
        self,
        pdf: bytes,
        job: PrintJob,
        *,
        operations: Operations,
        done: Callable[[int, bool], None],
        slip: Slip | None = None,
        tell: OnWent | None = None,
    ) -> None:
        self._pdf, self._job, self._operations, self._done = pdf, job, operations, done
        self._slip, self._tell = slip, tell
        self._waiting = list(job.pages)
        self._went = 0

    def next(self) -> None:
        """Print the next page, or close the printer after the last; then say how many went and how it closed."""
        slip = self._slip
        if not self._waiting:
            self._close()
        elif slip is None or not self._went:
            self._go_on(True)  # noqa: FBT003 - a slot in all but name
        else:
            # A long paper takes minutes, and the reporter may take the approval back meanwhile.
            self._operations.run(lambda journal: journal.register.may_go_on(slip), done=self._go_on)

    def _go_on(self, may: bool) -> None:  # noqa: FBT001 - the one thing it hears
        if may:
            page = self._waiting.pop(0)
            self._operations.compute(lambda: self._print(page), done=self._on_printed)
        else:
            self._close()

    def _print(self, page: int) -> bool:
        if self._slip is not None and self._slip.kind in _A6:
            return self._job.add(on_a4(page_picture(self._pdf, page, width=_PRINT_WIDTH // 2)))
        return self._job.add(page_picture(self._pdf, page, width=_PRINT_WIDTH))

    def _on_printed(self, taken: bool) -> None:  # noqa: FBT001 - the one thing it hears
        if taken:
            self._went += 1
            if self._tell is not None:
                self._tell(self._went, len(self._job.pages))
            self.next()
        else:
            self._close()

    def _close(self) -> None:
        self._operations.compute(self._job.end, done=lambda ended: self._done(self._went, ended))


class _Printing:
    """One paper on its way to a printer, and its entry in the register."""

    def __init__(self, outgoing: Outgoing, job: PrintJob, *, operations: Operations, told: _Told) -> None:
        self._outgoing, self._job, self._operations, self._told = outgoing, job, operations, told
        self._entry = HandedOutId(0)

    def begin(self) -> None:
        outgoing = self._outgoing
        self._operations.run(
            lambda journal: journal.register.begin(outgoing, Leaving(Way.PRINTED)),
            done=self._on_begun,
            failed=self._told.stayed,
        )

    def _on_begun(self, changes: Changes) -> None:
        self._entry = _entry_of(changes)
        if self._job.begin():
            pdf, slip = self._outgoing.made.pdf, self._outgoing.slip
            _Pages(
                pdf, self._job, operations=self._operations, done=self._on_ended, slip=slip, tell=self._told.went
            ).next()
        else:
            self._take_back()

    def _on_ended(self, went: int, ended: bool) -> None:  # noqa: FBT001 - a slot in all but name
        of = self._outgoing.made.pages
        stopped = went < len(self._job.pages)
        if not went:
            self._take_back()
        elif ended or stopped:
            outcome = Outcome.DONE if went == of else Outcome.PARTLY
            left = Left(self._entry, Way.PRINTED, outcome, went, of, stopped=stopped)
            _finish(left, operations=self._operations, told=self._told)
        else:
            # All pages were taken, and the printer did not say that they came out: the entry stays unsure.
            self._told.left(Left(self._entry, Way.PRINTED, Outcome.UNSURE, went, of))

    def _take_back(self) -> None:
        _take_back(self._entry, Stayed.REFUSED, operations=self._operations, told=self._told)


class _Saving:
    """One paper on its way to a file, and its entry in the register."""

    def __init__(self, outgoing: Outgoing, path: Path, password: str, *, operations: Operations, told: _Told) -> None:
        self._outgoing, self._path, self._password = outgoing, path, password
        self._operations, self._told = operations, told
        self._entry = HandedOutId(0)

    def begin(self) -> None:
        outgoing = self._outgoing
        leaving = Leaving(Way.FILE, protected=bool(self._password), place=str(self._path))
        self._operations.run(
            lambda journal: journal.register.begin(outgoing, leaving), done=self._on_begun, failed=self._told.stayed
        )

    def _on_begun(self, changes: Changes) -> None:
        self._entry = _entry_of(changes)
        path, pdf, password = self._path, self._outgoing.made.pdf, self._password
        self._operations.compute(
            lambda: _write(path, pdf, password=password), done=self._on_written, failed=self._on_not_written
        )

    def _on_written(self, _nothing: None) -> None:
        pages = self._outgoing.made.pages
        left = Left(self._entry, Way.FILE, Outcome.DONE, pages, pages, protected=bool(self._password))
        _finish(left, operations=self._operations, told=self._told)

    def _on_not_written(self, error: JournalError) -> None:
        _take_back(self._entry, error, operations=self._operations, told=self._told)


def _finish(left: Left, *, operations: Operations, told: _Told) -> None:
    operations.run(
        lambda journal: journal.register.finish(left.entry, left.outcome),
        done=lambda _changes: told.left(left),
        # It did leave; only the entry goes on saying that nobody is sure.
        failed=lambda _error: told.left(replace(left, outcome=Outcome.UNSURE)),
    )


def _take_back(entry: HandedOutId, why: Stayed | JournalError, *, operations: Operations, told: _Told) -> None:
    operations.run(
        lambda journal: journal.register.cancel(entry),
        done=lambda _changes: told.stayed(why),
        failed=lambda _error: told.stayed(why),
    )


def _entry_of(changes: Changes) -> HandedOutId:
    if changes.new is None:
        raise RuntimeError("the register began no entry")
    return HandedOutId(changes.new)


def _write(path: Path, pdf: bytes, *, password: str) -> None:
    from vpjournal.journal import papers

    papers.save(path, pdf, password=password)


def _told_by_name(path: Path, known: Known | None) -> str:
    """Return what in the name of a file would identify someone; of papers with nobody's words nothing is asked."""
    from vpjournal.domain.identifying import Certainty
    from vpjournal.journal.gate import look_at_words

    if known is None:
        return ""
    # What joins the words of a name is no part of them.
    points = look_at_words(path.stem.replace("_", " ").replace("-", " "), known)
    sure = (each.find for each in points if each.find.certainty is Certainty.IDENTIFIES)
    return next((find.text for find in sure), "")


def _synced_by(path: Path) -> str:
    from vpjournal.journal import papers

    return papers.synced_by(path.parent)
