"""The real program when its adviser walks off: whatever is open, it locks in time and comes back to the same place."""

import os
import select
import sys
from pathlib import Path
from time import monotonic

import pytest

from tests.builders import PASSPHRASE
from tests.e2e.driver import PATIENCE, Driver
from tests.e2e.test_traces import OtherProgram
from tests.e2e.walk import Walk
from tests.ui.test_session_lock import Buses
from vpjournal.journal import opening

pytestmark = [pytest.mark.screen, pytest.mark.timeout(240)]

WATCHDOG = 10.0
"""Seconds; ten times what it may take at most."""
# The program as it is, on a laptop whose clock since its start goes ahead by the seconds that stand in a file, and
# that keeps what is copied for two seconds.
PROGRAM = """
import pathlib, sys, time
ahead, real = pathlib.Path(sys.argv.pop(1)), time.clock_gettime
time.clock_gettime = lambda clock: real(clock) + float(ahead.read_text())
import ui.app
from ui.platform.clipboard import ClipboardKeeper
ClipboardKeeper.__init__.__kwdefaults__["kept_ms"] = 2_000
sys.exit(ui.app.main())
"""
MINUTE = 60.0


class Away:
    """A laptop at which nobody is for as long as a test says."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver = driver
        self._file = folder / "ahead"
        self._journal = folder / "weg.vpjournal"
        self._seconds = 0.0
        self._write()
        opening.create_journal(self._journal, PASSPHRASE, profile=opening.FLOOR)[1].close()

    def open_journal(self) -> None:
        command = [sys.executable, "-c", PROGRAM, str(self._file), "--journal", str(self._journal)]
        self.driver.start(command=command)
        self.unlock()

    def unlock(self) -> None:
        walk = Walk(driver=self.driver, papers=self._journal.parent, passphrase=PASSPHRASE)
        walk.unlock()
        self.driver.wait_for("newContactButton") if False else None

    def go_on(self, seconds: float) -> None:
        self._seconds += seconds
        self._write()

    def _write(self) -> None:
        # In one step, because the program reads it at any moment.
        new = self._file.with_suffix(".new")
        new.write_text(str(self._seconds), encoding="ascii")
        new.replace(self._file)

    def see_it_end(self, old: int, since: float) -> float:
        """Wait for the end of the process and for the fresh one; return the seconds from ``since`` to that end."""
        handle = os.pidfd_open(old)
        assert select.select([handle], [], [], WATCHDOG)[0], "the process does not end"
        took = monotonic() - since
        os.close(handle)
        self.driver.wait_for_fresh_process(old)
        self.driver.wait_for("Wachtzin", kind="field")
        return took


@pytest.fixture
def away(driver: Driver, tmp_path: Path) -> Away:
    return Away(driver, tmp_path)


@pytest.mark.row(36, "the real program, with a dialog, after hours, by the screen")
def test_the_last_minute_is_counted_down_above_a_dialog(away: Away) -> None:
    person = away.driver
    away.open_journal()
    person.click("Organisaties")
    person.key("F1")
    person.wait_for("closeSheetButton")
    away.go_on(11 * MINUTE)
    person.wait_for("countdownWords")
    person.shot("aftellen_boven_een_venster")
    person.key("shift")
    person.wait_gone("countdownWords")
    old = person.pid
    away.go_on(12 * MINUTE)
    away.see_it_end(old, monotonic())
    away.unlock()
    person.wait_for("newOrganisationButton")


@pytest.mark.row(36, "the real program, with a dialog, after hours, by the screen")
def test_who_comes_back_after_hours_finds_it_locked(away: Away) -> None:
    person = away.driver
    away.open_journal()
    person.click("Instellingen")
    person.click("to_check_paper")
    person.click("choosePaperButton")
    # A file dialog, in an event loop of its own.
    person.wait_for("fileNameEdit")
    old = person.pid
    began = monotonic()
    away.go_on(8 * 60 * MINUTE)
    print(f"from waking to the end of the process: {away.see_it_end(old, began):.3f} s")
    away.unlock()
    person.wait_for("choosePaperButton")


@pytest.mark.row(36, "the real program, with a dialog, after hours, by the screen")
def test_it_locks_with_the_screen(driver: Driver, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    buses = Buses(tmp_path_factory.mktemp("bus"))
    try:
        driver.surroundings.update(buses.surroundings)
        away = Away(driver, tmp_path)
        away.open_journal()
        driver.click("Organisaties")
        driver.key("ctrl+k")
        driver.wait_for("findField")
        old = driver.pid
        buses.anyone_says("session", "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true")
        print(f"from the signal to the end of the process: {away.see_it_end(old, monotonic()):.3f} s")
        away.unlock()
        driver.wait_for("newOrganisationButton")
    finally:
        buses.end()


def test_the_key_locks_above_the_menu_of_a_field(away: Away) -> None:
    person = away.driver
    away.open_journal()
    person.wait_for("newContactButton")
    person.key("ctrl+k")
    person.fill("findField", "kauw")
    person.right_click("findField")
    end = monotonic() + PATIENCE
    while not person.front()["popup"]:
        assert monotonic() < end
    old = person.pid
    person.key("ctrl+l")
    away.see_it_end(old, monotonic())


@pytest.mark.row(35, "the real program and another one on the same screen")
def test_what_was_cut_is_gone_for_others_and_can_be_pasted_here(away: Away) -> None:
    person = away.driver
    away.open_journal()
    person.wait_for("newContactButton")
    person.key("ctrl+k")
    person.fill("findField", "gierzwaluw")
    other = OtherProgram(person)
    try:
        person.key("ctrl+a", "ctrl+x")
        other.wait_for("gierzwaluw")
        other.wait_for("")
        person.key("ctrl+v")
        person.wait_for_text("findField", "gierzwaluw")
        other.copy("elders")
        person.key("ctrl+a")
        person.key("ctrl+v")
        person.wait_for_text("findField", "elders")
        assert other.look()[0] == "elders"
    finally:
        other.end()
