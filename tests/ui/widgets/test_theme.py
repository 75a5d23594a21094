import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.icons import emblem, icon, pixmap
from ui.theme import TEXT_SCALES, Mode, Role, Theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens, contrast

LOOKS = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(CONTRAST, id="contrast")]
ICONS = sorted(path.stem for path in (Path(resources.__file__).parent / "icons" / "lucide").glob("*.svg"))
TEXT = [
    ("ink", "rail"),
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "accent_soft"),
    ("ink2", "ground"),
    ("ink2", "rail"),
    ("ink2", "accent_soft"),
    ("ink2", "notice_soft"),
    ("accent", "rail"),
    ("accent", "accent_soft"),
    ("accent", "paper"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("notice", "notice_soft"),
    ("notice", "ground"),
    ("good", "good_soft"),
    ("grave", "grave_soft"),
    ("grave", "surface"),
    ("on_selection", "selection"),
]
SHAPES = [("edge", "ground"), ("edge", "paper"), ("focus", "rail"), ("notice_line", "paper"), ("bar", "surface")]


@pytest.mark.parametrize("tokens", LOOKS)
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(tokens: Tokens, front: str, back: str) -> None:
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= 4.5


@pytest.mark.parametrize("tokens", LOOKS)
@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_controls_can_be_seen(tokens: Tokens, front: str, back: str) -> None:
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= 3


def test_ink_on_paper_is_as_strong_as_designed() -> None:
    assert min(contrast(LIGHT.ink, LIGHT.rail), contrast(LIGHT.ink, LIGHT.paper)) >= 12.4
    assert contrast(DARK.ink, DARK.paper) >= 13.1
    assert contrast(CONTRAST.ink, CONTRAST.rail) == pytest.approx(21)


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_no_type_is_smaller_than_fifteen_pixels(qapp: QApplication, scale: float) -> None:
    theme = Theme(Mode.LIGHT, scale)
    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", theme.style_sheet())]
    assert len(sizes) > 10
    assert min(sizes) >= 15
    assert "pt;" not in theme.style_sheet()
    assert min(theme.font(role).pixelSize() for role in Role) >= round(15 * scale)


@pytest.mark.parametrize("mode", list(Mode))
def test_the_style_sheet_has_every_value(qapp: QApplication, mode: Mode) -> None:
    sheet = Theme(mode).style_sheet()
    assert "$" not in sheet
    for mark in re.findall(r"url\(([^)]+)\)", sheet):
        assert Path(mark).is_file()


def test_fonts_are_our_own(theme: Theme) -> None:
    assert QFontInfo(theme.font(Role.BODY)).family() == "Atkinson Hyperlegible Next"
    assert QFontInfo(theme.font(Role.WRITING)).family() == "Literata"


def test_a_scale_that_is_not_offered_becomes_the_nearest(qapp: QApplication) -> None:
    assert Theme(Mode.LIGHT, 1.4).text_scale in (1.3, 1.5)
    assert Theme(Mode.LIGHT, 9.0).text_scale == 2.0
    assert Theme(Mode.LIGHT, 1.5).px(16) == 24


def test_the_system_decides_when_it_is_asked(qapp: QApplication) -> None:
    assert Theme(Mode.SYSTEM).tokens in (LIGHT, DARK)
    assert {field.name for field in fields(Tokens)} == set(LIGHT.__slots__)


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize("colour", [LIGHT.ink2, DARK.accent])
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str, colour: str) -> None:
    drawn = pixmap(name, colour, 24, ratio=2.0).toImage()
    seen = {
        drawn.pixelColor(x, y).name().upper()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert drawn.width() == 48
    assert seen == {colour}


def test_the_emblem_and_an_icon_with_a_gap_keep_their_measure(qapp: QApplication) -> None:
    assert emblem(60).width() == 46
    sizes = icon("sun", LIGHT.ink, 20, gap=5).availableSizes()
    assert (25, 20) in [(size.width(), size.height()) for size in sizes]


@pytest.mark.parametrize(("ground", "ink", "tokens"), [("#efefef", "#000000", LIGHT), ("#323232", "#ffffff", DARK)])
def test_the_first_window_tells_light_from_dark_by_the_palette(
    qapp: QApplication, ground: str, ink: str, tokens: Tokens
) -> None:
    before, system = qapp.palette(), QPalette()
    system.setColor(QPalette.ColorRole.Window, ground)
    system.setColor(QPalette.ColorRole.WindowText, ink)
    try:
        qapp.setPalette(system)
        assert Theme(hurried=True).tokens == tokens
    finally:
        qapp.setPalette(before)
