"""Jobs that one or a few people hold: by a list, by the ending of the word, and by how such titles are built."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from resources import read_text, read_toml
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.pieces import Endings, Piece, by_first_word
from vpjournal.identifiers.sentences import word_set

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
_SECOND_WORDS = word_set(
    "dienst zaken ordening diensten zorg ontwikkeling afdeling hulp centre center group department unit school"
)
_BOARDS = word_set(
    "or mr gmr vereniging raad commissie stichting club bond afdeling personeelsvereniging ondernemingsraad"
)
_NOT_LED = word_set(
    "de het een en of is was die dat met van voor op in aan bij heeft had zei zegt ook niet wel om te als maar over"
    " weet wil"
)


@dataclass(frozen=True, slots=True)
class _Jobs:
    """The lists: ``single`` words, ``several`` by their first word, and the tables of how titles are built."""

    single: frozenset[str]
    all_jobs: frozenset[str]
    several: Mapping[str, tuple[str, ...]]
    endings: Endings
    common: frozenset[str]
    heads: frozenset[str]
    domains: frozenset[str]
    kinds: frozenset[str]
    led: frozenset[str]
    of_english: frozenset[str]


@cache
def jobs() -> _Jobs:
    """Read the lists once."""
    tables = {name: word_set(words) for name, words in read_toml("recognising", "jobs.toml").items()}
    rows = [row.split("\t") for row in read_text("recognising", "jobs.txt").splitlines()]
    unique = {title for title, certainty in rows if certainty == "unique"} - tables["left_out"]
    common = tables["common"] | {title for title, certainty in rows if certainty == "common"}
    return _Jobs(
        single=frozenset(title for title in unique if " " not in title) | tables["rare"],
        all_jobs=frozenset(title for title, _certainty in rows if " " not in title),
        several=by_first_word(title for title in unique if " " in title),
        endings=Endings(tables["endings"]),
        common=common | tables["left_out"],
        heads=tables["heads"],
        domains=tables["domains"],
        kinds=tables["kinds"],
        led=tables["led"],
        of_english=tables["of_english"],
    )


def look(piece: Piece) -> Iterator[Find]:
    """Return the titles of jobs that point to one or a few people."""
    known = jobs()
    words = piece.words
    titles = words & known.single
    titles |= set(known.endings.among(words)) - known.common
    if "hoofd" in piece.small:
        titles |= {word for word in words if word.startswith("hoofd") and _is_head_of_job(word, known)}
    for word in titles:
        for start, end in piece.places(word):
            # The title alone too: what is led may turn out to be the name of a department.
            yield _job(piece, (start, end))
            yield _job(piece, (start, _with_what_is_led(piece, end, known)))
    for word in words & known.heads:
        yield from _heads(piece, word, known)
    for word in words & known.kinds:
        yield from _kinds(piece, word, known)
    for word in words & known.several.keys():
        yield from _several(piece, known.several[word])
    for word in words & known.of_english:
        yield from _of_english(piece, word)


def _job(piece: Piece, span: tuple[int, int]) -> Find:
    return piece.find(span, Kind.JOB_TITLE, Certainty.MAY, JOB)


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
    return word in known.domains or word.endswith(_LED_ENDINGS)


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


def _several(piece: Piece, titles: tuple[str, ...]) -> Iterator[Find]:
    for title in titles:
        yield from (_job(piece, span) for span in piece.places(title))


def _of_english(piece: Piece, word: str) -> Iterator[Find]:
    for start, end in piece.places(word):
        of = _OF_ENGLISH.match(piece.small, end)
        if of is not None:
            is_two = of[2] is not None and of[2] in _SECOND_WORDS
            yield _job(piece, (start, of.end(2) if is_two else of.end(1)))
