from datetime import date, timedelta

import pytest

from tests.builders import TODAY, Clock, a_case, a_contact, a_contact_draft, an_agreement, an_organisation
from vpjournal.domain.case import Phase
from vpjournal.domain.contact import ContactDraft
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import AgreementKind
from vpjournal.domain.views import BinKind
from vpjournal.journal.facade import Journal


def test_an_empty_journal_has_nothing_to_show(journal: Journal) -> None:
    today = journal.today.view()
    assert (today.agreed, today.unwritten, today.silent, today.last_case) == ((), (), (), None)
    assert (today.cases, today.organisations) == (0, 0)


def test_agreed_days_are_those_of_two_weeks_and_what_is_overdue(journal: Journal) -> None:
    case = a_case(journal)
    an_agreement(journal, case, "over twee weken", due=TODAY + timedelta(days=14), phase=Phase.FOLLOW_UP)
    an_agreement(journal, case, "te laat", due=TODAY - timedelta(days=90), kind=AgreementKind.APPOINTMENT)
    an_agreement(journal, case, "ver weg", due=TODAY + timedelta(days=15))
    an_agreement(journal, case, "zonder dag")
    done = an_agreement(journal, case, "gedaan", due=TODAY)
    journal.agreements.set_done(done, done=True)
    journal.agreements.remove(an_agreement(journal, case, "weg", due=TODAY))
    found = journal.today.view().agreed
    assert [(each.code, each.due - TODAY, each.phase, each.appointment) for each in found] == [
        ("Merel-47", timedelta(days=-90), Phase.CHOICE, True),
        ("Merel-47", timedelta(days=14), Phase.FOLLOW_UP, False),
    ]


def test_unwritten_notes_are_shown_until_they_are_written_or_left_out(journal: Journal) -> None:
    case = a_case(journal)
    written, left_out, open_one = (a_contact(journal, case) for _ in range(3))
    journal.notes.save(written, "iets")
    journal.contacts.leave_note_out(left_out)
    assert [each.contact for each in journal.today.view().unwritten] == [open_one]


@pytest.mark.parametrize(
    ("day", "silent"),
    [
        (CoarseDay.exactly(TODAY - timedelta(weeks=8)), False),
        (CoarseDay.exactly(TODAY - timedelta(weeks=8, days=1)), True),
        (CoarseDay.in_month_of(date(2026, 9, 1)), False),
        (CoarseDay.in_month_of(date(2026, 8, 1)), True),
        (CoarseDay.in_month_of(date(2025, 12, 1)), True),
        (CoarseDay.unknown(), False),
    ],
)
def test_a_case_is_silent_after_eight_weeks_for_certain(journal: Journal, day: CoarseDay, silent: bool) -> None:
    case = a_case(journal, first=ContactDraft(Phase.FIRST_CONTACT, day))
    assert [each.case for each in journal.today.view().silent] == ([case] if silent else [])


def test_a_closed_case_is_never_silent(journal: Journal) -> None:
    case = a_case(journal, first=a_contact_draft(day=date(2026, 1, 1)))
    journal.closure.close(case, TODAY)
    assert journal.today.view().silent == ()


def test_a_case_in_the_bin_is_not_counted_or_shown(journal: Journal) -> None:
    case = a_case(journal, first=a_contact_draft(day=date(2026, 1, 1)))
    an_agreement(journal, case, due=TODAY)
    journal.cases.remove(case)
    today = journal.today.view()
    assert (today.agreed, today.unwritten, today.silent, today.last_case, today.cases) == ((), (), (), None, 0)


def test_the_case_worked_on_last_is_remembered(journal: Journal, clock: Clock) -> None:
    merel, linde = a_case(journal, "Merel-47"), a_case(journal, "Linde-23")
    assert journal.today.view().last_case == (linde, "Linde-23")
    a_contact(journal, merel)
    an_organisation(journal)
    assert journal.today.view().last_case == (merel, "Merel-47")
    journal.cases.remove(merel)
    journal.bin.destroy(BinKind.CASE, merel)
    assert journal.today.view().last_case is None
