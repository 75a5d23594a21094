"""Makes the sheet of a recovery code, and draws the code too where there is none yet; off the thread of the windows."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from ui.pages.keys.route import Tools
    from ui.pages.keys.state import KeyState
    from vpjournal.domain.language import Language
    from vpjournal.journal.opening import RecoveryCode

# ruff: noqa: PLC0415 - what makes papers and draws codes is heavy

_ASKED = 2


def make_sheet(state: KeyState, *, tools: Tools, done: Callable[[], None], initiator: QObject) -> None:
    """Put the sheet of its code into ``state``, and which two groups are asked back, then call ``done``."""
    code, language = state.code, tools.texts.language

    def on_made(made: tuple[RecoveryCode, bytes]) -> None:
        state.code, state.sheet = made
        count = len(state.groups)
        state.asked = tuple(sorted(secrets.SystemRandom().sample(range(1, count + 1), _ASKED)))
        done()

    tools.operations.compute(lambda: _made(code, language), done=on_made, initiator=initiator)


def _made(code: RecoveryCode | None, language: Language) -> tuple[RecoveryCode, bytes]:
    from vpjournal.journal import keys, papers

    drawn = code or keys.draw_code()
    return drawn, papers.recovery_sheet(drawn.groups, language)
