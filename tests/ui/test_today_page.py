"""*Vandaag* says in one sentence how the day looks, shows codes and never themes, and follows what changes."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.builders import a_case, a_contact, an_agreement, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.today_page import TodayPage
from ui.widgets.card import Card
from vpjournal.domain.case import Phase
from vpjournal.domain.contact import NoteState
from vpjournal.domain.days import today
from vpjournal.domain.guidance import AgreementKind
from vpjournal.domain.ids import CaseId
from vpjournal.journal.backups import MadeBackup
from vpjournal.journal.facade import Journal

__all__ = ["desk"]


@pytest.fixture
def page(desk: Desk) -> TodayPage:
    # Without a backup there would be a card that asks for one.
    desk.run(lambda journal: journal.backups.record(MadeBackup(Path("/nergens/hier.vpbackup"), today())))
    made = TodayPage(desk.context)
    desk.show(made)
    desk.follow(made)
    return made


def open_today(desk: Desk, page: TodayPage) -> None:
    page.open(Place(Page.TODAY))
    desk.settle()


def sentence(page: TodayPage) -> str:
    return seen(page, QLabel, "todaySentence").text()


def words(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def titles(page: TodayPage) -> list[str]:
    return [card.title.text() for card in page.findChildren(Card) if card.isVisible()]


def press(desk: Desk, page: TodayPage, text: str) -> None:
    button = next(each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


def a_silent_case(journal: Journal) -> CaseId:
    case = a_case(journal, "Wilg-19")
    contact = a_contact(journal, case, day=today() - timedelta(days=80))
    journal.contacts.leave_note_out(contact)
    return case


def test_an_empty_journal_welcomes_and_says_where_to_begin(desk: Desk, page: TodayPage) -> None:
    open_today(desk, page)
    assert sentence(page) == "Welkom in uw journaal."
    assert "Uw journaal is nog leeg" in words(page)
    desk.click(page, "addOrganisationButton")
    assert desk.places == [Place(Page.ORGANISATION)]
    desk.click(page, "newContactButton")
    assert desk.places[-1] == Place(Page.FIRST_CONTACT)


def test_with_an_organisation_nothing_more_is_asked(desk: Desk, page: TodayPage) -> None:
    desk.run(an_organisation)
    open_today(desk, page)
    assert not [each for each in page.findChildren(QAbstractButton, "addOrganisationButton") if each.isVisible()]


def test_a_day_without_anything_is_calm(desk: Desk, page: TodayPage) -> None:
    desk.run(a_case)
    open_today(desk, page)
    assert sentence(page) == "U hebt vandaag geen afspraken. Er is niets dat haast heeft."
    assert titles(page) == []


def test_what_is_agreed_is_shown_by_day_code_and_phase_and_leads_to_the_case(desk: Desk, page: TodayPage) -> None:
    case = desk.run(a_case)
    meeting = {"kind": AgreementKind.APPOINTMENT, "what": "", "phase": Phase.SECOND_CONVERSATION}
    desk.run(lambda journal: an_agreement(journal, case, due=today(), **meeting))
    desk.run(lambda journal: an_agreement(journal, case, "Brief over Vuurvogel", due=today() + timedelta(days=1)))
    open_today(desk, page)
    assert sentence(page) == "Vandaag één afspraak. Verder is er niets dat haast heeft."
    assert titles(page) == ["Afgesproken"]
    assert {"vandaag", "tweede gesprek", "morgen", "iets wat is afgesproken"} <= set(words(page))
    assert not any("Vuurvogel" in each for each in words(page))
    press(desk, page, "Merel-47")
    assert desk.places == [Place(Page.CASE, case)]


def test_what_is_late_is_still_open(desk: Desk, page: TodayPage) -> None:
    case = desk.run(a_case)
    desk.run(lambda journal: an_agreement(journal, case, due=today() - timedelta(days=1)))
    open_today(desk, page)
    assert sentence(page) == "U hebt vandaag geen afspraken. Er staat nog één afspraak open."


def test_a_note_is_written_now_or_left_out_on_purpose_and_that_can_be_undone(desk: Desk, page: TodayPage) -> None:
    case = desk.run(a_case)
    contact = desk.run(lambda journal: a_contact(journal, case, Phase.FIRST_CONVERSATION, today()))
    open_today(desk, page)
    assert titles(page) == ["Nog niet opgeschreven"]
    press(desk, page, "Nu opschrijven")
    assert desk.places == [Place(Page.CASE, case, f"{Phase.FIRST_CONVERSATION}/notes", str(contact))]
    press(desk, page, "Bewust geen aantekening")
    assert titles(page) == []
    assert desk.run(lambda journal: journal.contacts.list(case))[0].note is NoteState.LEFT_OUT
    assert desk.messages[-1][1] is MessageKind.DONE
    desk.undo()
    assert titles(page) == ["Nog niet opgeschreven"]


def test_many_unwritten_notes_stay_one_quiet_card(desk: Desk, page: TodayPage) -> None:
    case = desk.run(a_case)
    for _ in range(4):
        desk.run(lambda journal: a_contact(journal, case, Phase.FIRST_CONVERSATION, today()))
    open_today(desk, page)
    assert len([each for each in page.findChildren(QAbstractButton) if each.text() == "Nu opschrijven"]) == 2
    assert "en nog 2 contacten" in words(page)


def test_a_silent_case_is_named_and_leads_there(desk: Desk, page: TodayPage) -> None:
    case = desk.run(a_silent_case)
    open_today(desk, page)
    assert titles(page) == ["Lang stil"]
    press(desk, page, "Wilg-19")
    assert desk.places == [Place(Page.CASE, case)]


def test_going_on_where_one_was(desk: Desk, page: TodayPage) -> None:
    open_today(desk, page)
    assert seen(page, QAbstractButton, "goOnButton").isHidden()
    case = desk.run(a_case)
    contact = desk.run(lambda journal: a_contact(journal, case, Phase.FIRST_CONVERSATION, today()))
    desk.run(lambda journal: journal.notes.save(contact, "Tekst."))
    assert seen(page, QAbstractButton, "goOnButton").text() == "Verder met Merel-47"
    desk.click(page, "goOnButton")
    assert desk.places == [Place(Page.CASE, case)]


def test_it_follows_what_changes_elsewhere(desk: Desk, page: TodayPage) -> None:
    open_today(desk, page)
    case = desk.run(a_silent_case)
    desk.run(lambda journal: journal.cases.change(case, journal.cases.view(case).case.details))
    assert titles(page) == ["Lang stil"]
    desk.run(lambda journal: journal.cases.remove(case))
    assert titles(page) == []


def test_cards_stand_beside_each_other_only_where_there_is_room(desk: Desk, page: TodayPage) -> None:
    case = desk.run(a_silent_case)
    desk.run(lambda journal: an_agreement(journal, case, due=today()))
    open_today(desk, page)

    def tops() -> set[int]:
        return {card.y() for card in page.findChildren(Card) if card.isVisible()}

    assert len(tops()) == 1
    page.resize(700, 600)
    desk.qtbot.waitUntil(lambda: len(tops()) == 2)
