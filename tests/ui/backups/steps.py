"""Steps that tests of backups take."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from tests.builders import a_case
from tests.ui.desk import Desk
from tests.ui.scripted import ScriptedFiles
from ui.pages.backups.backups_page import BackupsPage
from vpjournal.domain.backups import BackupState
from vpjournal.domain.changes import Changes
from vpjournal.journal.facade import Journal


def choose(desk: Desk, path: Path | None) -> None:
    """Let the next choice of a folder or file be this one."""
    files = desk.context.files
    assert isinstance(files, ScriptedFiles)
    files.path = path


def state(desk: Desk) -> BackupState:
    """Return what the journal knows."""
    return desk.run(lambda journal: journal.backups.state())


def words(page: QWidget) -> str:
    """Return all that can be read."""
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible()).replace("\u200b", "")


def at_rest(desk: Desk) -> None:
    """Wait until nothing is made or shown any more."""
    desk.settle()
    desk.qtbot.waitUntil(lambda: not desk.context.backups.is_busy)
    desk.settle()


def make(desk: Desk, page: BackupsPage) -> None:
    """Make a backup with the button."""
    desk.click(page, "makeBackupButton")
    at_rest(desk)


def made_in(desk: Desk, folder: Path, *, days_ago: int = 0) -> Path:
    """Make a backup in a folder that the journal remembers, as if so many days ago; return its file."""

    files: list[Path] = []

    def work(journal: Journal) -> Changes:
        if not journal.backups.state().folder:
            journal.backups.choose_folder(folder)
        made = journal.backups.prepare(folder).run()
        files.append(made.path)
        return journal.backups.record(replace(made, made_on=made.made_on - timedelta(days=days_ago)))

    desk.run(work)
    return files[0]


def destroy_something(journal: Journal) -> Changes:
    """Destroy a case."""
    journal.cases.remove(a_case(journal, "Kade-28"))
    return journal.bin.empty()
