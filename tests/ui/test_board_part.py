"""The options board: what is typed, ticked, moved and taken away on it is what the journal holds."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QWidget

from tests.builders import a_case, an_option, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.case.board.board_grid import BoardGrid
from ui.pages.case.board.cell import Cell, shown
from ui.pages.case.board.cell_editor import CellEditor
from ui.pages.case.board.library_drawer import LibraryDrawer
from ui.pages.case.board.look_together import LookTogether
from ui.pages.case.board.measure import Measure
from ui.pages.case.board.option_column import OptionColumn
from ui.pages.case.board.option_state import OptionState
from ui.pages.case.board.slots import ROWS, Row, Slot, recognised, with_text
from ui.pages.case.board_part import BoardPart
from ui.pages.case.case_page import CasePage
from ui.pages.case.part import PartContext
from ui.pages.case.parts import FACTORIES
from ui.theme import Theme
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Words
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.case import Phase, Track
from vpjournal.domain.guide import sentence
from vpjournal.domain.guide_options import option_by_id
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.organisation import Presence, Route, RouteEntry
from vpjournal.journal.facade import Journal

__all__ = ["desk"]

_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def show(desk: Desk, page: QWidget) -> None:
    """Put a page in front, with the keyboard."""
    desk.show(page)
    page.activateWindow()
    desk.qtbot.waitUntil(page.isActiveWindow)


def the_board(desk: Desk, case: CaseId | None = None, *, detail: str = "") -> BoardPart:
    """Open the board of a case, as the case page does."""
    found = case if case is not None else desk.run(a_case)
    part = BoardPart(PartContext(desk.context, found), Phase.SECOND_CONVERSATION)
    show(desk, part)
    part.show_case(desk.run(lambda journal: journal.cases.view(found)))
    desk.operations.changed.connect(
        lambda changes, initiator: part.on_changes(changes) if initiator is not part else None
    )
    part.open(detail)
    desk.settle()
    return part


def test_a_damaged_board_is_not_an_empty_one_to_begin_on(desk: Desk) -> None:
    case = desk.run(a_case)
    desk.run(lambda journal: an_option(journal, case, "Zelf aanspreken"))

    def damage(journal: Journal) -> None:
        with journal._database.transaction():
            journal._database.execute("UPDATE board_text SET text = '' WHERE field = 'title'")

    desk.run(damage)
    part = the_board(desk, case)
    assert not part.isEnabled()
    assert "Deze tekst is beschadigd" in desk.messages[-1][0]


def a_board(desk: Desk, *titles: str) -> BoardPart:
    case = desk.run(a_case)
    for title in titles:
        desk.run(lambda journal, title=title: an_option(journal, case, title))
    return the_board(desk, case)


def stored(desk: Desk, part: BoardPart) -> tuple[OptionDraft, ...]:
    assert desk.flush(part)
    board = desk.run(lambda journal: journal.board.read(part.context.case))
    return tuple(option.draft for option in board.options)


def titles(desk: Desk, part: BoardPart) -> list[str]:
    return [draft.title.text for draft in stored(desk, part)]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, CellEditor)
    QTest.keyClicks(focused, words)


def current_column(part: BoardPart) -> OptionColumn:
    grid = part.findChild(BoardGrid, "boardGrid")
    return next(column for column in part.findChildren(OptionColumn) if column.state.key == grid.current)


def cell(part: BoardPart, row: Row, index: int = 0) -> Cell:
    return current_column(part).cells[Slot(row, index)]


def test_it_opens_empty_and_asks_the_reporter_first(desk: Desk) -> None:
    part = the_board(desk)

    assert part.findChild(EmptyCard).isVisible()
    assert any("de melder zelf ziet" in words.text() for words in part.findChild(EmptyCard).findChildren(Words))
    assert seen(part, LibraryDrawer, "libraryDrawer").isHidden()
    paper = seen(part, QPushButton, "paperButton")
    assert not paper.isEnabled()
    assert "nog geen blad" in paper.accessibleDescription()


def test_an_own_option_is_written_by_the_keyboard_alone(desk: Desk) -> None:
    part = the_board(desk)

    desk.click(part, "firstOwnOptionButton")
    write("Een brief <b>zonder</b> & verwijt")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F2)
    write("niemand")
    press(Qt.Key.Key_Escape)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    write("op mijn moment")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    write("in mijn woorden")
    press(Qt.Key.Key_Escape)

    assert cell(part, Row.TITLE).text() == "Een brief <b>zonder</b> & verwijt"
    assert cell(part, Row.TITLE).textFormat() is Qt.TextFormat.PlainText
    (draft,) = stored(desk, part)
    assert draft.title == BoardText("Een brief <b>zonder</b> & verwijt")
    assert draft.who_knows == BoardText("niemand")
    assert draft.texts(LineKind.PRO) == (BoardText("op mijn moment"), BoardText("in mijn woorden"))


def test_what_is_being_typed_is_saved_on_leaving(desk: Desk) -> None:
    part = a_board(desk, "Wachten")
    part.open(f"option:{part._store.states[0].id}")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    write(" tot mei")

    assert titles(desk, part) == ["Wachten tot mei"]
    assert isinstance(QApplication.focusWidget(), CellEditor)


def test_only_the_words_that_were_changed_stop_being_the_librarys(desk: Desk) -> None:
    option = option_by_id(Language.DUTCH, "O1")
    assert option is not None
    lines = tuple(BoardLine(LineKind.PRO, recognised(line)) for line in option.pros[:2])
    draft = OptionDraft(recognised(option.title), lines=lines, library="O1")

    changed = with_text(draft, Slot(Row.PROS, 1), "anders gezegd")

    assert changed.texts(LineKind.PRO) == (recognised(option.pros[0]), BoardText("anders gezegd"))
    assert changed.title == recognised(option.title)
    assert with_text(draft, Slot(Row.PROS, 0), option.pros[0].text) == draft
    assert with_text(draft, Slot(Row.TITLE), "Mijn titel").title == BoardText("Mijn titel")


def test_a_wiped_title_is_given_back_and_a_wiped_line_goes(desk: Desk) -> None:
    case = desk.run(a_case)
    line = BoardLine(LineKind.CON, BoardText("het duurt lang"))
    desk.run(lambda journal: an_option(journal, case, "Wachten", lines=(line,)))
    part = the_board(desk, case)
    part.open(f"option:{part._store.states[0].id}")

    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Escape)
    assert desk.messages[-1][1] is MessageKind.LOOK
    grid = part.findChild(BoardGrid, "boardGrid")
    grid.edit(Slot(Row.CONS))
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)

    (draft,) = stored(desk, part)
    assert draft.title.text == "Wachten"
    assert draft.lines == ()


def test_an_own_option_without_a_title_goes_again(desk: Desk) -> None:
    part = the_board(desk)
    desk.click(part, "firstOwnOptionButton")

    press(Qt.Key.Key_Escape)
    desk.settle()

    assert part.findChild(EmptyCard).isVisible()
    assert stored(desk, part) == ()


def test_options_move_by_keys_and_buttons(desk: Desk) -> None:
    part = a_board(desk, "Een", "Twee", "Drie")
    part.open(f"option:{part._store.states[0].id}")

    press(Qt.Key.Key_Right, _MOVING)
    press(Qt.Key.Key_Right, _MOVING)
    assert titles(desk, part) == ["Twee", "Drie", "Een"]
    press(Qt.Key.Key_Left, _MOVING)
    assert titles(desk, part) == ["Twee", "Een", "Drie"]
    desk.click(part, "moveLeftButton")
    assert titles(desk, part) == ["Een", "Twee", "Drie"]
    assert current_column(part).state.draft.title.text == "Een"


def drag(start: QWidget, to: QPoint) -> None:
    """Drag with the left button; QTest's own moves carry no button."""
    at = start.mapToGlobal(QPoint(20, 10))
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for place in (at + QPoint(30, 0), to):
        local = QPointF(start.mapFromGlobal(place))
        left = Qt.MouseButton.LeftButton
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            local,
            QPointF(place),
            Qt.MouseButton.NoButton,
            left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(start, move)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=start.mapFromGlobal(to))


