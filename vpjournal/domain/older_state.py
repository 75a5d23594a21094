"""What is told of a journal that is older than the one that was open here last."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OlderState:
    """How often the journal was opened and closed, as it says itself and as was last seen here, each with its day."""

    count: int
    day: date | None
    seen_count: int
    seen_day: date
