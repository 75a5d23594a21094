"""The notes of a phase: one for each contact, exactly as typed, with questions beside it that help to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.autosave import Autosave
from ui.entering.incoming import Incoming
from ui.navigation import FROM_FILE
from ui.pages.case.note_actions import NoteActions
from ui.pages.case.note_history import NoteHistory
from ui.pages.case.note_paper import NotePaper
from ui.pages.case.part import CasePart
from ui.pages.case.prompts_panel import PromptsPanel
from ui.positions import followed
from ui.spots import contact_place
from ui.widgets.buttons import button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.layouts import column, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain import guide
from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.contact import Contact, Note, NoteState, NoteVersion
from vpjournal.domain.ids import ContactId
from vpjournal.domain.text import NOTE_LIMIT
from vpjournal.domain.unsaved import Home, Kind
from vpjournal.domain.views import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.pages.case.part import PartContext
    from ui.recognising.note_help import NoteHelp
    from vpjournal.domain.views import CaseView
    from vpjournal.errors import JournalError

_Draft = tuple[ContactId, str]


class NotesPart(CasePart):
    """Shows the note of one contact at a time, and says quietly when there is none yet."""

    lasting = True

    def __init__(self, context: PartContext, phase: Phase) -> None:
        super().__init__(context, phase)
        self.t = context.page.texts
        self.theme = context.page.theme
        self._contacts: tuple[Contact, ...] = ()
        self._current: ContactId | None = None
        self._loaded = False
        self._opened = False
        self._finishing = False
        self._wanted: ContactId | None = None
        self._cursor: int | Spot | None = None
        self._takes_focus = self._wants_file = False
        self._actions = NoteActions(context, phase, self)
        self._actions.contact_wanted.connect(self._on_actions_contact_wanted)
        self._actions.removed.connect(self._on_actions_removed)
        self._actions.failed.connect(self._on_actions_failed)
        self._autosave = Autosave[_Draft](
            operations=context.page.operations,
            collect=self._collect,
            save=lambda journal, draft: journal.notes.save(*draft),
            failed=self._actions.tell,
            initiator=self,
            home=self._home,
            sealable=lambda draft: draft[1],
        )
        self._autosave.recovered.connect(
            lambda: context.page.message(self.t("Opslaan lukt weer. Uw tekst is bewaard."))
        )
        self._autosaves.append(self._autosave)
        self._prompts = PromptsPanel(self.phase, theme=self.theme, texts=self.t)
        self._prompts.chosen.connect(self._on_prompts_chosen)
        self._prompts.point_ticked.connect(self._on_prompts_point_ticked)
        # Made when it is asked for, and thrown away with its case: earlier texts are wanted now and then.
        self._history: NoteHistory | None = None
        self._build(self._build_ui())

    def _build_ui(self) -> Iterator[None]:
        self._pages = QStackedWidget()
        self.setLayout(column(holder(column(self._pages), panel="paper")))
        self._empty_page = self._build_empty_page()
        self._pages.addWidget(self._empty_page)
        yield
        self._paper = self._build_paper()
        self.editor = self._paper.editor
        self._connect_head()
        yield
        self._pages.addWidget(self._paper)

    def _build_paper(self) -> NotePaper:
        paper = NotePaper(theme=self.theme, texts=self.t)
        paper.editor.edited.connect(self._on_editor_edited)
        paper.editor.attachment_refused.connect(self._on_editor_attachment_refused)
        paper.editor.characters_replaced.connect(self._on_editor_characters_replaced)
        paper.details_changed.connect(
            lambda *said: self._with_current(lambda contact: self._actions.change(contact, *said))
        )
        paper.take_back_wanted.connect(lambda: self._with_current(self._actions.take_back))
        paper.read_along(self.context, replace_everywhere=self.replace_asked)
        self._incoming = Incoming(
            paper.editor, self.context, limit=NOTE_LIMIT, is_quiet=lambda: paper.is_quiet, files=True
        )
        return paper

    def _connect_head(self) -> None:
        head = self._paper.head
        head.switcher.chosen.connect(lambda contact: self._switch(contact, takes_focus=True))
        head.switcher.another_wanted.connect(lambda: self._when_saved(self._actions.add_contact))
        head.template_chosen.connect(self._on_head_template_chosen)
        head.finish_wanted.connect(self._on_head_finish_wanted)
        head.reopen_wanted.connect(lambda: self._with_current(self._actions.reopen))
        head.leave_out_wanted.connect(lambda: self._when_saved(lambda: self._with_current(self._actions.leave_out)))
        head.file_wanted.connect(self._take_file)
        head.history_wanted.connect(lambda: self._when_saved(self._show_history))
        head.remove_wanted.connect(lambda: self._when_saved(lambda: self._with_current(self._actions.remove)))

    def _build_empty_page(self) -> QWidget:
        self._record = button(self.t("Contact vastleggen"), theme=self.theme, on_click=self._actions.add_contact)
        self._record.setObjectName("recordContactButton")
        card = EmptyCard(self.t("Nog geen contact in deze fase."), theme=self.theme, action=self._record)
        page = ScrollPage(theme=self.theme, margin=40)
        page.add(card)
        return page

    # What the frame asks

    @property
    def is_ready(self) -> bool:
        """Whether there is no note to show, or it was read."""
        return self._loaded or not self._contacts

    def aid(self) -> QWidget:
        """Return the questions of this phase."""
        return self._prompts

    def note_help(self) -> NoteHelp | None:
        """Return what reads along with the note."""
        return self._paper.help

    def forget(self) -> None:
        """Forget contacts and notes; the questions are folded again."""
        super().forget()
        self._contacts, self._current, self._wanted, self._cursor = (), None, None, None
        self._loaded = self._opened = self._finishing = self._takes_focus = self._wants_file = False
        self._paper.forget()
        self._prompts.forget()
        self._pages.setCurrentWidget(self._empty_page)
        self._throw_history_away()

    def _throw_history_away(self) -> None:
        history, self._history = self._history, None
        if history is not None:
            self._pages.removeWidget(history)
            history.deleteLater()

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
        contact, cursor = contact_place(detail)
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
        self._wants_file = detail == FROM_FILE
        self._take_file_if_wanted()

    def detail(self) -> str:
        """Say which contact is open, and where the cursor stands in its note."""
        return "" if self._current is None else f"{self._current}:{self.editor.textCursor().position()}"

    def on_changes(self, changes: Changes) -> None:
        """Read the note again when somebody else changed it, unless the adviser is typing in it."""
        if self._current is not None and self._loaded and changes.touches(Area.NOTES, case=self.context.case):
            self._read(self._current)
            # Earlier texts that are shown may not be those that are kept any more.
            self._throw_history_away()

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

    def _switch(self, contact: ContactId, *, cursor: int | Spot | None = None, takes_focus: bool = False) -> None:
        if contact == self._current and self._loaded:
            self._go_to(cursor)
            if takes_focus:
                self.editor.setFocus()
            self._show_note_page()
            return
        self._autosave.flush(
            lambda saved: self._load(contact, cursor, takes_focus=takes_focus) if saved else self._refresh()
        )

    def _go_to(self, place: int | Spot | None) -> None:
        if isinstance(place, Spot):
            self._paper.show_found(place.start, place.end)
        elif place is not None:
            self._paper.put_cursor(place)

    def _load(self, contact: ContactId, cursor: int | Spot | None, *, takes_focus: bool) -> None:
        self._current, self._loaded = contact, False
        self._cursor, self._takes_focus, self._finishing = cursor, takes_focus, False
        self.editor.setReadOnly(True)
        self._show_note_page()
        self._read(contact)

    def _read(self, contact: ContactId) -> None:
        self.context.page.operations.run(
            lambda journal: journal.notes.read(contact), done=self._on_read, failed=self._on_read_failed
        )

    def _on_read_failed(self, error: JournalError) -> None:
        if not self._loaded:
            # The editor stays closed, and shows nothing of the note that was in it before.
            self.editor.set_text("")
        self._actions.tell(error)
        self.ready.emit()

    def _on_read(self, note: Note) -> None:
        if note.contact != self._current or (self._loaded and self._autosave.dirty):
            return
        if not self._loaded or note.text != self.editor.text():
            cursor = self.editor.textCursor().position()
            place = followed(self.editor.text(), note.text, cursor) if self._loaded else self._cursor
            self.editor.set_text(note.text)
            self._go_to(place or 0)
        self._loaded = True
        self._autosave.watch()
        self._refresh()
        self.ready.emit()
        if self._takes_focus:
            self._takes_focus = False
            self.editor.setFocus()
        self._take_file_if_wanted()

    def _forget(self) -> None:
        self._autosave.drop()
        self._current, self._loaded = None, False
        self._paper.forget()

    def _refresh(self) -> None:
        """Show what the contact that is open is, and what can be done with its note."""
        contact = self._find(self._current)
        if contact is not None and contact.note is NoteState.FINISHED:
            self._finishing = False
        if contact is None:
            if not self._contacts:
                self._pages.setCurrentWidget(self._empty_page)
            return
        if self._pages.currentWidget() is self._empty_page:
            self._pages.setCurrentWidget(self._paper)
        self._paper.show_contact(contact, self._contacts, loaded=self._loaded and not self._finishing)

    def _show_note_page(self) -> None:
        self._pages.setCurrentWidget(self._paper)

    # What is typed

    def _collect(self) -> _Draft | None:
        if self._current is None or not self._loaded:
            return None
        return self._current, self.editor.text()

    def _home(self) -> Home | None:
        return None if self._current is None else Home(Kind.NOTE, self.context.case, self._current)

    def _on_editor_edited(self) -> None:
        if self._loaded:
            self._autosave.touch()

    def _on_editor_attachment_refused(self) -> None:
        self._actions.look(guide.sentence(self.t.language, "no_attachments"))

    def _on_editor_characters_replaced(self) -> None:
        self._actions.look(self.t("Een paar tekens waren onleesbaar. Op die plek staat nu een vraagteken in een ruit."))

    def _on_prompts_chosen(self, question: str) -> None:
        if self._may_write():
            self._paper.insert_question(question)

    def _on_head_template_chosen(self, text: str) -> None:
        if self._may_write():
            self._paper.insert_template(text)

    def _take_file_if_wanted(self) -> None:
        if self._wants_file and self.is_ready:
            self._wants_file = False
            # Once this page stands: asking for a file waits for the answer.
            QTimer.singleShot(0, self, self._take_file)

    def _take_file(self) -> None:
        if self._may_write():
            self._incoming.choose_file()

    def _may_write(self) -> bool:
        contact = self._find(self._current)
        if contact is None or self._pages.currentWidget() is not self._paper:
            self._actions.look(self.t("Leg eerst een contact vast. Dan komt de vraag in uw aantekening."))
        elif contact.note is NoteState.FINISHED:
            self._actions.look(self.t("Deze aantekening is afgerond. Open haar weer om verder te schrijven."))
        return self._pages.currentWidget() is self._paper and self._paper.writable

    # What is done with the note as a whole

    def _when_saved(self, act: Callable[[], None]) -> None:
        self.flush(lambda saved: act() if saved else None)

    def _with_current(self, act: Callable[[ContactId], None]) -> None:
        if self._current is not None:
            act(self._current)

    def _on_head_finish_wanted(self) -> None:
        # Nothing may be typed between the last save and the end of the history.
        self._finishing = True
        self._refresh()
        self.flush(self._finish)

    def _finish(self, saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush`` in ui.navigation
        if saved:
            self._with_current(lambda contact: self._actions.finish(contact, left=self._paper.count_open()))
        else:
            self._on_actions_failed()

    def _on_actions_failed(self) -> None:
        self._finishing = False
        self._refresh()

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
        self._throw_history_away()
        history = self._history = NoteHistory(theme=self.theme, texts=self.t)
        history.closed.connect(self._show_note_page)
        history.wanted_back.connect(self._on_history_wanted_back)
        self._pages.addWidget(history)
        self._pages.setCurrentWidget(history)
        history.show_versions(versions)

    def _on_history_wanted_back(self, text: str) -> None:
        """Put an earlier text in place of the present one, as one step that can be undone."""
        self._show_note_page()
        self._paper.replace_text(text)
        self.flush(lambda _saved: None)
