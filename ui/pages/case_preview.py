"""A glance at one case beside the list: how far it is, what waits, what happened. No themes, no words of anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.pages.case.words import event_words, task_words
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.day_timeline import DayTimeline, TimelineRow
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import clear, column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tag import Tag
from vpjournal.domain.case import PHASE_NAMES, PHASE_STATE_NAMES, PhaseState, TaskKind
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.ids import CaseId
    from vpjournal.domain.language import Texts
    from vpjournal.domain.views import CaseView

_WIDTH = 304


class CasePreview(QFrame):
    """Shows a case briefly; *Openen* goes there."""

    open_requested = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._case: CaseId | None = None
        self.setProperty("panel", "surface")
        self.setProperty("edge", "left")
        self.setFixedWidth(round(_WIDTH * min(theme.text_scale, 1.3)))
        self._build_ui()

    def _build_ui(self) -> None:
        theme = self._theme
        self._code = Heading(theme=theme, role=Role.CODE)
        self._tag = Tag(theme=theme)
        self._organisation = Caption(theme=theme)
        self._facts = column(spacing=4)
        self._timeline = DayTimeline(theme=theme)
        go = button(self._t("Openen"), theme=theme, small=True, on_click=self._on_open_clicked)
        go.setObjectName("openCaseButton")
        page = ScrollPage(theme=theme, margin=20)
        page.add(self._code, self._tag, self._organisation, self._facts)
        page.add(Heading(self._t("Tijdlijn"), theme=theme, role=Role.GROUP), self._timeline, holder(flow(go)))
        self.setLayout(column(page))

    def show_case(self, view: CaseView) -> None:
        """Show another case."""
        t, now = self._t, today()
        self._case = view.case.id
        self._code.setText(view.case.details.code)
        self._tag.set_word(view.case.details.word)
        self._organisation.setText(view.case.organisation_name or t("organisatie nog onbekend"))
        clear(self._facts)
        for phase, state in view.case.phases:
            if state is not PhaseState.NOT_YET:
                words = f"{t(PHASE_NAMES[phase])}: {t(PHASE_STATE_NAMES[state])}"
                self._facts.addWidget(Caption(words, theme=self._theme))
        for task in view.tasks:
            if task.kind is not TaskKind.AGREED:
                self._facts.addWidget(Body(task_words(t, task), theme=self._theme))
        self._timeline.set_rows(
            [TimelineRow(event.day.words(t, today=now), event_words(t, event)) for event in view.events]
        )

    def _on_open_clicked(self) -> None:
        if self._case is not None:
            self.open_requested.emit(self._case)
