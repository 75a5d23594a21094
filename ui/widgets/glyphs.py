"""Small shapes that go with a word and are painted, because the interface font does not have them."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.theme import Theme
from vpjournal.domain.case import PhaseState


def paint_state(painter: QPainter, area: QRect, *, state: PhaseState, theme: Theme) -> None:
    """Paint how far something is: empty circle, half circle, tick in a circle, or a dash in a circle."""
    pen_width = max(1.5, area.width() / 12)
    ring = QRectF(area).adjusted(pen_width / 2, pen_width / 2, -pen_width / 2, -pen_width / 2)
    begun = state in (PhaseState.BEGUN, PhaseState.ENOUGH)
    painter.setPen(QPen(theme.colour("accent" if begun else "edge"), pen_width))
    painter.setBrush(theme.colour("accent") if state is PhaseState.ENOUGH else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if state is PhaseState.BEGUN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawPie(ring, -90 * 16, 180 * 16)
    elif state is PhaseState.ENOUGH:
        paint_tick(painter, ring, theme=theme)
    elif state is PhaseState.NOT_NEEDED:
        inset = ring.width() * 0.28
        painter.drawLine(
            QPointF(ring.left() + inset, ring.center().y()), QPointF(ring.right() - inset, ring.center().y())
        )
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_tick(painter: QPainter, area: QRectF, *, theme: Theme) -> None:
    """Paint a tick in the colour that stands on the accent."""
    pen = QPen(theme.colour("on_accent"), max(1.5, area.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    places = ((0.28, 0.53), (0.43, 0.68), (0.72, 0.36))
    painter.drawPolyline(
        QPolygonF([QPointF(area.left() + x * area.width(), area.top() + y * area.height()) for x, y in places])
    )
