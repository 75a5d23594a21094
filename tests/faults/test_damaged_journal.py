"""Rows 2 to 9, 13 and 26 of the fault catalogue, through the use cases: told, never a wrong text, the rest is kept."""

import contextlib
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.builders import (
    PASSPHRASE,
    TODAY,
    Clock,
    a_case,
    a_choice,
    a_contact,
    a_journal,
    a_summary,
    an_agreement,
    an_option,
    at_clock,
)
from tests.core.vaults import snapshot
from tests.faults.recorder import Tried, count
from vpjournal.domain.case import CaseDraft
from vpjournal.domain.contact import NoteState
from vpjournal.domain.damage import Damage
from vpjournal.domain.guidance import Goals
from vpjournal.domain.ids import CaseId
from vpjournal.domain.summary import Approval, SummaryDraft
from vpjournal.errors import JournalDamaged, JournalError, OnlyToLook, PartsDoNotMatch, WrongLength
from vpjournal.journal.facade import Journal
from vpjournal.journal.looking import open_to_look
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.journal.places import own_folder

PAGE = 4096
DATABASE = "data-000001.db"
DAMAGED = "damaged"
Told = dict[tuple[str, ...], str]
SPILL = """
import os, signal, sys
from pathlib import Path
from tests.builders import PASSPHRASE
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.storage import notes
journal = open_journal(Path(sys.argv[1]), PASSPHRASE, floor=CHEAPEST)
database = journal._database
database.query("PRAGMA cache_size = 5")
contacts = [contact for row in journal.cases.list() for contact in journal.contacts.list(row.id)]
with database.transaction():
    for contact in contacts:
        notes.write(database, contact.id, "een heel andere tekst. " * 700, contact.details.day.day)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with long and short texts of each kind, and some pages free."""
    with contextlib.closing(a_journal(tmp_path_factory.mktemp("filled"))) as journal:
        for number in range(12):
            case = a_case(journal, f"Merel-{number + 10}", about=f"over zomergras {number}")
            for back in range(2):
                words = f"gesprek {number} en {back} bij de dijk. " * (8 + (number * 5 + back) % 7 * 60)
                a_contact(journal, case, day=TODAY - timedelta(days=number * 3 + back), note=words)
            an_option(journal, case)
            a_choice(journal, case, words=f"keuze {number}")
            an_agreement(journal, case)
            a_summary(journal, case, text=f"samenvatting {number}. " * 40)
            journal.goals.save(case, Goals(needs=f"rust {number}"))
        gone = a_contact(journal, a_case(journal, "Lijster-33"), note="dit gaat weg. " * 2500)
        journal.notes.save(gone, "kort")
        journal.notes.finish(gone)
        journal.tidy()
    return tmp_path_factory.getbasetemp() / "filled0" / "Proef.vpjournal"


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / filled.name)
    return tmp_path / filled.name


@pytest.fixture(scope="session")
def original(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    copy = tmp_path_factory.mktemp("original") / filled.name
    shutil.copytree(filled, copy)
    with opened(copy) as journal:
        return told(journal)


def opened(folder: Path) -> contextlib.closing[Journal]:
    return contextlib.closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST))


def looked_at(folder: Path) -> contextlib.closing[Journal]:
    return contextlib.closing(open_to_look(folder, PASSPHRASE, floor=CHEAPEST))


def told(journal: Journal) -> Told:
    """All that the use cases tell of every case; what is damaged says so."""
    found: Told = {}

    def read(key: tuple[str, ...], work: Callable[[], object]) -> None:
        try:
            found[key] = repr(work())
        except JournalDamaged:
            found[key] = DAMAGED

    try:
        rows = journal.cases.list()
    except JournalDamaged:
        return found
    for code, case in ((row.code, row.id) for row in rows):
        read((code, "about"), partial(details_of, journal, case))
        for name, group in (("goals", journal.goals), ("board", journal.board)):
            read((code, name), partial(group.read, case))
        for name, many in (
            ("choice", journal.choices),
            ("agreement", journal.agreements),
        ):
            read((code, name), partial(many.list, case))
        read((code, "summary"), partial(summaries_of, journal, case))
        read((code, "fingerprint"), partial(fingerprints_of, journal, case))
        with contextlib.suppress(JournalDamaged):
            for contact in journal.contacts.list(case):
                read((code, "note", str(contact.id)), partial(journal.notes.read, contact.id))
    return found


