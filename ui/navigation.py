"""What a page gets, what the window asks of a page, and how a place in the program is written down.

A page is made by a factory from its ``PageContext``; it opens at a ``Place``, can say where it is, saves what
was typed when asked, and hears which records changed. Nothing else passes between the window and a page.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.backups.maker import BackupMaker
    from ui.dialogs.ask import Asker
    from ui.operations import Operations
    from ui.platform.capture import Shield
    from ui.platform.files import FileChooser
    from ui.platform.printing import Printer
    from ui.preferences import Preferences
    from ui.theme import Theme
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.language import Texts
    from vpjournal.domain.moving import LeftBehind
    from vpjournal.domain.unsaved import Unsaved


class Page(StrEnum):
    """A screen of the program; the first four are on the rail."""

    TODAY = "today"
    CASES = "cases"
    ORGANISATIONS = "organisations"
    SETTINGS = "settings"
    CASE = "case"
    FIRST_CONTACT = "first_contact"
    ORGANISATION = "organisation"
    BIN = "bin"
    REGISTER = "register"
    CHECK_PAPER = "check_paper"
    CHECK_TEXT = "check_text"
    PAPERS = "papers"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a page
    NEW_SHEET = "new_sheet"
    BACKUPS = "backups"
    WAITING_TEXTS = "waiting_texts"
    LOST_LAPTOP = "lost_laptop"
    MOVING = "moving"
    NOT_NAMES = "not_names"


UNDER = {
    Page.CASE: Page.CASES,
    Page.FIRST_CONTACT: Page.CASES,
    Page.ORGANISATION: Page.ORGANISATIONS,
    Page.BIN: Page.CASES,
    Page.REGISTER: Page.SETTINGS,
    Page.CHECK_PAPER: Page.SETTINGS,
    Page.CHECK_TEXT: Page.ORGANISATIONS,
    Page.PAPERS: Page.SETTINGS,
    Page.PASSPHRASE: Page.SETTINGS,
    Page.NEW_SHEET: Page.SETTINGS,
    Page.BACKUPS: Page.SETTINGS,
    Page.WAITING_TEXTS: Page.TODAY,
    Page.LOST_LAPTOP: Page.SETTINGS,
    Page.MOVING: Page.SETTINGS,
    Page.NOT_NAMES: Page.SETTINGS,
}
"""The row of the rail that is lit on a page that has none of its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the adviser is: a page, the record it shows, the part of it, and what finer the page wants back.

    Only numbers, names of parts and positions: never anything that a person typed.
    """

    page: Page
    record: int | None = None
    part: str = ""
    detail: str = ""

    def encode(self) -> str:
        """Write this place as the text that the journal keeps while locked."""
        return json.dumps([self.page, self.record, self.part, self.detail])

    @classmethod
    def decode(cls, text: str | None) -> Place:
        """Read a place that was kept; what cannot be read, for instance after an update, is *Vandaag*."""
        try:
            page, record, part, detail = json.loads(text or "")
            if not isinstance(record, int | None) or not isinstance(part, str) or not isinstance(detail, str):
                return TODAY
            return cls(page=Page(page), record=record, part=part, detail=detail)
        except (ValueError, TypeError):
            return TODAY


TODAY = Place(Page.TODAY)
FROM_FILE = "file"
"""The ``detail`` of the case in hand by which its notes are asked to put the words of a file in."""


class MessageKind(StrEnum):
    """How a message bar looks: done (and can be undone), look at this, failed (and what is safe)."""

    DONE = "done"
    LOOK = "look"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do about a message: the words on its link, and what they do."""

    label: str
    act: Callable[[], None]


class ShowMessage(Protocol):
    """Shows one sentence above the page until it is read or replaced; ``None`` takes it away."""

    def __call__(
        self, text: str | None, *, kind: MessageKind = MessageKind.DONE, action: Action | None = None
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class PageContext:
    """Everything a page may use. It is handed to the page's factory and never looked up elsewhere."""

    operations: Operations
    texts: Texts
    theme: Theme
    preferences: Preferences
    asker: Asker
    files: FileChooser
    printer: Printer
    backups: BackupMaker
    navigate: Callable[[Place], None]
    """Go to a place, after the page in front has saved; takes away the message that stood there."""
    message: ShowMessage
    """Say something above the page; after ``navigate``, when both are called."""
    immerse: Callable[[bool], None]
    """Fill the whole screen with the page alone (*samen kijken*), or stop doing so."""
    view_example: Callable[[], None] | None = None
    """Lock this journal and open the example; missing in the example itself."""
    empty_journal: Callable[[str, LeftBehind], None] | None = None
    """Close the journal and destroy it, its passphrase having been asked for; missing in the example."""
    memory: dict[Page, object] = field(default_factory=dict, repr=False)
    """What a page wants back when the window is made anew, and what must never be written anywhere."""
    shield: Shield | None = None
    """What keeps the windows out of screenshots and shared screens."""


@runtime_checkable
class PageWidget(Protocol):
    """What the window asks of every page; each page is also a ``QWidget``."""

    def open(self, place: Place) -> None:
        """Show this place; called each time the adviser comes here, also when the page is already in front."""

    def place(self) -> Place:
        """Say exactly where the adviser is, so that the same view can be brought back."""

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save what was typed and not saved, then call ``done`` once: false if something could not be saved.

        A page with nothing to save calls ``done(True)`` at once.
        """

    def on_changes(self, changes: Changes) -> None:
        """Reload what these changes touched; called for each change that this page did not make itself."""

    def help_screen(self) -> str:
        """Name the help text that explains what is on the screen now."""


@runtime_checkable
class Phased(Protocol):
    """A page that Ctrl+1 … Ctrl+6 work on."""

    def open_phase(self, number: int) -> None:
        """Open phase 1 to 6."""


@runtime_checkable
class Drafting(Protocol):
    """A page in which something is typed."""

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed and is not in the journal; asked for when ``flush`` said that saving failed."""


@runtime_checkable
class Preparing(Protocol):
    """A page that takes long to make: it makes the rest of itself in steps, or when it is opened."""

    def prepare(self) -> Iterator[None]:
        """Make a little more with each step."""


@runtime_checkable
class InPieces(Preparing, Protocol):
    """A page that is empty until all of its pieces are there; ``open`` sees to that as well."""

    def finish(self) -> None:
        """Make all that is missing, because somebody comes here."""


@runtime_checkable
class Previewing(Protocol):
    """A page that Ctrl+P works on."""

    def open_preview(self) -> None:
        """Show what would be printed."""


LEADS_TO: Mapping[Page, tuple[Place, ...]] = {
    Page.CASES: (Place(Page.FIRST_CONTACT),),
    Page.ORGANISATIONS: (Place(Page.ORGANISATION),),
}
"""Where someone may go from a page, if it takes long to make: it is made while that page is read.

Nothing for *Vandaag*, which has to keep within its memory: the first contact takes 4 MB.
"""

PageFactory = Callable[[PageContext], QWidget]
Command = Callable[[PageContext, QWidget, str], None]
"""Opens something above the page: gets the context, the window to stand above and the help screen's name."""


class CommandName(StrEnum):
    """A key or button of the frame whose work a registered function does."""

    FIND = "find"
    HELP = "help"
    SHORTCUTS = "shortcuts"


Factories = Mapping[Page, PageFactory]
Commands = Mapping[CommandName, Command]
