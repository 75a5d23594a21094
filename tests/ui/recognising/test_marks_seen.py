"""How marks look: told apart by more than colour, seen in every look, painted for what is in sight alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.recognising.reading import LittleFinder, Writing, counted, writing
from ui.operations import Operations
from ui.recognising.paragraphs import Paragraph, Paragraphs
from ui.theme import Mode, Theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens, contrast

__all__ = ["counted", "writing"]


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_lines_and_frame_stand_out_from_what_is_around_them(tokens: Tokens) -> None:
    for line in (tokens.notice_line, tokens.notice):
        assert contrast(line, tokens.paper) >= 3
        assert contrast(line, tokens.notice_soft) >= 3
    assert contrast(tokens.ink, tokens.notice_soft) >= 4.5


def pixels(writing: Writing, colour: QColor) -> list[tuple[int, int]]:
    picture = writing.editor.viewport().grab().toImage()
    wanted = colour.rgb()
    return [(x, y) for y in range(picture.height()) for x in range(picture.width()) if picture.pixel(x, y) == wanted]


@pytest.mark.parametrize(("mode", "scale"), [(Mode.LIGHT, 1.0), (Mode.DARK, 2.0), (Mode.CONTRAST, 1.3)])
def test_what_identifies_has_a_whole_line_and_what_may_has_dots(
    qtbot: QtBot, qapp: QApplication, open_operations: Operations, mode: Mode, scale: float
) -> None:
    theme = Theme(mode, scale)
    theme.apply(qapp)
    note = Writing(qtbot, open_operations, theme)
    note.read_with(LittleFinder())
    line = theme.colour("notice_line")
    lengths = {}
    for text in ("mevrouw Pluim", "mevrouw Pluim\nen nu Pluim"):
        note.show(text)
        rows = {y for _, y in pixels(note, line)}
        lengths[text] = sum(y == max(rows) for _, y in pixels(note, line)), len(rows)
    whole, thick = lengths["mevrouw Pluim"]
    dots, both = lengths["mevrouw Pluim\nen nu Pluim"]
    assert thick == theme.px(2)
    assert both == 2 * thick
    assert 0.4 < dots / whole < 0.6
    note.marked.set_hidden(hidden=True)
    assert pixels(note, line) == []


def test_the_ground_is_of_what_identifies_alone_and_goes_with_it(counted: Writing) -> None:
    soft = counted.marked.painter._theme.colour("notice_soft")
    counted.show("Pluim\nmevrouw Pluim")
    rows = [y for _, y in pixels(counted, soft)]
    assert 0 < max(rows) - min(rows) < 29
    counted.editor.selectAll()
    counted.editor.insert_text("niets")
    counted.settle()
    assert pixels(counted, soft) == []


class Counted(Paragraphs):
    """Tells which paragraphs were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[int] = set()

    def __getitem__(self, number: int) -> Paragraph:
        self.asked.add(number)
        return super().__getitem__(number)


def test_only_paragraphs_in_sight_are_painted(counted: Writing) -> None:
    found = Counted()
    counted.marked.paragraphs = counted.marked.painter._found = found
    counted.show("\n".join(["mevrouw Pluim"] * 400))
    for _ in range(2):
        found.asked.clear()
        counted.editor.viewport().grab()
        assert 0 < len(found.asked) < 40
        assert 0 < len(counted.marked.painter._shapes) < 40
        counted.editor.verticalScrollBar().setValue(counted.editor.verticalScrollBar().maximum())


def test_a_word_is_marked_once_it_is_written_out(counted: Writing) -> None:
    line = counted.marked.painter._theme.colour("notice_line")
    counted.show("")
    QTest.keyClicks(counted.editor, "mevrouw Pluim")
    counted.marked._word_later.stop()
    assert counted.found == ["Pluim"]
    assert pixels(counted, line) == []
    QTest.keyClicks(counted.editor, " ")
    counted.marked._word_later.stop()
    assert pixels(counted, line)
    QTest.keyClick(counted.editor, Qt.Key.Key_Backspace)
    QTest.keyClicks(counted.editor, "a")
    assert pixels(counted, line) == []
    counted.qtbot.waitUntil(lambda: bool(pixels(counted, line)))
