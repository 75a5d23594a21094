"""The tour on the large journal, with a watch on how long the windows ever look at nothing new: ``tour --trace``.

The program is the real one; only its surroundings tell the inspector to watch (``inspector/turns.py``).
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

from tests.benchmarks.large_journal import a_copy
from tests.builders import PASSPHRASE
from vpjournal import vault
from vpjournal.vault.header import encode
from vpjournal.vault.slots import make_passphrase_slot

LONGEST = 0.016
"""Seconds, as in ``inspector/turns.py``, which the traced program imports by itself."""
SURROUNDINGS = "VPJOURNAL_TURNS"
_MOST = 60
_Stack = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stall:
    """One turn of the event loop that took too long; times in ms, stacks with the innermost line first."""

    step: str
    took: float
    worked: float
    stacks: tuple[_Stack, ...]


@dataclass(slots=True)
class Steps:
    """Remembers when each step of the tour was reached: a picture shows what was done until then."""

    reached: list[tuple[float, str]] = field(default_factory=list)

    def note(self, name: str) -> None:
        self.reached.append((monotonic(), name))

    def at(self, moment: float) -> str:
        return next((name for reached, name in self.reached if reached >= moment), "end")


@contextmanager
def large_journal() -> Iterator[Path]:
    """Give a copy of the large journal that the program opens: the cheapest way to derive a key is for tests alone."""
    with a_copy() as folder:
        unlocked = vault.unlock(folder, PASSPHRASE, floor=vault.CHEAPEST)
        before, journal = unlocked.header, unlocked.header.journal_id
        data_key = before.passphrase.open(PASSPHRASE, journal_id=journal)
        slot = make_passphrase_slot(data_key, passphrase=PASSPHRASE, journal_id=journal, profile=vault.FLOOR)
        written = encode(replace(before, passphrase=slot), header_key=unlocked.keys.header_key)
        unlocked.close()
        for name in (vault.MAIN, vault.COPY):
            (folder / name).write_bytes(written)
        yield folder


def stalls(file: Path, steps: Steps) -> list[Stall]:
    """Read what was written while the tour went on, the most work first: a busy machine makes the rest longer."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    found = [_stall(json.loads(line), steps) for line in lines]
    return sorted(found, key=lambda stall: -stall.worked)


def _stall(line: dict[str, object], steps: Steps) -> Stall:
    values: dict[str, float] = {name: float(str(line[name])) for name in ("at", "took", "worked")}
    stacks = line["stacks"]
    assert isinstance(stacks, list)
    seen = tuple((*stack, f"× {times}") for stack, times in stacks)
    return Stall(steps.at(values["at"]), values["took"] * 1000, values["worked"] * 1000, seen)


def as_table(found: Sequence[Stall]) -> str:
    """Return the longest turns, each with what was running in it."""
    busy = sum(stall.worked > 1000 * LONGEST for stall in found)
    lines = [
        f"{len(found)} turns of the event loop took more than 16 ms, {busy} of them with so much work; the longest:"
    ]
    lines.append(f"{'took':>8} {'worked':>8}  step, and where it was")
    for stall in found[:_MOST]:
        lines.append(f"{stall.took:6.0f}ms {stall.worked:6.0f}ms  {stall.step}")
        lines += [f"{'':20}{' < '.join(stack)}" for stack in stall.stacks[:2]]
    return "\n".join(lines)
