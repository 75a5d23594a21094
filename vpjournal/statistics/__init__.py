"""Yearly figures that give nobody away: counting, small-number protection, an audit against everything ever issued."""

from vpjournal.statistics.auditing import Finding, Kind, audit
from vpjournal.statistics.handing_over import write_report
from vpjournal.statistics.ledger import read_entry, write_entry
from vpjournal.statistics.protecting import Practice

__all__ = ["Finding", "Kind", "Practice", "audit", "read_entry", "write_entry", "write_report"]
