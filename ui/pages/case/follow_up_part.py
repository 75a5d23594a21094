"""Follow-up and after-care: only what was agreed with the reporter, and where the reporter was referred to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.case.form_part import FormPart
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.labels import Caption
from ui.widgets.tick_list import TickList
from vpjournal.domain.case import Asked
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.counting import Dimension
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.guidance import AFTER_CARE_NAMES, REFERRAL_NAMES, AfterCare, FollowUp, Referral
from vpjournal.domain.unsaved import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from vpjournal.journal.facade import Journal


class FollowUpPart(FormPart[FollowUp, FollowUp]):
    """Nobody is called without an agreement: how and until when is asked only once after-care is wanted."""

    area = Area.FOLLOW_UP
    kind = Kind.FOLLOW_UP
    lasting = True

    def _build_ui(self) -> Iterator[None]:
        lead = Caption(
            self.t("Nazorg is er alleen als u die samen hebt afgesproken. Zo belt u nooit onverwacht."),
            theme=self.theme,
        )
        care, self._care = self._chips(
            "afterCareChoice",
            self.t("Is er nazorg afgesproken?"),
            [(kind, self.t(words)) for kind, words in AFTER_CARE_NAMES.items()],
            rows=True,
        )
        self._care.changed.connect(self._show_agreed)
        self._add(self._heading(self.t("Vervolg en nazorg")), lead, care)
        yield
        self._how_field, self._how = self._text(
            "afterCareHowField", self.t("Hoe: wie belt, hoe vaak, en wanneer juist niet?")
        )
        self._add(self._how_field, self._until_field())
        yield
        disadvantage, self._disadvantage = self._asked(
            "disadvantageChoice", self.t("Wordt de melder sinds deze stap anders behandeld?")
        )
        self._add(disadvantage)
        yield
        self._add(self._referral_field())
        self._add_counting(Dimension.STEP)

    def _until_field(self) -> QWidget:
        label = self.t("Tot wanneer?")
        self._until = DayField(theme=self.theme, texts=self.t, today=today(), ahead=True, months=False, name=label)
        self._until.setObjectName("afterCareUntil")
        self._until.changed.connect(self._touch)
        self._until_row = Field(label, self._until, theme=self.theme)
        return self._until_row

    def _referral_field(self) -> QWidget:
        label = self.t("Waar hebt u de melder naar verwezen?")
        choices = [(kind, self.t(words)) for kind, words in REFERRAL_NAMES.items()]
        self._referrals = TickList(choices, theme=self.theme, name=label)
        self._referrals.setObjectName("referralList")
        self._referrals.changed.connect(self._touch)
        return Field(label, self._referrals, theme=self.theme)

    def _show_agreed(self) -> None:
        wanted = self._care.value is AfterCare.WANTED
        self._how_field.setVisible(wanted)
        self._until_row.setVisible(wanted)

    def _read(self, journal: Journal) -> FollowUp:
        return journal.follow_up.read(self.context.case)

    def _nothing(self) -> FollowUp:
        return FollowUp()

    def _fill(self, read: FollowUp) -> None:
        self._care.set_value(read.after_care)
        self._how.set_text(read.how)
        self._until.count_from(today())
        self._until.set_value(CoarseDay.exactly(read.until) if read.until is not None else None)
        self._disadvantage.set_value(read.disadvantage)
        self._referrals.set_ticked(read.referrals)
        self._show_agreed()

    def _collect(self) -> FollowUp:
        until = self._until.value
        return FollowUp(
            after_care=AfterCare(str(self._care.value)),
            how=self._how.text(),
            until=until.day if until is not None else None,
            disadvantage=Asked(str(self._disadvantage.value)),
            referrals=tuple(Referral(str(each)) for each in self._referrals.ticked),
        )

    def _save(self, journal: Journal, draft: FollowUp) -> Changes:
        return journal.follow_up.save(self.context.case, draft)
