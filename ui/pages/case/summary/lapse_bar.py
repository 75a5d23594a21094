"""The bar above a summary whose approval no longer holds: what changed, and the way back to what was approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel

from ui.icons import icon
from ui.pages.case.summary.standing import Lapse, lapse
from ui.pages.case.summary.words import LAPSES, for_whom
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.labels import Caption, Words
from ui.widgets.layouts import column, flow, row

if TYPE_CHECKING:
    from ui.pages.case.summary.standing import Standing
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import Approval, SummaryDraft


class LapseBar(QFrame):
    """Hidden while there is nothing to say."""

    back_wanted = Signal(object)
    """The adviser wants the words of this ``Approval`` back."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._t = texts
        self._approval: Approval | None = None
        self.setProperty("kind", "look")
        self.setObjectName("lapseBar")
        sign = QLabel()
        sign.setPixmap(icon("rotate-ccw", theme.tokens.notice, theme.px(20)).pixmap(theme.px(20)))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = Words(theme=theme, role=Role.GROUP)
        self._detail = Caption(theme=theme)
        back = self._back = button(
            texts("Terug naar wat akkoord was"),
            theme=theme,
            small=True,
            on_click=lambda: self.back_wanted.emit(self._approval),
        )
        back.setObjectName("backToApprovedButton")
        words = column(self._words, self._detail, spacing=2)
        if theme.narrow:
            words.addLayout(flow(back))
        line = row(sign, words, spacing=16, margins=(16, 12, 16, 12))
        line.setStretch(1, 1)
        if not theme.narrow:
            line.addWidget(back)
        self.setLayout(line)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says, or ``""`` while it is hidden."""
        return "" if self.isHidden() else f"{self._words.text()} {self._detail.text()}"

    def show_standing(self, standing: Standing, draft: SummaryDraft) -> None:
        """Say that an approval lapsed and by what, or nothing."""
        approval = self._approval = standing.lapsed
        if approval is None:
            self.hide()
            return
        what = lapse(approval.approved, draft)
        self._words.setText(self._t(LAPSES[what]))
        self._detail.setText(self._detail_words(what, approval))
        # The very words that were approved are no longer there.
        self._back.setVisible(not approval.reworded)
        if self.isHidden():
            self.show()
            self.setAccessibleName(self.text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def _detail_words(self, what: Lapse, approval: Approval) -> str:
        if approval.reworded:
            return self._t("Lees de tekst zoals die nu is nog eens samen; daarna kan er weer een akkoord bij.")
        if what is Lapse.TEXT:
            return self._t("Nieuw is onderstreept. De tekst met akkoord is bewaard.")
        return self._t("Het akkoord gold: {for_whom}", for_whom=for_whom(self._t, approval.approved))
