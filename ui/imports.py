"""Lets Python import as it does by itself.

PySide puts a way of importing of its own in place, which reads the source of every module to see whether it asks for
other names of Qt (``from __feature__ import snake_case``), and keeps all the lines. Nothing here asks for that: it
took 5 ms of the start, and 8 MB once all is imported.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts that way in place


def import_plainly() -> None:
    """Undo that. To be called before anything else is imported."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
