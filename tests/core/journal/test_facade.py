"""What holds for the journal as a whole: it is whole or unchanged, it closes, it stays light to import."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlcipher3 import dbapi2

from tests.builders import Clock, a_case, a_contact, an_option, reopened
from vpjournal.domain.changes import Changes
from vpjournal.domain.views import JournalSettings
from vpjournal.errors import Cancelled, DiskFull
from vpjournal.journal.facade import Journal
from vpjournal.journal.group import Desk, Group, one_transaction
from vpjournal.storage import meta


class Failing(Group):
    """A use case that fails half way, for as long as there is no room."""

    room = False

    @one_transaction
    def fill(self, error: Exception) -> Changes:
        meta.write(self._database, "half", "geschreven")
        if not self.room:
            raise error
        return Changes(frozenset())


def test_settings_and_place_come_back_from_disk(journal: Journal) -> None:
    assert journal.settings.read() == JournalSettings()
    assert journal.place.load() == ""
    settings = JournalSettings("Tel. 06 ‘overdag’\n& mail", recovery_confirmed=True, recovery_later_used=True)
    journal.settings.save(settings)
    journal.place.save('{"page": "case"}')
    again = reopened(journal)
    assert (again.settings.read(), again.place.load()) == (settings, '{"page": "case"}')
    again.close()


def test_a_use_case_that_fails_leaves_nothing_half_written(journal: Journal, clock: Clock) -> None:
    failing = Failing(Desk(journal._database, clock.today, lambda: False))
    for error in (DiskFull(), RuntimeError("kapot")):
        with pytest.raises(type(error)):
            failing.fill(error)
        assert meta.read(journal._database, "half") == ""


def test_a_full_disk_gets_the_reserve_back_and_the_work_is_done_again(journal: Journal, clock: Clock) -> None:
    asked = []

    def make_room() -> bool:
        asked.append("reserve")
        failing.room = True
        return True

    failing = Failing(Desk(journal._database, clock.today, make_room))
    failing.fill(DiskFull())
    assert meta.read(journal._database, "half") == "geschreven"
    assert asked == ["reserve"]


def test_the_reserve_of_the_journal_is_given_up(journal: Journal) -> None:
    assert (journal._unlocked.folder / "reserve").exists()
    assert journal.cases._desk.make_room()
    assert not (journal._unlocked.folder / "reserve").exists()


def test_reading_can_be_stopped_and_the_journal_works_on(journal: Journal) -> None:
    contact = a_contact(journal, a_case(journal), note="wolk")
    connection = journal._database._connection
    with _interrupting(journal), pytest.raises(Cancelled):
        journal._database.query(
            "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
        )
    assert connection is journal._database._connection
    assert journal.notes.read(contact).text == "wolk"


@contextmanager
def _interrupting(journal: Journal) -> Iterator[None]:
    """Interrupt what runs from inside, as another thread would, once it has begun."""
    calls = []

    def progress() -> int:
        calls.append(1)
        if len(calls) == 3:
            journal.interrupt()
        return 0

    journal._database._connection.set_progress_handler(progress, 1000)
    yield
    journal._database._connection.set_progress_handler(None, 0)


def test_closing_lets_go_of_the_folder_and_can_be_done_twice(journal: Journal) -> None:
    again = reopened(journal)
    again.close()
    again.close()
    with pytest.raises(dbapi2.ProgrammingError):
        again.cases.list()


def test_everything_is_found_back_after_closing(journal: Journal) -> None:
    case = a_case(journal)
    an_option(journal, case)
    view, board = journal.cases.view(case), journal.board.read(case)
    again = reopened(journal)
    assert (again.cases.view(case), again.board.read(case)) == (view, board)
    again.close()


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("vpjournal.journal", ("sqlcipher3", "cryptography", "reportlab")),
        ("vpjournal.journal.facade", ("reportlab", "pikepdf", "pypdfium2", "zxcvbn", "PySide6")),
    ],
)
def test_importing_brings_along_only_what_is_needed_at_once(module: str, absent: tuple[str, ...]) -> None:
    code = f"import {module}, sys; print([name for name in {absent!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
