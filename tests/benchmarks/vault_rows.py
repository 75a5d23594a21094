"""What a backup of the large journal takes, beside SQLite's own backup from one keyed file into another."""

import contextlib
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlcipher3 import dbapi2

from tests.benchmarks.journal_rows import timed
from tests.benchmarks.large_journal import BUILD, a_copy, opened
from tests.benchmarks.table import Row
from vpjournal.journal import backups
from vpjournal.journal.facade import Journal

_ROUNDS = 3
_AT_LEAST = 0.6
"""The share of the speed of SQLite's own backup that ours has to reach, its checks and reading back aside."""
_KEY = "x'" + "5a" * 32 + "6b" * 16 + "'"


def measure() -> list[Row]:
    with a_copy() as folder, contextlib.closing(opened(folder)) as journal:
        return [_backup(journal)]


def _backup(journal: Journal) -> Row:
    """Make backups in turns with bare ones, of the same database and into the same folder."""
    ours, whole, theirs = [], [], []
    for _ in range(_ROUNDS):
        with TemporaryDirectory(dir=BUILD) as folder:
            theirs.append(timed(partial(_bare, journal, Path(folder) / "bare.db")))
            made, all_of_it = _made(journal, Path(folder))
            ours.append(made)
            whole.append(all_of_it)
    size = journal._database.path.stat().st_size / 1e6
    note = (
        f"{median(ours) / 1000:.1f} s, bare {median(theirs) / 1000:.1f} s for {size:.0f} MB: "
        f"{median(theirs) / median(ours):.0%} of the speed; with checks and reading back {median(whole) / 1000:.1f} s; "
        f"medians of {_ROUNDS}"
    )
    return Row("backup, its checks aside", "backup API", median(ours) / median(theirs), 1 / _AT_LEAST, "×", note)


def _made(journal: Journal, folder: Path) -> tuple[float, float]:
    """Make a backup; return the milliseconds of copying and writing, and those of everything."""
    reached: dict[int, float] = {}

    def progress(done: int, _of: int) -> None:
        reached.setdefault(done, perf_counter())

    begin = perf_counter()
    journal.backups.prepare(folder).run(progress)
    end = perf_counter()
    copied, checked, written = (reached[each] for each in (backups.COPIED, backups.CHECKED, backups.WRITTEN))
    return (copied - begin + written - checked) * 1000, (end - begin) * 1000


def _bare(journal: Journal, path: Path) -> None:
    with contextlib.closing(_keyed(journal._database.path, journal._unlocked.keyspec())) as source:
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        with contextlib.closing(_keyed(path, _KEY)) as target:
            source.backup(target)


def _keyed(path: Path, key: str) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path))
    connection.set_key(key)
    return connection
