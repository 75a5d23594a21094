"""Notes in the case workspace: kept exactly as typed, each with its own contact, and everything can be undone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from tests.builders import a_case, a_contact
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.case.case_page import CasePage
from ui.pages.case.notes_part import NotesPart
from ui.pages.case.part import PartName
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.note_editor import NoteEditor
from vpjournal.domain.case import Channel, Phase
from vpjournal.domain.contact import Contact, ContactDraft, NoteState
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.text import NOTE_LIMIT, canonical
from vpjournal.domain.unsaved import Home, Kind, Unsaved, stamp
from vpjournal.domain.views import BinKind
from vpjournal.journal.facade import Journal

__all__ = ["desk"]

PHASE = Phase.FIRST_CONVERSATION


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(a_case)


def open_notes(desk: Desk, case: CaseId, detail: str = "") -> CasePage:
    page = CasePage(desk.context, factories={PartName.NOTES: NotesPart}, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    page.open(Place(Page.CASE, case, f"{PHASE}/{PartName.NOTES}", detail))
    desk.settle()
    return page


def part_of(page: CasePage) -> NotesPart:
    return next(part for part in page.findChildren(NotesPart) if part.phase is PHASE)


def editor_of(page: CasePage) -> NoteEditor:
    return part_of(page).editor


def contacts(desk: Desk, case: CaseId) -> tuple[Contact, ...]:
    return desk.run(lambda journal: journal.contacts.list(case, PHASE))


def stored(desk: Desk, contact: ContactId) -> str:
    return desk.run(lambda journal: journal.notes.read(contact)).text


def written(desk: Desk, case: CaseId, *notes: str) -> list[ContactId]:
    """Make a contact for each note, the last one today."""
    days = [today() - timedelta(days=3 * back) for back in reversed(range(len(notes)))]
    return [
        desk.run(lambda journal, day=day, note=note: a_contact(journal, case, PHASE, day, note=note))
        for day, note in zip(days, notes, strict=True)
    ]


def test_a_contact_is_recorded_and_its_note_comes_back_at_the_same_place(desk: Desk, case: CaseId) -> None:
    page = open_notes(desk, case)
    desk.click(page, "recordContactButton")
    (contact,) = contacts(desk, case)
    assert contact.details == ContactDraft(PHASE, CoarseDay.exactly(today()))
    QTest.keyClicks(editor_of(page), "Komt niet meer naar de lunch.")
    QTest.keyClick(editor_of(page), Qt.Key.Key_Home)
    assert desk.flush(page)
    assert stored(desk, contact.id) == "Komt niet meer naar de lunch."
    place = page.place()
    assert place.detail == f"{contact.id}:0"
    again = open_notes(desk, case, f"{contact.id}:5")
    assert editor_of(again).text() == "Komt niet meer naar de lunch."
    assert editor_of(again).textCursor().position() == 5
    assert again.focusWidget() is editor_of(again)


def test_typing_saves_by_itself(desk: Desk, case: CaseId) -> None:
    (contact,) = written(desk, case, "")
    page = open_notes(desk, case)
    QTest.keyClicks(editor_of(page), "vanzelf")
    desk.qtbot.waitUntil(lambda: stored(desk, contact) == "vanzelf", timeout=5_000)


def test_each_contact_keeps_its_own_text(desk: Desk, case: CaseId) -> None:
    first, second = written(desk, case, "van toen", "van nu")
    page = open_notes(desk, case)
    assert editor_of(page).text() == "van nu"
    QTest.keyClicks(editor_of(page), "Meer ")
    chips = seen(page, ChoiceRow, "contactChips")
    QTest.mouseClick(chips.button(first), Qt.MouseButton.LeftButton)
    desk.settle()
    assert editor_of(page).text() == "van toen"
    assert (stored(desk, first), stored(desk, second)) == ("van toen", "Meer van nu")
    desk.click(page, "anotherContactButton")
    assert editor_of(page).text() == ""
    assert len(contacts(desk, case)) == 3


def test_a_damaged_note_stays_closed_and_shows_nothing_of_the_one_before(desk: Desk, case: CaseId) -> None:
    first, second = written(desk, case, "van toen", "van nu")

    def damage(journal: Journal) -> None:
        with journal._database.transaction():
            journal._database.execute("UPDATE note SET text = ? WHERE contact_id = ?", ("van to\0", first))

    desk.run(damage)
    page = open_notes(desk, case)
    assert editor_of(page).text() == "van nu"
    chips = seen(page, ChoiceRow, "contactChips")
    QTest.mouseClick(chips.button(first), Qt.MouseButton.LeftButton)
    desk.settle()
    assert editor_of(page).text() == ""
    assert editor_of(page).isReadOnly()
    assert "Deze tekst is beschadigd en blijft gesloten" in desk.messages[-1][0]
    QTest.keyClicks(editor_of(page), "niet hierover")
    assert desk.flush(page)
    rows = desk.run(lambda journal: journal._database.query("SELECT text FROM note WHERE contact_id = ?", (first,)))
    assert rows == [("van to\0",)]
    QTest.mouseClick(chips.button(second), Qt.MouseButton.LeftButton)
    desk.settle()
    assert editor_of(page).text() == "van nu"
    assert not editor_of(page).isReadOnly()


def test_a_question_becomes_a_heading_and_never_parts_a_sentence(desk: Desk, case: CaseId) -> None:
    written(desk, case, "Een zin.")
    page = open_notes(desk, case)
    part_of(page).aid().chosen.emit("Wat deed dat met u?")
    QTest.keyClicks(editor_of(page), "Veel")
    assert editor_of(page).text() == "Een zin.\n# Wat deed dat met u?\nVeel"


def test_a_question_without_a_contact_says_what_to_do_first(desk: Desk, case: CaseId) -> None:
    page = open_notes(desk, case)
    part_of(page).aid().chosen.emit("Wat deed dat met u?")
    assert desk.messages == [("Leg eerst een contact vast. Dan komt de vraag in uw aantekening.", MessageKind.LOOK)]


def test_a_template_leaves_the_cursor_below_its_first_heading(desk: Desk, case: CaseId) -> None:
    written(desk, case, "")
    page = open_notes(desk, case)
    part_of(page)._paper.head.template_chosen.emit("\n# Waarom nu\n\n# Afgesproken\n")
    QTest.keyClicks(editor_of(page), "Hier")
    assert editor_of(page).text() == "\n# Waarom nu\nHier\n# Afgesproken\n"


def test_points_are_ticked_and_counted(desk: Desk, case: CaseId) -> None:
    page = open_notes(desk, case)
    tree = part_of(page).aid().tree
    head = tree.model().index(0, 0)
    told = tree.model().index(0, 0, head)
    tree.expand(head)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(told).center())
    desk.settle()
    view = desk.run(lambda journal: journal.cases.view(case))
    assert view.case.told_points == {"role"}
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "Vooraf uitleggen 1 van 8"
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(told).center())
    desk.settle()
    assert desk.run(lambda journal: journal.cases.view(case)).case.told_points == frozenset()


def test_finishing_ends_the_history_and_can_be_undone(desk: Desk, case: CaseId) -> None:
    (contact,) = written(desk, case, "eerst")
    page = open_notes(desk, case)
    QTest.keyClicks(editor_of(page), "Ook ")
    desk.click(page, "finishNoteButton")
    assert contacts(desk, case)[0].note is NoteState.FINISHED
    assert stored(desk, contact) == "Ook eerst"
    assert desk.run(lambda journal: journal.notes.history(contact)) == ()
    QTest.keyClicks(editor_of(page), "niets")
    assert editor_of(page).text() == "Ook eerst"
    desk.undo()
    QTest.keyClicks(editor_of(page), "!")
    assert desk.flush(page)
    assert contacts(desk, case)[0].note is NoteState.WRITTEN
    assert "!" in stored(desk, contact)


def test_a_note_can_be_left_out_on_purpose_and_made_after_all(desk: Desk, case: CaseId) -> None:
    written(desk, case, "")
    page = open_notes(desk, case)
    desk.click(page, "leaveOutButton")
    assert contacts(desk, case)[0].note is NoteState.LEFT_OUT
    assert not editor_of(page).isVisible()
    desk.click(page, "takeBackButton")
    assert contacts(desk, case)[0].note is NoteState.UNWRITTEN
    assert editor_of(page).isVisible()


def test_a_removed_contact_comes_back_with_its_note(desk: Desk, case: CaseId) -> None:
    first, second = written(desk, case, "van toen", "van nu")
    page = open_notes(desk, case)
    QTest.keyClicks(editor_of(page), "Meer ")
    part_of(page)._paper.head.remove_wanted.emit()
    desk.settle()
    assert desk.messages[-1] == ("Verwijderd", MessageKind.DONE)
    assert [each.id for each in contacts(desk, case)] == [first]
    assert editor_of(page).text() == "van toen"
    desk.undo()
    assert [each.id for each in contacts(desk, case)] == [first, second]
    assert editor_of(page).text() == "Meer van nu"


def test_the_day_and_the_kind_of_a_contact_change_in_place(desk: Desk, case: CaseId) -> None:
    written(desk, case, "tekst")
    page = open_notes(desk, case)
    desk.click(page, "changeContactButton")
    QTest.mouseClick(seen(page, ChoiceRow, "contactChannel").button(Channel.VIDEO), Qt.MouseButton.LeftButton)
    desk.settle()
    desk.click(page, "contactDetailsDoneButton")
    assert contacts(desk, case)[0].details.channel is Channel.VIDEO
    assert editor_of(page).text() == "tekst"


def test_an_earlier_text_comes_back_as_the_newest_and_that_too_can_be_undone(desk: Desk, case: CaseId) -> None:
    (contact,) = written(desk, case, "de eerste tekst")
    desk.run(lambda journal: journal.notes.save(contact, "de tweede tekst"))
    page = open_notes(desk, case)
    part_of(page)._paper.head.history_wanted.emit()
    desk.settle()
    assert seen(page, QListWidget, "versionList").count() == 1
    assert seen(page, NoteEditor, "versionText").text() == "de eerste tekst"
    desk.click(page, "restoreVersionButton")
    assert stored(desk, contact) == editor_of(page).text() == "de eerste tekst"
    QTest.keyClick(editor_of(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.flush(page)
    assert stored(desk, contact) == "de tweede tekst"


def test_pictures_and_files_stay_out(desk: Desk, case: CaseId) -> None:
    written(desk, case, "")
    page = open_notes(desk, case)
    picture, file = QMimeData(), QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    file.setUrls([QUrl.fromLocalFile("/nergens/brief.pdf")])
    for pasted in (picture, file):
        editor_of(page).insertFromMimeData(pasted)
    assert [kind for _, kind in desk.messages] == [MessageKind.LOOK, MessageKind.LOOK]
    assert "blijven bij de melder" in desk.messages[0][0]
    assert editor_of(page).text() == ""


def test_broken_characters_are_told(desk: Desk, case: CaseId) -> None:
    (contact,) = written(desk, case, "")
    page = open_notes(desk, case)
    editor_of(page).insert_text("a\ud800b")
    assert "tekens waren onleesbaar" in desk.messages[-1][0]
    assert desk.flush(page)
    assert stored(desk, contact) == "a\ufffdb"


@pytest.mark.parametrize(
    "text", ["<b>vet</b> <img src='file:///x'> & \u202eomgekeerd", "- a\n\n  - b\t\n# kop", "woord " * 170_000]
)
def test_what_is_pasted_is_stored_as_it_is(desk: Desk, case: CaseId, text: str) -> None:
    (contact,) = written(desk, case, "")
    page = open_notes(desk, case)
    pasted = QMimeData()
    pasted.setText(text)
    editor_of(page).insertFromMimeData(pasted)
    # A long one is looked at on the way.
    desk.qtbot.waitUntil(lambda: editor_of(page).text() != "", timeout=20_000)
    assert desk.flush(page)
    assert stored(desk, contact) == canonical(text)


def test_a_text_that_is_too_long_stays_in_the_editor(desk: Desk, case: CaseId) -> None:
    (contact,) = written(desk, case, "kort")
    page = open_notes(desk, case)
    text = "\n".join(["x" * 99] * (NOTE_LIMIT // 100 + 1))
    editor_of(page).set_text(text)
    editor_of(page).moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor_of(page), "y")
    assert not desk.flush(page)
    assert "te lang" in desk.messages[-1][0]
    assert editor_of(page).text() == "y" + text
    assert stored(desk, contact) == "kort"


def test_a_full_disk_loses_nothing_and_is_tried_again(desk: Desk, case: CaseId) -> None:
    contact, _ = written(desk, case, "van toen", "van nu")
    page = open_notes(desk, case, str(contact))
    desk.fill_disk()
    text = "nieuw " * 20_000
    editor_of(page).insert_text(text)
    assert not desk.flush(page)
    assert "schijf is vol" in desk.messages[-1][0]
    part_of(page)._paper.head.switcher.chosen.emit(contacts(desk, case)[1].id)
    desk.settle()
    assert editor_of(page).text() == text + "van toen"
    (unsaved,) = part_of(page).unsaved()
    assert unsaved == Unsaved(Home(Kind.NOTE, case, contact), text + "van toen", stamp("van toen"))
    desk.empty_disk()
    desk.qtbot.waitUntil(lambda: stored(desk, contact) == text + "van toen", timeout=10_000)
    assert part_of(page).unsaved() == ()


def test_what_another_page_restores_is_shown(desk: Desk, case: CaseId) -> None:
    (contact,) = written(desk, case, "weg en terug")
    desk.run(lambda journal: journal.contacts.remove(contact))
    page = open_notes(desk, case)
    desk.run(lambda journal: journal.bin.restore(BinKind.CONTACT, contact))
    assert editor_of(page).text() == "weg en terug"


def test_nothing_is_typed_between_the_last_save_and_the_end(desk: Desk, case: CaseId) -> None:
    (contact,) = written(desk, case, "eerst")
    page = open_notes(desk, case)
    QTest.keyClicks(editor_of(page), "Ook ")
    part_of(page)._paper.head.finish_wanted.emit()
    QTest.keyClicks(editor_of(page), "te laat")
    desk.settle()
    assert editor_of(page).text() == stored(desk, contact) == "Ook eerst"
    assert contacts(desk, case)[0].note is NoteState.FINISHED
