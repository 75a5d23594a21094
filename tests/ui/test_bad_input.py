"""What people, programs and disks get wrong: a clear sentence on the screen, nothing lost, and the text still there."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import (
    PASSPHRASE,
    a_case,
    a_choice,
    a_contact,
    a_contact_draft,
    a_journal,
    an_agreement,
    an_option,
    an_organisation,
)
from tests.core.vault.test_folder import held
from tests.core.vault.test_header import with_digest
from tests.core.vaults import snapshot
from tests.ui.desk import Desk, desk
from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from ui.door import Door
from ui.entering.incoming_sheet import IncomingSheet
from ui.frame import Frame
from ui.navigation import Page, PageContext, Place
from ui.operations import Operations
from ui.pages.case.part import PARTS, PartName
from ui.pages.front import FrontContext
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.registry import commands, factories
from ui.theme import Theme
from ui.widgets.note_editor import NoteEditor
from ui.widgets.plain_text_box import PlainTextBox
from ui.widgets.wrapping_link import WrappingLink
from vpjournal.domain.case import Asked, Phase
from vpjournal.domain.guidance import AfterCare, FollowUp
from vpjournal.domain.ids import CaseId, OrganisationId
from vpjournal.domain.language import Texts
from vpjournal.domain.text import LINE_LIMIT, NOTE_LIMIT, TEXT_LIMIT, canonical
from vpjournal.errors import JournalError
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal

__all__ = ["desk"]

MARKUP = "<b>vet</b> <img src='file:///etc/passwd'> R&D & Co"
Editor = QLineEdit | PlainTextBox
UNKEPT = ("caseFilterField", "headcountField")
"""What filters a list, and what takes nothing but digits."""
LONG_LINES = ("contactLineField", "routeRemark_")
"""Fields of one line in which the journal keeps as much as in one of several."""


# The whole program in front of an open journal.


class App:
    """The real frame with every page, and a case in which everything has been written once."""

    def __init__(self, desk: Desk, words: str = "woorden") -> None:
        self.desk = desk
        self.organisation, self.case = desk.run(lambda journal: fill(journal, words))
        self.frame = self.fresh_frame()

    def fresh_frame(self) -> Frame:
        """Show everything anew, as after an unlock."""
        context = self.desk.context
        make = partial(
            PageContext,
            operations=context.operations,
            texts=context.texts,
            theme=context.theme,
            preferences=context.preferences,
            asker=context.asker,
            files=context.files,
            printer=context.printer,
            backups=context.backups,
        )
        self.frame = Frame(make, factories=factories(), commands=commands())
        self.desk.show(self.frame)
        self.frame.activateWindow()
        return self.frame

    def places(self) -> list[Place]:
        parts = [f"{phase}/{part}" for phase in Phase for part in PARTS[phase]]
        pages = [Place(page) for page in (Page.TODAY, Page.CASES, Page.ORGANISATIONS, Page.BIN, Page.SETTINGS)]
        cases = [Place(Page.CASE, self.case, part) for part in parts]
        return [*pages, Place(Page.FIRST_CONTACT), Place(Page.ORGANISATION, self.organisation), *cases]

    def go(self, place: Place) -> None:
        self.frame.navigate(place)
        self.desk.settle()
        for more in ("moreFieldsButton", "newAgreementButton"):
            self._unfold(more)

    def _unfold(self, name: str) -> None:
        for found in self.frame.findChildren(QAbstractButton, name):
            if found.isVisible() and found.isEnabled() and "Minder" not in found.text():
                found.click()
                self.desk.settle()

    def editors(self) -> dict[str, Editor]:
        """Return the places to type that are on the screen, by their names."""
        found: dict[str, Editor] = {}
        everything: list[Editor] = [*self.frame.findChildren(QLineEdit), *self.frame.findChildren(PlainTextBox)]
        for each in everything:
            inside = isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox)
            if each.isVisible() and each.isEnabled() and not each.isReadOnly() and not inside:
                name = each.objectName()
                assert name
                assert name not in found
                found[name] = each
        return found

    def flush(self) -> bool:
        answers: list[bool] = []
        self.frame.flush(answers.append)
        self.desk.qtbot.waitUntil(lambda: bool(answers))
        self.desk.settle()
        return answers[0]

    def sentences(self) -> str:
        return "\n".join(each.text() for each in self.frame.findChildren(QLabel) if each.isVisible())

    def ticks(self) -> str:
        return "\n".join(each.accessibleName() for each in self.frame.findChildren(QCheckBox) if each.isVisible())


def fill(journal: Journal, words: str) -> tuple[OrganisationId, CaseId]:
    """Make an organisation and a case with these words wherever words can be."""
    organisation = an_organisation(journal, name=words)
    first = a_contact_draft()
    case = a_case(journal, first=first, word=words, about=words, hurry=Asked.YES, organisation=organisation)
    for phase in Phase:
        a_contact(journal, case, phase, note=words)
    an_option(journal, case, words, says=words)
    a_choice(journal, case, words=words)
    an_agreement(journal, case, what=words, may_know=words)
    journal.follow_up.save(case, FollowUp(after_care=AfterCare.WANTED, how=words))
    return organisation, case


def paste(editor: Editor, text: str) -> None:
    """Put a text in place of what is there, from the clipboard."""
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)
    editor.setFocus()
    editor.selectAll()
    editor.paste()
    for sheet in editor.findChildren(IncomingSheet):
        as_it_is = sheet.findChild(QAbstractButton, "takeAsItIsButton")
        assert isinstance(as_it_is, QAbstractButton)
        as_it_is.click()
    # What a test leaves there is taken apart after Python has ended, which ends badly.
    QGuiApplication.clipboard().clear()


# What is typed.


def test_markup_is_kept_and_comes_back_in_every_field(desk: Desk) -> None:
    app = App(desk)
    typed: dict[tuple[Place, str], str] = {}
    places = []
    for asked in app.places():
        app.go(asked)
        texts = {name: f"{MARKUP} {number} {asked.part}".strip() for number, name in enumerate(app.editors())}
        for name, text in texts.items():
            paste(app.editors()[name], text if name not in UNKEPT else "")
        assert app.flush(), asked
        place = app.frame.place()
        assert place is not None
        places.append(place)
        typed |= {(place, name): text for name, text in texts.items() if name not in UNKEPT}
    assert len(typed) > 40
    app.fresh_frame()
    for place in places:
        app.go(place)
        wanted = {name: text for (where, name), text in typed.items() if where == place}
        kept = {name: text for name, text in wanted.items() if not name.startswith("agreement")}
        assert {name: editor.text() for name, editor in app.editors().items() if name in kept} == kept, place
        # An agreement that is kept stands in the list, no longer in fields.
        assert all(text in app.sentences() + app.ticks() for name, text in wanted.items() if name not in kept), place


def test_markup_is_shown_as_it_was_typed_wherever_it_is_shown(desk: Desk) -> None:
    app = App(desk, MARKUP)
    shown = 0
    for place in app.places():
        app.go(place)
        for label in app.frame.findChildren(QLabel):
            shown += "R&D" in label.text()
            assert "R&D" not in label.text() or label.textFormat() is Qt.TextFormat.PlainText, (place, label)
        for words in mnemonics(app.frame):
            shown += "R&&D" in words
            assert "R&D" not in words, (place, words)
        for tip in tips(app.frame):
            assert "<b>" not in tip, (place, tip)
            assert "<img" not in tip, (place, tip)
        assert app.frame.window().windowTitle() == ""
    assert shown > 20


def mnemonics(frame: Frame) -> list[str]:
    """Return the words in which Qt takes a single ampersand for an access key."""
    buttons = [each.text() for each in frame.findChildren(QAbstractButton) if not isinstance(each, WrappingLink)]
    bars = [bar.tabText(index) for bar in frame.findChildren(QTabBar) for index in range(bar.count())]
    return [*buttons, *bars, *(action.text() for action in frame.findChildren(QAction))]


def tips(frame: Frame) -> list[str]:
    """Return what appears when the pointer rests somewhere."""
    found = [each.toolTip() for each in frame.findChildren(QWidget)]
    for view in frame.findChildren(QAbstractItemView):
        model = view.model()
        if isinstance(model, QAbstractTableModel):
            cells = product(range(model.rowCount()), range(model.columnCount()))
            found += [str(model.index(*cell).data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
    return found


def test_a_text_that_is_too_long_is_told_and_stays_in_every_field(desk: Desk) -> None:
    app = App(desk)
    tried = 0
    for place in app.places():
        app.go(place)
        for name in [each for each in app.editors() if each not in UNKEPT]:
            app.go(place)
            if isinstance(app.editors()[name], NoteEditor) and place.part != f"{Phase.FOLLOW_UP}/{PartName.NOTES}":
                continue
            _try_too_long(app, place, name)
            tried += 1
    assert tried > 35


def _try_too_long(app: App, place: Place, name: str) -> None:
    editor = app.editors()[name]
    before, limit = editor.text(), _limit(editor)
    text = "x" * (limit + 1)
    paste(editor, text)
    assert not app.flush(), (place, name)
    assert editor.text() == text, (place, name)
    assert f"er passen {app.desk.context.texts.number(limit)} tekens" in app.sentences(), (place, name)
    paste(editor, text[:-1])
    assert app.flush(), (place, name)
    assert "er passen" not in app.sentences(), (place, name)
    app.go(place)
    paste(app.editors()[name], before or "weer kort")
    assert app.flush(), (place, name)


def _limit(editor: Editor) -> int:
    if isinstance(editor, QLineEdit) and not editor.objectName().startswith(LONG_LINES):
        return LINE_LIMIT
    return NOTE_LIMIT if isinstance(editor, NoteEditor) else TEXT_LIMIT


def test_a_million_characters_are_kept_or_refused_and_stay_on_the_screen(desk: Desk) -> None:
    app = App(desk)
    million = "een regel van wie alles plakt\n" * 34_000
    app.go(Place(Page.CASE, app.case, f"{Phase.FOLLOW_UP}/{PartName.NOTES}"))
    paste(app.editors()["noteEditor"], million)
    assert app.flush()
    app.fresh_frame()
    app.go(Place(Page.CASE, app.case, f"{Phase.FOLLOW_UP}/{PartName.NOTES}"))
    assert app.editors()["noteEditor"].text() == million
    for part, name in ((PartName.CLOSURE, "closureWordsField"), (PartName.DETAILS, "aboutField")):
        phase = next(phase for phase, parts in PARTS.items() if part in parts)
        app.go(Place(Page.CASE, app.case, f"{phase}/{part}"))
        paste(app.editors()[name], million)
        kept = len(app.editors()[name].text())
        assert kept == len(million)
        assert not app.flush()
        assert "te lang" in app.sentences()
        assert len(app.editors()[name].text()) == kept
        paste(app.editors()[name], "kort")
        assert app.flush()


def test_odd_characters_are_kept_or_visibly_replaced(desk: Desk) -> None:
    app = App(desk)
    odd = "voor \u202eachterstevoren\u202c na \u200f\u2066 e\u0301 \U0001f600\u200d\ufe0f"
    for part, name in (("follow_up/notes", "noteEditor"), ("first_contact/details", "aboutField")):
        app.go(Place(Page.CASE, app.case, part))
        paste(app.editors()[name], odd)
        assert app.flush()
        app.fresh_frame()
        app.go(Place(Page.CASE, app.case, part))
        assert app.editors()[name].text() == canonical(odd)
    app.go(Place(Page.CASE, app.case, "follow_up/notes"))
    note = app.editors()["noteEditor"]
    assert isinstance(note, NoteEditor)
    note.set_text("")
    note.insert_text("een half teken: \ud83d.")
    assert note.text() == "een half teken: \ufffd."
    assert "onleesbaar" in app.sentences()
    assert app.flush()


# What lies where the journal should be.


@pytest.fixture
def made(tmp_path: Path) -> Path:
    a_journal(tmp_path).close()
    return tmp_path / "Proef.vpjournal"


@pytest.fixture
def unlock(
    qtbot: QtBot, theme: Theme, dutch: Texts, preferences: Preferences, operations: Operations, made: Path
) -> UnlockPage:
    context = FrontContext(
        door=Door(made, cheapest=True),
        operations=operations,
        theme=theme,
        texts=dutch,
        preferences=preferences,
        files=ScriptedFiles(),
        printer=ScriptedPrinter(),
    )
    page = UnlockPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def submit(qtbot: QtBot, page: UnlockPage, passphrase: str) -> str:
    """Try to unlock; return what the page then says."""
    page.field.set_text(passphrase)
    with qtbot.waitSignal(page.context.operations.idle, timeout=20_000):
        page.unlock_button.click()
    return page.field.fault


def _in_both(folder: Path, content: bytes) -> None:
    for name in ("journal.header", "journal.header.copy"):
        folder.joinpath(name).write_bytes(content)


def _damaged_header(folder: Path) -> None:
    spoilt = bytearray(folder.joinpath("journal.header").read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    _in_both(folder, bytes(spoilt))


def _newer_format(folder: Path) -> None:
    _in_both(folder, with_digest(b"VPJOURNAL 2\nwie weet wat\n"))


def _database(folder: Path) -> Path:
    (found,) = folder.glob("data-*.db")
    return found


def _of_another_journal(folder: Path) -> None:
    other = folder.with_name("ander")
    other.mkdir()
    a_journal(other, name="Ander").close()
    shutil.copyfile(_database(other / "Ander.vpjournal"), _database(folder))


def _plain_sqlite(folder: Path) -> None:
    _database(folder).unlink()
    with closing(sqlite3.connect(_database_name(folder))) as plain:
        plain.execute("CREATE TABLE van_iemand_anders (tekst)")
        plain.commit()


def _database_name(folder: Path) -> Path:
    return folder / "data-000001.db"


def _garbage(folder: Path) -> None:
    _database(folder).write_bytes(bytes(range(256)) * 64)


def _no_database(folder: Path) -> None:
    _database(folder).unlink()


def _link_as_header(folder: Path) -> None:
    kept = folder.joinpath("journal.header").rename(folder.with_name("elders"))
    folder.joinpath("journal.header.copy").unlink()
    folder.joinpath("journal.header").symlink_to(kept)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_damaged_header, "beschadigd"),
        (_newer_format, "nieuwere versie"),
        (_of_another_journal, "beschadigd"),
        (_plain_sqlite, "beschadigd"),
        (_garbage, "beschadigd"),
        (_no_database, "staat niet meer"),
        (_link_as_header, "niet door dit programma"),
    ],
)
def test_what_is_no_sound_journal_is_told_and_left_as_it_is(
    qtbot: QtBot, unlock: UnlockPage, made: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(made)
    before = snapshot(made)
    assert words in submit(qtbot, unlock, PASSPHRASE)
    assert unlock.field.text == PASSPHRASE
    assert unlock.unlock_button.isEnabled()
    assert snapshot(made) == before


def test_a_wrong_passphrase_stays_in_the_field(qtbot: QtBot, unlock: UnlockPage, made: Path) -> None:
    before = snapshot(made)
    assert "past niet" in submit(qtbot, unlock, "wolk' OR '1'='1")
    assert unlock.field.text == "wolk' OR '1'='1"
    assert snapshot(made) == before


def test_a_journal_that_another_process_has_open_is_told(qtbot: QtBot, unlock: UnlockPage, made: Path) -> None:
    with held(made) as other:
        assert "al geopend" in submit(qtbot, unlock, PASSPHRASE)
        other.communicate()
    assert submit(qtbot, unlock, PASSPHRASE) == ""


@pytest.mark.parametrize("passphrase", ['l\'été "vuurtoren"; --', "x'00' 'a' \\ %s {0}", "é" * 5_000, "  spaties  "])
def test_any_passphrase_opens_what_it_closed(
    qtbot: QtBot, unlock: UnlockPage, made: Path, passphrase: str, tmp_path: Path
) -> None:
    shutil.rmtree(made)
    create_journal(made, passphrase, profile=CHEAPEST)[1].close()
    assert "past niet" in submit(qtbot, unlock, passphrase.replace("'", "’").replace("é", "e") + "x")
    assert submit(qtbot, unlock, passphrase) == ""
    assert unlock.context.operations.is_open


# Disks.


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 12 MiB."""
    place = tmp_path / "schijf"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def test_a_folder_that_cannot_be_written_to_is_told(qtbot: QtBot, unlock: UnlockPage, disk: Path) -> None:
    a_journal(disk).close()
    folder = disk / "Proef.vpjournal"
    before = snapshot(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    page = UnlockPage(replace(unlock.context, door=Door(folder, cheapest=True)))
    qtbot.addWidget(page)
    page.show()
    assert "mag niet worden geschreven" in submit(qtbot, page, PASSPHRASE)
    assert page.field.text == PASSPHRASE
    assert snapshot(folder) == before


def _fail(error: JournalError) -> None:
    pytest.fail(repr(error))


@pytest.fixture
def full_desk(desk: Desk, disk: Path, qtbot: QtBot) -> Desk:
    """A desk whose journal lies on the small disk."""
    a_journal(disk).close()
    door = Door(disk / "Proef.vpjournal", cheapest=True)
    done: list[None] = []
    desk.operations.close(done=done.append, failed=_fail)
    desk.operations.open(lambda: door.open(PASSPHRASE), done=done.append, failed=_fail)
    qtbot.waitUntil(lambda: len(done) == 2)
    return desk


def test_a_full_disk_keeps_the_text_on_the_screen_until_there_is_room(full_desk: Desk, disk: Path) -> None:
    app = App(full_desk)
    app.go(Place(Page.CASE, app.case, "follow_up/notes"))
    # What was kept for this was given up before.
    (disk / "Proef.vpjournal" / "reserve").unlink()
    filler = disk / "van anderen"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    long = "Een lange aantekening op een volle schijf. " * 40_000
    paste(app.editors()["noteEditor"], long)
    assert not app.flush()
    assert "de schijf is vol" in app.sentences()
    assert app.editors()["noteEditor"].text() == long
    filler.unlink()
    assert app.flush()
    full_desk.operations.close(done=lambda _nothing: None, failed=_fail)
    full_desk.settle()
    with closing(open_journal(disk / "Proef.vpjournal", PASSPHRASE, floor=CHEAPEST)) as journal:
        contacts = journal.contacts.list(app.case, Phase.FOLLOW_UP)
        assert [journal.notes.read(each.id).text for each in contacts] == [long]
