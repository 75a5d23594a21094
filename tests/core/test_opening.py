import os
from contextlib import closing
from pathlib import Path

import pytest

from vpjournal.errors import (
    JournalDamaged,
    JournalExists,
    JournalInUse,
    JournalTooNew,
    WrongPassphrase,
)
from vpjournal.journal.opening import (
    CHEAPEST,
    Finding,
    create_journal,
    default_folder,
    describe,
    open_journal,
    verify,
)
from vpjournal.storage import Database

CHECKS = ("header", "copy", "database", "salt", "pages", "structure", "references", "texts", "stray")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Proef.vpjournal"
    create_journal(place, "wolk", profile=CHEAPEST)[1].close()
    return place


def problems(folder: Path) -> dict[str, int]:
    return {found.check: found.problems for found in verify(folder, "wolk", floor=CHEAPEST)}


def test_a_journal_is_made_closed_and_opened_again(tmp_path: Path) -> None:
    place = tmp_path / "Proef.vpjournal"
    code, journal = create_journal(place, "wolk", profile=CHEAPEST)
    with closing(journal):
        assert len(code.groups) == 7
        with pytest.raises(JournalInUse):
            open_journal(place, "wolk", floor=CHEAPEST)
    with pytest.raises(JournalExists):
        create_journal(place, "wolk", profile=CHEAPEST)
    with pytest.raises(WrongPassphrase):
        open_journal(place, "wolken", floor=CHEAPEST)
    open_journal(place, "wolk", floor=CHEAPEST).close()


def test_a_journal_that_cannot_be_opened_is_let_go_of(folder: Path) -> None:
    database = folder / "data-000001.db"
    data = database.read_bytes()
    database.write_bytes(data[:-1])
    for _ in range(2):
        with pytest.raises(JournalDamaged):
            open_journal(folder, "wolk", floor=CHEAPEST)
    database.write_bytes(data)
    open_journal(folder, "wolk", floor=CHEAPEST).close()


def test_a_journal_of_a_newer_schema_is_left_alone_and_let_go_of(folder: Path) -> None:
    journal = open_journal(folder, "wolk", floor=CHEAPEST)
    with journal._database.transaction():
        journal._database.execute("PRAGMA user_version = 9999")
    journal.close()
    before = (folder / "data-000001.db").read_bytes()
    for _ in range(2):
        with pytest.raises(JournalTooNew):
            open_journal(folder, "wolk", floor=CHEAPEST)
    assert (folder / "data-000001.db").read_bytes() == before


def test_a_sound_journal_passes_every_check(folder: Path) -> None:
    assert verify(folder, "wolk", floor=CHEAPEST) == tuple(Finding(check, 0) for check in CHECKS)


def test_checking_finds_each_kind_of_damage_and_repairs_nothing(folder: Path) -> None:
    copy, database = folder / "journal.header.copy", folder / "data-000001.db"
    copy.write_bytes(b"spoilt")
    data = bytearray(database.read_bytes())
    data[3] ^= 1
    # A page in the middle: without the schema, which may stand on the last one, nothing more could be looked at.
    data[len(data) // 2] ^= 1
    database.write_bytes(data)
    found = problems(folder)
    assert (found["header"], found["copy"], found["salt"], found["pages"]) == (0, 1, 1, 1)
    assert copy.read_bytes() == b"spoilt"
    assert database.read_bytes() == data
    database.write_bytes(data[:-1])
    assert problems(folder) == {"header": 0, "copy": 1, "database": 1}


def test_checking_needs_the_right_passphrase(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        verify(folder, "wolken", floor=CHEAPEST)


def test_the_default_place_is_with_the_data_of_the_app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "VP-journaal" / "VP-journaal.vpjournal"
    for unusable in ("", "relative/place"):
        monkeypatch.setenv("XDG_DATA_HOME", unusable)
        assert default_folder().is_relative_to(Path.home() / ".local" / "share")


def test_nothing_of_a_key_is_in_an_open_journals_repr(folder: Path) -> None:
    with closing(open_journal(folder, "wolk", floor=CHEAPEST)) as journal:
        database: Database = journal._database
        assert database._keyspec[2:10] not in f"{journal!r} {vars(journal)!r}"


def test_an_unlocked_journal_opens_no_other_file(folder: Path) -> None:
    with closing(open_journal(folder, "wolk", floor=CHEAPEST)):
        own = [os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()]
    opened = {Path(path).name for path in own if str(folder.parent) in path}
    assert opened == {"lock", "data-000001.db"}


def test_a_description_says_what_it_cost_to_derive_the_key(folder: Path) -> None:
    assert describe(folder).profile == CHEAPEST
