"""Row 17 of the fault catalogue: the power goes at any moment, replayed from the system calls of the real program.

A process does what the program does, on a real journal, while the system writes down each call. The replay lays out
what may be on the disk at each moment after a loss of power, and opens it as the program would.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import disk, jobs, scenarios, scenes
from tests.faults.disk import Disk, Found
from tests.faults.recorder import Tried, count
from tests.faults.scenarios import Material, Scenario
from tests.faults.tracing import Call, calls_in, recorded, require_strace
from tests.faults.zygote import Zygote

SHARE = 8
"""Of the states that are asked for, one in so many has all lost, as many all kept, and the others any part."""
ENOUGH = 300
"""When so many goes through the record give no more states, there are no more."""
STATES = (
    (scenarios.saves(scenes.NOTES + 40), 60, 1500),
    (scenarios.ROTATION, 40, 800),
    (scenarios.BACKUP, 30, 600),
    (scenarios.DESTROYING, 20, 300),
    (scenarios.REPLACING, 20, 300),
    (scenarios.RESTORE, 20, 300),
    *((upgrade, 15, 300) for upgrade in scenarios.UPGRADES),
    (scenarios.CREATION, 10, 200),
    (scenarios.PAPER, 3, 5),
)


@dataclass
class Loss:
    """Records a job on what lies in ``place``, and replays losses of power in it."""

    zygote: Zygote
    chance: random.Random
    material: Material
    place: Path
    before: Path
    memory: Path

    def record(self, scenario: Scenario) -> list[Call]:
        """Do the job; return its calls."""
        scenario.prepare(self.material, self.place)
        shutil.copytree(self.place, self.before)
        log = self.before.with_name("calls")
        given = scenario.arguments(self.material, self.place)
        with self.zygote.run(scenario.job, held=True, **given) as run, recorded(run.pid, log):
            run.release()
            assert run.rest()[-1] == jobs.DONE, run.seen
        return list(calls_in(log))

    def replay(self, calls: list[Call], scenario: Scenario, *, states: int) -> int:
        """Check so many different states, each in a folder of its own; return how many there were."""
        seen: set[bytes] = set()
        for found, told in self._states(calls, states):
            mark = disk.digest(found, told)
            if mark not in seen:
                seen.add(mark)
                with tempfile.TemporaryDirectory(dir=self.memory) as folder:
                    disk.put(found, Path(folder))
                    scenario.check(self.material, Path(folder), told)
            if len(seen) == states:
                break
        return len(seen)

    def _states(self, calls: list[Call], states: int) -> Iterator[tuple[Found, list[str]]]:
        replayed = Disk(self.place, like=self.before)
        moments = [at for at, call in enumerate(calls) if replayed.do(call)]
        for again in range(ENOUGH):
            replayed = Disk(self.place, like=self.before)
            chosen = set(self.chance.sample(moments, min(len(moments), -(-states // SHARE))))
            for at, call in enumerate(calls):
                replayed.do(call)
                if at in chosen:
                    keep = (disk.nothing, disk.everything)[again] if again < 2 else disk.some(self.chance)
                    yield replayed.found(keep), list(replayed.told)


@pytest.fixture
def loss(zygote: Zygote, chance: random.Random, material: Material, tmp_path: Path) -> Loss:
    require_strace()
    place = tmp_path / "place"
    place.mkdir()
    memory = Path("/dev/shm")  # noqa: S108 - where there is one, thousands of states need no disk
    return Loss(zygote, chance, material, place, tmp_path / "before", memory if memory.is_dir() else tmp_path)


@pytest.mark.parametrize(("scenario", "usual", "full"), STATES, ids=[scenarios.named(each[0]) for each in STATES])
def test_whatever_is_found_after_a_loss_of_power_is_whole(
    loss: Loss, scenario: Scenario, usual: int, full: int, tried: Tried
) -> None:
    calls = loss.record(scenario)
    tried(17, f"states of {scenario.name}", loss.replay(calls, scenario, states=count(usual, full)))
