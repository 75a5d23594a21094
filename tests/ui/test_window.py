"""The frame: pages come when needed, keep what was typed when left, and hear what changed; the window covers itself."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ScriptedAsker
from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from ui.backups.maker import BackupMaker
from ui.closing import Closing
from ui.cover import Cover
from ui.frame import Frame
from ui.navigation import Action, CommandName, MessageKind, Page, PageContext, PageWidget, Phased, Place
from ui.operations import Operations
from ui.preferences import Preferences
from ui.theme import Theme
from ui.widgets.layouts import column
from ui.widgets.message_bar import MessageBar
from ui.window import TITLE, Window
from vpjournal.domain.changes import Changes
from vpjournal.domain.language import Texts
from vpjournal.domain.organisation import OrganisationDraft


class FakePage(QLineEdit):
    """A page that keeps the places it was opened at, what it heard, and can fail to save."""

    def __init__(self, context: PageContext, *, page: Page) -> None:
        super().__init__()
        self.context = context
        self.here = Place(page)
        self.opened: list[Place] = []
        self.heard: list[Changes] = []
        self.phases: list[int] = []
        self.saves = True
        self.flushes = 0

    def open(self, place: Place) -> None:
        self.here = place
        self.opened.append(place)

    def place(self) -> Place:
        return self.here

    def flush(self, done: Callable[[bool], None]) -> None:
        self.flushes += 1
        done(self.saves)

    def on_changes(self, changes: Changes) -> None:
        self.heard.append(changes)

    def help_screen(self) -> str:
        return f"help-{self.here.page}"

    def open_phase(self, number: int) -> None:
        self.phases.append(number)


class Shown:
    """A frame in a window, with its pages as they were made."""

    def __init__(self, window: Window, frame: Frame, pages: dict[Page, FakePage], commands: list[tuple[str, str]]):
        self.window, self.frame, self.pages, self.commands = window, frame, pages, commands


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, dutch: Texts, preferences: Preferences, open_operations: Operations) -> Shown:
    pages: dict[Page, FakePage] = {}
    commands: list[tuple[str, str]] = []

    def make(page: Page) -> Callable[[PageContext], QWidget]:
        def factory(context: PageContext) -> QWidget:
            pages[page] = FakePage(context, page=page)
            return pages[page]

        return factory

    def command(name: CommandName) -> Callable[[PageContext, QWidget, str], None]:
        return lambda _context, _window, screen: commands.append((name, screen))

    frame = Frame(
        partial(
            PageContext,
            operations=open_operations,
            texts=dutch,
            theme=theme,
            preferences=preferences,
            asker=ScriptedAsker(),
            files=ScriptedFiles(),
            printer=ScriptedPrinter(),
            backups=BackupMaker(open_operations, open_operations),
        ),
        factories={page: make(page) for page in Page},
        commands={name: command(name) for name in CommandName},
    )
    window = Window()
    qtbot.addWidget(window, before_close_func=lambda each: each.close_now())
    window.resize(1180, 700)
    window.show_content(frame)
    frame.navigate(Place(Page.TODAY))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return Shown(window, frame, pages, commands)


def test_the_fake_page_is_a_page() -> None:
    assert issubclass(FakePage, PageWidget)
    assert issubclass(FakePage, Phased)


def test_pages_are_made_when_first_needed_and_kept(shown: Shown) -> None:
    assert set(shown.pages) == {Page.TODAY}
    shown.frame.navigate(Place(Page.CASE, record=7, part="note"))
    case = shown.pages[Page.CASE]
    shown.frame.navigate(Place(Page.TODAY))
    shown.frame.navigate(Place(Page.CASE, record=8))
    assert shown.pages[Page.CASE] is case
    assert case.opened == [Place(Page.CASE, record=7, part="note"), Place(Page.CASE, record=8)]
    assert shown.frame.place() == Place(Page.CASE, record=8)


def test_the_rail_leads_and_shows_where_one_is(qtbot: QtBot, shown: Shown) -> None:
    rail = shown.frame._rail
    qtbot.mouseClick(rail.button(Page.ORGANISATIONS), Qt.MouseButton.LeftButton)
    assert shown.frame.place() == Place(Page.ORGANISATIONS)
    shown.frame.navigate(Place(Page.CASE, record=7))
    assert rail.button(Page.CASES).isChecked()
    assert not rail.button(Page.ORGANISATIONS).isChecked()


def test_leaving_a_page_saves_it_and_a_page_that_cannot_save_stays(shown: Shown) -> None:
    today = shown.pages[Page.TODAY]
    today.saves = False
    shown.frame.navigate(Place(Page.CASES))
    assert shown.frame.place() == Place(Page.TODAY)
    assert Page.CASES not in shown.pages
    assert shown.frame._rail.button(Page.TODAY).isChecked()
    today.saves = True
    shown.frame.navigate(Place(Page.CASES))
    assert shown.frame.place() == Place(Page.CASES)
    assert today.flushes == 2


def test_every_page_hears_of_changes_except_the_one_that_made_them(qtbot: QtBot, shown: Shown) -> None:
    shown.frame.navigate(Place(Page.CASES))
    today, cases = shown.pages[Page.TODAY], shown.pages[Page.CASES]
    operations = shown.frame.context.operations
    with qtbot.waitSignal(operations.changed):
        operations.run(
            lambda journal: journal.organisations.add(OrganisationDraft("Fabeldierenzorg Het Nest")), initiator=cases
        )
    assert len(today.heard) == 1
    assert cases.heard == []
    assert shown.frame._quiet.text.startswith("Opgeslagen ")


def test_flushing_asks_every_page_once_and_tells_the_worst(shown: Shown) -> None:
    shown.frame.navigate(Place(Page.CASES))
    outcome: list[bool] = []
    shown.frame.flush(outcome.append)
    shown.pages[Page.TODAY].saves = False
    shown.frame.flush(outcome.append)
    assert outcome == [True, False]


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, (CommandName.FIND, "help-today")),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, (CommandName.HELP, "help-today")),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier, (CommandName.SHORTCUTS, "help-today")),
    ],
)
def test_keys_run_commands(
    qtbot: QtBot, shown: Shown, key: Qt.Key, modifier: Qt.KeyboardModifier, command: tuple[str, str]
) -> None:
    qtbot.keyClick(shown.window, key, modifier)
    assert shown.commands == [command]


def test_keys_go_places_and_to_phases(qtbot: QtBot, shown: Shown) -> None:
    qtbot.keyClick(shown.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert shown.pages[Page.TODAY].phases == [3]
    qtbot.keyClick(shown.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert shown.frame.place() == Place(Page.FIRST_CONTACT)


def test_keys_change_the_text_size(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.frame.context.preferences.look_changed):
        qtbot.keyClick(shown.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert shown.frame.context.preferences.text_scale == 1.15


def test_a_message_stays_until_its_action_or_another_place(qtbot: QtBot, shown: Shown) -> None:
    bar = shown.frame.findChild(MessageBar)
    assert bar is not None
    undone: list[bool] = []
    shown.frame.context.message("Verwijderd", action=Action("Ongedaan maken", lambda: undone.append(True)))
    assert bar.text == "Verwijderd"
    bar._action.click()
    qtbot.waitUntil(lambda: undone == [True])
    assert bar.text == ""
    shown.frame.context.message("Let op", kind=MessageKind.LOOK)
    shown.frame.navigate(Place(Page.CASES))
    assert bar.text == ""


def test_samen_kijken_hides_all_but_the_page(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.frame.immersed):
        shown.frame.context.immerse(True)
    assert not shown.frame._rail.isVisible()
    assert not shown.frame._quiet.isVisible()
    shown.frame.context.immerse(False)
    assert shown.frame._rail.isVisible()


def test_the_cover_hides_everything_and_a_key_takes_it_away(
    qtbot: QtBot, shown: Shown, theme: Theme, dutch: Texts
) -> None:
    dialog = QDialog(shown.window)
    dialog.open()
    cover = Cover(theme=theme, texts=dutch)
    cover.taken_away.connect(shown.window.uncover)
    shown.window.cover(cover)
    assert cover.isVisible()
    assert not shown.frame.isVisible()
    assert not dialog.isVisible()
    qtbot.keyClick(cover, Qt.Key.Key_Shift)
    assert shown.window.is_covered
    qtbot.keyClick(cover, Qt.Key.Key_Space)
    assert not shown.window.is_covered
    assert shown.frame.isVisible()
    assert dialog.isVisible()
    dialog.close()


def test_the_adviser_types_on_where_the_cover_came(qtbot: QtBot, theme: Theme, dutch: Texts) -> None:
    window, content, first, field = Window(), QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(window, before_close_func=lambda each: each.close_now())
    content.setLayout(column(first, field))
    window.show_content(content)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    window.cover(Cover(theme=theme, texts=dutch))
    window.uncover()
    qtbot.waitUntil(field.hasFocus)


def test_a_cover_that_nobody_takes_away_times_out(qtbot: QtBot, theme: Theme, dutch: Texts) -> None:
    cover = Cover(theme=theme, texts=dutch, lock_after_ms=1)
    qtbot.addWidget(cover)
    with qtbot.waitSignal(cover.timed_out):
        cover.show()


def test_the_title_never_says_more_than_the_name(shown: Shown) -> None:
    shown.frame.navigate(Place(Page.CASE, record=7))
    assert shown.window.windowTitle() == TITLE == "VP-journaal"


def test_closing_asks_before_it_happens(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.window.close_requested):
        shown.window.close()
    assert shown.window.isVisible()


@pytest.mark.row(35, "closed")
def test_closing_leaves_nothing_of_ours_on_the_clipboard(
    qtbot: QtBot, open_operations: Operations, asker: ScriptedAsker, dutch: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The screen of these tests knows of no other programs, and so not whose a clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    QGuiApplication.clipboard().setText("vijf-losse-woorden-voor-een-bestand")
    closing = Closing(asker=asker, texts=dutch, operations=open_operations, parent=open_operations)
    with qtbot.waitSignal(closing.closed):
        closing.close(None, sheet_is_at_risk=False)
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    "text", [None, "", "onzin", "[]", '["nowhere", null, "", ""]', '["case", "7", "", ""]', "{}", "3"]
)
def test_a_place_that_cannot_be_read_is_vandaag(text: str | None) -> None:
    assert Place.decode(text) == Place(Page.TODAY)


def test_a_place_comes_back_as_it_was() -> None:
    place = Place(Page.CASE, record=2**61, part="board", detail="3:12")
    assert Place.decode(place.encode()) == place
