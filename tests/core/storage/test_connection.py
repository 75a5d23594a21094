import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import OperationalError

from tests.core.vaults import Made, add_texts, numbers_in, opened, snapshot, unlock
from vpjournal.errors import (
    Cancelled,
    JournalDamaged,
    JournalInUse,
    JournalNotFound,
    JournalReplaced,
    NotAJournal,
    OnlyToLook,
    PartsDoNotMatch,
)
from vpjournal.storage import Database, checks
from vpjournal.storage.connection import PAGE

COUNT = "SELECT count(*) FROM text_of_test"


@pytest.fixture
def keyspec(made: Made) -> str:
    with contextlib.closing(unlock(made.folder)) as unlocked:
        return unlocked.keyspec()


@pytest.fixture
def database(made: Made) -> Iterator[Database]:
    with opened(made.folder) as found:
        yield found


def test_every_setting_of_the_recipe_holds(database: Database) -> None:
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "foreign_keys": 1,
        "locking_mode": "normal",
        "cipher_page_size": "4096",
        "cipher_log_level": "NONE",
        "cipher_memory_security": "0",
    }
    assert {name: database.query(f"PRAGMA {name}")[0][0] for name in expected} == expected
    settings = [row[0] for row in database.query("PRAGMA cipher_settings")]
    assert "PRAGMA cipher_hmac_algorithm = HMAC_SHA512;" in settings
    assert "PRAGMA cipher_use_hmac = 1;" in settings


@pytest.mark.row(42, "opened without a key")
def test_the_file_begins_with_the_derived_salt_and_is_no_plain_database(made: Made, keyspec: str) -> None:
    data = made.database.read_bytes()
    assert data[:16].hex() == keyspec[66:98]
    assert not data.startswith(b"SQLite format 3")
    assert b"text_of_test" not in data
    with contextlib.closing(sqlite3.connect(made.database)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")


@pytest.mark.parametrize("digits", [0, 62, 63, 64, 66, 95, 97, 98, 192])
@pytest.mark.row(41, "lengths of the key, five ways of writing each")
def test_a_key_that_is_not_raw_never_reaches_the_cipher(made: Made, digits: int) -> None:
    before = snapshot(made.folder)
    for keyspec in (f"x'{'a' * digits}'", "a" * digits, f"x'{'A' * 96}'", f"x'{'g' * 96}'", f"x'{'a' * 96}'\n"):
        with pytest.raises(ValueError, match="raw") as caught:
            Database(made.database, keyspec)
        assert "aa" not in str(caught.value)
    assert snapshot(made.folder) == before


def test_a_transaction_is_kept_whole_or_not_at_all(made: Made) -> None:
    with opened(made.folder) as database:
        with pytest.raises(OperationalError, match="nowhere"):
            _delete_all_and_fail(database)
        assert database.query_one(COUNT) == (20,)
        with database.transaction():
            assert database.execute("DELETE FROM text_of_test WHERE id < 5") == 5
            assert database.in_transaction
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(5, 20))


def _delete_all_and_fail(database: Database) -> None:
    with database.transaction():
        database.execute("DELETE FROM text_of_test")
        database.execute("DELETE FROM nowhere")


def test_changes_belong_in_one_transaction(database: Database) -> None:
    with pytest.raises(RuntimeError):
        database.execute("DELETE FROM text_of_test")
    with pytest.raises(RuntimeError):
        database.insert("INSERT INTO text_of_test VALUES (99, '', x'')")
    with database.transaction(), pytest.raises(RuntimeError), database.transaction():
        pass
    assert database.query_one(COUNT) == (20,)


@pytest.mark.parametrize(
    "statement", ["ATTACH DATABASE '{}' AS other", "VACUUM", "VACUUM INTO '{}'", "DETACH DATABASE main"]
)
@pytest.mark.row(43, "statements that reach other files")
def test_no_other_file_is_ever_attached(database: Database, tmp_path: Path, statement: str) -> None:
    with pytest.raises(Exception, match=r"not authorized|denied|cannot detach"):
        database.query(statement.format(tmp_path / "other.db"))
    assert not (tmp_path / "other.db").exists()


@pytest.mark.row(43, "texts that look like SQL")
def test_what_was_typed_is_never_sql(database: Database, tmp_path: Path) -> None:
    attacks = [
        "'; DROP TABLE text_of_test; --",
        f"x'); ATTACH '{tmp_path}/stolen.db' AS s; --",
        "%_%",
        '" OR 1=1',
        "NEAR(" * 500,
        "\0",
    ]
    with database.transaction():
        for number, attack in enumerate(attacks, 100):
            database.insert("INSERT INTO text_of_test VALUES (?, ?, x'')", (number, attack))
    read = database.query("SELECT words FROM text_of_test WHERE id >= 100 ORDER BY id")
    assert [words for (words,) in read] == attacks
    assert not (tmp_path / "stolen.db").exists()


def test_an_empty_or_absent_database_is_never_made_up(made: Made, keyspec: str) -> None:
    made.database.write_bytes(b"")
    with pytest.raises(JournalDamaged):
        Database(made.database, keyspec)
    assert made.database.stat().st_size == 0
    made.database.unlink()
    with pytest.raises(JournalNotFound):
        Database(made.database, keyspec)
    assert not made.database.exists()


