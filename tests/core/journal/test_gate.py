"""Nothing leaves with open points: not by a summary, an overview or a card, not with what was left taken back again."""

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.builders import (
    TODAY,
    a_case,
    a_summary,
    an_approval,
    an_option,
    an_organisation,
    leave_all,
    let_out,
    pass_gate,
)
from vpjournal.domain.board import BoardLine, BoardText, LineKind
from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.gate import Part, Reason, Subject, around
from vpjournal.domain.guide_options import find_text
from vpjournal.domain.identifying import Kind as FindKind
from vpjournal.domain.identifying import OwnWord
from vpjournal.domain.ids import AcceptedId, CaseId, SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.register import Leaving, Way
from vpjournal.domain.summary import Given, Recipient, SummaryState
from vpjournal.domain.timeline import EventKind
from vpjournal.domain.views import BinKind, PaperWishes
from vpjournal.errors import FieldMissing, Gone, OpenPoints, TextChanged
from vpjournal.journal import gate, papers
from vpjournal.journal.facade import Journal
from vpjournal.storage import accepted

MAIL = "kok@voorbeeld.example"
TEXT = f"U schrijft aan {MAIL}. U wilt dat het stopt."
WISHES = PaperWishes("nl")


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal)


@pytest.fixture
def summary(journal: Journal, case: CaseId) -> SummaryId:
    return a_summary(journal, case, TEXT)


def open_words(journal: Journal, summary: SummaryId) -> list[str]:
    return [point.find.text for point in gate.look(journal.gate.summary(summary)).open]


def edit(journal: Journal, summary: SummaryId, **fields: object) -> None:
    journal.summaries.change(summary, replace(journal.summaries.get(summary).draft, **fields))  # type: ignore[arg-type]


def test_a_summary_with_an_open_point_is_neither_looked_over_nor_read_nor_approved(
    journal: Journal, summary: SummaryId
) -> None:
    looked = gate.look(journal.gate.summary(summary))
    with pytest.raises(OpenPoints) as told:
        journal.summaries.set_checked(summary, looked)
    assert told.value.count == 1
    with pytest.raises(OpenPoints):
        journal.summaries.set_read_together(summary, read=True)
    shown = journal.summaries.get(summary).fingerprint
    with pytest.raises(OpenPoints):
        journal.summaries.approve(summary, fingerprint=shown, day=CoarseDay.exactly(TODAY), given=Given.IN_CONVERSATION)
    assert journal.summaries.get(summary).state is SummaryState.WRITTEN


def test_what_is_left_on_purpose_lets_it_pass_and_stands_in_the_case_as_a_code(
    journal: Journal, case: CaseId, summary: SummaryId
) -> None:
    (point,) = gate.look(journal.gate.summary(summary)).points
    changes = journal.gate.accept(point, journal.gate.summary(summary), Reason.REPORTER_WANTS)
    assert changes.touches(Area.ACCEPTED, case=case)
    again = gate.look(journal.gate.summary(summary))
    assert again.open == ()
    assert again.points[0].accepted is not None
    assert again.points[0].accepted.reason is Reason.REPORTER_WANTS
    journal.summaries.set_checked(summary, again)
    assert journal.summaries.get(summary).checked
    event = journal.cases.view(case).events[-1]
    assert (event.kind, event.phase, event.day.day) == (EventKind.LEFT_STANDING, Phase.CHOICE, journal.today._today())


def test_of_what_is_left_only_a_mark_is_kept_that_no_other_record_shares(journal: Journal, case: CaseId) -> None:
    marks = set()
    for each in (case, case, a_case(journal, "Linde-23")):
        summary = a_summary(journal, each, TEXT)
        pass_gate(journal, summary)
        (decision,) = accepted.of_record(journal._database, each, Subject.SUMMARY, summary)
        marks.add(decision.mark)
    assert len(marks) == 3
    columns = journal._database.query("SELECT kind, reason, hex(mark) FROM accepted")
    assert all("kok" not in str(row) for row in columns)


def test_an_edit_opens_only_what_is_new(journal: Journal, summary: SummaryId) -> None:
    pass_gate(journal, summary)
    edit(journal, summary, text=f"{TEXT} En aan ober@voorbeeld.example, en KOK@voorbeeld.example.")
    assert not journal.summaries.get(summary).checked
    assert open_words(journal, summary) == ["ober@voorbeeld.example"]


