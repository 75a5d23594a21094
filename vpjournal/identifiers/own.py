"""The adviser's own list, and the names of the organisations: what the journal knows is found wherever it stands."""

from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind, Known
from vpjournal.domain.language import mark
from vpjournal.identifiers.names.tokens import tokens

_SURE = frozenset({Kind.PERSON, Kind.ORGANISATION})
_Phrase = tuple[tuple[str, ...], Kind, str]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(text).small if word)


class OwnWords:
    """Finds the words of ``Known``, however they are written: capitals and accents make no difference."""

    __slots__ = ("_phrases",)

    def __init__(self, known: Known) -> None:
        self._phrases: dict[str, list[_Phrase]] = {}
        for own in known.own:
            self._add(own.text, own.kind, mark("Dit staat op uw eigen lijst van deze organisatie."))
        for client in known.clients:
            self._add(client, Kind.ORGANISATION, mark("De naam van een van uw opdrachtgevers."))

    def _add(self, text: str, kind: Kind, reason: str) -> None:
        words = _words(text)
        if words:
            self._phrases.setdefault(words[0], []).append((words, kind, reason))

    def look(self, piece: str) -> Iterator[Find]:
        """Return where these words stand in a piece of text; they may overlap."""
        if not self._phrases:
            return
        cut = tokens(piece)
        for index, word in enumerate(cut.small):
            for words, kind, reason in self._phrases.get(word, ()):
                last = index + len(words) - 1
                if tuple(cut.small[index : last + 1]) == words:
                    start, end = cut.shadow.span(cut.starts[index], cut.ends[last])
                    certainty = Certainty.IDENTIFIES if kind in _SURE else Certainty.MAY
                    yield Find(start, end, piece[start:end], kind, certainty, reason)
