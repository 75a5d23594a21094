"""What is told of damage that was found in a journal: which texts it touches, by the words of the adviser."""

from dataclasses import dataclass

from vpjournal.domain.days import CoarseDay
from vpjournal.domain.views import HitKind


@dataclass(frozen=True, slots=True)
class AffectedText:
    """A text that is not what was written. ``name`` is the code of its case, or the name of an organisation."""

    kind: HitKind | None
    name: str
    day: CoarseDay | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """What is affected; ``lost`` counts what cannot even be named, and ``healed`` says that nothing of it is left."""

    texts: tuple[AffectedText, ...] = ()
    lost: int = 0
    healed: bool = False
