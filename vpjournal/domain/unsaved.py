"""A text that could not be saved: where it belongs, what was there before, and what was typed.

Whatever saves by itself can say this of what it holds (``ui.autosave``). It is sealed when the journal has to close
(``vpjournal.journal.unsaved``) and taken in at the next unlocking.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from vpjournal.domain.board import OptionDraft
from vpjournal.domain.case import Asked
from vpjournal.domain.changes import Changes
from vpjournal.domain.contact import FirstContact
from vpjournal.domain.guidance import AgreementDraft, ChoiceDraft, ClosureDraft, FollowUp, Goals, RoleCheckDraft
from vpjournal.domain.identifying import OwnList
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import mark
from vpjournal.domain.organisation import OrganisationDraft, RouteEntry
from vpjournal.domain.plain import from_plain, to_plain
from vpjournal.domain.summary import SummaryDraft
from vpjournal.domain.text import canonical
from vpjournal.errors import JournalError


class Kind(StrEnum):
    """What kind of record a text belongs to."""

    NOTE = "note"
    CASE = "case"
    ROLE_CHECK = "role_check"
    GOALS = "goals"
    OPTION = "option"
    CHOICE = "choice"
    AGREEMENT = "agreement"
    FOLLOW_UP = "follow_up"
    SUMMARY = "summary"
    CLOSURE = "closure"
    ORGANISATION = "organisation"
    CONTACT_LINE = "contact_line"
    SHEET_LINES = "sheet_lines"
    OWN_LIST = "own_list"


KIND_NAMES: dict[Kind, str] = {
    Kind.NOTE: mark("aantekening"),
    Kind.CASE: mark("wat er speelt"),
    Kind.ROLE_CHECK: mark("rolcheck"),
    Kind.GOALS: mark("doel van de melder"),
    Kind.OPTION: mark("mogelijkheid"),
    Kind.CHOICE: mark("keuze"),
    Kind.AGREEMENT: mark("afspraak"),
    Kind.FOLLOW_UP: mark("vervolg en nazorg"),
    Kind.SUMMARY: mark("samenvatting"),
    Kind.CLOSURE: mark("afsluiting"),
    Kind.ORGANISATION: mark("organisatie"),
    Kind.CONTACT_LINE: mark("contactregel op papier"),
    Kind.SHEET_LINES: mark("blad ‘Wat schrijf ik op?’"),
    Kind.OWN_LIST: mark("eigen lijst van een organisatie"),
}


@dataclass(frozen=True, slots=True)
class SheetLines:
    """What stands on the sheet *Wat schrijf ik op?* of this adviser."""

    contact_line: str = ""
    complaints: str = ""
    destroyed: str = ""


TYPES: dict[Kind, type] = {
    Kind.NOTE: str,
    Kind.CASE: FirstContact,
    Kind.ROLE_CHECK: RoleCheckDraft,
    Kind.GOALS: Goals,
    Kind.OPTION: OptionDraft,
    Kind.CHOICE: ChoiceDraft,
    Kind.AGREEMENT: AgreementDraft,
    Kind.FOLLOW_UP: FollowUp,
    Kind.SUMMARY: SummaryDraft,
    Kind.CLOSURE: ClosureDraft,
    Kind.ORGANISATION: OrganisationDraft,
    Kind.CONTACT_LINE: str,
    Kind.SHEET_LINES: SheetLines,
    Kind.OWN_LIST: OwnList,
}
"""What is typed for a record of each kind."""

_ADDED = frozenset({Kind.ROLE_CHECK, Kind.OPTION, Kind.CHOICE, Kind.AGREEMENT, Kind.ORGANISATION})
_CODES = frozenset({"code", "library"})
"""Texts of a draft that nobody typed."""


@dataclass(frozen=True, slots=True)
class Home:
    """The record that a text belongs to; ``record`` is missing for one that was never stored, and for a whole case."""

    kind: Kind
    case: CaseId | None = None
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed for a record and is not in the journal. ``before`` is the stamp of what is, if that is known."""

    home: Home
    draft: object = field(repr=False)
    before: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sealed text that has no place in the journal any more, and that the adviser decides about.

    ``code`` is that of its case, where there still is one. ``readable`` is false for one that only an earlier
    passphrase, a newer program or nothing at all opens; there are no words then.
    """

    name: str
    kind: Kind | None = None
    code: str = ""
    words: tuple[str, ...] = field(default=(), repr=False)
    readable: bool = True


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of sealed texts: saved as if nothing had happened, kept as a note beside what is there, or waiting.

    ``fault`` is why the rest stays sealed for now, such as a full disk; it is tried again later.
    """

    saved: tuple[Home, ...] = ()
    as_notes: tuple[Home, ...] = ()
    waiting: int = 0
    fault: JournalError | None = None
    changes: Changes = field(default=Changes(frozenset()))

    def __bool__(self) -> bool:
        return bool(self.saved or self.as_notes or self.waiting or self.fault)


