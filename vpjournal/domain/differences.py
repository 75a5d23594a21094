"""What changed between the text that was approved and the text as it is now, word by word.

Paragraphs are compared first and words only within those that changed, so that a long text takes milliseconds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain

_WORDS = re.compile(r"\s+|\w+|[^\w\s]+")
_MOST = 4_000
"""A changed passage of more parts than this, paragraphs or words, counts as new as a whole."""


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
    paragraphs = _compared(before.splitlines(keepends=True), now.splitlines(keepends=True), 0)
    return tuple(_joined(_by_word(each, now) for each in paragraphs))


def _by_word(changed: Difference, now: str) -> Iterator[Difference]:
    added = now[changed.start : changed.end]
    return _compared(_WORDS.findall(changed.removed), _WORDS.findall(added), changed.start)


def _compared(before: Sequence[str], now: Sequence[str], offset: int) -> Iterator[Difference]:
    """Compare two texts that were cut into parts; ``offset`` is where the new one begins."""
    starts = [offset + start for start in _starts(now)]
    same = _same(before, now)
    tail = _same(before[same:][::-1], now[same:][::-1])
    old, new = before[same : len(before) - tail], now[same : len(now) - tail]
    if len(old) + len(new) > _MOST:
        yield Difference(starts[same], starts[same + len(new)], "".join(old))
        return
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference(starts[same + new_from], starts[same + new_to], "".join(old[old_from:old_to]))


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the parts with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _starts(parts: Sequence[str]) -> list[int]:
    """Return where each part begins, and where the last one ends."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _joined(found: Iterable[Iterator[Difference]]) -> Iterator[Difference]:
    """Join what touches, so that a rewritten sentence is one passage."""
    last: Difference | None = None
    for each in chain.from_iterable(found):
        if last is not None and each.start <= last.end:
            last = Difference(last.start, each.end, last.removed + each.removed)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last
