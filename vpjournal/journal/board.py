"""The options board: use cases."""

from dataclasses import replace

from vpjournal.domain.board import Board, BoardText, Option, OptionDraft
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.identifying import Find
from vpjournal.domain.ids import CaseId, OptionId, new_id
from vpjournal.domain.spoken import is_of_library
from vpjournal.domain.text import one_line, several_lines
from vpjournal.domain.views import HitKind
from vpjournal.errors import FieldMissing, Gone
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import board


class Boards(Group):
    """Options boards, in the order of the reporter."""

    def read(self, case: CaseId) -> Board:
        """Return the board of a case."""
        return Board(case, board.of_case(self._database, case))

    @one_transaction
    def add(self, case: CaseId, draft: OptionDraft, at: int | None = None) -> Changes:
        """Put an option on the board, at the end or at a place counted from 0. Raises FieldMissing("title")."""
        self._require_case(case)
        clean = _checked(draft)
        option = OptionId(new_id())
        order = board.order(self._database, case)
        order.insert(len(order) if at is None else max(0, at), option)
        board.insert(self._database, option, case, clean, at=len(order))
        board.set_order(self._database, order)
        self._refresh_row(case)
        self._refresh_index(HitKind.BOARD, option)
        return changed(Area.BOARD, Area.CASES, case=case, new=option)

    @one_transaction
    def change(self, option: OptionId, draft: OptionDraft) -> Changes:
        """Replace what an option says. Raises FieldMissing("title")."""
        case = self._get(option).case
        board.update(self._database, option, _checked(draft))
        self._refresh_index(HitKind.BOARD, option)
        return changed(Area.BOARD, case=case)

    @one_transaction
    def say_instead(self, case: CaseId, find: Find, words: str) -> Changes:
        """Say other words wherever the board of a case says what was found, but for unchanged lines of the library."""
        for option in board.of_case(self._database, case):
            draft = _saying(option.draft, find, words)
            if draft != option.draft:
                self.change(option.id, draft)
        return changed(Area.BOARD, case=case)

    @one_transaction
    def move(self, option: OptionId, to: int) -> Changes:
        """Move an option to a place counted from 0."""
        case = self._get(option).case
        order = board.order(self._database, case)
        if option not in order:
            raise Gone
        order.remove(option)
        order.insert(max(0, to), option)
        board.set_order(self._database, order)
        return changed(Area.BOARD, case=case)

    @one_transaction
    def remove(self, option: OptionId) -> Changes:
        """Put an option into the bin."""
        case = self._get(option).case
        board.set_deleted(self._database, option, self._today())
        self._refresh_index(HitKind.BOARD, option)
        self._refresh_row(case)
        return changed(Area.BOARD, Area.CASES, Area.BIN, case=case)

    def _get(self, option: OptionId) -> Option:
        found = board.get(self._database, option)
        if found is None:
            raise Gone
        return found


def _saying(draft: OptionDraft, find: Find, words: str) -> OptionDraft:
    from vpjournal.journal.identifiers import say_instead  # noqa: PLC0415 - what finds is imported when it is needed

    def said(content: BoardText) -> BoardText:
        return content if is_of_library(content) else _with(content, say_instead(content.text, find, words))

    return replace(draft.with_each(said), says=say_instead(draft.says, find, words))


def _checked(draft: OptionDraft) -> OptionDraft:
    clean = replace(
        draft,
        title=_with(draft.title, one_line(draft.title.text)),
        who_knows=_canonical(draft.who_knows),
        who_decides=_canonical(draft.who_decides),
        reversible=_canonical(draft.reversible),
        lines=tuple(replace(line, content=_canonical(line.content)) for line in draft.lines),
        says=several_lines(draft.says),
    )
    if not clean.title.text:
        raise FieldMissing("title")
    return clean


def _canonical(content: BoardText) -> BoardText:
    return _with(content, several_lines(content.text))


def _with(content: BoardText, text: str) -> BoardText:
    return replace(content, text=text)
