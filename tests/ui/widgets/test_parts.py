import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QTabWidget, QWidget

from ui.dialogs.ask import AskDialog, Question
from ui.theme import Mode, Role, Theme
from ui.widgets.buttons import ButtonWithReason, button
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.labels import Body, ReporterWords, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.message_bar import MessageBar
from ui.widgets.phase_bar import PhaseBar
from ui.widgets.rail import Rail, RailEntry
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tabbed_side import TabbedSide
from ui.widgets.task_list import TaskList, TaskRow
from ui.widgets.wrapping_tree import TreeGroup, WrappingTree
from vpjournal.domain.case import Phase, PhaseState
from vpjournal.domain.language import Texts


@pytest.fixture
def bar(qtbot, theme: Theme, dutch: Texts) -> PhaseBar:
    made = PhaseBar(theme=theme, texts=dutch)
    qtbot.addWidget(made)
    made.resize(1160, 64)
    made.set_states({Phase.FIRST_CONTACT: PhaseState.ENOUGH, Phase.CHOICE: PhaseState.NOT_NEEDED})
    made.set_current(Phase.FIRST_CONVERSATION)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_phase_is_chosen_by_click_and_by_keys(qtbot, bar: PhaseBar) -> None:
    with qtbot.waitSignal(bar.phase_chosen) as chosen:
        qtbot.mouseClick(bar.button(Phase.CHOICE), Qt.MouseButton.LeftButton)
    assert chosen.args == [Phase.CHOICE]
    assert bar.current is Phase.CHOICE
    bar.button(Phase.CHOICE).setFocus()
    qtbot.keyClick(bar.button(Phase.CHOICE), Qt.Key.Key_Right)
    assert bar.button(Phase.FOLLOW_UP).hasFocus()
    with qtbot.waitSignal(bar.phase_chosen) as chosen:
        qtbot.keyClick(bar.button(Phase.FOLLOW_UP), Qt.Key.Key_Return)
    assert chosen.args == [Phase.FOLLOW_UP]


def test_showing_a_phase_says_nothing(qtbot, bar: PhaseBar) -> None:
    with qtbot.assertNotEmitted(bar.phase_chosen):
        bar.set_current(Phase.CLOSURE)


def test_each_phase_is_read_aloud_with_its_state(bar: PhaseBar) -> None:
    reader = QAccessible.queryAccessibleInterface(bar)
    names = [reader.child(i).text(QAccessible.Text.Name) for i in range(reader.childCount())]
    assert names[0] == "Eerste contact, genoeg voor nu"
    assert "Keuze, niet nodig" in names
    assert "Afsluiting, nog niet" in names


def test_a_narrow_bar_has_two_rows_and_cuts_nothing(qtbot, bar: PhaseBar) -> None:
    assert len({bar.button(phase).y() for phase in Phase}) == 1
    bar.resize(700, bar.heightForWidth(700))
    rows = {bar.button(phase).y() for phase in Phase}
    assert len(rows) == 2
    for phase in Phase:
        made = bar.button(phase)
        assert made.width() >= made.sizeHint().width()
        assert bar.rect().contains(made.geometry())


def test_with_very_large_text_one_row_shows_the_words_of_the_open_phase(qtbot, dutch: Texts) -> None:
    large = PhaseBar(theme=Theme(Mode.LIGHT, 2.0), texts=dutch)
    qtbot.addWidget(large)
    large.set_current(Phase.CHOICE)
    large.resize(960, large.heightForWidth(960))

    assert len({large.button(phase).y() for phase in Phase}) == 1
    assert large.rect().contains(large.button(Phase.CLOSURE).geometry())
    assert large.button(Phase.CHOICE).width() > 2 * large.button(Phase.FOLLOW_UP).width()
    assert large.button(Phase.FOLLOW_UP).toolTip() == "Vervolg en nazorg, nog niet"
    large.set_current(Phase.FOLLOW_UP)
    assert large.button(Phase.FOLLOW_UP).width() > 2 * large.button(Phase.CHOICE).width()


