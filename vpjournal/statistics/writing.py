"""Writes a protected report as JSON, for who reads figures with a program: what is printed, and nothing else."""

import json
from collections.abc import Mapping
from typing import Any, Final

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import (
    CIRCLE_NAMES,
    REASON_NAMES,
    SENTENCES,
    WHY,
    Part,
    ProtectedReport,
    Section,
    Table,
    Told,
    Why,
)
from vpjournal.domain.language import Texts, mark

REPORT_FORMAT: Final = 1

_QUESTIONS: Final[Mapping[Dimension, str]] = {
    Dimension.CONTACT_KIND: mark("soort contact"),
    Dimension.SUBJECT: mark("onderwerp zoals genoemd"),
    Dimension.RELATION: mark("relatie tot de ander"),
    Dimension.STEP: mark("verste stap van de melder"),
}


def as_json(report: ProtectedReport, *, organisation: str, texts: Texts, fixed: bool = False) -> bytes:
    """Write a report as JSON with sorted keys: what is printed, in the language of ``texts``.

    Figures that are not ``fixed`` are to look at: what leaves has to be in the ledger, or the next report cannot be
    audited against it. The file says which it is.
    """
    body = {
        "format": REPORT_FORMAT,
        "fixed": fixed,
        "organisation": organisation,
        "period": {"key": report.period.key, "name": report.period.words(texts)},
        "circle": {"key": report.circle, "name": texts(CIRCLE_NAMES[report.circle])},
        "class": {"key": report.report_class, "why": [texts(WHY[each]) for each in report.class_why]},
        "year": _section(report.year, texts),
        "three_years": None if report.block is None else _section(report.block, texts),
        "practice": None if report.picture is None else _section(report.picture, texts),
        "told": _told(report.told, texts),
        "kept": _why(report.kept, texts),
    }
    return (json.dumps(body, sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode()


def _section(section: Section, texts: Texts) -> dict[str, Any]:
    return {
        "years": [section.first_year, section.last_year],
        "cases": section.total.exact,
        "between": section.total.band,
        "organisations": section.organisations,
        "tables": [_table(table, texts) for table in section.tables],
        "apart": [_part(part, texts) for part in section.released],
        "told": _told(section.told, texts),
        "why": _why(section.why, texts),
    }


def _table(table: Table, texts: Texts) -> dict[str, Any]:
    return {
        "question": {"key": table.dimension, "name": texts(_QUESTIONS[table.dimension])},
        "lines": [_part(part, texts) for part in table.parts],
        "why": _why(table.why, texts),
    }


def _part(part: Part, texts: Texts) -> dict[str, Any]:
    return {
        "key": part.node,
        "codes": list(part.codes),
        "name": texts(part.label),
        "cases": part.cases,
        "why": _why(part.why, texts),
        "reason": None if part.released is None else texts(REASON_NAMES[part.released]),
    }


def _told(told: tuple[Told, ...], texts: Texts) -> list[str]:
    return [
        texts(SENTENCES[each.sentence], label=texts(each.label)) if each.label else texts(SENTENCES[each.sentence])
        for each in told
    ]


def _why(why: Why | None, texts: Texts) -> str | None:
    return None if why is None else texts(WHY[why])
