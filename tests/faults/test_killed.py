"""Row 14 of the fault catalogue: the process is killed while it saves."""

import random
import subprocess
import sys
from pathlib import Path
from typing import IO

from tests.core.vaults import Made, numbers_in, opened
from tests.faults.recorder import Tried, count
from vpjournal.storage import checks

SAVE = """
import sys
from pathlib import Path
from tests.core.vaults import add_texts, opened
folder, first = Path(sys.argv[1]), int(sys.argv[2])
with opened(folder) as database:
    print("ready", flush=True)
    for number in range(first, first + 100_000):
        add_texts(database, range(number, number + 1))
        print(number, flush=True)
"""

SPILL = """
import os, signal, sys
from pathlib import Path
from tests.core.vaults import opened
with opened(Path(sys.argv[1])) as database:
    database.query("PRAGMA cache_size = 5")
    with database.transaction():
        database.execute("UPDATE text_of_test SET words = replace(words, 'rivier', 'zee')")
        database.execute("INSERT INTO text_of_test SELECT id + 1000, words, digest FROM text_of_test")
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_during_saves_loses_nothing_that_was_acknowledged(
    made: Made, chance: random.Random, tried: Tried
) -> None:
    expected = 20
    kills = count(6, 200)
    for _ in range(kills):
        acknowledged = _save_until_killed(made.folder, expected, after=chance.randrange(40))
        with opened(made.folder) as database:
            found = numbers_in(database)
            assert checks.pages(database) == checks.structure(database) == 0
        # The one that was under way may have arrived just before its acknowledgement.
        assert found in (set(range(acknowledged + 1)), set(range(acknowledged + 2)))
        expected = len(found)
    tried(14, "saves", kills)


def _save_until_killed(folder: Path, first: int, *, after: int) -> int:
    """Kill a saving process some saves after it began; return the last number that it acknowledged."""
    command = [sys.executable, "-c", SAVE, str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        for _ in range(after):
            process.stdout.readline()
        process.kill()
        return _last_number(process.stdout, default=first + after - 1)


def _last_number(lines: IO[str], *, default: int) -> int:
    numbers = [int(line) for line in lines if line.endswith("\n")]
    return numbers[-1] if numbers else default


def test_a_half_written_transaction_is_rolled_back(made: Made) -> None:
    before = made.database.read_bytes()
    process = subprocess.run([sys.executable, "-c", SPILL, str(made.folder)], check=False)
    assert process.returncode == -9
    assert Path(f"{made.database}-journal").stat().st_size > 0
    assert made.database.read_bytes() != before
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(20))
        assert checks.pages(database) == checks.structure(database) == 0
    assert not Path(f"{made.database}-journal").exists()
