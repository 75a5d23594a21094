"""Fills a journal that was made this moment, and no other, with organisations, cases, and a little in the bin."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

from vpjournal.domain.case import Asked, CaseDraft
from vpjournal.domain.guide import case_words
from vpjournal.domain.ids import CaseId, OrganisationId
from vpjournal.domain.organisation import Sector
from vpjournal.domain.progress import Progress
from vpjournal.domain.views import HitKind, JournalSettings
from vpjournal.journal.example.counted import count_case
from vpjournal.journal.example.papers import PaperWriter
from vpjournal.journal.example.plan import CasePlan, Planner, Size
from vpjournal.journal.example.scenes import SceneWriter, Setting
from vpjournal.journal.example.stories import Stories, stories
from vpjournal.journal.example.telling import Teller
from vpjournal.journal.group import EXAMPLE, LAST_CASE, Desk, Group
from vpjournal.journal.settings import Settings
from vpjournal.storage import Database, agreements, board, cases, contacts, meta, organisations
from vpjournal.storage import bin as recycle_bin

_AT_ONCE = 250
"""Cases in one transaction."""
_HAS_A_WORD = 0.6
_CONTACT_LINE = "Uw vertrouwenspersoon: op werkdagen bereikbaar, ook voor een vraag."

"""Is told how many cases of how many there are; may raise Cancelled."""
Passage = Callable[[Random], str]
"""Makes one more paragraph for a note that has to be longer."""


def fill(
    database: Database, size: Size, *, today: date, progress: Progress | None = None, passage: Passage | None = None
) -> None:
    """Write an example into a database that holds nothing yet. Raises ValueError for any other."""
    desk = Desk(database, lambda: today, lambda: False)
    writer = _Writer(desk, size, passage)
    plans = Planner(stories(), size, today).plans()
    with database.transaction():
        _require_empty(database)
        writer.begin()
    for first in range(0, len(plans), _AT_ONCE):
        with database.transaction():
            for plan in plans[first : first + _AT_ONCE]:
                writer.case(plan)
                if progress is not None:
                    progress(plan.number + 1, len(plans))
    with database.transaction():
        writer.finish(plans)
    # Nobody has to keep a sheet of paper for it.
    Settings(desk).save(JournalSettings(contact_line=_CONTACT_LINE, recovery_confirmed=True))


def _require_empty(database: Database) -> None:
    """Refuse a journal in which anybody has written: no fiction may come to stand beside what is true."""
    if cases.codes(database) or organisations.count(database) or recycle_bin.items(database):
        raise ValueError("the journal is not empty")


class _Writer(Group):
    """Writes organisations and cases, inside a transaction of whoever calls."""

    def __init__(self, desk: Desk, size: Size, passage: Passage | None) -> None:
        super().__init__(desk)
        self._told: Stories = stories()
        self._size = size
        self._passage = passage
        self._random = Random(f"names {size.seed}")  # noqa: S311 - nothing secret is drawn
        self._clients: list[OrganisationId] = []
        self._cases: list[CaseId] = []
        self._codes = self._new_codes()
        self._words = self._new_words()

    def begin(self) -> None:
        """Say of the journal what it is, and write the organisations with their wegwijzer."""
        meta.write(self._database, EXAMPLE, "yes")
        for client in self._told.clients:
            number = OrganisationId(self._random.getrandbits(62) or 1)
            organisations.insert(self._database, number, client.draft)
            self._refresh_index(HitKind.ORGANISATION, number)
            self._clients.append(number)

    def case(self, plan: CasePlan) -> None:
        """Write one case with all that happened in it."""
        random = Random(f"case {self._size.seed} {plan.number}")  # noqa: S311 - nothing secret is drawn
        client = None if plan.client is None else self._told.clients[plan.client].draft
        words = self._told.words[Sector.BUSINESS if client is None else client.sector]
        teller = Teller(random, words, plan.story.slots)
        case = CaseId(random.getrandbits(62) or 1)
        cases.insert(self._database, case, self._draft(plan, teller, random))
        setting = Setting(case, client, teller, random, self._longer, self._today())
        SceneWriter(self._database, plan, setting).write()
        count_case(self._database, case, plan, seed=self._size.seed)
        self._refresh_row(case)
        self._refresh_index(HitKind.CASE, case)
        self._cases.append(case)

    def _draft(self, plan: CasePlan, teller: Teller, random: Random) -> CaseDraft:
        story = plan.story
        hurry = teller(story.hurry)
        turned = [scene.step.position for scene in plan.scenes if scene.step.position is not None]
        word = next(self._words) if random.random() < _HAS_A_WORD else ""
        return CaseDraft(
            code=next(self._codes),
            word=word,
            organisation=None if plan.client is None else self._clients[plan.client],
            about=teller(story.about),
            track=story.track,
            position=turned[-1] if turned else story.position,
            danger=story.danger,
            hurry=Asked.YES if hurry else Asked.NO,
            hurry_words=hurry,
            hopes=teller(story.hopes),
            reach=teller.pick(self._told.reach) if word else "",
        )

    def finish(self, plans: Sequence[CasePlan]) -> None:
        """Let some papers leave, put a little into the bin, and say which case was worked on last."""
        papers = PaperWriter(self._database, self._today(), self._random)
        papers.write(tuple(zip(self._cases, plans, strict=True)))
        still_open = [case for case, plan in zip(self._cases, plans, strict=True) if plan.closed_on is None]
        if len(still_open) > 4:
            self._throw_away(still_open)
        if still_open:
            meta.write(self._database, LAST_CASE, str(still_open[-1]))

    def _throw_away(self, still_open: Sequence[CaseId]) -> None:
        day = self._today() - timedelta(days=2)
        for case in still_open[:-1]:
            options, known = board.order(self._database, case), contacts.of_case(self._database, case)
            if len(options) > 3 and len(known) > 2:
                board.set_deleted(self._database, options[-1], day)
                self._refresh_index(HitKind.BOARD, options[-1])
                agreed = agreements.of_case(self._database, case)[-1].id
                agreements.set_deleted(self._database, agreed, day)
                self._refresh_index(HitKind.AGREEMENT, agreed)
                self._refresh_row(case)
                break
        gone = next((case for case in self._cases if case not in still_open), None)
        if gone is not None:
            cases.set_deleted(self._database, gone, day)

    def _longer(self, note: str, teller: Teller, random: Random) -> str:
        """Return a note of about the length that was asked for."""
        while len(note) < self._size.note_length:
            more = self._passage(random) if self._passage else teller(random.choice(self._told.passages))
            if len(note) + len(more) / 2 > self._size.note_length:
                break
            note = f"{note}\n\n{more}"
        return note

    def _new_codes(self) -> Iterator[str]:
        taken: set[str] = set()
        while True:
            code = f"{self._random.choice(case_words())}-{self._random.randrange(10, 100)}"
            if code not in taken:
                taken.add(code)
                yield code

    def _new_words(self) -> Iterator[str]:
        """Draw each word once, then two at a time."""
        words = list(self._told.recognition)
        self._random.shuffle(words)
        yield from words
        while True:
            yield " ".join(self._random.sample(words, 2))
