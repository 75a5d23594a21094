"""Jobs that one or a few people hold: by a list, by the ending of the word, and by how such titles are built."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from resources import read_text, read_toml
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Endings, Piece, by_first_word
from vpjournal.identifiers.names.lists import WORD, lists
from vpjournal.identifiers.sentences import word_set
from vpjournal.identifiers.shadow import bare_word

JOB = mark("Een functie die maar één of enkele mensen hebben.")

_NEXT = r"[^\W\d_][\w&'-]{0,30}"
# What is led may be of two words: planning en beheer, technische dienst.
_DOMAIN = re.compile(rf" ({_NEXT})(?: (?:en|&|and) ({_NEXT})| ({_NEXT}))?", re.IGNORECASE)
_OF = re.compile(rf" (?:van|voor) (?:(?:de|het|een) )?({_NEXT})", re.IGNORECASE)
_OF_ENGLISH = re.compile(rf" (?:of|for) (?:the )?({_NEXT})(?: ({_NEXT}))?", re.IGNORECASE)
_TWO_WORDS = re.compile(rf"[ .-]{{1,2}}({_NEXT})(?: ({_NEXT}))?")
_ABBREVIATION = re.compile(r" [A-Z][A-Z&]{1,3}(?!\w|\.)")
_BODY = word_set("mijn m'n haar zijn z'n je uw hun jouw ons mn zn boven uit over")
_LED_ENDINGS: tuple[str, ...] = (
    "zaken",
    "zorg",
    "dienst",
    "voering",
    "beheer",
    "heid",
    "istratie",
    "laboratorium",
    "koop",
    "onderhoud",
)
_LED_ENDINGS += (
    "vervoer",
    "kwaliteit",
    "afdeling",
    "bureau",
    "centrum",
    "logistiek",
    "techniek",
    "planning",
    "productie",
)
_LED_ENDINGS_OF_LONG_WORDS = ("ing", "atie", "iek", "rij", "ium", "bouw", "school", "ontvangst", "werk", "stroom")
_SECOND_WORDS = word_set(
    "dienst zaken ordening diensten zorg ontwikkeling afdeling hulp centre center group department unit school"
)
_BOARDS = word_set(
    "or mr gmr vereniging raad commissie stichting club bond afdeling personeelsvereniging ondernemingsraad"
)
_NOT_LED = word_set(
    "waarbij daarbij hierbij erbij voorbij nabij allebei toestemming richting tijdelijk lijdend gisteren opeens"
    " eenmaal "
    "de het een en of is was die dat met van voor op in aan bij heeft had zei zegt ook niet wel om te als maar over"
    " weet wil"
)


@dataclass(frozen=True, slots=True)
class _Jobs:
    """The lists: ``single`` words, ``several`` by their first word, and the tables of how titles are built.

    ``starts`` are all words by which one of the other tables is asked for.
    """

    single: frozenset[str]
    all_jobs: frozenset[str]
    several: Mapping[str, tuple[str, ...]]
    starts: frozenset[str]
    endings: Endings
    common: frozenset[str]
    heads: frozenset[str]
    domains: frozenset[str]
    kinds: frozenset[str]
    led: frozenset[str]
    of_english: frozenset[str]
    rarer_endings: Endings
    teachers: frozenset[str]
    subjects: frozenset[str]
    english_seconds: frozenset[str]
    english_firsts_not: frozenset[str]


@cache
def jobs() -> _Jobs:
    """Read the lists once."""
    tables = {name: word_set(words) for name, words in read_toml("recognising", "jobs.toml").items()}
    rows = [row.split("\t") for row in read_text("recognising", "jobs.txt").splitlines()]
    unique = {title for title, certainty in rows if certainty == "unique"} - tables["left_out"]
    several = by_first_word(title for title in unique if " " in title)
    asked_for = ("heads", "kinds", "teachers", "english_seconds", "of_english")
    common = tables["common"] | {title for title, certainty in rows if certainty == "common"}
    return _Jobs(
        single=frozenset(title for title in unique if " " not in title) | tables["rare"],
        all_jobs=frozenset(title for title, _certainty in rows if " " not in title),
        several=several,
        starts=frozenset(several).union(*(tables[name] for name in asked_for)),
        endings=Endings(tables["endings"]),
        common=common | tables["left_out"],
        heads=tables["heads"],
        domains=tables["domains"],
        kinds=tables["kinds"],
        led=tables["led"],
        of_english=tables["of_english"],
        rarer_endings=Endings(tables["rarer_endings"]),
        teachers=tables["teachers"],
        subjects=tables["subjects"],
        english_seconds=tables["english_seconds"],
        english_firsts_not=tables["english_firsts_not"],
    )


def look(piece: Piece) -> Iterator[Find]:
    """Return the titles of jobs that point to one or a few people."""
    known = jobs()
    words = piece.words
    titles = words & known.single
    titles |= set(known.endings.among(piece)) - known.common
    titles |= {word for word in known.rarer_endings.among(piece) if _is_rare(word, known)}
    if "hoofd" in piece.small:
        titles |= {word for word in words if word.startswith("hoofd") and _is_head_of_job(word, known)}
    for word in (title for title in titles if "_" not in title):
        for start, end in piece.places(word):
            # The title alone too: what is led may turn out to be the name of a department.
            yield _job(piece, (start, end))
            yield _job(piece, (start, _with_what_is_led(piece, end, known)))
    if words.isdisjoint(known.starts):
        return
    for starts, rule in (
        (known.heads, _heads),
        (known.kinds, _kinds),
        (known.teachers, _teachers),
        (known.english_seconds, _english),
        (known.of_english, _of_english),
        (known.several.keys(), _several),
    ):
        for word in words & starts:
            yield from rule(piece, word, known)


def _job(piece: Piece, span: tuple[int, int]) -> Find:
    return piece.find(span, Kind.JOB_TITLE, Certainty.MAY, JOB)


def _is_rare(word: str, known: _Jobs) -> bool:
    return len(word) > 8 and word not in known.common and not lists().of(bare_word(word)) & WORD


_TAUGHT = re.compile(
    r" (?:(?:van|of) )?(groep [1-8](?:[/-][1-8])?[a-d]?|klas [\w]{1,3}|[1-6] ?(?:havo|vwo|vmbo"
    r"|[a-d]\b)|[^\W\d_]{2,20})\b"
)
_BEFORE_ENGLISH = re.compile(r"\b(?:the|our|a|an|as|is|my|new|their) ([a-z]{3,14}) $")


def _teachers(piece: Piece, word: str, known: _Jobs) -> Iterator[Find]:
    """Give *docent Duits* and *juf van groep 6*: in one school there are not many."""
    for start, end in piece.places(word):
        taught = _TAUGHT.match(piece.small, end)
        if taught is not None and (not taught[1].isalpha() or taught[1] in known.subjects):
            yield _job(piece, (start, taught.end()))


def _english(piece: Piece, word: str, known: _Jobs) -> Iterator[Find]:
    """Give *the harbour master*, *our welfare officer*."""
    for start, end in piece.places(word):
        first = _BEFORE_ENGLISH.search(piece.small[max(0, start - 30) : start])
        if first is not None and first[1] not in known.english_firsts_not:
            yield _job(piece, (start - len(first[1]) - 1, end))


def _is_head_of_job(word: str, known: _Jobs) -> bool:
    return len(word) > 8 and word not in known.common and word[5:].lstrip("-") in known.all_jobs


def _heads(piece: Piece, word: str, known: _Jobs) -> Iterator[Find]:
    """Give *hoofd inkoop* and *teamleider nachtzorg*, where the first word alone is common, or a part of the body."""
    for start, end in piece.places(word):
        after = _with_what_is_led(piece, end, known)
        before = piece.small[max(0, start - 6) : start].split()[-1:]
        is_body = word == "hoofd" and before and before[0] in _BODY
        if after > end and not is_body:
            yield _job(piece, (start, after))


def _with_what_is_led(piece: Piece, end: int, known: _Jobs) -> int:
    """Return where a title ends when what is led belongs to it: *directeur ruimte*, *voorzitter van de OR*."""
    short = _ABBREVIATION.match(piece.text, end)
    if short is not None and not piece.text[end - 2 : end].isupper():
        return short.end()
    led = _DOMAIN.match(piece.small, end)
    if led is not None and _is_domain(led[1], known):
        second = led[2] or led[3]
        takes_second = second and (led[2] or second in _SECOND_WORDS) and second not in _NOT_LED
        return led.end() if takes_second else led.end(1)
    of = _OF.match(piece.small, end)
    if of is None or not (of[1] in _BOARDS or (_is_domain(of[1], known) and piece.text[of.start(1)].islower())):
        return end
    return of.end()


def _is_domain(word: str, known: _Jobs) -> bool:
    if word in known.domains or word.endswith(_LED_ENDINGS):
        return True
    return len(word) > 6 and word.endswith(_LED_ENDINGS_OF_LONG_WORDS) and word not in _NOT_LED


def _kinds(piece: Piece, word: str, known: _Jobs) -> Iterator[Find]:
    """Give *zakelijk leider*, *chief pharmacist*, *chief operating officer*."""
    for start, end in piece.places(word):
        following = _TWO_WORDS.match(piece.small, end)
        if following is None:
            continue
        if following[1] in known.led:
            yield _job(piece, (start, _with_what_is_led(piece, following.end(1), known)))
        elif following[2] == "officer":
            yield _job(piece, (start, following.end(2)))


def _several(piece: Piece, word: str, known: _Jobs) -> Iterator[Find]:
    for title in known.several[word]:
        yield from (_job(piece, span) for span in piece.places(title))


def _of_english(piece: Piece, word: str, _known: _Jobs) -> Iterator[Find]:
    for start, end in piece.places(word):
        of = _OF_ENGLISH.match(piece.small, end)
        if of is not None:
            is_two = of[2] is not None and of[2] in _SECOND_WORDS
            yield _job(piece, (start, of.end(2) if is_two else of.end(1)))
