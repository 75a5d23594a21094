"""The bin gives back what was deleted, and destroying leaves no byte of it anywhere in the database."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2

from tests.builders import (
    Clock,
    a_case,
    a_choice,
    a_contact,
    a_full_case,
    a_summary,
    an_agreement,
    an_option,
    an_organisation,
    reopened,
)
from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area
from vpjournal.domain.views import BIN_DAYS, BinKind
from vpjournal.errors import Gone
from vpjournal.journal.facade import Journal
from vpjournal.storage import meta

PAGE, RESERVED = 4096, 80
APART = (BinKind.CASE, BinKind.ORGANISATION)
CHEROKEE = "".join(chr(point) for point in range(0x13A0, 0x13F6))
"""A script that nothing else here is written in: its letters are three bytes that begin with E1 8E or E1 8F."""


def bytes_left(journal: Journal) -> int:
    """Count Cherokee letters, two or more in a row, on every page of the file, used or free.

    A single one is also made by chance: row numbers are random.
    """
    return sum(len(run) // 3 for run in re.findall(rb"(?:\xe1[\x8e\x8f][\x80-\xbf]){2,}", plain_pages(journal)))


def plain_pages(journal: Journal) -> bytes:
    """Return every page, decrypted by hand as SQLCipher 4 writes them."""
    keyspec = journal._unlocked.keyspec()
    key = bytes.fromhex(keyspec[2:66])
    image = journal._database.path.read_bytes()
    plain = b"".join(_decrypted(image[at : at + PAGE], key, first=at == 0) for at in range(0, len(image), PAGE))
    assert b"CREATE TABLE guided_case" in plain
    return plain


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    body, vector = page[16 if first else 0 : -RESERVED], page[-RESERVED : -RESERVED + 16]
    decryptor = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def names(journal: Journal) -> list[tuple[BinKind, str]]:
    return [(item.kind, item.code) for item in journal.bin.list()]


@pytest.mark.parametrize("kind", [kind for kind in BinKind if kind not in APART])
def test_what_was_deleted_comes_back_with_its_words_and_its_place_in_the_search(
    journal: Journal, kind: BinKind
) -> None:
    case = a_case(journal)
    makers: dict[BinKind, Callable[[], int]] = {
        BinKind.CONTACT: lambda: a_contact(journal, case, Phase.SECOND_CONVERSATION, note="zomergras"),
        BinKind.OPTION: lambda: an_option(journal, case, "zomergras"),
        BinKind.CHOICE: lambda: a_choice(journal, case, "zomergras"),
        BinKind.AGREEMENT: lambda: an_agreement(journal, case, "zomergras", phase=Phase.SECOND_CONVERSATION),
        BinKind.SUMMARY: lambda: a_summary(journal, case, "zomergras"),
    }
    record = makers[kind]()
    group = {
        BinKind.CONTACT: journal.contacts,
        BinKind.OPTION: journal.board,
        BinKind.CHOICE: journal.choices,
        BinKind.AGREEMENT: journal.agreements,
        BinKind.SUMMARY: journal.summaries,
    }[kind]
    found, view, row = journal.search.find("zomergras"), journal.cases.view(case), journal.cases.list()[0]
    group.remove(record)  # type: ignore[attr-defined]
    assert names(journal) == [(kind, "Merel-47")]
    assert journal.search.find("zomergras") == ()
    assert journal.cases.view(case).case.phases != view.case.phases
    assert journal.bin.restore(kind, record).touches(Area.BIN, case=case)
    assert (journal.search.find("zomergras"), journal.cases.view(case), journal.cases.list()[0]) == (found, view, row)
    assert names(journal) == []


def test_a_case_comes_back_whole(journal: Journal) -> None:
    case = a_full_case(journal, "Merel-47", "zomergras")
    found, view = set(journal.search.find("zomergras")), journal.cases.view(case)
    journal.cases.remove(case)
    assert names(journal) == [(BinKind.CASE, "Merel-47")]
    journal.bin.restore(BinKind.CASE, case)
    assert journal.cases.view(case) == view
    assert set(journal.search.find("zomergras")) == found


def test_what_lies_in_the_bin_with_its_case_is_not_told_apart(journal: Journal) -> None:
    case = a_case(journal)
    option = an_option(journal, case)
    journal.board.remove(option)
    journal.cases.remove(case)
    assert names(journal) == [(BinKind.CASE, "Merel-47")]
    journal.bin.restore(BinKind.CASE, case)
    assert names(journal) == [(BinKind.OPTION, "Merel-47")]


def test_only_what_lies_in_the_bin_is_restored_or_destroyed(journal: Journal) -> None:
    case = a_case(journal)
    for use_case in (journal.bin.restore, journal.bin.destroy):
        with pytest.raises(Gone):
            use_case(BinKind.CASE, case)
        with pytest.raises(Gone):
            use_case(BinKind.CONTACT, 12345)
    assert journal.cases.list()[0].id == case


REMAINS = re.compile(r"^\| `(\w+)` \| (.+) \|$", re.MULTILINE)


def test_what_remains_of_a_destroyed_case_is_what_the_format_says(journal: Journal) -> None:
    page = (Path(__file__).parents[3] / "docs" / "file-format.md").read_text(encoding="utf-8")
    stated = dict(REMAINS.findall(page[page.index("## What remains") :]))
    tables = [
        name
        for (name,) in journal._database.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name <> 'meta'"
        )
    ]

    def rows() -> dict[str, int]:
        return {table: int(journal._database.query(f"SELECT count(*) FROM {table}")[0][0]) for table in tables}  # noqa: S608 - names of the schema

    before = rows()
    case = a_full_case(journal, "Merel-47", "zomergras")
    assert {table for table, count in rows().items() if count == before[table]} <= {
        table
        for table in tables
        if table.startswith(
            ("organisation", "own_", "phase_mark", "follow_up_referral", "event", "backup", "counted_contact", "fixed_")
        )
        or table in ("code_wording", "asked_dimension")
    }
    journal.closure.close(case, date(2026, 11, 18))
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    remains = {table for table, count in rows().items() if count > before[table]}
    assert remains == set(stated)
    for table in remains:
        columns = [column[1] for column in journal._database.query(f"PRAGMA table_info({table})")]
        assert stated[table].split("`")[1::2] == columns


@pytest.mark.row(54, "a case in a script used nowhere else")
def test_a_destroyed_case_leaves_no_byte(journal: Journal) -> None:
    other = a_full_case(journal, "Linde-23", "zomergras op de dijk")
    case = a_full_case(journal, "Merel-47", CHEROKEE)
    again = reopened(journal)
    assert bytes_left(again) > 10_000
    again.cases.remove(case)
    again.bin.destroy(BinKind.CASE, case)
    assert bytes_left(again) == 0
    assert names(again) == []
    assert again.cases.view(other).contacts
    assert len(again.search.find("zomergras", limit=99)) == 8
    assert again._database.query("SELECT count(*) FROM search_entry WHERE case_id = ?", (case,)) == [(0,)]
    again.close()


def test_texts_that_moved_from_page_to_page_leave_no_byte(journal: Journal) -> None:
    for round_ in range(4):
        contacts = [
            (a_contact(journal, a_case(journal, f"Els-{round_}{number}"), note="begin"), number) for number in range(8)
        ]
        for size in (3, 17, 9, 24, 5, 12):
            for contact, number in contacts:
                text = CHEROKEE if number % 2 else "zomergras" * 10
                journal.notes.save(contact, text * (size + number + round_))
    for row in journal.cases.list():
        if int(row.code[-1]) % 2:
            journal.cases.remove(row.id)
    journal.bin.empty()
    assert bytes_left(journal) == 0
    texts = journal._database.query("SELECT text FROM note_version")
    assert len(texts) == 96
    assert all(text == "begin" or set(text) == set("zomergras") for (text,) in texts)


def test_pages_that_could_not_be_written_anew_are_when_nobody_waits(journal: Journal) -> None:
    case = a_full_case(journal, "Merel-47", CHEROKEE)
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    assert meta.read(journal._database, "copies_left") == ""
    with journal._database.transaction():
        meta.write(journal._database, "copies_left", "yes")
    journal.tidy()
    assert meta.read(journal._database, "copies_left") == ""
    assert bytes_left(journal) == 0


def test_writing_anew_opens_no_door_for_other_files(journal: Journal) -> None:
    journal._database.write_anew()
    with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        journal._database._connection.execute("ATTACH ':memory:' AS other")
    with journal._database.transaction(), pytest.raises(RuntimeError):
        journal._database.write_anew()


def test_single_records_and_organisations_leave_no_byte_either(journal: Journal) -> None:
    case = a_case(journal)
    contact, option = a_contact(journal, case, note=CHEROKEE * 100), an_option(journal, case, CHEROKEE)
    choice, agreement = a_choice(journal, case, CHEROKEE * 60), an_agreement(journal, case, CHEROKEE)
    organisation = an_organisation(journal, CHEROKEE, remarks=CHEROKEE * 50)
    journal.contacts.remove(contact)
    journal.board.remove(option)
    journal.choices.remove(choice)
    journal.agreements.remove(agreement)
    journal.organisations.remove(organisation)
    assert bytes_left(journal) > 10_000
    assert journal.bin.empty().touches(Area.BIN, Area.BOARD, Area.ORGANISATIONS)
    assert bytes_left(journal) == 0
    assert not journal.bin.empty().touches(*Area)


def test_a_finished_note_keeps_only_its_last_text(journal: Journal, clock: Clock) -> None:
    contact = a_contact(journal, a_case(journal), note=CHEROKEE * 100)
    journal.notes.save(contact, "iets anders")
    journal.notes.finish(contact)
    rows = journal._database.query("SELECT text FROM note UNION ALL SELECT text FROM note_version")
    assert rows == [("iets anders",)]


def test_the_bin_is_swept_after_seven_days(journal: Journal, clock: Clock) -> None:
    old, recent = a_case(journal, "Merel-47", about=CHEROKEE), a_case(journal, "Linde-23")
    journal.cases.remove(old)
    clock.pass_days(1)
    journal.cases.remove(recent)
    clock.pass_days(BIN_DAYS - 1)
    assert not journal.tidy().touches(Area.BIN)
    assert len(names(journal)) == 2
    clock.pass_days(1)
    assert journal.tidy().touches(Area.BIN, Area.CASES)
    assert names(journal) == [(BinKind.CASE, "Linde-23")]
    assert journal.bin.list()[0].deleted_on == clock.day - timedelta(days=BIN_DAYS)
    assert bytes_left(journal) == 0


def test_a_code_is_free_again_once_its_case_is_destroyed(journal: Journal) -> None:
    case = a_case(journal, "Merel-47")
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    a_case(journal, "Merel-47")
