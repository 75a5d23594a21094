"""How one text changes when a name is replaced in it, whatever kind of text that is."""

from dataclasses import dataclass, field, replace
from pathlib import PurePath

from vpjournal.domain.searching import fold_name
from vpjournal.domain.text import NOTE_LIMIT, TEXT_LIMIT
from vpjournal.errors import TextTooLong
from vpjournal.identifiers.instead.replacing import replace_all
from vpjournal.storage.case_texts import BOARD, LEFT, CaseText

_NOTES = frozenset({"note", "note_version"})


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Replaces the ways to say one name. Computes only."""

    names: tuple[str, ...] = field(repr=False)
    replacement: str = field(repr=False)

    def words(self, text: str) -> str:
        """Return a text without the name."""
        return self.counted(text)[0]

    def counted(self, text: str) -> tuple[str, int]:
        """Return a text without the name, and how often it stood there."""
        total = 0
        for name in self.names:
            text, times = replace_all(text, name, self.replacement)
            total += times
        return text, total

    def row(self, before: CaseText) -> tuple[CaseText, int]:
        """Return a row of texts without the name, and how often it stood in them. Raises TextTooLong."""
        if before.table == BOARD:
            texts, total = self._board(before.texts)
        elif before.table == LEFT:
            texts, total = self._left(*before.texts)
        else:
            pairs = [self.counted(text) for text in before.texts]
            texts, total = tuple(text for text, _ in pairs), sum(times for _, times in pairs)
        limit = NOTE_LIMIT if before.table in _NOTES else TEXT_LIMIT
        if any(len(new) > max(limit, len(old)) for new, old in zip(texts, before.texts, strict=True)):
            raise TextTooLong(limit)
        return replace(before, texts=texts), total

    def in_file_name(self, place: str) -> bool:
        """Tell whether the place of a file holds the name, however it is tied to what stands around it."""
        words = f" {fold_name(place)} "
        return any(f" {fold_name(name)} " in words for name in self.names)

    def _board(self, texts: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
        new: list[str] = []
        total = 0
        for text, library in zip(texts[::2], texts[1::2], strict=True):
            words, times = self.counted(text)
            # A text that was changed is no longer the library's.
            new += [words, "" if times else library]
            total += times
        return tuple(new), total

    def _left(self, purpose: str, place: str) -> tuple[tuple[str, ...], int]:
        words, times = self.counted(purpose)
        if not self.in_file_name(place):
            return (words, place), times
        # Another name would lead to a file that is not there; its folder still leads near.
        folder = str(PurePath(place).parent)
        return (words, "" if self.in_file_name(folder) else folder), times + 1
