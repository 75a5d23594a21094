"""Decides what happens in an example: which story, where, when, and how far it is today.

A case simply runs: what lies before today was recorded, what lies after it is a date that was agreed. So open cases,
appointments of this week and silence come out of the same calendar as the closed cases of years ago.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from vpjournal.domain.case import Phase
from vpjournal.domain.organisation import Sector
from vpjournal.journal.example.stories import CloseTold, Step, Stories, Story

_STOPS = 0.08
_FALLS_SILENT = 0.09
_SILENT_DAYS = (110, 170)
"""After so many days without a word a case is closed."""
_BEFORE_CHOICE = (Phase.FIRST_CONTACT, Phase.FIRST_CONVERSATION, Phase.SECOND_CONVERSATION)
_UNKNOWN_PLACE = 0.1
"""How often a reporter who only asks something does not say where they work."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large an example is. ``notes`` and ``note_length`` make it larger than the stories are by themselves."""

    cases: int = 210
    years: int = 3
    seed: int = 1
    notes: int = 0
    note_length: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A step of a story on its day."""

    step: Step
    day: date


@dataclass(frozen=True, slots=True)
class CasePlan:
    """A case as it is today. ``ahead``: the day of the step that comes next, if one was agreed.

    ``closing`` is the day on which a case that fell silent was closed; other closings are part of a scene.
    """

    number: int
    story: Story
    client: int | None
    scenes: tuple[Scene, ...]
    ahead: date | None = None
    closing: tuple[date, CloseTold] | None = None
    unwritten: bool = False

    @property
    def stopped(self) -> bool:
        """Tell whether the reporter stopped before the story was over."""
        return self.closing is None and self.scenes[-1].step not in self.story.steps

    @property
    def closed_on(self) -> date | None:
        """The day on which the case was closed."""
        if self.closing is not None:
            return self.closing[0]
        last = self.scenes[-1]
        return last.day if last.step.close is not None else None


# One case for each card of *Vandaag* and for each phase: story, steps taken, days since, ahead in so many days.
_SHOWN = (
    ("buitengesloten", 3, 4, 5, False),
    ("declaraties", 4, 6, 3, False),
    ("kleineren", 5, 9, 12, False),
    ("opmerkingen", 2, 1, 8, True),
    ("dreiging", 1, 1, 0, True),
    ("afkomst", 4, 13, -2, False),
    ("schreeuwen", 2, 71, None, False),
    ("klacht", 5, 8, 2, False),
    ("belangen", 3, 66, None, False),
    ("vertellen", 1, 3, 9, False),
)
_SHOWN_STORIES = frozenset(shown[0] for shown in _SHOWN)
_LATELY = 110
"""Days within which a story that is shown is not told a second time."""
_APART = 7
"""A long story is not told again among so many."""


class Planner:
    """Plans the cases of one example."""

    def __init__(self, told: Stories, size: Size, today: date) -> None:
        self._told = told
        self._size = size
        self._today = today
        self._random = Random(f"plan {size.seed}")  # noqa: S311 - nothing secret is drawn
        self._recent: deque[str] = deque(maxlen=_APART)
        self._by_id = {story.id: story for story in told.stories}

    def plans(self) -> tuple[CasePlan, ...]:
        """Return the cases, oldest first, with as many notes as were asked for."""
        clients = _dealt([client.share for client in self._told.clients], self._size.cases)
        self._random.shuffle(clients)
        shown = _SHOWN[: self._size.cases]
        starts = sorted(self._random.randint(5, self._size.years * 365) for _ in clients[len(shown) :])
        ran = [self._run(client, days) for client, days in zip(clients[len(shown) :], reversed(starts), strict=True)]
        found = [self._show(clients, place) for place in range(len(shown))] + ran
        found.sort(key=lambda plan: plan.scenes[0].day)
        numbered = [replace(plan, number=number) for number, plan in enumerate(found)]
        return tuple(self._with_more(numbered))

    def _show(self, clients: list[int], place: int) -> CasePlan:
        id_, taken, since, ahead, unwritten = _SHOWN[place]
        story = self._by_id[id_]
        client = clients[place]
        if story.sectors and self._sector(client) not in story.sectors:
            client = next(n for n in clients if self._sector(n) in story.sectors)
        days = _calendar(story.steps[:taken], self._random)
        shift = self._today - timedelta(days=since) - days[-1]
        scenes = tuple(Scene(step, _workday(day + shift)) for step, day in zip(story.steps, days, strict=False))
        due = None if ahead is None else _workday(self._today + timedelta(days=ahead), later=True)
        return CasePlan(0, story, client, scenes, ahead=due, unwritten=unwritten)

    def _run(self, client: int, days_ago: int) -> CasePlan:
        """Let a case begin so many days ago, and look how far it is today."""
        random = self._random
        start = self._today - timedelta(days=days_ago)
        story = self._drawn(client, avoid=_SHOWN_STORIES if days_ago < _LATELY else frozenset())
        steps, silent_after = self._course(story)
        days = _calendar(steps, random)
        moved = [_workday(start + (day - days[0])) for day in days]
        scenes = tuple(Scene(step, day) for step, day in zip(steps, moved, strict=True) if day <= self._today)
        asks_only = len(story.steps) == 1 and random.random() < _UNKNOWN_PLACE
        plan = CasePlan(0, story, None if asks_only else client, scenes)
        if silent_after is not None:
            return self._silent(plan)
        ahead = next((day for day in moved if day > self._today), None)
        return replace(plan, ahead=ahead, unwritten=self._is_unwritten(plan))

    def _course(self, story: Story) -> tuple[tuple[Step, ...], int | None]:
        """Return the steps that are taken, and after how many the reporter was not heard of any more."""
        random, steps = self._random, story.steps
        drawn = random.random()
        early = sum(step.phase in _BEFORE_CHOICE for step in steps[:-1])
        if len(steps) > 2 and early and drawn < _STOPS:
            cut = random.randint(1, early)
            return (*steps[:cut], replace(self._told.stopped, phase=steps[cut - 1].phase)), None
        if len(steps) > 2 and drawn < _STOPS + _FALLS_SILENT:
            cut = random.randint(1, len(steps) - 1)
            return steps[:cut], cut
        return steps, None

    def _silent(self, plan: CasePlan) -> CasePlan:
        closing = plan.scenes[-1].day + timedelta(days=self._random.randint(*_SILENT_DAYS))
        return plan if closing > self._today else replace(plan, closing=(closing, self._told.not_heard))

    def _is_unwritten(self, plan: CasePlan) -> bool:
        fresh = self._today - plan.scenes[-1].day <= timedelta(days=3)
        return fresh and plan.closed_on is None and self._random.random() < 0.5

    def _drawn(self, client: int, *, avoid: frozenset[str]) -> Story:
        """Draw a story that suits the organisation, and that was not told a moment ago."""
        sector = self._sector(client)
        told = avoid.union(self._recent)
        fitting = [
            story
            for story in self._told.stories
            if (not story.sectors or sector in story.sectors) and (len(story.steps) < 3 or story.id not in told)
        ]
        drawn = self._random.choices(fitting, weights=[story.weight for story in fitting])[0]
        self._recent.append(drawn.id)
        return drawn

    def _sector(self, client: int) -> Sector:
        return self._told.clients[client].draft.sector

    def _with_more(self, plans: Sequence[CasePlan]) -> Iterator[CasePlan]:
        """Add contacts to the guided cases, in turns, until there are as many notes as wanted."""
        written = sum(len(plan.scenes) - plan.unwritten for plan in plans)
        missing = max(0, self._size.notes - written)
        guided = [plan.number for plan in plans if len(plan.scenes) > 2]
        each, rest = divmod(missing, len(guided)) if guided else (0, 0)
        extra = {number: each + (place < rest) for place, number in enumerate(guided)}
        for plan in plans:
            yield self._lengthened(plan, extra.get(plan.number, 0))

    def _lengthened(self, plan: CasePlan, contacts: int) -> CasePlan:
        """Put contacts before the last one, which stays what it is; the story then begins so much earlier."""
        if not contacts:
            return plan
        *before, last = plan.scenes
        phase = Phase.FOLLOW_UP if last.step.phase is Phase.CLOSURE else last.step.phase
        day = last.day
        added: list[Scene] = []
        for _ in range(contacts):
            day -= timedelta(days=self._random.randint(2, 9))
            added.insert(0, Scene(replace(self._random.choice(self._told.more), phase=phase), _workday(day)))
        shift = last.day - day
        earlier = [replace(scene, day=scene.day - shift) for scene in before]
        return replace(plan, scenes=(*earlier, *added, last))


def _calendar(steps: Sequence[Step], random: Random) -> list[date]:
    """Return a day for each step, from an arbitrary first one; people keep no exact rhythm."""
    day = date(2000, 1, 1)
    days = []
    for step in steps:
        day += timedelta(days=round(step.gap * random.uniform(0.7, 1.5)))
        days.append(day)
    return days


def _workday(day: date, *, later: bool = False) -> date:
    """Return the day itself, or the Friday before a weekend, or the Monday after it."""
    beyond = day.weekday() - 4
    if beyond <= 0:
        return day
    return day + timedelta(days=3 - beyond if later else -beyond)


def _dealt(shares: Sequence[int], count: int) -> list[int]:
    """Return the place of each of ``count`` cases: by share, what is left over to the largest remainders."""
    whole = sum(shares)
    exact = [share * count / whole for share in shares]
    counts = [int(each) for each in exact]
    by_remainder = sorted(range(len(shares)), key=lambda place: counts[place] - exact[place])
    for place in by_remainder[: count - sum(counts)]:
        counts[place] += 1
    return [place for place, many in enumerate(counts) for _ in range(many)]
