"""The process is killed while it empties a journal: what is left opens as before, or says what it is."""

import subprocess
import sys

from tests.core.vaults import Made, numbers_in, opened, unlock
from tests.faults.recorder import Tried, count
from vpjournal.errors import JournalEmptied, JournalError
from vpjournal.vault import emptying

EMPTY = """
import os, signal, sys
from pathlib import Path
from tests.core.vaults import unlock
from vpjournal.vault import emptying
folder, left = Path(sys.argv[1]), int(sys.argv[2])
def step(event, given):
    global left
    if event in ("open", "os.remove", "os.rename", "os.rmdir", "step") and folder.name in str(given[0]):
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
unlocked = unlock(folder)
sys.addaudithook(step)
emptying.empty(unlocked, progress=lambda done, of: sys.audit("step", str(folder)))
"""


def test_a_kill_at_every_step_leaves_a_whole_journal_or_one_that_says_it_is_emptied(made: Made, tried: Tried) -> None:
    wrapped = made.header.read_bytes().splitlines()[1]
    kept = {path.name: path.read_bytes() for path in made.folder.iterdir()}
    outcomes: list[str] = []
    for place in range(0, 200, count(3, 1)):
        made.folder.mkdir(exist_ok=True)
        for name, data in kept.items():
            (made.folder / name).write_bytes(data)
        status = subprocess.run([sys.executable, "-c", EMPTY, str(made.folder), str(place)], check=False).returncode
        outcomes.append(_outcome(made, wrapped))
        if status == 0:
            break
        assert status == -9
    # First it opens as before, then never again.
    assert outcomes == sorted(outcomes, key=["whole", "emptied", "gone"].index)
    assert set(outcomes) == {"whole", "emptied", "gone"}
    tried(16, "journals emptied", len(outcomes))


def _outcome(made: Made, wrapped: bytes) -> str:
    if not made.folder.exists():
        return "gone"
    try:
        unlock(made.folder).close()
    except JournalEmptied:
        assert not any(wrapped in path.read_bytes() for path in made.folder.iterdir())
        assert "VP-journaal" in (made.folder / emptying.MARKER).read_text("utf-8")
        assert emptying.finish(made.folder)
        assert not made.folder.exists()
        return "emptied"
    except JournalError as error:
        raise AssertionError("it does not say that it was emptied") from error
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(20))
    return "whole"
