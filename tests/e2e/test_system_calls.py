"""The program works without any network and asks for none; what it hands to the system holds no word that was typed."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.e2e import guided_case as case
from tests.e2e.display import Display
from tests.e2e.driver import Driver
from tests.e2e.remains import ways_to_write
from tests.e2e.safekeeping import look_at_safekeeping, restore_backup
from tests.e2e.system_calls import Recorded, read_record, without_network
from tests.e2e.test_traces import WRITTEN
from tests.e2e.walk import Walk, text_of_paper
from tests.faults.recorder import FULL


def _may_trace() -> bool:
    if not shutil.which("strace") or not shutil.which("unshare"):
        return False
    tried = ["unshare", "--net", "strace", "-o", os.devnull, "true"]
    return subprocess.run(tried, check=False, capture_output=True).returncode == 0


pytestmark = [
    pytest.mark.screen,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not _may_trace(), reason="needs strace, and the right to make a network without a way out"),
]


@pytest.fixture
def buses(tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """The buses of a desktop, where they are to be had, and a wish for one that a screen reader would listen on."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        yield {}
        return
    with ExitStack() as running:
        for name in ("bus", "a11y"):
            running.enter_context(_bus(daemon, tmp_path / name))
        desktop, reader = (f"unix:path={tmp_path / name}" for name in ("bus", "a11y"))
        yield {
            "DBUS_SESSION_BUS_ADDRESS": desktop,
            "DBUS_SYSTEM_BUS_ADDRESS": desktop,
            "AT_SPI_BUS_ADDRESS": reader,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


@contextmanager
def _bus(daemon: str, place: Path) -> Iterator[None]:
    command = [daemon, "--session", "--nofork", "--nopidfile", f"--address=unix:path={place}", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout
        running.stdout.readline()
        yield
        running.terminate()


@pytest.fixture
def driver(display: Display, tmp_path: Path, buses: Mapping[str, str]) -> Iterator[Driver]:
    person = Driver(display=display, folder=tmp_path, surroundings=buses)
    yield person
    person.end()
    assert not person.errors.exists() or not person.errors.read_text()


@pytest.mark.row(29, "a session, with backup and restoring; word and passphrase in every form")
@pytest.mark.row(55, "a session, with backup and restoring")
def test_without_a_network_all_works_and_nothing_typed_goes_past_the_journal(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = "zwartkop" + "".join(secrets.choice("bdfgklmnprstvz") for _ in range(8))
    for name in WRITTEN:
        monkeypatch.setattr(case, name, f"{getattr(case, name)} {marker}")
    walk = Walk(driver=driver, papers=tmp_path / "papieren")
    record, journal = tmp_path / "record", tmp_path / "proef.vpjournal"
    driver.start(command=without_network(record, "-m", "ui", "--journal", str(journal)))
    walk.first_run()
    driver.wait_for("newContactButton")
    overview = _work(walk)
    stick = tmp_path / "stick"
    stick.mkdir()
    look_at_safekeeping(walk, stick=stick)
    processes = [driver.pid]
    walk.lock()
    processes.append(driver.pid)
    walk.unlock()
    driver.wait_for("tallyWords")
    walk.lock()
    processes.append(driver.pid)
    restore_backup(walk, next(stick.glob("*.vpbackup")))
    driver.close()
    driver.wait_for_end()

    recorded = read_record(record)
    assert marker in text_of_paper(overview)
    _check_connections(recorded, driver, tmp_path)
    wanted = {"marker": marker, "passphrase": walk.passphrase}
    told = {place: content for place, content in recorded.sent.items() if place != str(tmp_path / "line")}
    assert sum(map(len, told.values())) > 1 << 20
    assert _found(wanted, {"the test's own line": recorded.sent[str(tmp_path / "line")]})
    assert _found(wanted, told) == []
    assert _found(wanted, {"names": "\n".join(recorded.named).encode()}) == []
    assert recorded.passed == set()
    assert set(processes) <= recorded.refused


def _work(walk: Walk) -> Path:
    """Do a part of the guided case, or all of it; return a paper that was saved without a password."""
    if FULL:
        return case.go_through_case(walk).overview
    case.keep_organisation(walk)
    case.take_first_contact(walk)
    case.hold_first_conversation(walk)
    case.fill_board(walk)
    overview, _cards = case.make_papers(walk)
    walk.driver.key("ctrl+2")
    # Where the first conversation was left; its tabs are no others than those before.
    walk.driver.wait_for("goodEnoughField")
    walk.driver.click(walk.t("Aantekening"), within="partTabs")
    walk.driver.click("noteEditor")
    walk.driver.key("ctrl+a", "ctrl+c")
    return overview


def _found(wanted: Mapping[str, str], sent: Mapping[str, bytes | bytearray]) -> list[tuple[str, str, str]]:
    needles = [(name, way, needle) for name, secret in wanted.items() for way, needle in ways_to_write(secret).items()]
    return [(name, way, place) for place, content in sent.items() for name, way, needle in needles if needle in content]


def _check_connections(recorded: Recorded, driver: Driver, tmp_path: Path) -> None:
    """Hold every connection against the list: display, buses, our own meeting point, and the test's own line.

    The display gets pictures; the desktop's bus gets the question whether there is a screen reader; the reader's bus
    gets numbers of what changed, as long as no reader asks for more.
    """
    assert recorded.families <= {"AF_UNIX"}
    display = driver.display.name.removeprefix(":")
    screen = f"/tmp/.X11-unix/X{display}"  # noqa: S108 - the display's own address
    known = {screen, f"\0{screen}", *(str(tmp_path / name) for name in ("bus", "a11y", "line"))}
    own = str(driver.home / "run" / "vpjournal-")
    others = {(family, to) for family, to in recorded.connected if to not in known and not to.startswith(own)}
    assert others == set()
