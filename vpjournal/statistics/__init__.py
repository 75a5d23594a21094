"""Yearly figures that give nobody away: counting, small-number protection, an audit against everything ever issued."""

from vpjournal.statistics.auditing import Finding, Kind, audit
from vpjournal.statistics.ledger import read_entry, write_entry
from vpjournal.statistics.protecting import Practice
from vpjournal.statistics.writing import as_json

__all__ = ["Finding", "Kind", "Practice", "as_json", "audit", "read_entry", "write_entry"]
