"""A text that is stored nowhere, and beside it what in it could give someone away: replaced or left, then taken along.

For what is pasted or read from a file before it enters a note, and for any text on its way out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QWidget

from ui.recognising.points_list import PointsList
from ui.recognising.points_row import Ways
from ui.recognising.points_words import replaced_words
from ui.theme import Role
from ui.widgets.field import Field
from ui.widgets.layouts import column, holder, row
from ui.widgets.plain_text_box import PlainTextBox
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tabbed_side import side_tabs
from vpjournal.domain.days import today
from vpjournal.domain.gate import Accepted, Point, Reason, Same, same_words
from vpjournal.domain.identifying import Known
from vpjournal.domain.ids import AcceptedId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ui.operations import Operations
    from ui.theme import Theme
    from vpjournal.domain.identifying import Find
    from vpjournal.domain.ids import CaseId
    from vpjournal.domain.language import Texts
    from vpjournal.journal.facade import Journal

_REST = 400
"""Milliseconds after the last key before the text is looked at."""
_LONG = 200_000
"""Characters from which looking may take seconds, and is done where no paper waits for it."""


class TextCheck(QWidget):
    """Give it a text with ``set_text`` and take ``text()`` back. What is left or called no name is not remembered."""

    settled = Signal()
    """The text was looked at as it stands now; ``open_count`` tells how much is open."""
    edited = Signal()

    def __init__(
        self,
        *,
        operations: Operations,
        theme: Theme,
        texts: Texts,
        case: CaseId | None = None,
        small: bool = False,
        beside: str = "",
        look: Callable[[str, Known], tuple[Point, ...]] | None = None,
    ) -> None:
        """``case`` says whose words that are no names, and whose roles, count; ``look`` looks, off this thread.

        ``beside`` is the text that this one goes into: who has a role there keeps it to himself.
        """
        super().__init__()
        self._operations, self._theme, self._t = operations, theme, texts
        self._case, self._small, self._look_at = case, small, look or _look
        self._beside, self._roles = beside, ""
        self._known: Known | None = None
        self._certain: list[Find] = []
        self._left: dict[str, Accepted] = {}
        self._turn: object = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        self.open_count = 0
        """How many points are open, the same words being one."""
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self.editor = PlainTextBox(font=theme.font(), line_height=theme.line_height(Role.BODY), margins=(4, 2))
        self.editor.setObjectName("checkedTextEditor")
        self.editor.setProperty("kind", "field")
        self.editor.setProperty("multiline", True)  # noqa: FBT003 - a Qt property has no keyword
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.edited.connect(self._on_edited)
        self._field = Field(t("Tekst"), self.editor, theme=theme)
        self.points = PointsList(theme=theme, texts=t, ways=Ways(reasons=False))
        self.points.replaced.connect(self._on_replaced)
        self.points.left.connect(lambda same, _reason, _words: self._leave(same))
        self.points.not_a_name.connect(self._leave)
        self.points.taken_back.connect(self._on_taken_back)
        page = ScrollPage(theme=theme, margin=16)
        page.add(self.points)
        side = holder(column(page), panel="surface", edge="" if theme.narrow else "left")
        self._tabs: QTabWidget | None = None
        if theme.narrow:
            # With large letters there is room for one of them at a time.
            self._tabs = tabs = side_tabs()
            tabs.addTab(holder(column(self._field, margins=(0, 8, 0, 0))), t("Tekst"))
            tabs.addTab(side, t("Herkenbaarheid"))
            self.setLayout(column(tabs))
        else:
            across = row(self._field, side, spacing=16)
            across.setStretch(0, 3)
            across.setStretch(1, 2)
            self.setLayout(across)
        self.setFocusProxy(self.editor)
        self._show_nothing()

    def text(self) -> str:
        """Return the text as it stands now."""
        return self.editor.text()

    def set_text(self, text: str) -> None:
        """Show a text and look at it at once; what was left in another one is forgotten."""
        self._left = {}
        self.editor.set_text(text)
        self._look()

    def look_with(self, look: Callable[[str, Known], tuple[Point, ...]] | None, *, small: bool = False) -> None:
        """Look for something else from now on; ``None``: for what identifies someone."""
        self._look_at, self._small = look or _look, small
        self._look()

    def focus_points(self) -> None:
        """Bring the points to the front, and give the keyboard to the one that is unfolded."""
        if self._tabs is not None:
            self._tabs.setCurrentIndex(1)
        self.points.focus_first()

    def know_anew(self) -> None:
        """Look at the text once more, with what the journal knows now."""
        self._known = None
        self._look()

    @property
    def has_certain(self) -> bool:
        """Tell whether anything that is open identifies somebody."""
        return bool(self._certain)

    def replace_certain(self) -> None:
        """Put the first proposal in the place of each point that identifies somebody, as one step to be undone."""
        turn, text, finds = self._turn, self.editor.text(), self._certain
        beside = f"{self._beside}\n{self._roles}"
        self.points.show_waiting()
        self._operations.compute(
            lambda: _say_proposals(text, finds, beside),
            done=lambda said: self._on_said(turn, said),
            initiator=self,
            at_length=len(text) > _LONG,
        )

    def forget(self) -> None:
        """Let go of the text."""
        self._turn = None
        self._beside = ""
        self._certain = []
        self._rest.stop()
        self._left = {}
        self.editor.set_text("")
        self._show_nothing()

    def _show_nothing(self) -> None:
        self.open_count = 0
        self.points.show_empty()

    # Looking

    def _on_edited(self) -> None:
        self._turn = None
        self.points.show_waiting()
        self._rest.start()
        self.edited.emit()

    def _look(self) -> None:
        self._rest.stop()
        self._certain = []
        turn, text, case = object(), self.editor.text(), self._case
        self._turn = turn
        if not text.strip():
            self._show_nothing()
            self.settled.emit()
            return
        self.points.show_waiting()
        if self._known is not None:
            self._compute(turn, text, self._known)
            return
        self._operations.run(
            lambda journal: _ask(journal, case),
            done=lambda told: self._on_known(turn, text, told),
            # What is known without the journal is most of it.
            failed=lambda _error: self._on_known(turn, text, _Told(Known())),
            initiator=self,
        )

    def _on_known(self, turn: object, text: str, told: _Told) -> None:
        known = self._known = told.known
        self._small = self._small or told.small
        self._roles = ", ".join(sorted(told.roles))
        if turn is self._turn:
            self._compute(turn, text, known)

    def _compute(self, turn: object, text: str, known: Known) -> None:
        look = self._look_at
        self._operations.compute(
            lambda: look(text, known),
            done=lambda points: self._on_looked(turn, text, points),
            initiator=self,
            at_length=len(text) > _LONG,
        )

    def _on_looked(self, turn: object, text: str, points: Iterable[Point]) -> None:
        if turn is not self._turn:
            return
        shown = [replace(each, accepted=self._left.get(_key(each))) for each in points]
        self.open_count = len(same_words(each for each in shown if each.accepted is None))
        self._certain = [each.certain for each in shown if each.accepted is None and each.certain is not None]
        self.points.show_points(shown, among=[text, self._beside, self._roles], small=self._small)
        self.settled.emit()

    # Deciding

    def _on_said(self, turn: object, text: str) -> None:
        if turn is self._turn:
            self.editor.change_text(text)
            self._look()

    def _on_replaced(self, same: Same, words: str) -> None:
        self.editor.change_text(replaced_words(self.editor.text(), same, words))
        self._look()

    def _leave(self, same: Same) -> None:
        kind = same.find.kind
        self._left[same.key] = Accepted(AcceptedId(0), kind, b"", Reason.POINTS_TO_NOBODY, "", today())
        self._look()

    def _on_taken_back(self, accepted: Accepted) -> None:
        self._left = {key: each for key, each in self._left.items() if each is not accepted}
        self._look()


@dataclass(frozen=True, slots=True)
class _Told:
    """What a journal knows of the case in which a text will stand."""

    known: Known = field(repr=False)
    small: bool = False
    roles: frozenset[str] = frozenset()


def _ask(journal: Journal, case: CaseId | None) -> _Told:
    asked = journal.identifiers
    if case is None:
        return _Told(asked.known(None))
    return _Told(asked.known(case), asked.is_small(case), asked.roles(case))


def _key(point: Point) -> str:
    return Same((point,)).key


def _say_proposals(text: str, finds: Sequence[Find], beside: str) -> str:
    from vpjournal.journal.identifiers import say_proposals  # noqa: PLC0415 - imported when something is replaced

    return say_proposals(text, finds, beside)


def _look(text: str, known: Known) -> tuple[Point, ...]:
    from vpjournal.journal.gate import look_at_words  # noqa: PLC0415 - imported when something is looked at

    return look_at_words(text, known)
