"""What is said on both laptops, and of what stays on the old one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.widgets.paths import breakable
from vpjournal.domain.days import Precision
from vpjournal.domain.register import PAPER_NAMES

if TYPE_CHECKING:
    from vpjournal.domain.days import CoarseDay
    from vpjournal.domain.language import Texts
    from vpjournal.domain.moving import SavedPaper, Tally


def tally_lines(t: Texts, tally: Tally) -> tuple[str, ...]:
    """Return what is to be seen on both laptops, a line for each number."""
    lines = (
        t.plural("{n} casus", "{n} casussen", tally.cases),
        t.plural("{n} contactmoment", "{n} contactmomenten", tally.contacts),
        t.plural("{n} organisatie", "{n} organisaties", tally.organisations),
    )
    if tally.last_contact is None:
        return lines
    return (*lines, t("het laatste contact: {day}", day=_day(t, tally.last_contact)))


def _day(t: Texts, day: CoarseDay) -> str:
    if day.day is None:
        return t("dag onbekend")
    return t.day(day.day) if day.precision is Precision.DAY else t.month(day.day)


def paper_line(t: Texts, paper: SavedPaper) -> str:
    """Return which paper it is and where it was saved."""
    values = {"paper": t(PAPER_NAMES[paper.kind]), "day": t.day(paper.day), "file": breakable(Path(paper.place))}
    if paper.protected:
        return t("{paper}, {day}, met wachtwoord: {file}", **values)
    return t("{paper}, {day}, zonder wachtwoord: {file}", **values)
