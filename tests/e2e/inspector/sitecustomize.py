"""Lets a test see what is on the screen of the real program, which knows nothing of it.

Python imports this module by itself in the program that a test starts with this folder on its path, and in the
fresh program that follows a lock. It waits for the window to be there, calls the test, and answers questions.
"""

import importlib
import os
import sys
import threading


def _has_its_event_loop() -> bool:
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = getattr(widgets, "QApplication", None)
    instance = application.instance() if application is not None else None
    return instance is not None and instance.thread().loopLevel() > 0


def _wait_for_the_window() -> None:
    never = threading.Event()
    # Not earlier: a program that fails to start must be able to end undisturbed.
    while not _has_its_event_loop():
        never.wait(0.01)
    _import_on_the_thread_of_the_windows("answers")
    import answers

    answers.serve(os.environ["VPJOURNAL_INSPECTOR"])


def _import_on_the_thread_of_the_windows(module: str) -> None:
    """Two threads must not build the same class of PySide, which each does at the first use."""
    from PySide6.QtCore import QCoreApplication, QObject, Signal

    imported = threading.Event()

    class Importer(QObject):
        asked = Signal()

        def do(self) -> None:
            importlib.import_module(module)
            imported.set()

    importer = Importer()
    importer.moveToThread(QCoreApplication.instance().thread())
    importer.asked.connect(importer.do)
    importer.asked.emit()
    imported.wait()


if "VPJOURNAL_TURNS" in os.environ:
    import turns

    turns.watch(os.environ["VPJOURNAL_TURNS"])
if "VPJOURNAL_INSPECTOR" in os.environ:
    threading.Thread(target=_wait_for_the_window, name="inspector", daemon=True).start()
