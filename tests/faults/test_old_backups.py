"""Row 48 of the fault catalogue: a backup of every earlier schema comes back, with the passphrase of its day."""

import shutil
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE
from tests.faults import scenes, schemas
from tests.faults.recorder import Tried
from tests.faults.scenarios import Material
from vpjournal.errors import WrongPassphrase
from vpjournal.journal import restoring
from vpjournal.journal.opening import CHEAPEST


@pytest.mark.parametrize("version", schemas.OLD)
def test_a_backup_of_an_earlier_schema_is_restored(
    version: int, material: Material, tmp_path: Path, tried: Tried
) -> None:
    folder = shutil.copytree(schemas.old_journal(version), tmp_path / "oud.vpjournal")
    with scenes.opened(folder) as journal:
        journal.keys.change_passphrase(PASSPHRASE, "een andere", profile=CHEAPEST)
    # The one that was made before the upgrade, as the program of that day left the journal.
    (file,) = tmp_path.glob("*.vpbackup")
    assert restoring.describe_backup(file).schema == version
    target = tmp_path / "terug" / "Terug.vpjournal"
    with pytest.raises(WrongPassphrase):
        restoring.restore(file, target, passphrase="een andere", floor=CHEAPEST)
    restoring.restore(file, target, passphrase=PASSPHRASE, floor=CHEAPEST)
    schemas.require_one(target, material.known, at_least=version)
    scenes.require_same(target, PASSPHRASE, material.upgraded[version])
    tried(48, f"a backup of schema {version}", 1)
