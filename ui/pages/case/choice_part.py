"""The reporter's choice, in the reporter's words. Not choosing, doing nothing and being heard are full answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.pages.case.series_part import SeriesPart
from ui.widgets.labels import Caption, ReporterWords
from ui.widgets.layouts import column
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.counting import Dimension
from vpjournal.domain.days import today
from vpjournal.domain.guidance import CHOICE_NAMES, Choice, ChoiceDraft, ChoiceKind
from vpjournal.domain.ids import ChoiceId
from vpjournal.domain.unsaved import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpjournal.journal.facade import Journal


class ChoicePart(SeriesPart[Choice, ChoiceDraft]):
    """Shows the choice that holds as a form, and earlier ones below it. Adjusting begins a new one."""

    area = Area.CHOICES
    kind = Kind.CHOICE
    lasting = True

    def _build_ui(self) -> Iterator[None]:
        self._day = today()
        kind, self._kind = self._chips(
            "choiceKind",
            self.t("Wat zegt de melder nu?"),
            [(kind, self.t(words)) for kind, words in CHOICE_NAMES.items()],
            rows=True,
        )
        self._organisation_note = Caption(
            self.t(
                "Is dit een formele klacht of een formele melding? Dan bepaalt vanaf dat moment ook de "
                "organisatie hoe het verdergaat. Weet de melder daar genoeg over?"
            ),
            theme=self.theme,
        )
        self._kind.changed.connect(self._show_note)
        self._add(self._heading(self.t("Keuze")), kind, self._organisation_note)
        yield
        words, self._words = self._text("choiceWordsField", self.t("De keuze, in de woorden van de melder"))
        reason, self._reason = self._text("reasonField", self.t("Wat gaf de doorslag?"))
        self._add(words, reason)
        yield
        may, self._may = self._text("mayKnowField", self.t("Wie mag ervan weten?"))
        may_not, self._may_not = self._text("mayNotKnowField", self.t("Wie mag er niet van weten?"))
        self._add(may, may_not)
        yield
        good, self._good = self._text("goodSignField", self.t("Waaraan merkt de melder dat het goed gaat?"))
        stop, self._stop = self._text("stopSignField", self.t("Wat is het teken om te stoppen?"))
        self._add(good, stop)
        self._build_foot(again=self.t("Keuze bijstellen"), earlier=self.t("Eerder gekozen"))
        self._add_counting(Dimension.STEP)

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
        self._show_note()

    def _show_note(self) -> None:
        self._organisation_note.setVisible(self._kind.value is ChoiceKind.STEP)

    def _earlier_row(self, record: Choice) -> QWidget:
        said = Caption(f"{self.t.day(record.draft.day)} · {self.t(CHOICE_NAMES[record.draft.kind])}", theme=self.theme)
        entry = QWidget()
        entry.setLayout(column(said, ReporterWords(record.draft.words, theme=self.theme), spacing=0))
        return entry

    def _collect(self) -> ChoiceDraft | None:
        kind = self._kind.value
        draft = ChoiceDraft(
            kind=kind if isinstance(kind, ChoiceKind) else ChoiceKind.OTHER,
            day=self._day,
            words=self._words.text(),
            reason=self._reason.text(),
            may_know=self._may.text(),
            may_not_know=self._may_not.text(),
            good_sign=self._good.text(),
            stop_sign=self._stop.text(),
        )
        untouched = kind is None and self._edited.id is None and draft == ChoiceDraft(ChoiceKind.OTHER, self._day)
        return None if untouched else draft

    def _is_current(self, record: Choice) -> bool:  # noqa: ARG002 - the newest choice is always the one that holds
        return True

    def _id_and_draft(self, record: Choice) -> tuple[int, ChoiceDraft]:
        return record.id, record.draft

    def _read(self, journal: Journal) -> tuple[Choice, ...]:
        return journal.choices.list(self.context.case)

    def _insert(self, journal: Journal, draft: ChoiceDraft) -> Changes:
        return journal.choices.add(self.context.case, draft)

    def _update(self, journal: Journal, record: int, draft: ChoiceDraft) -> Changes:
        return journal.choices.change(ChoiceId(record), draft)
