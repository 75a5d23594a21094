"""Paper: the options overview and cards, the recovery sheet, and a picture of each page of what was made.

The modules that make and read PDF are imported at the first paper: nobody waits for them when a journal opens.
"""

from pathlib import Path

from vpjournal.domain.board import LineKind, OptionDraft
from vpjournal.domain.case import EventKind, Phase
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.papers import OptionCards, OptionsPaper, PageImage, PaperOption, RecoverySheet
from vpjournal.domain.spoken import to_reporter
from vpjournal.domain.views import PaperWishes
from vpjournal.errors import NothingToPrint
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import board, events
from vpjournal.vault import write_new_file


def recovery_sheet(groups: tuple[str, ...], language: Language, *, journal_name: str = "") -> bytes:
    """Return the recovery sheet as PDF."""
    from vpjournal import documents  # noqa: PLC0415 - see above

    return documents.make(RecoverySheet(language=language, groups=groups, journal_name=journal_name)).pdf


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF that was made here."""
    from vpjournal import documents  # noqa: PLC0415 - see above

    return documents.page_count(pdf)


def page_image(pdf: bytes, page: int, *, width: int) -> PageImage:
    """Return a picture of a page, counted from 0, ``width`` pixels wide."""
    from vpjournal import documents  # noqa: PLC0415 - see above

    return documents.page_image(pdf, page, width=width)


def save(path: Path, pdf: bytes) -> None:
    """Write a PDF as a new file. Raises JournalExists when anything is there, which is never touched; DiskFull, …"""
    write_new_file(path, pdf)


class Papers(Group):
    """Paper of a case."""

    def options_overview(self, case: CaseId, wishes: PaperWishes) -> bytes:
        """Return *Mogelijkheden, van klein naar groot* as PDF. Raises NothingToPrint."""
        from vpjournal import documents  # noqa: PLC0415 - see above

        return documents.make(self._paper(case, wishes)).pdf

    def option_cards(self, case: CaseId, wishes: PaperWishes) -> bytes:
        """Return cards with only the titles, to lay on the table, as PDF. Raises NothingToPrint."""
        from vpjournal import documents  # noqa: PLC0415 - see above

        paper = self._paper(case, wishes)
        titles = tuple(option.title for option in paper.options)
        return documents.make(OptionCards(language=paper.language, titles=titles)).pdf

    def unprintable(self, case: CaseId, wishes: PaperWishes) -> tuple[str, ...]:
        """Return the characters of the overview that no font of ours can print, each once; none of an empty board."""
        from vpjournal import documents  # noqa: PLC0415 - see above

        try:
            paper = self._paper(case, wishes)
        except NothingToPrint:
            return ()
        return documents.make(paper).unprintable

    @one_transaction
    def record_printed(self, case: CaseId) -> Changes:
        """Record that a paper of this case was printed or saved today, for the timeline; once a day is enough."""
        self._require_case(case)
        today = CoarseDay.exactly(self._today())
        if any(event.kind is EventKind.PAPER and event.day == today for event in events.of_case(self._database, case)):
            return Changes(frozenset())
        events.insert(self._database, case, EventKind.PAPER, Phase.SECOND_CONVERSATION, self._today())
        return changed(Area.CASES, case=case)

    def _paper(self, case: CaseId, wishes: PaperWishes) -> OptionsPaper:
        language = Language(wishes.language)
        options = tuple(_paper_option(option.draft, language) for option in board.of_case(self._database, case))
        if not options:
            raise NothingToPrint
        return OptionsPaper(
            language=language,
            options=options,
            contact_line=wishes.contact_line,
            room_for_notes=wishes.room_for_notes,
            show_what_reporter_says=wishes.show_says,
        )


def _paper_option(draft: OptionDraft, language: Language) -> PaperOption:
    said = to_reporter(draft, language)

    def lines(kind: LineKind) -> tuple[str, ...]:
        return tuple(content.text for content in said.texts(kind))

    return PaperOption(
        title=said.title.text,
        who_knows=said.who_knows.text,
        who_decides=said.who_decides.text,
        reversible=said.reversible.text,
        pros=lines(LineKind.PRO),
        cons=lines(LineKind.CON),
        consequences=lines(LineKind.CONSEQUENCE),
        says=said.says,
    )
