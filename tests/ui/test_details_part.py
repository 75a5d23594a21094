"""What is known of a case: the fields of the first contact, saved by themselves in the case workspace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.builders import a_case, a_contact_draft, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import Page, Place
from ui.pages.case.case_fields import CaseFields
from ui.pages.case.case_page import CasePage
from ui.pages.case.details_part import DetailsPart
from ui.pages.case.part import PartName
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.case import Channel, Phase, Position, Track
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.ids import CaseId
from vpjournal.domain.text import TEXT_LIMIT
from vpjournal.domain.views import BinKind, CaseView

__all__ = ["desk"]


@pytest.fixture
def case(desk: Desk) -> CaseId:
    organisation = desk.run(an_organisation)
    first = a_contact_draft(day=today(), channel=Channel.PHONE)
    return desk.run(
        lambda journal: a_case(
            journal, first=first, organisation=organisation, about="pesten", word="vuurtoren", reach="op de kaart"
        )
    )


@pytest.fixture
def page(desk: Desk, case: CaseId) -> CasePage:
    made = CasePage(
        desk.context, factories={PartName.DETAILS: DetailsPart}, open_acute_card=lambda _context, _above: None
    )
    desk.show(made)
    made.open(Place(Page.CASE, case, f"{Phase.FIRST_CONTACT}/{PartName.DETAILS}"))
    desk.settle()
    return made


def view(desk: Desk, case: CaseId) -> CaseView:
    return desk.run(lambda journal: journal.cases.view(case))


def choose(page: CasePage, name: str, value: object) -> None:
    QTest.mouseClick(seen(page, ChoiceRow, name).button(value), Qt.MouseButton.LeftButton)


def test_every_field_can_be_changed_and_nothing_else_is(desk: Desk, case: CaseId, page: CasePage) -> None:
    QTest.keyClicks(seen(page, QLineEdit, "aboutField"), " in het overleg")
    QTest.keyClicks(seen(page, PlainTextField, "hopesField"), "rust")
    choose(page, "firstPositionChoice", Position.WITNESS)
    choose(page, "trackChoice", Track.INTEGRITY)
    choose(page, "firstChannelChoice", Channel.IN_PERSON)
    seen(page, QComboBox, "organisationBox").setCurrentIndex(0)
    assert desk.flush(page)
    found = view(desk, case)
    details = found.case.details
    assert (details.about, details.hopes, details.organisation) == ("pesten in het overleg", "rust", None)
    assert (details.position, details.track) == (Position.WITNESS, Track.INTEGRITY)
    assert (details.code, details.word, details.reach) == ("Merel-47", "vuurtoren", "op de kaart")
    assert [each.details.channel for each in found.contacts] == [Channel.IN_PERSON]
    assert found.contacts[0].details.day == CoarseDay.exactly(today())


def test_typing_saves_by_itself(desk: Desk, case: CaseId, page: CasePage) -> None:
    QTest.keyClicks(seen(page, QLineEdit, "aboutField"), "!")
    desk.qtbot.waitUntil(lambda: view(desk, case).case.details.about == "pesten!", timeout=5_000)


def test_a_word_that_is_in_use_is_asked_about_and_the_rest_is_saved(desk: Desk, case: CaseId, page: CasePage) -> None:
    desk.run(lambda journal: a_case(journal, "Lijster-12", word="molen"))
    word = seen(page, QLineEdit, "wordField")
    word.selectAll()
    QTest.keyClicks(word, "molen")
    QTest.keyClicks(seen(page, QLineEdit, "aboutField"), "!")
    fields = page.findChild(CaseFields)
    desk.qtbot.waitUntil(lambda: fields.asks_about_word, timeout=5_000)
    details = view(desk, case).case.details
    assert (details.word, details.about) == ("vuurtoren", "pesten!")
    desk.click(page, "useSameWordButton")
    desk.qtbot.waitUntil(lambda: view(desk, case).case.details.word == "molen", timeout=5_000)
    assert not fields.asks_about_word


def test_leaving_keeps_a_word_that_is_in_use(desk: Desk, case: CaseId, page: CasePage) -> None:
    desk.run(lambda journal: a_case(journal, "Lijster-12", word="molen"))
    word = seen(page, QLineEdit, "wordField")
    word.selectAll()
    QTest.keyClicks(word, "molen")
    assert desk.flush(page)
    assert view(desk, case).case.details.word == "molen"


def test_another_code_is_drawn_and_saved(desk: Desk, case: CaseId, page: CasePage) -> None:
    desk.click(page, "anotherCodeButton")
    assert desk.flush(page)
    assert view(desk, case).case.details.code != "Merel-47"


def test_a_text_that_is_too_long_is_told_at_its_field(desk: Desk, case: CaseId, page: CasePage) -> None:
    hopes = seen(page, PlainTextField, "hopesField")
    hopes.insert_text("x" * (TEXT_LIMIT + 1))
    assert not desk.flush(page)
    assert desk.messages == []
    assert "te lang" in page.findChild(CaseFields)._hopes_field.fault
    assert len(hopes.text()) == TEXT_LIMIT + 1
    hopes.selectAll()
    hopes.insert_text("kort")
    assert desk.flush(page)
    assert page.findChild(CaseFields)._hopes_field.fault == ""
    assert view(desk, case).case.details.hopes == "kort"


def test_an_organisation_in_the_bin_stays_chosen(desk: Desk, case: CaseId, page: CasePage) -> None:
    organisation = view(desk, case).case.details.organisation
    desk.run(lambda journal: journal.organisations.remove(organisation))
    assert seen(page, QComboBox, "organisationBox").currentText() == "Fabeldierenzorg Het Nest"
    QTest.keyClicks(seen(page, QLineEdit, "aboutField"), "!")
    assert desk.flush(page)
    assert view(desk, case).case.details.organisation == organisation


def test_without_its_first_contact_a_case_asks_for_no_day(desk: Desk, case: CaseId, page: CasePage) -> None:
    contact = view(desk, case).contacts[0].id
    desk.run(lambda journal: journal.contacts.remove(contact))
    assert not seen(page, ChoiceRow, "firstChannelChoice").isVisible()
    QTest.keyClicks(seen(page, QLineEdit, "aboutField"), "!")
    assert desk.flush(page)
    assert view(desk, case).contacts == ()
    desk.run(lambda journal: journal.bin.restore(BinKind.CONTACT, contact))
    assert seen(page, ChoiceRow, "firstChannelChoice").isVisible()
