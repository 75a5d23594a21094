"""What the windows take on a large journal: unlocking, opening cases, typing in a long note, and memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any

from tests.benchmarks.dutch import Writer
from tests.benchmarks.large_journal import CASES, NOTES, SEED, a_copy, opened, rich_cases
from tests.benchmarks.starting import BARE, ROOT, environment
from tests.benchmarks.table import Row, percentile
from tests.builders import PASSPHRASE
from tests.e2e.display import Display
from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId, ContactId

UNLOCKS = 7
CASES_OPENED = 12
KEYS = 400
LONG_NOTE = 55_000
_PARAGRAPH = 1_000
_BETWEEN_KEYS = 0.035
_REST = 2.0  # Seconds after which a bare window has long been painted.
_PATIENCE = 90.0


@dataclass(frozen=True, slots=True)
class Bench:
    """A copy of the large journal, a screen, and the surroundings of the processes."""

    folder: Path
    display: Display
    surroundings: dict[str, str]

    def run(self, what: str, **asked: Any) -> Any:
        with self.start(what, **asked) as process:
            return _answer(process)

    @contextmanager
    def start(self, what: str, **asked: Any) -> "Iterator[subprocess.Popen[str]]":
        command = [sys.executable, "-m", "tests.benchmarks.program", what]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.surroundings, cwd=ROOT, text=True
        )
        try:
            assert process.stdin
            order = {"journal": str(self.folder), "passphrase": PASSPHRASE, **asked}
            process.stdin.write(json.dumps(order) + "\n")
            process.stdin.flush()
            yield process
            process.wait(_PATIENCE)
        finally:
            process.kill()
            process.wait()


def measure() -> list[Row]:
    with a_copy() as folder, TemporaryDirectory() as home, Display() as display:
        bench = Bench(folder, display, environment(Path(home), display.name))
        journal = opened(folder)
        chosen = [*rich_cases(journal)[: CASES_OPENED // 2]]
        chosen += [row.id for row in journal.cases.list() if row.id not in chosen][: CASES_OPENED // 2]
        note = _long_note(journal, chosen[0])
        journal.close()
        return [*_unlock(bench), _with_all(bench, note), _open_cases(bench, chosen), *_typing(bench, note)]


def _unlock(bench: Bench) -> list[Row]:
    found = [bench.run("unlock") for _ in range(UNLOCKS)]
    bare = [_bare_memory(bench) for _ in range(3)]
    painted = [each["painted"] for each in found]
    gui = median(each["gui"] for each in found)
    note = f"{min(painted):.0f}–{max(painted):.0f} ms, GUI thread {gui:.0f} ms; median of {UNLOCKS} fresh processes"
    unlocking = Row(f"unlock → Vandaag painted, {CASES:,} cases, {NOTES:,} notes", "–", median(painted), 60, "ms", note)
    rss, base = median(each["rss"] for each in found), median(each["rss"] for each in bare)
    share = median(each["pss"] for each in found) - median(each["pss"] for each in bare)
    note = f"resident {rss:.0f} MB, bare {base:.0f} MB; by proportional share {share:.0f} MB beyond"
    return [
        unlocking,
        Row("memory at Vandaag beyond a bare window", "bare window, one text box", rss - base, 80, "MB", note),
    ]


def _with_all(bench: Bench, note: "_LongNote") -> Row:
    found = [bench.run("paper", **note.asked()) for _ in range(3)]
    bare = median(_bare_memory(bench)["rss"] for _ in range(3))
    rss, marked = median(each["rss"] for each in found), median(each["marked"] for each in found)
    told = (
        f"{marked - bare:.0f} MB before the paper; the lists of names, a note of {LONG_NOTE:,} characters and its marks"
    )
    name = "memory with identifiers and one PDF beyond a bare window"
    return Row(name, "bare window, one text box", rss - bare, 160, "MB", told)


def _bare_memory(bench: Bench) -> dict[str, float]:
    process = subprocess.Popen([sys.executable, str(BARE)], env=bench.surroundings, cwd=ROOT)
    try:
        sleep(_REST)
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()[1:]
        found = dict(line.split(":", 1) for line in lines)
        return {name.lower(): int(found[name].split(maxsplit=1)[0]) / 1024 for name in ("Rss", "Pss")}
    finally:
        process.kill()
        process.wait()


def _open_cases(bench: Bench, chosen: list[CaseId]) -> Row:
    found = bench.run("open_cases", cases=chosen)
    middles = {name: median(each["painted"] for each in times) for name, times in found.items()}
    slowest = max(middles, key=lambda name: middles[name])
    gui = median(each["gui"] for each in found[slowest])
    late = percentile([each["painted"] for times in found.values() for each in times], 0.95)
    each = ", ".join(f"{name} {value:.0f}" for name, value in middles.items())
    note = (
        f"slowest is {slowest}, GUI thread {gui:.0f} ms; all: {each}; p95 {late:.0f}; medians of {CASES_OPENED} cases"
    )
    return Row("opening a case, switching phases, until painted", "–", middles[slowest], 50, "ms", note)


@dataclass(frozen=True, slots=True)
class _LongNote:
    case: CaseId
    contact: ContactId
    other: ContactId
    text: str

    def asked(self) -> dict[str, Any]:
        """Return what a process is told of it."""
        return {"case": self.case, "contact": self.contact, "text": self.text, "cursor": LONG_NOTE // 2}


def _long_note(journal: Any, case: CaseId) -> _LongNote:
    contacts = journal.cases.view(case).contacts
    first = next(each.id for each in contacts if each.details.phase is Phase.FIRST_CONVERSATION)
    other_case = journal.cases.list()[-1].id
    text = Writer(SEED + 2).note(LONG_NOTE, paragraph=_PARAGRAPH)
    journal.notes.save(first, text)
    return _LongNote(case, first, journal.cases.view(other_case).contacts[0].id, text)


def _typing(bench: Bench, note: _LongNote) -> list[Row]:
    words = Writer(SEED).words[:60]
    with bench.start("typing", words=words, keys=KEYS, other=note.other, **note.asked()) as process:
        window = _answer(process)["window"]
        bench.display.focus(window)
        pressed = []
        for _ in range(KEYS):
            pressed.append(monotonic())
            bench.display.type_text("e")
            sleep(_BETWEEN_KEYS)
        found = _answer(process)
    delays = [(shown - press) * 1000 for press, shown in zip(pressed, found["shown"], strict=False)]
    told = (
        f"median {median(delays):.1f} ms, longest {max(delays):.0f} ms; {KEYS} keys, with marks, searches "
        f"and saves all the while"
    )
    typing = Row(f"key press → repaint in {LONG_NOTE:,} characters, p99", "–", percentile(delays, 0.99), 16, "ms", told)
    told = f"longest {max(found['paste']):.0f} ms; median of {len(found['paste'])}"
    paste = Row("1 MB paste as one paragraph, until control returns", "–", median(found["paste"]), 100, "ms", told)
    return [typing, paste]


def _answer(process: "subprocess.Popen[str]") -> Any:
    assert process.stdout
    line = process.stdout.readline()
    assert line, "the program ended before it answered"
    return json.loads(line)
