"""``create`` and ``demo``: a journal is made and its recovery code shown, this once."""

import argparse
from contextlib import closing
from pathlib import Path

from vpjournal.cli.commands import DONE, Commands
from vpjournal.cli.console import Console
from vpjournal.domain.days import today
from vpjournal.domain.language import Texts
from vpjournal.journal import example, opening
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import RecoveryCode

_MOST = 1_000_000
_LONG = 500
"""So many cases take long enough to say how far it is."""


def add(commands: Commands) -> None:
    """Offer these commands."""
    t = commands.t
    create = commands.add("create", _create, about=t("maak een journaal"))
    demo = commands.add("demo", _demo, about=t("maak een journaal met verzonnen casussen"))
    _add_sizes(demo, t)
    for made in (create, demo):
        made.add_argument("--code-file", metavar="F", type=Path, help=t("schrijf de herstelcode in dit nieuwe bestand"))


def _create(console: Console) -> int:
    console.require_new(console.given.code_file)
    passphrase = console.passphrase(twice=True)
    return _show_code(console, *opening.create_journal(console.folder, passphrase, profile=console.profile()))


def _demo(console: Console) -> int:
    given = console.given
    size = example.Size(
        cases=given.cases, years=given.years, seed=given.seed, notes=given.notes, note_length=given.note_length
    )
    console.require_new(given.code_file)
    passphrase = console.passphrase(twice=True)
    made = example.make_demo(
        console.folder,
        passphrase,
        profile=console.profile(),
        size=size,
        today=today(),
        progress=lambda done, of: _tell_progress(console, done, of),
    )
    return _show_code(console, *made)


def _show_code(console: Console, code: RecoveryCode, journal: Journal) -> int:
    with closing(journal):
        done = console.t("Het journaal is gemaakt; de herstelcode staat in het bestand.")
        console.show_code(code, console.given.code_file, done=done)
    return DONE


def _tell_progress(console: Console, done: int, of: int) -> None:
    if of >= _LONG and (done % _LONG == 0 or done == of):
        console.remark(console.t("{done} van de {all} casussen", done=done, all=of))


def _add_sizes(demo: argparse.ArgumentParser, t: Texts) -> None:
    usual = example.Size()
    texts = {
        "cases": t("hoeveel casussen"),
        "years": t("over hoeveel jaar"),
        "seed": t("hetzelfde getal geeft op dezelfde dag hetzelfde journaal"),
        "notes": t("hoeveel aantekeningen, als het er meer moeten zijn"),
        "note-length": t("hoeveel tekens een aantekening ongeveer heeft, als het er meer moeten zijn"),
    }
    for name, words in texts.items():
        default = getattr(usual, name.replace("-", "_"))
        number = _at_least_one if name in ("cases", "years") else _whole_number
        demo.add_argument(f"--{name}", metavar="N", type=number, default=default, help=words)


def _whole_number(typed: str, *, least: int = 0) -> int:
    """Return a number that an example can be made with; anything else is a usage error."""
    number = int(typed)
    if not least <= number <= _MOST:
        raise ValueError(typed)
    return number


def _at_least_one(typed: str) -> int:
    return _whole_number(typed, least=1)
