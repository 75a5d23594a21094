"""From the code on the sheet to a new passphrase, a new sheet, and the journal; until the end the old sheet counts."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.builders import PASSPHRASE
from tests.ui.keys.conftest import Program
from tests.ui.keys.steps import Held, take_words, type_groups, type_words
from ui.frame import Frame
from ui.navigation import Page, Place
from ui.pages.keys.last_steps import ApplyStep, DoneStep
from ui.pages.keys.passphrase_steps import PracticeStep, WordsStep
from ui.pages.keys.recovered_page import RecoveredPage
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.recovery_page import RecoveryPage
from ui.pages.unlock_page import UnlockPage
from vpjournal.errors import WrongPassphrase
from vpjournal.journal.opening import CHEAPEST, open_journal, open_journal_with_code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Blad.vpjournal"


@pytest.fixture
def page(program: Program, sheet_groups: tuple[str, ...]) -> RecoveredPage:
    """The page after opening with the code, typed with a slip first."""
    program.page(UnlockPage).forgotten_button.click()
    asks = program.page(RecoveryPage)
    slip = ("7" if sheet_groups[4][0] != "7" else "8") + sheet_groups[4][1:]
    for groups in ((*sheet_groups[:4], slip, *sheet_groups[5:]), sheet_groups):
        for place, group in enumerate(groups, 1):
            asks.groups.edit(place).setText(group)
        asks.open_button.click()
        program.qtbot.waitUntil(lambda: not program.operations.is_busy)
        if groups != sheet_groups:
            assert "In groep 5 klopt iets niet" in asks.fault.text()
    return program.page(RecoveredPage)


def settle(program: Program) -> None:
    program.qtbot.waitUntil(lambda: not program.operations.is_busy)


def words_on(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def close(program: Program) -> None:
    program.operations.close(done=lambda _nothing: None, failed=lambda error: pytest.fail(repr(error)))
    settle(program)


def opens(folder: Path, *, passphrase: str = "", groups: tuple[str, ...] = ()) -> bool:
    try:
        if groups:
            open_journal_with_code(folder, " ".join(groups)).close()
        else:
            open_journal(folder, passphrase, floor=CHEAPEST).close()
    except WrongPassphrase:
        return False
    return True


def choose(program: Program, page: RecoveredPage) -> str:
    """Take the words that are proposed and come to the sheet."""
    new = take_words(page.step)
    assert isinstance(page.step, PracticeStep)
    assert page.step.create_button.text() == "Verder"
    type_words(page.step, new)
    program.qtbot.waitUntil(lambda: isinstance(page.step, SheetStep))
    settle(program)
    return new


def test_a_new_passphrase_and_a_new_sheet_then_the_journal(
    program: Program, page: RecoveredPage, sheet_groups: tuple[str, ...], folder: Path
) -> None:
    assert "blijft uw herstelblad gelden, ook als u nu stopt" in words_on(page.step)
    new = choose(program, page)
    groups = page.state.groups
    type_groups(page.step)
    program.qtbot.waitUntil(lambda: isinstance(page.step, DoneStep))
    assert "De oude wachtzin en het oude blad openen dit journaal niet meer." in words_on(page.step)
    assert page.state.passphrase == ""
    assert page.state.groups == ()
    assert isinstance(page.step, DoneStep)
    page.step.done_button.click()
    program.page(Frame)
    close(program)
    assert opens(folder, passphrase=new)
    assert opens(folder, groups=groups)
    assert not opens(folder, passphrase=PASSPHRASE)
    assert not opens(folder, groups=sheet_groups)
    with closing(open_journal(folder, new, floor=CHEAPEST)) as journal:
        assert journal.settings.read().recovery_confirmed


def test_without_paper_at_hand_the_sheet_that_was_used_stays(
    program: Program, page: RecoveredPage, sheet_groups: tuple[str, ...], folder: Path
) -> None:
    new = choose(program, page)
    groups = page.state.groups
    assert isinstance(page.step, SheetStep)
    assert page.step.later_button.text() == "Mijn huidige blad houden"
    page.step.later_button.click()
    program.qtbot.waitUntil(lambda: isinstance(page.step, DoneStep))
    assert "Het blad dat u net gebruikte, blijft geldig." in words_on(page.step)
    assert isinstance(page.step, DoneStep)
    page.step.backups_button.click()
    frame = program.page(Frame)
    assert frame.place() == Place(Page.BACKUPS)
    close(program)
    assert opens(folder, passphrase=new)
    assert opens(folder, groups=sheet_groups)
    assert not opens(folder, groups=groups)
    assert not opens(folder, passphrase=PASSPHRASE)


def test_locked_before_the_end_everything_is_what_it_was(
    program: Program, page: RecoveredPage, sheet_groups: tuple[str, ...], folder: Path
) -> None:
    new = choose(program, page)
    program.session.departure.lock()
    assert program.session.window.is_covered
    program.wait_until_left()
    settle(program)
    assert opens(folder, groups=sheet_groups)
    assert opens(folder, passphrase=PASSPHRASE)
    assert not opens(folder, passphrase=new)


def test_locked_while_it_changes_exactly_one_of_old_and_new_opens(
    program: Program, page: RecoveredPage, sheet_groups: tuple[str, ...], folder: Path
) -> None:
    new = choose(program, page)
    held = Held(program.operations)

    def begin_and_lock() -> None:
        type_groups(page.step)
        assert isinstance(page.step, ApplyStep)
        program.session.departure.lock()

    held.while_held(begin_and_lock)
    program.wait_until_left()
    settle(program)
    assert opens(folder, passphrase=new) is not opens(folder, passphrase=PASSPHRASE)
    assert opens(folder, groups=sheet_groups)


def test_after_a_stop_it_is_tried_again_or_left(
    program: Program, page: RecoveredPage, sheet_groups: tuple[str, ...], folder: Path
) -> None:
    new = choose(program, page)
    held = Held(program.operations)

    def begin_and_stop() -> None:
        type_groups(page.step)
        assert isinstance(page.step, ApplyStep)
        assert page.step.apply_button.isHidden()
        page.step.busy.cancelled.emit()

    held.while_held(begin_and_stop)
    settle(program)
    step = page.step
    assert isinstance(step, ApplyStep)
    assert "Er is niets gewijzigd" in step.fault.text()
    assert step.apply_button.text() == "Nog een keer proberen"
    assert "Gaat u verder zonder, dan blijft alles zoals het was." in words_on(step)
    program.session._preferences.step_text_scale(1)
    program.qtbot.waitUntil(lambda: program.session.window.content is not page)
    page = program.page(RecoveredPage)
    assert isinstance(page.step, SheetStep)
    held = Held(program.operations)
    held.while_held(begin_and_stop)
    settle(program)
    step = page.step
    assert isinstance(step, ApplyStep)
    step.give_up_button.click()
    program.page(Frame)
    close(program)
    assert opens(folder, groups=sheet_groups)
    assert not opens(folder, passphrase=new)


def test_language_and_size_change_nothing_of_what_was_chosen(program: Program, page: RecoveredPage) -> None:
    assert isinstance(page.step, WordsStep)
    words = page.step.state.words
    program.session._preferences.step_text_scale(1)
    again = program.page(RecoveredPage)
    program.qtbot.waitUntil(lambda: program.session.window.content is not page)
    again = program.page(RecoveredPage)
    assert again.state.words == words
    take_words(again.step)
    assert isinstance(again.step, PracticeStep)
