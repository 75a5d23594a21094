"""Texts with one place between brackets, to write down a find where it stands: ``Met [Fatima] gesproken``."""

from vpjournal.domain.identifying import Certainty, Find, Kind


def marked(kind: Kind | str, text: str) -> tuple[Find, str]:
    """Return the find between the brackets, and the text without them."""
    before, _, rest = text.partition("[")
    found, _, after = rest.partition("]")
    start = len(before)
    return Find(start, start + len(found), found, Kind(kind), Certainty.MAY, ""), before + found + after
