"""What an organisation calls the codes of the count, which it leaves out, its own ones, and what it asks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit

from tests.builders import an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import Page, Place
from ui.pages.organisation_page import OrganisationPage
from ui.widgets.tick_list import TickRow
from vpjournal.domain.case_counting import CodeSetting, OrganisationCodes
from vpjournal.domain.counting import Dimension
from vpjournal.domain.ids import OrganisationId

__all__ = ["desk"]


@pytest.fixture
def nest(desk: Desk) -> OrganisationId:
    return desk.run(an_organisation)


@pytest.fixture
def page(desk: Desk, nest: OrganisationId) -> OrganisationPage:
    page = OrganisationPage(desk.context)
    desk.show(page)
    page.open(Place(Page.ORGANISATION, nest))
    desk.settle()
    desk.click(page, "codesToggle")
    return page


def codes(desk: Desk, organisation: OrganisationId) -> OrganisationCodes:
    return desk.run(lambda journal: journal.counting.codes(organisation))


def test_it_waits_folded_and_a_new_organisation_has_none(desk: Desk, nest: OrganisationId) -> None:
    page = OrganisationPage(desk.context)
    desk.show(page)
    page.open(Place(Page.ORGANISATION))
    desk.settle()
    assert [each for each in page.findChildren(QCheckBox) if each.isVisible()] == []
    page.open(Place(Page.ORGANISATION, nest))
    desk.settle()
    assert [each for each in page.findChildren(QCheckBox) if each.objectName().startswith("codeUsed")] == []


def test_it_unfolds_in_sight(desk: Desk, page: OrganisationPage) -> None:
    toggle = seen(page, QAbstractButton, "codesToggle")
    desk.qtbot.waitUntil(lambda: 0 <= toggle.mapTo(page, QPoint(0, 0)).y() < 120)


def test_tab_goes_through_the_codes_before_what_stands_below(page: OrganisationPage) -> None:
    seen(page, QAbstractButton, "codesToggle").setFocus()
    passed = []
    for _step in range(3):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.focusWidget().objectName())
    assert passed == ["codeUsed_bullying", "codeWords_bullying", "codeUsed_intimidation"]


def test_a_new_organisation_has_codes_as_soon_as_it_has_a_name(desk: Desk) -> None:
    page = OrganisationPage(desk.context)
    desk.show(page)
    page.open(Place(Page.ORGANISATION))
    desk.settle()
    QTest.keyClicks(seen(page, QLineEdit, "organisationNameField"), "De Ark")
    assert desk.flush(page)
    desk.click(page, "codesToggle")
    assert seen(page, QLineEdit, "codeWords_bullying").placeholderText() == "pesten"


def test_a_code_is_renamed_and_switched_off(desk: Desk, page: OrganisationPage, nest: OrganisationId) -> None:
    words = seen(page, QLineEdit, "codeWords_bullying")
    assert words.placeholderText() == "pesten"
    QTest.keyClicks(words, "treiteren")
    QTest.keyClick(words, Qt.Key.Key_Return)
    seen(page, QCheckBox, "codeUsed_threat").click()
    desk.settle()
    assert codes(desk, nest).settings == (
        CodeSetting(Dimension.SUBJECT, "bullying", "treiteren"),
        CodeSetting(Dimension.SUBJECT, "threat", used=False),
    )


def test_words_that_are_still_being_typed_are_kept_on_leaving(
    desk: Desk, page: OrganisationPage, nest: OrganisationId
) -> None:
    QTest.keyClicks(seen(page, QLineEdit, "codeWords_bullying"), "treiteren")
    assert desk.flush(page)
    assert [each.label for each in codes(desk, nest).settings] == ["treiteren"]


def test_an_own_code_is_added_renamed_and_never_twice(desk: Desk, page: OrganisationPage, nest: OrganisationId) -> None:
    for _twice in range(2):
        QTest.keyClicks(seen(page, QLineEdit, "newCode_subject"), "roddel")
        parent = seen(page, QComboBox, "newCodeParent_subject")
        parent.setCurrentIndex(parent.findData("bullying"))
        desk.click(page, "addCode_subject")
    (setting,) = codes(desk, nest).settings
    assert (setting.label, setting.parent) == ("roddel", "bullying")
    assert any("al in gebruik" in each.text() for each in page.findChildren(QLabel) if each.isVisible())
    words = seen(page, QLineEdit, f"codeWords_{setting.code}")
    words.clear()
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert words.text() == "roddel", "an own code has words"
    words.setText("geroddel")
    QTest.keyClick(words, Qt.Key.Key_Return)
    desk.settle()
    assert [each.label for each in codes(desk, nest).settings] == ["geroddel"]


def test_units_are_named_once_the_organisation_asks_for_them(
    desk: Desk, page: OrganisationPage, nest: OrganisationId
) -> None:
    assert page.findChild(QLineEdit, "newCode_unit") is None
    seen(page, TickRow, "ask_unit").box.click()
    desk.settle()
    QTest.keyClicks(seen(page, QLineEdit, "newCode_unit"), "de dag")
    desk.click(page, "addCode_unit")
    found = codes(desk, nest)
    assert found.asks == (Dimension.UNIT,)
    assert [(each.label, each.parent) for each in found.settings] == [("de dag", "unit")]
