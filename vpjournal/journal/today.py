"""What *Vandaag* shows: agreed days, unwritten notes, silent cases, and the case worked on last."""

from datetime import date, timedelta

from vpjournal.domain.days import CoarseDay, Precision
from vpjournal.domain.ids import CaseId
from vpjournal.domain.views import SilentCase, Today
from vpjournal.journal.backups import state_of
from vpjournal.journal.group import LAST_CASE, Group
from vpjournal.storage import cases, meta, organisations, overview

AHEAD = timedelta(days=14)
SILENCE = timedelta(weeks=8)


class TodayGroup(Group):
    """What *Vandaag* shows."""

    def view(self) -> Today:
        """Return agreed days, unwritten notes, silent cases and the case worked on last."""
        today = self._today()
        count, known = cases.count(self._database), state_of(self._database)
        # As long as nothing was written there is nothing to lose, and all in the example is invented.
        asks = known.ask(today) if count and not self._is_example() else None
        return Today(
            agreed=overview.agreed(self._database, today + AHEAD),
            unwritten=overview.unwritten(self._database),
            silent=self._silent(today - SILENCE),
            last_case=self._last_case(),
            cases=count,
            organisations=organisations.count(self._database),
            backups=asks,
            last_backup=known.last(today),
        )

    def _silent(self, before: date) -> tuple[SilentCase, ...]:
        found = overview.silent(self._database, before)
        return tuple(each for each in found if _latest(each.last_contact) < before)

    def _last_case(self) -> tuple[CaseId, str] | None:
        remembered = meta.read(self._database, LAST_CASE)
        if not remembered:
            return None
        case = CaseId(int(remembered))
        code = overview.code_of(self._database, case)
        return None if code is None else (case, code)


def _latest(contact: CoarseDay) -> date:
    """Return the last day on which a contact can have been: the end of its month when only that is known."""
    if contact.day is None:
        return date.max
    if contact.precision is Precision.DAY:
        return contact.day
    return (contact.day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
