"""A journal to spoil, made once and copied for each test; FAULTS_FULL=1 raises the counts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.vaults import Made, make_journal
from tests.faults import scenes, schemas
from tests.faults.recorder import FULL, count
from tests.faults.scenarios import Material
from tests.faults.zygote import Zygote

__all__ = ["FULL", "count"]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_journal(tmp_path_factory.mktemp("template") / "Proef.vpjournal", texts=20)


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    folder = tmp_path / "Proef.vpjournal"
    shutil.copytree(template.folder, folder)
    return Made(folder, template.groups)


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal as the program makes it, closed; to be copied, never to be written to."""
    return scenes.make(tmp_path_factory.mktemp("scene"))


@pytest.fixture(scope="session")
def backup(scene: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the scene."""
    place = tmp_path_factory.mktemp("backup")
    with scenes.opened(shutil.copytree(scene, place / "Proef.vpjournal")) as journal:
        return journal.backups.prepare(place, name="Proef.vpbackup").run().path


@pytest.fixture(scope="session")
def material(scene: Path, backup: Path, tmp_path_factory: pytest.TempPathFactory) -> Material:
    """What the scenarios begin with."""
    return Material(
        scene=scene,
        backup=backup,
        rows=scenes.expected(scene),
        upgraded={version: scenes.expected(schemas.old_journal(version)) for version in schemas.OLD},
        known=schemas.known(tmp_path_factory.mktemp("schemas")),
    )


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """The warm process of this test process."""
    with Zygote() as warm:
        yield warm