def test_options_move_by_the_mouse(desk: Desk) -> None:
    part = a_board(desk, "Een", "Twee", "Drie")
    last = max(part.findChildren(OptionColumn), key=lambda column: column.x())

    drag(cell(part, Row.TITLE), last.mapToGlobal(QPoint(last.width() - 20, 20)))
    desk.settle()

    assert titles(desk, part) == ["Twee", "Drie", "Een"]
    assert not part.findChildren(CellEditor)
    first = min(part.findChildren(OptionColumn), key=lambda column: column.x())
    drag(first.cells[Slot(Row.TITLE)], first.mapToGlobal(QPoint(2 * first.width(), 20)))
    desk.settle()
    assert titles(desk, part) == ["Drie", "Twee", "Een"]


def test_a_click_chooses_a_column_and_a_second_click_writes_in_it(desk: Desk) -> None:
    part = a_board(desk, "Een", "Twee")
    other = max(part.findChildren(OptionColumn), key=lambda column: column.x())

    QTest.mouseClick(other.cells[Slot(Row.TITLE)], Qt.MouseButton.LeftButton)
    assert current_column(part) is other
    assert not part.findChildren(CellEditor)
    QTest.mouseClick(other.cells[Slot(Row.TITLE)], Qt.MouseButton.LeftButton)
    write(" keer")
    assert titles(desk, part) == ["Een", "Twee keer"]


