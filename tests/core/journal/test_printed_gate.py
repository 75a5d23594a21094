"""A paper passes the gate once more by what can be read from the finished file; our own wording never stops it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_case, a_summary, an_approval
from vpjournal import documents
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.case import Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.gate import Acceptance, Gate, Leaving, Part, Reason, Subject
from vpjournal.domain.guide_options import LibraryText, library
from vpjournal.domain.identifying import Known
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.papers import SummaryPaper
from vpjournal.domain.printed import is_beyond, words_in
from vpjournal.domain.register import PaperKind, PaperOrder, Slip
from vpjournal.domain.summary import Given, Recipient
from vpjournal.domain.views import PaperWishes
from vpjournal.errors import OpenPoints
from vpjournal.journal import gate, papers
from vpjournal.journal.facade import Journal

NAME = "Fatima El Amrani"
CALM = "u wilt dat het stopt, en u zegt het zelf"


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal)


def a_gate(*texts: str) -> Gate:
    leaving = tuple(map(Leaving, texts))
    return Gate(Subject.SUMMARY, CaseId(1), 1, "", leaving, Known(), Acceptance(b"key"), Phase.CHOICE)


def seen(pages: list[str], *texts: str) -> list[str]:
    looked = gate.look_at_print(a_gate(*texts), pages, list)
    assert all(point.leaving.part is Part.PRINTED for point in looked.points)
    return [point.find.text for point in looked.points]


@pytest.mark.parametrize(
    "page",
    [
        "U belt met Fatima\r\nEl Amrani over het rooster.",
        "U belt met Fati\x02ma El Amrani over het rooster.",
        "U belt met Fatima El Am\x02\r\nrani over het rooster.",
    ],
)
def test_a_name_that_a_line_breaks_is_read_as_a_whole(page: str) -> None:
    assert seen([page], "u belt over het rooster") == [NAME]


def test_what_was_looked_at_in_its_sentence_is_not_asked_again_on_paper() -> None:
    page = "Voor wie\r\nWaarvoor\r\nPraten met Fatima\r\nEl Amrani"
    assert seen([page], "voor wie, waarvoor: praten met Fatima El Amrani") == []
    assert seen([page], "voor wie, waarvoor: praten met Fatima") == [NAME]


def test_a_hyphen_that_was_typed_is_no_other_word_and_a_word_that_was_cut_by_hand_is() -> None:
    known = words_in(["het oud-collega-gevoel", "Fati-\nma"])
    assert not is_beyond("oudcollegagevoel", known)
    assert not is_beyond("Oud gevoel", known)
    assert is_beyond("Fatima", known)


def test_our_own_wording_is_asked_for_only_when_it_may_explain_something() -> None:
    asked = []

    def own() -> list[str]:
        asked.append(True)
        return ["Groeten van Fatima\r\nEl Amrani"]

    assert gate.look_at_print(a_gate("u wilt rust"), ["u wilt rust"], own).points == ()
    assert not asked
    assert gate.look_at_print(a_gate("u wilt rust"), [f"u belt met {NAME}"], own).points == ()
    assert asked


def approved_order(journal: Journal, case: CaseId, text: str = f"U zei: {CALM}.") -> PaperOrder:
    summary = a_summary(journal, case, text)
    an_approval(journal, summary)
    return journal.papers.summary(summary)


@pytest.mark.parametrize("pad", range(40, 100, 5))
def test_a_name_that_is_on_the_paper_alone_stops_it_wherever_its_line_ends(
    journal: Journal, case: CaseId, pad: int
) -> None:
    order = approved_order(journal, case)
    assert isinstance(order.paper, SummaryPaper)
    text = f"{'rustig ' * (pad // 7)}{'a' * (pad % 7)} praten met {NAME} over het rooster."
    with pytest.raises(OpenPoints):
        papers.make(replace(order, paper=replace(order.paper, text=text)))
    looked = papers.look(replace(order, paper=replace(order.paper, text=text)))
    assert looked is not None
    assert [point.find.text for point in looked.open] == [NAME]
    assert looked.open[0].leaving.page == 1


def test_what_stands_on_paper_alone_may_be_left_on_purpose(journal: Journal, case: CaseId) -> None:
    summary = a_summary(journal, case, f"U zei: {CALM}.")
    an_approval(journal, summary)
    order = journal.papers.summary(summary)
    assert isinstance(order.paper, SummaryPaper)
    forged = replace(order.paper, text=f"U belt met {NAME}.")
    looked = papers.look(replace(order, paper=forged))
    assert looked is not None
    journal.gate.accept(looked.open[0], looked.gate, Reason.NEEDED)
    papers.make(replace(journal.papers.summary(summary), paper=forged))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("recipient", [each for each in Recipient if each is not Recipient.ADVISER])
@pytest.mark.parametrize("given", Given)
def test_our_own_wording_on_a_summary_stops_nothing(language: Language, recipient: Recipient, given: Given) -> None:
    for day in (CoarseDay.exactly(date(2026, 11, 12)), CoarseDay.in_month_of(date(2026, 11, 12))):
        paper = SummaryPaper(language, CALM, recipient, "", "om te lezen", day, given, "K7QF2M9X", example=True)
        order = PaperOrder(paper, Slip(PaperKind.SUMMARY, Recipient.REPORTER), a_gate(CALM, "om te lezen"))
        looked = papers.look(order)
        assert looked is not None
        assert [point.find.text for point in looked.points] == []


def taken(text: LibraryText) -> BoardText:
    return BoardText(text.text, text.id)


@pytest.mark.parametrize("language", Language)
def test_our_own_wording_on_a_paper_of_the_board_stops_nothing(
    journal: Journal, case: CaseId, language: Language
) -> None:
    """Every option of the library, with all its lines, in either language."""
    for option in library(Language.DUTCH):
        lines = tuple(
            BoardLine(kind, taken(each))
            for kind, texts in zip(LineKind, (option.pros, option.cons, option.consequences), strict=True)
            for each in texts
        )
        draft = OptionDraft(
            title=taken(option.title),
            who_knows=taken(option.who_knows),
            who_decides=taken(option.who_decides),
            reversible=taken(option.reversible),
            lines=lines,
            says="ik denk na",
            library=option.id,
        )
        journal.board.add(case, draft)
    wishes = (
        PaperWishes(language.value, contact_line=f"{NAME}, 06-12345678", show_says=True),
        PaperWishes(language.value, room_for_notes=False),
    )
    for each in wishes:
        papers.make(journal.papers.options_overview(case, each))
        papers.make(journal.papers.option_cards(case, each))


def test_without_our_own_wording_our_own_words_would_stop_a_paper(journal: Journal, case: CaseId) -> None:
    order = approved_order(journal, case)
    assert order.gate is not None
    made = documents.make(order.paper)
    with_own = gate.look_at_print(
        order.gate, documents.page_texts(made.pdf), lambda: documents.own_wording(order.paper)
    )
    assert with_own.points == ()
    assert gate.look_at_print(order.gate, documents.page_texts(made.pdf), list).points != ()
