"""One organisation and its *wegwijzer*: size, sector, reporting year, who stands in, and which routes exist there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRegularExpression, QTimer
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QWidget

from ui.autosave import Autosave, flush_all, unsaved_of
from ui.faults import sentence
from ui.navigation import Action, MessageKind, Page, Place
from ui.pages.codes_part import CodesPart
from ui.pages.own_list_part import OwnListPart
from ui.pieces import Pieces
from ui.theme import Role
from ui.widgets.buttons import DESTROY, LINK, button
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column, flow, holder
from ui.widgets.plain_text_field import PlainTextField
from ui.widgets.route_rows import RouteRows
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.changes import Area
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.organisation import SECTOR_NAMES, Organisation, OrganisationDraft, Sector
from vpjournal.domain.unsaved import Home, Kind
from vpjournal.domain.views import BinKind
from vpjournal.errors import AlreadyTaken, FieldMissing, Gone, TextTooLong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.navigation import PageContext
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_MOST_DIGITS = 12


class OrganisationPage(QWidget):
    """A form that saves itself; a new organisation exists as soon as it has a name."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._t = context.texts
        self._theme = context.theme
        self._id: OrganisationId | None = None
        self._filling = False
        self._autosave = Autosave[OrganisationDraft](
            operations=context.operations,
            collect=self._collect,
            save=self._save,
            failed=self._on_failed,
            initiator=self,
            home=lambda: Home(Kind.ORGANISATION, None, self._id),
        )
        self._autosave.saved.connect(self._on_autosave_saved)
        self._autosave.recovered.connect(lambda: context.message(self._t("Opslaan lukt weer. Uw tekst is bewaard.")))
        self._own: OwnListPart | None = None
        self._codes: CodesPart | None = None
        self._autosave.saved.connect(self._open_codes)
        self._pieces = Pieces(self._build_ui())

    def prepare(self) -> Iterator[None]:
        """Build the form, piece by piece."""
        return self._pieces.go_on()

    def finish(self) -> None:
        """Build what is missing of the form."""
        self._pieces.finish()

    def _build_ui(self) -> Iterator[None]:
        t, theme = self._t, self._theme
        self._scroll = ScrollPage(theme=theme, readable=True)
        self.setLayout(column(self._scroll))
        back = button(
            t("Alle organisaties"),
            theme=theme,
            kind=LINK,
            on_click=lambda: self._context.navigate(Place(Page.ORGANISATIONS)),
        )
        check = button(
            t("Tekst voor het jaarverslag nakijken"),
            theme=theme,
            kind=LINK,
            on_click=lambda: self._context.navigate(Place(Page.CHECK_TEXT, self._id)),
        )
        check.setObjectName("toCheckTextLink")
        self._heading = Heading(theme=theme)
        self._name = line_edit()
        self._name.setObjectName("organisationNameField")
        self._name.textEdited.connect(lambda _text: self._touch())
        self._name_field = Field(t("Naam van de organisatie"), self._name, theme=theme)
        self.setFocusProxy(self._name)
        self._to_list = button(t("Naar uw eigen lijst"), theme=theme, kind=LINK, on_click=self._on_to_list_clicked)
        self._to_list.setObjectName("toOwnListLink")
        self._scroll.add(flow(back, check, self._to_list, spacing=24), self._heading, self._name_field)
        yield
        self._scroll.add(self._facts())
        yield
        self._recipients, recipients = self._text(
            "recipientsField",
            t("Wie ontvangt het jaarverslag?"),
            t("Functies, bijvoorbeeld directie en ondernemingsraad."),
        )
        self._substitute, substitute = self._text(
            "substituteField", t("Wie neemt waar als u er niet bent?"), t("Een functie of bureau is genoeg.")
        )
        self._remarks, remarks = self._text("remarksField", t("Verder goed om te weten"), "")
        self._scroll.add(recipients, substitute, remarks)
        yield
        self._routes = RouteRows(theme=theme, texts=t)
        self._routes.changed.connect(self._touch)
        lead = Caption(
            t(
                "Waar kan iemand hier terecht? Wat hier niet bestaat, staat ook zo bij de mogelijkheden. Schrijf "
                "functies op, geen namen."
            ),
            theme=theme,
        )
        self._scroll.add(8, Heading(t("Wegwijzer"), theme=theme, role=Role.PANEL), lead, self._routes)
        yield
        yield from self._routes.build()
        self._own = OwnListPart(self._context)
        self._codes = CodesPart(self._context, self._scroll)
        self._scroll.add(8, self._own, 8, self._codes)
        yield
        self._remove = button(t("Organisatie verwijderen"), theme=theme, kind=DESTROY, on_click=self._on_remove_clicked)
        self._remove.setObjectName("removeOrganisationButton")
        self._scroll.add(holder(flow(self._remove)))

    def _facts(self) -> QWidget:
        t, theme = self._t, self._theme
        self._headcount = line_edit(limit=_MOST_DIGITS)
        self._headcount.setObjectName("headcountField")
        self._headcount.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9][0-9.,' ]*"), self))
        self._headcount.textEdited.connect(lambda _text: self._touch())
        self._sector = self._combo("sectorField")
        for sector, words in SECTOR_NAMES.items():
            self._sector.addItem(t(words), sector)
        self._year = self._combo("reportingYearField")
        for month in range(1, 13):
            self._year.addItem(t.month_name(month), month)
        fields = column(
            Field(
                t("Aantal medewerkers"),
                self._headcount,
                theme=theme,
                helper=t("Ongeveer is genoeg. Weet u het nog niet, laat het dan leeg."),
            ),
            Field(t("Sector"), self._sector, theme=theme),
            Field(
                t("Het verslagjaar begint in"),
                self._year,
                theme=theme,
                helper=t("Bijvoorbeeld januari, of september bij een schooljaar."),
            ),
            spacing=16,
        )
        return holder(fields)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.activated.connect(lambda _index: self._touch())
        return combo

    def _text(self, name: str, label: str, helper: str) -> tuple[PlainTextField, Field]:
        editor = PlainTextField(theme=self._theme)
        editor.setObjectName(name)
        editor.edited.connect(self._touch)
        return editor, Field(label, editor, theme=self._theme, helper=helper)

    def open(self, place: Place) -> None:
        """Show an organisation, or empty fields for a new one."""
        self.finish()
        self._autosave.drop()
        self._id = OrganisationId(place.record) if place.record is not None else None
        if self._id is None:
            self._fill(OrganisationDraft(name=""))
            self._name.setFocus()
        else:
            self._read()
        self._open_own_list()
        self._open_codes()

    def _open_own_list(self) -> None:
        if self._own is not None:
            self._own.open(self._id)

    def _on_to_list_clicked(self) -> None:
        if self._own is not None:
            (self._own if self._id is not None else self._name).setFocus()
            self._scroll.ensureWidgetVisible(self._own, 0, 0)

    def _open_codes(self) -> None:
        if self._codes is not None and self._codes.organisation != self._id:
            self._codes.open(self._id)

    def _autosaves(self) -> list[Autosave[Any]]:
        return [self._autosave] if self._own is None else [self._autosave, self._own.autosave]

    def place(self) -> Place:
        """Say which organisation is open."""
        return Place(Page.ORGANISATION, self._id)

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save what was typed; where only a name is missing, go to the field that asks for it."""

        def told(saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush`` in ui.navigation
            if not saved and self._name_field.fault and self.isVisible():
                self._scroll.ensureWidgetVisible(self._name_field, 0, 24)
                self._name.setFocus()
            done(saved)

        if self._codes is not None:
            self._codes.keep()
        flush_all(self._autosaves(), told)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed and is not in the journal."""
        return unsaved_of(self._autosaves())

    def on_changes(self, changes: Changes) -> None:
        """Read again what was changed elsewhere."""
        if (
            self.isVisible()
            and self._id is not None
            and changes.touches(Area.ORGANISATIONS)
            and not self._autosave.dirty
        ):
            self._read()

    def help_screen(self) -> str:
        """Name the help text."""
        return "organisations"

    def _read(self) -> None:
        organisation = self._id
        if organisation is not None:
            self._context.operations.run(
                lambda journal: journal.organisations.get(organisation), done=self._on_read, failed=self._on_failed
            )

    def _on_read(self, organisation: Organisation) -> None:
        if organisation.id == self._id and not self._autosave.dirty:
            self._fill(organisation.details)

    def _fill(self, draft: OrganisationDraft) -> None:
        self._filling = True
        self._heading.setText(draft.name or self._t("Nieuwe organisatie"))
        self._name.setText(draft.name)
        self._name_field.set_fault(None)
        self._headcount.setText("" if draft.headcount is None else self._t.number(draft.headcount))
        self._sector.setCurrentIndex(max(self._sector.findData(draft.sector), 0))
        self._year.setCurrentIndex(draft.year_starts - 1)
        self._recipients.set_text(draft.recipients)
        self._substitute.set_text(draft.substitute)
        self._remarks.set_text(draft.remarks)
        self._routes.set_entries(draft.routes)
        self._remove.setVisible(self._id is not None)
        self._filling = False

    def _collect(self) -> OrganisationDraft | None:
        draft = OrganisationDraft(
            name=self._name.text().strip(),
            headcount=_number(self._headcount.text()),
            sector=Sector(self._sector.currentData()),
            year_starts=int(self._year.currentData()),
            recipients=self._recipients.text(),
            substitute=self._substitute.text(),
            remarks=self._remarks.text(),
            routes=self._routes.entries(),
        )
        nothing = OrganisationDraft(name="", routes=draft.routes)
        return None if self._id is None and draft == nothing else draft

    def _save(self, journal: Journal, draft: OrganisationDraft) -> Changes:
        if self._id is not None:
            return journal.organisations.change(self._id, draft)
        changes = journal.organisations.add(draft)
        # Saves follow each other on one thread, so the next one already changes this organisation.
        self._id = OrganisationId(changes.new) if changes.new is not None else None
        return changes

    def _touch(self) -> None:
        if not self._filling:
            self._name_field.set_fault(None)
            self._heading.setText(self._name.text().strip() or self._t("Nieuwe organisatie"))
            self._autosave.touch()

    def _on_autosave_saved(self) -> None:
        self._remove.setVisible(self._id is not None)
        if self._id is not None and self._own is not None and self._own.organisation is None:
            # It has a name now, and so a place for a list.
            self._open_own_list()

    def _on_failed(self, error: JournalError) -> None:
        words = sentence(self._t, error)
        if isinstance(error, FieldMissing):
            self._name_field.set_fault(self._t("Geef de organisatie een naam. Dan wordt ook de rest bewaard."))
        elif isinstance(error, AlreadyTaken):
            self._name_field.set_fault(self._t("Er is al een organisatie met deze naam."))
        elif isinstance(error, TextTooLong) and len(self._name.text()) > error.limit:
            self._name_field.set_fault(words)
        elif isinstance(error, Gone):
            self._autosave.drop()
            self._context.navigate(Place(Page.ORGANISATIONS))
            self._context.message(words, kind=MessageKind.FAILED)
        else:
            self._context.message(words, kind=MessageKind.FAILED)

    def _on_remove_clicked(self) -> None:
        flush_all(self._autosaves(), lambda saved: self._remove_now() if saved else None)

    def _remove_now(self) -> None:
        organisation = self._id
        if organisation is not None:
            self._context.operations.run(
                lambda journal: journal.organisations.remove(organisation),
                done=lambda _: self._on_removed(organisation),
                failed=self._on_failed,
            )

    def _on_removed(self, organisation: OrganisationId) -> None:
        for each in self._autosaves():
            each.drop()
        self._context.navigate(Place(Page.ORGANISATIONS))
        # After the move, because moving takes an old message away.
        QTimer.singleShot(0, self, lambda: self._offer_undo(organisation))

    def _offer_undo(self, organisation: OrganisationId) -> None:
        def undo() -> None:
            self._context.operations.run(
                lambda journal: journal.bin.restore(BinKind.ORGANISATION, organisation), failed=self._on_failed
            )

        self._context.message(self._t("Verwijderd"), action=Action(self._t("Ongedaan maken"), undo))


def _number(typed: str) -> int | None:
    """Read a number of people, however its thousands are parted; none is unknown."""
    return int("".join(character for character in typed if character.isdecimal()) or 0) or None
