"""Pictures of the pages of a paper, for the screen and for the printer, always from memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from ui.operations import Operations
    from vpjournal.domain.papers import PageImage

# ruff: noqa: PLC0415 - what makes papers is imported when a paper is made, on the thread that makes it

_CUT = "#A89F92"
"""The line to cut along, as light as the lines to write on."""


def picture(page: PageImage) -> QImage:
    """Return a page as a Qt picture."""
    image = QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    # The picture above borrows the bytes; this one owns its own.
    return image.copy()


def page_picture(pdf: bytes, page: int, *, width: int) -> QImage:
    """Draw one page, counted from 0. It takes a moment: never in the thread of the windows."""
    from vpjournal.journal import papers

    return picture(papers.page_image(pdf, page, width=width))


def on_a4(card: QImage) -> QImage:
    """Return a sheet of A4 with a page of A6 at its own size in the middle, where front and back meet, to cut out."""
    sheet = QImage(2 * card.width(), 2 * card.height(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    place = QRect(QPoint(card.width() // 2, card.height() // 2), card.size())
    painter.drawImage(place, card)
    painter.setPen(QColor(_CUT))
    painter.drawRect(place)
    painter.end()
    return sheet


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


def _page_count(pdf: bytes) -> int:
    from vpjournal.journal import papers

    return papers.page_count(pdf)


def _pictures(pdf: bytes, *, width: int, pages: Sequence[int] | None) -> list[QImage]:
    from vpjournal.journal import papers

    wanted = range(papers.page_count(pdf)) if pages is None else pages
    return [page_picture(pdf, page, width=width) for page in wanted]
