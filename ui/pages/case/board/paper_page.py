"""The paper: what it will look like, how it is wanted, and the ways out of the program: printer and file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.autosave import Autosave
from ui.faults import sentence
from ui.navigation import MessageKind
from ui.pages.case.board.paper_wishes import PaperForm, PaperKind, Wanted
from ui.papers import count_pages, print_paper, save_paper, show_pages
from ui.theme import Role
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.labels import Caption, Heading, Words
from ui.widgets.layouts import column, flow, holder, row
from ui.widgets.paper_preview import PaperPreview
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.language import Language, Texts, mark

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.pages.case.part import PartContext
    from vpjournal.domain.changes import Changes
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_REST = 250
_SIDE = 372
_NAMES = {PaperKind.OVERVIEW: mark("Mogelijkheden.pdf"), PaperKind.CARDS: mark("Kaartjes.pdf")}
_MANY = 30


class PaperPage(QWidget):
    """Makes the paper once and keeps its bytes: preview, printer and file get the very same."""

    back_requested = Signal()
    nothing_to_print = Signal()

    def __init__(self, context: PartContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t, self._theme = context.page.texts, context.page.theme
        self._pdf: bytes | None = None
        self._making: Wanted | None = None
        self._when_made: Callable[[bytes], None] | None = None
        self._read_line = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._make)
        self.autosave = Autosave[str](
            operations=context.page.operations,
            collect=lambda: self._form.contact_line,
            save=_save_contact_line,
            failed=self._tell,
            initiator=self,
        )
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._preview = PaperPreview(theme=theme, texts=t)
        self._preview.setObjectName("paperPreview")
        self._preview.wanted.connect(self._on_preview_wanted)
        self._form = PaperForm(theme=theme, texts=t)
        self._form.changed.connect(self._on_form_changed)
        self._form.contact_edited.connect(self.autosave.touch)
        self._unprintable = Words(theme=theme, tone="notice")
        self._unprintable.setObjectName("unprintableWords")
        self._unprintable.hide()
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("paperFault")
        self._fault.hide()
        self._back = button(t("Terug naar het bord"), theme=theme, kind=LINK, on_click=self.back_requested.emit)
        self._back.setObjectName("backToBoardButton")
        whole = row(self._left(), self._side(), spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _left(self) -> QWidget:
        left = column(self._back, self._preview, spacing=12, margins=(24, 16, 24, 16))
        left.setStretch(1, 1)
        return holder(left)

    def _side(self) -> QWidget:
        t, theme = self._t, self._theme
        self._print = button(t("Afdrukken"), theme=theme, kind=MAIN, icon_name="printer", on_click=self._on_print)
        self._print.setObjectName("printButton")
        self._save = button(t("Bewaren als pdf"), theme=theme, icon_name="save", on_click=self._on_save)
        self._save.setObjectName("savePdfButton")
        page = ScrollPage(theme=theme, margin=20)
        page.add(
            Heading(t("Op papier"), theme=theme, role=Role.PANEL),
            Caption(t("Zonder code, en zonder namen tenzij u die zelf typte. Dit blad is van de melder."), theme=theme),
            self._form,
        )
        sides = 0 if theme.narrow else 20
        ways_out = flow(self._print, self._save)
        foot = holder(
            column(self._unprintable, self._fault, ways_out, margins=(sides, 12, sides, 16)),
            edge="" if theme.narrow else "top",
        )
        side = column(page, spacing=0)
        if self._theme.narrow:
            page.body.insertWidget(1, foot)
        else:
            side.addWidget(foot)
        held = holder(side, panel="surface", edge="left")
        held.setFixedWidth(round(_SIDE * min(theme.text_scale, 1.3)))
        return held

    def open(self) -> None:
        """Make the paper of the board as it is now."""
        self._set_fault("")
        if self._read_line:
            self._make()
        else:
            self._context.page.operations.run(
                lambda journal: journal.settings.read().contact_line, done=self._on_line_read, failed=self._tell
            )
        self._print.setFocus()

    def remake(self) -> None:
        """Make the paper again, because the board changed."""
        self._pdf = None
        self._rest.start()

    def _on_line_read(self, line: str) -> None:
        self._read_line = True
        self._form.set_contact_line(line)
        self._make()

    def _on_form_changed(self) -> None:
        self._set_fault("")
        self.remake()

    # Making

    def _make(self) -> None:
        self._rest.stop()
        self._pdf = None
        case, wanted = self._context.case, self._form.wanted()
        self._making = wanted

        def work(journal: Journal) -> tuple[Wanted, bytes, tuple[str, ...]]:
            cards = wanted.kind is PaperKind.CARDS
            make = journal.papers.option_cards if cards else journal.papers.options_overview
            return wanted, make(case, wanted.wishes), journal.papers.unprintable(case, wanted.wishes)

        self._context.page.operations.run(work, done=self._on_made, failed=self._on_not_made)

    def _on_made(self, made: tuple[Wanted, bytes, tuple[str, ...]]) -> None:
        wanted, pdf, unprintable = made
        if wanted is not self._making or self._rest.isActive():
            return
        self._pdf = pdf
        self._say_unprintable(unprintable)
        count_pages(
            pdf, operations=self._context.page.operations, done=lambda n: self._on_counted(pdf, n), initiator=self
        )
        waiting, self._when_made = self._when_made, None
        if waiting is not None:
            waiting(pdf)

    def _on_not_made(self, error: JournalError) -> None:
        self._when_made = None
        self._tell(error)
        self.nothing_to_print.emit()

    def _on_counted(self, pdf: bytes, pages: int) -> None:
        if pdf is self._pdf:
            self._preview.set_count(pages)

    def _on_preview_wanted(self, pages: tuple[int, ...], width: int) -> None:
        pdf = self._pdf
        if pdf is None:
            return

        def show(images: list[QImage]) -> None:
            if pdf is self._pdf:
                self._preview.set_pages(dict(zip(pages, images, strict=True)))

        show_pages(pdf, width=width, pages=pages, operations=self._context.page.operations, done=show, initiator=self)

    def _say_unprintable(self, characters: tuple[str, ...]) -> None:
        shown = " ".join(characters[:_MANY])
        words = self._t("Deze tekens kan het blad niet tonen: {characters}", characters=shown)
        self._unprintable.setText(words)
        self._unprintable.setVisible(bool(characters))

    # Out of the program

    def _with_paper(self, act: Callable[[bytes], None]) -> None:
        self._set_fault("")
        if self._pdf is not None:
            act(self._pdf)
            return
        self._when_made = act
        self._make()

    def _on_print(self) -> None:
        self._with_paper(self._print_it)

    def _print_it(self, pdf: bytes) -> None:
        page = self._context.page
        if not page.printer.is_there():
            self._set_fault(self._t("Er is geen printer gevonden. U kunt het blad bewaren als pdf."))
            self._save.setFocus()
            return
        print_paper(pdf, parent=self, operations=page.operations, printer=page.printer, done=self._on_printed)

    def _on_printed(self, taken: bool | None) -> None:  # noqa: FBT001 - what became of the paper, or nothing
        if taken is False:
            self._set_fault(self._t("De printer nam het blad niet aan. Probeer het nog eens, of bewaar het als pdf."))
        elif taken:
            self._record(self._t("Het blad is naar de printer. Kijk of het er goed uit komt."))

    def _on_save(self) -> None:
        self._with_paper(self._save_it)

    def _save_it(self, pdf: bytes) -> None:
        page, wanted = self._context.page, self._form.wanted()
        save_paper(
            pdf,
            parent=self,
            title=self._t("Blad bewaren"),
            name=Texts(Language(wanted.wishes.language))(_NAMES[wanted.kind]),
            operations=page.operations,
            files=page.files,
            done=self._on_saved,
            failed=self._on_not_saved,
        )

    def _on_saved(self, _path: Path) -> None:
        self._record(self._t("Het blad is bewaard als gewoon bestand. Wie het vindt, kan het lezen."))

    def _on_not_saved(self, error: JournalError) -> None:
        self._set_fault(sentence(self._t, error))
        self._save.setFocus()

    def _record(self, words: str) -> None:
        case = self._context.case
        self._context.page.operations.run(
            lambda journal: journal.papers.record_printed(case), failed=self._tell, initiator=self
        )
        self._context.page.message(words)

    def _set_fault(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self._save.setAccessibleDescription(words)

    def _tell(self, error: JournalError) -> None:
        self._context.page.message(sentence(self._t, error), kind=MessageKind.FAILED)


def _save_contact_line(journal: Journal, line: str) -> Changes:
    return journal.settings.save(replace(journal.settings.read(), contact_line=line))
