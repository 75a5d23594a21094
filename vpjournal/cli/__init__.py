"""The maintenance commands, for scripts and rescue: ``console`` asks and tells, and each subject has its own module."""

from vpjournal.cli.program import main

__all__ = ["main"]
