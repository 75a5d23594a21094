"""Makes the journal that is measured: 5,000 cases with 40,000 notes, the same texts for the same seed.

It takes minutes, so the journal is kept under ``build/`` as long as schema, generator and sizes are the same. It is
written through the modules of the storage layer in large transactions; a few cases are filled through the use cases.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.benchmarks.dutch import Writer
from tests.builders import PASSPHRASE
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.case import CaseDraft, Channel, Phase
from vpjournal.domain.contact import ContactDraft, NoteState
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import AgreementDraft, AgreementKind, ChoiceDraft, ChoiceKind, Doer, Goals
from vpjournal.domain.guide_options import LibraryText, library
from vpjournal.domain.ids import CaseId, ContactId, OrganisationId, new_id
from vpjournal.domain.language import Language
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.views import HitKind
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal
from vpjournal.storage import Database, case_rows, cases, contacts, index, notes, organisations

CASES = 5_000
NOTES = 40_000
NOTE_LENGTH = 2_000
OPEN_CASES = 300
RICH_CASES = 30
OPTIONS = 12
SEED = 20_260
_CASES_AT_ONCE = 250
_ROOT = Path(__file__).parents[2]
BUILD = _ROOT / "build" / "bench"
_PHASES = (
    Phase.FIRST_CONTACT,
    Phase.FIRST_CONVERSATION,
    Phase.SECOND_CONVERSATION,
    Phase.CHOICE,
    Phase.FOLLOW_UP,
    Phase.FOLLOW_UP,
    Phase.FOLLOW_UP,
    Phase.CLOSURE,
)


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
    migrations = sorted((_ROOT / "vpjournal" / "storage" / "migrations").glob("*.sql"))
    for file in (*migrations, Path(__file__), Path(__file__).with_name("dutch.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _make(folder: Path) -> None:
    sys.stderr.write("making the large journal, once …\n")
    journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)[1]
    database = journal._database
    # Nothing is lost here that cannot be made again.
    for setting in ("synchronous = OFF", "cache_size = -400000"):
        database._connection.execute(f"PRAGMA {setting}").fetchall()
    _Maker(database).make()
    _fill_rich_cases(journal)
    journal.close()


class _Maker:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._writer = Writer(SEED)
        self._random = Random(SEED)  # noqa: S311 - nothing secret is drawn
        self._today = date.today()  # noqa: DTZ011 - the day of the adviser, as everywhere

    def make(self) -> None:
        with self._database.transaction():
            self._organisations = [self._organisation(number) for number in range(20)]
        for first in range(0, CASES, _CASES_AT_ONCE):
            with self._database.transaction():
                for number in range(first, first + _CASES_AT_ONCE):
                    self._case(number)
            sys.stderr.write(f"  {first + _CASES_AT_ONCE} cases\n")

    def _organisation(self, number: int) -> OrganisationId:
        organisation = OrganisationId(new_id())
        organisations.insert(self._database, organisation, OrganisationDraft(f"Stichting Voorbeeld {number + 1}"))
        index.refresh(self._database, HitKind.ORGANISATION, organisation, today=self._today)
        return organisation

    def _case(self, number: int) -> None:
        case = CaseId(new_id())
        is_open = number < OPEN_CASES
        word = f"volle {number}" if number < RICH_CASES else f"woord {number}"
        draft = CaseDraft(
            f"Proef-{number:04}",
            word=word,
            organisation=self._random.choice(self._organisations),
            about=self._writer.sentence(),
        )
        cases.insert(self._database, case, draft)
        last = self._today - timedelta(days=self._random.randint(0, 70) if is_open else self._random.randint(90, 2_500))
        for place, phase in enumerate(_PHASES):
            self._contact(case, phase, last - timedelta(days=9 * (len(_PHASES) - place)))
        if not is_open:
            cases.set_closed(self._database, case, last)
        case_rows.refresh(self._database, case, Phase.FOLLOW_UP)
        index.refresh(self._database, HitKind.CASE, case, today=self._today)

    def _contact(self, case: CaseId, phase: Phase, day: date) -> None:
        contact = ContactId(new_id())
        draft = ContactDraft(phase, CoarseDay.exactly(day), self._random.choice(tuple(Channel)))
        contacts.insert(self._database, contact, case, draft)
        notes.write(self._database, contact, self._writer.note(NOTE_LENGTH), day)
        contacts.set_note_state(self._database, contact, NoteState.WRITTEN)
        index.refresh(self._database, HitKind.NOTE, contact, today=self._today)


def _fill_rich_cases(journal: Journal) -> None:
    today = date.today()  # noqa: DTZ011 - the day of the adviser, as everywhere
    for number, case in enumerate(rich_cases(journal)):
        for option in _options():
            journal.board.add(case, option)
        journal.goals.save(case, Goals("dat het stopt", "gewoon kunnen werken", "dat iedereen het weet"))
        journal.choices.add(case, ChoiceDraft(ChoiceKind.STEP, today, "ik zeg het zelf"))
        due = today + timedelta(days=number - 10)
        draft = AgreementDraft(AgreementKind.APPOINTMENT, Doer.ADVISER, "bellen over het gesprek", due)
        journal.agreements.add(case, draft)
        if number % 3 == 0:
            journal.contacts.add(case, ContactDraft(Phase.FOLLOW_UP, CoarseDay.exactly(today)))


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
