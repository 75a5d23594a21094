"""Whether words that were read back from a paper stood in the texts that it was made of.

On paper a word may be cut at the end of a line, and a hyphen that was typed may fall there; whoever reads the file
joins both. So the words of a text count apart, and joined where a hyphen stood between them on one line.
"""

import re
from collections.abc import Iterable

from vpjournal.domain.searching import fold

_CUT = re.compile("\x02\\s*")
"""What pdfium gives where a word was cut at the end of a line."""
_HYPHENATED = re.compile(r"\w+(?:[-\u2010\u2011]\w+)+")


def joined(page: str) -> str:
    """Return the words of a page as running text, its lines joined, words that were cut made whole."""
    return " ".join(_CUT.sub("", page).split())


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts, folded, as they may be read from paper."""
    found: set[str] = set()
    for text in texts:
        found.update(fold(text).split())
        found.update("".join(fold(each.group()).split()) for each in _HYPHENATED.finditer(text))
    return frozenset(found)


def is_beyond(words: str, known: frozenset[str]) -> bool:
    """Tell whether any of these words is none of those that are known."""
    return any(word not in known for word in fold(words).split())
