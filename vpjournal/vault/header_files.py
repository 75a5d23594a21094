"""The header lies in a journal twice; this finds the one that counts and makes the other like it again."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from vpjournal.errors import DeviceFailed, JournalDamaged, JournalEmptied, JournalError, JournalNotFound
from vpjournal.vault import durable, header
from vpjournal.vault.header import Header, SealedHeader

MAIN = "journal.header"
COPY = "journal.header.copy"
EMPTYING = "leegmaken.txt"
"""Lies in a journal while it is emptied. With a header that is whole the journal opens all the same, and it goes."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one of the two files holds: a header in sound form, or why not."""

    name: str
    sealed: SealedHeader | None
    problem: JournalError | None


def read_both(folder: Path) -> tuple[Found, Found]:
    """Read header and copy. Raises what no copy can mend: a newer format, a link, no permission."""
    return _read(folder, MAIN), _read(folder, COPY)


def _read(folder: Path, name: str) -> Found:
    try:
        return Found(name, header.parse(durable.read_file(folder / name, limit=header.LIMIT)), None)
    except JournalDamaged:
        return Found(name, None, JournalDamaged("header"))
    except (JournalNotFound, DeviceFailed) as error:
        return Found(name, None, error)


def candidates(folder: Path) -> tuple[SealedHeader, ...]:
    """Return the headers to try, best first: the highest generation whose database exists, header before copy.

    Two come back only when both are sound in form, of one generation, and differ: one of them was tampered with.
    """
    both = read_both(folder)
    sound = [found.sealed for found in both if found.sealed is not None]
    if not sound:
        raise JournalEmptied if is_emptying(folder) else _worst(both)
    usable = [sealed for sealed in sound if (folder / sealed.header.database).exists()]
    if not usable:
        raise JournalNotFound(sound[0].header.database)
    highest = max(sealed.header.generation for sealed in usable)
    best = [sealed for sealed in usable if sealed.header.generation == highest]
    return tuple({sealed.data: sealed for sealed in best}.values())


def is_emptying(folder: Path) -> bool:
    """Tell whether emptying this journal was begun."""
    return (folder / EMPTYING).is_file()


def forget_emptying(folder: Path) -> None:
    """Take away what tells of emptying: it was interrupted before anything was gone, and the journal is open."""
    with contextlib.suppress(OSError):
        (folder / EMPTYING).unlink(missing_ok=True)


def _worst(both: tuple[Found, Found]) -> JournalError:
    problems = [found.problem for found in both if found.problem is not None]
    damaged = [problem for problem in problems if not isinstance(problem, JournalNotFound)]
    return (damaged or problems)[0]


def repair(folder: Path, sealed: SealedHeader) -> bool:
    """Make both files hold these bytes, which a key has proven. Return whether one of them did not."""
    wrong = unlike(folder, sealed)
    # A full disk must not keep anyone from opening their journal; the next unlock tries again.
    with contextlib.suppress(JournalError):
        for name in wrong:
            durable.replace_file(folder / name, sealed.data)
    return bool(wrong)


def are_earlier(folder: Path, sealed: SealedHeader) -> bool:
    """Tell whether what does not hold these bytes is sound and of an earlier generation of the same journal."""
    others = [found.sealed for found in read_both(folder) if found.sealed is None or found.sealed.data != sealed.data]
    return all(other is not None and _is_earlier(other.header, sealed.header) for other in others)


def _is_earlier(other: Header, present: Header) -> bool:
    return other.journal_id == present.journal_id and other.generation < present.generation


def unlike(folder: Path, sealed: SealedHeader) -> tuple[str, ...]:
    """Name those of the two files that do not hold these bytes."""
    return tuple(name for name in (MAIN, COPY) if not _holds(folder / name, sealed.data))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return durable.read_file(path, limit=header.LIMIT) == data
    except JournalError:
        return False
