"""*Eigen lijst*: names and words that identify someone at one organisation, for reading along; never printed."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.autosave import Autosave
from ui.faults import sentence
from ui.navigation import MessageKind
from ui.theme import Role
from ui.widgets.field import Field
from ui.widgets.labels import Caption, Heading, Words
from ui.widgets.layouts import column
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.changes import Area
from vpjournal.domain.identifying import OWN_KINDS, Kind, OwnList
from vpjournal.domain.language import mark
from vpjournal.domain.unsaved import Home
from vpjournal.domain.unsaved import Kind as Unsaved
from vpjournal.errors import TextTooLong, TooMany

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.ids import OrganisationId
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_LABELS: dict[Kind, str] = {
    Kind.PERSON: mark("Bestuur, directie en andere bekende mensen"),
    Kind.DEPARTMENT: mark("Afdelingen en teams"),
    Kind.PLACE: mark("Locaties en gebouwen"),
    Kind.JOB_TITLE: mark("Functies die naar één persoon wijzen"),
    Kind.ORGANISATION: mark("Andere namen van de organisatie"),
}


class OwnListPart(QWidget):
    """A field for each kind of word, one entry a line; saves itself. Hidden until the organisation is stored."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context, self._t, self._theme = context, context.texts, context.theme
        self._id: OrganisationId | None = None
        self._loaded = False
        self.autosave = Autosave[OwnList](
            operations=context.operations,
            collect=self._collect,
            save=self._save,
            failed=self._on_failed,
            initiator=self,
            home=lambda: Home(Unsaved.OWN_LIST, None, self._id),
        )
        self.autosave.recovered.connect(lambda: context.message(self._t("Opslaan lukt weer. Uw tekst is bewaard.")))
        context.operations.changed.connect(self._on_operations_changed)
        self._build_ui()
        self.autosave.saved.connect(self._fault.hide)
        self.hide()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        lead = Caption(
            t(
                "Namen en woorden waaraan mensen hier te herkennen zijn. Komen ze in een tekst voor, dan ziet u dat "
                "bij het meelezen. Deze lijst staat alleen in uw versleutelde journaal en komt nooit op papier. "
                "Zet elke naam op een eigen regel."
            ),
            theme=theme,
        )
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("ownListFault")
        self._fault.hide()
        self._fields = {kind: self._field(kind) for kind in OWN_KINDS}
        labelled = (Field(t(_LABELS[kind]), each, theme=theme) for kind, each in self._fields.items())
        head = Heading(t("Eigen lijst"), theme=theme, role=Role.PANEL)
        self.setFocusProxy(self._fields[OWN_KINDS[0]])
        self.setLayout(column(head, lead, self._fault, *labelled, spacing=16))

    def _field(self, kind: Kind) -> PlainTextField:
        editor = PlainTextField(theme=self._theme)
        editor.setObjectName(f"own_{kind}Field")
        editor.edited.connect(self._on_edited)
        return editor

    def open(self, organisation: OrganisationId | None) -> None:
        """Show the list of an organisation; nothing while there is none yet."""
        self.autosave.drop()
        self._id, self._loaded = organisation, False
        self._fault.hide()
        self._fill(OwnList())
        self.setVisible(organisation is not None)
        self._read()

    def _read(self) -> None:
        organisation = self._id
        if organisation is None:
            return
        self._context.operations.run(
            lambda journal: journal.identifiers.own_list(organisation),
            done=lambda found: self._on_read(organisation, found),
            failed=self._on_failed,
            initiator=self,
        )

    def _on_read(self, organisation: OrganisationId, found: OwnList) -> None:
        if organisation == self._id and not self.autosave.dirty:
            self._loaded = True
            self._fill(found)
            self.autosave.watch()

    def _fill(self, found: OwnList) -> None:
        for editor, text in zip(self._fields.values(), astuple(found), strict=True):
            if editor.text() != text:
                editor.set_text(text)

    def _collect(self) -> OwnList | None:
        if self._id is None or not self._loaded:
            return None
        return OwnList(*(editor.text() for editor in self._fields.values()))

    def _save(self, journal: Journal, draft: OwnList) -> Changes:
        if self._id is None:
            raise AssertionError("a list of no organisation")
        return journal.identifiers.save_own_list(self._id, draft)

    def _on_edited(self) -> None:
        if self._loaded:
            self._fault.hide()
            self.autosave.touch()

    def _on_failed(self, error: JournalError) -> None:
        words = sentence(self._t, error)
        if isinstance(error, TextTooLong | TooMany):
            self._fault.setText(words)
            self._fault.show()
        else:
            self._context.message(words, kind=MessageKind.FAILED)

    def _on_operations_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and self._loaded and self.isVisible() and changes.touches(Area.IDENTIFIERS):
            self._read()
