"""Keeping a paper as a file: with a password or not, under a name that says nothing, in a folder that stays here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.leaving import choose_file, look_at_place
from ui.pages.leaving.about import file_name
from ui.pages.leaving.password_part import PasswordPart
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, button, set_button_text
from ui.widgets.labels import Body, Heading, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.summary import Recipient

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.leaving import FilePlace
    from ui.navigation import PageContext
    from vpjournal.domain.identifying import Known
    from vpjournal.domain.language import Language
    from vpjournal.domain.register import Slip


class SaveForm(QWidget):
    """Asks what has to be known; ``save_requested`` says where to and with which password."""

    save_requested = Signal(object, str)
    cancelled = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._t, self._theme = context.texts, context.theme
        self._slip: Slip | None = None
        self._language = context.texts.language
        self._number = 1
        self._path: Path | None = None
        self._known: Known | None = None
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._password = PasswordPart(self._context)
        self._password.changed.connect(self._on_password_changed)
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("saveFault")
        self._fault.hide()
        self._busy = Busy(theme=theme, texts=t)
        self._choose = button(
            t("Map en naam kiezen"), theme=theme, kind=MAIN, icon_name="folder-open", on_click=self._on_choose
        )
        self._choose.setObjectName("chooseFileButton")
        self._cancel = button(t("Niet bewaren"), theme=theme, kind=LINK, on_click=self.cancelled.emit)
        self._cancel.setObjectName("cancelSaveButton")
        self._synced = self._warning()
        self._page = ScrollPage(theme=theme, margin=20)
        self._page.add(
            Heading(t("Bewaren als bestand"), theme=theme, role=Role.PANEL),
            self._password,
            self._fault,
            self._synced,
            self._busy,
            holder(flow(self._choose, self._cancel, spacing=20)),
        )
        self.setLayout(column(self._page))
        self.setFocusProxy(self._choose)

    def _warning(self) -> QFrame:
        t, theme = self._t, self._theme
        self._synced_words = Body(theme=theme)
        self._synced_words.setObjectName("syncedWords")
        self._other = button(t("Andere map kiezen"), theme=theme, kind=MAIN, on_click=self._on_choose)
        self._other.setObjectName("otherFolderButton")
        here = button(t("Toch hier bewaren"), theme=theme, on_click=self._on_save_here)
        here.setObjectName("saveHereButton")
        box = holder(column(self._synced_words, flow(self._other, here), spacing=12, margins=(16, 12, 16, 14)))
        box.setProperty("kind", "look")
        box.hide()
        return box

    def begin(self, slip: Slip, *, language: Language, known: Known | None = None) -> None:
        """Begin anew for a paper; for anybody but the reporter it gets a password unless the adviser decides not to.

        ``known`` is what the name of the file is looked at with, for a paper with words of a case.
        """
        self._slip, self._language, self._number, self._path = slip, language, 1, None
        self._known = known
        self._set_fault("")
        self._show_warning(None)
        self._set_working(on=False)
        self._password.begin(on=slip.recipient is not Recipient.REPORTER)

    def forget(self) -> None:
        """Let go of the password, and of the place: what was called off is not saved once its folder was looked at."""
        self._path = None
        self._password.forget()

    def show_stayed(self, words: str, *, exists: bool) -> None:
        """Say why nothing was saved; where something lay already, another name is proposed."""
        self._set_working(on=False)
        self._show_warning(None)
        if exists:
            self._number += 1
        self._set_fault(words)
        self._choose.setFocus()

    def _on_choose(self) -> None:
        if self._slip is None or not self._password.is_ready():
            return
        self._set_fault("")
        self._show_warning(None)
        name = file_name(self._slip.kind, self._language, number=self._number)
        self._path = choose_file(self, title=self._t("Blad bewaren"), name=name, files=self._context.files)
        if self._path is not None:
            self._set_working(on=True)
            operations = self._context.operations
            look_at_place(self._path, self._known, operations=operations, done=self._on_looked, initiator=self)

    def _on_looked(self, found: FilePlace) -> None:
        if found.path != self._path:
            return
        if found.service or found.told:
            self._set_working(on=False)
            self._show_warning(found)
        else:
            self._save()

    def _on_save_here(self) -> None:
        if self._password.is_ready():
            self._show_warning(None)
            self._save()

    def _save(self) -> None:
        if self._path is not None:
            self._set_working(on=True)
            # From here on it cannot be called off.
            self._cancel.setEnabled(False)
            self.save_requested.emit(self._path, self._password.password)

    def _on_password_changed(self) -> None:
        self._set_fault("")

    def _show_warning(self, found: FilePlace | None) -> None:
        self._synced_words.setText("" if found is None else "\n".join(self._warnings(found)))
        self._synced.setVisible(found is not None)
        self._choose.setVisible(found is None)
        if found is not None:
            words = self._t("Andere map kiezen") if found.service else self._t("Andere naam kiezen")
            set_button_text(self._other, words)
            self._other.setFocus()
            self._page.bring_into_sight(self._synced)

    def _warnings(self, found: FilePlace) -> Iterator[str]:
        if found.told:
            yield self._t(
                "In de naam van het bestand staat ‘{words}’. Die naam kan iedereen lezen, ook als er een wachtwoord op "
                "het bestand zit.",
                words=found.told,
            )
        if found.service:
            yield self._t(
                "Deze map wordt door {service} ook ergens anders bewaard. Ook als u het bestand hier verwijdert, "
                "kan het daar blijven staan.",
                service=found.service,
            )

    def _set_fault(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self._choose.setAccessibleDescription(words)

    def _set_working(self, *, on: bool) -> None:
        self._choose.setEnabled(not on)
        self._password.setEnabled(not on)
        self._cancel.setEnabled(True)
        if on:
            self._busy.start(self._t("Het bestand wordt bewaard."))
        else:
            self._busy.stop()
