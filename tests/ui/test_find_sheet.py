"""One field finds a case by its code or word, words in what was written, and what there is to do."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QWidget

from tests.builders import a_case, a_contact, an_agreement, an_organisation
from tests.ui.desk import Desk, desk
from ui.dialogs.find_sheet import FindSheet, open_find
from ui.models.hit_model import CAPTION_ROLE, MARKS_ROLE
from ui.navigation import Page, Place
from ui.spots import spot_detail
from vpjournal.domain.case import Phase
from vpjournal.domain.guidance import Goals
from vpjournal.domain.ids import CaseId
from vpjournal.domain.views import Spot
from vpjournal.journal.facade import Journal

__all__ = ["desk"]


@pytest.fixture
def window(desk: Desk) -> QWidget:
    made = QWidget()
    desk.show(made)
    return made


@pytest.fixture
def sheet(desk: Desk, window: QWidget) -> FindSheet:
    open_find(desk.context, window, "today")
    made = window.findChild(FindSheet)
    desk.qtbot.waitExposed(made)
    return made


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(lambda journal: a_case(journal, word="vuurtoren"))


def field(sheet: FindSheet) -> QLineEdit:
    return sheet.findChild(QLineEdit, "findField")


def search(desk: Desk, sheet: FindSheet, words: str) -> list[tuple[str, str]]:
    field(sheet).setText(words)
    desk.qtbot.waitUntil(lambda: sheet._searched == words)
    model = sheet.findChild(QListView, "findList").model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [(row.data(CAPTION_ROLE), row.data()) for row in rows]


def marked(sheet: FindSheet, row: int) -> list[str]:
    index = sheet.findChild(QListView, "findList").model().index(row, 0)
    return [index.data()[start:end] for start, end in index.data(MARKS_ROLE)]


def test_it_opens_with_what_there_is_to_do_and_the_keys_in_its_field(sheet: FindSheet) -> None:
    model = sheet.findChild(QListView, "findList").model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered[0] == "Nieuw contact"
    assert {"Vandaag", "Instellingen", "Reservekopieën", "Laptop kwijt?"} <= set(offered)
    assert field(sheet).hasFocus()


@pytest.mark.parametrize("words", ["Merel-47", "merel", "vuurtoren", "VUURTOREN", "vúúrt"])
def test_a_case_is_found_by_code_and_by_word(desk: Desk, sheet: FindSheet, case: CaseId, words: str) -> None:
    found = search(desk, sheet, words)
    assert found[0] == ("casus", "Merel-47 · vuurtoren")
    assert len([each for each in found if "Merel-47" in each[1]]) == 1


def test_words_in_a_note_lead_to_that_note(desk: Desk, sheet: FindSheet, case: CaseId) -> None:
    note = "Belde rustig. 🌱 Sinds het personeelsfeest gaat de melder niet meer mee lunchen."
    contact = desk.run(lambda journal: a_contact(journal, case, Phase.FIRST_CONVERSATION, note=note))
    ((caption, snippet),) = search(desk, sheet, "feest")
    assert caption == "Merel-47 · aantekening · eerste gesprek"
    assert "personeelsfeest" in snippet
    assert marked(sheet, 0) == ["feest"]
    QTest.keyClick(field(sheet), Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.places))
    spot = spot_detail(contact, Spot(0, 36, 41))
    assert desk.places == [Place(Page.CASE, case, f"{Phase.FIRST_CONVERSATION}/notes", spot)]


def test_every_kind_of_text_leads_to_its_part(desk: Desk, sheet: FindSheet, case: CaseId) -> None:
    desk.run(lambda journal: journal.goals.save(case, Goals(needs="een gele regenjas")))
    agreement = desk.run(lambda journal: an_agreement(journal, case, "regenjas ophalen"))
    organisation = desk.run(lambda journal: an_organisation(journal, remarks="een rek vol regenjassen"))
    search(desk, sheet, "regenjas")
    places = {found.place for found in sheet._model._rows}
    assert places == {
        Place(Page.CASE, case, f"{Phase.FIRST_CONVERSATION}/goals", spot_detail(case, Spot(0, 9, 17))),
        Place(Page.CASE, case, f"{Phase.CHOICE}/agreements", spot_detail(agreement, Spot(0, 0, 8))),
        Place(Page.ORGANISATION, organisation),
    }


def test_what_there_is_to_do_is_found_by_its_words(desk: Desk, sheet: FindSheet) -> None:
    assert search(desk, sheet, "prul") == [("ga naar", "Prullenbak")]
    QTest.keyClick(field(sheet), Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.places == [Place(Page.BIN)])


def test_nothing_found_is_said(desk: Desk, sheet: FindSheet, case: CaseId) -> None:
    assert search(desk, sheet, "zeepbel") == []
    said = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert said == ["Niets gevonden met deze woorden."]
    QTest.keyClick(field(sheet), Qt.Key.Key_Return)
    assert desk.places == []
    assert sheet.isVisible()


def test_more_than_fifty_are_told(desk: Desk, sheet: FindSheet, case: CaseId) -> None:
    def write(journal: Journal) -> None:
        for number in range(51):
            a_contact(journal, case, note=f"zomergras {number}")

    desk.run(write)
    assert len(search(desk, sheet, "zomergras")) == 50
    said = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert said == ["Hier staan de nieuwste 50. Typ een woord erbij om minder te vinden."]
    assert len(search(desk, sheet, "zomergras 7")) == 1
    assert [label for label in sheet.findChildren(QLabel) if label.isVisible()] == []


def test_what_an_earlier_search_finds_never_replaces_the_later_one(desk: Desk, sheet: FindSheet, case: CaseId) -> None:
    desk.run(lambda journal: a_contact(journal, case, note="zomergras"))
    gate = Event()
    desk.operations.run(lambda _journal: gate.wait(30))
    field(sheet).setText("zomergras")
    sheet._search()
    field(sheet).setText("vuurtoren")
    sheet._search()
    gate.set()
    desk.qtbot.waitUntil(lambda: sheet._searched is not None and bool(sheet._searched))
    assert sheet._searched == "vuurtoren"
    desk.settle()
    assert sheet._searched == "vuurtoren"
    assert sheet._model.index(0, 0).data() == "Merel-47 · vuurtoren"


def test_a_save_comes_between_the_bits_of_a_long_search(
    desk: Desk, sheet: FindSheet, case: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.dialogs.find_sheet._BIT", 0.0)

    def write(journal: Journal) -> None:
        for number in range(30):
            a_contact(journal, case, note=f"zomergras {number}")

    desk.run(write)
    field(sheet).setText("zomergras")
    sheet._search()
    # The window asks for the next bit only once it has the one before, so this comes right after the first.
    saved = []
    desk.operations.run(
        lambda journal: an_agreement(journal, case, "bellen"), done=lambda _: saved.append(sheet._searched)
    )
    desk.qtbot.waitUntil(lambda: sheet._searched == "zomergras")
    assert saved == [""]
    assert sheet._model.rowCount() == 30


def test_the_arrows_move_in_the_list_while_the_field_keeps_the_keys(desk: Desk, sheet: FindSheet) -> None:
    for _ in range(3):
        QTest.keyClick(field(sheet), Qt.Key.Key_Down)
    QTest.keyClick(field(sheet), Qt.Key.Key_Up)
    assert field(sheet).hasFocus()
    QTest.keyClick(field(sheet), Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.places == [Place(Page.TODAY)])


def test_enter_right_after_typing_waits_for_what_these_words_find(desk: Desk, sheet: FindSheet, case: CaseId) -> None:
    QTest.keyClicks(field(sheet), "merel")
    QTest.keyClick(field(sheet), Qt.Key.Key_Return)
    assert desk.places == []
    desk.qtbot.waitUntil(lambda: bool(desk.places))
    assert desk.places == [Place(Page.CASE, case)]


def test_what_is_typed_is_never_a_query(desk: Desk, sheet: FindSheet, case: CaseId) -> None:
    for typed in ('"', "a OR b", "NEAR(", "%_*", "<b>x</b>", "';--"):
        search(desk, sheet, typed)
    assert [type(each) for each in desk.messages] == []


def test_escape_closes_it(desk: Desk, sheet: FindSheet, window: QWidget) -> None:
    QTest.keyClick(field(sheet), Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: window.findChild(QDialog) is None)
    assert desk.places == []
