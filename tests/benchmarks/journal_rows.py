"""What the journal itself takes, without a window: searching, saving a note, making the options overview."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.dutch import Writer
from tests.benchmarks.large_journal import NOTE_LENGTH, NOTES, OPTIONS, SEED, a_copy, opened, rich_cases
from tests.benchmarks.table import Row, percentile
from vpjournal.domain.board import LineKind
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.views import Hit, PaperWishes
from vpjournal.journal import papers
from vpjournal.journal.facade import Journal
from vpjournal.storage import Database

QUERIES = 200
SAVES = 300
_ROUNDS = 3
_PAPERS = 15
_KEY = "x'" + "5a" * 32 + "6b" * 16 + "'"


def measure() -> list[Row]:
    with a_copy() as folder:
        journal = opened(folder)
        try:
            return [_search(journal), _overview(journal), _autosave(journal)]
        finally:
            journal.close()


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    begin = perf_counter()
    work()
    return (perf_counter() - begin) * 1000


def queries() -> list[str]:
    """Return 200 queries of 1 to 20 letters, the same each time: half from the most frequent words, half from all."""
    random = Random(SEED)  # noqa: S311 - nothing secret is drawn
    words = Writer(SEED).words
    frequent = words[:100]
    rare = [_piece(random, random.choice(words)) for _ in range(QUERIES - len(frequent))]
    return [*frequent, *rare]


def _piece(random: Random, word: str) -> str:
    """Return a word, its beginning or a part of it, as one types."""
    word = word[:20]
    start = random.choice((0, 0, random.randint(0, len(word) - 1)))
    return word[start : start + random.randint(1, 20)]


def _search(journal: Journal) -> Row:
    """Find what the window of Ctrl+K asks for at each key: cases by their code or word, and words everywhere."""

    def find(words: str) -> tuple[Hit, ...]:
        journal.cases.find(words, limit=8)
        return journal.search.find(words)

    asked = queries()
    found = sum(len(find(words)) for words in asked)
    rounds = [[timed(partial(find, words)) for words in asked] for _ in range(_ROUNDS)]
    each = [median(times) for times in zip(*rounds, strict=True)]
    slowest = asked[each.index(max(each))]
    note = (
        f"median {median(each):.1f} ms, slowest {max(each):.0f} ms (‘{slowest}’), {found / len(asked):.0f} hits each; "
        f"each query the median of {_ROUNDS}"
    )
    return Row(f"search, p95 of {QUERIES} queries", "–", percentile(each, 0.95), 15, "ms", note)


def _autosave(journal: Journal) -> Row:
    """Save edited notes that each get an entry in their history, in turns with bare updates of the same texts.

    Every note is another one, so that each save in sixteen also takes the words of sixteen notes into the index.
    """
    random = Random(SEED)  # noqa: S311 - nothing secret is drawn
    rows = journal._database.query("SELECT contact_id, text FROM note ORDER BY contact_id")
    chosen = random.sample(rows, SAVES)
    writer = Writer(SEED + 1)
    with TemporaryDirectory(dir=journal._database.path.parent) as folder:
        bare = _bare_database(Path(folder) / "bare.db", rows)
        ours, theirs = [], []
        for contact, text in chosen:
            edited = f"{text[:900]}{writer.sentence()}{text[900:]}"[:NOTE_LENGTH]
            theirs.append(timed(partial(_bare_update, bare, contact, edited)))
            ours.append(timed(partial(journal.notes.save, ContactId(contact), edited)))
        bare.close()
    late = percentile(ours, 0.99)
    base = median(theirs)
    note = (
        f"{median(ours):.1f} ms, bare {base:.1f} ms; p99 {late:.0f} ms of 100{'' if late <= 100 else ' MISSES'}, "
        f"bare p99 {percentile(theirs, 0.99):.0f} ms; {SAVES} in turns"
    )
    return Row(f"autosave among {NOTES:,}, index and history", "bare UPDATE", median(ours) / base, 2, "×", note)


def _bare_database(path: Path, rows: list[tuple[int, str]]) -> Database:
    path.touch()
    database = Database(path, _KEY, new=True)
    with database.transaction():
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        database.execute_many("INSERT INTO note VALUES (?, ?)", rows)
    return database


def _bare_update(database: Database, number: int, text: str) -> None:
    with database.transaction():
        database.execute("UPDATE note SET text = ? WHERE id = ?", (text, number))


def _overview(journal: Journal) -> Row:
    case = rich_cases(journal)[0]
    wishes = PaperWishes(language="nl")
    ours, theirs = [], []
    paragraphs = _paragraphs(journal, case)
    for _ in range(_PAPERS):
        ours.append(timed(lambda: papers.make(journal.papers.options_overview(case, wishes))))
        theirs.append(timed(lambda: _bare_paper(paragraphs)))
    note = f"bare {median(islice(theirs, 1, None)):.0f} ms, {len(paragraphs)} paragraphs; medians of {_PAPERS - 1}"
    name = f"options overview, {OPTIONS} options, warm"
    return Row(name, "bare ReportLab", median(islice(ours, 1, None)), 150, "ms", note)


def _paragraphs(journal: Journal, case: CaseId) -> list[str]:
    found: list[str] = []
    for option in journal.board.read(case).options:
        draft = option.draft
        found += [each.text for each in (draft.title, draft.who_knows, draft.who_decides, draft.reversible)]
        found += [each.text for kind in LineKind for each in draft.texts(kind)]
    return found


def _bare_paper(paragraphs: list[str]) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(BytesIO()).build([Paragraph(text, style) for text in paragraphs])
