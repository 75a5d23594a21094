"""One contact with its note: what stands above it, the paper to write on, and what takes its place now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.case.contact_details import ContactDetails
from ui.pages.case.note_head import NoteHead
from ui.recognising.marked_text import MarkedText
from ui.recognising.note_help import NoteHelp
from ui.widgets.buttons import button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Caption
from ui.widgets.layouts import column
from ui.widgets.note_editor import NoteEditor
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain import guide
from vpjournal.domain.contact import Contact, NoteState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.case.part import PartContext
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_ROOM_FOR_QUIET = 320


class NotePaper(QWidget):
    """Shows one contact; what is done with it as a whole is asked for by ``head``."""

    details_changed = Signal(object, object)
    """The contact is now as this ``ContactDraft`` says."""
    take_back_wanted = Signal()
    """There is to be a note after all."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._contact: Contact | None = None
        self.help: NoteHelp | None = None
        """What reads along, if anything does."""
        self._build_ui()

    def _build_ui(self) -> None:
        theme, t = self._theme, self._t
        self.head = NoteHead(theme=theme, texts=t)
        self.head.details_wanted.connect(self._on_head_details_wanted)
        self.editor = NoteEditor(theme=theme)
        self.editor.setObjectName("noteEditor")
        self.editor.setAccessibleName(t("Aantekening"))
        self.editor.edited.connect(self._on_editor_edited)
        self._details = ContactDetails(theme=theme, texts=t)
        self._details.changed.connect(self.details_changed)
        self._details.closed.connect(self._on_details_closed)
        self._left_out = self._build_left_out()
        self._places = QStackedWidget()
        for place in (self.editor, self._left_out, self._details):
            self._places.addWidget(place)
        self._quiet = Caption(guide.sentence(t.language, "not_unrecognisable"), theme=theme)
        self._quiet.setContentsMargins(40, 4, 24, 12)
        whole = column(self.head, self._places, self._quiet, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _build_left_out(self) -> QWidget:
        write = button(self._t("Toch een aantekening maken"), theme=self._theme, on_click=self.take_back_wanted.emit)
        write.setObjectName("takeBackButton")
        sentence = self._t("Bij dit contact hebt u bewust geen aantekening gemaakt.")
        page = ScrollPage(theme=self._theme, margin=40)
        page.add(EmptyCard(sentence, theme=self._theme, action=write))
        return page

    def show_contact(self, contact: Contact, among: Sequence[Contact], *, loaded: bool) -> None:
        """Show a contact among those of its phase; until its note is ``loaded`` nothing can be typed."""
        if self._contact is not None and self._contact.id != contact.id:
            self._places.setCurrentWidget(self.editor)
        self._contact = contact
        self.head.show_contact(contact)
        self.head.switcher.show_contacts(among, current=contact.id)
        self.head.show_state(contact.note, empty=self.editor.document().isEmpty())
        self.editor.setReadOnly(not loaded or contact.note is NoteState.FINISHED)
        if self._places.currentWidget() is not self._details:
            self._show_note()
        if self.help is not None:
            self.help.take(contact.id, finished=contact.note is NoteState.FINISHED)

    @property
    def is_quiet(self) -> bool:
        """Tell whether the adviser wants to write undisturbed."""
        return self.help is not None and self.help.is_quiet

    def read_along(self, context: PartContext, *, replace_everywhere: SignalInstance) -> None:
        """Let *Herkenbaarheid* read along with what is written, if anybody does; it may ask to replace a name."""
        if context.reader is not None:
            self.help = NoteHelp(MarkedText(self.editor, context.reader, theme=self._theme), context)
            self.help.replace_everywhere_requested.connect(replace_everywhere)

    def count_open(self) -> int:
        """Return how many points of *Herkenbaarheid* are open in this note."""
        return 0 if self.help is None else self.help.count_open()

    def forget(self) -> None:
        """Show no contact, and nothing of its note."""
        self._contact = None
        if self.help is not None:
            self.help.take(None)
        self.editor.set_text("")
        self.editor.setReadOnly(True)
        self.head.forget()
        self._details.forget()
        self._places.setCurrentWidget(self.editor)

    @property
    def writable(self) -> bool:
        """Whether the editor is in front and takes text."""
        return self._places.currentWidget() is self.editor and not self.editor.isReadOnly()

    def put_cursor(self, position: int) -> None:
        """Put the cursor where it once was, as far as there is text."""
        cursor = self.editor.textCursor()
        cursor.setPosition(min(position, self.editor.document().characterCount() - 1))
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def show_found(self, start: int, end: int) -> None:
        """Show the words that a search found, with the cursor behind them."""
        self.editor.show_found(start, end, self._theme.colour("notice_soft"))

    def insert_template(self, text: str) -> None:
        """Put a template at the cursor, and the cursor below its first heading."""
        self._go_to_end_of_line()
        cursor = self.editor.textCursor()
        before = "\n" if cursor.positionInBlock() > 0 else ""
        begin = cursor.position() + len(before)
        self.editor.insert_text(before + text)
        self.put_cursor(begin + text.find("\n", 1) + 1)
        self.editor.setFocus()

    def insert_question(self, question: str) -> None:
        """Put a question as a heading below the line of the cursor, and the cursor below it."""
        self._go_to_end_of_line()
        self.editor.insert_prompt(f"# {question}")

    def _go_to_end_of_line(self) -> None:
        # What is put in never parts a sentence.
        cursor = self.editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.editor.setTextCursor(cursor)

    def replace_text(self, text: str) -> None:
        """Put another text in place of the present one, as one step that can be undone."""
        cursor = self.editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.editor.setTextCursor(cursor)
        self.editor.insert_text(text)
        self.editor.setFocus()

    def _show_note(self) -> None:
        left_out = self._contact is not None and self._contact.note is NoteState.LEFT_OUT
        empty = self.editor.document().isEmpty()
        self._places.setCurrentWidget(self._left_out if left_out and empty else self.editor)

    def _on_editor_edited(self) -> None:
        if self._contact is not None:
            self.head.show_state(self._contact.note, empty=self.editor.document().isEmpty())

    def _on_head_details_wanted(self) -> None:
        if self._contact is not None:
            self._details.show_contact(self._contact.details, self._contact.minutes)
            self._places.setCurrentWidget(self._details)

    def _on_details_closed(self) -> None:
        self._show_note()
        self.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a small screen with large letters the room is for writing.
        self._quiet.setVisible(self.height() >= self._theme.px(_ROOM_FOR_QUIET))
