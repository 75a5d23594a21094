"""A text that is stored nowhere, and beside it what in it could give someone away: replaced or left, then taken along.

For what is pasted or read from a file before it enters a note, and for any text on its way out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.recognising.points_list import PointsList
from ui.recognising.points_row import Ways
from ui.recognising.points_words import replaced_words
from ui.theme import Role
from ui.widgets.field import Field
from ui.widgets.layouts import column, holder, row
from ui.widgets.plain_text_box import PlainTextBox
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.days import today
from vpjournal.domain.gate import Accepted, Point, Reason, Same, same_words
from vpjournal.domain.identifying import Certainty, Known
from vpjournal.domain.ids import AcceptedId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ui.operations import Operations
    from ui.theme import Theme
    from vpjournal.domain.identifying import Find
    from vpjournal.domain.ids import CaseId
    from vpjournal.domain.language import Texts

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
        """``case`` says whose words that are no names count; ``look`` is what looks, off the thread of the windows.

        ``beside`` is the text that this one goes into: who has a role there keeps it to himself.
        """
        super().__init__()
        self._operations, self._theme, self._t = operations, theme, texts
        self._case, self._small, self._look_at = case, small, look or _look
        self._beside = beside
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
        side = holder(column(page), panel="surface", edge="top" if theme.narrow else "left")
        if theme.narrow:
            whole = column(self._field, side, spacing=12)
            whole.setStretch(0, 1)
            whole.setStretch(1, 1)
            self.setLayout(whole)
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
        turn, text, finds, beside = self._turn, self.editor.text(), self._certain, self._beside
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
        self.points.show_points((), among=())

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
        self.points.show_waiting()
        if self._known is not None:
            self._compute(turn, text, self._known)
            return
        self._operations.run(
            lambda journal: journal.identifiers.known(case),
            done=lambda known: self._on_known(turn, text, known),
            # What is known without the journal is most of it.
            failed=lambda _error: self._on_known(turn, text, Known()),
            initiator=self,
        )

    def _on_known(self, turn: object, text: str, known: Known) -> None:
        self._known = known
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
        self._certain = [
            each.find for each in shown if each.accepted is None and each.find.certainty is Certainty.IDENTIFIES
        ]
        self.points.show_points(shown, among=[text, self._beside], small=self._small)
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


def _key(point: Point) -> str:
    return Same((point,)).key


def _say_proposals(text: str, finds: Sequence[Find], beside: str) -> str:
    from vpjournal.journal.identifiers import say_proposals  # noqa: PLC0415 - imported when something is replaced

    return say_proposals(text, finds, beside)


def _look(text: str, known: Known) -> tuple[Point, ...]:
    from vpjournal.journal.gate import look_at_words  # noqa: PLC0415 - imported when something is looked at

    return look_at_words(text, known)
