"""What every test of windows needs: the look, and answers to questions by script."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Mode, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look at 100 %, applied to the program."""
    made = Theme(Mode.LIGHT, 1.0)
    made.apply(qapp)
    return made
