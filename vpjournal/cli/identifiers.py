"""``identifiers``: what would identify someone in a text; opens no journal, keeps nothing."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from vpjournal.cli.commands import DONE, Commands
from vpjournal.cli.console import Console, UsageError
from vpjournal.domain.identifying import Find
from vpjournal.journal.identifiers import Finder, load_finder


def add(commands: Commands) -> None:
    """Offer this command."""
    t = commands.t
    words = t("het bestand met de tekst (UTF-8); zonder bestand de standaardinvoer")
    identifiers = commands.add(
        "identifiers", _identifiers, about=t("vind wat iemand herkenbaar maakt"), secret=False, takes={}
    )
    identifiers.add_argument("file", metavar="FILE", type=Path, nargs="?", help=words)
    identifiers.add_argument(
        "--jsonl", action="store_true", help=t("elke regel is een tekst als JSON: id en text; zo komt ook het antwoord")
    )


def _identifiers(console: Console) -> int:
    file: Path | None = console.given.file
    finder = load_finder()
    try:
        if file is None or str(file) == "-":
            _answer(console, finder, sys.stdin.buffer)
        else:
            with file.open("rb") as stream:
                _answer(console, finder, stream)
    except (OSError, UnicodeDecodeError):
        raise UsageError(console.t("De tekst is niet te lezen: er is geen bestand met tekst in UTF-8.")) from None
    return DONE


def _answer(console: Console, finder: Finder, stream: BinaryIO) -> None:
    if not console.given.jsonl:
        text = stream.read().decode("utf-8-sig")
        print(json.dumps([_as_json(find) for find in finder.find(text)]))
        return
    for name, text in _records(console, stream):
        found = [_as_json(find) for find in finder.find(text)]
        print(json.dumps({"id": name, "found": found}), flush=True)


def _records(console: Console, stream: BinaryIO) -> Iterator[tuple[object, str]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig"))
            yield record["id"], _text(record["text"])
        except (ValueError, TypeError, KeyError, RecursionError):
            message = console.t("Regel {number} is geen JSON met id en text.", number=number)
            raise UsageError(message) from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _as_json(find: Find) -> dict[str, object]:
    return {
        "start": find.start,
        "end": find.end,
        "text": find.text,
        "kind": find.kind.value,
        "certainty": find.certainty.value,
    }
