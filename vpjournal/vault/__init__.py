"""The folder on disk and its keys: what is here knows how a journal is locked, and nothing of what is in it."""

from vpjournal.vault.durable import write_new_file
from vpjournal.vault.emptying import empty
from vpjournal.vault.emptying import finish as finish_emptying
from vpjournal.vault.first_page import has_its_length
from vpjournal.vault.folder import (
    Created,
    Description,
    Unlocked,
    create,
    describe,
    discard,
    remove_abandoned,
    unlock,
    unlock_with_code,
)
from vpjournal.vault.header_files import COPY, MAIN
from vpjournal.vault.kdf import CHEAPEST, FLOOR, STANDARD, Profile, calibrate
from vpjournal.vault.recovery_code import RecoveryCode, group_is_sound, new_recovery_code, parse_recovery_code
from vpjournal.vault.rotation import rotate, write_anew
from vpjournal.vault.sealed_drafts import DraftKey, SealedDrafts
from vpjournal.vault.synced import synced_by

__all__ = [
    "CHEAPEST",
    "COPY",
    "FLOOR",
    "MAIN",
    "STANDARD",
    "Created",
    "Description",
    "DraftKey",
    "Profile",
    "RecoveryCode",
    "SealedDrafts",
    "Unlocked",
    "calibrate",
    "create",
    "describe",
    "discard",
    "empty",
    "finish_emptying",
    "group_is_sound",
    "has_its_length",
    "new_recovery_code",
    "parse_recovery_code",
    "remove_abandoned",
    "rotate",
    "synced_by",
    "unlock",
    "unlock_with_code",
    "write_anew",
    "write_new_file",
]
