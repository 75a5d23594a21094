"""The library of options: memory aids for the board, in two languages, each text with a number that never changes.

A text has two forms: *text* speaks of the reporter and stands on the board, *you* speaks to the reporter and
stands on paper. The number lets a board that was filled in one language be printed in the other.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from vpjournal.domain.board import LineKind
from vpjournal.domain.case import Track
from vpjournal.domain.language import Language
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route

FACTS = ("who_knows", "who_decides", "reversible")
"""The three facts of an option, in the order of the board."""


@dataclass(frozen=True, slots=True)
class LibraryText:
    """One text of the library. ``law``: it depends on the law or on a public service."""

    id: str
    text: str
    you: str
    law: bool = False


@dataclass(frozen=True, slots=True)
class LibraryOption:
    """One option with its three facts and its lines. ``needs``: it exists where any of these routes exists."""

    id: str
    track: Track
    needs: tuple[Route, ...]
    law: bool
    title: LibraryText
    description: LibraryText
    who_knows: LibraryText
    who_decides: LibraryText
    reversible: LibraryText
    pros: tuple[LibraryText, ...]
    cons: tuple[LibraryText, ...]
    consequences: tuple[LibraryText, ...]

    def lines(self, kind: LineKind) -> tuple[LibraryText, ...]:
        """Return the lines of one kind, in order."""
        return {LineKind.PRO: self.pros, LineKind.CON: self.cons, LineKind.CONSEQUENCE: self.consequences}[kind]

    def texts(self) -> tuple[LibraryText, ...]:
        """Return every text of this option."""
        facts = (self.title, self.description, self.who_knows, self.who_decides, self.reversible)
        return facts + self.pros + self.cons + self.consequences

    def lacks_in(self, organisation: OrganisationDraft) -> bool:
        """Tell whether this option does not exist there: each route that it needs is known to be absent."""
        return bool(self.needs) and all(organisation.presence(r) is Presence.ABSENT for r in self.needs)


def _text(id_: str, raw: dict[str, Any]) -> LibraryText:
    return LibraryText(id=id_, text=raw["text"], you=raw.get("you", raw["text"]), law=raw.get("law", False))


def _option(raw: dict[str, Any]) -> LibraryOption:
    def single(name: str) -> LibraryText:
        return _text(f"{raw['id']}.{name}", raw[name])

    def several(name: str) -> tuple[LibraryText, ...]:
        return tuple(_text(line["id"], line) for line in raw[name])

    return LibraryOption(
        id=raw["id"],
        track=Track(raw["track"]),
        needs=tuple(Route(need) for need in raw["needs"]),
        law=raw["law"],
        title=single("title"),
        description=single("description"),
        who_knows=single("who_knows"),
        who_decides=single("who_decides"),
        reversible=single("reversible"),
        pros=several("pros"),
        cons=several("cons"),
        consequences=several("consequences"),
    )


@cache
def library(language: Language) -> tuple[LibraryOption, ...]:
    """Return all options, those for undesirable behaviour first, each track from small to large."""
    return tuple(_option(raw) for raw in resources.read_toml("content", language, "options.toml")["option"])


def library_of(language: Language, track: Track) -> tuple[LibraryOption, ...]:
    """Return the options of one track, from small to large."""
    return tuple(option for option in library(language) if option.track is track)


@cache
def _options_by_id(language: Language) -> dict[str, LibraryOption]:
    return {option.id: option for option in library(language)}


@cache
def _texts_by_id(language: Language) -> dict[str, LibraryText]:
    return {text.id: text for option in library(language) for text in option.texts()}


def option_by_id(language: Language, id_: str) -> LibraryOption | None:
    """Return the option with this number, or nothing when the library has none."""
    return _options_by_id(language).get(id_)


def find_text(language: Language, id_: str) -> LibraryText | None:
    """Return a line (*O1.p1*), a fact (*O1.who_knows*) or a title (*O1.title*), or nothing."""
    return _texts_by_id(language).get(id_)
