"""Texts that were sealed and have no place in the journal any more: to read, to take over, and to throw away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.ask import Question
from ui.navigation import TODAY, Page
from ui.pages.reading_page import ReadingPage
from ui.widgets.buttons import DESTROY, LINK, button
from ui.widgets.card import Card
from ui.widgets.empty_card import EmptyCard
from ui.widgets.field import Field
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import clear, column, holder
from ui.widgets.plain_text_field import PlainTextField
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.unsaved import KIND_NAMES

if TYPE_CHECKING:
    from vpjournal.domain.unsaved import Waiting


class WaitingTextsPage(ReadingPage):
    """Each text with where it belonged; nothing goes away by itself."""

    page = Page.WAITING_TEXTS

    def _build_ui(self) -> None:
        back = button(
            self.t("Naar vandaag"), theme=self.theme, kind=LINK, on_click=lambda: self.context.navigate(TODAY)
        )
        lead = Caption(
            self.t(
                "Deze teksten konden eerder niet worden opgeslagen, en hun plek in het journaal is er niet meer of "
                "kan ze niet meer opnemen. Neem over wat u nodig hebt. Gooi ze daarna weg; vanzelf verdwijnen ze niet."
            ),
            theme=self.theme,
        )
        self._list = column(spacing=12)
        self._scroll = ScrollPage(theme=self.theme, readable=True)
        heading = Heading(self.t("Teksten zonder plek"), theme=self.theme)
        self._scroll.add(back, heading, lead, holder(self._list))
        self.setLayout(column(self._scroll))

    def help_screen(self) -> str:
        """Name the help text."""
        return "waiting_texts"

    def _read(self) -> None:
        self.context.operations.run(lambda journal: journal.drafts.waiting(), done=self._show, failed=self._tell)

    def _show(self, waiting: tuple[Waiting, ...]) -> None:
        clear(self._list)
        for each in waiting:
            self._list.addWidget(self._card(each))
        if not waiting:
            self._list.addWidget(EmptyCard(self.t("Er ligt geen tekst meer."), theme=self.theme))

    def _card(self, waiting: Waiting) -> Card:
        card = Card(theme=self.theme)
        if waiting.readable:
            kind = self.t("tekst") if waiting.kind is None else self.t(KIND_NAMES[waiting.kind])
            text = PlainTextField(theme=self.theme)
            text.set_text("\n\n".join(waiting.words))
            text.setReadOnly(True)
            where = " · ".join(each for each in (kind[:1].upper() + kind[1:], waiting.code) if each)
            card.add(Field(where, text, theme=self.theme))
        else:
            card.add(
                Body(
                    self.t(
                        "Deze tekst kan hier niet worden gelezen. Misschien is hij bewaard voordat u een andere "
                        "wachtzin koos, of met een nieuwere versie van VP-journaal. Het bestand kan ook beschadigd "
                        "zijn."
                    ),
                    theme=self.theme,
                )
            )
        away = button(
            self.t("Weggooien"), theme=self.theme, kind=DESTROY, small=True, on_click=lambda: self._ask(waiting.name)
        )
        card.set_actions(away)
        return card

    def _ask(self, name: str) -> None:
        question = Question(
            self.t("Deze tekst weggooien?"),
            accept=self.t("Weggooien"),
            decline=self.t("Laten staan"),
            detail=self.t("Dit kan niet ongedaan worden gemaakt."),
            destroys=True,
        )
        self.context.asker.ask(question, on_accept=lambda: self._discard(name))

    def _discard(self, name: str) -> None:
        self.context.operations.run(
            lambda journal: journal.drafts.discard(name), done=lambda _nothing: self._read(), failed=self._tell
        )
