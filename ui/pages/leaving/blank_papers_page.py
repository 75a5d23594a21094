"""*Blanco papieren*: the small papers that are filled in by hand, for the adviser and for the reporter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.autosave import Autosave, unsaved_of
from ui.faults import sentence
from ui.navigation import MessageKind, Page, Place
from ui.pages.leaving.about import about_kind, paper_name
from ui.pages.leaving.paper_out import PaperOut
from ui.pages.leaving.sheet_wishes import SheetForm, save_wishes
from ui.theme import Role
from ui.widgets.buttons import LINK, button, set_button_text
from ui.widgets.card import Card
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import column, row
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.register import PaperKind, PaperOrder
from vpjournal.domain.unsaved import Home, Kind, SheetLines
from vpjournal.domain.views import SheetWishes

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.domain.views import JournalSettings
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_SHEETS = (
    PaperKind.KEY_CARD,
    PaperKind.WHAT_I_WRITE,
    PaperKind.REPORTER_LOG,
    PaperKind.TALK_PREPARATION,
    PaperKind.POCKET_CARD,
)


class BlankPapersPage(QWidget):
    """A list to choose from, then the paper itself; with a case, the key card carries its code."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._t, self._theme = context.texts, context.theme
        self._case: CaseId | None = None
        self._kind: PaperKind | None = None
        self._autosave = Autosave[SheetWishes](
            operations=context.operations,
            collect=lambda: self._form.wishes(self._paper_language()),
            save=save_wishes,
            failed=self._tell,
            initiator=self,
            home=lambda: Home(Kind.SHEET_LINES),
            sealable=lambda wishes: SheetLines(wishes.contact_line, wishes.complaints, wishes.destroyed),
        )
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        languages = [(language, language.own_name) for language in Language]
        self._language = ChoiceRow(languages, theme=theme, name=t("Taal van het blad"), value=t.language, small=True)
        self._language.setObjectName("paperLanguageChoice")
        self._language.changed.connect(lambda: self._show_paper(soon=False))
        self._form = SheetForm(theme=theme, texts=t)
        self._form.edited.connect(self._on_form_edited)
        self._out = PaperOut(self._context)
        self._out.set_back_words(t("Terug naar de blanco papieren"))
        self._out.add_wishes(Field(t("Taal van het blad"), self._language, theme=theme), self._form)
        self._out.back_requested.connect(self._show_list)
        self._list = self._make_list()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._out)
        self.setLayout(column(self._stack))

    def _make_list(self) -> QWidget:
        t, theme = self._t, self._theme
        self._back = button("", theme=theme, kind=LINK, on_click=self._on_back)
        self._back.setObjectName("papersBackLink")
        page = ScrollPage(theme=theme, readable=True)
        page.body.setSpacing(12)
        lead = t("Om met de hand in te vullen. Alleen op een sleutelkaart kan een code staan.")
        page.add(self._back, Heading(t("Blanco papieren"), theme=theme), Body(lead, theme=theme))
        for kind in _SHEETS:
            page.add(self._card(kind))
        return page

    def _card(self, kind: PaperKind) -> Card:
        name = paper_name(self._t, kind)
        look = button(self._t("Bekijken"), theme=self._theme, small=True, on_click=lambda: self._open_sheet(kind))
        look.setObjectName(f"look_{kind}")
        look.setAccessibleDescription(name)
        if self._theme.narrow:
            card = Card(name, theme=self._theme)
            card.add(Caption(about_kind(self._t, kind), theme=self._theme))
            card.set_actions(look)
            return card
        card = Card(theme=self._theme)
        title = Heading(name, theme=self._theme, role=Role.PANEL)
        words = column(title, Caption(about_kind(self._t, kind), theme=self._theme), spacing=2)
        across = row(words, look, spacing=24)
        across.setStretch(0, 1)
        card.body.addLayout(across)
        return card

    def open(self, place: Place) -> None:
        """Show the list, or the paper that the place names, of a case or of none."""
        self._case = None if place.record is None else CaseId(place.record)
        set_button_text(self._back, self._t("Naar de casus") if self._case else self._t("Naar de instellingen"))
        if place.part in tuple(PaperKind):
            self._open_sheet(PaperKind(place.part))
        else:
            self._show_list()

    def place(self) -> Place:
        """Say which paper is looked at, and of which case."""
        return Place(Page.PAPERS, self._case, self._kind or "")

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save the three lines."""
        self._autosave.flush(done)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed and is not in the journal."""
        return unsaved_of([self._autosave])

    def on_changes(self, changes: Changes) -> None:
        """Nothing here follows what others change; it is read when a paper is opened."""

    def help_screen(self) -> str:
        """Name the help text: of the list, or of a paper that is about to leave."""
        return "blank_papers" if self._kind is None else "paper"

    def _show_list(self) -> None:
        kind, self._kind = self._kind, None
        self._stack.setCurrentWidget(self._list)
        if kind is not None:
            self._autosave.flush(lambda _saved: None)
            for each in self._list.findChildren(QWidget, f"look_{kind}"):
                each.setFocus()

    def _open_sheet(self, kind: PaperKind) -> None:
        self._kind = kind
        self._form.setVisible(kind is PaperKind.WHAT_I_WRITE)
        self._stack.setCurrentWidget(self._out)
        self._out.setFocus()
        if kind is PaperKind.WHAT_I_WRITE and not self._autosave.dirty:
            self._context.operations.run(
                lambda journal: journal.settings.read(), done=self._on_settings_read, failed=self._tell
            )
        else:
            self._show_paper(soon=False)

    def _on_settings_read(self, settings: JournalSettings) -> None:
        self._form.show_settings(settings)
        self._show_paper(soon=False)

    def _on_form_edited(self) -> None:
        self._autosave.touch()
        self._show_paper(soon=True)

    def _show_paper(self, *, soon: bool) -> None:
        if self._kind is not None:
            self._out.show_order(self._work(self._kind), soon=soon)

    def _work(self, kind: PaperKind) -> Callable[[Journal], PaperOrder]:
        language, case = self._paper_language(), self._case
        wishes = self._form.wishes(language)
        asks: dict[PaperKind, Callable[[Journal], PaperOrder]] = {
            PaperKind.KEY_CARD: lambda journal: journal.papers.key_cards(language, case=case),
            PaperKind.POCKET_CARD: lambda journal: journal.papers.pocket_card(language),
            PaperKind.REPORTER_LOG: lambda journal: journal.papers.reporter_log(language, case=case),
            PaperKind.TALK_PREPARATION: lambda journal: journal.papers.talk_preparation(language, case=case),
            PaperKind.WHAT_I_WRITE: lambda journal: journal.papers.what_i_write(wishes, case=case),
        }
        return asks[kind]

    def _paper_language(self) -> Language:
        return Language(str(self._language.value))

    def _on_back(self) -> None:
        place = Place(Page.SETTINGS) if self._case is None else Place(Page.CASE, self._case)
        self._context.navigate(place)

    def _tell(self, error: JournalError) -> None:
        self._context.message(sentence(self._t, error), kind=MessageKind.FAILED)
