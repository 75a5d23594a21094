"""What has a form of its own and can be told by it: addresses of mail, numbers, days and times."""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


def look(piece: str) -> Iterator[Find]:
    """Return what a piece of text shows by its form; these may overlap."""
    for found in _EMAIL.finditer(piece):
        reason = mark("Een e-mailadres is van één persoon.")
        yield Find(*found.span(), found[0], Kind.EMAIL, Certainty.IDENTIFIES, reason)
