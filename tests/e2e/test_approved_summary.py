"""The reporter's word by real keys in the real window: also when the screen is locked while both are reading."""

from pathlib import Path

import pytest

from tests.e2e import approved_summary as summary
from tests.e2e import guided_case as case
from tests.e2e.driver import Driver
from tests.e2e.walk import Walk

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]


def test_a_summary_goes_from_the_case_to_paper(driver: Driver, tmp_path: Path) -> None:
    walk = Walk(driver=driver, papers=tmp_path / "papers", picture=driver.shot)
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("newContactButton")
    case.keep_organisation(walk)
    case.take_first_contact(walk)

    summary.write_summary(walk)
    summary.look_it_over(walk)
    summary.begin_reading(walk)
    walk.lock()
    walk.unlock()
    driver.wait_for("summaryEditor", timeout=60)
    driver.wait_for_text("nextStepButton", walk.t("Samen lezen"))
    summary.begin_reading(walk)
    driver.click("readButton")
    driver.wait_for("caseCode")
    summary.record_approval(walk)
    summary.change_and_put_back(walk)
    summary.look_at_way_out(walk)
