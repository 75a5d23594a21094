"""Through the real window: what cannot be saved is sealed at locking and closing, and is there after unlocking."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.program import Program
from tests.ui.writing import BEFORE, TYPED, Case, come_back, editor_of, link, message, sealed
from ui.pages.waiting_texts_page import WaitingTextsPage
from ui.preferences import Preferences
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.unsaved import Home, Kind, Unsaved
from vpjournal.domain.views import BinKind


@pytest.fixture
def case(journal_folder: Path) -> Iterator[Case]:
    yield Case(journal_folder)
    for path in sealed():
        path.unlink()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, case: Case) -> Iterator[Program]:
    """The program with the journal open."""
    made = Program(qtbot, qapp, preferences, case.folder)
    made.start()
    made.unlock()
    made.wait_for_frame()
    yield made
    if made.operations.is_open:
        made.end()


@pytest.fixture
def again(qtbot: QtBot, qapp: QApplication, preferences: Preferences, case: Case) -> Iterator[Program]:
    """The fresh program after that, not started yet."""
    made = Program(qtbot, qapp, preferences, case.folder)
    yield made
    made.end()


def fill_disk(program: Program) -> None:
    """Let the journal have no page more than it has now; the reserve is spent too."""
    program.operations.run(
        lambda journal: journal._database._connection.execute("PRAGMA max_page_count = 1").fetchone()
    )
    program.settle()


def type_what_does_not_fit(program: Program, case: Case) -> str:
    editor = editor_of(program, case)
    fill_disk(program)
    editor.insert_text(TYPED * 2_000)
    return TYPED * 2_000 + BEFORE


def test_locking_seals_what_cannot_be_saved_and_unlocking_puts_it_back(
    program: Program, again: Program, case: Case
) -> None:
    text = type_what_does_not_fit(program, case)
    program.session.departure.lock()
    program.qtbot.waitUntil(lambda: bool(program.left))
    (file,) = sealed()
    assert TYPED.encode() not in file.read_bytes()
    come_back(again)
    assert message(again).text == "Een tekst die eerder niet kon worden opgeslagen, staat nu op zijn plek."
    assert editor_of(again, case).text() == text
    assert not sealed()


def test_closing_seals_it_too_and_asks_nothing(program: Program, again: Program, case: Case) -> None:
    text = type_what_does_not_fit(program, case)
    program.window.close()
    program.qtbot.waitUntil(lambda: not program.window.isVisible())
    assert len(sealed()) == 1
    come_back(again)
    assert editor_of(again, case).text() == text


def test_what_changed_meanwhile_stays_and_the_text_comes_as_a_note_of_its_own(again: Program, case: Case) -> None:
    journal = case.open()
    home = Home(Kind.NOTE, case.id, case.contact)
    journal.drafts.seal([Unsaved(home, TYPED, journal.drafts.stamp(home))])
    journal.notes.save(case.contact, "van een ander")
    journal.close()
    come_back(again)
    bar = message(again)
    assert bar.text.startswith("Een tekst kon niet terug: daar staat nu iets anders.")
    again.click(link(again, "Naar de casus"))
    frame = again.wait_for_frame()
    again.qtbot.waitUntil(lambda: frame.place() is not None and frame.place().record == case.id)
    assert editor_of(again, case).text() == "van een ander"


def test_a_text_without_a_place_is_shown_until_it_is_thrown_away(again: Program, case: Case) -> None:
    journal = case.open()
    journal.cases.remove(case.id)
    journal.bin.destroy(BinKind.CASE, case.id)
    journal.drafts.seal([Unsaved(Home(Kind.NOTE, case.id, case.contact), TYPED)])
    journal.drafts.seal([Unsaved(Home(Kind.ORGANISATION), OrganisationDraft("", remarks="zonder naam"))])
    journal.close()
    come_back(again)
    bar = message(again)
    assert bar.text == "Er liggen nog 2 teksten waarvoor geen plek meer is."
    again.click(link(again, "Bekijken"))
    frame = again.wait_for_frame()
    again.qtbot.waitUntil(lambda: isinstance(frame.page, WaitingTextsPage))
    page = frame.page
    assert isinstance(page, WaitingTextsPage)
    again.qtbot.waitUntil(lambda: len(page.findChildren(PlainTextField)) == 2)
    shown = {each.text().strip() for each in page.findChildren(PlainTextField)}
    assert shown == {TYPED.strip(), "zonder naam"}
    assert all(each.isReadOnly() for each in page.findChildren(PlainTextField))
    for left in (1, 0):
        again.click(link(again, "Weggooien"))
        again.answer(accept=True)
        again.qtbot.waitUntil(lambda left=left: len(page.findChildren(PlainTextField)) == left)
        again.settle()
    assert not sealed()
