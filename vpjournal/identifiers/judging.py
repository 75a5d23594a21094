"""Words that judge or shrink, as a question to the adviser when a note is finished: whose words are these?

What stands between quotation marks is what the reporter said, and is never asked about.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from resources import read_toml
from vpjournal.domain.identifying import Question
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Piece, by_first_word

_REASONS: Mapping[str, str] = {
    "verdict": mark("Dit woord oordeelt over iemand. Zei de melder het zo, of kan hier staan wat er gebeurde?"),
    "shrink": mark("Dit maakt het kleiner of groter. Zijn dit de woorden van de melder?"),
    "doubt": mark("Dit kan als twijfel klinken. Vaak is ‘zegt’ of ‘vertelt’ genoeg."),
    "absolute": mark("Is dit zonder uitzondering zo, of voelde het voor de melder zo?"),
    "certain": mark("Staat dit vast, of is het een indruk?"),
    "normal": mark("Dit is voor ieder anders. Misschien zegt wat er gebeurde genoeg."),
    "motive": mark("Dit gaat over wat iemand dacht of wilde. Van wie komt dat?"),
    "blame": mark("Dit kan klinken alsof het aan de melder ligt. Bedoelt u het zo?"),
}
_QUOTED = re.compile(r"[\"“„][^\"“”„\n]{0,2000}[\"”]|(?<!\w)['‘][^'‘’\n]{0,2000}['’](?!\w)")


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return by first word which phrases there are, each with its reason."""
    reasons = {
        " ".join(phrase.split()): _REASONS[group]
        for group, phrases in read_toml("replacing", "judging.toml").items()
        for phrase in phrases.split(",")
    }
    return {
        first: tuple((phrase, reasons[phrase]) for phrase in phrases)
        for first, phrases in by_first_word(reasons).items()
    }


def questions(text: str) -> tuple[Question, ...]:
    """Return the words of a text that judge or shrink, in order, none within another; offsets count code points."""
    piece = Piece(text)
    known = _phrases()
    candidates = sorted(
        ((span, reason) for word in piece.words & known.keys() for span, reason in _spans(piece, known[word])),
        key=lambda candidate: (candidate[0][0], -candidate[0][1]),
    )
    quoted = [found.span() for found in _QUOTED.finditer(text)] if candidates else []
    found: list[Question] = []
    for (start, end), reason in _outside(candidates, quoted):
        if not found or found[-1].end <= start:
            found.append(Question(start, end, text[start:end], reason))
    return tuple(found)


def _spans(piece: Piece, phrases: tuple[tuple[str, str], ...]) -> Iterator[tuple[tuple[int, int], str]]:
    for phrase, reason in phrases:
        yield from ((span, reason) for span in piece.places(phrase))


def _outside(
    candidates: list[tuple[tuple[int, int], str]], quoted: list[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Leave out what lies between quotation marks; both are in order."""
    place = 0
    for (start, end), reason in candidates:
        while place < len(quoted) and quoted[place][1] <= start:
            place += 1
        if place == len(quoted) or end <= quoted[place][0]:
            yield (start, end), reason
