"""What finding costs, and how well it finds: on the half of the corpus that is only ever scored."""

import json
import subprocess
import sys
import textwrap
from statistics import median

from tests.benchmarks.table import Row
from tests.corpus.scoring import SCORED, TUNING, Note, load, score, table
from vpjournal.domain.identifying import Kind
from vpjournal.identifiers import Finder

_FRESH = 5
_ROUNDS = 5
_NOTE = 2_000
"""Characters of a note."""
_READY = textwrap.dedent(
    """
    import json, time
    import vpjournal.domain.identifying, vpjournal.domain.searching
    from pathlib import Path
    def resident():
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
        return int(next(line for line in lines if line.startswith("Rss:")).split()[1]) / 1024
    before, began = resident(), time.perf_counter()
    from vpjournal.journal.identifiers import load_finder
    finder = load_finder()
    finder.find("Zo klaar.")
    print(json.dumps({"ms": 1000 * (time.perf_counter() - began), "mb": resident() - before}))
    """
)


def measure() -> list[Row]:
    scored, tuning = load(SCORED), load(TUNING)
    total = score(scored, Finder().find)
    print(table(total))
    half = "the half that is only scored"
    persons, spans = 100 * (1 - total.persons), 100 * (1 - total.every.recall)
    return [
        *_ready(),
        _one_note(tuning),
        Row("identifiers: 1,000 tokens", "–", _pace(tuning), 5, "ms", f"the tuning half, best of {_ROUNDS}"),
        Row("identifiers: persons missed", half, persons, 3, "%", f"{total.kinds[Kind.PERSON].labels} persons"),
        Row("identifiers: spans missed", half, spans, 7, "%", f"{total.notes} notes, {total.every.labels} spans"),
        Row("identifiers: wrong of what “identifies”", half, 100 * (1 - total.precision), 20, "%"),
    ]


def _ready() -> list[Row]:
    out = [
        subprocess.run([sys.executable, "-c", _READY], capture_output=True, text=True, check=True).stdout
        for _ in range(_FRESH)
    ]
    found = [json.loads(each) for each in out]
    note = f"median of {_FRESH} fresh processes, with the imports it takes"
    return [
        Row("identifiers: ready", "–", median(each["ms"] for each in found), 300, "ms", note),
        Row("identifiers: memory", "–", median(each["mb"] for each in found), 60, "MB", "resident, lists and code"),
    ]


def _one_note(notes: list[Note]) -> Row:
    finder = Finder()
    whole = "\n".join(note.text for note in notes)
    texts = [whole[start : start + _NOTE] for start in range(0, len(whole) - _NOTE, (len(whole) - _NOTE) // 99)]
    times = sorted(min(_seconds(finder, text) for _ in range(3)) for text in texts)
    note = f"median of {len(texts)} pieces of the tuning half; slowest {1000 * times[-1]:.1f} ms"
    return Row("identifiers: a note of 2,000 characters", "–", 1000 * median(times), 20, "ms", note)


def _seconds(finder: Finder, text: str) -> float:
    return score([Note("", "nl", (), text, ())], finder.find).seconds


def _pace(notes: list[Note]) -> float:
    finder = Finder()
    return min(score(notes, finder.find).milliseconds for _ in range(_ROUNDS))
