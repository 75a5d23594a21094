"""The wegwijzer as rows: each route exists, does not exist, or was not asked about yet, with room for a remark."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import line_edit
from ui.widgets.labels import Words
from ui.widgets.layouts import column, flow, rule
from vpjournal.domain.language import Texts
from vpjournal.domain.organisation import ROUTE_NAMES, Presence, Route, RouteEntry


class RouteRows(QFrame):
    """Collects a ``RouteEntry`` for every route. ``build`` it before anything else."""

    changed = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._t = texts
        self._presence: dict[Route, ChoiceRow] = {}
        self._remarks: dict[Route, QLineEdit] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)

    def build(self) -> Iterator[None]:
        """Build one row after the other; nothing can be shown before all of them are there."""
        for route, words in ROUTE_NAMES.items():
            self._rows.addLayout(self._row(route, self._t(words)))
            self._rows.addWidget(rule())
            yield

    def _row(self, route: Route, words: str) -> QVBoxLayout:
        choices = [
            (Presence.UNKNOWN, self._t("onbekend")),
            (Presence.EXISTS, self._t("bestaat")),
            (Presence.ABSENT, self._t("bestaat hier niet")),
        ]
        presence = ChoiceRow(choices, theme=self._theme, name=words, value=Presence.UNKNOWN, small=True)
        presence.setObjectName(f"route_{route}")
        remark = line_edit(small=True)
        remark.setObjectName(f"routeRemark_{route}")
        remark.setPlaceholderText(self._t("Welke functie, of waar het te vinden is; geen naam"))
        remark.setAccessibleName(self._t("Opmerking bij {route}", route=words))
        presence.changed.connect(self.changed)
        remark.textEdited.connect(lambda _text: self.changed.emit())
        self._presence[route], self._remarks[route] = presence, remark
        heading = words[:1].upper() + words[1:]
        return column(Words(heading, theme=self._theme, role=Role.GROUP), flow(presence), remark, spacing=6)

    def set_entries(self, entries: tuple[RouteEntry, ...]) -> None:
        """Show a wegwijzer; says nothing to others."""
        given = {entry.route: entry for entry in entries}
        for route in Route:
            entry = given.get(route, RouteEntry(route))
            self._presence[route].set_value(entry.presence)
            self._remarks[route].setText(entry.remark)

    def entries(self) -> tuple[RouteEntry, ...]:
        """Return what was chosen and written."""
        return tuple(
            RouteEntry(route, Presence(str(self._presence[route].value)), self._remarks[route].text().strip())
            for route in Route
        )
