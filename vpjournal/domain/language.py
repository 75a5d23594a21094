"""The words of the program in a language that is handed along, never looked up in a global.

Dutch is the language that texts are written in: the Dutch sentence stands in the code where it is shown and
is its own key. Other languages are gettext catalogues in ``resources/locale``, compiled when the program is
built. The two languages differ in how they write a date, so that is here too.
"""

from __future__ import annotations

import gettext
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from datetime import date


class Language(StrEnum):
    """A language of screen or paper, by its BCP 47 code."""

    DUTCH = "nl"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """Its name as its own speakers write it."""
        return {"nl": "Nederlands", "en": "English"}[self.value]


_MONTHS = {
    Language.DUTCH: "januari februari maart april mei juni juli augustus september oktober november december",
    Language.ENGLISH: "January February March April May June July August September October November December",
}
_WEEKDAYS = {
    Language.DUTCH: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    Language.ENGLISH: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language is Language.DUTCH:
        return gettext.NullTranslations()
    data = resources.read_bytes("locale", language.value, "LC_MESSAGES", "vpjournal.mo")
    return gettext.GNUTranslations(BytesIO(data))


def mark(text: str) -> str:
    """Mark a Dutch text for translation where it is defined, to be given to ``Texts`` where it is shown."""
    return text


class Texts:
    """Sentences, dates and numbers in one language.

    ``t = Texts(Language.ENGLISH)``; ``t("Vergrendelen")`` gives ``"Lock"``; ``t("Over {n} dagen", n=3)`` fills in.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, dutch: str, /, **values: object) -> str:
        """Return the sentence in this language with ``values`` filled in. What is filled in is never translated."""
        text = self._catalogue.gettext(dutch)
        return text.format_map(values) if values else text

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the form of a sentence that fits ``n``, which is also filled in as ``{n}``."""
        return self._catalogue.ngettext(one, many, n).format_map({"n": self.number(n), **values})

    def number(self, n: int) -> str:
        """Write a whole number with this language's thousands separator."""
        text = f"{n:,}"
        return text.replace(",", ".") if self.language is Language.DUTCH else text

    def month_name(self, month: int) -> str:
        """Name a month, 1 to 12."""
        return _MONTHS[self.language].split()[month - 1]

    def day(self, day: date, *, today: date | None = None) -> str:
        """Write a day as *12 november*, with its year when that is not the year of ``today``."""
        text = f"{day.day} {self.month_name(day.month)}"
        return text if today is not None and day.year == today.year else f"{text} {day.year}"

    def short_day(self, day: date, *, today: date) -> str:
        """Write a day briefly as *12 nov*, with its year when that is not the year of ``today``."""
        text = f"{day.day} {self.month_name(day.month)[:3]}"
        if self.language is Language.DUTCH and day.month == 3:
            text = f"{day.day} mrt"
        return text if day.year == today.year else f"{text} {day.year}"

    def weekday(self, day: date) -> str:
        """Name the day of the week."""
        return _WEEKDAYS[self.language].split()[day.weekday()]

    def short_weekday(self, day: date) -> str:
        """Name the day of the week briefly: *wo*, *Wed*."""
        return self.weekday(day)[: 2 if self.language is Language.DUTCH else 3]

    def percent(self, share: float) -> str:
        """Write a share of one as *50 %*, in English *50%*."""
        return f"{round(share * 100)}{' ' if self.language is Language.DUTCH else ''}%"

    def month(self, day: date) -> str:
        """Write the month and the year of a day."""
        return f"{self.month_name(day.month)} {day.year}"
