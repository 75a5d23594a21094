"""A sealed text opens with the key of its journal alone, exactly as it was, and nothing of it shows outside."""

import os
import stat
import sys
from pathlib import Path

import pytest

from vpjournal.errors import JournalDamaged, JournalExists, JournalTooNew, NotAJournal, ReadOnly, WrongPassphrase
from vpjournal.vault import DraftKey, SealedDrafts
from vpjournal.vault.keys import Secret, derive_keys
from vpjournal.vault.sealed_drafts import opened, sealed

DATA_KEY, JOURNAL = Secret(bytes(range(32))), bytes(range(16, 32))
KEY = DraftKey(derive_keys(DATA_KEY, journal_id=JOURNAL).draft_key, JOURNAL)
OTHER_KEY = DraftKey(Secret(bytes(32)), JOURNAL)
TEXT = b'{"words":["een ongebruikelijk woord"]}'


@pytest.fixture
def drafts(tmp_path: Path) -> SealedDrafts:
    return SealedDrafts(tmp_path / "data" / "drafts")


def test_it_opens_as_it_was(drafts: SealedDrafts) -> None:
    name = drafts.seal(TEXT, KEY)
    assert drafts.open(name, KEY).rstrip(b" ") == TEXT
    assert drafts.of_journal(JOURNAL) == (name,)


def test_each_is_a_file_for_our_eyes_only_and_tells_nothing_but_whose_it_is(tmp_path: Path) -> None:
    drafts = SealedDrafts(tmp_path / "drafts")
    mask = os.umask(0)
    try:
        names = [drafts.seal(text, KEY) for text in (TEXT, TEXT, b"x")]
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "drafts").stat().st_mode) == 0o700
    files = [tmp_path / "drafts" / name for name in names]
    assert {path.stat().st_size for path in files} == {files[0].stat().st_size}
    for path in files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"ongebruikelijk" not in path.read_bytes()
    assert len({path.read_bytes() for path in files}) == len(set(names)) == 3
    assert sorted(each.name for each in (tmp_path / "drafts").iterdir()) == sorted(names)


def test_the_oldest_comes_first(tmp_path: Path, drafts: SealedDrafts) -> None:
    names = [drafts.seal(TEXT, KEY) for _each in range(3)]
    for second, name in enumerate(reversed(names)):
        os.utime(tmp_path / "data" / "drafts" / name, (second, second))
    assert drafts.of_journal(JOURNAL) == tuple(reversed(names))


def test_a_text_of_another_journal_is_not_ours(drafts: SealedDrafts) -> None:
    name = drafts.seal(TEXT, DraftKey(KEY.key, bytes(16)))
    assert drafts.of_journal(JOURNAL) == ()
    with pytest.raises(JournalDamaged):
        drafts.open(name, KEY)


def test_another_data_key_is_told_apart_from_damage(drafts: SealedDrafts) -> None:
    name = drafts.seal(TEXT, OTHER_KEY)
    assert drafts.of_journal(JOURNAL) == (name,)
    with pytest.raises(WrongPassphrase):
        drafts.open(name, KEY)


def test_every_flipped_bit_is_noticed() -> None:
    file = sealed(TEXT, KEY, nonce=bytes(12))
    for place in range(len(file)):
        spoilt = bytearray(file)
        spoilt[place] ^= 1 << place % 8
        with pytest.raises((JournalDamaged, JournalTooNew, WrongPassphrase)):
            opened(bytes(spoilt), KEY)
    for length in (0, 20, 60, len(file) - 1):
        with pytest.raises(JournalDamaged):
            opened(file[:length], KEY)


def test_a_later_form_is_left_to_a_newer_program(tmp_path: Path, drafts: SealedDrafts) -> None:
    name = drafts.seal(TEXT, KEY)
    path = tmp_path / "data" / "drafts" / name
    path.write_bytes(path.read_bytes().replace(b"VPDRAFT 1 ", b"VPDRAFT 2 ", 1))
    assert drafts.of_journal(JOURNAL) == (name,)
    with pytest.raises(JournalTooNew):
        drafts.open(name, KEY)


def test_what_else_lies_there_is_not_looked_into(tmp_path: Path, drafts: SealedDrafts) -> None:
    name = drafts.seal(TEXT, KEY)
    folder = tmp_path / "data" / "drafts"
    (folder / "notes.txt").write_bytes((folder / name).read_bytes())
    (folder / f"{'0' * 32}.vpdraft").symlink_to(folder / name)
    (folder / f"{'1' * 32}.vpdraft").mkdir()
    (folder / f"{'2' * 32}.vpdraft").write_bytes(b"")
    if sys.platform != "win32":
        os.mkfifo(folder / f"{'3' * 32}.vpdraft")
    assert drafts.of_journal(JOURNAL) == (name,)
    with pytest.raises(NotAJournal):
        drafts.open(f"{'0' * 32}.vpdraft", KEY)


def test_removing_is_once_and_for_all(tmp_path: Path, drafts: SealedDrafts) -> None:
    name = drafts.seal(TEXT, KEY)
    drafts.remove(name)
    drafts.remove(name)
    assert not list((tmp_path / "data" / "drafts").iterdir())


def test_no_folder_is_no_text(drafts: SealedDrafts) -> None:
    assert drafts.of_journal(JOURNAL) == ()


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(JournalExists):
        SealedDrafts(tmp_path / "data" / "drafts").seal(TEXT, KEY)
    with pytest.raises(NotAJournal):
        SealedDrafts(tmp_path / "data" / "deeper" / "drafts").seal(TEXT, KEY)
    if sys.platform != "win32" and os.geteuid() != 0:
        (tmp_path / "shut").mkdir(mode=0o500)
        with pytest.raises(ReadOnly):
            SealedDrafts(tmp_path / "shut" / "drafts").seal(TEXT, KEY)
