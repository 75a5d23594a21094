"""The register on the screen: newest first, what is open answerable right there, quick with thousands."""

from datetime import date

from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QTableView

from tests.builders import a_case, a_summary, an_approval, new
from tests.ui.desk import Desk, desk, seen
from ui.models.register_model import Column, RegisterModel
from ui.navigation import Page, Place
from ui.pages.leaving.entry_words import is_open, name_of, open_question, recipient_of, way_of
from ui.pages.leaving.register_page import RegisterPage
from ui.theme import Theme
from ui.widgets.labels import Words
from vpjournal.domain.case import Asked, Phase
from vpjournal.domain.ids import CaseId, HandedOutId
from vpjournal.domain.language import Language, Texts
from vpjournal.domain.register import HandedOut, Leaving, Outcome, PaperKind, PaperOrder, Way
from vpjournal.domain.summary import Recipient
from vpjournal.journal import papers
from vpjournal.journal.facade import Journal

__all__ = ["desk"]

WORDS = {Column.PAPER: name_of, Column.FOR_WHOM: recipient_of, Column.WAY: way_of, Column.OPEN: open_question}


def left(
    desk: Desk,
    order: PaperOrder,
    way: Way = Way.PRINTED,
    *,
    outcome: Outcome | None = Outcome.DONE,
    place: str = "",
    protected: bool = True,
) -> HandedOutId:
    outgoing = papers.make(order)

    def work(journal: Journal) -> HandedOutId:
        leaving = Leaving(way, protected=protected and bool(place), place=place)
        entry = HandedOutId(new(journal.register.begin(outgoing, leaving)))
        if outcome is not None:
            journal.register.finish(entry, outcome)
        return entry

    return desk.run(work)


def some(desk: Desk) -> tuple[CaseId, list[HandedOutId]]:
    """A log for the reporter that was printed, a summary in a file, and a key card of which nobody is sure."""
    case = desk.run(a_case)
    log = left(desk, desk.run(lambda journal: journal.papers.reporter_log(Language.DUTCH)))
    summary = desk.run(
        lambda journal: a_summary(journal, case, recipient=Recipient.HR, purpose="het gesprek", why_not_self="-")
    )
    desk.run(lambda journal: an_approval(journal, summary))
    file = left(desk, desk.run(lambda journal: journal.papers.summary(summary)), Way.FILE, place="/home/ik/a.pdf")
    card = left(desk, desk.run(lambda journal: journal.papers.key_cards(Language.DUTCH, case=case)), outcome=None)
    return case, [card, file, log]


def opened(desk: Desk, place: Place | None = None) -> RegisterPage:
    page = RegisterPage(desk.context)
    desk.follow(page)
    desk.show(page)
    page.open(place or Place(Page.REGISTER))
    desk.settle()
    return page


def table(page: RegisterPage) -> QTableView:
    return seen(page, QTableView, "registerTable")


def shown(page: RegisterPage, column: Column) -> list[str]:
    model = table(page).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def select(page: RegisterPage, row: int) -> None:
    table(page).selectRow(row)
    QTest.qWait(0)


def said(page: RegisterPage) -> str:
    return " ".join(words.text() for words in page._bar.findChildren(Words))


def test_all_that_left_stands_there_newest_first(desk: Desk) -> None:
    some(desk)
    page = opened(desk)

    assert shown(page, Column.PAPER) == ["Sleutelkaart", "Samenvatting", "Logboek voor de melder"]
    assert shown(page, Column.FOR_WHOM) == ["uzelf", "HR", "de melder zelf"]
    assert shown(page, Column.WAY) == ["niet zeker", "bestand met wachtwoord", "afgedrukt"]
    assert shown(page, Column.OPEN) == ["Kwam het eruit?", "Verwijderd?", "Meegegeven?"]
    assert shown(page, Column.CASE) == ["Merel-47", "Merel-47", "–"]
    assert all(len(words) == 9 for words in shown(page, Column.FINGERPRINT))


def test_the_entry_in_front_says_all_that_is_known(desk: Desk) -> None:
    some(desk)
    page = opened(desk)

    assert "Niet zeker of dit blad er echt uit kwam" in said(page)
    select(page, 1)
    assert "het gesprek" in said(page)
    assert "/home/ik/a.pdf" in said(page)


