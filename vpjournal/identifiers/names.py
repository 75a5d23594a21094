"""Persons, places, organisations and departments in a piece of text, by capitals, lists and what stands around."""

from collections.abc import Iterable, Iterator, Sequence

from vpjournal.domain.identifying import Find
from vpjournal.identifiers import evidence as says
from vpjournal.identifiers import lists as of
from vpjournal.identifiers import rooms
from vpjournal.identifiers.evidence import Verdict, verdict
from vpjournal.identifiers.lines import by_line
from vpjournal.identifiers.lists import Lists, phrase_at
from vpjournal.identifiers.reading import Reading, read
from vpjournal.identifiers.runs import last_of, nameable
from vpjournal.identifiers.small import CALLS_FOR_A_LOOK, WHERE_ALL_IS_SMALL, small_name
from vpjournal.identifiers.starts import starts_name
from vpjournal.identifiers.tokens import CAPITAL, LETTER, NAMELIKE, NUMBER, SIGN, SMALL

_Found = tuple[int, int, Verdict]
_FUNCTION = of.NEVER_ALONE | of.DETERMINER
_CALLS = CALLS_FOR_A_LOOK | rooms.CALLS_FOR_A_LOOK


def look(
    piece: str,
    lists: Lists,
    *,
    seen: frozenset[str] = frozenset(),
    not_names: frozenset[str] = frozenset(),
    taken: Sequence[tuple[int, int]] = (),
) -> Iterator[Find]:
    """Return the names in a piece of text, in order. Nothing is looked for in what is ``taken``: an e-mail address."""
    reading = read(piece, lists)
    _leave_out(reading, taken)
    _pass_over(reading)
    _mark(reading, seen, of.SEEN)
    _mark(reading, not_names, of.NEVER)
    for first, last, said in _names(reading):
        start, end = reading.tokens.shadow.span(reading.tokens.starts[first], reading.tokens.ends[last])
        yield Find(start, end, piece[start:end], said.kind, said.certainty, said.reason)


def _leave_out(reading: Reading, taken: Sequence[tuple[int, int]]) -> None:
    for start, end in taken:
        for index, place in enumerate(reading.tokens.starts):
            if start <= reading.tokens.shadow.span(place, place + 1)[0] < end:
                reading.flags[index] = 0
                reading.shapes[index] = NUMBER


def _pass_over(reading: Reading) -> None:
    """Leave 'Huis voor Klokkenluiders' and 'RI&E' alone."""
    small, flags = reading.smalls, reading.flags
    for index in [index for index, flag in enumerate(flags) if flag & of.BEGINS_PASSED]:
        last = phrase_at(small, index, reading.lists.passed_over)
        if last is not None:
            flags[index : last + 1] = [of.NEVER] * (last + 1 - index)


def _mark(reading: Reading, words: Iterable[str], flag: int) -> None:
    wanted = frozenset(words)
    if not wanted:
        return
    for index, word in enumerate(reading.smalls):
        if word in wanted and not reading.flags[index] & of.NEVER_ALONE:
            reading.flags[index] |= flag


def _names(reading: Reading) -> Iterator[_Found]:
    by_itself = by_line(reading)
    held = range(by_itself[0], by_itself[1] + 1) if by_itself else range(0)
    after = 0
    for index in _candidates(reading):
        if by_itself and index >= held.start:
            yield by_itself
            after, by_itself = max(after, held.stop), None
        if index >= after and index not in held and (found := _at(reading, index)) is not None:
            after = found[1] + 1
            if not (found[0] < held.stop and held.start < after):
                yield found
    if by_itself:
        yield by_itself


def _candidates(reading: Reading) -> Iterator[int]:
    """Give the words at which a name may begin: most words of a text are passed over with one look."""
    words, shapes = reading.words, reading.shapes
    calls = _CALLS | WHERE_ALL_IS_SMALL if reading.careless else _CALLS
    for index, (shape, flag) in enumerate(zip(shapes, reading.flags, strict=True)):
        if shape == SMALL:
            if (
                flag & calls
                or (not flag and reading.careless)
                or (len(words[index]) == 1 and words[index + 1 : index + 2] == ["."])
            ):
                yield index
        elif shape == CAPITAL:
            if not flag & _FUNCTION or flag & (of.INSIDE | of.NAME) or shapes[index + 1] in NAMELIKE:
                yield index
        elif shape not in {SIGN, NUMBER}:
            yield index


def _at(reading: Reading, index: int) -> _Found | None:
    flag = reading.flags[index]
    found = _place_of_words(reading, index) if flag & of.BEGINS_PLACE else None
    if found is None and flag & rooms.CALLS_FOR_A_LOOK:
        found = rooms.room_or_team(reading, index)
    return found or _by_capital(reading, index) or _small(reading, index)


def _small(reading: Reading, index: int) -> _Found | None:
    if reading.capital(index) and not reading.is_(index, of.TITLE):
        return None
    return small_name(reading, index)


def _place_of_words(reading: Reading, index: int) -> _Found | None:
    """Find 'Den Haag', 'Verenigde Staten', 'Sint-Niklaas', ''s-Hertogenbosch'."""
    last = phrase_at(reading.smalls, index, reading.lists.places)
    if last is None or not (reading.capital(last) or (reading.uncapitalised(index) and not reading.capital(index))):
        return None
    return index, last, says.PLACE


def _by_capital(reading: Reading, index: int) -> _Found | None:
    if not reading.capital(index) and not reading.initial(index):
        return None
    if reading.shapes[index] == LETTER and reading.glued(index) and reading.smalls[index - 1] == ".":
        return None
    begins = reading.begins_sentence(index)
    if not (starts_name(reading, index) if begins else nameable(reading, index)):
        return None
    last = last_of(reading, index)
    first = _past_titles(reading, index, last)
    if first > last:
        return None
    return first, last, verdict(reading, first, last, titled=first > index)


def _past_titles(reading: Reading, index: int, last: int) -> int:
    """Leave out what stands before a name as its title: 'Mevrouw', 'Dr.', 'Minister'."""
    first = index
    while first <= last and (
        reading.is_(first, of.TITLE) or (reading.is_(first, of.BEFORE_NAME) and not reading.is_(first, of.NAME))
    ):
        first += 1
        if reading.words[first] == ".":
            first += 1
    return first
