"""*Instellingen*: how the program looks and speaks, when it locks, the line on papers, and where the journal lies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ui.autosave import Autosave, unsaved_of
from ui.faults import sentence
from ui.navigation import MessageKind, Page, Place
from ui.pages.settings_screen import screen_section
from ui.preferences import IDLE_MINUTES
from ui.synced_journal import about_synced_journal, find_service
from ui.theme import Role
from ui.theme.tokens import TEXT_SCALES, Mode
from ui.widgets.buttons import LINK, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Body, Caption, Heading, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.changes import Area
from vpjournal.domain.language import Language
from vpjournal.domain.unsaved import Home, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from ui.navigation import PageContext
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.domain.views import JournalSettings
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class SettingsPage(QWidget):
    """What applies at once has no button; the contact line is saved by itself."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._t = context.texts
        self._theme = context.theme
        self._settings: JournalSettings | None = None
        self._autosave = Autosave[str](
            operations=context.operations,
            collect=self._collect,
            save=self._save,
            failed=self._tell,
            initiator=self,
            home=lambda: Home(Kind.CONTACT_LINE),
        )
        self._autosave.recovered.connect(lambda: context.message(self._t("Opslaan lukt weer. Uw tekst is bewaard.")))
        self._rows: dict[str, ChoiceRow] = {}
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._contact = line_edit()
        self._contact.setObjectName("contactLineField")
        self._contact.textEdited.connect(lambda _text: self._autosave.touch())
        contact = Field(
            t("Contactregel op papier voor de melder"),
            self._contact,
            theme=theme,
            helper=t("Hoe de melder u bereikt. Deze regel komt alleen op een blad als u dat bij dat blad aanvinkt."),
        )
        scroll = ScrollPage(theme=theme, readable=True)
        self.setLayout(column(scroll))
        scroll.add(Heading(t("Instellingen"), theme=theme))
        scroll.add(8, Heading(t("Hoe het eruitziet"), theme=theme, role=Role.PANEL), *self._look())
        scroll.add(16, Heading(t("Vergrendelen"), theme=theme, role=Role.PANEL), self._idle())
        scroll.add(*screen_section(self._context))
        scroll.add(16, Heading(t("Papier"), theme=theme, role=Role.PANEL), contact)
        scroll.add(holder(flow(*self._paper_links(), spacing=24)))
        scroll.add(16, Heading(t("Herkenbaarheid"), theme=theme, role=Role.PANEL), *self._identifiers())
        scroll.add(16, Heading(t("Wachtzin en herstelblad"), theme=theme, role=Role.PANEL), *self._keys())
        scroll.add(16, Heading(t("Uw journaal"), theme=theme, role=Role.PANEL), *self._journal())

    def _identifiers(self) -> list[QWidget]:
        words = Caption(
            self._t(
                "VP-journaal leest mee en wijst aan wat iemand herkenbaar maakt. Dat helpt, maar het ziet niet alles. "
                "Namen die u vaak tegenkomt, zet u bij de organisatie op uw eigen lijst."
            ),
            theme=self._theme,
        )
        return [words, holder(flow(self._link(Page.NOT_NAMES, self._t("Woorden die geen naam zijn"))))]

    def _paper_links(self) -> list[QPushButton]:
        pages = (
            (Page.REGISTER, self._t("Wat de deur uit ging")),
            (Page.CHECK_PAPER, self._t("Controleer een stuk")),
            (Page.PAPERS, self._t("Blanco papieren")),
        )
        return [self._link(page, words) for page, words in pages]

    def _link(self, page: Page, words: str) -> QPushButton:
        made = button(words, theme=self._theme, kind=LINK, on_click=lambda: self._context.navigate(Place(page)))
        made.setObjectName(f"to_{page}")
        return made

    def _look(self) -> list[QWidget]:
        t, preferences = self._t, self._context.preferences
        language = self._choice(
            "languageChoice",
            t("Taal"),
            [(each, each.own_name) for each in Language],
            preferences.language,
            lambda value: preferences.set_language(Language(str(value))),
        )
        scale = self._choice(
            "textScaleChoice",
            t("Tekstgrootte"),
            [(each, t.percent(each)) for each in TEXT_SCALES],
            preferences.text_scale,
            lambda value: preferences.set_text_scale(float(str(value))),
        )
        modes = {
            Mode.SYSTEM: t("zoals de laptop"),
            Mode.LIGHT: t("licht"),
            Mode.DARK: t("donker"),
            Mode.CONTRAST: t("hoog contrast"),
        }
        mode = self._choice(
            "themeChoice",
            t("Kleuren"),
            list(modes.items()),
            preferences.theme_mode,
            lambda value: preferences.set_theme_mode(Mode(str(value))),
        )
        return [language, scale, mode]

    def _idle(self) -> Field:
        t, preferences = self._t, self._context.preferences
        field = self._choice(
            "idleChoice",
            t("Vergrendelen als u het journaal niet gebruikt"),
            [(minutes, t.plural("na {n} minuut", "na {n} minuten", minutes)) for minutes in IDLE_MINUTES],
            preferences.idle_minutes,
            lambda value: preferences.set_idle_minutes(int(str(value))),
        )
        field.set_helper(
            t(
                "De laatste minuut telt het journaal zichtbaar af; een toets of een klik is genoeg om door te gaan. "
                "Bij samen kijken is het altijd minstens een half uur."
            )
        )
        return field

    def _choice(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[Hashable, str]],
        value: Hashable,
        choose: Callable[[object], None],
    ) -> Field:
        row = ChoiceRow(choices, theme=self._theme, name=label, value=value)
        row.setObjectName(name)
        self._rows[name] = row
        row.changed.connect(lambda: choose(row.value))
        return Field(label, row, theme=self._theme)

    def _journal(self) -> list[QWidget]:
        t, theme = self._t, self._theme
        folder = self._context.preferences.journal_folder
        where = Body(str(folder) if folder is not None else "", theme=theme)
        where.setObjectName("journalFolder")
        words = Caption(
            t(
                "In deze map staat uw journaal, versleuteld. Zet de map niet op een plek die vanzelf naar "
                "internet gaat, zoals OneDrive of iCloud."
            ),
            theme=theme,
        )
        pages = (
            (Page.BACKUPS, t("Reservekopieën")),
            (Page.MOVING, t("Verhuizen naar een andere laptop")),
            (Page.LOST_LAPTOP, t("Laptop kwijt?")),
        )
        links = holder(flow(*(self._link(page, words) for page, words in pages), spacing=24))
        self._synced = Words(theme=theme, tone="notice")
        self._synced.setObjectName("syncedJournalWords")
        self._synced.hide()
        return [where, self._synced, words, links, *self._example()]

    def _keys(self) -> list[QWidget]:
        """Return what opens the journal; in the example, whose passphrase stands in the program, nothing to change."""
        self._sheet = Caption(theme=self._theme)
        if self._context.view_example is None:
            return [self._sheet]
        pages = (
            (Page.PASSPHRASE, self._t("Een andere wachtzin kiezen")),
            (Page.NEW_SHEET, self._t("Een nieuw herstelblad maken")),
        )
        return [self._sheet, holder(flow(*(self._link(page, words) for page, words in pages), spacing=24))]

    def _example(self) -> list[QWidget]:
        """Return the way to the example, with what it does to this journal; nothing in the example itself."""
        view = self._context.view_example
        if view is None:
            return []
        words = Caption(
            self._t(
                "Een journaal met verzonnen casussen, om mee te oefenen. Uw eigen journaal wordt eerst vergrendeld."
            ),
            theme=self._theme,
        )
        link = button(self._t("Bekijk het voorbeeld"), theme=self._theme, kind=LINK, on_click=view)
        link.setObjectName("viewExampleButton")
        held = QWidget()
        held.setLayout(column(flow(link), words, spacing=2, margins=(0, 8, 0, 0)))
        return [held]

    def open(self, place: Place) -> None:
        """Read what the journal keeps; after a change of looks, go on at the choice that changed them."""
        self._read()
        folder = self._context.preferences.journal_folder
        if folder is not None:
            find_service(folder, operations=self._context.operations, done=self._on_looked, initiator=self)
        if place.part in self._rows:
            self._rows[place.part].setFocus()

    def _on_looked(self, service: str) -> None:
        self._synced.setText(about_synced_journal(self._t, service) if service else "")
        self._synced.setVisible(bool(service))

    def place(self) -> Place:
        """Say which choice of looks is being made, if any."""
        part = next((name for name, row in self._rows.items() if row.isAncestorOf(self.focusWidget() or self)), "")
        return Place(Page.SETTINGS, part=part)

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save the contact line."""
        self._autosave.flush(done)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed and is not in the journal."""
        return unsaved_of([self._autosave])

    def on_changes(self, changes: Changes) -> None:
        """Read again what was changed on a paper's page."""
        if changes.touches(Area.SETTINGS) and not self._autosave.dirty:
            self._read()

    def help_screen(self) -> str:
        """Name the help text."""
        return "settings"

    def _read(self) -> None:
        self._context.operations.run(lambda journal: journal.settings.read(), done=self._show, failed=self._tell)

    def _show(self, settings: JournalSettings) -> None:
        self._settings = settings
        if not self._autosave.dirty:
            self._contact.setText(settings.contact_line)
        confirmed = self._t("U hebt een herstelblad en hebt het gecontroleerd.")
        later = self._t(
            "Uw herstelblad is nog niet gecontroleerd. Na het volgende ontgrendelen komt VP-journaal erop terug."
        )
        missing = self._t("Uw herstelblad is nog niet gecontroleerd. Hebt u het niet, maak dan een nieuw.")
        unchecked = later if settings.recovery_later_used else missing
        self._sheet.setText(confirmed if settings.recovery_confirmed else unchecked)

    def _collect(self) -> str:
        return self._contact.text().strip()

    def _save(self, journal: Journal, draft: str) -> Changes:
        return journal.settings.save(replace(journal.settings.read(), contact_line=draft))

    def _tell(self, error: JournalError) -> None:
        self._context.message(sentence(self._t, error), kind=MessageKind.FAILED)
