"""What was found in the paragraphs of one text, kept beside it, so that after an edit only what changed is looked at.

A name that is certain in one paragraph is a name in all others. So which names were seen is counted here, and when
that changes, only the paragraphs that hold such a word are looked at again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.positions import QtPositions
from vpjournal.domain.searching import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vpjournal.domain.identifying import Find

_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its text when it was looked at, what was found, and where Qt finds that."""

    text: str = ""
    finds: tuple[Find, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    """The first unit of each find, and the unit after it."""
    names: frozenset[str] = _NOTHING
    seen: frozenset[str] = _NOTHING
    """The names that were known of the whole text when this was looked at."""
    fresh: bool = False

    def __repr__(self) -> str:
        return f"<paragraph with {len(self.finds)} finds>"


class Paragraphs:
    """A list that goes along with the blocks of a document, by their number."""

    def __init__(self) -> None:
        self._all: list[Paragraph] = [Paragraph()]
        self._names: Counter[str] = Counter()
        self._seen: frozenset[str] | None = _NOTHING
        self._changed_names: set[str] = set()
        self._kept: set[str] = set()
        self.left = 1
        """How many paragraphs are still to be looked at."""

    def __len__(self) -> int:
        return len(self._all)

    def reset(self, count: int) -> None:
        """Begin with another text."""
        self._all = [Paragraph() for _ in range(count)]
        self._names.clear()
        self._changed_names.clear()
        self._kept.clear()
        self._seen = _NOTHING
        self.left = count

    def look_again(self) -> None:
        """Let all be looked at anew; what was found stays until then."""
        for each in self._all:
            each.fresh = False
        self.left = len(self._all)

    def splice(self, first: int, before: int, after: int) -> bool:
        """Take note that ``before`` paragraphs from ``first`` became ``after``, none of them looked at yet.

        Tells whether finds went with those that are gone.
        """
        gone = self._all[first : first + before]
        if before == after == 1:
            self.left += gone[0].fresh
            gone[0].fresh = False
            return False
        for each in gone:
            self._count(each.names, _NOTHING)
            self.left -= not each.fresh
        self._all[first : first + before] = [Paragraph() for _ in range(after)]
        self.left += after
        return any(each.finds for each in gone)

    def keep_for_now(self, number: int, text: str) -> None:
        """Let finds before and after an edit go along with the words, until the paragraph is looked at again."""
        each = self._all[number]
        same = _alike(each.text, text)
        rest = min(len(each.text), len(text)) - same
        after = min(rest, _alike(each.text[::-1], text[::-1]))
        by, end = len(text) - len(each.text), max(len(each.text) - after, same)
        kept = [find for find in each.finds if find.end <= same]
        kept += [replace(find, start=find.start + by, end=find.end + by) for find in each.finds if find.start >= end]
        each.text, each.finds, each.spans = text, tuple(kept), _spans(text, kept)

    def know(self, number: int, names: frozenset[str]) -> frozenset[str]:
        """Take note of the names that a paragraph is certain of, and return those of the whole text."""
        each = self._all[number]
        self._count(each.names, names)
        each.names = names
        return self.seen

    def put(self, number: int, text: str, finds: Sequence[Find]) -> bool:
        """Keep what was found in a paragraph with those names; tell whether that is something else than before."""
        each = self._all[number]
        self.left -= not each.fresh
        found = tuple(finds)
        self._all[number] = Paragraph(text, found, _spans(text, found), each.names, self.seen, fresh=True)
        return found != each.finds

    def drop(self, unwanted: Callable[[Find], bool]) -> None:
        """Forget these finds at once, until their paragraphs are looked at again."""
        for _, each in self.with_finds():
            kept = [pair for pair in zip(each.finds, each.spans, strict=True) if not unwanted(pair[0])]
            each.finds, each.spans = tuple(find for find, _ in kept), tuple(span for _, span in kept)

    def __getitem__(self, number: int) -> Paragraph:
        return self._all[number]

    def with_finds(self) -> Iterator[tuple[int, Paragraph]]:
        """Go through those in which something was found."""
        return ((number, each) for number, each in enumerate(self._all) if each.finds)

    @property
    def seen(self) -> frozenset[str]:
        """The words, folded, that are certainly part of a name somewhere in the text."""
        if self._seen is None:
            self._seen = frozenset(self._names).union(self._kept)
        return self._seen

    def keep(self, names: frozenset[str]) -> None:
        """Go on knowing these names, although where they were certain something else stands by now."""
        self._kept |= names
        self._seen = None

    @property
    def changed_names(self) -> frozenset[str]:
        """The names that came or went, so that other paragraphs may have to be looked at again."""
        return frozenset(self._changed_names)

    def forget_changed_names(self) -> None:
        """All paragraphs that these concern were looked at again."""
        self._changed_names.clear()

    def concerns(self, number: int, names: frozenset[str]) -> bool:
        """Tell whether a paragraph holds one of these names, and was looked at when it was not known, or still was."""
        each, seen = self._all[number], self.seen
        news = frozenset(name for name in names if (name in seen) != (name in each.seen))
        return bool(news) and holds(fold(each.text), news)

    def _count(self, before: frozenset[str], after: frozenset[str]) -> None:
        if before == after:
            return
        for name in before - after:
            self._names[name] -= 1
            if not self._names[name]:
                del self._names[name]
                self._note_change(name)
        for name in after - before:
            if name not in self._names:
                self._note_change(name)
            self._names[name] += 1
        self._seen = None

    def _note_change(self, name: str) -> None:
        if name not in self._kept:
            self._changed_names.add(name)


def holds(folded: str, names: frozenset[str]) -> bool:
    """Tell whether a folded text has one of these names as a word."""
    return not names.isdisjoint(folded.split())


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common before the first that differs."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (mine, its) in enumerate(pairs) if mine != its), min(len(one), len(other)))


def _spans(text: str, finds: Sequence[Find]) -> tuple[tuple[int, int], ...]:
    if not finds:
        return ()
    positions = QtPositions(text)
    return tuple((positions.unit(find.start), positions.unit(find.end)) for find in finds)
