"""Lets a test see what is on the screen of the real program, which knows nothing of it.

Python imports this module by itself in the program that a test starts with this folder on its path, and in the
fresh program that follows a lock. It waits for the window to be there, calls the test, and answers questions.
"""

import importlib
import os
import sys
import threading
import time

_PATIENCE = 3.0
"""Seconds after which a program that uses no thread of Qt is asked for one all the same."""


def _has_its_event_loop(began: float) -> bool:
    widgets, core = (vars(sys.modules.get(f"PySide6.{name}", sys)) for name in ("QtWidgets", "QtCore"))
    # In the dictionaries of the modules: asking a module for a class builds it, and when the program does the same at
    # that moment in its own thread, both wait for each other for ever.
    application = widgets.get("QApplication")
    if application is None or ("QThread" not in core and time.monotonic() < began + _PATIENCE):
        return False
    instance = application.instance()
    return instance is not None and instance.thread().loopLevel() > 0


def _wait_for_the_window() -> None:
    never, began = threading.Event(), time.monotonic()
    # Not earlier: a program that fails to start must be able to end undisturbed.
    while not _has_its_event_loop(began):
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
