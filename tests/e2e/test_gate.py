"""A name does not leave: by real keys in the real window, in a summary and on the board."""

from pathlib import Path

import pytest

from tests.e2e import gate
from tests.e2e import guided_case as case
from tests.e2e.driver import Driver
from tests.e2e.walk import Walk

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]


def test_a_name_is_replaced_before_anything_is_read_together_or_printed(driver: Driver, tmp_path: Path) -> None:
    walk = Walk(driver=driver, papers=tmp_path / "papers", picture=driver.shot)
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("newContactButton")
    case.keep_organisation(walk)
    case.take_first_contact(walk)
    gate.go_through_gate(walk)
