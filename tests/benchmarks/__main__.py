"""Measures the budget of the architecture: ``python -m tests.benchmarks`` prints one table, writes build/bench.json."""

import argparse
import sys
from collections.abc import Callable

from tests.benchmarks import identifier_rows, journal_rows, starting, statistics_rows, vault_rows, window_rows
from tests.benchmarks.large_journal import BUILD, kept_journal
from tests.benchmarks.table import Row, as_table, write_json

_GROUPS: dict[str, Callable[[], list[Row]]] = {
    "start": starting.measure,
    "journal": journal_rows.measure,
    "windows": window_rows.measure,
    "vault": vault_rows.measure,
    "identifiers": identifier_rows.measure,
    "statistics": statistics_rows.measure,
}


def main() -> int:
    """Measure all groups, or those that are named; tell how many rows miss by the exit status only when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(_GROUPS)}; all when none is named")
    parser.add_argument("--strict", action="store_true", help="end with status 1 when a row misses its bound")
    asked = parser.parse_args()
    if unknown := set(asked.groups) - set(_GROUPS):
        parser.error(f"no group {', '.join(sorted(unknown))}")
    if set(asked.groups or _GROUPS) - {"identifiers", "statistics"}:
        kept_journal()
    rows: list[Row] = []
    for name in asked.groups or _GROUPS:
        sys.stderr.write(f"measuring: {name} …\n")
        rows += _GROUPS[name]()
    print(as_table(rows))
    write_json(rows, BUILD.parent / "bench.json")
    return int(asked.strict and not all(row.holds for row in rows))


if __name__ == "__main__":
    sys.exit(main())
