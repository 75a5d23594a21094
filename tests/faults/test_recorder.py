"""The table of the fault catalogue tells what was tried, also by many processes, and no loss passes for a success."""

import json
from pathlib import Path

import pytest

TESTS = """
import pytest

@pytest.mark.parametrize("part", range(2))
def test_counted(tried, part):
    tried(14, "saves", 50)
    tried(15, "rotations", 2)

@pytest.mark.row(39, "wrong ones")
def test_marked():
    pass

@pytest.mark.row(40, "kinds")
def test_broken():
    assert False

@pytest.fixture
def stick():
    pytest.skip("no stick")

@pytest.mark.row(20, "sticks")
def test_skipped(stick):
    pass

def test_lost(tried):
    tried(16, "backups", 9, lost=1)
"""


@pytest.fixture
def told(pytester: pytest.Pytester, request: pytest.FixtureRequest) -> tuple[pytest.RunResult, Path]:
    root = request.config.rootpath
    pytester.makeini(f"[pytest]\npythonpath = {root}\ntestpaths = .\n")
    pytester.makeconftest('pytest_plugins = ["tests.faults.recorder"]')
    pytester.makepyfile(test_rows=TESTS)
    return pytester.runpytest_subprocess("-n", "2", "-p", "no:cacheprovider"), pytester.path / "build" / "faults.json"


def test_what_was_tried_is_counted_across_processes(told: tuple[pytest.RunResult, Path]) -> None:
    result, written = told
    result.assert_outcomes(passed=3, failed=2, skipped=1)
    result.stdout.fnmatch_lines([" 14        100     0 *  killed while saving", "*100*saves"])
    result.stdout.fnmatch_lines([" 38          0     0 *(by hand on Windows)"])
    rows = {row["number"]: row for row in json.loads(written.read_text())["rows"]}
    assert rows[15]["what"] == {"rotations": 4}
    states = {number: rows[number]["state"] for number in (14, 16, 20, 38, 39, 40, 41)}
    assert states == {
        14: "proved",
        16: "FAILED",
        20: "skipped",
        38: "by hand on Windows",
        39: "proved",
        40: "FAILED",
        41: "no test yet",
    }
    assert rows[16]["lost"] == 1


def test_a_part_of_the_catalogue_does_not_write_over_the_whole(
    told: tuple[pytest.RunResult, Path], pytester: pytest.Pytester
) -> None:
    before = told[1].read_bytes()
    result = pytester.runpytest_subprocess("test_rows.py::test_marked")
    result.stdout.fnmatch_lines([" 39 *wrong passphrases"])
    result.stdout.no_fnmatch_line(" 40 *")
    assert told[1].read_bytes() == before
