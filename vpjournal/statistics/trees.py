"""What is merged with what: of each question one tree of halves by meaning, the same for every client and every year.

Every branching has two sides, and a table is a cut through the tree: a branch is opened when both of its sides are
large enough, and only then. Therefore a branch that stayed closed says one thing alone, that some side was too small,
and any of its codes may still be none of it or all of it. With leftovers chosen by their size, what is hidden could be
told from what is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from vpjournal.domain.counting import (
    CONTACT_KINDS,
    INTEGRITY_KINDS,
    RELATIONS,
    STEPS,
    SUBJECTS,
    ContactKind,
    Counted,
    Dimension,
    Integrity,
    Relation,
    Step,
    Subject,
)
from vpjournal.domain.language import mark

NOT_SAID: Final = "not_said"
INTEGRITY_UNSAID: Final = "integrity_unsaid"


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One line that a table can have: a code, or a branch with its two sides. ``label`` is Dutch, and a key."""

    id: str
    label: str
    codes: tuple[str, ...]
    sides: tuple["Node", ...] = ()
    among: frozenset[str] = field(init=False, repr=False)
    """Its codes again, to look one up."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "among", frozenset(self.codes))

    def walk(self) -> Iterator["Node"]:
        """Yield it and everything below, from the top down."""
        yield self
        for side in self.sides:
            yield from side.walk()


_NAMES: Final[Mapping[Dimension, Mapping[str, str]]] = {
    dimension: {code.id: code.label for code in codes}
    for dimension, codes in (
        (Dimension.CONTACT_KIND, CONTACT_KINDS),
        (Dimension.SUBJECT, (*SUBJECTS, *INTEGRITY_KINDS)),
        (Dimension.RELATION, RELATIONS),
        (Dimension.STEP, STEPS),
    )
}
_UNSAID: Final = {NOT_SAID: mark("niet gezegd"), INTEGRITY_UNSAID: mark("integriteit, niet nader genoemd")}

_Shape = str | tuple[str, str, "_Shape", "_Shape"]


def _node(dimension: Dimension, shape: _Shape) -> Node:
    if isinstance(shape, str):
        return Node(str(shape), _UNSAID.get(shape) or _NAMES[dimension][shape], (str(shape),))
    name, label, *sides = shape
    one, two = (_node(dimension, side) for side in sides)
    return Node(name, label, (*one.codes, *two.codes), (one, two))


_KIND: Final[_Shape] = (
    "kind",
    mark("alle soorten contact"),
    ContactKind.CONVERSATION,
    (
        "kind_other",
        mark("een vraag, een signaal of iets anders"),
        ("kind_question", mark("een vraag of een signaal"), ContactKind.QUESTION, ContactKind.SIGNAL),
        (
            "kind_rest",
            mark("elders, buiten mijn taak of niet gezegd"),
            ContactKind.FORMAL,
            ("kind_outside", mark("buiten mijn taak of niet gezegd"), ContactKind.OUTSIDE, NOT_SAID),
        ),
    ),
)
_CORRUPTION: Final[_Shape] = (
    "integrity_power",
    mark("corruptie, misbruik van bevoegdheid of vriendjespolitiek"),
    ("integrity_bribery", mark("omkoping of afpersing"), Integrity.BRIBERY, Integrity.EXTORTION),
    (
        "integrity_favour",
        mark("misbruik van bevoegdheid of vriendjespolitiek"),
        Integrity.ABUSE_OF_POWER,
        Integrity.FAVOURITISM,
    ),
)
_MEANS: Final[_Shape] = (
    "integrity_means",
    mark("diefstal, fraude of misbruik van middelen of informatie"),
    Integrity.THEFT,
    (
        "integrity_misuse",
        mark("misbruik van middelen of informatie"),
        Integrity.MISUSE_OF_MEANS,
        Integrity.MISUSE_OF_INFORMATION,
    ),
)
_INTERESTS: Final[_Shape] = (
    "integrity_rest",
    mark("belangen, nevenwerk of niet nader genoemd"),
    (
        "integrity_interest",
        mark("belangenverstrengeling of nevenwerk"),
        Integrity.CONFLICT_OF_INTEREST,
        Integrity.SIDE_JOBS,
    ),
    ("integrity_vague", mark("integriteit, iets anders of niet nader genoemd"), Integrity.OTHER, INTEGRITY_UNSAID),
)
_INTEGRITY: Final[_Shape] = (
    "subject_integrity",
    mark("integriteit"),
    ("integrity_hard", mark("misbruik van macht, middelen of informatie"), _CORRUPTION, _MEANS),
    _INTERESTS,
)
_SUBJECT: Final[_Shape] = (
    "subject",
    mark("alle onderwerpen"),
    ("subject_conduct", mark("pesten of intimidatie"), Subject.BULLYING, Subject.INTIMIDATION),
    (
        "subject_others",
        mark("iets anders dan pesten of intimidatie"),
        (
            "subject_grave",
            mark("agressie, seksuele intimidatie of discriminatie"),
            ("subject_violence", mark("agressie, geweld en bedreiging"), Subject.AGGRESSION, Subject.THREAT),
            (
                "subject_equal",
                mark("seksuele intimidatie en discriminatie"),
                Subject.SEXUAL_HARASSMENT,
                Subject.DISCRIMINATION,
            ),
        ),
        (
            "subject_rest",
            mark("integriteit, een conflict over het werk of iets anders"),
            _INTEGRITY,
            (
                "subject_work",
                mark("een conflict over het werk, iets anders of niet gezegd"),
                Subject.WORK_CONFLICT,
                ("subject_vague", mark("iets anders of niet gezegd"), Subject.OTHER, NOT_SAID),
            ),
        ),
    ),
)
_RELATION: Final[_Shape] = (
    "relation",
    mark("alle relaties"),
    ("relation_manager", mark("leidinggevende of hoger"), Relation.MANAGER, Relation.HIGHER_MANAGER),
    (
        "relation_others",
        mark("iemand anders, of niet gezegd"),
        (
            "relation_colleague",
            mark("collega of medewerker"),
            Relation.COLLEAGUE,
            ("relation_some", mark("een groep of een medewerker"), Relation.GROUP, Relation.SUBORDINATE),
        ),
        (
            "relation_rest",
            mark("klant, derde, de organisatie of niet gezegd"),
            ("relation_outside", mark("klant, derde of organisatie"), Relation.THIRD_PARTY, Relation.ORGANISATION),
            NOT_SAID,
        ),
    ),
)
_INFORMAL: Final[_Shape] = (
    "step_informal",
    mark("zelf of informeel"),
    ("step_spoke", mark("sprak de ander aan"), Step.SPOKE, Step.SUPPORTED),
    (
        "step_inside",
        mark("leidinggevende, HR, bemiddeling of signaal"),
        Step.MANAGER_OR_HR,
        ("step_soft", mark("bemiddeling of een algemeen signaal"), Step.MEDIATION, Step.SIGNAL),
    ),
)
_FORMAL: Final[_Shape] = (
    "step_formal",
    mark("formeel of buiten de organisatie"),
    ("step_official", mark("formele klacht of formele melding"), Step.COMPLAINT, Step.REPORT),
    (
        "step_outside",
        mark("ging weg, of naar buiten de organisatie"),
        Step.LEFT,
        ("step_bodies", mark("een instantie of de politie"), Step.OUTSIDE_BODY, Step.POLICE),
    ),
)
_STEP: Final[_Shape] = (
    "step",
    mark("alle stappen"),
    (
        "step_none",
        mark("zonder verdere stap, of nog niet bekend"),
        Step.NOTHING,
        ("step_heard", mark("wilde het verhaal kwijt, of nog niet bekend"), Step.TOLD, NOT_SAID),
    ),
    ("step_taken", mark("met een verdere stap"), _INFORMAL, _FORMAL),
)

TREES: Final[Mapping[Dimension, Node]] = {
    dimension: _node(dimension, shape)
    for dimension, shape in (
        (Dimension.CONTACT_KIND, _KIND),
        (Dimension.SUBJECT, _SUBJECT),
        (Dimension.RELATION, _RELATION),
        (Dimension.STEP, _STEP),
    )
}
"""The four tables that a report has at most. Others are for the adviser's own eye: fewer tables protect each other."""

