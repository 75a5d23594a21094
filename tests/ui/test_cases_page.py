"""The list of cases is filtered as one types, shows one case at a glance, and opens it by the keyboard alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.builders import a_case, a_contact_draft, an_agreement, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.models.case_model import CaseModel, Column
from ui.models.hit_model import CAPTION_ROLE, MARKS_ROLE, Found, HitModel
from ui.navigation import Page, Place
from ui.pages.case_preview import CasePreview
from ui.pages.cases_page import CasesPage
from ui.theme import Theme
from ui.widgets.choice_row import ChoiceRow
from vpjournal.domain.case import CaseFilter, CaseRow, CaseStatus, Phase
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Texts
from vpjournal.journal.facade import Journal

__all__ = ["desk"]


@pytest.fixture
def page(desk: Desk) -> CasesPage:
    made = CasesPage(desk.context)
    desk.show(made)
    desk.follow(made)
    return made


def three_cases(journal: Journal) -> None:
    nest = an_organisation(journal)
    ago = today() - timedelta(days=30)
    a_case(journal, "Merel-47", word="vuurtoren", organisation=nest, first=a_contact_draft(day=today()))
    kade = a_case(journal, "Kade-28", word="zeilboot", first=a_contact_draft(day=ago))
    journal.contacts.add(kade, a_contact_draft(Phase.FOLLOW_UP, day=ago))
    wilg = a_case(journal, "Wilg-19", word="notenboom", first=a_contact_draft(day=ago))
    journal.closure.close(wilg, today())


def open_cases(desk: Desk, page: CasesPage) -> QTableView:
    page.open(Place(Page.CASES))
    desk.settle()
    return table(page)


def table(page: CasesPage) -> QTableView:
    return page.findChild(QTableView, "caseTable")


def codes(page: CasesPage) -> list[str]:
    model = table(page).model()
    return [model.index(row, Column.CODE).data() for row in range(model.rowCount())]


def choose(desk: Desk, page: CasesPage, name: str, words: str) -> None:
    box = page.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())
    desk.settle()


def choose_status(desk: Desk, page: CasesPage, status: CaseStatus) -> None:
    QTest.mouseClick(page.findChild(ChoiceRow, "statusChoice").button(status), Qt.MouseButton.LeftButton)
    desk.settle()


def words(page: CasesPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_open_cases_stand_there_newest_contact_first(desk: Desk, page: CasesPage) -> None:
    desk.run(three_cases)
    open_cases(desk, page)
    assert codes(page) == ["Merel-47", "Kade-28"]


def test_filters_narrow_the_list_and_say_when_nothing_is_left(desk: Desk, page: CasesPage) -> None:
    desk.run(three_cases)
    open_cases(desk, page)
    desk.qtbot.mouseClick(
        page.findChild(ChoiceRow, "statusChoice").button(CaseStatus.CLOSED), Qt.MouseButton.LeftButton
    )
    desk.settle()
    assert codes(page) == ["Wilg-19"]
    choose_status(desk, page, CaseStatus.ALL)
    choose(desk, page, "organisationFilter", "Fabeldierenzorg Het Nest")
    assert codes(page) == ["Merel-47"]
    choose(desk, page, "phaseFilter", "Keuze")
    assert not table(page).isVisible()
    assert any(each.startswith("Geen casus past bij wat u hier koos.") for each in words(page))
    choose(desk, page, "phaseFilter", "alle fasen")
    choose(desk, page, "organisationFilter", "alle organisaties")
    assert sorted(codes(page)) == ["Kade-28", "Merel-47", "Wilg-19"]


def test_typing_a_word_of_recognition_finds_its_case_and_enter_opens_it(desk: Desk, page: CasesPage) -> None:
    desk.run(three_cases)
    open_cases(desk, page)
    field = seen(page, QLineEdit, "caseFilterField")
    field.setText("zéil")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert codes(page) == ["Kade-28"]
    assert table(page).hasFocus()
    QTest.keyClick(table(page), Qt.Key.Key_Return)
    found = desk.run(lambda journal: journal.cases.find("zeilboot"))[0].id
    assert desk.places == [Place(Page.CASE, found)]


def test_the_arrows_move_the_preview_along(desk: Desk, page: CasesPage) -> None:
    desk.run(three_cases)
    rows = open_cases(desk, page)
    preview = page.findChild(CasePreview)
    assert preview.isVisible()
    assert "vuurtoren" in words(page)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    desk.settle()
    assert "Vervolg en nazorg: begonnen" in words(page)
    desk.click(page, "openCaseButton")
    found = desk.run(lambda journal: journal.cases.find("Kade-28"))[0].id
    assert desk.places == [Place(Page.CASE, found)]


def test_a_narrow_window_has_no_preview(desk: Desk, page: CasesPage) -> None:
    desk.run(three_cases)
    page.resize(800, 600)
    open_cases(desk, page)
    assert not page.findChild(CasePreview).isVisible()


def test_all_columns_fit_without_scrolling_sideways(desk: Desk, page: CasesPage) -> None:
    desk.run(three_cases)
    rows = open_cases(desk, page)
    desk.qtbot.waitUntil(lambda: rows.horizontalHeader().length() <= rows.viewport().width())


def test_an_empty_list_says_how_to_begin(desk: Desk, page: CasesPage) -> None:
    open_cases(desk, page)
    assert "Er zijn geen open casussen. Met ‘Nieuw contact’ begint u er een." in words(page)
    desk.click(page, "newContactButton")
    desk.click(page, "binLink")
    assert desk.places == [Place(Page.FIRST_CONTACT), Place(Page.BIN)]


def test_the_chosen_case_stays_chosen_when_the_list_changes(desk: Desk, page: CasesPage) -> None:
    desk.run(three_cases)
    rows = open_cases(desk, page)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    desk.settle()
    merel = desk.run(lambda journal: journal.cases.find("Merel-47"))[0].id
    desk.run(lambda journal: journal.cases.remove(merel))
    assert codes(page) == ["Kade-28"]
    assert rows.currentIndex().row() == 0
    assert "Vervolg en nazorg: begonnen" in words(page)


def test_the_model_of_cases_keeps_to_what_views_expect(qtbot: QtBot, theme: Theme, dutch: Texts) -> None:
    model = CaseModel(theme=theme, texts=dutch)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    row = CaseRow(
        id=CaseId(1),
        code="Merel-47",
        word="vuurtoren",
        organisation=None,
        organisation_name="",
        phase=Phase.CHOICE,
        last_contact=CoarseDay.in_month_of(today()),
        next_step="brief lezen",
        next_day=today(),
        closed_on=None,
    )
    model.set_rows([row])
    shown = [model.index(0, column).data() for column in Column]
    day = dutch.short_day(today(), today=today())
    month = dutch.month(today())
    assert shown == ["Merel-47", "vuurtoren", "nog onbekend", "Keuze", month, f"{day} · brief lezen"]
    model.set_rows([])
    assert model.row_at(QModelIndex()) is None


def test_the_model_of_hits_keeps_to_what_views_expect() -> None:
    model = HitModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_rows([Found("de gele regenjas", "Merel-47 · aantekening", ((8, 16),), Place(Page.TODAY))])
    index = model.index(0)
    assert index.data(MARKS_ROLE) == ((8, 16),)
    assert index.data(CAPTION_ROLE) == "Merel-47 · aantekening"
    assert "regenjas" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "regenjas" not in repr(model.found(index))


def test_a_next_step_is_shown_by_day(desk: Desk, page: CasesPage) -> None:
    case = desk.run(a_case)
    desk.run(lambda journal: an_agreement(journal, case, "brief lezen", due=today()))
    rows = open_cases(desk, page)
    day = desk.context.texts.short_day(today(), today=today())
    shown = rows.model().index(0, Column.NEXT_STEP).data()
    assert shown.startswith(day)
    assert desk.run(lambda journal: journal.cases.list(CaseFilter()))[0].next_day == today()
