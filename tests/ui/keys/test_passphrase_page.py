"""Another passphrase: proposed or one's own, with the present one asked for, and true words about what opens what."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.builders import PASSPHRASE
from tests.ui.desk import Desk
from tests.ui.keys.steps import Held, take_words, type_words
from ui.navigation import MessageKind, Page, Place
from ui.pages.keys.last_steps import DoneStep
from ui.pages.keys.passphrase_page import PassphrasePage
from ui.pages.keys.passphrase_steps import OwnStep, PracticeStep, WordsStep
from ui.pages.keys.state import Screen
from ui.widgets.passphrase_field import PassphraseField
from vpjournal.errors import WrongPassphrase
from vpjournal.journal.opening import CHEAPEST, open_journal

OWN = "zeven blauwe olifanten lezen stil de krant onder tafel"


@pytest.fixture
def page(desk: Desk) -> PassphrasePage:
    made = PassphrasePage(desk.context)
    desk.show(made)
    made.open(Place(Page.PASSPHRASE))
    desk.settle()
    return made


def words_on(widget: QWidget | None) -> str:
    assert widget is not None
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def close(desk: Desk) -> None:
    desk.operations.close(done=lambda _nothing: None, failed=lambda error: pytest.fail(repr(error)))
    desk.settle()


def opens(folder: Path, passphrase: str) -> bool:
    try:
        open_journal(folder, passphrase, floor=CHEAPEST).close()
    except WrongPassphrase:
        return False
    return True


def test_the_proposed_words_open_the_journal_from_now_on(
    desk: Desk, page: PassphrasePage, journal_folder: Path
) -> None:
    desk.qtbot.waitUntil(lambda: isinstance(page.step, WordsStep) and page.step.take_button.hasFocus())
    new = take_words(page.step)
    desk.qtbot.waitUntil(lambda: isinstance(page.step, PracticeStep) and page.step.present.edit.hasFocus())
    assert "de oude of de nieuwe wachtzin" in words_on(page.step)
    type_words(page.step, new, present=PASSPHRASE)
    desk.settle()
    assert isinstance(page.step, DoneStep)
    told = words_on(page.step)
    assert "De oude wachtzin opent dit journaal niet meer." in told
    assert "gaan nog open met de oude wachtzin" in told
    page.step.done_button.click()
    page.step.backups_button.click()
    assert desk.places == [Place(Page.SETTINGS), Place(Page.BACKUPS)]
    close(desk)
    assert opens(journal_folder, new)
    assert not opens(journal_folder, PASSPHRASE)


def test_a_wrong_present_passphrase_is_told_at_its_field_and_changes_nothing(
    desk: Desk, page: PassphrasePage, journal_folder: Path
) -> None:
    new = take_words(page.step)
    type_words(page.step, new)
    assert isinstance(page.step, PracticeStep)
    assert page.step.present.fault == "Typ eerst uw wachtzin van nu."
    type_words(page.step, new, present="dit is hem niet")
    desk.settle()
    assert "past niet" in page.step.present.fault
    assert not page.step.field.fault
    assert page.step.create_button.isEnabled()
    assert page.step.field.text == new
    close(desk)
    assert opens(journal_folder, PASSPHRASE)


def test_an_own_passphrase_is_judged_as_at_the_first_run(
    desk: Desk, page: PassphrasePage, journal_folder: Path
) -> None:
    page.show_screen(Screen.OWN)
    assert isinstance(page.step, OwnStep)
    for text in ("welkom2024", OWN):
        page.step.present.set_text(PASSPHRASE)
        page.step.field.set_text(text)
        page.step.again.set_text(text)
        page.step._on_field_edited()
        page.step.create_button.click()
        desk.settle()
        if text != OWN:
            assert isinstance(page.step, OwnStep)
            assert "te makkelijk te raden" in page.step.field.fault
    assert isinstance(page.step, DoneStep)
    close(desk)
    assert opens(journal_folder, OWN)


def test_stopping_leaves_the_old_passphrase(desk: Desk, page: PassphrasePage, journal_folder: Path) -> None:
    new = take_words(page.step)
    held = Held(desk.operations)

    def begin_and_stop() -> None:
        type_words(page.step, new, present=PASSPHRASE)
        assert isinstance(page.step, PracticeStep)
        assert not page.step.busy.isHidden()
        page.step.busy.cancelled.emit()

    held.while_held(begin_and_stop)
    desk.settle()
    assert isinstance(page.step, PracticeStep)
    assert "Er is niets gewijzigd" in page.step.field.fault
    assert page.step.busy.isHidden()
    close(desk)
    assert opens(journal_folder, PASSPHRASE)
    assert not opens(journal_folder, new)


def test_leaving_waits_for_a_change_that_is_under_way_and_says_what_came_of_it(
    desk: Desk, page: PassphrasePage
) -> None:
    new = take_words(page.step)
    answers: list[bool] = []
    held = Held(desk.operations)

    def begin_and_leave() -> None:
        type_words(page.step, new, present=PASSPHRASE)
        page.flush(answers.append)
        assert not answers

    held.while_held(begin_and_leave)
    desk.settle()
    assert answers == [True]
    assert desk.messages == [("Uw nieuwe wachtzin geldt", MessageKind.DONE)]


def test_locking_gives_it_up_by_itself(desk: Desk, page: PassphrasePage, journal_folder: Path) -> None:
    new = take_words(page.step)
    held = Held(desk.operations)

    def begin_and_interrupt() -> None:
        type_words(page.step, new, present=PASSPHRASE)
        desk.operations.interrupt()

    held.while_held(begin_and_interrupt)
    desk.settle()
    close(desk)
    assert opens(journal_folder, PASSPHRASE)


def test_another_look_keeps_the_words_and_a_new_visit_after_the_change_begins_anew(
    desk: Desk, page: PassphrasePage
) -> None:
    assert isinstance(page.step, WordsStep)
    words = page.step.state.words
    again = PassphrasePage(desk.context)
    desk.show(again)
    again.open(Place(Page.PASSPHRASE))
    assert again.state.words == words
    chosen = take_words(again.step)
    type_words(again.step, chosen, present=PASSPHRASE)
    desk.settle()
    third = PassphrasePage(desk.context)
    desk.show(third)
    third.open(Place(Page.PASSPHRASE))
    assert isinstance(third.step, DoneStep)
    again.open(Place(Page.PASSPHRASE))
    assert isinstance(again.step, WordsStep)
    assert again.state.words != words
    assert not any(word in repr(desk.context) for word in again.state.words)


def test_leaving_halfway_leaves_no_passphrase_in_a_field(desk: Desk, page: PassphrasePage) -> None:
    take_words(page.step)
    assert isinstance(page.step, PracticeStep)
    page.step.present.set_text(PASSPHRASE)
    page.step.field.set_text("molen")
    assert desk.flush(page)
    assert [field.text for field in page.findChildren(PassphraseField)] == ["", ""]
