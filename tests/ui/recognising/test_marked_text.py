"""What is marked while it is being written: only what changed is looked at, and nothing but the marks is touched."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.ui.recognising.reading import LittleFinder, Writing, counted, writing
from vpjournal.domain.identifying import Find

__all__ = ["counted", "writing"]

MAIL = "piet.wonder@voorbeeld.nl"


def put_cursor(writing: Writing, position: int) -> None:
    cursor = writing.editor.textCursor()
    cursor.setPosition(position)
    writing.editor.setTextCursor(cursor)


def test_what_identifies_is_found_in_a_text_that_is_shown_and_in_what_is_typed(writing: Writing) -> None:
    writing.show(f"Zij schreef naar {MAIL} en kreeg geen antwoord.")
    assert writing.found == [MAIL]
    put_cursor(writing, 0)
    QTest.keyClicks(writing.editor, "Van a@b.nl. ")
    assert writing.found == ["a@b.nl", MAIL]


def test_nothing_is_read_before_there_is_something_to_read(writing: Writing) -> None:
    assert not writing.reader._wanted
    QTest.keyClicks(writing.editor, "a")
    assert writing.reader._wanted


def test_marks_go_along_with_edits(counted: Writing) -> None:
    counted.show("een\nvoor mevrouw Pluim en\ndrie")
    assert counted.places == [(1, 13)]
    put_cursor(counted, 0)
    QTest.keyClick(counted.editor, Qt.Key.Key_Return)
    assert counted.places == [(2, 13)]
    put_cursor(counted, 5)
    QTest.keyClicks(counted.editor, "nu ")
    assert counted.places == [(2, 16)]
    counted.editor.undo()
    counted.editor.undo()
    assert counted.places == [(1, 13)]


def test_only_changed_paragraphs_are_looked_at(counted: Writing) -> None:
    counted.show("\n".join(f"paragraaf {number}" for number in range(200)))
    counted.finder.looked_at.clear()
    put_cursor(counted, 0)
    QTest.keyClicks(counted.editor, "xy")
    counted.settle()
    assert counted.finder.looked_at == ["xparagraaf 0", "xyparagraaf 0"]


def test_moving_the_cursor_and_new_looks_are_no_reason_to_look(counted: Writing) -> None:
    counted.show("mevrouw Pluim\nnog een\n# kop")
    counted.finder.looked_at.clear()
    put_cursor(counted, 3)
    counted.editor.set_prompts(["nog een"])
    QTest.qWait(0)
    counted.settle()
    assert counted.finder.looked_at == []


def test_a_name_that_comes_or_goes_is_looked_for_in_the_paragraphs_that_hold_it_alone(counted: Writing) -> None:
    counted.show("Pluim kwam.\nHet regende.\nToen ging pluim weg.\n")
    assert counted.found == []
    counted.finder.looked_at.clear()
    counted.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(counted.editor, "mevrouw Pluim")
    counted.settle()
    assert counted.found == ["Pluim", "pluim", "Pluim"]
    assert "Het regende." not in counted.finder.looked_at
    counted.editor.undo()
    counted.settle()
    assert counted.found == []


def test_a_name_in_a_long_paragraph_is_looked_for_elsewhere_once_it_is_written_out(counted: Writing) -> None:
    counted.show("woord " * 300 + "\nPluim kwam.")
    later = counted.marked._names_later
    later.setInterval(60_000)
    counted.finder.looked_at.clear()
    put_cursor(counted, 0)
    QTest.keyClicks(counted.editor, "mevrouw Pluim ")
    counted.qtbot.waitUntil(lambda: not counted.marked._work.is_busy)
    assert counted.places == [(0, 8)]
    assert "Pluim kwam." not in counted.finder.looked_at
    assert not counted.marked.is_finished
    later.start(0)
    counted.settle()
    assert counted.places == [(0, 8), (1, 0)]


def test_two_paragraphs_do_not_keep_each_other_certain_of_a_name(writing: Writing) -> None:
    class Contagious(LittleFinder):
        """Is certain of what was seen, as the real one is."""

        def names(self, finds: object) -> frozenset[str]:
            return frozenset(find.text.casefold() for find in finds)  # type: ignore[attr-defined]

    writing.read_with(Contagious())
    writing.show("Pluim kwam.\nPluim ging.\nmevrouw Pluim")
    assert len(writing.found) == 3
    put_cursor(writing, len("Pluim kwam.\nPluim ging.\n"))
    for _ in range(len("mevrouw Pluim")):
        QTest.keyClick(writing.editor, Qt.Key.Key_Delete)
    writing.settle()
    assert writing.found == []


def test_marks_touch_neither_undo_nor_cursor_nor_text(counted: Writing) -> None:
    counted.show("eerst mevrouw Pluim\n" * 30)
    document = counted.editor.document()
    put_cursor(counted, 40)
    before = (document.toRawText(), document.availableUndoSteps(), document.revision(), document.isModified())
    counted.marked.frame([(0, 0)])
    counted.marked.set_hidden(hidden=True)
    counted.marked.set_hidden(hidden=False)
    counted.read_with(LittleFinder())
    counted.settle()
    counted.editor.grab()
    after = (document.toRawText(), document.availableUndoSteps(), document.revision(), document.isModified())
    assert (before, counted.editor.textCursor().position()) == (after, 40)


@pytest.mark.parametrize("before", ["", "é", "e\u0301", "😀", "👩‍👧 ", "\U0001f3f4\U000e0067 "])
def test_places_are_those_of_qt(counted: Writing, before: str) -> None:
    counted.show(f"{before} voor mevrouw Pluim😀 na")
    (_, paragraph) = next(counted.marked.paragraphs.with_finds())
    begin, end = paragraph.spans[0]
    cursor = QTextCursor(counted.editor.document())
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "Pluim"


def test_replacing_is_one_step_that_can_be_undone_and_leaves_the_cursor(counted: Writing) -> None:
    counted.show("😀 eerst mevrouw Pluim, dan niets")
    put_cursor(counted, 4)
    assert counted.marked.replace(0, 0, "collega A")
    assert counted.editor.text() == "😀 eerst collega A, dan niets"
    assert counted.editor.textCursor().position() == 4
    counted.editor.undo()
    assert counted.editor.text() == "😀 eerst mevrouw Pluim, dan niets"
    assert counted.found == ["Pluim"]


def test_nothing_is_replaced_in_a_text_that_is_finished_or_that_changed(counted: Writing) -> None:
    counted.show("mevrouw Pluim")
    counted.editor.setReadOnly(True)
    assert not counted.marked.replace(0, 0, "collega A")
    counted.editor.setReadOnly(False)
    assert not counted.marked.replace(0, 7, "collega A")
    assert counted.editor.text() == "mevrouw Pluim"


def test_the_marks_of_a_long_paragraph_go_along_until_it_is_looked_at(counted: Writing) -> None:
    counted.show("woord " * 600 + "mevrouw Pluim " + "woord " * 600)
    (number, paragraph) = next(counted.marked.paragraphs.with_finds())
    begin = paragraph.finds[0].start
    put_cursor(counted, counted.marked.position(number))
    QTest.keyClick(counted.editor, "x")
    assert not counted.marked.paragraphs[number].fresh
    assert counted.marked.paragraphs[number].finds[0].start == begin + 1
    counted.settle()
    assert counted.marked.paragraphs[number].finds[0].start == begin + 1


@pytest.mark.parametrize(("words", "with_the_key"), [(190, 1), (210, 0)])
def test_no_more_is_looked_at_with_a_key_than_leaves_time_for_it(
    counted: Writing, words: int, with_the_key: int
) -> None:
    """A paragraph of 1,200 characters full of names takes four milliseconds; a longer one is looked at when idle."""
    counted.show("woord " * words)
    counted.finder.looked_at.clear()
    QTest.keyClick(counted.editor, "x")
    assert len(counted.finder.looked_at) == with_the_key
    counted.settle()
    assert len(counted.finder.looked_at) == 1


def test_after_any_edits_the_same_is_found_as_in_the_text_as_a_whole(counted: Writing) -> None:
    chance = random.Random(5)  # noqa: S311 - the same edits each time
    counted.show("mevrouw Pluim\n\nPluim en Veder\n")
    bits = ["mevrouw ", "Pluim ", "Veder ", "😀", "\n", "pluim, ", "dan "]
    for _ in range(120):
        cursor = counted.editor.textCursor()
        length = counted.editor.document().characterCount()
        cursor.setPosition(chance.randrange(length))
        if chance.random() < 0.4:
            cursor.setPosition(chance.randrange(length), QTextCursor.MoveMode.KeepAnchor)
        counted.editor.setTextCursor(cursor)
        if chance.random() < 0.2:
            counted.editor.undo()
        else:
            counted.editor.insert_text("".join(chance.choices(bits, k=3)))
        counted.settle()
        assert counted.places == LittleFinder().find(counted.editor.document().toPlainText())


def test_a_text_that_goes_leaves_nothing(counted: Writing) -> None:
    counted.show("mevrouw Pluim")
    counted.editor.set_text("")
    assert counted.found == []
    assert counted.marked.paragraphs.seen == frozenset()
    assert "Pluim" not in repr(counted.marked.paragraphs[0])


def test_another_case_is_read_with_other_words(counted: Writing) -> None:
    counted.show("mevrouw Pluim")
    counted.reader.take(None)
    assert counted.reader.finder is None
    counted.editor.set_text("mevrouw Veder")
    counted.qtbot.waitUntil(lambda: counted.reader.finder is not None)
    assert counted.reader.finder is not counted.finder


def test_a_fault_of_the_finder_is_told_once_and_never_comes_between_words(writing: Writing) -> None:
    class Faulty(LittleFinder):
        def find_in(self, paragraph: str, seen: frozenset[str] = frozenset()) -> tuple[Find, ...]:
            raise ZeroDivisionError

    told: list[object] = []
    writing.reader._operations.crashed.connect(told.append)
    writing.read_with(Faulty())
    writing.editor.show()
    QTest.keyClicks(writing.editor, "drie letters")
    writing.editor.set_text("en nog iets")
    QTest.qWait(20)
    assert writing.editor.text() == "en nog iets"
    assert [type(each) for each in told] == [ZeroDivisionError]


def test_what_is_in_sight_is_looked_at_first(counted: Writing) -> None:
    counted.show("\n".join(f"paragraaf {number}" for number in range(400)))
    counted.editor.verticalScrollBar().setValue(counted.editor.verticalScrollBar().maximum() // 2)
    counted.read_with(LittleFinder())
    counted.settle()
    first = [int(text.split()[1]) for text in counted.finder.looked_at[:5]]
    middle = counted.editor.cursorForPosition(counted.editor.viewport().rect().topLeft()).block().blockNumber()
    assert first == list(range(middle, middle + 5))
    assert len(counted.finder.looked_at) == 400


def test_a_large_paste_is_looked_at_a_little_at_a_time(counted: Writing) -> None:
    counted.show("")
    counted.editor.insert_text("woord mevrouw Pluim " * 20_000)
    counted.settle()
    assert len(counted.found) == 20_000
    assert max(map(len, counted.finder.looked_at)) <= 2_000
