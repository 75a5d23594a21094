"""The short fingerprint on a paper: tells whether the words on it are those that the reporter approved.

Eight characters, printed in two groups of four. It is made under a key that never leaves the journal, so that nobody
without the journal can guess at a text by it, or make one up; the last character catches a slip in typing it over.
"""

import hmac
import re
from hashlib import sha256

from vpjournal.domain.base32 import ALPHABET, as_printed, check_character, is_sound
from vpjournal.domain.summary import SummaryDraft
from vpjournal.errors import FingerprintMistyped

_LENGTH = 8
_BITS_EACH = 5
PRINTED = re.compile(rf"(?<!\w)([{ALPHABET}]{{4}})[ \u00a0]([{ALPHABET}]{{4}})(?!\w)")
"""What a fingerprint looks like on paper; what looks like one has to be sound as well."""


def of_summary(key: bytes, draft: SummaryDraft) -> str:
    """Return the fingerprint of all that is approved together: text, recipient, purpose and language."""
    parts = (draft.text, draft.recipient, draft.recipient_words, draft.purpose, draft.language)
    return of_bytes(key, *(part.encode() for part in parts))


def of_bytes(key: bytes, *parts: bytes) -> str:
    """Return the fingerprint of parts in their order, each with its length before it."""
    total = hmac.new(key, digestmod=sha256)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    number = int.from_bytes(total.digest()[:8], "big")
    data = "".join(ALPHABET[number >> _BITS_EACH * place & 31] for place in range(_LENGTH - 1))
    return data + check_character(data)


def grouped(fingerprint: str) -> str:
    """Return a fingerprint as it is printed: ``K7QF 2M9X``."""
    return f"{fingerprint[:4]} {fingerprint[4:]}"


def parse_fingerprint(typed: str) -> str:
    """Read a fingerprint as a person types it over. Raises FingerprintMistyped."""
    found = as_printed(typed)
    if not is_sound(found, length=_LENGTH):
        raise FingerprintMistyped
    return found


def find_printed(text: str) -> str:
    """Return the fingerprint that is printed in a text, the last one if there are several; nothing if there is none."""
    found = ["".join(match.groups()) for match in PRINTED.finditer(text)]
    sound = [each for each in found if is_sound(each, length=_LENGTH)]
    return sound[-1] if sound else ""
