"""The right side of the case workspace: what there is to do, what was agreed, and what happened by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.pages.case.words import event_words, task_caption, task_words
from ui.theme import Role
from ui.widgets.day_timeline import DayTimeline, TimelineRow
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column, holder
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.task_list import TaskList, TaskRow
from ui.widgets.wrapping_link import WrappingLink
from vpjournal.domain.case import Task, TaskKind
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.views import CaseView


class CaseSide(QFrame):
    """Shows tasks, agreements and the timeline of a case; says which of them the adviser chose."""

    task_chosen = Signal(object)
    """The adviser wants to do this ``Task``."""
    agreement_ticked = Signal(object, bool)
    """An agreement was done, or was not done after all: ``(AgreementId, done)``."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._t = texts
        self._shown: object = None
        self._tasks_of: list[tuple[WrappingLink, Task | None]] = []
        self._build_ui(theme)

    def _build_ui(self, theme: Theme) -> None:
        t = self._t
        self._theme = theme
        page = ScrollPage(theme=theme, margin=16)
        self.setLayout(column(page))
        self._links = column(spacing=4)
        self._to_do = holder(self._links)
        self._agreements = TaskList(theme=theme)
        self._agreements.ticked.connect(self._on_agreements_ticked)
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
        page.add(self._nothing, *self._groups.values())

    def _group(self, words: str, part: QWidget, theme: Theme) -> QWidget:
        group = QWidget()
        group.setLayout(column(Heading(words, theme=theme, role=Role.GROUP), part))
        return group

    def forget(self) -> None:
        """Show nothing."""
        self._shown = None
        self._show_links(())
        self._agreements.set_rows(())
        self._timeline.set_rows(())

    def show_case(self, view: CaseView) -> None:
        """Show what the frame read; what did not change keeps its place and the focus."""
        now = today()
        facts = (view.tasks, view.events, now)
        if facts == self._shown:
            return
        self._shown = facts
        agreed = [task for task in view.tasks if task.kind is TaskKind.AGREED]
        to_do = [task for task in view.tasks if task.kind is not TaskKind.AGREED]
        self._show_links(to_do)
        self._agreements.set_rows(
            [
                TaskRow(str(task.record), task_words(self._t, task), task_caption(self._t, task, today=now))
                for task in agreed
            ]
        )
        self._timeline.set_rows(
            [TimelineRow(event.day.words(self._t, today=now), event_words(self._t, event)) for event in view.events]
        )
        self._nothing.setVisible(not view.tasks)
        self._groups[self._to_do].setVisible(bool(to_do))
        self._groups[self._agreements].setVisible(bool(agreed))
        self._groups[self._timeline].setVisible(bool(view.events))

    def _show_links(self, tasks: Sequence[Task]) -> None:
        for number in range(len(self._tasks_of), len(tasks)):
            link = WrappingLink("", theme=self._theme)
            link.clicked.connect(lambda _checked=False, number=number: self._on_link_clicked(number))
            self._tasks_of.append((link, None))
            self._links.addWidget(link)
        for number, (link, _) in enumerate(self._tasks_of):
            task = tasks[number] if number < len(tasks) else None
            self._tasks_of[number] = (link, task)
            link.setObjectName("" if task is None else f"task_{task.kind}")
            link.set_words("" if task is None else task_words(self._t, task))
            link.setVisible(task is not None)

    def _on_link_clicked(self, number: int) -> None:
        self.task_chosen.emit(self._tasks_of[number][1])

    def _on_agreements_ticked(self, key: str, done: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self.agreement_ticked.emit(int(key), done)
