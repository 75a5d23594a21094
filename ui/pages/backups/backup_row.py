"""One backup in a list: its day, where it lies, what there is to know of it, and what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column, flow, holder, rule
from ui.widgets.paths import breakable
from vpjournal.domain.backups import KEPT_DAYS
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFrame

    from ui.theme import Theme
    from vpjournal.domain.backups import BackupItem
    from vpjournal.domain.language import Texts


def backup_row(
    item: BackupItem,
    *,
    texts: Texts,
    theme: Theme,
    ruled: bool,
    expired: bool,
    on_try: Callable[[BackupItem], None],
    on_gone: Callable[[BackupItem], None],
) -> QFrame:
    """Return the row of a backup, with a hairline above or not."""
    now = today()
    day = texts.day(item.made_on, today=now)
    lines = [Body(day, theme=theme), Caption(f"{breakable(Path(item.folder))} · {item.name}", theme=theme)]
    remarks = []
    if item.older_passphrase:
        remarks.append(texts("Gaat open met een eerdere wachtzin, niet met uw wachtzin van nu."))
    if expired:
        remarks.append(texts("Ouder dan {n} dagen. Wordt verwijderd zodra de plek er weer is.", n=KEPT_DAYS))
    lines += [Caption(words, theme=theme) for words in remarks]
    try_it = button(texts("Proberen"), theme=theme, kind=LINK, on_click=lambda: on_try(item))
    gone = button(texts("Van de lijst halen"), theme=theme, kind=LINK, on_click=lambda: on_gone(item))
    for each, name in ((try_it, "tryBackupLink"), (gone, "backupGoneLink")):
        each.setObjectName(name)
        each.setAccessibleDescription(day)
    words = column(*lines, flow(try_it, gone, spacing=20), spacing=0)
    return holder(column(rule(), words) if ruled else words)
