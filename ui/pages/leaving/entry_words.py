"""How an entry of the register reads: what left, which way, and what is still to be answered about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.leaving.about import is_asked_after, paper_name, recipient_words
from vpjournal.domain.case import Asked
from vpjournal.domain.days import today
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.register import Outcome, Way

if TYPE_CHECKING:
    from vpjournal.domain.language import Texts
    from vpjournal.domain.register import HandedOut


def is_open(entry: HandedOut) -> bool:
    """Tell whether there is something to answer yet."""
    if entry.outcome is Outcome.UNSURE:
        return True
    return is_asked_after(entry.way, entry.recipient) and entry.afterwards is not Asked.YES


def name_of(texts: Texts, entry: HandedOut) -> str:
    """Name the paper."""
    return paper_name(texts, entry.kind)


def recipient_of(texts: Texts, entry: HandedOut) -> str:
    """Name for whom it was."""
    return recipient_words(texts, entry.recipient)


def way_of(texts: Texts, entry: HandedOut) -> str:
    """Say which way it went, and what became of it."""
    if entry.outcome is Outcome.UNSURE:
        return texts("niet zeker")
    if entry.way is Way.FILE:
        return _file(texts, entry)
    if entry.way is Way.UNKNOWN:
        return texts("niet bijgehouden")
    printed = texts("deels afgedrukt") if entry.outcome is Outcome.PARTLY else texts("afgedrukt")
    return f"{printed}, {texts('meegegeven')}" if entry.afterwards is Asked.YES else printed


def _file(texts: Texts, entry: HandedOut) -> str:
    if entry.afterwards is Asked.YES:
        return texts("bestand, verwijderd")
    return texts("bestand met wachtwoord") if entry.protected else texts("bestand zonder wachtwoord")


def open_question(texts: Texts, entry: HandedOut) -> str:
    """Ask briefly what is still open, or nothing."""
    if not is_open(entry):
        return ""
    if entry.outcome is Outcome.UNSURE:
        return texts("Kwam het eruit?")
    return texts("Verwijderd?") if entry.way is Way.FILE else texts("Meegegeven?")


def whole(texts: Texts, entry: HandedOut) -> list[str]:
    """Say all that the register knows of an entry, in sentences."""
    said = [_what(texts, entry)]
    if entry.fingerprint:
        said.append(texts("Vingerafdruk {fingerprint}.", fingerprint=grouped(entry.fingerprint)))
    if entry.place:
        said.append(texts("Bewaard als {place}", place=entry.place))
    if entry.outcome is Outcome.UNSURE:
        said.append(_unsure(texts, entry))
    return said


def _what(texts: Texts, entry: HandedOut) -> str:
    what = texts(
        "{paper}, voor {recipient}. {day}: {way}.",
        paper=name_of(texts, entry),
        recipient=recipient_of(texts, entry),
        day=texts.day(entry.day, today=today()),
        way=way_of(texts, entry),
    )
    return f"{what} {texts('Waarvoor: {purpose}', purpose=entry.purpose)}" if entry.purpose else what


def _unsure(texts: Texts, entry: HandedOut) -> str:
    if entry.way is Way.FILE:
        return texts(
            "Niet zeker of dit bestand echt bewaard is: het programma stopte toen het werd geschreven. Kijk of het er "
            "is."
        )
    return texts(
        "Niet zeker of dit blad er echt uit kwam: het programma of de printer stopte ondertussen. Kijk bij de printer."
    )
