"""What the adviser wipes: the journal names what it knows of, the rest is a reminder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.pages.moving.words import paper_line
from ui.theme import Role
from ui.widgets.labels import Body, Words
from ui.widgets.layouts import clear, column, row
from ui.widgets.paths import breakable

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.moving import LeftBehind

_NAMED = 12
"""Papers and backups that are named; more would only be skimmed."""


class WipeList(QWidget):
    """Lines under a few headings, filled by ``show_left``."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._body = column(spacing=4)
        self.setLayout(self._body)

    def show_left(self, left: LeftBehind, *, others: tuple[Path, ...] = (), example: bool = False) -> None:
        """Show what the journal knew of; ``others`` are journals that are still on this laptop."""
        t = self._t
        clear(self._body)
        self._group(t("Nog een journaal op deze laptop"), [breakable(folder) for folder in others])
        self._group(t("Papieren die u als bestand hebt bewaard"), [paper_line(t, each) for each in left.papers])
        backups = [
            t("van {day}: {file}", day=t.day(item.made_on), file=breakable(Path(item.folder) / item.name))
            for item in left.backups
        ]
        words = t("Reservekopieën: bewaar de nieuwste op een usb-stick; wis de oudere, en wat op deze laptop staat")
        self._group(words, backups)
        self._group(t("Denk ook aan"), self._reminders(example=example))

    def _reminders(self, *, example: bool) -> list[str]:
        t = self._t
        reminders = [
            t("Word- en pdf-bestanden van vroeger, met aantekeningen of samenvattingen"),
            t("de map Downloads, en bijlagen die u uit uw mail hebt geopend"),
            t("foto’s of scans van papieren"),
            t("het herstelblad, als u dat als pdf hebt bewaard"),
            t("een kopie van het journaal die u voor hulp hebt bewaard"),
            t("usb-sticks waar nog iets op staat"),
        ]
        if example:
            reminders.append(t("het voorbeeld: alles daarin is verzonnen, dus het mag blijven staan"))
        return [*reminders, t("als laatste: de prullenbak van de laptop")]

    def _group(self, heading: str, lines: list[str]) -> None:
        if not lines:
            return
        self._body.addWidget(Words(heading, theme=self._theme, role=Role.GROUP))
        more = len(lines) - _NAMED
        if more > 0:
            lines = [*lines[:_NAMED], self._t.plural("en nog {n}", "en nog {n}", more)]
        for line in lines:
            words = Body(line, theme=self._theme)
            words.setObjectName("wipeLine")
            dash = Body("–", theme=self._theme, tone="quiet")
            across = row(column(dash, None), words, spacing=8)
            across.setStretch(1, 1)
            self._body.addLayout(across)
        self._body.addSpacing(8)
