"""What every command has in common on the command line; each subject adds its own through ``Commands``."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from vpjournal.cli.console import Console
from vpjournal.domain.language import Texts

DONE, FAILED, USAGE, DAMAGED = 0, 1, 2, 4


class Commands:
    """Takes the commands of every subject."""

    def __init__(self, parser: argparse.ArgumentParser, texts: Texts) -> None:
        self.t = texts
        self._parsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(
        self,
        name: str,
        run: Callable[[Console], int],
        *,
        about: str,
        secret: bool = True,
        takes: Mapping[str, str] | None = None,
    ) -> argparse.ArgumentParser:
        """Add a command that ``takes`` these paths (their names and what they are; the journal when nothing is said).

        Unless it is not about anything ``secret``, a passphrase can be given in a file.
        """
        parser = self._parsers.add_parser(name, help=about, allow_abbrev=False)
        if takes is None:
            takes = {"journal": self.t("de map van het journaal")}
        for path, words in takes.items():
            parser.add_argument(path, metavar=path.upper(), type=Path, help=words)
        parser.add_argument("--json", action="store_true", help=self.t("schrijf JSON"))
        if secret:
            words = self.t("lees de wachtzin uit dit bestand; - is de eerste regel van de invoer")
            parser.add_argument("--passphrase-file", metavar="F", help=words)
        parser.set_defaults(run=run)
        return parser
