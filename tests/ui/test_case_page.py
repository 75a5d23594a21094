"""The frame of a case: any phase opens at any time, the place comes back, and removing can be undone."""

from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTabBar, QWidget

from tests.builders import a_case, a_contact, a_contact_draft
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.case.agreements_part import AgreementsPart
from ui.pages.case.case_page import CasePage
from ui.pages.case.case_side import CaseSide
from ui.pages.case.details_part import DetailsPart
from ui.pages.case.goals_part import GoalsPart
from ui.pages.case.notes_part import NotesPart
from ui.pages.case.part import PARTS, PartName
from ui.pages.case.parts import FACTORIES
from ui.theme import Mode, Theme
from ui.widgets.labels import Words
from ui.widgets.plain_text_box import PlainTextBox
from ui.widgets.wrapping_tree import WrappingTree
from vpjournal.domain.case import Phase, PhaseState
from vpjournal.domain.days import today
from vpjournal.domain.ids import CaseId

__all__ = ["desk"]


@pytest.fixture
def cards() -> list[Any]:
    return []


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(lambda journal: a_case(journal, word="vuurtoren", first=a_contact_draft(day=today())))


def open_case(desk: Desk, place: Place, cards: list[Any] | None = None) -> CasePage:
    opened = [] if cards is None else cards
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, above: opened.append(above))
    desk.show(page)
    page.open(place)
    desk.settle()
    return page


def where(page: CasePage) -> str:
    return page.place().part


def act(page: CasePage, name: str) -> None:
    page.findChild(QAction, name).trigger()


def test_every_phase_and_part_opens_in_a_case_that_has_just_begun(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case))
    for number, phase in enumerate(Phase, start=1):
        page.open_phase(number)
        desk.settle()
        tabs = seen(page, QTabBar, "partTabs")
        for index, part in enumerate(PARTS[phase]):
            tabs.setCurrentIndex(index)
            desk.settle()
            assert where(page) == f"{phase}/{part}"
            assert page.help_screen()
    assert desk.messages == []
    assert desk.flush(page)
    assert dict(desk.run(lambda journal: journal.cases.view(case)).case.phases)[Phase.CHOICE] is PhaseState.NOT_YET


def test_a_case_opens_where_its_guidance_is(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: a_contact(journal, case, Phase.SECOND_CONVERSATION))
    page = open_case(desk, Place(Page.CASE, case))
    assert where(page).startswith(f"{Phase.SECOND_CONVERSATION}/")


def test_the_place_comes_back_in_a_fresh_page(desk: Desk, case: CaseId) -> None:
    contact = desk.run(lambda journal: a_contact(journal, case, Phase.FOLLOW_UP, note="Hoe het ging"))
    page = open_case(desk, Place(Page.CASE, case))
    page.open_phase(5)
    desk.settle()
    part = next(each for each in page.findChildren(NotesPart) if each.phase is Phase.FOLLOW_UP)
    part._paper.put_cursor(4)
    place = Place.decode(page.place().encode())
    assert place == Place(Page.CASE, case, f"{Phase.FOLLOW_UP}/{PartName.NOTES}", f"{contact}:4")
    again = open_case(desk, place)
    assert again.place() == place


def test_a_place_that_makes_no_sense_still_opens_the_case(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case, "nergens/niets", "x:y"))
    assert where(page).startswith(f"{Phase.FIRST_CONTACT}/")
    assert desk.messages == []


def test_a_phase_can_be_marked_and_the_mark_taken_away(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case))
    page.open_phase(4)
    button = seen(page, QAbstractButton, "phaseStateButton")
    enough, _, going_on = button.menu().actions()
    enough.trigger()
    desk.settle()
    assert button.text() == "Deze fase: genoeg voor nu"
    assert dict(desk.run(lambda journal: journal.cases.view(case)).case.phases)[Phase.CHOICE] is PhaseState.ENOUGH
    going_on.trigger()
    desk.settle()
    assert button.text() == "Deze fase: nog niet"


def test_a_task_leads_to_the_part_where_it_is_done(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case))
    desk.click(page, "task_note_unwritten")
    assert where(page) == f"{Phase.FIRST_CONTACT}/{PartName.NOTES}"
    desk.click(page, "task_role_check")
    assert where(page) == f"{Phase.FIRST_CONTACT}/{PartName.ROLE_CHECK}"


def test_the_task_of_a_note_goes_when_it_is_written(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case, f"{Phase.FIRST_CONTACT}/{PartName.NOTES}"))
    assert page.findChildren(QAbstractButton, "task_note_unwritten")
    part = next(each for each in page.findChildren(NotesPart) if each.phase is Phase.FIRST_CONTACT)
    QTest.keyClicks(part.editor, "Geschreven.")
    assert desk.flush(page)
    assert not [each for each in page.findChildren(QAbstractButton, "task_note_unwritten") if each.isVisible()]


def test_the_acute_card_is_one_click_away(desk: Desk, case: CaseId, cards: list[Any]) -> None:
    page = open_case(desk, Place(Page.CASE, case), cards)
    desk.click(page, "acuteButton")
    assert cards == [page]


