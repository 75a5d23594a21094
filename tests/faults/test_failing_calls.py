"""Row 18 of the fault catalogue: the system answers one call, or every call from one on, with an I/O error."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.faults import jobs, scenarios
from tests.faults.recorder import FULL, Tried
from tests.faults.scenarios import Material, Scenario
from tests.faults.tracing import NAMING, READING, WRITING, failed, failing, how_many, require_strace
from tests.faults.zygote import Zygote

USUAL = 3
NEVER = "65535"


@pytest.mark.parametrize("scenario", scenarios.ALL, ids=scenarios.named)
@pytest.mark.parametrize(
    ("calls", "on"),
    [(WRITING, ""), (WRITING, "+"), (NAMING, ""), (READING, "")],
    ids=["writing", "writing-from-then-on", "naming", "reading"],
)
def test_a_failing_call_is_told_and_nothing_is_lost(
    zygote: Zygote,
    material: Material,
    chance: random.Random,
    tmp_path: Path,
    scenario: Scenario,
    calls: str,
    on: str,
    tried: Tried,
) -> None:
    require_strace()
    log = tmp_path / "log"
    assert _outcome(zygote, material, scenario, tmp_path / "trial", log, calls, NEVER)[-1] == jobs.DONE
    number = how_many(log)
    chosen = range(1, number + 1) if FULL else sorted(chance.sample(range(1, number + 1), min(USUAL, number)))
    ends: Counter[str] = Counter()
    for each in chosen:
        place = tmp_path / str(each)
        told = _outcome(zygote, material, scenario, place, log, calls, f"{each}{on}")
        assert told[-1] == jobs.DONE or told[-1].startswith("told "), f"call {each}, {failed(log)}: {told[-1]}"
        ends[told[-1]] += 1
        scenario.check(material, place, told)
        shutil.rmtree(place)
    print(dict(ends))
    tried(18, f"failing calls in {scenario.name}", len(chosen))


def _outcome(
    zygote: Zygote, material: Material, scenario: Scenario, place: Path, log: Path, calls: str, when: str
) -> list[str]:
    """Do the job in a place of its own while calls fail; return what it acknowledged, its end last."""
    place.mkdir()
    scenario.prepare(material, place)
    given = scenario.arguments(material, place)
    with zygote.run(scenario.job, held=True, **given) as run, failing(run.pid, log, calls, "EIO", when):
        run.release()
        return run.rest()
