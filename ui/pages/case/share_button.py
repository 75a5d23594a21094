"""While looking together: lets a reporter in a video call see the window that is otherwise left out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.buttons import PLAIN, button, set_button_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from ui.platform.capture import Shield
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


def share_button(shield: Shield | None, *, theme: Theme, texts: Texts) -> QPushButton | None:
    """Return a button that shows this window to others and hides it again; ``None`` where nothing is hidden.

    What ends the looking together ends the showing as well (``Frame.immersed``).
    """
    if shield is None or not shield.is_on:
        return None
    show, hide = texts("Laten zien in videogesprek"), texts("Niet meer laten zien")

    def on_clicked() -> None:
        if shield.is_lifted:
            shield.restore()
        else:
            shield.lift(made)
        set_button_text(made, hide if shield.is_lifted else show)

    made = button(show, theme=theme, kind=PLAIN, on_click=on_clicked)
    made.setObjectName("shareButton")
    return made
