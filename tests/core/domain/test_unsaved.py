"""Texts that could not be saved are written down and read back exactly, and tell whether their record is the same."""

import json
from dataclasses import replace
from datetime import date

import pytest

from vpjournal.domain import unsaved
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.case import Asked, CaseDraft, Channel, Phase, Position
from vpjournal.domain.contact import ContactDraft, FirstContact
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import (
    AgreementDraft,
    AgreementKind,
    ChoiceDraft,
    ChoiceKind,
    ClosureDraft,
    Doer,
    FollowUp,
    Goals,
    Leaving,
    Referral,
    RoleCheckDraft,
    RoleDecision,
)
from vpjournal.domain.identifying import OwnList
from vpjournal.domain.ids import CaseId, OrganisationId
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route, RouteEntry, Sector
from vpjournal.domain.plain import from_plain, to_plain
from vpjournal.domain.summary import Recipient, SummaryDraft
from vpjournal.domain.unsaved import Home, Kind, SheetLines, Unsaved

DAY = date(2026, 11, 18)
TYPED: dict[Kind, tuple[object, tuple[str, ...]]] = {
    Kind.NOTE: ("Zij zei: ‘niet nu’.\n\n", ("Zij zei: ‘niet nu’.\n\n",)),
    Kind.CASE: (
        FirstContact(
            CaseDraft("Merel-47", "vlinder", OrganisationId(7), "de sfeer", danger=Asked.NO, hopes="rust"),
            ContactDraft(Phase.FIRST_CONTACT, CoarseDay.in_month_of(DAY), Channel.PHONE),
            same_word=True,
        ),
        ("vlinder", "de sfeer", "rust"),
    ),
    Kind.ROLE_CHECK: (
        RoleCheckDraft(Phase.CHOICE, DAY, (("interest", Asked.YES),), Position.WITNESS, RoleDecision.THINK, "overleg"),
        ("overleg",),
    ),
    Kind.GOALS: (Goals(needs="rust", never="dat het bekend wordt"), ("rust", "dat het bekend wordt")),
    Kind.OPTION: (
        OptionDraft(
            BoardText("Zelf aanspreken", "speak"),
            who_knows=BoardText("niemand"),
            lines=(BoardLine(LineKind.PRO, BoardText("snel")), BoardLine(LineKind.CON, BoardText("spannend"))),
            says="misschien",
            library="speak",
        ),
        ("Zelf aanspreken", "niemand", "snel", "spannend", "misschien"),
    ),
    Kind.CHOICE: (ChoiceDraft(ChoiceKind.STEP, DAY, words="eerst een brief"), ("eerst een brief",)),
    Kind.AGREEMENT: (AgreementDraft(AgreementKind.ACTION, Doer.TOGETHER, "brief lezen", DAY), ("brief lezen",)),
    Kind.FOLLOW_UP: (FollowUp(how="bellen", until=DAY, referrals=(Referral.UNION,)), ("bellen",)),
    Kind.SUMMARY: (SummaryDraft("U wilt rust.", Recipient.OTHER, purpose="lezen"), ("U wilt rust.", "lezen")),
    Kind.CLOSURE: (ClosureDraft(Leaving.PARTLY, words="het is goed zo"), ("het is goed zo",)),
    Kind.ORGANISATION: (
        OrganisationDraft(
            "Het Nest", 40, Sector.CARE, 9, routes=(RouteEntry(next(iter(Route)), Presence.EXISTS, "bij de balie"),)
        ),
        ("Het Nest", "bij de balie"),
    ),
    Kind.CONTACT_LINE: ("bel gerust", ("bel gerust",)),
    Kind.SHEET_LINES: (SheetLines("bel", "klacht", "na een jaar"), ("bel", "klacht", "na een jaar")),
    Kind.OWN_LIST: (OwnList("Jonna\nBo", sites="Duinpan"), ("Jonna\nBo", "Duinpan")),
}


def test_there_is_one_of_each_kind() -> None:
    assert set(TYPED) == set(Kind) == set(unsaved.TYPES) == set(unsaved.KIND_NAMES)


