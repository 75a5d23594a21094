"""The journal that the catalogue spoils while it works, what it holds at each moment, and how that is looked over.

Everything goes through the use cases of the program. Its notes carry numbers: each save puts the next number into one
of a few notes, so that a look at the notes tells which saves are there.
"""

import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.builders import (
    PASSPHRASE,
    a_case,
    a_choice,
    a_contact,
    a_journal,
    a_summary,
    an_approval,
    an_option,
    at_clock,
)
from tests.core.journal.test_bin import CHEROKEE, bytes_left
from vpjournal.domain.case import CaseFilter
from vpjournal.domain.guidance import Goals
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.language import Language, Texts
from vpjournal.errors import WrongPassphrase
from vpjournal.journal.facade import Journal
from vpjournal.journal.findings import checked
from vpjournal.journal.opening import CHEAPEST, describe, open_journal
from vpjournal.journal.restoring import verify_backup
from vpjournal.storage import Database

NOTES = 12
CODE, DOOMED, NAMED = "Merel-47", "Linde-23", "Ekster-12"
ROLE = "collega A"
NAMED_TEXTS = 11
PARTS = {"journal.header", "journal.header.copy", "lock", "reserve"}
"""What lies in a journal that is closed, beside its database."""


def make(folder: Path) -> Path:
    """Make a journal with empty notes in a folder; return its own."""
    with contextlib.closing(a_journal(folder)) as journal:
        case = a_case(journal, CODE)
        for _ in range(NOTES):
            a_contact(journal, case)
        for number in range(NOTES):
            save(journal, number)
    return folder / "Proef.vpjournal"


@contextlib.contextmanager
def opened(folder: Path, passphrase: str = PASSPHRASE) -> Iterator[Journal]:
    with contextlib.closing(at_clock(open_journal(folder, passphrase, floor=CHEAPEST))) as journal:
        yield journal


def contacts(journal: Journal) -> list[ContactId]:
    """The contacts of the case whose notes carry the numbers, always in the same order."""
    (row,) = (row for row in journal.cases.list(CaseFilter()) if row.code == CODE)
    return sorted(contact.id for contact in journal.contacts.list(row.id))


def text_of(number: int) -> str:
    """A text of 200 to 15,000 characters, so that some lie on overflow pages; it begins with its number."""
    return f"{number} " + f"gesprek {number} over de rivier. " * (10 + number % 7 * 80)


def save(journal: Journal, number: int) -> None:
    """Put a number into its note, and now and then look something up, which brings the index up to date."""
    journal.notes.save(contacts(journal)[number % NOTES], text_of(number))
    if number % 9 == 8:
        journal.search.find("rivier")


def last_number(journal: Journal) -> int:
    """The number of the last save that is there, after which nothing is and before which nothing is missing."""
    found = []
    for contact in contacts(journal):
        text = journal.notes.read(contact).text
        number = int(text.split(" ", 1)[0])
        assert text.strip() == text_of(number).strip(), "a wrong text was read"
        found.append(number)
    last = max(found)
    assert sorted(found) == list(range(last - NOTES + 1, last + 1)), "a save is missing before one that is there"
    return last


def require_sound(journal: Journal) -> None:
    """Make every check there is: pages, structure, references, texts and salt."""
    findings = {finding.check: finding.problems for finding in checked(journal._database)}
    assert not any(findings.values()), f"damage: {findings}"


def rows(database: Database) -> dict[str, str]:
    """A digest of all rows of each table, those of the index too; the list of backups and single values apart."""
    names = database.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT IN ('backup', 'meta')"
    )
    found = {}
    for (name,) in names:
        content = sorted(repr(row) for row in database.query(f"SELECT * FROM {name}"))  # noqa: S608 - names of the schema
        found[name] = hashlib.sha256("\n".join(content).encode()).hexdigest()
    return found


def expected(folder: Path) -> dict[str, str]:
    """The rows of a journal that is to stay as it is."""
    with tempfile.TemporaryDirectory() as place, opened(shutil.copytree(folder, Path(place, "x.vpjournal"))) as journal:
        return rows(journal._database)


