"""A program that dies in the middle of its work leaves no picture of its memory behind."""

import os
import signal
from pathlib import Path
from time import time

import pytest

from tests.e2e import guided_case as case
from tests.e2e.driver import ROOT, Driver
from tests.e2e.walk import Walk

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]


@pytest.mark.row(32, "SIGSEGV in an open journal")
def test_a_fault_of_the_processor_leaves_no_core(driver: Driver, tmp_path: Path) -> None:
    walk = Walk(driver=driver, papers=tmp_path / "papieren")
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("newContactButton")
    case.keep_organisation(walk)
    limits = Path(f"/proc/{driver.pid}/limits").read_text(encoding="utf-8")
    [core] = [line.split()[4:6] for line in limits.splitlines() if line.startswith("Max core file size")]
    assert core == ["0", "0"]

    began = time()
    os.kill(driver.pid, signal.SIGSEGV)
    ended = os.waitid(os.P_PID, driver.pid, os.WEXITED | os.WNOWAIT)
    assert ended is not None
    assert (ended.si_code, ended.si_status) == (os.CLD_KILLED, signal.SIGSEGV)  # And not CLD_DUMPED.
    left = [each for folder in (ROOT, tmp_path, driver.home) for each in folder.glob("core*") if each.is_file()]
    assert [each for each in left if each.stat().st_mtime >= began] == []
    driver.start(tmp_path / "proef.vpjournal")
    walk.unlock()
    driver.wait_for("newContactButton")
