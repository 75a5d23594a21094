"""The other options of the library, from small to large: each with what it is, and a way onto the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Caption, Heading, Words
from ui.widgets.layouts import clear, column, flow, holder, rule
from vpjournal.domain.case import Track
from vpjournal.domain.guide import sentence
from vpjournal.domain.guide_options import LibraryOption, library_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.organisation import OrganisationDraft


class LibraryList(QWidget):
    """Options that are not on the board yet; undesirable behaviour and integrity are worlds apart."""

    add_asked = Signal(object)
    """This ``LibraryOption`` should stand on the board."""
    track_changed = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._taken: frozenset[str] = frozenset()
        self._organisation: OrganisationDraft | None = None
        self._shown: object = None
        self._build_ui()

    def _build_ui(self) -> None:
        choices = [
            (Track.BEHAVIOUR, self._t("Ongewenst gedrag")),
            (Track.INTEGRITY, self._t("Integriteit")),
        ]
        self._tracks = ChoiceRow(
            choices, theme=self._theme, name=self._t("Soort mogelijkheden"), value=Track.BEHAVIOUR, small=True
        )
        self._tracks.setObjectName("trackChoice")
        self._tracks.changed.connect(self._on_tracks_changed)
        self._banner = self._make_banner()
        self._options = column(spacing=4)
        self.setLayout(column(self._tracks, self._banner, self._options, spacing=12))

    def _make_banner(self) -> QFrame:
        words = Words(sentence(self._t.language, "integrity_banner"), theme=self._theme, role=Role.CAPTION)
        banner = holder(column(words, margins=(12, 10, 12, 10)))
        banner.setProperty("kind", "look")
        return banner

    @property
    def track(self) -> Track:
        """The world whose options are listed."""
        return Track(str(self._tracks.value))

    def set_track(self, track: Track) -> None:
        """List the options of this world."""
        self._tracks.set_value(track)
        self._show()

    def set_board(self, taken: AbstractSet[str], organisation: OrganisationDraft | None) -> None:
        """Leave out what is on the board, and say what this organisation does not have."""
        self._taken, self._organisation = frozenset(taken), organisation
        self._show()

    def left(self) -> tuple[LibraryOption, ...]:
        """Return the options of this world that are not on the board."""
        return tuple(each for each in library_of(self._t.language, self.track) if each.id not in self._taken)

    def _show(self) -> None:
        shown = (self.track, self._taken, self._organisation)
        if shown == self._shown:
            return
        self._shown = shown
        self._banner.setVisible(self.track is Track.INTEGRITY)
        clear(self._options)
        for option in self.left():
            self._options.addWidget(self._entry(option))

    def _entry(self, option: LibraryOption) -> QWidget:
        theme = self._theme
        parts: list[QWidget] = [
            Heading(option.title.text, theme=theme, role=Role.GROUP),
            Caption(option.description.text, theme=theme),
        ]
        if self._organisation is not None and option.lacks_in(self._organisation):
            parts.append(Caption(self._t("bestaat hier niet"), theme=theme, tone="notice"))
        if option.law:
            parts.append(Caption(sentence(self._t.language, "law_note"), theme=theme))
        add = button(self._t("Op het bord"), theme=theme, small=True, icon_name="plus")
        add.setObjectName(f"addOption_{option.id}")
        add.setAccessibleName(self._t("Op het bord: {title}", title=option.title.text))
        add.clicked.connect(lambda: self.add_asked.emit(option))
        return holder(column(rule(), 4, *parts, flow(add), 8, spacing=4))

    def _on_tracks_changed(self) -> None:
        self._show()
        self.track_changed.emit()
