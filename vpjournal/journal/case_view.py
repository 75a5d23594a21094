"""The picture of one case for its workspace, put together from short rows."""

from collections.abc import Callable, Iterable
from datetime import date

from vpjournal.domain.case import Case, Phase, PhaseState
from vpjournal.domain.contact import Contact
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import Agreement
from vpjournal.domain.ids import CaseId
from vpjournal.domain.tasks import Facts, tasks
from vpjournal.domain.timeline import Event, EventKind
from vpjournal.domain.views import CaseView
from vpjournal.errors import Gone
from vpjournal.storage import (
    Database,
    accepted,
    agreements,
    approvals,
    case_rows,
    cases,
    choices,
    contacts,
    events,
    goals,
    handed_out,
    organisations,
    role_checks,
)

PhasesOf = Callable[[CaseId], tuple[tuple[Phase, PhaseState], ...]]


def case_view(database: Database, case: CaseId, phases_of: PhasesOf) -> CaseView:
    """Return what the frame of the case workspace shows. Raises Gone, JournalDamaged."""
    picture = _case(database, case, phases_of)
    contacted = contacts.of_case(database, case)
    agreed = agreements.of_case(database, case)
    facts = Facts(
        case=picture,
        contacts=contacted,
        agreements=agreed,
        has_goals=goals.exist(database, case),
        role_checks=role_checks.phases(database, case),
    )
    return CaseView(picture, contacted, agreed, _events(database, case, contacted, agreed), tasks(facts))


def _case(database: Database, case: CaseId, phases_of: PhasesOf) -> Case:
    state = cases.state(database, case)
    details = cases.get(database, case)
    if state is None or state[0] or details is None:
        raise Gone
    organisation = details.organisation
    return Case(
        id=case,
        details=details,
        organisation_name="" if organisation is None else organisations.name_of(database, organisation),
        phases=phases_of(case),
        last_contact=case_rows.last_contact(database, case),
        closed_on=state[1],
        told_points=cases.points(database, case),
    )


def _events(
    database: Database, case: CaseId, contacted: Iterable[Contact], agreed: Iterable[Agreement]
) -> tuple[Event, ...]:
    """Return what happened, oldest first; what has no day comes first, because the timeline reads downwards to now."""
    found = [Event(EventKind.CONTACT, each.details.day, each.details.phase, each.id) for each in contacted]
    found += [_on(EventKind.ROLE_CHECK, day, phase) for phase, day in role_checks.days(database, case)]
    found += [_on(EventKind.CHOICE, day, Phase.CHOICE) for day in choices.days(database, case)]
    found += [
        _on(EventKind.AGREEMENT_DONE, each.done_on, each.draft.phase) for each in agreed if each.done_on is not None
    ]
    found += approvals.events(database, case)
    found += accepted.events(database, case)
    found += handed_out.events(database, case)
    found += events.of_case(database, case)
    return tuple(sorted(found, key=lambda event: event.day.day or date.min))


def _on(kind: EventKind, day: date, phase: Phase) -> Event:
    return Event(kind, CoarseDay.exactly(day), phase)
