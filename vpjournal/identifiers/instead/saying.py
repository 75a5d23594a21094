"""Says something else for all that was found in a text at once: the first proposal for each, one role for one person.

*Fatima El Amrani*, *Fatima* and *mevrouw El Amrani* are one person as long as nobody else in the text bears that name.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from vpjournal.domain.identifying import Find, Kind
from vpjournal.domain.searching import fold_name
from vpjournal.identifiers.instead.fitting import edit_for
from vpjournal.identifiers.instead.proposing import proposals, roles_in
from vpjournal.identifiers.instead.replacing import can_stand_for, genitive
from vpjournal.identifiers.instead.roles import Role, role_of
from vpjournal.identifiers.sentences import is_english

_LOOKED_AT = 20
"""Places of one person at which is looked for what they are called: *mijn manager Fatima* may come late."""
_NEAR = 200

_Name = tuple[str, ...]


def say_proposals(text: str, finds: Sequence[Find], beside: str = "") -> str:
    """Return a text with the first proposal in the place of each of its finds, which come in order.

    ``beside`` is the text that it will stand in: the letters of its roles are taken. A find for which there is no
    proposal stays.
    """
    names = _Names(finds)
    said = _Said(text, roles_in(beside) | roles_in(text))
    for find in finds:
        person = names.person(find)
        if person is not None and person not in said.roles:
            said.choose_role(person, names.places[person])
    parts: list[str] = []
    done = 0
    for find in finds:
        words = said.words(find, names)
        if words and find.start >= done:
            edit = edit_for(find, text, words)
            parts += [text[done : max(done, edit.start)], edit.text]
            done = edit.end
    return "".join(parts) + text[done:]


class _Names:
    """Which finds are the same person."""

    def __init__(self, finds: Sequence[Find]) -> None:
        self.places: dict[_Name, list[Find]] = {}
        named = [(tuple(fold_name(find.text).split()), find) for find in finds if find.kind is Kind.PERSON]
        self._whole = _whole_names({name: None for name, _ in named})
        for name, find in named:
            self.places.setdefault(self._whole[name], []).append(find)

    def person(self, find: Find) -> _Name | None:
        """Return by what name a person is known in this text."""
        return self._whole.get(tuple(fold_name(find.text).split())) if find.kind is Kind.PERSON else None

    def is_genitive(self, find: Find) -> bool:
        """Tell whether a name as found says whose something is: *Jans* of *Jan*."""
        last, person = fold_name(find.text).split()[-1:], self.person(find)
        return person is not None and bool(last) and last[0] not in person and _bare(last[0]) in person


def _whole_names(names: Mapping[_Name, None]) -> dict[_Name, _Name]:
    """Return for each name the longest one of which it is a part, or itself where that may be one of several people."""
    by_word: dict[str, list[_Name]] = {}
    for name in names:
        for word in set(name):
            by_word.setdefault(word, []).append(name)
    whole: dict[_Name, _Name] = {}
    for name in names:
        first = name[:1]
        near = [each for word in (*first, *map(_bare, first)) for each in by_word.get(word, ())]
        longer = sorted((each for each in near if each != name and _is_part(name, each)), key=len, reverse=True)
        fits = bool(longer) and all(each == longer[0] or _is_part(each, longer[0]) for each in longer)
        whole[name] = longer[0] if fits else name
    return whole


def _is_part(name: _Name, of: _Name) -> bool:
    return name != of and all(word in of or _bare(word) in of for word in name)


def _bare(word: str) -> str:
    """Return a word without the *s* that says whose something is."""
    return word[:-1] if len(word) > 2 and word.endswith("s") else word


class _Said:
    """What is said for whom, in one text."""

    def __init__(self, text: str, used: frozenset[str]) -> None:
        self._text = text
        self._used = used
        self.roles: dict[_Name, str] = {}

    def choose_role(self, person: _Name, places: Sequence[Find]) -> None:
        """Choose the role that is said of a person somewhere, else the usual one, with a letter that is free."""
        offered = [words for find in islice(places, _LOOKED_AT) for words in self._proposals(find)]
        telling = (words for words in offered if role_of(words.split()[0]) is not Role.COLLEAGUE)
        chosen = next(telling, next(iter(offered), ""))
        self.roles[person] = chosen
        self._used |= roles_in(chosen)

    def words(self, find: Find, names: _Names) -> str:
        """Return what to say instead of a find, or nothing where nothing is known."""
        person = names.person(find)
        if person is None:
            return next(iter(proposals(find, self._text, self._used)), "")
        role = self.roles[person]
        if not role or not names.is_genitive(find):
            return role
        near = self._text[max(0, find.start - _NEAR) : find.end + _NEAR]
        return genitive(role, english=is_english(near))

    def _proposals(self, find: Find) -> Iterator[str]:
        offered = (words for words in proposals(find, self._text, self._used) if can_stand_for(words, find.text))
        yield from islice(offered, 1)
