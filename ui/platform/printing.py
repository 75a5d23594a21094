"""Prints a paper from memory: the very bytes that were previewed, page by page as pictures, never through a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

# ruff: noqa: PLC0415 - Qt's printing is imported when something is printed

PRINT_DPI = 300


class Printer(Protocol):
    """The seam for printing: pages get one, tests script one."""

    def is_there(self) -> bool:
        """Tell whether there is any printer at all."""

    def choose(self, parent: QWidget, *, pages: int) -> PrintJob | None:
        """Ask which printer and which pages; return ``None`` when the adviser thinks better of it."""


class PrintJob:
    """One paper on its way to the printer that the adviser chose."""

    def __init__(self, printer: QPrinter, *, pages: int) -> None:
        from PySide6.QtGui import QPainter

        self._printer = printer
        first, last = printer.fromPage() or 1, printer.toPage() or pages
        self.pages = tuple(range(first - 1, min(last, pages)))
        """The pages to print, counted from 0."""
        self._painter = QPainter()
        self._printed = 0

    def begin(self) -> bool:
        """Open the printer; return whether it takes a paper."""
        return self._painter.begin(self._printer)

    def add(self, image: QImage) -> bool:
        """Print the picture of the next page; return whether the printer took it."""
        from PySide6.QtCore import QRectF
        from PySide6.QtPrintSupport import QPrinter

        if self._printed and not self._printer.newPage():
            return False
        self._printed += 1
        self._painter.drawImage(QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel)), image)
        return True

    def end(self) -> bool:
        """Close the printer; return whether all is on its way."""
        return self._painter.end()


class DialogPrinter:
    """Asks with the system's print dialog; files are not its business, they are saved by the journal."""

    def is_there(self) -> bool:
        """Tell whether there is any printer at all."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def choose(self, parent: QWidget, *, pages: int) -> PrintJob | None:
        """Ask which printer and which pages of a paper of so many pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setMinMax(1, pages)
        try:
            return PrintJob(printer, pages=pages) if dialog.exec() else None
        finally:
            dialog.deleteLater()


def prepare(printer: QPrinter) -> None:
    """Set a printer to A4 to the very edge, with a job name that tells nobody in the print queue anything."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    printer.setDocName("VP-journaal")
    printer.setCreator("")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setFullPage(True)
    printer.setResolution(PRINT_DPI)
