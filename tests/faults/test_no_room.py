"""Row 19 of the fault catalogue: whatever the program does, the disk is full at any step of it."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import jobs, scenarios
from tests.faults.recorder import FULL, Tried
from tests.faults.scenarios import Material, Scenario
from tests.faults.zygote import Zygote
from vpjournal.storage.connection import PAGE

SIZE = 96 * 2**20
"""So large that the reserve is made again once there is room."""
USUAL = 3
FILLER = "other people's files"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place))
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk is made by root on Linux only")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


@pytest.mark.parametrize("scenario", scenarios.ALL, ids=scenarios.named)
def test_a_disk_that_is_full_at_any_step_loses_nothing(
    disk: Path, zygote: Zygote, material: Material, chance: random.Random, scenario: Scenario, tried: Tried
) -> None:
    rooms = _rooms(_pages_needed(disk, zygote, material, scenario)) if FULL else chance.sample(range(200), USUAL)
    full = 0
    for room in rooms:
        told = _outcome(disk, zygote, material, scenario, room)
        assert told[-1] in (jobs.DONE, "told DiskFull"), f"{room} pages free: {told}"
        full += told[-1] != jobs.DONE
    assert full or not FULL
    tried(19, f"amounts of room during {scenario.name}", len(rooms))


def _pages_needed(disk: Path, zygote: Zygote, material: Material, scenario: Scenario) -> int:
    """How many free pages let it end well, found by halving."""
    low, high = 0, 4096
    while low < high:
        middle = (low + high) // 2
        if _outcome(disk, zygote, material, scenario, middle)[-1] == jobs.DONE:
            high = middle
        else:
            low = middle + 1
    return low + 1


def _rooms(needed: int) -> list[int]:
    """Every amount where much happens within few pages; of a long file that is written every 16th."""
    return [room for room in range(needed + 1) if room < 128 or room > needed - 64 or room % 16 == 0]


def _outcome(disk: Path, zygote: Zygote, material: Material, scenario: Scenario, room: int) -> list[str]:
    """Do it with so many pages free, each second time without the reserve; check what is left once there is room."""
    place = disk / "place"
    place.mkdir()
    scenario.prepare(material, place)
    if room % 2:
        for reserve in place.glob("*/reserve"):
            reserve.unlink()
    _fill(disk, room)
    with zygote.run(scenario.job, **scenario.arguments(material, place)) as run:
        told = run.rest()
    (disk / FILLER).unlink(missing_ok=True)
    scenario.check(material, place, told)
    shutil.rmtree(place)
    return told


def _fill(disk: Path, room: int) -> None:
    free = os.statvfs(disk)
    taken = free.f_bavail * free.f_frsize - room * PAGE
    if taken > 0:
        with (disk / FILLER).open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, taken)
