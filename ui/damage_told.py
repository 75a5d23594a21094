"""Says which texts are damaged: what kind of text, the day and the code, and never a word of the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpjournal.domain.language import mark
from vpjournal.domain.views import HIT_KINDS, HitKind

if TYPE_CHECKING:
    from datetime import date

    from vpjournal.domain.damage import AffectedText, Damage
    from vpjournal.domain.language import Texts

_MOST = 4
"""Texts that are named one by one."""
_NAMELESS = mark("de code van een casus (hier {name} genoemd)")


def damage_words(texts: Texts, damage: Damage, *, today: date) -> str:
    """Return what is damaged in one or two sentences; empty when nothing can be named."""
    named = [_words(texts, text, today=today) for text in damage.texts[:_MOST]]
    more = len(damage.texts) - len(named)
    if more:
        named.append(texts.plural("nog {n} tekst", "nog {n} teksten", more))
    told = [texts("Beschadigd: {list}.", list=" · ".join(named))] if named else []
    if damage.lost > len(damage.texts):
        told.append(
            texts("Ook andere gegevens ontbreken, zoals een dag of een vinkje.")
            if named
            else texts("Er ontbreken gegevens, zoals een dag, een vinkje of een heel contactmoment.")
        )
    return " ".join(told)


def _words(texts: Texts, text: AffectedText, *, today: date) -> str:
    if text.kind is HitKind.CASE and text.name.startswith("?"):
        return texts(_NAMELESS, name=text.name)
    kind = texts(mark("regel bij ‘Wat de deur uit ging’")) if text.kind is None else texts(HIT_KINDS[text.kind])
    if not text.name:
        return kind
    if text.day is None or text.day.day is None:
        return texts("{kind} in {name}", kind=kind, name=text.name)
    return texts("{kind} van {day} in {name}", kind=kind, day=text.day.words(texts, today=today), name=text.name)
