from pathlib import Path

import pytest

from tests.core.vault.rotating import NEW, open_journal, rotated
from tests.core.vaults import Made, snapshot, unlock
from vpjournal.vault import header, leftovers
from vpjournal.vault.header import SealedHeader

EARLIER, PRESENT = "data-000001.db", "data-000002.db"


@pytest.fixture
def both(made: Made) -> tuple[Path, SealedHeader, bytes]:
    """A journal that has just changed over, with its database from before; its header; the header from before."""
    before = snapshot(made.folder)
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database)
    (made.folder / EARLIER).write_bytes(before[EARLIER])
    return made.folder, header.parse(made.header.read_bytes()), before["journal.header"]


@pytest.mark.parametrize("name", ["journal.header", "journal.header.copy"])
def test_a_database_that_one_of_the_headers_still_names_stays(
    both: tuple[Path, SealedHeader, bytes], name: str
) -> None:
    folder, sealed, before = both
    (folder / name).write_bytes(before)
    leftovers.remove(folder, sealed)
    assert (folder / EARLIER).exists()
    (folder / name).write_bytes(sealed.data)
    leftovers.remove(folder, sealed)
    assert not (folder / EARLIER).exists()


def test_it_stays_while_the_disk_does_not_promise_to_keep_the_headers(
    both: tuple[Path, SealedHeader, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, sealed, _before = both

    def fail(_folder: Path) -> None:
        raise OSError(5, "device")

    monkeypatch.setattr("vpjournal.vault.durable.sync_folder", fail)
    leftovers.remove(folder, sealed)
    assert (folder / EARLIER).exists()


def test_nothing_else_is_touched(both: tuple[Path, SealedHeader, bytes]) -> None:
    folder, _sealed, _before = both
    kept = ("desktop.ini", "data-000009.db", "data-000009.db-journal", "data-1.db", "brief.db.new", PRESENT)
    for name in kept[:-1]:
        (folder / name).write_bytes(b"x")
    unlock(folder, NEW).close()
    assert {name for name in kept if (folder / name).exists()} == set(kept)
