"""The protected figures of the year, out of the counting data; looking at them issues nothing and keeps nothing."""

from collections.abc import Iterable

from vpjournal.domain.counting import Counted
from vpjournal.domain.figures import OrganisationFacts, ProtectedReport
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.language import Texts
from vpjournal.domain.periods import Period
from vpjournal.domain.searching import fold_name
from vpjournal.errors import Gone
from vpjournal.journal.counting import Counting
from vpjournal.journal.group import Desk, Group
from vpjournal.statistics import Practice, as_json
from vpjournal.storage import organisations


class Figures(Group):
    """Figures of organisations and their reporting periods."""

    def __init__(self, desk: Desk, counting: Counting) -> None:
        super().__init__(desk)
        self._counting = counting

    def named(self, name: str) -> OrganisationId:
        """Return the organisation of a name, however it is written. Raises Gone."""
        wanted = fold_name(name)
        for row in organisations.rows(self._database):
            if fold_name(row.name) == wanted:
                return row.id
        raise Gone

    def periods(self, organisation: OrganisationId) -> tuple[Period, ...]:
        """Return the reporting periods of an organisation without a gap, from its first case until today."""
        return self._periods(organisation, self._counting.facts())

    def report(self, organisation: OrganisationId, period: Period) -> ProtectedReport:
        """Return what a report of a period may say as of today. Calendar years that are over count as closed.

        Raises Gone, PeriodsOverlap.
        """
        facts = self._counting.facts()
        rows = organisations.rows(self._database)
        if all(row.id != organisation for row in rows):
            raise Gone
        known = [OrganisationFacts(row.id, row.headcount, self._periods(row.id, facts)) for row in rows]
        ids = {row.id for row in rows}
        cases = [each for each in facts if each.organisation in ids]
        practice = Practice(cases, known)
        if period.ends_in < self._today().year:
            practice = practice.ahead(period.ends_in)
        return practice.report(organisation, period)

    def report_file(self, organisation: OrganisationId, period: Period, *, texts: Texts) -> bytes:
        """Return such a report as JSON, for whoever wants to read it with a program."""
        name = organisations.name_of(self._database, organisation)
        return as_json(self.report(organisation, period), organisation=name, texts=texts)

    def _periods(self, organisation: OrganisationId, facts: Iterable[Counted]) -> tuple[Period, ...]:
        counted = [each.period for each in facts if each.organisation == organisation]
        if not counted:
            return ()
        today = self._today()
        found: list[Period] = []
        month = min(counted).start
        last = max(max(counted).start, today.year * 12 + today.month - 1)
        while month <= last:
            period = self._counting.period_at(organisation, month)
            found.append(period)
            month = period.end
        return tuple(found)
