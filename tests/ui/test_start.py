"""Starting: nothing heavy before the first window, one window for each journal, and preferences that tell nothing."""

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qInstallMessageHandler
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.crash import CrashHook, CrashReport, report_of
from ui.dialogs.crash_dialog import CrashDialog, show_crash
from ui.navigation import Page, Place
from ui.platform.hardening import why_not_to_start
from ui.preferences import Preferences
from ui.single_instance import SingleInstance, server_name
from ui.theme import Mode, Theme
from vpjournal.domain.language import Language, Texts

_PROBE = """
import enum, json, os, sys
from PySide6.QtCore import QTimer
from ui.window import Window
def tell():
    kinds = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
    names = [each.__qualname__ for kind in kinds for each in kind.__subclasses__()]
    print(json.dumps([*sys.modules, *(name for name in names if name.startswith("Qt."))]), flush=True)
    os._exit(0)
Window.paintEvent = lambda self, event: QTimer.singleShot(0, tell)
sys.argv = ["ui", "--journal", sys.argv[1]]
from ui.app import main
main()
"""
_HEAVY = (
    "vpjournal.journal",
    "vpjournal.storage",
    "vpjournal.vault",
    "vpjournal.documents",
    "sqlcipher3",
    "cryptography",
    "argon2",
    "reportlab",
    "zxcvbn",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "ui.frame",
    "ui.registry",
    "ui.widgets.suggestions",
    # The namespace of Qt's constants: see ``ui.widgets.named``.
    "Qt.Key",
    "tomllib",
    "hashlib",
)


def test_the_first_window_is_painted_before_anything_heavy_is_imported(journal_folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PROBE, str(journal_folder)], capture_output=True, text=True, timeout=60, check=True
    )
    modules = json.loads(run.stdout)
    assert "ui.pages.unlock_page" in modules
    assert [name for name in _HEAVY if name in modules] == []


def test_a_start_does_not_look_for_garbage() -> None:
    program = "import gc, ui.__main__; print(gc.isenabled())"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.strip() == "False"


def test_an_unknown_option_is_a_usage_error() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "ui", "--nonsense"], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 2
    assert "--journal" in run.stderr


def test_a_second_start_shows_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    name = server_name(journal=tmp_path / "Proef.vpjournal", runtime=Path(os.environ["XDG_RUNTIME_DIR"]))
    first, second = SingleInstance(name), SingleInstance(name)
    assert not first.ask_first()
    first.listen()
    with qtbot.waitSignal(first.show_requested):
        assert second.ask_first()
    first.release()
    assert not second.ask_first()


def test_what_a_killed_process_left_behind_stops_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    name = server_name(journal=tmp_path / "Proef.vpjournal", runtime=Path(os.environ["XDG_RUNTIME_DIR"]))
    Path(name).write_bytes(b"")
    first = SingleInstance(name)
    assert not first.ask_first()
    first.listen()
    assert SingleInstance(name).ask_first()
    first.release()


def test_the_meeting_point_tells_nothing_of_the_journal(tmp_path: Path) -> None:
    assert "geheim" not in Path(server_name(journal=tmp_path / "geheim.vpjournal", runtime=tmp_path)).name


def test_versions_that_abort_are_refused() -> None:
    assert why_not_to_start(pyside=(6, 12), python=(3, 11)) is not None
    assert why_not_to_start(pyside=(6, 12), python=(3, 12)) is None
    assert why_not_to_start(pyside=(6, 11), python=(3, 11)) is None


def _fail(typed: str) -> None:
    raise ValueError(f"kan niet opslaan: {typed}")


def test_a_crash_report_holds_no_content() -> None:
    marker = "zwarte zwaan in de kelder"
    with pytest.raises(ValueError, match="kan niet") as caught:
        _fail(marker)
    shown = repr(report_of(caught.value))
    assert marker not in shown
    assert "opslaan" not in shown
    assert str(Path.home()) not in shown