def test_removing_a_case_saves_it_first_and_can_be_undone(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case, f"{Phase.FIRST_CONTACT}/{PartName.NOTES}"))
    part = next(each for each in page.findChildren(NotesPart) if each.phase is Phase.FIRST_CONTACT)
    QTest.keyClicks(part.editor, "Nog net getypt.")
    act(page, "removeCaseAction")
    desk.settle()
    assert desk.places == [Place(Page.CASES)]
    assert desk.messages == [("Verwijderd", MessageKind.DONE)]
    assert desk.run(lambda journal: journal.cases.list()) == ()
    desk.undo()
    assert desk.places[-1] == Place(Page.CASE, case)
    (contact,) = desk.run(lambda journal: journal.contacts.list(case))
    assert desk.run(lambda journal: journal.notes.read(contact.id)).text == "Nog net getypt."


def test_a_case_that_is_gone_leads_to_the_list(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case))
    desk.run(lambda journal: journal.cases.remove(case))
    assert desk.places[-1] == Place(Page.CASES)
    assert desk.flush(page)


def test_two_cases_never_mix(desk: Desk, case: CaseId) -> None:
    other = desk.run(lambda journal: a_case(journal, "Lijster-12", first=a_contact_draft(day=today())))
    place = Place(Page.CASE, case, f"{Phase.FIRST_CONTACT}/{PartName.NOTES}")
    page = open_case(desk, place)
    QTest.keyClicks(page.findChild(NotesPart).editor, "van Merel")
    assert desk.flush(page)
    page.open(Place(Page.CASE, other, place.part))
    desk.settle()
    part = next(each for each in page.findChildren(NotesPart) if each.isVisible())
    assert part.editor.text() == ""
    assert seen(page, QLabel, "caseCode").text() == "Lijster-12"


class Frames(QObject):
    """Notes what stood in a list in each frame that was painted of it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[list[str]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            shown = [each for each in watched.findChildren(Words) if each.isVisible() and each.width() > 0]
            self.words.append([each.text() for each in shown])
        return False


def test_no_frame_shows_a_list_empty_while_it_is_replaced(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case, "choice/agreements"))
    desk.click(page, "newAgreementButton")
    desk.settle()
    seen(page, QLineEdit, "agreementWhatField").setText("Oefenen")
    frames = Frames()
    page.findChild(AgreementsPart)._list.installEventFilter(frames)

    desk.click(page, "keepAgreementButton")
    desk.qtbot.waitUntil(lambda: any("Oefenen" in words for words in frames.words))

    assert all(frames.words)


def test_the_papers_and_the_register_open_for_this_case(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case))
    act(page, "blankPapersAction")
    act(page, "registerAction")

    assert desk.places == [Place(Page.PAPERS, case), Place(Page.REGISTER, case)]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_side_stands_beside_the_part_or_behind_a_tab_of_its_own(desk: Desk, case: CaseId, scale: float) -> None:
    large = replace(desk.context, theme=Theme(Mode.LIGHT, scale))
    page = CasePage(large, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    page.open(Place(Page.CASE, case, f"{Phase.FIRST_CONTACT}/{PartName.DETAILS}"))
    desk.settle()
    side, part, tabs = page.findChild(CaseSide), page.findChild(DetailsPart), seen(page, QTabBar, "partTabs")
    assert (side.isVisible(), part.isVisible()) == (scale == 1.0, True)
    if scale > 1.0:
        tabs.setCurrentIndex(tabs.count() - 1)
        assert (side.isVisible(), part.isVisible()) == (True, False)
        tabs.setCurrentIndex(0)
        assert (side.isVisible(), part.isVisible()) == (False, True)
    page.open_phase(2)
    desk.settle()
    # The memory aid and the side share one place where there is no room for both.
    assert page.findChild(WrappingTree).window() is page
    page.open_phase(3)
    desk.settle()
    assert not side.isVisible()


def test_tab_comes_to_the_side_after_the_part(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case, f"{Phase.FIRST_CONTACT}/{PartName.DETAILS}"))
    page.open_phase(4)
    desk.settle()
    page.open_phase(1)
    desk.settle()
    desk.qtbot.waitUntil(page.isActiveWindow)
    seen(page, PlainTextBox, "hopesField").setFocus()
    QTest.keyClick(seen(page, PlainTextBox, "hopesField"), Qt.Key.Key_Tab)
    QTest.keyClick(seen(page, QAbstractButton, "countingToggle"), Qt.Key.Key_Tab)
    assert page.findChild(CaseSide).isAncestorOf(page.focusWidget())


def test_a_part_that_takes_long_to_read_takes_no_text_before(desk: Desk, case: CaseId) -> None:
    page = open_case(desk, Place(Page.CASE, case, f"{Phase.FIRST_CONVERSATION}/{PartName.NOTES}"))
    gate = Event()
    desk.operations.run(lambda _journal: gate.wait(10))
    seen(page, QTabBar, "partTabs").setCurrentIndex(1)
    part = page.findChild(GoalsPart)
    assert not part.isVisible()
    desk.qtbot.waitUntil(part.isVisible)
    assert not part.isEnabled()
    gate.set()
    desk.settle()
    assert part.isEnabled()
