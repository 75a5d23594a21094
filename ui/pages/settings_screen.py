"""The part of *Instellingen* about who can look along: what this system leaves out of recordings, said as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.platform.capture import Reach
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.labels import Caption
from ui.widgets.layouts import column, holder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.navigation import PageContext


def screen_section(context: PageContext) -> list[QWidget]:
    """Return the switch with what it does here; on a system that cannot be asked, only a sentence that says so."""
    t, theme = context.texts, context.theme
    if context.shield is None or context.shield.reach is Reach.NOTHING:
        words = t(
            "Schermopnames: op Linux kan een programma niet vragen om erbuiten te blijven. Wie uw scherm opneemt of "
            "deelt, of op afstand meekijkt, ziet ook dit programma."
        )
        return [Caption(words, theme=theme)]
    label = t("Dit programma buiten schermopnames houden")
    switch = ChoiceRow([(True, t("aan")), (False, t("uit"))], theme=theme, name=label, value=context.preferences.shield)
    switch.setObjectName("shieldChoice")
    switch.changed.connect(lambda: context.preferences.set_shield(on=bool(switch.value)))
    hides = context.shield.reach is Reach.HIDES
    promise = (
        t(
            "VP-journaal vraagt Windows om dit programma weg te laten uit schermafdrukken, opnames, een gedeeld "
            "scherm en hulp op afstand. Vensters van Windows zelf, zoals bij afdrukken en een bestand kiezen, blijven "
            "te zien."
        )
        if hides
        else t(
            "VP-journaal vraagt macOS om dit programma buiten schermafdrukken, opnames en een gedeeld scherm te laten. "
            "macOS houdt zich daar niet altijd aan; reken er dus niet op."
        )
    )
    dock = t(
        "Blijft dit programma leeg of zwart op een scherm aan een dock? Sommige docks nemen het beeld zelf op. Sleep "
        "het venster dan naar het scherm van de laptop en zet dit uit. Moet een helpdesk meekijken? Zet het dan zolang "
        "uit, en vergrendel uw journaal voordat het meekijken begint."
    )
    together = t("Bij samen kijken in een videogesprek staat er een knop om alleen dat venster te laten zien.")
    told = [Caption(each, theme=theme) for each in (promise, dock, together)]
    return [Field(label, switch, theme=theme), holder(column(*told, spacing=6))]
