"""How a summary, its approvals and what left by them read: facts in, sentences out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.case.summary.standing import Lapse, said
from vpjournal.domain.case import Asked
from vpjournal.domain.days import Precision
from vpjournal.domain.language import Texts, mark
from vpjournal.domain.register import Outcome, Way
from vpjournal.domain.summary import RECIPIENT_NAMES, Recipient, SummaryState

if TYPE_CHECKING:
    from datetime import date

    from vpjournal.domain.days import CoarseDay
    from vpjournal.domain.language import Language
    from vpjournal.domain.register import HandedOut
    from vpjournal.domain.summary import Approval, SummaryDraft

_TO_KEEP = mark("om na te lezen en te bewaren")
STATES: dict[SummaryState, str] = {
    SummaryState.EMPTY: mark("nog leeg"),
    SummaryState.WRITTEN: mark("geschreven"),
    SummaryState.CHECKED: mark("nagekeken"),
    SummaryState.READ: mark("samen gelezen"),
    SummaryState.APPROVED: mark("akkoord"),
    SummaryState.VOID: mark("akkoord vervallen"),
    SummaryState.WITHDRAWN: mark("akkoord ingetrokken"),
}
LAPSES: dict[Lapse, str] = {
    Lapse.TEXT: mark("Het akkoord is vervallen: de tekst is veranderd."),
    Lapse.RECIPIENT: mark("Het akkoord is vervallen: dit is nu voor iemand anders."),
    Lapse.PURPOSE: mark("Het akkoord is vervallen: het doel is veranderd."),
    Lapse.LANGUAGE: mark("Het akkoord is vervallen: de taal is veranderd."),
    Lapse.REWORDED: mark("Het akkoord is vervallen: een naam is vervangen."),
}
_HELD: dict[Lapse, str] = {
    Lapse.TEXT: mark("Het akkoord van {when} gold voor een andere tekst."),
    Lapse.RECIPIENT: mark("Het akkoord van {when} gold voor iemand anders."),
    Lapse.PURPOSE: mark("Het akkoord van {when} gold voor een ander doel."),
    Lapse.LANGUAGE: mark("Het akkoord van {when} gold voor een andere taal."),
    Lapse.REWORDED: mark("Het akkoord van {when} gold voor de tekst met de naam erin."),
}
_LEFT: dict[tuple[Way, Outcome], str] = {
    (Way.PRINTED, Outcome.DONE): mark("Afgedrukt op {day}"),
    (Way.PRINTED, Outcome.PARTLY): mark("Voor een deel afgedrukt op {day}"),
    (Way.PRINTED, Outcome.UNSURE): mark("Misschien afgedrukt op {day}"),
    (Way.FILE, Outcome.DONE): mark("Bestand bewaard op {day}"),
    (Way.FILE, Outcome.PARTLY): mark("Bestand voor een deel bewaard op {day}"),
    (Way.FILE, Outcome.UNSURE): mark("Bestand misschien bewaard op {day}"),
}


def purpose_to_begin_with(recipient: Recipient, language: Language) -> str:
    """Return what a summary is for, to begin with, in the language of the paper; only the reporter's has one."""
    return Texts(language)(_TO_KEEP) if recipient is Recipient.REPORTER else ""


def whom(texts: Texts, draft: SummaryDraft) -> str:
    """Say for whom it is: the kind, or the function that was typed."""
    typed = draft.recipient_words.strip()
    return typed if draft.recipient is Recipient.OTHER and typed else texts(RECIPIENT_NAMES[draft.recipient])


def for_whom(texts: Texts, draft: SummaryDraft) -> str:
    """Say in one sentence for whom it is and what for."""
    purpose = draft.purpose.strip().rstrip(".")
    if purpose:
        return texts("Voor {whom}, {purpose}.", whom=whom(texts, draft), purpose=purpose)
    return texts("Voor {whom}.", whom=whom(texts, draft))


def for_whom_as_read(draft: SummaryDraft) -> str:
    """Say it to the reporter who reads along, in the language of the paper."""
    texts, purpose = Texts(draft.language), draft.purpose.strip().rstrip(".")
    if draft.recipient is not Recipient.REPORTER:
        return for_whom(texts, draft)
    return texts("Voor uzelf, {purpose}.", purpose=purpose) if purpose else texts("Voor uzelf.")


def only_for(texts: Texts, draft: SummaryDraft) -> str:
    """Say what an approval holds for."""
    return texts(
        "Alleen voor precies deze tekst, voor {whom}, {purpose}.",
        whom=whom(texts, draft),
        purpose=draft.purpose.strip().rstrip("."),
    )


def approved_when(texts: Texts, day: CoarseDay, *, today: date) -> str:
    """Head the seal: the month, or the day where that was recorded."""
    words = day.words(texts, today=today)
    if day.precision is Precision.DAY:
        return texts("Akkoord op {day}", day=words)
    return texts("Akkoord in {month}", month=words)


def held_for(texts: Texts, approval: Approval, change: Lapse, *, today: date) -> str:
    """Say what an approval held for, when it no longer does."""
    return texts(_HELD[change], when=approval.day.words(texts, today=today))


def approval_state(texts: Texts, approval: Approval, draft: SummaryDraft, *, today: date) -> str:
    """Say of an approval in the history how it relates to what is on the screen."""
    if approval.withdrawn_on is not None:
        return texts("ingetrokken op {day}", day=texts.day(approval.withdrawn_on, today=today))
    before, now = said(approval.approved), said(draft)
    if approval.reworded:
        return texts("vervallen: een naam is vervangen")
    if before == now:
        return texts("geldt nu")
    return texts("dezelfde tekst") if before.text == now.text else texts("een andere tekst")


def left_words(texts: Texts, entry: HandedOut, *, today: date) -> str:
    """Say of something that left which way, when, and what is known of it since."""
    known = _LEFT.get((entry.way, entry.outcome), mark("Op papier of als bestand op {day}"))
    words = texts(known, day=texts.day(entry.day, today=today))
    if entry.afterwards is Asked.YES:
        then = texts("meegegeven") if entry.way is Way.PRINTED else texts("later verwijderd")
        return f"{words}, {then}"
    return words
