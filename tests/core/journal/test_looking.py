"""Looking at what is whole: by the code as well, of an older schema too, and nothing of it stays behind."""

import contextlib
import shutil
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, a_case, a_contact
from tests.core.vaults import snapshot
from vpjournal.domain.case import CaseFilter, CaseStatus
from vpjournal.errors import JournalDamaged, JournalTooNew, WrongLength, WrongPassphrase
from vpjournal.journal.looking import open_to_look, open_to_look_with_code
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal
from vpjournal.journal.places import own_folder
from vpjournal.storage.migrate import shipped

JOURNALS = Path(__file__).parents[2] / "journals"
DATABASE = "data-000001.db"


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def cut_off(tmp_path: Path) -> tuple[Path, str]:
    """A journal whose last page is gone, and its recovery code."""
    folder = tmp_path / "Proef.vpjournal"
    code, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    with contextlib.closing(journal):
        # Long, so that the last page is one of the note and none of the tables' own descriptions.
        a_contact(journal, a_case(journal, "Merel-47"), note="gesprek over zomergras " * 400)
    path = folder / DATABASE
    path.write_bytes(path.read_bytes()[:-4096])
    return folder, " ".join(code.groups)


def test_the_code_shows_what_is_whole_as_the_passphrase_does(cut_off: tuple[Path, str]) -> None:
    folder, code = cut_off
    before = snapshot(folder)
    with contextlib.closing(open_to_look_with_code(folder, code)) as journal:
        assert [row.code for row in journal.cases.list()] == ["Merel-47"]
    with pytest.raises(WrongPassphrase):
        open_to_look(folder, "een andere", floor=CHEAPEST)
    assert snapshot(folder) == before


def test_what_an_interruption_left_aside_goes_at_the_next_look(cut_off: tuple[Path, str]) -> None:
    left = own_folder() / ".looked-at-1234abcd"
    left.mkdir(parents=True)
    (left / "whole.db").write_bytes(b"x")
    with contextlib.closing(open_to_look(cut_off[0], PASSPHRASE, floor=CHEAPEST)):
        assert not left.exists()
    assert [path.name for path in own_folder().iterdir()] == []


def test_a_newer_journal_is_not_looked_at_and_a_ruined_one_leaves_nothing(cut_off: tuple[Path, str]) -> None:
    folder, code = cut_off
    path = folder / DATABASE
    path.write_bytes(b"")
    with pytest.raises(WrongLength):
        open_to_look_with_code(folder, code)
    path.write_bytes(b"x" * 40_960)
    with pytest.raises(JournalDamaged):
        open_to_look_with_code(folder, code)
    assert [each.name for each in own_folder().iterdir()] == []


def test_a_damaged_journal_of_a_newer_schema_is_told_as_newer(tmp_path: Path) -> None:
    folder = tmp_path / "Proef.vpjournal"
    create_journal(folder, PASSPHRASE, profile=CHEAPEST)[1].close()
    with (
        contextlib.closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal,
        journal._database.transaction(),
    ):
        journal._database.execute("PRAGMA user_version = 9999")
    with (folder / DATABASE).open("ab") as file:
        file.write(b"x")
    with pytest.raises(JournalTooNew):
        open_to_look(folder, PASSPHRASE, floor=CHEAPEST)


@pytest.mark.parametrize("version", range(1, len(shipped())))
def test_a_journal_that_was_never_brought_up_to_date_is_looked_at(tmp_path: Path, version: int) -> None:
    """The copy is brought up to date, the journal is not."""
    folder = tmp_path / "Oud.vpjournal"
    shutil.copytree(JOURNALS / f"schema-{version}.vpjournal", folder)
    (path,) = folder.glob("data-*.db")
    with path.open("ab") as file:
        file.write(b"x")
    before = snapshot(folder)
    with contextlib.closing(open_to_look(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        assert journal.damage is not None
        assert (journal.damage.texts, journal.damage.lost) == ((), 0)
        (row,) = journal.cases.list(CaseFilter(status=CaseStatus.ALL))
        assert (row.code, row.word, row.organisation_name) == ("Merel-47", "vuurtoren", "Fabeldierenzorg Het Nest")
        assert journal.search.find("brief")
    after = snapshot(folder)
    assert {name: after[name] for name in before} == before
