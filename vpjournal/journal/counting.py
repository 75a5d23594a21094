"""Counting data of cases, in step with what the phases record, and what organisations call the codes. Use cases."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from vpjournal.domain.case import Position
from vpjournal.domain.case_counting import (
    CODES,
    MOST_PERSONS,
    OWN_BELOW,
    SEVERAL,
    UNIT,
    CaseCounting,
    CodeSetting,
    Hours,
    OrganisationCodes,
)
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.counting import ContactKind, Counted, Dimension, Relation, Subject
from vpjournal.domain.ids import CaseId, OrganisationId, OwnCodeId, new_id
from vpjournal.domain.periods import Period
from vpjournal.domain.reporting_year import as_period, period_of
from vpjournal.domain.text import one_line
from vpjournal.errors import AlreadyTaken, CodeUnknown, FieldMissing, Gone
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import Database, cases, organisation_codes, organisations
from vpjournal.storage import counting as stored


class Counting(Group):
    """What is counted of cases."""

    def read(self, case: CaseId) -> CaseCounting:
        """Return the counting data of a case as they are now."""
        self._require_case(case)
        row = stored.of_case(self._database, case)
        organisation, month, _closed = stored.records_say(self._database, case)
        contacts, minutes = stored.contacts(self._database, case)
        chosen = {} if row.number is None else stored.chosen(self._database, row.number, organisation)
        return CaseCounting(
            case=case,
            organisation=organisation,
            codes=OrganisationCodes() if organisation is None else self.codes(organisation),
            chosen=chosen,
            said=stored.said(self._database, case),
            month=None if month is None else date(month // 12, month % 12 + 1, 1),
            contacts=contacts,
            minutes=minutes,
            persons=row.persons,
            counted=row.counted,
            taken_over=row.taken_over,
            again=row.since is not None,
            linked=() if row.situation is None else stored.linked(self._database, row.situation, case),
        )

    @one_transaction
    def choose(self, case: CaseId, dimension: Dimension, keys: Iterable[str]) -> Changes:
        """Replace what counts in one dimension. Raises ValueError for a code that there is not."""
        self._require_case(case)
        organisation, _month, _closed = stored.records_say(self._database, case)
        wanted = self._known(dimension, keys, organisation)
        number = stored.require_row(self._database, case, new_id)
        stored.choose(self._database, number, dimension, wanted)
        if dimension is Dimension.SUBJECT and Subject.INTEGRITY not in self._subjects(case, wanted, organisation):
            stored.choose(self._database, number, Dimension.INTEGRITY, ())
        return changed(Area.COUNTING, case=case)

    @one_transaction
    def set_persons(self, case: CaseId, persons: int) -> Changes:
        """Keep how many people came together; they are one case."""
        self._require_case(case)
        number = stored.require_row(self._database, case, new_id)
        stored.set_persons(self._database, number, max(1, min(MOST_PERSONS, persons)))
        return changed(Area.COUNTING, case=case)

    @one_transaction
    def count_along(self, case: CaseId, *, counted: bool) -> Changes:
        """Keep whether the reporter is content to be counted."""
        self._require_case(case)
        stored.require_row(self._database, case, new_id)
        stored.set_counted(self._database, case, counted=counted)
        return changed(Area.COUNTING, case=case)

    @one_transaction
    def set_taken_over(self, case: CaseId, *, taken_over: bool) -> Changes:
        """Keep whether a colleague had and counted this case before."""
        self._require_case(case)
        number = stored.require_row(self._database, case, new_id)
        stored.set_taken_over(self._database, number, taken_over=taken_over)
        return changed(Area.COUNTING, case=case)

    @one_transaction
    def link(self, case: CaseId, other: CaseId | None) -> Changes:
        """Say that two cases are about the same situation; ``None``: this one is about its own. Never inferred."""
        self._require_case(case)
        number = stored.require_row(self._database, case, new_id)
        if other is None or other == case:
            stored.set_situation(self._database, number, None)
            return changed(Area.COUNTING, case=case)
        self._require_case(other)
        number_of_other = stored.require_row(self._database, other, new_id)
        situation = stored.of_case(self._database, other).situation or new_id()
        for each in (number, number_of_other):
            stored.set_situation(self._database, each, situation)
        return changed(Area.COUNTING, case=case)

    @one_transaction
    def link_by_code(self, case: CaseId, code: str) -> Changes:
        """Say that a case is about the same situation as the one of this code. Raises CodeUnknown."""
        other = cases.coded(self._database, code)
        state = None if other is None else cases.state(self._database, other)
        if other is None or state is None or state[0] or other == case:
            raise CodeUnknown
        return self.link(case, other)

    # What an organisation calls them

    def codes(self, organisation: OrganisationId) -> OrganisationCodes:
        """Return what an organisation has of its own."""
        return organisation_codes.read(self._database, organisation)

    @one_transaction
    def set_code(self, organisation: OrganisationId, setting: CodeSetting) -> Changes:
        """Name a stable code, or switch it off or on; cases that have it keep it. Raises ValueError, Gone."""
        self._require_organisation(organisation)
        if setting.own or all(code.id != setting.code for code in CODES[setting.dimension]):
            raise ValueError(setting.code)
        organisation_codes.put_wording(self._database, organisation, replace(setting, label=one_line(setting.label)))
        return changed(Area.COUNTING)

    @one_transaction
    def save_own_code(self, organisation: OrganisationId, setting: CodeSetting) -> Changes:
        """Add a code of the organisation's own, or rename one. ``new`` is its number.

        Raises FieldMissing("label"), AlreadyTaken("label"), ValueError for a parent that there is not, Gone.
        """
        self._require_organisation(organisation)
        clean = replace(setting, label=one_line(setting.label))
        self._check_own(organisation, clean)
        number = clean.number or OwnCodeId(new_id())
        if clean.number is None:
            organisation_codes.insert_own(self._database, organisation, number, clean)
        else:
            organisation_codes.update_own(self._database, organisation, clean)
        return changed(Area.COUNTING, new=number)

    @one_transaction
    def ask(self, organisation: OrganisationId, dimension: Dimension, *, asks: bool) -> Changes:
        """Keep whether an organisation asks for gender, contract or unit; what was recorded stays."""
        self._require_organisation(organisation)
        organisation_codes.set_asks(self._database, organisation, dimension, asks=asks)
        return changed(Area.COUNTING)

    # For the year

    def facts(self) -> tuple[Counted, ...]:
        """Return what the figures are made of; a case without organisation or month is not among it."""
        period_at = self._periods()
        found = []
        for fact in stored.facts(self._database):
            organisation = fact.organisation
            if organisation is None or (fact.month is None and fact.period is None):
                continue
            period = as_period(*fact.period) if fact.period else period_at(organisation, fact.month or 0)
            found.append(_counted(fact, organisation, period))
        return tuple(found)

    def period(self, organisation: OrganisationId, month: date) -> Period:
        """Return the reporting period of an organisation in which a month lies."""
        return self._periods()(organisation, _month(month))

    def period_at(self, organisation: OrganisationId, month: int) -> Period:
        """Return the reporting period of a month that is counted from the year 0."""
        return self._periods()(organisation, month)

    def fixed_periods(self, organisation: OrganisationId) -> tuple[Period, ...]:
        """Return the periods of which a report was fixed, in order."""
        return tuple(as_period(*each) for each in stored.fixed(self._database).get(organisation, ()))

    @one_transaction
    def fix(self, organisation: OrganisationId, period: Period) -> Changes:
        """Fix a period: what outlived its words keeps only the half of it. Fixing it again does nothing."""
        self._require_organisation(organisation)
        if period in self.fixed_periods(organisation):
            return Changes(frozenset())
        if period != self._periods()(organisation, period.start):
            raise ValueError(period)
        stored.fix(self._database, organisation, period.start, period.months)
        return changed(Area.COUNTING)

    def hours(self) -> tuple[Hours, ...]:
        """Return the minutes of contacts for each organisation and month, as far as months are still kept."""
        return tuple(Hours(*each) for each in stored.hours(self._database))

    def _periods(self) -> "_PeriodOf":
        return _PeriodOf(self._database)

    def _known(self, dimension: Dimension, keys: Iterable[str], organisation: OrganisationId | None) -> list[str]:
        wanted = list(dict.fromkeys(keys))
        codes = OrganisationCodes() if organisation is None else self.codes(organisation)
        own = {each.code for each in codes.settings if each.own and each.dimension is dimension}
        known = {code.id for code in CODES[dimension]} | own
        if not known.issuperset(wanted) or (len(wanted) > 1 and dimension not in SEVERAL):
            raise ValueError(dimension)
        return wanted

    def _subjects(self, case: CaseId, wanted: Iterable[str], organisation: OrganisationId | None) -> set[str]:
        """Return the stable codes of the subjects that count now."""
        codes = OrganisationCodes() if organisation is None else self.codes(organisation)
        parents = {each.code: each.parent for each in codes.settings if each.own}
        said = stored.said(self._database, case).get(Dimension.SUBJECT, ())
        return {parents.get(key, key) for key in wanted} or set(said)

    def _check_own(self, organisation: OrganisationId, setting: CodeSetting) -> None:
        parents = {code.id for code in CODES[setting.dimension]} | {UNIT}
        if setting.dimension not in OWN_BELOW or setting.parent not in parents:
            raise ValueError(setting.parent)
        if not setting.label:
            raise FieldMissing("label")
        others = [each for each in self.codes(organisation).settings if each.dimension is setting.dimension]
        if any(each.label.casefold() == setting.label.casefold() and each.number != setting.number for each in others):
            raise AlreadyTaken("label")

    def _require_organisation(self, organisation: OrganisationId) -> None:
        if organisations.in_bin(self._database, organisation) is None:
            raise Gone


class _PeriodOf:
    """Answers which period a month of an organisation lies in; asked for thousands of cases in a row."""

    def __init__(self, database: Database) -> None:
        self._fixed = stored.fixed(database)
        self._starts = stored.year_starts(database)
        self._known: dict[tuple[OrganisationId, int], Period] = {}

    def __call__(self, organisation: OrganisationId, month: int) -> Period:
        key = organisation, month
        if key not in self._known:
            starts = self._starts.get(organisation, 1)
            self._known[key] = period_of(month, starts, self._fixed.get(organisation, ()))
        return self._known[key]


def opened_again(database: Database, case: CaseId, *, closed_on: date, today: date) -> None:
    """Let a case count anew when it is opened again in a later reporting year; within the year it is the same case."""
    organisation, _month_of_first, closed = stored.records_say(database, case)
    starts = {} if organisation is None else stored.year_starts(database)
    fixed = () if organisation is None else stored.fixed(database).get(organisation, ())
    begins = 1 if organisation is None else starts.get(organisation, 1)
    then, now = period_of(_month(closed_on), begins, fixed), period_of(_month(today), begins, fixed)
    if now.start <= then.start:
        return
    stored.freeze(database, stored.require_row(database, case, new_id), closed=closed)
    stored.require_row(database, case, new_id, since=_month(today))


def moved(database: Database, case: CaseId, organisation: OrganisationId | None) -> None:
    """Let what was counted of a case go along to another organisation."""
    stored.move(database, case, organisation)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _counted(fact: stored.Fact, organisation: OrganisationId, period: Period) -> Counted:
    codes, row = fact.codes, fact.row
    return Counted(
        organisation=organisation,
        period=period,
        kind=ContactKind(codes.get(Dimension.CONTACT_KIND, (ContactKind.NOT_SAID,))[0]),
        subjects=codes.get(Dimension.SUBJECT, ()),
        integrity=codes.get(Dimension.INTEGRITY, ()),
        relation=codes.get(Dimension.RELATION, (Relation.NOT_SAID,))[0],
        steps=codes.get(Dimension.STEP, ()),
        persons=row.persons,
        situation=row.situation,
        # A manager who asks advice is no reporter: that is counted among the activities.
        counted=row.counted and Position.MANAGER not in codes.get(Dimension.POSITION, ()),
        taken_over=row.taken_over,
    )
