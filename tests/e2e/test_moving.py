"""With the real program and real keys: from one laptop to another, and nothing more on the first."""

from pathlib import Path

import pytest

from tests.e2e.driver import Driver
from tests.e2e.guided_case import keep_organisation, take_first_contact
from tests.e2e.walk import Walk

pytestmark = pytest.mark.screen


@pytest.fixture
def walk(driver: Driver, tmp_path: Path) -> Walk:
    return Walk(driver=driver, papers=tmp_path / "papers")


def to_moving(driver: Driver) -> str:
    """Go to *Verhuizen*; return the numbers to compare."""
    driver.click("Instellingen")
    driver.click("to_moving")
    driver.wait_for_text("tallyWords", "1 casus")
    return driver.text_of("tallyWords")


def test_a_journal_moves_to_another_laptop(walk: Walk, driver: Driver, tmp_path: Path) -> None:
    old, new, stick = tmp_path / "oud", tmp_path / "nieuw", tmp_path / "stick"
    stick.mkdir()
    driver.home = old
    driver.start()
    walk.first_run()
    driver.wait_for("Nieuw contact")
    keep_organisation(walk)
    take_first_contact(walk)
    numbers = to_moving(driver)
    driver.click("makeBackupButton")
    walk.choose_file(stick)
    driver.wait_for("De reservekopie is gemaakt en nagekeken.")
    driver.close()
    (file,) = stick.iterdir()

    driver.home = new
    driver.start()
    driver.click("Nederlands", kind="button", nth=0)
    driver.click("Ik heb al een journaal")
    driver.click("Een reservekopie terugzetten")
    if not driver.comes("Reservekopie kiezen"):
        driver.click("Een reservekopie terugzetten")
    driver.click("Reservekopie kiezen")
    walk.choose_file(file)
    driver.wait_for("Reservekopie van *")
    driver.fill("Wachtzin van die dag", walk.passphrase)
    driver.click("Journaal terugzetten")
    driver.wait_for("Uw journaal is teruggezet", timeout=60)
    driver.click("Dit journaal openen")
    driver.wait_for("Nieuw contact", timeout=60)
    assert to_moving(driver) == numbers
    walk.lock()
    walk.unlock()
    driver.wait_for("Verhuizen naar een andere laptop", timeout=60)
    driver.close()

    driver.home = old
    driver.start()
    walk.unlock()
    driver.wait_for("Nieuw contact", timeout=60)
    to_moving(driver)
    driver.click("lookedThereBox")
    driver.fill("Uw wachtzin", walk.passphrase)
    driver.click("destroyJournalButton")
    driver.wait_for("Uw journaal op deze laptop is vernietigd", timeout=60)
    driver.click("VP-journaal sluiten")
    driver.wait_for_end()
    # Of the journal nothing, also not what the program kept outside of it.
    assert [str(path.relative_to(old)) for path in (old / "data").rglob("*") if path.is_file()] == []
    kept = (old / "config" / "vpjournal" / "preferences.ini").read_text().splitlines()
    assert [line for line in kept if line.startswith("journal=")] == ["journal="]
    driver.start()
    driver.wait_for("Welkom bij VP-journaal")
    driver.close()
