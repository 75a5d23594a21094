"""For whom a summary is and what for; of anyone but the reporter it asks why the reporter does not hand it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox

from ui.pages.case.summary.side_panel import SidePanel
from ui.pages.case.summary.words import purpose_to_begin_with
from ui.widgets.buttons import MAIN, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Caption
from ui.widgets.layouts import column
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.language import Language
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route
from vpjournal.domain.summary import RECIPIENT_NAMES, Recipient, SummaryDraft

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_ROUTES: dict[Recipient, tuple[Route, ...]] = {
    Recipient.MANAGER: (Route.MANAGER,),
    Recipient.HIGHER_MANAGER: (Route.HIGHER_MANAGER,),
    Recipient.HR: (Route.HR,),
    Recipient.COMPLAINTS_COMMITTEE: (Route.COMPLAINTS_PROCEDURE,),
    Recipient.REPORTING_POINT: (Route.REPORTING_PROCEDURE, Route.CONFIDENTIAL_CHANNEL, Route.ANONYMOUS_CHANNEL),
    Recipient.OTHER_ADVISER: (Route.OTHER_ADVISERS,),
}


class WhomPanel(SidePanel):
    """Fields of the draft; ``changed`` says that the adviser changed one of them."""

    changed = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Voor wie en waarvoor"), theme=theme, texts=texts)
        self._organisation: OrganisationDraft | None = None
        self._offered: tuple[tuple[Recipient, str], ...] = ()
        self._draft = SummaryDraft()
        self._recipients = QComboBox()
        self._build_ui()
        self.show_organisation(None)

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        self._recipients.setObjectName("recipientBox")
        self._recipients.setProperty("small", True)  # noqa: FBT003 - A Qt property has no keyword.
        self._recipients.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._recipients.currentIndexChanged.connect(self._on_recipient_changed)
        self._function = line_edit(small=True)
        self._function.setObjectName("recipientWordsField")
        self._function.textEdited.connect(self._on_edited)
        self._function_field = Field(
            t("Welke functie?"), self._function, theme=theme, helper=t("Een functie, geen naam.")
        )
        self._purpose = line_edit(small=True)
        self._purpose.setObjectName("purposeField")
        self._purpose.textEdited.connect(self._on_edited)
        self._purpose_field = Field(
            t("Waarvoor?"),
            self._purpose,
            theme=theme,
            helper=t("Zo staat het ook op papier, bijvoorbeeld: om het gesprek voor te bereiden."),
        )
        self._why = PlainTextField(theme=theme)
        self._why.setObjectName("whyNotSelfField")
        self._why.edited.connect(self._on_edited)
        self._why_field = Field(
            t("Waarom geeft de melder dit niet zelf?"),
            self._why,
            theme=theme,
            helper=t("Geeft de melder het zelf, dan houdt de melder de regie. Dit antwoord blijft in uw journaal."),
        )
        self._language = ChoiceRow(
            [(each, each.own_name) for each in Language], theme=theme, name=t("Taal van het blad"), small=True
        )
        self._language.setObjectName("summaryLanguage")
        self._language.changed.connect(self._on_language_changed)
        ready = button(t("Klaar"), theme=theme, kind=MAIN, small=True, on_click=self.closed.emit)
        ready.setObjectName("whomReadyButton")
        self.page.add(
            Caption(t("Het akkoord geldt straks alleen hiervoor."), theme=theme),
            Field(t("Voor wie?"), self._recipients, theme=theme),
            self._function_field,
            self._why_field,
            self._purpose_field,
            Field(t("Taal van het blad"), self._language, theme=theme),
        )
        self.set_foot(column(ready))

    @property
    def draft(self) -> SummaryDraft:
        """The draft with what stands in these fields; its text is that of the draft shown last."""
        recipient = self._offered[self._recipients.currentIndex()][0]
        language = self._language.value
        return SummaryDraft(
            text=self._draft.text,
            recipient=recipient,
            recipient_words=self._function.text() if recipient is Recipient.OTHER else "",
            purpose=self._purpose.text(),
            why_not_self=self._why.text() if recipient is not Recipient.REPORTER else "",
            language=language if isinstance(language, Language) else Language.DUTCH,
        )

    def show_draft(self, draft: SummaryDraft) -> None:
        """Fill the fields; says nothing to others."""
        self._draft = draft
        self._choose(draft.recipient)
        for edit, words in ((self._function, draft.recipient_words), (self._purpose, draft.purpose)):
            if edit.text().strip() != words:
                edit.setText(words)
        if self._why.text() != draft.why_not_self:
            self._why.set_text(draft.why_not_self)
        self._language.set_value(draft.language)
        self.show_fault("")
        self._show_fields()

    def show_organisation(self, organisation: OrganisationDraft | None) -> None:
        """Say of each recipient that the organisation does not have, that it does not."""
        self._organisation = organisation
        offered = tuple((each, self._name(each)) for each in RECIPIENT_NAMES if each is not Recipient.ADVISER)
        if offered != self._offered:
            self._offered = offered
            with QSignalBlocker(self._recipients):
                self._recipients.clear()
                for _, words in offered:
                    self._recipients.addItem(words)
            self._choose(self._draft.recipient)

    def show_fault(self, field: str) -> None:
        """Say kindly what is missing, and go there: "purpose", "recipient_words", "why_not_self", or nothing."""
        t = self.t
        said = {
            "recipient_words": (self._function_field, t("Schrijf erbij voor welke functie het is.")),
            "why_not_self": (
                self._why_field,
                t("Schrijf in een paar woorden waarom u het geeft, en niet de melder. Dat hoort bij het akkoord."),
            ),
            "purpose": (self._purpose_field, t("Schrijf erbij waarvoor het is. Ook dat hoort bij het akkoord.")),
        }
        for name, (each, words) in said.items():
            each.set_fault(words if name == field else None)
        if field in said:
            missing = said[field][0]
            missing.setFocus()
            # The panel has only just come to the front.
            QTimer.singleShot(0, missing, lambda: self.page.bring_into_sight(missing))

    def focus_first(self) -> None:
        """Give the keyboard to the recipient that is chosen."""
        self._recipients.setFocus()

    def _name(self, recipient: Recipient) -> str:
        name = self.t(RECIPIENT_NAMES[recipient])
        routes = _ROUTES.get(recipient, ())
        known = self._organisation
        if known is not None and routes and all(known.presence(each) is Presence.ABSENT for each in routes):
            return self.t("{whom} (bestaat daar niet)", whom=name)
        return name

    def _choose(self, recipient: Recipient) -> None:
        with QSignalBlocker(self._recipients):
            self._recipients.setCurrentIndex([each for each, _ in self._offered].index(recipient))

    def _on_recipient_changed(self) -> None:
        recipient, language = self.draft.recipient, self.draft.language
        begun_with = {purpose_to_begin_with(Recipient.REPORTER, each) for each in Language}
        if self._purpose.text() in {*begun_with, ""}:
            self._purpose.setText(purpose_to_begin_with(recipient, language))
        self._show_fields()
        self._on_edited()

    def _on_language_changed(self) -> None:
        begun_with = {purpose_to_begin_with(Recipient.REPORTER, each) for each in Language}
        if self._purpose.text() in begun_with:
            self._purpose.setText(purpose_to_begin_with(self.draft.recipient, self.draft.language))
        self._on_edited()

    def _on_edited(self) -> None:
        self.show_fault("")
        self.changed.emit()

    def _show_fields(self) -> None:
        recipient = self.draft.recipient
        self._function_field.setVisible(recipient is Recipient.OTHER)
        self._why_field.setVisible(recipient is not Recipient.REPORTER)