def columns_with_invitations(part: BoardPart) -> list[str]:
    found = part.findChildren(OptionColumn)
    return [each.state.draft.title.text for each in found if any(cell.invites for cell in each.cells.values())]


def test_only_the_current_column_invites_to_write(desk: Desk) -> None:
    part = a_board(desk, "Een", "Twee", "Drie")
    part.open(f"option:{part._store.states[0].id}")
    assert columns_with_invitations(part) == ["Een"]

    press(Qt.Key.Key_Right, _MOVING)
    assert columns_with_invitations(part) == ["Een"]
    desk.click(part, "ownOptionButton")
    write("Vier")
    press(Qt.Key.Key_Return)
    assert columns_with_invitations(part) == ["Vier"]
    desk.click(part, "libraryButton")
    desk.click(part, "otherOptionsLink")
    desk.click(part, "addOption_O2")
    assert columns_with_invitations(part) == [current_column(part).state.draft.title.text]


def test_an_option_is_taken_away_and_comes_back_in_its_place(desk: Desk) -> None:
    part = a_board(desk, "Een", "Twee", "Drie")
    part.open(f"option:{part._store.states[1].id}")
    press(Qt.Key.Key_Return)
    write(" keer")
    press(Qt.Key.Key_Escape)

    desk.click(part, "removeOptionButton")
    assert titles(desk, part) == ["Een", "Drie"]
    assert desk.messages[-1] == ("Verwijderd", MessageKind.DONE)
    desk.undo()

    assert titles(desk, part) == ["Een", "Twee keer", "Drie"]
    assert [state.draft.title.text for state in part._store.states] == ["Een", "Twee keer", "Drie"]


def test_a_full_disk_keeps_the_text_and_saves_it_later(desk: Desk) -> None:
    part = a_board(desk, "Een")
    part.open(f"option:{part._store.states[0].id}")
    grid = part.findChild(BoardGrid, "boardGrid")
    desk.fill_disk()

    grid.edit(Slot(Row.SAYS))
    QApplication.focusWidget().insert_text("dit is wat ik wil " * 2000)  # type: ignore[union-attr]
    assert not desk.flush(part)
    assert desk.messages[-1][1] is MessageKind.FAILED
    desk.empty_disk()

    (draft,) = stored(desk, part)
    assert draft.says == "dit is wat ik wil " * 2000


# The memory aid


def with_aid(desk: Desk, case: CaseId | None = None) -> tuple[BoardPart, LibraryDrawer]:
    part = the_board(desk, case)
    desk.click(part, "libraryButton")
    return part, seen(part, LibraryDrawer, "libraryDrawer")


def test_a_library_option_comes_with_its_facts_and_no_line(desk: Desk) -> None:
    part, drawer = with_aid(desk)
    option = option_by_id(Language.DUTCH, "O2")
    assert option is not None

    desk.click(drawer, "addOption_O2")

    (draft,) = stored(desk, part)
    assert draft.title == BoardText(option.title.text, "O2.title")
    assert draft.who_decides.library == "O2.who_decides"
    assert draft.library == "O2"
    assert draft.lines == ()
    assert "O2" not in {each.id for each in drawer.list.left()}
    boxes = [box for box in drawer.findChildren(QCheckBox) if box.objectName().startswith("libraryLine_O2")]
    assert len(boxes) == len(option.pros + option.cons + option.consequences)
    assert not any(box.isChecked() for box in boxes)


