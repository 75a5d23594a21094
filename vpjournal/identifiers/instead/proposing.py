"""What to say instead of what identifies someone: a role, a season, a decade, a region, the kind of thing it is.

Proposals are words to choose from, best first. Where nothing careful can be said there are none: the adviser then
writes it herself. ``fitting`` puts the chosen words in, with what goes with them grammatically.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vpjournal.domain.identifying import Find, Kind
from vpjournal.identifiers.instead import coarser
from vpjournal.identifiers.instead.kinds_of_words import instead_of_job, instead_of_organisation, instead_of_trait
from vpjournal.identifiers.instead.regions import regions
from vpjournal.identifiers.instead.roles import TITLES, Role, role_of
from vpjournal.identifiers.sentences import is_english, word_before, word_set

_NEAR = 400
_MOST = 6
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERED = {word: role for role in Role if role.lettered for word in (role.dutch, role.english)}
_ROLE = re.compile(rf"\b({'|'.join(map(re.escape, _LETTERED))}) ([A-Z])\b(?!\.[A-Z])", re.IGNORECASE)
_PLAIN = {word: role for role in (Role.REPORTER, Role.OTHER) for word in (role.dutch, role.english)}
_PLAIN_ROLE = re.compile(rf"\b({'|'.join(_PLAIN)})\b", re.IGNORECASE)
_AFTER = re.compile(r"\s?[,(]\s?(?:(?:de|een|mijn|haar|zijn|onze|hun|the|a|an|my|her|his|our|their)\s)?([\w&-]{2,30})")
_BEFORE = re.compile(r"([^\W\d_][\w&-]{1,30})\s?[,(:]\s?$")
_FALLBACKS = (Role.COLLEAGUE, Role.OTHER, Role.MANAGER, Role.REPORTER, Role.EMPLOYEE)
_DETERMINERS = word_set("de het een mijn haar zijn ons onze hun uw the a an my her his our their your")
_NUMBERED = re.compile(r"\w*(?:nummer|nr|number|code|kenteken|rekening|dossier|zaak|polis|factuur)\.?$", re.IGNORECASE)

_PLAINLY: Mapping[Kind, tuple[str, str]] = {
    Kind.EMAIL: ("een e-mailadres", "an email address"),
    Kind.URL: ("een website", "a website"),
    Kind.HANDLE: ("een account", "an account"),
    Kind.PHONE: ("een telefoonnummer", "a phone number"),
    Kind.BSN: ("een burgerservicenummer", "a citizen number"),
    Kind.IBAN: ("een rekeningnummer", "an account number"),
    Kind.PLATE: ("een kenteken", "a number plate"),
    Kind.NUMBER: ("een nummer", "a number"),
    Kind.POSTCODE: ("een adres", "an address"),
}


def roles_in(text: str) -> frozenset[str]:
    """Return the roles that stand in a text already, in small letters with their capital: *collega A*, *melder*."""
    lettered = {f"{found[1].casefold()} {found[2]}" for found in _ROLE.finditer(text) if found[2].isupper()}
    return frozenset(lettered | {found[1].casefold() for found in _PLAIN_ROLE.finditer(text)})


def proposals(find: Find, context: str, used: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return what to say instead of a find, best first; ``find`` stands in ``context`` at its offsets.

    ``used`` are the roles that stand in the case already (see ``roles_in``): a new person gets the next free letter.
    The language of the text decides the language of the proposal.
    """
    near = context[max(0, find.start - _NEAR) : find.end + _NEAR]
    place = _Place(find, context, english=is_english(near))
    found = _persons(place, used) if find.kind is Kind.PERSON else _INSTEAD.get(find.kind, _plainly)(place)
    return tuple(dict.fromkeys(found))[:_MOST]


@dataclass(frozen=True, slots=True)
class _Place:
    """A find where it stands."""

    find: Find
    context: str
    english: bool

    @property
    def text(self) -> str:
        return self.find.text

    def words_before(self) -> tuple[str, str]:
        """Return the word before the find and the one before that, as they were written."""
        word, start = word_before(self.context, self.find.start)
        return word, word_before(self.context, start)[0] if word else ""

    def before(self) -> str:
        return self.words_before()[0].casefold()

    def alone(self) -> str:
        """Tell by a sign of its own whether the find begins a line or stands between brackets."""
        before = self.context[: self.find.start][-1:]
        return coarser.ALONE if before in ("", "\n", "\t", "[", "(") else ""

    def after(self) -> str:
        found = re.match(r" ([^\W\d_]+)", self.context[self.find.end : self.find.end + _NEAR])
        return found[1] if found else ""

    def either(self, dutch: tuple[str, ...], english: tuple[str, ...]) -> tuple[str, ...]:
        return english if self.english else dutch


