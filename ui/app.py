"""Starts the program: the only place where its parts are chosen and put together.

Before the first window is painted only Qt, the front page, the theme and the language are imported; the rest
comes while the adviser types.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import PySide6
from PySide6.QtCore import QCommandLineOption, QCommandLineParser
from PySide6.QtWidgets import QApplication

from ui.crash import CrashHook
from ui.door import Door, default_folder
from ui.operations import Operations
from ui.platform.hardening import harden_process, why_not_to_start
from ui.preferences import Preferences, preferences_path
from ui.session import Session
from ui.single_instance import SingleInstance, runtime_folder, server_name
from ui.window import TITLE

JOURNAL = "journal"
AFTER_LOCK = "after-lock"
EXAMPLE = "example"
_USAGE = 2


def main() -> int:
    """Run the program until its window closes, and return its exit status."""
    harden_process()
    reason = why_not_to_start(pyside=PySide6.__version_info__[:2], python=sys.version_info[:2])
    if reason is not None:
        sys.stderr.write(f"{reason}\n")
        return 1
    # The style is named here and marked for the theme, which then need not ask for it.
    qt = QApplication([sys.argv[0], "-style", "fusion"])
    qt.setProperty("style", "fusion")
    qt.setApplicationName(TITLE)
    qt.setQuitOnLastWindowClosed(False)
    options = _options(sys.argv)
    if options is None:
        return _USAGE
    return _run(qt, given=options.value(JOURNAL), after_lock=options.isSet(AFTER_LOCK), example=options.isSet(EXAMPLE))


def _options(arguments: list[str]) -> QCommandLineParser | None:
    parser = QCommandLineParser()
    help_option = parser.addHelpOption()
    parser.addOption(QCommandLineOption([JOURNAL], "The folder of the journal.", "FOLDER"))
    # Set by locking alone; it says nothing but that.
    after_lock = QCommandLineOption([AFTER_LOCK])
    after_lock.setFlags(QCommandLineOption.Flag.HiddenFromHelp)
    parser.addOption(after_lock)
    parser.addOption(QCommandLineOption([EXAMPLE], "Open the example."))
    if not parser.parse(arguments) or parser.positionalArguments():
        sys.stderr.write(parser.errorText() + "\n" + parser.helpText())
        return None
    if parser.isSet(help_option):
        parser.showHelp()
    return parser


def _run(qt: QApplication, *, given: str, after_lock: bool, example: bool) -> int:
    preferences = Preferences(preferences_path())
    folder = Path(given).absolute() if given else preferences.journal_folder or default_folder()
    runtime = runtime_folder(config=preferences_path().parent)
    instance = SingleInstance(server_name(journal=folder, runtime=runtime))
    if instance.ask_first():
        return 0
    crash_hook = CrashHook()
    crash_hook.install()
    door = Door(folder)
    session = Session(
        qt,
        preferences=preferences,
        operations=Operations(),
        door=door,
        crash_hook=crash_hook,
        restart=partial(_leave_to_fresh_process, instance),
    )
    session.warmed_up.connect(instance.listen)
    session.entrance.opened.connect(
        lambda: instance.move(server_name(journal=session.entrance.door.folder, runtime=runtime))
    )
    instance.show_requested.connect(session.window.come_forward)
    # A journal that was there before and is gone now is told, not begun anew.
    remembered = preferences.journal_folder
    missed = remembered is not None and (not given or remembered == folder)
    session.start(first_run=not door.has_journal() and not missed, quietly=after_lock, example=example)
    status = qt.exec()
    instance.release()
    return status


def fresh_process_arguments(folder: Path, *, frozen: bool, example: bool = False) -> list[str]:
    """Return how the program is started after a lock: with its folder, and with nothing of the place to return to."""
    program = [] if frozen else ["-m", "ui"]
    to_example = [f"--{EXAMPLE}"] if example else []
    return [*program, f"--{JOURNAL}", str(folder), f"--{AFTER_LOCK}", *to_example]


def _leave_to_fresh_process(instance: SingleInstance, folder: Path, *, example: bool = False) -> None:
    """Start the program anew and end this process on the spot, with all that it had in memory."""
    from PySide6.QtCore import QProcess  # noqa: PLC0415 - the first window does without it

    instance.release()
    frozen = bool(getattr(sys, "frozen", False))
    QProcess.startDetached(sys.executable, fresh_process_arguments(folder, frozen=frozen, example=example))
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
