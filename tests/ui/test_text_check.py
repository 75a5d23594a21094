"""A text that is stored nowhere is looked at, changed, and taken along; what was decided of it is forgotten with it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.builders import a_case
from tests.ui.desk import Desk, desk, seen
from tests.ui.test_points import looked, replace, words
from ui.recognising.points_list import MOST, PointsList
from ui.recognising.text_check import TextCheck

__all__ = ["desk"]

MAIL, OTHER = "kok@voorbeeld.example", "ober@voorbeeld.example"
TEXT = f"Schrijf aan {MAIL}.\nBel niet met {OTHER}, en nog eens {MAIL}."


def a_check(desk: Desk, text: str = TEXT) -> TextCheck:
    context = desk.context
    check = TextCheck(operations=context.operations, theme=context.theme, texts=context.texts)
    desk.show(check)
    check.set_text(text)
    looked(desk, check)
    return check


def test_a_point_is_replaced_in_the_text_and_the_rest_stays(desk: Desk) -> None:
    check = a_check(desk)
    assert check.open_count == 2
    replace(desk, check, "een collega")
    assert check.text() == f"Schrijf aan een collega.\nBel niet met {OTHER}, en nog eens een collega."
    assert words(check) == [OTHER]
    check.editor.undo()
    assert check.text() == TEXT


def test_a_point_that_is_left_is_not_asked_for_again_and_nothing_of_it_is_kept(desk: Desk) -> None:
    desk.run(a_case)
    check = a_check(desk)
    desk.click(check, "leaveItButton")
    looked(desk, check)
    assert words(check) == [OTHER]
    assert desk.run(lambda journal: journal._database.query("SELECT count(*) FROM accepted")) == [(0,)]
    check.set_text(TEXT)
    looked(desk, check)
    assert words(check) == [MAIL, OTHER]


def test_what_was_left_can_be_taken_back(desk: Desk) -> None:
    check = a_check(desk)
    desk.click(check, "leaveItButton")
    looked(desk, check)
    QTest.mouseClick(seen(check, QPushButton, "leftFold"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(seen(check, QPushButton, "takeBackButton"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: words(check) == [MAIL, OTHER])


def test_what_is_typed_is_looked_at_after_a_moment_of_rest(desk: Desk) -> None:
    check = a_check(desk, "Niets bijzonders.")
    assert check.open_count == 0
    check.editor.insert_text(f"Toch aan {MAIL}, dus. ")
    desk.qtbot.waitUntil(lambda: words(check) == [MAIL])


def test_of_very_many_points_some_are_shown_at_a_time(desk: Desk) -> None:
    check = a_check(desk, "\n".join(f"aan kok{number}@voorbeeld.example" for number in range(3 * MOST)))
    assert check.open_count == 3 * MOST
    assert len(words(check)) == MOST
    field = seen(check, QLineEdit, "insteadField")
    field.setText("iemand")
    desk.click(check, "replaceButton")
    looked(desk, check)
    desk.qtbot.waitUntil(lambda: check.open_count == 3 * MOST - 1)
    assert len(words(check)) == MOST


def test_forgetting_leaves_no_word(desk: Desk) -> None:
    check = a_check(desk)
    check.forget()
    desk.settle()
    assert check.text() == ""
    (points,) = check.findChildren(PointsList)
    assert points.rows == ()
