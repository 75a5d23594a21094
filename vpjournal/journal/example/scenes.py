"""Writes what happened in one case into rows: each step with its note, and all that came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.case import Asked, Channel, Phase, PhaseState
from vpjournal.domain.contact import ContactDraft, NoteState
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import (
    AgreementDraft,
    AgreementKind,
    ChoiceDraft,
    ClosureDraft,
    FollowUp,
    Goals,
    Leaving,
    RoleCheckDraft,
)
from vpjournal.domain.guide import FACTS, find_text, option_by_id, points, role_check
from vpjournal.domain.ids import AgreementId, CaseId, ChoiceId, ContactId, OptionId, RoleCheckId
from vpjournal.domain.language import Language
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.timeline import EventKind
from vpjournal.domain.views import HitKind
from vpjournal.journal.example.plan import CasePlan, Scene
from vpjournal.journal.example.stories import AgreementTold, CareTold, ChoiceTold, CloseTold, OptionTold, Step
from vpjournal.journal.example.telling import Teller
from vpjournal.storage import (
    Database,
    agreements,
    board,
    cases,
    choices,
    closure,
    contacts,
    events,
    follow_up,
    goals,
    index,
    notes,
    role_checks,
)

_LINES = {"p": LineKind.PRO, "c": LineKind.CON, "e": LineKind.CONSEQUENCE}
_ORDER = tuple(Phase)
_ONLY_MONTH = 0.25
"""How often only the months are kept of a case that is closed."""
_SETTLED = timedelta(days=21)
"""After so many days a note is finished."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the steps of a case are written with. ``longer`` makes a note as long as it has to be."""

    case: CaseId
    client: OrganisationDraft | None
    teller: Teller
    random: Random
    longer: Callable[[str, Teller, Random], str]
    today: date

    def new_id(self) -> int:
        """Return a row number that is the same for the same seed."""
        return self.random.getrandbits(62) or 1