_SUBJECT_ORDER: Final[Sequence[str]] = (
    Subject.SEXUAL_HARASSMENT,
    Subject.DISCRIMINATION,
    Subject.AGGRESSION,
    Subject.THREAT,
    Subject.INTIMIDATION,
    Subject.BULLYING,
    Subject.INTEGRITY,
    Subject.WORK_CONFLICT,
    Subject.OTHER,
)
_STEP_ORDER: Final[Sequence[str]] = (
    Step.POLICE,
    Step.OUTSIDE_BODY,
    Step.COMPLAINT,
    Step.REPORT,
    Step.LEFT,
    Step.MEDIATION,
    Step.MANAGER_OR_HR,
    Step.SIGNAL,
    Step.SUPPORTED,
    Step.SPOKE,
    Step.TOLD,
    Step.NOTHING,
)


def code_of(case: Counted, dimension: Dimension) -> str:
    """Return the one code that a case counts with: of several subjects or steps the first in a fixed order.

    A table in which one case counts several times is no partition, and its sum beside the total tells how many did.
    """
    match dimension:
        case Dimension.SUBJECT:
            return _subject(case)
        case Dimension.STEP:
            return _first(case.steps, _STEP_ORDER, NOT_SAID)
        case Dimension.RELATION:
            return _known(case.relation, dimension)
        case _:
            return _known(case.kind, dimension)


def _subject(case: Counted) -> str:
    found = _first(case.subjects, _SUBJECT_ORDER, Subject.OTHER if case.subjects else NOT_SAID)
    if found in {NOT_SAID, Subject.INTEGRITY} and case.integrity:
        return _first(case.integrity, tuple(Integrity), Integrity.OTHER)
    return INTEGRITY_UNSAID if found == Subject.INTEGRITY else str(found)


def _first(given: Sequence[str], order: Sequence[str], otherwise: str) -> str:
    return str(next((code for code in order if code in given), otherwise))


def _known(code: str, dimension: Dimension) -> str:
    return str(code) if code in codes_of(dimension) else NOT_SAID


@cache
def codes_of(dimension: Dimension) -> frozenset[str]:
    """Return every code that a case can count with."""
    return frozenset(TREES[dimension].codes)


@cache
def nodes_of(dimension: Dimension) -> Mapping[str, Node]:
    """Return every node of a tree by its id."""
    return {node.id: node for node in TREES[dimension].walk()}
