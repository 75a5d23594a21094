"""Writes what was issued as canonical JSON and reads it back: the same entry is always the same bytes."""

import json
from collections.abc import Callable
from typing import Any, Final, TypeVar

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import (
    Basis,
    Circle,
    LedgerEntry,
    Part,
    PracticeIssued,
    Reason,
    Release,
    ReportClass,
    ReportIssued,
    Section,
    Sentence,
    Table,
    Told,
    Total,
    Why,
)
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.statistics.trees import nodes_of

FORMAT: Final = 1
_T = TypeVar("_T")


def write_entry(entry: LedgerEntry) -> str:
    """Write an entry as JSON with sorted keys and no blanks."""
    body = _report(entry) if isinstance(entry, ReportIssued) else _practice(entry)
    return json.dumps({"format": FORMAT, **body}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def read_entry(text: str) -> LedgerEntry:
    """Read what ``write_entry`` wrote. Raise ValueError for anything else."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        return _read_report(data) if data["kind"] == "report" else _read_practice(data)
    except (KeyError, TypeError) as damaged:
        raise ValueError("no entry of the ledger") from damaged


def _report(entry: ReportIssued) -> dict[str, Any]:
    return {
        "kind": "report",
        "number": entry.number,
        "circle": entry.circle,
        "basis": _basis(entry.basis),
        "year": _section(entry.year),
        "releases": [[r.organisation, r.period.key, r.dimension, r.code, r.reason] for r in entry.releases],
        "told": _told(entry.told),
    }


def _read_report(data: dict[str, Any]) -> ReportIssued:
    releases = tuple(
        Release(OrganisationId(who), Period.from_key(period), Dimension(dimension), code, Reason(reason))
        for who, period, dimension, code, reason in data["releases"]
    )
    return ReportIssued(
        data["number"],
        Circle(data["circle"]),
        _read_basis(data["basis"]),
        _read_section(data["year"]),
        releases,
        _read_told(data["told"]),
    )


def _practice(entry: PracticeIssued) -> dict[str, Any]:
    return {
        "kind": "practice",
        "number": entry.number,
        "year": entry.year,
        "bases": [_basis(each) for each in entry.bases],
        "members": [[organisation, period.key] for organisation, period in entry.members],
        "picture": _section(entry.picture),
        "blocks": [[organisation, _section(section)] for organisation, section in entry.blocks],
    }


def _read_practice(data: dict[str, Any]) -> PracticeIssued:
    return PracticeIssued(
        data["number"],
        data["year"],
        tuple(_read_basis(each) for each in data["bases"]),
        tuple((OrganisationId(organisation), Period.from_key(key)) for organisation, key in data["members"]),
        _read_section(data["picture"]),
        tuple((OrganisationId(organisation), _read_section(section)) for organisation, section in data["blocks"]),
    )


def _basis(basis: Basis) -> dict[str, Any]:
    return {
        "organisation": basis.organisation,
        "period": basis.period.key,
        "class": basis.report_class,
        "threshold": basis.threshold,
        "cases": basis.cases,
        "counts": {dimension: dict(counts) for dimension, counts in basis.counts},
        "why": list(basis.class_why),
    }


def _read_basis(data: dict[str, Any]) -> Basis:
    counts = data["counts"]
    return Basis(
        OrganisationId(data["organisation"]),
        Period.from_key(data["period"]),
        ReportClass(data["class"]),
        data["threshold"],
        data["cases"],
        tuple((each, tuple(sorted(counts[each].items()))) for each in Dimension if each in counts),
        tuple(Why(each) for each in data["why"]),
    )


def _section(section: Section) -> dict[str, Any]:
    return {
        "years": [section.first_year, section.last_year],
        "exact": section.total.exact,
        "band": section.total.band,
        "tables": [[each.dimension, [_part(part) for part in each.parts], each.why] for each in section.tables],
        "told": _told(section.told),
        "released": [_part(part) for part in section.released],
        "why": section.why,
        "organisations": section.organisations,
    }


def _read_section(data: dict[str, Any]) -> Section:
    band = data["band"]
    return Section(
        data["years"][0],
        data["years"][1],
        Total(data["exact"], (band[0], band[1]) if band else None),
        tuple(
            Table(Dimension(dimension), tuple(_read_part(part, dimension) for part in parts), _maybe(Why, why))
            for dimension, parts, why in data["tables"]
        ),
        _read_told(data["told"]),
        tuple(_read_part(part, part["dimension"]) for part in data["released"]),
        _maybe(Why, data["why"]),
        data["organisations"],
    )


def _part(part: Part) -> dict[str, Any]:
    return {
        "node": part.node,
        "codes": list(part.codes),
        "cases": part.cases,
        "why": part.why,
        "released": part.released,
        "dimension": part.dimension,
    }


def _read_part(data: dict[str, Any], dimension: str) -> Part:
    return Part(
        data["node"],
        nodes_of(Dimension(dimension))[data["node"]].label,
        tuple(data["codes"]),
        data["cases"],
        _maybe(Why, data["why"]),
        _maybe(Reason, data["released"]),
        _maybe(Dimension, data["dimension"]),
    )


def _told(told: tuple[Told, ...]) -> list[list[str]]:
    return [[each.sentence, each.label] for each in told]


def _read_told(data: list[list[str]]) -> tuple[Told, ...]:
    return tuple(Told(Sentence(sentence), label) for sentence, label in data)


def _maybe(kind: Callable[[str], _T], value: str | None) -> _T | None:
    return None if value is None else kind(value)
