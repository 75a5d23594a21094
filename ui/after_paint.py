"""What the first window does without: the rest of the program, its icon, Qt's own words. Done once it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator

from ui import door
from ui.idle import IdleWork
from ui.platform.hardening import refuse_onlookers
from vpjournal.domain.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from ui.operations import Operations
    from ui.window import Window

# ruff: noqa: PLC0415 - what is imported within functions is not needed before the first window is painted
_TRANSLATOR = "qt_translator"


def finish_start(qt: QApplication, *, window: Window, operations: Operations, then: Callable[[None], None]) -> None:
    """Load what unlocking will need, and then go on with that."""
    refuse_onlookers()
    window.load_icon()
    qt.setWindowIcon(window.windowIcon())
    operations.prepare(door.warm_up)
    classes = IdleWork(window)
    # Imported elsewhere only when the classes are there: two threads must not build the same one.
    classes.done.connect(lambda: operations.prepare(_import_rest, done=then))
    classes.begin(_classes())


def speak(qt: QApplication, language: Language) -> None:
    """Let Qt's own dialogs and menus speak the language of the screen."""
    before = qt.findChild(QTranslator, _TRANSLATOR)
    if before is not None:
        qt.removeTranslator(before)
        before.deleteLater()
    if language is Language.ENGLISH:
        return
    translator = QTranslator(qt)
    translator.setObjectName(_TRANSLATOR)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language.value}", folder):
        qt.installTranslator(translator)


def _classes() -> Iterator[object]:
    """Let PySide build its classes, which it does at the first use."""
    from PySide6 import QtCore, QtGui, QtWidgets

    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            yield getattr(module, name)


def _import_rest() -> None:
    """Import the pages and the frame around them."""
    import ui.backstage
    import ui.dialogs.ask
    import ui.frame
    import ui.registry
    import ui.widgets.suggestions  # noqa: F401 - imported here so that unlocking does not wait for them