@pytest.mark.row(34, "bugs in slot, thread, destructor and Qt")
def test_a_note_in_the_hands_of_code_that_fails_reaches_neither_log_nor_dialog(
    qtbot: QtBot, theme: Theme, dutch: Texts, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By each way that a bug can come: a slot, a thread, a destructor, and Qt itself."""
    window, marker, reports = QWidget(), "zwarte zwaan in de kelder", list[CrashReport]()
    qtbot.addWidget(window)
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    hook = CrashHook()
    hook.crashed.connect(lambda report: reports.append(report))  # noqa: PLW0108 - never a bound method of a list
    before = qInstallMessageHandler(None)
    try:
        hook.install()
        for way in (_in_a_slot, _in_a_thread, _in_a_destructor):
            way(marker)
        qCritical(f"kan niet tekenen: {marker}")
        qtbot.waitUntil(lambda: len(reports) == 4)
    finally:
        qInstallMessageHandler(before)
    shown = []
    for report in reports:
        show_crash(report, window=window, theme=theme, texts=dutch)
        dialog = window.findChild(CrashDialog)
        assert dialog is not None
        shown += [str(each.property("text")) for each in dialog.findChildren(QWidget) if each.property("text")]
        dialog.setParent(None)
        dialog.deleteLater()
    said = "\n".join([*shown, repr(reports), *capfd.readouterr()])
    assert said.count("ValueError") >= 3
    for word in (*marker.split(" "), "opslaan", "tekenen"):
        if len(word) > 3:
            assert word not in said, word


def _in_a_slot(note: str) -> None:
    try:
        _fail(note)
    except ValueError as error:
        # As PySide does with what a slot raises.
        sys.excepthook(type(error), error, error.__traceback__)


def _in_a_thread(note: str) -> None:
    thread = threading.Thread(target=_fail, args=(note,))
    thread.start()
    thread.join()


def _in_a_destructor(note: str) -> None:
    class Holder:
        def __del__(self) -> None:
            _fail(note)

    Holder()


def test_a_crash_report_says_where_in_this_program(tmp_path: Path) -> None:
    with pytest.raises(TypeError) as caught:
        Place(Page.TODAY).encode("too much")  # type: ignore[call-arg]
    assert report_of(caught.value).lines == ()
    with pytest.raises(AttributeError) as inside:
        Preferences(None)  # type: ignore[arg-type]
    [line] = report_of(inside.value).lines
    assert line.startswith("ui/preferences.py:")


def test_the_hook_passes_on_one_report_and_writes_no_message(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    hook = CrashHook()
    with qtbot.waitSignal(hook.crashed) as crashed:
        hook.take(ValueError("zwarte zwaan"))
    [report] = crashed.args
    assert isinstance(report, CrashReport)
    assert report.kind == "ValueError"
    assert "zwaan" not in capsys.readouterr().err


def test_preferences_are_private_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "preferences.ini"
    made = Preferences(path)
    made.set_language(Language.ENGLISH)
    made.set_text_scale(1.5)
    made.set_theme_mode(Mode.DARK)
    made.set_journal_folder(tmp_path / "Proef.vpjournal")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0
    again = Preferences(path)
    assert (again.language, again.text_scale, again.theme_mode) == (Language.ENGLISH, 1.5, Mode.DARK)
    assert again.journal_folder == tmp_path / "Proef.vpjournal"


def test_preferences_that_make_no_sense_are_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "preferences.ini"
    path.write_text("[General]\nlanguage=xx\ntext_scale=9\ntheme=pink\ngeometry=@@@\n", encoding="utf-8")
    made = Preferences(path)
    assert (made.language, made.text_scale, made.theme_mode) == (Language.DUTCH, 1.0, Mode.SYSTEM)
    made.step_text_scale(-1)
    assert made.text_scale == 1.0


def test_a_window_that_goes_on_in_another_journal_is_found_there(qtbot: QtBot, tmp_path: Path) -> None:
    before = server_name(journal=tmp_path / "a", runtime=tmp_path)
    after = server_name(journal=tmp_path / "b", runtime=tmp_path)
    first = SingleInstance(before)
    first.listen()
    first.move(after)
    assert not SingleInstance(before).ask_first()
    with qtbot.waitSignal(first.show_requested):
        assert SingleInstance(after).ask_first()
    first.release()
    # Before it listens it only takes the name.
    quiet = SingleInstance(before)
    quiet.move(after)
    assert not SingleInstance(after).ask_first()
