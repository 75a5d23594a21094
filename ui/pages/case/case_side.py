"""The right side of the case workspace: what there is to do, what was agreed, and what happened by day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.pages.case.words import event_words, task_caption, task_words
from ui.theme import Role
from ui.widgets.day_timeline import DayTimeline, TimelineRow
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.task_list import TaskList, TaskRow
from vpjournal.domain.case import Task, TaskKind

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.views import CaseView


class CaseSide(QFrame):
    """Shows tasks, agreements and the timeline of a case; says which of them the adviser chose."""

    task_chosen = Signal(object)
    """The adviser wants to do this ``Task``."""
    agreement_ticked = Signal(object, bool)
    """An agreement was done, or was not done after all: ``(AgreementId, done)``."""
    event_chosen = Signal(object)
    """The adviser wants to see this ``Event``."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._t = texts
        self._tasks: tuple[Task, ...] = ()
        self._agreed: tuple[Task, ...] = ()
        self.setProperty("edge", "left")
        self._build_ui(theme)

    def _build_ui(self, theme: Theme) -> None:
        t = self._t
        self._to_do = TaskList(theme=theme, tickable=False)
        self._to_do.chosen.connect(lambda index: self.task_chosen.emit(self._tasks[index]))
        self._agreements = TaskList(theme=theme, tickable=True)
        self._agreements.ticked.connect(self._on_agreements_ticked)
        self._agreements.chosen.connect(lambda index: self.task_chosen.emit(self._agreed[index]))
        self._timeline = DayTimeline(theme=theme)
        self._nothing = Caption(t("Er is nu niets dat wacht."), theme=theme)
        self._groups = {
            part: self._group(words, part, theme)
            for words, part in (
                (t("Nog te doen"), self._to_do),
                (t("Afgesproken"), self._agreements),
                (t("Tijdlijn"), self._timeline),
            )
        }
        page = ScrollPage(theme=theme, margin=16)
        page.add(self._nothing, *self._groups.values())
        self.setLayout(column(page))

    def _group(self, words: str, part: QWidget, theme: Theme) -> QWidget:
        group = QWidget()
        group.setLayout(column(Heading(words, theme=theme, role=Role.GROUP), part))
        return group

    def show_case(self, view: CaseView) -> None:
        """Show what the frame read."""
        today = date.today()  # noqa: DTZ011 - the adviser's own calendar day
        self._agreed = tuple(task for task in view.tasks if task.kind is TaskKind.AGREED)
        self._tasks = tuple(task for task in view.tasks if task.kind is not TaskKind.AGREED)
        self._to_do.set_rows([self._task_row(task, today=today) for task in self._tasks])
        self._agreements.set_rows([self._task_row(task, today=today) for task in self._agreed])
        self._timeline.set_rows(
            [
                TimelineRow(event.day.words(self._t, today=today), event_words(self._t, event), current=False)
                for event in view.events
            ]
        )
        self._nothing.setVisible(not view.tasks)
        self._groups[self._to_do].setVisible(bool(self._tasks))
        self._groups[self._agreements].setVisible(bool(self._agreed))
        self._groups[self._timeline].setVisible(bool(view.events))

    def _task_row(self, task: Task, *, today: date) -> TaskRow:
        return TaskRow(task_words(self._t, task), task_caption(self._t, task, today=today))

    def _on_agreements_ticked(self, index: int, done: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self.agreement_ticked.emit(self._agreed[index].record, done)