def test_questions_are_answered_right_there_and_can_be_taken_back(desk: Desk) -> None:
    _, (_, file, log) = some(desk)
    page = opened(desk)
    select(page, 2)
    desk.click(page, "notYetButton")
    desk.click(page, "yesButton")
    assert shown(page, Column.WAY)[2] == "afgedrukt, meegegeven"
    select(page, 1)
    desk.click(page, "yesButton")
    assert shown(page, Column.WAY)[1] == "bestand, verwijderd"

    entries = {entry.id: entry for entry in desk.run(lambda journal: journal.register.list())}
    assert entries[log].afterwards is Asked.YES
    assert entries[file].afterwards is Asked.YES
    desk.click(page, "takeBackButton")
    assert shown(page, Column.OPEN)[1] == "Verwijderd?"


def test_what_nobody_is_sure_of_is_settled_by_looking(desk: Desk) -> None:
    case, _ = some(desk)
    page = opened(desk)
    select(page, 0)
    desk.click(page, "cameOutButton")
    assert shown(page, Column.WAY)[0] == "afgedrukt"
    assert shown(page, Column.OPEN)[0] == ""

    left(desk, desk.run(lambda journal: journal.papers.key_cards(Language.DUTCH, case=case)), outcome=None)
    page.open(Place(Page.REGISTER))
    desk.settle()
    select(page, 0)
    desk.click(page, "nothingCameButton")
    assert len(shown(page, Column.WAY)) == 3


def test_only_what_is_open_can_be_shown(desk: Desk) -> None:
    some(desk)
    page = opened(desk)
    select(page, 2)
    desk.click(page, "yesButton")

    page._filter.button(True).click()

    assert shown(page, Column.PAPER) == ["Sleutelkaart", "Samenvatting"]
    assert "2 nog open" in seen(page, Words, "registerCount").text()


def test_of_one_case_and_back_to_it(desk: Desk) -> None:
    case, _ = some(desk)
    page = opened(desk, Place(Page.REGISTER, case))

    assert shown(page, Column.PAPER) == ["Sleutelkaart", "Samenvatting"]
    assert page.place() == Place(Page.REGISTER, case)
    desk.click(page, "registerBackLink")
    desk.click(page, "toCaseButton")
    assert desk.places == [Place(Page.CASE, case)] * 2


def test_an_empty_register_says_so(desk: Desk) -> None:
    page = opened(desk)

    assert not table(page).isVisible()
    assert not page._bar.isVisible()
    assert not [each for each in page.findChildren(QPushButton, "yesButton") if each.isVisible()]


def entries(count: int) -> tuple[HandedOut, ...]:
    return tuple(
        HandedOut(
            id=HandedOutId(number + 1),
            case=None,
            code="",
            phase=Phase.FIRST_CONTACT,
            kind=PaperKind.REPORTER_LOG,
            recipient=Recipient.REPORTER,
            purpose="",
            fingerprint="K7QF2M9X",
            approval=None,
            way=Way.PRINTED,
            outcome=Outcome.DONE,
            protected=False,
            place="",
            day=date(2026, 1, 1),
            afterwards=Asked.YES if number % 2 else Asked.NO,
        )
        for number in range(count)
    )


def test_the_model_keeps_the_rules_of_qt(theme: Theme, dutch: Texts) -> None:
    model = RegisterModel(theme=theme, texts=dutch, words=WORDS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(entries(20))
    model.set_rows(())
    model.set_rows(entries(3))
    assert model.rowCount() == 3
    assert sum(map(is_open, entries(4))) == 2


def test_thousands_of_entries_are_shown_without_making_words_for_each(desk: Desk) -> None:
    page = opened(desk)
    made: list[HandedOut] = []
    page._model._words[Column.DAY] = lambda _texts, row: made.append(row) or ""  # type: ignore[func-returns-value]

    page._show(entries(5_000))
    QTest.qWait(0)

    assert table(page).model().rowCount() == 5_000
    assert len(set(map(id, made))) < 200
