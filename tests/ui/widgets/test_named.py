"""Properties set by name mean what Qt's constants mean, and a slip in a name is found at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.named import set_named


def test_a_name_is_the_constant(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    set_named(field, focusPolicy="NoFocus", inputMethodHints="ImhSensitiveData|ImhNoPredictiveText")
    assert field.focusPolicy() == Qt.FocusPolicy.NoFocus
    hints = Qt.InputMethodHint
    assert field.inputMethodHints() == hints.ImhSensitiveData | hints.ImhNoPredictiveText


@pytest.mark.parametrize("wrong", [{"focusPolicy": "Nofocus"}, {"focusPolcy": "NoFocus"}])
def test_a_slip_is_found(qtbot: QtBot, wrong: dict[str, str]) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with pytest.raises(ValueError, match="ocus"):
        set_named(field, **wrong)
