"""Restoring: a backup is chosen, opened with what opened it on its day, and becomes a journal beside the other."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, a_case
from tests.core.vaults import snapshot
from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from tests.ui.test_stray_windows import Watch, watch
from ui.door import Door
from ui.entrance import Entrance
from ui.operations import Operations
from ui.pages.front import FrontContext, FrontPage
from ui.pages.other_journal_page import OtherJournalPage
from ui.pages.restore_page import RestorePage
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.theme import Theme
from ui.window import Window
from vpjournal.domain.language import Texts
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, create_journal

__all__ = ["watch"]


class Run:
    """The window with the entrance, a journal, and a backup of it on a stick."""

    def __init__(
        self, qtbot: QtBot, window: Window, entrance: Entrance, files: ScriptedFiles, code: tuple[str, ...]
    ) -> None:
        self.qtbot, self.window, self.entrance, self.files, self.code = qtbot, window, entrance, files, code

    @property
    def page(self) -> RestorePage:
        content = self.window.content
        assert isinstance(content, RestorePage)
        return content

    def idle(self) -> None:
        content = self.window.content
        assert isinstance(content, FrontPage)
        self.qtbot.waitUntil(lambda: not content.context.operations.is_busy)

    def choose(self, file: Path) -> None:
        self.files.path = file
        self.page.choose_button.click()
        self.idle()

    def restore(self, passphrase: str) -> None:
        self.page.secret.field.set_text(passphrase)
        self.page.restore_button.click()
        self.idle()


@pytest.fixture
def backup(tmp_path: Path) -> tuple[Path, Path, tuple[str, ...]]:
    """A journal with one case, its backup, and its recovery code."""
    stick = tmp_path / "stick"
    stick.mkdir()
    folder = tmp_path / "data" / "Mijn.vpjournal"
    folder.parent.mkdir()
    code, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    a_case(journal, "Merel-47")
    made = journal.backups.prepare(stick).run()
    journal.close()
    return folder, made.path, code.groups


@pytest.fixture
def run(
    qtbot: QtBot,
    theme: Theme,
    dutch: Texts,
    preferences: Preferences,
    operations: Operations,
    backup: tuple[Path, Path, tuple[str, ...]],
) -> Run:
    files, window = ScriptedFiles(), Window()

    def context(door: Door) -> FrontContext:
        return FrontContext(
            door=door,
            operations=operations,
            theme=theme,
            texts=dutch,
            preferences=preferences,
            files=files,
            printer=ScriptedPrinter(),
        )

    operations.crashed.connect(lambda error: pytest.fail(repr(error)))
    entrance = Entrance(window, Door(backup[0], cheapest=True), make_context=context)
    entrance.setParent(window)
    entrance.show_unlock()
    window.resize(1180, 700)
    window.show()
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    made = Run(qtbot, window, entrance, files, backup[2])
    unlock = window.content
    assert isinstance(unlock, UnlockPage)
    unlock.other_button.click()
    other = window.content
    assert isinstance(other, OtherJournalPage)
    made.idle()
    other.restore_button.click()
    return made


def opened_cases(run: Run, operations: Operations) -> list[str]:
    found: list[list[str]] = []

    def codes(journal: Journal) -> list[str]:
        return [case.code for case in journal.cases.list()]

    operations.run(codes, done=found.append)
    run.qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_backup_becomes_a_journal_beside_the_other_and_opens(
    run: Run, operations: Operations, preferences: Preferences, backup: tuple[Path, Path, tuple[str, ...]]
) -> None:
    folder, file, _code = backup
    before = snapshot(folder)
    run.choose(file)
    assert str(date.today().year) in run.page.chosen.title.text()  # noqa: DTZ011 - the day of the backup
    run.restore(PASSPHRASE)
    restored = run.page.state.restored
    assert restored is not None
    assert restored.other == folder
    assert restored.folder.parent == folder.parent
    assert preferences.journal_folder == restored.folder
    assert snapshot(folder) == before
    with run.qtbot.waitSignal(run.entrance.opened):
        run.page.open_button.click()
    assert run.entrance.door.folder == restored.folder
    assert run.page.state.passphrase == ""
    assert opened_cases(run, operations) == ["Merel-47"]


def test_a_wrong_passphrase_is_told_and_can_be_tried_again(run: Run, backup: tuple[Path, Path, object]) -> None:
    run.choose(backup[1])
    run.restore("dit is hem niet")
    assert "past niet op deze reservekopie" in run.page.secret.field.fault
    assert run.page.restore_button.isEnabled()
    assert [path.name for path in backup[0].parent.iterdir()] == [backup[0].name]
    run.restore(PASSPHRASE)
    assert run.page.state.restored is not None


def test_nothing_typed_is_asked_for(run: Run, backup: tuple[Path, Path, object]) -> None:
    run.choose(backup[1])
    run.page.restore_button.click()
    assert run.page.secret.field.fault == "Typ eerst uw wachtzin."
    run.page.secret.other_button.click()
    run.page.restore_button.click()
    assert run.page.secret.fault.text() == "Typ eerst de code van het herstelblad."
    assert run.page.secret.field.fault == ""


def test_the_recovery_code_of_that_day_restores_and_opens(run: Run, operations: Operations, backup: object) -> None:
    assert isinstance(backup, tuple)
    run.choose(backup[1])
    run.page.secret.other_button.click()
    groups = list(run.code)
    typed = ("7" if groups[2][0] != "7" else "8") + groups[2][1:]
    for place, group in enumerate(groups, 1):
        run.page.secret.groups.edit(place).setText(typed if place == 3 else group)
    run.page.restore_button.click()
    run.idle()
    assert "groep 3" in run.page.secret.fault.text()
    run.page.secret.groups.edit(3).setText(groups[2])
    run.page.restore_button.click()
    run.idle()
    with run.qtbot.waitSignal(run.entrance.opened):
        run.page.open_button.click()
    assert opened_cases(run, operations) == ["Merel-47"]


def flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (Path.unlink, "is er niet meer"),
        (lambda file: file.write_text("een brief"), "geen reservekopie"),
        (flipped, "beschadigd"),
    ],
)
def test_what_is_no_whole_backup_is_told(
    run: Run, backup: tuple[Path, Path, object], spoil: Callable[[Path], object], words: str
) -> None:
    spoil(backup[1])
    run.choose(backup[1])
    assert words in run.page.fault.text()
    assert run.page.choose_button.isEnabled()


def test_a_stick_that_is_pulled_out_meanwhile_is_told(run: Run, backup: tuple[Path, Path, object]) -> None:
    run.choose(backup[1])
    shutil.rmtree(backup[1].parent)
    run.restore(PASSPHRASE)
    assert "usb-stick" in run.page.fault.text()
    assert run.page.state.restored is None


def test_stopping_leaves_nothing_and_one_can_go_on(run: Run, backup: tuple[Path, Path, object]) -> None:
    run.choose(backup[1])
    run.page.secret.field.set_text(PASSPHRASE)
    run.page.restore_button.click()
    assert run.page.busy.isVisible()
    assert not run.page.restore_button.isEnabled()
    run.page.busy.cancelled.emit()
    run.idle()
    assert run.page.state.restored is None
    assert [path.name for path in backup[0].parent.iterdir()] == [backup[0].name]
    assert run.page.restore_button.isEnabled()
    assert not run.page.busy.isVisible()
    run.restore(PASSPHRASE)
    assert run.page.state.restored is not None


def test_another_place_can_be_chosen_and_one_that_is_copied_elsewhere_is_told(
    run: Run, backup: tuple[Path, Path, object], tmp_path: Path
) -> None:
    run.choose(backup[1])
    assert not run.page.chosen.warning.isVisible()
    synced = tmp_path / "OneDrive"
    synced.mkdir()
    run.files.path = synced
    run.page.chosen.place_button.click()
    run.idle()
    assert "OneDrive" in run.page.chosen.warning.text()
    assert run.page.chosen.warning.isVisible()
    run.restore(PASSPHRASE)
    restored = run.page.state.restored
    assert restored is not None
    assert restored.folder.parent == synced


def test_a_journal_never_comes_to_lie_in_another(run: Run, backup: tuple[Path, Path, object]) -> None:
    folder, file, _code = backup
    run.choose(file)
    within = folder / "hier"
    within.mkdir()
    for chosen in (folder, within):
        run.files.path = chosen
        run.page.chosen.place_button.click()
        run.idle()
        assert "Kies een andere plek" in run.page.fault.text()
    found = run.page.state.found
    assert found is not None
    assert found.destination.folder.parent == folder.parent


def test_other_looks_keep_what_was_chosen_and_typed(run: Run, backup: tuple[Path, Path, object]) -> None:
    run.choose(backup[1])
    run.qtbot.keyClicks(run.page.secret.field.edit, "molen lan")
    before = run.page
    run.entrance.show_again()
    assert run.page is not before
    assert run.page.secret.field.text == "molen lan"
    run.restore(PASSPHRASE)
    run.entrance.show_again()
    with run.qtbot.waitSignal(run.entrance.opened):
        run.page.open_button.click()


def test_a_backup_can_be_handed_in_and_one_can_go_back(run: Run, backup: tuple[Path, Path, object]) -> None:
    asked: list[bool] = []
    run.entrance.show_restore(back=lambda: asked.append(True), file=backup[1])
    run.idle()
    assert run.page.chosen.title.text().startswith("Reservekopie van")
    run.qtbot.mouseClick(run.page.back_button, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_when_it_does_not_open_by_itself_the_passphrase_is_asked(
    run: Run, qapp: QApplication, backup: tuple[Path, Path, object]
) -> None:
    run.choose(backup[1])
    run.restore(PASSPHRASE)
    restored = run.page.state.restored
    assert restored is not None
    shutil.rmtree(restored.folder)
    run.page.open_button.click()
    run.qtbot.waitUntil(lambda: isinstance(run.window.content, UnlockPage))
    assert run.entrance.door.folder == restored.folder


def other_page(run: Run) -> OtherJournalPage:
    run.entrance.show_other(back=run.entrance.show_unlock)
    content = run.window.content
    assert isinstance(content, OtherJournalPage)
    run.idle()
    return content


def test_the_other_journal_is_found_again(run: Run, backup: tuple[Path, Path, object]) -> None:
    assert other_page(run).found_buttons == []
    run.entrance.show_restore(back=run.entrance.show_unlock, file=backup[1])
    run.idle()
    run.restore(PASSPHRASE)
    (link,) = other_page(run).found_buttons
    assert link.text().startswith("Mijn, voor het laatst gewijzigd op")
    link.click()
    assert isinstance(run.window.content, UnlockPage)
    assert run.entrance.door.folder == backup[0]


def test_a_folder_can_be_pointed_to(run: Run, tmp_path: Path) -> None:
    page = other_page(run)
    run.files.path = tmp_path / "Oud.vpjournal"
    page.folder_button.click()
    run.qtbot.waitUntil(lambda: isinstance(run.window.content, UnlockPage))
    assert run.entrance.door.folder == tmp_path / "Oud.vpjournal"


def test_a_folder_that_is_copied_elsewhere_is_told_before_it_is_opened(run: Run, tmp_path: Path) -> None:
    page = other_page(run)
    run.files.path = tmp_path / "Dropbox" / "Oud.vpjournal"
    page.folder_button.click()
    run.idle()
    assert run.window.content is page
    (words,) = [each.text() for each in page.findChildren(QLabel) if each.isVisible() and "Dropbox" in each.text()]
    assert "vanzelf naar internet" in words
    page.anyway_button.click()
    assert isinstance(run.window.content, UnlockPage)
    assert run.entrance.door.folder == run.files.path


def test_the_keyboard_is_where_one_types(run: Run, backup: tuple[Path, Path, object]) -> None:
    run.window.activateWindow()
    run.choose(backup[1])
    assert run.page.secret.field.edit.hasFocus()
    run.restore("dit is hem niet")
    assert run.page.secret.field.edit.hasFocus()
    run.page.secret.other_button.click()
    assert run.page.secret.groups.edit(1).hasFocus()
    run.page.secret.other_button.click()
    run.restore(PASSPHRASE)
    assert run.page.open_button.hasFocus()


def test_nothing_flashes_and_nothing_takes_the_keyboard_elsewhere(
    run: Run, watch: Watch, backup: tuple[Path, Path, object]
) -> None:
    run.entrance.show_restore(back=run.entrance.show_unlock)
    run.choose(backup[1])
    run.restore("dit is hem niet")
    run.restore(PASSPHRASE)
    other_page(run)
    assert watch.shown == []
