"""How a summary stands with the words that are on the screen now, before they are saved.

The journal works this out from fingerprints; the window has no key for those and compares drafts instead, so that an
edit voids an approval, and undoing it brings the approval back, at the very key press.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vpjournal.domain.language import Language
from vpjournal.domain.summary import Approval, Recipient, Summary, SummaryDraft, SummaryState
from vpjournal.domain.text import one_line
from vpjournal.errors import TextTooLong


@dataclass(frozen=True, slots=True)
class Said:
    """All of a draft that is approved together; two drafts with equal ones have the same fingerprint."""

    text: str = field(repr=False)
    recipient: Recipient
    recipient_words: str = field(repr=False)
    purpose: str = field(repr=False)
    language: Language


def said(draft: SummaryDraft) -> Said:
    """Return what of a draft is approved, as the journal would keep it."""
    return Said(
        draft.text, draft.recipient, _on_one_line(draft.recipient_words), _on_one_line(draft.purpose), draft.language
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the draft on the screen is, and the approvals that matter for it."""

    state: SummaryState = SummaryState.EMPTY
    approval: Approval | None = None
    lapsed: Approval | None = None
    withdrawn: Approval | None = None
    checked: bool = False
    read: bool = False


class Lapse(StrEnum):
    """What changed since an approval, the weightiest first."""

    TEXT = "text"
    RECIPIENT = "recipient"
    PURPOSE = "purpose"
    LANGUAGE = "language"
    REWORDED = "reworded"  # a name was replaced in both, so that they say the same


def standing(summary: Summary, draft: SummaryDraft, *, checked: Said | None, read: Said | None) -> Standing:
    """Tell how a draft stands; ``checked`` and ``read`` are what was looked over, and read together, last."""
    now = said(draft)
    approval, lapsed, withdrawn = _approvals(summary, now)
    was_checked, was_read = checked == now, read == now
    return Standing(
        _state(draft, approval, lapsed, withdrawn, checked=was_checked, read=was_read),
        approval,
        lapsed,
        withdrawn,
        checked=was_checked,
        read=was_read,
    )


def _approvals(summary: Summary, now: Said) -> tuple[Approval | None, Approval | None, Approval | None]:
    """Return the approval that holds now, else the one that lapsed; and the one of these words that was withdrawn."""
    valid = [each for each in summary.approvals if each.withdrawn_on is None]
    approval = next((each for each in valid if each.may_hold and said(each.approved) == now), None)
    gone = [each for each in summary.approvals if each.withdrawn_on is not None and said(each.approved) == now]
    return approval, None if approval is not None or not valid else valid[0], gone[0] if gone else None


def _state(
    draft: SummaryDraft,
    approval: Approval | None,
    lapsed: Approval | None,
    withdrawn: Approval | None,
    *,
    checked: bool,
    read: bool,
) -> SummaryState:
    if not draft.text.strip():
        return SummaryState.EMPTY
    found = (
        (approval is not None, SummaryState.APPROVED),
        (lapsed is not None, SummaryState.VOID),
        (withdrawn is not None, SummaryState.WITHDRAWN),
        (read, SummaryState.READ),
        (checked, SummaryState.CHECKED),
    )
    return next((state for holds, state in found if holds), SummaryState.WRITTEN)


def lapse(approved: SummaryDraft, draft: SummaryDraft) -> Lapse:
    """Tell what is no longer as it was approved."""
    before, now = said(approved), said(draft)
    if before.text != now.text:
        return Lapse.TEXT
    if (before.recipient, before.recipient_words) != (now.recipient, now.recipient_words):
        return Lapse.RECIPIENT
    if before == now:
        return Lapse.REWORDED
    return Lapse.PURPOSE if before.purpose != now.purpose else Lapse.LANGUAGE


def missing(draft: SummaryDraft) -> str:
    """Name the field without which the reporter could not have approved this, or nothing."""
    if not draft.purpose.strip():
        return "purpose"
    if draft.recipient is Recipient.OTHER and not draft.recipient_words.strip():
        return "recipient_words"
    if draft.recipient is not Recipient.REPORTER and not draft.why_not_self.strip():
        return "why_not_self"
    return ""


def _on_one_line(typed: str) -> str:
    try:
        return one_line(typed)
    except TextTooLong:
        # It cannot be saved, and so it was never approved.
        return typed