def opens(folder: Path, passphrase: str) -> bool:
    try:
        with opened(folder, passphrase):
            return True
    except WrongPassphrase:
        return False


def require_same(folder: Path, passphrase: str, rows_expected: dict[str, str]) -> None:
    """Open a journal: it holds these rows, is sound, and nothing is left over in its folder."""
    with opened(folder, passphrase) as journal:
        assert rows(journal._database) == rows_expected
        require_sound(journal)
    require_tidy(folder)


def require_whole_backup(file: Path) -> None:
    """Look a backup over as *test my backup* does."""
    findings = verify_backup(file, PASSPHRASE, floor=CHEAPEST)
    assert not any(finding.problems for finding in findings), findings


def add_doomed(folder: Path) -> None:
    """Add a case that is to be destroyed, with a note in a script that nothing else is written in."""
    with opened(folder) as journal:
        a_contact(journal, a_case(journal, DOOMED), note=CHEROKEE * 40)


def destroy_doomed(journal: Journal) -> Iterator[str]:
    """Destroy that case; tell after each step what is done."""
    (case,) = (row.id for row in journal.cases.list(CaseFilter()) if row.code == DOOMED)
    journal.cases.remove(case)
    yield "removed"
    journal.bin.empty()
    yield "destroyed"


def add_named(folder: Path) -> None:
    """Add a case in which one name, in a script that nothing else is written in, stands in every kind of text."""
    text = f"toen zei {CHEROKEE} niets meer " + "en ging weer verder " * 300
    with opened(folder) as journal:
        case = a_case(journal, NAMED, about=text[:200], hopes=text)
        notes = [a_contact(journal, case, note=text) for _ in range(3)]
        for note in notes:
            journal.notes.save(note, f"{text} en later ook")
        journal.notes.finish(notes[0])
        journal.goals.save(case, Goals(text, text, text))
        an_option(journal, case, text[:200], says=text)
        a_choice(journal, case, text)
        an_approval(journal, a_summary(journal, case, text))
        journal.identifiers.say_not_a_name(CHEROKEE, case)


def replace_name(journal: Journal) -> Iterator[str]:
    """Replace that name everywhere; tell when it is done."""
    journal.replacing.replace(journal.replacing.preview(_named(journal), (CHEROKEE,), ROLE), Texts(Language.DUTCH))
    yield "replaced"


def is_name_there(journal: Journal) -> bool:
    """Whether that name is in every text still; else it is in none, and not one byte of it is left."""
    case = _named(journal)
    texts, done = (journal.replacing.preview(case, (name,), "iemand").texts for name in (CHEROKEE, ROLE))
    assert sorted((texts, done)) == [0, NAMED_TEXTS], "some of it was replaced"
    line = f"vervangen door ‘{ROLE}’"
    assert sum(line in journal.notes.read(each.id).text for each in journal.contacts.list(case)) == (done > 0)
    if not texts:
        journal.tidy()
        assert bytes_left(journal) == 0
    return texts > 0


def _named(journal: Journal) -> CaseId:
    return next(row.id for row in journal.cases.list(CaseFilter()) if row.code == NAMED)


def is_doomed_there(journal: Journal) -> bool:
    """Whether that case is there still, in use or in the bin; else not one byte of it is left."""
    if journal.bin.list() or any(row.code == DOOMED for row in journal.cases.list(CaseFilter())):
        return True
    journal.tidy()
    assert bytes_left(journal) == 0
    return False


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def require_tidy(folder: Path) -> None:
    """After it was opened and closed, a journal has its parts and its database, and nothing else but two things.

    A rollback journal that nobody got to use may stay until the next change: SQLite takes it for nothing, because its
    first byte is not there, or zero. A database of a later generation, which no header ever named, stays until the
    journal has gone past it (``vault.leftovers``).
    """
    present = f"data-{describe(folder).generation:06d}.db"
    more = names(folder) - PARTS
    unused = {name for name in more if name.endswith("-journal") and (folder / name).read_bytes()[:1] in (b"", b"\0")}
    later = {name for name in more if name.endswith(".db") and name > present}
    assert more - unused - later == {present}, f"left over: {more}"
    assert names(folder) >= PARTS
