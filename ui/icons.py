"""Our own line icons, tinted by the palette and drawn sharp at every screen scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import resource
from ui import theme

_DISABLED = "#545b67"


def icon(name: str, token: str = "text-muted", checked_token: str = "accent") -> QIcon:
    """Return an icon of `resources/icons`, tinted; checked and disabled states have their own tint."""
    return _icon(name, theme.COLOURS[token], theme.COLOURS[checked_token])


def paint_icon(painter: QPainter, name: str, area: QRectF, tint: QColor) -> None:
    """Draw an icon into a rectangle."""
    _renderer(name, tint.name()).render(painter, area)


@lru_cache(maxsize=256)
def _icon(name: str, tint: str, checked_tint: str) -> QIcon:
    drawn = QIcon()
    for size_px in (16, 20, 24, 32, 48, 64):
        drawn.addPixmap(_pixmap(name, tint, size_px), QIcon.Mode.Normal, QIcon.State.Off)
        drawn.addPixmap(_pixmap(name, checked_tint, size_px), QIcon.Mode.Normal, QIcon.State.On)
        drawn.addPixmap(_pixmap(name, _DISABLED, size_px), QIcon.Mode.Disabled, QIcon.State.Off)
    return drawn


def _pixmap(name: str, tint: str, size_px: int) -> QPixmap:
    drawn = QPixmap(size_px, size_px)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _renderer(name, tint).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return drawn


@lru_cache(maxsize=256)
def _renderer(name: str, tint: str) -> QSvgRenderer:
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", tint)
    return QSvgRenderer(QByteArray(text.encode()))
