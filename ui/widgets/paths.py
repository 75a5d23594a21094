"""How the path of a file or folder is written on the screen."""

from pathlib import Path


def breakable(path: Path) -> str:
    """Return a path that can go on below: it has no spaces to break at, and reads the same with these."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")
