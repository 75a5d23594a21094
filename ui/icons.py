"""Draws the icons: line drawings in any colour and size, sharp on every screen, without the SVG classes of Qt."""

import re
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap

import resources

_STROKE = "1.75"
_EMBLEM_SIZE = QSize(46, 60)


def icon(name: str, colour: str, size_px: int = 20, *, checked_colour: str | None = None, gap: int = 0) -> QIcon:
    """Return a Lucide icon by its name, as sharp as the screen; it may change colour while its button is checked.

    ``gap`` is room at its right: Qt lets nobody choose how far the words of a button stand from its icon.
    """
    drawn = QIcon()
    for ratio in _ratios():
        plain = _with_gap(pixmap(name, colour, size_px, ratio=ratio), gap)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            drawn.addPixmap(plain, mode)
        if checked_colour is not None:
            checked = _with_gap(pixmap(name, checked_colour, size_px, ratio=ratio), gap)
            drawn.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
    return drawn


def _ratios() -> list[int]:
    """Return the device pixels to a pixel of the screens there are, in whole numbers: each drawing takes its time."""
    return sorted({ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()})


def _with_gap(drawn: QPixmap, gap: int) -> QPixmap:
    if gap == 0:
        return drawn
    ratio = drawn.devicePixelRatio()
    wider = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(QColor(0, 0, 0, 0))
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wider


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size_px: int = 20, *, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture for a screen with this many device pixels to a pixel."""
    side = round(size_px * ratio)
    svg = _source("lucide", f"{name}.svg").replace("currentColor", colour)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return _draw(svg, QSize(side, side), ratio=ratio)


@lru_cache(maxsize=16)
def emblem(height_px: int = 60, *, ratio: float = 1.0) -> QPixmap:
    """Return the notebook that stands for the program."""
    height = round(height_px * ratio)
    width = round(height * _EMBLEM_SIZE.width() / _EMBLEM_SIZE.height())
    return _draw(_source("emblem.svg"), QSize(width, height), ratio=ratio)


def app_icon() -> QIcon:
    """Return the notebook as the icon of the window and the task bar."""
    drawn = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        drawn.addPixmap(emblem(side))
    return drawn


@lru_cache(maxsize=128)
def _source(*path: str) -> str:
    return resources.read_text("icons", *path)


def _draw(svg: str, size: QSize, *, ratio: float) -> QPixmap:
    svg = re.sub(r'width="\d+"', f'width="{size.width()}"', svg, count=1)
    svg = re.sub(r'height="\d+"', f'height="{size.height()}"', svg, count=1)
    image = QImage.fromData(svg.encode())
    if image.isNull():
        raise RuntimeError("the SVG image plugin is missing")
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
