"""*Herkenbaarheid* beside a note: the open points in words, one of them opened, and a switch to write in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from ui.recognising.words_choice import WordsChoice
from ui.recognising.words_row import WordsRow
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column, hold_still, holder
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tick_list import TickRow
from vpjournal.domain import guide

if TYPE_CHECKING:
    from ui.recognising.found_words import FoundWords
    from ui.recognising.note_help import NoteHelp
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_MOST_ROWS = 60
_BEFORE_TELLING_MS = 2_500
"""A screen reader says how many points there are once somebody has stopped typing."""


class RecognisingSide(QFrame):
    """Follows the help of the note in front. One for all notes, because one of them is in front."""

    count_changed = Signal(int)
    """So many points are open, as far as the adviser wants to know."""
    back_wanted = Signal()
    """The adviser wants to go on writing."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._help: NoteHelp | None = None
        self._rows: list[WordsRow] = []
        self._shown: tuple[FoundWords, ...] = ()
        self._count = 0
        self._told = 0
        self._build_ui()
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_BEFORE_TELLING_MS)
        self._telling.timeout.connect(self._tell_count)

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        page = ScrollPage(theme=theme, margin=16)
        self._page = page
        self._quiet = TickRow(t("Stil tot deze aantekening is afgerond"), theme=theme)
        self._quiet.box.setObjectName("quietBox")
        self._quiet.toggled.connect(self._on_quiet_toggled)
        self._state = Body(theme=theme)
        self._small = Caption(
            t("Dit is een kleine organisatie: daar kan ook een functie of een rol al één persoon zijn."), theme=theme
        )
        self._small.hide()
        self._more = Caption(theme=theme)
        self.choice = WordsChoice(theme=theme, texts=t)
        self._connect_choice()
        self.choice.hide()
        self._list = column(spacing=2)
        self._list.addWidget(self.choice)
        self._list_holder = holder(self._list)
        self._list_holder.setAccessibleName(t("Open punten"))
        lead = column(
            Caption(guide.sentence(t.language, "not_unrecognisable"), theme=theme),
            Caption(
                t(
                    "Deze hulp leest mee en ziet veel, maar niet alles. U kent de mensen; "
                    "kijk zelf of iemand herkend kan worden."
                ),
                theme=theme,
            ),
            self._small,
            spacing=8,
        )
        page.add(self._state, self._list_holder, self._more, self._quiet, lead)
        self.setLayout(column(page))

    def _connect_choice(self) -> None:
        choice = self.choice
        choice.replace_wanted.connect(lambda words: self._help.replace(words) if self._help else None)
        choice.everywhere_wanted.connect(lambda words: self._help.replace_everywhere(words) if self._help else None)
        choice.dismiss_wanted.connect(lambda: self._help.dismiss() if self._help else None)
        choice.later_wanted.connect(lambda: self._help.put_off() if self._help else None)
        choice.left.connect(self.back_wanted)

    @property
    def help(self) -> NoteHelp | None:
        """What is followed."""
        return self._help

    def follow(self, note_help: NoteHelp | None) -> None:
        """Show what this help knows, until another note comes to the front."""
        before = self._help
        if before is note_help:
            return
        if before is not None and isValid(before):
            before.changed.disconnect(self._on_help_changed)
        self._help = note_help
        if note_help is not None:
            note_help.changed.connect(self._on_help_changed)
        self._on_help_changed()

    def replace_current(self) -> None:
        """Replace the point that is open by what stands in the field."""
        if self._help is not None and self._help.current is not None:
            self._show()
            self._help.replace(self.choice.field.text())

    def _on_quiet_toggled(self, quiet: bool) -> None:  # noqa: FBT001 - a slot of a signal
        if self._help is not None:
            self._help.set_quiet(quiet)

    def _on_help_changed(self) -> None:
        rows = () if self._help is None else self._help.rows
        if self._help is None or self._help.current is None:
            # It may be of a note that is no longer in front.
            self.choice.forget()
        if len(rows) != self._count:
            self._count = len(rows)
            self.count_changed.emit(self._count)
            self._telling.start()
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        note_help = self._help
        if note_help is None:
            self._show_rows((), None)
            return
        hold_still(self._list_holder)
        self._quiet.show_row(self._quiet.words.text(), ticked=note_help.is_quiet)
        self._quiet.setVisible(note_help.has_note and (note_help.may_replace or note_help.is_quiet))
        self._small.setVisible(note_help.marked.is_in_small_organisation)
        rows = note_help.rows
        self._state.setText(self._state_words(len(rows)))
        self._show_rows(rows[:_MOST_ROWS], note_help.current)
        self._more.setVisible(len(rows) > _MOST_ROWS)
        self._more.setText(self._t("En verderop in de tekst nog meer."))

    def _state_words(self, count: int) -> str:
        note_help, t = self._help, self._t
        if note_help is None or not note_help.has_note:
            return t("Er is nu geen aantekening open.")
        if note_help.is_quiet:
            return t(
                "Stil: ik wijs niets aan tot u deze aantekening afrondt. Voordat iets de deur uit gaat, kijk ik wel."
            )
        if count:
            return t.plural("{n} punt om naar te kijken", "{n} punten om naar te kijken", count)
        if not note_help.is_ready:
            return t("Ik lees mee …")
        return t("Ik zie nu niets waaraan iemand te herkennen is.")

    def _show_rows(self, rows: tuple[FoundWords, ...], current: FoundWords | None) -> None:
        for _ in range(len(self._rows), len(rows)):
            self._rows.append(self._new_row(len(self._rows)))
        self._shown = rows
        opened = next((n for n, each in enumerate(rows) if current is not None and each.key == current.key), None)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(rows))
            if number < len(rows) and self._help is not None:
                put_off = self._help.is_put_off(rows[number])
                row.show_words(rows[number], place=(number + 1, len(rows)), opened=number == opened, put_off=put_off)
        self._place_choice(opened)

    def _place_choice(self, opened: int | None) -> None:
        note_help = self._help
        if opened is None or note_help is None:
            self.choice.hide()
            return
        row, found = self._rows[opened], self._shown[opened]
        if self._list.indexOf(self.choice) != self._list.indexOf(row) + 1:
            held = self.choice.isAncestorOf(self.focusWidget() or self)
            self._list.removeWidget(self.choice)
            self._list.insertWidget(self._list.indexOf(row) + 1, self.choice)
            QWidget.setTabOrder(row, self.choice.field)
            if held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choice.show_words(
            found,
            note_help.proposals,
            may_replace=note_help.may_replace,
        )
        self.choice.show()
        self._page.bring_into_sight(self.choice)
        # Last, because on a small screen not all of it fits.
        self._page.bring_into_sight(row)

    def _new_row(self, number: int) -> WordsRow:
        row = WordsRow(theme=self._theme, texts=self._t)
        row.clicked.connect(lambda: self._on_row_clicked(number))
        row.stepped.connect(lambda by: self._on_row_stepped(number + by))
        self._list.addWidget(row)
        return row

    def _on_row_clicked(self, number: int) -> None:
        if self._help is not None and number < len(self._shown):
            self._help.choose(self._shown[number].key)

    def _on_row_stepped(self, number: int) -> None:
        number = max(0, min(number, len(self._shown) - 1))
        if self._help is not None and self._shown:
            self._help.choose(self._shown[number].key)
            self._rows[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_count(self) -> None:
        if self._count == self._told or not self.window().isActiveWindow():
            return
        self._told = self._count
        words = self._t.plural("Herkenbaarheid: {n} punt", "Herkenbaarheid: {n} punten", self._count)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
