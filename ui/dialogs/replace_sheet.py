"""*Overal vervangen*: which name, by what, what that will touch; and afterwards what is left to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.replace_words import effects, places, replaced
from ui.dialogs.sheet import Sheet
from ui.faults import sentence
from ui.stopper import Interrupter
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Body, Caption, Heading, Words
from ui.widgets.layouts import clear, column, flow, holder
from ui.widgets.tick_list import TickRow
from vpjournal.domain.identifying import SMALL_ORGANISATION, Kind
from vpjournal.errors import Cancelled, FieldMissing, NameStays, TextTooLong

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ui.navigation import PageContext
    from vpjournal.domain.ids import CaseId
    from vpjournal.domain.replacing import Replaced, ReplacePlan
    from vpjournal.errors import JournalError

_REST = 250
"""Milliseconds after the last key before it is looked up where the name stands."""
_AGAIN = 100
_LONGEST = 400
"""Characters of a name, more than the journal takes, so that it can say so."""


@dataclass(frozen=True, slots=True)
class ReplaceWish:
    """What the sheet begins with. ``undoable`` is in how many texts the replacing before this one can be undone."""

    case: CaseId
    name: str = field(default="", repr=False)
    replacement: str = field(default="", repr=False)
    kind: Kind = Kind.PERSON
    undoable: int = 0
    small: bool = False


class ReplaceSheet(Sheet):
    """Tells beforehand, asks once, and can be stopped while it works; nothing changes before *Vervangen*."""

    replaced = Signal(object)
    """It was done: ``Replaced``."""
    undo_wanted = Signal()
    renew_wanted = Signal()

    def __init__(self, context: PageContext, wish: ReplaceWish, *, above: QWidget) -> None:
        title = context.texts("Overal vervangen")
        super().__init__(title, theme=context.theme, texts=context.texts, above=above, characters=80)
        self.setObjectName("replaceSheet")
        self._context, self._wish = context, wish
        self._t, self._theme = context.texts, context.theme
        self._plan: ReplacePlan | None = None
        self._parts: tuple[str, ...] = ()
        self._round = 0
        self._work: Interrupter | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self._stop)
        self._build_ui()
        self._on_name_edited()

    def _build_ui(self) -> None:
        self._form, self._told, self._after = self._build_form(), self._build_told(), self._build_after()
        self._busy = Busy(theme=self._theme, texts=self._t, can_cancel=True)
        self._busy.cancelled.connect(self._on_busy_cancelled)
        self._fault = Words(theme=self._theme, tone="notice")
        self._fault.setObjectName("replaceFault")
        self._fault.hide()
        self.page.add(self._form, self._told, self._fault, self._busy, self._after)
        self._after.hide()
        self._main = button(self._t("Vervangen"), theme=self._theme, kind=MAIN, on_click=self._replace)
        self._main.setObjectName("replaceButton")
        self.close_button.setText(self._t("Toch niet"))
        self.close_button.setAccessibleName(self._t("Toch niet"))
        self.lead_with(self._main)

    def _build_form(self) -> QWidget:
        t, theme = self._t, self._theme
        lead = Body(
            t(
                "De naam gaat uit alle teksten van deze casus, ook uit eerdere versies en de prullenbak. De naam zelf "
                "wordt nergens bewaard."
            ),
            theme=theme,
        )
        self._name = line_edit(self._wish.name, limit=_LONGEST)
        self._name.setObjectName("replaceNameField")
        self._name.textChanged.connect(lambda _text: self._on_name_edited())
        self._name_field = Field(t("Welke naam?"), self._name, theme=theme)
        self._also = TickRow("", theme=theme, ticked=True)
        self._also.setObjectName("replacePartsRow")
        self._also.toggled.connect(lambda _on: self._ask())
        self._new = line_edit(self._wish.replacement, limit=_LONGEST)
        self._new.setObjectName("replacementField")
        self._new.textChanged.connect(lambda _text: self._ask())
        self._new_field = Field(t("Wat komt ervoor in de plaats?"), self._new, theme=theme)
        self._proposals = flow(spacing=8)
        rows: list[QWidget] = [lead, self._name_field, self._also, self._new_field, holder(self._proposals)]
        if self._wish.small:
            rows.append(Caption(t(SMALL_ORGANISATION), theme=theme))
        if self._wish.undoable:
            rows.insert(0, self._build_earlier())
        return holder(column(*rows, spacing=12))

    def _build_earlier(self) -> QWidget:
        words = Caption(replaced(self._t, self._wish.undoable), theme=self._theme)
        undo = button(self._t("Ongedaan maken"), theme=self._theme, kind=LINK, on_click=self._on_undo_clicked)
        undo.setObjectName("undoEarlierButton")
        return holder(flow(words, undo, spacing=16))

    def _build_told(self) -> QWidget:
        self._count = Heading(theme=self._theme, role=Role.GROUP)
        self._count.setObjectName("replaceCount")
        self._places = Body(theme=self._theme)
        self._places.setObjectName("replacePlaces")
        self._effects = column(spacing=8)
        self._until = Caption(self._t("Ongedaan maken kan tot u vergrendelt."), theme=self._theme)
        return holder(column(self._count, self._places, self._effects, self._until))

    def _build_after(self) -> QWidget:
        t, theme = self._t, self._theme
        self._done = Heading(theme=theme, role=Role.PANEL)
        self._done.setObjectName("replacedHeading")
        self._left = Body(theme=theme)
        renew = button(t("Reservekopieën vernieuwen"), theme=theme, on_click=self._on_renew_clicked)
        renew.setObjectName("renewAfterReplaceButton")
        undo = button(t("Ongedaan maken (tot u vergrendelt)"), theme=theme, kind=LINK, on_click=self._on_undo_clicked)
        undo.setObjectName("undoReplaceButton")
        return holder(column(self._done, self._left, holder(flow(renew, undo, spacing=16)), spacing=12))

    # What is asked for

    def _names(self) -> tuple[str, ...]:
        also = self._parts if self._also.box.isChecked() else ()
        return (self._name.text(), *also)

    def _on_name_edited(self) -> None:
        from vpjournal.journal.replacing import parts_of  # noqa: PLC0415 - only when a name is replaced

        self._parts = parts_of(self._name.text()) if self._wish.kind is Kind.PERSON else ()
        self._also.show_row(
            self._t("Ook los: {parts}", parts=" · ".join(self._parts)), ticked=self._also.box.isChecked()
        )
        self._also.setVisible(bool(self._parts))
        self._ask()

    def _ask(self) -> None:
        self._plan = None
        self._round += 1
        self._main.setEnabled(False)
        self._fault.hide()
        self._rest.start()

    def _look(self) -> None:
        number, case, name, kind = self._round, self._wish.case, self._name.text(), self._wish.kind
        names, new, operations = self._names(), self._new.text(), self._context.operations
        operations.run(
            lambda journal: journal.replacing.preview(case, names, new),
            done=lambda plan: self._on_plan(number, plan),
            failed=lambda error: self._on_no_plan(number, error),
            initiator=self,
        )
        operations.run(
            lambda journal: journal.replacing.proposals(case, name, kind) if name.strip() else (),
            done=lambda found: self._show_proposals(number, found),
            failed=lambda _error: None,
            initiator=self,
        )

    def _on_plan(self, number: int, plan: ReplacePlan) -> None:
        if number != self._round:
            return
        self._plan = plan
        self._name_field.set_fault(None)
        self._new_field.set_fault(None)
        self._show_plan(plan)
        self._main.setEnabled(bool(plan.found) and bool(self._new.text().strip()))

    def _on_no_plan(self, number: int, error: JournalError) -> None:
        if number != self._round:
            return
        words = sentence(self._t, error)
        too_long = isinstance(error, TextTooLong)
        on_new = isinstance(error, NameStays) or (too_long and len(self._new.text()) > len(self._name.text()))
        on_name = too_long and not on_new
        self._new_field.set_fault(words if on_new else None)
        self._name_field.set_fault(words if on_name else None)
        self._told.hide()
        if not (on_new or on_name or isinstance(error, FieldMissing)):
            self._show_fault(words)

    def _show_plan(self, plan: ReplacePlan) -> None:
        found = self._t.plural("Staat op {n} plek", "Staat op {n} plekken", plan.times)
        self._count.setText(found if plan.found else self._t("Dit staat nergens in deze casus."))
        self._places.setText(places(self._t, plan))
        self._places.setVisible(bool(plan.found))
        clear(self._effects)
        for each in effects(self._t, plan):
            self._effects.addWidget(Body(each, theme=self._theme))
        self._until.setVisible(bool(plan.found))
        self._told.show()

    def _show_proposals(self, number: int, found: tuple[str, ...]) -> None:
        if number != self._round:
            return
        clear(self._proposals)
        for each in found:
            choose = button(each, theme=self._theme, small=True, on_click=partial(self._new.setText, each))
            choose.setObjectName("proposalButton")
            choose.setAccessibleDescription(self._t("Voorstel"))
            self._proposals.addWidget(choose)

    # Doing it

    def _replace(self) -> None:
        plan = self._plan
        if plan is None or self._work is not None:
            return
        work = self._work = Interrupter()
        self._form.setEnabled(False)
        self._main.setEnabled(False)
        self._fault.hide()
        self._busy.start(self._t("Bezig met vervangen. Dat kan een paar seconden duren."))
        self.page.bring_into_sight(self._busy)
        self._context.operations.run(
            work.watched(lambda journal: journal.replacing.replace(plan, self._t)),
            done=self._on_replaced,
            failed=self._on_failed,
            stop=work.stop,
        )

    def _on_replaced(self, done: Replaced) -> None:
        self._end_work()
        self.replaced.emit(done)
        if not done.backups:
            self.accept()
            return
        for each in (self._form, self._told, self._main):
            each.hide()
        self._done.setText(replaced(self._t, done.texts))
        self._left.setText(
            self._t.plural(
                "In {n} eerdere reservekopie kan de naam nog staan.",
                "In {n} eerdere reservekopieën kan de naam nog staan.",
                done.backups,
            )
        )
        self._after.show()
        QTimer.singleShot(0, self, self.fit)
        self.close_button.setText(self._t("Sluiten"))
        self.close_button.setAccessibleName(self._t("Sluiten"))
        self.close_button.setFocus()

    def _on_failed(self, error: JournalError) -> None:
        self._end_work()
        self._form.setEnabled(True)
        self._main.setEnabled(True)
        if not isinstance(error, Cancelled):
            self._show_fault(sentence(self._t, error))

    def _show_fault(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.show()
        self.page.bring_into_sight(self._fault)

    def _end_work(self) -> None:
        self._again.stop()
        self._busy.stop()
        self._work = None

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _on_busy_cancelled(self) -> None:
        self._stop()
        self._again.start()

    def _on_undo_clicked(self) -> None:
        self.accept()
        self.undo_wanted.emit()

    def _on_renew_clicked(self) -> None:
        self.accept()
        self.renew_wanted.emit()

    def accept(self) -> None:
        """Close, unless it is at work: then that is stopped first."""
        if self._work is None:
            super().accept()
        else:
            self._on_busy_cancelled()

    def reject(self) -> None:
        self.accept()

    def fit(self) -> None:
        """Be as high as may be while something is asked, because what is told comes and goes."""
        super().fit()
        if not self._form.isHidden():
            self.resize(self.width(), self._above.height() - 48)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self._name if not self._wish.name else self._new).setFocus(Qt.FocusReason.OtherFocusReason)
