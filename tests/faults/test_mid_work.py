"""Rows 19, 20, 24 and 25 as the adviser meets them: in the middle of writing, through the real window.

Every time the text stays on the screen, what is the matter is said, and nothing is lost once it is over.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_contact, a_journal
from tests.faults.disks import disk, fill, make_room, read_only
from tests.faults.recorder import Tried
from tests.ui.desk import seen
from tests.ui.journals import preferences
from tests.ui.program import Program
from tests.ui.writing import BEFORE, TYPED, Case, come_back, editor_of, link, message, sealed
from ui.autosave import Autosave
from ui.cover import Cover
from ui.navigation import Page, Place
from ui.pages.case.note_head import NoteHead
from ui.pages.replaced_page import ReplacedPage
from ui.preferences import Preferences
from ui.widgets.note_editor import NoteEditor
from vpjournal.domain.case import Phase
from vpjournal.domain.guidance import Goals

__all__ = ["disk", "preferences"]

LONG = TYPED * 10_000
"""340,000 characters: more than lies free within the journal's own file, and less than the reserve."""


@pytest.fixture
def case(disk: Path) -> Iterator[Case]:
    a_journal(disk).close()
    yield Case(disk / "Proef.vpjournal")
    for path in sealed():
        path.unlink()


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, preferences: Preferences, case: Case) -> Iterator[Callable[[], Program]]:
    """Starts a program and unlocks the journal."""
    made: list[Program] = []

    def begin() -> Program:
        program = Program(qtbot, qapp, preferences, case.folder)
        made.append(program)
        come_back(program)
        return program

    yield begin
    for program in made:
        if program.operations.is_open:
            program.end()


def hurry(program: Program) -> None:
    """Try again sooner than after five seconds."""
    for autosave in program.window.findChildren(Autosave):
        autosave._limit.setInterval(100)
        autosave._rest.setInterval(20)


def write(program: Program, editor: NoteEditor, text: str) -> str:
    """Type a text in the note; return what stands there then."""
    hurry(program)
    editor.insert_text(text)
    return editor.text()


def is_saved(program: Program) -> bool:
    return not any(autosave.dirty for autosave in program.window.findChildren(Autosave))


def wait_until_saved(program: Program) -> None:
    program.qtbot.waitUntil(lambda: is_saved(program), timeout=10_000)


def lock(program: Program) -> None:
    program.session.departure.lock()
    program.qtbot.waitUntil(lambda: bool(program.left))


# The disk is full


def test_the_reserve_lets_one_write_on_a_full_disk(
    start: Callable[[], Program], disk: Path, case: Case, tried: Tried
) -> None:
    program = start()
    editor = editor_of(program, case)
    fill(disk)
    text = write(program, editor, LONG)
    wait_until_saved(program)
    assert not (case.folder / "reserve").exists()
    lock(program)
    assert case.stored() == text
    assert sealed() == []
    tried(19, "writes in the window on a full disk, with the reserve", 1)


def test_the_reserve_lets_one_delete_on_a_full_disk(
    start: Callable[[], Program], disk: Path, case: Case, tried: Tried
) -> None:
    journal = case.open()
    contact = a_contact(journal, case.id, Phase.FIRST_CONVERSATION, note=LONG)
    journal.close()
    program = start()
    editor_of(program, case)
    fill(disk)
    head = seen(program.window, NoteHead, "")
    head.switcher.chosen.emit(contact)
    program.settle()
    head.remove_wanted.emit()
    message(program, "Verwijderd")
    frame = program.wait_for_frame()
    frame.navigate(Place(Page.BIN))
    program.click(link(program, "Nu vernietigen"))
    program.answer(accept=True)
    message(program, "Vernietigd")
    lock(program)
    journal = case.open()
    assert [each.id for each in journal.contacts.list(case.id)] == [case.contact]
    assert journal.bin.list() == ()
    journal.close()
    tried(19, "deletes and destroys in the window on a full disk, with the reserve", 1)


def test_on_a_full_disk_the_text_waits_and_is_saved_by_itself(
    start: Callable[[], Program], disk: Path, case: Case, tried: Tried
) -> None:
    program = start()
    editor = editor_of(program, case)
    (case.folder / "reserve").unlink()
    fill(disk)
    text = write(program, editor, LONG)
    message(program, "Opslaan lukt niet: de schijf is vol.")
    assert editor.text() == text
    assert not is_saved(program)
    make_room(disk)
    wait_until_saved(program)
    message(program, "Opslaan lukt weer.")
    lock(program)
    assert case.stored() == text
    tried(19, "writes in the window on a full disk until there is room", 1)


def test_a_full_disk_does_not_keep_anyone_from_locking(
    start: Callable[[], Program], disk: Path, case: Case, tried: Tried
) -> None:
    program = start()
    editor = editor_of(program, case)
    (case.folder / "reserve").unlink()
    fill(disk)
    text = write(program, editor, LONG)
    message(program, "Opslaan lukt niet: de schijf is vol.")
    lock(program)
    assert len(sealed()) == 1
    assert case.stored() == BEFORE
    again = start()
    message(again, "Een tekst van de vorige keer kan nog niet worden opgeslagen.")
    make_room(disk)
    again.session._taking_in.begin()  # type: ignore[union-attr]  # It is there in an open journal.
    message(again, "Een tekst die eerder niet kon worden opgeslagen")
    lock(again)
    assert case.stored() == text
    assert sealed() == []
    tried(19, "locks with an unsaved text on a full disk", 1)


# The folder cannot be written to, or is gone


