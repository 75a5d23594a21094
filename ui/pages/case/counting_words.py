"""What counts of a case, in words: for the folded line, and at one glance when the case is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpjournal.domain.case_counting import (
    DIMENSION_NAMES,
    FOLLOWING,
    ON_REQUEST,
    CaseCounting,
    offered,
)
from vpjournal.domain.counting import Dimension, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vpjournal.domain.language import Texts


def choices(texts: Texts, counting: CaseCounting, dimension: Dimension) -> list[tuple[str, str]]:
    """Return what is offered in this case, each with its words."""
    found = offered(dimension, counting.codes, counting.answers(dimension))
    return [(each.key, each.label if each.own_words else texts(each.label)) for each in found]


def answer_words(texts: Texts, counting: CaseCounting, dimension: Dimension) -> str:
    """Say what counts in one dimension; nothing when nothing does."""
    if dimension in FOLLOWING:
        known = {code: texts(words) for code, words in FOLLOWING[dimension].items()}
    else:
        known = dict(choices(texts, counting, dimension))
    return ", ".join(known[key] for key in counting.answers(dimension) if key in known)


def is_asked(counting: CaseCounting, dimension: Dimension) -> bool:
    """Tell whether a question is put at all: some only where the organisation asks, or integrity is named."""
    if dimension is Dimension.INTEGRITY:
        parents = {each.code: each.parent for each in counting.codes.settings if each.own}
        return Subject.INTEGRITY in {parents.get(key, key) for key in counting.answers(Dimension.SUBJECT)}
    return dimension not in ON_REQUEST or dimension in counting.codes.asks or dimension in counting.chosen


def summary(texts: Texts, counting: CaseCounting, dimensions: Sequence[Dimension]) -> str:
    """Say in one line what counts of these."""
    found = [words for each in dimensions if is_asked(counting, each) if (words := answer_words(texts, counting, each))]
    if not counting.counted:
        found.insert(0, texts("telt niet mee"))
    return " · ".join(found) or texts("nog niets gekozen; dat mag ook later")


def glance(texts: Texts, counting: CaseCounting) -> list[str]:
    """Say what follows from what was recorded anyway, a line for each."""
    lines = []
    if counting.month is not None:
        words = [texts.month(counting.month), answer_words(texts, counting, Dimension.CHANNEL)]
        lines.append((texts(DIMENSION_NAMES[Dimension.CHANNEL]), ", ".join(each for each in words if each)))
    lines += [
        (texts(DIMENSION_NAMES[dimension]), answer_words(texts, counting, dimension))
        for dimension in (Dimension.POSITION, Dimension.REFERRAL, Dimension.LEAVING)
    ]
    lines.append((texts("Contactmomenten"), contact_words(texts, counting)))
    return [f"{label}: {words}" for label, words in lines if words]


def contact_words(texts: Texts, counting: CaseCounting) -> str:
    """Say how many contacts there were, and how long they took as far as that was said."""
    if not counting.contacts:
        return ""
    if not counting.minutes:
        return str(counting.contacts)
    return texts("{n}, samen {duration}", n=counting.contacts, duration=duration_words(texts, counting.minutes))


def short_duration(texts: Texts, minutes: int) -> str:
    """Write a number of quarters where there is little room: *45 min*, *1:15 uur*."""
    hours, rest = divmod(minutes, 60)
    return texts("{hours}:{minutes} uur", hours=hours, minutes=f"{rest:02}") if hours else texts("{n} min", n=rest)


def duration_words(texts: Texts, minutes: int) -> str:
    """Write a number of quarters: *45 minuten*, *2 uur*, *1 uur en 15 minuten*."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return texts("{n} minuten", n=rest)
    if not rest:
        return texts("{n} uur", n=hours)
    return texts("{hours} uur en {minutes} minuten", hours=hours, minutes=rest)
