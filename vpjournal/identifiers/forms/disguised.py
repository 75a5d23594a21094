"""First names written so that a list does not know them: *F a t i m a*, *F@tima*, *Fat1ma*, *Fatima2*.

Only well-known first names that are no word are told here, so that *h o o g* and *groep 3a* stay what they are.
"""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.shadow import bare_word

DISGUISED = mark("Een voornaam, anders geschreven: die is zo gelezen.")

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
"""Words of one letter; with fewer than three different ones nothing is spelled out in a text."""
_FEWEST = 4
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:([ .*_·-])[^\W\d_](?:\1[^\W\d_]){1,14})(?![^\W_])")
_JOINED = re.compile(r"-[a-z]-[a-z]-")
_SIGN_AT_LETTER = re.compile(r"[@$0-9](?:(?=[^\W\d_])|(?<=[^\W\d_][@$0-9]))")
_WITH_SIGNS = re.compile(
    r"(?<![\w.+@-])(?=[^\W_]*[@$0-9])[^\W_][^\W_@$]{0,15}(?:[@$][^\W_@$]{1,15}){0,3}(?![\w@$]|[-.]\w)"
)
_STANDS_FOR = str.maketrans("@$01345", "asoieas")
_CUT = "0123456789"


def look(piece: Piece) -> Iterator[Find]:
    """Return first names in disguise."""
    if _SIGN_AT_LETTER.search(piece.small):
        yield from _with_signs(piece)
    if len(piece.by_ending.keys() & _LETTERS) > 2 or ("-" in piece.small and _JOINED.search(piece.small)):
        yield from _spaced(piece)


def _with_signs(piece: Piece) -> Iterator[Find]:
    """Give names with a number behind them, or with signs for letters."""
    for found in _WITH_SIGNS.finditer(piece.small):
        bare = found[0].strip(_CUT)
        if _is_name(bare) or (bare[-1:].isalpha() and _is_name(found[0].translate(_STANDS_FOR))):
            yield _name(piece, found.span())


def _spaced(piece: Piece) -> Iterator[Find]:
    for found in _SPACED.finditer(piece.small):
        if _is_name(found[0].replace(found[1], "")):
            yield _name(piece, found.span())


def _is_name(word: str) -> bool:
    """Tell whether it is a first name and nothing else."""
    if len(word) < _FEWEST or not word.isalpha():
        return False
    known = of.lists()
    bare = bare_word(word)
    return bool(known.of(bare) & of.FIRST) and not known.of(bare) & of.ALSO_WORD and not known.is_word(bare)


def _name(piece: Piece, span: tuple[int, int]) -> Find:
    return piece.find(span, Kind.PERSON, Certainty.IDENTIFIES, DISGUISED)
