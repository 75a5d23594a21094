"""The notes of a phase: one for each contact, exactly as typed, with questions beside it that help to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.autosave import Autosave
from ui.pages.case.contact_details import ContactDetails
from ui.pages.case.note_actions import NoteActions
from ui.pages.case.note_head import NoteHead
from ui.pages.case.note_history import NoteHistory
from ui.pages.case.part import CasePart
from ui.pages.case.prompts_panel import PromptsPanel
from ui.widgets.buttons import button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Caption
from ui.widgets.layouts import column, holder
from ui.widgets.note_editor import NoteEditor
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain import guide
from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.contact import Contact, ContactDraft, Note, NoteState, NoteVersion
from vpjournal.domain.ids import ContactId

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.case.part import PartContext
    from vpjournal.domain.views import CaseView

_Draft = tuple[ContactId, str]


class NotesPart(CasePart):
    """Shows the note of one contact at a time, and says quietly when there is none yet."""

    def __init__(self, context: PartContext, phase: Phase) -> None:
        super().__init__(context, phase)
        self.t = context.page.texts
        self.theme = context.page.theme
        self._contacts: tuple[Contact, ...] = ()
        self._current: ContactId | None = None
        self._loaded = False
        self._opened = False
        self._wanted: ContactId | None = None
        self._cursor: int | None = None
        self._takes_focus = False
        self._actions = NoteActions(context, phase, self)
        self._actions.contact_wanted.connect(self._on_actions_contact_wanted)
        self._actions.removed.connect(self._on_actions_removed)
        self._autosave = Autosave[_Draft](
            operations=context.page.operations,
            collect=self._collect,
            save=lambda journal, draft: journal.notes.save(*draft),
            failed=self._actions.tell,
            initiator=self,
        )
        self._autosaves.append(self._autosave)
        self._build_ui()

    def _build_ui(self) -> None:
        self._prompts = PromptsPanel(self.phase, theme=self.theme, texts=self.t)
        self._prompts.chosen.connect(self._on_prompts_chosen)
        self._prompts.point_ticked.connect(self._on_prompts_point_ticked)
        self._history = NoteHistory(theme=self.theme, texts=self.t)
        self._history.closed.connect(self._show_note_page)
        self._history.wanted_back.connect(self._on_history_wanted_back)
        self._note_page = self._build_note_page()
        self._empty_page = self._build_empty_page()
        self._pages = QStackedWidget()
        for page in (self._empty_page, self._note_page, self._history):
            self._pages.addWidget(page)
        self.setLayout(column(holder(column(self._pages), panel="paper")))

    def _build_note_page(self) -> QWidget:
        self._head = NoteHead(theme=self.theme, texts=self.t)
        self._connect_head()
        self.editor = NoteEditor(theme=self.theme)
        self.editor.setObjectName("noteEditor")
        self.editor.setAccessibleName(self.t("Aantekening"))
        self.editor.edited.connect(self._on_editor_edited)
        self.editor.attachment_refused.connect(
            lambda: self._actions.look(guide.sentence(self.t.language, "no_attachments"))
        )
        self.editor.characters_replaced.connect(self._on_editor_characters_replaced)
        self._places = QStackedWidget()
        self._left_out = self._build_left_out()
        self._details = ContactDetails(theme=self.theme, texts=self.t)
        self._details.changed.connect(self._on_details_changed)
        self._details.closed.connect(self._on_details_closed)
        for place in (self.editor, self._left_out, self._details):
            self._places.addWidget(place)
        quiet = Caption(guide.sentence(self.t.language, "not_unrecognisable"), theme=self.theme)
        page = QWidget()
        whole = column(self._head, self._places, column(quiet, margins=(40, 4, 24, 12)), spacing=0)
        whole.setStretch(1, 1)
        page.setLayout(whole)
        return page

    def _connect_head(self) -> None:
        head = self._head
        head.switcher.chosen.connect(lambda contact: self._switch(contact, takes_focus=True))
        head.switcher.another_wanted.connect(lambda: self._when_saved(self._actions.add_contact))
        head.details_wanted.connect(self._on_head_details_wanted)
        head.template_chosen.connect(self._on_head_template_chosen)
        head.finish_wanted.connect(self._on_head_finish_wanted)
        head.reopen_wanted.connect(lambda: self._with_current(self._actions.reopen))
        head.leave_out_wanted.connect(lambda: self._when_saved(lambda: self._with_current(self._actions.leave_out)))
        head.history_wanted.connect(lambda: self._when_saved(self._show_history))
        head.remove_wanted.connect(lambda: self._when_saved(lambda: self._with_current(self._actions.remove)))

    def _build_left_out(self) -> QWidget:
        write = button(
            self.t("Toch een aantekening maken"),
            theme=self.theme,
            on_click=lambda: self._with_current(self._actions.take_back),
        )
        write.setObjectName("takeBackButton")
        card = EmptyCard(
            self.t("Bij dit contact hebt u bewust geen aantekening gemaakt."), theme=self.theme, action=write
        )
        page = ScrollPage(theme=self.theme, margin=40)
        page.add(card)
        return page

    def _build_empty_page(self) -> QWidget:
        self._record = button(self.t("Contact vastleggen"), theme=self.theme, on_click=self._actions.add_contact)
        self._record.setObjectName("recordContactButton")
        card = EmptyCard(self.t("Nog geen contact in deze fase."), theme=self.theme, action=self._record)
        page = ScrollPage(theme=self.theme, margin=40)
        page.add(card)
        return page

    # What the frame asks

    def aid(self) -> QWidget:
        """Return the questions of this phase."""
        return self._prompts

    def show_case(self, view: CaseView) -> None:
        """Show the contacts of this phase, and the points that were told."""
        self._contacts = tuple(each for each in view.contacts if each.details.phase is self.phase)
        self._prompts.show_told(view.case.told_points)
        if not self._opened and not view.case.told_points:
            self._prompts.unfold_points()
        wanted = self._find(self._wanted)
        if wanted is not None:
            self._wanted = None
            self._switch(wanted.id, takes_focus=True)
        elif self._opened and self._find(self._current) is None:
            self._forget()
            self._show_newest()
        self._refresh()

    def open(self, detail: str) -> None:
        """Show the contact that ``detail`` names, the one that was open, or the newest."""
        self._opened = True
        contact, cursor = _place(detail)
        takes_focus = bool(detail) or self._may_take_focus()
        target = self._find(contact)
        if contact is not None and target is None:
            # A contact that was recorded a moment ago is in the next picture that the frame reads.
            self._wanted = contact
        if target is not None:
            self._switch(target.id, cursor=cursor, takes_focus=takes_focus)
        elif self._find(self._current) is None:
            self._show_newest(takes_focus=takes_focus)
        elif takes_focus:
            self.editor.setFocus()
        self._refresh()

    def detail(self) -> str:
        """Say which contact is open, and where the cursor stands in its note."""
        return "" if self._current is None else f"{self._current}:{self.editor.textCursor().position()}"

    def on_changes(self, changes: Changes) -> None:
        """Read the note again when somebody else changed it, unless the adviser is typing in it."""
        if self._current is not None and self._loaded and changes.touches(Area.NOTES, case=self.context.case):
            self._read(self._current)

    def unsaved(self) -> bytes:
        """Return the text that could not be saved."""
        return self.editor.text().encode() if self._autosave.dirty else b""

    # Which contact is open

    def _find(self, contact: ContactId | None) -> Contact | None:
        return next((each for each in self._contacts if each.id == contact), None)

    def _may_take_focus(self) -> bool:
        """Tell whether the focus is not on something that the adviser moves through with keys."""
        focused = self.window().focusWidget()
        return focused is None or focused.isAncestorOf(self)

    def _show_newest(self, *, takes_focus: bool = False) -> None:
        if self._contacts:
            self._switch(self._contacts[-1].id, takes_focus=takes_focus)
        elif takes_focus:
            self._record.setFocus()

    def _switch(self, contact: ContactId, *, cursor: int | None = None, takes_focus: bool = False) -> None:
        if contact == self._current and self._loaded:
            self._put_cursor(cursor)
            if takes_focus:
                self.editor.setFocus()
            self._show_note_page()
            return
        self._autosave.flush(
            lambda saved: self._load(contact, cursor, takes_focus=takes_focus) if saved else self._refresh()
        )

    def _load(self, contact: ContactId, cursor: int | None, *, takes_focus: bool) -> None:
        self._current, self._loaded = contact, False
        self._cursor, self._takes_focus = cursor, takes_focus
        self.editor.setReadOnly(True)
        self._places.setCurrentWidget(self.editor)
        self._show_note_page()
        self._read(contact)

    def _read(self, contact: ContactId) -> None:
        self.context.page.operations.run(
            lambda journal: journal.notes.read(contact), done=self._on_read, failed=self._actions.tell
        )

    def _on_read(self, note: Note) -> None:
        if note.contact != self._current or (self._loaded and self._autosave.dirty):
            return
        if not self._loaded or note.text != self.editor.text():
            place = self._cursor if not self._loaded else self.editor.textCursor().position()
            self.editor.set_text(note.text)
            self._put_cursor(place)
        self._loaded = True
        if self._takes_focus:
            self._takes_focus = False
            self.editor.setFocus()
        self._refresh()

    def _put_cursor(self, position: int | None) -> None:
        if position is None:
            return
        cursor = self.editor.textCursor()
        cursor.setPosition(min(position, self.editor.document().characterCount() - 1))
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def _forget(self) -> None:
        self._autosave.drop()
        self._current, self._loaded = None, False

    def _refresh(self) -> None:
        """Show what the contact that is open is, and what can be done with its note."""
        contact = self._find(self._current)
        if contact is None:
            if not self._contacts:
                self._pages.setCurrentWidget(self._empty_page)
            return
        if self._pages.currentWidget() is self._empty_page:
            self._pages.setCurrentWidget(self._note_page)
        empty = self.editor.document().isEmpty()
        self._head.show_contact(contact)
        self._head.switcher.show_contacts(self._contacts, current=contact.id)
        self._head.show_state(contact.note, empty=empty)
        if self._places.currentWidget() is not self._details:
            left_out = contact.note is NoteState.LEFT_OUT and empty
            self._places.setCurrentWidget(self._left_out if left_out else self.editor)
        self.editor.setReadOnly(not self._loaded or contact.note is NoteState.FINISHED)

    def _show_note_page(self) -> None:
        self._pages.setCurrentWidget(self._note_page)

    # What is typed

    def _collect(self) -> _Draft | None:
        if self._current is None or not self._loaded:
            return None
        return self._current, self.editor.text()

    def _on_editor_edited(self) -> None:
        if self._loaded:
            self._autosave.touch()
            contact = self._find(self._current)
            if contact is not None:
                self._head.show_state(contact.note, empty=self.editor.document().isEmpty())

    def _on_editor_characters_replaced(self) -> None:
        self._actions.look(self.t("Een paar tekens waren onleesbaar. Op die plek staat nu een vraagteken in een ruit."))

    def _on_prompts_chosen(self, question: str) -> None:
        if self._may_write():
            self.editor.insert_prompt(f"# {question}")

    def _on_head_template_chosen(self, text: str) -> None:
        if not self._may_write():
            return
        cursor = self.editor.textCursor()
        before = "\n" if cursor.positionInBlock() > 0 else ""
        begin = cursor.selectionStart() + len(before)
        self.editor.insert_text(before + text)
        # Where the adviser goes on: below the first heading.
        self._put_cursor(begin + text.find("\n", 1) + 1)
        self.editor.setFocus()

    def _may_write(self) -> bool:
        contact = self._find(self._current)
        if contact is None or self._pages.currentWidget() is not self._note_page:
            self._actions.look(self.t("Leg eerst een contact vast. Dan komt de vraag in uw aantekening."))
        elif contact.note is NoteState.FINISHED:
            self._actions.look(self.t("Deze aantekening is afgerond. Open haar weer om verder te schrijven."))
        return not self.editor.isReadOnly() and self._places.currentWidget() is self.editor

    # What is done with the note as a whole

    def _when_saved(self, act: Callable[[], None]) -> None:
        self.flush(lambda saved: act() if saved else None)

    def _with_current(self, act: Callable[[ContactId], None]) -> None:
        if self._current is not None:
            act(self._current)

    def _on_head_details_wanted(self) -> None:
        contact = self._find(self._current)
        if contact is not None:
            self._details.show_contact(contact.details)
            self._places.setCurrentWidget(self._details)

    def _on_details_changed(self, draft: ContactDraft) -> None:
        if self._current is not None:
            self._actions.change(self._current, draft)

    def _on_details_closed(self) -> None:
        self._places.setCurrentWidget(self.editor)
        self._refresh()
        self.editor.setFocus()

    def _on_head_finish_wanted(self) -> None:
        # Nothing may be typed between the last save and the end of the history.
        self.editor.setReadOnly(True)
        self.flush(lambda saved: self._with_current(self._actions.finish) if saved else self._refresh())

    def _on_prompts_point_ticked(self, point: str, told: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self._actions.tell_point(point, told=told)

    def _on_actions_contact_wanted(self, contact: ContactId) -> None:
        self._wanted = contact

    def _on_actions_removed(self, contact: ContactId) -> None:
        if contact == self._current:
            self._forget()

    def _show_history(self) -> None:
        contact = self._current
        if contact is not None:
            self.context.page.operations.run(
                lambda journal: journal.notes.history(contact), done=self._on_history_read, failed=self._actions.tell
            )

    def _on_history_read(self, versions: tuple[NoteVersion, ...]) -> None:
        self._history.show_versions(versions)
        self._pages.setCurrentWidget(self._history)

    def _on_history_wanted_back(self, text: str) -> None:
        """Put an earlier text in place of the present one, as one step that can be undone."""
        self._show_note_page()
        cursor = self.editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.editor.setTextCursor(cursor)
        self.editor.insert_text(text)
        self.editor.setFocus()
        self.flush(lambda _saved: None)


def _place(detail: str) -> tuple[ContactId | None, int | None]:
    """Read where ``detail`` once was: a contact and a cursor; what cannot be read is nowhere."""
    contact, _, cursor = detail.partition(":")
    if not contact.isdecimal():
        return None, None
    return ContactId(int(contact)), int(cursor) if cursor.isdecimal() else None
