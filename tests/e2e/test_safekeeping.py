"""A backup with the real program: made, tried, and put back beside the journal it was made of."""

from pathlib import Path

import pytest

from tests.builders import PASSPHRASE
from tests.e2e.driver import Driver
from tests.e2e.safekeeping import look_at_safekeeping, restore_backup
from tests.e2e.walk import Walk
from vpjournal.journal import opening
from vpjournal.journal.restoring import verify_backup

pytestmark = pytest.mark.screen


def test_a_backup_is_made_tried_and_put_back_beside_the_journal(driver: Driver, tmp_path: Path) -> None:
    walk = Walk(driver=driver, papers=tmp_path / "papers")
    stick = tmp_path / "stick"
    stick.mkdir()
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("Nieuw contact")
    before = (tmp_path / "proef.vpjournal" / "journal.header").read_bytes()
    look_at_safekeeping(walk, stick=stick)
    walk.lock(by_key=False)
    restore_backup(walk, next(stick.glob("*.vpbackup")))
    restored = [folder for folder in tmp_path.glob("proef *.vpjournal") if folder.is_dir()]
    assert len(restored) == 1
    assert (tmp_path / "proef.vpjournal" / "journal.header").read_bytes() == before
    driver.close()


def test_closing_makes_the_backup_that_is_due_and_a_stick_that_is_away_holds_nobody_up(
    driver: Driver, tmp_path: Path
) -> None:
    folder, stick = tmp_path / "proef.vpjournal", tmp_path / "stick"
    stick.mkdir()
    _, journal = opening.create_journal(folder, PASSPHRASE, profile=opening.FLOOR)
    journal.backups.choose_folder(stick)
    journal.close()

    def open_and_close() -> None:
        driver.start(folder)
        driver.fill("Wachtzin", PASSPHRASE)
        driver.key("enter")
        driver.wait_for("Nieuw contact")
        driver.close()

    stick.rmdir()
    open_and_close()
    stick.mkdir()
    open_and_close()
    (backup,) = stick.iterdir()
    assert not any(finding.problems for finding in verify_backup(backup, PASSPHRASE))
    open_and_close()
    assert list(stick.iterdir()) == [backup]