def _persons(place: _Place, used: frozenset[str]) -> tuple[str, ...]:
    """Put the role that is said of someone just there first, then the usual ones."""
    word, start = word_before(place.context, place.find.start)
    while word.casefold() in TITLES:
        word, start = word_before(place.context, start)
    role = role_of(word)
    if role is not None and not role.lettered and role not in (Role.REPORTER, Role.OTHER):
        return (word, *_roles(_FALLBACKS, used, english=place.english))
    role = role or _beside(place, start)
    return _roles((role, *_FALLBACKS) if role else _FALLBACKS, used, english=place.english)


def _beside(place: _Place, start: int) -> Role | None:
    """Return the role that is said beside a name: *mijn chef, Fatima*, *Fatima, mijn chef*."""
    before = _BEFORE.search(place.context[max(0, start - _NEAR) : start])
    after = _AFTER.match(place.context, place.find.end)
    for said in (before, after):
        role = role_of(said[1]) if said else None
        if role is not None and role.lettered:
            return role
    return None


def _roles(roles: tuple[Role, ...], used: frozenset[str], *, english: bool) -> tuple[str, ...]:
    """Give the first role its next free letter and the letters in use: it may be someone who was there already."""
    first, *others = dict.fromkeys(roles)
    options = [*_with_next_letter(first, used, english=english), *_with_letters(first, used, english=english)]
    for role in others:
        options += _with_next_letter(role, used, english=english)
    return tuple(options)


def _letters(role: Role, used: frozenset[str]) -> list[str]:
    return sorted(said[-1] for said in used if said[:-2] in (role.dutch.casefold(), role.english.casefold()))


def _with_next_letter(role: Role, used: frozenset[str], *, english: bool) -> list[str]:
    word = role.word(english=english)
    if not role.lettered:
        return [word]
    taken = _letters(role, used)
    return [f"{word} {letter}" for letter in _LETTERS if letter not in taken][:1]


def _with_letters(role: Role, used: frozenset[str], *, english: bool) -> list[str]:
    return [f"{role.word(english=english)} {letter}" for letter in reversed(_letters(role, used))]


def _ages(place: _Place) -> tuple[str, ...]:
    before, earlier = place.words_before()
    whose = earlier.casefold()
    return coarser.ages(place.text, before.casefold(), place.after(), whose=whose, english=place.english)


def _addresses(place: _Place) -> tuple[str, ...]:
    if re.search(r"\d", place.text):
        return place.either(("een adres",), ("an address",))
    return place.either(("een straat", "een adres"), ("a street", "an address"))


def _organisations(place: _Place) -> tuple[str, ...]:
    word, earlier = place.words_before()
    determiner = earlier if earlier.casefold() in _DETERMINERS else ""
    return instead_of_organisation(place.text, word, determiner, english=place.english)


def _departments(place: _Place) -> tuple[str, ...]:
    small = place.text.casefold()
    if "ploeg" in small or "dienst" in small:
        return place.either(("een dienst", "een ploeg", "een team"), ("a shift", "a team"))
    if "team" in small:
        return place.either(("een team", "een afdeling"), ("a team", "a department"))
    return place.either(("een afdeling", "een andere afdeling", "een team"), ("a department", "a team"))


def _jobs(place: _Place) -> tuple[str, ...]:
    before, earlier = place.words_before()
    return instead_of_job(place.text, before.casefold(), earlier.casefold(), english=place.english)


def _unique(place: _Place) -> tuple[str, ...]:
    small = place.text.casefold()
    if small.startswith("als e"):
        return ("als een van de eersten",) if "eerst" in small else ("als een van de weinigen",)
    if re.match(r"(?:al )?sinds|since|for ", small):
        return place.either(("al langere tijd in die rol",), ("for some years now",))
    return place.either(
        ("een collega", "een medewerker", "iemand uit het team"), ("a colleague", "an employee", "someone in the team")
    )


def _plainly(place: _Place) -> tuple[str, ...]:
    """Say the kind of thing that it is; *kenteken AB-12-CD* is said in the word that stands there already."""
    noun, earlier = place.words_before()
    if not _NUMBERED.match(noun):
        return (_PLAINLY[place.find.kind][place.english],)
    if earlier.casefold() in _DETERMINERS:
        return (noun,)
    return (f"{'a' if place.english else 'een'} {noun.casefold()}",)


_INSTEAD: Mapping[Kind, Callable[[_Place], tuple[str, ...]]] = {
    Kind.DATE: lambda place: coarser.days(place.text, place.before(), english=place.english),
    Kind.TIME: lambda place: coarser.times(place.text, place.before() or place.alone(), english=place.english),
    Kind.AGE: _ages,
    Kind.PLACE: lambda place: regions(place.text, english=place.english),
    Kind.ADDRESS: _addresses,
    Kind.ORGANISATION: _organisations,
    Kind.DEPARTMENT: _departments,
    Kind.JOB_TITLE: _jobs,
    Kind.UNIQUE: _unique,
    Kind.TRAIT: lambda place: instead_of_trait(place.text, place.before(), english=place.english),
}
