"""A part of a case that is one form: read when it is opened, saved by itself, read again when others change it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.autosave import Autosave
from ui.entering.incoming import Incoming
from ui.faults import sentence
from ui.navigation import MessageKind
from ui.pages.case.counting_fold import CountingFold
from ui.pages.case.part import CasePart
from ui.recognising.marked_text import MarkedText
from ui.spots import read_spot
from ui.theme import Role
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.labels import Heading
from ui.widgets.layouts import column
from ui.widgets.plain_text_box import PlainTextBox
from ui.widgets.plain_text_field import PlainTextField
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.case import Asked
from vpjournal.domain.unsaved import Home, Kind

if TYPE_CHECKING:
    from ui.pages.case.part import PartContext
    from vpjournal.domain.case import Phase
    from vpjournal.domain.changes import Area, Changes
    from vpjournal.domain.counting import Dimension
    from vpjournal.domain.views import Spot
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

R = TypeVar("R")
D = TypeVar("D")
_Save = Callable[["Journal", D], "Changes"]


class FormPart(CasePart, Generic[R, D]):
    """The fields of one draft ``D``, filled from what is read, ``R``. A subclass builds, fills and collects them.

    One that is ``lasting`` also says with ``_nothing`` what an empty form is filled from.
    """

    area: Area
    """The area whose changes by others this form follows."""
    kind: Kind
    """What kind of record it edits."""

    def __init__(self, context: PartContext, phase: Phase) -> None:
        super().__init__(context, phase)
        self.t = context.page.texts
        self.theme = context.page.theme
        self.page = ScrollPage(theme=self.theme, margin=24, readable=True)
        self.setLayout(column(self.page))
        self._loaded = False
        self._goal: tuple[int, Spot] | None = None
        self._counting: CountingFold | None = None
        self._texts: list[QWidget] = []
        """The texts in the order in which a search counts them."""
        self._autosave = Autosave[tuple[_Save[D], D]](
            operations=context.page.operations,
            collect=self._collect_if_loaded,
            save=lambda journal, collected: collected[0](journal, collected[1]),
            failed=self._tell,
            initiator=self,
            home=self._home,
            sealable=lambda collected: collected[1],
        )
        self._autosave.saved.connect(self._on_autosave_saved)
        self._autosave.recovered.connect(self._on_autosave_recovered)
        self._autosaves.append(self._autosave)
        self._build(self._build_ui())

    @abstractmethod
    def _build_ui(self) -> Iterator[None] | None:
        """Put the fields on ``self.page``; a long form yields between its pieces."""

    @abstractmethod
    def _read(self, journal: Journal) -> R:
        """Read what the form shows; runs on the journal thread."""

    @abstractmethod
    def _fill(self, read: R) -> None:
        """Show in the fields what was read; nothing of what they showed before stays."""

    @abstractmethod
    def _nothing(self) -> R:
        """Return what would be read of a case in which nothing was written yet."""

    @abstractmethod
    def _collect(self) -> D | None:
        """Read the fields; ``None`` while there is nothing to save."""

    @abstractmethod
    def _save(self, journal: Journal, draft: D) -> Changes:
        """Save a draft; runs on the journal thread."""

    def _reader(self) -> Callable[[Journal], R]:
        """Return what reads the form; asked for in the thread of the windows, as ``_saver`` is."""
        return self._read

    def _home(self) -> Home:
        """Say which record is edited."""
        return Home(self.kind, self.context.case)

    def _saver(self) -> _Save[D]:
        """Return what saves the draft that is collected now.

        For a form that keeps which record it edits: another may be shown when saving begins.
        """
        return self._save

    def forget(self) -> None:
        """Empty the form."""
        super().forget()
        if self._counting is not None:
            self._counting.forget()
        self._loaded = False
        self._goal = None
        self._fill(self._nothing())

    @property
    def is_ready(self) -> bool:
        """Whether the form was read."""
        return self._loaded

    def open(self, detail: str) -> None:
        """Read the form the first time it comes to the front; go to the text in which a search found a word."""
        self._goal = read_spot(detail)
        if not self._loaded:
            self._load()
        else:
            self._reach_goal()
        if self._counting is not None:
            self._counting.read()

    def _reach_goal(self) -> None:
        goal, self._goal = self._goal, None
        if goal is not None:
            self._show_found(*goal)

    def _show_found(self, record: int, spot: Spot) -> None:  # noqa: ARG002 - most forms are of one record
        """Show the words that a search found in a record."""
        if spot.text >= len(self._texts):
            return
        text = self._texts[spot.text]
        if isinstance(text, PlainTextBox):
            text.show_found(spot.start, spot.end, self.theme.colour("notice_soft"))
        elif isinstance(text, QLineEdit):
            text.setCursorPosition(spot.end)
        text.setFocus()
        self.page.bring_into_sight(text)

    def on_changes(self, changes: Changes) -> None:
        """Read the form again, unless the adviser is typing in it."""
        if self._loaded and changes.touches(self.area, case=self.context.case) and not self._autosave.dirty:
            self._load()
        if self._counting is not None:
            self._counting.on_changes(changes)

    def _load(self) -> None:
        self.context.page.operations.run(self._reader(), done=self._on_loaded, failed=self._on_load_failed)

    def _on_loaded(self, read: R) -> None:
        if self._autosave.dirty:
            return
        self._loaded = True
        self._fill(read)
        self._autosave.drop()
        self._autosave.watch()
        self.page.setEnabled(True)
        self._reach_goal()
        self.ready.emit()

    def _on_load_failed(self, error: JournalError) -> None:
        # Nobody shall write in a form that is not what the journal says.
        self.page.setEnabled(self._loaded)
        self._tell(error)
        self.ready.emit()

    def _collect_if_loaded(self) -> tuple[_Save[D], D] | None:
        draft = self._collect() if self._loaded else None
        return None if draft is None else (self._saver(), draft)

    def _touch(self) -> None:
        if self._loaded:
            self._autosave.touch()

    def _on_autosave_saved(self) -> None:
        """For a form that shows something else once there is a record."""

    def _on_autosave_recovered(self) -> None:
        self.context.page.message(self.t("Opslaan lukt weer. Uw tekst is bewaard."))

    def _run(self, work: Callable[[Journal], Changes]) -> None:
        """Run a use case of this form's own, apart from saving its draft."""
        self.context.page.operations.run(work, failed=self._tell, initiator=self)

    def _tell(self, error: JournalError) -> None:
        self.context.page.message(sentence(self.t, error), kind=MessageKind.FAILED)

    def _heading(self, words: str) -> Heading:
        return Heading(words, theme=self.theme, role=Role.PANEL)

    def _text(self, name: str, label: str, *, helper: str = "") -> tuple[Field, PlainTextField]:
        """Return a field of several lines that is saved by itself."""
        editor = PlainTextField(theme=self.theme)
        if self.context.reader is not None:
            MarkedText(editor, self.context.reader, theme=self.theme)
            Incoming(editor, self.context)
        self._texts.append(editor)
        editor.setObjectName(name)
        editor.edited.connect(self._touch)
        return Field(label, editor, theme=self.theme, helper=helper), editor

    def _chips(
        self, name: str, label: str, choices: list[tuple[object, str]], *, rows: bool = False, helper: str = ""
    ) -> tuple[Field, ChoiceRow]:
        """Return a choice that is saved by itself."""
        editor = ChoiceRow(choices, theme=self.theme, name=label, rows=rows)
        editor.setObjectName(name)
        editor.changed.connect(self._touch)
        return Field(label, editor, theme=self.theme, helper=helper), editor

    def _asked(self, name: str, label: str, *, helper: str = "", unanswered: str = "") -> tuple[Field, ChoiceRow]:
        """Return a question that may not have been asked; ``unanswered`` are other words for that."""
        answers: list[tuple[object, str]] = [
            (Asked.NOT_ASKED, unanswered or self.t("niet gevraagd")),
            (Asked.NO, self.t("nee")),
            (Asked.YES, self.t("ja")),
        ]
        return self._chips(name, label, answers, helper=helper)

    def _add_counting(self, *dimensions: Dimension, whole: bool = False) -> None:
        """Put below what there is the questions of the count that belong to this part."""
        self._counting = CountingFold(self.context, dimensions, failed=self._tell, whole=whole)
        self._autosave.saved.connect(self._counting.read)
        self._counting.unfolded.connect(self._on_counting_unfolded)
        self._add(self._counting)

    def _on_counting_unfolded(self) -> None:
        if self._counting is not None:
            self.page.take_in(self._counting)
            self.page.bring_to_top(self._counting)

    def _add(self, *parts: QWidget) -> None:
        self.page.add(*parts)

    @property
    def _first(self) -> QWidget:
        """The first thing in the form that takes keys."""
        fields = (each for each in self.page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return next(fields, self.page)
