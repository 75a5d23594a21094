"""Rows 14 to 16 and 57 of the fault catalogue: the process is killed at any moment of what it does."""

import hashlib
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE
from tests.core.vaults import Made, numbers_in, opened
from tests.faults import jobs, scenarios, scenes, schemas
from tests.faults.recorder import FULL, Tried, count
from tests.faults.scenarios import Material
from tests.faults.zygote import Run, Zygote
from vpjournal import vault
from vpjournal.errors import WrongPassphrase
from vpjournal.journal import restoring
from vpjournal.journal.opening import CHEAPEST, open_journal_with_code
from vpjournal.storage import checks, shipped

PARTS = 4
"""Each loop is cut into so many tests, so that processes can share the work."""

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


class Killer:
    """Kills jobs of one kind at moments spread evenly over the time that such a job takes."""

    def __init__(self, zygote: Zygote, chance: random.Random) -> None:
        self._zygote = zygote
        self._chance = chance
        self._seconds = 0.0
        self.unfinished = 0

    def measure(self, job: str, **arguments: str) -> None:
        """Let the job do its work once without harm, to learn how long it takes."""
        with self._zygote.run(job, **arguments) as run:
            start = time.monotonic()
            assert run.rest()[-1] == jobs.DONE
            self._seconds = time.monotonic() - start

    def __call__(self, job: str, **arguments: str) -> list[str]:
        """Begin the job and kill it; return what it acknowledged."""
        with self._zygote.run(job, **arguments) as run:
            time.sleep(self._chance.uniform(0, self._seconds * 1.1))
            run.kill()
            lines = run.rest()
        assert lines[-1:] == [jobs.DONE] or not any(_is_outcome(line) for line in lines), lines
        self.unfinished += jobs.DONE not in lines
        return lines


def _is_outcome(line: str) -> bool:
    return line == jobs.DONE or line.startswith(("told ", "crashed "))


