"""What the adviser reads when something goes wrong: what happened, what is safe, and what to do next.

One sentence for each leaf of ``JournalError``, so that the same fault reads the same on every screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpjournal import errors
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError

_SENTENCES: dict[type[JournalError], str] = {
    errors.WrongPassphrase: mark(
        "Deze wachtzin past niet op dit journaal. Kijk rustig na wat u typte; er is niets gewijzigd."
    ),
    errors.RecoveryCodeMistyped: mark("In groep {group} zit een tikfout. Kijk die groep na op uw herstelblad."),
    errors.JournalNotFound: mark("Op deze plek staat geen journaal, of er ontbreekt een deel."),
    errors.JournalExists: mark(
        "Hier staat al iets met deze naam. Het is niet aangeraakt. Kies een andere naam of plek."
    ),
    errors.JournalEmptied: mark(
        "Het leegmaken van dit journaal is onderbroken. Er staan alleen nog resten, en die kan niemand openen."
    ),
    errors.NotAJournal: mark("Wat hier staat, is niet door dit programma gemaakt. Het is niet aangeraakt."),
    errors.NotAnExample: mark("Wat hier staat, is niet het voorbeeld. Het is niet aangeraakt."),
    errors.JournalDamaged: mark(
        "Een deel van het journaal is beschadigd. Er is niets gewijzigd. "
        "Gebruik een kopie, of vraag hulp voordat u verdergaat."
    ),
    errors.JournalTooNew: mark(
        "Dit journaal is gemaakt met een nieuwere versie van VP-journaal. Het is niet aangeraakt. "
        "Werk het programma bij."
    ),
    errors.JournalInUse: mark(
        "Dit journaal is al geopend, misschien in een ander venster of door een andere gebruiker."
    ),
    errors.OnlyToLook: mark(
        "Dit journaal is alleen geopend om te bekijken wat nog heel is. Er is niets opgeslagen. "
        "Zet een reservekopie terug om verder te schrijven."
    ),
    errors.JournalReplaced: mark(
        "Het bestand van uw journaal is door een ander programma vervangen. Er is niets opgeslagen. "
        "Uw tekst staat nog op het scherm."
    ),
    errors.BackupFolderGone: mark(
        "De plek voor uw reservekopieën is er nu niet. Steek de usb-stick in de laptop, of kies een andere plek."
    ),
    errors.ReadOnly: mark(
        "In deze map mag niet worden geschreven. Er is niets opgeslagen; uw tekst staat nog op het scherm."
    ),
    errors.DiskFull: mark(
        "Opslaan lukt niet: de schijf is vol. Uw tekst staat nog op het scherm. Maak ruimte vrij; "
        "het opslaan gaat dan vanzelf verder."
    ),
    errors.DeviceFailed: mark(
        "De schijf of usb-stick reageert niet. Er is niets half opgeslagen; uw tekst staat nog op het scherm."
    ),
    errors.TooLittleMemory: mark(
        "Er is te weinig geheugen vrij om het journaal te openen. Sluit andere programma’s en probeer het opnieuw."
    ),
    errors.TextTooLong: mark(
        "Deze tekst is te lang: er passen {limit} tekens. Uw tekst staat er nog. "
        "Maak hem korter, dan wordt hij bewaard."
    ),
    errors.TooMany: mark(
        "Deze lijst is te lang: er passen {limit} regels in. Ze staan er nog. Haal er een paar weg, "
        "dan wordt de lijst bewaard."
    ),
    errors.FieldMissing: mark("Dit veld kan niet leeg blijven."),
    errors.CodeUnknown: mark("Er is geen andere casus met deze code."),
    errors.AlreadyTaken: mark("Dit is al in gebruik. Kies iets anders."),
    errors.NameStays: mark("Hierin staat de naam nog. Kies iets anders om ervoor in de plaats te zetten."),
    errors.NoteFinished: mark("Deze aantekening is afgerond. Open haar weer om verder te schrijven."),
    errors.NoteWritten: mark(
        "Er staat al tekst in deze aantekening. ‘Bewust geen aantekening’ kan alleen als ze leeg is."
    ),
    errors.NothingToPrint: mark("Er staan nog geen mogelijkheden op het bord, dus er is nog geen blad."),
    errors.NothingToApprove: mark("Er staat nog geen tekst, dus er is nog niets om akkoord mee te zijn."),
    errors.TextChanged: mark(
        "De tekst is veranderd sinds u hem samen las. Lees hem nog eens samen door; daarna kan het akkoord erbij."
    ),
    errors.NotApproved: mark(
        "Voor precies deze tekst, deze ontvanger en dit doel is er nu geen akkoord. Er is niets afgedrukt of bewaard."
    ),
    errors.OpenPoints: mark(
        "Er staat nog iets in dat iemand herkenbaar kan maken. Kijk dat eerst na; er is niets afgedrukt of bewaard."
    ),
    errors.FingerprintMistyped: mark(
        "Dit is geen vingerafdruk: er ontbreekt een teken, of er zit een tikfout in. Kijk nog eens op het blad."
    ),
    errors.NotAPaper: mark(
        "Dit is geen pdf, of een die niet gelezen kan worden. Is het een scan of foto, typ dan de vingerafdruk over."
    ),
    errors.PaperLocked: mark("Dit bestand vraagt om een wachtwoord. Typ het hieronder."),
    errors.NotAFileOfText: mark(
        "Uit dit bestand kunnen geen woorden worden gehaald. Het kan wel met Word (.docx), Excel (.xlsx) en gewone "
        "tekst (.txt)."
    ),
    errors.OlderFileFormat: mark(
        "Dit is een bestand uit een oudere Word of Excel. Open het daar, sla het op als .docx of .xlsx en kies dat."
    ),
    errors.FileLocked: mark("Op dit bestand zit een wachtwoord. Sla het eerst op zonder wachtwoord en kies dat."),
    errors.TooLargeToRead: mark("Dit bestand is te groot voor een aantekening. Neem er het deel uit dat u nodig hebt."),
    errors.PeriodsOverlap: mark(
        "Twee periodes van deze organisatie overlappen elkaar. Kies een periode die begint waar de vorige ophield."
    ),
    errors.FiguresUnsafe: mark(
        "Deze cijfers zijn niet vastgesteld: er is intussen iets veranderd, of ze zouden samen met een eerder verslag "
        "te veel zeggen. Open het jaarverslag opnieuw."
    ),
    errors.Gone: mark("Dit is er niet meer: het is verwijderd. Misschien ligt het nog in de prullenbak."),
    errors.KeysChanged: mark(
        "De wijziging is gelukt en geldt al, maar daarna ging er iets mis. Er is niets verloren. Sluit VP-journaal en "
        "open uw journaal opnieuw."
    ),
    errors.Cancelled: mark("U hebt dit gestopt. Er is niets gewijzigd."),
}


OF_THE_PLACE = (errors.DeviceFailed, errors.DiskFull, errors.JournalReplaced, errors.ReadOnly)
"""What is the matter with the place where the journal lies, rather than with what was asked of it."""

_TEXTS = frozenset(
    {"note", "case", "organisation", "role_check", "goals", "option", "choice", "agreement", "follow_up", "closure"}
    | {"summary", "approval", "register"}
)
"""Parts of a journal that are one text, which ``JournalDamaged`` names."""


def sentence(texts: Texts, error: JournalError) -> str:
    """Return the sentence for a fault, in the adviser's language."""
    if isinstance(error, errors.PaperLocked) and error.tried:
        return texts("Dit wachtwoord past niet op dit bestand. Kijk rustig na wat u typte.")
    if isinstance(error, errors.JournalDamaged) and error.part in _TEXTS:
        return texts(
            "Deze tekst is beschadigd en blijft gesloten, zodat er niets overheen wordt geschreven. "
            "In een reservekopie staat hij misschien nog goed."
        )
    values = {"group": getattr(error, "group", ""), "limit": _number(texts, error)}
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return texts(_SENTENCES[kind], **values)
    return texts("Dit lukte niet. Er is niets gewijzigd.")


def _number(texts: Texts, error: JournalError) -> str:
    return texts.number(error.limit) if isinstance(error, errors.TextTooLong | errors.TooMany) else ""
