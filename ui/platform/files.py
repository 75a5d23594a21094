"""Asks the adviser for a place on the disk, without leaving the names of papers in anybody's list of recent files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFileDialog, QWidget

# ruff: noqa: PLC0415 - the file dialog is imported when a file is chosen


class FileChooser(Protocol):
    """The seam for file dialogs: pages get one, tests script one."""

    def save(self, parent: QWidget, *, title: str, name: str, suffix: str) -> Path | None:
        """Ask where to save a file; return ``None`` when the adviser thinks better of it."""

    def open(self, parent: QWidget, *, title: str, suffixes: Sequence[str], start: Path | None = None) -> Path | None:
        """Ask for an existing file of one of these kinds, beginning at ``start``."""

    def folder(self, parent: QWidget, *, title: str, start: Path) -> Path | None:
        """Ask for an existing folder."""


class DialogFileChooser:
    """Asks with the system's dialog, or with Qt's own where the system's would remember what was chosen."""

    def save(self, parent: QWidget, *, title: str, name: str, suffix: str) -> Path | None:
        """Ask where to save a file named ``name``; whether one is already there is for the journal to say."""
        from PySide6.QtWidgets import QFileDialog

        dialog = _dialog(parent, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(f"*.{suffix}")
        dialog.selectFile(name)
        return _chosen(dialog)

    def open(self, parent: QWidget, *, title: str, suffixes: Sequence[str], start: Path | None = None) -> Path | None:
        """Ask for a file that is there, beginning at ``start``, else among the documents."""
        from PySide6.QtWidgets import QFileDialog

        dialog = _dialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(" ".join(f"*.{suffix}" for suffix in suffixes))
        if start is not None:
            dialog.setDirectory(str(start))
        return _chosen(dialog)

    def folder(self, parent: QWidget, *, title: str, start: Path) -> Path | None:
        """Ask for a folder, beginning at ``start``."""
        from PySide6.QtWidgets import QFileDialog

        dialog = _dialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(start))
        return _chosen(dialog)


def where_sticks_are() -> Path:
    """Return the folder in which this system shows sticks and other disks, else where dialogs begin anyway."""
    if sys.platform == "darwin":
        usual: tuple[Path, ...] = (Path("/Volumes"),)
    elif sys.platform == "linux":
        # Not from the list of users, which would be asked for over a socket.
        name = os.environ.get("USER", "")
        usual = (Path("/run/media") / name, Path("/media") / name, Path("/media"))
    else:
        usual = ()
    return next((folder for folder in usual if folder.is_dir()), Path(_documents()))


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QFileDialog

    # Qt keeps the last folders in settings of its own; where these are files, they now lie nowhere.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    dialog = QFileDialog(parent, title, _documents())
    if sys.platform == "linux":
        # The desktop's own dialog writes recently-used.xbel.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setSidebarUrls([])
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setHistory([])
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    from PySide6.QtCore import QDir

    try:
        if not dialog.exec():
            return None
        return Path(QDir.cleanPath(dialog.selectedFiles()[0]))
    finally:
        dialog.setHistory([])
        dialog.deleteLater()


def _documents() -> str:
    from PySide6.QtCore import QStandardPaths

    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
