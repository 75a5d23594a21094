"""What is counted of a case: filled by the phases, once, and still there when the words are gone."""

from datetime import date
from time import perf_counter

import pytest

from tests.builders import (
    Clock,
    a_case,
    a_choice,
    a_contact,
    a_contact_draft,
    a_full_case,
    all_gone,
    an_organisation,
    new,
    reopened,
)
from vpjournal.domain.case import CaseDraft, Channel, Phase, Position, Track
from vpjournal.domain.case_counting import CodeSetting, offered, own_key
from vpjournal.domain.changes import Area
from vpjournal.domain.counting import ContactKind, Counted, Dimension
from vpjournal.domain.guidance import ChoiceKind, ClosureDraft, FollowUp, Leaving, Referral
from vpjournal.domain.ids import CaseId, OrganisationId, OwnCodeId
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.periods import Period
from vpjournal.domain.views import BinKind
from vpjournal.errors import AlreadyTaken, FieldMissing
from vpjournal.journal.facade import Journal

Y2026 = Period(2026)
SUBJECT, INTEGRITY, STEP, KIND = Dimension.SUBJECT, Dimension.INTEGRITY, Dimension.STEP, Dimension.CONTACT_KIND


@pytest.fixture
def nest(journal: Journal) -> OrganisationId:
    return an_organisation(journal)


def begun(
    journal: Journal, organisation: OrganisationId, code: str = "Merel-47", day: date = date(2026, 3, 12)
) -> CaseId:
    first = a_contact_draft(day=day, channel=Channel.PHONE)
    return a_case(journal, code, organisation=organisation, first=first)


def destroyed(journal: Journal, case: CaseId) -> None:
    """Destroy the words of a case as its term does: the case itself is no mistake."""
    journal.closure.close(case, journal.today._today())
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)


def only(journal: Journal) -> Counted:
    (found,) = journal.counting.facts()
    return found


