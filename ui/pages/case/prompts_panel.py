"""The memory aid at the left of a note: questions in groups, and in the first conversation the points to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame

from ui.theme import Role
from ui.widgets.labels import Heading
from ui.widgets.layouts import column
from ui.widgets.wrapping_tree import TreeGroup, TreeLine, WrappingTree
from vpjournal.domain import guide
from vpjournal.domain.case import Phase

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class PromptsPanel(QFrame):
    """Gives the question that was clicked. Where nothing is written beside it, a click only ticks it as asked."""

    chosen = Signal(str)
    point_ticked = Signal(str, bool)
    """One of the points to tell was told, or was not after all."""

    def __init__(self, phase: Phase, *, theme: Theme, texts: Texts, to_tick: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._prompts = guide.prompts(texts.language, phase)
        self._points = guide.points(texts.language) if phase is Phase.FIRST_CONVERSATION else ()
        self._to_tick = to_tick
        self.setProperty("edge", "right")
        self._build_ui()

    def _build_ui(self) -> None:
        name = self._t("Geheugensteun")
        self.tree = WrappingTree(theme=self._theme, name=name)
        self.tree.setObjectName("promptsTree")
        self.tree.chosen.connect(self.chosen)
        self.tree.ticked.connect(self._on_tree_ticked)
        self.show_anew()
        whole = column(Heading(name, theme=self._theme, role=Role.GROUP), self.tree, margins=(24, 16, 0, 8))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_anew(self) -> None:
        """Show all groups with nothing ticked; the first is unfolded where the questions are read aloud."""
        groups = [
            TreeGroup(group.title, tuple(self._line(prompt) for prompt in group.prompts)) for group in self._prompts
        ]
        if self._points:
            lines = tuple(TreeLine(f"{point.title}. {point.text}", point.hint, point.id) for point in self._points)
            groups.insert(0, TreeGroup(self.points_title, lines))
        self.tree.set_groups(groups)
        if self._to_tick:
            for group in self._prompts[:2]:
                self.tree.unfold(group.title)

    def forget(self) -> None:
        """Show all groups folded, with no point told."""
        self.tree.collapseAll()
        self.tree.setCurrentIndex(QModelIndex())
        self.show_told(())

    @property
    def points_title(self) -> str:
        """The title of the group of points."""
        return self._t("Vooraf uitleggen")

    def show_told(self, told: Collection[str]) -> None:
        """Tick the points that were told, and say how many."""
        if not self._points:
            return
        for point in self._points:
            self.tree.set_ticked(point.id, ticked=point.id in told)
        count = sum(point.id in told for point in self._points)
        self.tree.set_count(self.points_title, self._t("{n} van {all}", n=count, all=len(self._points)))

    def unfold_points(self) -> None:
        """Open the group of points."""
        self.tree.unfold(self.points_title)

    def _line(self, prompt: guide.Prompt) -> TreeLine:
        return TreeLine(prompt.text, prompt.hint, prompt.id if self._to_tick else "")

    def _on_tree_ticked(self, key: str, ticked: bool) -> None:  # noqa: FBT001 - a slot of a signal
        if any(point.id == key for point in self._points):
            self.point_ticked.emit(key, ticked)
