"""The first contact: forty seconds while somebody is on the telephone, or at rest the evening after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.autosave import Autosave, unsaved_of
from ui.dialogs.ask import Question
from ui.faults import sentence
from ui.navigation import TODAY, Action, MessageKind, Page, Place
from ui.pages.case.case_fields import CaseFields
from ui.pages.case.first_contact_record import FirstContactPicture, FirstContactRecord
from ui.pages.case.prompts_panel import PromptsPanel
from ui.pieces import Pieces
from ui.recognising.marked_text import mark_within
from ui.recognising.reader import Reader
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column, flow, holder, row
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.contact import FirstContact
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.ids import CaseId
from vpjournal.domain.unsaved import Home, Kind
from vpjournal.errors import JournalError, TextTooLong

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.organisation import OrganisationRow
    from vpjournal.domain.unsaved import Unsaved

_Draft = tuple[FirstContactRecord, FirstContact]
_PROMPTS_WIDTH = 256


class FirstContactPage(QWidget):
    """A new case as one form. It is saved by itself from the first word on; without a word there is no case."""

    def __init__(self, context: PageContext, *, open_acute_card: Callable[[PageContext, QWidget], None]) -> None:
        super().__init__()
        self._context = context
        self._t = context.texts
        self._open_acute_card = open_acute_card
        self._blank: FirstContact | None = None
        self._left = True
        self._leaving = False
        self._going_on = False
        self._record = FirstContactRecord(self)
        self._autosave = Autosave[_Draft](
            operations=context.operations,
            collect=self._collect,
            save=lambda journal, draft: draft[0].save(journal, draft[1]),
            failed=self._tell,
            initiator=self,
            home=lambda: Home(Kind.CASE, self._record.case),
            sealable=lambda draft: draft[1],
        )
        self._autosave.recovered.connect(lambda: context.message(self._t("Opslaan lukt weer. Uw tekst is bewaard.")))
        self._pieces = Pieces(self._build_ui())

    def prepare(self) -> Iterator[None]:
        """Build the form, piece by piece."""
        return self._pieces.go_on()

    def finish(self) -> None:
        """Build what is missing of the form."""
        self._pieces.finish()

    def _build_ui(self) -> Iterator[None]:
        # In the order in which Tab goes through it.
        theme, t = self._context.theme, self._t
        whole, form = row(spacing=0), column(spacing=0)
        self.setLayout(whole)
        self._prompts = PromptsPanel(Phase.FIRST_CONTACT, theme=theme, texts=t, to_tick=True)
        self._prompts.setFixedWidth(round(_PROMPTS_WIDTH * min(theme.text_scale, 1.5)))
        whole.addWidget(self._prompts)
        whole.addLayout(form, 1)
        yield
        self._page = ScrollPage(theme=theme, margin=24, readable=True)
        form.addWidget(self._page, 1)
        yield
        yield from self._build_fields()
        save = button(t("Verder"), theme=theme, kind=MAIN, on_click=self._on_save_clicked)
        save.setObjectName("saveAndGoOnButton")
        discard = button(t("Toch weggooien"), theme=theme, kind=LINK, on_click=self._on_discard_clicked)
        discard.setObjectName("discardButton")
        form.addWidget(holder(column(flow(save, discard, spacing=20), margins=(24, 12, 24, 12)), edge="top"))

    def _build_fields(self) -> Iterator[None]:
        self._fields = fields = CaseFields(theme=self._context.theme, texts=self._t, folded=True)
        fields.edited.connect(self._autosave.touch)
        fields.acute_requested.connect(lambda: self._open_acute_card(self._context, self))
        fields.revealed.connect(self._page.bring_into_sight)
        fields.code_wanted.connect(self._on_fields_code_wanted)
        fields.setEnabled(False)
        lead = Caption(self._t("Niets is verplicht. Wat u invult, wordt vanzelf bewaard."), theme=self._context.theme)
        heading = Heading(self._t("Eerste contact"), theme=self._context.theme)
        self._page.add(column(heading, lead, spacing=4), fields)
        yield
        yield from fields.build()
        mark_within(fields, Reader(self._context.operations, self), theme=self._context.theme)
        self._page.take_in(fields)

    # What the window asks

    def open(self, place: Place) -> None:
        """Show an empty form, or go on with the one that was begun and is still in front or that is asked for."""
        self.finish()
        wanted = None if place.record is None else CaseId(place.record)
        still_here = not self._left and wanted in (None, self._record.case)
        self._left = False
        if still_here:
            self._fields.focus_first()
        else:
            self._begin(wanted)

    def place(self) -> Place:
        """Say which case this form has become, if it has."""
        return Place(Page.FIRST_CONTACT, self._record.case)

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save what was typed; a form in which nothing was typed leaves no case."""
        if not self._pieces.done:
            done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation
            return
        self._leaving = True
        if self._fields.asks_about_word:
            self._autosave.touch()

        def finished(saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush`` in ui.navigation
            self._leaving = False
            if saved:
                self._fields.set_word_taken(taken=False)
                self._tell_saved()
            done(saved)

        self._autosave.flush(finished)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed and is not in the journal."""
        return unsaved_of([self._autosave]) if self._pieces.done else ()

    def on_changes(self, changes: Changes) -> None:
        """Offer the organisations that there are now."""
        if changes.touches(Area.ORGANISATIONS) and self._blank is not None:
            self._context.operations.run(
                lambda journal: journal.organisations.list(), done=self._on_organisations_read, failed=self._tell
            )

    def help_screen(self) -> str:
        """Name the help text."""
        return "case_first_contact"

    # The form

    def _begin(self, case: CaseId | None) -> None:
        self._autosave.drop()
        self._blank = None
        self._going_on = False
        self._record.deleteLater()
        record = self._record = FirstContactRecord(self, case=case)
        record.word_taken.connect(self._on_record_word_taken, Qt.ConnectionType.QueuedConnection)
        # Disabled until it was read: what is typed before would be lost.
        self._fields.setEnabled(False)
        self._fields.forget()
        self._page.verticalScrollBar().setValue(0)
        self._prompts.show_anew()
        day = CoarseDay.exactly(today())
        self._context.operations.run(
            lambda journal: record.read(journal, day=day), done=self._on_read, failed=self._on_read_failed
        )

    def _on_read(self, picture: FirstContactPicture) -> None:
        self._fields.fill(picture)
        self._fields.setEnabled(True)
        self._blank = self._fields.collect()
        self._fields.focus_first()

    def _on_read_failed(self, error: JournalError) -> None:
        self._tell(error)
        if self._record.case is not None:
            # The case was removed in the meantime: what is left to do here is a new one.
            self._begin(None)

    def _on_organisations_read(self, rows: tuple[OrganisationRow, ...]) -> None:
        self._fields.set_organisations(rows, chosen=self._fields.organisation)

    def _collect(self) -> _Draft | None:
        if self._blank is None:
            return None
        draft = self._fields.collect()
        if self._record.case is None and not self._going_on and _same(draft, self._blank):
            return None
        return self._record, replace(draft, same_word=draft.same_word or self._leaving)

    def _tell(self, error: JournalError) -> None:
        words = sentence(self._t, error)
        if not (isinstance(error, TextTooLong) and self._fields.show_too_long(words)):
            self._context.message(words, kind=MessageKind.FAILED)

    def _tell_saved(self) -> None:
        """Say where it went when the adviser goes elsewhere, because the form itself will be gone."""
        case = self._record.case
        if case is None or self._going_on or self._left:
            return
        words = self._t("Bewaard als {code}", code=self._fields.collect().case.code)
        action = Action(self._t("Openen"), lambda: self._context.navigate(Place(Page.CASE, case)))
        self._context.message(words, action=action)

    def _on_record_word_taken(self) -> None:
        self._going_on = False
        self._fields.set_word_taken(taken=True)
        self._fields.focus_word()
        self._page.bring_into_sight(self._fields.word_field)

    def _on_fields_code_wanted(self) -> None:
        self._context.operations.run(
            lambda journal: journal.cases.propose_code(), done=self._on_code_proposed, failed=self._tell
        )

    def _on_code_proposed(self, code: str) -> None:
        self._fields.set_code(code)
        self._autosave.touch()

    def _on_save_clicked(self) -> None:
        if self._blank is None or self._going_on:
            return
        self._going_on = True
        self._autosave.touch()
        self._autosave.flush(self._on_saved_to_go_on)

    def _on_saved_to_go_on(self, saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush``
        case = self._record.case
        if saved and self._going_on and case is not None and not self._fields.asks_about_word:
            self._context.navigate(Place(Page.CASE, case))
        else:
            self._going_on = False

    def _on_discard_clicked(self) -> None:
        draft = self._fields.collect()
        if self._record.case is None and (self._blank is None or _same(draft, self._blank)):
            self._context.navigate(TODAY)
            return
        question = Question(
            words=self._t("Dit contact niet bewaren?"),
            detail=self._t("Wat u hier hebt ingevuld, is dan weg."),
            accept=self._t("Weggooien"),
            decline=self._t("Terug naar het contact"),
            destroys=True,
        )
        self._context.asker.ask(question, on_accept=self._throw_away)

    def _throw_away(self) -> None:
        self._autosave.drop()
        self._left = True
        self._context.operations.run(
            self._record.throw_away, done=lambda _: self._context.navigate(TODAY), failed=self._tell, initiator=self
        )

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._left = True
        super().hideEvent(event)


def _same(one: FirstContact, other: FirstContact) -> bool:
    """Tell whether two drafts say the same; the code does not count, because nobody types it."""
    return replace(one, case=replace(one.case, code="")) == replace(other, case=replace(other.case, code=""))
