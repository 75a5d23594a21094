"""Paper: what may be made of a case, making it, protecting it with a password, reading it back.

Asking for a paper needs the journal and takes no time; making it needs no journal, and takes some. The modules that
make and read PDF are imported at the first paper: nobody waits for them when a journal opens.
"""

import secrets
from collections.abc import Iterator
from pathlib import Path

import resources
from vpjournal.domain.board import BoardText, LineKind, OptionDraft
from vpjournal.domain.case import Phase
from vpjournal.domain.fingerprint import find_printed
from vpjournal.domain.gate import Gate, Leaving, Looked, Part
from vpjournal.domain.ids import CaseId, SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.papers import (
    KeyCards,
    MadePaper,
    OptionCards,
    OptionsPaper,
    PageImage,
    PaperOption,
    PocketCard,
    RecoverySheet,
    ReporterLog,
    SummaryPaper,
    TalkPreparation,
    WhatIWrite,
)
from vpjournal.domain.register import Outgoing, PaperKind, PaperOrder, PaperReading, Slip
from vpjournal.domain.spoken import is_of_library, said_to_reporter, to_reporter
from vpjournal.domain.summary import Recipient
from vpjournal.domain.views import PaperWishes, SheetWishes
from vpjournal.errors import NotAPaper, NotApproved, NothingToPrint, OpenPoints, translate_os_error
from vpjournal.journal import approved, gate
from vpjournal.journal.compose import as_coarse_as
from vpjournal.journal.group import Group
from vpjournal.storage import board, cases
from vpjournal.vault import synced_by, write_new_file

__all__ = [
    "LARGEST_PAPER",
    "Papers",
    "look",
    "make",
    "page_count",
    "page_image",
    "propose_password",
    "read_file",
    "recovery_sheet",
    "save",
    "synced_by",
]

# ruff: noqa: PLC0415 - what makes and reads PDF is imported when a paper is made, see above

LARGEST_PAPER = 16_000_000
"""Bytes of a PDF that *Controleer een stuk* reads; a summary of hundreds of pages takes one or two million."""
_PASSWORD_WORDS = 5


def make(order: PaperOrder) -> Outgoing:
    """Make a paper that was asked for. Needs no journal; takes a tenth of a second, for hundreds of pages seconds.

    Raises OpenPoints when anything in it could give someone away and was not left on purpose.
    """
    made, looked = _made(order)
    if looked is not None:
        gate.require(looked)
    if made is None:
        raise OpenPoints
    return Outgoing(made, order.slip, looked)


def look(order: PaperOrder) -> Looked | None:
    """Look at what there is to decide in a paper that was asked for; nothing where nobody's words are on it."""
    return _made(order)[1]


def _made(order: PaperOrder) -> tuple[MadePaper | None, Looked | None]:
    """Make a paper, unless its texts hold open points, and look at it: at its texts, then at the finished file."""
    from vpjournal import documents

    if order.gate is None:
        return documents.make(order.paper), None
    looked = gate.look(order.gate)
    if looked.open:
        return None, looked
    made = documents.make(order.paper)
    pages = documents.page_texts(made.pdf)
    printed = gate.look_at_print(order.gate, pages, lambda: documents.own_wording(order.paper))
    return made, Looked(order.gate, looked.points + printed.points)


