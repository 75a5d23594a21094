"""Finds what would identify a person in a text, and proposes what to say instead. Keeps nothing, and asks nobody.

``names`` are told by capitals, lists and context; ``forms`` by how they are written; ``finder`` brings both together.
``instead`` is what to say in their place. Beside these, questions of other kinds: ``judging`` and ``report_text``.
"""

from vpjournal.identifiers.finder import Finder

__all__ = ["Finder"]
