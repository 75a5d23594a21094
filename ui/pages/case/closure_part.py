"""The closure: how the reporter leaves it, in the reporter's own words, and what happens to the notes and the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.pages.case.form_part import FormPart
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column, flow, holder
from vpjournal.domain.case import Asked
from vpjournal.domain.case_counting import ON_REQUEST
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.counting import Dimension
from vpjournal.domain.days import today
from vpjournal.domain.guidance import LEAVING_NAMES, ClosureDraft, Leaving
from vpjournal.domain.unsaved import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpjournal.domain.views import CaseView
    from vpjournal.journal.facade import Journal


_AT_CLOSING = (
    Dimension.CONTACT_KIND,
    Dimension.SUBJECT,
    Dimension.INTEGRITY,
    Dimension.RELATION,
    Dimension.STEP,
    Dimension.FOUND_VIA,
    *ON_REQUEST,
)


class ClosurePart(FormPart[ClosureDraft, ClosureDraft]):
    """A few last questions, then closing; a closed case opens again with one button."""

    area = Area.CLOSURE
    kind = Kind.CLOSURE
    lasting = True

    def _build_ui(self) -> Iterator[None]:
        leaving, self._leaving = self._chips(
            "leavingChoice",
            self.t("Hoe staat de melder er nu voor?"),
            [(kind, self.t(words)) for kind, words in LEAVING_NAMES.items()],
            rows=True,
        )
        self._add(self._heading(self.t("Afsluiting")), self._closed_bar(), leaving)
        yield
        words, self._words = self._text(
            "closureWordsField", self.t("Terugkijkend naar het doel, in de woorden van de melder")
        )
        left, self._left = self._text("leftUndoneField", self.t("Is er iets blijven liggen?"))
        self._add(words, left)
        yield
        procedure, self._procedure = self._asked(
            "procedureChoice",
            self.t("Verwacht de melder nog een procedure?"),
            helper=self.t("Zo ja, spreek dan af tot wanneer u uw aantekeningen langer bewaart."),
        )
        card, self._card = self._asked(
            "cardChoice", self.t("Is de sleutelkaart vernietigd?"), unanswered=self.t("nog niet aan toe")
        )
        door = Caption(
            self.t(
                "De deur blijft open. Belt de melder later, dan kunt u deze casus weer openen. Zelf neemt u geen "
                "contact op."
            ),
            theme=self.theme,
        )
        self._add(procedure, card, door)
        self._add_counting(*_AT_CLOSING, whole=True)
        self._add(self._foot())

    def _closed_bar(self) -> QWidget:
        self._closed_words = Body(theme=self.theme)
        reopen = button(self.t("Weer openen"), theme=self.theme, small=True, on_click=self._on_reopen_clicked)
        reopen.setObjectName("reopenCaseButton")
        self._closed = holder(column(self._closed_words, flow(reopen), margins=(16, 12, 16, 12)))
        self._closed.setProperty("kind", "agreed")
        self._closed.hide()
        return self._closed

    def _foot(self) -> QWidget:
        self._close_button = button(
            self.t("Casus afsluiten"), theme=self.theme, kind=MAIN, on_click=self._on_close_clicked
        )
        self._close_button.setObjectName("closeCaseButton")
        foot = QWidget()
        foot.setLayout(flow(self._close_button))
        return foot

    def forget(self) -> None:
        """Forget when the case was closed too."""
        super().forget()
        self._closed.hide()
        self._closed_words.setText("")

    def show_case(self, view: CaseView) -> None:
        """Show whether the case is closed."""
        day = view.case.closed_on
        self._closed.setVisible(day is not None)
        self._close_button.setVisible(day is None)
        if day is not None:
            self._closed_words.setText(self.t("Afgesloten op {day}.", day=self.t.day(day)))

    def _read(self, journal: Journal) -> ClosureDraft:
        return journal.closure.read(self.context.case)

    def _nothing(self) -> ClosureDraft:
        return ClosureDraft()

    def _fill(self, read: ClosureDraft) -> None:
        self._leaving.set_value(read.leaving)
        self._words.set_text(read.words)
        self._left.set_text(read.left_undone)
        self._procedure.set_value(read.expects_procedure)
        self._card.set_value(read.card_destroyed)

    def _collect(self) -> ClosureDraft:
        leaving = self._leaving.value
        return ClosureDraft(
            leaving=leaving if isinstance(leaving, Leaving) else None,
            words=self._words.text(),
            left_undone=self._left.text(),
            expects_procedure=Asked(str(self._procedure.value)),
            card_destroyed=Asked(str(self._card.value)),
        )

    def _save(self, journal: Journal, draft: ClosureDraft) -> Changes:
        return journal.closure.save(self.context.case, draft)

    def _on_close_clicked(self) -> None:
        day = today()
        self.flush(lambda saved: self._run(lambda j: j.closure.close(self.context.case, day)) if saved else None)

    def _on_reopen_clicked(self) -> None:
        self._run(lambda journal: journal.closure.reopen(self.context.case))
