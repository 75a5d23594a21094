"""The first quarter of an hour with the real program: a journal is made, locked, opened again, and refused."""

from pathlib import Path

import pytest

from tests.e2e.driver import Driver
from tests.e2e.walk import Walk

pytestmark = pytest.mark.screen


@pytest.fixture
def walk(driver: Driver, tmp_path: Path) -> Walk:
    walk = Walk(driver=driver, papers=tmp_path / "papers")
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("Nieuw contact")
    return walk


def test_locking_ends_the_process_and_the_passphrase_opens_again(walk: Walk) -> None:
    assert len(walk.passphrase.split()) == 6
    walk.lock()
    walk.driver.fill("Wachtzin", "dit is hem niet")
    walk.driver.key("enter")
    walk.driver.wait_for("Deze wachtzin past niet*", timeout=60)
    walk.unlock()
    walk.driver.wait_for("Nieuw contact", timeout=60)
    walk.lock(by_key=False)
    walk.driver.close()
