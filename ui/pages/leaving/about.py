"""How a paper is spoken of before and after it leaves: its name on disk, and what one should know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpjournal.domain.language import Texts, mark
from vpjournal.domain.register import PAPER_NAMES, PaperKind, Way
from vpjournal.domain.summary import RECIPIENT_NAMES, Recipient

if TYPE_CHECKING:
    from vpjournal.domain.language import Language
    from vpjournal.domain.register import Slip

_FILES: dict[PaperKind, str] = {
    PaperKind.OPTIONS_OVERVIEW: mark("Mogelijkheden.pdf"),
    PaperKind.OPTION_CARDS: mark("Kaartjes.pdf"),
    PaperKind.SUMMARY: mark("Samenvatting.pdf"),
    PaperKind.KEY_CARD: mark("Kaartje.pdf"),
    PaperKind.POCKET_CARD: mark("Belkaart.pdf"),
    PaperKind.REPORTER_LOG: mark("Logboek.pdf"),
    PaperKind.TALK_PREPARATION: mark("Gesprek.pdf"),
    PaperKind.WHAT_I_WRITE: mark("Informatie.pdf"),
}
"""Names that say nothing of a case, an organisation or a day."""

_ABOUT: dict[PaperKind, str] = {
    PaperKind.OPTIONS_OVERVIEW: mark(
        "Zonder code, en zonder namen tenzij u die zelf typte. Dit blad is van de melder."
    ),
    PaperKind.OPTION_CARDS: mark("Alleen de titels, om uit te knippen en neer te leggen."),
    PaperKind.SUMMARY: mark("Precies de tekst waar de melder akkoord mee is."),
    PaperKind.KEY_CARD: mark("Vul hem met de hand in en bewaar hem apart van de laptop. Hij blijft bij u."),
    PaperKind.POCKET_CARD: mark("Voor een eerste telefoontje. Neem over wat u opschreef, en vernietig de kaart."),
    PaperKind.REPORTER_LOG: mark("Leeg. De melder vult het zelf in en bewaart het zelf."),
    PaperKind.TALK_PREPARATION: mark("Leeg. De melder bereidt er een gesprek op voor, alleen of samen met u."),
    PaperKind.WHAT_I_WRITE: mark("Zo weet de melder wat u bewaart, hoe lang, en wat de melder mag vragen."),
}


def file_name(kind: PaperKind, language: Language, *, number: int = 1) -> str:
    """Return the name that is proposed for a file, in the language of the paper: *Samenvatting 2.pdf*."""
    name = Texts(language)(_FILES[kind])
    return name if number == 1 else name.replace(".pdf", f" {number}.pdf")


def about(texts: Texts, slip: Slip) -> str:
    """Say what is good to know of a paper before it leaves."""
    return about_kind(texts, slip.kind)


def about_kind(texts: Texts, kind: PaperKind) -> str:
    """Say what is good to know of a kind of paper."""
    return texts(_ABOUT[kind])


def paper_name(texts: Texts, kind: PaperKind) -> str:
    """Name a paper."""
    return texts(PAPER_NAMES[kind])


def recipient_words(texts: Texts, recipient: Recipient) -> str:
    """Name for whom a paper is: *de melder zelf*."""
    return texts(RECIPIENT_NAMES[recipient])


def for_whom(texts: Texts, recipient: Recipient) -> str:
    """Say for whom a paper is."""
    return texts("Voor {recipient}.", recipient=recipient_words(texts, recipient))


def is_asked_after(way: Way, recipient: Recipient) -> bool:
    """Tell whether there is anything to ask afterwards; what stays with the adviser is given to nobody."""
    return way is Way.FILE or (way is Way.PRINTED and recipient is not Recipient.ADVISER)
