"""Says where a town or a country lies, less exactly: a part of the country, a neighbouring country."""

from collections.abc import Mapping
from functools import cache

import resources
from vpjournal.domain.searching import fold_name

_COUNTRIES = {
    "netherlands": ("Nederland", "the Netherlands"),
    "neighbours": ("een buurland", "a neighbouring country"),
    "europe": ("een land in Europa", "a country in Europe"),
    "elsewhere": ("een land buiten Europa", "a country outside Europe"),
}
_BUILDINGS = {
    "gebouw": ("een gebouw", "a building"),
    "building": ("een gebouw", "a building"),
    "zaal": ("een zaal", "a room"),
    "hal": ("een hal", "a hall"),
    "hall": ("een hal", "a hall"),
    "kamer": ("een kamer", "a room"),
    "room": ("een kamer", "a room"),
    "vleugel": ("een vleugel", "a wing"),
    "etage": ("een verdieping", "a floor"),
    "verdieping": ("een verdieping", "a floor"),
}


@cache
def _lists() -> Mapping[str, Mapping[str, frozenset[str]]]:
    return {
        part: {name: frozenset(map(fold_name, words.split(","))) for name, words in rows.items()}
        for part, rows in resources.read_toml("replacing", "regions.toml").items()
    }


def regions(text: str, *, english: bool) -> tuple[str, ...]:
    """Return what to say instead of a place, best first."""
    name = fold_name(text)
    lists = _lists()
    for group, countries in lists["countries"].items():
        if name in countries:
            # Nederland itself gives nothing away that a broader word would not.
            return () if group == "netherlands" else (_COUNTRIES[group][english],)
    for ending, words in _BUILDINGS.items():
        if name.endswith(ending) or name.startswith(f"{ending} "):
            return (words[english],)
    for province, towns in lists["towns"].items():
        if name in towns:
            return _in_province(province, is_large=name in lists["large"]["towns"], english=english)
    return ("another town", "somewhere else") if english else ("een andere plaats", "elders in het land")


def _in_province(province: str, *, is_large: bool, english: bool) -> tuple[str, ...]:
    side = next(side for side, provinces in _lists()["sides"].items() if fold_name(province) in provinces)
    if english:
        (there,) = _lists()["english_sides"][side]
        return (f"a {'city' if is_large else 'town'} in {there}", "another town")
    named = "-".join(part.capitalize() for part in province.split("-"))
    kind = "een stad" if is_large else "een plaats"
    return (f"{kind} in het {side}", f"een plaats in {named}", "een andere plaats")
