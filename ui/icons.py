"""Our own line icons, tinted by the palette and drawn sharp at every size and screen scale.

Qt's own engine for SVG draws each when it is first seen, at the size that is asked for: drawn ahead in six sizes
and three tints they were 950 pixmaps, a third of what making the window took.

An icon knows neither its name nor its tint; both are remembered here by the key that its copies share, so that
`tinted_anew` finds the same icon in the palette that is worn now.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from core.resources import resource
from ui import theme

_SIGN_KEY = "themeSign"
_OTHER_WAY = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}
_made: dict[int, tuple[str, str, str]] = {}
_Shown: TypeAlias = tuple[QIcon.Mode, QIcon.State]


def icon(name: str, token: str = "text-muted", checked_token: str = "accent") -> QIcon:
    """Return an icon of `resources/icons`, tinted; checked and disabled states have their own tint."""
    return _icon(_turned(name), token, checked_token, theme.name())


def _turned(name: str) -> str:
    """Return the icon that points on where text is read from right to left; those of players stay as they are."""
    is_mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _OTHER_WAY.get(name, name) if is_mirrored else name


def tinted_anew(drawn: QIcon) -> QIcon | None:
    """Return an icon of ours in the present palette; None where it is not ours, or is so already."""
    found = _made.get(drawn.cacheKey())
    if found is None:
        return None
    fresh = _icon(*found, theme.name())
    return None if fresh.cacheKey() == drawn.cacheKey() else fresh


def show_sign(sign: QLabel, name: str, token: str, size_px: int) -> None:
    """Show an icon in a label, where it follows the palette."""
    sign.setProperty(_SIGN_KEY, [name, token, size_px])
    sign.setPixmap(icon(name, token).pixmap(size_px, size_px))


def tint_anew(widget: QWidget) -> None:
    """Give what a widget shows of our icons the tint of the present palette."""
    if isinstance(widget, QAbstractButton):
        if (fresh := tinted_anew(widget.icon())) is not None:
            widget.setIcon(fresh)
    elif isinstance(widget, QLabel) and (shown := widget.property(_SIGN_KEY)):
        show_sign(widget, str(shown[0]), str(shown[1]), int(shown[2]))
    for action in widget.actions():
        if (fresh := tinted_anew(action.icon())) is not None:
            action.setIcon(fresh)


def paint_icon(painter: QPainter, name: str, area: QRectF, tint: QColor) -> None:
    """Draw an icon into a rectangle."""
    _renderer(name, tint.name()).render(painter, area)


@lru_cache(maxsize=512)
def _icon(name: str, token: str, checked_token: str, _palette: str) -> QIcon:
    tints: dict[_Shown, str] = {
        (QIcon.Mode.Normal, QIcon.State.Off): theme.colour(token).name(),
        (QIcon.Mode.Normal, QIcon.State.On): theme.colour(checked_token).name(),
        (QIcon.Mode.Disabled, QIcon.State.Off): theme.colour("text-off").name(),
    }
    made = _scalable(name, tints)
    if made.isNull():
        made = _drawn(name, tints)
    _made[made.cacheKey()] = (name, token, checked_token)
    return made


def _scalable(name: str, tints: dict[_Shown, str]) -> QIcon:
    """Return an icon that Qt draws when it is seen; null where its engine for SVG is not there.

    That engine takes tinted copies from files or, without any, out of a stream in Qt's own order: the engine's
    name, file names (none), whether what follows is compressed, the texts, whether pixmaps follow.
    """
    kept = QByteArray()
    writing = QDataStream(kept, QIODevice.OpenModeFlag.WriteOnly)
    writing.writeQString("svg")
    writing.writeUInt32(0)
    writing.writeInt32(0)
    writing.writeUInt32(len(tints))
    for (mode, state), tint in tints.items():
        writing.writeInt32(mode.value << 4 | state.value)
        writing << QByteArray(_tinted(name, tint))
    writing.writeInt32(0)
    made = QIcon()
    QDataStream(kept, QIODevice.OpenModeFlag.ReadOnly) >> made
    return made


def _drawn(name: str, tints: dict[_Shown, str]) -> QIcon:
    """Return an icon that is drawn ahead in the usual sizes."""
    made = QIcon()
    for size_px in (16, 20, 24, 32, 48, 64):
        for (mode, state), tint in tints.items():
            made.addPixmap(_pixmap(name, tint, size_px), mode, state)
    return made


def _pixmap(name: str, tint: str, size_px: int) -> QPixmap:
    drawn = QPixmap(size_px, size_px)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _renderer(name, tint).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return drawn


@lru_cache(maxsize=256)
def _renderer(name: str, tint: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_tinted(name, tint)))


def _tinted(name: str, tint: str) -> bytes:
    return _text(name).replace("currentColor", tint).encode()


@lru_cache(maxsize=256)
def _text(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
