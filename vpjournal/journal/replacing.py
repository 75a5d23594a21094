"""*Overal vervangen*: one name goes from every text of a case in one transaction, and no byte of it stays.

What the texts said before is held in memory alone, so that it can be undone until the journal closes. How a name is
found and replaced is imported with the first question: nobody waits for that when a journal opens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vpjournal.domain.case import CaseDraft
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.contact import NoteState
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.language import Texts
from vpjournal.domain.replacing import Found, Lapsing, PutBack, Replaced, ReplacePlan, Where
from vpjournal.domain.searching import fold_name
from vpjournal.domain.text import one_line
from vpjournal.domain.unsaved import Unsaved, words
from vpjournal.domain.views import HitKind
from vpjournal.errors import FieldMissing, NameStays, TextTooLong
from vpjournal.journal import approved, no_byte_left
from vpjournal.journal.drafts import Drafts
from vpjournal.journal.group import Desk, Group, one_transaction
from vpjournal.journal.known import WORD_LIMIT
from vpjournal.storage import (
    backups,
    case_texts,
    cases,
    contacts,
    organisations,
    own_words,
    summaries,
)
from vpjournal.storage.case_texts import LEFT, CaseText

if TYPE_CHECKING:
    from vpjournal.journal.decided import Decided
    from vpjournal.journal.rewriting import Rewriter

# ruff: noqa: PLC0415 - how a name is replaced is imported when that is asked for, see above

_TABLES: dict[str, tuple[Where, Area, HitKind | None]] = {
    "case_text": (Where.FIRST_CONTACT, Area.CASES, HitKind.CASE),
    "note": (Where.NOTES, Area.NOTES, HitKind.NOTE),
    "note_version": (Where.EARLIER_NOTES, Area.NOTES, None),
    "role_check_text": (Where.ROLE_CHECKS, Area.ROLE_CHECKS, HitKind.ROLE_CHECK),
    "goals": (Where.GOALS, Area.GOALS, HitKind.GOALS),
    case_texts.BOARD: (Where.OPTIONS, Area.BOARD, HitKind.BOARD),
    "choice_text": (Where.CHOICES, Area.CHOICES, HitKind.CHOICE),
    "agreement_text": (Where.AGREEMENTS, Area.AGREEMENTS, HitKind.AGREEMENT),
    "follow_up": (Where.FOLLOW_UP, Area.FOLLOW_UP, HitKind.FOLLOW_UP),
    "summary_text": (Where.SUMMARIES, Area.SUMMARIES, HitKind.SUMMARY),
    "approval_text": (Where.APPROVED, Area.SUMMARIES, None),
    "closure": (Where.CLOSURE, Area.CLOSURE, HitKind.CLOSURE),
    LEFT: (Where.REGISTER, Area.REGISTER, None),
    "accepted_text": (Where.ACCEPTED, Area.ACCEPTED, None),
}
"""What each table of texts is called here, what changes with it, and under what it is found."""

_BETWEEN = frozenset(
    {"van", "von", "der", "den", "het", "ter", "ten", "the", "del", "dos", "das", "bin", "ibn", "abu", "aan", "bij"}
)
"""Words between the names of one person, longer than two letters."""
_MOST_PLACES = 20
"""Places of a name in one text that are looked at for who it is."""
_STAND_INS = ("iemand", "de ander", "een woord")


@dataclass(slots=True, eq=False)
class _Done:
    """What one replacing did, to be undone: texts before and after, decisions, sealed texts before."""

    case: CaseId
    texts: list[tuple[CaseText, CaseText]] = field(default_factory=list, repr=False)
    decided: Decided | None = field(default=None, repr=False)
    sealed: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    backups: int = 0


class Replacing(Group):
    """Replacing a name everywhere in a case."""

    def __init__(self, desk: Desk, drafts: Drafts) -> None:
        super().__init__(desk)
        self._drafts = drafts
        self._done: list[_Done] = []

    def preview(self, case: CaseId, names: Iterable[str], replacement: str) -> ReplacePlan:
        """Tell what replacing would touch; ``names`` are ways to say one name. It may be asked before by what.

        Raises FieldMissing("name"), TextTooLong, NameStays when the replacement holds the name,
        Gone, JournalDamaged.
        """
        self._require_case_in_use(case)
        rewriter = _rewriter(names, replacement, chosen=bool(fold_name(replacement)))
        details = cases.get(self._database, case)
        word, code = ("", "") if details is None else (details.word, details.code)
        changed = [(row, times) for row in case_texts.of_case(self._database, case) if (times := rewriter.row(row)[1])]
        rows = [row for row, _ in changed]
        return ReplacePlan(
            case,
            rewriter.names,
            rewriter.replacement if fold_name(replacement) else "",
            found=self._found(case, rewriter, changed),
            lapsing=self._lapsing(case, rewriter),
            finished=sum(self._is_finished(row) for row in rows),
            backups=len(backups.items(self._database)),
            in_word=rewriter.counted(word)[1] > 0,
            in_code=rewriter.counted(code)[1] > 0,
            at_organisation=self._stands_at_organisation(details, rewriter),
            on_list=any(rewriter.counted(each.text)[1] for each in own_words.of_all(self._database, case)),
            in_file_names=sum(row.table == LEFT and rewriter.in_file_name(row.texts[1]) for row in rows),
        )

    def replace(self, plan: ReplacePlan, texts: Texts) -> Replaced:
        """Do what a plan says, to what stands in the case by now; takes seconds in a large journal.

        ``texts`` is the language in which finished notes say it. Raises TextTooLong, DiskFull, Cancelled …: then
        nothing was changed.
        """
        rewriter = _rewriter(plan.names, plan.replacement)
        done = _Done(plan.case)
        done.sealed = self._drafts.reword(plan.case, rewriter.words)
        try:
            changes = self._replace(done, rewriter, texts)
        except BaseException:
            self._drafts.put_back(done.sealed)
            raise
        if not (changes.areas or done.sealed):
            return Replaced(Changes(frozenset()), 0)
        self._done.append(done)
        no_byte_left.write_anew(self._database)
        return Replaced(changes, len(done.texts) + len(done.sealed), done.backups)

    def proposals(self, case: CaseId, name: str, kind: Kind = Kind.PERSON) -> tuple[str, ...]:
        """Return what to say instead of a name, the best first: by a place in the case that tells who it is."""
        from vpjournal.identifiers.instead.proposing import proposals, roles_in
        from vpjournal.identifiers.instead.replacing import occurrences

        texts = [text for row in case_texts.of_case(self._database, case) for text in row.texts if text]
        used = frozenset(role for text in texts for role in roles_in(text))

        def said(context: str, start: int, end: int) -> tuple[str, ...]:
            return proposals(Find(start, end, context[start:end], kind, Certainty.IDENTIFIES, ""), context, used)

        usual = said(name, 0, len(name))
        ways = (name, *parts_of(name)) if kind is Kind.PERSON else (name,)
        found = (
            said(text, *place) for way in ways for text in texts for place in occurrences(text, way)[:_MOST_PLACES]
        )
        return next((each for each in found if each[:1] != usual[:1]), usual)

    def undoable(self, case: CaseId) -> int:
        """Return in how many texts of a case the last replacing can be undone; 0 when there is none."""
        done = self._last(case)
        return 0 if done is None else len(done.texts) + len(done.sealed)

    def undo(self, case: CaseId) -> PutBack:
        """Undo the last replacing in a case, once, text by text: one that was changed since stays as it is."""
        done, left = self._last(case), list[CaseText]()
        if done is None:
            return PutBack(Changes(frozenset()), 0)
        if cases.state(self._database, case) is None:
            self._done.remove(done)
            return PutBack(Changes(frozenset()), 0, len(done.texts))
        changes = self._undo(done, left)
        self._drafts.put_back(done.sealed)
        self._done.remove(done)
        return PutBack(changes, len(done.texts) + len(done.sealed) - len(left), len(left))

    def _last(self, case: CaseId) -> _Done | None:
        return next((done for done in reversed(self._done) if done.case == case), None)

    @one_transaction
    def _replace(self, done: _Done, rewriter: Rewriter, texts: Texts) -> Changes:
        from vpjournal.journal import decided

        self._require_case_in_use(done.case)
        notes = [ContactId(row.record) for row in case_texts.of_case(self._database, done.case) if row.table == "note"]
        done.texts, done.decided = [], decided.about(self._database, done.case, notes, rewriter)
        decided.forget(self._database, done.decided)
        for before in list(case_texts.of_case(self._database, done.case)):
            after, times = rewriter.row(before)
            if times:
                if self._is_finished(before):
                    after = replace(after, texts=(self._with_line(after.texts[0], rewriter, texts),))
                case_texts.write(self._database, after)
                done.texts.append((before, after))
        changes = self._refreshed(done)
        done.backups = len(backups.items(self._database))
        if changes.areas or done.sealed:
            no_byte_left.clean(self._database, today=self._today())
            return Changes(changes.areas | {Area.BACKUPS}, frozenset({done.case}))
        return changes

    @one_transaction
    def _undo(self, done: _Done, left: list[CaseText]) -> Changes:
        from vpjournal.journal import decided

        left.clear()
        for before, after in done.texts:
            present = case_texts.read(self._database, after)
            if present is None or present.texts != after.texts:
                left.append(after)
            else:
                case_texts.write(self._database, before)
        if done.decided is not None:
            decided.put_back(self._database, done.decided)
        return self._refreshed(done)

    def _refreshed(self, done: _Done) -> Changes:
        """Make again what is worked out from the texts; tell what changed."""
        areas = {_TABLES[after.table][1] for _, after in done.texts} | (done.decided.areas if done.decided else set())
        for _, after in done.texts:
            kind = _TABLES[after.table][2]
            if kind is not None:
                self._refresh_index(kind, after.record)
        if not areas:
            return Changes(frozenset())
        self._refresh_row(done.case)
        # The list of cases shows the next step.
        return Changes(frozenset({Area.CASES, *areas}), frozenset({done.case}))

    def _found(self, case: CaseId, rewriter: Rewriter, changed: Sequence[tuple[CaseText, int]]) -> tuple[Found, ...]:
        from vpjournal.journal.decided import no_names

        texts, times = Counter[Where](), Counter[Where]()
        for row, count in changed:
            where = Where.BIN if row.in_bin else _TABLES[row.table][0]
            texts[where] += 1
            times[where] += count
        for waiting in self._drafts.of_case(case):
            if count := _times_in(waiting, rewriter):
                texts[Where.WAITING] += 1
                times[Where.WAITING] += count
        if said := len(no_names(self._database, case, rewriter)):
            texts[Where.NOT_NAMES], times[Where.NOT_NAMES] = said, said
        return tuple(Found(where, texts[where], times[where]) for where in Where if texts[where])

    def _lapsing(self, case: CaseId, rewriter: Rewriter) -> tuple[Lapsing, ...]:
        lapsing = []
        for summary in approved.summaries_of(self._database, summaries.of_case(self._database, case)):
            what, held = summary.draft, summary.approval
            # Why the reporter does not hand it over is not part of what was approved.
            texts = (what.text, what.recipient_words, what.purpose)
            if held is not None and any(rewriter.counted(text)[1] for text in texts):
                lapsing.append(Lapsing(summary.id, what.recipient, held.day))
        return tuple(lapsing)

    def _stands_at_organisation(self, details: CaseDraft | None, rewriter: Rewriter) -> bool:
        number = None if details is None else details.organisation
        found = None if number is None else organisations.get(self._database, number)
        return found is not None and any(rewriter.counted(text)[1] for text in words(found.details))

    def _is_finished(self, row: CaseText) -> bool:
        if row.table != "note":
            return False
        contact = contacts.get(self._database, ContactId(row.record))
        return contact is not None and contact.note is NoteState.FINISHED

    def _with_line(self, text: str, rewriter: Rewriter, texts: Texts) -> str:
        line = texts(
            "Op {day} is hier een naam vervangen door ‘{role}’.",
            day=texts.day(self._today()),
            role=rewriter.replacement,
        )
        return f"{text.rstrip()}\n\n{line}"


def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a name by which the same person may be called as well: neither *van* nor *mevrouw*."""
    from vpjournal.identifiers.instead.roles import TITLES

    words = one_line(name).split()
    parts = [
        word for word in words if len(word) > 2 and word.casefold() not in _BETWEEN and word.casefold() not in TITLES
    ]
    return tuple(dict.fromkeys(parts)) if len(words) > 1 else ()


def _rewriter(names: Iterable[str], replacement: str, *, chosen: bool = True) -> Rewriter:
    """Return what replaces; something stands in for a replacement that was not chosen yet."""
    from vpjournal.identifiers.instead.replacing import can_stand_for
    from vpjournal.journal.rewriting import Rewriter

    clean: dict[str, str] = {}
    for each in map(one_line, names):
        if fold_name(each):
            clean.setdefault(fold_name(each), each)
    if not clean:
        raise FieldMissing("name")
    new = one_line(replacement)
    if not chosen:
        fitting = (each for each in _STAND_INS if all(can_stand_for(each, name) for name in clean.values()))
        new = next(fitting, new)
    if not fold_name(new):
        raise FieldMissing("replacement")
    if max(map(len, (new, *clean.values()))) > WORD_LIMIT:
        raise TextTooLong(WORD_LIMIT)
    if not all(can_stand_for(new, name) for name in clean.values()):
        raise NameStays
    return Rewriter(tuple(sorted(clean.values(), key=len, reverse=True)), new)


def _times_in(waiting: Unsaved, rewriter: Rewriter) -> int:
    return sum(rewriter.counted(text)[1] for text in words(waiting.draft))
