"""What the first window does without: the rest of the program, its icon, Qt's own words. Done once it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator

from ui import door, single_instance
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


def finish_start(window: Window, operations: Operations, *, dress: Callable[[], None]) -> IdleWork:
    """Begin to load what unlocking will need; the last of it comes with ``done`` of the work that is returned."""
    refuse_onlookers()
    work = IdleWork(window)
    work.begin(_steps(window, operations, dress))
    return work


def _steps(window: Window, operations: Operations, dress: Callable[[], None]) -> Iterator[None]:
    # All the constants of Qt, which nothing divides.
    from PySide6.QtCore import Qt  # noqa: F401 - built by being named

    yield
    window.load_icon()
    yield
    operations.prepare(door.warm_up)
    yield
    dress()
    yield
    yield from _classes()


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


def _classes() -> Iterator[None]:
    """Let PySide build the classes that the program names, which it does at the first use."""
    from PySide6 import QtCore, QtGui, QtWidgets

    from ui.qt_names import NAMES

    for module in (QtCore, QtGui, QtWidgets):
        for name in NAMES[module.__name__.removeprefix("PySide6.")]:
            getattr(module, name)
            yield


def import_rest() -> None:
    """Import the pages and the frame around them, in a thread, once PySide has its classes: two must not build one."""
    import ui.backstage
    import ui.backups.keeper
    import ui.dialogs.ask
    import ui.frame
    import ui.registry
    import ui.taken_in
    import ui.watch
    import ui.widgets.suggestions  # noqa: F401 - imported here so that unlocking does not wait for them

    single_instance.warm_up()
