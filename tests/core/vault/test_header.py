import hashlib
import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.core.vaults import PASSPHRASE, Made, snapshot, unlock
from vpjournal import vault
from vpjournal.errors import JournalDamaged, JournalError, JournalTooNew, NotAJournal, WrongPassphrase
from vpjournal.vault.header import LIMIT, parse

Change = Callable[[dict[str, Any]], object]


def resealed(data: bytes, change: Change) -> bytes:
    """The header with its JSON changed and its checksum right again, as an attacker would leave it."""
    magic, body, mac, _ = data.split(b"\n")[:4]
    value = json.loads(body)
    change(value)
    fresh = json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
    return with_digest(b"\n".join((magic, fresh, mac, b"")))


def with_digest(lines: bytes) -> bytes:
    return lines + hashlib.sha256(lines).hexdigest().encode() + b"\n"


def in_both(made: Made, data: bytes) -> None:
    made.header.write_bytes(data)
    made.copy.write_bytes(data)


def test_header_and_copy_are_the_same_four_lines(made: Made) -> None:
    data = made.header.read_bytes()
    assert data == made.copy.read_bytes()
    assert data.count(b"\n") == 4
    assert data.endswith(b"\n")
    assert parse(data).header.generation == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("memory", 1),
        ("memory", 65535),
        ("memory", 4 * 1024 * 1024 + 1),
        ("memory", -65536),
        ("memory", 65536.0),
        ("memory", True),
        ("memory", "65536"),
        ("memory", None),
        ("memory", 10**4000),
        ("passes", 0),
        ("passes", 2),
        ("passes", 21),
        ("lanes", 0),
        ("lanes", 17),
    ],
)
@pytest.mark.row(10, "figures out of bounds")
def test_figures_of_the_key_derivation_out_of_bounds_are_refused_at_once(made: Made, key: str, value: object) -> None:
    def change(header: dict[str, Any]) -> None:
        header["slots"][0].update(memory=65536, passes=3, lanes=1)
        header["slots"][0][key] = value

    in_both(made, resealed(made.header.read_bytes(), change))
    before, start = snapshot(made.folder), time.perf_counter()
    with pytest.raises(JournalDamaged):
        vault.unlock(made.folder, PASSPHRASE)
    assert time.perf_counter() - start < 0.5
    assert snapshot(made.folder) == before


@pytest.mark.row(10, "numbers that are none")
def test_a_number_beyond_all_floats_is_refused(made: Made) -> None:
    magic, body, mac, _ = made.header.read_bytes().split(b"\n")[:4]
    for number in (b"1e400", b"NaN", b"Infinity", b"64.0", b"064"):
        lines = b"\n".join((magic, body.replace(b'"memory":64', b'"memory":' + number), mac, b""))
        in_both(made, with_digest(lines))
        with pytest.raises(JournalDamaged):
            unlock(made.folder)


@pytest.mark.row(10, "the profile of tests")
def test_the_cheap_profile_is_refused_unless_asked_for(made: Made) -> None:
    with pytest.raises(JournalDamaged):
        vault.unlock(made.folder, PASSPHRASE)


def _swap(header: dict[str, Any]) -> None:
    header["slots"].reverse()


def _drop(header: dict[str, Any]) -> None:
    header["slots"].pop()


def _twice(header: dict[str, Any]) -> None:
    header["slots"][1] = header["slots"][0]


def _other_recipient(header: dict[str, Any]) -> None:
    header["slots"][1]["public"] = "A" * 43 + "="


def _other_generation(header: dict[str, Any]) -> None:
    header["generation"], header["database"] = 2, "data-000002.db"


def _other_path(header: dict[str, Any]) -> None:
    header["database"] = "../data-000001.db"


def _extra_key(header: dict[str, Any]) -> None:
    header["note"] = "x"


def _extra_slot_key(header: dict[str, Any]) -> None:
    header["slots"][0]["hint"] = "x"


def _missing_key(header: dict[str, Any]) -> None:
    del header["generation"]


def _format_true(header: dict[str, Any]) -> None:
    header["format"] = True


@pytest.mark.parametrize(
    "change",
    [_swap, _drop, _twice, _other_recipient, _other_path, _extra_key, _extra_slot_key, _missing_key, _format_true],
)
@pytest.mark.row(11, "headers changed by somebody without the key")
def test_a_header_changed_by_someone_without_the_key_is_refused(made: Made, change: Change) -> None:
    in_both(made, resealed(made.header.read_bytes(), change))
    before = snapshot(made.folder)
    with pytest.raises(JournalDamaged):
        unlock(made.folder)
    assert snapshot(made.folder) == before


