"""``info``, ``verify`` and ``search``: what a journal says about itself, and what is in it."""

import sys
from collections.abc import Mapping
from contextlib import closing

from vpjournal.cli.commands import DAMAGED, DONE, Commands
from vpjournal.cli.console import Console
from vpjournal.cli.stopping import telling
from vpjournal.domain.language import mark
from vpjournal.journal import opening, restoring

_CHECKS: Mapping[str, str] = {
    "header": mark("kop"),
    "copy": mark("kopie van de kop"),
    "database": mark("gegevensbestand"),
    "salt": mark("begin van het gegevensbestand"),
    "pages": mark("bladzijden"),
    "structure": mark("opbouw"),
    "references": mark("verwijzingen"),
    "texts": mark("teksten"),
    "stray": mark("korte teksten"),
}


def add(commands: Commands) -> None:
    """Offer these commands."""
    t = commands.t
    commands.add("info", _info, about=t("vertel over een journaal, zonder wachtzin"), secret=False)
    either = t("de map van het journaal, of een reservekopie")
    commands.add("verify", _verify, about=t("controleer alles wat te controleren is"), takes={"journal": either})
    search = commands.add("search", _search, about=t("zoek de woorden op standaardinvoer"))
    search.add_argument("--text", action="store_true", help=t("toon ook de vindplaatsen"))


def _info(console: Console) -> int:
    t = console.t
    found = opening.describe(console.folder)
    values = {
        "format": found.format,
        "generation": found.generation,
        "memory_kib": found.profile.memory,
        "passes": found.profile.passes,
        "lanes": found.profile.lanes,
        "slots": list(found.slots),
        "database_bytes": found.database_bytes,
        "header": found.header_sound,
        "copy": found.copy_sound,
    }
    lines = [
        t("Formaat {format}, generatie {generation}", **values),
        t("Sleutelafleiding: Argon2id, {memory_kib} KiB, {passes} rondes, {lanes} banen", **values),
        t("Toegang: wachtzin, herstelcode"),
        t("Gegevensbestand: {database_bytes} bytes", **values),
    ]
    if not (found.header_sound and found.copy_sound):
        lines.append(t("Een van de twee koppen is beschadigd; openen herstelt dat."))
    console.tell(values, "\n".join(lines))
    return DONE


def _verify(console: Console) -> int:
    t = console.t
    check = restoring.verify_backup if console.folder.is_file() else opening.verify
    passphrase = console.passphrase()
    with telling(console) as tell:
        findings = check(console.folder, passphrase, floor=console.floor, progress=tell)
    sound, damaged = t("goed"), t("beschadigd")
    lines = [f"{t(_CHECKS[found.check])}: {damaged if found.problems else sound}" for found in findings]
    console.tell({"checks": {found.check: found.problems for found in findings}}, "\n".join(lines))
    return DAMAGED if any(found.problems for found in findings) else DONE


def _search(console: Console) -> int:
    t = console.t
    passphrase = console.passphrase()
    words = sys.stdin.read()
    with closing(opening.open_journal(console.folder, passphrase, floor=console.floor)) as journal:
        hits = journal.search.find(words)
    counts: dict[str, int] = {}
    for hit in hits:
        counts[hit.code] = counts.get(hit.code, 0) + 1
    values: dict[str, object] = {"found": counts}
    lines = [f"{code}\t{count}" for code, count in counts.items()]
    if console.given.text:
        values["snippets"] = [{"code": hit.code, "text": hit.snippet} for hit in hits]
        lines = [f"{hit.code}\t{hit.snippet}" for hit in hits]
    console.tell(values, "\n".join(lines) or t("Niets gevonden."))
    return DONE
