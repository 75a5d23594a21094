"""*Herkenbaarheid*: the finder as the window uses it, and what a journal adds to it.

Finding needs no open journal and is done where the text is; what the journal knows of its organisations, and the words
that are no names, is read from it once and handed to the finder.
"""

import re
from dataclasses import replace

from vpjournal.domain.identifying import Find, Kind, Known
from vpjournal.identifiers import Finder
from vpjournal.identifiers.finder import pieces
from vpjournal.identifiers.instead.fitting import edit_for
from vpjournal.identifiers.instead.proposing import proposals, roles_in
from vpjournal.identifiers.instead.replacing import can_stand_for, occurrences, replace_all
from vpjournal.identifiers.instead.saying import say_proposals
from vpjournal.identifiers.judging import questions
from vpjournal.identifiers.report_text import look_at_report
from vpjournal.identifiers.wrapped import find_across_lines

__all__ = [
    "Finder",
    "can_stand_for",
    "edit_for",
    "find_across_lines",
    "load_finder",
    "look_at_report",
    "occurrences",
    "pieces",
    "proposals",
    "questions",
    "replace_all",
    "roles_in",
    "say_instead",
    "say_proposals",
]


def load_finder(known: Known | None = None) -> Finder:
    """Return a finder with all its lists read. Takes up to 0.3 s the first time; to be called off the GUI thread."""
    return Finder(known)


def say_instead(text: str, find: Find, words: str) -> str:
    """Return a text with other words wherever it says what was found: a name however it is written, else just so.

    What stands where the find says is always replaced; elsewhere only whole words: *54* is not in *1954*. Words that
    hold a name themselves change nothing (see ``can_stand_for``).
    """
    if find.kind is Kind.PERSON:
        new, times = replace_all(text, find.text, words)
        # A part of a double name is nobody else's where it was found by itself: *SINT-Cecilia*.
        if times or not can_stand_for(words, find.text):
            return new
    for place in reversed(_places(text, find)):
        edit = edit_for(replace(find, start=place, end=place + len(find.text)), text, words)
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _places(text: str, find: Find) -> list[int]:
    whole = re.compile(rf"(?<!\w)(?<!\d[.,:/-]){re.escape(find.text)}(?!\w|[.,:/-]\d)")
    places = {found.start() for found in whole.finditer(text)}
    if text.startswith(find.text, find.start):
        overlapping = range(find.start - len(find.text) + 1, find.end)
        places = {place for place in places if place not in overlapping} | {find.start}
    return sorted(places)
