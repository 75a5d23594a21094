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
from ui.navigation import FROM_FILE, Page, Place
from ui.spots import spot_detail
from ui.widgets.field import line_edit
from ui.widgets.labels import Caption
from ui.widgets.layouts import column
from ui.widgets.scroll_page import text_width
from vpjournal.domain.case import PHASE_NAMES, CaseRow, Phase
from vpjournal.domain.language import mark
from vpjournal.domain.views import HIT_KINDS, Hit, HitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.navigation import PageContext
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal
    from vpjournal.journal.search import Finding

    Result = tuple[tuple[CaseRow, ...], Finding]

_PAUSE = 60
"""Milliseconds of rest after a key before the journal is searched."""
_BIT = 0.02
"""Seconds that a search takes at a time: a save that comes in between waits no longer."""
_MOST, _MOST_CASES = 50, 8
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
    (mark("ga naar"), mark("Tekst nakijken, bijvoorbeeld voor het jaarverslag"), Place(Page.CHECK_TEXT)),
    (mark("ga naar"), mark("Blanco papieren"), Place(Page.PAPERS)),
    (mark("ga naar"), mark("Reservekopieën"), Place(Page.BACKUPS)),
    (mark("ga naar"), mark("Verhuizen"), Place(Page.MOVING)),
    (mark("ga naar"), mark("Laptop kwijt?"), Place(Page.LOST_LAPTOP)),
    (mark("ga naar"), mark("Woorden die geen naam zijn"), Place(Page.NOT_NAMES)),
)
_DO_IN_CASE = ((mark("in deze casus"), mark("Tekst uit een bestand halen…"), Place(Page.CASE, detail=FROM_FILE)),)
_IN_CASE = ("options_board",)
"""The screens of a case that are called otherwise and are not read together."""
_PARTS = {
    HitKind.CASE: (Phase.FIRST_CONTACT, "details"),
    HitKind.NOTE: (None, "notes"),
    HitKind.ROLE_CHECK: (None, "role_check"),
    HitKind.BOARD: (Phase.SECOND_CONVERSATION, "board"),
    HitKind.CHOICE: (Phase.CHOICE, "choice"),
    HitKind.AGREEMENT: (Phase.CHOICE, "agreements"),
    HitKind.GOALS: (Phase.FIRST_CONVERSATION, "goals"),
    HitKind.FOLLOW_UP: (Phase.FOLLOW_UP, "follow_up"),
    HitKind.CLOSURE: (Phase.CLOSURE, "closure"),
    HitKind.SUMMARY: (None, "summary"),
}
"""Where each kind is shown; a part that stands in several phases is opened in the one of the record."""


def open_find(context: PageContext, above: QWidget, screen: str) -> None:
    """Open the find window above a page."""
    FindSheet(context, above, in_case=screen in _IN_CASE or screen.startswith("case_")).open()


class FindSheet(QDialog):
    """One field and one list: arrows move in the list while the keys stay in the field, Enter goes there."""

    def __init__(self, context: PageContext, above: QWidget, *, in_case: bool = False) -> None:
        super().__init__(above.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setObjectName("findSheet")
        self._context = context
        self._t = context.texts
        self._do = (*_DO_IN_CASE, *_DO) if in_case else _DO
        self._searched: str | None = None
        self._searching = False
        self._go_when_found = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        self._build_ui()
        window = above.window()
        width = min(text_width(context.theme, 72), window.width() - 48)
        self.resize(width, min(context.theme.px(460), window.height() - 48))
        self._show_found((), (), "")

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
        if self._searching:
            # What is typed now is looked for as soon as that search gives way.
            return
        words = self._field.text()
        if not words.strip():
            self._show_found((), (), words)
            return

        def find(journal: Journal) -> Result:
            finding = journal.search.begin(words, limit=_MOST + 1)
            finding.go_on(_BIT)
            return journal.cases.find(words, limit=_MOST_CASES), finding

        self._searching = True
        self._run(find, lambda found: self._on_found(found, words))

    def _on_found(self, found: Result, words: str) -> None:
        cases, finding = found
        self._searching = False
        if words != self._field.text():
            if not self._pause.isActive():
                self._search()
        elif finding.done:
            self._show_found(cases, finding.hits, words)
        else:
            self._go_on(found, words)

    def _go_on(self, found: Result, words: str) -> None:
        def go_on(_journal: Journal) -> Result:
            found[1].go_on(_BIT)
            return found

        self._searching = True
        self._run(go_on, lambda more: self._on_found(more, words))

    def _run(self, work: Callable[[Journal], Result], done: Callable[[Result], None]) -> None:
        self._context.operations.run(work, done=done, failed=self._on_failed, initiator=self, interruptible=True)

    def _show_found(self, cases: Sequence[CaseRow], hits: Sequence[Hit], words: str) -> None:
        self._searched = words
        named = {each.id for each in cases}
        rows = [self._case_row(each) for each in cases]
        rows += [
            self._hit_row(each) for each in hits[:_MOST] if each.kind is not HitKind.CASE or each.case not in named
        ]
        rows += self._actions()
        self._model.set_rows(rows)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._say(self._told(cases, hits, words))
        if self._go_when_found:
            self._on_field_return_pressed()

    def _told(self, cases: Sequence[CaseRow], hits: Sequence[Hit], words: str) -> str:
        if len(hits) > _MOST:
            return self._t("Hier staan de nieuwste {count}. Typ een woord erbij om minder te vinden.", count=_MOST)
        nothing = words.strip() and not cases and not hits
        return self._t("Niets gevonden met deze woorden.") if nothing else ""

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _actions(self) -> list[Found]:
        typed = self._field.text().strip().casefold()
        return [
            Found(self._t(words), self._t(caption), place=place)
            for caption, words, place in self._do
            if typed in self._t(words).casefold()
        ]

    def _case_row(self, each: CaseRow) -> Found:
        words = " · ".join(part for part in (each.code, each.word, each.organisation_name) if part)
        return Found(words, self._t("casus"), place=Place(Page.CASE, each.id))

    def _hit_row(self, hit: Hit) -> Found:
        where = [hit.code, self._t(HIT_KINDS[hit.kind])]
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
        self._searching = False
        self._say(sentence(self._t, error))

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
    phase, part = _PARTS[hit.kind]
    return Place(Page.CASE, hit.case, f"{phase or hit.phase or Phase.FIRST_CONTACT}/{part}", _detail_of(hit))


def _detail_of(hit: Hit) -> str:
    if hit.record is None:
        return ""
    if hit.spot is None:
        return str(hit.record)
    return spot_detail(hit.record, hit.spot)
