"""How a point reads: what it is, where it stands, what was decided of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpjournal.domain.days import today
from vpjournal.domain.gate import REASON_NAMES, Part, Reason
from vpjournal.domain.identifying import KIND_NAMES, REPORT_KIND_NAMES, Kind, ReportFind
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vpjournal.domain.gate import Accepted, Same
    from vpjournal.domain.language import Texts

_PARTS: dict[Part, str] = {
    Part.RECIPIENT_WORDS: mark("bij ‘Voor wie?’"),
    Part.PURPOSE: mark("bij ‘Waarvoor?’"),
    Part.TITLE: mark("in een titel"),
    Part.WHO_KNOWS: mark("bij ‘Wie weet ervan’"),
    Part.WHO_DECIDES: mark("bij ‘Wie bepaalt daarna’"),
    Part.REVERSIBLE: mark("bij ‘Terug te draaien’"),
    Part.PRO: mark("bij de voordelen"),
    Part.CON: mark("bij de nadelen"),
    Part.CONSEQUENCE: mark("bij de gevolgen"),
    Part.SAYS: mark("bij wat de melder zei"),
    Part.PRINTED: mark("gelezen van het blad zelf"),
}


def what(texts: Texts, same: Same) -> str:
    """Say what a point is and how often it stands there: *Naam van een persoon · 3 keer*."""
    find = same.find
    kind = texts(REPORT_KIND_NAMES[find.kind] if isinstance(find, ReportFind) else KIND_NAMES[find.kind])
    parts = [kind[0].upper() + kind[1:]]
    if len(same.points) > 1:
        parts.append(texts.plural("{n} keer", "{n} keer", len(same.points)))
    where = _PARTS.get(same.first.leaving.part)
    if where is not None:
        parts.append(texts(where))
    return " · ".join(parts)


def sentence_of(same: Same) -> str:
    """Return the sentence in which it stands first."""
    before, words, after = same.first.around()
    return f"{before}{words}{after}"


def why_left(texts: Texts, accepted: Accepted) -> str:
    """Say why it may stay, and since when: *De melder wil dit erin · 12 november*."""
    reason = accepted.words if accepted.reason is Reason.OTHER else texts(REASON_NAMES[accepted.reason])
    return f"{reason} · {texts.day(accepted.day, today=today())}"


def replaced_words(text: str, same: Same, instead: str) -> str:
    """Return a text with other words in the place of these, wherever and however they are written in it."""
    from vpjournal.journal.identifiers import say_instead  # noqa: PLC0415 - imported when something is replaced

    if not isinstance(same.find, ReportFind):
        return say_instead(text, same.find, instead)
    for point in reversed(same.points):
        if text[point.find.start : point.find.end] == point.find.text:
            text = text[: point.find.start] + _as_begun(instead, point.find.text) + text[point.find.end :]
    return text


def _as_begun(words: str, before: str) -> str:
    """Return words with a capital where those in whose place they come have one."""
    return words[:1].upper() + words[1:] if before[:1].isupper() else words


def may_stand_for(same: Same, instead: str) -> bool:
    """Tell whether words say something else than these: a name is not replaced by itself and more."""
    from vpjournal.journal.identifiers import can_stand_for  # noqa: PLC0415 - as above

    return same.find.kind is not Kind.PERSON or can_stand_for(instead, same.find.text)


def proposals_for(same: Same, texts: Iterable[str]) -> tuple[str, ...]:
    """Return what may come instead, best first; ``texts`` are those in which roles may have been given already."""
    from vpjournal.journal.identifiers import proposals, roles_in  # noqa: PLC0415 - as above

    if isinstance(same.find, ReportFind):
        return (same.find.proposal,) if same.find.proposal else ()
    used = frozenset[str]().union(*map(roles_in, texts))
    return proposals(same.find, same.first.leaving.text, used)


def count_words(texts: Texts, count: int) -> str:
    """Say how many points are open."""
    if count == 0:
        return texts("Er staat niets meer open.")
    return texts.plural("Nog {n} punt om naar te kijken.", "Nog {n} punten om naar te kijken.", count)
