"""The maintenance commands, for scripts and rescue; a passphrase comes from a prompt or a file, never an argument."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from vpjournal import errors
from vpjournal.domain.days import today
from vpjournal.domain.language import Language, Texts, mark
from vpjournal.errors import JournalError
from vpjournal.journal import example, opening
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import FLOOR, Profile, RecoveryCode

DONE, FAILED, USAGE = 0, 1, 2
_MOST = 1_000_000
_LONG = 500
"""So many cases take long enough to say how far it is."""
_STATUS: Mapping[type[JournalError], int] = {
    errors.WrongPassphrase: 3,
    errors.RecoveryCodeMistyped: 3,
    errors.JournalDamaged: 4,
    errors.JournalTooNew: 5,
    errors.JournalInUse: 6,
}
_SENTENCES: Mapping[type[JournalError], str] = {
    errors.WrongPassphrase: mark("De wachtzin past niet op dit journaal."),
    errors.JournalNotFound: mark("Hier staat geen journaal, of er ontbreekt een deel van."),
    errors.JournalExists: mark("Hier staat al iets met deze naam; het is niet aangeraakt."),
    errors.NotAJournal: mark("Wat hier staat is geen journaal van dit programma; het is niet aangeraakt."),
    errors.PartsDoNotMatch: mark("De kop en de gegevens van dit journaal horen niet bij elkaar."),
    errors.JournalDamaged: mark("Een deel van dit journaal is beschadigd."),
    errors.JournalTooNew: mark("Een nieuwere versie van het programma heeft dit journaal gemaakt."),
    errors.JournalInUse: mark("Dit journaal is al geopend."),
    errors.ReadOnly: mark("In deze map kan niet worden geschreven."),
    errors.DiskFull: mark("De schijf is vol."),
    errors.DeviceFailed: mark("De schijf reageert niet, of de map is er niet."),
    errors.TooLittleMemory: mark("Er is te weinig geheugen om dit journaal te openen."),
    errors.FieldMissing: mark("Een lege wachtzin kan niet."),
}
_CHECKS: Mapping[str, str] = {
    "header": mark("kop"),
    "copy": mark("kopie van de kop"),
    "database": mark("gegevensbestand"),
    "salt": mark("begin van het gegevensbestand"),
    "pages": mark("bladzijden"),
    "structure": mark("opbouw"),
    "references": mark("verwijzingen"),
    "texts": mark("teksten"),
}


class _UsageError(Exception):
    """The command was not given as it should be; the text is for the screen."""


class Commands:
    """One method for each command. ``profile`` and ``floor`` are what tests set to derive keys cheaply."""

    def __init__(self, arguments: argparse.Namespace, texts: Texts, *, profile: Profile | None, floor: Profile) -> None:
        self._given = arguments
        self._t = texts
        self._profile = profile
        self._floor = floor
        self._folder = Path(arguments.journal)

    def create(self) -> int:
        """Make a journal and show its recovery code, this once."""
        passphrase = self._new_passphrase()
        code, journal = opening.create_journal(self._folder, passphrase, profile=self._profile or opening.calibrate())
        return self._show_code(code, journal)

    def demo(self) -> int:
        """Make a journal of invented cases, and show its recovery code as ``create`` does."""
        given = self._given
        size = example.Size(
            cases=given.cases, years=given.years, seed=given.seed, notes=given.notes, note_length=given.note_length
        )
        passphrase = self._new_passphrase()
        code, journal = example.make_demo(
            self._folder,
            passphrase,
            profile=self._profile or opening.calibrate(),
            size=size,
            today=today(),
            progress=self._tell_progress,
        )
        return self._show_code(code, journal)

    def _new_passphrase(self) -> str:
        """Ask for the passphrase of a journal to be made, unless its code has nowhere to go."""
        if self._given.code_file is not None and os.path.lexists(self._given.code_file):
            raise errors.JournalExists
        return self._passphrase(twice=True)

    def _show_code(self, code: RecoveryCode, journal: Journal) -> int:
        code_file: Path | None = self._given.code_file
        with closing(journal):
            shown = " ".join(code.groups)
            if code_file is None:
                self._tell({"recovery_code": shown}, self._t("Herstelcode, bewaar hem op papier: {code}", code=shown))
                return DONE
            try:
                opening.write_new_file(code_file, f"{shown}\n".encode("ascii"))
            except JournalError:
                # Shown after all: the journal exists now, and this code is nowhere else.
                self._tell({"recovery_code": shown}, self._t("Herstelcode, bewaar hem op papier: {code}", code=shown))
                raise
        self._tell({}, self._t("Het journaal is gemaakt; de herstelcode staat in het bestand."))
        return DONE

    def info(self) -> int:
        """Tell what a journal says about itself to anybody."""
        found = opening.describe(self._folder)
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
            self._t("Formaat {format}, generatie {generation}", **values),
            self._t("Sleutelafleiding: Argon2id, {memory_kib} KiB, {passes} rondes, {lanes} banen", **values),
            self._t("Toegang: wachtzin, herstelcode"),
            self._t("Gegevensbestand: {database_bytes} bytes", **values),
        ]
        if not (found.header_sound and found.copy_sound):
            lines.append(self._t("Een van de twee koppen is beschadigd; openen herstelt dat."))
        self._tell(values, "\n".join(lines))
        return DONE

    def verify(self) -> int:
        """Make every check."""
        findings = opening.verify(self._folder, self._passphrase(), floor=self._floor)
        sound, damaged = self._t("goed"), self._t("beschadigd")
        lines = [f"{self._t(_CHECKS[found.check])}: {damaged if found.problems else sound}" for found in findings]
        self._tell({"checks": {found.check: found.problems for found in findings}}, "\n".join(lines))
        return _STATUS[errors.JournalDamaged] if any(found.problems for found in findings) else DONE

    def search(self) -> int:
        """Look for the words on standard input; codes and how often, and with ``--text`` the places."""
        passphrase = self._passphrase()
        words = sys.stdin.read()
        with closing(opening.open_journal(self._folder, passphrase, floor=self._floor)) as journal:
            hits = journal.search.find(words)
        counts: dict[str, int] = {}
        for hit in hits:
            counts[hit.code] = counts.get(hit.code, 0) + 1
        values: dict[str, object] = {"found": counts}
        lines = [f"{code}\t{count}" for code, count in counts.items()]
        if self._given.text:
            values["snippets"] = [{"code": hit.code, "text": hit.snippet} for hit in hits]
            lines = [f"{hit.code}\t{hit.snippet}" for hit in hits]
        self._tell(values, "\n".join(lines) or self._t("Niets gevonden."))
        return DONE

    def _tell_progress(self, done: int, of: int) -> None:
        if of >= _LONG and (done % _LONG == 0 or done == of):
            print(self._t("{done} van de {all} casussen", done=done, all=of), file=sys.stderr, flush=True)

    def _tell(self, values: Mapping[str, object], text: str) -> None:
        print(json.dumps(values, ensure_ascii=False) if self._given.json else text)

    def _passphrase(self, *, twice: bool = False) -> str:
        file: str | None = self._given.passphrase_file
        if file is not None:
            return self._first_line(file)
        if not _someone_can_be_asked():
            raise _UsageError(self._t("Geef de wachtzin met --passphrase-file."))
        typed = getpass.getpass(self._t("Wachtzin: "))
        if twice and getpass.getpass(self._t("Nog een keer: ")) != typed:
            raise _UsageError(self._t("De twee wachtzinnen zijn niet gelijk."))
        return typed

    def _first_line(self, file: str) -> str:
        try:
            # Bytes, because text mode would take a lone CR in a passphrase for the end of the line.
            if file == "-":
                line = sys.stdin.buffer.readline()
            else:
                with Path(file).open("rb") as stream:
                    line = stream.readline()
            return line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8")
        except (OSError, UnicodeDecodeError):
            raise _UsageError(self._t("Het bestand met de wachtzin is niet te lezen.")) from None


def main(argv: Sequence[str] | None = None, *, profile: Profile | None = None, floor: Profile = FLOOR) -> int:
    """Run a command; return 0 done, 1 failed, 2 usage, 3 wrong passphrase, 4 damaged, 5 too new, 6 in use."""
    given = list(sys.argv[1:] if argv is None else argv)
    texts = Texts(_language(given))
    try:
        arguments = _parser(texts).parse_args(given)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        commands = Commands(arguments, texts, profile=profile, floor=floor)
        run: Callable[[], int] = getattr(commands, arguments.command)
        return run()
    except JournalError as error:
        print(_sentence(texts, error), file=sys.stderr)
        return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), FAILED)
    except _UsageError as error:
        print(error, file=sys.stderr)
        return USAGE
    except (KeyboardInterrupt, EOFError):
        return FAILED


def _someone_can_be_asked() -> bool:
    """Say whether there is a terminal, also when standard input is a file of words to look for."""
    if sys.stdin.isatty():
        return True
    try:
        with Path("/dev/tty").open("rb"):
            return True
    except OSError:
        return False


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
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    common.add_argument("journal", metavar="JOURNAL", help=t("de map van het journaal"))
    common.add_argument("--json", action="store_true", help=t("schrijf JSON"))
    secret = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    secret.add_argument(
        "--passphrase-file", metavar="F", help=t("lees de wachtzin uit dit bestand; - is de eerste regel van de invoer")
    )
    create = commands.add_parser("create", parents=[common, secret], help=t("maak een journaal"))
    demo = commands.add_parser("demo", parents=[common, secret], help=t("maak een journaal met verzonnen casussen"))
    _add_sizes(demo, t)
    for made in (create, demo):
        made.add_argument("--code-file", metavar="F", type=Path, help=t("schrijf de herstelcode in dit nieuwe bestand"))
    commands.add_parser("info", parents=[common], help=t("vertel over een journaal, zonder wachtzin"))
    commands.add_parser("verify", parents=[common, secret], help=t("controleer alles wat te controleren is"))
    search = commands.add_parser("search", parents=[common, secret], help=t("zoek de woorden op standaardinvoer"))
    search.add_argument("--text", action="store_true", help=t("toon ook de vindplaatsen"))
    return parser


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


if __name__ == "__main__":
    sys.exit(main())
