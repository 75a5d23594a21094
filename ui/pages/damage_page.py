"""The page for a journal that does not open: what is the matter, what is safe, and the next step on a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.front import WIDE, FrontContext, FrontPage
from ui.pages.unlock_page import unlock_sentence
from ui.theme import Role
from ui.widgets.busy import Busy
from ui.widgets.buttons import LINK, MAIN, PLAIN, button, set_button_text
from ui.widgets.labels import Body, Caption, Heading, Words
from ui.widgets.layouts import column, flow, row
from vpjournal.domain.days import today
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QVBoxLayout

    from ui.pages.damage_words import Trouble
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal
    from vpjournal.journal.rescue import FoundBackup

    Look = Callable[[], tuple[None, Journal]]
    """Opens what is whole, on the journal thread."""


class DamagePage(FrontPage):
    """Looks for the newest good backup while it is read; nothing here changes the journal."""

    restore_requested = Signal(object)
    """The adviser wants a backup put back: the path of the newest one, or None when none was found."""
    opened = Signal()
    """What is whole is open, to look at."""
    again_requested = Signal()
    """The adviser wants to try the passphrase again."""

    def __init__(self, context: FrontContext, trouble: Trouble, *, look: Look | None = None) -> None:
        super().__init__(context, width=WIDE, from_top=True)
        self.trouble = trouble
        self._look = look if trouble.looks else None
        self._folder = context.door.folder
        self._found: FoundBackup | None = None
        self._working = False
        self._build_ui()
        self.look_for_backups()

    def _build_ui(self) -> None:
        self.restore_button = button(
            self._t("Zet de nieuwste reservekopie terug"),
            theme=self.theme,
            kind=PLAIN if self.trouble.again_first else MAIN,
            on_click=self._on_restore_clicked,
        )
        self.backup_words = Caption(theme=self.theme)
        self.search_button = button(
            self._t("Wijs een map met reservekopieën aan"),
            theme=self.theme,
            kind=LINK,
            on_click=self._on_search_clicked,
        )
        self.look_button = button(
            self._t("Bekijk wat nog heel is"), theme=self.theme, kind=PLAIN, on_click=self._on_look_clicked
        )
        self.look_words = Caption(
            self._t("U ziet dan wat nog te lezen is, en welke teksten beschadigd zijn. Opslaan kan dan niet."),
            theme=self.theme,
        )
        self.look_button.setVisible(self._look is not None)
        self.look_words.setVisible(self._look is not None)
        self.copy_button = button(
            self._t("Bewaar een kopie van de map"), theme=self.theme, kind=PLAIN, on_click=self._on_copy_clicked
        )
        self.again_button = button(
            self._t("Opnieuw proberen") if self.trouble.again_first else self._t("Terug naar de wachtzin"),
            theme=self.theme,
            kind=MAIN if self.trouble.again_first else LINK,
            on_click=self.again_requested.emit,
        )
        self.busy = Busy(theme=self.theme, texts=self._t)
        self.told = Words(theme=self.theme)
        self.told.hide()
        self.show_column(self._column())
        self.setFocusProxy(self.again_button if self.trouble.again_first else self.restore_button)

    def _column(self) -> QVBoxLayout:
        trouble = self.trouble
        again = row(self.again_button, None)
        return column(
            Heading(self._t(trouble.heading), theme=self.theme),
            8,
            Body(self._t(trouble.matter), theme=self.theme),
            12,
            Words(self._t("Wat er veilig is"), theme=self.theme, role=Role.BODY, strong=True),
            Body(self._t(trouble.safe), theme=self.theme),
            12,
            Words(self._t("Wat u kunt doen"), theme=self.theme, role=Role.BODY, strong=True),
            *((again, 12) if trouble.again_first else ()),
            self.backup_words,
            flow(self.restore_button, self.search_button, spacing=32),
            12,
            self.look_words,
            row(self.look_button, None),
            12,
            Caption(
                self._t(
                    "Bewaar eerst een kopie van de map als iemand u hierbij helpt. Ook de kopie opent alleen met uw "
                    "wachtzin of uw herstelblad."
                ),
                theme=self.theme,
            ),
            row(self.copy_button, None),
            self.busy,
            self.told,
            *(() if trouble.again_first else (12, again)),
        )

    # The newest backup

    def look_for_backups(self, *more: Path) -> None:
        """Look for the newest good backup, in these folders too."""
        from vpjournal.journal.rescue import newest_backup  # noqa: PLC0415 - seldom needed

        kept = self._preferences.backup_folder
        folders = (*more, kept) if kept is not None else more
        journal = self._folder
        self.busy.start(self._t("De nieuwste reservekopie wordt gezocht en nagekeken."))
        self._operations.compute(
            lambda: newest_backup(journal, folders, today=today()),
            done=self._on_looked,
            failed=self._on_failed,
            initiator=self,
        )

    def _on_looked(self, found: FoundBackup | None) -> None:
        if not self._working:
            self.busy.stop()
        self._found = found
        wanted = mark("Zet een reservekopie terug") if found is None else mark("Zet de nieuwste reservekopie terug")
        set_button_text(self.restore_button, self._t(wanted))
        if found is None:
            self.backup_words.setText(
                self._t(
                    "Er is nog geen reservekopie gevonden. Ligt er een op een usb-stick, steek die dan in de laptop en "
                    "wijs de map aan."
                )
            )
            return
        day = self._t.day(found.made_on, today=today())
        self.backup_words.setText(
            self._t(
                "Gevonden en nagekeken: de reservekopie van {day}. Wat u daarna schreef, staat daar niet in. Na het "
                "terugzetten staat die naast dit journaal; dit journaal blijft zoals het is.",
                day=day,
            )
        )

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit(None if self._found is None else self._found.path)

    def _on_search_clicked(self) -> None:
        folder = self.context.files.folder(
            self, title=self._t("Map met reservekopieën"), start=self._preferences.backup_folder or self._folder.parent
        )
        if folder is not None:
            self.look_for_backups(folder)

    # What is whole

    def _on_look_clicked(self) -> None:
        if self._look is None:
            return
        self._begin_work()
        self.busy.start(self._t("Alles wat te lezen is, wordt bij elkaar gezocht. Dat kan even duren."))
        self._operations.open(self._look, done=self._on_looked_over, failed=self._on_failed)

    def _on_looked_over(self, _nothing: None) -> None:
        self.opened.emit()

    # A copy as it is

    def _on_copy_clicked(self) -> None:
        folder = self.context.files.folder(self, title=self._t("Waar moet de kopie komen?"), start=self._folder.parent)
        if folder is not None:
            self.copy_to(folder)

    def copy_to(self, folder: Path) -> None:
        """Copy the journal as it is into this folder."""
        from vpjournal.journal.rescue import copy_for_help  # noqa: PLC0415 - seldom needed

        journal = self._folder
        self._begin_work()
        self.busy.start(self._t("De map wordt gekopieerd."))
        self._operations.compute(
            lambda: copy_for_help(journal, folder, today=today()),
            done=self._on_copied,
            failed=self._on_failed,
            initiator=self,
        )

    def _on_copied(self, copy: Path) -> None:
        self._end_work()
        self._tell(self._t("De kopie staat er: {name}. Er is niets aan veranderd.", name=copy.name))

    def _on_failed(self, error: JournalError) -> None:
        self._end_work()
        self._tell(unlock_sentence(self._t, error), tone="notice")

    def _begin_work(self) -> None:
        self._set_working(working=True)

    def _end_work(self) -> None:
        self._set_working(working=False)
        self.busy.stop()

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        buttons = (self.copy_button, self.look_button, self.restore_button, self.search_button, self.again_button)
        for each in buttons:
            each.setEnabled(not working)

    def _tell(self, words: str, *, tone: str = "") -> None:
        self.told.set_tone(tone)
        self.told.setText(words)
        self.told.show()
