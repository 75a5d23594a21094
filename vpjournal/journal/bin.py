"""The recycle bin: what was deleted lies in it for seven days, and is then destroyed so that no byte is left."""

from collections.abc import Iterable
from datetime import timedelta

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.ids import (
    AgreementId,
    CaseId,
    ChoiceId,
    ContactId,
    OptionId,
    OrganisationId,
    SummaryId,
)
from vpjournal.domain.views import BIN_DAYS, BinItem, BinKind, HitKind
from vpjournal.errors import AlreadyTaken, Gone
from vpjournal.journal import no_byte_left
from vpjournal.journal.drafts import Drafts
from vpjournal.journal.group import LAST_CASE, Desk, Group, one_transaction
from vpjournal.storage import (
    agreements,
    approvals,
    board,
    cases,
    choices,
    contacts,
    handed_out,
    index,
    meta,
    organisations,
    summaries,
)
from vpjournal.storage import bin as stored

_AREAS = {
    BinKind.CASE: (Area.CASES,),
    BinKind.CONTACT: (Area.CONTACTS, Area.NOTES, Area.CASES),
    BinKind.OPTION: (Area.BOARD, Area.CASES),
    BinKind.CHOICE: (Area.CHOICES, Area.CASES),
    BinKind.AGREEMENT: (Area.AGREEMENTS, Area.CASES),
    BinKind.SUMMARY: (Area.SUMMARIES, Area.CASES),
    BinKind.ORGANISATION: (Area.ORGANISATIONS, Area.CASES),
}
_INDEXED = {
    BinKind.CASE: HitKind.CASE,
    BinKind.CONTACT: HitKind.NOTE,
    BinKind.OPTION: HitKind.BOARD,
    BinKind.CHOICE: HitKind.CHOICE,
    BinKind.AGREEMENT: HitKind.AGREEMENT,
    BinKind.SUMMARY: HitKind.SUMMARY,
    BinKind.ORGANISATION: HitKind.ORGANISATION,
}


class Bin(Group):
    """The recycle bin."""

    def __init__(self, desk: Desk, drafts: Drafts) -> None:
        super().__init__(desk)
        self._drafts = drafts

    def list(self) -> tuple[BinItem, ...]:
        """Return what lies in the bin, newest first; what lies there with its case is not told apart."""
        return stored.items(self._database)

    @one_transaction
    def restore(self, kind: BinKind, record: int) -> Changes:
        """Take a record back. Raises Gone, and AlreadyTaken("name") for an organisation whose name was given away."""
        case = self._case_of(kind, record)
        self._take_out(kind, record)
        self._refresh_index(_INDEXED[kind], record)
        if case is not None:
            self._refresh_row(case)
        return changed(Area.BIN, *_AREAS[kind], case=case)

    def destroy(self, kind: BinKind, record: int) -> Changes:
        """Destroy a record in the bin, so that no byte of it is left. Takes seconds in a large journal."""
        changes = self._destroy_one(kind, record)
        self._forget_sealed([(kind, record)])
        no_byte_left.write_anew(self._database)
        return changes

    def empty(self) -> Changes:
        """Destroy all that lies in the bin."""
        return self._destroy_items(self.list())

    def sweep(self) -> Changes:
        """Destroy what lies in the bin for longer than ``BIN_DAYS``; finish what an earlier destroying left to do."""
        old = stored.older_than(self.list(), self._today() - timedelta(days=BIN_DAYS))
        return self._destroy_items(old)

    def _destroy_items(self, items: tuple[BinItem, ...]) -> Changes:
        changes = self._destroy_all(items)
        self._forget_sealed((item.kind, item.record) for item in items)
        no_byte_left.write_anew(self._database)
        return changes

    def _forget_sealed(self, destroyed: Iterable[tuple[BinKind, int]]) -> None:
        """Throw away what was typed for a case and is sealed outside the journal, waiting for a place in it."""
        cases_gone = {CaseId(record) for kind, record in destroyed if kind is BinKind.CASE}
        if cases_gone:
            self._drafts.forget_cases(cases_gone)

    @one_transaction
    def _destroy_one(self, kind: BinKind, record: int) -> Changes:
        case = self._case_of(kind, record)
        self._destroy(kind, record)
        no_byte_left.clean(self._database, today=self._today())
        remaining = None if kind is BinKind.CASE else case
        return changed(Area.BIN, Area.BACKUPS, *_AREAS[kind], case=remaining)

    @one_transaction
    def _destroy_all(self, items: Iterable[BinItem]) -> Changes:
        areas = set[Area]()
        for item in items:
            self._destroy(item.kind, item.record)
            areas.update(_AREAS[item.kind])
        if not areas:
            return Changes(frozenset())
        no_byte_left.clean(self._database, today=self._today())
        return Changes(frozenset({Area.BIN, Area.BACKUPS, *areas}))

    def _destroy(self, kind: BinKind, record: int) -> None:
        if kind is BinKind.CASE:
            index.remove_case(self._database, CaseId(record))
            if meta.read(self._database, LAST_CASE) == str(record):
                meta.write(self._database, LAST_CASE, "")
            # What was approved and what left stays as codes and fingerprints; the words go with the case.
            approvals.forget_words_of_case(self._database, CaseId(record))
            handed_out.forget_words_of_case(self._database, CaseId(record))
        else:
            index.remove(self._database, _INDEXED[kind], record)
            if kind is BinKind.SUMMARY:
                approvals.forget_words_of_summary(self._database, SummaryId(record))
        stored.destroy(self._database, kind, record)

    def _case_of(self, kind: BinKind, record: int) -> CaseId | None:
        there, case = stored.find(self._database, kind, record)
        if not there:
            raise Gone
        return case

    def _take_out(self, kind: BinKind, record: int) -> None:
        match kind:
            case BinKind.CASE:
                cases.set_deleted(self._database, CaseId(record), None)
            case BinKind.ORGANISATION:
                self._take_out_organisation(OrganisationId(record))
            case BinKind.CONTACT:
                contacts.set_deleted(self._database, ContactId(record), None)
            case BinKind.OPTION:
                self._take_out_option(OptionId(record))
            case BinKind.CHOICE:
                choices.set_deleted(self._database, ChoiceId(record), None)
            case BinKind.AGREEMENT:
                agreements.set_deleted(self._database, AgreementId(record), None)
            case BinKind.SUMMARY:
                summaries.set_deleted(self._database, SummaryId(record), None)

    def _take_out_organisation(self, organisation: OrganisationId) -> None:
        found = organisations.get(self._database, organisation)
        if found is None:
            raise Gone
        if organisations.named(self._database, found.details.name) is not None:
            raise AlreadyTaken("name")
        organisations.set_deleted(self._database, organisation, None)

    def _take_out_option(self, option: OptionId) -> None:
        """Put an option back where it was, as far as the board still has that place."""
        found = board.get(self._database, option)
        if found is None:
            raise Gone
        order = board.order(self._database, found.case)
        order.insert(board.rank(self._database, option), option)
        board.set_deleted(self._database, option, None)
        board.set_order(self._database, order)
