"""Printing: every page that was asked for reaches the printer, as a picture that fills the paper."""

from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ui.platform.printing import PrintJob, prepare


def a_page(colour: int) -> QImage:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def printer_into(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(made)
    made.setOutputFileName(str(path))
    return made


def test_each_page_fills_a_sheet_of_a4(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    job = PrintJob(printer_into(path), pages=2)
    assert job.pages == (0, 1)
    assert job.begin()
    assert all(job.add(a_page(0xFF336699)) for _ in job.pages)
    assert job.end()
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 2
        width, height = document[0].get_size()
        assert (round(width), round(height)) == (595, 842)
        bitmap = document[1].render()
        corner = bytes(bitmap.buffer)[3 * bitmap.stride + 3 * bitmap.n_channels :][:3]
        assert corner != b"\xff\xff\xff"


def test_only_the_pages_that_were_chosen_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    assert PrintJob(printer, pages=5).pages == (1, 2)


def test_the_print_queue_sees_only_the_name_of_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    assert printer_into(tmp_path / "out.pdf").docName() == "VP-journaal"