@pytest.mark.parametrize("kind", Kind)
def test_it_comes_back_as_it_was(kind: Kind) -> None:
    draft, words = TYPED[kind]
    text = Unsaved(Home(kind, CaseId(5), 2**61), draft, before="ab")
    data = unsaved.written(text)
    assert unsaved.read(data) == text
    # Filled up with spaces, as it is sealed.
    assert unsaved.read(data + b"   ") == text
    assert unsaved.read_words(data) == unsaved.words(draft) == words


def test_its_words_are_told_of_a_kind_that_only_a_newer_program_knows() -> None:
    data = json.loads(unsaved.written(Unsaved(Home(Kind.NOTE), "rust")))
    newer = json.dumps({**data, "kind": "letter", "draft": {"to": "wie"}}).encode()
    with pytest.raises(ValueError, match="letter"):
        unsaved.read(newer)
    assert unsaved.read_words(newer) == ("rust",)


def test_a_broken_character_does_not_keep_a_text_from_being_written() -> None:
    assert unsaved.words(unsaved.read(unsaved.written(Unsaved(Home(Kind.NOTE), "a\ud800b"))).draft) == ("a?b",)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: {**data, "case": "5"},
        lambda data: {**data, "record": 1.5},
        lambda data: {**data, "before": None},
        lambda data: {**data, "draft": 5},
        lambda data: {**data, "kind": None},
        lambda data: [data],
        lambda data: {key: value for key, value in data.items() if key != "words"},
    ],
)
def test_what_has_another_shape_is_refused(spoil: object) -> None:
    data = json.loads(unsaved.written(Unsaved(Home(Kind.NOTE, CaseId(5)), "rust")))
    with pytest.raises(ValueError, match=r"."):
        unsaved.read(json.dumps(spoil(data)).encode())  # type: ignore[operator]  # Each is a function.


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Goals, {"needs": "a", "extra": "b"}),
        (Goals, {"needs": 1}),
        (ChoiceDraft, {"kind": "step"}),
        (ChoiceDraft, {"kind": "leap", "day": "2026-11-18"}),
        (ChoiceDraft, {"kind": "step", "day": "18 november"}),
        (FollowUp, {"referrals": "union"}),
        (RoleCheckDraft, {"phase": "choice", "day": "2026-11-18", "answers": [["interest"]]}),
        (int, True),
        (bool, 1),
    ],
)
def test_plain_data_of_another_shape_is_refused(kind: type, data: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_plain(kind, data)


def test_what_cannot_be_read_back_is_not_written() -> None:
    for value in (1.5, b"x", {1: 2}, [1]):
        with pytest.raises(TypeError):
            to_plain(value)


def test_a_stamp_tells_whether_a_record_says_the_same() -> None:
    goals = Goals(needs="rust", never="ruzie")
    assert unsaved.stamp(goals) == unsaved.stamp(Goals(needs=" rust\u00a0", never="ruzie\n"))
    assert unsaved.stamp(goals) != unsaved.stamp(replace(goals, needs="rust!"))
    assert unsaved.stamp(goals) != unsaved.stamp(Goals(needs="ruzie", never="rust"))
    assert unsaved.stamp("cafe\u0301") == unsaved.stamp("café")


def test_that_two_cases_may_have_one_word_is_no_other_text() -> None:
    draft, _words = TYPED[Kind.CASE]
    assert isinstance(draft, FirstContact)
    assert unsaved.stamp(draft) == unsaved.stamp(replace(draft, same_word=False))


def test_what_was_never_stored_is_new() -> None:
    case = CaseId(5)
    assert unsaved.is_new(Home(Kind.CASE))
    assert unsaved.is_new(Home(Kind.CHOICE, case))
    assert unsaved.is_new(Home(Kind.ORGANISATION))
    assert not unsaved.is_new(Home(Kind.CASE, case))
    assert not unsaved.is_new(Home(Kind.CHOICE, case, 3))
    assert not unsaved.is_new(Home(Kind.GOALS, case))


def test_nothing_that_was_typed_shows_in_a_repr() -> None:
    for kind, (draft, words) in TYPED.items():
        shown = repr(Unsaved(Home(kind), draft)) + repr(unsaved.Waiting("x", kind, words=words))
        assert not any(word in shown for word in words)
