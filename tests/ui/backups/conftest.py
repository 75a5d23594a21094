"""What tests of backups share: a place to choose, and the page on a real journal."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.desk import Desk, desk
from tests.ui.scripted import ScriptedFiles
from ui.navigation import Page, Place
from ui.pages.backups.backups_page import BackupsPage

__all__ = ["desk"]


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Path:
    """A place that the adviser chooses when asked."""
    place = tmp_path / "stick"
    place.mkdir()
    desk.context = replace(desk.context, files=ScriptedFiles(place), view_example=lambda: None)
    return place


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying a backup takes room in the program's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def page(desk: Desk, stick: Path) -> BackupsPage:
    """The page, opened."""
    made = BackupsPage(desk.context)
    desk.show(made)
    desk.follow(made)
    made.open(Place(Page.BACKUPS))
    desk.settle()
    return made
