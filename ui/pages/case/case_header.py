"""The head of the case workspace: code, word of recognition, organisation, and what is needed at any moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLayout, QMenu, QPushButton

from ui.navigation import Page
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column, flow, row
from ui.widgets.tag import Tag
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.case import Case
    from vpjournal.domain.language import Texts


class CaseHeader(QFrame):
    """Says whose case this is without saying who; the acute card and the menu are always in reach."""

    acute_requested = Signal()
    role_check_requested = Signal()
    accused_requested = Signal()
    paper_requested = Signal()
    page_requested = Signal(object)
    """Another page, about this case: a ``Page``."""
    replace_requested = Signal()
    remove_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._build_ui()

    def _build_ui(self) -> None:
        theme, t = self._theme, self._t
        self.code = Heading(theme=theme, role=Role.CODE)
        self.code.setObjectName("caseCode")
        self._tag = Tag(theme=theme)
        self._caption = Caption(theme=theme)
        acute = button(
            t("Gevaar nu? Haast?"), theme=theme, icon_name="life-buoy", small=True, on_click=self.acute_requested.emit
        )
        acute.setObjectName("acuteButton")
        more = button(t("Meer"), theme=theme, small=True)
        more.setObjectName("moreButton")
        more.setProperty("menu", True)  # noqa: FBT003 - a Qt property has no keyword
        more.setMenu(self._menu())
        self.setLayout(self._wrapped(acute, more) if theme.narrow else self._on_one_line(acute, more))

    def _on_one_line(self, acute: QPushButton, more: QPushButton) -> QLayout:
        words = flow(self.code, self._tag, self._caption, spacing=14)
        whole = row(column(words), acute, more, margins=(24, 12, 24, 8))
        whole.setStretch(0, 1)
        return whole

    def _wrapped(self, acute: QPushButton, more: QPushButton) -> QLayout:
        return column(flow(self.code, self._tag, acute, more), self._caption, margins=(24, 12, 24, 8), spacing=4)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        entries = (
            ("roleCheckAction", self._t("Rolcheck"), self.role_check_requested),
            ("accusedAction", self._t("Deze persoon blijkt degene over wie het gaat"), self.accused_requested),
            ("paperAction", self._t("Mogelijkheden op papier"), self.paper_requested),
            ("replaceAction", self._t("Een naam overal vervangen …"), self.replace_requested),
            ("blankPapersAction", self._t("Blanco papieren"), Page.PAPERS),
            ("registerAction", self._t("Wat de deur uit ging"), Page.REGISTER),
            ("removeCaseAction", self._t("Casus verwijderen"), self.remove_requested),
        )
        for name, words, goal in entries:
            action = QAction(words, menu)
            action.setObjectName(name)
            action.triggered.connect(partial(self._on_action, goal))
            menu.addAction(action)
        return menu

    def _on_action(self, goal: SignalInstance | Page, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        if isinstance(goal, Page):
            self.page_requested.emit(goal)
        else:
            goal.emit()

    def forget(self) -> None:
        """Show no case, and let nothing be done with one."""
        self.code.setText("")
        self._tag.set_word("")
        self._caption.setText("")
        self.setEnabled(False)

    def show_case(self, case: Case) -> None:
        """Show code, word, organisation and the last contact, or since when the case is closed."""
        now = today()
        self.setEnabled(True)
        self.code.setText(case.details.code)
        self._tag.set_word(case.details.word)
        organisation = case.organisation_name or self._t("organisatie nog onbekend")
        if case.closed_on is not None:
            state = self._t("afgesloten op {day}", day=self._t.day(case.closed_on, today=now))
        elif case.last_contact is not None:
            state = self._t("laatste contact {day}", day=case.last_contact.words(self._t, today=now))
        else:
            state = self._t("nog geen contact")
        self._caption.setText(f"{organisation} · {state}")
