"""How the adviser wants the paper: which paper, in which language, with what on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.layouts import column
from ui.widgets.plain_text_field import PlainTextField
from ui.widgets.tick_list import TickRow
from vpjournal.domain.language import Language
from vpjournal.domain.views import PaperWishes

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class BoardPaper(StrEnum):
    """The papers that come from a board."""

    OVERVIEW = "overview"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper and how it is wanted."""

    paper: BoardPaper
    wishes: PaperWishes


class PaperForm(QWidget):
    """The choices beside the preview; the paper's language is chosen apart from the screen's."""

    changed = Signal()
    contact_edited = Signal()
    """The line that says how to reach the adviser was edited; it is remembered for every case."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._build_ui()

    def _build_ui(self) -> None:
        theme, t = self._theme, self._t
        kinds = [(BoardPaper.OVERVIEW, t("Mogelijkheden")), (BoardPaper.CARDS, t("Kaartjes om neer te leggen"))]
        self._kind = ChoiceRow(kinds, theme=theme, name=t("Welk blad"), value=BoardPaper.OVERVIEW, rows=True)
        self._kind.setObjectName("paperKindChoice")
        languages = [(language, language.own_name) for language in Language]
        self._language = ChoiceRow(languages, theme=theme, name=t("Taal van het blad"), value=t.language, small=True)
        self._language.setObjectName("paperLanguageChoice")
        self._room = TickRow(t("Ruimte om te schrijven"), theme=theme, ticked=True)
        self._room.box.setObjectName("roomForNotesBox")
        self._says = TickRow(t("Ook wat de melder zei"), theme=theme)
        self._says.box.setObjectName("showSaysBox")
        self._reach = TickRow(t("Regel onderaan: hoe de melder mij bereikt"), theme=theme)
        self._reach.box.setObjectName("contactLineBox")
        self._line = PlainTextField(theme=theme, lines=(1, 3))
        self._line.setObjectName("contactLineField")
        self._line_field = Field(
            t("Hoe de melder mij bereikt"),
            self._line,
            theme=theme,
            helper=t("Onthouden voor een volgende keer. Deze regel mag zeggen wie u bent en wordt niet nagekeken."),
        )
        self._extras = QWidget()
        self._extras.setLayout(column(self._room, self._says, self._reach, self._line_field, spacing=4))
        self.setLayout(
            column(
                Field(t("Welk blad"), self._kind, theme=theme),
                Field(t("Taal van het blad"), self._language, theme=theme),
                self._extras,
                spacing=20,
            )
        )
        self._line_field.hide()
        self._connect()

    def _connect(self) -> None:
        for row in (self._kind, self._language):
            row.changed.connect(self._on_changed)
        for tick in (self._room, self._says, self._reach):
            tick.toggled.connect(self._on_changed)
        self._line.edited.connect(self.contact_edited)
        self._line.edited.connect(self.changed)

    @property
    def contact_line(self) -> str:
        """What the adviser wrote as the last line, whether it is wanted on this paper or not."""
        return self._line.text()

    def set_contact_line(self, line: str) -> None:
        """Show the line that was remembered; it is wanted when there is one."""
        self._line.set_text(line)
        self._reach.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._reach.box.setChecked(bool(line.strip()))
        self._reach.box.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._line_field.setVisible(self._reach.box.isChecked())

    def wanted(self) -> Wanted:
        """Return what is chosen."""
        reach = self._reach.box.isChecked()
        wishes = PaperWishes(
            language=str(self._language.value),
            contact_line=self._line.text().strip() if reach else "",
            room_for_notes=self._room.box.isChecked(),
            show_says=self._says.box.isChecked(),
        )
        return Wanted(BoardPaper(str(self._kind.value)), wishes)

    def shows_said(self) -> bool:
        """Tell whether what the reporter said is wanted on the paper."""
        return self._says.box.isChecked() and self._kind.value is BoardPaper.OVERVIEW

    def leave_off_said(self) -> None:
        """Want the paper without what the reporter said; says nothing to others."""
        self._says.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._says.box.setChecked(False)
        self._says.box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _on_changed(self) -> None:
        self._extras.setVisible(self._kind.value is BoardPaper.OVERVIEW)
        self._line_field.setVisible(self._reach.box.isChecked())
        self.changed.emit()
