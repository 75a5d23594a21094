"""Replacing a name in a case: what is told beforehand, what ends by it, and what is given back when it is undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import (
    a_case,
    a_choice,
    a_contact,
    a_full_case,
    a_summary,
    an_agreement,
    an_approval,
    an_option,
    an_organisation,
    everything,
    let_out,
    reopened,
)
from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.case import CaseDraft, Phase
from vpjournal.domain.changes import Area
from vpjournal.domain.gate import Reason
from vpjournal.domain.identifying import Kind, OwnWord
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language, Texts
from vpjournal.domain.register import Way
from vpjournal.domain.replacing import Found, ReplacePlan, Where
from vpjournal.domain.summary import Recipient, SummaryState
from vpjournal.domain.unsaved import Home, Unsaved
from vpjournal.domain.unsaved import Kind as UnsavedKind
from vpjournal.domain.views import BinKind, PaperWishes
from vpjournal.errors import (
    Cancelled,
    DiskFull,
    FieldMissing,
    Gone,
    JournalDamaged,
    NameStays,
    NotApproved,
    TextTooLong,
)
from vpjournal.journal import gate
from vpjournal.journal.facade import Journal
from vpjournal.journal.places import drafts_folder
from vpjournal.journal.replacing import parts_of
from vpjournal.storage import index
from vpjournal.storage.texts import digest

NAME, ROLE = "Zwanepolder", "collega A"
DUTCH = Texts(Language.DUTCH)


@pytest.fixture(autouse=True)
def _no_drafts_of_others() -> Iterator[None]:
    yield
    for path in drafts_folder().glob("*"):
        path.unlink()


def plan_of(journal: Journal, case: CaseId, *names: str, by: str = ROLE) -> ReplacePlan:
    return journal.replacing.preview(case, names or (NAME,), by)


def replaced(journal: Journal, case: CaseId, *names: str, by: str = ROLE) -> int:
    return journal.replacing.replace(plan_of(journal, case, *names, by=by), DUTCH).texts


def test_a_plan_says_what_it_touches_and_touches_nothing(journal: Journal) -> None:
    case = a_case(journal, about=f"{NAME} roept")
    a_contact(journal, case, note=f"{NAME} riep weer.\n{NAME}s stem is hard.")
    done = a_contact(journal, case, Phase.CHOICE, note=f"Met {NAME}.")
    journal.notes.finish(done)
    gone = an_option(journal, case, f"Met {NAME} praten")
    journal.board.remove(gone)
    journal.identifiers.say_not_a_name(NAME, case)
    before = everything(journal)
    plan = plan_of(journal, case)
    assert set(plan.found) == {
        Found(Where.FIRST_CONTACT, 1, 1),
        Found(Where.NOTES, 2, 3),
        Found(Where.BIN, 1, 1),
        Found(Where.NOT_NAMES, 1, 1),
    }
    assert (plan.finished, plan.in_word, plan.in_code, plan.on_list) == (1, False, False, False)
    assert everything(journal) == before
    assert NAME not in repr(plan)
    assert ROLE not in repr(plan)


def test_the_word_of_recognition_and_the_own_list_stay_and_that_is_said(journal: Journal) -> None:
    case = a_case(journal, word=f"bij {NAME}", about=NAME, organisation=an_organisation(journal))
    journal.identifiers.set_own_words(an_organisation(journal, "Elders"), [OwnWord(f"Bo {NAME}", Kind.PERSON)])
    plan = plan_of(journal, case)
    assert (plan.in_word, plan.in_code, plan.on_list) == (True, False, True)
    journal.replacing.replace(plan, DUTCH)
    assert journal.cases.view(case).case.details == CaseDraft(
        "Merel-47",
        word=f"bij {NAME}",
        about="Collega A",
        organisation=journal.cases.view(case).case.details.organisation,
    )


def test_all_ways_to_say_a_name_go_the_longest_first(journal: Journal) -> None:
    case = a_case(journal)
    note = a_contact(journal, case, note="Noor Zwanepolder zei: noor is boos. Mevrouw Zwanepolder knikt.")
    assert replaced(journal, case, "Noor", "Zwanepolder", "Noor Zwanepolder") == 1
    assert journal.notes.read(note).text == "Collega A zei: collega A is boos. Collega A knikt."


@pytest.mark.parametrize(
    ("names", "by", "error"),
    [
        ((), ROLE, FieldMissing),
        ((" … ",), ROLE, FieldMissing),
        ((NAME,), f"de {NAME.lower()}", NameStays),
        (("x" * 201,), ROLE, TextTooLong),
        ((NAME,), "y" * 201, TextTooLong),
    ],
)
def test_what_cannot_be_replaced_is_refused(
    journal: Journal, names: tuple[str, ...], by: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        journal.replacing.preview(a_case(journal), names, by)


@pytest.mark.parametrize("name", ["Bo", "iemand", "de ander"])
def test_where_a_name_stands_is_told_before_it_is_known_by_what(journal: Journal, name: str) -> None:
    case = a_case(journal, about=f"{name} en nog eens {name}")
    plan = journal.replacing.preview(case, (name,), " ")
    assert (plan.times, plan.replacement) == (2, "")
    with pytest.raises(FieldMissing):
        journal.replacing.replace(plan, DUTCH)


def test_nothing_is_replaced_in_a_case_that_is_gone(journal: Journal) -> None:
    case = a_case(journal, about=NAME)
    plan = plan_of(journal, case)
    journal.cases.remove(case)
    for use_case in (lambda: plan_of(journal, case), lambda: journal.replacing.replace(plan, DUTCH)):
        with pytest.raises(Gone):
            use_case()


def test_another_case_keeps_its_words(journal: Journal) -> None:
    case, other = a_case(journal, about=NAME), a_case(journal, "Linde-23", about=NAME)
    replaced(journal, case)
    assert journal.cases.view(other).case.details.about == NAME
    assert [hit.case for hit in journal.search.find(NAME)] == [other]
    assert [hit.case for hit in journal.search.find("collega")] == [case]


def test_the_next_step_in_the_list_of_cases_goes_along(journal: Journal) -> None:
    case = a_case(journal)
    an_agreement(journal, case, f"{NAME} bellen")
    assert plan_of(journal, case).texts == 1
    changes = journal.replacing.replace(plan_of(journal, case), DUTCH).changes
    assert changes.touches(Area.AGREEMENTS, case=case)
    assert changes.touches(Area.CASES, case=case)
    assert journal.cases.list()[0].next_step == "Collega A bellen"


def test_a_finished_note_says_that_a_name_was_replaced_and_an_unfinished_one_does_not(journal: Journal) -> None:
    case = a_case(journal)
    notes = [a_contact(journal, case, phase, note=f"Met {NAME}.\n") for phase in (Phase.CHOICE, Phase.FOLLOW_UP)]
    journal.notes.finish(notes[0])
    replaced(journal, case)
    assert journal.notes.read(notes[0]).text == (
        "Met collega A.\n\nOp 18 november 2026 is hier een naam vervangen door ‘collega A’."
    )
    assert journal.notes.read(notes[1]).text == "Met collega A.\n"
    journal.replacing.undo(case)
    assert journal.notes.read(notes[0]).text == f"Met {NAME}.\n"


def test_a_library_text_that_was_changed_is_the_advisers_own(journal: Journal) -> None:
    case = a_case(journal)
    option = an_option(journal, case)
    journal.board.change(
        option, OptionDraft(BoardText(f"Met {NAME}", "step-1"), who_knows=BoardText("niemand", "step-1-knows"))
    )
    replaced(journal, case)
    (found,) = journal.board.read(case).options
    assert (found.draft.title, found.draft.who_knows) == (
        BoardText("Met collega A"),
        BoardText("niemand", "step-1-knows"),
    )


def test_a_role_is_proposed_that_the_case_does_not_have_yet(journal: Journal) -> None:
    case = a_case(journal, about="collega A is boos")
    a_contact(journal, case, note=f"Mijn manager {NAME} riep.")
    assert journal.replacing.proposals(case, NAME)[0] == "leidinggevende A"
    assert "collega B" in journal.replacing.proposals(case, NAME)
    assert "collega B" in journal.replacing.proposals(case, "staat hier niet")
    assert journal.replacing.proposals(case, "voorbeeldstraat 4", Kind.ADDRESS) == ("een adres",)


def test_a_person_is_called_by_parts_of_a_name_too() -> None:
    assert parts_of("Mevrouw Noor van der Zwanepolder-Bos") == ("Noor", "Zwanepolder-Bos")
    assert parts_of("Noor") == ()
    assert parts_of("  ") == ()


@pytest.fixture
def approved_case(journal: Journal) -> tuple[CaseId, int]:
    case = a_case(journal)
    summary = a_summary(journal, case, f"{NAME} moet ophouden.", recipient=Recipient.MANAGER, why_not_self="liever zo")
    an_approval(journal, summary)
    return case, summary


def test_an_approval_ends_visibly_and_its_copy_does_not_keep_the_name(
    journal: Journal, approved_case: tuple[CaseId, int]
) -> None:
    case, number = approved_case
    (summary,) = journal.summaries.list(case)
    order = journal.papers.summary(summary.id)
    plan = plan_of(journal, case)
    assert [(each.summary, each.recipient, each.day) for each in plan.lapsing] == [
        (number, Recipient.MANAGER, summary.approvals[0].day)
    ]
    journal.replacing.replace(plan, DUTCH)
    (after,) = journal.summaries.list(case)
    assert (after.state, after.approval) == (SummaryState.VOID, None)
    assert after.lapsed is not None
    assert after.lapsed.reworded
    assert after.lapsed.approved.text == "Collega A moet ophouden."
    for leaving in (lambda: journal.papers.summary(summary.id), lambda: let_out(journal, order)):
        with pytest.raises(NotApproved):
            leaving()


def test_typing_the_name_back_does_not_bring_an_approval_back(
    journal: Journal, approved_case: tuple[CaseId, int]
) -> None:
    case, _ = approved_case
    (summary,) = journal.summaries.list(case)
    replaced(journal, case)
    journal.summaries.change(summary.id, summary.draft)
    (after,) = journal.summaries.list(case)
    assert after.fingerprint == after.approvals[0].fingerprint
    assert after.state is SummaryState.VOID
    with pytest.raises(NotApproved):
        journal.papers.summary(summary.id)
    an_approval(journal, summary.id)
    assert journal.papers.summary(summary.id).slip.fingerprint == after.fingerprint
    assert len(journal.summaries.list(case)[0].approvals) == 2


def test_undoing_lets_an_approval_hold_again(journal: Journal, approved_case: tuple[CaseId, int]) -> None:
    case, _ = approved_case
    before = journal.summaries.list(case)
    replaced(journal, case)
    journal.replacing.undo(case)
    assert journal.summaries.list(case) == before
    assert before[0].state is SummaryState.APPROVED


def test_why_the_reporter_does_not_go_is_no_part_of_what_was_approved(journal: Journal) -> None:
    case = a_case(journal)
    an_approval(journal, a_summary(journal, case, recipient=Recipient.HR, why_not_self=f"bang voor {NAME}"))
    assert plan_of(journal, case).lapsing == ()
    replaced(journal, case)
    assert journal.summaries.list(case)[0].state is SummaryState.APPROVED


def test_a_file_name_that_holds_the_name_is_let_go_of_and_told(journal: Journal) -> None:
    case = a_case(journal)
    an_option(journal, case)
    order = journal.papers.options_overview(case, PaperWishes("nl"))
    let_out(journal, order, Way.FILE, place=str(Path("/stick") / f"voor-{NAME}-af.pdf"))
    let_out(journal, order, Way.FILE, place=str(Path("/stick") / "voor de melder.pdf"))
    plan = plan_of(journal, case)
    assert (plan.in_file_names, plan.texts) == (1, 1)
    journal.replacing.replace(plan, DUTCH)
    assert {entry.place for entry in journal.register.of_case(case)} == {
        str(Path("/stick")),
        str(Path("/stick") / "voor de melder.pdf"),
    }


def test_words_that_are_no_names_go_when_they_hold_it(journal: Journal) -> None:
    case, other = a_case(journal, about=NAME), a_case(journal, "Linde-23")
    for word, where in ((NAME, case), (f"Bo {NAME}", None), (NAME, other), ("Roos", None)):
        journal.identifiers.say_not_a_name(word, where)
    before = journal.identifiers.not_names()
    assert replaced(journal, case) == 1
    assert [(each.word, each.case) for each in journal.identifiers.not_names()] == [("Roos", None), (NAME, other)]
    journal.replacing.undo(case)
    assert journal.identifiers.not_names() == before


@pytest.mark.parametrize("reason", [Reason.NEEDED, Reason.OTHER])
def test_that_it_may_stay_somewhere_is_forgotten_too(journal: Journal, reason: Reason) -> None:
    case = a_case(journal)
    mail = "kok@voorbeeld.example"
    summary = a_summary(journal, case, f"Mail naar {mail}.", recipient=Recipient.HR, why_not_self="liever zo")
    (point,) = gate.look(journal.gate.summary(summary)).points
    journal.gate.accept(point, journal.gate.summary(summary), reason, f"{mail} staat er al")
    before = everything(journal)
    done = journal.replacing.replace(plan_of(journal, case, mail, by="een e-mailadres"), DUTCH)
    assert done.changes.touches(Area.ACCEPTED, Area.SUMMARIES, case=case)
    assert gate.look(journal.gate.summary(summary)).points == ()
    assert not any(row[0] in ("accepted", "accepted_text") for row in everything(journal))
    journal.replacing.undo(case)
    assert everything(journal) == before
    assert gate.look(journal.gate.summary(summary)).open == ()


def test_of_a_case_that_was_destroyed_since_nothing_is_undone(journal: Journal) -> None:
    case = a_case(journal, about=NAME)
    journal.identifiers.say_not_a_name(NAME, case)
    replaced(journal, case)
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    undone = journal.replacing.undo(case)
    assert (undone.texts, undone.left, journal.replacing.undoable(case)) == (0, 1, 0)


def test_backups_of_before_are_to_be_renewed(journal: Journal, tmp_path: Path) -> None:
    case = a_case(journal, about=NAME)
    (tmp_path / "stick").mkdir()
    journal.backups.record(journal.backups.prepare(tmp_path / "stick").run())
    assert plan_of(journal, case).backups == 1
    assert journal.backups.state().to_renew == ()
    done = journal.replacing.replace(plan_of(journal, case), DUTCH)
    assert done.backups == 1
    assert done.changes.touches(Area.BACKUPS)
    assert len(journal.backups.state().to_renew) == 1


def test_replacing_nothing_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    case = a_case(journal, about="niets")
    (tmp_path / "stick").mkdir()
    journal.backups.record(journal.backups.prepare(tmp_path / "stick").run())
    done = journal.replacing.replace(plan_of(journal, case), DUTCH)
    assert (done.texts, done.changes.areas, journal.replacing.undoable(case)) == (0, frozenset(), 0)
    assert journal.backups.state().to_renew == ()
    assert journal.replacing.undo(case).texts == 0


def test_undoing_gives_everything_back_as_it_was(journal: Journal) -> None:
    case = a_full_case(journal, "Merel-47", f"toen zei {NAME} weer dat het zo moest")
    journal.board.remove(an_option(journal, case, NAME))
    before, found = everything(journal), journal.search.find(NAME, limit=99)
    changed = replaced(journal, case)
    assert changed == journal.replacing.undoable(case) > 20
    assert journal.search.find(NAME) == ()
    undone = journal.replacing.undo(case)
    assert (undone.texts, undone.left) == (changed, 0)
    assert everything(journal) == before
    assert {(hit.kind, hit.record) for hit in journal.search.find(NAME, limit=99)} == {
        (hit.kind, hit.record) for hit in found
    }
    assert (journal.replacing.undoable(case), journal.replacing.undo(case).texts) == (0, 0)


def test_what_was_changed_since_stays_when_undoing(journal: Journal) -> None:
    case = a_case(journal, about=NAME)
    note, later = (a_contact(journal, case, phase, note=NAME) for phase in (Phase.CHOICE, Phase.FOLLOW_UP))
    choice = a_choice(journal, case, NAME)
    replaced(journal, case)
    journal.notes.save(note, "Collega A. En nog iets.")
    journal.choices.remove(choice)
    journal.bin.destroy(BinKind.CHOICE, choice)
    undone = journal.replacing.undo(case)
    assert (undone.texts, undone.left) == (2, 2)
    assert journal.notes.read(note).text == "Collega A. En nog iets."
    assert journal.notes.read(later).text == NAME


def test_the_last_replacing_is_undone_first(journal: Journal) -> None:
    case = a_case(journal, about="Noor en Bo")
    replaced(journal, case, "Noor")
    replaced(journal, case, "Bo", by="collega B")
    assert journal.cases.view(case).case.details.about == "Collega A en collega B"
    journal.replacing.undo(case)
    assert journal.cases.view(case).case.details.about == "Collega A en Bo"
    journal.replacing.undo(case)
    assert journal.cases.view(case).case.details.about == "Noor en Bo"


def test_closing_ends_undoing(journal: Journal) -> None:
    case = a_case(journal, about=NAME)
    replaced(journal, case)
    again = reopened(journal)
    assert again.replacing.undoable(case) == 0
    again.close()


def _waiting(journal: Journal, case: CaseId, text: str) -> None:
    note = a_contact(journal, case, note="ander")
    journal.notes.finish(note)
    journal.drafts.seal([Unsaved(Home(UnsavedKind.NOTE, case, note), text)])


def test_what_waits_sealed_outside_goes_along(journal: Journal) -> None:
    case, other = a_case(journal), a_case(journal, "Linde-23")
    _waiting(journal, case, f"nog met {NAME}")
    _waiting(journal, other, f"ook met {NAME}")
    assert plan_of(journal, case).found == (Found(Where.WAITING, 1, 1),)
    assert replaced(journal, case) == 1
    assert {waiting.words for waiting in journal.drafts.waiting()} == {("nog met collega A",), (f"ook met {NAME}",)}
    assert journal.replacing.undo(case).texts == 1
    assert {waiting.words for waiting in journal.drafts.waiting()} == {(f"nog met {NAME}",), (f"ook met {NAME}",)}


def test_what_waits_still_fits_its_record(journal: Journal) -> None:
    case = a_case(journal)
    note = a_contact(journal, case, note=f"met {NAME}")
    home = Home(UnsavedKind.NOTE, case, note)
    journal.drafts.seal([Unsaved(home, f"met {NAME} erbij", journal.drafts.stamp(home))])
    replaced(journal, case)
    journal.drafts.take_in(DUTCH)
    assert journal.notes.read(note).text == "met collega A erbij"
    assert len(journal.cases.view(case).contacts) == 1


@pytest.mark.parametrize("error", [DiskFull, Cancelled])
def test_what_fails_on_the_way_changes_nothing_inside_or_outside(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    case = a_case(journal, about=NAME)
    _waiting(journal, case, f"nog met {NAME}")
    before, plan = everything(journal), plan_of(journal, case)

    def fail(*_given: object, **_more: object) -> None:
        raise error

    monkeypatch.setattr(index, "optimize", fail)
    with pytest.raises(error):
        journal.replacing.replace(plan, DUTCH)
    assert everything(journal) == before
    assert journal.drafts.waiting()[0].words == (f"nog met {NAME}",)
    assert journal.replacing.undoable(case) == 0


def test_a_text_that_would_grow_too_long_is_refused_whole(journal: Journal) -> None:
    case = a_case(journal, about="Bo")
    journal.goals.save(case, journal.goals.read(case).__class__(needs="Bo " * 60_000))
    with pytest.raises(TextTooLong):
        plan_of(journal, case, "Bo", by="collega A van het andere team")
    assert journal.cases.view(case).case.details.about == "Bo"


def test_a_damaged_text_is_left_alone_and_told(journal: Journal) -> None:
    case = a_case(journal, about=NAME)
    note = a_contact(journal, case, note=NAME)
    with journal._database.transaction():
        journal._database.execute("UPDATE note SET digest = ? WHERE contact_id = ?", (digest("x"), note))
    with pytest.raises(JournalDamaged):
        plan_of(journal, case)
    assert journal.cases.view(case).case.details.about == NAME
