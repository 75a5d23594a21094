"""*Laptop kwijt?* without an open journal: what can be said on any laptop, and where the rest is to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.sheet import Sheet
from ui.theme import Role
from ui.widgets.labels import Body, Caption, Heading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme
    from vpjournal.domain.language import Texts


def open_lost_laptop(above: QWidget, *, theme: Theme, texts: Texts) -> None:
    """Show it above a page."""
    sheet = Sheet(texts("Laptop kwijt?"), theme=theme, texts=texts, above=above, characters=76)
    sheet.setObjectName("lostLaptopSheet")
    known_there = texts(
        "Welke bladen zonder wachtwoord op de laptop stonden, weet uw journaal. Zet op deze laptop een reservekopie "
        "terug en kijk daarna bij Instellingen, ‘Laptop kwijt?’."
    )
    sheet.page.add(
        Body(what_is_closed(texts), theme=theme),
        Caption(what_can_be_guessed(texts), theme=theme),
        Body(known_there, theme=theme),
        Heading(texts("Wat u kunt doen"), theme=theme, role=Role.PANEL),
        *(Body(step, theme=theme) for step in what_to_do(texts)),
    )
    sheet.show_sheet()


def what_is_closed(t: Texts) -> str:
    """Say what nobody can read, when the journal was locked."""
    return t(
        "Uw journaal is versleuteld, net als de reservekopieën en de bladen met een wachtwoord. Zonder uw wachtzin of "
        "uw herstelblad gaat het journaal niet open."
    )


def what_can_be_guessed(t: Texts) -> str:
    """Say what that rests on."""
    return t(
        "De zes woorden die VP-journaal voorstelt, zijn niet te raden. Een korte zin, of een zin die iemand van u "
        "kent, misschien wel."
    )


def what_to_do(t: Texts) -> list[str]:
    """Return the steps, with their numbers."""
    steps = (
        t(
            "Vertel het aan uw opdrachtgever of uw eigen organisatie: aan de functionaris gegevensbescherming, of aan "
            "wie daar over privacy gaat. Zeg erbij wat dicht was en wat open lag. Namen en casussen hoeven daar niet "
            "bij."
        ),
        t(
            "Lag het herstelblad bij de laptop, of kan iemand uw wachtzin weten? Vertel dat er dan bij: wie het blad "
            "of de zin heeft, kan het journaal op die laptop openen. Een nieuwe wachtzin verandert dat niet; die "
            "geldt alleen voor het journaal waarin u verder werkt."
        ),
        t(
            "Lag er een ingevulde sleutelkaart bij? Vertel dat er dan ook bij. Op de kaart is te zien wie bij welke "
            "casus hoort; de aantekeningen zelf blijven dicht."
        ),
        t(
            "Stond er een blad zonder wachtwoord op? Vertel het aan de melder van wie het is, en spreek samen af wat "
            "nodig is."
        ),
    )
    return [f"{number}. {words}" for number, words in enumerate(steps, 1)]
