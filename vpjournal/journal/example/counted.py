"""Lets the cases of an example be counted: codes that fit their stories, and how long contacts took.

It draws by itself, so that what is told in the cases is the same with and without it.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

import resources
from vpjournal.domain.case import Phase
from vpjournal.domain.counting import Dimension
from vpjournal.domain.guidance import ChoiceKind
from vpjournal.domain.ids import CaseId
from vpjournal.journal.example.plan import CasePlan
from vpjournal.storage import Database, contacts, counting

_SAID_HOW_FOUND = 0.7
_GROUP = 0.04
_TAKEN_OVER = 0.015
_NOT_COUNTED = 0.02
_TALKED = (Phase.FIRST_CONVERSATION, Phase.SECOND_CONVERSATION)


def count_case(database: Database, case: CaseId, plan: CasePlan, *, seed: int) -> None:
    """Write what is counted of a case, as far as it came; the same for the same seed."""
    random = Random(f"count {seed} {plan.number}")  # noqa: S311 - nothing secret is drawn
    known = _known()
    told: Mapping[str, Any] = known["stories"].get(plan.story.id, {})
    number = counting.require_row(database, case, lambda: random.getrandbits(62) or 1)
    for dimension, codes in _codes(told, plan).items():
        counting.choose(database, number, dimension, list(dict.fromkeys(_picked(random, each) for each in codes)))
    if random.random() < _SAID_HOW_FOUND:
        counting.choose(database, number, Dimension.FOUND_VIA, [_picked(random, known["found"])])
    if random.random() < _GROUP:
        counting.set_persons(database, number, random.choice((2, 2, 3)))
    counting.set_taken_over(database, number, taken_over=random.random() < _TAKEN_OVER)
    counting.set_counted(database, case, counted=random.random() >= _NOT_COUNTED)
    for contact in contacts.of_case(database, case):
        contacts.set_minutes(database, contact.id, int(_picked(random, known["minutes"])))


def _codes(told: Mapping[str, Any], plan: CasePlan) -> dict[Dimension, Sequence[str]]:
    """Return what is known by now: subjects once they were talked about, steps once one was chosen."""
    found: dict[Dimension, Sequence[str]] = {}
    if "kind" in told:
        found[Dimension.CONTACT_KIND] = (told["kind"],)
    if len(plan.story.steps) == 1 or any(scene.step.phase in _TALKED for scene in plan.scenes):
        found[Dimension.SUBJECT] = told.get("subjects", ())
        found[Dimension.INTEGRITY] = told.get("integrity", ())
        found[Dimension.RELATION] = (told["relation"],) if "relation" in told else ()
    choices = [scene.step.choice.kind for scene in plan.scenes if scene.step.choice is not None]
    if choices and choices[-1] is not ChoiceKind.UNDECIDED:
        found[Dimension.STEP] = told.get("steps", ())
    return found


def _picked(random: Random, alternatives: str) -> str:
    return random.choice(alternatives.split("|"))


@cache
def _known() -> Mapping[str, Any]:
    return resources.read_toml("content", "nl", "example", "counting.toml")
