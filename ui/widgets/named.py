"""Sets a property of a widget by the name of its value, for what is shown in the first window.

Qt's own namespace of constants is made whole at its first use, as long as a quarter of a bare start. What the first
window needs of it is named here instead, and it is made once that window is painted. A test holds this.
"""

from PySide6.QtWidgets import QWidget


def set_named(widget: QWidget, **names: str) -> None:
    """Set properties that Qt has, as in ``set_named(field, focusPolicy="NoFocus")``."""
    for name, value in names.items():
        if not widget.setProperty(name, value):
            raise ValueError(f"{name}={value}")
