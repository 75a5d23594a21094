"""A paper on its way out: pictures of its pages for the screen, to the printer, or into a file, always from memory."""

from __future__ import annotations

from collections.abc import Callable
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
) -> None:
    """Draw every page ``width`` pixels wide, on the computing thread."""
    operations.compute(lambda: _pictures(pdf, width=width, pages=None), done=done, initiator=initiator)


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
        width = round(_A4_WIDTH_INCH * _PRINT_DPI)
        operations.compute(
            lambda: _pictures(pdf, width=width, pages=job.pages),
            done=lambda images: done(_sent(job, images)),
            initiator=parent,
        )

    operations.compute(lambda: _page_count(pdf), done=on_counted, initiator=parent)


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


def _sent(job: PrintJob, images: list[QImage]) -> bool:
    return job.print(images)


def _page_count(pdf: bytes) -> int:
    from vpjournal.journal import papers

    return papers.page_count(pdf)


def _pictures(pdf: bytes, *, width: int, pages: tuple[int, ...] | None) -> list[QImage]:
    from vpjournal.journal import papers

    wanted = range(papers.page_count(pdf)) if pages is None else pages
    return [picture(papers.page_image(pdf, page, width=width)) for page in wanted]


def _save(path: Path, pdf: bytes) -> None:
    from vpjournal.journal import papers

    papers.save(path, pdf)
