"""Earlier texts of a note: a list by day, the text beside it to read, and a way to put one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import column, flow, row
from ui.widgets.note_editor import NoteEditor
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.contact import HISTORY_DAYS
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.contact import NoteVersion
    from vpjournal.domain.language import Texts


class NoteHistory(QFrame):
    """Shows what a note said before; it changes nothing itself."""

    closed = Signal()
    wanted_back = Signal(str)
    """The adviser wants this text to be the newest."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._versions: tuple[NoteVersion, ...] = ()
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        back = button(t("Terug naar de aantekening"), theme=theme, kind=LINK, on_click=self.closed.emit)
        back.setObjectName("closeHistoryButton")
        lead = Caption(
            t(
                "Eerdere versies helpen u iets terug te halen. Ze verdwijnen {n} dagen na de laatste wijziging, "
                "en meteen als u de aantekening afrondt.",
                n=HISTORY_DAYS,
            ),
            theme=theme,
        )
        self._list = QListWidget()
        self._list.setObjectName("versionList")
        self._list.setAccessibleName(t("Eerdere versies"))
        self._list.setFixedWidth(theme.px(196))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._on_list_current_row_changed)
        self._text = NoteEditor(theme=theme)
        self._text.setObjectName("versionText")
        self._text.setAccessibleName(t("Tekst van deze versie"))
        self._text.setReadOnly(True)
        self._restore = button(
            t("Deze tekst terugzetten"), theme=theme, icon_name="rotate-ccw", on_click=self._on_restore_clicked
        )
        self._restore.setObjectName("restoreVersionButton")
        self._nothing = EmptyCard(t("Er zijn geen eerdere versies van deze aantekening."), theme=theme)
        between = row(self._list, self._text, spacing=8)
        between.setStretch(1, 1)
        heading = Heading(t("Eerdere versies"), theme=theme, role=Role.PANEL)
        beside = QWidget()
        beside.setLayout(between)
        beside.setFixedHeight(theme.px(270))
        page = ScrollPage(theme=theme, margin=40)
        page.body.setSpacing(8)
        page.add(flow(back), heading, lead, self._nothing, beside, flow(self._restore))
        self.setLayout(column(page))

    def show_versions(self, versions: Sequence[NoteVersion]) -> None:
        """Show the versions, which come newest first."""
        self._versions = tuple(versions)
        self._list.clear()
        self._text.set_text("")
        for version in self._versions:
            day = self._t.day(version.saved_on, today=today())
            self._list.addItem(QListWidgetItem(self._t("{day}, versie {n}", day=day, n=version.number)))
        for part in (self._list, self._text, self._restore):
            part.setVisible(bool(self._versions))
        self._nothing.setVisible(not self._versions)
        if self._versions:
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def _on_list_current_row_changed(self, index: int) -> None:
        if 0 <= index < len(self._versions):
            self._text.set_text(self._versions[index].text)

    def _on_restore_clicked(self) -> None:
        index = self._list.currentRow()
        if 0 <= index < len(self._versions):
            self.wanted_back.emit(self._versions[index].text)
