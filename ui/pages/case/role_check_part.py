"""The role check: questions to the adviser, never blocks; asked at the start, and again when things change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.pages.case.part import PartName
from ui.pages.case.series_part import SeriesPart
from ui.widgets.buttons import button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column, flow, holder
from vpjournal.domain import guide
from vpjournal.domain.case import POSITION_NAMES, Asked, Phase, Position
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.days import today
from vpjournal.domain.guidance import Referral, RoleCheck, RoleCheckDraft, RoleDecision
from vpjournal.domain.ids import RoleCheckId
from vpjournal.domain.unsaved import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpjournal.journal.facade import Journal

_ACCUSED = "accused"


class RoleCheckPart(SeriesPart[RoleCheck, RoleCheckDraft]):
    """The check of this phase as a form; the others below it. Asking again begins a new one."""

    area = Area.ROLE_CHECKS
    kind = Kind.ROLE_CHECK
    lasting = True

    def _build_ui(self) -> Iterator[None]:
        content = guide.role_check(self.t.language)
        self._accused_asked = False
        self._day = today()
        self._decisions = {label.decision: label.label for label in content.decisions}
        lead = Caption(
            self.t("Deze vragen zijn voor uzelf. Ze houden niets tegen; ze helpen u bij uw rol te blijven."),
            theme=self.theme,
        )
        self._add(self._heading(self.t("Rolcheck")), lead)
        self._answers: dict[str, ChoiceRow] = {}
        for question in content.questions:
            field, self._answers[question.id] = self._asked(
                f"roleQuestion_{question.id}",
                question.text,
                helper=question.hint,
                unanswered=self.t("nog niet bekeken"),
            )
            self._add(field)
            yield
        position, self._position = self._chips(
            "positionChoice",
            content.position.text,
            [(kind, self.t(words)) for kind, words in POSITION_NAMES.items()],
            helper=content.position.hint,
        )
        self._position.changed.connect(self._show_ending)
        self._add(position, self._ending_card())
        yield
        decision, self._decision = self._chips(
            "decisionChoice", self.t("Wat besluit u?"), list(self._decisions.items()), rows=True
        )
        words, self._words = self._text("roleWordsField", self.t("Waarom, of met wie u overlegt (zonder namen)"))
        self._add(decision, words)
        self._build_foot(again=self.t("Opnieuw vragen"), earlier=self.t("Eerder gevraagd"))

    def _ending_card(self) -> QWidget:
        say = Body(
            self.t(
                "U kunt bijvoorbeeld zeggen: ‘Ook u verdient steun, alleen kan ik die niet geven. Een begeleider "
                "beschuldigde kan naast u staan.’ Zeg niets over wie u verder spreekt."
            ),
            theme=self.theme,
        )
        end = button(self.t("Doorverwijzen, en naar de afsluiting"), theme=self.theme, on_click=self._on_end_clicked)
        end.setObjectName("endGuidanceButton")
        self._ending = holder(column(say, flow(end), margins=(16, 12, 16, 12)))
        self._ending.setProperty("kind", "look")
        self._ending.hide()
        return self._ending

    def forget(self) -> None:
        """Forget that the person may be the one it is about, too."""
        self._accused_asked = False
        super().forget()

    def open(self, detail: str) -> None:
        """Open the check; with the detail ``accused`` for a person who turns out to be the one it is about."""
        self._accused_asked = detail == _ACCUSED
        if self._loaded:
            self._mark_accused()
        super().open(detail)

    def _mark_accused(self) -> None:
        if self._accused_asked:
            self._accused_asked = False
            self._position.set_value(Position.ACCUSED)
            self._show_ending()
            self.page.bring_into_sight(self._ending)
            self._touch()

    def _show_ending(self) -> None:
        self._ending.setVisible(self._position.value is Position.ACCUSED)

    def _fill(self, read: tuple[RoleCheck, ...]) -> None:
        super()._fill(read)
        self._mark_accused()

    def _show_draft(self, draft: RoleCheckDraft | None) -> None:
        shown = draft or RoleCheckDraft(self.phase, today())
        self._day = shown.day
        answers = dict(shown.answers)
        for key, row in self._answers.items():
            row.set_value(answers.get(key, Asked.NOT_ASKED))
        self._position.set_value(shown.position)
        self._decision.set_value(shown.decision)
        self._words.set_text(shown.words)
        self._show_ending()

    def _earlier_row(self, record: RoleCheck) -> QWidget:
        decision = record.draft.decision
        decided = self._decisions[decision] if decision is not None else self.t("nog niets besloten")
        return Body(f"{self.t.day(record.draft.day)} · {decided}", theme=self.theme)

    def _collect(self) -> RoleCheckDraft | None:
        decision, position = self._decision.value, self._position.value
        draft = RoleCheckDraft(
            phase=self.phase,
            day=self._day,
            answers=tuple((key, Asked(str(row.value))) for key, row in self._answers.items()),
            position=position if isinstance(position, Position) else Position.UNKNOWN,
            decision=decision if isinstance(decision, RoleDecision) else None,
            words=self._words.text(),
        )
        nothing = RoleCheckDraft(self.phase, self._day, tuple((key, Asked.NOT_ASKED) for key in self._answers))
        return None if self._edited.id is None and draft == nothing else draft

    def _is_current(self, record: RoleCheck) -> bool:
        return record.draft.phase is self.phase

    def _id_and_draft(self, record: RoleCheck) -> tuple[int, RoleCheckDraft]:
        return record.id, record.draft

    def _read(self, journal: Journal) -> tuple[RoleCheck, ...]:
        return journal.role_checks.list(self.context.case)

    def _insert(self, journal: Journal, draft: RoleCheckDraft) -> Changes:
        return journal.role_checks.record(self.context.case, draft)

    def _update(self, journal: Journal, record: int, draft: RoleCheckDraft) -> Changes:
        return journal.role_checks.change(RoleCheckId(record), draft)

    def _on_end_clicked(self) -> None:
        self._decision.set_value(RoleDecision.REFER)
        self._touch()
        self.flush(lambda saved: self._refer() if saved else None)

    def _refer(self) -> None:
        case = self.context.case

        def add_referral(journal: Journal) -> Changes:
            before = journal.follow_up.read(case)
            referrals = dict.fromkeys([*before.referrals, Referral.ACCUSED_SUPPORT])
            return journal.follow_up.save(case, replace(before, referrals=tuple(referrals)))

        self.context.page.operations.run(
            add_referral,
            done=lambda _: self.part_asked.emit(Phase.CLOSURE, PartName.CLOSURE, ""),
            failed=self._tell,
            initiator=self,
        )
