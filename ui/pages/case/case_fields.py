"""The fields of a first contact: what fits in forty seconds in sight, the rest folded until it is wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.pages.case.first_contact_record import FirstContactPicture
from ui.theme import Role
from ui.widgets.buttons import ADD, LINK, button, set_button_icon, set_button_text
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import column, flow, holder
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.case import CHANNEL_NAMES, POSITION_NAMES, Asked, CaseDraft, Channel, Phase, Position, Track
from vpjournal.domain.contact import ContactDraft, FirstContact
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.text import TEXT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.theme import Theme
    from vpjournal.domain.ids import OrganisationId
    from vpjournal.domain.language import Texts
    from vpjournal.domain.organisation import OrganisationRow


class CaseFields(QWidget):
    """Shows a ``FirstContact`` and collects it again. Nothing in it is required. ``build`` it before anything else."""

    edited = Signal()
    acute_requested = Signal()
    revealed = Signal(object)
    """Something appeared because of what was chosen: a widget that should be in sight."""
    code_wanted = Signal()
    """The adviser wants another code to be proposed."""

    def __init__(self, *, theme: Theme, texts: Texts, folded: bool) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._base = CaseDraft("")
        self._has_contact = True
        self._same_word = False
        self._filling = False
        self._begins_folded = folded

    def build(self) -> Iterator[None]:
        """Build the fields piece by piece; nothing can be shown before all of them are there."""
        whole = column(spacing=16)
        self.setLayout(whole)
        for make in (
            self._build_organisation,
            self._build_when,
            self._build_about,
            self._build_danger_and_hurry,
            self._build_fold,
        ):
            whole.addWidget(make())
            yield
        for make in (self._build_code, self._build_word, self._build_position, self._build_track, self._build_hopes):
            self._folded_column.addWidget(make())
            yield
        self._folded_column.addWidget(self._reach_words())

    def _build_organisation(self) -> QWidget:
        self._organisation = QComboBox()
        self._organisation.setObjectName("organisationBox")
        self._organisation.currentIndexChanged.connect(self._on_edited)
        self._organisation_field = Field(self._t("Bij welke organisatie?"), self._organisation, theme=self._theme)
        return self._organisation_field

    def _build_about(self) -> QWidget:
        self._about = line_edit()
        self._about.setObjectName("aboutField")
        self._about.textEdited.connect(self._on_edited)
        return Field(
            self._t("Waar gaat het over, in één regel?"),
            self._about,
            theme=self._theme,
            helper=self._t("Zonder namen, zo veel mogelijk in de woorden van de melder."),
        )

    def _build_when(self) -> QWidget:
        label = self._t("Wanneer was dit contact ongeveer?")
        self._day = DayField(theme=self._theme, texts=self._t, today=today(), name=label)
        self._day.setObjectName("firstDayField")
        self._day.changed.connect(self._on_edited)
        channels: list[tuple[object, str]] = [(kind, self._t(words)) for kind, words in CHANNEL_NAMES.items()]
        how, self._channel = self._chips("firstChannelChoice", self._t("Op welke manier?"), channels)
        self._when = holder(column(Field(label, self._day, theme=self._theme), how, spacing=16))
        return self._when

    def _build_danger_and_hurry(self) -> QWidget:
        danger, self._danger = self._chips("dangerChoice", self._t("Gevaar nu?"), self._answers())
        hurry, self._hurry = self._chips("hurryChoice", self._t("Haast?"), self._answers())
        self._hurry_field, self._hurry_words = self._text("hurryWordsField", self._t("Wat kan niet wachten?"))
        self._acute = self._build_acute()
        self._danger.changed.connect(lambda: self._reveal(self._acute))
        self._hurry.changed.connect(lambda: self._reveal(self._hurry_field))
        self._hurry_field.hide()
        whole = QWidget()
        whole.setLayout(column(flow(danger, hurry, spacing=32), self._acute, self._hurry_field))
        return whole

    def _build_acute(self) -> QWidget:
        words = Body(self._t("Eerst de veiligheid. De nummers staan klaar, ook zonder internet."), theme=self._theme)
        card = button(
            self._t("Nummers en eerste stappen"),
            theme=self._theme,
            icon_name="life-buoy",
            on_click=self.acute_requested.emit,
        )
        card.setObjectName("openAcuteCardButton")
        look = holder(column(words, flow(card), margins=(16, 12, 16, 12)))
        look.setProperty("kind", "look")
        look.hide()
        return look

    def _build_fold(self) -> QWidget:
        self._fold = button("", theme=self._theme, kind=ADD, icon_name="chevron-down", on_click=self._on_fold_clicked)
        self._fold.setObjectName("moreFieldsButton")
        self._folded_column = column(spacing=16)
        self._folded = holder(self._folded_column)
        whole = QWidget()
        whole.setLayout(column(flow(self._fold), self._folded))
        self._show_fold(folded=self._begins_folded)
        return whole

    def _build_position(self) -> QWidget:
        field, self._position = self._chips(
            "firstPositionChoice",
            self._t("Hoe is de melder erbij betrokken?"),
            [(kind, self._t(words)) for kind, words in POSITION_NAMES.items()],
        )
        return field

    def _build_track(self) -> QWidget:
        field, self._track = self._chips(
            "trackChoice",
            self._t("Gaat het om gedrag of om integriteit?"),
            [(Track.BEHAVIOUR, self._t("ongewenst gedrag")), (Track.INTEGRITY, self._t("integriteit"))],
        )
        return field

    def _build_hopes(self) -> QWidget:
        self._hopes_field, self._hopes = self._text(
            "hopesField", self._t("Wat hoopt de melder aan dit contact te hebben?")
        )
        return self._hopes_field

    def _reach_words(self) -> QWidget:
        return Caption(
            self._t(
                "Hoe u de melder bereikt, schrijft u niet hier, maar met de hand op een sleutelkaart: een kaartje "
                "van papier dat u apart van de laptop bewaart."
            ),
            theme=self._theme,
        )

    def _build_code(self) -> QWidget:
        self._code = Heading(theme=self._theme, role=Role.PANEL)
        self._code.setObjectName("proposedCode")
        another = button(self._t("Andere code"), theme=self._theme, kind=LINK, on_click=self.code_wanted.emit)
        another.setObjectName("anotherCodeButton")
        line = QWidget()
        line.setLayout(flow(self._code, another, spacing=16))
        return Field(self._t("Code van deze casus"), line, theme=self._theme)

    def _build_word(self) -> QWidget:
        self._word = line_edit()
        self._word.setObjectName("wordField")
        self._word.textEdited.connect(self._on_word_edited)
        self.word_field = Field(
            self._t("Herkenningswoord"),
            self._word,
            theme=self._theme,
            helper=self._t("Kies het samen. Noemt de melder dit woord, dan vindt u de casus terug."),
        )
        self._use_word = button(
            self._t("Toch gebruiken"), theme=self._theme, kind=LINK, on_click=self._on_use_word_clicked
        )
        self._use_word.setObjectName("useSameWordButton")
        self._use_word.hide()
        whole = QWidget()
        whole.setLayout(column(self.word_field, flow(self._use_word)))
        return whole

    # What is shown

    def fill(self, picture: FirstContactPicture) -> None:
        """Show what was read; says nothing to others."""
        case, contact = picture.draft.case, picture.draft.contact
        self._filling = True
        self._base, self._has_contact = case, contact is not None
        self.set_organisations(picture.organisations, chosen=case.organisation, name=picture.organisation_name)
        self._when.setVisible(self._has_contact)
        self._day.count_from(today())
        self._day.set_value(contact.day if contact is not None else None)
        self._channel.set_value(contact.channel if contact is not None else Channel.UNKNOWN)
        self.set_code(case.code)
        self._about.setText(case.about)
        self._danger.set_value(case.danger)
        self._hurry.set_value(case.hurry)
        self._hurry_words.set_text(case.hurry_words)
        self._word.setText(case.word)
        self._position.set_value(case.position)
        self._track.set_value(case.track)
        self._hopes.set_text(case.hopes)
        self.set_word_taken(taken=False)
        for field in (self._hurry_field, self._hopes_field):
            field.set_fault(None)
        self._same_word = False
        self._show_follow_ups()
        self._filling = False

    def forget(self) -> None:
        """Show an empty first contact, folded as at first; nothing that was typed before can be brought back."""
        contact = ContactDraft(Phase.FIRST_CONTACT, CoarseDay.exactly(today()), Channel.UNKNOWN)
        self.fill(FirstContactPicture(FirstContact(CaseDraft(""), contact), (), ""))
        # Which organisations there are is not known before they were read.
        self._organisation_field.set_helper("")
        self._show_fold(folded=self._begins_folded)

    def set_organisations(
        self, rows: Sequence[OrganisationRow], *, chosen: OrganisationId | None, name: str = ""
    ) -> None:
        """Offer these organisations; the chosen one stays, even when it lies in the bin."""
        filling, self._filling = self._filling, True
        self._organisation.clear()
        self._organisation.addItem(self._t("nog onbekend"), None)
        for each in rows:
            self._organisation.addItem(each.name, each.id)
        if chosen is not None and all(each.id != chosen for each in rows):
            self._organisation.addItem(name, chosen)
        known = (self._organisation.itemData(index) for index in range(self._organisation.count()))
        self._organisation.setCurrentIndex(list(known).index(chosen))
        nothing = self._t("Voeg organisaties toe bij ‘Organisaties’; dat kan ook later.")
        self._organisation_field.set_helper("" if rows else nothing)
        self._filling = filling

    @property
    def organisation(self) -> OrganisationId | None:
        """The organisation that is chosen."""
        chosen: OrganisationId | None = self._organisation.currentData()
        return chosen

    def set_code(self, code: str) -> None:
        """Show a code."""
        self._code.setText(code)

    def set_word_taken(self, *, taken: bool) -> None:
        """Say below the word that another case has it, with a way to use it all the same."""
        fault = self._t("Een andere casus heeft dit woord ook. Kies liever een ander woord.")
        self.word_field.set_fault(fault if taken else None)
        self._use_word.setVisible(taken)
        if taken:
            self._show_fold(folded=False)

    @property
    def asks_about_word(self) -> bool:
        """Whether it is still open if the word may be used twice."""
        return not self._use_word.isHidden()

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        self._organisation.setFocus()

    def focus_word(self) -> None:
        """Put the cursor in the word of recognition."""
        self._word.setFocus()

    def show_too_long(self, fault: str) -> bool:
        """Say at the texts that are too long for the journal that they are; tell whether there was one."""
        too_long = False
        for field, text in ((self._hurry_field, self._hurry_words), (self._hopes_field, self._hopes)):
            over = len(text.text()) > TEXT_LIMIT
            field.set_fault(fault if over else None)
            too_long = too_long or over
        return too_long

    @property
    def searched(self) -> tuple[QWidget, ...]:
        """The texts in the order in which a search counts them."""
        return self._code, self._word, self._about, self._hurry_words, self._hopes

    # What is collected

    def collect(self) -> FirstContact:
        """Return what the fields hold."""
        hurry = Asked(str(self._hurry.value))
        case = replace(
            self._base,
            code=self._code.text(),
            word=self._word.text(),
            organisation=self.organisation,
            about=self._about.text(),
            track=Track(str(self._track.value)),
            position=Position(str(self._position.value)),
            danger=Asked(str(self._danger.value)),
            hurry=hurry,
            hurry_words=self._hurry_words.text(),
            hopes=self._hopes.text(),
        )
        day, channel = self._day.value, Channel(str(self._channel.value))
        contact = ContactDraft(Phase.FIRST_CONTACT, day, channel) if self._has_contact and day is not None else None
        return FirstContact(case, contact, same_word=self._same_word)

    def _on_edited(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _on_word_edited(self) -> None:
        self._same_word = False
        self.set_word_taken(taken=False)
        self._on_edited()

    def _on_use_word_clicked(self) -> None:
        self._same_word = True
        self.set_word_taken(taken=False)
        self._word.setFocus()
        self._on_edited()

    def _on_fold_clicked(self) -> None:
        self._show_fold(folded=not self._folded.isHidden())

    def _show_fold(self, *, folded: bool) -> None:
        self._folded.setHidden(folded)
        set_button_text(self._fold, self._t("Meer vastleggen") if folded else self._t("Minder tonen"))
        set_button_icon(self._fold, "chevron-down" if folded else "chevron-up", theme=self._theme)

    def _reveal(self, appeared: QWidget) -> None:
        self._show_follow_ups()
        if not appeared.isHidden():
            self.revealed.emit(appeared)

    def _show_follow_ups(self) -> None:
        self._acute.setVisible(self._danger.value is Asked.YES)
        self._hurry_field.setVisible(self._hurry.value is Asked.YES)

    def _answers(self) -> list[tuple[object, str]]:
        t = self._t
        return [(Asked.NOT_ASKED, t("niet gevraagd")), (Asked.NO, t("nee")), (Asked.YES, t("ja"))]

    def _chips(self, name: str, label: str, choices: list[tuple[object, str]]) -> tuple[Field, ChoiceRow]:
        editor = ChoiceRow(choices, theme=self._theme, name=label, small=True)
        editor.setObjectName(name)
        editor.changed.connect(self._on_edited)
        return Field(label, editor, theme=self._theme), editor

    def _text(self, name: str, label: str) -> tuple[Field, PlainTextField]:
        editor = PlainTextField(theme=self._theme)
        editor.setObjectName(name)
        editor.edited.connect(self._on_edited)
        field = Field(label, editor, theme=self._theme)
        editor.edited.connect(lambda: _forgive(field, editor))
        return field, editor


def _forgive(field: Field, editor: PlainTextField) -> None:
    """Take the fault away once the text is short enough."""
    if field.fault and len(editor.text()) <= TEXT_LIMIT:
        field.set_fault(None)
