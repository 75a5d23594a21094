"""One point: its words and what they are; opened, the sentence around it, why, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from ui.recognising.points_reasons import ReasonForm
from ui.recognising.points_words import may_stand_for, proposals_for, sentence_of, what
from ui.theme import Role
from ui.widgets.buttons import LINK, PLAIN, button
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Caption, Words
from ui.widgets.layouts import column, flow, holder
from vpjournal.domain.gate import Part, Reason, Same
from vpjournal.domain.identifying import Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLayout, QPushButton

    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_NAMES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.DEPARTMENT, Kind.PLACE, Kind.JOB_TITLE})


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done with points here, besides replacing and leaving them; ``reasons``: leaving one asks why."""

    everywhere: bool = False
    reasons: bool = True


class PointRow(QFrame):
    """Says what the adviser decides; closed it is two quiet lines."""

    opened = Signal()
    replaced = Signal(str)
    everywhere = Signal(str)
    left = Signal(object, str)
    """Leave it, for this ``Reason`` and in these words."""
    not_a_name = Signal()

    def __init__(self, same: Same, *, theme: Theme, texts: Texts, ways: Ways) -> None:
        super().__init__()
        self.same = same
        self._among: Sequence[str] = ()
        self._theme, self._t, self._ways = theme, texts, ways
        self._inside: QFrame | None = None
        self._form: ReasonForm | None = None
        self.setProperty("kind", "card")
        self._head = _Head(theme=theme)
        self._head.clicked.connect(self._on_head_clicked)
        self._rows = column(self._head, spacing=8, margins=(14, 10, 14, 10))
        self.setLayout(self._rows)
        self.setFocusProxy(self._head)
        self.show_same(same)

    @property
    def is_open(self) -> bool:
        """Tell whether what can be done with it is shown."""
        return self._head.isChecked()

    def show_same(self, same: Same, among: Sequence[str] = ()) -> None:
        """Show the same words as they stand now; ``among`` are all texts that are looked at."""
        self.same, self._among = same, among
        self._head.show_words(" ".join(same.find.text.split()), what(self._t, same))
        if self._inside is not None:
            self._sentence.setText(sentence_of(same))

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide what can be done with it; says nothing to others."""
        self._head.setChecked(is_open)
        if is_open and self._inside is None:
            self._inside = holder(self._build_inside())
            self._rows.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(is_open)

    def _on_head_clicked(self) -> None:
        is_open = self._head.isChecked()
        self.set_open(is_open=is_open)
        if is_open:
            self.opened.emit()

    def _build_inside(self) -> QLayout:
        self._sentence = Words(sentence_of(self.same), theme=self._theme)
        self._sentence.setObjectName("pointSentence")
        self._instead = line_edit(small=True)
        self._instead.setObjectName("insteadField")
        self._instead.returnPressed.connect(self._on_replace_clicked)
        self._field = Field(self._t("Vervangen door"), self._instead, theme=self._theme)
        self._acts = holder(column(*self._acts_here(), spacing=8))
        self._lines = column(
            self._sentence, Caption(self._t(self.same.find.reason), theme=self._theme), self._acts, spacing=8
        )
        return self._lines

    def _acts_here(self) -> list[Field | QLayout]:
        if self.same.first.leaving.part is Part.PRINTED:
            # It stands in no text of ours, so there is nothing to put anything in the place of.
            return [flow(*self._buttons(), spacing=14)]
        instead = proposals_for(self.same, self._among)
        self._instead.setText(instead[0] if instead else "")
        # The first one stands in the field already.
        proposals = [self._proposal(words) for words in instead] if len(instead) > 1 else []
        found: list[Field | QLayout] = [self._field]
        if proposals:
            found.append(flow(*proposals, spacing=6))
        return [*found, flow(*self._buttons(), spacing=14)]

    def _proposal(self, words: str) -> QPushButton:
        made = button(words, theme=self._theme, small=True, on_click=lambda: self._propose(words))
        made.setObjectName("proposalButton")
        return made

    def _propose(self, words: str) -> None:
        self._field.set_fault(None)
        self._instead.setText(words)
        self._instead.setFocus()

    def _buttons(self) -> list[QPushButton]:
        t, printed = self._t, self.same.first.leaving.part is Part.PRINTED
        wanted = (
            (not printed, "replaceButton", t("Vervangen"), self._on_replace_clicked),
            (self._ways.everywhere, "everywhereButton", t("Overal vervangen…"), self._on_everywhere_clicked),
            (self.same.find.kind in _NAMES, "notANameButton", t("Geen naam"), self.not_a_name.emit),
            (True, "leaveItButton", t("Laat staan…") if self._ways.reasons else t("Laat staan"), self._on_leave_wanted),
        )
        made: list[QPushButton] = []
        for _here, name, words, act in filter(lambda each: each[0], wanted):
            each = button(words, theme=self._theme, kind=LINK if made else PLAIN, small=True, on_click=act)
            each.setObjectName(name)
            made.append(each)
        return made

    def _on_replace_clicked(self) -> None:
        words = self._instead.text().strip()
        if words and may_stand_for(self.same, words):
            self.replaced.emit(words)
            return
        self._field.set_fault(
            self._t("Hier staat de naam nog in. Kies andere woorden, zoals een rol.")
            if words
            else self._t("Typ eerst wat er in de plaats komt, zoals een rol.")
        )
        self._instead.setFocus()

    def _on_everywhere_clicked(self) -> None:
        self.everywhere.emit(self._instead.text().strip())

    def _on_leave_wanted(self) -> None:
        if not self._ways.reasons:
            self.left.emit(Reason.POINTS_TO_NOBODY, "")
            return
        form = self._form = ReasonForm(theme=self._theme, texts=self._t)
        form.chosen.connect(self.left)
        form.given_up.connect(self._on_leave_given_up)
        self._acts.hide()
        self._lines.addWidget(form)
        form.setFocus()

    def _on_leave_given_up(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._lines.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._acts.show()
        self._head.setFocus()


class _Head(QAbstractButton):
    """Two lines that open and close a row, and wrap."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("pointHead")
        self.setCheckable(True)
        self._words = Words(theme=theme, role=Role.GROUP)
        self._what = Caption(theme=theme)
        for each in (self._words, self._what):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(self._words, self._what, spacing=0))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str, what: str) -> None:
        """Show other words."""
        self._words.setText(words)
        self._what.setText(what)
        self.setAccessibleName(words)
        self.setAccessibleDescription(what)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave it to the words inside: a button has nothing of its own to paint here."""
