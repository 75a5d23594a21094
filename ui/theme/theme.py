"""The look of the program as one value: made once, handed to every widget, made anew when the adviser changes it."""

from dataclasses import replace

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import (
    CONTRAST,
    DARK,
    FACES,
    LIGHT,
    SERIF,
    SMALLEST_TYPE,
    TEXT_SCALES,
    Mode,
    Role,
    Tokens,
    contrast,
    luminance,
)

_FONT_FILES = (
    ("atkinson", "AtkinsonHyperlegibleNext_400Regular.ttf"),
    ("atkinson", "AtkinsonHyperlegibleNext_400Regular_Italic.ttf"),
    ("atkinson", "AtkinsonHyperlegibleNext_600SemiBold.ttf"),
    ("literata", "Literata_400Regular.ttf"),
    ("literata", "Literata_400Regular_Italic.ttf"),
    ("literata", "Literata_600SemiBold.ttf"),
)


class Theme:
    """Colours, fonts and sizes for one mode and one text scale."""

    def __init__(self, mode: Mode = Mode.SYSTEM, text_scale: float = 1.0, *, hurried: bool = False) -> None:
        """Choose the look; ``hurried`` is for the first window, and asks the system again what it wants later."""
        self.mode = mode
        self.text_scale = min(TEXT_SCALES, key=lambda scale: abs(scale - text_scale))
        self.tokens = _tokens_for(mode, hurried=hurried)

    @property
    def narrow(self) -> bool:
        """Say whether the text is so large that side-by-side panels become tabs."""
        return self.text_scale >= 1.3

    def px(self, size: int) -> int:
        """Scale a type size or anything that has to grow with the text."""
        return round(size * self.text_scale)

    def control_height(self, size: int = 44) -> int:
        """Return the height of a button, field or row that is ``size`` high at 100 %."""
        return self.px(24) + size - 24

    def line_height(self, role: Role | str) -> int:
        """Return the distance of the base lines of a role."""
        return self.px(FACES[Role(role)].line)

    def font(self, role: Role | str = Role.BODY, *, strong: bool = False, tabular: bool = False) -> QFont:
        """Return the font of a role; ``tabular`` gives figures of equal width, for columns."""
        face = FACES[Role(role)]
        font = QFont(face.family)
        font.setPixelSize(max(SMALLEST_TYPE, self.px(face.size)))
        font.setWeight(QFont.Weight(600 if strong else face.weight))
        font.setItalic(face.italic)
        font.setStyleHint(QFont.StyleHint.Serif if face.family == SERIF else QFont.StyleHint.SansSerif)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, token: str) -> QColor:
        """Return a token as a colour to paint with."""
        return QColor(getattr(self.tokens, token))

    def style_sheet(self) -> str:
        """Return the one style sheet of the program."""
        return style_sheet(tokens=self.tokens, px=self.px, smallest=SMALLEST_TYPE)

    def palette(self) -> QPalette:
        """Return the colours for whatever the style sheet does not reach."""
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        disabled = QPalette.ColorGroup.Disabled
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(disabled, role, self.colour("ink2"))
        return palette

    def load_fonts(self) -> None:
        """Make the fonts of the program known to Qt; they are part of it, never the system's."""
        for parts in _FONT_FILES:
            if QFontDatabase.addApplicationFontFromData(resources.read_bytes("fonts", *parts)) < 0:
                raise RuntimeError(parts)

    def apply(self, app: QApplication) -> None:
        """Give the whole program this look. Fonts are loaded at the first call only."""
        if app.property("fonts") != "loaded":
            self.load_fonts()
            app.setProperty("fonts", "loaded")
        # Asking the program for its style makes PySide build all of QStyle: 15 ms before the first window.
        if app.property("style") != "fusion":
            from PySide6.QtWidgets import QStyleFactory  # noqa: PLC0415 - see above

            app.setStyle(QStyleFactory.create("Fusion"))
            app.setProperty("style", "fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self.style_sheet())


_STARK = 20.0
"""Contrast of black and white, or nearly: what a system shows to those who need it."""
_PALETTE = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
}


def _tokens_for(mode: Mode, *, hurried: bool) -> Tokens:
    fixed = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.CONTRAST: CONTRAST}
    if mode in fixed:
        return fixed[mode]
    return (_tokens_of_palette() if hurried else None) or _tokens_of_system()


def _tokens_of_palette() -> Tokens | None:
    """Tell light from dark by the colours that the system gave, or nothing when these are as stark as can be."""
    palette = QGuiApplication.palette()
    ground, ink = palette.color(QPalette.ColorRole.Window).name(), palette.color(QPalette.ColorRole.WindowText).name()
    if contrast(ground, ink) > _STARK:
        return None
    return DARK if luminance(ground) < luminance(ink) else LIGHT


def _tokens_of_system() -> Tokens:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - the first window does without these constants

    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return _system_contrast()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _system_contrast() -> Tokens:
    """Take the colours that the adviser chose for the whole system, and ours that fit them for the rest."""
    system = QGuiApplication.palette()
    ground, ink = system.window().color().name(), system.windowText().color().name()
    soft, on_soft = system.highlight().color().name(), system.highlightedText().color().name()
    return replace(
        CONTRAST if luminance(ground) < luminance(ink) else LIGHT,
        ground=ground,
        rail=ground,
        surface=ground,
        paper=ground,
        line=ink,
        edge=ink,
        ink=ink,
        ink2=ink,
        selection=soft,
        on_selection=on_soft,
    )
