"""Finds what would identify a person in a text, and proposes what to say instead. Keeps nothing, and asks nobody."""

from vpjournal.identifiers.finder import Finder

__all__ = ["Finder"]
