"""A name that another program copied does not come into a note unseen: by real keys, from a real other process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import entering
from tests.e2e.driver import Driver
from tests.e2e.test_traces import OtherProgram
from tests.e2e.walk import Walk

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]


@pytest.fixture
def other(driver: Driver) -> Iterator[OtherProgram]:
    made = OtherProgram(driver)
    yield made
    made.end()


def test_what_is_pasted_is_looked_at_first_and_undone_in_one_step(
    driver: Driver, other: OtherProgram, tmp_path: Path
) -> None:
    walk = Walk(driver=driver, papers=tmp_path / "papers", picture=driver.shot)
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("newContactButton")
    entering.open_note(walk)
    entering.paste_named(walk, other.copy)
    other.copy(entering.PASTED)
    driver.key("ctrl+v")
    driver.wait_for("incomingSheet")
    driver.key("esc")
    driver.wait_gone("incomingSheet")
    driver.wait_for_text("noteEditor", entering.ALREADY)
    assert other.look()[0] == entering.PASTED


def test_a_lock_takes_away_what_was_not_pasted_yet(driver: Driver, other: OtherProgram, tmp_path: Path) -> None:
    walk = Walk(driver=driver, papers=tmp_path / "papers", picture=driver.shot)
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("newContactButton")
    entering.open_note(walk)
    other.copy(entering.PASTED)
    driver.key("ctrl+v")
    driver.wait_for("replaceAllButton")
    driver.key("ctrl+shift+h")
    driver.wait_for("Het scherm is afgedekt")
    assert not driver.is_there("incomingSheet")
    driver.key("a")
    driver.wait_for("incomingSheet")
    walk.lock()
    walk.unlock()
    driver.wait_for_text("noteEditor", entering.ALREADY)
    assert not driver.is_there("incomingSheet")
