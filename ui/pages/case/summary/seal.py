"""The seal below the steps: green for an approval that holds, dashed when there is none any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel

from ui.icons import icon
from ui.pages.case.summary.standing import lapse
from ui.pages.case.summary.words import approved_when, held_for, only_for
from ui.theme import Role
from ui.widgets.dashes import paint_dashes
from ui.widgets.labels import Caption, Words, restyle
from ui.widgets.layouts import column, row
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.summary import SummaryState

if TYPE_CHECKING:
    from datetime import date

    from ui.pages.case.summary.standing import Standing
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import SummaryDraft


class Seal(QFrame):
    """Hidden until something was approved."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._dashed = False
        self._sign = QLabel()
        self._title = Words(theme=theme, role=Role.GROUP)
        self._detail = Caption(theme=theme)
        self._fingerprint = Caption(theme=theme)
        self._fingerprint.setObjectName("fingerprintWords")
        self._fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        head = row(self._sign, self._title, spacing=8)
        head.setStretch(1, 1)
        head.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self._detail, self._fingerprint, spacing=4, margins=(16, 10, 16, 10)))
        self.hide()

    @property
    def text(self) -> str:
        """What the seal says, or ``""`` while it is hidden."""
        parts = (self._title.text(), self._detail.text(), self._fingerprint.text())
        return "" if self.isHidden() else " ".join(part for part in parts if part)

    def show_standing(self, standing: Standing, draft: SummaryDraft, *, today: date) -> None:
        """Say what the reporter's word is worth for what is on the screen."""
        t = self._t
        if standing.state is SummaryState.APPROVED and standing.approval is not None:
            approval = standing.approval
            title, detail = approved_when(t, approval.day, today=today), only_for(t, approval.approved)
            printed = t("Vingerafdruk {fingerprint}", fingerprint=grouped(approval.fingerprint))
            self._show(title, detail, printed, dashed=False)
        elif standing.state is SummaryState.WITHDRAWN and standing.withdrawn is not None:
            day = standing.withdrawn.withdrawn_on or today
            detail = t("Op {day}. Met dit akkoord gaat niets meer de deur uit.", day=t.day(day, today=today))
            self._show(t("Akkoord ingetrokken"), detail, "", dashed=True)
        elif standing.lapsed is not None:
            held = held_for(t, standing.lapsed, lapse(standing.lapsed.approved, draft), today=today)
            self._show(t("Geen geldig akkoord"), held, "", dashed=True)
        else:
            self.hide()

    def forget(self) -> None:
        """Let go of what was shown."""
        self.hide()
        for each in (self._title, self._detail, self._fingerprint):
            each.setText("")
        self.setAccessibleName("")

    def _show(self, title: str, detail: str, printed: str, *, dashed: bool) -> None:
        if dashed != self._dashed or self.isHidden():
            self._dashed = dashed
            self.setProperty("kind", "dashed" if dashed else "agreed")
            restyle(self)
            size = self._theme.px(20)
            name, colour = ("circle-dashed", "ink") if dashed else ("circle-check", "good")
            self._sign.setPixmap(icon(name, getattr(self._theme.tokens, colour), size).pixmap(size))
            self._title.set_tone("" if dashed else "good")
            self._detail.set_tone("quiet" if dashed else "")
            self._fingerprint.set_tone("")
        self._title.setText(title)
        self._detail.setText(detail)
        self._fingerprint.setText(printed)
        self._fingerprint.setVisible(bool(printed))
        self.setAccessibleName(" ".join(part for part in (title, detail, printed) if part))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dashed:
            paint_dashes(QPainter(self), self.rect(), radius=8, theme=self._theme)