@pytest.mark.parametrize(
    "change",
    [_swap, _drop, _twice, _other_path, _extra_key, _extra_slot_key, _missing_key, _format_true],
)
def test_a_header_of_another_shape_is_refused_before_any_key_is_derived(made: Made, change: Change) -> None:
    with pytest.raises(JournalDamaged):
        parse(resealed(made.header.read_bytes(), change))


def test_a_header_written_in_any_other_way_is_refused_before_any_key_is_derived(made: Made) -> None:
    lines = made.header.read_bytes()
    lines = lines[: lines.rfind(b"\n", 0, -1) + 1]
    assert parse(with_digest(lines))
    for right, wrong in ((b',"format"', b', "format"'), (b"data-", b"\\u0064ata-"), (b"=", b"")):
        with pytest.raises(JournalDamaged):
            parse(with_digest(lines.replace(right, wrong, 1)))


@pytest.mark.row(11, "headers changed by somebody without the key")
def test_a_journal_does_not_open_under_a_generation_it_was_not_made_for(made: Made) -> None:
    in_both(made, resealed(made.header.read_bytes(), _other_generation))
    made.database.rename(made.folder / "data-000002.db")
    with pytest.raises(JournalDamaged):
        unlock(made.folder)


@pytest.mark.row(11, "a slot of another journal")
def test_a_slot_moved_to_another_journal_does_not_open(made: Made) -> None:
    def change(header: dict[str, Any]) -> None:
        header["journal"] = "00" * 16

    in_both(made, resealed(made.header.read_bytes(), change))
    with pytest.raises(WrongPassphrase):
        unlock(made.folder)


@pytest.mark.row(11, "beside a sound copy")
def test_a_tampered_header_beside_a_sound_copy_is_put_right(made: Made) -> None:
    right = made.copy.read_bytes()
    made.header.write_bytes(resealed(right, _other_recipient))
    unlocked = unlock(made.folder)
    unlocked.close()
    assert unlocked.repaired
    assert made.header.read_bytes() == right


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda _: b"",
        lambda _: b"\n",
        lambda _: b"[" * 16000 + b"\n",
        lambda _: with_digest(b"VPJOURNAL 1\n" + b"[" * 15000 + b"\nAAAA\n"),
        lambda data: with_digest(data[: data.rfind(b"\n", 0, -1) + 1].replace(b',"format"', b', "format"')),
        lambda data: with_digest(data[: data.rfind(b"\n", 0, -1) + 1].replace(b'"format":1', b'"format":1,"format":1')),
        lambda data: with_digest(data[: data.rfind(b"\n", 0, -1) + 1].replace(b"\n", b"\r\n")),
        lambda data: with_digest(data[: data.rfind(b"\n", 0, -1) + 1] + b"x" * LIMIT + b"\n"),
    ],
)
@pytest.mark.row(12, "other ways of writing a header")
def test_any_other_way_of_writing_a_header_is_refused(made: Made, spoil: Callable[[bytes], bytes]) -> None:
    in_both(made, spoil(made.header.read_bytes()))
    before = snapshot(made.folder)
    with pytest.raises(JournalDamaged):
        unlock(made.folder)
    assert snapshot(made.folder) == before


def test_a_newer_format_is_left_alone_even_beside_an_old_copy(made: Made) -> None:
    made.header.write_bytes(with_digest(b"VPJOURNAL 2\nwho knows what\n"))
    before = snapshot(made.folder)
    with pytest.raises(JournalTooNew):
        unlock(made.folder)
    assert snapshot(made.folder) == before


def test_sound_text_of_another_program_is_no_journal(made: Made) -> None:
    in_both(made, with_digest(b"OTHER 1\n{}\n"))
    with pytest.raises(NotAJournal):
        unlock(made.folder)


def test_parse_raises_nothing_but_what_is_told(made: Made) -> None:
    data = made.header.read_bytes()
    for cut in range(len(data)):
        with pytest.raises(JournalError):
            parse(data[:cut])
        if with_digest(data[:cut]) != data:
            with pytest.raises(JournalError):
                parse(with_digest(data[:cut]))
