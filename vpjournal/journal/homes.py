"""Where texts of each kind live: how their record is read, and how it is written, by the use cases of its own group."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Changes
from vpjournal.domain.contact import Contact, ContactDraft, FirstContact
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import (
    AgreementId,
    CaseId,
    ChoiceId,
    ContactId,
    OptionId,
    OrganisationId,
    RoleCheckId,
    SummaryId,
)
from vpjournal.domain.unsaved import Home, Kind, SheetLines
from vpjournal.errors import Gone
from vpjournal.journal.agreements import Agreements
from vpjournal.journal.board import Boards
from vpjournal.journal.cases import Cases
from vpjournal.journal.choices import Choices
from vpjournal.journal.closure import Closures
from vpjournal.journal.contacts import Contacts
from vpjournal.journal.follow_up import FollowUps
from vpjournal.journal.goals import GoalsOfCases
from vpjournal.journal.group import Desk, Group
from vpjournal.journal.known import Identifiers
from vpjournal.journal.notes import Notes
from vpjournal.journal.organisations import Organisations
from vpjournal.journal.role_checks import RoleChecks
from vpjournal.journal.settings import Settings
from vpjournal.journal.summaries import Summaries
from vpjournal.storage import cases as stored_cases
from vpjournal.storage import contacts as stored_contacts

_PHASES = {
    Kind.CASE: Phase.FIRST_CONTACT,
    Kind.ROLE_CHECK: Phase.FIRST_CONTACT,
    Kind.GOALS: Phase.FIRST_CONVERSATION,
    Kind.OPTION: Phase.SECOND_CONVERSATION,
    Kind.FOLLOW_UP: Phase.FOLLOW_UP,
    Kind.CLOSURE: Phase.CLOSURE,
}


@dataclass(frozen=True, slots=True)
class _Keeper:
    """``read`` gives what is stored or raises Gone; ``write`` adds a record where there is none yet."""

    read: Callable[[Home], object]
    write: Callable[[Home, Any], Changes]


class Homes(Group):
    """Reads and writes the record of any home. All of it runs in the transaction of whoever asks."""

    def __init__(self, desk: Desk, notes: Notes) -> None:
        super().__init__(desk)
        self._notes = notes
        self._contacts = Contacts(desk)
        self._cases = Cases(desk)
        self._settings = Settings(desk)
        self._identifiers = Identifiers(desk)
        self._keepers = {**self._of_cases(desk), **self._of_the_whole(desk)}

    def read(self, home: Home) -> object | None:
        """Return what the record says now, or None when there is none; one in the bin counts as there."""
        with contextlib.suppress(Gone):
            return self._keepers[home.kind].read(home)
        return None

    def write(self, home: Home, draft: object) -> Changes:
        """Keep a draft in its record, or as a new one. Raises what the use case of that record does."""
        return self._keepers[home.kind].write(home, draft)

    def has_case(self, home: Home) -> bool:
        """Tell whether the case is there, in the bin or not."""
        return home.case is not None and stored_cases.state(self._database, home.case) is not None

    def code(self, home: Home) -> str:
        """Return the code of the case, or nothing."""
        case = None if home.case is None else stored_cases.get(self._database, home.case)
        return "" if case is None else case.code

    def add_note(self, home: Home, draft: object, text: str) -> Changes:
        """Keep a text as a note of its own in the case, beside all that is there."""
        case = _case(home)
        contact = ContactId(self._contacts.add(case, self._contact_for(home, draft)).new or 0)
        return self._notes.save(contact, text)

    def _contact_for(self, home: Home, draft: object) -> ContactDraft:
        if home.kind is Kind.NOTE and home.record is not None:
            found = stored_contacts.get(self._database, ContactId(home.record))
            if found is not None:
                return found.details
        phase = getattr(draft, "phase", None) or _PHASES.get(home.kind, Phase.CHOICE)
        return ContactDraft(phase, CoarseDay.unknown())

    def _of_cases(self, desk: Desk) -> dict[Kind, _Keeper]:
        goals, follow_up, closure = GoalsOfCases(desk), FollowUps(desk), Closures(desk)
        return {
            Kind.NOTE: _Keeper(
                lambda home: self._notes.read(ContactId(_record(home))).text,
                lambda home, draft: self._notes.save(ContactId(_record(home)), draft),
            ),
            Kind.CASE: _Keeper(self._read_case, self._write_case),
            Kind.GOALS: self._one_of_a_case(goals.read, goals.save),
            Kind.FOLLOW_UP: self._one_of_a_case(follow_up.read, follow_up.save),
            Kind.CLOSURE: self._one_of_a_case(closure.read, closure.save),
            **self._several_of_cases(desk),
        }

    def _several_of_cases(self, desk: Desk) -> dict[Kind, _Keeper]:
        checks, board, choices, agreements = RoleChecks(desk), Boards(desk), Choices(desk), Agreements(desk)
        summaries = Summaries(desk)
        return {
            Kind.ROLE_CHECK: _Keeper(
                lambda home: _found(checks.list(_case(home)), home),
                _added_or_changed(checks.record, lambda record, draft: checks.change(RoleCheckId(record), draft)),
            ),
            Kind.OPTION: _Keeper(
                lambda home: _found(board.read(_case(home)).options, home),
                _added_or_changed(board.add, lambda record, draft: board.change(OptionId(record), draft)),
            ),
            Kind.CHOICE: _Keeper(
                lambda home: _found(choices.list(_case(home)), home),
                _added_or_changed(choices.add, lambda record, draft: choices.change(ChoiceId(record), draft)),
            ),
            Kind.AGREEMENT: _Keeper(
                lambda home: _found(agreements.list(_case(home)), home),
                _added_or_changed(agreements.add, lambda record, draft: agreements.change(AgreementId(record), draft)),
            ),
            Kind.SUMMARY: _Keeper(
                lambda home: summaries.get(SummaryId(_record(home))).draft,
                lambda home, draft: summaries.change(SummaryId(_record(home)), draft),
            ),
        }

    def _of_the_whole(self, desk: Desk) -> dict[Kind, _Keeper]:
        organisations = Organisations(desk)

        def write_organisation(home: Home, draft: Any) -> Changes:
            if home.record is None:
                return organisations.add(draft)
            return organisations.change(OrganisationId(home.record), draft)

        return {
            Kind.ORGANISATION: _Keeper(
                lambda home: organisations.get(OrganisationId(_record(home))).details, write_organisation
            ),
            Kind.CONTACT_LINE: _Keeper(
                lambda _home: self._settings.read().contact_line,
                lambda _home, line: self._settings.save(replace(self._settings.read(), contact_line=line)),
            ),
            Kind.SHEET_LINES: _Keeper(lambda _home: self._sheet_lines(), self._write_sheet_lines),
            Kind.OWN_LIST: _Keeper(
                lambda home: self._identifiers.own_list(OrganisationId(_record(home))),
                lambda home, draft: self._identifiers.save_own_list(OrganisationId(_record(home)), draft),
            ),
        }

    def _one_of_a_case(self, read: Callable[[CaseId], object], write: Callable[[CaseId, Any], Changes]) -> _Keeper:
        def read_it(home: Home) -> object:
            self._require_case(_case(home))
            return read(_case(home))

        return _Keeper(read_it, lambda home, draft: write(_case(home), draft))

    def _read_case(self, home: Home) -> FirstContact:
        case, first = stored_cases.get(self._database, _case(home)), self._first_contact(_case(home))
        if case is None:
            raise Gone
        return FirstContact(case, None if first is None else first.details)

    def _write_case(self, home: Home, draft: FirstContact) -> Changes:
        # Whether another case has the word as well was asked then, and cannot be asked again now.
        if home.case is None:
            return self._cases.add(draft.case, draft.contact, same_word=True)
        changes = self._cases.change(home.case, draft.case, same_word=True)
        first = self._first_contact(home.case)
        if first is None or draft.contact is None:
            return changes
        contact = self._contacts.change(first.id, draft.contact)
        return Changes(changes.areas | contact.areas, changes.cases)

    def _first_contact(self, case: CaseId) -> Contact | None:
        return next(iter(self._contacts.list(case, Phase.FIRST_CONTACT)), None)

    def _sheet_lines(self) -> SheetLines:
        settings = self._settings.read()
        return SheetLines(settings.contact_line, settings.complaints, settings.destroyed)

    def _write_sheet_lines(self, _home: Home, lines: SheetLines) -> Changes:
        settings = replace(
            self._settings.read(),
            contact_line=lines.contact_line,
            complaints=lines.complaints,
            destroyed=lines.destroyed,
        )
        return self._settings.save(settings)


def _case(home: Home) -> CaseId:
    if home.case is None:
        raise Gone
    return home.case


def _record(home: Home) -> int:
    if home.record is None:
        raise Gone
    return home.record


def _found(records: tuple[Any, ...], home: Home) -> object:
    found = next((each for each in records if each.id == home.record), None)
    if found is None:
        raise Gone
    return found.draft


def _added_or_changed(
    add: Callable[[CaseId, Any], Changes], change: Callable[[int, Any], Changes]
) -> Callable[[Home, Any], Changes]:
    def write(home: Home, draft: object) -> Changes:
        return add(_case(home), draft) if home.record is None else change(home.record, draft)

    return write
