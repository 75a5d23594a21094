"""A backup with the real program: made, tried, and put back beside the journal it was made of."""

from pathlib import Path

import pytest

from tests.e2e.driver import Driver
from tests.e2e.safekeeping import look_at_safekeeping, restore_backup
from tests.e2e.walk import Walk

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
