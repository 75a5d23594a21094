"""Fills papers with recognisably invented content, and reads back what became of them."""

from io import BytesIO

import pikepdf

from vpjournal.documents import page_count, page_text
from vpjournal.domain.language import Language
from vpjournal.domain.papers import OptionsPaper, PaperOption


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