def test_what_may_stay_for_the_reporter_is_asked_again_for_anyone_else(journal: Journal, summary: SummaryId) -> None:
    pass_gate(journal, summary)
    edit(journal, summary, recipient=Recipient.HR)
    assert open_words(journal, summary) == [MAIL]
    pass_gate(journal, summary)
    edit(journal, summary, recipient=Recipient.OTHER, recipient_words="een tante")
    assert open_words(journal, summary) == [MAIL]
    pass_gate(journal, summary)
    edit(journal, summary, recipient_words="de krant")
    assert open_words(journal, summary) == [MAIL]
    edit(journal, summary, recipient=Recipient.REPORTER)
    assert open_words(journal, summary) == []


def test_the_words_about_recipient_and_purpose_are_looked_at_as_far_as_they_are_printed(
    journal: Journal, case: CaseId
) -> None:
    summary = a_summary(journal, case, "U wilt rust.", purpose=f"voor {MAIL}", recipient_words=MAIL)
    looked = gate.look(journal.gate.summary(summary))
    assert [point.leaving.part for point in looked.points] == [Part.PURPOSE]
    edit(journal, summary, recipient=Recipient.HR, why_not_self=MAIL)
    looked = gate.look(journal.gate.summary(summary))
    assert [point.leaving.part for point in looked.points] == [Part.RECIPIENT_WORDS, Part.PURPOSE]


def test_other_words_than_those_looked_at_do_not_pass(journal: Journal, case: CaseId, summary: SummaryId) -> None:
    innocent = gate.look(journal.gate.summary(a_summary(journal, case, "U wilt rust.")))
    with pytest.raises(TextChanged):
        journal.summaries.set_checked(summary, innocent)
    before = gate.look(journal.gate.summary(summary))
    edit(journal, summary, text="U wilt rust.")
    with pytest.raises(TextChanged):
        journal.summaries.set_checked(summary, before)


def test_what_was_left_can_be_taken_back_and_is_asked_again(journal: Journal, summary: SummaryId) -> None:
    looked = pass_gate(journal, summary)
    (point,) = gate.look(journal.gate.summary(summary)).points
    assert point.accepted is not None
    journal.gate.take_back(point.accepted.id)
    assert not journal.summaries.get(summary).checked
    assert open_words(journal, summary) == [MAIL]
    with pytest.raises(OpenPoints):
        journal.summaries.set_checked(summary, looked)
    with pytest.raises(Gone):
        journal.gate.take_back(point.accepted.id)


def test_another_reason_takes_words_and_the_last_reason_counts(journal: Journal, summary: SummaryId) -> None:
    asked = journal.gate.summary(summary)
    (point,) = gate.look(asked).points
    with pytest.raises(FieldMissing) as told:
        journal.gate.accept(point, asked, Reason.OTHER, "  ")
    assert told.value.field == "words"
    journal.gate.accept(point, asked, Reason.NEEDED, "niet nodig")
    journal.gate.accept(point, asked, Reason.OTHER, "Zo staat het in de brief.")
    (left,) = gate.look(journal.gate.summary(summary)).points
    assert left.accepted is not None
    assert (left.accepted.reason, left.accepted.words) == (Reason.OTHER, "Zo staat het in de brief.")


def test_an_approved_summary_leaves_no_more_once_what_was_left_is_taken_back(
    journal: Journal, summary: SummaryId
) -> None:
    an_approval(journal, summary)
    outgoing = papers.make(journal.papers.summary(summary))
    (left,) = accepted.of_record(journal._database, journal.summaries.get(summary).case, Subject.SUMMARY, summary)
    journal.gate.take_back(left.id)
    with pytest.raises(OpenPoints):
        journal.register.begin(outgoing, Leaving(Way.PRINTED))
    with pytest.raises(OpenPoints):
        papers.make(journal.papers.summary(summary))


def test_a_paper_that_passed_no_gate_does_not_leave(journal: Journal, summary: SummaryId) -> None:
    an_approval(journal, summary)
    order = journal.papers.summary(summary)
    with pytest.raises(OpenPoints):
        journal.register.begin(papers.make(replace(order, gate=None)), Leaving(Way.PRINTED))


def test_an_approval_from_before_there_was_a_gate_does_not_let_it_pass(journal: Journal, summary: SummaryId) -> None:
    an_approval(journal, summary)
    with journal._database.transaction():
        journal._database.execute("DELETE FROM accepted")
    with pytest.raises(OpenPoints):
        papers.make(journal.papers.summary(summary))


