"""What changed between the text that was approved and the text as it is now, word by word.

Paragraphs are compared first and words only within those that changed, so that a long text takes milliseconds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]+")
_MOST_WORDS = 4_000
"""A changed passage of more words than this counts as new as a whole."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage of the new text, and what stood there before.

    Where ``start`` and ``end`` are the same, something was only taken out.
    """

    start: int
    end: int
    removed: str = field(repr=False)


def differences(before: str, now: str) -> tuple[Difference, ...]:
    """Return where ``now`` differs from ``before``, in order; offsets count code points of ``now``."""
    return tuple(_joined(_by_paragraph(before.splitlines(keepends=True), now.splitlines(keepends=True))))


def _by_paragraph(before: Sequence[str], now: Sequence[str]) -> Iterator[Difference]:
    starts = _starts(now)
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            removed, added = "".join(before[old_from:old_to]), "".join(now[new_from:new_to])
            yield from _by_word(removed, added, starts[new_from])


def _by_word(before: str, now: str, offset: int) -> Iterator[Difference]:
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    if len(old) + len(new) > _MOST_WORDS:
        yield Difference(offset, offset + len(now), before)
        return
    starts = _starts(new)
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference(offset + starts[new_from], offset + starts[new_to], "".join(old[old_from:old_to]))


def _starts(parts: Sequence[str]) -> list[int]:
    """Return where each part begins, and where the last one ends."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _joined(found: Iterator[Difference]) -> Iterator[Difference]:
    """Join what touches, so that a rewritten sentence is one passage."""
    last: Difference | None = None
    for each in found:
        if last is not None and each.start <= last.end:
            last = Difference(last.start, each.end, last.removed + each.removed)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last
