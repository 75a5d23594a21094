"""The passphrase: proposed as words from the public list, completed while typed, and judged when it is an own one.

It is used exactly as it was typed: nothing is trimmed, folded or cut off, because what is forgiven today cannot be
repeated by another program tomorrow.
"""

import secrets
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import log2

import resources
from vpjournal.domain.guessing import LONGEST, Piece, Trick, cheapest_pieces
from vpjournal.domain.language import mark

PROPOSED_WORDS = 6

_SHORTEST = 12
"""Characters below which a weak passphrase is called too short, before anything else is said about it."""
_LONGEST_FOR_ZXCVBN = 32
"""zxcvbn takes more than quadratic time: 12 ms for 32 characters, 1.7 s for 256."""
_WEAK, _GOOD, _STRONG = 40.0, 50.0, 70.0
"""Bits. Argon2id makes a guess cost about half a second, so 50 bits outlast any thief of a laptop."""


class Strength(StrEnum):
    """How long a thief of the journal who knows Dutch and these lists would have to guess."""

    TOO_WEAK = "too-weak"
    WEAK = "weak"
    GOOD = "good"
    STRONG = "strong"


class Reason(StrEnum):
    """What makes a passphrase easier to guess than it looks."""

    NONE = "none"
    TOO_SHORT = "too-short"
    COMMON_WORDS = "common-words"
    YEAR = "year"
    PATTERN = "pattern"
    REPEATED = "repeated"


REASONS = {
    Reason.NONE: "",
    Reason.TOO_SHORT: mark("Deze is te kort. Maak er een hele zin van, of een rij van vijf woorden of meer."),
    Reason.COMMON_WORDS: mark(
        "Dit zijn woorden die vaak bij elkaar staan. Neem er een paar bij die niets met elkaar te maken hebben."
    ),
    Reason.YEAR: mark("Een jaartal of een datum is snel geraden. Neem in plaats daarvan nog een paar woorden."),
    Reason.PATTERN: mark(
        "Een rijtje letters of cijfers van het toetsenbord is snel geraden. Neem in plaats daarvan woorden."
    ),
    Reason.REPEATED: mark("Er staat iets dubbel in. Een herhaling maakt een wachtzin niet sterker."),
}
"""The sentence for each reason, in Dutch; ``""`` where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an own passphrase is worth."""

    strength: Strength
    reason: Reason

    @property
    def strong_enough(self) -> bool:
        """Whether a journal may be closed with it."""
        return self.strength in {Strength.GOOD, Strength.STRONG}


def propose(*, words: int = PROPOSED_WORDS) -> tuple[str, ...]:
    """Draw words from the public list, each 12.9 bits; the passphrase is these words with one space between."""
    return tuple(secrets.choice(resources.passphrase_words()) for _ in range(words))


def complete(begun: str, *, limit: int = 3) -> tuple[str, ...]:
    """Return the first words of the list that begin with ``begun``; none for a word that is whole, or for nothing."""
    words, begun = resources.passphrase_words(), begun.lower()
    first = bisect_left(words, begun)
    found = words[first : first + limit] if begun else ()
    return tuple(word for word in found if word.startswith(begun) and word != begun)


def normalise(passphrase: str) -> str:
    """Return the form that the key is derived from: Unicode NFC and nothing else.

    Keyboards of different systems compose accents differently, so that much is needed. Spaces at the ends,
    capitals and length stay as they are.
    """
    return unicodedata.normalize("NFC", passphrase)


def judge(own: str) -> Judgement:
    """Estimate what an own passphrase is worth; bounded, whatever its length: at most 256 characters count."""
    text = normalise(own[: 4 * LONGEST])[:LONGEST]
    if (drawn := _bits_if_drawn(text)) is not None:
        bits, reason = drawn, Reason.REPEATED
    else:
        bits, reason = _least_bits(text)
    strength = _strength(bits)
    return Judgement(strength, Reason.NONE if bits >= _GOOD else reason)


def _strength(bits: float) -> Strength:
    if bits < _WEAK:
        return Strength.TOO_WEAK
    if bits < _GOOD:
        return Strength.WEAK
    return Strength.GOOD if bits < _STRONG else Strength.STRONG


@cache
def _listed() -> frozenset[str]:
    return frozenset(resources.passphrase_words())


def _bits_if_drawn(text: str) -> float | None:
    """Return what words that look drawn from the list are worth, or ``None`` when that is not what this is."""
    words = text.split(" ")
    if len(words) < PROPOSED_WORDS or not _listed().issuperset(words):
        return None
    return len(set(words)) * log2(len(_listed()))


def _least_bits(text: str) -> tuple[float, Reason]:
    """Return the lower of two estimates: with Dutch in mind, and what zxcvbn makes of the beginning."""
    pieces = cheapest_pieces(text)
    bits = sum(piece.bits for piece in pieces)
    rest = sum(piece.bits for piece in cheapest_pieces(text[_LONGEST_FOR_ZXCVBN:]))
    other, other_reason = _by_zxcvbn(text[:_LONGEST_FOR_ZXCVBN])
    reason = _reason(text, pieces)
    if other + rest < bits:
        return other + rest, other_reason if reason is Reason.NONE else reason
    return bits, reason


_REASONS_BY_TRICK = {Trick.YEAR: Reason.YEAR, Trick.RUN: Reason.PATTERN, Trick.REPEAT: Reason.REPEATED}


def _reason(text: str, pieces: list[Piece]) -> Reason:
    tricks = {piece.trick for piece in pieces}
    found = next((reason for trick, reason in _REASONS_BY_TRICK.items() if trick in tricks), None)
    if found is not None:
        return found
    if len(text) < _SHORTEST:
        return Reason.TOO_SHORT
    in_words = sum(len(piece.text) for piece in pieces if piece.trick is Trick.WORD)
    return Reason.COMMON_WORDS if in_words * 2 > len(text) else Reason.NONE


_REASONS_BY_PATTERN = {
    "dictionary": Reason.COMMON_WORDS,
    "spatial": Reason.PATTERN,
    "sequence": Reason.PATTERN,
    "repeat": Reason.REPEATED,
    "date": Reason.YEAR,
}


def _by_zxcvbn(text: str) -> tuple[float, Reason]:
    if not text:
        return 0.0, Reason.TOO_SHORT
    from zxcvbn import zxcvbn  # noqa: PLC0415 - takes 0.2 s, and only an own passphrase needs it

    result = zxcvbn(text)
    longest = max(result["sequence"], key=lambda match: len(match["token"]))
    reason = _REASONS_BY_PATTERN.get(longest["pattern"], Reason.TOO_SHORT)
    return float(result["guesses_log10"]) * log2(10), reason
