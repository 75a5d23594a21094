"""An option while it is on the screen: what stands in it now, and what of that can be stored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count

from ui.pages.case.board.slots import without_blanks
from vpjournal.domain.board import BoardText, Option, OptionDraft
from vpjournal.domain.ids import OptionId
from vpjournal.domain.text import canonical

_keys = count(1)


@dataclass(slots=True, eq=False)
class OptionState:
    """One column. ``key`` names it on the screen; ``id`` is there as soon as it was stored."""

    draft: OptionDraft = field(repr=False)
    id: OptionId | None = None
    title: BoardText = field(default=BoardText(""), repr=False)
    """The last title that was not empty: an option keeps it when its title is wiped."""
    key: int = field(default_factory=lambda: next(_keys))

    @classmethod
    def of(cls, option: Option) -> OptionState:
        """Return the column of a stored option."""
        return cls(draft=option.draft, id=option.id, title=option.draft.title)

    def change(self, draft: OptionDraft) -> None:
        """Take over what stands there now."""
        self.draft = draft
        if _has_words(draft.title):
            self.title = draft.title

    def tidy(self) -> bool:
        """Drop empty lines and give back a title that was wiped; return whether it was."""
        wiped = not _has_words(self.draft.title) and _has_words(self.title)
        self.draft = without_blanks(replace(self.draft, title=self.title))
        return wiped

    def storable(self) -> OptionDraft | None:
        """Return what can be stored, or nothing while there is no title yet."""
        return without_blanks(replace(self.draft, title=self.title)) if _has_words(self.title) else None


def _has_words(title: BoardText) -> bool:
    return bool(canonical(title.text).strip())
