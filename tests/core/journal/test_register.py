"""Only what is approved at that moment leaves, and the register tells what did: for any order of what people do."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.builders import (
    PASSPHRASE,
    TODAY,
    Clock,
    a_case,
    a_summary,
    all_gone,
    an_approval,
    an_option,
    at_clock,
    let_out,
    new,
)
from tests.core.documents.papers import words
from vpjournal.domain.case import Asked
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.ids import CaseId, HandedOutId, SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.register import HandedOut, Leaving, Outcome, Outgoing, PaperKind, Verdict, Way
from vpjournal.domain.summary import Recipient, SummaryDraft, SummaryState
from vpjournal.domain.timeline import EventKind
from vpjournal.domain.views import BinKind, PaperWishes, SheetWishes
from vpjournal.errors import FingerprintMistyped, Gone, NotAPaper, NotApproved, PaperLocked
from vpjournal.journal import papers
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal

PRINT = Leaving(Way.PRINTED)


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal)


@pytest.fixture
def summary(journal: Journal, case: CaseId) -> SummaryId:
    return a_summary(journal, case)


def edit(journal: Journal, summary: SummaryId, text: str) -> None:
    journal.summaries.change(summary, replace(journal.summaries.get(summary).draft, text=text))


def only_entry(journal: Journal) -> HandedOut:
    (entry,) = journal.register.list()
    return entry


def test_what_left_stands_in_the_register_and_on_the_timeline(
    journal: Journal, case: CaseId, summary: SummaryId, tmp_path: Path
) -> None:
    approval = an_approval(journal, summary)
    place = str(tmp_path / "Samenvatting.pdf")
    entry = let_out(journal, journal.papers.summary(summary), Way.FILE, protected=True, place=place)
    found = only_entry(journal)
    assert found == HandedOut(
        id=entry,
        case=case,
        code="Merel-47",
        phase=journal.summaries.get(summary).phase,
        kind=PaperKind.SUMMARY,
        recipient=Recipient.REPORTER,
        purpose="om na te lezen en te bewaren",
        fingerprint=journal.summaries.get(summary).fingerprint,
        approval=approval,
        way=Way.FILE,
        outcome=Outcome.DONE,
        protected=True,
        place=place,
        day=TODAY,
        afterwards=Asked.NOT_ASKED,
    )
    assert journal.register.of_case(case) == journal.register.of_approval(approval) == (found,)
    events = journal.cases.view(case).events
    assert [(event.kind, event.paper) for event in events] == [
        (EventKind.APPROVED, None),
        (EventKind.PAPER, PaperKind.SUMMARY),
    ]
    assert "Merel" not in repr(replace(found, code=""))
    assert "Samenvatting.pdf" not in repr(found)


def test_whether_it_was_given_or_removed_is_answered_later(journal: Journal, summary: SummaryId) -> None:
    an_approval(journal, summary)
    entry = let_out(journal, journal.papers.summary(summary))
    journal.register.set_afterwards(entry, Asked.YES)
    assert only_entry(journal).afterwards is Asked.YES


def test_what_was_cut_off_stays_unsure_and_what_never_left_goes(journal: Journal, summary: SummaryId) -> None:
    an_approval(journal, summary)
    outgoing = papers.make(journal.papers.summary(summary))
    cut_off = HandedOutId(new(journal.register.begin(outgoing, PRINT)))
    assert only_entry(journal).outcome is Outcome.UNSURE
    assert journal.cases.view(journal.summaries.get(summary).case).events[-1].kind is EventKind.APPROVED
    journal.register.finish(cut_off, Outcome.PARTLY)
    journal.register.cancel(cut_off)
    assert only_entry(journal).outcome is Outcome.PARTLY
    refused = HandedOutId(new(journal.register.begin(outgoing, PRINT)))
    journal.register.cancel(refused)
    assert only_entry(journal).id == cut_off
    all_gone(
        lambda: journal.register.finish(refused, Outcome.DONE),
        lambda: journal.register.cancel(refused),
        lambda: journal.register.set_afterwards(refused, Asked.YES),
    )


def test_a_paper_that_was_made_before_the_edit_does_not_leave_after_it(journal: Journal, summary: SummaryId) -> None:
    approval = an_approval(journal, summary)
    outgoing = papers.make(journal.papers.summary(summary))
    edit(journal, summary, "iets anders")
    with pytest.raises(NotApproved):
        journal.register.begin(outgoing, PRINT)
    edit(journal, summary, "U wilt dat het stopt.")
    journal.register.cancel(HandedOutId(new(journal.register.begin(outgoing, PRINT))))
    journal.summaries.withdraw(approval)
    with pytest.raises(NotApproved):
        journal.register.begin(outgoing, PRINT)
    an_approval(journal, summary)
    with pytest.raises(NotApproved):
        # It says when it was approved, and that approval was taken back.
        journal.register.begin(outgoing, PRINT)
    assert journal.register.list() == ()


def test_a_summary_in_the_bin_does_not_leave(journal: Journal, summary: SummaryId) -> None:
    an_approval(journal, summary)
    outgoing = papers.make(journal.papers.summary(summary))
    journal.summaries.remove(summary)
    with pytest.raises(NotApproved):
        journal.register.begin(outgoing, PRINT)


def test_nothing_of_a_case_in_the_bin_leaves(journal: Journal, case: CaseId, summary: SummaryId) -> None:
    an_approval(journal, summary)
    made = papers.make(journal.papers.summary(summary))
    log = papers.make(journal.papers.reporter_log(Language.DUTCH, case=case))
    journal.cases.remove(case)
    for outgoing in (made, log):
        with pytest.raises(Gone):
            journal.register.begin(outgoing, PRINT)
    with pytest.raises(Gone):
        journal.papers.summary(summary)
    assert journal.register.list() == ()
    journal.bin.restore(BinKind.CASE, case)
    journal.register.begin(made, PRINT)


def test_papers_that_need_no_approval_stand_in_the_register_too(journal: Journal, case: CaseId) -> None:
    an_option(journal, case)
    for order in (
        journal.papers.options_overview(case, PaperWishes("nl")),
        journal.papers.option_cards(case, PaperWishes("nl")),
        journal.papers.key_cards(Language.DUTCH, case=case),
        journal.papers.pocket_card(Language.DUTCH),
        journal.papers.reporter_log(Language.DUTCH),
        journal.papers.talk_preparation(Language.ENGLISH, case=case),
        journal.papers.what_i_write(SheetWishes("nl", contact_line="bel mij")),
    ):
        let_out(journal, order)
    entries = journal.register.list()
    assert {entry.kind for entry in entries} == set(PaperKind) - {PaperKind.SUMMARY}
    assert all(len(entry.fingerprint) == 8 for entry in entries)
    assert {entry.code for entry in entries} == {"", "Merel-47"}


# Controleer een stuk


def saved(journal: Journal, summary: SummaryId, path: Path, *, password: str = "") -> Outgoing:
    outgoing = papers.make(journal.papers.summary(summary))
    journal.register.begin(outgoing, Leaving(Way.FILE, protected=bool(password), place=str(path)))
    papers.save(path, outgoing.made.pdf, password=password)
    return outgoing


def test_a_saved_paper_is_the_approved_one_then_an_older_one_then_a_withdrawn_one(
    journal: Journal, summary: SummaryId, tmp_path: Path
) -> None:
    approval = an_approval(journal, summary)
    saved(journal, summary, tmp_path / "Samenvatting.pdf")
    reading = papers.read_file(tmp_path / "Samenvatting.pdf")

    def verdict() -> tuple[Verdict, bool]:
        found = journal.register.check_paper(reading)
        assert found.approval is not None
        assert found.approval.approved.text == "U wilt dat het stopt."
        assert found.code == "Merel-47"
        return found.verdict, found.holds

    assert verdict() == (Verdict.APPROVED, True)
    edit(journal, summary, "iets anders")
    assert verdict() == (Verdict.OLDER, False)
    journal.summaries.withdraw(approval)
    assert verdict() == (Verdict.WITHDRAWN, False)
    edit(journal, summary, "U wilt dat het stopt.")
    an_approval(journal, summary)
    assert verdict() == (Verdict.APPROVED, True)


def test_a_paper_under_a_password_is_the_same_paper(journal: Journal, summary: SummaryId, tmp_path: Path) -> None:
    an_approval(journal, summary)
    path, password = tmp_path / "Samenvatting.pdf", papers.propose_password()
    saved(journal, summary, path, password=password)
    for wrong, tried in (("", False), ("appel", True)):
        with pytest.raises(PaperLocked) as caught:
            papers.read_file(path, password=wrong)
        assert caught.value.tried is tried
    found = journal.register.check_paper(papers.read_file(path, password=password))
    assert found.verdict is Verdict.APPROVED
    assert password not in str(path.read_bytes())
    assert "stopt" not in str(path.read_bytes())


def test_a_paper_with_other_words_and_our_fingerprint_is_altered(
    journal: Journal, summary: SummaryId, tmp_path: Path
) -> None:
    an_approval(journal, summary)
    order = journal.papers.summary(summary)
    saved(journal, summary, tmp_path / "Samenvatting.pdf")
    forged = papers.make(replace(order, paper=replace(order.paper, text="De ander is schuldig.")))  # type: ignore[arg-type]
    (tmp_path / "vals.pdf").write_bytes(forged.made.pdf)
    found = journal.register.check_paper(papers.read_file(tmp_path / "vals.pdf"))
    assert found.verdict is Verdict.ALTERED
    assert found.approval is not None
    assert found.approval.approved.text == "U wilt dat het stopt."


def test_a_paper_that_was_only_wrapped_anew_has_the_same_words(
    journal: Journal, summary: SummaryId, tmp_path: Path
) -> None:
    import pikepdf

    an_approval(journal, summary)
    saved(journal, summary, tmp_path / "Samenvatting.pdf")
    with pikepdf.open(tmp_path / "Samenvatting.pdf") as pdf:
        pdf.docinfo["/Author"] = "een ander programma"
        pdf.save(tmp_path / "anders.pdf")
    assert journal.register.check_paper(papers.read_file(tmp_path / "anders.pdf")).verdict is Verdict.SAME_WORDS


def test_a_typed_fingerprint_is_known_or_not(journal: Journal, summary: SummaryId, tmp_path: Path) -> None:
    an_approval(journal, summary)
    fingerprint = journal.summaries.get(summary).fingerprint
    for _ in range(2):  # before it left, and after
        found = journal.register.check_fingerprint(grouped(fingerprint).lower())
        assert (found.verdict, found.holds, found.code) == (Verdict.KNOWN, True, "Merel-47")
        assert found.approval is not None
        assert found.approval.approved.text == "U wilt dat het stopt."
        saved(journal, summary, tmp_path / f"{_}.pdf")
    journal.summaries.remove(summary)
    assert not journal.register.check_fingerprint(fingerprint).holds
    assert journal.register.check_fingerprint("0000 0000").verdict is Verdict.UNKNOWN
    with pytest.raises(FingerprintMistyped):
        journal.register.check_fingerprint(fingerprint[:-1])


def test_a_paper_of_nobody_is_not_ours(journal: Journal, summary: SummaryId, tmp_path: Path) -> None:
    an_approval(journal, summary)
    path = tmp_path / "los.pdf"
    path.write_bytes(papers.recovery_sheet(("01230", "4567M"), Language.DUTCH))
    assert journal.register.check_paper(papers.read_file(path)).verdict is Verdict.UNKNOWN
    (tmp_path / "geen.pdf").write_text("geen pdf")
    (tmp_path / "map.pdf").mkdir()
    for name in ("geen.pdf", "map.pdf", "weg.pdf"):
        with pytest.raises(NotAPaper):
            papers.read_file(tmp_path / name)


def test_an_options_overview_is_known_without_an_approval(journal: Journal, case: CaseId, tmp_path: Path) -> None:
    an_option(journal, case)
    outgoing = papers.make(journal.papers.options_overview(case, PaperWishes("nl")))
    journal.register.begin(outgoing, Leaving(Way.FILE, place="x"))
    papers.save(tmp_path / "Mogelijkheden.pdf", outgoing.made.pdf)
    found = journal.register.check_paper(papers.read_file(tmp_path / "Mogelijkheden.pdf"))
    assert (found.verdict, found.kind, found.approval) == (Verdict.KNOWN, PaperKind.OPTIONS_OVERVIEW, None)


def test_after_the_case_is_destroyed_codes_and_fingerprints_stay_and_no_words(
    journal: Journal, case: CaseId, summary: SummaryId, tmp_path: Path
) -> None:
    an_approval(journal, summary)
    saved(journal, summary, tmp_path / "Samenvatting.pdf")
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    found = only_entry(journal)
    assert (found.case, found.code, found.purpose, found.place) == (None, "", "", "")
    checked = journal.register.check_paper(papers.read_file(tmp_path / "Samenvatting.pdf"))
    assert checked.verdict is Verdict.OLDER
    assert checked.approval is not None
    assert checked.approval.approved == SummaryDraft(text="", purpose="")


# Any order


TEXTS = st.sampled_from(["U wilt dat het stopt.", "U denkt na.", "", "U denkt na.\n\nU belt zelf."])


class Consent(RuleBasedStateMachine):
    """Edits, approves, withdraws, prints early, late and twice; keeps beside it what a person would say is approved."""

    empty: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(self.empty, self.folder / "x.vpjournal")
        opened = open_journal(self.folder / "x.vpjournal", PASSPHRASE, floor=CHEAPEST)
        self.journal = at_clock(opened, Clock())
        self.draft = SummaryDraft("U denkt na.", purpose="om na te lezen", why_not_self="zo gevraagd")
        case = a_case(self.journal)
        self.summary = a_summary(
            self.journal, case, self.draft.text, purpose=self.draft.purpose, why_not_self="zo gevraagd"
        )
        self.approvals: dict[int, tuple[SummaryDraft, bool]] = {}
        self.made: list[tuple[Outgoing, int, str]] = []
        self.left: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            self.journal.close()
            shutil.rmtree(self.folder)

    def _now(self) -> int | None:
        """Return the newest approval that holds for the draft as it is."""
        holding = [number for number, (what, holds) in self.approvals.items() if holds and what == self.draft]
        return holding[-1] if holding else None

    def _edit(self, **fields: object) -> None:
        self.draft = replace(self.draft, **fields)  # type: ignore[arg-type]
        self.journal.summaries.change(self.summary, self.draft)

    @rule(text=TEXTS)
    def write(self, text: str) -> None:
        self._edit(text=text)

    @rule(recipient=st.sampled_from([Recipient.REPORTER, Recipient.HR]))
    def address(self, recipient: Recipient) -> None:
        self._edit(recipient=recipient)

    @rule(purpose=st.sampled_from(["om na te lezen", "om te bespreken"]))
    def aim(self, purpose: str) -> None:
        self._edit(purpose=purpose)

    @precondition(lambda self: self.draft.text)
    @rule()
    def approve(self) -> None:
        self.approvals[an_approval(self.journal, self.summary)] = (self.draft, True)

    @precondition(lambda self: self.approvals)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        # By its place: the numbers themselves are others each time.
        number = list(self.approvals)[data.draw(st.integers(0, len(self.approvals) - 1))]
        self.journal.summaries.withdraw(number)  # type: ignore[arg-type]
        self.approvals[number] = (self.approvals[number][0], False)

    @rule()
    def make(self) -> None:
        if self._now() is None:
            with pytest.raises(NotApproved):
                self.journal.papers.summary(self.summary)
            return
        outgoing = papers.make(self.journal.papers.summary(self.summary))
        assert " ".join(self.draft.text.split()) in words(outgoing.made.pdf)
        self.made.append((outgoing, int(outgoing.slip.approval or 0), self.draft.text))

    @precondition(lambda self: self.made)
    @rule(data=st.data(), outcome=st.sampled_from([*Outcome, None]))
    def let_out(self, data: st.DataObject, outcome: Outcome | None) -> None:
        outgoing, number, text = self.made[data.draw(st.integers(0, len(self.made) - 1))]
        what, holds = self.approvals[number]
        if not (holds and what == self.draft):
            with pytest.raises(NotApproved):
                self.journal.register.begin(outgoing, PRINT)
            return
        assert text == self.draft.text
        entry = HandedOutId(new(self.journal.register.begin(outgoing, PRINT)))
        if outcome is None:
            self.journal.register.cancel(entry)
            return
        self.journal.register.finish(entry, outcome)
        self.left.append(outgoing.slip.fingerprint)

    @invariant()
    def the_register_tells_the_truth(self) -> None:
        if hasattr(self, "journal"):
            assert [entry.fingerprint for entry in reversed(self.journal.register.list())] == self.left
            approved = self._now() is not None
            assert (self.journal.summaries.get(self.summary).state is SummaryState.APPROVED) == (
                approved and bool(self.draft.text)
            )


def test_only_what_is_approved_at_that_moment_leaves_in_any_order(empty_journal: Path) -> None:
    class WithJournal(Consent):
        empty = empty_journal

    run_state_machine_as_test(WithJournal, settings=settings(max_examples=30, stateful_step_count=25))
