"""*Controleer een stuk*: from a PDF or a fingerprint, is this the approved paper, an older one, or an altered one?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from ui.faults import sentence
from ui.navigation import Page, Place
from ui.pages.leaving.verdict_card import VerdictCard
from ui.pages.reading_page import ReadingPage
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow, holder, row
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.base32 import as_printed
from vpjournal.errors import PaperLocked

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from vpjournal.domain.changes import Changes
    from vpjournal.domain.register import CheckedPaper, PaperReading
    from vpjournal.errors import JournalError

_LENGTH = 8
_MOST = 40


class CheckPaperPage(ReadingPage):
    """Two ways in, one answer. The file is only read: nothing of it is kept."""

    page = Page.CHECK_PAPER
    areas = ()

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        self._path: Path | None = None
        back = self._way_back(Page.REGISTER, t("Naar wat de deur uit ging"))
        self._answer = VerdictCard(theme=theme, texts=t)
        self._answer.setObjectName("verdictCard")
        self._answer.case_requested.connect(lambda case: self.context.navigate(Place(Page.CASE, case)))
        self._scroll = ScrollPage(theme=theme, readable=theme.narrow)
        self._scroll.add(
            back,
            Heading(t("Controleer een stuk"), theme=theme),
            Body(
                t(
                    "Is dit precies de tekst waar de melder akkoord mee was? Het bestand "
                    "wordt alleen gelezen, niet bewaard."
                ),
                theme=theme,
            ),
            self._question_and_answer(),
        )
        self.setLayout(column(self._scroll))
        self.setAcceptDrops(True)
        for field in (self._typed, self._password):
            # A file that is dropped on a field is meant for the page.
            field.setAcceptDrops(False)
        self.setFocusProxy(self._choose)

    def _question_and_answer(self) -> QLayout:
        asked = holder(column(self._of_file(), self._of_fingerprint(), spacing=20))
        answer = holder(column(self._answer, None))
        if self.theme.narrow:
            return column(asked, answer, spacing=20)
        # Beside each other, so that the answer never moves the field that is being typed in.
        beside = row(holder(column(asked, None)), answer, spacing=32)
        beside.setStretch(0, 2)
        beside.setStretch(1, 3)
        return beside

    def _of_file(self) -> QWidget:
        t, theme = self.t, self.theme
        self._choose = button(t("Pdf kiezen"), theme=theme, icon_name="folder-open", on_click=self._on_choose)
        self._choose.setObjectName("choosePaperButton")
        card = EmptyCard(t("Sleep een pdf naar deze pagina, of kies er een."), theme=theme, action=self._choose)
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("checkFault")
        self._fault.hide()
        self._busy = Busy(theme=theme, texts=t)
        self._password = line_edit()
        self._password.setObjectName("paperPasswordField")
        self._password.returnPressed.connect(self._on_password_entered)
        open_it = button(t("Openen"), theme=theme, on_click=self._on_password_entered)
        open_it.setObjectName("openPaperButton")
        field = Field(t("Wachtwoord van het bestand"), self._password, theme=theme)
        self._locked = holder(column(field, flow(open_it)))
        self._locked.hide()
        return holder(column(card, self._fault, self._busy, self._locked, spacing=12))

    def _of_fingerprint(self) -> QWidget:
        t, theme = self.t, self.theme
        self._typed = line_edit(limit=_MOST)
        self._typed.setObjectName("fingerprintField")
        self._typed.setFont(theme.font(Role.BODY, tabular=True))
        self._typed.textEdited.connect(self._on_typed_edited)
        self._typed.returnPressed.connect(self._check_typed)
        self._typed_field = Field(
            t("Of typ de vingerafdruk"),
            self._typed,
            theme=theme,
            helper=t(
                "Acht letters en cijfers, onderaan het blad. Een scan of foto heeft geen woorden die gelezen kunnen "
                "worden: typ dan de vingerafdruk, en vergelijk de tekst zelf."
            ),
        )
        return self._typed_field

    def open(self, place: Place) -> None:  # noqa: ARG002 - this page has one place
        """Begin anew: what was looked at before is of another moment."""
        self._clear()
        self._typed.clear()

    def _read(self) -> None:
        """There is nothing to read until something is chosen or typed."""

    # A file

    def _on_choose(self) -> None:
        path = self.context.files.open(self, title=self.t("Pdf kiezen"), suffixes=("pdf",))
        if path is not None:
            self._look_at(path)

    def _look_at(self, path: Path) -> None:
        self._clear()
        self._typed.clear()
        self._path = path
        self._read_file("")

    def _on_password_entered(self) -> None:
        if self._path is not None:
            self._read_file(self._password.text())

    def _read_file(self, password: str) -> None:
        path = self._path
        if path is None:
            return
        self._say("")
        self._busy.start(self.t("Het bestand wordt gelezen."))
        self.context.operations.compute(
            lambda: _reading(path, password),
            done=lambda reading: self._on_read(path, reading),
            failed=lambda error: self._on_not_read(path, error),
            initiator=self,
        )

    def _on_read(self, path: Path, reading: PaperReading) -> None:
        if path == self._path:
            self._locked.hide()
            self._password.clear()
            self.context.operations.run(
                lambda journal: journal.register.check_paper(reading), done=self._show, failed=self._on_failed
            )

    def _on_not_read(self, path: Path, error: JournalError) -> None:
        if path != self._path:
            return
        self._busy.stop()
        self._locked.setVisible(isinstance(error, PaperLocked))
        self._say(sentence(self.t, error))
        if isinstance(error, PaperLocked):
            self._password.selectAll()
            self._password.setFocus()

    # A fingerprint

    def _on_typed_edited(self, text: str) -> None:
        self._clear()
        if len(as_printed(text)) >= _LENGTH:
            self._check_typed()

    def _check_typed(self) -> None:
        typed = self._typed.text()
        if typed.strip():
            self.context.operations.run(
                lambda journal: journal.register.check_fingerprint(typed),
                done=lambda checked: self._show(checked) if typed == self._typed.text() else None,
                failed=lambda error: self._typed_field.set_fault(sentence(self.t, error)),
                initiator=self,
            )

    # The answer

    def _show(self, checked: CheckedPaper) -> None:
        self._busy.stop()
        self._answer.show_checked(checked)
        self._scroll.bring_into_sight(self._answer)

    def _on_failed(self, error: JournalError) -> None:
        self._busy.stop()
        self._tell(error)

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))

    def _clear(self) -> None:
        self._path = None
        self._say("")
        self._busy.stop()
        self._answer.hide()
        self._locked.hide()
        self._password.clear()
        self._typed_field.set_fault(None)

    def on_changes(self, changes: Changes) -> None:
        """Keep the answer: it is of the moment at which it was asked for."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._look_at(path)


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file of this machine that is dragged, if it is one."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _reading(path: Path, password: str) -> PaperReading:
    from vpjournal.journal import papers  # noqa: PLC0415 - what reads PDF is imported when one is read

    return papers.read_file(path, password=password)
