"""A platform's safe zone over the preview: what its controls cover, and where text may be, with its name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from core.captions.place import UPRIGHT_RATIO, safe_area
from core.styles.zones import safe_zones
from ui import theme
from ui.wording import tr

_COVERED, _LINE = QColor(240, 134, 142, 46), QColor(255, 255, 255, 170)
_CHIP, _CHIP_HEIGHT_PX = QColor(11, 12, 14, 210), 20
# In a picture as small as in a sheet of many, the name would cover it.
_LEAST_NAMED_PX = 160


def paint_zone(painter: QPainter, area: QRectF, platform: str) -> None:
    """Draw what a platform covers of a picture that lies in `area`, and its name.

    Only upright pictures fill a phone's screen and lie below its controls; in others it is the margin that text
    keeps.
    """
    zone = safe_zones()[platform]
    if area.height() >= UPRIGHT_RATIO * area.width():
        scale = area.width() / 1080
        safe = area.adjusted(zone.left * scale, zone.top * scale, -zone.right * scale, -zone.bottom * scale)
        _cover(painter, area, safe)
        text = platform
    else:
        inside = safe_area(zone, round(area.width()), round(area.height()))
        safe = QRectF(inside.left, inside.top, inside.room, inside.bottom - inside.top).translated(area.topLeft())
        text = tr("{platform}: nothing covered").format(platform=platform)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_LINE, 1, Qt.PenStyle.DashLine))
    painter.drawRect(safe)
    if area.width() >= _LEAST_NAMED_PX:
        _name(painter, area, safe, text)


def _cover(painter: QPainter, area: QRectF, safe: QRectF) -> None:
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), safe.top() - area.top()), _COVERED)
    painter.fillRect(QRectF(area.left(), safe.bottom(), area.width(), area.bottom() - safe.bottom()), _COVERED)
    painter.fillRect(QRectF(area.left(), safe.top(), safe.left() - area.left(), safe.height()), _COVERED)
    painter.fillRect(QRectF(safe.right(), safe.top(), area.right() - safe.right(), safe.height()), _COVERED)


def _name(painter: QPainter, area: QRectF, safe: QRectF, text: str) -> None:
    """Write the name at the foot of the zone, where neither a title nor a logo is likely."""
    painter.setFont(theme.font(theme.SMALL_PX, QFont.Weight.Medium))
    metrics = QFontMetricsF(painter.font())
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 24)
    width = metrics.horizontalAdvance(text) + 12
    # Below the line where there is room: what is covered is the platform's.
    is_below = area.bottom() - safe.bottom() > _CHIP_HEIGHT_PX + 8
    top = safe.bottom() + 4 if is_below else safe.bottom() - _CHIP_HEIGHT_PX - 4
    chip = QRectF(area.center().x() - width / 2, top, width, _CHIP_HEIGHT_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_CHIP)
    painter.drawRoundedRect(chip, 4, 4)
    painter.setPen(theme.colour("on-canvas"))
    painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
