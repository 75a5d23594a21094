"""The one door through which a paper is made: values in, a finished paper with its digests out."""

from collections.abc import Callable
from typing import Any

from vpjournal.documents.cards import draw_option_cards
from vpjournal.documents.digests import content_digest, words_digest
from vpjournal.documents.information import draw_what_i_write
from vpjournal.documents.key_cards import draw_key_cards
from vpjournal.documents.overview import draw_overview
from vpjournal.documents.pocket_card import draw_pocket_card
from vpjournal.documents.reading import page_texts
from vpjournal.documents.recovery import draw_recovery_sheet
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.summary import draw_summary
from vpjournal.documents.to_write_on import draw_log, draw_talk
from vpjournal.domain.papers import (
    KeyCards,
    MadePaper,
    OptionCards,
    OptionsPaper,
    Paper,
    PocketCard,
    RecoverySheet,
    ReporterLog,
    SummaryPaper,
    TalkPreparation,
    WhatIWrite,
)

_DRAW: dict[type, Callable[[Any], Sheet]] = {
    OptionsPaper: draw_overview,
    OptionCards: draw_option_cards,
    SummaryPaper: draw_summary,
    KeyCards: draw_key_cards,
    PocketCard: draw_pocket_card,
    ReporterLog: draw_log,
    TalkPreparation: draw_talk,
    WhatIWrite: draw_what_i_write,
    RecoverySheet: draw_recovery_sheet,
}


def draw(paper: Paper) -> Sheet:
    """Draw a paper, not yet finished. Raises NothingToPrint."""
    return _DRAW[type(paper)](paper)


def make(paper: Paper) -> MadePaper:
    """Make a paper. The same values always give the same bytes.

    Raises:
        NothingToPrint: there are no options, no titles, or no text.
    """
    sheet = draw(paper)
    pdf = sheet.finish()
    return MadePaper(
        pdf=pdf,
        content=content_digest(pdf),
        words=words_digest(page_texts(pdf)),
        pages=sheet.pages,
        unprintable=sheet.unprintable,
    )