def test_the_ring_follows_the_keyboard_and_not_the_mouse(qtbot, theme: Theme) -> None:
    first, second, third = (button(words, theme=theme) for words in ("Een", "Twee", "Drie"))
    typed = QLineEdit()
    window = holder(column(first, second, typed, third, margins=(20, 20, 20, 20)))
    qtbot.addWidget(window)
    ring = FocusFrame(window, theme=theme)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ring.isVisible()
    assert ring.widget() is second
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert not ring.isVisible()
    qtbot.keyClick(typed, Qt.Key.Key_Tab)
    assert ring.widget() is third
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_the_ring_moves_along_and_stays_within_what_scrolls(qtbot, theme: Theme) -> None:
    page = ScrollPage(theme=theme, margin=24)
    buttons = [button(f"Knop {number}", theme=theme) for number in range(20)]
    page.add(*buttons)
    window = holder(column(page))
    qtbot.addWidget(window)
    window.resize(400, 300)
    ring = FocusFrame(window, theme=theme)
    with qtbot.waitActive(window):
        window.show()
    buttons[0].setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Tab)
    above = ring.geometry()
    assert above.topLeft() == buttons[1].mapTo(window, QPoint(-4, -4))
    page.verticalScrollBar().setValue(30)
    assert ring.geometry().top() == above.top() - 30
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert not ring.isVisible()
    buttons[1].hide()
    assert ring.widget() is not buttons[1]


def test_a_button_that_cannot_be_used_says_why(qtbot, theme: Theme) -> None:
    made = ButtonWithReason("Afdrukken", theme=theme)
    qtbot.addWidget(made)
    made.set_reason("Er staat nog geen mogelijkheid.")
    assert not made.button.isEnabled()
    assert made.button.accessibleDescription() == "Er staat nog geen mogelijkheid."
    made.set_reason(None)
    assert made.button.isEnabled()


def test_an_ampersand_on_a_button_is_itself(qtbot, theme: Theme) -> None:
    made = button("Jansen & Co", theme=theme)
    qtbot.addWidget(made)
    assert made.text() == "Jansen && Co"
    assert made.accessibleName() == "Jansen & Co"


@pytest.mark.parametrize("text", ["<b>vet</b>", "a & b", "<img src='file:///x'>"])
def test_labels_show_what_was_typed(qtbot, theme: Theme, text: str) -> None:
    label = Body(text, theme=theme)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == text


def test_words_wrap_with_the_line_height_of_their_role(qtbot, theme: Theme) -> None:
    label = Words("woord " * 40, theme=theme, role=Role.BODY)
    qtbot.addWidget(label)
    wide, narrow = label.heightForWidth(4000), label.heightForWidth(200)
    assert wide == 24
    assert narrow % 24 == 0
    assert narrow > 5 * 24
    assert Words("a\nb", theme=theme).heightForWidth(500) == 48


def test_the_words_of_the_reporter_stand_between_quotes(qtbot, theme: Theme) -> None:
    label = ReporterWords("Dit doe ik al.", theme=theme)
    qtbot.addWidget(label)
    assert label.text() == "‘Dit doe ik al.’"
    assert label.font().italic()
    label.set_words("")
    assert label.text() == ""


def test_a_message_stays_with_its_action_until_it_is_read(qtbot, theme: Theme) -> None:
    message = MessageBar(theme=theme)
    qtbot.addWidget(message)
    undone: list[bool] = []
    message.show_done("Verwijderd", action="Ongedaan maken", on_action=lambda: undone.append(True))
    assert message.text == "Verwijderd"
    assert message.accessibleName() == "Verwijderd"
    qtbot.mouseClick(message._action, Qt.MouseButton.LeftButton)
    assert undone == [True]
    message.show_failed("Opslaan lukt niet.", detail="Uw tekst staat er nog.")
    assert message.property("kind") == "failed"
    assert message._action is None
    message.clear()
    assert message.text == ""