def test_a_line_stands_on_the_board_only_while_it_is_recognised(desk: Desk) -> None:
    part, drawer = with_aid(desk)
    desk.click(drawer, "addOption_O2")
    option = option_by_id(Language.DUTCH, "O2")
    assert option is not None

    desk.click(drawer, "libraryLine_O2.c2")
    desk.click(drawer, "libraryLine_O2.c1")
    assert cell(part, Row.CONS).text() == option.cons[1].text
    assert [text.library for text in stored(desk, part)[0].texts(LineKind.CON)] == ["O2.c2", "O2.c1"]
    desk.click(drawer, "libraryLine_O2.c2")
    assert [text.library for text in stored(desk, part)[0].texts(LineKind.CON)] == ["O2.c1"]


def test_an_option_that_goes_takes_along_what_was_just_ticked(desk: Desk) -> None:
    part, drawer = with_aid(desk)
    desk.click(drawer, "addOption_O2")
    assert desk.flush(part)
    desk.click(drawer, "libraryLine_O2.c1")

    desk.click(part, "removeOptionButton")
    desk.undo()

    assert [text.library for text in stored(desk, part)[0].texts(LineKind.CON)] == ["O2.c1"]


def test_a_line_about_the_law_says_so(desk: Desk) -> None:
    _, drawer = with_aid(desk)
    desk.click(drawer, "addOption_O2")

    note = sentence(Language.DUTCH, "law_note")
    assert drawer.lines.row("O2.e3").box.accessibleDescription() == note
    assert drawer.lines.row("O2.e1").box.accessibleDescription() == ""


def test_an_own_option_borrows_the_lines_of_another(desk: Desk) -> None:
    case = desk.run(a_case)
    desk.run(lambda journal: an_option(journal, case, "Afwachten"))
    part, drawer = with_aid(desk, case)
    combo = seen(drawer, QComboBox, "linesOfCombo")

    combo.setCurrentIndex(combo.findData("O2"))
    combo.activated.emit(combo.currentIndex())
    desk.settle()
    desk.click(drawer, "libraryLine_O2.p1")

    (draft,) = stored(desk, part)
    assert draft.library == ""
    assert [text.library for text in draft.texts(LineKind.PRO)] == ["O2.p1"]


def test_behaviour_and_integrity_are_apart_and_the_case_says_which_comes_first(desk: Desk) -> None:
    case = desk.run(lambda journal: a_case(journal, track=Track.INTEGRITY))
    _, drawer = with_aid(desk, case)
    banner = sentence(Language.DUTCH, "integrity_banner")

    def banner_is_seen() -> bool:
        return any(words.isVisible() and words.text() == banner for words in drawer.findChildren(Words))

    assert drawer.list.track is Track.INTEGRITY
    assert banner_is_seen()
    integrity = {option.id for option in drawer.list.left()}
    drawer.list._tracks.button(Track.BEHAVIOUR).click()
    assert not banner_is_seen()
    assert not integrity & {option.id for option in drawer.list.left()}


def test_what_the_organisation_lacks_is_told_and_can_still_be_added(desk: Desk) -> None:
    routes = (RouteEntry(Route.COMPLAINTS_PROCEDURE, Presence.ABSENT),)
    organisation = desk.run(lambda journal: an_organisation(journal, routes=routes))
    case = desk.run(lambda journal: a_case(journal, organisation=organisation))
    part, drawer = with_aid(desk, case)
    missing = [option for option in drawer.list.left() if option.needs == (Route.COMPLAINTS_PROCEDURE,)]

    told = [words for words in drawer.findChildren(Words) if words.text() == "bestaat hier niet"]
    assert missing
    assert len(told) == len(missing)
    desk.click(drawer, f"addOption_{missing[0].id}")
    assert titles(desk, part) == [missing[0].title.text]


# Long boards


def test_two_hundred_options_and_an_endless_title_cost_no_more_than_what_is_in_sight(desk: Desk) -> None:
    case = desk.run(a_case)
    endless = "Heel lang " * 500

    def fill(journal: object) -> None:
        for number in range(200):
            an_option(journal, case, endless if number == 3 else f"Mogelijkheid {number}")  # type: ignore[arg-type]

    desk.run(fill)
    part = the_board(desk, case)
    grid = part.findChild(BoardGrid, "boardGrid")

    assert len(part.findChildren(OptionColumn)) < 10
    assert max(column.cells[Slot(Row.TITLE)].height() for column in part.findChildren(OptionColumn)) < 400
    part.open(f"option:{part._store.states[0].id}")
    press(Qt.Key.Key_End)
    assert current_column(part).state.draft.title.text == "Mogelijkheid 199"
    QTest.qWait(0)  # Columns out of sight are destroyed in the next turn.
    assert len([column for column in part.findChildren(OptionColumn) if not column.isHidden()]) < 10
    grid.set_current(part._store.states[3].key)
    grid.edit(Slot(Row.TITLE))
    assert seen(part, CellEditor, "cellEditor").text() == endless.strip()


