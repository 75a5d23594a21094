"""What is stored is what was typed, in one canonical form made when text enters.

Digests, approvals, history and marks see only this form, so that the same words are always the same bytes.
"""

import re
import unicodedata
from dataclasses import dataclass

from vpjournal.errors import TextTooLong

LINE_LIMIT = 10_000
"""Characters that a field of one line keeps."""
TEXT_LIMIT = 200_000
"""Characters that a field of several lines keeps."""
NOTE_LIMIT = 2_000_000
"""Characters that one note keeps."""

_SURROGATES = re.compile("[\ud800-\udfff]")
# The deprecated formatting characters and the noncharacters go too: editors use both for themselves.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u206a-\u206f\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x85]")
_SPACES = re.compile("[\u00a0\u202f\u2007]")


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text in canonical form; ``replaced`` says that broken characters had to become U+FFFD."""

    text: str
    replaced: bool


def canonicalise(typed: str) -> Canonical:
    """Return a text in canonical form: NFC, LF, plain spaces, no lone surrogates, no other control characters."""
    text, broken = _SURROGATES.subn("\ufffd", typed)
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _CONTROLS.sub("", text)
    return Canonical(unicodedata.normalize("NFC", text), replaced=broken > 0)


def canonical(typed: str) -> str:
    """Return only the text of ``canonicalise``."""
    return canonicalise(typed).text


def one_line(typed: str) -> str:
    """Return a text for a field of one line: canonical, line ends and tabs as spaces, no space around it.

    Raises:
        TextTooLong: there are more than ``LINE_LIMIT`` characters.
    """
    text = re.sub(r"[\n\t]+", " ", canonical(typed)).strip()
    return _within(text, LINE_LIMIT)


def several_lines(typed: str) -> str:
    """Return a text for a field of several lines: canonical, as typed.

    Raises:
        TextTooLong: there are more than ``TEXT_LIMIT`` characters.
    """
    return _within(canonical(typed), TEXT_LIMIT)


def note_text(typed: str) -> str:
    """Return the text of a note: canonical, as typed.

    Raises:
        TextTooLong: there are more than ``NOTE_LIMIT`` characters.
    """
    return _within(canonical(typed), NOTE_LIMIT)


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise TextTooLong(limit)
    return text
