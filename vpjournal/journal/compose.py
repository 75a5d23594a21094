"""Puts chosen parts of a case together as the first words of a summary; the rest is editing.

They are spoken to the reporter. For anyone else they speak of the reporter: there, *u* would be whoever reads it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

from vpjournal.domain.case import PHASE_NAMES, Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import CHOICE_NAMES, REFERRAL_NAMES, Agreement, Doer
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.language import Language, Texts, mark
from vpjournal.domain.spoken import to_reporter
from vpjournal.domain.summary import Piece, PieceKind, Recipient
from vpjournal.storage import (
    Database,
    agreements,
    board,
    cases,
    choices,
    closure,
    contacts,
    follow_up,
    goals,
    notes,
)

_Writer = Callable[[Database, CaseId, Texts, Recipient], Iterator[str]]
_HEADINGS: Mapping[PieceKind, str] = {
    PieceKind.ABOUT: mark("Waar het over gaat"),
    PieceKind.GOALS: mark("Wat u wilt bereiken"),
    PieceKind.OPTIONS: mark("Mogelijkheden die we bespraken"),
    PieceKind.CHOICE: mark("Uw keuze"),
    PieceKind.AGREEMENTS: mark("Afspraken"),
    PieceKind.FOLLOW_UP: mark("Hoe het verder gaat"),
    PieceKind.CLOSURE: mark("Hoe u het achterlaat"),
}
_PHASE_OF: Mapping[PieceKind, Phase] = {
    PieceKind.ABOUT: Phase.FIRST_CONTACT,
    PieceKind.GOALS: Phase.FIRST_CONVERSATION,
    PieceKind.OPTIONS: Phase.SECOND_CONVERSATION,
    PieceKind.CHOICE: Phase.CHOICE,
    PieceKind.AGREEMENTS: Phase.CHOICE,
    PieceKind.FOLLOW_UP: Phase.FOLLOW_UP,
    PieceKind.CLOSURE: Phase.CLOSURE,
}
_DOERS: Mapping[Doer, str] = {
    Doer.REPORTER: mark("U: {what}"),
    Doer.ADVISER: mark("Ik: {what}"),
    Doer.TOGETHER: mark("Samen: {what}"),
    Doer.OTHER: mark("Iemand anders: {what}"),
}

_OF_THE_REPORTER: Mapping[str, str] = {
    "Wat u wilt bereiken": mark("Wat de melder wil bereiken"),
    "Uw keuze": mark("De keuze van de melder"),
    "Hoe u het achterlaat": mark("Hoe de melder het achterlaat"),
    "U: {what}": mark("De melder: {what}"),
    "Ik: {what}": mark("De vertrouwenspersoon: {what}"),
    "Wat u van een gesprek hoopte: {words}": mark("Wat de melder van een gesprek hoopte: {words}"),
    "Wat u nu het meest nodig hebt: {words}": mark("Wat de melder nu het meest nodig heeft: {words}"),
    "Waar u ook terechtkunt: {words}": mark("Waar de melder ook terechtkan: {words}"),
}


def pieces(database: Database, case: CaseId) -> tuple[Piece, ...]:
    """Return the parts in which anything stands, in the order of the phases; each note is a part of its own."""
    dutch, reporter = Texts(Language.DUTCH), Recipient.REPORTER
    found = [
        Piece(kind, phase, characters=len(body))
        for kind, phase in _PHASE_OF.items()
        if (body := _body(database, case, kind, texts=dutch, recipient=reporter))
    ]
    for contact in contacts.of_case(database, case):
        stored = notes.read(database, contact.id)
        if stored is not None and stored.text.strip():
            details = contact.details
            found.append(Piece(PieceKind.NOTE, details.phase, contact.id, details.day, len(stored.text)))
    return tuple(sorted(found, key=lambda piece: tuple(Phase).index(piece.phase)))


def text(
    database: Database, case: CaseId, chosen: Collection[Piece], *, language: Language, recipient: Recipient
) -> str:
    """Return the chosen parts under their headings, in the order of ``pieces``."""
    texts = Texts(language)
    parts: list[str] = []
    for piece in pieces(database, case):
        if not any((each.kind, each.record) == (piece.kind, piece.record) for each in chosen):
            continue
        if piece.record is not None:
            stored = notes.read(database, ContactId(piece.record))
            heading, body = PHASE_NAMES[piece.phase], "" if stored is None else stored.text.strip()
        else:
            heading = _as_read_by(recipient, _HEADINGS[piece.kind])
            body = _body(database, case, piece.kind, texts=texts, recipient=recipient)
        if body:
            parts.append(f"# {texts(heading)}\n{body}")
    return "\n\n".join(parts)


def _body(database: Database, case: CaseId, kind: PieceKind, *, texts: Texts, recipient: Recipient) -> str:
    lines = _WRITERS[kind](database, case, texts, recipient)
    return "\n".join(line for line in lines if line.strip())


def _about(database: Database, case: CaseId, texts: Texts, recipient: Recipient) -> Iterator[str]:
    details = cases.get(database, case)
    if details is not None:
        yield details.about
        yield _with(texts, _as_read_by(recipient, mark("Wat u van een gesprek hoopte: {words}")), details.hopes)


def _goals(database: Database, case: CaseId, texts: Texts, recipient: Recipient) -> Iterator[str]:
    found = goals.read(database, case)
    yield _with(texts, _as_read_by(recipient, mark("Wat u nu het meest nodig hebt: {words}")), found.needs)
    yield _with(texts, mark("Wat er anders is als het goed genoeg is: {words}"), found.good_enough)
    yield _with(texts, mark("Wat in geen geval mag gebeuren: {words}"), found.never)


def _options(database: Database, case: CaseId, texts: Texts, _recipient: Recipient) -> Iterator[str]:
    for option in board.of_case(database, case):
        yield f"- {to_reporter(option.draft, texts.language).title.text}"


def _choice(database: Database, case: CaseId, texts: Texts, _recipient: Recipient) -> Iterator[str]:
    for choice in choices.of_case(database, case)[:1]:
        draft = choice.draft
        yield draft.words or texts(CHOICE_NAMES[draft.kind])
        yield _with(texts, mark("Wat de doorslag gaf: {words}"), draft.reason)
        yield _with(texts, mark("Wie ervan mag weten: {words}"), draft.may_know)
        yield _with(texts, mark("Wie er niet van mag weten: {words}"), draft.may_not_know)


def _agreements(database: Database, case: CaseId, texts: Texts, recipient: Recipient) -> Iterator[str]:
    for agreement in agreements.of_case(database, case):
        if agreement.draft.what.strip():
            yield _agreement(agreement, texts, recipient)


def _agreement(agreement: Agreement, texts: Texts, recipient: Recipient) -> str:
    draft = agreement.draft
    said = texts(_as_read_by(recipient, _DOERS[draft.doer]), what=draft.what)
    if draft.due is None:
        return f"- {said}"
    # A day beside someone's own calendar tells who came; only the reporter's own paper carries it.
    day = texts.day(draft.due) if recipient is Recipient.REPORTER else texts.month(draft.due)
    return f"- {said} ({day})"


def _follow_up(database: Database, case: CaseId, texts: Texts, recipient: Recipient) -> Iterator[str]:
    found = follow_up.read(database, case)
    yield found.how
    named = ", ".join(texts(REFERRAL_NAMES[each]) for each in found.referrals)
    yield _with(texts, _as_read_by(recipient, mark("Waar u ook terechtkunt: {words}")), named)


def _closure(database: Database, case: CaseId, texts: Texts, _recipient: Recipient) -> Iterator[str]:
    found = closure.read(database, case)
    yield found.words
    yield _with(texts, mark("Wat is blijven liggen: {words}"), found.left_undone)


def _as_read_by(recipient: Recipient, sentence: str) -> str:
    return sentence if recipient is Recipient.REPORTER else _OF_THE_REPORTER.get(sentence, sentence)


def _with(texts: Texts, sentence: str, words: str) -> str:
    return texts(sentence, words=words.strip()) if words.strip() else ""


_WRITERS: Mapping[PieceKind, _Writer] = {
    PieceKind.ABOUT: _about,
    PieceKind.GOALS: _goals,
    PieceKind.OPTIONS: _options,
    PieceKind.CHOICE: _choice,
    PieceKind.AGREEMENTS: _agreements,
    PieceKind.FOLLOW_UP: _follow_up,
    PieceKind.CLOSURE: _closure,
}


def as_coarse_as(day: CoarseDay, recipient: Recipient) -> CoarseDay:
    """Return a day as its recipient may know it: the month for anyone but the reporter."""
    if recipient is Recipient.REPORTER or day.day is None:
        return day
    return CoarseDay.in_month_of(day.day)
