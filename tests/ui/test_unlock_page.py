"""Unlocking: the right passphrase opens, everything else is told calmly and leaves the page ready for another try."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from ui.door import Door
from ui.operations import Operations
from ui.pages.front import FrontContext
from ui.pages.recovery_page import RecoveryPage
from ui.pages.restore_parts import SecretOfThatDay
from ui.pages.restore_state import RestoreState
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.theme import Theme
from vpjournal.domain.language import Texts
from vpjournal.errors import Cancelled
from vpjournal.journal.moving import remove_journal
from vpjournal.journal.opening import CHEAPEST, create_journal


@pytest.fixture
def context(
    theme: Theme, dutch: Texts, preferences: Preferences, operations: Operations, journal_folder: Path
) -> FrontContext:
    return FrontContext(
        door=Door(journal_folder, cheapest=True),
        operations=operations,
        theme=theme,
        texts=dutch,
        preferences=preferences,
        files=ScriptedFiles(),
        printer=ScriptedPrinter(),
    )


@pytest.fixture
def page(qtbot: QtBot, context: FrontContext) -> UnlockPage:
    made = UnlockPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    return made


def try_to_unlock(qtbot: QtBot, page: UnlockPage, passphrase: str) -> None:
    page.field.set_text(passphrase)
    with qtbot.waitSignal(page.context.operations.idle):
        qtbot.mouseClick(page.unlock_button, Qt.MouseButton.LeftButton)


def test_the_right_passphrase_opens(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.waitSignal(page.opened):
        qtbot.keyClicks(page.field.edit, PASSPHRASE)
        qtbot.keyClick(page.field.edit, Qt.Key.Key_Return)
    assert page.context.operations.is_open
    assert page.field.text == ""


def test_a_wrong_passphrase_is_told_calmly_and_nothing_changes(
    qtbot: QtBot, page: UnlockPage, journal_folder: Path
) -> None:
    before = {path.name: path.read_bytes() for path in journal_folder.iterdir()}
    sentences = set()
    for _ in range(3):
        try_to_unlock(qtbot, page, "dit is hem niet")
        sentences.add(page.field.fault)
    assert [sentence[:27] for sentence in sentences] == ["Deze wachtzin past niet. Ki"]
    assert page.unlock_button.isEnabled()
    assert page.field.edit.selectedText() == "dit is hem niet"
    assert {path.name: path.read_bytes() for path in journal_folder.iterdir()} == before


def test_while_the_key_is_derived_the_button_waits(qtbot: QtBot, page: UnlockPage) -> None:
    page.field.set_text(PASSPHRASE)
    with qtbot.waitSignal(page.opened):
        page.unlock_button.click()
        assert not page.unlock_button.isEnabled()
        assert page.busy.isVisible()


def test_an_empty_field_asks_for_the_passphrase(qtbot: QtBot, page: UnlockPage) -> None:
    qtbot.mouseClick(page.unlock_button, Qt.MouseButton.LeftButton)
    assert page.field.fault == "Typ eerst uw wachtzin."
    assert not page.context.operations.is_busy


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (shutil.rmtree, "staat niet meer op de plek"),
        (
            lambda folder: folder.rename(folder.with_name("x")).parent.joinpath(folder.name).write_text(""),
            "niet door dit",
        ),
        (lambda folder: next(iter(folder.glob("data-*.db"))).write_bytes(b"x" * 4096), "beschadigd"),
    ],
)
def test_each_fault_has_its_own_sentence(
    qtbot: QtBot, page: UnlockPage, journal_folder: Path, spoil: object, words: str
) -> None:
    assert callable(spoil)
    spoil(journal_folder)
    try_to_unlock(qtbot, page, PASSPHRASE)
    assert words in page.field.fault


def test_a_journal_that_is_open_elsewhere_is_told(
    qtbot: QtBot, open_operations: Operations, context: FrontContext
) -> None:
    other = Operations()
    second = UnlockPage(replace(context, operations=other))
    qtbot.addWidget(second)
    try_to_unlock(qtbot, second, PASSPHRASE)
    other.stop()
    assert "al geopend" in second.field.fault


def test_words_complete_themselves_with_tab(qtbot: QtBot, page: UnlockPage) -> None:
    qtbot.keyClicks(page.field.edit, PASSPHRASE[:3])
    popup = page.findChild(QListWidget)
    assert popup is not None
    assert popup.isVisible()
    first = popup.item(0).text()
    assert 1 <= popup.count() <= 3
    qtbot.keyClick(page.field.edit, Qt.Key.Key_Tab)
    assert page.field.edit.text() == f"{first} "
    # The space is there for the next word; it belongs to no passphrase that ends here.
    assert page.field.text == first
    assert not popup.isVisible()
    assert page.field.edit.hasFocus()


def test_a_hidden_passphrase_is_not_given_away_by_the_list(qtbot: QtBot, page: UnlockPage) -> None:
    page.field._toggle.click()
    assert not page.field.is_shown
    assert not page.context.preferences.show_passphrase
    qtbot.keyClicks(page.field.edit, PASSPHRASE[:3])
    popup = page.findChild(QListWidget)
    assert popup is None or not popup.isVisible()


def test_caps_lock_is_noticed_at_the_first_letter(qtbot: QtBot, page: UnlockPage) -> None:
    qtbot.keyClick(page.field.edit, "A")
    assert page.field._caps.isVisible()
    qtbot.keyClick(page.field.edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not page.field._caps.isVisible()


def test_the_recovery_code_opens_and_a_slip_is_pointed_at(qtbot: QtBot, tmp_path: Path, context: FrontContext) -> None:
    folder = tmp_path / "Ander.vpjournal"
    code, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    journal.close()
    page = RecoveryPage(replace(context, door=Door(folder, cheapest=True)))
    qtbot.addWidget(page)
    page.show()
    typed = list(code.groups)
    typed[2] = ("7" if typed[2][0] != "7" else "8") + typed[2][1:]
    qtbot.keyClicks(page.groups.edit(1), " ".join(typed))
    for place, group in enumerate(typed, 1):
        page.groups.edit(place).setText(group)
    with qtbot.waitSignal(context.operations.idle):
        page.open_button.click()
    assert "groep 3" in page.fault.text()
    assert page.groups.edit(3).property("fault")
    page.groups.edit(3).setText(code.groups[2].lower())
    with qtbot.waitSignal(page.opened):
        page.open_button.click()


def test_a_pasted_code_spreads_over_the_fields(qtbot: QtBot, context: FrontContext) -> None:
    page = RecoveryPage(context)
    qtbot.addWidget(page)
    groups = ["AAAAA", "BBBBB", "CCCCC", "DDDDD", "EEEEE", "FFFFF", "GGGGG"]
    page.groups.edit(1).insert(" ".join(groups))
    page.groups.edit(1).textEdited.emit(" ".join(groups))
    assert [page.groups.typed(place) for place in range(1, 8)] == groups


def test_what_an_interrupted_emptying_left_is_told_and_tidied_up(
    qtbot: QtBot, page: UnlockPage, journal_folder: Path
) -> None:
    def stop(done: int, of: int) -> None:
        if done * 2 > of:
            raise Cancelled

    with pytest.raises(Cancelled):
        remove_journal(journal_folder, PASSPHRASE, floor=CHEAPEST, progress=stop)
    assert page.context.door.was_being_emptied()
    page.context.preferences.set_journal_folder(journal_folder)
    page.context.preferences.set_backup_folder(journal_folder.parent)
    try_to_unlock(qtbot, page, PASSPHRASE)
    assert "alleen nog resten" in page.field.fault
    with qtbot.waitSignal(page.context.operations.idle):
        page.tidy_button.click()
    assert not journal_folder.exists()
    assert page.elsewhere_button.isVisible()
    assert not page.tidy_button.isVisible()
    assert page.context.preferences.journal_folder is None
    assert page.context.preferences.backup_folder is None


def test_what_was_typed_and_not_used_does_not_stay(
    qtbot: QtBot, context: FrontContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.forgetting.FORGET_AFTER_MS", 200)
    unlock, recovery = UnlockPage(context), RecoveryPage(context)
    state = RestoreState()
    secret = SecretOfThatDay(context, state)
    for each in (unlock, recovery, secret):
        qtbot.addWidget(each)
    qtbot.keyClicks(unlock.field.edit, "wolk tafel")
    qtbot.keyClicks(recovery.groups.edit(1), "ABCDE")
    qtbot.keyClicks(secret.field.edit, "wolk")
    assert (unlock.field.text, recovery.groups.typed(1), state.passphrase) == ("wolk tafel", "ABCDE", "wolk")
    qtbot.waitUntil(lambda: unlock.field.text == "")
    qtbot.waitUntil(lambda: recovery.groups.typed(1) == "")
    qtbot.waitUntil(lambda: (state.passphrase, secret.field.text) == ("", ""))
