"""What a paper is made of: plain values and a language in, so that a paper knows nothing of a case.

Only the key card, which stays with the adviser, has a field for a code; no paper has one for a name, and only a
summary has one for a day: that of its approval. Nothing that a person typed is part of a ``repr``. ``example`` marks
what comes out of the example journal: all of it is fiction, and the paper says so.
"""

from dataclasses import dataclass, field

from vpjournal.domain.days import CoarseDay
from vpjournal.domain.language import Language
from vpjournal.domain.summary import Given, Recipient

_LONGEST_PASSWORD = 127
"""Bytes of UTF-8. Some readers of PDF cut off what is beyond and others do not, and then the file does not open."""


def can_be_password(typed: str) -> bool:
    """Tell whether every reader of PDF would open a file with this password."""
    return len(typed.encode(errors="replace")) <= _LONGEST_PASSWORD


@dataclass(frozen=True, slots=True)
class PaperOption:
    """One option as the reporter reads it. Each text may be empty; ``says`` is what the reporter said about it."""

    title: str = field(repr=False)
    who_knows: str = field(default="", repr=False)
    who_decides: str = field(default="", repr=False)
    reversible: str = field(default="", repr=False)
    pros: tuple[str, ...] = field(default=(), repr=False)
    cons: tuple[str, ...] = field(default=(), repr=False)
    consequences: tuple[str, ...] = field(default=(), repr=False)
    says: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OptionsPaper:
    """The overview of options, or the cards with their titles, in the order and the language of the reporter."""

    language: Language
    options: tuple[PaperOption, ...]
    contact_line: str = field(default="", repr=False)
    room_for_notes: bool = True
    show_what_reporter_says: bool = False
    example: bool = False


@dataclass(frozen=True, slots=True)
class OptionCards:
    """The titles of the options, to cut out and lay on the table."""

    language: Language
    titles: tuple[str, ...] = field(repr=False)
    example: bool = False


@dataclass(frozen=True, slots=True)
class SummaryPaper:
    """A summary that the reporter approved. ``approved`` is as coarse as the recipient may know it."""

    language: Language
    text: str = field(repr=False)
    recipient: Recipient
    recipient_words: str = field(repr=False)
    purpose: str = field(repr=False)
    approved: CoarseDay
    given: Given
    fingerprint: str
    example: bool = False


@dataclass(frozen=True, slots=True)
class KeyCards:
    """Four key cards to fill in by hand, each with the code of a case or room to write one; never anything else."""

    language: Language
    codes: tuple[str, ...] = ()
    example: bool = False


@dataclass(frozen=True, slots=True)
class PocketCard:
    """What to say and ask in a first call, with room to write: A6, to be copied over and destroyed."""

    language: Language
    example: bool = False


@dataclass(frozen=True, slots=True)
class ReporterLog:
    """An empty log that the reporter keeps."""

    language: Language
    example: bool = False


@dataclass(frozen=True, slots=True)
class TalkPreparation:
    """An empty sheet on which the reporter prepares a talk."""

    language: Language
    example: bool = False


@dataclass(frozen=True, slots=True)
class WhatIWrite:
    """*Wat schrijf ik op?*: what the adviser keeps about a reporter, and what the reporter may ask.

    ``complaints`` is where a complaint about the adviser goes, ``destroyed`` when notes are destroyed at the latest;
    where they are empty there is a line to write on.
    """

    language: Language
    complaints: str = field(default="", repr=False)
    destroyed: str = field(default="", repr=False)
    contact_line: str = field(default="", repr=False)
    example: bool = False


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The paper that opens a journal when its passphrase is forgotten."""

    language: Language
    groups: tuple[str, ...] = field(repr=False)
    journal_name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: rows of ``stride`` bytes from the top, four bytes a pixel in the order B, G, R, unused.

    ``millimetres`` is how wide the page is on paper: 210 for A4, 105 for A6.
    """

    width: int
    height: int
    stride: int
    data: bytes = field(repr=False)
    millimetres: int = 210


Paper = (
    OptionsPaper
    | OptionCards
    | SummaryPaper
    | KeyCards
    | PocketCard
    | ReporterLog
    | TalkPreparation
    | WhatIWrite
    | RecoverySheet
)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A finished PDF. ``content`` and ``words`` are SHA-256 digests of what the file holds and of the words on it.

    A password that was put on the file changes neither. ``unprintable`` names the characters for which ``[?]`` is
    printed, each once.
    """

    pdf: bytes = field(repr=False)
    content: bytes = field(repr=False)
    words: bytes = field(repr=False)
    pages: int
    unprintable: tuple[str, ...] = field(default=(), repr=False)
