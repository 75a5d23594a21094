"""What the program does to files, each with what must hold afterwards however it was stopped.

The power may go, a call may fail or the disk be full: the check is the same. It looks only at what lies on the disk
and at what the process had acknowledged by then.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.builders import PASSPHRASE
from tests.faults import jobs, scenes, schemas
from tests.faults.recorder import FULL
from vpjournal.journal import restoring
from vpjournal.journal.opening import CHEAPEST, create_journal

NEW = "kelder bezem zolder trap kraan dak"
SAVES = 3
_JOURNAL, _BACK, _OLD, _NEW = "Proef.vpjournal", "Terug.vpjournal", "oud.vpjournal", "Nieuw.vpjournal"
_BACKUP = "x.vpbackup"
Rows = dict[str, str]


@dataclass(frozen=True)
class Material:
    """What scenarios begin with: a closed journal, a backup of it and its rows, and the rows of old ones upgraded."""

    scene: Path
    backup: Path
    rows: Rows
    upgraded: dict[int, Rows]
    known: schemas.Schemas


@dataclass(frozen=True)
class Scenario:
    """``prepare`` lays out a place, ``arguments`` are the job's there, ``check`` is told what it acknowledged."""

    name: str
    job: str
    prepare: Callable[[Material, Path], None]
    arguments: Callable[[Material, Path], dict[str, Any]]
    check: Callable[[Material, Path, list[str]], None]


def _was_refused(told: list[str]) -> bool:
    """Whether it ended by telling why not, rather than in the middle: then it has cleaned up itself."""
    return any(line.startswith("told ") for line in told)


def _copy_scene(material: Material, place: Path) -> None:
    shutil.copytree(material.scene, place / _JOURNAL)


def _check_saves(_material: Material, place: Path, told: list[str]) -> None:
    acknowledged = max((int(line) for line in told if line.isdigit()), default=scenes.NOTES - 1)
    with scenes.opened(place / _JOURNAL) as journal:
        # The one that was under way may be there.
        assert scenes.last_number(journal) in (acknowledged, acknowledged + 1)
        scenes.require_sound(journal)
    scenes.require_tidy(place / _JOURNAL)


def saves(last: int) -> Scenario:
    """Some saves, one after the other."""

    def arguments(_material: Material, place: Path) -> dict[str, Any]:
        return {"folder": str(place / _JOURNAL), "first": scenes.NOTES, "last": last}

    return Scenario("saves", "save", _copy_scene, arguments, _check_saves)


def _rotate(_material: Material, place: Path) -> dict[str, Any]:
    return {"folder": str(place / _JOURNAL), "present": PASSPHRASE, "new": NEW}


def _check_rotation(material: Material, place: Path, told: list[str]) -> None:
    opening = [word for word in (PASSPHRASE, NEW) if scenes.opens(place / _JOURNAL, word)]
    assert len(opening) == 1
    assert "changed" not in told or opening == [NEW]
    scenes.require_same(place / _JOURNAL, opening[0], material.rows)


def _prepare_backup(material: Material, place: Path) -> None:
    _copy_scene(material, place)
    (place / "stick").mkdir()


def _back_up(_material: Material, place: Path) -> dict[str, Any]:
    return {"folder": str(place / _JOURNAL), "to": str(place / "stick"), "name": _BACKUP}


def _check_backup(material: Material, place: Path, told: list[str]) -> None:
    file = place / "stick" / _BACKUP
    assert file.exists() or "made" not in told
    if _was_refused(told):
        assert scenes.names(place / "stick") <= {_BACKUP}, "half a file was left"
    if file.exists():
        scenes.require_whole_backup(file)
    with scenes.opened(place / _JOURNAL) as journal:
        assert "listed" not in told or [item.name for item in journal.backups.state().items] == [_BACKUP]
    scenes.require_same(place / _JOURNAL, PASSPHRASE, material.rows)


def _prepare_doomed(material: Material, place: Path) -> None:
    _copy_scene(material, place)
    scenes.add_doomed(place / _JOURNAL)


def _destroy(_material: Material, place: Path) -> dict[str, Any]:
    return {"folder": str(place / _JOURNAL)}


def _check_destroyed(_material: Material, place: Path, told: list[str]) -> None:
    with scenes.opened(place / _JOURNAL) as journal:
        assert not scenes.is_doomed_there(journal) or "destroyed" not in told
        assert scenes.last_number(journal) == scenes.NOTES - 1
        scenes.require_sound(journal)
    scenes.require_tidy(place / _JOURNAL)