def test_a_foreign_database_is_told_from_damage(made: Made, keyspec: str, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    with contextlib.closing(sqlite3.connect(plain)) as foreign, foreign:
        foreign.execute("CREATE TABLE x (y)")
    for data in (plain.read_bytes(), os.urandom(3 * PAGE)):
        made.database.write_bytes(data)
        with pytest.raises(PartsDoNotMatch):
            Database(made.database, keyspec)
        assert made.database.read_bytes() == data


@pytest.mark.parametrize("suffix", ["", "-journal"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
@pytest.mark.row(27, "what is no file in the place of the database")
def test_only_a_regular_file_is_opened(made: Made, keyspec: str, suffix: str, kind: str) -> None:
    path = Path(f"{made.database}{suffix}")
    aside = made.folder / "aside"
    if suffix:
        aside.write_bytes(b"keep")
    else:
        path.rename(aside)
    before = aside.read_bytes()
    if kind == "link":
        path.symlink_to(aside)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(NotAJournal):
        Database(made.database, keyspec)
    assert aside.read_bytes() == before


def test_a_file_renamed_over_the_open_one_is_noticed(made: Made, tmp_path: Path) -> None:
    older = shutil.copy(made.database, tmp_path / "older.db")
    with opened(made.folder) as database:
        add_texts(database, range(90, 91))
        Path(older).replace(made.database)
        before = made.database.read_bytes()
        with pytest.raises(JournalReplaced), database.transaction():
            database.execute("DELETE FROM text_of_test")
        with pytest.raises(JournalReplaced):
            database.query(COUNT)
        assert made.database.read_bytes() == before


def come_back(made: Made, tmp_path: Path) -> None:
    """Let the same files lie in the folder again, as other ones: a stick that was put back, a copy."""
    away = tmp_path / "away"
    away.parent.mkdir(exist_ok=True)
    made.folder.rename(away)
    shutil.copytree(away, made.folder)


def test_what_comes_back_as_it_was_is_taken_up_again(made: Made, tmp_path: Path) -> None:
    taken_up: list[None] = []
    with opened(made.folder) as database:
        database.on_return = lambda: taken_up.append(None)
        add_texts(database, range(90, 91))
        come_back(made, tmp_path)
        add_texts(database, range(91, 92))
        assert {90, 91} <= numbers_in(database)
        come_back(made, tmp_path / "once more")
        assert {90, 91} <= numbers_in(database)
        assert len(taken_up) == 2
        assert checks.pages(database) == 0
    with opened(made.folder) as database:
        assert {90, 91} <= numbers_in(database)


def test_what_comes_back_with_something_unfinished_is_left_for_the_next_opening(made: Made, tmp_path: Path) -> None:
    with opened(made.folder) as database:
        come_back(made, tmp_path)
        unfinished = made.database.with_name(made.database.name + "-journal")
        unfinished.write_bytes(b"x")
        with pytest.raises(JournalReplaced):
            database.query(COUNT)
        unfinished.unlink()
        assert database.query(COUNT)


def test_what_is_refused_on_return_stays_closed(made: Made, tmp_path: Path) -> None:
    def refuse() -> None:
        raise JournalInUse

    with opened(made.folder) as database:
        database.on_return = refuse
        come_back(made, tmp_path)
        before = made.database.read_bytes()
        with pytest.raises(JournalInUse):
            add_texts(database, range(90, 91))
        assert made.database.read_bytes() == before


def test_a_file_overwritten_in_place_is_noticed(made: Made) -> None:
    older = made.database.read_bytes()
    with opened(made.folder) as database:
        with database.transaction():
            database.execute("UPDATE text_of_test SET words = 'x', digest = x'' WHERE id = 1")
        made.database.write_bytes(older)
        with pytest.raises(JournalReplaced), database.transaction():
            database.execute("DELETE FROM text_of_test")
        assert made.database.read_bytes() == older


def test_a_file_that_is_gone_is_noticed(made: Made) -> None:
    with opened(made.folder) as database:
        made.database.unlink()
        with pytest.raises(JournalReplaced), database.transaction():
            pass
    assert not made.database.exists()


def test_a_reader_sees_what_was_committed_and_cannot_write(database: Database) -> None:
    with contextlib.closing(database.open_reader()) as reader:
        assert reader.query_one(COUNT) == (20,)
        add_texts(database, range(20, 22))
        assert reader.query_one(COUNT) == (22,)
        with pytest.raises(OnlyToLook), reader.transaction():
            reader.execute("DELETE FROM text_of_test")
        for check in checks.CHECKS.values():
            assert check(reader) == 0
    assert database.query_one(COUNT) == (22,)


def test_a_long_statement_can_be_stopped_from_another_thread(database: Database) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    done = threading.Event()

    def stop() -> None:
        while not done.wait(0.02):
            database.interrupt()

    thread = threading.Thread(target=stop)
    thread.start()
    try:
        with pytest.raises(Cancelled):
            database.query(endless)
    finally:
        done.set()
        thread.join()
    assert database.query_one(COUNT) == (20,)


def test_a_path_with_signs_that_mean_something_in_an_address_works(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "é %41?mode=memory#x 100%.vpjournal"
    made.folder.rename(folder)
    with opened(folder) as database:
        assert numbers_in(database) == set(range(20))


def test_the_key_is_in_no_repr(database: Database) -> None:
    assert database._keyspec[2:20] not in repr(database)


def test_a_text_that_is_none_is_damage_and_is_quoted_nowhere(database: Database) -> None:
    with pytest.raises(JournalDamaged) as caught:
        database.query("SELECT CAST(x'6765686569FF' AS TEXT)")
    assert "gehei" not in repr((caught.value, caught.value.__context__, caught.value.__cause__))
