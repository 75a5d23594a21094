"""The sentence above *Vandaag*: how the day looks, without hurry that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from vpjournal.domain.language import Texts
    from vpjournal.domain.views import Today


def calm_sentence(t: Texts, view: Today, now: date) -> str:
    """Say what is agreed for today and whether anything else waits."""
    if not view.cases and not view.agreed:
        return t("Welkom in uw journaal.")
    due = [day for day in view.agreed if day.due == now]
    late = [day for day in view.agreed if day.due < now]
    parts = [_about_today(t, len(due))]
    if late:
        parts.append(t.plural("Er staat nog één afspraak open.", "Er staan nog {n} afspraken open.", len(late)))
    elif view.unwritten:
        parts.append(
            t.plural(
                "Er is één contact nog niet opgeschreven.",
                "Er zijn {n} contacten nog niet opgeschreven.",
                len(view.unwritten),
            )
        )
    else:
        parts.append(t("Verder is er niets dat haast heeft.") if due else t("Er is niets dat haast heeft."))
    return " ".join(parts)


def _about_today(t: Texts, count: int) -> str:
    if count == 0:
        return t("U hebt vandaag geen afspraken.")
    return t.plural("Vandaag één afspraak.", "Vandaag {n} afspraken.", count)
