"""Row 18 of the fault catalogue: the system answers one call, or every call from one on, with an I/O error."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import jobs, scenarios, scenes
from tests.faults.recorder import FULL, Tried
from tests.faults.scenarios import Material, Scenario
from tests.faults.tracing import NAMING, READING, WRITING, any_failed, failing, order_of, require_strace
from tests.faults.zygote import Zygote
from vpjournal.errors import JournalError

Ways = Callable[[list[str], Sequence[str]], Iterator[dict[str, str]]]
USUAL = 2
"""How many calls of each kind fail in every run; with full counts every one does."""


@dataclass
class Failing:
    """Does a job in a place of its own while some of its calls fail, and looks at what is left."""

    zygote: Zygote
    material: Material
    scenario: Scenario
    calls: Sequence[str]
    place: Path
    log: Path

    def order(self) -> list[str]:
        """The calls of the job when none fails."""
        assert self.told({})[-1] == jobs.DONE
        shutil.rmtree(self.place)
        return order_of(self.log)

    def problem(self, when: Mapping[str, str]) -> str:
        """What is wrong when these calls fail; empty when it was told, or did not matter, and nothing is lost."""
        told = self.told(when)
        try:
            assert told[-1] == jobs.DONE or told[-1].startswith("told ")
            self.scenario.check(self.material, self.place, told)
        except (AssertionError, JournalError) as error:
            return f"{when}: {told}: {error!r}"
        finally:
            shutil.rmtree(self.place)
        return ""

    def told(self, when: Mapping[str, str]) -> list[str]:
        self.place.mkdir()
        self.scenario.prepare(self.material, self.place)
        given = self.scenario.arguments(self.material, self.place)
        with (
            self.zygote.run(self.scenario.job, held=True, **given) as run,
            failing(run.pid, self.log, self.calls, when),
        ):
            run.release()
            return run.rest()


def each_alone(order: list[str], _calls: Sequence[str]) -> Iterator[dict[str, str]]:
    """Each call once, and all others as they are."""
    seen: Counter[str] = Counter()
    for name in order:
        seen[name] += 1
        yield {name: str(seen[name])}


def from_each_on(order: list[str], calls: Sequence[str]) -> Iterator[dict[str, str]]:
    """From each call on all of them: the device is gone, or broken for good."""
    seen: Counter[str] = Counter()
    for name in order:
        yield {each: f"{seen[each] + 1}+" for each in calls}
        seen[name] += 1


@pytest.mark.parametrize("scenario", scenarios.ALL, ids=scenarios.named)
@pytest.mark.parametrize(
    ("calls", "ways"),
    [(WRITING, each_alone), (WRITING, from_each_on), (NAMING, each_alone), (READING, each_alone)],
    ids=["writing", "writing-from-then-on", "naming", "reading"],
)
def test_a_failing_call_is_told_and_nothing_is_lost(
    zygote: Zygote,
    material: Material,
    chance: random.Random,
    tmp_path: Path,
    scenario: Scenario,
    calls: Sequence[str],
    ways: Ways,
    tried: Tried,
) -> None:
    require_strace()
    failing_job = Failing(zygote, material, scenario, calls, tmp_path / "place", tmp_path / "log")
    all_ways = list(ways(failing_job.order(), calls))
    chosen = all_ways if FULL else chance.sample(all_ways, min(USUAL, len(all_ways)))
    wrong, failed = [], 0
    for when in chosen:
        problem = failing_job.problem(when)
        wrong += [problem] if problem else []
        failed += any_failed(failing_job.log)
    assert not wrong, "\n".join(wrong)
    # Some call may not come, after a read that found more than it did the first time, say.
    assert failed >= len(chosen) * 0.9
    tried(18, f"failing calls in {scenario.name}", failed)


@pytest.mark.parametrize("calls", [WRITING, READING], ids=["writing", "reading"])
def test_saving_goes_on_after_a_call_that_failed_once(
    zygote: Zygote, material: Material, chance: random.Random, tmp_path: Path, calls: Sequence[str], tried: Tried
) -> None:
    require_strace()
    last = scenes.NOTES + 2
    failing_job = Failing(zygote, material, scenarios.saves(last), calls, tmp_path / "place", tmp_path / "log")
    all_ways = list(each_alone(failing_job.order(), calls))
    chosen = all_ways if FULL else chance.sample(all_ways, 4)
    resumed = 0
    for when in chosen:
        told = failing_job.told(when)
        shutil.rmtree(failing_job.place)
        if "open" in told:
            assert told[-2:] == [str(last), jobs.DONE], f"{when}: {told}"
            resumed += any(line.startswith("refused ") for line in told)
    assert resumed or not FULL
    tried(18, "failing calls after which saving went on", len(chosen))
