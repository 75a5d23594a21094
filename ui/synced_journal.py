"""Says once that the journal lies in a folder which a program copies elsewhere, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.leaving import look_at_folder
from ui.navigation import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.frame import Frame
    from ui.operations import Operations
    from vpjournal.domain.language import Texts


def find_service(folder: Path, *, operations: Operations, done: Callable[[str], None], initiator: object) -> None:
    """Look which program copies the folder of a journal elsewhere; ``done`` gets its name, or nothing."""
    look_at_folder(folder / "journal", operations=operations, done=lambda found: done(found[1]), initiator=initiator)


def about_synced_journal(t: Texts, service: str) -> str:
    """Say what comes of it, and what to do."""
    return t(
        "De map van uw journaal wordt door {service} ook ergens anders bewaard. Wat u vernietigt, kan daar blijven "
        "staan, en een oudere kopie kan over uw journaal heen komen. Sluit VP-journaal, verplaats de map naar een plek "
        "die alleen op deze laptop staat, en wijs die plek aan bij het ontgrendelen.",
        service=service,
    )


def tell_of_sync(frame: Frame) -> None:
    """Look, and say it above the page, unless it was said before of this folder; all in the example is invented."""
    context = frame.context
    folder = context.preferences.journal_folder
    if folder is None or context.view_example is None or context.preferences.synced_told == folder:
        return

    def tell(service: str) -> None:
        if service:
            context.preferences.set_synced_told(folder)
            context.message(about_synced_journal(context.texts, service), kind=MessageKind.LOOK)

    find_service(folder, operations=context.operations, done=tell, initiator=frame)
