"""Opens the sheet *Overal vervangen* above a case once all is saved, and says afterwards what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.faults import sentence
from ui.navigation import Action, MessageKind, Page, Place
from vpjournal.domain.identifying import Kind

if TYPE_CHECKING:
    from ui.dialogs.replace_sheet import ReplaceWish
    from ui.navigation import PageContext
    from ui.pages.case.case_page import CasePage
    from vpjournal.domain.ids import CaseId
    from vpjournal.domain.replacing import PutBack, Replaced
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

# ruff: noqa: PLC0415 - the sheet is wanted now and then


class ReplaceEverywhere(QObject):
    """Belongs to the page of a case."""

    def __init__(self, context: PageContext, page: CasePage) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def ask(self, name: str = "", replacement: str = "", kind: Kind = Kind.PERSON) -> None:
        """Ask what is to be replaced everywhere in the case that is shown."""
        case = self._page.case
        if case is not None:
            self._page.flush(lambda saved: self._prepare(case, name, replacement, kind) if saved else None)

    def _prepare(self, case: CaseId, name: str, replacement: str, kind: Kind) -> None:
        from ui.dialogs.replace_sheet import ReplaceWish

        def wish(journal: Journal) -> ReplaceWish:
            undoable, small = journal.replacing.undoable(case), journal.identifiers.is_small(case)
            return ReplaceWish(case, name, replacement, kind, undoable=undoable, small=small)

        self._context.operations.run(wish, done=self._open, failed=self._tell)

    def _open(self, wish: ReplaceWish) -> None:
        from ui.dialogs.replace_sheet import ReplaceSheet

        if self._page.case != wish.case:
            # Another case came to the front meanwhile.
            return
        sheet = ReplaceSheet(self._context, wish, above=self._page)
        sheet.replaced.connect(lambda done: self._on_replaced(wish.case, done))
        sheet.undo_wanted.connect(lambda: self._undo(wish.case))
        sheet.renew_wanted.connect(self._renew)
        sheet.show_sheet()

    def _renew(self) -> None:
        from ui.pages.backups import RENEW

        self._context.navigate(Place(Page.BACKUPS, part=RENEW))

    def _on_replaced(self, case: CaseId, done: Replaced) -> None:
        from ui.dialogs.replace_words import replaced

        t = self._context.texts
        undo = Action(t("Ongedaan maken (tot u vergrendelt)"), lambda: self._undo(case))
        self._context.message(replaced(t, done.texts), action=undo)

    def _undo(self, case: CaseId) -> None:
        # What was typed since is saved first, so that it is seen and stays.
        self._page.flush(lambda saved: self._undo_now(case) if saved else None)

    def _undo_now(self, case: CaseId) -> None:
        self._context.operations.run(
            lambda journal: journal.replacing.undo(case), done=self._on_put_back, failed=self._tell
        )

    def _on_put_back(self, done: PutBack) -> None:
        from ui.dialogs.replace_words import put_back

        kind = MessageKind.LOOK if done.left else MessageKind.DONE
        self._context.message(put_back(self._context.texts, done), kind=kind)

    def _tell(self, error: JournalError) -> None:
        self._context.message(sentence(self._context.texts, error), kind=MessageKind.FAILED)