def test_the_phases_fill_what_is_counted_and_nothing_is_typed_twice(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    found = journal.counting.read(case)
    assert (found.organisation, found.month, found.contacts) == (nest, date(2026, 3, 1), 1)
    assert found.said == {Dimension.CHANNEL: ("phone",)}
    assert only(journal) == Counted(nest, Y2026)
    talk = a_contact(journal, case, Phase.FIRST_CONVERSATION, date(2026, 4, 2))
    journal.contacts.set_minutes(talk, 50)
    a_choice(journal, case, kind=ChoiceKind.HEARD)
    journal.follow_up.save(case, FollowUp(referrals=(Referral.UNION, Referral.LAWYER)))
    journal.closure.save(case, ClosureDraft(leaving=Leaving.PARTLY))
    found = journal.counting.read(case)
    assert found.answers(KIND) == ("conversation",)
    assert found.answers(STEP) == ("told",)
    assert found.answers(Dimension.REFERRAL) == ("union", "lawyer")
    assert found.answers(Dimension.LEAVING) == ("partly",)
    assert (found.contacts, found.minutes) == (2, 60)
    assert only(journal) == Counted(nest, Y2026, ContactKind.CONVERSATION, steps=("told",))


def test_what_is_chosen_goes_before_what_the_records_say(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    journal.cases.change(case, CaseDraft("Merel-47", organisation=nest, track=Track.INTEGRITY))
    assert only(journal).subjects == ("integrity",)
    journal.counting.choose(case, INTEGRITY, ("theft", "bribery"))
    journal.counting.choose(case, SUBJECT, ("bullying", "integrity"))
    journal.counting.choose(case, Dimension.RELATION, ("manager",))
    journal.counting.choose(case, KIND, ("signal",))
    journal.counting.set_persons(case, 4)
    again = reopened(journal)
    counted = Counted(
        nest, Y2026, ContactKind.SIGNAL, ("bullying", "integrity"), ("theft", "bribery"), "manager", persons=4
    )
    assert only(again) == counted
    again.counting.choose(case, SUBJECT, ("bullying",))
    assert only(again).integrity == ()
    again.close()


@pytest.mark.parametrize(
    ("dimension", "keys"),
    [(SUBJECT, ("gossip",)), (SUBJECT, ("own:12",)), (KIND, ("signal", "question")), (Dimension.LEAVING, ("partly",))],
)
def test_only_codes_that_there_are_can_be_chosen(
    journal: Journal, nest: OrganisationId, dimension: Dimension, keys: tuple[str, ...]
) -> None:
    case = begun(journal, nest)
    with pytest.raises((ValueError, KeyError)):
        journal.counting.choose(case, dimension, keys)
    assert journal.counting.read(case).chosen == {}


def test_every_change_is_told_and_a_case_that_is_gone_is_said_to_be(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    for changes in (
        journal.counting.choose(case, SUBJECT, ("bullying",)),
        journal.counting.set_persons(case, 2),
        journal.counting.count_along(case, counted=False),
        journal.counting.set_taken_over(case, taken_over=True),
        journal.counting.link(case, None),
        journal.follow_up.save(case, FollowUp(referrals=(Referral.UNION,))),
        journal.closure.save(case, ClosureDraft(leaving=Leaving.NOT)),
        journal.cases.change(case, CaseDraft("Merel-47")),
    ):
        assert changes.touches(Area.COUNTING, case=case)
    gone = CaseId(3)
    all_gone(
        lambda: journal.counting.read(gone),
        lambda: journal.counting.choose(gone, SUBJECT, ()),
        lambda: journal.counting.set_persons(gone, 2),
        lambda: journal.counting.count_along(gone, counted=True),
        lambda: journal.counting.set_taken_over(gone, taken_over=True),
        lambda: journal.counting.link(gone, None),
        lambda: journal.counting.ask(OrganisationId(3), Dimension.UNIT, asks=True),
        lambda: journal.counting.set_code(OrganisationId(3), CodeSetting(SUBJECT, "bullying", "x")),
        lambda: journal.counting.fix(OrganisationId(3), Y2026),
    )


def test_a_case_counts_in_the_year_of_its_first_contact_alone(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest, day=date(2026, 12, 30))
    a_contact(journal, case, Phase.FIRST_CONVERSATION, date(2027, 1, 8))
    a_contact(journal, case, Phase.CHOICE, date(2027, 2, 8))
    assert only(journal).period == Y2026
    assert [(each.month, each.contacts, each.cases) for each in journal.counting.hours()] == [
        (date(2026, 12, 1), 1, 1),
        (date(2027, 1, 1), 1, 1),
        (date(2027, 2, 1), 1, 1),
    ]


def test_without_an_organisation_or_a_month_it_is_not_counted_yet(journal: Journal, nest: OrganisationId) -> None:
    a_case(journal, "Linde-23", first=a_contact_draft())
    a_case(journal, "Beuk-11", organisation=nest)
    a_case(journal, "Iep-12", organisation=nest, first=a_contact_draft(day=None))
    assert journal.counting.facts() == ()


def test_a_case_that_moves_is_counted_where_it_is(journal: Journal, nest: OrganisationId) -> None:
    ark = an_organisation(journal, "De Ark", year_starts=9)
    case = begun(journal, nest)
    own = new(journal.counting.save_own_code(nest, CodeSetting(SUBJECT, "", "roddel", parent="bullying")))
    journal.counting.choose(case, SUBJECT, (own_key(own),))
    journal.cases.change(case, CaseDraft("Merel-47", organisation=ark))
    assert only(journal) == Counted(ark, Period(2025, 9), subjects=("bullying",))
    assert journal.counting.read(case).chosen == {SUBJECT: ("bullying",)}


def test_opened_again_within_the_year_it_is_the_same_case(journal: Journal, nest: OrganisationId, clock: Clock) -> None:
    case = begun(journal, nest)
    journal.closure.close(case, date(2026, 5, 1))
    journal.closure.reopen(case)
    a_contact(journal, case, Phase.FOLLOW_UP, clock.day)
    assert only(journal).period == Y2026
    assert not journal.counting.read(case).again


def test_opened_again_in_a_later_year_it_is_a_new_one(journal: Journal, nest: OrganisationId, clock: Clock) -> None:
    case = begun(journal, nest)
    journal.counting.choose(case, SUBJECT, ("bullying",))
    journal.closure.close(case, date(2026, 5, 1))
    clock.pass_days(90)
    journal.closure.reopen(case)
    assert [each.period for each in journal.counting.facts()] == [Y2026], "opened by mistake, it is no case yet"
    a_contact(journal, case, Phase.FOLLOW_UP, clock.day)
    journal.counting.choose(case, SUBJECT, ("threat",))
    assert {(each.period, each.subjects) for each in journal.counting.facts()} == {
        (Y2026, ("bullying",)),
        (Period(2027), ("threat",)),
    }
    assert journal.counting.read(case).again
    ark = an_organisation(journal, "De Ark")
    journal.cases.change(case, CaseDraft("Merel-47", organisation=ark))
    assert {each.organisation for each in journal.counting.facts()} == {ark}
    journal.counting.count_along(case, counted=False)
    assert not any(each.counted for each in journal.counting.facts())


def test_a_clock_that_was_set_back_makes_no_second_case(journal: Journal, nest: OrganisationId, clock: Clock) -> None:
    case = begun(journal, nest)
    journal.closure.close(case, date(2027, 5, 1))
    journal.closure.reopen(case)
    assert len(journal.counting.facts()) == 1


def test_advice_to_a_manager_is_no_case(journal: Journal, nest: OrganisationId) -> None:
    case = a_case(journal, organisation=nest, first=a_contact_draft(), position=Position.MANAGER)
    assert not only(journal).counted
    assert journal.counting.read(case).is_advice
    journal.cases.change(case, CaseDraft("Merel-47", organisation=nest, position=Position.EXPERIENCED))
    assert only(journal).counted


def test_situations_are_linked_by_hand_alone(journal: Journal, nest: OrganisationId) -> None:
    cases = [begun(journal, nest, code) for code in ("Merel-47", "Linde-23", "Beuk-11")]
    assert {each.situation for each in journal.counting.facts()} == {None}
    journal.counting.link(cases[1], cases[0])
    situations = [each.situation for each in journal.counting.facts()]
    assert sorted(situations.count(each) for each in situations) == [1, 2, 2]
    journal.counting.link(cases[1], None)
    assert len({each.situation for each in journal.counting.facts()}) == 2


# What an organisation calls them


def test_a_code_that_is_switched_off_stays_in_the_cases_that_have_it(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    journal.counting.choose(case, SUBJECT, ("threat",))
    journal.counting.set_code(nest, CodeSetting(SUBJECT, "threat", used=False))
    journal.counting.set_code(nest, CodeSetting(SUBJECT, "bullying", " treiteren "))
    codes = journal.counting.codes(nest)
    assert "threat" not in [each.key for each in offered(SUBJECT, codes)]
    assert "threat" in [each.key for each in offered(SUBJECT, codes, ("threat",))]
    assert offered(SUBJECT, codes)[0].label == "treiteren"
    assert only(journal).subjects == ("threat",)
    journal.counting.set_code(nest, CodeSetting(SUBJECT, "threat"))
    journal.counting.set_code(nest, CodeSetting(SUBJECT, "bullying"))
    assert journal.counting.codes(nest).settings == ()


def test_an_own_code_is_counted_as_the_stable_one_above_it(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    setting = CodeSetting(SUBJECT, "", "roddel", parent="bullying")
    number = OwnCodeId(new(journal.counting.save_own_code(nest, setting)))
    with pytest.raises(AlreadyTaken):
        journal.counting.save_own_code(nest, setting)
    with pytest.raises(FieldMissing):
        journal.counting.save_own_code(nest, CodeSetting(SUBJECT, "", " ", parent="bullying"))
    with pytest.raises(ValueError, match="gossip"):
        journal.counting.save_own_code(nest, CodeSetting(SUBJECT, "", "roddel", parent="gossip"))
    journal.counting.choose(case, SUBJECT, ("threat", own_key(number)))
    assert journal.counting.read(case).chosen == {SUBJECT: ("threat", own_key(number))}
    assert only(journal).subjects == ("threat", "bullying")
    journal.organisations.remove(nest)
    journal.bin.destroy(BinKind.ORGANISATION, nest)
    assert journal.counting.read(case).chosen == {SUBJECT: ("threat", "bullying")}


def test_what_is_asked_of_reporters_is_off_until_an_organisation_asks(journal: Journal, nest: OrganisationId) -> None:
    assert journal.counting.codes(nest).asks == ()
    journal.counting.ask(nest, Dimension.GENDER, asks=True)
    journal.counting.save_own_code(nest, CodeSetting(Dimension.UNIT, "", "dag", parent="unit"))
    codes = journal.counting.codes(nest)
    assert codes.asks == (Dimension.GENDER,)
    assert [each.label for each in offered(Dimension.UNIT, codes)] == ["dag"]
    journal.counting.ask(nest, Dimension.GENDER, asks=False)
    assert journal.counting.codes(nest).asks == ()


# When the words are gone


def test_counting_data_outlive_the_words(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    a_contact(journal, case, Phase.FIRST_CONVERSATION, date(2026, 4, 2))
    journal.contacts.set_minutes(a_contact(journal, case, Phase.CHOICE, date(2026, 4, 9)), 45)
    journal.contacts.remove(a_contact(journal, case, Phase.CHOICE, date(2026, 4, 10)))
    journal.counting.choose(case, SUBJECT, ("bullying",))
    journal.closure.save(case, ClosureDraft(leaving=Leaving.NOT))
    before, hours = only(journal), journal.counting.hours()
    destroyed(journal, case)
    assert only(journal) == before
    assert journal.counting.hours() == hours
    codes = journal._database.query("SELECT dimension, code FROM counting_code ORDER BY dimension")
    assert ("leaving", "not") in codes
    assert ("channel", "phone") in codes
    assert journal._database.query("SELECT DISTINCT case_id FROM counting") == [(None,)]


def test_a_case_of_which_nothing_was_set_outlives_its_words_too(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    before = only(journal)
    destroyed(journal, case)
    assert only(journal) == before


def test_what_was_thrown_away_as_a_mistake_is_not_counted(journal: Journal, nest: OrganisationId) -> None:
    case = begun(journal, nest)
    journal.counting.choose(case, SUBJECT, ("bullying",))
    before = journal.counting.facts()
    journal.cases.remove(case)
    assert journal.counting.facts() == ()
    journal.bin.restore(BinKind.CASE, case)
    assert journal.counting.facts() == before
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    assert journal.counting.facts() == ()
    assert journal._database.query("SELECT count(*) FROM counting") == [(0,)]
    assert journal._database.query("SELECT count(*) FROM counted_contact") == [(0,)]


def test_of_a_fixed_period_only_the_half_stays(journal: Journal, nest: OrganisationId) -> None:
    early, late = begun(journal, nest), begun(journal, nest, "Linde-23", date(2026, 8, 3))
    thrown = begun(journal, nest, "Beuk-11")
    destroyed(journal, early)
    journal.counting.fix(nest, Y2026)
    journal.counting.fix(nest, Y2026)
    destroyed(journal, late)
    journal.cases.remove(thrown)
    assert [each.period for each in journal.counting.facts()] == [Y2026] * 3, "it stands in a report that was fixed"
    journal.bin.destroy(BinKind.CASE, thrown)
    halves = "SELECT month, closed, period_start, period_months, half FROM counting ORDER BY half"
    assert [row[:1] + row[2:] for row in journal._database.query(halves)] == [
        (None, Y2026.start, 12, 1),
        (None, Y2026.start, 12, 1),
        (None, Y2026.start, 12, 2),
    ]
    assert journal._database.query("SELECT month, half FROM counted_contact ORDER BY half") == [
        (None, 1),
        (None, 1),
        (None, 2),
    ]
    assert [each.period for each in journal.counting.facts()] == [Y2026] * 3


def test_a_year_that_begins_in_another_month_is_bridged_after_what_was_fixed(
    journal: Journal, nest: OrganisationId
) -> None:
    begun(journal, nest)
    begun(journal, nest, "Linde-23", date(2027, 2, 1))
    begun(journal, nest, "Beuk-11", date(2027, 10, 1))
    journal.counting.fix(nest, Y2026)
    journal.organisations.change(nest, OrganisationDraft("Fabeldierenzorg Het Nest", year_starts=9))
    assert sorted(each.period for each in journal.counting.facts()) == [Y2026, Period(2027, 1, 8), Period(2027, 9)]
    with pytest.raises(ValueError, match="2027"):
        journal.counting.fix(nest, Period(2027, 1, 12))


def test_ten_thousand_cases_are_read_at_once(journal: Journal, nest: OrganisationId) -> None:
    with journal._database.transaction():
        for number in range(10_000):
            fields = (number + 1, f"x{number}", f"x{number}", nest)
            journal._database.execute(
                "INSERT INTO guided_case (id, code, folded_code, word, folded_word, organisation_id, track, position,"
                " danger, hurry) VALUES (?, ?, ?, '', '', ?, 'behaviour', 'unknown', 'no', 'no')",
                fields,
            )
            journal._database.execute(
                "INSERT INTO contact (id, case_id, rank, phase, precision, day, channel, note_state)"
                " VALUES (?1, ?1, 1, 'first_contact', 'day', '2026-03-12', 'phone', 'unwritten')",
                (number + 1,),
            )
            journal._database.execute("INSERT INTO counting (id, case_id) VALUES (?1, ?1)", (number + 1,))
            journal._database.execute(
                "INSERT INTO counting_code VALUES (?, 'subject', 1, 'bullying', NULL)", (number + 1,)
            )
    begin = perf_counter()
    assert len(journal.counting.facts()) == 10_000
    assert perf_counter() - begin < 2


def test_no_byte_of_the_words_and_no_day_is_in_what_remains(journal: Journal, nest: OrganisationId) -> None:
    case = a_full_case(journal, "Merel-47", "zomergras")
    destroyed(journal, case)
    for table in ("counting", "counting_code", "counted_contact"):
        for row in journal._database.query(f"SELECT * FROM {table}"):  # noqa: S608 - a name of the schema
            assert not any("zomergras" in str(value) or str(value).count("-") == 2 for value in row)
