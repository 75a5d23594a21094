"""A hit leads to the very words: the case, the phase, the part, the field, and the cursor behind what was found."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.builders import TODAY, a_case, a_choice, a_contact, an_agreement, an_option
from tests.ui.desk import Desk, desk
from ui.dialogs.find_sheet import _place_of
from ui.navigation import Place
from ui.pages.case.board.slots import slot_at, slots, text_at
from ui.pages.case.case_page import CasePage
from ui.pages.case.parts import FACTORIES
from ui.spots import read_spot, spot_detail
from ui.widgets.note_editor import NoteEditor
from ui.widgets.plain_text_box import PlainTextBox
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.case import Phase
from vpjournal.domain.guidance import ChoiceDraft, ChoiceKind, ClosureDraft, FollowUp, Goals, RoleCheckDraft
from vpjournal.domain.ids import CaseId
from vpjournal.domain.views import Hit, HitKind, Spot
from vpjournal.journal.facade import Journal

__all__ = ["desk"]


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return desk.run(lambda journal: a_case(journal, about="een gele regenjas", hopes="rust"))


def open_hit(desk: Desk, words: str) -> tuple[CasePage, Hit]:
    """Search for words that stand in one place, and go there."""
    (hit,) = desk.run(lambda journal: journal.search.find(words))
    place = _place_of(hit)
    assert place is not None
    assert Place.decode(place.encode()) == place
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    page.open(place)
    desk.settle()
    return page, hit


def found_in(box: PlainTextBox) -> list[str]:
    return [each.cursor.selectedText() for each in box.extraSelections()]


def focused(page: QWidget) -> QWidget:
    widget = page.window().focusWidget()
    assert widget is not None
    return widget


FORMS: dict[str, Callable[[Journal, CaseId], object]] = {
    "needsField": lambda j, case: j.goals.save(case, Goals(needs="meer zomergras", never="niets")),
    "neverField": lambda j, case: j.goals.save(case, Goals(needs="niets", never="\U0001f331 geen zomergras")),
    "goodSignField": lambda j, case: j.choices.add(
        case, ChoiceDraft(ChoiceKind.HEARD, TODAY, "stil", good_sign="weer zomergras zien")
    ),
    "leftUndoneField": lambda j, case: j.closure.save(case, ClosureDraft(left_undone="zomergras")),
    "roleWordsField": lambda j, case: j.role_checks.record(
        case, RoleCheckDraft(Phase.SECOND_CONVERSATION, TODAY, words="over zomergras")
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_hit_in_a_form_leads_to_its_field(desk: Desk, case: CaseId, name: str) -> None:
    desk.run(lambda journal: FORMS[name](journal, case))
    page, _ = open_hit(desk, "zomergras")
    box = focused(page)
    assert isinstance(box, PlainTextBox)
    assert box.objectName() == name
    assert found_in(box) == ["zomergras"]


def test_a_hit_in_the_line_of_a_case_leads_there(desk: Desk, case: CaseId) -> None:
    page, _ = open_hit(desk, "regenjas")
    field = focused(page)
    assert isinstance(field, QLineEdit)
    assert field.text()[: field.cursorPosition()] == "een gele regenjas"


def test_a_hit_in_a_note_is_coloured_and_typing_takes_nothing_away(desk: Desk, case: CaseId) -> None:
    note = f"\U0001f331 {'Woorden. ' * 1200}\nDe melder zag het zomergras, en meer zomergras.\n{'Woorden. ' * 300}"
    desk.run(lambda journal: a_contact(journal, case, Phase.CHOICE, note="van later"))
    contact = desk.run(lambda journal: a_contact(journal, case, Phase.CHOICE, note=note, day=TODAY))
    desk.run(lambda journal: a_contact(journal, case, Phase.CHOICE, note="nog een"))
    page, hit = open_hit(desk, "zomergras")
    editor = focused(page)
    assert isinstance(editor, NoteEditor)
    assert hit.record == contact
    assert found_in(editor) == ["zomergras"]
    assert editor.viewport().rect().contains(editor.cursorRect())
    QTest.keyClicks(editor, "!")
    assert editor.text() == note.replace("zomergras", "zomergras!", 1)
    assert found_in(editor) == []


def test_a_hit_in_the_note_that_is_open_moves_the_cursor_there(desk: Desk, case: CaseId) -> None:
    contact = desk.run(lambda journal: a_contact(journal, case, Phase.CHOICE, note="eerst nevel, dan zomergras"))
    page, _ = open_hit(desk, "nevel")
    editor = focused(page)
    assert isinstance(editor, NoteEditor)
    page.open(Place.decode(f'["case", {case}, "choice/notes", "{spot_detail(contact, Spot(0, 17, 26))}"]'))
    desk.settle()
    assert found_in(editor) == ["zomergras"]


def test_a_hit_on_the_board_leads_to_its_cell(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: an_option(journal, case, "iets anders"))
    desk.run(lambda journal: an_option(journal, case, "praten", says="bij het zomergras"))
    page, _ = open_hit(desk, "zomergras")
    cell = focused(page)
    assert "‘bij het zomergras’" in [
        label.text() for label in [cell, *cell.findChildren(QLabel)] if hasattr(label, "text")
    ]


def test_every_place_of_an_option_is_in_its_slot(desk: Desk, case: CaseId) -> None:
    kinds = (LineKind.CON, LineKind.PRO, LineKind.CON, LineKind.CONSEQUENCE)
    lines = tuple(BoardLine(kind, BoardText(f"regel{number}")) for number, kind in enumerate(kinds))
    draft = OptionDraft(BoardText("titel"), who_decides=BoardText("beslist"), lines=lines, says="zegt\nmeer")
    desk.run(lambda journal: journal.board.add(case, draft))
    for slot in slots(draft):
        for word in text_at(draft, slot).split():
            (hit,) = desk.run(lambda journal, word=word: journal.search.find(word))
            assert slot_at(draft, hit.spot.start) == slot
            assert slot_at(draft, hit.spot.end) == slot


def test_a_hit_in_an_agreement_leads_to_it(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: an_agreement(journal, case, "bellen"))
    agreement = desk.run(lambda journal: an_agreement(journal, case, "zomergras maaien"))
    page, _ = open_hit(desk, "zomergras")
    row = page.findChild(QWidget, f"agreement_{agreement}")
    assert row is not None
    assert row.isAncestorOf(focused(page))


def test_an_earlier_choice_stays_as_it_is(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: a_choice(journal, case, "zomergras"))
    desk.run(lambda journal: a_choice(journal, case, "iets nieuws"))
    page, _ = open_hit(desk, "zomergras")
    boxes = page.findChildren(PlainTextBox)
    assert [found for box in boxes for found in found_in(box)] == []


def test_follow_up_and_every_kind_there_is_lead_somewhere(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: journal.follow_up.save(case, FollowUp(how="zomergras")))
    page, _ = open_hit(desk, "zomergras")
    assert page.place().part == "follow_up/follow_up"
    for kind in HitKind:
        place = _place_of(Hit(kind, case, "Merel-47", 12, None, "", ()))
        assert place is not None
        assert place.record in (case, 12)


def test_only_what_was_written_as_a_spot_is_read_as_one() -> None:
    assert read_spot(spot_detail(12, Spot(1, 2, 3))) == (12, Spot(1, 2, 3))
    for other in ("", "12", "12:3", "option:12", "12@1:2-", "x@1:2-3", "12@1:2-3 ", "1" * 30 + "@1:2-3"):
        assert read_spot(other) is None


def test_keys_of_a_found_place_do_not_reach_the_text_by_accident(desk: Desk, case: CaseId) -> None:
    desk.run(lambda journal: journal.goals.save(case, Goals(needs="meer zomergras")))
    page, _ = open_hit(desk, "zomergras")
    QTest.keyClick(focused(page), Qt.Key.Key_Right)
    assert page.findChild(PlainTextBox, "needsField").text() == "meer zomergras"
