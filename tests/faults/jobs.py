"""What the processes do that are killed, or whose calls fail: each is a use case of the program on a real journal."""

import shutil
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.builders import PASSPHRASE
from tests.faults import scenes
from tests.faults.telling import tell
from vpjournal.errors import JournalError
from vpjournal.journal import restoring
from vpjournal.journal.opening import CHEAPEST, create_journal, write_new_file

DONE = "done"
OLDEST = Path(__file__).parents[1] / "journals" / "schema-1.vpjournal"
PAPER = b"%PDF of a paper " * 20_000


def save(folder: str, first: int, last: int = 1_000_000) -> None:
    """Save one number after the other, and acknowledge each."""
    with scenes.opened(Path(folder)) as journal:
        tell("open")
        for number in count(first):
            try:
                scenes.save(journal, number)
            except JournalError as error:
                # As the program does a little later; the text is still on the screen.
                tell(f"refused {type(error).__name__}")
                scenes.save(journal, number)
            tell(str(number))
            if number == last:
                break


def create(folder: str) -> None:
    """Make a journal."""
    create_journal(Path(folder), PASSPHRASE, profile=CHEAPEST)[1].close()
    tell("created")


def rotate(folder: str, present: str, new: str) -> None:
    """Choose another passphrase."""
    with scenes.opened(Path(folder), present) as journal:
        tell("open")
        journal.keys.change_passphrase(present, new, profile=CHEAPEST)
        tell("changed")


def new_code(folder: str, present: str) -> None:
    """Make another recovery code; acknowledged with the code."""
    with scenes.opened(Path(folder), present) as journal:
        tell("open")
        tell(" ".join(journal.keys.new_code(present, profile=CHEAPEST).groups))


def back_up(folder: str, to: str, name: str) -> None:
    """Make a backup and put it on the list."""
    with scenes.opened(Path(folder)) as journal:
        tell("open")
        made = journal.backups.prepare(Path(to), name=name).run()
        tell("made")
        journal.backups.record(made)
        tell("listed")


def destroy(folder: str) -> None:
    """Destroy a case so that no byte of it is left."""
    with scenes.opened(Path(folder)) as journal:
        tell("open")
        for done in scenes.destroy_doomed(journal):
            tell(done)


def replace(folder: str) -> None:
    """Replace a name everywhere in a case."""
    with scenes.opened(Path(folder)) as journal:
        tell("open")
        for done in scenes.replace_name(journal):
            tell(done)


def restore(file: str, folder: str) -> None:
    """Make a journal of a backup."""
    tell("open")
    restoring.restore(Path(file), Path(folder), passphrase=PASSPHRASE, floor=CHEAPEST)
    tell("restored")


def export(path: str) -> None:
    """Save a paper where the adviser chose to."""
    tell("open")
    write_new_file(Path(path), PAPER)
    tell("saved")


def upgrade(folder: str) -> None:
    """Open a journal of an earlier schema, which brings it up to date."""
    with scenes.opened(Path(folder)):
        tell("upgraded")


_JOBS: dict[str, Callable[..., None]] = {
    job.__name__: job for job in (create, save, rotate, new_code, back_up, destroy, replace, restore, export, upgrade)
}


def outcome(job: str, arguments: dict[str, Any]) -> str:
    """Do a job; return how it ended: done, told with a leaf's name, or crashed with what Python says."""
    try:
        _JOBS[job](**arguments)
    except JournalError as error:
        return f"told {type(error).__name__}"
    except BaseException:  # noqa: BLE001 - whatever it is, the test is told and fails
        return f"crashed {' | '.join(traceback.format_exc().splitlines())[-1500:]}"
    return DONE


def warm_up() -> None:
    """Do everything once, so that forks have all modules and caches."""
    with TemporaryDirectory() as place:
        folder = scenes.make(Path(place))
        scenes.add_doomed(folder)
        scenes.add_named(folder)
        with scenes.opened(folder) as journal:
            list(scenes.destroy_doomed(journal))
            list(scenes.replace_name(journal))
            scenes.save(journal, scenes.NOTES + 8)
            journal.backups.record(journal.backups.prepare(Path(place), name="x.vpbackup").run())
            journal.keys.change_passphrase(PASSPHRASE, "x", profile=CHEAPEST)
        restoring.restore(Path(place, "x.vpbackup"), Path(place, "y.vpjournal"), passphrase=PASSPHRASE, floor=CHEAPEST)
        write_new_file(Path(place, "x.pdf"), PAPER)
        with scenes.opened(shutil.copytree(OLDEST, Path(place, "old.vpjournal"))):
            pass
