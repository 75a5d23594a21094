"""Everything that ships with the program and is not code: fonts, icons, words, texts. Its only code is this loader."""

from functools import cache
from pathlib import Path
from typing import Any

# Not importlib.resources: the program is never run from a zip file, and that takes 15 ms before the first window.
_ROOT = Path(__file__).parent


def path(*parts: str) -> Path:
    """Return where a resource lies, for who needs a file: ``path("icons", "controls")``."""
    return _ROOT.joinpath(*parts)


def read_bytes(*path: str) -> bytes:
    """Return a resource as bytes, by its path below this folder: ``read_bytes("fonts", "x.ttf")``."""
    return _ROOT.joinpath(*path).read_bytes()


def read_text(*path: str) -> str:
    """Return a UTF-8 resource as text."""
    return _ROOT.joinpath(*path).read_text(encoding="utf-8")


def read_toml(*path: str) -> dict[str, Any]:
    """Return a TOML resource as plain values."""
    import tomllib  # noqa: PLC0415 - the first window is painted without it

    return tomllib.loads(read_text(*path))


@cache
def passphrase_words() -> tuple[str, ...]:
    """Return the 7,776 words that passphrases are made of, in alphabetical order."""
    return tuple(read_text("words", "passphrase_nl.txt").split())
