"""What the schema of each version is, and that a journal has one of them and never something between."""

import contextlib
from pathlib import Path

from tests.builders import PASSPHRASE
from tests.faults import scenes
from vpjournal import vault
from vpjournal.journal import restoring
from vpjournal.journal.opening import CHEAPEST
from vpjournal.storage import Database, migrate, schema_version, shipped

Schemas = dict[int, set[tuple[str, str]]]
OLD = [migration.version for migration in shipped()[:-1]]


def old_journal(version: int) -> Path:
    """A journal of an earlier schema; to be copied."""
    return Path(__file__).parents[1] / "journals" / f"schema-{version}.vpjournal"


def known(tmp_path: Path) -> Schemas:
    """Names and statements of the schema of each version."""
    path = tmp_path / "empty.db"
    path.touch()
    found: Schemas = {}
    with contextlib.closing(Database(path, f"x'{'00' * 48}'", new=True)) as database:
        for version in range(1, len(shipped()) + 1):
            migrate(database, shipped()[:version])
            found[version] = _schema(database)
    return found


def _schema(database: Database) -> set[tuple[str, str]]:
    return {(name, sql) for name, sql in database.query("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")}


def require_one(folder: Path, schemas: Schemas, *, at_least: int) -> None:
    """Look into a journal without bringing it up to date."""
    with (
        contextlib.closing(vault.unlock(folder, PASSPHRASE, floor=CHEAPEST, repair=False)) as unlocked,
        contextlib.closing(Database(unlocked.database_path, unlocked.keyspec())) as database,
    ):
        version = schema_version(database)
        assert version >= at_least
        assert _schema(database) == schemas[version]


def require_backups(folder: Path, version: int) -> None:
    """The journal as it was lies beside it, whole and on the list, and no part of a file has the name of one."""
    backups = list(folder.parent.glob("*.vpbackup"))
    assert version in {restoring.describe_backup(file).schema for file in backups}
    for file in backups:
        scenes.require_whole_backup(file)
    with scenes.opened(folder) as journal:
        assert {item.name for item in journal.backups.state().items} == {file.name for file in backups}
    assert scenes.names(folder.parent) == {folder.name, *(file.name for file in backups)}
