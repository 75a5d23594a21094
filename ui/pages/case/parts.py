"""Which class shows which part of a case: the only list of them."""

from collections.abc import Callable

from ui.pages.case.part import CasePart, PartContext, PartName
from vpjournal.domain.case import Phase

PartFactory = Callable[[PartContext, Phase], CasePart]

FACTORIES: dict[PartName, PartFactory] = {}
