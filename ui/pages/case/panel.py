"""What the case workspace asks of the panel that stands in the middle of it.

The frame owns the header, the phase bar, the timeline and the tasks; a panel owns one phase. The frame reads the
case once and hands the same picture to all; long texts a panel reads for itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vpjournal.domain.ids import CaseId

if TYPE_CHECKING:
    from ui.autosave import Autosave
    from ui.navigation import PageContext
    from vpjournal.domain.case import Phase
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.views import CaseView


@dataclass(frozen=True, slots=True)
class PanelContext:
    """What a panel may use: all that a page may, and the case it stands in."""

    page: PageContext
    case: CaseId


class PhasePanel(QWidget):
    """A panel of the case workspace. A subclass builds its fields in ``_build_ui`` and overrides what it needs."""

    phase_asked = Signal(object, str)
    """The panel sends the adviser to another phase: ``(Phase, detail)``."""

    def __init__(self, context: PanelContext, phase: Phase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.phase = phase
        self._autosaves: list[Autosave[Any]] = []

    def show_case(self, view: CaseView) -> None:
        """Show what the frame read; called when the case is opened and whenever it changed."""

    def open(self, detail: str) -> None:
        """Come to the front, at the finer place that ``detail`` once gave, or at the usual one for ``""``."""

    def detail(self) -> str:
        """Say where in this panel the adviser is: numbers and names of parts, never anything typed."""
        return ""

    def on_changes(self, changes: Changes) -> None:
        """Read again what these changes touched; never called for changes that this panel made itself."""

    def help_screen(self) -> str:
        """Name the help text of what is on the screen now."""
        return f"case_{self.phase.value}"

    def autosaves(self) -> tuple[Autosave[Any], ...]:
        """Return what saves this panel's fields."""
        return tuple(self._autosaves)

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save all that was typed here, then call ``done`` once: false when something could not be saved."""
        pending = [autosave for autosave in self.autosaves() if autosave.dirty]
        outcomes: list[bool] = []

        def one_done(saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush`` in ui.navigation
            outcomes.append(saved)
            if len(outcomes) == len(pending):
                done(all(outcomes))

        if not pending:
            done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation
        for autosave in pending:
            autosave.flush(one_done)

    def unsaved(self) -> bytes:
        """Return what could not be saved, for the sealed draft; empty when there is nothing."""
        return b""
