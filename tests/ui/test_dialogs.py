"""The acute card and the help are one key away, whole, readable and closed again by the keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.ui.desk import Desk, desk
from ui.dialogs.acute_card import open_acute_card
from ui.dialogs.help_sheet import open_help, open_shortcuts
from ui.dialogs.sheet import Sheet
from ui.navigation import Page, Place
from ui.pages.case.part import PARTS, PartContext
from ui.pages.case.parts import FACTORIES
from ui.registry import factories
from ui.theme import Mode, Theme
from vpjournal.domain import guide
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language, Texts

__all__ = ["desk"]


@pytest.fixture
def window(desk: Desk) -> QWidget:
    made = QWidget()
    desk.show(made)
    return made


def shown(window: QWidget) -> Sheet:
    (sheet,) = window.findChildren(Sheet)
    return sheet


def words(sheet: Sheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def screens(desk: Desk) -> set[str]:
    """Every help text that a page or part asks for at first."""
    context = PartContext(desk.context, CaseId(1))
    made: list[Any] = [factory(desk.context) for factory in factories().values()]
    made += [FACTORIES[part](context, phase) for phase, parts in PARTS.items() for part in parts]
    for each in made:
        desk.qtbot.addWidget(each)
    return {each.help_screen() for each in made}


def test_the_acute_card_shows_every_number_and_when_they_were_checked(desk: Desk, window: QWidget) -> None:
    card = guide.acute_card(Language.DUTCH)
    open_acute_card(desk.context, window)
    told = words(shown(window))
    assert all(line.number in told and line.when in told and line.note in told for line in card.lines)
    assert all(hurry.title in told and hurry.text in told for hurry in card.hurry)
    assert f"Nummers nagekeken in {desk.context.texts.month(card.checked)}." in told


def test_every_screen_has_help_of_its_own(desk: Desk) -> None:
    known = guide._help(Language.DUTCH)
    assert screens(desk) <= set(known)
    assert set(known) == set(guide._help(Language.ENGLISH))


@pytest.mark.parametrize("screen", sorted(guide._help(Language.DUTCH)))
def test_help_explains_the_screen_and_lists_the_keys(desk: Desk, window: QWidget, screen: str) -> None:
    page = guide.help_page(Language.DUTCH, screen)
    open_help(desk.context, window, screen)
    told = words(shown(window))
    assert page.title in told
    assert all(paragraph in told for paragraph in page.paragraphs)
    assert "Ctrl+K" in told


def test_the_help_of_today_leads_to_the_page_for_a_lost_laptop(desk: Desk, window: QWidget) -> None:
    open_help(desk.context, window, Page.TODAY)
    link = shown(window).findChild(QAbstractButton, "to_lost_laptop")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert desk.places == [Place(Page.LOST_LAPTOP)]
    desk.qtbot.waitUntil(lambda: not window.findChildren(Sheet))
    open_help(desk.context, window, Page.CASES)
    assert shown(window).findChild(QAbstractButton, "to_lost_laptop") is None


def test_all_keys_are_listed(desk: Desk, window: QWidget) -> None:
    open_shortcuts(desk.context, window, Page.TODAY)
    told = words(shown(window))
    assert all(each.keys in told and each.text in told for each in guide.shortcuts(Language.DUTCH))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_sheet_closes_by_a_key_and_leaves_nothing_behind(desk: Desk, window: QWidget, key: Qt.Key) -> None:
    open_shortcuts(desk.context, window, Page.TODAY)
    sheet = shown(window)
    assert sheet.focusWidget() is sheet.findChild(QAbstractButton, "closeSheetButton")
    QTest.keyClick(sheet.focusWidget(), key)
    desk.qtbot.waitUntil(lambda: not window.findChildren(Sheet))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_sheet_is_as_high_as_it_needs_and_never_higher_than_its_window(
    desk: Desk, window: QWidget, qapp: QApplication, scale: float
) -> None:
    theme = Theme(Mode.LIGHT, scale)
    theme.apply(qapp)
    sheet = Sheet("Titel", theme=theme, texts=Texts(Language.DUTCH), above=window)
    few = _with_lines(sheet, theme, 1)
    many = _with_lines(Sheet("Titel", theme=theme, texts=Texts(Language.DUTCH), above=window), theme, 60)
    assert few.height() < many.height() <= window.height()
    assert few.page.verticalScrollBar().maximum() == 0
    assert many.page.verticalScrollBar().maximum() > 0
    assert many.width() <= window.width()


def _with_lines(sheet: Sheet, theme: Theme, count: int) -> Sheet:
    from ui.widgets.labels import Body

    sheet.page.add(*(Body("Een regel die lang genoeg is om te lezen.", theme=theme) for _ in range(count)))
    sheet.show_sheet()
    QTest.qWaitForWindowExposed(sheet)
    return sheet
