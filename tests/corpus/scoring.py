"""How well the finder does on labelled notes: ``python -m tests.corpus.scoring tuning [--misses|--wrong]``.

The tuning half may be read and listed by who writes rules. The scored half gives numbers and nothing else: a half that
was looked at measures nothing any more. Running prose has halves of its own, ``prose-tuning`` and ``prose-scored``.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.identifiers import Finder

HERE = Path(__file__).parent
TUNING = HERE / "tuning.txt"
SCORED = HERE / "scored.txt"
HALVES = {
    "tuning": TUNING,
    "scored": SCORED,
    "prose-tuning": HERE / "prose_tuning.txt",
    "prose-scored": HERE / "prose_scored.txt",
}
NAMES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.DEPARTMENT, Kind.PLACE})

_HEADER = re.compile(r"^### ([\w-]+) \| (nl|en) \| (.*)$", re.MULTILINE)
_LABEL = re.compile(r"⟦(\w+)(\??)\|([^⟦⟧]*)⟧")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")

Look = Callable[[str], Sequence[Find]]


@dataclass(frozen=True, slots=True)
class Label:
    """One span that a note gives away, as a person labelled it."""

    start: int
    end: int
    kind: Kind
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Note:
    """One note of the corpus, without its brackets."""

    name: str
    language: str
    styles: tuple[str, ...]
    text: str
    labels: tuple[Label, ...]


def notes_in(corpus: str) -> Iterator[Note]:
    """Read a corpus. Raise ``ValueError`` where it does not keep to the format."""
    headers = list(_HEADER.finditer(corpus))
    if len(headers) != len(re.findall(r"^###", corpus, re.MULTILINE)):
        raise ValueError("a header that is none")
    ends = [header.start() for header in headers[1:]] + [len(corpus)]
    for header, end in zip(headers, ends, strict=True):
        name, language, styles = header.groups()
        text, labels = _unlabelled(corpus[header.end() : end].strip("\n"), name)
        yield Note(name, language, tuple(style.strip() for style in styles.split(",")), text, labels)


def _unlabelled(body: str, name: str) -> tuple[str, tuple[Label, ...]]:
    parts: list[str] = []
    labels: list[Label] = []
    last = length = 0
    for found in _LABEL.finditer(body):
        before, inside = body[last : found.start()], found[3]
        parts += [before, inside]
        start = length + len(before)
        length = start + len(inside)
        certainty = Certainty.MAY if found[2] else Certainty.IDENTIFIES
        labels.append(Label(start, length, Kind(found[1]), certainty))
        last = found.end()
    parts.append(body[last:])
    text = "".join(parts)
    if "⟦" in text or "⟧" in text:
        raise ValueError(f"{name}: a bracket that is no label")
    return text, tuple(labels)


def covered(text: str, label: Label, finds: Iterable[Find]) -> bool:
    """Tell whether at least half of the letters and digits of a label lie in finds, whatever their kind."""
    letters = [place for place in range(label.start, label.end) if text[place].isalnum()]
    seen = sum(any(find.start <= place < find.end for find in finds) for place in letters)
    return 2 * seen >= len(letters)


def right(find: Find, labels: Iterable[Label]) -> bool:
    """Tell whether a find lies on something that is labelled."""
    return any(find.start < label.end and label.start < find.end for label in labels)


@dataclass
class Tally:
    """Numbers of one kind, or of all of them."""

    labels: int = 0
    found: int = 0
    same_kind: int = 0
    finds: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        return self.found / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.finds if self.finds else 1.0

    @property
    def f2(self) -> float:
        """Recall counts twice as much as precision: a name that stays is worse than a question too many."""
        precision, recall = self.precision, self.recall
        return 5 * precision * recall / (4 * precision + recall) if precision + recall else 0.0


@dataclass
class Score:
    """What a finder does on a corpus."""

    notes: int = 0
    tokens: int = 0
    seconds: float = 0.0
    every: Tally = field(default_factory=Tally)
    identifies: Tally = field(default_factory=Tally)
    may: Tally = field(default_factory=Tally)
    kinds: dict[Kind, Tally] = field(default_factory=lambda: {kind: Tally() for kind in Kind})
    misses: list[tuple[Note, Label]] = field(default_factory=list, repr=False)
    wrong: list[tuple[Note, Find]] = field(default_factory=list, repr=False)

    @property
    def persons(self) -> float:
        """Return the recall of persons."""
        return self.kinds[Kind.PERSON].recall

    @property
    def precision(self) -> float:
        """Return the precision of what is said to identify."""
        return self.identifies.precision

    @property
    def milliseconds(self) -> float:
        """Return the time per 1,000 tokens."""
        return 1e6 * self.seconds / max(self.tokens, 1)


def score(notes: Iterable[Note], look: Look) -> Score:
    """Run a finder over notes and count."""
    total = Score()
    for note in notes:
        began = time.perf_counter()
        finds = look(note.text)
        total.seconds += time.perf_counter() - began
        total.notes += 1
        total.tokens += len(_TOKEN.findall(note.text))
        _count_labels(total, note, finds)
        _count_finds(total, note, finds)
    return total


def _count_labels(total: Score, note: Note, finds: Sequence[Find]) -> None:
    for label in note.labels:
        found = covered(note.text, label, finds)
        same = covered(note.text, label, [find for find in finds if find.kind is label.kind])
        certain = total.identifies if label.certainty is Certainty.IDENTIFIES else total.may
        for tally in (total.every, total.kinds[label.kind], certain):
            tally.labels += 1
            tally.found += found
            tally.same_kind += same
        if not found:
            total.misses.append((note, label))


def _count_finds(total: Score, note: Note, finds: Iterable[Find]) -> None:
    for find in finds:
        good = right(find, note.labels)
        certain = total.identifies if find.certainty is Certainty.IDENTIFIES else total.may
        for tally in (total.every, total.kinds[find.kind], certain):
            tally.finds += 1
            tally.right += good
        if not good:
            total.wrong.append((note, find))


def table(total: Score) -> str:
    """Return the numbers as lines to print."""
    rows = [
        f"{total.notes} notes, {total.tokens} tokens, {total.milliseconds:.2f} ms per 1,000 tokens",
        f"{'':14}{'labels':>7}{'found':>7}{'recall':>8}{'kind':>7}{'finds':>7}{'right':>7}{'prec.':>8}{'F2':>7}",
    ]
    named = [(kind.value, tally) for kind, tally in total.kinds.items() if tally.labels or tally.finds]
    for name, tally in [*named, ("identifies", total.identifies), ("may", total.may), ("all", total.every)]:
        same = tally.same_kind / tally.labels if tally.labels else 1.0
        rows.append(
            f"{name:14}{tally.labels:7}{tally.found:7}{tally.recall:8.3f}{same:7.2f}"
            f"{tally.finds:7}{tally.right:7}{tally.precision:8.3f}{tally.f2:7.3f}"
        )
    return "\n".join(rows)


@dataclass
class Words:
    """Running text is judged by words: which of these lie in one of those."""

    all: int = 0
    inside: int = 0

    def count(self, text: str, of: Iterable[Label | Find], spans: Iterable[Label | Find]) -> None:
        """Add the words of some spans, and those of them that touch any of the other spans."""
        within = _words(text, spans)
        for word in _words(text, of):
            self.all += 1
            self.inside += word in within

    def __str__(self) -> str:
        return f"{self.inside:6} of {self.all:6} {self.inside / self.all if self.all else 1.0:8.3f}"


def _words(text: str, spans: Iterable[Label | Find]) -> set[int]:
    """Return where the words begin that lie in a span, wholly or in part."""
    kept = [(span.start, span.end) for span in spans]
    starts = ((word.start(), word.end()) for word in _WORD.finditer(text))
    return {start for start, end in starts if any(start < last and first < end for first, last in kept)}


def words_table(notes: Iterable[Note], look: Look) -> str:
    """Return lines that tell how many words of names are found, and how many found words are part of a name."""
    rows = {
        "words of persons found": Words(),
        "words of places found": Words(),
        "words found as a name, labelled": Words(),
        "words found, labelled": Words(),
    }
    persons, places, names, every = rows.values()
    for note in notes:
        text, labels, finds = note.text, note.labels, look(note.text)
        persons.count(text, [label for label in labels if label.kind is Kind.PERSON], finds)
        places.count(text, [label for label in labels if label.kind is Kind.PLACE], finds)
        names.count(text, [find for find in finds if find.kind in NAMES], labels)
        every.count(text, finds, labels)
    return "\n".join(f"{name:32}{words}" for name, words in rows.items())


def load(path: Path) -> list[Note]:
    """Read one half of the corpus."""
    return list(notes_in(path.read_text(encoding="utf-8")))


def _listed(total: Score, options: argparse.Namespace) -> Iterator[str]:
    spans: list[tuple[Note, Label | Find]] = [*total.misses] if options.misses else [*total.wrong]
    for note, span in spans:
        if options.kind in {None, span.kind.value}:
            before = note.text[max(0, span.start - 50) : span.start]
            after = note.text[span.end : span.end + 40]
            line = f"{before}⟦{note.text[span.start : span.end]}⟧{after}".replace("\n", "⏎")
            yield f"{note.name} {span.kind.value:12} {span.certainty.value:10} {line}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table, and what was missed or wrong where that may be seen."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("half", choices=list(HALVES))
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--wrong", action="store_true", help="list what was found and is not labelled")
    parser.add_argument("--kind", help="of this kind alone")
    options = parser.parse_args(arguments)
    if options.half.endswith("scored") and (options.misses or options.wrong):
        print("The scored half is only ever scored: it is not listed.", file=sys.stderr)
        return 2
    notes, look = load(HALVES[options.half]), Finder().find
    total = score(notes, look)
    print(table(total))
    if options.half.startswith("prose"):
        print(words_table(notes, look))
    if options.misses or options.wrong:
        print("\n".join(_listed(total, options)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
