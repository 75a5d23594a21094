"""A paper on its way out: pictures of its pages for the screen, to the printer, or into a file, always from memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.operations import Operations
    from ui.platform.files import FileChooser
    from ui.platform.printing import Printer, PrintJob
    from vpjournal.domain.papers import PageImage
    from vpjournal.errors import JournalError

# ruff: noqa: PLC0415 - what makes papers is imported when a paper is made, on the thread that makes it

_A4_WIDTH_INCH = 210 / 25.4
_PRINT_DPI = 300


def picture(page: PageImage) -> QImage:
    """Return a page as a Qt picture."""
    image = QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    # The picture above borrows the bytes; this one owns its own.
    return image.copy()


def show_pages(
    pdf: bytes,
    *,
    width: int,
    operations: Operations,
    done: Callable[[list[QImage]], None],
    initiator: object,
    pages: Sequence[int] | None = None,
) -> None:
    """Draw these pages, or every page, ``width`` pixels wide, on the computing thread."""
    operations.compute(lambda: _pictures(pdf, width=width, pages=pages), done=done, initiator=initiator)


def count_pages(pdf: bytes, *, operations: Operations, done: Callable[[int], None], initiator: object) -> None:
    """Count the pages of a paper, on the computing thread."""
    operations.compute(lambda: _page_count(pdf), done=done, initiator=initiator)


def print_paper(
    pdf: bytes,
    *,
    parent: QWidget,
    operations: Operations,
    printer: Printer,
    done: Callable[[bool | None], None],
) -> None:
    """Ask for a printer and print; ``done`` hears whether one took the paper, ``None`` if the adviser left it."""
    if not printer.is_there():
        done(False)  # noqa: FBT003 - said in the line above
        return

    def on_counted(pages: int) -> None:
        job = printer.choose(parent, pages=pages)
        if job is None:
            done(None)
            return
        if job.begin():
            _Printing(pdf, job, parent=parent, operations=operations, done=done).next()
        else:
            done(False)  # noqa: FBT003 - said in the line above

    count_pages(pdf, operations=operations, done=on_counted, initiator=parent)


def save_paper(
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
    """Ask where to and write the paper as a new file; nothing happens when the adviser thinks better of it."""
    path = files.save(parent, title=title, name=name, suffix="pdf")
    if path is not None:
        operations.compute(lambda: _save(path, pdf), done=lambda _nothing: done(path), failed=failed, initiator=parent)


class _Printing:
    """Draws and prints one page after the other, so that a long paper never stands in memory as a whole."""

    def __init__(
        self, pdf: bytes, job: PrintJob, *, parent: QWidget, operations: Operations, done: Callable[[bool | None], None]
    ) -> None:
        self._pdf, self._job = pdf, job
        self._parent, self._operations, self._done = parent, operations, done
        self._left = list(job.pages)

    def next(self) -> None:
        if not self._left:
            self._done(self._job.end())
            return
        show_pages(
            self._pdf,
            width=round(_A4_WIDTH_INCH * _PRINT_DPI),
            pages=(self._left.pop(0),),
            operations=self._operations,
            done=self._on_drawn,
            initiator=self._parent,
        )

    def _on_drawn(self, images: list[QImage]) -> None:
        if self._job.add(images[0]):
            self.next()
        else:
            self._job.end()
            self._done(False)  # noqa: FBT003 - the printer did not take it


def _page_count(pdf: bytes) -> int:
    from vpjournal.journal import papers

    return papers.page_count(pdf)


def _pictures(pdf: bytes, *, width: int, pages: Sequence[int] | None) -> list[QImage]:
    from vpjournal.journal import papers

    wanted = range(papers.page_count(pdf)) if pages is None else pages
    return [picture(papers.page_image(pdf, page, width=width)) for page in wanted]


def _save(path: Path, pdf: bytes) -> None:
    from vpjournal.journal import papers

    papers.save(path, pdf)
