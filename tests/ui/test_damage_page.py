"""A journal that does not open: each kind of damage is told in its own words, and the next step is on a button."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, a_case, a_contact, a_journal
from tests.core.vaults import snapshot
from tests.ui.program import Program
from ui.pages.damage_page import DamagePage
from ui.pages.restore_page import RestorePage
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.widgets.question_bar import QuestionBar
from vpjournal.errors import JournalDamaged
from vpjournal.journal.opening import CHEAPEST, open_journal

DATABASE = "data-000001.db"
HEADERS = ("journal.header", "journal.header.copy")
LONG = "gesprek over zomergras bij de dijk. " * 900


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, journal_folder: Path) -> Iterator[Program]:
    made = Program(qtbot, qapp, preferences, journal_folder)
    yield made
    made.end()


def damage_page(program: Program) -> DamagePage:
    program.qtbot.waitUntil(lambda: isinstance(program.window.content, DamagePage))
    program.settle()
    page = program.window.content
    assert isinstance(page, DamagePage)
    return page


def words_on(page: DamagePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def cut_off(folder: Path) -> None:
    path = folder / DATABASE
    path.write_bytes(path.read_bytes()[:-4096])


def spoil_headers(folder: Path) -> None:
    for name in HEADERS:
        (folder / name).write_bytes(b"x" * 100)


def lose_headers(folder: Path) -> None:
    for name in HEADERS:
        (folder / name).unlink()


def mix_up(folder: Path) -> None:
    a_journal(folder.parent, name="Ander").close()
    shutil.copy(folder.with_name("Ander.vpjournal") / DATABASE, folder / DATABASE)


def spoil_first_page(folder: Path) -> None:
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)


def make_newer(folder: Path) -> None:
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    with journal._database.transaction():
        journal._database.execute("PRAGMA user_version = 9999")
    journal.close()


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "headers damaged": (spoil_headers, "De twee kleine bestanden"),
    "headers lost": (lose_headers, "De twee kleine bestanden"),
    "database lost": (lambda folder: (folder / DATABASE).unlink(), "staat niet meer in de map van het journaal"),
    "cut off": (cut_off, "is korter of langer dan het hoort te zijn"),
    "emptied": (lambda folder: (folder / DATABASE).write_bytes(b""), "is korter of langer dan het hoort te zijn"),
    "longer": (
        lambda folder: (folder / DATABASE).write_bytes((folder / DATABASE).read_bytes() + b"x"),
        "is korter of langer dan het hoort te zijn",
    ),
    "of another journal": (mix_up, "horen niet bij elkaar"),
    "damaged": (spoil_first_page, "Een deel van het bestand met uw aantekeningen is beschadigd"),
    "newer": (make_newer, "Een nieuwere versie van VP-journaal"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_damage_has_its_own_words_and_nothing_is_changed(
    program: Program, journal_folder: Path, kind: str
) -> None:
    spoil, words = KINDS[kind]
    spoil(journal_folder)
    before = snapshot(journal_folder)
    program.start()
    program.unlock()
    page = damage_page(program)
    others = {told for _, told in KINDS.values()} - {words}
    shown = words_on(page)
    assert words in shown
    assert not [other for other in others if other in shown]
    assert page.restore_button.isVisible()
    assert page.copy_button.isVisible()
    assert page.look_button.isVisible() is (kind in ("cut off", "emptied", "longer", "damaged"))
    program.click(page.again_button)
    assert isinstance(program.window.content, UnlockPage)
    assert snapshot(journal_folder) == before


def back_up(folder: Path, place: Path) -> Path:
    place.mkdir(exist_ok=True)
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    made = journal.backups.prepare(place).run()
    journal.backups.choose_folder(place)
    journal.backups.record(made)
    journal.close()
    return made.path


def test_the_newest_good_backup_is_found_where_backups_were_made_and_handed_on(
    program: Program, journal_folder: Path, tmp_path: Path
) -> None:
    good = back_up(journal_folder, tmp_path / "stick")
    newer = good.with_name("Proef 2099-01-01.vpbackup")
    newer.write_bytes(good.read_bytes()[:-100] + bytes(100))
    other = a_journal(tmp_path / "elsewhere", name="Ander")
    other.backups.prepare(tmp_path / "stick", name="Ander 2098-01-01.vpbackup").run()
    other.close()
    program.preferences.set_backup_folder(tmp_path / "stick")
    cut_off(journal_folder)
    program.start()
    program.unlock()
    page = damage_page(program)
    assert "Gevonden en nagekeken" in page.backup_words.text()
    program.click(page.restore_button)
    restoring = program.window.content
    assert isinstance(restoring, RestorePage)
    assert restoring.state.file == good


def test_without_a_backup_a_folder_can_be_pointed_at(program: Program, journal_folder: Path, tmp_path: Path) -> None:
    good = back_up(journal_folder, tmp_path / "stick")
    spoil_headers(journal_folder)
    program.start()
    program.unlock()
    page = damage_page(program)
    assert "nog geen reservekopie gevonden" in page.backup_words.text()
    page.look_for_backups(tmp_path / "stick")
    program.settle()
    assert "Gevonden en nagekeken" in page.backup_words.text()
    asked: list[object] = []
    page.restore_requested.connect(lambda file: asked.append(file))  # noqa: PLW0108 - a method of a list would live on
    page.restore_button.click()
    assert asked == [good]


def test_a_copy_for_help_is_the_folder_as_it_is(program: Program, journal_folder: Path, tmp_path: Path) -> None:
    cut_off(journal_folder)
    (tmp_path / "help").mkdir()
    program.start()
    program.unlock()
    page = damage_page(program)
    page.copy_to(tmp_path / "help")
    program.settle()
    (copy,) = (tmp_path / "help").iterdir()
    assert snapshot(copy) == snapshot(journal_folder)
    assert copy.stat().st_mode & 0o077 == 0
    assert copy.name in page.told.text()


def spoil_a_note(folder: Path) -> None:
    """Damage a page of one long note, and let the file be too long, so that it is told at once."""
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    a_contact(journal, a_case(journal, "Merel-47"), note=LONG)
    a_contact(journal, a_case(journal, "Vink-12"), note="kort en heel")
    journal.close()
    path = folder / DATABASE
    data = path.read_bytes()
    for at in range(4096, len(data), 4096):
        path.write_bytes(data[: at + 100] + bytes([data[at + 100] ^ 1]) + data[at + 101 :])
        if affected_in(folder) == ["Merel-47"]:
            path.write_bytes(path.read_bytes() + bytes(4096))
            return
    pytest.fail("no page of the note was found")


def affected_in(folder: Path) -> list[str]:
    try:
        with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
            return [text.name for text in journal.health.affected()]
    except JournalDamaged:
        return []


def test_what_is_whole_can_be_looked_at_and_nothing_is_saved(program: Program, journal_folder: Path) -> None:
    spoil_a_note(journal_folder)
    before = snapshot(journal_folder)
    program.start()
    program.unlock()
    program.click(damage_page(program).look_button)
    frame = program.wait_for_frame()
    (bar,) = [each for each in frame.findChildren(QuestionBar, "lookingBar") if each.isVisible()]
    assert "aantekening van 18 november in Merel-47" in bar.text
    faults: list[object] = []
    program.operations.run(lambda journal: a_case(journal, "Lijster-33"), failed=faults.append)
    program.settle()
    assert [type(fault).__name__ for fault in faults] == ["OnlyToLook"]
    button = bar.findChild(QPushButton, "lookingHelpButton")
    assert isinstance(button, QPushButton)
    program.click(button)
    assert damage_page(program).look_button.isHidden()
    assert snapshot(journal_folder) == before
