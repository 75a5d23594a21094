"""Notices folders that a program copies to other places by itself: what is saved there is soon somewhere else as well.

Known by what these programs call their folders and leave in them. A folder that is not noticed may still be copied;
so the app warns of those it knows and never says that another one is safe.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_BY_NAME = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "icloud~com~apple~clouddocs": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "stack": "STACK",
    "proton drive": "Proton Drive",
    "pcloud drive": "pCloud",
    "pcloudsync": "pCloud",
    "mega": "MEGA",
}
_BY_MARK = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_": "Nextcloud",
    ".tmp.driveupload": "Google Drive",
    ".seadrive": "Seafile",
}
_BY_VARIABLE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def synced_by(folder: Path) -> str:
    """Return the name of the program that copies this folder elsewhere; nothing if none is known."""
    try:
        real = folder.resolve()
    except (OSError, RuntimeError):
        real = folder.absolute()
    return next(_signs(real), "")


def _signs(folder: Path) -> Iterator[str]:
    for variable in _BY_VARIABLE:
        root = os.environ.get(variable, "")
        if root and _is_below(folder, Path(root)):
            yield "OneDrive"
    for part in (folder, *folder.parents):
        yield from _named(part)
        yield from _marked(part)
    if sys.platform == "darwin" and _is_below(folder, Path.home() / "Library" / "CloudStorage"):
        yield "iCloud Drive"


def _named(folder: Path) -> Iterator[str]:
    name = folder.name.casefold()
    if name in _BY_NAME:
        yield _BY_NAME[name]
    elif name.startswith(("onedrive - ", "onedrive-")):
        yield "OneDrive"
    elif name.startswith("dropbox ("):
        yield "Dropbox"
    elif name.startswith("googledrive-"):
        yield "Google Drive"


def _marked(folder: Path) -> Iterator[str]:
    for name, service in _BY_MARK.items():
        try:
            if os.path.lexists(folder / name):
                yield service
        except (OSError, ValueError):
            return


def _is_below(folder: Path, root: Path) -> bool:
    try:
        return folder.is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False
