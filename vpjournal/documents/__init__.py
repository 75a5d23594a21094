"""Papers: values and a language in, the bytes of a PDF out. Import this late: it brings the PDF libraries along."""

from vpjournal.documents.cards import option_cards
from vpjournal.documents.overview import options_overview
from vpjournal.documents.reading import page_count, page_image, page_text
from vpjournal.documents.recovery import recovery_sheet
from vpjournal.documents.wording import unprintable

__all__ = [
    "option_cards",
    "options_overview",
    "page_count",
    "page_image",
    "page_text",
    "recovery_sheet",
    "unprintable",
]
