"""With the real program and real keys: the stick with the journal is pulled out while somebody types."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.driver import Driver
from tests.e2e.walk import Walk

pytestmark = pytest.mark.screen

NAME, TYPED = "Fabeldierenzorg Het Nest", "De portier weet waar de kamer is"


@pytest.mark.row(20, "locks the real program while the stick is away")
def test_what_was_typed_without_the_stick_is_there_after_unlocking(driver: Driver, tmp_path: Path) -> None:
    journal, away = tmp_path / "stick" / "proef.vpjournal", tmp_path / "away"
    journal.parent.mkdir()
    walk = Walk(driver=driver, papers=tmp_path / "papers")
    driver.start(journal)
    walk.first_run()
    driver.wait_for("newContactButton")
    driver.click("Organisaties")
    driver.click("newOrganisationButton")
    driver.fill("organisationNameField", NAME)
    driver.wait_for("Opgeslagen*")
    shutil.move(journal, away)
    driver.fill("remarksField", TYPED)
    driver.wait_for("De schijf of usb-stick reageert niet.*")
    old = driver.pid
    driver.key("ctrl+l")
    driver.wait_for_fresh_process(old)
    driver.wait_for("Het journaal staat niet meer op de plek waar het stond.*")
    shutil.move(away, journal)
    walk.unlock()
    driver.wait_for("Een tekst die eerder niet kon worden opgeslagen, staat nu op zijn plek.", timeout=60)
    driver.click("Organisaties")
    driver.click("Wegwijzer")
    driver.wait_for_text("remarksField", TYPED)
