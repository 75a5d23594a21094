"""``vpjournal-cli``: understands what was given, runs it, and turns what went wrong into a sentence and a status."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence

from vpjournal import errors
from vpjournal.cli import identifiers, keeping, making, reading, statistics
from vpjournal.cli.commands import DAMAGED, FAILED, USAGE, Commands
from vpjournal.cli.console import Console, UsageError
from vpjournal.domain.language import Language, Texts, mark
from vpjournal.errors import JournalError
from vpjournal.journal.opening import FLOOR, Profile

_SUBJECTS = (making, reading, keeping, statistics, identifiers)
"""Each has a function ``add`` that offers its commands."""
_STATUS: Mapping[type[JournalError], int] = {
    errors.WrongPassphrase: 3,
    errors.RecoveryCodeMistyped: 3,
    errors.JournalDamaged: DAMAGED,
    errors.JournalTooNew: 5,
    errors.JournalInUse: 6,
}
_SENTENCES: Mapping[type[JournalError], str] = {
    errors.WrongPassphrase: mark("De wachtzin past niet op dit journaal."),
    errors.JournalNotFound: mark("Hier staat geen journaal, of er ontbreekt een deel van."),
    errors.JournalExists: mark("Hier staat al iets met deze naam; het is niet aangeraakt."),
    errors.JournalEmptied: mark("Dit journaal is leeggemaakt; wat er nog staat, kan niemand openen."),
    errors.NotAJournal: mark("Wat hier staat is geen journaal van dit programma; het is niet aangeraakt."),
    errors.PartsDoNotMatch: mark("De kop en de gegevens van dit journaal horen niet bij elkaar."),
    errors.JournalDamaged: mark("Een deel van dit journaal is beschadigd."),
    errors.JournalTooNew: mark("Een nieuwere versie van het programma heeft dit journaal gemaakt."),
    errors.JournalInUse: mark("Dit journaal is al geopend."),
    errors.ReadOnly: mark("In deze map kan niet worden geschreven."),
    errors.DiskFull: mark("De schijf is vol."),
    errors.BackupFolderGone: mark("De map voor de reservekopie is er niet."),
    errors.RecoveryCodeMistyped: mark("In de herstelcode zit een tikfout."),
    errors.DeviceFailed: mark("De schijf reageert niet, of de map is er niet."),
    errors.TooLittleMemory: mark("Er is te weinig geheugen om dit journaal te openen."),
    errors.KeysChanged: mark("De wijziging is gelukt, maar daarna ging er iets mis. Open het journaal opnieuw."),
    errors.Cancelled: mark("U hebt dit gestopt; er is niets half blijven staan."),
    errors.FieldMissing: mark("Een lege wachtzin kan niet."),
}


def main(argv: Sequence[str] | None = None, *, profile: Profile | None = None, floor: Profile = FLOOR) -> int:
    """Run a command; return 0 done, 1 failed, 2 usage, 3 wrong passphrase, 4 damaged, 5 too new, 6 in use."""
    given = list(sys.argv[1:] if argv is None else argv)
    texts = Texts(_language(given))
    try:
        arguments = _parser(texts).parse_args(given)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        status: int = arguments.run(Console(arguments, texts, profile=profile, floor=floor))
    except JournalError as error:
        print(_sentence(texts, error), file=sys.stderr)
        return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), FAILED)
    except UsageError as error:
        print(error, file=sys.stderr)
        return USAGE
    except (KeyboardInterrupt, EOFError):
        return FAILED
    else:
        return status


def _sentence(texts: Texts, error: JournalError) -> str:
    for kind, sentence in _SENTENCES.items():
        if isinstance(error, kind):
            return texts(sentence)
    return texts("Dit lukte niet; er is niets gewijzigd.")


def _language(given: Sequence[str]) -> Language:
    """Return the language asked for, else that of the environment; known before the help texts are made."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--language")
    try:
        chosen = early.parse_known_args(given)[0].language
    except argparse.ArgumentError:
        chosen = None
    asked = chosen or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return Language.ENGLISH if asked.lower().startswith("en") else Language.DUTCH


def _parser(t: Texts) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vpjournal-cli", description=t("Onderhoud van een VP-journaal."), allow_abbrev=False
    )
    parser.add_argument(
        "--language", choices=[language.value for language in Language], help=t("taal van de meldingen")
    )
    commands = Commands(parser, t)
    for subject in _SUBJECTS:
        subject.add(commands)
    return parser
