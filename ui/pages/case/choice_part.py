"""The reporter's choice, in the reporter's words. Not choosing, doing nothing and being heard are full answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.case.form_part import FormPart
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.labels import Caption, Heading, ReporterWords
from ui.widgets.layouts import clear, column, flow
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.days import today
from vpjournal.domain.guidance import CHOICE_NAMES, Choice, ChoiceDraft, ChoiceKind
from vpjournal.domain.ids import ChoiceId

if TYPE_CHECKING:
    from vpjournal.journal.facade import Journal

Choices = tuple[Choice, ...]


class ChoicePart(FormPart[Choices, ChoiceDraft]):
    """Shows the choice that holds as a form, and earlier ones below it. Adjusting begins a new one."""

    area = Area.CHOICES

    def _build_ui(self) -> None:
        self._id: ChoiceId | None = None
        self._day = today()
        self._earlier_choices: Choices = ()
        kind, self._kind = self._chips(
            "choiceKind",
            self.t("Wat zegt de melder nu?"),
            [(kind, self.t(words)) for kind, words in CHOICE_NAMES.items()],
            rows=True,
        )
        self._organisation_note = Caption(
            self.t(
                "Is dit een formele klacht of een formele melding? Dan bepaalt vanaf dat moment ook de organisatie "
                "het verloop. Heeft de melder daar alles over gehoord?"
            ),
            theme=self.theme,
        )
        self._kind.changed.connect(self._show_note)
        words, self._words = self._text("choiceWordsField", self.t("De keuze, in de woorden van de melder"))
        reason, self._reason = self._text("reasonField", self.t("Wat gaf de doorslag?"))
        may, self._may = self._text("mayKnowField", self.t("Wie mag ervan weten?"))
        may_not, self._may_not = self._text("mayNotKnowField", self.t("Wie mag er niet van weten?"))
        good, self._good = self._text("goodSignField", self.t("Waaraan merkt de melder dat het goed gaat?"))
        stop, self._stop = self._text("stopSignField", self.t("Wat is het teken om te stoppen?"))
        self._adjust = button(self.t("Keuze bijstellen"), theme=self.theme, on_click=self._begin_anew)
        self._adjust.setObjectName("adjustChoiceButton")
        foot = QWidget()
        foot.setLayout(flow(self._adjust))
        self._earlier = QWidget()
        self._earlier_column = QVBoxLayout(self._earlier)
        self._earlier_column.setContentsMargins(0, 0, 0, 0)
        self._add(
            self._heading(self.t("Keuze")), kind, self._organisation_note, words, reason, may, may_not, good, stop
        )
        self._add(foot, self._earlier)

    def _read(self, journal: Journal) -> Choices:
        return journal.choices.list(self.context.case)

    def _fill(self, read: Choices) -> None:
        newest, self._earlier_choices = (read[0], read[1:]) if read else (None, ())
        self._id = newest.id if newest is not None else None
        self._show_draft(newest.draft if newest is not None else None)
        self._show_earlier()

    def _show_draft(self, draft: ChoiceDraft | None) -> None:
        shown = draft or ChoiceDraft(ChoiceKind.UNDECIDED, today())
        self._day = shown.day
        self._kind.set_value(draft.kind if draft is not None else None)
        self._words.set_text(shown.words)
        self._reason.set_text(shown.reason)
        self._may.set_text(shown.may_know)
        self._may_not.set_text(shown.may_not_know)
        self._good.set_text(shown.good_sign)
        self._stop.set_text(shown.stop_sign)
        self._adjust.setVisible(draft is not None)
        self._show_note()

    def _show_note(self) -> None:
        self._organisation_note.setVisible(self._kind.value is ChoiceKind.STEP)

    def _show_earlier(self) -> None:
        clear(self._earlier_column)
        if self._earlier_choices:
            self._earlier_column.addWidget(Heading(self.t("Eerder gekozen"), theme=self.theme, role=Role.GROUP))
        for choice in self._earlier_choices:
            said = Caption(
                f"{self.t.day(choice.draft.day)} · {self.t(CHOICE_NAMES[choice.draft.kind])}", theme=self.theme
            )
            entry = QWidget()
            entry.setLayout(column(said, ReporterWords(choice.draft.words, theme=self.theme), spacing=0))
            self._earlier_column.addWidget(entry)

    def _collect(self) -> ChoiceDraft | None:
        draft = ChoiceDraft(
            kind=self._chosen_kind() or ChoiceKind.OTHER,
            day=self._day,
            words=self._words.text(),
            reason=self._reason.text(),
            may_know=self._may.text(),
            may_not_know=self._may_not.text(),
            good_sign=self._good.text(),
            stop_sign=self._stop.text(),
        )
        empty = ChoiceDraft(kind=ChoiceKind.OTHER, day=self._day)
        return None if draft == empty and self._id is None and self._chosen_kind() is None else draft

    def _chosen_kind(self) -> ChoiceKind | None:
        value = self._kind.value
        return value if isinstance(value, ChoiceKind) else None

    def _save(self, journal: Journal, draft: ChoiceDraft) -> Changes:
        if self._id is not None:
            return journal.choices.change(self._id, draft)
        changes = journal.choices.add(self.context.case, draft)
        # Saves follow each other on one thread, so the next one already changes this choice.
        self._id = ChoiceId(changes.new) if changes.new is not None else None
        return changes

    def _begin_anew(self) -> None:
        self._autosave.flush(lambda saved: self._show_empty() if saved else None)

    def _show_empty(self) -> None:
        def filled(choices: Choices) -> None:
            self._id, self._earlier_choices = None, choices
            self._show_draft(None)
            self._show_earlier()
            self._kind.setFocus()

        self.context.page.operations.run(self._read, done=filled, failed=self._tell)
