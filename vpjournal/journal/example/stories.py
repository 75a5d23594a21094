"""The invented stories and organisations that examples are made of, read from resources.

Whoever writes them writes templates (see ``telling``); what is here is their shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import resources
from vpjournal.domain.case import Asked, Phase, Position, Track
from vpjournal.domain.guidance import AfterCare, AgreementKind, ChoiceKind, Doer, Referral, RoleDecision
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route, RouteEntry, Sector

_FILES = ("behaviour.toml", "integrity.toml", "short.toml")
_PHASES = tuple(Phase)


@dataclass(frozen=True, slots=True)
class OptionTold:
    """An option on the board: one of the library with the lines that were recognised, or one in own words."""

    title: str = ""
    library: str = ""
    keep: str = ""
    who: str = ""
    decides: str = ""
    back: str = ""
    pro: tuple[str, ...] = ()
    con: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceTold:
    """A choice in the reporter's words."""

    kind: ChoiceKind
    words: str
    reason: str = ""
    may_know: str = ""
    may_not_know: str = ""
    good_sign: str = ""
    stop_sign: str = ""


@dataclass(frozen=True, slots=True)
class AgreementTold:
    """An agreement. An appointment is for the day of the next step of the story."""

    what: str
    kind: AgreementKind = AgreementKind.ACTION
    who: Doer = Doer.TOGETHER


@dataclass(frozen=True, slots=True)
class CareTold:
    """After-care as agreed."""

    after_care: AfterCare
    how: str
    disadvantage: Asked = Asked.NOT_ASKED
    referrals: tuple[Referral, ...] = ()


@dataclass(frozen=True, slots=True)
class CloseTold:
    """How the reporter leaves it. ``leaving`` holds alternatives."""

    leaving: str
    words: str
    left_undone: str = ""
    procedure: Asked = Asked.NOT_ASKED
    card: Asked = Asked.NOT_ASKED


