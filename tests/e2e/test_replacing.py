"""A name that stands all over a case is replaced in the real window, found nowhere after, and undone until the lock."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, a_case, a_contact, an_option, at_clock
from tests.e2e.driver import Driver
from tests.e2e.walk import Walk
from vpjournal.domain.case import Phase
from vpjournal.journal.opening import create_journal, open_journal

NAME, NOTE = "Noor Zwanepolder", "Mijn manager Noor zei niets. Mevrouw Zwanepolder lachte."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Proef.vpjournal"
    with closing(at_clock(create_journal(place, PASSPHRASE)[1])) as journal:
        case = a_case(journal, about=f"{NAME} roept")
        a_contact(journal, case, Phase.FIRST_CONVERSATION, date(2026, 1, 3), note=NOTE)
        an_option(journal, case, "Met Noor praten")
    return place


def _open(driver: Driver) -> None:
    driver.click("Casussen", kind="button")
    driver.click("openCaseButton")
    driver.wait_for("phaseBar")
    driver.key("ctrl+2")


def _ask(driver: Driver, choice: int = 0) -> None:
    driver.click("moreButton")
    driver.key("Down", "Down", "Down", "Down", "enter")
    driver.fill("replaceNameField", NAME)
    driver.click("proposalButton", nth=choice)
    driver.wait_for("replaceButton", state="enabled")


@pytest.mark.screen
def test_a_name_is_replaced_everywhere_and_undone_until_the_lock(driver: Driver, tmp_path: Path, folder: Path) -> None:
    walk = Walk(driver=driver, papers=tmp_path, passphrase=PASSPHRASE)
    driver.start(folder)
    walk.unlock()
    _open(driver)
    driver.wait_for_text("noteEditor", NOTE)

    _ask(driver)
    driver.click("replaceButton")
    driver.wait_for("Vervangen in 3 teksten")
    after = "Mijn leidinggevende A zei niets. Leidinggevende A lachte."
    driver.wait_for_text("noteEditor", after)
    driver.click("Ongedaan maken (tot u vergrendelt)")
    driver.wait_for_text("noteEditor", NOTE)

    _ask(driver)
    driver.click("replaceButton")
    driver.wait_for("Vervangen in 3 teksten")
    walk.lock()
    walk.unlock()
    driver.wait_for_text("noteEditor", after)
    driver.click("moreButton")
    driver.key("Down", "Down", "Down", "Down", "enter")
    driver.fill("replaceNameField", NAME)
    driver.wait_for("Dit staat nergens in deze casus.")
    assert not driver.is_there("undoEarlierButton")
    driver.click("Toch niet")
    driver.close()
    with closing(at_clock(open_journal(folder, PASSPHRASE))) as journal:
        assert journal.search.find("zwanepolder") == ()
        assert len(journal.search.find("leidinggevende")) == 3
