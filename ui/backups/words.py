"""What the adviser reads of backups: when the last one was made, why there is none, what is the matter with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.faults import sentence
from vpjournal import errors
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from datetime import date

    from vpjournal.domain.backups import PlaceLook
    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError

_WHY_NOT: dict[type[JournalError], str] = {
    errors.BackupFolderGone: mark(
        "De plek voor uw reservekopieën is er nu niet. Is dat een usb-stick, steek die dan in de laptop. U kunt ook "
        "een andere plek kiezen."
    ),
    errors.DiskFull: mark(
        "Er is te weinig ruimte op deze plek, of op de laptop zelf. Er is geen reservekopie gemaakt; "
        "wat er al was, is er nog."
    ),
    errors.ReadOnly: mark("Op deze plek mag VP-journaal niets bewaren. Kies een andere plek."),
    errors.DeviceFailed: mark(
        "De schijf of usb-stick reageert niet. Er is geen reservekopie gemaakt. Sluit hem opnieuw aan, of kies een "
        "andere plek."
    ),
    errors.JournalDamaged: mark(
        "De nieuwe reservekopie bleek bij het nakijken niet goed en is weer weggehaald. Probeer het nog eens, liefst "
        "op een andere plek. Uw journaal is niet gewijzigd."
    ),
    errors.Cancelled: mark("U hebt dit gestopt. Er is geen reservekopie gemaakt."),
}


def why_not(t: Texts, error: JournalError) -> str:
    """Say why no backup was made."""
    for kind, words in _WHY_NOT.items():
        if isinstance(error, kind):
            return t(words)
    return sentence(t, error)


def about_last(t: Texts, last: date | None, today: date) -> str:
    """Say when the last backup was made."""
    if last is None:
        return t("Er is nog geen reservekopie.")
    days = (today - last).days
    if days <= 0:
        return t("De laatste reservekopie is van vandaag.")
    if days == 1:
        return t("De laatste reservekopie is van gisteren.")
    return t("De laatste reservekopie is van {day}.", day=t.day(last, today=today))


def about_place(t: Texts, look: PlaceLook) -> str:
    """Say what the adviser should know of a place, or nothing."""
    if not look.there:
        return t(
            "Deze plek is er nu niet. Is dat een usb-stick, steek die dan in de laptop. Wat u schrijft, wordt gewoon "
            "bewaard."
        )
    if look.synced_by:
        return t(
            "Deze map wordt door {service} ook ergens anders bewaard. Een reservekopie die hier wordt verwijderd, kan "
            "daar blijven staan. Een usb-stick is veiliger.",
            service=look.synced_by,
        )
    if look.same_disk:
        return t(
            "Deze map staat op dezelfde schijf als uw journaal. Gaat de laptop stuk of raakt hij kwijt, dan bent u ook "
            "de reservekopie kwijt. Een usb-stick is veiliger."
        )
    return ""
