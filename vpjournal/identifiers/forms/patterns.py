"""What has a form or a phrase of its own and can be told by it: numbers, addresses, days, jobs, who is the only one."""

from collections.abc import Callable, Iterator

from vpjournal.domain.identifying import Find, Kind
from vpjournal.identifiers.forms import ages, clock, contacts, days, disguised, jobs, numbers, streets, traits, unique
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.forms.plain import in_place, is_plain, plain

_RULES: tuple[Callable[[Piece], Iterator[Find]], ...] = (
    contacts.look,
    numbers.look,
    streets.look,
    days.look,
    clock.look,
    ages.look,
    unique.look,
    jobs.look,
    traits.look,
    disguised.look,
)


_ASKS_FOR_ALL = "De enige directeur met epilepsie woont in de Kerkstraat 1."


def load() -> None:
    """Read the lists that these rules ask for, so that the first text does not wait for them."""
    for _find in look(_ASKS_FOR_ALL):
        pass


def look(text: str) -> Iterator[Find]:
    """Return what a piece of text shows by its form; these may overlap."""
    if is_plain(text):
        return _look(text)
    bare, origins = plain(text)
    return in_place(_look(bare), text, origins)


def _look(text: str) -> Iterator[Find]:
    piece = Piece(text)
    if not piece.words and not piece.digits:
        return iter(())
    finds = [find for rule in _RULES for find in rule(piece)]
    accounts = [find for find in finds if find.kind is Kind.IBAN]
    # The digits of an account number are no telephone number.
    return (find for find in finds if find.kind is Kind.IBAN or not any(_within(find, account) for account in accounts))


def _within(find: Find, other: Find) -> bool:
    return other.start < find.end and find.start < other.end