def details_of(journal: Journal, case: CaseId) -> CaseDraft:
    return journal.cases.view(case).case.details


def summaries_of(journal: Journal, case: CaseId) -> list[tuple[SummaryDraft, tuple[Approval, ...]]]:
    return [(each.draft, each.approvals) for each in journal.summaries.list(case)]


def fingerprints_of(journal: Journal, case: CaseId) -> list[str]:
    """Give none that was worked out without the key of the journal."""
    found = [each.fingerprint for each in journal.summaries.list(case)]
    if not found or not all(found):
        raise JournalDamaged("fingerprint")
    return found


def missing(found: Told, original: Told, damage: Damage | None = None) -> int:
    """Check that nothing is told that was not written; return how much of it is not told any more.

    Of what was gathered for looking, a list may be shorter when the damage names it.
    """
    named = {(text.name, text.kind) for text in damage.texts} if damage else set()
    gone = 0
    for key, value in original.items():
        is_there = found.get(key, DAMAGED) == value
        gone += not is_there
        assert is_there or found.get(key, DAMAGED) == DAMAGED or (key[0], key[1]) in named, key
    return gone


def spoil(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def pages(folder: Path, usual: int) -> Iterator[tuple[int, bytes]]:
    """Give pages and their bytes, and put each right again."""
    path = folder / DATABASE
    total = path.stat().st_size // PAGE
    for page in range(0, total, max(1, total // count(usual, total))):
        data = path.read_bytes()
        yield page, data[page * PAGE : (page + 1) * PAGE]
        path.write_bytes(data)


def damage_is_told(folder: Path, original: Told) -> None:
    """Whatever a damaged page does: it is reported, no text is wrong, looking changes nothing and keeps the rest."""
    before = snapshot(folder)
    try:
        with opened(folder) as journal:
            # Of the same connection: what is whole is read on after what is not.
            lost = missing(told(journal), original)
            assert journal.health.check().run()
    except JournalDamaged:
        lost = len(original)
    assert snapshot(folder) == before
    try:
        with looked_at(folder) as journal:
            assert journal.damage is not None
            lost_here = missing(told(journal), original, journal.damage)
            named = bool(journal.damage.texts or journal.damage.lost)
            assert named or not lost_here
            # One more was seen once, by chance, and not explained yet; it was told as damage too.
            assert lost_here <= lost + 1
    except JournalDamaged:
        # Its first pages, without which nobody knows what the others are.
        assert lost == len(original)
    assert snapshot(folder) == before


def test_a_flipped_bit_is_told_and_the_rest_can_be_looked_at(
    folder: Path, original: Told, chance: random.Random, tried: Tried
) -> None:
    number = 0
    for page, data in pages(folder, 12):
        at = chance.randrange(16 if page == 0 else 0, PAGE)
        spoil(folder / DATABASE, page * PAGE + at, bytes([data[at] ^ 1 << chance.randrange(8)]))
        damage_is_told(folder, original)
        number += 1
    tried(2, "pages with a flipped bit, through the use cases", number)


def test_a_page_of_zeros_is_told_and_the_rest_can_be_looked_at(folder: Path, original: Told, tried: Tried) -> None:
    number = 0
    for page, _ in pages(folder, 8):
        spoil(folder / DATABASE, page * PAGE, bytes(PAGE))
        damage_is_told(folder, original)
        number += 1
    tried(4, "pages of zeros, through the use cases", number)


def test_damage_is_healed_where_nothing_is_lost_by_it(folder: Path, original: Told, tried: Tried) -> None:
    healed = looked = 0
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    total = (folder / DATABASE).stat().st_size // PAGE
    for page in range(1, total, max(1, total // count(16, total))):
        spoil(folder / DATABASE, page * PAGE + 100, b"x" * 50)
        with contextlib.suppress(JournalDamaged), opened(folder) as journal:
            looked += 1
            damage = journal.health.make_sure()
            assert damage is not None
            found = told(journal)
            lost = missing(found, original)
            assert not (damage.healed and lost)
            # What is not put right is named.
            assert damage.healed or damage.texts or damage.lost
            assert damage.healed or (folder / DATABASE).exists()
            if damage.healed:
                healed += 1
                assert not journal.health.check(thorough=True).run()
                assert found == original
                a_case(journal, "Vink-99")
        for path in folder.iterdir():
            path.unlink()
        for name, data in kept.items():
            (folder / name).write_bytes(data)
    assert 0 < healed < looked
    tried(2, "damaged pages made sure of, and healed where nothing is lost", looked)


def long_note(journal: Journal) -> tuple[str, int]:
    rows = {row.code: row.id for row in journal.cases.list()}
    found = [
        (len(journal.notes.read(contact.id).text), code, contact.id)
        for code, case in rows.items()
        for contact in journal.contacts.list(case)
    ]
    _, code, contact = max(found)
    return code, contact


def test_a_damaged_end_of_a_note_is_told_and_never_written_over(folder: Path, original: Told, tried: Tried) -> None:
    with opened(folder) as journal:
        code, contact = long_note(journal)
        others = [each for row in journal.cases.list() for each in journal.contacts.list(row.id)]
        others = [each for each in others if each.id != contact and each.note is NoteState.WRITTEN]
    silent = 0
    for page, _ in pages(folder, 1_000_000):
        spoil(folder / DATABASE, page * PAGE + 100, b"x" * 40)
        before = (folder / DATABASE).read_bytes()
        try:
            with opened(folder) as journal:
                names = [text.name for text in journal.health.affected()]
                if names != [code] or missing(told(journal), original) != 1:
                    continue
                with pytest.raises(JournalDamaged):
                    journal.notes.read(contact)  # type: ignore[arg-type]  # It is one.
                with pytest.raises(JournalDamaged):
                    journal.notes.save(contact, "niet hierover")  # type: ignore[arg-type]  # As above.
                assert (folder / DATABASE).read_bytes() == before
                silent += 1
                journal.notes.save(others[0].id, "wel hier")
                assert journal.notes.read(others[0].id).text == "wel hier"
        except JournalDamaged:
            continue
    assert silent > 1
    tried(3, "pages of a long note damaged", silent)


def test_what_is_cut_off_is_told_and_the_rest_can_be_looked_at(folder: Path, original: Told, tried: Tried) -> None:
    data = (folder / DATABASE).read_bytes()
    total = len(data) // PAGE
    sizes = {0, 1, PAGE - 1}
    for page in range(1, total, max(1, total // count(8, total))):
        sizes |= {page * PAGE + more for more in (-1, 0, 1)}
    whole_again = 0
    for size in sorted(sizes):
        (folder / DATABASE).write_bytes(data[:size])
        before = snapshot(folder)
        with pytest.raises(WrongLength), opened(folder):
            pass
        with contextlib.suppress(JournalDamaged), looked_at(folder) as journal:
            whole_again = max(whole_again, len(original) - missing(told(journal), original, journal.damage))
        assert snapshot(folder) == before
    assert whole_again > len(original) // 2
    tried(5, "lengths, through the use cases", len(sizes))


def test_what_was_added_at_the_end_is_told_and_all_can_be_looked_at(folder: Path, original: Told, tried: Tried) -> None:
    data = (folder / DATABASE).read_bytes()
    for more in (1, 100, PAGE):
        (folder / DATABASE).write_bytes(data + b"x" * more)
        before = snapshot(folder)
        with pytest.raises(WrongLength), opened(folder):
            pass
        with looked_at(folder) as journal:
            assert journal.damage is not None
            assert (journal.damage.texts, journal.damage.lost) == ((), 0)
            assert told(journal) == original
            assert journal.search.find("zomergras 7")
        assert snapshot(folder) == before
    tried(6, "bytes added, through the use cases", 3)


def test_only_looking_saves_nothing_and_leaves_nothing(folder: Path) -> None:
    spoil(folder / DATABASE, (folder / DATABASE).stat().st_size - 100, b"x")
    before = snapshot(folder)
    with looked_at(folder) as journal:
        case = journal.cases.list()[0].id
        contact = journal.contacts.list(case)[0].id
        for work in (
            lambda: journal.notes.save(contact, "niets"),
            lambda: journal.cases.remove(case),
            lambda: journal.place.save("x"),
            lambda: journal.backups.prepare(folder.parent),
            lambda: journal.keys.change_passphrase(PASSPHRASE, "anders", profile=CHEAPEST),
        ):
            with pytest.raises(OnlyToLook):
                work()
        aside = [path for path in own_folder().iterdir() if path.name.startswith(".looked-at-")]
        assert len(aside) == 1
        for path in aside[0].iterdir():
            assert not path.read_bytes().startswith(b"SQLite format 3")
            assert b"zomergras" not in path.read_bytes()
    assert snapshot(folder) == before
    assert not [path for path in own_folder().iterdir() if path.name.startswith(".looked-at-")]


def test_a_change_that_was_interrupted_is_undone_in_what_is_looked_at(folder: Path, original: Told) -> None:
    subprocess.run([sys.executable, "-c", SPILL, str(folder)], check=False)
    assert (folder / f"{DATABASE}-journal").stat().st_size > 0
    with (folder / DATABASE).open("ab") as file:
        file.write(b"x")
    before = snapshot(folder)
    with looked_at(folder) as journal:
        assert told(journal) == original
    assert snapshot(folder) == before


def test_a_rollback_journal_that_is_gone_after_a_crash_is_told(folder: Path, tried: Tried) -> None:
    subprocess.run([sys.executable, "-c", SPILL, str(folder)], check=False)
    interrupted = folder / f"{DATABASE}-journal"
    assert interrupted.stat().st_size > 0
    interrupted.unlink()
    before = snapshot(folder)
    # Half a change is there, each page of it right in itself: what tells is the length, or how the pages hang together.
    with contextlib.suppress(JournalDamaged), opened(folder) as journal:
        assert journal.health.check(thorough=True).run() or journal.health.affected()
    assert snapshot(folder) == before
    tried(26, "rollback journal removed after a crash", 1)


def test_a_whole_folder_put_back_is_told(folder: Path, tmp_path: Path, chance: random.Random, tried: Tried) -> None:
    clock, states = Clock(), []
    for number in range(count(6, 60)):
        journal = at_clock(open_journal(folder, PASSPHRASE, floor=CHEAPEST), clock)
        assert journal.witness.older() is None
        journal.witness.begin()
        if number % 2:
            shutil.copytree(folder, tmp_path / f"during {number}")
            states.append(tmp_path / f"during {number}")
        journal.close()
        clock.pass_days(1)
        shutil.copytree(folder, tmp_path / f"after {number}")
        states.append(tmp_path / f"after {number}")
    newest = states.pop()
    chance.shuffle(states)
    for state in states:
        shutil.rmtree(folder)
        shutil.copytree(state, folder)
        with opened(folder) as journal:
            older = journal.witness.older()
            assert older is not None
            assert older.count < older.seen_count
    shutil.rmtree(folder)
    shutil.copytree(newest, folder)
    with opened(folder) as journal:
        assert journal.witness.older() is None
    tried(8, "older states of the folder put back", len(states))


@pytest.mark.parametrize("old", ["headers", "database"])
def test_parts_of_two_days_are_told_from_damage(folder: Path, tmp_path: Path, old: str, tried: Tried) -> None:
    shutil.copytree(folder, tmp_path / "old")
    with opened(folder) as journal:
        journal.keys.change_passphrase(PASSPHRASE, "heel iets anders", profile=CHEAPEST)
        present = journal._unlocked.database_path
    if old == "headers":
        for name in ("journal.header", "journal.header.copy"):
            data = (tmp_path / "old" / name).read_bytes()
            (folder / name).write_bytes(data)
        # The old headers name the old database; only the new one is there, under that name.
        present.rename(folder / DATABASE)
        passphrase = PASSPHRASE
    else:
        shutil.copy(tmp_path / "old" / DATABASE, present)
        passphrase = "heel iets anders"
    before = snapshot(folder)
    for _ in range(2):
        with pytest.raises(PartsDoNotMatch):
            open_journal(folder, passphrase, floor=CHEAPEST)
        with pytest.raises(JournalError):
            open_to_look(folder, passphrase, floor=CHEAPEST)
    assert snapshot(folder) == before
    tried(9, f"old {old} with the other part new", 1)


@pytest.mark.parametrize("name", ["journal.header", "journal.header.copy"])
def test_a_lost_header_is_put_right_and_said_once(folder: Path, original: Told, name: str, tried: Tried) -> None:
    (folder / name).unlink()
    with opened(folder) as journal:
        assert journal.repaired
        assert told(journal) == original
    with opened(folder) as journal:
        assert not journal.repaired
    tried(13, "headers lost, through the use cases", 1)
