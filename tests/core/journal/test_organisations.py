from dataclasses import replace

import pytest

from tests.builders import a_case, an_organisation, reopened
from vpjournal.domain.changes import Area
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route, RouteEntry, Sector
from vpjournal.domain.views import BinKind
from vpjournal.errors import AlreadyTaken, FieldMissing, Gone
from vpjournal.journal.facade import Journal

FULL = OrganisationDraft(
    name="Fabeldierenzorg Het Nest",
    headcount=0,
    sector=Sector.CARE,
    year_starts=9,
    recipients="bestuur\nraad",
    substitute="collega van Bureau Verzonnen",
    remarks="‘dinsdag’ & <b>woensdag</b>",
    routes=(RouteEntry(Route.HR, Presence.EXISTS, "gang 2"), RouteEntry(Route.WORKS_COUNCIL, Presence.ABSENT)),
)


def test_all_that_is_known_comes_back_from_disk(journal: Journal) -> None:
    organisation = OrganisationId(journal.organisations.add(FULL).new or 0)
    again = reopened(journal)
    assert again.organisations.get(organisation).details == FULL
    again.close()


def test_a_list_counts_open_cases_and_all_of_them(journal: Journal) -> None:
    nest = an_organisation(journal, "Nest")
    an_organisation(journal, "Ark", headcount=12)
    closed = a_case(journal, "Merel-47", organisation=nest)
    a_case(journal, "Linde-23", organisation=nest)
    journal.cases.remove(a_case(journal, "Beuk-11", organisation=nest))
    journal.closure.close(closed, journal.today._today())
    rows = journal.organisations.list()
    assert [(row.name, row.headcount, row.open_cases, row.cases) for row in rows] == [
        ("Ark", 12, 0, 0),
        ("Nest", None, 1, 2),
    ]


@pytest.mark.parametrize("name", ["", "  \n "])
def test_an_organisation_has_a_name(journal: Journal, name: str) -> None:
    with pytest.raises(FieldMissing) as told:
        journal.organisations.add(replace(FULL, name=name))
    assert told.value.field == "name"
    assert journal.organisations.list() == ()


def test_two_organisations_never_have_one_name(journal: Journal) -> None:
    nest = an_organisation(journal, "Het Nest")
    ark = an_organisation(journal, "De Ark")
    with pytest.raises(AlreadyTaken):
        an_organisation(journal, " het  NÉST")
    with pytest.raises(AlreadyTaken):
        journal.organisations.change(ark, replace(FULL, name="Het nest"))
    journal.organisations.change(nest, replace(FULL, name="Het nest"))
    assert [row.name for row in journal.organisations.list()] == ["De Ark", "Het nest"]


def test_a_headcount_is_never_below_nobody(journal: Journal) -> None:
    with pytest.raises(ValueError, match="headcount"):
        an_organisation(journal, headcount=-1)


def test_a_removed_organisation_still_gives_its_cases_their_name(journal: Journal) -> None:
    nest = an_organisation(journal, "Nest")
    case = a_case(journal, organisation=nest)
    changes = journal.organisations.remove(nest)
    assert changes.touches(Area.BIN)
    assert journal.organisations.list() == ()
    assert journal.cases.list()[0].organisation_name == "Nest"
    assert journal.cases.view(case).case.organisation_name == "Nest"
    with pytest.raises(Gone):
        journal.organisations.change(nest, FULL)
    journal.bin.restore(BinKind.ORGANISATION, nest)
    assert journal.organisations.list()[0].cases == 1


def test_a_name_that_was_given_away_stands_in_the_way_of_coming_back(journal: Journal) -> None:
    old = an_organisation(journal, "Nest")
    journal.organisations.remove(old)
    an_organisation(journal, "nest")
    with pytest.raises(AlreadyTaken):
        journal.bin.restore(BinKind.ORGANISATION, old)
    assert len(journal.bin.list()) == 1


def test_a_destroyed_organisation_leaves_its_cases_without_one(journal: Journal) -> None:
    nest = an_organisation(journal, "Nest")
    case = a_case(journal, organisation=nest)
    journal.organisations.remove(nest)
    journal.bin.destroy(BinKind.ORGANISATION, nest)
    assert journal.cases.view(case).case.details.organisation is None
    assert journal.cases.list()[0].organisation_name == ""
    assert journal.cases.list()[0].closed_on is None
    with pytest.raises(Gone):
        journal.organisations.get(nest)
