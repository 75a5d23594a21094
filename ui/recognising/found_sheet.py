"""What stands on the side list: what the help is, the open points as rows, and what can be done with one of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.recognising.weighing import Weighing
from ui.recognising.words_choice import WordsChoice
from ui.recognising.words_row import WordsRow
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column, hold_still, holder
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tick_list import TickRow
from ui.widgets.wrapping_link import WrappingLink
from vpjournal.domain import guide
from vpjournal.domain.identifying import SMALL_ORGANISATION

if TYPE_CHECKING:
    from ui.recognising.found_words import FoundWords, Key
    from ui.recognising.note_help import NoteHelp
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_MOST_ROWS = 60


class FoundSheet(QWidget):
    """Shows one help at a time, and hands on what the adviser wants of it."""

    back_wanted = Signal()
    """The adviser wants to go on writing."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._help: NoteHelp | None = None
        self._rows: list[WordsRow] = []
        self._shown: tuple[FoundWords, ...] = ()
        self._opened: Key | None = None
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        page = ScrollPage(theme=theme, margin=16)
        self._page = page
        self._quiet = TickRow(t("Stil tot deze aantekening is afgerond"), theme=theme)
        self._quiet.box.setObjectName("quietBox")
        self._quiet.toggled.connect(self._on_quiet_toggled)
        self._state = Body(theme=theme)
        self._small = Caption(t(SMALL_ORGANISATION), theme=theme)
        self._small.hide()
        self._more = Caption(theme=theme)
        self._again = WrappingLink(t("Weer bekijken wat u liet staan"), theme=theme)
        self._again.setObjectName("lookAgainButton")
        self._again.clicked.connect(lambda: self._help.look_again() if self._help else None)
        self._again.hide()
        self._weighing = Weighing(theme=theme, texts=t)
        self._weighing.chosen.connect(lambda question: self._help.show_question(question) if self._help else None)
        self.choice = WordsChoice(theme=theme, texts=t)
        self._connect_choice()
        self.choice.hide()
        self._list = column(spacing=2)
        self._list.addWidget(self.choice)
        self._list_holder = holder(self._list)
        self._list_holder.setAccessibleName(t("Open punten"))
        page.add(
            column(
                self._state,
                Caption(
                    t(
                        "Deze hulp leest mee en ziet veel, maar niet alles. U kent de mensen; "
                        "kijk zelf of iemand herkend kan worden."
                    ),
                    theme=theme,
                ),
                self._small,
                self._quiet,
                spacing=6,
            ),
            self._list_holder,
            self._more,
            self._again,
            self._weighing,
            Caption(guide.sentence(t.language, "not_unrecognisable"), theme=theme),
        )
        self.setLayout(column(page))

    def _connect_choice(self) -> None:
        choice = self.choice
        choice.replace_wanted.connect(lambda words: self._help.replace(words) if self._help else None)
        choice.everywhere_wanted.connect(lambda words: self._help.replace_everywhere(words) if self._help else None)
        choice.dismiss_wanted.connect(lambda: self._help.dismiss() if self._help else None)
        choice.later_wanted.connect(lambda: self._help.put_off() if self._help else None)
        choice.left.connect(self.back_wanted)

    def show_help(self, note_help: NoteHelp | None) -> None:
        """Show what a help knows now."""
        self._help = note_help
        if note_help is None or note_help.current is None:
            # It may be of a note that is no longer in front.
            self.choice.forget()
        if note_help is None:
            self._show_rows((), None)
            self._weighing.show_questions(())
            return
        hold_still(self._list_holder)
        self._quiet.show_row(self._quiet.words.text(), ticked=note_help.is_quiet)
        self._quiet.setVisible(note_help.has_note and (note_help.may_replace or note_help.is_quiet))
        self._small.setVisible(note_help.marked.is_in_small_organisation)
        rows = note_help.rows
        self._state.setText(self._state_words(len(rows)))
        self._show_rows(rows[:_MOST_ROWS], note_help.current)
        self._weighing.show_questions(note_help.questions)
        self._again.setVisible(note_help.leaves_some and not note_help.is_quiet)
        self._more.setVisible(len(rows) > _MOST_ROWS)
        self._more.setText(self._t("Verderop in de tekst staan nog meer punten."))

    @property
    def told(self) -> str:
        """What is open, in words for someone who does not see it."""
        opened = None if self._help is None else self._place_of(self._help.current)
        return self._state.text() if opened is None else self._rows[opened].accessibleName()

    def _on_quiet_toggled(self, quiet: bool) -> None:  # noqa: FBT001 - a slot of a signal
        if self._help is not None:
            self._help.set_quiet(quiet)

    def _state_words(self, count: int) -> str:
        note_help, t = self._help, self._t
        if note_help is None or not note_help.has_note:
            return t("Er is nu geen aantekening open.")
        if note_help.is_quiet:
            return t(
                "Stil: ik wijs niets aan tot u deze aantekening afrondt. Voordat iets de deur uit gaat, kijk ik wel."
            )
        if not note_help.marked.is_read_along:
            return t("Deze hulp kan nu niet meelezen. U kunt gewoon doorschrijven.")
        if count:
            return t.plural("{n} punt om naar te kijken", "{n} punten om naar te kijken", count)
        if not note_help.is_ready:
            return t("Ik lees mee …")
        return t("Ik zie nu niets waaraan iemand te herkennen is.")

    def _show_rows(self, rows: tuple[FoundWords, ...], current: FoundWords | None) -> None:
        for _ in range(len(self._rows), len(rows)):
            self._rows.append(self._new_row(len(self._rows)))
        self._shown = rows
        opened = self._place_of(current)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(rows))
            if number < len(rows) and self._help is not None:
                put_off = self._help.is_put_off(rows[number])
                row.show_words(rows[number], place=(number + 1, len(rows)), opened=number == opened, put_off=put_off)
        self._place_choice(opened)

    def _place_of(self, words: FoundWords | None) -> int | None:
        return next((n for n, each in enumerate(self._shown) if words is not None and each.key == words.key), None)

    def _place_choice(self, opened: int | None) -> None:
        note_help = self._help
        if opened is None or note_help is None:
            self.choice.hide()
            self._opened = None
            if self._rows:
                QWidget.setTabOrder(self._quiet.box, self._rows[0])
            return
        row, found = self._rows[opened], self._shown[opened]
        another = found.key != self._opened
        self._opened = found.key
        if self._list.indexOf(self.choice) != self._list.indexOf(row) + 1:
            held = self.choice.isAncestorOf(self.focusWidget() or self)
            self._list.removeWidget(self.choice)
            self._list.insertWidget(self._list.indexOf(row) + 1, self.choice)
            if held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choice.show_words(
            found,
            note_help.proposals,
            may_replace=note_help.may_replace,
        )
        self.choice.show()
        for before, after in pairwise((self._quiet.box, row, *self.choice.stops)):
            # Rows and proposals are made when they are needed, and would come last.
            QWidget.setTabOrder(before, after)
        if another:
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