def test_in_a_folder_that_turned_read_only_the_text_waits_and_is_saved_by_itself(
    start: Callable[[], Program], case: Case, tried: Tried
) -> None:
    program = start()
    editor = editor_of(program, case)
    with read_only(case.folder):
        text = write(program, editor, TYPED)
        message(program, "In deze map mag niet worden geschreven.")
        assert editor.text() == text
        assert not is_saved(program)
    wait_until_saved(program)
    message(program, "Opslaan lukt weer.")
    lock(program)
    assert case.stored() == text
    tried(20, "writes in the window while the folder is read-only", 1)


def pull_out(case: Case, *, other_device: bool = True) -> Path:
    """Take the folder away, as a stick that is pulled out takes it along; return where it is meanwhile."""
    disk = case.folder.parent
    return Path(shutil.move(case.folder, (disk.parent if other_device else disk) / "away"))


def put_back(away: Path, case: Case) -> None:
    shutil.move(away, case.folder)


@pytest.mark.parametrize("other_device", [False, True])
def test_when_the_stick_comes_back_the_text_is_saved_by_itself(
    start: Callable[[], Program], case: Case, tried: Tried, other_device: bool
) -> None:
    program = start()
    editor = editor_of(program, case)
    away = pull_out(case, other_device=other_device)
    text = write(program, editor, TYPED)
    message(program, "De schijf of usb-stick reageert niet.")
    put_back(away, case)
    wait_until_saved(program)
    message(program, "Opslaan lukt weer.")
    lock(program)
    assert case.stored() == text
    assert sealed() == []
    tried(20, "writes in the window while the stick is away", 1)


def test_no_page_ends_the_program_while_the_stick_is_away(
    start: Callable[[], Program], case: Case, tried: Tried
) -> None:
    program = start()
    frame = program.wait_for_frame()
    away = pull_out(case)
    for page in Page:
        frame.navigate(Place(page, case.id if page is Page.CASE else None))
        program.settle()
    put_back(away, case)
    frame.navigate(case.note)
    assert editor_of(program, case).text() == BEFORE
    lock(program)
    tried(20, "opens every page while the stick is away", len(Page))


def test_what_was_said_of_the_stick_goes_once_something_is_saved(
    start: Callable[[], Program], case: Case, tried: Tried
) -> None:
    program = start()
    frame = program.wait_for_frame()
    away = pull_out(case)
    frame.navigate(case.note)
    bar = message(program, "De schijf of usb-stick reageert niet.")
    put_back(away, case)
    program.operations.run(lambda journal: journal.goals.save(case.id, Goals(needs="rust")))
    program.qtbot.waitUntil(lambda: not bar.text)
    lock(program)
    tried(20, "saves after the stick came back", 1)


def test_without_the_stick_the_program_locks_and_the_text_comes_back_with_it(
    start: Callable[[], Program], case: Case, tried: Tried
) -> None:
    program = start()
    editor = editor_of(program, case)
    away = pull_out(case)
    text = write(program, editor, TYPED)
    lock(program)
    assert len(sealed()) == 1
    put_back(away, case)
    assert case.stored() == BEFORE
    again = start()
    message(again, "Een tekst die eerder niet kon worden opgeslagen")
    assert editor_of(again, case).text() == text
    tried(20, "locks with an unsaved text while the stick is away", 1)


# Another program replaces the file


def bring_back(older: bytes, database: Path, *, in_place: bool) -> None:
    """Do what a program that keeps folders alike does with a file that it takes for the newer one."""
    if in_place:
        database.write_bytes(older)
    else:
        fresh = database.with_name("synced")
        fresh.write_bytes(older)
        fresh.replace(database)


@pytest.mark.parametrize(("row", "in_place"), [(24, False), (25, True)])
def test_a_replaced_file_is_not_written_to_and_nothing_is_lost(
    start: Callable[[], Program], case: Case, tried: Tried, row: int, in_place: bool
) -> None:
    database = next(case.folder.glob("data-*.db"))
    older = database.read_bytes()
    program = start()
    editor = editor_of(program, case)
    write(program, editor, "tussendoor. ")
    wait_until_saved(program)
    program.settle()
    bring_back(older, database, in_place=in_place)
    text = write(program, editor, TYPED)
    message(program, "Het bestand van uw journaal is door een ander programma vervangen.")
    program.click(link(program, "Wat kan ik doen?"))
    program.click(link(program, "Eerst een kopie bewaren"))
    page = seen(program.window, ReplacedPage, "")
    said = "Een kopie van wat hier open was, kan niet meer" if in_place else "De kopie heet ‘Proef kopie "
    program.qtbot.waitUntil(lambda: said in page.said)
    assert len(list(case.folder.parent.glob("*.vpbackup"))) == (0 if in_place else 1)
    program.session.departure.cover()
    assert program.window.is_covered_by(Cover)
    program.session.departure.cover()
    program.click(link(program, "Wat kan ik doen?"))
    program.click(link(program, "Terug naar mijn tekst"))
    assert editor.text() == text
    assert editor.isVisible()
    assert not program.wait_for_frame().flush(lambda _saved: None)
    program.settle()
    program.click(link(program, "Wat kan ik doen?"))
    program.click(link(program, "Vergrendelen, en openen wat er nu staat"))
    program.qtbot.waitUntil(lambda: bool(program.left))
    assert database.read_bytes() == older
    assert len(sealed()) == 1
    again = start()
    message(again, "Een tekst kon niet terug: daar staat nu iets anders.")
    assert editor_of(again, case).text() == BEFORE
    lock(again)
    journal = case.open()
    notes = [journal.notes.read(each.id).text for each in journal.contacts.list(case.id)]
    journal.close()
    assert notes[0] == BEFORE
    assert notes[1].endswith(text)
    tried(row, "writes in the window after the file was replaced", 1)
