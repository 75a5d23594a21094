"""Organisations and their wegwijzer."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.organisation import Organisation, OrganisationDraft, OrganisationRow
from vpjournal.journal.group import Group


class Organisations(Group):
    """Organisations and their wegwijzer."""

    def list(self) -> tuple[OrganisationRow, ...]:
        """Return all organisations by name."""
        raise NotImplementedError

    def get(self, organisation: OrganisationId) -> Organisation:
        """Return one organisation; one in the bin too, because its cases show its name."""
        raise NotImplementedError

    def add(self, draft: OrganisationDraft) -> Changes:
        """Record a new organisation. Raises FieldMissing("name"), AlreadyTaken("name")."""
        raise NotImplementedError

    def change(self, organisation: OrganisationId, draft: OrganisationDraft) -> Changes:
        """Replace what is known. Raises FieldMissing("name"), AlreadyTaken("name")."""
        raise NotImplementedError

    def remove(self, organisation: OrganisationId) -> Changes:
        """Put it into the bin; its cases keep pointing to it and show its name."""
        raise NotImplementedError