@pytest.mark.parametrize("row", [Row.TITLE, Row.PROS, Row.SAYS])
def test_a_column_shows_an_endless_text_cut(row: Row) -> None:
    assert len(shown("woord " * 1000, row)) < 600
    assert "…" in shown("a\n" * 100, row)
    assert "…" not in shown("kort", row)


def test_rows_are_as_high_as_the_highest_text(theme: Theme) -> None:
    measure = Measure(theme=theme, editable=True)
    measure.set_width(216)
    short = OptionState(OptionDraft(BoardText("Kort")))
    long = OptionState(OptionDraft(BoardText("Kort"), who_knows=BoardText("iedereen die erbij was en nog wat mensen")))

    both, alone = measure.rows([short, long]), measure.rows([short])

    assert both[Row.WHO_KNOWS] > alone[Row.WHO_KNOWS]
    assert all(both[row] == alone[row] for row in ROWS if row is not Row.WHO_KNOWS)


def test_a_row_that_is_only_read_and_says_nothing_is_left_out(theme: Theme) -> None:
    measure = Measure(theme=theme, editable=False)
    measure.set_width(216)

    drafts = OptionDraft(BoardText("Kort"), says="dit"), OptionDraft(BoardText("Ook"))
    heights = measure.rows([OptionState(draft) for draft in drafts])

    assert {row for row in ROWS if heights[row]} == {Row.TITLE, Row.SAYS}


# Looking together


def test_looking_together_hides_whose_case_it_is(desk: Desk) -> None:
    case = desk.run(lambda journal: a_case(journal, word="vuurtoren"))
    desk.run(lambda journal: an_option(journal, case, "Wachten", says="dit wil ik"))
    immersed: list[bool] = []
    page = CasePage(
        replace(desk.context, immerse=immersed.append), factories=FACTORIES, open_acute_card=lambda *_: None
    )
    show(desk, page)
    page.open(Place(Page.CASE, case, "second_conversation/board"))
    desk.settle()
    desk.click(page, "lookTogetherButton")

    words = {each.text() for each in page.findChildren(Words) if each.isVisible()}
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert {"Wachten", "‘dit wil ik’", "Mogelijkheden"} <= words
    assert not any("Merel" in each or "vuurtoren" in each or each.startswith("+") for each in words)
    assert buttons == ["Klaar met samen kijken"]
    assert immersed == [True]
    press(Qt.Key.Key_Return)
    assert not page.findChildren(CellEditor)
    press(Qt.Key.Key_Escape)
    assert immersed == [True, False]
    assert any(each.isVisible() and each.text() == "Merel-47" for each in page.findChildren(Words))


def test_looking_together_begins_at_the_first_option(desk: Desk) -> None:
    part = a_board(desk, *(f"Mogelijkheid {letter}" for letter in "abcdefgh"))
    part._grid.set_current(part._store.states[-1].key)

    desk.click(part, "lookTogetherButton")

    (together,) = part.findChildren(LookTogether)
    assert together.findChild(BoardGrid).horizontalScrollBar().value() == 0
    (done,) = (each for each in together.findChildren(QPushButton) if each.isVisible())
    assert done.fontMetrics().height() > seen(part, QPushButton, "lookTogetherButton").fontMetrics().height()


def test_leaving_the_board_ends_looking_together(desk: Desk) -> None:
    case = desk.run(a_case)
    desk.run(lambda journal: an_option(journal, case))
    immersed: list[bool] = []
    page = CasePage(
        replace(desk.context, immerse=immersed.append), factories=FACTORIES, open_acute_card=lambda *_: None
    )
    show(desk, page)
    page.open(Place(Page.CASE, case, "second_conversation/board"))
    desk.settle()
    desk.click(page, "lookTogetherButton")

    page.open_phase(4)
    desk.settle()

    assert immersed == [True, False]
    assert not page.findChildren(LookTogether) or not page.findChild(LookTogether).isVisible()


def test_the_place_on_the_board_comes_back(desk: Desk) -> None:
    part = a_board(desk, "Een", "Twee")
    part.open(f"option:{part._store.states[1].id}")
    kept = part.detail()

    again = the_board(desk, part.context.case, detail=kept)

    assert current_column(again).state.draft.title.text == "Twee"
    assert again.detail() == kept
