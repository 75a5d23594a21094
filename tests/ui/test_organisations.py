"""An organisation saves itself once it has a name, keeps its wegwijzer, and comes back after it was removed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit

from tests.builders import a_case, an_organisation
from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.organisation_page import OrganisationPage
from ui.pages.organisations_page import OrganisationsPage
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.days import today
from vpjournal.domain.identifying import Kind
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route, RouteEntry, Sector
from vpjournal.domain.views import BinKind

__all__ = ["desk"]

OpenPage = Callable[[OrganisationId | None], OrganisationPage]


@pytest.fixture
def opened(desk: Desk) -> OpenPage:
    def open_page(organisation: OrganisationId | None) -> OrganisationPage:
        page = OrganisationPage(desk.context)
        desk.show(page)
        desk.follow(page)
        page.open(Place(Page.ORGANISATION, organisation))
        desk.settle()
        return page

    return open_page


def name_field(page: OrganisationPage) -> QLineEdit:
    return seen(page, QLineEdit, "organisationNameField")


def fault(page: OrganisationPage) -> str:
    return next(each.fault for each in page.findChildren(Field) if each.editor is name_field(page))


def details(desk: Desk, organisation: OrganisationId) -> OrganisationDraft:
    return desk.run(lambda journal: journal.organisations.get(organisation)).details


def only(desk: Desk) -> OrganisationId:
    (row,) = desk.run(lambda journal: journal.organisations.list())
    return row.id


def test_a_new_organisation_exists_once_it_is_named(desk: Desk, opened: OpenPage) -> None:
    page = opened(None)
    assert name_field(page).hasFocus()
    QTest.keyClicks(seen(page, PlainTextField, "recipientsField"), "directie")
    assert not desk.flush(page)
    assert fault(page) == "Geef de organisatie een naam. Dan wordt ook de rest bewaard."
    assert desk.run(lambda journal: journal.organisations.list()) == ()
    QTest.keyClicks(name_field(page), "Zeepziederij De Bel")
    assert fault(page) == ""
    assert desk.flush(page)
    found = only(desk)
    assert details(desk, found).recipients == "directie"
    assert page.place() == Place(Page.ORGANISATION, found)
    QTest.keyClicks(name_field(page), " en Zoon")
    assert desk.flush(page)
    assert details(desk, only(desk)).name == "Zeepziederij De Bel en Zoon"


def test_leaving_a_new_organisation_without_a_word_makes_none(desk: Desk, opened: OpenPage) -> None:
    assert desk.flush(opened(None))
    assert desk.run(lambda journal: journal.organisations.list()) == ()


def test_every_field_is_kept(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(an_organisation)
    page = opened(organisation)
    count = seen(page, QLineEdit, "headcountField")
    QTest.keyClicks(count, "1.240x")
    sector = page.findChild(QComboBox, "sectorField")
    sector.setCurrentIndex(sector.findData(Sector.CARE))
    sector.activated.emit(sector.currentIndex())
    year = page.findChild(QComboBox, "reportingYearField")
    year.setCurrentIndex(8)
    QTest.keyClicks(page.findChild(PlainTextField, "substituteField"), "bureau")
    QTest.keyClicks(page.findChild(PlainTextField, "remarksField"), "drie plaatsen")
    QTest.mouseClick(page.findChild(ChoiceRow, f"route_{Route.HR}").button(Presence.ABSENT), Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.findChild(QLineEdit, f"routeRemark_{Route.MANAGER}"), "per team")
    assert desk.flush(page)
    kept = details(desk, organisation)
    assert (kept.headcount, kept.sector, kept.year_starts) == (1240, Sector.CARE, 9)
    assert (kept.substitute, kept.remarks) == ("bureau", "drie plaatsen")
    assert kept.presence(Route.HR) is Presence.ABSENT
    assert RouteEntry(Route.MANAGER, Presence.UNKNOWN, "per team") in kept.routes
    again = opened(organisation)
    assert seen(again, QLineEdit, "headcountField").text() == "1.240"
    assert desk.flush(again)
    assert details(desk, organisation) == kept


def test_typing_saves_by_itself(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(an_organisation)
    page = opened(organisation)
    page._autosave._rest.setInterval(1)
    QTest.keyClicks(page.findChild(PlainTextField, "remarksField"), "vanzelf")
    desk.qtbot.waitUntil(lambda: not page._autosave.dirty)
    assert details(desk, organisation).remarks == "vanzelf"


def test_a_name_that_is_taken_is_told_at_its_field_and_stays_there(desk: Desk, opened: OpenPage) -> None:
    desk.run(an_organisation)
    page = opened(desk.run(lambda journal: an_organisation(journal, "Kadetransport")))
    name_field(page).selectAll()
    QTest.keyClicks(name_field(page), "Fabeldierenzorg Het Nest")
    assert not desk.flush(page)
    assert fault(page) == "Er is al een organisatie met deze naam."
    assert name_field(page).text() == "Fabeldierenzorg Het Nest"
    assert desk.messages == []
    QTest.keyClicks(name_field(page), " Zuid")
    assert desk.flush(page)
    assert fault(page) == ""


def test_the_wheel_never_changes_a_choice(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(lambda journal: an_organisation(journal, sector=Sector.CARE))
    page = opened(organisation)
    sector = page.findChild(QComboBox, "sectorField")
    spot = QPointF(5, 5)
    turned = QWheelEvent(
        spot,
        sector.mapToGlobal(spot),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sector, turned)
    assert sector.currentData() == Sector.CARE
    assert not page._autosave.dirty


def test_removing_saves_first_and_can_be_undone(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(an_organisation)
    page = opened(organisation)
    QTest.keyClicks(page.findChild(PlainTextField, "remarksField"), "net getypt")
    page.findChild(QAbstractButton, "removeOrganisationButton").click()
    desk.settle()
    assert desk.places == [Place(Page.ORGANISATIONS)]
    assert desk.messages == [("Verwijderd", MessageKind.DONE)]
    assert desk.run(lambda journal: journal.organisations.list()) == ()
    desk.undo()
    assert details(desk, organisation).remarks == "net getypt"


def test_an_organisation_destroyed_elsewhere_sends_back_to_the_list(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(an_organisation)
    opened(organisation)
    desk.run(lambda journal: journal.organisations.remove(organisation))
    desk.run(lambda journal: journal.bin.destroy(BinKind.ORGANISATION, organisation))
    assert desk.places == [Place(Page.ORGANISATIONS)]
    assert len(desk.messages) == 1


def test_a_change_made_elsewhere_is_shown(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(an_organisation)
    page = opened(organisation)
    desk.run(lambda journal: journal.organisations.change(organisation, OrganisationDraft("Fabeldierenzorg Noord")))
    assert name_field(page).text() == "Fabeldierenzorg Noord"


def test_the_list_shows_size_and_cases_and_leads_to_the_wegwijzer(desk: Desk) -> None:
    page = OrganisationsPage(desk.context)
    desk.show(page)
    desk.follow(page)
    page.open(Place(Page.ORGANISATIONS))
    desk.settle()

    def shown() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert "Er is nog geen organisatie. Een naam is genoeg om te beginnen." in shown()
    organisation = desk.run(lambda journal: an_organisation(journal, headcount=1240))
    case = desk.run(lambda journal: a_case(journal, organisation=organisation))
    page.open(Place(Page.ORGANISATIONS))
    desk.settle()
    assert "1.240 medewerkers · één open casus" in shown()
    desk.run(lambda journal: journal.closure.close(case, today()))
    assert "1.240 medewerkers · één casus, niet meer open" in shown()
    go = next(each for each in page.findChildren(QAbstractButton) if each.text() == "Wegwijzer")
    go.click()
    desk.click(page, "newOrganisationButton")
    assert desk.places == [Place(Page.ORGANISATION, organisation), Place(Page.ORGANISATION)]


def own(page: OrganisationPage, kind: Kind) -> PlainTextField:
    return page.findChild(PlainTextField, f"own_{kind}Field")


def own_words(desk: Desk, organisation: OrganisationId) -> set[tuple[str, Kind]]:
    found = desk.run(lambda journal: journal.identifiers.own_words(organisation))
    return {(each.text, each.kind) for each in found}


def test_a_list_of_ones_own_saves_itself_and_comes_back(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(an_organisation)
    page = opened(organisation)
    QTest.keyClicks(own(page, Kind.PERSON), "Jonna Zilverreiger")
    QTest.keyClick(own(page, Kind.PERSON), Qt.Key.Key_Return)
    QTest.keyClicks(own(page, Kind.PERSON), "Bo")
    QTest.keyClicks(own(page, Kind.PLACE), "Duinpan")
    assert desk.flush(page)
    assert own_words(desk, organisation) == {
        ("Jonna Zilverreiger", Kind.PERSON),
        ("Bo", Kind.PERSON),
        ("Duinpan", Kind.PLACE),
    }
    assert own(page, Kind.PERSON).text() == "Jonna Zilverreiger\nBo", "what is typed stays as it is while it is open"
    again = opened(organisation)
    assert own(again, Kind.PERSON).text() == "Bo\nJonna Zilverreiger"


def test_a_new_organisation_has_a_list_once_it_is_named(desk: Desk, opened: OpenPage) -> None:
    page = opened(None)
    assert not own(page, Kind.PERSON).isVisible()
    QTest.keyClicks(name_field(page), "Het Nest")
    assert desk.flush(page)
    assert own(page, Kind.PERSON).isVisible()
    QTest.keyClicks(own(page, Kind.PERSON), "Bo")
    assert desk.flush(page)
    assert own_words(desk, only(desk)) == {("Bo", Kind.PERSON)}


def test_another_organisation_shows_its_own_list(desk: Desk, opened: OpenPage) -> None:
    nest, other = desk.run(an_organisation), desk.run(lambda journal: an_organisation(journal, "Elders"))
    page = opened(nest)
    QTest.keyClicks(own(page, Kind.PERSON), "Bo")
    assert desk.flush(page)
    page.open(Place(Page.ORGANISATION, other))
    desk.settle()
    assert own(page, Kind.PERSON).text() == ""
    assert own_words(desk, nest) == {("Bo", Kind.PERSON)}


def test_an_entry_that_is_too_long_is_told_at_the_list_and_stays(desk: Desk, opened: OpenPage) -> None:
    organisation = desk.run(an_organisation)
    page = opened(organisation)
    own(page, Kind.PERSON).insert_text("x" * 300)
    assert not desk.flush(page)
    assert seen(page, QLabel, "ownListFault").text().startswith("Deze tekst is te lang: er passen 200 tekens.")
    assert own(page, Kind.PERSON).text() == "x" * 300
    own(page, Kind.PERSON).set_text("")
    QTest.keyClicks(own(page, Kind.PERSON), "Bo")
    assert desk.flush(page)
    assert not seen(page, QLabel, "ownListFault").isVisible()


def test_a_link_at_the_top_leads_to_the_list(desk: Desk, opened: OpenPage) -> None:
    page = opened(desk.run(an_organisation))
    page.activateWindow()
    desk.click(page, "toOwnListLink")
    desk.qtbot.waitUntil(own(page, Kind.PERSON).hasFocus)
    assert not own(page, Kind.PERSON).visibleRegion().isEmpty()
    assert not seen(opened(None), QAbstractButton, "toOwnListLink").isVisible()
