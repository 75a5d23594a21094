"""How the timeline and the tasks of a case read: facts in, sentences out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpjournal.domain.case import PHASE_NAMES, Phase, TaskKind
from vpjournal.domain.language import mark
from vpjournal.domain.register import PAPER_NAMES
from vpjournal.domain.timeline import EventKind

if TYPE_CHECKING:
    from datetime import date

    from vpjournal.domain.case import Task
    from vpjournal.domain.language import Texts
    from vpjournal.domain.timeline import Event

_EVENTS: dict[EventKind, str] = {
    EventKind.ROLE_CHECK: mark("Rolcheck"),
    EventKind.CHOICE: mark("Keuze genoemd"),
    EventKind.APPROVED: mark("Akkoord met de samenvatting"),
    EventKind.WITHDRAWN: mark("Akkoord ingetrokken"),
    EventKind.LEFT_STANDING: mark("Herkenbaarheid: iets bewust laten staan"),
    EventKind.AGREEMENT_DONE: mark("Afspraak gedaan"),
    EventKind.CLOSED: mark("Afgesloten"),
    EventKind.REOPENED: mark("Weer geopend"),
}

_TASKS: dict[TaskKind, str] = {
    TaskKind.NOTE_UNWRITTEN: mark("{phase}: aantekening schrijven, of bewust niet"),
    TaskKind.POINTS_LEFT: mark("Vooraf uitleggen: nog niet alles verteld"),
    TaskKind.ROLE_CHECK: mark("Rolcheck doen"),
    TaskKind.ORGANISATION_UNKNOWN: mark("Organisatie kiezen, als die bekend is"),
    TaskKind.HURRY: mark("Er is haast: kijken of er iets meteen moet"),
    TaskKind.NO_GOAL: mark("Doel van de melder opschrijven"),
}


def event_words(texts: Texts, event: Event) -> str:
    """Say what happened; a contact is named after its phase, and what left after the paper."""
    if event.kind is EventKind.CONTACT:
        return texts(PHASE_NAMES[event.phase])
    if event.paper is not None:
        return texts("{paper} op papier of als bestand", paper=texts(PAPER_NAMES[event.paper]))
    return texts(_EVENTS[event.kind])


def task_words(texts: Texts, task: Task) -> str:
    """Say what there is to do; an agreement says what was agreed."""
    if task.kind is TaskKind.AGREED:
        return task.words or appointment_words(texts, task.phase)
    return texts(_TASKS[task.kind], phase=texts(PHASE_NAMES[task.phase]))


def appointment_words(texts: Texts, phase: Phase) -> str:
    """Name an appointment that has no words of its own: the conversation of its phase, or just that there is one."""
    if phase in (Phase.FIRST_CONVERSATION, Phase.SECOND_CONVERSATION):
        return texts(PHASE_NAMES[phase])
    return texts("Gesprek of telefoontje")


def task_caption(texts: Texts, task: Task, *, today: date) -> str:
    """Say when it is due, or nothing."""
    return texts.day(task.due, today=today) if task.due is not None else ""
