"""Long texts carry a digest: a damaged last overflow page comes back as NUL characters without any error."""

from hashlib import sha256

from vpjournal.errors import JournalDamaged


def digest(*texts: str) -> bytes:
    """Return the SHA-256 of texts in their order, each with its length before it."""
    total = sha256()
    for text in texts:
        data = text.encode()
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.digest()


def check(part: str, expected: bytes, *texts: str) -> None:
    """Compare texts with their digest. Raises JournalDamaged(part)."""
    if digest(*texts) != expected:
        raise JournalDamaged(part)
