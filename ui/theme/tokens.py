"""Every colour and type size of the program, by what it is for, so that no other module knows a number of either."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How the adviser wants the screen."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Role(StrEnum):
    """What a piece of text is, which decides its font and size."""

    DISPLAY = "display"
    PAGE = "page"
    CODE = "code"
    PANEL = "panel"
    OPTION_TITLE = "option_title"
    GROUP = "group"
    BODY = "body"
    CAPTION = "caption"
    WRITING = "writing"
    SUMMARY = "summary"
    REPORTER_WORDS = "reporter_words"


@dataclass(frozen=True, slots=True)
class Face:
    """Family, size and line height in pixels at 100 %, weight and slant of a role."""

    family: str
    size: int
    line: int
    weight: int = 400
    italic: bool = False


SANS = "Atkinson Hyperlegible Next"
SERIF = "Literata"
TEXT_SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
SMALLEST_TYPE = 15

FACES: dict[Role, Face] = {
    Role.DISPLAY: Face(SERIF, 32, 42, 600),
    Role.PAGE: Face(SERIF, 28, 36, 600),
    Role.CODE: Face(SERIF, 24, 32, 600),
    Role.PANEL: Face(SERIF, 20, 28, 600),
    Role.OPTION_TITLE: Face(SERIF, 18, 24, 600),
    Role.GROUP: Face(SANS, 16, 24, 600),
    Role.BODY: Face(SANS, 16, 24),
    Role.CAPTION: Face(SANS, 15, 22),
    Role.WRITING: Face(SERIF, 18, 29),
    Role.SUMMARY: Face(SERIF, 17, 27),
    Role.REPORTER_WORDS: Face(SERIF, 16, 24, italic=True),
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one look, each named by its use. ``controls`` names the folder of painted marks that fits."""

    ground: str
    rail: str
    surface: str
    paper: str
    line: str
    edge: str
    ink: str
    ink2: str
    accent: str
    focus: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    notice: str
    notice_soft: str
    notice_line: str
    good: str
    good_soft: str
    grave: str
    grave_soft: str
    bar: str
    hatch: str
    selection: str
    on_selection: str
    controls: str


LIGHT = Tokens(
    ground="#F4F0E8",
    rail="#EAE4D8",
    surface="#FBF9F4",
    paper="#FFFEFB",
    line="#DDD5C6",
    edge="#857B6D",
    ink="#26221C",
    ink2="#5B5348",
    accent="#1F5C63",
    focus="#1F5C63",
    accent_hover="#174A50",
    on_accent="#FFFFFF",
    accent_soft="#DCE8E6",
    notice="#7A4E00",
    notice_soft="#F7EAD0",
    notice_line="#B07A1E",
    good="#3C6338",
    good_soft="#E4EDDD",
    grave="#8C3B2B",
    grave_soft="#F6E4DE",
    bar="#4E8288",
    hatch="#C9BFAE",
    selection="#DCE8E6",
    on_selection="#26221C",
    controls="light",
)

DARK = Tokens(
    ground="#1D1B18",
    rail="#171513",
    surface="#272420",
    paper="#221F1C",
    line="#3D3832",
    edge="#8F867A",
    ink="#ECE6DB",
    ink2="#B9B0A2",
    accent="#86C5C8",
    focus="#86C5C8",
    accent_hover="#A1D6D8",
    on_accent="#0F282B",
    accent_soft="#25393A",
    notice="#E6BC72",
    notice_soft="#3A3020",
    notice_line="#B88D43",
    good="#A9C99A",
    good_soft="#2A3526",
    grave="#E8A392",
    grave_soft="#3E2A25",
    bar="#6FABAF",
    hatch="#5A5349",
    selection="#25393A",
    on_selection="#ECE6DB",
    controls="dark",
)

CONTRAST = Tokens(
    ground="#000000",
    rail="#000000",
    surface="#000000",
    paper="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    accent="#8FE3FF",
    focus="#FFD75E",
    accent_hover="#FFFFFF",
    on_accent="#000000",
    accent_soft="#00313D",
    notice="#FFD75E",
    notice_soft="#000000",
    notice_line="#FFD75E",
    good="#B6F2A0",
    good_soft="#000000",
    grave="#FFB3A3",
    grave_soft="#000000",
    bar="#8FE3FF",
    hatch="#FFFFFF",
    selection="#00313D",
    on_selection="#FFFFFF",
    controls="contrast",
)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` (WCAG 2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
