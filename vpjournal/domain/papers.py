"""What a paper is made of: plain values and a language in, so that a paper knows nothing of a case.

There is no field here for a code, a name or a date, so none of these can end up on what a reporter takes home.
Nothing that a person typed is part of a ``repr``.
"""

from dataclasses import dataclass, field

from vpjournal.domain.language import Language


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


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The paper that opens a journal when its passphrase is forgotten."""

    language: Language
    groups: tuple[str, ...] = field(repr=False)
    journal_name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: rows of ``stride`` bytes from the top, four bytes a pixel in the order B, G, R, unused."""

    width: int
    height: int
    stride: int
    data: bytes = field(repr=False)
