"""Persons, places, organisations and departments in a piece of text, by capitals, lists and what stands around."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from vpjournal.domain.identifying import Find, Kind
from vpjournal.identifiers.names import evidence as says
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names import rooms
from vpjournal.identifiers.names.evidence import Verdict, verdict
from vpjournal.identifiers.names.lines import by_line
from vpjournal.identifiers.names.lists import Lists, phrase_at
from vpjournal.identifiers.names.reading import Reading, read
from vpjournal.identifiers.names.runs import before_family_name, last_of, nameable
from vpjournal.identifiers.names.small import CALLS_FOR_A_LOOK, WHERE_ALL_IS_SMALL, small_name
from vpjournal.identifiers.names.starts import starts_name
from vpjournal.identifiers.names.tokens import CAPITAL, LETTER, NAMELIKE, NUMBER, SIGN, SMALL

_Found = tuple[int, int, Verdict]
_FUNCTION = of.NEVER_ALONE | of.DETERMINER
_ALWAYS = of.TITLE | of.SEEN | rooms.CALLS_FOR_A_LOOK
_BEFORE_UNKNOWN = of.BEFORE_PERSON | of.VERB
_CALLS = CALLS_FOR_A_LOOK | rooms.CALLS_FOR_A_LOOK


def prepare(
    piece: str,
    lists: Lists,
    *,
    not_names: frozenset[str] = frozenset(),
    taken: Sequence[tuple[int, int]] = (),
) -> Reading:
    """Read a piece of text. Nothing is looked for in what is ``taken``: an e-mail address."""
    reading = read(piece, lists)
    if taken:
        _leave_out(reading, taken)
    _pass_over(reading)
    _mark(reading, not_names, of.NEVER)
    return reading


def look(reading: Reading, seen: frozenset[str] = frozenset()) -> Iterator[Find]:
    """Return the names in what was read, in order. ``seen`` are words of names that stand elsewhere."""
    _mark(reading, seen, of.SEEN)
    reading.strange = 0
    cut, piece = reading.tokens, reading.tokens.shadow.original
    for first, last, said in _names(reading):
        start, end = cut.shadow.span(cut.starts[first], cut.ends[last])
        yield Find(start, end, piece[start:end], said.kind, said.certainty, said.reason)


def _leave_out(reading: Reading, taken: Sequence[tuple[int, int]]) -> None:
    starts = reading.tokens.starts[: reading.count]
    origins = reading.tokens.shadow.origins
    if origins is not None:
        starts = [origins[start] for start in starts]
    for start, end in taken:
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            reading.flags[index] = 0
            reading.shapes[index] = NUMBER
            reading.words[index] = reading.smalls[index] = ""


def _pass_over(reading: Reading) -> None:
    """Leave 'Huis voor Klokkenluiders' and 'RI&E' alone."""
    small, flags = reading.smalls, reading.flags
    begins = of.BEGINS_PASSED
    for index in [index for index, flag in enumerate(flags) if flag & begins]:
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
            found = (max(found[0], after), *found[1:])
            after = found[1] + 1
            if not (found[0] < held.stop and held.start < after):
                yield found
    if by_itself:
        yield by_itself


def _candidates(reading: Reading) -> Iterator[int]:
    """Give the words at which a name may begin: most words of a text are passed over with one look."""
    shapes, words = reading.shapes, reading.words
    calls = _CALLS | WHERE_ALL_IS_SMALL if reading.careless else _CALLS
    before = 0
    for index, (shape, flag) in enumerate(zip(shapes, reading.flags, strict=True)):
        if shape == SMALL:
            if (flag & calls or not flag or len(words[index]) == 1) and _small_candidate(reading, index, before):
                yield index
        elif shape == CAPITAL:
            beside = shapes[index + 1] in NAMELIKE or before & of.INSIDE
            if not flag & _FUNCTION or flag & (of.INSIDE | of.NAME) or beside:
                yield index
        elif shape not in {SIGN, NUMBER}:
            yield index
        before = flag


def _small_candidate(reading: Reading, index: int, before: int) -> bool:
    if reading.careless or (len(reading.words[index]) == 1 and reading.words[index + 1] in {".", "-"}):
        return True
    flag = reading.flags[index]
    if not flag:
        return bool(before & _BEFORE_UNKNOWN) or rooms.is_unit(reading.words[index])
    return bool(flag & _ALWAYS) or _small_among_capitals(flag, before, reading.flags[index + 1])


def _small_among_capitals(flag: int, before: int, following: int) -> bool:
    """Tell whether a small word is worth a look where names have capitals: no rule takes it for a name otherwise."""
    if flag & of.BEFORE_NAME and (following & (of.NAME | of.SEEN) or not following):
        return True
    if flag & of.NAME and (not flag & (of.WORD | of.ALSO_WORD) or (flag & of.FIRST and following & of.VERB)):
        return True
    return bool(flag & of.PLACE and before & (of.BEFORE_PLACE | of.BEFORE_PERSON))


def _at(reading: Reading, index: int) -> _Found | None:
    flag = reading.flags[index]
    found = _place_of_words(reading, index) if flag & of.BEGINS_PLACE else None
    if found is None and (not flag or flag & rooms.CALLS_FOR_A_LOOK):
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
    said = verdict(reading, first, last, titled=first > index)
    if said.kind is Kind.PERSON and first == index:
        first = before_family_name(reading, index)
    return first, last, said


def _past_titles(reading: Reading, index: int, last: int) -> int:
    """Leave out what stands before a name as its title: 'Mevrouw', 'Dr.', 'Minister'."""
    first = index
    while first <= last and (
        reading.is_(first, of.TITLE) or (reading.is_(first, of.BEFORE_NAME) and not reading.is_(first, of.NAME))
    ):
        first += 1
        if reading.words[first] == ".":
            first += 1
    # 'de heer Baas': after a title even that is a name.
    return last if first > last and reading.is_(reading.before(index), of.TITLE) else first
