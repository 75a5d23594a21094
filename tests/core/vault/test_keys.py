import pickle
import unicodedata

import pytest

from vpjournal.errors import JournalDamaged, WrongPassphrase
from vpjournal.vault.kdf import CEILING, CHEAPEST, FLOOR, STANDARD, Profile, calibrate, derive
from vpjournal.vault.keys import KEYSPEC, Secret, derive_keys, new_data_key
from vpjournal.vault.recovery_code import new_recovery_code
from vpjournal.vault.slots import make_passphrase_slot, make_recovery_slot

ID = bytes(range(16))
SALT = bytes(32)


def key_of(passphrase: str) -> bytes:
    return derive(passphrase, salt=SALT, profile=CHEAPEST).reveal()


def test_each_purpose_and_each_journal_has_its_own_key() -> None:
    data_key = new_data_key()
    keys, other = derive_keys(data_key, journal_id=ID), derive_keys(data_key, journal_id=bytes(16))
    every = [
        value
        for found in (keys, other)
        for value in (
            found.database_key.reveal(),
            found.database_salt,
            found.header_key.reveal(),
            found.draft_key.reveal(),
        )
    ]
    assert len(set(every)) == 8
    assert KEYSPEC.fullmatch(keys.keyspec())
    assert len(keys.keyspec()) == 99


def test_a_secret_shows_itself_nowhere() -> None:
    keys = derive_keys(Secret(b"k" * 32), journal_id=ID)
    shown = f"{keys!r} {keys.header_key} {Secret(b'geheim'):}"
    assert "geheim" not in shown
    assert keys.header_key.reveal().hex() not in shown
    with pytest.raises(TypeError):
        pickle.dumps(keys.header_key)


@pytest.mark.row(40, "composed and decomposed")
def test_composed_and_decomposed_passphrases_are_one() -> None:
    text = "crème brûlée één"
    assert key_of(unicodedata.normalize("NFC", text)) == key_of(unicodedata.normalize("NFD", text))


@pytest.mark.row(40, "kinds of characters, and a million of them")
def test_every_character_of_a_passphrase_counts() -> None:
    long = "a" * 1_000_000
    passphrases = [
        "wolk",
        "wolk ",
        " wolk",
        "Wolk",
        "wolk\0",
        "wolk\0x",
        "wolk\n",
        "🦉",
        "🦉🦉",
        "\ud800",
        long,
        long + "b",
    ]
    assert len({key_of(passphrase) for passphrase in passphrases}) == len(passphrases)
    assert all(key_of(passphrase) == key_of(passphrase) for passphrase in passphrases)


def test_both_slots_open_with_what_they_were_made_for_and_nothing_else() -> None:
    data_key, code = new_data_key(), new_recovery_code()
    by_words = make_passphrase_slot(data_key, passphrase="wolk", journal_id=ID, profile=CHEAPEST)
    by_code = make_recovery_slot(data_key, code=code, journal_id=ID)
    assert by_words.open("wolk", journal_id=ID).reveal() == data_key.reveal()
    assert by_code.open(code, journal_id=ID).reveal() == data_key.reveal()
    with pytest.raises(WrongPassphrase):
        by_words.open("wolken", journal_id=ID)
    with pytest.raises(WrongPassphrase):
        by_words.open("wolk", journal_id=bytes(16))
    with pytest.raises(WrongPassphrase):
        by_code.open(new_recovery_code(), journal_id=ID)
    with pytest.raises(WrongPassphrase):
        by_code.open(code, journal_id=bytes(16))


def test_the_bounds_hold_at_their_edges() -> None:
    for profile in (FLOOR, STANDARD, CEILING):
        profile.check(floor=FLOOR)
    for profile in (
        Profile(FLOOR.memory - 1, FLOOR.passes, FLOOR.lanes),
        Profile(CEILING.memory, CEILING.passes + 1, CEILING.lanes),
        CHEAPEST,
    ):
        with pytest.raises(JournalDamaged):
            profile.check(floor=FLOOR)


def test_calibration_only_goes_up() -> None:
    assert calibrate(seconds=0.001) == STANDARD
    assert calibrate(seconds=1e6) == Profile(STANDARD.memory, CEILING.passes, STANDARD.lanes)