@pytest.fixture
def kill(zygote: Zygote, chance: random.Random) -> Killer:
    return Killer(zygote, chance)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_during_saves_loses_nothing_that_was_acknowledged(
    scene: Path, tmp_path: Path, zygote: Zygote, chance: random.Random, tried: Tried, part: int
) -> None:
    rounds = count(8, 500 // PARTS)
    for each in range(rounds):
        folder = tmp_path / "Proef.vpjournal"
        if each % 25 == 0:  # Its history would make it large.
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(scene, folder)
            last = scenes.NOTES - 1
        with zygote.run("save", folder=str(folder), first=last + 1) as run:
            last = _kill_after_some_saves(run, chance, last)
        with scenes.opened(folder) as journal:
            found = scenes.last_number(journal)
            scenes.require_sound(journal)
        # The one that was under way may have arrived just before its acknowledgement.
        assert found in (last, last + 1)
        scenes.require_tidy(folder)
        last = found
    tried(14, "saves", rounds)


def _kill_after_some_saves(run: Run, chance: random.Random, last: int) -> int:
    """Let it save a few times and kill it in the middle of the next; return the last number that it acknowledged."""
    for _ in range(chance.randrange(12)):
        run.line()
    time.sleep(chance.uniform(0, 0.01))
    run.kill()
    lines = run.rest()
    assert not any(_is_outcome(line) for line in lines), lines
    return max((int(line) for line in run.seen if line.isdigit()), default=last)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_during_another_passphrase_leaves_exactly_one_that_opens(
    scene: Path, tmp_path: Path, kill: Killer, tried: Tried, part: int
) -> None:
    folder, trial = tmp_path / "Proef.vpjournal", tmp_path / "trial.vpjournal"
    shutil.copytree(scene, folder)
    shutil.copytree(scene, trial)
    kill.measure("rotate", folder=str(trial), present=PASSPHRASE, new="nieuw")
    expected = scenes.expected(scene)
    present, changed = PASSPHRASE, 0
    rounds = count(8, 160 // PARTS)
    for each in range(rounds):
        new = f"kelder bezem zolder {each}"
        lines = kill("rotate", folder=str(folder), present=present, new=new)
        opening = [word for word in (present, new) if scenes.opens(folder, word)]
        assert len(opening) == 1
        assert "changed" not in lines or opening == [new]
        changed += opening == [new]
        (present,) = opening
        scenes.require_same(folder, present, expected)
    tried(15, "passphrases changed", rounds)
    assert not FULL or (kill.unfinished and changed)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_during_another_recovery_code_leaves_a_journal_that_the_passphrase_opens(
    scene: Path, tmp_path: Path, kill: Killer, tried: Tried, part: int
) -> None:
    folder, trial = tmp_path / "Proef.vpjournal", tmp_path / "trial.vpjournal"
    shutil.copytree(scene, folder)
    shutil.copytree(scene, trial)
    kill.measure("new_code", folder=str(trial), present=PASSPHRASE)
    expected = scenes.expected(scene)
    code, rounds = "", count(3, 40 // PARTS)
    for _ in range(rounds):
        generation = vault.describe(folder).generation
        lines = kill("new_code", folder=str(folder), present=PASSPHRASE)
        told = [line for line in lines if line.count(" ") == 6]
        scenes.require_same(folder, PASSPHRASE, expected)
        is_new = vault.describe(folder).generation > generation
        assert is_new or not told
        if code:
            assert _opens_with_code(folder, code) != is_new
        if told:
            (code,) = told
            assert _opens_with_code(folder, code)
        elif is_new:  # Nobody has seen it; the journal says so at the next opening, and asks for another.
            code = ""
    tried(15, "recovery codes changed", rounds)


def _opens_with_code(folder: Path, code: str) -> bool:
    try:
        open_journal_with_code(folder, code).close()
    except WrongPassphrase:
        return False
    return True


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_during_a_backup_leaves_it_whole_or_not_there(
    scene: Path, tmp_path: Path, kill: Killer, tried: Tried, part: int
) -> None:
    folder, stick = tmp_path / "Proef.vpjournal", tmp_path / "stick"
    stick.mkdir()
    shutil.copytree(scene, folder)
    kill.measure("back_up", folder=str(folder), to=str(stick), name="first.vpbackup")
    expected = scenes.expected(scene)
    rounds = count(6, 100 // PARTS)
    for each in range(rounds):
        # Some names come twice, so that what a kill left under a hidden name is in the way.
        name = f"{each // 2}.vpbackup"
        (stick / name).unlink(missing_ok=True)
        lines = kill("back_up", folder=str(folder), to=str(stick), name=name)
        there = (stick / name).exists()
        assert there or "made" not in lines
        if there:
            scenes.require_whole_backup(stick / name)
        with scenes.opened(folder) as journal:
            assert "listed" not in lines or name in {item.name for item in journal.backups.state().items}
        scenes.require_same(folder, PASSPHRASE, expected)
    tried(16, "backups", rounds)
    assert not FULL or kill.unfinished


@pytest.mark.parametrize(
    ("scenario", "what"),
    [(scenarios.DESTROYING, "cases destroyed"), (scenarios.REPLACING, "names replaced everywhere")],
    ids=["destroying", "replacing"],
)
def test_a_kill_on_the_way_leaves_it_whole_or_not_a_byte_of_it(
    material: Material, tmp_path: Path, kill: Killer, tried: Tried, scenario: scenarios.Scenario, what: str
) -> None:
    rounds = count(8, 100)
    for each in range(rounds + 1):
        place = tmp_path / str(each)
        place.mkdir()
        scenario.prepare(material, place)
        given = scenario.arguments(material, place)
        if each:
            scenario.check(material, place, kill(scenario.job, **given))
        else:
            kill.measure(scenario.job, **given)
        shutil.rmtree(place)
    tried(16, what, rounds)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_during_a_restore_leaves_a_whole_journal_or_none(
    scene: Path, backup: Path, tmp_path: Path, kill: Killer, tried: Tried, part: int
) -> None:
    kill.measure("restore", file=str(backup), folder=str(tmp_path / "trial.vpjournal"))
    expected = scenes.expected(scene)
    before = _digest(backup)
    place = tmp_path / "place"
    rounds = count(6, 100 // PARTS)
    for _ in range(rounds):
        folder = place / "Terug.vpjournal"
        lines = kill("restore", file=str(backup), folder=str(folder))
        assert _digest(backup) == before
        assert folder.exists() or "restored" not in lines
        if folder.exists():
            scenes.require_same(folder, PASSPHRASE, expected)
            shutil.rmtree(folder)
    restoring.restore(backup, place / "Terug.vpjournal", passphrase=PASSPHRASE, floor=CHEAPEST)
    assert scenes.names(place) == {"Terug.vpjournal"}, "what the kills left was not removed"
    tried(16, "restores", rounds)
    assert not FULL or kill.unfinished


def test_a_kill_while_a_paper_is_saved_leaves_it_whole_or_nothing(tmp_path: Path, kill: Killer, tried: Tried) -> None:
    kill.measure("export", path=str(tmp_path / "trial.pdf"))
    rounds = count(10, 100)
    for each in range(rounds):
        place = tmp_path / str(each)
        place.mkdir()
        lines = kill("export", path=str(place / "paper.pdf"))
        found = {path.name: path.read_bytes() for path in place.iterdir()}
        assert found in ({}, {"paper.pdf": jobs.PAPER})
        assert found or "saved" not in lines
    tried(16, "papers saved", rounds)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("version", [migration.version for migration in shipped()[:-1]])
def test_a_kill_during_an_upgrade_leaves_one_schema_or_another_never_between(
    version: int, tmp_path: Path, kill: Killer, tried: Tried
) -> None:
    old = schemas.old_journal(version)
    folder = tmp_path / "trial" / "oud.vpjournal"
    shutil.copytree(old, folder)
    kill.measure("upgrade", folder=str(folder))
    expected = scenes.expected(folder)
    known = schemas.known(tmp_path)
    rounds = count(6, 50)
    for each in range(rounds):
        folder = tmp_path / str(each) / "oud.vpjournal"
        shutil.copytree(old, folder)
        lines = kill("upgrade", folder=str(folder))
        schemas.require_one(folder, known, at_least=len(shipped()) if "upgraded" in lines else version)
        scenes.require_same(folder, PASSPHRASE, expected)
        schemas.require_backups(folder, version)
    tried(57, f"from schema {version}", rounds)
    assert not FULL or kill.unfinished


def test_a_half_written_transaction_is_rolled_back(made: Made, tried: Tried) -> None:
    before = made.database.read_bytes()
    process = subprocess.run([sys.executable, "-c", SPILL, str(made.folder)], check=False)
    assert process.returncode == -9
    assert Path(f"{made.database}-journal").stat().st_size > 0
    assert made.database.read_bytes() != before
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(20))
        assert checks.pages(database) == checks.structure(database) == 0
    assert not Path(f"{made.database}-journal").exists()
    tried(14, "a transaction that had spilled to the disk", 1)