def _prepare_named(material: Material, place: Path) -> None:
    kept = material.scene.with_name("named.vpjournal")
    if not kept.exists():
        # Made once: it takes longer than most of what is done with it.
        shutil.copytree(material.scene, kept)
        scenes.add_named(kept)
    shutil.copytree(kept, place / _JOURNAL)


def _check_replaced(_material: Material, place: Path, told: list[str]) -> None:
    with scenes.opened(place / _JOURNAL) as journal:
        assert not scenes.is_name_there(journal) or "replaced" not in told
        assert scenes.last_number(journal) == scenes.NOTES - 1
        scenes.require_sound(journal)
    scenes.require_tidy(place / _JOURNAL)


def _prepare_nothing(_material: Material, _place: Path) -> None:
    pass


def _restore(material: Material, place: Path) -> dict[str, Any]:
    return {"file": str(material.backup), "folder": str(place / _BACK)}


def _check_restore(material: Material, place: Path, told: list[str]) -> None:
    folder = place / _BACK
    assert folder.exists() or "restored" not in told
    if _was_refused(told):
        assert scenes.names(place) <= {folder.name}, "half a journal was left"
    if not folder.exists():
        # It can be done again, and takes away what was left.
        restoring.restore(material.backup, folder, passphrase=PASSPHRASE, floor=CHEAPEST)
        assert scenes.names(place) == {folder.name}
    scenes.require_same(folder, PASSPHRASE, material.rows)


def _create(_material: Material, place: Path) -> dict[str, Any]:
    return {"folder": str(place / _NEW)}


def _check_created(_material: Material, place: Path, told: list[str]) -> None:
    folder = place / _NEW
    assert folder.exists() or "created" not in told
    if _was_refused(told):
        assert scenes.names(place) <= {folder.name}, "half a journal was left"
    if not folder.exists():
        create_journal(folder, PASSPHRASE, profile=CHEAPEST)[1].close()
        assert scenes.names(place) == {folder.name}
    with scenes.opened(folder) as journal:
        scenes.require_sound(journal)
    scenes.require_tidy(folder)


def _export(_material: Material, place: Path) -> dict[str, Any]:
    return {"path": str(place / "paper.pdf")}


def _check_paper(_material: Material, place: Path, told: list[str]) -> None:
    found = {path.name: path.read_bytes() for path in place.iterdir()}
    assert found in ({}, {"paper.pdf": jobs.PAPER}), list(found)
    assert found or "saved" not in told


def _upgrade_from(version: int) -> Scenario:
    def prepare(_material: Material, place: Path) -> None:
        shutil.copytree(schemas.old_journal(version), place / _OLD)

    def arguments(_material: Material, place: Path) -> dict[str, Any]:
        return {"folder": str(place / _OLD)}

    def check(material: Material, place: Path, told: list[str]) -> None:
        folder = place / _OLD
        schemas.require_one(folder, material.known, at_least=len(material.known) if "upgraded" in told else version)
        scenes.require_same(folder, PASSPHRASE, material.upgraded[version])
        schemas.require_backups(folder, version)

    return Scenario(f"an upgrade from schema {version}", "upgrade", prepare, arguments, check)


ROTATION = Scenario("another passphrase", "rotate", _copy_scene, _rotate, _check_rotation)
BACKUP = Scenario("a backup", "back_up", _prepare_backup, _back_up, _check_backup)
DESTROYING = Scenario("destroying a case", "destroy", _prepare_doomed, _destroy, _check_destroyed)
REPLACING = Scenario("replacing a name", "replace", _prepare_named, _destroy, _check_replaced)
RESTORE = Scenario("a restore", "restore", _prepare_nothing, _restore, _check_restore)
CREATION = Scenario("a new journal", "create", _prepare_nothing, _create, _check_created)
PAPER = Scenario("a paper", "export", _prepare_nothing, _export, _check_paper)
# Each takes half a minute; the oldest goes through all that the others go through.
UPGRADES = tuple(_upgrade_from(version) for version in (schemas.OLD if FULL else (schemas.OLD[0], schemas.OLD[-1])))
ALL = (saves(scenes.NOTES + SAVES), ROTATION, BACKUP, DESTROYING, REPLACING, RESTORE, CREATION, PAPER, *UPGRADES)


def named(scenario: Scenario) -> str:
    """What a test calls it."""
    return scenario.name.replace(" ", "-")
