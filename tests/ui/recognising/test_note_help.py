"""The side list beside a note: what is open, in words, by key and by button, and silent when the adviser wants that."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTabWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_case, a_contact, an_organisation
from tests.ui.desk import Desk, desk, seen
from tests.ui.recognising.reading import LittleFinder
from ui.navigation import Page, Place
from ui.pages.case.case_page import CasePage
from ui.pages.case.note_head import NoteHead
from ui.pages.case.notes_part import NotesPart
from ui.pages.case.part import PartName
from ui.recognising.note_help import NoteHelp
from ui.recognising.reader import Reader
from ui.recognising.side import RecognisingSide
from ui.recognising.words_row import WordsRow
from ui.widgets.labels import Caption
from ui.widgets.note_editor import NoteEditor
from vpjournal.domain.case import Phase
from vpjournal.domain.days import today
from vpjournal.domain.identifying import Kind
from vpjournal.domain.ids import CaseId

__all__ = ["desk"]

PHASE = Phase.FIRST_CONVERSATION
NOTE = "Ik sprak mevrouw Pluim.\nZij werkt met mevrouw Veder. Pluim wil niets.\n"


class Reading:
    """A note that is open, with the list beside it."""

    def __init__(self, desk: Desk, case: CaseId, *notes: str) -> None:
        self.desk, self.case = desk, case
        for note in notes:
            desk.run(lambda journal, note=note: a_contact(journal, case, PHASE, today(), note=note))
        self.open()

    def open(self) -> None:
        desk, case = self.desk, self.case
        self.page = CasePage(desk.context, factories={PartName.NOTES: NotesPart}, open_acute_card=lambda *_: None)
        desk.show(self.page)
        self.page.open(Place(Page.CASE, case, f"{PHASE}/{PartName.NOTES}"))
        desk.settle()
        self.read_with(LittleFinder())

    def read_with(self, finder: LittleFinder) -> None:
        reader = self.part.context.reader
        assert reader is not None
        self.desk.qtbot.waitUntil(lambda: reader.finder is not None or not reader._wanted)
        reader._finder = finder  # type: ignore[assignment]  # Whatever finds will do.
        reader._wanted = True
        reader._load = lambda: None  # type: ignore[method-assign]  # It would put the real one in its place.
        reader.changed.emit()
        self.settle()

    def settle(self) -> None:
        self.desk.settle()
        self.desk.qtbot.waitUntil(lambda: self.help.is_ready and not self.help._soon.isActive())

    @property
    def part(self) -> NotesPart:
        return next(part for part in self.page.findChildren(NotesPart) if part.phase is PHASE)

    @property
    def editor(self) -> NoteEditor:
        return self.part.editor

    @property
    def help(self) -> NoteHelp:
        found = self.part.note_help()
        assert found is not None
        return found

    @property
    def side(self) -> RecognisingSide:
        return self.page.findChildren(RecognisingSide)[0]

    @property
    def tab(self) -> str:
        tabs = next(each for each in self.page.findChildren(QTabWidget) if each.indexOf(self.side) >= 0)
        return tabs.tabText(tabs.indexOf(self.side))

    def show_list(self) -> None:
        tabs = next(each for each in self.page.findChildren(QTabWidget) if each.indexOf(self.side) >= 0)
        tabs.setCurrentWidget(self.side)
        self.settle()

    @property
    def rows(self) -> list[str]:
        return [row.accessibleName() for row in self.side.findChildren(WordsRow) if row.isVisible()]

    @property
    def framed(self) -> list[str]:
        paragraphs = self.help.marked.paragraphs
        return [paragraphs[number].finds[nth].text for number, nth in self.help.marked.painter.current]

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.editor, key, modifier)
        self.settle()


@pytest.fixture
def reading(desk: Desk) -> Callable[..., Reading]:
    """Open a case with these notes."""
    case = desk.run(a_case)
    return lambda *notes: Reading(desk, case, *notes)


def test_the_same_words_are_one_row_that_says_in_words_what_they_are(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    assert note.tab == "Herkenbaarheid (2)"
    note.show_list()
    assert note.rows == [
        "Pluim. Naam van een persoon · komt 2 keer voor, wijst iemand aan. 1 van 2.",
        "Veder. Naam van een persoon, wijst iemand aan. 2 van 2.",
    ]
    assert "Dit is een naam." in note.side.findChildren(WordsRow)[0].accessibleDescription()


def test_the_list_follows_what_is_typed(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(note.editor, "Ook mevrouw Steel.")
    note.settle()
    assert note.tab == "Herkenbaarheid (3)"
    note.editor.selectAll()
    QTest.keyClick(note.editor, Qt.Key.Key_Delete)
    note.settle()
    assert note.tab == "Herkenbaarheid"


def test_keys_go_through_the_points_and_leave_the_cursor(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    cursor = note.editor.textCursor()
    cursor.setPosition(NOTE.index("werkt"))
    note.editor.setTextCursor(cursor)
    note.editor.setFocus()
    seen_names = []
    for _ in range(4):
        note.key(Qt.Key.Key_F8)
        seen_names += note.framed
    assert seen_names == ["Veder", "Pluim", "Pluim", "Veder"]
    note.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert note.framed == ["Pluim"]
    assert note.editor.textCursor().position() == NOTE.index("werkt")
    assert note.editor.hasFocus()
    assert note.side.isVisible()


def test_one_key_replaces_and_undo_brings_it_back(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.editor.setFocus()
    note.key(Qt.Key.Key_F8)
    seen(note.page, QLineEdit, "replacementField").setText("melder")
    note.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert note.editor.text() == NOTE.replace("mevrouw Pluim", "melder", 1)
    assert note.tab == "Herkenbaarheid (2)"
    note.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.editor.text() == NOTE


def test_what_took_the_place_of_a_name_is_proposed_for_the_same_name_again(reading: Callable[..., Reading]) -> None:
    note = reading("mevrouw Pluim en mevrouw Pluim en mevrouw Veder")
    note.editor.setFocus()
    note.key(Qt.Key.Key_F8)
    field = seen(note.page, QLineEdit, "replacementField")
    field.setText("collega A")
    note.desk.click(note.page, "replaceButton")
    note.settle()
    assert note.framed == ["Pluim"]
    assert field.text() == "collega A"
    note.desk.click(note.page, "replaceButton")
    note.settle()
    assert note.framed == ["Veder"]
    assert field.text() == "collega B"
    assert note.editor.text() == "Collega A en collega A en mevrouw Veder"


def test_part_of_a_name_is_proposed_the_role_of_the_whole(reading: Callable[..., Reading]) -> None:
    note = reading("mevrouw Pluim zei iets.\nPluim ging weg.")
    note.editor.setFocus()
    note.key(Qt.Key.Key_F8)
    note.help._said[(Kind.PERSON, "pia pluim")] = "medewerker C"
    assert note.help.proposals()[0] == "medewerker C"


def test_a_new_person_gets_a_letter_that_no_other_note_of_the_case_has(reading: Callable[..., Reading]) -> None:
    note = reading("Gisteren zei collega A niets, en collega B ook niet.", "Vandaag kwam mevrouw Pluim.")
    note.show_list()
    note.help.step(1)
    assert note.help.proposals()[0] == "collega C"


def test_in_a_small_organisation_it_says_that_a_role_may_be_one_person(
    desk: Desk, reading: Callable[..., Reading]
) -> None:
    note = reading(NOTE)
    note.show_list()
    small = [each for each in note.side.findChildren(Caption) if "kleine organisatie" in each.text()]
    assert [each.isVisible() for each in small] == [False]
    reader = note.part.context.reader
    assert reader is not None
    reader.is_small = True
    reader.changed.emit()
    note.settle()
    assert [each.isVisible() for each in small] == [True]


def test_the_reader_knows_whether_the_organisation_is_small(desk: Desk, qtbot: QtBot) -> None:
    reader = Reader(desk.operations, desk.operations)
    for name, headcount, small in (("Merel-47", 12, True), ("Veer-31", 120, False)):
        organisation = desk.run(partial(an_organisation, name=name, headcount=headcount))
        reader.take(desk.run(partial(a_case, code=name, organisation=organisation)))
        with qtbot.waitSignal(reader.changed):
            reader.want()
        assert reader.is_small is small


def test_replacing_everywhere_is_asked_for_with_the_words_and_what_stands_in_the_field(
    reading: Callable[..., Reading],
) -> None:
    note = reading(NOTE)
    asked: list[tuple[object, ...]] = []
    note.part.replace_asked.disconnect()
    note.part.replace_asked.connect(lambda *what: asked.append(what))
    note.show_list()
    note.help.step(1)
    seen(note.page, QLineEdit, "replacementField").setText("collega F ")
    note.desk.click(note.page, "replaceEverywhereButton")
    assert asked == [("Pluim", "collega F", Kind.PERSON)]
    assert note.editor.text() == NOTE


def test_no_name_is_remembered_in_the_journal_and_can_be_taken_back(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.editor.setFocus()
    note.key(Qt.Key.Key_F8)
    note.desk.click(note.page, "dismissButton")
    note.settle()
    assert [each.word for each in note.desk.run(lambda journal: journal.identifiers.not_names())] == ["Pluim"]
    assert note.tab == "Herkenbaarheid (1)"
    assert note.framed == ["Veder"]
    assert "Pluim" not in note.desk.messages[-1][0]
    note.desk.undo()
    assert note.desk.run(lambda journal: journal.identifiers.not_names()) == ()


def test_what_was_put_off_comes_last_and_stays_open(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.show_list()
    note.help.step(1)
    note.desk.click(note.page, "laterButton")
    note.settle()
    assert [each.split(".")[0] for each in note.rows] == ["Veder", "Pluim"]
    assert "later" in note.rows[1]
    assert note.framed == ["Veder"]
    note.help.step(1)
    assert note.framed == ["Veder"]
    assert note.help.count_open() == 2


def test_silence_hides_marks_and_list_until_the_note_is_finished(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.show_list()
    QTest.mouseClick(seen(note.page, QCheckBox, "quietBox"), Qt.MouseButton.LeftButton)
    note.settle()
    assert (note.rows, note.tab, note.help.marked.painter.hidden) == ([], "Herkenbaarheid", True)
    note.page.close()
    note.open()
    assert note.help.is_quiet
    assert note.help.marked.painter.hidden
    note.page.findChildren(NoteHead)[0].finish_wanted.emit()
    note.desk.settle()
    note.settle()
    assert not note.help.is_quiet
    assert note.tab == "Herkenbaarheid (2)"
    assert "Er staan nog 2 punten open" in note.desk.messages[-1][0]


def test_a_finished_note_shows_its_points_and_cannot_be_written_to(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.show_list()
    note.page.findChildren(NoteHead)[0].finish_wanted.emit()
    note.desk.settle()
    note.help.step(1)
    note.settle()
    assert note.framed == ["Pluim"]
    note.help.replace("collega A")
    assert note.editor.text() == NOTE


def test_the_list_can_be_walked_with_the_keys_alone(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.show_list()
    rows = [row for row in note.side.findChildren(WordsRow) if row.isVisible()]
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Return)
    assert note.framed == ["Pluim"]
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert note.framed == ["Veder"]
    QTest.keyClick(rows[1], Qt.Key.Key_Tab)
    field = seen(note.page, QLineEdit, "replacementField")
    assert field.hasFocus()
    assert field.accessibleName() == "Vervangen door"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert note.editor.hasFocus()


def test_another_note_and_no_note_show_nothing_of_the_one_before(reading: Callable[..., Reading]) -> None:
    note = reading(NOTE)
    note.show_list()
    note.help.step(1)
    seen(note.page, QLineEdit, "replacementField").setText("collega A")
    note.help.replace("collega A")
    note.part.forget()
    note.settle()
    assert note.rows == []
    assert note.side.choice.field.text() == ""
    held = (note.help._rows, note.help._said, note.help._left, note.help._later, note.help._current)
    assert not any(held)


def test_a_text_full_of_names_is_listed_in_part(reading: Callable[..., Reading]) -> None:
    note = reading("\n".join(f"mevrouw Pluim{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)))
    note.show_list()
    assert len(note.rows) == 60
    assert note.tab == "Herkenbaarheid (200)"
