"""The dashed frame of what is not there now; apart from the other shapes, because the first window needs only this."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme import Theme


def paint_dashes(painter: QPainter, area: QRect, *, radius: int, theme: Theme) -> None:
    """Paint a dashed frame just inside an area: the style sheet turns dashes of one pixel into dots."""
    pen = QPen(theme.colour("edge"), 1)
    pen.setDashPattern([4, 3])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
