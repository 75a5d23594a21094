"""One line of the table for each thing measured, and the two ways it is told: a table and a JSON file."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import ceil
from pathlib import Path

_HEADINGS = ("row", "compared with", "measured", "bound", "measured ÷ bound", "")
_RIGHT = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured. ``measured`` and ``bound`` share ``unit``: ms, MB, or × what it is compared with."""

    name: str
    compared_with: str
    measured: float
    bound: float
    unit: str
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.measured <= self.bound


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of all are at or below."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


def as_table(rows: Sequence[Row]) -> str:
    cells = [_HEADINGS, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    lines = ["  ".join(_aligned(column, text, widths[column]) for column, text in enumerate(line)) for line in cells]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def write_json(rows: Sequence[Row], file: Path) -> None:
    machine = {
        "processors": os.cpu_count(),
        "load": os.getloadavg(),
        "python": platform.python_version(),
        "system": platform.system(),
    }
    found = [{**asdict(row), "ratio": round(row.measured / row.bound, 3), "holds": row.holds} for row in rows]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"machine": machine, "rows": found}, indent=1, ensure_ascii=False), encoding="utf-8")


def _cells(row: Row) -> tuple[str, ...]:
    verdict = "" if row.holds else "MISSES"
    told = " · ".join(part for part in (verdict, row.note) if part)
    measured, bound = _amount(row.measured, row.unit), _amount(row.bound, row.unit)
    return row.name, row.compared_with, measured, bound, f"{row.measured / row.bound:.2f}", told


def _amount(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"


def _aligned(column: int, text: str, width: int) -> str:
    return text.rjust(width) if column in _RIGHT else text.ljust(width)
