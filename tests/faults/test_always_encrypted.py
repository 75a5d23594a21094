"""Row 42 of the fault catalogue: nothing that the program does leaves a database that opens without a key."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.faults import jobs, scenarios
from tests.faults.recorder import Tried
from tests.faults.scenarios import Material, Scenario
from tests.faults.zygote import Zygote

PLAIN = b"SQLite format 3"


@pytest.mark.parametrize("scenario", scenarios.ALL, ids=scenarios.named)
def test_no_file_is_a_plain_database_or_holds_one(
    zygote: Zygote, material: Material, tmp_path: Path, scenario: Scenario, tried: Tried
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    scenario.prepare(material, place)
    with zygote.run(scenario.job, **scenario.arguments(material, place)) as run:
        assert run.rest()[-1] == jobs.DONE
    files = [path for path in place.rglob("*") if path.is_file()]
    assert files
    for path in files:
        data = path.read_bytes()
        assert PLAIN not in data
        assert b"rivier" not in data
        if path.suffix == ".db":
            with contextlib.closing(sqlite3.connect(path)) as plain, pytest.raises(sqlite3.DatabaseError):
                plain.execute("SELECT * FROM sqlite_schema")
    tried(42, f"files after {scenario.name}", len(files))
