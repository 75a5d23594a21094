"""Herkenbaarheid with the real program and real keys: names are seen while they are typed, and made roles."""

from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, a_case, a_contact
from tests.e2e.driver import Driver
from vpjournal.domain.case import Phase
from vpjournal.domain.days import today
from vpjournal.journal import opening

pytestmark = pytest.mark.screen

MAIL = "p.wonder@voorbeeld.nl"
TYPED = f"Zij mailde met {MAIL} en Fatima El Amrani was erbij. "


def test_what_identifies_is_listed_while_it_is_typed_and_is_replaced_and_brought_back(
    driver: Driver, tmp_path: Path
) -> None:
    folder = tmp_path / "proef.vpjournal"
    _, journal = opening.create_journal(folder, PASSPHRASE, profile=opening.FLOOR)
    a_contact(journal, a_case(journal), Phase.FIRST_CONVERSATION, today())
    journal.close()
    driver.start(folder)
    driver.fill("Wachtzin", PASSPHRASE)
    driver.key("enter")
    driver.click("Casussen")
    driver.click("openCaseButton")
    driver.wait_for("phaseBar")
    driver.key("ctrl+2")
    driver.click("noteEditor")
    driver.type_text(TYPED)
    driver.wait_for("Herkenbaarheid (2)")
    driver.key("F8")
    driver.wait_for("replacementField")
    driver.wait_for(f"{MAIL}. E-mailadres, wijst iemand aan. 1 van 2.")
    driver.key("F8")
    driver.wait_for_text("replacementField", "collega A")
    driver.key("ctrl+r")
    driver.wait_for_text("noteEditor", TYPED.replace("Fatima El Amrani", "collega A").strip())
    driver.wait_for("Herkenbaarheid (1)")
    # The cursor is still behind what was typed, and the keys go there.
    driver.type_text("Klaar.")
    driver.wait_for_text("noteEditor", f"{TYPED}Klaar.".replace("Fatima El Amrani", "collega A"))
    driver.key("ctrl+z", "ctrl+z")
    driver.wait_for_text("noteEditor", TYPED.strip())
    driver.wait_for("Herkenbaarheid (2)")
    assert MAIL not in str(driver.front()["titles"])
    driver.click("Stil tot deze aantekening is afgerond")
    driver.wait_for("Herkenbaarheid")
    driver.key("F8")
    driver.click("finishNoteButton")
    driver.wait_for("Aantekening afgerond. De eerdere versies zijn gewist. Er staan nog 2 punten open*")
    driver.wait_for("Herkenbaarheid (2)")
    driver.close()
