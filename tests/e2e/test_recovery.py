"""With the real program and real keys: from the paper to a new passphrase, and a lock in the middle of a change."""

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


def refuses(walk: Walk, passphrase: str) -> None:
    walk.driver.fill("Wachtzin", passphrase)
    walk.driver.key("enter")
    walk.driver.wait_for("Deze wachtzin past niet*", timeout=60)


def test_from_the_sheet_to_the_journal_with_a_new_passphrase_and_a_new_sheet(walk: Walk) -> None:
    driver, old, groups = walk.driver, walk.passphrase, walk.groups
    walk.lock()
    driver.click("Ik weet mijn wachtzin niet meer")
    driver.wait_for("Groep 7")
    slip = ("7" if groups[2][0] != "7" else "8") + groups[2][1:]
    walk.type_groups([*groups[:2], slip, *groups[3:]])
    driver.click("Openen met deze code")
    driver.wait_for("In groep 3 klopt iets niet*")
    driver.fill("Groep 3", groups[2])
    driver.click("Openen met deze code")
    driver.wait_for("Kies een nieuwe wachtzin", timeout=60)
    walk.passphrase = walk.proposed_words()
    driver.click("Deze woorden neem ik")
    driver.fill("Nieuwe wachtzin", walk.passphrase)
    driver.click("Verder")
    new_groups = walk.keep_sheet(title="Uw nieuwe herstelblad", name="nieuw.pdf", then="Naar mijn journaal")
    driver.click("Naar mijn journaal")
    driver.wait_for("Nieuw contact")
    walk.lock()
    refuses(walk, old)
    driver.click("Ik weet mijn wachtzin niet meer")
    driver.wait_for("Groep 7")
    walk.type_groups(groups)
    driver.click("Openen met deze code")
    driver.wait_for("Deze code hoort bij*", timeout=60)
    driver.click("Terug naar de wachtzin")
    walk.unlock()
    driver.wait_for("Nieuw contact", timeout=60)
    assert new_groups != groups
    driver.close()


def test_a_lock_in_the_middle_of_a_change_leaves_exactly_one_passphrase(walk: Walk) -> None:
    driver, old = walk.driver, walk.passphrase
    driver.click("Instellingen")
    driver.click("Een andere wachtzin kiezen")
    driver.wait_for("Deze woorden neem ik")
    new = walk.proposed_words()
    driver.click("Deze woorden neem ik")
    driver.fill("Uw wachtzin van nu", old)
    driver.fill("Nieuwe wachtzin", new)
    driver.click("Wachtzin veranderen")
    driver.wait_for("De wachtzin wordt veranderd.*")
    # Deriving keys takes seconds and cannot be given up: the process ends in the middle of it.
    walk.lock()
    refuses(walk, new)
    walk.unlock()
    # To whatever page: that work had the journal to itself, and the place could not be written down.
    driver.wait_for("Vergrendelen", timeout=60)
    driver.close()
