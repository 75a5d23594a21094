"""Settings that say something of the adviser or of the work, and therefore stand in the journal."""

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.text import several_lines
from vpjournal.domain.views import JournalSettings
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import meta

_CONTACT_LINE = "contact_line"
_COMPLAINTS = "complaints"
_DESTROYED = "destroyed"
RECOVERY_CONFIRMED = "recovery_confirmed"
"""The name under which a journal says that its recovery sheet is on paper and was checked."""
RECOVERY_LATER_USED = "recovery_later_used"


class Settings(Group):
    """Settings of this journal."""

    def read(self) -> JournalSettings:
        """Return the settings."""
        return JournalSettings(
            contact_line=meta.read(self._database, _CONTACT_LINE),
            complaints=meta.read(self._database, _COMPLAINTS),
            destroyed=meta.read(self._database, _DESTROYED),
            recovery_confirmed=meta.read(self._database, RECOVERY_CONFIRMED) == "yes",
            recovery_later_used=meta.read(self._database, RECOVERY_LATER_USED) == "yes",
        )

    @one_transaction
    def save(self, settings: JournalSettings) -> Changes:
        """Keep the settings."""
        meta.write(self._database, _CONTACT_LINE, several_lines(settings.contact_line))
        meta.write(self._database, _COMPLAINTS, several_lines(settings.complaints))
        meta.write(self._database, _DESTROYED, several_lines(settings.destroyed))
        meta.write(self._database, RECOVERY_CONFIRMED, "yes" if settings.recovery_confirmed else "no")
        meta.write(self._database, RECOVERY_LATER_USED, "yes" if settings.recovery_later_used else "no")
        return changed(Area.SETTINGS)
