"""Fills papers with recognisably invented content, and reads back what became of them."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf

from vpjournal.documents import make, page_count, page_text
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.language import Language
from vpjournal.domain.papers import (
    KeyCards,
    OptionCards,
    OptionsPaper,
    Paper,
    PaperOption,
    PocketCard,
    RecoverySheet,
    ReporterLog,
    SummaryPaper,
    TalkPreparation,
    WhatIWrite,
)
from vpjournal.domain.summary import Given, Recipient


def option(title: str = "Zelf het gesprek aangaan", *, lines: int = 1, **texts: str) -> PaperOption:
    """Build an option with ``lines`` pros, cons and consequences."""
    return PaperOption(
        title,
        who_knows=texts.get("who_knows", "de ander"),
        who_decides=texts.get("who_decides", "u en de ander"),
        reversible=texts.get("reversible", "nee"),
        pros=tuple(f"voordeel {n} van {title}" for n in range(lines)),
        cons=tuple(f"nadeel {n} van {title}" for n in range(lines)),
        consequences=tuple(f"gevolg {n} van {title}" for n in range(lines)),
        says=texts.get("says", ""),
    )


def paper(*options: PaperOption, language: Language = Language.DUTCH, contact: str = "") -> OptionsPaper:
    """Build a paper with these options."""
    return OptionsPaper(language, options, contact_line=contact, show_what_reporter_says=True)


def summary(text: str = "U slaapt er slecht door.\n\nU wilt dat het stopt.", **values: Any) -> SummaryPaper:
    """Build a summary for the reporter, approved on a day; ``values`` say what is different."""
    usual = SummaryPaper(
        Language.DUTCH,
        text,
        Recipient.REPORTER,
        recipient_words="",
        purpose="om het gesprek voor te bereiden",
        approved=CoarseDay.exactly(date(2026, 11, 18)),
        given=Given.IN_CONVERSATION,
        fingerprint="K7QF2M9X",
    )
    return replace(usual, **values)


GROUPS = ("7KQ3F", "M2XB8", "90DR4", "HW6NC", "3PZ5V", "E8YJ1", "4GSA7")
_BOARD = tuple(option(f"Weg {n} naar Łódź, жук", lines=3, says="Nou ja.") for n in range(6))

EVERY_PAPER: dict[str, Paper] = {
    "overview": OptionsPaper(Language.DUTCH, _BOARD, contact_line="dinsdag", show_what_reporter_says=True),
    "option cards": OptionCards(Language.DUTCH, ("Wachten", "Łódź")),
    "summary": summary("# Kop\n- een **vet** woord\n\n" + "Er is lang gesproken. " * 400),
    "key cards": KeyCards(Language.DUTCH, ("Merel-47",)),
    "pocket card": PocketCard(Language.DUTCH),
    "log": ReporterLog(Language.DUTCH),
    "talk": TalkPreparation(Language.DUTCH),
    "what I write": WhatIWrite(Language.DUTCH, complaints="de klachtencommissie"),
    "recovery sheet": RecoverySheet(Language.DUTCH, GROUPS, "Oefenjournaal"),
}


def made(values: Paper) -> bytes:
    """Make a paper and return the file."""
    return make(values).pdf


def cards(board: OptionsPaper) -> bytes:
    """Make cards with the titles of a board and return the file."""
    return made(OptionCards(board.language, tuple(each.title for each in board.options)))


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page on one line."""
    return [" ".join(page_text(pdf, page).split()) for page in range(page_count(pdf))]


def words(pdf: bytes) -> str:
    """Return all words of a paper on one line."""
    return " ".join(pages(pdf))


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Open a paper to look at its structure."""
    return pikepdf.open(BytesIO(pdf))


def page_lines(pdf: bytes) -> list[str]:
    """Return the lines of the first page."""
    return [line.strip() for line in page_text(pdf, 0).split("\n")]
