"""What is said once a paper left, or did not: what happened, what is safe, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.faults import sentence
from ui.leaving import Stayed
from ui.pages.leaving.about import is_asked_after
from vpjournal.domain.language import mark
from vpjournal.domain.register import Outcome, Way
from vpjournal.errors import JournalError

if TYPE_CHECKING:
    from ui.leaving import Left
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import Recipient

_STAYED: dict[Stayed, str] = {
    Stayed.NO_PRINTER: mark("Er is geen printer gevonden. U kunt het blad bewaren als bestand."),
    Stayed.REFUSED: mark("De printer nam het blad niet aan. Probeer het nog eens, of bewaar het als bestand."),
    Stayed.LEFT_IT: "",
}


def stayed_words(texts: Texts, why: Stayed | JournalError) -> str:
    """Say why nothing left; nothing where the adviser closed the dialog."""
    if isinstance(why, JournalError):
        return sentence(texts, why)
    return texts(_STAYED[why]) if _STAYED[why] else ""


def left_words(texts: Texts, left: Left) -> str:
    """Say what left."""
    if left.way is Way.FILE:
        return _of_file(texts, left)
    if left.outcome is Outcome.UNSURE:
        return texts("Niet zeker of dit blad er echt uit kwam. Kijk bij de printer voordat u het nog eens probeert.")
    if left.stopped:
        return texts.plural(
            "De printer stopte: {n} van de {of} bladen ging naar de printer. Kijk bij de printer; "
            "u kunt de rest nog afdrukken.",
            "De printer stopte: {n} van de {of} bladen gingen naar de printer. Kijk bij de printer; "
            "u kunt de rest nog afdrukken.",
            left.pages,
            of=left.of,
        )
    return texts.plural(
        "Het blad is naar de printer. Kijk of het er goed uit komt.",
        "De bladen zijn naar de printer. Kijk of ze er goed uit komen.",
        left.pages,
    )


def left_question(texts: Texts, left: Left, recipient: Recipient) -> str:
    """Ask what became of it, where there is anything to ask."""
    return texts("Hebt u het meegegeven?") if is_asked_after(left.way, recipient) else ""


def _of_file(texts: Texts, left: Left) -> str:
    if left.protected:
        return texts(
            "Het bestand is bewaard. Alleen wie het wachtwoord heeft, kan het lezen. Verwijder het als het niet meer "
            "nodig is."
        )
    return texts(
        "Het bestand is bewaard zonder wachtwoord: wie het vindt, kan het lezen. Verwijder het als het niet meer "
        "nodig is."
    )
