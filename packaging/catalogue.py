"""Brings the message catalogues up to the texts in the code, and tells what they lack; the tests ask it the same."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "vpjournal.po"
# The ways in which code names a text: ``t("…")``, ``self._t("…")``, ``mark("…")`` and ``t.plural("…", "…", n)``.
KEYWORDS = {"t": None, "_t": None, "mark": None, "texts": None, "_texts": None, "plural": (1, 2)}
_METHODS = [("**.py", "python")]
# Our own, without the placeholders and the date that Babel would put there.
_HEADER = """\
# English texts of VP-journaal. The Dutch text in the code is the key.
msgid ""
msgstr ""
"Project-Id-Version: vpjournal\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extract() -> Catalog:
    """Return every text in the code, with where it stands."""
    catalogue = Catalog(project="vpjournal", charset="utf-8", fuzzy=False)
    for package in ("vpjournal", "ui"):
        found = extract_from_dir(ROOT / package, _METHODS, keywords=KEYWORDS)
        for file, line, message, comments, context in sorted(found, key=lambda hit: (hit[0], hit[1])):
            catalogue.add(message, None, [(f"{package}/{file}", line)], auto_comments=comments, context=context)
    return catalogue


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a catalogue lacks, or has too much, as Dutch texts."""

    missing: list[str]
    untranslated: list[str]
    fuzzy: list[str]
    left_over: list[str]

    def __bool__(self) -> bool:
        return any((self.missing, self.untranslated, self.fuzzy, self.left_over))


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _is_translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms)


def gaps(file: Path = ENGLISH) -> Gaps:
    """Compare a catalogue with the texts in the code."""
    wanted = {_key(message): message for message in extract() if message.id}
    with file.open("rb") as stream:
        there = {_key(message): message for message in read_po(stream) if message.id}
    return Gaps(
        missing=sorted(wanted.keys() - there.keys()),
        untranslated=sorted(key for key, message in there.items() if not _is_translated(message)),
        fuzzy=sorted(key for key, message in there.items() if message.fuzzy),
        left_over=sorted(there.keys() - wanted.keys()),
    )


def update(file: Path = ENGLISH) -> None:
    """Add new texts to a catalogue, untranslated, and take out those that are gone."""
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale="en")
    catalogue.update(extract(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, omit_header=True, sort_by_file=True, include_lineno=False)
    file.write_bytes(_HEADER.encode() + buffer.getvalue())


def main() -> int:
    update()
    left = gaps()
    sys.stdout.write(f"{len(left.untranslated)} texts to translate in {ENGLISH.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
