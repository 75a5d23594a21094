"""Makes the journal that is measured: 5,000 cases with 40,000 notes, the same texts for the same seed.

It is an example of its own size, made by what makes every example. Only the paragraphs that make its notes long come
from here: the invented stories know few words, and a search index notices that. It takes minutes, so the journal is
kept under ``build/`` as long as schema, generator and sizes are the same; a few cases are filled through the use cases.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from tests.benchmarks.dutch import Writer
from tests.builders import PASSPHRASE
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.case import CaseRow, Phase
from vpjournal.domain.contact import ContactDraft
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.guidance import AgreementDraft, AgreementKind, ChoiceDraft, ChoiceKind, Doer, Goals
from vpjournal.domain.guide_options import LibraryText, library
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.journal.example import Size, make_demo
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal

CASES = 5_000
NOTES = 40_000
NOTE_LENGTH = 2_000
YEARS = 5
RICH_CASES = 30
OPTIONS = 12
SEED = 20_260
_PARAGRAPHS = (180, 520)
_TELL_EVERY = 250
_ROOT = Path(__file__).parents[2]
BUILD = _ROOT / "build" / "bench"


def kept_journal() -> Path:
    """Return the folder of the journal, made now if there is none of this schema; nobody may write to it."""
    folder = BUILD / f"{_key()}.vpjournal"
    if not folder.exists():
        shutil.rmtree(BUILD, ignore_errors=True)
        BUILD.mkdir(parents=True)
        fresh = BUILD / "fresh.vpjournal"
        _make(fresh)
        fresh.rename(folder)
    return folder


@contextmanager
def a_copy() -> Iterator[Path]:
    """Give a copy of the journal to write to, for as long as it is used."""
    folder = BUILD / "copy.vpjournal"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept_journal(), folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def opened(folder: Path) -> Journal:
    """Open the journal in a folder, its key derived in the cheapest way."""
    return open_journal(folder, PASSPHRASE, floor=CHEAPEST)


def rich_cases(journal: Journal) -> list[CaseId]:
    """Return the cases in which every phase holds something, the newest contact first."""
    return [row.id for row in journal.cases.list() if row.word.startswith("volle")]


def _key() -> str:
    digest = hashlib.sha256()
    here = (Path(__file__), Path(__file__).with_name("dutch.py"))
    made_of = (
        _ROOT / "vpjournal" / "storage" / "migrations",
        _ROOT / "vpjournal" / "journal" / "example",
        _ROOT / "resources" / "content" / "nl" / "example",
    )
    parts = sorted(file for folder in made_of for file in folder.iterdir() if file.is_file())
    for file in (*parts, *here):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _make(folder: Path) -> None:
    sys.stderr.write("making the large journal, once …\n")
    writer = Writer(SEED)
    _code, journal = make_demo(
        folder,
        PASSPHRASE,
        profile=CHEAPEST,
        size=Size(cases=CASES, years=YEARS, seed=SEED, notes=NOTES, note_length=NOTE_LENGTH),
        today=today(),
        progress=_tell,
        passage=lambda random: _paragraph(writer, random),
    )
    with closing(journal):
        _let_it_be_ones_own(journal)
        _open_notes(journal)
        _fill_rich_cases(journal)
        _require_sizes(journal)


def _let_it_be_ones_own(journal: Journal) -> None:
    """Let the journal no longer say that it is an example: what is measured is the way an adviser goes each day."""
    with journal._database.transaction():
        journal._database.execute("DELETE FROM meta WHERE name = 'example'")


def _open_notes(journal: Journal) -> None:
    """Let every note be written in again: any of them may be the one whose saving is measured."""
    with journal._database.transaction():
        journal._database.execute("UPDATE contact SET note_state = 'written' WHERE note_state = 'finished'")


def _tell(done: int, of: int) -> None:
    if done % _TELL_EVERY == 0:
        sys.stderr.write(f"  {done} of {of} cases\n")


def _paragraph(writer: Writer, random: Random) -> str:
    return writer.paragraph(random.randint(*_PARAGRAPHS))


def _require_sizes(journal: Journal) -> None:
    """Refuse to measure anything else than what the table says."""
    database = journal._database
    (cases,) = database.query("SELECT count(*) FROM guided_case")[0]
    count, characters = database.query("SELECT count(*), avg(length(text)) FROM note")[0]
    assert cases == CASES
    assert count == NOTES
    assert abs(characters - NOTE_LENGTH) < NOTE_LENGTH / 50, characters
    for case in rich_cases(journal):
        assert len(journal.board.read(case).options) == OPTIONS


def _fill_rich_cases(journal: Journal) -> None:
    for number, row in enumerate(_guided_far(journal)):
        case, details = row.id, journal.cases.view(row.id).case.details
        journal.cases.change(case, replace(details, word=f"volle {number}"))
        for option in journal.board.read(case).options:
            journal.board.remove(option.id)
        for draft in _options():
            journal.board.add(case, draft)
        journal.goals.save(case, Goals("dat het stopt", "gewoon kunnen werken", "dat iedereen het weet"))
        journal.choices.add(case, ChoiceDraft(ChoiceKind.STEP, today(), "ik zeg het zelf"))
        due = today() + timedelta(days=number - 10)
        journal.agreements.add(
            case, AgreementDraft(AgreementKind.APPOINTMENT, Doer.ADVISER, "bellen over het gesprek", due)
        )
        if number % 3 == 0:
            journal.contacts.add(case, ContactDraft(Phase.FOLLOW_UP, CoarseDay.exactly(today())))


def _guided_far(journal: Journal) -> list[CaseRow]:
    """Return open cases that went through most phases, those with most contacts first."""

    def contacts(row: CaseRow) -> int:
        return len(journal.cases.view(row.id).contacts)

    far = [row for row in journal.cases.list() if row.phase in (Phase.CHOICE, Phase.FOLLOW_UP)]
    return sorted(far, key=contacts, reverse=True)[:RICH_CASES]


def _options() -> list[OptionDraft]:
    return [
        OptionDraft(
            _board_text(each.title),
            who_knows=_board_text(each.who_knows),
            who_decides=_board_text(each.who_decides),
            reversible=_board_text(each.reversible),
            lines=tuple(BoardLine(kind, _board_text(text)) for kind in LineKind for text in each.lines(kind)[:3]),
            library=each.id,
        )
        for each in library(Language.DUTCH)[:OPTIONS]
    ]


def _board_text(text: LibraryText) -> BoardText:
    return BoardText(text.text, text.id)
