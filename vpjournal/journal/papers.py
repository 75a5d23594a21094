"""Paper: the options overview and cards, the recovery sheet, and a picture of each page of what was made."""

from pathlib import Path
from typing import TYPE_CHECKING

from vpjournal.domain.changes import Changes
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.views import PaperWishes
from vpjournal.journal.group import Group

if TYPE_CHECKING:
    from vpjournal.domain.papers import PageImage


def recovery_sheet(groups: tuple[str, ...], language: Language) -> bytes:
    """Return the recovery sheet as PDF."""
    raise NotImplementedError


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF that was made here."""
    raise NotImplementedError


def page_image(pdf: bytes, page: int, *, width: int) -> "PageImage":
    """Return a picture of a page, counted from 0, ``width`` pixels wide."""
    raise NotImplementedError


def save(path: Path, pdf: bytes) -> None:
    """Write a PDF as a new file. Raises JournalExists when anything is there; it is never touched."""
    raise NotImplementedError


class Papers(Group):
    """Paper of a case."""

    def options_overview(self, case: CaseId, wishes: PaperWishes) -> bytes:
        """Return *Mogelijkheden, van klein naar groot* as PDF. Raises NothingToPrint."""
        raise NotImplementedError

    def option_cards(self, case: CaseId, wishes: PaperWishes) -> bytes:
        """Return cards with only the titles, to lay on the table, as PDF. Raises NothingToPrint."""
        raise NotImplementedError

    def unprintable(self, case: CaseId, wishes: PaperWishes) -> tuple[str, ...]:
        """Return the characters on the board that no font of ours can print."""
        raise NotImplementedError

    def record_printed(self, case: CaseId) -> Changes:
        """Record that a paper of this case was printed or saved today, for the timeline."""
        raise NotImplementedError
