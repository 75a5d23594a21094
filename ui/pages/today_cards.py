"""The cards of *Vandaag*, each a fact with what to do about it; codes and phases only.

Their lines are made once, most before any journal is open; showing a day puts words into them.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

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
_DAY_CHARACTERS = 10


class _LinesCard(Card, Generic[_Line, _Value]):
    """A card with some lines, made when first needed or one by one before."""

    most = 6
    """Lines that it shows; the list of cases has the rest."""

    def __init__(self, context: PageContext, title: str, *, foot: str = "") -> None:
        super().__init__(title, theme=context.theme)
        self._t = context.texts
        self._theme = context.theme
        self._lines: list[_Line] = []
        self._more = Caption(theme=context.theme)
        self.add(self._more)
        if foot:
            self.add(Caption(foot, theme=context.theme))

    def prepare(self) -> Iterator[None]:
        """Make the lines, one with each step."""
        while len(self._lines) < self.most:
            self._add_line()
            yield

    def show_values(self, values: Sequence[_Value]) -> None:
        """Show these, and how many more there are."""
        now = today()
        for number, value in enumerate(values[: self.most]):
            if number == len(self._lines):
                self._add_line()
            self._show_line(self._lines[number], value, now)
        for number, line in enumerate(self._lines):
            set_shown(line, shown=number < len(values))
        more = len(values) - self.most
        self._more.setText(self._words_for_more(more) if more > 0 else "")
        set_shown(self._more, shown=more > 0)

    def _add_line(self) -> None:
        line = self._make_line(ruled=bool(self._lines))
        self.body.insertWidget(len(self._lines), line)
        self._lines.append(line)

    @abstractmethod
    def _make_line(self, *, ruled: bool) -> _Line:
        """Return an empty line, with a hairline above or not."""

    @abstractmethod
    def _show_line(self, line: _Line, value: _Value, now: date) -> None:
        """Put words into a line."""

    def _words_for_more(self, more: int) -> str:
        return self._t.plural("en nog één", "en nog {n}", more)


class AgreedCard(_LinesCard["_CodeLine", "AgreedDay"]):
    """The days that were agreed, late ones first."""

    def __init__(self, context: PageContext, *, on_case: OnCase) -> None:
        super().__init__(context, context.texts("Afgesproken"))
        self._on_case = on_case

    def _make_line(self, *, ruled: bool) -> _CodeLine:
        return _CodeLine(self._theme, with_day=True, ruled=ruled, on_case=self._on_case)

    def _show_line(self, line: _CodeLine, value: AgreedDay, now: date) -> None:
        t = self._t
        words = appointment_words(t, value.phase).lower() if value.appointment else t("iets wat is afgesproken")
        line.show_case(value.case, value.code, words, day=_day_words(t, value.due, now))


class SilentCard(_LinesCard["_CodeLine", "SilentCase"]):
    """Cases in which there was no contact for eight weeks: close, or leave a while?"""

    def __init__(self, context: PageContext, *, on_case: OnCase) -> None:
        t = context.texts
        super().__init__(context, t("Lang stil"), foot=t("Afsluiten, of nog even laten? Allebei is goed."))
        self._on_case = on_case

    def _make_line(self, *, ruled: bool) -> _CodeLine:
        return _CodeLine(self._theme, with_day=False, ruled=ruled, on_case=self._on_case)

    def _show_line(self, line: _CodeLine, value: SilentCase, now: date) -> None:
        words = self._t("laatste contact: {day}", day=value.last_contact.words(self._t, today=now))
        line.show_case(value.case, value.code, words)


class UnwrittenCard(_LinesCard["_UnwrittenLine", "UnwrittenNote"]):
    """Contacts of which nothing was written yet; leaving it out is one click away."""

    most = 2

    def __init__(self, context: PageContext, *, on_write: OnWrite, on_leave_out: OnLeaveOut) -> None:
        t = context.texts
        why = t("Opschrijven hoeft niet. Met ‘Bewust geen aantekening’ legt u alleen vast dat u dat zo koos.")
        super().__init__(context, t("Nog niet opgeschreven"), foot=why)
        self._on_write, self._on_leave_out = on_write, on_leave_out

    def _make_line(self, *, ruled: bool) -> _UnwrittenLine:  # noqa: ARG002 - the buttons keep these apart
        return _UnwrittenLine(self._t, self._theme, on_write=self._on_write, on_leave_out=self._on_leave_out)

    def _show_line(self, line: _UnwrittenLine, value: UnwrittenNote, now: date) -> None:
        line.show_note(value, now)

    def _words_for_more(self, more: int) -> str:
        return self._t.plural("en nog één contact", "en nog {n} contacten", more)


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

    def show_case(self, case: CaseId, code: str, words: str, *, day: str = "") -> None:
        self._case = case
        self._day.setText(day)
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


def _day_words(t: Texts, day: date, now: date) -> str:
    if day == now:
        return t("vandaag")
    if (day - now).days == 1:
        return t("morgen")
    return f"{t.short_weekday(day)} {t.short_day(day, today=now)}"
