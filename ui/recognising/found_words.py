"""What was found in a text as the side list shows it: the same words are one row, however often they stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vpjournal.domain.identifying import KIND_NAMES, Certainty, Kind
from vpjournal.domain.searching import fold_name

if TYPE_CHECKING:
    from collections.abc import Container

    from ui.recognising.paragraphs import Paragraphs
    from vpjournal.domain.identifying import Find
    from vpjournal.domain.language import Texts

Key = tuple[Kind, str]
Spot = tuple[int, int]
"""A paragraph by its number, and which of its finds."""

_MOST = 2_000
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words that stand in a text once or more. ``spots`` says where, in the order of the text."""

    key: Key = field(repr=False)
    words: str = field(repr=False)
    certainty: Certainty
    reason: str
    spots: tuple[Spot, ...]

    @property
    def kind(self) -> Kind:
        """What the words are."""
        return self.key[0]

    @property
    def shown(self) -> str:
        """The words, no longer than fits in a row."""
        flat = " ".join(self.words.split())
        return flat if len(flat) <= _LONGEST_SHOWN else f"{flat[:_LONGEST_SHOWN]}…"

    def said(self, t: Texts) -> str:
        """Say what it is and how often it is there."""
        kind = t(KIND_NAMES[self.kind])
        kind = kind[0].upper() + kind[1:]
        if len(self.spots) == 1:
            return kind
        return t("{kind} · komt {n} keer voor", kind=kind, n=t.number(len(self.spots)))


def gather(found: Paragraphs, *, without: Container[Key] = ()) -> tuple[FoundWords, ...]:
    """Return what was found, by where it first stands; of a text that is full of it, the first part."""
    spots: dict[Key, list[Spot]] = {}
    finds: dict[Key, Find] = {}
    count = 0
    for number, paragraph in found.with_finds():
        for nth, find in enumerate(paragraph.finds):
            key = (find.kind, fold_name(find.text) or find.text)
            if key in without:
                continue
            spots.setdefault(key, []).append((number, nth))
            if key not in finds or find.certainty is Certainty.IDENTIFIES is not finds[key].certainty:
                finds[key] = find
            count += 1
        if count > _MOST:
            break
    return tuple(
        FoundWords(key, find.text, find.certainty, find.reason, tuple(spots[key])) for key, find in finds.items()
    )
