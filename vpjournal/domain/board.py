"""The options board: what the reporter could do, with pros, cons and consequences, in the reporter's order.

It opens empty. A line from the library is a memory aid: it stands on the board only once it was recognised,
and it keeps the number of the library line it came from, so that paper can say it in another language.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from vpjournal.domain.ids import CaseId, OptionId


class LineKind(StrEnum):
    """The three lists below an option."""

    PRO = "pro"
    CON = "con"
    CONSEQUENCE = "consequence"


@dataclass(frozen=True, slots=True)
class BoardText:
    """A text on the board. ``library`` is the library text it was taken from, unchanged; ``""``: own words."""

    text: str
    library: str = ""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One pro, con or consequence."""

    kind: LineKind
    content: BoardText


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """One column of the board. ``library`` is the library option it was started from (``""``: an own option)."""

    title: BoardText
    who_knows: BoardText = field(default=BoardText(""))
    who_decides: BoardText = field(default=BoardText(""))
    reversible: BoardText = field(default=BoardText(""))
    lines: tuple[BoardLine, ...] = ()
    says: str = ""
    library: str = ""

    def texts(self, kind: LineKind) -> tuple[BoardText, ...]:
        """Return the lines of one kind, in order."""
        return tuple(line.content for line in self.lines if line.kind is kind)

    def with_each(self, change: Callable[[BoardText], BoardText]) -> "OptionDraft":
        """Return it with every text of the board changed; what the reporter says is another thing."""
        return replace(
            self,
            title=change(self.title),
            who_knows=change(self.who_knows),
            who_decides=change(self.who_decides),
            reversible=change(self.reversible),
            lines=tuple(replace(line, content=change(line.content)) for line in self.lines),
        )


@dataclass(frozen=True, slots=True)
class Option:
    """An option as it is stored."""

    id: OptionId
    case: CaseId
    draft: OptionDraft


@dataclass(frozen=True, slots=True)
class Board:
    """All options of a case, in the order that the reporter wants them."""

    case: CaseId
    options: tuple[Option, ...]
