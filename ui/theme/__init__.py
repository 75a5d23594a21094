"""The one home of every colour, size and style sheet."""

from ui.theme.theme import Theme
from ui.theme.tokens import TEXT_SCALES, Mode, Role, Tokens

__all__ = ["TEXT_SCALES", "Mode", "Role", "Theme", "Tokens"]
