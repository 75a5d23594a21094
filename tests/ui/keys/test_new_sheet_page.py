"""A new recovery sheet: on paper first, then it takes the place of the old one; never a code that is on no paper."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.ui.desk import Desk
from tests.ui.keys.conftest import Program
from tests.ui.keys.steps import type_groups
from ui.door import Door
from ui.frame import Frame
from ui.navigation import MessageKind, Page, Place
from ui.pages.keys.last_steps import ApplyStep, DoneStep
from ui.pages.keys.new_sheet_page import NewSheetPage
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.unlock_page import UnlockPage
from vpjournal.errors import WrongPassphrase
from vpjournal.journal.keys import draw_code
from vpjournal.journal.opening import CHEAPEST, open_journal, open_journal_with_code


@pytest.fixture
def old_groups(desk: Desk, sheet_groups: tuple[str, ...], tmp_path: Path) -> tuple[str, ...]:
    """Let the journal on the desk be one whose sheet is at hand."""
    door = Door(tmp_path / "Blad.vpjournal", cheapest=True)
    desk.operations.close(done=lambda _nothing: None, failed=lambda error: pytest.fail(repr(error)))
    desk.operations.open(lambda: door.open(PASSPHRASE), done=lambda _nothing: None, failed=pytest.fail)
    desk.settle()
    return sheet_groups


@pytest.fixture
def page(desk: Desk, old_groups: tuple[str, ...]) -> NewSheetPage:
    made = NewSheetPage(desk.context)
    desk.show(made)
    made.open(Place(Page.NEW_SHEET))
    desk.settle()
    return made


def close(desk: Desk) -> None:
    desk.operations.close(done=lambda _nothing: None, failed=lambda error: pytest.fail(repr(error)))
    desk.settle()


def opens(folder: Path, groups: tuple[str, ...]) -> bool:
    try:
        open_journal_with_code(folder, " ".join(groups)).close()
    except WrongPassphrase:
        return False
    return True


def test_the_sheet_counts_once_it_is_on_paper_and_the_passphrase_was_given(
    desk: Desk, page: NewSheetPage, old_groups: tuple[str, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "Blad.vpjournal"
    sheet = page.step
    assert isinstance(sheet, SheetStep)
    assert "Tot dan geldt uw oude blad." in " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert not sheet.later_button.isVisible()
    sheet.print_button.click()
    desk.settle()
    new = sheet.state.groups
    type_groups(sheet)
    apply = page.step
    assert isinstance(apply, ApplyStep)
    apply.present.set_text("dit is hem niet")
    apply.apply_button.click()
    desk.settle()
    assert "past niet" in apply.present.fault
    apply.present.set_text(PASSPHRASE)
    apply.apply_button.click()
    desk.settle()
    assert isinstance(page.step, DoneStep)
    close(desk)
    assert opens(folder, new)
    assert not opens(folder, old_groups)
    with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        assert journal.settings.read().recovery_confirmed
    assert page.state.groups == ()


def test_until_then_the_old_sheet_counts_and_leaving_says_so(
    desk: Desk, page: NewSheetPage, old_groups: tuple[str, ...], tmp_path: Path
) -> None:
    sheet = page.step
    assert isinstance(sheet, SheetStep)
    assert desk.flush(page)
    assert desk.messages == []
    sheet.print_button.click()
    desk.settle()
    new = sheet.state.groups
    assert desk.flush(page)
    [(words, kind)] = desk.messages
    assert "blijft het oude herstelblad gelden" in words
    assert kind is MessageKind.LOOK
    desk.undo()
    assert desk.places == [Place(Page.NEW_SHEET)]
    page.open(Place(Page.NEW_SHEET))
    assert page.state.groups == new
    close(desk)
    assert opens(tmp_path / "Blad.vpjournal", old_groups)
    assert not opens(tmp_path / "Blad.vpjournal", new)


def test_another_look_keeps_the_code_that_is_on_paper(desk: Desk, page: NewSheetPage) -> None:
    groups = page.state.groups
    again = NewSheetPage(desk.context)
    desk.show(again)
    again.open(Place(Page.NEW_SHEET))
    desk.settle()
    assert groups
    assert again.state.groups == groups
    assert isinstance(again.step, SheetStep)
    assert not any(group in repr(again.state) + repr(desk.context) for group in groups)


def test_without_a_printer_the_code_can_be_read_to_copy_it_by_hand(qtbot: QtBot, page: NewSheetPage) -> None:
    sheet = page.step
    assert isinstance(sheet, SheetStep)
    assert not sheet.code.isVisible()
    sheet.by_hand_button.click()
    shown = [label.text() for label in sheet.code.findChildren(QLabel) if label.isVisible()]
    assert [text for text in shown if text in sheet.state.groups] == list(sheet.state.groups)
    # What has come in has the room that it asks for.
    qtbot.waitUntil(lambda: sheet.height() >= sheet.heightForWidth(sheet.width()))


def test_a_slip_in_a_group_is_pointed_at_and_nothing_goes_on(desk: Desk, page: NewSheetPage) -> None:
    sheet = page.step
    assert isinstance(sheet, SheetStep)
    first, second = sheet.state.asked
    sheet.groups.edit(first).setText(sheet.state.groups[first - 1])
    other = draw_code()
    sheet.groups.edit(second).setText(other.groups[second - 1])
    sheet.check_button.click()
    assert page.step is sheet
    assert f"Groep {second} hoort bij een ander blad" in sheet.fault.text()
    sheet.groups.edit(second).setText("ABCDE")
    sheet.check_button.click()
    assert f"Groep {second} is nog niet zoals op het blad" in sheet.fault.text()


def test_the_code_is_on_no_disk(desk: Desk, page: NewSheetPage, tmp_path: Path) -> None:
    sheet = page.step
    assert isinstance(sheet, SheetStep)
    sheet.print_button.click()
    desk.settle()
    type_groups(sheet)
    groups = page.state.groups
    assert isinstance(page.step, ApplyStep)
    page.step.present.set_text(PASSPHRASE)
    page.step.apply_button.click()
    desk.settle()
    close(desk)
    for path in tmp_path.rglob("*"):
        held = path.read_bytes() if path.is_file() else b""
        assert not any(form in held for group in groups for form in (group.encode(), group.encode("utf-16-le")))


def test_the_window_made_anew_brings_the_printed_sheet_back(program: Program) -> None:
    unlock = program.page(UnlockPage)
    unlock.field.set_text(PASSPHRASE)
    unlock.unlock_button.click()
    frame = program.page(Frame)
    frame.navigate(Place(Page.NEW_SHEET))
    program.qtbot.waitUntil(lambda: isinstance(page_of(frame).step, SheetStep))
    groups = page_of(frame).state.groups
    program.session._preferences.step_text_scale(1)
    program.qtbot.waitUntil(lambda: program.session.window.content is not frame)
    again = program.page(Frame)
    program.qtbot.waitUntil(lambda: isinstance(page_of(again).step, SheetStep))
    assert page_of(again).state.groups == groups


def page_of(frame: Frame) -> NewSheetPage:
    page: object = frame.page
    assert isinstance(page, NewSheetPage)
    return page
