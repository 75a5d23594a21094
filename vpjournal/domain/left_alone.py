"""What the adviser leaves in a note although it may point to someone: known again by a mark, not kept a second time."""

import hmac
from dataclasses import dataclass, field
from hashlib import sha256

from vpjournal.domain.ids import ContactId
from vpjournal.domain.searching import fold_name


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """The marks of words in one note, and the key by which the same words are known again."""

    key: bytes = field(repr=False)
    marks: frozenset[bytes] = field(default=frozenset(), repr=False)

    def mark_of(self, words: str) -> bytes:
        """Return the mark of words, the same however they are written."""
        return hmac.new(self.key, (fold_name(words) or words).encode(), sha256).digest()

    def has(self, words: str) -> bool:
        """Tell whether these words are left in this note."""
        return bool(self.marks) and self.mark_of(words) in self.marks


def left_alone_key(key: bytes, contact: ContactId) -> bytes:
    """Return the key of the marks in one note, so that marks of two notes tell nothing together."""
    return hmac.new(key, "\0".join(("left_alone", str(int(contact)))).encode(), sha256).digest()
