import shutil
from pathlib import Path

import pytest

from tests.core.vaults import Made, add_texts, numbers_in, opened
from vpjournal.errors import JournalDamaged
from vpjournal.storage import checks, free_pages
from vpjournal.storage.connection import PAGE


def free_pages_of(made: Made, tmp_path: Path) -> list[int]:
    """The pages, counted from 0, whose damage keeps nobody from reading everything."""
    copy = Made(tmp_path / "probe.vpjournal", made.groups)
    shutil.copytree(made.folder, copy.folder)
    data = made.database.read_bytes()
    return [page for page in range(1, len(data) // PAGE) if _reads_with(copy, data, page)]


def _reads_with(copy: Made, data: bytes, page: int) -> bool:
    copy.database.write_bytes(_spoilt(data, [page]))
    try:
        with opened(copy.folder) as database:
            return bool(numbers_in(database)) and checks.structure(database) == 0
    except (JournalDamaged, AssertionError):
        return False


def _spoilt(data: bytes, pages: list[int]) -> bytes:
    spoilt = bytearray(data)
    for page in pages:
        spoilt[page * PAGE + 100] ^= 1
    return bytes(spoilt)


@pytest.fixture
def emptied(made: Made) -> Made:
    """A journal with many free pages."""
    with opened(made.folder) as database, database.transaction():
        database.execute("DELETE FROM text_of_test WHERE id % 3")
    return made


def test_free_pages_that_were_half_written_are_put_right_after_a_crash(emptied: Made, tmp_path: Path) -> None:
    free = free_pages_of(emptied, tmp_path)
    assert len(free) > 10
    emptied.database.write_bytes(_spoilt(emptied.database.read_bytes(), free))
    with opened(emptied.folder) as database:
        assert checks.pages(database) == len(free)
    # What a change that was interrupted leaves; its first page is no journal, so that SQLite takes it for nothing.
    Path(f"{emptied.database}-journal").write_bytes(bytes(PAGE))
    with opened(emptied.folder) as database:
        assert checks.pages(database) == checks.structure(database) == 0
        assert numbers_in(database) == set(range(0, 20, 3))
        add_texts(database, range(1, 2))
        copy = tmp_path / "copy.db"
        copy.touch()
        database.copy_to(copy, database._keyspec)
        assert copy.stat().st_size == emptied.database.stat().st_size


def test_nothing_is_written_where_nothing_is_free(made: Made) -> None:
    before = made.database.read_bytes()
    with opened(made.folder) as database:
        ((free,),) = database.query("PRAGMA freelist_count")
        assert free == 0
        free_pages.renew(database._connection)
    assert made.database.read_bytes() == before


def test_the_old_end_of_a_journal_that_became_shorter_is_no_damage_and_goes(emptied: Made) -> None:
    """A crash between the commit and the cut leaves it; whoever adds pages of their own is found out."""
    longer = emptied.database.read_bytes()
    with opened(emptied.folder) as database:
        database.write_anew()
    shorter = emptied.database.read_bytes()
    old_end = longer[len(shorter) :]
    assert len(old_end) > 10 * PAGE
    emptied.database.write_bytes(shorter + old_end)
    with opened(emptied.folder) as database:
        assert numbers_in(database) == set(range(0, 20, 3))
        assert checks.pages(database) == checks.structure(database) == 0
        database.write_anew()
    assert emptied.database.stat().st_size == len(shorter)
    for strange in (old_end[PAGE:], old_end[:-1] + b"x", bytes(PAGE), longer[:PAGE], old_end[:100]):
        emptied.database.write_bytes(shorter + strange)
        with pytest.raises(JournalDamaged), opened(emptied.folder):
            pass