def an_option_with(journal: Journal, case: CaseId, part: Part) -> None:
    at = {
        Part.WHO_KNOWS: {"who_knows": BoardText(MAIL)},
        Part.WHO_DECIDES: {"who_decides": BoardText(MAIL)},
        Part.REVERSIBLE: {"reversible": BoardText(MAIL)},
        Part.PRO: {"lines": (BoardLine(LineKind.PRO, BoardText(MAIL)),)},
        Part.CON: {"lines": (BoardLine(LineKind.CON, BoardText(MAIL)),)},
        Part.CONSEQUENCE: {"lines": (BoardLine(LineKind.CONSEQUENCE, BoardText(MAIL)),)},
        Part.SAYS: {"says": MAIL},
    }
    an_option(journal, case, MAIL if part is Part.TITLE else "Zelf aanspreken", **at.get(part, {}))


PRINTED_PARTS = (Part.TITLE, Part.WHO_KNOWS, Part.WHO_DECIDES, Part.REVERSIBLE, Part.PRO, Part.CON, Part.CONSEQUENCE)


@pytest.mark.parametrize("part", [*PRINTED_PARTS, Part.SAYS])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_overview_does_not_leave_with_an_open_point_anywhere(
    journal: Journal, case: CaseId, part: Part, language: str
) -> None:
    an_option_with(journal, case, part)
    order = journal.papers.options_overview(case, PaperWishes(language, show_says=True))
    with pytest.raises(OpenPoints):
        papers.make(order)
    looked = papers.look(order)
    assert looked is not None
    (point,) = looked.open
    assert (point.leaving.part, point.find.text) == (part, MAIL)
    assert point.leaving.option is not None
    leave_all(journal, looked)
    papers.make(journal.papers.options_overview(case, PaperWishes(language, show_says=True)))


def test_what_the_reporter_said_is_only_asked_after_where_it_is_printed(journal: Journal, case: CaseId) -> None:
    an_option_with(journal, case, Part.SAYS)
    papers.make(journal.papers.options_overview(case, WISHES))
    papers.make(journal.papers.option_cards(case, PaperWishes("nl", show_says=True)))


def test_a_card_does_not_leave_with_an_open_point_in_its_title(journal: Journal, case: CaseId) -> None:
    an_option_with(journal, case, Part.TITLE)
    with pytest.raises(OpenPoints):
        papers.make(journal.papers.option_cards(case, WISHES))


def test_the_line_that_says_how_to_reach_the_adviser_may_say_who_that_is(journal: Journal, case: CaseId) -> None:
    an_option(journal, case)
    papers.make(journal.papers.options_overview(case, PaperWishes("nl", contact_line=MAIL)))
    an_option(journal, case, MAIL)
    with pytest.raises(OpenPoints):
        papers.make(journal.papers.options_overview(case, PaperWishes("nl", contact_line=MAIL)))


def test_in_a_small_organisation_the_gate_says_so(journal: Journal) -> None:
    small, large, unknown = (
        a_case(journal, f"Merel-{number}", organisation=an_organisation(journal, f"Nest {number}", headcount=people))
        for number, people in ((11, 49), (12, 50), (13, None))
    )
    told = [journal.gate.summary(a_summary(journal, each)).small for each in (small, large, unknown)]
    assert told == [True, False, False]


def test_what_was_left_is_destroyed_with_its_case_and_with_its_summary(
    journal: Journal, case: CaseId, summary: SummaryId
) -> None:
    def rows() -> int:
        return int(journal._database.query("SELECT count(*) FROM accepted")[0][0])

    leave_all(journal, gate.look(journal.gate.summary(summary)), Reason.OTHER, "zo staat het er")
    kept = a_summary(journal, case, TEXT)
    pass_gate(journal, kept)
    assert rows() == 2
    journal.summaries.remove(summary)
    journal.bin.destroy(BinKind.SUMMARY, summary)
    assert rows() == 1
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    assert rows() == 0
    assert journal._database.query("SELECT * FROM accepted_text") == []


def test_no_point_says_in_its_repr_what_was_typed(journal: Journal, summary: SummaryId) -> None:
    looked = gate.look(journal.gate.summary(summary))
    leave_all(journal, looked, Reason.OTHER, "geheime reden")
    again = gate.look(journal.gate.summary(summary))
    assert not any(word in repr((looked, again)) for word in ("kok", "geheime"))


