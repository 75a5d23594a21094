"""Rotates journals of tests as the journal does, with the cheapest key derivation."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.core.vaults import PASSPHRASE, unlock
from vpjournal.storage import Database
from vpjournal.vault import CHEAPEST, RecoveryCode, Unlocked, rotate

NEW = "kelder bezem zolder trap kraan dak"
Copy = Callable[[Path, str], None]


@contextlib.contextmanager
def open_journal(folder: Path, passphrase: str = PASSPHRASE) -> Iterator[tuple[Unlocked, Database]]:
    """Open a journal with its database, which a rotation moves."""
    with (
        contextlib.closing(unlock(folder, passphrase)) as unlocked,
        contextlib.closing(Database(unlocked.database_path, unlocked.keyspec())) as database,
    ):
        yield unlocked, database


def rotated(
    unlocked: Unlocked,
    database: Database,
    *,
    passphrase: str = NEW,
    code: RecoveryCode | None = None,
    copy: Copy | None = None,
) -> None:
    """Give an open journal another data key and passphrase."""
    rotate(
        unlocked,
        passphrase=passphrase,
        profile=CHEAPEST,
        code=code,
        copy_database=copy or database.copy_to,
        settle=lambda: database.move(unlocked.database_path, unlocked.keyspec()),
    )
