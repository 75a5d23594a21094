from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, Clock, a_case, a_contact, a_contact_draft, all_gone, reopened
from vpjournal.domain.case import Channel, Phase, TaskKind
from vpjournal.domain.changes import Area
from vpjournal.domain.contact import HISTORY_DAYS, ContactDraft, NoteState
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import ContactId
from vpjournal.domain.text import NOTE_LIMIT, canonical
from vpjournal.errors import JournalDamaged, NoteFinished, NoteWritten, TextTooLong
from vpjournal.journal.facade import Journal
from vpjournal.journal.notes import VERSIONS


@pytest.fixture
def contact(journal: Journal) -> ContactId:
    return a_contact(journal, a_case(journal))


def texts(journal: Journal, contact: ContactId) -> list[str]:
    return [version.text for version in journal.notes.history(contact)]


def kinds(journal: Journal) -> list[TaskKind]:
    return [task.kind for task in journal.cases.view(journal.cases.list()[0].id).tasks]


def test_contacts_stand_by_day_and_in_the_order_of_recording(journal: Journal) -> None:
    case = a_case(journal)
    unknown = a_contact(journal, case, day=None)
    later = a_contact(journal, case, Phase.CHOICE, TODAY)
    first, second = (a_contact(journal, case, day=TODAY - timedelta(days=3)) for _ in range(2))
    assert [each.id for each in journal.contacts.list(case)] == [first, second, later, unknown]
    assert [each.id for each in journal.contacts.list(case, Phase.CHOICE)] == [later]


def test_a_contact_can_be_changed_in_all_but_its_note(journal: Journal, contact: ContactId) -> None:
    journal.notes.save(contact, "iets")
    draft = ContactDraft(Phase.FOLLOW_UP, CoarseDay.in_month_of(TODAY), Channel.LETTER)
    journal.contacts.change(contact, draft)
    found = journal.contacts.list(journal.cases.list()[0].id)[0]
    assert (found.details, found.note) == (draft, NoteState.WRITTEN)


@settings(max_examples=40)
@given(typed=st.text(alphabet=st.characters(codec=None, categories=None), max_size=3000))
@pytest.mark.row(44, "notes of any characters, forty at a time")
def test_a_note_comes_back_exactly_as_typed_in_canonical_form(journal: Journal, typed: str) -> None:
    contact = a_contact(journal, a_case(journal, journal.cases.propose_code()))
    journal.notes.save(contact, typed)
    assert journal.notes.read(contact).text == canonical(typed)


@settings(max_examples=25)
@given(typed=st.lists(st.text(max_size=30), max_size=12), pauses=st.lists(st.sampled_from([1, 200]), max_size=12))
def test_history_holds_only_what_was_saved_newest_first(
    journal: Journal, clock: Clock, typed: list[str], pauses: list[int]
) -> None:
    contact = a_contact(journal, a_case(journal, journal.cases.propose_code()))
    saved = [""]
    for text, pause in zip(typed, pauses, strict=False):
        clock.seconds += pause
        journal.notes.save(contact, text)
        saved.append(canonical(text))
    kept = texts(journal, contact)
    assert journal.notes.read(contact).text == saved[-1]
    places = iter(reversed(saved[:-1]))
    assert all(any(text == earlier for earlier in places) for text in kept), "in order, and all of them once saved"


@pytest.mark.row(44, "a megabyte, with marks that turn text round")
def test_a_megabyte_and_a_paste_of_markup_survive_the_disk(journal: Journal, contact: ContactId) -> None:
    text = "<b>&amp;</b> \u202ertl\u202c 'aanhaling' \"x\"\n" * 30_000
    journal.notes.save(contact, text)
    again = reopened(journal)
    assert again.notes.read(contact).text == text
    again.close()


@pytest.mark.row(44, "a text that is too long")
def test_a_text_that_is_too_long_leaves_the_note_as_it_was(journal: Journal, contact: ContactId) -> None:
    journal.notes.save(contact, "zoals het was")
    with pytest.raises(TextTooLong):
        journal.notes.save(contact, "x" * (NOTE_LIMIT + 1))
    assert journal.notes.read(contact).text == "zoals het was"


def test_writing_makes_the_task_vanish_and_clearing_brings_it_back(journal: Journal, contact: ContactId) -> None:
    assert TaskKind.NOTE_UNWRITTEN in kinds(journal)
    changes = journal.notes.save(contact, "iets")
    assert changes.touches(Area.NOTES, Area.CASES)
    assert TaskKind.NOTE_UNWRITTEN not in kinds(journal)
    assert not journal.notes.save(contact, "iets meer").touches(Area.CASES)
    journal.notes.save(contact, "  ")
    assert TaskKind.NOTE_UNWRITTEN in kinds(journal)


def test_saving_the_same_text_changes_nothing(journal: Journal, contact: ContactId) -> None:
    journal.notes.save(contact, "iets")
    assert not journal.notes.save(contact, "iets").touches(*Area)
    assert texts(journal, contact) == []