def recovery_sheet(groups: tuple[str, ...], language: Language, *, journal_name: str = "") -> bytes:
    """Return the recovery sheet as PDF."""
    from vpjournal import documents

    return documents.make(RecoverySheet(language=language, groups=groups, journal_name=journal_name)).pdf


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF that was made here."""
    from vpjournal import documents

    return documents.page_count(pdf)


def page_image(pdf: bytes, page: int, *, width: int) -> PageImage:
    """Return a picture of a page, counted from 0, ``width`` pixels wide."""
    from vpjournal import documents

    return documents.page_image(pdf, page, width=width)


def save(path: Path, pdf: bytes, *, password: str = "") -> None:
    """Write a PDF as a new file, under a password if there is one (AES-256).

    Raises JournalExists when anything is there, which is never touched; DiskFull, ReadOnly, DeviceFailed.
    """
    from vpjournal import documents

    write_new_file(path, documents.protect(pdf, password) if password else pdf)


def propose_password() -> str:
    """Return five random Dutch words with hyphens between them: 64 bits, to be written down or told by phone."""
    words = resources.passphrase_words()
    return "-".join(secrets.choice(words) for _ in range(_PASSWORD_WORDS))


def read_file(path: Path, *, password: str = "") -> PaperReading:
    """Read what *Controleer een stuk* looks at. Raises NotAPaper, PaperLocked, DeviceFailed."""
    from vpjournal import documents

    try:
        if not path.is_file():
            # A pipe would be waited for.
            raise NotAPaper
        with path.open("rb") as file:
            data = file.read(LARGEST_PAPER + 1)
    except OSError as error:
        raise translate_os_error(error) from error
    if len(data) > LARGEST_PAPER:
        raise NotAPaper
    return documents.read_paper(data, password, find=find_printed)


class Papers(Group):
    """Papers of a case, and the empty ones: each is asked for here, and its slip is written here."""

    def options_overview(self, case: CaseId, wishes: PaperWishes) -> PaperOrder:
        """Ask for *Mogelijkheden, van klein naar groot*. Raises NothingToPrint."""
        language = Language(wishes.language)
        paper = OptionsPaper(
            language=language,
            options=self._options(case, language),
            contact_line=wishes.contact_line,
            room_for_notes=wishes.room_for_notes,
            show_what_reporter_says=wishes.show_says,
            example=self._is_example(),
        )
        slip = Slip(PaperKind.OPTIONS_OVERVIEW, Recipient.REPORTER, case=case, phase=_BOARD_PHASE)
        return PaperOrder(paper, slip, self._board_gate(case, language, says=wishes.show_says))

    def option_cards(self, case: CaseId, wishes: PaperWishes) -> PaperOrder:
        """Ask for cards with only the titles, to lay on the table. Raises NothingToPrint."""
        language = Language(wishes.language)
        titles = tuple(option.title for option in self._options(case, language))
        paper = OptionCards(language=language, titles=titles, example=self._is_example())
        slip = Slip(PaperKind.OPTION_CARDS, Recipient.REPORTER, case=case, phase=_BOARD_PHASE)
        return PaperOrder(paper, slip, self._board_gate(case, language, titles_only=True))

    def summary(self, summary: SummaryId) -> PaperOrder:
        """Ask for a summary in exactly the words that are approved now. Raises NotApproved, Gone."""
        found = approved.get(self._database, summary)
        self._require_case_in_use(found.case)
        approval = found.approval
        if approval is None:
            raise NotApproved
        what = approval.approved
        paper = SummaryPaper(
            language=what.language,
            text=what.text,
            recipient=what.recipient,
            recipient_words=what.recipient_words,
            purpose=what.purpose,
            approved=as_coarse_as(approval.day, what.recipient),
            given=approval.given,
            fingerprint=approval.fingerprint,
            example=self._is_example(),
        )
        slip = Slip(
            PaperKind.SUMMARY,
            what.recipient,
            purpose=what.purpose,
            fingerprint=approval.fingerprint,
            case=found.case,
            phase=found.phase,
            approval=approval.id,
        )
        return PaperOrder(paper, slip, gate.of_summary(self._database, summary, found.case, what, found.phase))

    def key_cards(self, language: Language, *, case: CaseId | None = None) -> PaperOrder:
        """Ask for a sheet of key cards, the first one with the code of a case if one is given."""
        details = None if case is None else cases.get(self._database, case)
        codes = () if details is None else (details.code,)
        paper = KeyCards(language=language, codes=codes, example=self._is_example())
        return PaperOrder(paper, Slip(PaperKind.KEY_CARD, Recipient.ADVISER, case=case))

    def pocket_card(self, language: Language) -> PaperOrder:
        """Ask for the pocket card for a first call."""
        paper = PocketCard(language=language, example=self._is_example())
        return PaperOrder(paper, Slip(PaperKind.POCKET_CARD, Recipient.ADVISER))

    def reporter_log(self, language: Language, *, case: CaseId | None = None) -> PaperOrder:
        """Ask for the empty log that the reporter keeps."""
        paper = ReporterLog(language=language, example=self._is_example())
        return PaperOrder(paper, Slip(PaperKind.REPORTER_LOG, Recipient.REPORTER, case=case))

    def talk_preparation(self, language: Language, *, case: CaseId | None = None) -> PaperOrder:
        """Ask for the empty sheet on which the reporter prepares a talk."""
        paper = TalkPreparation(language=language, example=self._is_example())
        return PaperOrder(paper, Slip(PaperKind.TALK_PREPARATION, Recipient.REPORTER, case=case, phase=Phase.CHOICE))

    def what_i_write(self, wishes: SheetWishes, *, case: CaseId | None = None) -> PaperOrder:
        """Ask for *Wat schrijf ik op?*, the sheet that tells the reporter what the adviser keeps."""
        paper = WhatIWrite(
            language=Language(wishes.language),
            complaints=wishes.complaints,
            destroyed=wishes.destroyed,
            contact_line=wishes.contact_line,
            example=self._is_example(),
        )
        slip = Slip(PaperKind.WHAT_I_WRITE, Recipient.REPORTER, case=case, phase=Phase.FIRST_CONVERSATION)
        return PaperOrder(paper, slip)

    def _board_gate(self, case: CaseId, language: Language, *, says: bool = False, titles_only: bool = False) -> Gate:
        texts: list[Leaving] = []
        wording: list[str] = []
        for option in board.of_case(self._database, case):
            for part, content in _board_texts(option.draft, titles_only=titles_only):
                if is_of_library(content):
                    wording.append(said_to_reporter(content, language))
                else:
                    texts.append(Leaving(content.text, part, option.id))
            if says and not titles_only:
                texts.append(Leaving(option.draft.says, Part.SAYS, option.id))
        return gate.of_board(self._database, case, texts, wording)

    def _options(self, case: CaseId, language: Language) -> tuple[PaperOption, ...]:
        found = tuple(_paper_option(option.draft, language) for option in board.of_case(self._database, case))
        if not found:
            raise NothingToPrint
        return found


_BOARD_PHASE = Phase.SECOND_CONVERSATION


_PARTS = {LineKind.PRO: Part.PRO, LineKind.CON: Part.CON, LineKind.CONSEQUENCE: Part.CONSEQUENCE}


def _board_texts(draft: OptionDraft, *, titles_only: bool) -> Iterator[tuple[Part, BoardText]]:
    """Give what is printed of an option, as it stands on the board."""
    yield Part.TITLE, draft.title
    if not titles_only:
        yield Part.WHO_KNOWS, draft.who_knows
        yield Part.WHO_DECIDES, draft.who_decides
        yield Part.REVERSIBLE, draft.reversible
        yield from ((_PARTS[line.kind], line.content) for line in draft.lines)


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
