"""Pages of a paper under each other, as they will come out of the printer; only those in sight are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.theme import Theme
from vpjournal.domain.language import Texts

_GAP = 16
_MOST_WIDTH = 820
_A4 = 297 / 210
_REST = 120
_KEPT = 12
_WHITE = QColor("#FFFFFF")
"""Paper is white in every look of the program."""


class PaperPreview(QScrollArea):
    """Asks for pictures of pages by ``wanted`` and shows those it was given."""

    wanted = Signal(object, int)
    """``(page numbers from 0, width in device pixels)``"""

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = texts
        self._images: dict[int, QImage] = {}
        self._count = 0
        self._edge = theme.colour("line")
        self._asked: tuple[tuple[int, ...], int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self._sheets = _Sheets(self)
        self.setWidget(self._sheets)
        self._sheets.setAutoFillBackground(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_count(self, pages: int) -> None:
        """Show another paper of so many pages; its pictures are asked for."""
        self._count = pages
        self._asked = None
        self.setAccessibleName(self._t.plural("Voorbeeld, {n} blad", "Voorbeeld, {n} bladen", pages))
        self._arrange()
        # The old pictures stand until the new ones come, so that nothing flickers.
        self._images = {number: image for number, image in self._images.items() if number < pages}
        self._ask()

    def set_pages(self, images: Mapping[int, QImage]) -> None:
        """Show these pictures of pages."""
        sight = self._in_sight()
        kept = (
            {n: image for n, image in self._images.items() if n in sight} if len(self._images) > _KEPT else self._images
        )
        self._images = {**kept, **images}
        self._sheets.update()

    @property
    def images(self) -> Mapping[int, QImage]:
        """The pictures that are there now, by page."""
        return self._images

    def page_size(self) -> QSize:
        """Return how large a page stands on the screen."""
        width = max(120, min(self.viewport().width() - 2, _MOST_WIDTH))
        return QSize(width, round(width * _A4))

    def paint(self, painter: QPainter) -> None:
        """Paint the pages in sight."""
        size = self.page_size()
        for number in self._in_sight():
            area = self._sheets.rect().adjusted(1, 1, 0, 0)
            area.setSize(size)
            area.moveTop(1 + number * (size.height() + _GAP))
            painter.fillRect(area, _WHITE)
            if number in self._images:
                painter.drawImage(area, self._images[number])
            painter.setPen(QPen(self._edge, 1))
            painter.drawRect(area.adjusted(-1, -1, 0, 0))

    def _in_sight(self) -> tuple[int, ...]:
        step = self.page_size().height() + _GAP
        top = self.verticalScrollBar().value()
        first = max(0, top // step)
        last = (top + self.viewport().height()) // step
        return tuple(range(first, min(last + 1, self._count)))

    def _arrange(self) -> None:
        size = self.page_size()
        self._sheets.resize(size.width() + 2, max(1, self._count * (size.height() + _GAP) - _GAP + 2))
        self._sheets.update()

    def _ask(self) -> None:
        wanted = (self._in_sight(), round(self.page_size().width() * self.devicePixelRatioF()))
        if self._count and wanted != self._asked:
            self._asked = wanted
            self.wanted.emit(*wanted)

    def _on_scrolled(self, _value: int) -> None:
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._timer.start()


class _Sheets(QWidget):
    def __init__(self, preview: PaperPreview) -> None:
        super().__init__()
        self._preview = preview

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._preview.paint(painter)
