"""``statistics``: the protected figures of an organisation and a reporting period, as a file; nothing is issued."""

import os
from contextlib import closing
from pathlib import Path

from vpjournal.cli.commands import DONE, Commands
from vpjournal.cli.console import Console, UsageError
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.errors import Gone, JournalExists
from vpjournal.journal import opening
from vpjournal.journal.facade import Journal

_FILE = "report.json"


def add(commands: Commands) -> None:
    """Offer this command."""
    t = commands.t
    statistics = commands.add("statistics", _statistics, about=t("schrijf de beschermde cijfers van een verslagjaar"))
    statistics.add_argument("--organisation", metavar="O", required=True, help=t("de naam van de organisatie"))
    statistics.add_argument("--period", metavar="P", required=True, help=t("het verslagjaar, zoals 2026 of 2026/2027"))
    statistics.add_argument("--out", metavar="DIR", type=Path, required=True, help=t("de map voor de bestanden"))


def _statistics(console: Console) -> int:
    t, out = console.t, Path(console.given.out)
    if os.path.lexists(out / _FILE):
        raise JournalExists
    passphrase = console.passphrase()
    with closing(opening.open_journal(console.folder, passphrase, floor=console.floor)) as journal:
        organisation = _organisation(console, journal)
        content = journal.figures.report_file(organisation, _period(console, journal, organisation), texts=t)
    out.mkdir(parents=True, exist_ok=True)
    with (out / _FILE).open("xb") as file:
        file.write(content)
    console.remark(
        t(
            "Deze cijfers zijn nog niet vastgesteld. Geef ze niet door: wat later wordt vastgesteld, houdt er geen "
            "rekening mee."
        )
    )
    console.tell({"file": str(out / _FILE)}, t("Geschreven: {file}", file=str(out / _FILE)))
    return DONE


def _organisation(console: Console, journal: Journal) -> OrganisationId:
    try:
        return journal.figures.named(console.given.organisation)
    except Gone:
        raise UsageError(console.t("Er is geen organisatie met deze naam.")) from None


def _period(console: Console, journal: Journal, organisation: OrganisationId) -> Period:
    known = {period.words(console.t): period for period in journal.figures.periods(organisation)}
    asked: str = console.given.period
    if asked not in known:
        there = ", ".join(known) or console.t("geen")
        raise UsageError(console.t("Dit verslagjaar is er niet; wel: {periods}", periods=there))
    return known[asked]
