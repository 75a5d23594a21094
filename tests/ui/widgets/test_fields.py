from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.field import Field, line_edit
from ui.widgets.plain_text_field import PlainTextField
from ui.widgets.tick_list import TickList
from vpjournal.domain.days import CoarseDay, Precision
from vpjournal.domain.language import Texts

TODAY = date(2026, 11, 16)


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    return widget


def test_a_fault_is_seen_and_heard_and_goes_away(qtbot, theme: Theme) -> None:
    editor = line_edit("31 november")
    field = Field("Wanneer", editor, theme=theme, helper="Een dag is genoeg.")
    shown(qtbot, field)
    reader = QAccessible.queryAccessibleInterface(editor)
    assert reader.text(QAccessible.Text.Name) == "Wanneer"
    field.set_fault("Deze dag bestaat niet.")
    assert field.fault == "Deze dag bestaat niet."
    assert editor.property("fault") is True
    assert reader.text(QAccessible.Text.Description) == "Deze dag bestaat niet. Een dag is genoeg."
    field.set_fault(None)
    assert field.fault == ""
    assert reader.text(QAccessible.Text.Description) == "Een dag is genoeg."
    assert editor.text() == "31 november"


def test_a_field_of_several_lines_grows_to_its_limit(qtbot, theme: Theme) -> None:
    field = PlainTextField(theme=theme, lines=(2, 8))
    field.resize(400, 100)
    shown(qtbot, field)
    two = field.height()
    field.set_text("a\nb\nc\nd")
    four = field.height()
    field.set_text("a\n" * 40)
    eight = field.height()
    line = theme.px(24)
    assert two < four < eight
    assert eight - two == pytest.approx(6 * line, abs=6)
    assert field.text() == "a\n" * 40


def test_tab_leaves_a_field_of_several_lines(qtbot, theme: Theme) -> None:
    field = PlainTextField("a", theme=theme)
    shown(qtbot, field)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "a"


def test_one_choice_at_a_time_by_mouse_and_arrows(qtbot, theme: Theme) -> None:
    row = ChoiceRow([("a", "eerste"), ("b", "tweede"), ("c", "derde")], theme=theme)
    shown(qtbot, row)
    assert row.value is None
    with qtbot.waitSignal(row.changed):
        qtbot.mouseClick(row.button("a"), Qt.MouseButton.LeftButton)
    row.button("a").setFocus()
    with qtbot.waitSignal(row.changed):
        qtbot.keyClick(row.button("a"), Qt.Key.Key_Right)
    assert row.value == "b"
    qtbot.keyClick(row.button("b"), Qt.Key.Key_Left)
    assert row.value == "a"
    with qtbot.assertNotEmitted(row.changed):
        row.set_value(None)
    assert row.value is None


def test_an_optional_choice_can_be_taken_back(qtbot, theme: Theme) -> None:
    row = ChoiceRow([("a", "eerste"), ("b", "tweede")], theme=theme, optional=True, value="a")
    shown(qtbot, row)
    qtbot.mouseClick(row.button("b"), Qt.MouseButton.LeftButton)
    assert row.value == "b"
    qtbot.mouseClick(row.button("b"), Qt.MouseButton.LeftButton)
    assert row.value is None


def test_words_tick_their_box(qtbot, theme: Theme) -> None:
    ticks = TickList([("a", "eerste"), ("b", "tweede")], theme=theme, ticked=["b"])
    shown(qtbot, ticks)
    with qtbot.waitSignal(ticks.changed):
        qtbot.mouseClick(ticks.row("a").words, Qt.MouseButton.LeftButton)
    assert ticks.ticked == ("a", "b")
    with qtbot.assertNotEmitted(ticks.changed):
        ticks.set_ticked(["b"])
    assert ticks.ticked == ("b",)


@pytest.mark.parametrize(
    ("chip", "expected"),
    [
        ("today", CoarseDay.exactly(TODAY)),
        ("near", CoarseDay.exactly(date(2026, 11, 15))),
        ("month", CoarseDay(Precision.MONTH, date(2026, 11, 1))),
        ("unknown", CoarseDay.unknown()),
    ],
)
def test_a_chip_is_a_day(qtbot, theme: Theme, dutch: Texts, chip: str, expected: CoarseDay) -> None:
    field = DayField(theme=theme, texts=dutch, today=TODAY)
    shown(qtbot, field)
    assert field.value is None
    with qtbot.waitSignal(field.changed):
        qtbot.mouseClick(field.chips.button(chip), Qt.MouseButton.LeftButton)
    assert field.value == expected


def test_another_day_and_another_month_can_be_chosen(qtbot, theme: Theme, dutch: Texts) -> None:
    field = DayField(theme=theme, texts=dutch, today=date(2026, 1, 5))
    shown(qtbot, field)
    qtbot.mouseClick(field.chips.button("day"), Qt.MouseButton.LeftButton)
    assert field.day_edit.isVisible()
    field.day_edit.setDate(QDate(2025, 12, 24))
    assert field.value == CoarseDay.exactly(date(2025, 12, 24))
    qtbot.mouseClick(field.chips.button("month"), Qt.MouseButton.LeftButton)
    field.month_box.setCurrentIndex(1)
    assert field.value == CoarseDay(Precision.MONTH, date(2025, 12, 1))
    assert field.month_box.currentText() == "december 2025"


@pytest.mark.parametrize(
    "value",
    [
        CoarseDay.exactly(TODAY),
        CoarseDay.exactly(date(2026, 10, 2)),
        CoarseDay.exactly(date(1999, 10, 2)),
        CoarseDay.in_month_of(date(2026, 2, 1)),
        CoarseDay.in_month_of(date(2020, 2, 1)),
        CoarseDay.exactly(date(2031, 2, 3)),
        CoarseDay.unknown(),
        None,
    ],
)
@pytest.mark.parametrize("ahead", [False, True])
def test_a_day_that_is_shown_stays_that_day(qtbot, theme: Theme, dutch: Texts, value: CoarseDay | None, ahead) -> None:
    field = DayField(theme=theme, texts=dutch, today=TODAY, value=value, ahead=ahead)
    shown(qtbot, field)
    assert field.value == value
