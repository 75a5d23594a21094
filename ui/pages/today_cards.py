"""The cards of *Vandaag*, each a fact with what to do about it; codes and phases only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ui.pages.case.words import appointment_words
from ui.widgets.buttons import LINK, button
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column, flow, holder, rule
from ui.widgets.scroll_page import text_width
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from datetime import date

    from ui.navigation import PageContext
    from vpjournal.domain.ids import CaseId, ContactId
    from vpjournal.domain.language import Texts
    from vpjournal.domain.views import AgreedDay, SilentCase, UnwrittenNote

_MOST = 6
"""Rows that a card shows; the list of cases has the rest."""
_MOST_UNWRITTEN = 2
_DAY_CHARACTERS = 10


def agreed_card(context: PageContext, agreed: Sequence[AgreedDay], *, on_case: Callable[[CaseId], None]) -> Card:
    """Return the card with the days that were agreed, late ones first."""
    t, theme, now = context.texts, context.theme, today()
    card = Card(t("Afgesproken"), theme=theme)
    for number, each in enumerate(agreed[:_MOST]):
        if number:
            card.add(rule())
        card.add(_agreed_row(context, each, now, on_case))
    if len(agreed) > _MOST:
        card.add(Caption(t.plural("en nog één", "en nog {n}", len(agreed) - _MOST), theme=theme))
    return card


def _agreed_row(context: PageContext, each: AgreedDay, now: date, on_case: Callable[[CaseId], None]) -> QWidget:
    t, theme = context.texts, context.theme
    day = Body(_day_words(t, each.due, now), theme=theme)
    day.setMinimumWidth(text_width(theme, _DAY_CHARACTERS))
    what = appointment_words(t, each.phase).lower() if each.appointment else t("iets wat is afgesproken")
    across = flow(day, _code(context, each.code, each.case, on_case), Caption(what, theme=theme), spacing=20)
    return holder(across)


def unwritten_card(
    context: PageContext,
    unwritten: Sequence[UnwrittenNote],
    *,
    on_write: Callable[[CaseId, ContactId, str], None],
    on_leave_out: Callable[[ContactId], None],
) -> Card:
    """Return the card with contacts of which nothing was written yet; leaving it out is one click away."""
    t, theme, now = context.texts, context.theme, today()
    card = Card(t("Nog niet opgeschreven"), theme=theme)
    for each in unwritten[:_MOST_UNWRITTEN]:
        day = each.day.words(t, today=now)
        write = button(
            t("Nu opschrijven"),
            theme=theme,
            small=True,
            on_click=partial(on_write, each.case, each.contact, each.phase),
        )
        leave = button(
            t("Bewust geen aantekening"),
            theme=theme,
            small=True,
            on_click=partial(on_leave_out, each.contact),
        )
        write.setAccessibleName(t("Nu opschrijven: {code}, {day}", code=each.code, day=day))
        leave.setAccessibleName(t("Bewust geen aantekening: {code}, {day}", code=each.code, day=day))
        card.add(Body(t("{code}: contact van {day}", code=each.code, day=day), theme=theme))
        both = QWidget()
        both.setLayout(column(flow(write, leave), 4))
        card.add(both)
    more = len(unwritten) - _MOST_UNWRITTEN
    if more > 0:
        card.add(Caption(t.plural("en nog één contact", "en nog {n} contacten", more), theme=theme))
    card.add(
        Caption(
            t("Opschrijven hoeft niet. Met ‘Bewust geen aantekening’ legt u alleen vast dat u dat zo koos."),
            theme=theme,
        )
    )
    return card


def silent_card(context: PageContext, silent: Sequence[SilentCase], *, on_case: Callable[[CaseId], None]) -> Card:
    """Return the card with cases in which there was no contact for eight weeks: close, or leave a while?"""
    t, theme, now = context.texts, context.theme, today()
    card = Card(t("Lang stil"), theme=theme)
    for number, each in enumerate(silent[:_MOST]):
        if number:
            card.add(rule())
        words = t("laatste contact: {day}", day=each.last_contact.words(t, today=now))
        across = flow(_code(context, each.code, each.case, on_case), Caption(words, theme=theme), spacing=20)
        card.add(holder(across))
    if len(silent) > _MOST:
        card.add(Caption(t.plural("en nog één", "en nog {n}", len(silent) - _MOST), theme=theme))
    card.add(Caption(t("Afsluiten, of nog even laten? Allebei is goed."), theme=theme))
    return card


def _code(context: PageContext, words: str, case: CaseId, on_case: Callable[[CaseId], None]) -> QPushButton:
    return button(words, theme=context.theme, kind=LINK, on_click=lambda: on_case(case))


def _day_words(t: Texts, day: date, now: date) -> str:
    if day == now:
        return t("vandaag")
    if (day - now).days == 1:
        return t("morgen")
    return f"{t.short_weekday(day)} {t.short_day(day, today=now)}"
