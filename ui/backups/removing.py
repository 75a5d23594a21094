"""Removes the files of backups beside the work, and takes off the list what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.operations import Operations
    from vpjournal.domain.backups import BackupItem
    from vpjournal.domain.ids import BackupId
    from vpjournal.errors import JournalError


def remove_backups(
    items: tuple[BackupItem, ...],
    *,
    operations: Operations,
    done: Callable[[tuple[BackupItem, ...]], None],
    failed: Callable[[JournalError], None],
) -> None:
    """Remove what can be reached; ``done`` hears which stayed, because they lie where nothing is now."""

    def take_off(gone: tuple[BackupId, ...]) -> None:
        stayed = tuple(item for item in items if item.id not in gone)
        operations.run(lambda journal: journal.backups.forget(gone), done=lambda _changes: done(stayed), failed=failed)

    operations.run(
        lambda journal: journal.backups.remover(items),
        done=lambda remove: operations.compute(remove, done=take_off, failed=failed, at_length=True),
        failed=failed,
    )
