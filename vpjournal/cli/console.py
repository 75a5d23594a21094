"""How a command asks and tells; a passphrase or a code comes from a prompt or a file, never an argument."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from vpjournal import errors
from vpjournal.domain.language import Texts
from vpjournal.errors import JournalError
from vpjournal.journal import opening
from vpjournal.journal.opening import Profile, RecoveryCode


class UsageError(Exception):
    """The command was not given as it should be; the text is for the screen."""


class Console:
    """What one command was given. ``profile`` and ``floor`` are what tests set to derive keys cheaply."""

    def __init__(self, given: argparse.Namespace, texts: Texts, *, profile: Profile | None, floor: Profile) -> None:
        self.given = given
        self.t = texts
        self.floor = floor
        self._profile = profile

    @property
    def folder(self) -> Path:
        """The journal that the command is about."""
        folder: Path = self.given.journal
        return folder

    def profile(self) -> Profile:
        """Return how expensively keys are to be derived, measured when nothing else was asked for."""
        return self._profile or opening.calibrate()

    def tell(self, values: Mapping[str, object], text: str) -> None:
        """Show an outcome, as JSON when that was asked for."""
        print(json.dumps(values, ensure_ascii=False) if self.given.json else text)

    def remark(self, text: str) -> None:
        """Show how far it is, apart from the outcome."""
        print(text, file=sys.stderr, flush=True)

    def passphrase(self, *, twice: bool = False) -> str:
        """Return the passphrase, asked ``twice`` when a slip would lock a new journal."""
        file: str | None = self.given.passphrase_file
        if file is not None:
            return self.lines(file, 1)[0]
        return self.ask(self.t("Wachtzin: "), twice=twice)

    def ask(self, prompt: str, *, twice: bool = False) -> str:
        """Ask at the terminal without showing what is typed."""
        if not _someone_can_be_asked():
            raise UsageError(self.t("Geef de wachtzin met --passphrase-file."))
        typed = getpass.getpass(prompt)
        if twice and getpass.getpass(self.t("Nog een keer: ")) != typed:
            raise UsageError(self.t("De twee wachtzinnen zijn niet gelijk."))
        return typed

    def lines(self, file: str, count: int) -> list[str]:
        """Return the first lines of a file that holds something secret; ``-`` is standard input."""
        try:
            # Bytes, because text mode would take a lone CR in a passphrase for the end of the line.
            if file == "-":
                read = [sys.stdin.buffer.readline() for _ in range(count)]
            else:
                with Path(file).open("rb") as stream:
                    read = [stream.readline() for _ in range(count)]
            return [line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8") for line in read]
        except (OSError, UnicodeDecodeError):
            raise UsageError(self.t("Het bestand met de wachtzin is niet te lezen.")) from None

    def require_new(self, file: Path | None) -> None:
        """Refuse before any work when the file for a code is there already."""
        if file is not None and os.path.lexists(file):
            raise errors.JournalExists

    def show_code(self, code: RecoveryCode, file: Path | None, *, done: str) -> None:
        """Show a recovery code this once, or write it into a new file and say what was ``done``."""
        shown = " ".join(code.groups)
        on_screen = self.t("Herstelcode, bewaar hem op papier: {code}", code=shown)
        if file is None:
            self.tell({"recovery_code": shown}, on_screen)
            return
        try:
            opening.write_new_file(file, f"{shown}\n".encode("ascii"))
        except JournalError:
            # Shown after all: the journal has this code now, and it is nowhere else.
            self.tell({"recovery_code": shown}, on_screen)
            raise
        self.tell({}, done)


def _someone_can_be_asked() -> bool:
    """Say whether there is a terminal, also when standard input is a file of words to look for."""
    if sys.stdin.isatty():
        return True
    try:
        with Path("/dev/tty").open("rb"):
            return True
    except OSError:
        return False