def test_versions_are_kept_two_minutes_apart(journal: Journal, contact: ContactId, clock: Clock) -> None:
    for seconds, text in enumerate(("a", "ab", "abc", "abcd")):
        clock.seconds = seconds * 50.0
        journal.notes.save(contact, text)
    assert texts(journal, contact) == ["a"]
    clock.seconds = 175.0
    journal.notes.save(contact, "abcde")
    assert texts(journal, contact) == ["abcd", "a"]


def test_a_large_change_keeps_a_version_at_once(journal: Journal, contact: ContactId) -> None:
    long_text = "begin " + "midden " * 60 + "einde"
    journal.notes.save(contact, "begin")
    journal.notes.save(contact, long_text)
    journal.notes.save(contact, long_text + ".")
    journal.notes.save(contact, "begin einde.")
    assert texts(journal, contact) == [long_text + ".", "begin"]


def test_only_so_many_versions_are_kept(journal: Journal, contact: ContactId, clock: Clock) -> None:
    for number in range(VERSIONS + 5):
        clock.seconds += 1000
        journal.notes.save(contact, f"tekst {number}")
    kept = journal.notes.history(contact)
    assert [version.text for version in kept] == [f"tekst {number}" for number in range(VERSIONS + 3, 3, -1)]
    assert sorted({version.number for version in kept}) == list(range(kept[-1].number, kept[0].number + 1))


def test_finishing_ends_the_history_and_closes_the_note_until_it_is_reopened(
    journal: Journal, contact: ContactId
) -> None:
    journal.notes.save(contact, "een")
    journal.notes.save(contact, "twee")
    journal.notes.finish(contact)
    assert texts(journal, contact) == []
    assert journal.notes.read(contact).state is NoteState.FINISHED
    with pytest.raises(NoteFinished):
        journal.notes.save(contact, "drie")
    journal.notes.reopen(contact)
    journal.notes.save(contact, "drie")
    assert journal.notes.read(contact).text == "drie"
    assert texts(journal, contact) == ["twee"]


def test_an_empty_note_cannot_be_finished(journal: Journal, contact: ContactId) -> None:
    journal.notes.finish(contact)
    assert journal.notes.read(contact).state is NoteState.UNWRITTEN


def test_history_ends_fourteen_days_after_the_last_edit(journal: Journal, contact: ContactId, clock: Clock) -> None:
    journal.notes.save(contact, "een")
    journal.notes.save(contact, "twee")
    clock.pass_days(HISTORY_DAYS - 1)
    assert not journal.notes.sweep().touches(Area.NOTES)
    assert texts(journal, contact) == ["een"]
    clock.pass_days(1)
    assert journal.tidy().touches(Area.NOTES)
    assert texts(journal, contact) == []
    assert journal.notes.read(contact).text == "twee"


def test_a_note_is_left_out_on_purpose_and_taken_back(journal: Journal, contact: ContactId) -> None:
    journal.contacts.leave_note_out(contact)
    assert journal.notes.read(contact).state is NoteState.LEFT_OUT
    assert TaskKind.NOTE_UNWRITTEN not in kinds(journal)
    journal.contacts.take_back(contact)
    assert journal.notes.read(contact).state is NoteState.UNWRITTEN
    journal.contacts.leave_note_out(contact)
    journal.notes.save(contact, "toch iets")
    assert journal.notes.read(contact).state is NoteState.WRITTEN
    with pytest.raises(NoteWritten):
        journal.contacts.leave_note_out(contact)
    journal.contacts.take_back(contact)
    assert journal.notes.read(contact).state is NoteState.WRITTEN


def test_a_damaged_note_is_told_and_never_shown(journal: Journal, contact: ContactId) -> None:
    journal.notes.save(contact, "x" * 9000)
    database = journal._database
    with database.transaction():
        database.execute("UPDATE note SET text = substr(text, 1, 8000) || printf('%1000c', 'y')")
    with pytest.raises(JournalDamaged) as told:
        journal.notes.read(contact)
    assert told.value.part == "note"


def test_what_is_typed_for_a_contact_in_the_bin_is_not_lost(journal: Journal, contact: ContactId) -> None:
    journal.contacts.remove(contact)
    journal.notes.save(contact, "net nog getypt")
    assert journal.notes.read(contact).text == "net nog getypt"
    assert journal.search.find("getypt") == ()


def test_a_contact_that_never_was_is_gone(journal: Journal) -> None:
    all_gone(
        lambda: journal.notes.read(ContactId(3)),
        lambda: journal.notes.save(ContactId(3), "x"),
        lambda: journal.contacts.change(ContactId(3), a_contact_draft()),
    )


def test_a_note_says_nothing_in_its_repr(journal: Journal, contact: ContactId) -> None:
    journal.notes.save(contact, "geheimpje")
    journal.notes.save(contact, "")
    assert "geheimpje" not in repr(journal.notes.history(contact))
