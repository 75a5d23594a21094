"""What is offered to whoever has a journal that does not open."""

from datetime import timedelta
from pathlib import Path

from tests.builders import TODAY
from vpjournal.journal.facade import Journal
from vpjournal.journal.rescue import newest_backup


def test_one_of_a_day_to_come_is_not_taken_for_the_newest(journal: Journal, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = journal.backups.prepare(stick).run()
    ahead = stick / f"Proef {TODAY + timedelta(days=3650)}.vpbackup"
    journal.backups.prepare(stick).run().path.rename(ahead)
    home = journal._unlocked.folder
    found = newest_backup(home, [stick], today=TODAY)
    assert found is not None
    assert found.path == made.path
    made.path.unlink()
    found = newest_backup(home, [stick], today=TODAY)
    assert found is not None
    assert found.path == ahead
