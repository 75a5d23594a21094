"""The first run: from nothing to an open journal, with the sheet on paper and two groups typed back."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from ui.door import Door
from ui.operations import Operations
from ui.pages.first_run_about import AboutStep
from ui.pages.first_run_look import LookStep
from ui.pages.first_run_page import FirstRunPage
from ui.pages.first_run_place import PlaceStep
from ui.pages.front import FrontContext
from ui.pages.keys.passphrase_steps import OwnStep, PracticeStep, WordsStep
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.keys.state import KeyState, Screen
from ui.pages.sheet_reminder_page import SheetReminderPage
from ui.preferences import Preferences
from ui.theme import Theme
from vpjournal.domain.language import Language, Texts
from vpjournal.domain.views import JournalSettings

OWN = "zeven blauwe olifanten lezen stil de krant onder tafel"


@dataclass
class Run:
    """A first run on the screen."""

    page: FirstRunPage
    context: FrontContext
    printer: ScriptedPrinter
    files: ScriptedFiles
    operations: Operations
    folder: Path


@pytest.fixture
def context(
    theme: Theme, dutch: Texts, preferences: Preferences, operations: Operations, tmp_path: Path
) -> FrontContext:
    return FrontContext(
        door=Door(tmp_path / "data" / "Nieuw.vpjournal", cheapest=True),
        operations=operations,
        theme=theme,
        texts=dutch,
        preferences=preferences,
        files=ScriptedFiles(),
        printer=ScriptedPrinter(),
    )


@pytest.fixture
def run(qtbot: QtBot, context: FrontContext) -> Run:
    page = FirstRunPage(context, state=KeyState())
    qtbot.addWidget(page)
    page.resize(1180, 720)
    with qtbot.waitExposed(page):
        page.show()
    assert isinstance(context.printer, ScriptedPrinter)
    assert isinstance(context.files, ScriptedFiles)
    return Run(page, context, context.printer, context.files, context.operations, context.door.folder)


def go(run: Run, screen: Screen) -> None:
    run.page.step.go.emit(screen)


def create(qtbot: QtBot, run: Run) -> SheetStep:
    """Take the proposed words, type them once, and come to the sheet."""
    go(run, Screen.WORDS)
    go(run, Screen.PRACTICE)
    step = run.page.step
    assert isinstance(step, PracticeStep)
    step.field.set_text(" ".join(run.page.state.words))
    with qtbot.waitSignal(run.operations.idle):
        step.create_button.click()
    qtbot.waitUntil(lambda: isinstance(run.page.step, SheetStep))
    sheet = run.page.step
    assert isinstance(sheet, SheetStep)
    if run.operations.is_busy:
        with qtbot.waitSignal(run.operations.idle):
            pass
    return sheet


def settings(qtbot: QtBot, run: Run) -> JournalSettings:
    found: list[JournalSettings] = []
    with qtbot.waitSignal(run.operations.idle):
        run.operations.run(lambda journal: journal.settings.read(), done=found.append)
    return found[0]


def test_language_size_and_colours_are_chosen_first(run: Run) -> None:
    step = run.page.step
    assert isinstance(step, LookStep)
    step.languages.button(Language.ENGLISH).click()
    step.sizes.button(1.5).click()
    assert run.context.preferences.language is Language.ENGLISH
    assert run.context.preferences.text_scale == 1.5


def test_there_is_a_way_for_who_has_a_journal_already(qtbot: QtBot, run: Run) -> None:
    step = run.page.step
    assert isinstance(step, LookStep)
    with qtbot.waitSignal(run.page.other_requested):
        step.existing_button.click()


def test_what_it_is_says_more_when_asked(run: Run) -> None:
    go(run, Screen.ABOUT)
    step = run.page.step
    assert isinstance(step, AboutStep)
    assert not step.more.isVisible()
    step.more_button.click()
    assert step.more.isVisible()


def test_other_words_are_a_click_away(run: Run) -> None:
    go(run, Screen.WORDS)
    step = run.page.step
    assert isinstance(step, WordsStep)
    before = run.page.state.words
    assert len(before) == 6
    step.other_button.click()
    assert run.page.state.words != before
    assert [label.text() for label in step._labels] == list(run.page.state.words)


def test_the_words_survive_a_change_of_language_or_size(qtbot: QtBot, run: Run) -> None:
    go(run, Screen.WORDS)
    words = run.page.state.words
    again = FirstRunPage(run.context, state=run.page.state)
    qtbot.addWidget(again)
    assert isinstance(again.step, WordsStep)
    assert again.state.words == words


def test_practice_needs_the_very_words(run: Run) -> None:
    go(run, Screen.WORDS)
    go(run, Screen.PRACTICE)
    step = run.page.step
    assert isinstance(step, PracticeStep)
    step.field.set_text(" ".join(reversed(run.page.state.words)))
    step.create_button.click()
    assert "nog niet de zes woorden" in step.field.fault
    assert not run.folder.exists()


@pytest.mark.parametrize("weak", ["welkom2024", "aaaaaaaaaaaaaaaaaaaa", "vertrouwenspersoon2024"])
def test_a_weak_own_passphrase_is_refused_with_the_reason(qtbot: QtBot, run: Run, weak: str) -> None:
    go(run, Screen.OWN)
    step = run.page.step
    assert isinstance(step, OwnStep)
    step.field.set_text(weak)
    step.again.set_text(weak)
    with qtbot.waitSignal(run.operations.idle):
        step.create_button.click()
    assert "te makkelijk te raden" in step.field.fault
    assert not run.folder.exists()


def test_an_own_passphrase_is_typed_twice_and_opens(qtbot: QtBot, run: Run) -> None:
    go(run, Screen.OWN)
    step = run.page.step
    assert isinstance(step, OwnStep)
    step.field.set_text(OWN)
    step.again.set_text(OWN + "s")
    with qtbot.waitSignal(run.operations.idle):
        step.create_button.click()
    assert "niet dezelfde" in step.again.fault
    step.again.set_text(OWN)
    step.create_button.click()
    qtbot.waitUntil(lambda: isinstance(run.page.step, SheetStep), timeout=10_000)
    with qtbot.waitSignal(run.operations.idle):
        run.operations.close(done=lambda _nothing: None, failed=pytest.fail)
    with qtbot.waitSignal(run.operations.idle):
        run.operations.open(lambda: run.context.door.open(OWN), done=lambda _nothing: None, failed=pytest.fail)
    assert run.operations.is_open


def test_the_proposed_words_open_the_journal_with_one_space_between(qtbot: QtBot, run: Run) -> None:
    go(run, Screen.WORDS)
    words = run.page.state.words
    create(qtbot, run)
    with qtbot.waitSignal(run.operations.idle):
        run.operations.close(done=lambda _nothing: None, failed=pytest.fail)
    with qtbot.waitSignal(run.operations.idle):
        run.operations.open(
            lambda: run.context.door.open(" ".join(words)), done=lambda _nothing: None, failed=pytest.fail
        )
    assert run.operations.is_open
    assert run.context.preferences.journal_folder == run.folder


def test_a_journal_that_is_there_is_never_written_over(qtbot: QtBot, run: Run) -> None:
    run.folder.mkdir(parents=True)
    go(run, Screen.WORDS)
    go(run, Screen.PRACTICE)
    step = run.page.step
    assert isinstance(step, PracticeStep)
    step.field.set_text(" ".join(run.page.state.words))
    with qtbot.waitSignal(run.operations.idle):
        step.create_button.click()
    assert "staat al iets" in step.field.fault
    assert step.create_button.isEnabled()
    assert list(run.folder.iterdir()) == []


def test_the_sheet_is_shown_printed_and_its_groups_come_back(qtbot: QtBot, run: Run) -> None:
    sheet = create(qtbot, run)
    assert not sheet.preview.pixmap().isNull()
    assert not sheet.later_button.isVisible()
    with qtbot.waitSignal(run.operations.idle):
        sheet.print_button.click()
    [job] = run.printer.jobs
    assert len(job.images) == 1
    assert sheet.later_button.isVisible()
    for place in run.page.state.asked:
        sheet.groups.edit(place).setText("00000")
    sheet.check_button.click()
    assert sheet.fault.isVisible()
    for place in run.page.state.asked:
        sheet.groups.edit(place).setText(run.page.state.groups[place - 1].lower())
    with qtbot.waitSignal(run.operations.idle):
        sheet.check_button.click()
    assert isinstance(run.page.step, PlaceStep)
    assert settings(qtbot, run).recovery_confirmed
    with qtbot.waitSignal(run.page.finished):
        run.page.step.finished.emit()


def test_the_sheet_is_saved_as_a_new_file_only(qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    sheet = create(qtbot, run)
    run.files.path = tmp_path / "Herstelblad.pdf"
    with qtbot.waitSignal(run.operations.idle):
        sheet.save_button.click()
    assert run.files.path.read_bytes() == run.page.state.sheet
    assert "niet beveiligd" in sheet.message.text
    with qtbot.waitSignal(run.operations.idle):
        sheet.save_button.click()
    assert "staat al iets" in sheet.message.text


def test_without_a_printer_that_is_said(qtbot: QtBot, run: Run) -> None:
    sheet = create(qtbot, run)
    run.printer.there = False
    sheet.print_button.click()
    assert "geen printer" in sheet.message.text
    assert not run.page.state.on_paper


def test_later_is_asked_once_more_at_the_next_unlock(qtbot: QtBot, run: Run) -> None:
    sheet = create(qtbot, run)
    sheet.later_button.click()
    assert isinstance(run.page.step, PlaceStep)
    assert settings(qtbot, run) == JournalSettings(recovery_later_used=True)
    reminder = SheetReminderPage(run.context)
    qtbot.addWidget(reminder)
    for place in reminder.asked:
        reminder.groups.edit(place).setText("00000" if place == reminder.asked[0] else "")
    reminder.check_button.click()
    assert not reminder.fault.isHidden()
    for place in reminder.asked:
        reminder.groups.edit(place).setText(run.page.state.groups[place - 1])
    with qtbot.waitSignal(reminder.finished):
        reminder.check_button.click()
    assert settings(qtbot, run) == JournalSettings(recovery_confirmed=True)


def test_nothing_of_the_code_or_the_words_is_in_a_repr(qtbot: QtBot, run: Run) -> None:
    create(qtbot, run)
    shown = repr(run.page.state)
    assert not any(group in shown for group in run.page.state.groups)


def test_the_last_step_lets_a_place_for_backups_be_chosen(qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    create(qtbot, run).later_button.click()
    step = run.page.step
    assert isinstance(step, PlaceStep)
    stick = tmp_path / "stick"
    stick.mkdir()
    choose = step.findChildren(QAbstractButton, "choosePlaceButton")[0]
    about = step.findChildren(QLabel, "aboutPlace")[0]

    def choose_place(folder: Path) -> str:
        run.files.path = folder
        choose.click()
        qtbot.waitUntil(lambda: not run.operations.is_busy)
        return about.text() if about.isVisible() else ""

    assert "Dit is de map van het journaal zelf." in choose_place(run.folder)
    assert "dezelfde schijf" in choose_place(stick)
    found: list[str] = []
    with qtbot.waitSignal(run.operations.idle):
        run.operations.run(lambda journal: journal.backups.state().folder, done=found.append)
    assert found == [str(stick)]
    assert choose.text() == "Andere plek kiezen"
    go(run, Screen.PLACE)
    again = run.page.step
    qtbot.waitUntil(lambda: not run.operations.is_busy)
    assert str(stick) in again.findChildren(QLabel, "backupFolder")[0].text().replace("\u200b", "")
