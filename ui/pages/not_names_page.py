"""*Woorden die geen naam zijn*: what the adviser said of words that were marked, to be looked over and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Page
from ui.pages.reading_page import ReadingPage
from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import clear, column, holder, row
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.changes import Area

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vpjournal.domain.identifying import NotName


class NotNamesPage(ReadingPage):
    """One line for each word; taking one back lets it be marked again."""

    page = Page.NOT_NAMES
    areas = (Area.IDENTIFIERS, Area.CASES, Area.BIN)

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        lead = Body(
            t(
                "Van deze woorden hebt u gezegd dat ze geen naam zijn. VP-journaal wijst ze niet meer aan. Haalt u er "
                "een van de lijst, dan ziet u het woord weer bij het meelezen."
            ),
            theme=theme,
        )
        more = Caption(
            t(
                "Een woord dat bij een casus hoort, geldt alleen daar. Het verdwijnt als de casus wordt vernietigd of "
                "als u het overal vervangt."
            ),
            theme=theme,
        )
        self._list = column(spacing=4)
        self._list_holder = holder(self._list)
        scroll = ScrollPage(theme=theme, readable=True)
        scroll.add(self._way_back(Page.SETTINGS, t("Naar de instellingen")))
        scroll.add(Heading(t("Woorden die geen naam zijn"), theme=theme), lead, more, 8, self._list_holder)
        self.setLayout(column(scroll))

    def _read(self) -> None:
        self.context.operations.run(
            lambda journal: journal.identifiers.not_names(), done=self._show, failed=self._tell, initiator=self
        )

    def _show(self, found: tuple[NotName, ...]) -> None:
        clear(self._list)
        # What is shown within something that can be seen makes Qt place everything anew, each time.
        self._list_holder.hide()
        for each in found:
            self._list.addWidget(self._row(each))
        if not found:
            self._list.addWidget(EmptyCard(self.t("Er staat nog geen woord op deze lijst."), theme=self.theme))
        self._list_holder.show()

    def _row(self, each: NotName) -> QWidget:
        where = self.t("alleen in {code}", code=each.code) if each.code else self.t("overal")
        take = button(self.t("Van de lijst halen"), theme=self.theme, kind=LINK, on_click=lambda: self._take_back(each))
        take.setObjectName("takeBackButton")
        take.setAccessibleDescription(each.word)
        words = column(
            Heading(each.word, theme=self.theme, role=Role.GROUP), Caption(where, theme=self.theme), spacing=0
        )
        line = row(words, take, margins=(0, 8, 0, 8))
        line.setStretch(0, 1)
        return holder(line, edge="bottom")

    def _take_back(self, each: NotName) -> None:
        self.context.operations.run(
            lambda journal: journal.identifiers.take_back(each.id),
            done=lambda _changes: self.context.message(self.t("Van de lijst gehaald")),
            failed=self._tell,
        )