def test_of_a_gone_record_nothing_can_be_asked_or_left(journal: Journal, case: CaseId, summary: SummaryId) -> None:
    asked = journal.gate.summary(summary)
    (point,) = gate.look(asked).points
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    with pytest.raises(Gone):
        journal.gate.accept(point, asked, Reason.NEEDED)
    with pytest.raises(Gone):
        journal.gate.summary(summary)
    with pytest.raises(Gone):
        journal.gate.take_back(AcceptedId(5))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Eerst dit. Dan belt Xx nog. En dan weg.", "Xx", ("Dan belt ", "Xx", " nog.")),
        ("kop\nDan belt Xx nog\nen weg", "Xx", ("Dan belt ", "Xx", " nog")),
        ("Xx", "Xx", ("", "Xx", "")),
        ("a " * 60 + "Xx" + " b" * 60, "Xx", None),
    ],
)
def test_a_point_is_shown_in_its_sentence(text: str, word: str, expected: tuple[str, str, str] | None) -> None:
    start = text.index(word)
    before, words, after = around(text, start, start + len(word))
    if expected is None:
        assert before.startswith("… a ")
        assert after.endswith(" …")
        assert len(before + after) < 180
    else:
        assert (before, words, after) == expected


def test_opening_a_journal_does_not_import_what_finds() -> None:
    asked = "import sys; import vpjournal.journal.facade; print([m for m in sys.modules if 'identifiers.' in m])"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("language", Language)
def test_a_name_that_becomes_known_after_the_approval_still_stops_the_paper(
    journal: Journal, language: Language
) -> None:
    nest = an_organisation(journal)
    case = a_case(journal, organisation=nest)
    summary = a_summary(journal, case, "u legt de lantaarn op tafel", language=language)
    an_approval(journal, summary)
    papers.make(journal.papers.summary(summary))
    journal.identifiers.set_own_words(nest, [OwnWord("Lantaarn", FindKind.PERSON)])
    with pytest.raises(OpenPoints):
        papers.make(journal.papers.summary(summary))


def test_a_paper_that_left_before_does_not_leave_again_with_what_is_open_now(
    journal: Journal, summary: SummaryId
) -> None:
    an_approval(journal, summary)
    let_out(journal, journal.papers.summary(summary))
    (left,) = accepted.of_record(journal._database, journal.summaries.get(summary).case, Subject.SUMMARY, summary)
    journal.gate.take_back(left.id)
    with pytest.raises(OpenPoints):
        let_out(journal, journal.papers.summary(summary))


def test_a_library_line_that_was_changed_by_a_word_is_looked_at(journal: Journal, case: CaseId) -> None:
    library_line = find_text(Language.DUTCH, "O4.p2")
    assert library_line is not None
    taken = BoardLine(LineKind.PRO, BoardText(library_line.text, library_line.id))
    an_option(journal, case, lines=(taken,))
    papers.make(journal.papers.options_overview(case, WISHES))
    changed_line = BoardLine(LineKind.PRO, BoardText(f"{library_line.text} {MAIL}", library_line.id))
    an_option(journal, case, lines=(changed_line,))
    with pytest.raises(OpenPoints):
        papers.make(journal.papers.options_overview(case, WISHES))


def test_on_the_board_other_words_are_said_everywhere_in_one_step_but_for_the_library(
    journal: Journal, case: CaseId
) -> None:
    library_line = find_text(Language.DUTCH, "O4.p2")
    assert library_line is not None
    an_option(
        journal,
        case,
        f"Schrijven aan {MAIL}",
        who_knows=BoardText(MAIL),
        lines=(BoardLine(LineKind.PRO, BoardText(library_line.text, library_line.id)),),
        says=f"{MAIL} is aardig",
    )
    looked = papers.look(journal.papers.options_overview(case, WISHES))
    assert looked is not None
    changes = journal.board.say_instead(case, looked.open[0].find, "een collega")
    assert changes.touches(Area.BOARD, case=case)
    (option,) = journal.board.read(case).options
    assert option.draft.title.text == "Schrijven aan een collega"
    assert option.draft.who_knows.text.casefold() == "een collega"
    assert option.draft.says.casefold() == "een collega is aardig"
    assert option.draft.lines[0].content == BoardText(library_line.text, library_line.id)
    papers.make(journal.papers.options_overview(case, PaperWishes("nl", show_says=True)))