def stamp(draft: object) -> str:
    """Return what tells whether a record still says this: white space around a text and its form do not count."""
    return hashlib.sha256(json.dumps(to_plain(_normal(draft)), sort_keys=True).encode()).hexdigest()


def words(draft: object) -> tuple[str, ...]:
    """Return the texts of a draft that somebody typed, in the order of its fields, without empty ones."""
    if isinstance(draft, str):
        return (draft,) if draft.strip() and type(draft) is str else ()
    if isinstance(draft, tuple):
        # Pairs such as a question's identifier with its answer are codes.
        return tuple(text for each in draft if not isinstance(each, str | tuple) for text in words(each))
    if not is_dataclass(draft):
        return ()
    values = (getattr(draft, each.name) for each in fields(draft) if each.name not in _CODES)
    return tuple(text for value in values for text in words(value))


def reworded(draft: Any, change: Callable[[str], str]) -> Any:
    """Return a draft with each text that somebody typed changed: those that ``words`` gives."""
    if isinstance(draft, str):
        return change(draft) if type(draft) is str else draft
    if isinstance(draft, tuple):
        return tuple(each if isinstance(each, str | tuple) else reworded(each, change) for each in draft)
    if not is_dataclass(draft) or isinstance(draft, type):
        return draft
    names = (each.name for each in fields(draft) if each.name not in _CODES)
    return replace(draft, **{name: reworded(getattr(draft, name), change) for name in names})


def is_new(home: Home) -> bool:
    """Tell whether the text is for a record that was never stored."""
    if home.kind is Kind.CASE:
        return home.case is None
    return home.kind in _ADDED and home.record is None


def written(unsaved: Unsaved) -> bytes:
    """Write it down, to be sealed; the words stand there too, for a program that does not know the rest."""
    home = unsaved.home
    data = {
        "before": unsaved.before,
        "case": home.case,
        "draft": to_plain(unsaved.draft),
        "kind": home.kind.value,
        "record": home.record,
        "words": list(words(unsaved.draft)),
    }
    # Lone surrogates do not survive UTF-8, and the journal replaces them as well.
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def read(data: bytes) -> Unsaved:
    """Read what was written. Raises ValueError for anything else."""
    found = _object(data)
    kind = Kind(found["kind"])
    case, record, before = found["case"], found["record"], found["before"]
    if not isinstance(case, int | None) or not isinstance(record, int | None) or not isinstance(before, str):
        raise ValueError("home")  # noqa: TRY004 - one error for whatever shape it has
    home = Home(kind, None if case is None else CaseId(case), record)
    return Unsaved(home, from_plain(TYPES[kind], found["draft"]), before)


def read_words(data: bytes) -> tuple[str, ...]:
    """Read only the texts of what was written, which are there whatever kind of record it is of."""
    return tuple(each for each in _object(data)["words"] if isinstance(each, str))


def _object(data: bytes) -> dict[str, Any]:
    found = json.loads(data)
    if not isinstance(found, dict) or not {"before", "case", "draft", "kind", "record", "words"} <= found.keys():
        raise ValueError("not a text that was written down")
    return found


def _normal(value: Any) -> Any:
    if type(value) is str:
        return canonical(value).strip()
    if isinstance(value, FirstContact):
        value = replace(value, same_word=False)
    elif isinstance(value, RoleCheckDraft):
        # A form has all the questions, a record those that were answered; routes likewise.
        value = replace(value, answers=tuple(each for each in value.answers if each[1] is not Asked.NOT_ASKED))
    elif isinstance(value, OrganisationDraft):
        value = replace(value, routes=tuple(each for each in value.routes if each != RouteEntry(each.route)))
    if isinstance(value, tuple):
        return tuple(_normal(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _normal(getattr(value, each.name)) for each in fields(value)})
    return value
