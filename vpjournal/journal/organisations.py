"""Organisations and their wegwijzer: use cases."""

from dataclasses import replace

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.ids import OrganisationId, new_id
from vpjournal.domain.organisation import Organisation, OrganisationDraft, OrganisationRow
from vpjournal.domain.text import one_line, several_lines
from vpjournal.domain.views import HitKind
from vpjournal.errors import AlreadyTaken, FieldMissing, Gone
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import organisations

MOST_PEOPLE = 10_000_000
"""The largest headcount that is believed."""


class Organisations(Group):
    """Client organisations."""

    def list(self) -> tuple[OrganisationRow, ...]:
        """Return all organisations by name."""
        return organisations.rows(self._database)

    def get(self, organisation: OrganisationId) -> Organisation:
        """Return one organisation; one in the bin too, because its cases show its name."""
        found = organisations.get(self._database, organisation)
        if found is None:
            raise Gone
        return found

    @one_transaction
    def add(self, draft: OrganisationDraft) -> Changes:
        """Record a new organisation. Raises FieldMissing("name"), AlreadyTaken("name")."""
        organisation = OrganisationId(new_id())
        clean = self._checked(draft)
        organisations.insert(self._database, organisation, clean)
        self._refresh_index(HitKind.ORGANISATION, organisation)
        return changed(Area.ORGANISATIONS, new=organisation)

    @one_transaction
    def change(self, organisation: OrganisationId, draft: OrganisationDraft) -> Changes:
        """Replace what is known. Raises FieldMissing("name"), AlreadyTaken("name")."""
        self._require(organisation)
        organisations.update(self._database, organisation, self._checked(draft, of=organisation))
        self._refresh_index(HitKind.ORGANISATION, organisation)
        return changed(Area.ORGANISATIONS, Area.CASES)

    @one_transaction
    def remove(self, organisation: OrganisationId) -> Changes:
        """Put it into the bin; its cases keep pointing to it and show its name."""
        self._require(organisation)
        organisations.set_deleted(self._database, organisation, self._today())
        self._refresh_index(HitKind.ORGANISATION, organisation)
        return changed(Area.ORGANISATIONS, Area.BIN)

    def _require(self, organisation: OrganisationId) -> None:
        if organisations.in_bin(self._database, organisation) is not False:
            raise Gone

    def _checked(self, draft: OrganisationDraft, of: OrganisationId | None = None) -> OrganisationDraft:
        clean = _canonical(draft)
        if not clean.name:
            raise FieldMissing("name")
        if organisations.named(self._database, clean.name) not in (None, of):
            raise AlreadyTaken("name")
        return clean


def _canonical(draft: OrganisationDraft) -> OrganisationDraft:
    if draft.headcount is not None and not 0 <= draft.headcount <= MOST_PEOPLE:
        raise ValueError("headcount")
    return replace(
        draft,
        name=one_line(draft.name),
        recipients=several_lines(draft.recipients),
        substitute=several_lines(draft.substitute),
        remarks=several_lines(draft.remarks),
        routes=tuple(replace(entry, remark=several_lines(entry.remark)) for entry in draft.routes),
    )
