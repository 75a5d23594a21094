"""The example with the real program: looked at before there is any journal, closed by a fresh process, removed."""

from pathlib import Path

import pytest

from tests.e2e.driver import Driver
from tests.e2e.walk import Walk

pytestmark = pytest.mark.screen


def test_it_is_looked_at_closed_and_removed_before_anything_else(driver: Driver, tmp_path: Path) -> None:
    driver.start(tmp_path / "proef.vpjournal")
    driver.click("Bekijk het voorbeeld")
    driver.wait_for("Dit is het voorbeeld: alles is verzonnen.", timeout=60)
    example = driver.home / "data" / "VP-journaal" / "Voorbeeld.vpjournal"
    assert example.is_dir()
    old = driver.pid
    driver.click("Voorbeeld sluiten")
    driver.wait_for_fresh_process(old)
    driver.wait_for("Welkom bij VP-journaal")
    driver.click("Bekijk het voorbeeld")
    driver.wait_for("Dit is het voorbeeld: alles is verzonnen.", timeout=60)
    old = driver.pid
    driver.click("Voorbeeld verwijderen")
    driver.wait_for("Het voorbeeld verwijderen?")
    driver.key("tab")
    driver.key("space")
    driver.wait_for_fresh_process(old)
    driver.wait_for("Welkom bij VP-journaal")
    assert not example.exists()
    assert not (tmp_path / "proef.vpjournal").exists()
    driver.close()


def test_from_the_own_settings_it_opens_after_the_own_journal_was_locked(driver: Driver, tmp_path: Path) -> None:
    walk = Walk(driver=driver, papers=tmp_path / "papers")
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("Nieuw contact")
    driver.click("Instellingen")
    old = driver.pid
    driver.click("Bekijk het voorbeeld")
    driver.wait_for_fresh_process(old)
    driver.wait_for("Dit is het voorbeeld: alles is verzonnen.", timeout=60)
    walk.lock()
    walk.unlock()
    # The own journal comes back to where it was left.
    driver.wait_for("journalFolder", timeout=60)
    assert not driver.is_there("Dit is het voorbeeld: alles is verzonnen.")
    driver.close()