class SceneWriter:
    """Writes one case."""

    def __init__(self, database: Database, plan: CasePlan, setting: Setting) -> None:
        self._database = database
        self._plan = plan
        self._with = setting
        self._t = setting.teller
        self._random = setting.random
        self._case = setting.case
        self._seen: set[Phase] = set()
        # Of a whole case or not at all: beside exact days a month would stand in the wrong place.
        self._only_months = plan.closed_on is not None and self._random.random() < _ONLY_MONTH

    def write(self) -> None:
        """Write all steps, the closing and the marks."""
        scenes = self._plan.scenes
        following = [scene.day for scene in scenes[1:]] + [None]
        for scene, after in zip(scenes, following, strict=True):
            self._scene(scene, after, last=scene is scenes[-1])
        if self._plan.closing is not None:
            day, told = self._plan.closing
            self._close(told, day)
        self._mark()

    def _scene(self, scene: Scene, after: date | None, *, last: bool) -> None:
        step, first = scene.step, scene.step.phase not in self._seen
        self._seen.add(step.phase)
        self._contact(step, scene.day, unwritten=last and self._plan.unwritten)
        if first or step.role_words:
            self._at_first(step, scene.day)
        for option in step.options:
            self._option(option)
        if step.choice is not None:
            self._choice(step.choice, scene.day)
        for agreement in step.agreements:
            self._agreement(agreement, step.phase, after)
        if step.care is not None:
            self._care(step.care)
        if step.close is not None:
            self._close(step.close, scene.day)

    def _contact(self, step: Step, day: date, *, unwritten: bool) -> None:
        contact = ContactId(self._with.new_id())
        old = self._with.today - day > _SETTLED
        when = CoarseDay.in_month_of(day) if self._only_months else CoarseDay.exactly(day)
        channel = Channel(self._t.pick(step.channel))
        contacts.insert(self._database, contact, self._case, ContactDraft(step.phase, when, channel))
        if unwritten:
            return
        note = self._with.longer(self._t(step.note), self._t, self._random)
        notes.write(self._database, contact, note, day)
        contacts.set_note_state(self._database, contact, NoteState.FINISHED if old else NoteState.WRITTEN)
        self._find(HitKind.NOTE, contact)

    def _at_first(self, step: Step, day: date) -> None:
        """Do what comes with the first step of a phase: role check, points told, goals."""
        if step.phase in (Phase.FIRST_CONTACT, Phase.SECOND_CONVERSATION) or step.role_words:
            self._role_check(step, day)
        if step.phase is Phase.FIRST_CONVERSATION:
            self._tell_points()
            self._goals()

    def _role_check(self, step: Step, day: date) -> None:
        number = RoleCheckId(self._with.new_id())
        draft = RoleCheckDraft(
            phase=step.phase,
            day=day,
            answers=tuple((question.id, Asked.NO) for question in role_check(Language.DUTCH).questions),
            position=step.position or self._plan.story.position,
            decision=step.role,
            words=self._t(step.role_words),
        )
        role_checks.insert(self._database, number, self._case, draft)
        self._find(HitKind.ROLE_CHECK, number)

    def _tell_points(self) -> None:
        told = [point.id for point in points(Language.DUTCH)]
        if self._random.random() < 0.2:
            del told[self._random.randint(5, 7) :]
        for point in told:
            cases.set_point(self._database, self._case, point, told=True)

    def _goals(self) -> None:
        story = self._plan.story
        wanted = Goals(self._t(story.needs), self._t(story.good), self._t(story.never))
        goals.write(self._database, self._case, wanted)
        self._find(HitKind.GOALS, self._case)

    def _option(self, told: OptionTold) -> None:
        draft = self._from_library(told) if told.library else self._own(told)
        if draft is None:
            return
        number = OptionId(self._with.new_id())
        place = len(board.order(self._database, self._case))
        board.insert(self._database, number, self._case, draft, at=place)
        self._find(HitKind.BOARD, number)

    def _from_library(self, told: OptionTold) -> OptionDraft | None:
        """Return an option with the lines that were recognised; None where the organisation does not have it."""
        known = option_by_id(Language.DUTCH, told.library)
        if known is None:
            raise KeyError(told.library)
        if self._with.client is not None and known.lacks_in(self._with.client):
            return None
        facts = {name: _library_text(f"{told.library}.{name}") for name in FACTS}
        lines = tuple(BoardLine(_LINES[each[0]], _library_text(f"{told.library}.{each}")) for each in told.keep.split())
        title = _library_text(f"{told.library}.title")
        return OptionDraft(title, lines=lines, says=self._t(told.says), library=told.library, **facts)

    def _own(self, told: OptionTold) -> OptionDraft:
        texts = ((LineKind.PRO, told.pro), (LineKind.CON, told.con), (LineKind.CONSEQUENCE, told.then))
        return OptionDraft(
            title=BoardText(self._t(told.title)),
            who_knows=BoardText(self._t(told.who)),
            who_decides=BoardText(self._t(told.decides)),
            reversible=BoardText(self._t(told.back)),
            lines=tuple(BoardLine(kind, BoardText(self._t(text))) for kind, each in texts for text in each),
            says=self._t(told.says),
        )

    def _choice(self, told: ChoiceTold, day: date) -> None:
        number = ChoiceId(self._with.new_id())
        draft = ChoiceDraft(
            kind=told.kind,
            day=day,
            words=self._t(told.words),
            reason=self._t(told.reason),
            may_know=self._t(told.may_know),
            may_not_know=self._t(told.may_not_know),
            good_sign=self._t(told.good_sign),
            stop_sign=self._t(told.stop_sign),
        )
        choices.insert(self._database, number, self._case, draft)
        self._find(HitKind.CHOICE, number)

    def _agreement(self, told: AgreementTold, phase: Phase, after: date | None) -> None:
        is_appointment = told.kind is AgreementKind.APPOINTMENT
        if self._is_moot(after, is_appointment=is_appointment):
            return
        number = AgreementId(self._with.new_id())
        draft = AgreementDraft(
            kind=told.kind,
            doer=told.who,
            what=self._t(told.what),
            due=(after or self._plan.ahead) if is_appointment else None,
            phase=phase,
            confirmed=True,
        )
        agreements.insert(self._database, number, self._case, draft)
        if after is not None:
            agreements.set_done(self._database, number, after)
        self._find(HitKind.AGREEMENT, number)

    def _is_moot(self, after: date | None, *, is_appointment: bool) -> bool:
        """Tell whether nothing came of an agreement: the reporter did not come, or stopped before doing it."""
        closed = self._plan.closed_on
        close = self._plan.scenes[-1].step.close
        if after == closed and close is not None and close.leaving == Leaving.NOT_HEARD:
            return True
        return closed is not None and (after is None or (after == closed and not is_appointment and self._plan.stopped))

    def _care(self, told: CareTold) -> None:
        known = FollowUp(
            after_care=told.after_care,
            how=self._t(told.how),
            disadvantage=told.disadvantage,
            referrals=told.referrals,
        )
        follow_up.write(self._database, self._case, known)
        self._seen.add(Phase.FOLLOW_UP)
        self._find(HitKind.FOLLOW_UP, self._case)

    def _close(self, told: CloseTold, day: date) -> None:
        draft = ClosureDraft(
            leaving=Leaving(self._t.pick(told.leaving)),
            words=self._t(told.words),
            left_undone=self._t(told.left_undone),
            expects_procedure=told.procedure,
            card_destroyed=told.card,
        )
        closure.write(self._database, self._case, draft)
        cases.set_closed(self._database, self._case, day)
        cases.set_mark(self._database, self._case, Phase.CLOSURE, PhaseState.ENOUGH)
        events.insert(self._database, self._case, EventKind.CLOSED, Phase.CLOSURE, day)
        self._find(HitKind.CLOSURE, self._case)

    def _mark(self) -> None:
        """Mark the phases that lie behind: enough for now, or not needed."""
        closed = self._plan.closed_on is not None
        reached = Phase.CLOSURE if closed else max(self._seen, key=_ORDER.index)
        for phase in _ORDER[: _ORDER.index(reached)]:
            state = PhaseState.ENOUGH if phase in self._seen else PhaseState.NOT_NEEDED
            if phase not in self._seen or self._random.random() < 0.6:
                cases.set_mark(self._database, self._case, phase, state)

    def _find(self, kind: HitKind, record: int) -> None:
        # The newest is found first: what has no day of its own was written when the case was last worked on.
        index.refresh(self._database, kind, record, today=self._plan.scenes[-1].day)


def _library_text(id_: str) -> BoardText:
    found = find_text(Language.DUTCH, id_)
    if found is None:
        raise KeyError(id_)
    return BoardText(found.text, found.id)