def test_the_rail_says_where_to_go(qtbot, theme: Theme, dutch: Texts) -> None:
    rail = Rail(theme=theme, texts=dutch, entries=[RailEntry("a", "Vandaag", "sun"), RailEntry("b", "Casussen", "tag")])
    qtbot.addWidget(rail)
    rail.show()
    rail.set_current("a")
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.button("b"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["b"]
    assert not rail.button("a").isChecked()
    for signal, made in (
        (rail.search_requested, rail.search_button),
        (rail.cover_requested, rail.cover_button),
        (rail.lock_requested, rail.lock_button),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def test_a_click_or_enter_gives_the_question(qtbot, theme: Theme) -> None:
    tree = WrappingTree(theme=theme)
    qtbot.addWidget(tree)
    tree.resize(240, 400)
    tree.set_groups([TreeGroup("Luisteren", ("Wat gebeurde er, in uw woorden, die dag en daarna?",), "1 van 2")])
    tree.show()
    head = tree.model().index(0, 0)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(head).center())
    assert tree.isExpanded(head)
    line = tree.model().index(0, 0, head)
    assert tree.visualRect(line).height() > 2 * 21
    with qtbot.waitSignal(tree.chosen) as chosen:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(line).center())
    assert chosen.args == ["Wat gebeurde er, in uw woorden, die dag en daarna?"]
    with qtbot.waitSignal(tree.chosen):
        qtbot.keyClick(tree, Qt.Key.Key_Return)


def test_a_task_is_ticked_by_its_key(qtbot, theme: Theme) -> None:
    tasks = TaskList([TaskRow("k", "Tweede gesprek", "16 november")], theme=theme)
    qtbot.addWidget(tasks)
    with qtbot.waitSignal(tasks.ticked) as ticked:
        tasks.row("k").box.click()
    assert ticked.args == ["k", True]


@pytest.mark.parametrize(("width", "scale", "tabbed"), [(1160, 1.0, False), (900, 1.0, True), (1160, 1.5, True)])
def test_side_panels_become_tabs_when_there_is_no_room(qtbot, qapp, width: int, scale: float, tabbed: bool) -> None:
    look = Theme(Mode.LIGHT, scale)
    panels = [QWidget() for _ in range(3)]
    side = TabbedSide(theme=look, left=("Links", panels[0]), middle=panels[1], right=("Rechts", panels[2]))
    qtbot.addWidget(side)
    side.resize(width, 500)
    side.show()
    assert side.tabbed is tabbed
    side.resize(1400, 500)
    qtbot.waitUntil(lambda: panels[0].isVisible() and panels[1].width() >= 400)
    assert side.tabbed is (scale >= 1.3)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_third_side_panel_can_always_be_reached(qtbot, qapp, scale: float) -> None:
    look = Theme(Mode.LIGHT, scale)
    left, middle, right, more = (QWidget() for _ in range(4))
    side = TabbedSide(
        theme=look, left=("Links", left), middle=middle, right=("Rechts & meer", right), more=("Derde", more)
    )
    qtbot.addWidget(side)
    side.resize(1160, 500)
    side.show_panels(left=True, right=True, more=True)
    side.show()
    side.set_words(more, "Derde (2)")
    if scale < 1.3:
        tabs = next(each for each in side.findChildren(QTabWidget) if each.indexOf(more) >= 0)
        assert tabs.tabBar().isVisible()
        assert tabs.tabText(tabs.indexOf(more)) == "Derde (2)"
    else:
        chooser = side.findChild(QPushButton, "sidePanelButton")
        assert [each.text() for each in chooser.menu().actions()] == ["Links", "Rechts && meer", "Derde (2)"]
        chooser.menu().actions()[1].trigger()
        assert right.isVisible()
        assert chooser.accessibleName() == "Rechts & meer"
    side.bring_to_front(more)
    assert more.isVisible()
    assert not right.isVisible()
    side.show_panels(left=True, right=True)
    assert not more.isVisible()


def test_buttons_wrap_when_there_is_no_room(qtbot, theme: Theme) -> None:
    buttons = [button("Een knop met woorden", theme=theme) for _ in range(3)]
    layout = flow(*buttons)
    held = holder(layout)
    qtbot.addWidget(held)
    assert layout.heightForWidth(1000) == 44
    assert layout.heightForWidth(250) == 3 * 44 + 2 * 12


def test_the_safe_answer_is_the_default(qtbot, theme: Theme) -> None:
    question = Question("Weghalen?", "Weghalen", "Laten staan", destroys=True)
    dialog = AskDialog(question, theme=theme)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert dialog.decline_button.hasFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    again = AskDialog(question, theme=theme)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.accepted):
        again.accept_button.click()