@dataclass(frozen=True, slots=True)
class Step:
    """One contact and what came of it. ``gap``: usual days since the step before."""

    phase: Phase
    note: str
    gap: int = 0
    channel: str = "phone"
    role: RoleDecision = RoleDecision.MY_ROLE
    role_words: str = ""
    position: Position | None = None
    options: tuple[OptionTold, ...] = ()
    choice: ChoiceTold | None = None
    agreements: tuple[AgreementTold, ...] = ()
    care: CareTold | None = None
    close: CloseTold | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A story from first contact to closure. ``weight``: how often it happens, in proportion."""

    id: str
    about: str
    steps: tuple[Step, ...]
    weight: int
    position: Position
    track: Track = Track.BEHAVIOUR
    sectors: tuple[Sector, ...] = ()
    hopes: str = ""
    needs: str = ""
    good: str = ""
    never: str = ""
    danger: Asked = Asked.NO
    hurry: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClientTold:
    """An organisation; ``share``: how many cases it brings, in proportion."""

    draft: OrganisationDraft
    share: int


@dataclass(frozen=True, slots=True)
class Stories:
    """All there is to tell. ``more``: contacts that any long story may have; ``passages``: what makes notes longer."""

    stories: tuple[Story, ...]
    clients: tuple[ClientTold, ...]
    words: Mapping[Sector, Mapping[str, str]]
    recognition: tuple[str, ...]
    reach: str
    stopped: Step
    not_heard: CloseTold
    more: tuple[Step, ...]
    passages: tuple[str, ...]


@cache
def stories() -> Stories:
    """Return what examples are made of. The cases are Dutch, whatever the language of the screen."""
    raw = [_read(name) for name in _FILES]
    known = _read("organisations.toml")
    short = raw[-1]
    endings = {each["id"]: each for each in short["ending"]}
    return Stories(
        stories=tuple(_story(each) for part in raw for each in part["story"]),
        clients=tuple(_client(each) for each in known["organisation"]),
        words={Sector(sector): words for sector, words in known["words"].items()},
        recognition=tuple(known["recognition"]["words"].split("|")),
        reach=known["recognition"]["reach"],
        stopped=_ending(endings["stopped"]),
        not_heard=_close(endings["not_heard"]),
        more=tuple(Step(Phase.FOLLOW_UP, each["note"], gap=21, channel=each["channel"]) for each in short["more"]),
        passages=tuple(short["passages"]["texts"]),
    )


def _read(name: str) -> dict[str, Any]:
    return resources.read_toml("content", "nl", "example", name)


def _story(raw: dict[str, Any]) -> Story:
    known = {name: raw[name] for name in ("hopes", "needs", "good", "never", "hurry", "slots") if name in raw}
    return Story(
        id=raw["id"],
        about=raw["about"],
        steps=tuple(_step(each) for each in raw["step"]),
        weight=raw["weight"],
        position=Position(raw["position"]),
        track=Track(raw.get("track", Track.BEHAVIOUR)),
        sectors=tuple(Sector(each) for each in raw.get("sectors", ())),
        danger=Asked(raw.get("danger", Asked.NO)),
        **known,
    )


def _step(raw: dict[str, Any]) -> Step:
    position = raw.get("position")
    return Step(
        phase=_PHASES[raw["phase"] - 1],
        note=raw["note"],
        gap=raw.get("gap", 0),
        channel=raw["channel"],
        role=RoleDecision(raw.get("role", RoleDecision.MY_ROLE)),
        role_words=raw.get("role_words", ""),
        position=None if position is None else Position(position),
        options=tuple(_option(each) for each in raw.get("option", ())),
        choice=_choice(raw["choice"]) if "choice" in raw else None,
        agreements=tuple(_agreement(each) for each in raw.get("agree", ())),
        care=_care(raw["care"]) if "care" in raw else None,
        close=_close(raw["close"]) if "close" in raw else None,
    )


def _option(raw: dict[str, Any]) -> OptionTold:
    lists: dict[str, Any] = {name: tuple(raw.get(name, ())) for name in ("pro", "con", "then")}
    return OptionTold(**{**raw, **lists})


def _choice(raw: dict[str, Any]) -> ChoiceTold:
    return ChoiceTold(**{**raw, "kind": ChoiceKind(raw["kind"])})


def _agreement(raw: dict[str, Any]) -> AgreementTold:
    kind = AgreementKind(raw.get("kind", AgreementKind.ACTION))
    return AgreementTold(what=raw["what"], kind=kind, who=Doer(raw.get("who", Doer.TOGETHER)))


def _care(raw: dict[str, Any]) -> CareTold:
    return CareTold(
        after_care=AfterCare(raw["after_care"]),
        how=raw["how"],
        disadvantage=Asked(raw.get("disadvantage", Asked.NOT_ASKED)),
        referrals=tuple(Referral(each) for each in raw.get("referrals", ())),
    )


def _close(raw: dict[str, Any]) -> CloseTold:
    return CloseTold(
        leaving=raw["leaving"],
        words=raw["words"],
        left_undone=raw.get("left_undone", ""),
        procedure=Asked(raw.get("procedure", Asked.NOT_ASKED)),
        card=Asked(raw.get("card", Asked.NOT_ASKED)),
    )


def _ending(raw: dict[str, Any]) -> Step:
    return Step(Phase.FOLLOW_UP, raw["note"], gap=16, channel=raw["channel"], close=_close(raw))


def _client(raw: dict[str, Any]) -> ClientTold:
    known = {Route(each): Presence.EXISTS for each in raw["exists"]}
    known |= {Route(each): Presence.ABSENT for each in raw["absent"]}
    remarks = raw.get("remark", {})
    draft = OrganisationDraft(
        name=raw["name"],
        headcount=raw["headcount"],
        sector=Sector(raw["sector"]),
        year_starts=raw.get("year_starts", 1),
        recipients=raw["recipients"],
        substitute=raw.get("substitute", ""),
        remarks=raw.get("remarks", ""),
        routes=tuple(RouteEntry(each, known.get(each, Presence.UNKNOWN), remarks.get(each, "")) for each in Route),
    )
    return ClientTold(draft, raw["share"])
