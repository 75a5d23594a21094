"""What the program has ready to help an adviser think, ask and explain: read from resources, in a given language.

The library of options has a module of its own and is offered here too, so that others need one door.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

import resources
from vpjournal.domain.case import Phase
from vpjournal.domain.guidance import RoleDecision
from vpjournal.domain.guide_options import (
    FACTS,
    LibraryOption,
    LibraryText,
    find_text,
    library,
    library_of,
    option_by_id,
)
from vpjournal.domain.language import Language

__all__ = [
    "FACTS",
    "AcuteCard",
    "AcuteLine",
    "HelpPage",
    "HurryLine",
    "LibraryOption",
    "LibraryText",
    "Point",
    "Prompt",
    "PromptGroup",
    "RoleLabel",
    "RoleQuestion",
    "RoleQuestions",
    "Shortcut",
    "Template",
    "acute_card",
    "case_words",
    "find_text",
    "help_page",
    "library",
    "library_of",
    "option_by_id",
    "points",
    "prompts",
    "role_check",
    "sentence",
    "shortcuts",
    "templates",
]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question or sentence beside the editor; ``hint`` is for the adviser's eyes and may be empty."""

    id: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class PromptGroup:
    """Prompts under one heading."""

    id: str
    title: str
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One of the eight points to tell at the start."""

    id: str
    title: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """A question of the role check. It never blocks anything."""

    id: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """What the adviser can decide after a role check, and the words for it."""

    decision: RoleDecision
    label: str


@dataclass(frozen=True, slots=True)
class RoleQuestions:
    """The role check: yes-or-no questions, the question where the reporter stands, and the possible decisions."""

    questions: tuple[RoleQuestion, ...]
    position: RoleQuestion
    decisions: tuple[RoleLabel, ...]


@dataclass(frozen=True, slots=True)
class AcuteLine:
    """A number to call."""

    id: str
    number: str
    when: str
    note: str


@dataclass(frozen=True, slots=True)
class HurryLine:
    """Something that cannot wait, and what can be asked at once."""

    id: str
    title: str
    text: str
    law: bool


@dataclass(frozen=True, slots=True)
class AcuteCard:
    """The card for danger and hurry. ``checked`` is the first day of the month in which the numbers were checked."""

    heading: str
    lead: str
    offline: str
    lines: tuple[AcuteLine, ...]
    hurry_heading: str
    hurry: tuple[HurryLine, ...]
    checked: date


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What F1 says about one screen."""

    id: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys, as a person writes them, and what they do."""

    keys: str
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """A skeleton for a note, with ``# heading`` lines."""

    id: str
    title: str
    text: str


def _read(language: Language, name: str) -> dict[str, Any]:
    return resources.read_toml("content", language, f"{name}.toml")


def _prompt(raw: dict[str, Any]) -> Prompt:
    return Prompt(raw["id"], raw["text"], raw.get("hint", ""))


@cache
def prompts(language: Language, phase: Phase) -> tuple[PromptGroup, ...]:
    """Return the prompts of a phase, in groups."""
    return tuple(
        PromptGroup(raw["id"], raw["title"], tuple(_prompt(prompt) for prompt in raw["prompt"]))
        for raw in _read(language, "prompts")["group"]
        if raw["phase"] == phase
    )


@cache
def points(language: Language) -> tuple[Point, ...]:
    """Return the eight points to tell, in the order of telling."""
    found = _read(language, "points")["point"]
    return tuple(Point(raw["id"], raw["title"], raw["text"], raw.get("hint", "")) for raw in found)


@cache
def role_check(language: Language) -> RoleQuestions:
    """Return the questions and decisions of the role check. A *yes* is a reason to pause, nothing more."""
    raw = _read(language, "role_check")
    return RoleQuestions(
        questions=tuple(RoleQuestion(**question) for question in raw["question"]),
        position=RoleQuestion(**raw["position"]),
        decisions=tuple(RoleLabel(RoleDecision(each["id"]), each["label"]) for each in raw["decision"]),
    )


@cache
def acute_card(language: Language) -> AcuteCard:
    """Return the card for danger and hurry."""
    raw = _read(language, "acute")
    return AcuteCard(
        heading=raw["heading"],
        lead=raw["lead"],
        offline=raw["offline"],
        lines=tuple(AcuteLine(**line) for line in raw["line"]),
        hurry_heading=raw["hurry_heading"],
        hurry=tuple(HurryLine(**line) for line in raw["hurry"]),
        checked=date.fromisoformat(raw["checked"] + "-01"),
    )


@cache
def _help(language: Language) -> Mapping[str, HelpPage]:
    found = _read(language, "help")["screen"]
    pages = {raw["id"]: HelpPage(raw["id"], raw["title"], tuple(raw["paragraphs"])) for raw in found}
    return MappingProxyType(pages)


def help_page(language: Language, screen: str) -> HelpPage:
    """Return the help of a screen; a screen without help of its own gets that of *today*."""
    pages = _help(language)
    return pages.get(screen, pages["today"])


@cache
def shortcuts(language: Language) -> tuple[Shortcut, ...]:
    """Return the keys worth knowing."""
    return tuple(Shortcut(**raw) for raw in _read(language, "help")["shortcut"])


@cache
def _sentences(language: Language) -> Mapping[str, str]:
    return MappingProxyType(_read(language, "sentences"))


def sentence(language: Language, id_: str) -> str:
    """Return a fixed sentence. An unknown number is a bug."""
    return _sentences(language)[id_]


@cache
def templates(language: Language) -> tuple[Template, ...]:
    """Return the skeletons for a note."""
    return tuple(Template(**raw) for raw in _read(language, "templates")["template"])


@cache
def case_words() -> tuple[str, ...]:
    """Return the neutral words that case codes are made of; the same in every language."""
    return tuple(resources.read_text("content", "case_words.txt").split())
