"""Ctrl+K, *zoek of doe*: a case by its code or word, words in what was written, or something to do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QWidget

from ui.dialogs.hit_delegate import HitDelegate
from ui.faults import sentence
from ui.models.hit_model import Found, HitModel
from ui.navigation import Page, Place
from ui.widgets.field import line_edit
from ui.widgets.labels import Caption
from ui.widgets.layouts import column
from ui.widgets.scroll_page import text_width
from vpjournal.domain.case import PHASE_NAMES, CaseRow, Phase
from vpjournal.domain.language import mark
from vpjournal.domain.views import Hit, HitKind

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_PAUSE = 60
"""Milliseconds of rest after a key before the journal is searched."""
_DO = (
    (mark("begin"), mark("Nieuw contact"), Place(Page.FIRST_CONTACT)),
    (mark("begin"), mark("Nieuwe organisatie"), Place(Page.ORGANISATION)),
    (mark("ga naar"), mark("Vandaag"), Place(Page.TODAY)),
    (mark("ga naar"), mark("Casussen"), Place(Page.CASES)),
    (mark("ga naar"), mark("Organisaties"), Place(Page.ORGANISATIONS)),
    (mark("ga naar"), mark("Prullenbak"), Place(Page.BIN)),
    (mark("ga naar"), mark("Instellingen"), Place(Page.SETTINGS)),
    (mark("ga naar"), mark("Wat de deur uit ging"), Place(Page.REGISTER)),
    (mark("ga naar"), mark("Controleer een stuk"), Place(Page.CHECK_PAPER)),
    (mark("ga naar"), mark("Blanco papieren"), Place(Page.PAPERS)),
)
_KINDS = {
    HitKind.CASE: mark("eerste contact"),
    HitKind.ORGANISATION: mark("organisatie"),
    HitKind.NOTE: mark("aantekening"),
    HitKind.BOARD: mark("mogelijkheden"),
    HitKind.CHOICE: mark("keuze"),
    HitKind.AGREEMENT: mark("afspraak"),
    HitKind.GOALS: mark("doel van de melder"),
    HitKind.FOLLOW_UP: mark("vervolg en nazorg"),
    HitKind.ROLE_CHECK: mark("rolcheck"),
    HitKind.CLOSURE: mark("afsluiting"),
    HitKind.SUMMARY: mark("samenvatting"),
}
_PARTS = {
    HitKind.CASE: (Phase.FIRST_CONTACT, "details"),
    HitKind.BOARD: (Phase.SECOND_CONVERSATION, "board"),
    HitKind.CHOICE: (Phase.CHOICE, "choice"),
    HitKind.AGREEMENT: (Phase.CHOICE, "agreements"),
    HitKind.GOALS: (Phase.FIRST_CONVERSATION, "goals"),
    HitKind.FOLLOW_UP: (Phase.FOLLOW_UP, "follow_up"),
    HitKind.CLOSURE: (Phase.CLOSURE, "closure"),
}

Result = tuple[tuple[CaseRow, ...], tuple[Hit, ...]]


def open_find(context: PageContext, above: QWidget, screen: str) -> None:  # noqa: ARG001 - a command's signature
    """Open the find window above a page."""
    FindSheet(context, above).open()


class FindSheet(QDialog):
    """One field and one list: arrows move in the list while the keys stay in the field, Enter goes there."""

    def __init__(self, context: PageContext, above: QWidget) -> None:
        super().__init__(above.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setObjectName("findSheet")
        self._context = context
        self._t = context.texts
        self._searched: str | None = None
        self._go_when_found = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        self._build_ui()
        window = above.window()
        width = min(text_width(context.theme, 72), window.width() - 48)
        self.resize(width, min(context.theme.px(460), window.height() - 48))
        self._show_found(((), ()), "")

    def _build_ui(self) -> None:
        theme = self._context.theme
        self._field = line_edit()
        self._field.setObjectName("findField")
        self._field.setAccessibleName(self._t("Zoek of doe …"))
        self._field.setPlaceholderText(self._t("Code, herkenningswoord, woorden, of wat u wilt doen"))
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.returnPressed.connect(self._on_field_return_pressed)
        self._field.installEventFilter(self)
        self._model = HitModel(self)
        self._list = QListView()
        self._list.setObjectName("findList")
        self._list.setAccessibleName(self._t("Gevonden"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(HitDelegate(theme=theme, parent=self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._go)
        self._state = Caption(theme=theme)
        whole = column(self._field, self._state, self._list, spacing=12, margins=(20, 20, 20, 16))
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._field.setFocus()

    def _search(self) -> None:
        words = self._field.text()

        def find(journal: Journal) -> Result:
            return (journal.cases.find(words)[:8], journal.search.find(words)) if words.strip() else ((), ())

        self._context.operations.run(
            find,
            done=lambda found: self._show_found(found, words),
            failed=self._on_failed,
            initiator=self,
            interruptible=True,
        )

    def _show_found(self, found: Result, words: str) -> None:
        if words != self._field.text():
            # A later search is on its way.
            return
        self._searched = words
        cases, hits = found
        named = {each.id for each in cases}
        rows = [self._case_row(each) for each in cases]
        rows += [self._hit_row(each) for each in hits if not (each.kind is HitKind.CASE and each.case in named)]
        rows += self._actions()
        self._model.set_rows(rows)
        self._list.setCurrentIndex(self._model.index(0, 0))
        searched = bool(self._field.text().strip())
        nothing = searched and not cases and not hits
        self._state.setText(self._t("Niets gevonden met deze woorden.") if nothing else "")
        self._state.setVisible(nothing)
        if self._go_when_found:
            self._on_field_return_pressed()

    def _actions(self) -> list[Found]:
        typed = self._field.text().strip().casefold()
        return [
            Found(self._t(words), self._t(caption), place=place)
            for caption, words, place in _DO
            if typed in self._t(words).casefold()
        ]

    def _case_row(self, each: CaseRow) -> Found:
        words = " · ".join(part for part in (each.code, each.word, each.organisation_name) if part)
        return Found(words, self._t("casus"), place=Place(Page.CASE, each.id))

    def _hit_row(self, hit: Hit) -> Found:
        where = [hit.code, self._t(_KINDS[hit.kind])]
        if hit.kind is HitKind.NOTE and hit.phase is not None:
            where.append(self._t(PHASE_NAMES[hit.phase]).lower())
        return Found(hit.snippet, " · ".join(part for part in where if part), marks=hit.marks, place=_place_of(hit))

    def _go(self, index: QModelIndex) -> None:
        found = self._model.found(index)
        if found is not None and found.place is not None:
            # After this window is gone, so that the page that comes gets the focus.
            QTimer.singleShot(0, self._context.operations, partial(self._context.navigate, found.place))
            self.accept()

    def _on_field_return_pressed(self) -> None:
        # Who types fast and presses Enter wants what these words find, not what stood there before.
        self._go_when_found = self._searched != self._field.text()
        if not self._go_when_found:
            self._go(self._list.currentIndex())
        elif self._pause.isActive():
            self._pause.stop()
            self._search()

    def _on_field_text_changed(self) -> None:
        self._go_when_found = False
        self._pause.start()

    def _on_failed(self, error: JournalError) -> None:
        self._state.setText(sentence(self._t, error))
        self._state.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            last = self._model.rowCount() - 1
            number = min(max(self._list.currentIndex().row() + keys[Qt.Key(event.key())], 0), last)
            self._list.setCurrentIndex(self._model.index(number, 0))
            return True
        return super().eventFilter(watched, event)


def _place_of(hit: Hit) -> Place | None:
    if hit.kind is HitKind.ORGANISATION:
        return Place(Page.ORGANISATION, hit.record)
    if hit.kind in (HitKind.NOTE, HitKind.ROLE_CHECK):
        phase = hit.phase or Phase.FIRST_CONTACT
        part = "notes" if hit.kind is HitKind.NOTE else "role_check"
        return Place(Page.CASE, hit.case, f"{phase}/{part}", str(hit.record) if hit.kind is HitKind.NOTE else "")
    if hit.kind is HitKind.SUMMARY:
        return Place(Page.CASE, hit.case, f"{hit.phase or Phase.CHOICE}/summary", str(hit.record))
    phase, part = _PARTS[hit.kind]
    return Place(Page.CASE, hit.case, f"{phase}/{part}")
