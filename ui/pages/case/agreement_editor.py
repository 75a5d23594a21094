"""The card in which an agreement is made or changed, with one question when it would put the adviser in front."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.card import Card
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Body
from ui.widgets.layouts import column, flow, holder
from vpjournal.domain import guide
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.guidance import DOER_NAMES, AgreementDraft, AgreementKind, Doer, asks_about_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.theme import Theme
    from vpjournal.domain.case import Phase
    from vpjournal.domain.language import Texts


class AgreementEditor(Card):
    """Collects an ``AgreementDraft``; asks once about the role, and never blocks."""

    keep_requested = Signal()
    dropped = Signal()
    question_asked = Signal()
    """The question about the role appeared, below what was filled in."""

    def __init__(self, *, theme: Theme, texts: Texts, phase: Phase) -> None:
        super().__init__(theme=theme)
        self._theme = theme
        self._t = texts
        self._phase = phase
        self._confirmed = False

    def build(self) -> Iterator[None]:
        """Build the fields piece by piece; do so before anything else."""
        t, theme = self._t, self._theme
        kinds = [
            (AgreementKind.APPOINTMENT, t("een gesprek of telefoontje")),
            (AgreementKind.ACTION, t("iets wat iemand doet")),
        ]
        self._kind = ChoiceRow(kinds, theme=theme, name=t("Wat voor afspraak?"), small=True)
        self._kind.setObjectName("agreementKind")
        self._kind.changed.connect(self._show_labels)
        self._what = line_edit()
        self._what.setObjectName("agreementWhatField")
        self._doer = ChoiceRow([(kind, t(words)) for kind, words in DOER_NAMES.items()], theme=theme, small=True)
        self._doer.setObjectName("agreementDoer")
        self._due = DayField(theme=theme, texts=t, today=today(), ahead=True, months=False, name=t("Wanneer?"))
        self._due.setObjectName("agreementDue")
        self._may = line_edit()
        self._may.setObjectName("agreementMayKnowField")
        yield
        self._what_field = Field("", self._what, theme=theme)
        self._doer_field = Field("", self._doer, theme=theme)
        for field in (
            Field(t("Wat voor afspraak?"), self._kind, theme=theme),
            self._what_field,
            self._doer_field,
            Field(t("Wanneer?"), self._due, theme=theme),
            Field(t("Wie mag ervan weten?"), self._may, theme=theme),
        ):
            self.add(field)
            self.body.addSpacing(8)
            yield
        self.add(self._question())
        keep = button(t("Afspraak bewaren"), theme=theme, kind=MAIN, on_click=self._on_keep_clicked)
        keep.setObjectName("keepAgreementButton")
        drop = button(t("Niet bewaren"), theme=theme, kind=LINK, on_click=self.dropped.emit)
        drop.setObjectName("dropAgreementButton")
        self.set_actions(keep, drop)
        self.setFocusProxy(self._what)
        self.show_draft(None)

    def _question(self) -> QWidget:
        asks = Body(guide.sentence(self._t.language, "agreement_for_reporter"), theme=self._theme)
        leave = button(self._t("Zo laten staan"), theme=self._theme, small=True, on_click=self._on_leave_clicked)
        leave.setObjectName("leaveAgreementButton")
        self._leave = leave
        change = button(self._t("Anders opschrijven"), theme=self._theme, small=True, on_click=self._on_change_clicked)
        change.setObjectName("rewordAgreementButton")
        self._asks = holder(column(asks, flow(leave, change), spacing=12, margins=(16, 12, 16, 12)))
        self._asks.setProperty("kind", "look")
        self._asks.hide()
        return self._asks

    @property
    def question(self) -> QWidget:
        """The question about the role, with its two answers."""
        return self._asks

    def show_draft(self, draft: AgreementDraft | None) -> None:
        """Show an agreement to change, or an empty one: an appointment in which the reporter takes the initiative."""
        shown = draft or AgreementDraft(AgreementKind.APPOINTMENT, Doer.REPORTER, "", phase=self._phase)
        self._confirmed = shown.confirmed
        self._kind.set_value(shown.kind)
        self._what.setText(shown.what)
        self._doer.set_value(shown.doer)
        self._due.count_from(today())
        self._due.set_value(CoarseDay.exactly(shown.due) if shown.due is not None else CoarseDay.unknown())
        self._may.setText(shown.may_know)
        self._what_field.set_fault(None)
        self._asks.hide()
        self._show_labels()

    def draft(self) -> AgreementDraft | None:
        """Return what stands in the fields; ``None`` while there is nothing that says what was agreed."""
        draft = self._fields()
        said = draft.what or (draft.kind is AgreementKind.APPOINTMENT and (draft.due or draft.may_know))
        return draft if said else None

    def half_typed(self) -> AgreementDraft | None:
        """Return what stands in the fields although it is not complete; ``None`` while nothing was filled in."""
        draft = self._fields()
        if draft.kind is AgreementKind.ACTION and not draft.what and (draft.due or draft.may_know):
            return replace(draft, what=self._t("nog in te vullen"))
        return self.draft()

    def _fields(self) -> AgreementDraft:
        due = self._due.value
        return AgreementDraft(
            kind=AgreementKind(str(self._kind.value)),
            doer=Doer(str(self._doer.value)),
            what=self._what.text().strip(),
            due=due.day if due is not None else None,
            may_know=self._may.text().strip(),
            phase=self._phase,
            confirmed=self._confirmed,
        )

    def ask_for_words(self) -> None:
        """Say that something has to be filled in first."""
        if self._kind.value is AgreementKind.APPOINTMENT:
            words = self._t("Schrijf op wat u hebt afgesproken, of kies een dag.")
        else:
            words = self._t("Schrijf op wat u hebt afgesproken.")
        self._what_field.set_fault(words)
        self._what.setFocus()

    def _show_labels(self) -> None:
        meeting = self._kind.value is AgreementKind.APPOINTMENT
        self._what_field.set_label(self._t("Waarvoor?") if meeting else self._t("Wat is er afgesproken?"))
        self._doer_field.set_label(self._t("Wie neemt contact op?") if meeting else self._t("Wie doet het?"))

    def _on_keep_clicked(self) -> None:
        draft = self.draft()
        if draft is not None and asks_about_role(draft):
            self._asks.show()
            self._leave.setFocus()
            self.question_asked.emit()
        else:
            self.keep_requested.emit()

    def _on_leave_clicked(self) -> None:
        self._confirmed = True
        self.keep_requested.emit()

    def _on_change_clicked(self) -> None:
        self._asks.hide()
        self._what.setFocus()
        self._what.selectAll()
