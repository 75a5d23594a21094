"""*Overal vervangen* from the page of a case: told before, done once, told after, undone; what is open reads again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from tests.builders import a_case, a_contact, a_summary, an_approval, an_option, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.dialogs.replace_sheet import ReplaceSheet
from ui.navigation import MessageKind, Page, Place
from ui.pages.backups import RENEW
from ui.pages.case.case_page import CasePage
from ui.pages.case.notes_part import NotesPart
from ui.pages.case.part import PartName
from ui.pages.case.parts import FACTORIES
from vpjournal.domain.case import Phase
from vpjournal.domain.identifying import Kind
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.summary import Recipient
from vpjournal.errors import Cancelled, DiskFull
from vpjournal.journal.facade import Journal
from vpjournal.storage import index

__all__ = ["desk"]

NOTE = "Mijn manager Noor zei niets.\nMevrouw Zwanepolder lachte."


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(lambda journal: a_case(journal, organisation=an_organisation(journal, headcount=40)))


@pytest.fixture
def note(desk: Desk, case: CaseId) -> ContactId:
    return desk.run(lambda journal: a_contact(journal, case, note=NOTE))


@pytest.fixture
def page(desk: Desk, case: CaseId, note: ContactId) -> CasePage:
    made = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(made)
    made.open(Place(Page.CASE, case, f"{Phase.FIRST_CONTACT}/{PartName.NOTES}", str(note)))
    desk.settle()
    return made


def notes_of(page: CasePage) -> NotesPart:
    return next(each for each in page.findChildren(NotesPart) if each.phase is Phase.FIRST_CONTACT)


def sheets(page: CasePage) -> list[ReplaceSheet]:
    return [each for each in page.window().findChildren(ReplaceSheet) if each.isVisible()]


def opened(desk: Desk, page: CasePage) -> ReplaceSheet:
    page.findChild(QAction, "replaceAction").trigger()
    desk.qtbot.waitUntil(lambda: bool(sheets(page)))
    told(desk, sheets(page)[0])
    return sheets(page)[0]


def told(desk: Desk, sheet: ReplaceSheet) -> str:
    """Wait until what was asked last was looked up; return what is told of it."""
    desk.qtbot.waitUntil(lambda: not sheet._rest.isActive())
    desk.settle()
    return "\n".join(each.text() for each in sheet._told.findChildren(QLabel) if each.isVisible())


def ask(desk: Desk, sheet: ReplaceSheet, name: str, new: str = "") -> str:
    seen(sheet, QLineEdit, "replaceNameField").setText(name)
    seen(sheet, QLineEdit, "replacementField").setText(new)
    return told(desk, sheet)


def may_replace(sheet: ReplaceSheet) -> bool:
    return seen(sheet, QAbstractButton, "replaceButton").isEnabled()


def stored(desk: Desk, note: ContactId) -> str:
    return desk.run(lambda journal: journal.notes.read(note)).text


def test_it_tells_what_it_will_touch_and_proposes_a_role(desk: Desk, case: CaseId, page: CasePage) -> None:
    def fill(journal: Journal) -> None:
        an_option(journal, case, "Met Noor praten")
        summary = a_summary(
            journal, case, "U wilt Noor niet zien.", recipient=Recipient.MANAGER, why_not_self="liever zo"
        )
        an_approval(journal, summary, day=date(2026, 1, 3))

    desk.run(fill)
    sheet = opened(desk, page)
    assert not may_replace(sheet)
    words = ask(desk, sheet, "Noor Zwanepolder")
    assert "Staat op 5 plekken" in words
    assert "1 aantekening · 1 mogelijkheid · 1 samenvatting · 1 tekst met akkoord" in words
    assert "Het akkoord van januari 2026 voor de leidinggevende vervalt." in words
    assert not may_replace(sheet)
    proposals = [each for each in sheet.findChildren(QAbstractButton, "proposalButton") if each.isVisible()]
    QTest.mouseClick(proposals[0], Qt.MouseButton.LeftButton)
    told(desk, sheet)
    assert seen(sheet, QLineEdit, "replacementField").text() == "leidinggevende A"
    assert may_replace(sheet)
    sheet.reject()
    desk.settle()
    assert stored(desk, desk.run(lambda journal: journal.cases.view(case)).contacts[0].id) == NOTE


def test_doing_it_shows_the_new_words_at_once_where_the_cursor_stands_and_can_be_undone(
    desk: Desk, page: CasePage, note: ContactId
) -> None:
    part = notes_of(page)
    part._paper.put_cursor(NOTE.index("zei"))
    QTest.keyClicks(part.editor, "! ")
    sheet = opened(desk, page)
    ask(desk, sheet, "Noor Zwanepolder", "collega A")
    desk.click(sheet, "replaceButton")
    assert not sheets(page)
    assert part.editor.text() == "Mijn manager collega A ! zei niets.\nCollega A lachte."
    assert stored(desk, note) == part.editor.text()
    assert part.editor.textCursor().position() == part.editor.text().index("zei")
    assert not part.editor.document().isUndoAvailable()
    # The text as it was before is kept as an earlier version, and is changed as well.
    assert desk.messages[-1] == ("Vervangen in 2 teksten", MessageKind.DONE)
    desk.undo()
    desk.qtbot.waitUntil(lambda: "Zwanepolder" in part.editor.text())
    assert desk.messages[-1] == ("2 teksten zijn weer zoals ze waren.", MessageKind.DONE)


def test_what_was_typed_after_it_stays_when_undoing_and_that_is_said(
    desk: Desk, page: CasePage, note: ContactId
) -> None:
    sheet = opened(desk, page)
    ask(desk, sheet, "Noor", "collega A")
    desk.click(sheet, "replaceButton")
    part = notes_of(page)
    QTest.keyClicks(part.editor, "Nieuw. ")
    desk.undo()
    desk.settle()
    desk.qtbot.waitUntil(lambda: desk.messages[-1][1] is MessageKind.LOOK)
    assert desk.messages[-1][0] == "1 tekst was intussen veranderd en is gebleven zoals hij nu is."
    assert "Nieuw. " in stored(desk, note)
    assert "Noor" not in stored(desk, note)


def test_a_part_of_a_name_alone_may_be_left_alone(desk: Desk, page: CasePage, note: ContactId) -> None:
    sheet = opened(desk, page)
    assert "Staat op 2 plekken" in ask(desk, sheet, "Noor Zwanepolder", "collega A")
    QTest.mouseClick(sheet._also.box, Qt.MouseButton.LeftButton)
    assert "Dit staat nergens in deze casus." in told(desk, sheet)
    assert not may_replace(sheet)
    assert "Staat op 1 plek" in ask(desk, sheet, "Noor", "collega A")
    assert not sheet._also.isVisible()


def test_a_replacement_that_holds_the_name_is_told_at_its_field(desk: Desk, page: CasePage) -> None:
    sheet = opened(desk, page)
    ask(desk, sheet, "Noor", "de manager van Noor")
    assert sheet._new_field.fault == "Hierin staat de naam nog. Kies iets anders om ervoor in de plaats te zetten."
    assert not may_replace(sheet)
    ask(desk, sheet, "x" * 300, "collega A")
    assert sheet._name_field.fault.startswith("Deze tekst is te lang")
    assert sheet._new_field.fault == ""
    ask(desk, sheet, "Noor", "collega A")
    assert (sheet._name_field.fault, sheet._new_field.fault) == ("", "")
    assert may_replace(sheet)


def test_backups_that_may_hold_it_are_one_click_away(desk: Desk, page: CasePage) -> None:
    folder = desk.run(lambda journal: journal._unlocked.folder).parent / "stick"
    folder.mkdir()
    desk.run(lambda journal: journal.backups.record(journal.backups.prepare(folder).run()))
    sheet = opened(desk, page)
    assert "In 1 eerdere reservekopie kan de naam nog staan." in ask(desk, sheet, "Noor", "collega A")
    desk.click(sheet, "replaceButton")
    assert sheet.isVisible()
    assert seen(sheet, QLabel, "replacedHeading").text() == "Vervangen in 1 tekst"
    desk.click(sheet, "renewAfterReplaceButton")
    assert desk.places[-1] == Place(Page.BACKUPS, part=RENEW)
    assert not sheets(page)


def test_the_sheet_offers_to_undo_what_was_done_before(desk: Desk, page: CasePage, note: ContactId) -> None:
    sheet = opened(desk, page)
    ask(desk, sheet, "Noor", "collega A")
    desk.click(sheet, "replaceButton")
    again = opened(desk, page)
    desk.click(again, "undoEarlierButton")
    desk.qtbot.waitUntil(lambda: notes_of(page).editor.text() == NOTE)
    assert stored(desk, note) == NOTE


def test_a_name_from_the_list_of_marks_comes_with_its_proposal(desk: Desk, page: CasePage) -> None:
    notes_of(page).replace_asked.emit("Kerkstraat 12", "een adres", Kind.ADDRESS)
    desk.qtbot.waitUntil(lambda: bool(sheets(page)))
    (sheet,) = sheets(page)
    told(desk, sheet)
    assert seen(sheet, QLineEdit, "replaceNameField").text() == "Kerkstraat 12"
    assert seen(sheet, QLineEdit, "replacementField").text() == "een adres"
    assert not sheet._also.isVisible()


def test_a_small_organisation_is_spoken_of(desk: Desk, page: CasePage) -> None:
    words = [each.text() for each in opened(desk, page).findChildren(QLabel) if each.isVisible()]
    assert any(each.startswith("Dit is een kleine organisatie") for each in words)


@pytest.mark.parametrize(("error", "words"), [(DiskFull, "Opslaan lukt niet: de schijf is vol."), (Cancelled, "")])
def test_what_did_not_work_leaves_everything_and_the_sheet_as_it_was(
    desk: Desk, page: CasePage, note: ContactId, monkeypatch: pytest.MonkeyPatch, error: type[Exception], words: str
) -> None:
    sheet = opened(desk, page)
    ask(desk, sheet, "Noor", "collega A")

    def fail(*_given: object, **_more: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(index, "optimize", fail)
        desk.click(sheet, "replaceButton")
    assert sheet.isVisible()
    assert stored(desk, note) == NOTE
    assert seen(sheet, QLabel, "replaceFault").text().startswith(words)
    assert may_replace(sheet)
    desk.click(sheet, "replaceButton")
    assert not sheets(page)


def test_closing_while_it_works_stops_it(desk: Desk, page: CasePage, note: ContactId) -> None:
    sheet = opened(desk, page)
    ask(desk, sheet, "Noor", "collega A")
    seen(sheet, QAbstractButton, "replaceButton").click()
    sheet.reject()
    assert sheet.isVisible()
    desk.settle()
    desk.qtbot.waitUntil(lambda: sheet._work is None)
    assert stored(desk, note) in (NOTE, NOTE.replace("manager Noor", "manager collega A"))
