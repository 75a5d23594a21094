"""The goals of the reporter: what is needed now, what would be good enough, what must not happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.case.form_part import FormPart
from ui.widgets.labels import Caption
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.counting import Dimension
from vpjournal.domain.guidance import Goals
from vpjournal.domain.unsaved import Kind

if TYPE_CHECKING:
    from vpjournal.journal.facade import Journal


class GoalsPart(FormPart[Goals, Goals]):
    """Three questions, in the reporter's words; the second conversation comes back to them."""

    area = Area.GOALS
    kind = Kind.GOALS
    lasting = True

    def _build_ui(self) -> None:
        lead = Caption(self.t("In de woorden van de melder. Een doel mag later veranderen."), theme=self.theme)
        needs, self._needs = self._text("needsField", self.t("Wat heeft de melder nu het meest nodig?"))
        good, self._good = self._text("goodEnoughField", self.t("Wat is er anders als het goed genoeg is?"))
        never, self._never = self._text("neverField", self.t("Wat mag er in geen geval gebeuren?"))
        self._add(self._heading(self.t("Doel van de melder")), lead, needs, good, never)
        self._add_counting(Dimension.SUBJECT, Dimension.INTEGRITY, Dimension.RELATION)

    def _read(self, journal: Journal) -> Goals:
        return journal.goals.read(self.context.case)

    def _nothing(self) -> Goals:
        return Goals()

    def _fill(self, read: Goals) -> None:
        self._needs.set_text(read.needs)
        self._good.set_text(read.good_enough)
        self._never.set_text(read.never)

    def _collect(self) -> Goals:
        return Goals(needs=self._needs.text(), good_enough=self._good.text(), never=self._never.text())

    def _save(self, journal: Journal, draft: Goals) -> Changes:
        return journal.goals.save(self.context.case, draft)
