"""The cards of *Vandaag*, each a fact with what to do about it; codes and phases only.

Their lines are made once, empty, before any journal is open; showing a day puts words into them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFrame, QWidget

from ui.pages.case.words import appointment_words
from ui.widgets.buttons import LINK, button, set_button_text
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column, flow, rule
from ui.widgets.scroll_page import text_width
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from datetime import date

    from ui.navigation import PageContext
    from ui.theme import Theme
    from vpjournal.domain.ids import CaseId, ContactId
    from vpjournal.domain.language import Texts
    from vpjournal.domain.views import AgreedDay, SilentCase, UnwrittenNote

    OnCase = Callable[[CaseId], None]
    OnWrite = Callable[[CaseId, ContactId, str], None]
    OnLeaveOut = Callable[[ContactId], None]

_Line = TypeVar("_Line", bound=QFrame)
_Value = TypeVar("_Value")
_MOST = 6
"""Lines that a card shows; the list of cases has the rest."""
_MOST_UNWRITTEN = 2
_DAY_CHARACTERS = 10


class AgreedCard(Card):
    """The days that were agreed, late ones first."""

    def __init__(self, context: PageContext, *, on_case: OnCase) -> None:
        t, theme = context.texts, context.theme
        super().__init__(t("Afgesproken"), theme=theme)
        self._t = t
        self._lines = [_CodeLine(theme, with_day=True, ruled=n > 0, on_case=on_case) for n in range(_MOST)]
        self._more = Caption(theme=theme)
        self.add(*self._lines, self._more)

    def show_days(self, agreed: Sequence[AgreedDay]) -> None:
        """Show these, and how many more there are."""
        t, now = self._t, today()
        _fill(self._lines, agreed, lambda line, each: line.show_agreed(t, each, now))
        _show_more(self._more, len(agreed) - _MOST, lambda n: t.plural("en nog één", "en nog {n}", n))


class SilentCard(Card):
    """Cases in which there was no contact for eight weeks: close, or leave a while?"""

    def __init__(self, context: PageContext, *, on_case: OnCase) -> None:
        t, theme = context.texts, context.theme
        super().__init__(t("Lang stil"), theme=theme)
        self._t = t
        self._lines = [_CodeLine(theme, with_day=False, ruled=n > 0, on_case=on_case) for n in range(_MOST)]
        self._more = Caption(theme=theme)
        self.add(*self._lines, self._more)
        self.add(Caption(t("Afsluiten, of nog even laten? Allebei is goed."), theme=theme))

    def show_cases(self, silent: Sequence[SilentCase]) -> None:
        """Show these, and how many more there are."""
        t, now = self._t, today()
        _fill(self._lines, silent, lambda line, each: line.show_silent(t, each, now))
        _show_more(self._more, len(silent) - _MOST, lambda n: t.plural("en nog één", "en nog {n}", n))


class UnwrittenCard(Card):
    """Contacts of which nothing was written yet; leaving it out is one click away."""

    def __init__(self, context: PageContext, *, on_write: OnWrite, on_leave_out: OnLeaveOut) -> None:
        t, theme = context.texts, context.theme
        super().__init__(t("Nog niet opgeschreven"), theme=theme)
        self._t = t
        self._lines = [
            _UnwrittenLine(t, theme, on_write=on_write, on_leave_out=on_leave_out) for _ in range(_MOST_UNWRITTEN)
        ]
        self._more = Caption(theme=theme)
        why = t("Opschrijven hoeft niet. Met ‘Bewust geen aantekening’ legt u alleen vast dat u dat zo koos.")
        self.add(*self._lines, self._more, Caption(why, theme=theme))

    def show_notes(self, unwritten: Sequence[UnwrittenNote]) -> None:
        """Show these, and how many more there are."""
        t, now = self._t, today()
        _fill(self._lines, unwritten, lambda line, each: line.show_note(each, now))
        more = len(unwritten) - _MOST_UNWRITTEN
        _show_more(self._more, more, lambda n: t.plural("en nog één contact", "en nog {n} contacten", n))


class _CodeLine(QFrame):
    """The code of a case, which leads there, with the day before it or not and a few words behind."""

    def __init__(self, theme: Theme, *, with_day: bool, ruled: bool, on_case: OnCase) -> None:
        super().__init__()
        self._case: CaseId | None = None
        self._on_case = on_case
        self._day = Body(theme=theme)
        self._day.setMinimumWidth(text_width(theme, _DAY_CHARACTERS))
        self._day.setVisible(with_day)
        self._code = button("", theme=theme, kind=LINK, on_click=self._on_code_clicked)
        self._words = Caption(theme=theme)
        across = flow(self._day, self._code, self._words, spacing=20)
        self.setLayout(column(rule(), across) if ruled else column(across))

    def show_agreed(self, t: Texts, each: AgreedDay, now: date) -> None:
        words = appointment_words(t, each.phase).lower() if each.appointment else t("iets wat is afgesproken")
        self._day.setText(_day_words(t, each.due, now))
        self._show(each.case, each.code, words)

    def show_silent(self, t: Texts, each: SilentCase, now: date) -> None:
        self._show(each.case, each.code, t("laatste contact: {day}", day=each.last_contact.words(t, today=now)))

    def _show(self, case: CaseId, code: str, words: str) -> None:
        self._case = case
        set_button_text(self._code, code)
        self._words.setText(words)

    def _on_code_clicked(self) -> None:
        if self._case is not None:
            self._on_case(self._case)


class _UnwrittenLine(QFrame):
    """A contact without a note, and the two ways to go on from there."""

    def __init__(self, t: Texts, theme: Theme, *, on_write: OnWrite, on_leave_out: OnLeaveOut) -> None:
        super().__init__()
        self._t = t
        self._note: UnwrittenNote | None = None
        self._on_write, self._on_leave_out = on_write, on_leave_out
        self._words = Body(theme=theme)
        self._write = button(t("Nu opschrijven"), theme=theme, small=True, on_click=self._on_write_clicked)
        self._leave = button(t("Bewust geen aantekening"), theme=theme, small=True, on_click=self._on_leave_clicked)
        self.setLayout(column(self._words, flow(self._write, self._leave), 4))

    def show_note(self, note: UnwrittenNote, now: date) -> None:
        t, self._note = self._t, note
        day = note.day.words(t, today=now)
        self._words.setText(t("{code}: contact van {day}", code=note.code, day=day))
        self._write.setAccessibleName(t("Nu opschrijven: {code}, {day}", code=note.code, day=day))
        self._leave.setAccessibleName(t("Bewust geen aantekening: {code}, {day}", code=note.code, day=day))

    def _on_write_clicked(self) -> None:
        if self._note is not None:
            self._on_write(self._note.case, self._note.contact, self._note.phase)

    def _on_leave_clicked(self) -> None:
        if self._note is not None:
            self._on_leave_out(self._note.contact)


def set_shown(widget: QWidget, *, shown: bool) -> None:
    """Show or hide it; what is shown already is left alone, for Qt would place all that is in it once more."""
    if widget.isHidden() == shown:
        widget.setVisible(shown)


def _fill(lines: Sequence[_Line], values: Sequence[_Value], show: Callable[[_Line, _Value], None]) -> None:
    for line, value in zip(lines, values, strict=False):
        show(line, value)
    for number, line in enumerate(lines):
        set_shown(line, shown=number < len(values))


def _show_more(caption: Caption, more: int, words: Callable[[int], str]) -> None:
    caption.setText(words(more) if more > 0 else "")
    set_shown(caption, shown=more > 0)


def _day_words(t: Texts, day: date, now: date) -> str:
    if day == now:
        return t("vandaag")
    if (day - now).days == 1:
        return t("morgen")
    return f"{t.short_weekday(day)} {t.short_day(day, today=now)}"
