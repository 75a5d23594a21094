"""What replacing a name everywhere would do, and what it did, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpjournal.domain.days import today
from vpjournal.domain.replacing import Where
from vpjournal.domain.summary import RECIPIENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpjournal.domain.language import Texts
    from vpjournal.domain.replacing import PutBack, ReplacePlan


def places(t: Texts, plan: ReplacePlan) -> str:
    """Say in which kinds of text something would be replaced."""
    return " · ".join(_so_many(t, each.texts)[each.where] for each in plan.found)


def _so_many(t: Texts, n: int) -> dict[Where, str]:
    """Return what so many texts of each kind are called; some a case has once."""
    return {
        Where.FIRST_CONTACT: t("wat er speelt"),
        Where.GOALS: t("doel van de melder"),
        Where.FOLLOW_UP: t("vervolg en nazorg"),
        Where.CLOSURE: t("afsluiting"),
        Where.NOTES: t.plural("{n} aantekening", "{n} aantekeningen", n),
        Where.EARLIER_NOTES: t.plural(
            "{n} eerdere versie van een aantekening", "{n} eerdere versies van aantekeningen", n
        ),
        Where.ROLE_CHECKS: t.plural("{n} rolcheck", "{n} rolchecks", n),
        Where.OPTIONS: t.plural("{n} mogelijkheid", "{n} mogelijkheden", n),
        Where.CHOICES: t.plural("{n} keuze", "{n} keuzes", n),
        Where.AGREEMENTS: t.plural("{n} afspraak", "{n} afspraken", n),
        Where.SUMMARIES: t.plural("{n} samenvatting", "{n} samenvattingen", n),
        Where.APPROVED: t.plural("{n} tekst met akkoord", "{n} teksten met akkoord", n),
        Where.REGISTER: t.plural("{n} regel bij ‘Wat de deur uit ging’", "{n} regels bij ‘Wat de deur uit ging’", n),
        Where.ACCEPTED: t.plural("{n} reden om iets te laten staan", "{n} redenen om iets te laten staan", n),
        Where.NOT_NAMES: t.plural("{n} woord van uw lijst ‘geen naam’", "{n} woorden van uw lijst ‘geen naam’", n),
        Where.WAITING: t.plural("{n} tekst die nog geen plek heeft", "{n} teksten die nog geen plek hebben", n),
        Where.BIN: t.plural("{n} tekst in de prullenbak", "{n} teksten in de prullenbak", n),
    }


def effects(t: Texts, plan: ReplacePlan) -> Iterator[str]:
    """Say what else would happen, or would not, a sentence each; the weightiest comes first."""
    for each in plan.lapsing:
        yield t(
            "Het akkoord van {day} voor {whom} vervalt. Lees de nieuwe tekst daarna nog eens samen.",
            day=each.day.words(t, today=today()),
            whom=t(RECIPIENT_NAMES[each.recipient]),
        )
    if plan.finished:
        yield t.plural(
            "Onder {n} afgeronde aantekening komt een regel te staan, met de dag en zonder de naam.",
            "Onder {n} afgeronde aantekeningen komt een regel te staan, met de dag en zonder de naam.",
            plan.finished,
        )
    yield from _staying(t, plan)
    if plan.backups and plan.texts:
        yield t.plural(
            "In {n} eerdere reservekopie kan de naam nog staan. Die kunt u hierna vernieuwen.",
            "In {n} eerdere reservekopieën kan de naam nog staan. Die kunt u hierna vernieuwen.",
            plan.backups,
        )


def _staying(t: Texts, plan: ReplacePlan) -> Iterator[str]:
    if plan.in_word:
        yield t(
            "Het herkenningswoord blijft zoals het is. Daar staat de naam ook in. Kies bij ‘Wat er speelt’ een ander."
        )
    if plan.in_code:
        yield t("De code van de casus blijft zoals hij is. Daar staat de naam ook in.")
    if plan.at_organisation:
        yield t("Bij de organisatie staat de naam ook. Die tekst hoort niet bij deze casus en blijft zoals hij is.")
    if plan.on_list:
        yield t("Op uw eigen lijst van een organisatie blijft de naam staan: die helpt bij het meelezen.")
    if plan.in_file_names:
        yield t.plural(
            "De naam staat in de bestandsnaam van {n} blad dat u bewaarde. Geef dat bestand zelf een andere naam.",
            "De naam staat in de bestandsnaam van {n} bladen die u bewaarde. Geef die zelf een andere naam.",
            plan.in_file_names,
        )


def replaced(t: Texts, texts: int) -> str:
    """Say that it was done."""
    return t.plural("Vervangen in {n} tekst", "Vervangen in {n} teksten", texts)


def put_back(t: Texts, done: PutBack) -> str:
    """Say what undoing gave back, and what it left alone."""
    said = t.plural("{n} tekst is weer zoals hij was.", "{n} teksten zijn weer zoals ze waren.", done.texts)
    if not done.left:
        return said
    left = t.plural(
        "{n} tekst was intussen veranderd en is gebleven zoals hij nu is.",
        "{n} teksten waren intussen veranderd en zijn gebleven zoals ze nu zijn.",
        done.left,
    )
    return f"{said} {left}" if done.texts else left
