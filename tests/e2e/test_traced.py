"""The watch on the event loop sees a wait, says where the program was, and leaves out what a test does itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import traced
from tests.e2e.display import Display
from tests.e2e.driver import ROOT

pytestmark = pytest.mark.screen

_PROGRAM = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from turns import apart

def wait(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass

def look():
    with apart():
        wait(0.3)

application = QApplication(sys.argv)
window = QWidget()
window.show()
QTimer.singleShot(200, lambda: wait(0.1))
QTimer.singleShot(500, look)
QTimer.singleShot(900, application.quit)
application.exec()
"""


def test_a_wait_is_seen_with_its_place(display: Display, tmp_path: Path) -> None:
    file, steps = tmp_path / "turns", traced.Steps()
    surroundings = {
        "DISPLAY": display.name,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(Path(__file__).parent / "inspector"),
    }
    program = ROOT / "ui" / "waiting.py"
    code = f"exec(compile({_PROGRAM!r}, {str(program)!r}, 'exec'))"
    subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **surroundings, traced.SURROUNDINGS: str(file)},
        check=True,
        timeout=60,
    )
    steps.note("waited")
    found = [stall for stall in traced.stalls(file, steps) if stall.took > 90]
    assert len(found) == 1, found
    assert 95 < found[0].took < 290
    assert found[0].step == "waited"
    assert found[0].stacks[0][0].startswith("ui/waiting.py:")
    assert " wait" in traced.as_table(found)
