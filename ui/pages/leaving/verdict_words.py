"""What *Controleer een stuk* answers, in plain words: what this paper is, since when, for whom, and what to do now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.leaving.about import paper_name, recipient_words
from vpjournal.domain.days import today
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.language import mark
from vpjournal.domain.register import Verdict
from vpjournal.domain.summary import GIVEN_NAMES

if TYPE_CHECKING:
    from vpjournal.domain.language import Texts
    from vpjournal.domain.register import CheckedPaper
    from vpjournal.domain.summary import Approval

_TITLES: dict[Verdict, str] = {
    Verdict.APPROVED: mark("Dit is precies de tekst waar de melder akkoord mee was"),
    Verdict.OLDER: mark("Dit was akkoord; de tekst is daarna veranderd"),
    Verdict.WITHDRAWN: mark("Dit was akkoord; het akkoord is ingetrokken"),
    Verdict.SAME_WORDS: mark("Dezelfde woorden, een ander bestand"),
    Verdict.ALTERED: mark("Dit stuk is veranderd"),
    Verdict.KNOWN: mark("Deze vingerafdruk komt uit dit journaal"),
    Verdict.UNKNOWN: mark("Dit journaal kent dit stuk niet"),
}

_MEANINGS: dict[Verdict, str] = {
    Verdict.APPROVED: mark("Er is niets aan dit bestand veranderd, en het akkoord geldt nu."),
    Verdict.OLDER: mark(
        "Er is niets aan dit bestand veranderd. In het journaal staat inmiddels een andere tekst; voor dit stuk "
        "geldt het akkoord niet meer."
    ),
    Verdict.WITHDRAWN: mark("Er is niets aan dit bestand veranderd. De melder trok het akkoord daarna in."),
    Verdict.SAME_WORDS: mark(
        "De woorden zijn dezelfde als van een stuk dat hier is gemaakt. Het bestand is opnieuw bewaard, of er is iets "
        "bij gezet. Kijk of er geen bladzijde of krabbel bij kwam."
    ),
    Verdict.ALTERED: mark(
        "Op dit stuk staat een vingerafdruk uit dit journaal, maar de tekst is niet meer zoals toen. "
        "Vergelijk die met de tekst hieronder."
    ),
    Verdict.KNOWN: mark("Een vingerafdruk zegt niets over de woorden op het papier. Vergelijk die zelf."),
    Verdict.UNKNOWN: mark(
        "In het journaal staat geen stuk met deze woorden of deze vingerafdruk. Was het een scan of een foto? "
        "Typ dan de vingerafdruk over."
    ),
}

_TONES = {Verdict.APPROVED: "agreed", Verdict.UNKNOWN: "look", Verdict.ALTERED: "look", Verdict.KNOWN: "done"}


def title(texts: Texts, checked: CheckedPaper) -> str:
    """Say in one line what this is."""
    if _is_exact_blank(checked):
        return texts("Dit blad komt uit dit journaal")
    return texts(_TITLES[checked.verdict])


def tone(checked: CheckedPaper) -> str:
    """Say how the answer looks: agreed, done, or to be looked at."""
    return _TONES.get(checked.verdict, "look")


def meaning(texts: Texts, checked: CheckedPaper) -> str:
    """Say what that means."""
    if _is_exact_blank(checked):
        return texts("Voor dit blad is geen akkoord nodig. Kijk zelf of er niets aan is veranderd.")
    return texts(_MEANINGS[checked.verdict])


def facts(texts: Texts, checked: CheckedPaper) -> list[str]:
    """Say what the journal knows of it, a line each."""
    approval, said = checked.approval, []
    if checked.kind is not None:
        said.append(texts("Welk blad: {paper}", paper=paper_name(texts, checked.kind)))
    if approval is not None:
        said += _of_approval(texts, approval, checked)
    if checked.fingerprint:
        said.append(texts("Vingerafdruk: {fingerprint}", fingerprint=grouped(checked.fingerprint)))
    return said


def shows_text(checked: CheckedPaper) -> bool:
    """Tell whether there are approved words to compare with by eye."""
    return checked.approval is not None and checked.verdict in (Verdict.ALTERED, Verdict.KNOWN, Verdict.SAME_WORDS)


def _is_exact_blank(checked: CheckedPaper) -> bool:
    return checked.verdict is Verdict.KNOWN and checked.approval is None


def _of_approval(texts: Texts, approval: Approval, checked: CheckedPaper) -> list[str]:
    what, now = approval.approved, today()
    whom = " · ".join(part for part in (recipient_words(texts, what.recipient), what.recipient_words) if part)
    said = [texts("Voor: {recipient}", recipient=whom)]
    if what.purpose:
        said.append(texts("Waarvoor: {purpose}", purpose=what.purpose))
    day, given = approval.day.words(texts, today=now), texts(GIVEN_NAMES[approval.given])
    said.append(texts("Akkoord: {day}, {given}", day=day, given=given))
    if checked.verdict is not Verdict.APPROVED:
        said.append(_standing(texts, approval, checked))
    return said


def _standing(texts: Texts, approval: Approval, checked: CheckedPaper) -> str:
    if approval.withdrawn_on is not None:
        return texts("Ingetrokken op {day}", day=texts.day(approval.withdrawn_on, today=today()))
    if checked.holds:
        return texts("Voor de tekst met deze vingerafdruk geldt het akkoord nu.")
    return texts("Voor de tekst met deze vingerafdruk geldt het akkoord niet meer.")
