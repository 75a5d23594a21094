"""Settings that say something of the adviser or of the work."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.views import JournalSettings
from vpjournal.journal.group import Group


class Settings(Group):
    """Settings that say something of the adviser or of the work."""

    def read(self) -> JournalSettings:
        """Return the settings."""
        raise NotImplementedError

    def save(self, settings: JournalSettings) -> Changes:
        """Keep the settings."""
        raise NotImplementedError
