"""A sealed text goes in where its record is as it was, beside it where it is not, and is lost nowhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import (
    PASSPHRASE,
    TODAY,
    Clock,
    a_case,
    a_choice,
    a_contact,
    a_contact_draft,
    a_journal,
    a_summary,
    an_agreement,
    an_option,
    an_organisation,
    at_clock,
    reopened,
)
from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.case import CaseDraft, Phase
from vpjournal.domain.contact import FirstContact
from vpjournal.domain.guidance import (
    AgreementDraft,
    AgreementKind,
    ChoiceDraft,
    ChoiceKind,
    ClosureDraft,
    Doer,
    FollowUp,
    Goals,
    RoleCheckDraft,
)
from vpjournal.domain.identifying import OwnList
from vpjournal.domain.ids import CaseId, RoleCheckId
from vpjournal.domain.language import Texts
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.summary import SummaryDraft
from vpjournal.domain.text import NOTE_LIMIT
from vpjournal.domain.unsaved import Home, Kind, SheetLines, TakenIn, Unsaved, words
from vpjournal.domain.views import BinKind
from vpjournal.errors import DiskFull, Gone, WrongPassphrase
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.journal.places import drafts_folder


@pytest.fixture(autouse=True)
def _no_drafts_of_others() -> Iterator[None]:
    yield
    for path in drafts_folder().glob("*"):
        path.unlink()


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal)


def sealed(journal: Journal, home: Home, draft: object) -> Unsaved:
    """Seal a text as the window does, which asked for the stamp when the first key was pressed."""
    text = Unsaved(home, draft, journal.drafts.stamp(home))
    journal.drafts.seal([text])
    return text


def files() -> list[Path]:
    return list(drafts_folder().glob("*"))


def note(journal: Journal, case: CaseId) -> Home:
    return Home(Kind.NOTE, case, a_contact(journal, case, note="zoals het was"))


def text_of(journal: Journal, home: Home) -> str:
    return str(journal.drafts._homes.read(home))


# Where the record is as it was


def homes(journal: Journal) -> dict[Kind, tuple[Home, object]]:
    """One record of each kind, and another draft for it."""
    case = a_case(journal, first=a_contact_draft())
    check = journal.role_checks.record(case, RoleCheckDraft(Phase.CHOICE, TODAY)).new
    goals, closure = Goals(needs="rust"), ClosureDraft(words="het is goed zo")
    new_case = FirstContact(CaseDraft("Merel-47", "vlinder", about="de sfeer"), a_contact_draft())
    agreement = AgreementDraft(AgreementKind.ACTION, Doer.ADVISER, "brief lezen, samen")
    return {
        Kind.NOTE: (note(journal, case), "en daarna"),
        Kind.CASE: (Home(Kind.CASE, case), new_case),
        Kind.ROLE_CHECK: (
            Home(Kind.ROLE_CHECK, case, RoleCheckId(check or 0)),
            RoleCheckDraft(Phase.CHOICE, TODAY, words="overleg"),
        ),
        Kind.GOALS: (Home(Kind.GOALS, case), goals),
        Kind.OPTION: (Home(Kind.OPTION, case, an_option(journal, case)), OptionDraft(BoardText("Brief"), says="ja")),
        Kind.CHOICE: (Home(Kind.CHOICE, case, a_choice(journal, case)), ChoiceDraft(ChoiceKind.STEP, TODAY, "wachten")),
        Kind.AGREEMENT: (Home(Kind.AGREEMENT, case, an_agreement(journal, case)), agreement),
        Kind.FOLLOW_UP: (Home(Kind.FOLLOW_UP, case), FollowUp(how="bellen")),
        Kind.SUMMARY: (Home(Kind.SUMMARY, case, a_summary(journal, case)), SummaryDraft("U wilt rust.")),
        Kind.CLOSURE: (Home(Kind.CLOSURE, case), closure),
        Kind.ORGANISATION: (
            Home(Kind.ORGANISATION, None, an_organisation(journal)),
            OrganisationDraft("Het Nest", remarks="de portier weet het"),
        ),
        Kind.CONTACT_LINE: (Home(Kind.CONTACT_LINE), "bel gerust"),
        Kind.SHEET_LINES: (Home(Kind.SHEET_LINES), SheetLines("bel gerust", "bij de vereniging", "na een jaar")),
        Kind.OWN_LIST: (
            Home(Kind.OWN_LIST, None, an_organisation(journal, "Elders")),
            OwnList("Bo\nJonna", sites="Duinpan"),
        ),
    }


@pytest.mark.parametrize("kind", Kind)
def test_it_goes_in_as_if_it_had_been_saved(journal: Journal, dutch: Texts, clock: Clock, kind: Kind) -> None:
    home, draft = homes(journal)[kind]
    sealed(journal, home, draft)
    again = reopened(journal, clock=clock)
    assert len(files()) == 1
    taken = again.drafts.take_in(dutch)
    assert (taken.saved, taken.as_notes, taken.waiting, taken.fault) == ((home,), (), 0, None)
    assert again.drafts._homes.read(home) == draft
    assert taken.changes.areas
    assert files() == []
    assert not again.drafts.take_in(dutch)
    again.close()


def test_what_has_no_record_yet_gets_one(journal: Journal, case: CaseId, dutch: Texts) -> None:
    journal.drafts.seal(
        [
            Unsaved(Home(Kind.CASE), FirstContact(CaseDraft("Ekster-12", about="de sfeer"), a_contact_draft())),
            Unsaved(Home(Kind.ROLE_CHECK, case), RoleCheckDraft(Phase.CHOICE, TODAY, words="overleg")),
            Unsaved(Home(Kind.OPTION, case), OptionDraft(BoardText("Brief"))),
            Unsaved(Home(Kind.CHOICE, case), ChoiceDraft(ChoiceKind.STEP, TODAY, "wachten")),
            Unsaved(Home(Kind.AGREEMENT, case), AgreementDraft(AgreementKind.ACTION, Doer.TOGETHER, "brief lezen")),
            Unsaved(Home(Kind.ORGANISATION), OrganisationDraft("Het Nest")),
        ]
    )
    taken = journal.drafts.take_in(dutch)
    assert (len(taken.saved), taken.waiting, taken.fault) == (6, 0, None)
    assert len(journal.cases.list()) == 2
    assert journal.role_checks.list(case)[0].draft.words == "overleg"
    assert journal.board.read(case).options[0].draft.title.text == "Brief"
    assert journal.choices.list(case)[0].draft.words == "wachten"
    assert journal.agreements.list(case)[0].draft.what == "brief lezen"
    assert journal.organisations.list()[0].name == "Het Nest"
    assert files() == []


def test_a_text_that_was_saved_after_all_changes_nothing(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = Home(Kind.GOALS, case)
    sealed(journal, home, Goals(needs="rust"))
    journal.goals.save(case, Goals(needs="rust"))
    taken = journal.drafts.take_in(dutch)
    assert (taken.saved, taken.changes.areas) == ((home,), frozenset())
    assert files() == []


def test_a_case_in_the_bin_takes_it_too(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    sealed(journal, home, "en daarna")
    journal.cases.remove(case)
    assert journal.drafts.take_in(dutch).saved == (home,)
    assert text_of(journal, home) == "en daarna"


# Where it is not


def changes_meanwhile(journal: Journal, home: Home) -> Callable[[], object]:
    case = home.case or CaseId(0)
    return {
        Kind.NOTE: lambda: journal.notes.save(home.record, "van een ander"),
        Kind.GOALS: lambda: journal.goals.save(case, Goals(needs="van een ander")),
        Kind.OPTION: lambda: journal.board.change(home.record, OptionDraft(BoardText("van een ander"))),
        Kind.CLOSURE: lambda: journal.closure.save(case, ClosureDraft(words="van een ander")),
        Kind.CHOICE: lambda: journal.choices.remove(home.record),
    }[home.kind]


@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.GOALS, Kind.OPTION, Kind.CLOSURE, Kind.CHOICE])
def test_what_changed_meanwhile_is_not_overwritten(journal: Journal, dutch: Texts, kind: Kind) -> None:
    home, draft = homes(journal)[kind]
    sealed(journal, home, draft)
    changes_meanwhile(journal, home)()
    before = journal.drafts._homes.read(home)
    known = {each.id for each in journal.contacts.list(home.case or CaseId(0))}
    taken = journal.drafts.take_in(dutch)
    assert (taken.saved, taken.as_notes, taken.waiting) == ((), (home,), 0)
    assert journal.drafts._homes.read(home) == before
    (added,) = [each for each in journal.contacts.list(home.case or CaseId(0)) if each.id not in known]
    written = journal.notes.read(added.id).text
    assert all(text in written for text in words(draft))
    assert written.startswith("Deze tekst kon niet terug op zijn eigen plek (")
    assert files() == []


def test_without_a_stamp_nothing_is_overwritten(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    journal.drafts.seal([Unsaved(home, "en daarna")])
    assert journal.drafts.take_in(dutch).as_notes == (home,)
    assert text_of(journal, home) == "zoals het was"


def test_a_note_that_was_finished_keeps_its_words(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    sealed(journal, home, "en daarna")
    journal.notes.finish(home.record)  # type: ignore[arg-type]  # It is the contact's number.
    assert journal.drafts.take_in(dutch).as_notes == (home,)
    first, second = journal.contacts.list(case)
    assert replace(second.details) == first.details
    assert text_of(journal, home) == "zoals het was"


def test_what_has_no_case_any_more_waits_for_the_adviser(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    sealed(journal, home, "een ongebruikelijk woord")
    taken = journal.drafts.take_in(dutch)
    assert (taken.saved, taken.as_notes, taken.waiting) == ((), (), 1)
    (waiting,) = journal.drafts.waiting()
    assert (waiting.kind, waiting.code, waiting.words) == (Kind.NOTE, "", ("een ongebruikelijk woord",))
    journal.drafts.discard(waiting.name)
    assert (files(), journal.drafts.waiting()) == ([], ())


def test_what_waits_for_a_case_goes_with_it_when_it_is_destroyed(journal: Journal, case: CaseId) -> None:
    other = a_case(journal, "Ekster-12")
    sealed(journal, note(journal, case), "een ongebruikelijk woord")
    sealed(journal, Home(Kind.GOALS, case), Goals(needs="rust"))
    sealed(journal, Home(Kind.GOALS, other), Goals(needs="rust"))
    journal.contacts.remove(a_contact(journal, case))
    journal.bin.empty()
    journal.cases.remove(case)
    assert len(files()) == 3
    journal.bin.empty()
    (waiting,) = journal.drafts.waiting()
    assert waiting.code == "Ekster-12"
    journal.cases.remove(other)
    journal.bin.destroy(BinKind.CASE, other)
    assert files() == []


def test_what_no_record_takes_waits(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    sealed(journal, home, "a" * (NOTE_LIMIT + 1))
    sealed(journal, Home(Kind.ORGANISATION), OrganisationDraft("", remarks="zonder naam"))
    assert journal.drafts.take_in(dutch).waiting == 2
    assert {(each.kind, each.code) for each in journal.drafts.waiting()} == {
        (Kind.NOTE, "Merel-47"),
        (Kind.ORGANISATION, ""),
    }


def test_wiping_a_text_that_changed_meanwhile_is_nothing_to_keep(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    sealed(journal, home, "")
    journal.notes.save(home.record, "van een ander")  # type: ignore[arg-type]  # It is the contact's number.
    assert not journal.drafts.take_in(dutch)
    assert len(journal.contacts.list(case)) == 1
    assert files() == []


# Whatever goes wrong


def test_a_full_disk_leaves_it_sealed_for_later(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    sealed(journal, home, "en daarna " * 2000)
    journal._database._connection.execute("PRAGMA max_page_count = 1").fetchone()
    taken = journal.drafts.take_in(dutch)
    assert (taken.saved, type(taken.fault)) == ((), DiskFull)
    assert len(files()) == 1
    assert text_of(journal, home) == "zoals het was"
    journal._database._connection.execute("PRAGMA max_page_count = 1000000").fetchone()
    assert journal.drafts.take_in(dutch).saved == (home,)
    assert files() == []


def test_being_killed_between_taking_in_and_removing_makes_no_second_one(
    journal: Journal, case: CaseId, dutch: Texts
) -> None:
    sealed(journal, Home(Kind.CHOICE, case), ChoiceDraft(ChoiceKind.STEP, TODAY, "wachten"))
    (path,) = files()
    kept = path.read_bytes()
    journal.drafts.take_in(dutch)
    path.write_bytes(kept)
    assert not journal.drafts.take_in(dutch).changes.areas
    assert len(journal.choices.list(case)) == 1
    assert files() == []


def test_sealing_is_of_all_or_none(journal: Journal, case: CaseId) -> None:
    good = Unsaved(Home(Kind.GOALS, case), Goals(needs="rust"))
    with pytest.raises(TypeError):
        journal.drafts.seal([good, Unsaved(Home(Kind.GOALS, case), object())])
    assert files() == []


def test_a_spoilt_text_is_told_and_spoils_nothing(journal: Journal, case: CaseId, dutch: Texts) -> None:
    home = note(journal, case)
    sealed(journal, home, "en daarna")
    (path,) = files()
    spoilt = bytearray(path.read_bytes())
    spoilt[-1] ^= 1
    path.write_bytes(spoilt)
    assert journal.drafts.take_in(dutch) == TakenIn(waiting=1)
    (waiting,) = journal.drafts.waiting()
    assert not waiting.readable
    assert text_of(journal, home) == "zoals het was"


def test_another_journal_leaves_it_alone(journal: Journal, case: CaseId, dutch: Texts, tmp_path: Path) -> None:
    sealed(journal, note(journal, case), "en daarna")
    other = a_journal(tmp_path, name="Ander")
    assert not other.drafts.take_in(dutch)
    assert other.drafts.waiting() == ()
    other.close()
    assert len(files()) == 1


def test_it_survives_another_passphrase(journal: Journal, case: CaseId, dutch: Texts, clock: Clock) -> None:
    home = note(journal, case)
    sealed(journal, home, "en daarna")
    folder, new = journal._unlocked.folder, "wolk tafel rivier lantaarn mosterd anker"
    journal.keys.change_passphrase(PASSPHRASE, new, profile=CHEAPEST)
    journal.close()
    with pytest.raises(WrongPassphrase):
        open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    again = at_clock(open_journal(folder, new, floor=CHEAPEST), clock)
    assert again.drafts.take_in(dutch).saved == (home,)
    assert files() == []
    again.close()


def test_being_killed_while_the_keys_change_loses_nothing(
    journal: Journal, case: CaseId, dutch: Texts, clock: Clock
) -> None:
    home = note(journal, case)
    sealed(journal, home, "en daarna")
    (path,) = files()
    kept = path.read_bytes()
    journal.keys.change_passphrase(PASSPHRASE, PASSPHRASE, profile=CHEAPEST)
    assert path.read_bytes() != kept
    # As it is when the process ends before it comes to the sealed texts, or seals one at that very moment.
    path.write_bytes(kept)
    again = reopened(journal, clock=clock)
    assert again.drafts.take_in(dutch).saved == (home,)
    assert files() == []
    again.close()


def test_what_a_much_earlier_key_sealed_waits_unread(journal: Journal, case: CaseId, dutch: Texts) -> None:
    sealed(journal, note(journal, case), "en daarna")
    (path,) = files()
    kept = path.read_bytes()
    for _time in range(4):
        journal.keys.change_passphrase(PASSPHRASE, PASSPHRASE, profile=CHEAPEST)
    path.write_bytes(kept)
    assert journal.drafts.take_in(dutch).waiting == 1
    assert not journal.drafts.waiting()[0].readable


def test_there_is_no_stamp_of_what_is_not_there(journal: Journal, case: CaseId) -> None:
    assert journal.drafts.stamp(Home(Kind.NOTE, case, 5)) == ""
    assert journal.drafts.stamp(Home(Kind.GOALS, CaseId(5))) == ""
    assert journal.drafts.stamp(Home(Kind.CHOICE, case)) == ""
    assert journal.drafts.stamp(Home(Kind.GOALS, case)) != ""


def test_a_step_of_another_use_case_is_undone_with_it(journal: Journal, case: CaseId) -> None:
    def both() -> None:
        with journal._database.transaction():
            journal.goals.save(case, Goals(needs="rust"))
            raise Gone

    with pytest.raises(Gone):
        both()
    assert journal.goals.read(case) == Goals()
