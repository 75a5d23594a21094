"""What stands on a paper because we print it: the same paper, without the words of anyone."""

from dataclasses import replace

from vpjournal.documents.making import draw
from vpjournal.documents.reading import page_texts
from vpjournal.domain.papers import OptionCards, OptionsPaper, Paper, PaperOption, SummaryPaper

_SOMETHING = "x"
_LINES = (_SOMETHING,)
_OPTION = PaperOption(_SOMETHING, _SOMETHING, _SOMETHING, _SOMETHING, _LINES, _LINES, _LINES, _SOMETHING)


def own_wording(paper: Paper) -> list[str]:
    """Return the words of each page of a paper that says the same, but for what was typed for it.

    What the adviser typed about reaching the adviser stays: it is there to say who that is.
    """
    return page_texts(draw(_emptied(paper)).finish())


def _emptied(paper: Paper) -> Paper:
    match paper:
        case OptionsPaper():
            return replace(paper, options=(_OPTION,))
        case OptionCards():
            return replace(paper, titles=_LINES)
        case SummaryPaper():
            return replace(paper, text=_SOMETHING, recipient_words="", purpose=_SOMETHING)
        case _:
            return paper
