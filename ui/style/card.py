"""A style in the list: a painted sample of it, its name, whose it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from core.schema.style import Style
from ui import theme
from ui.widgets.basics import ElidedLabel, button, column, icon_button, label, restyle, row
from ui.wording import tr

STRIP_PX = 92


class Strip(QWidget):
    """A painted picture as wide as there is room.

    Signals:
        resized(): It has another width, and wants another picture.
        pressed(): It was clicked.
    """

    resized = Signal()
    pressed = Signal()

    def __init__(self, height_px: int = STRIP_PX) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self.setFixedHeight(height_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage) -> None:
        """Show a picture."""
        self._picture = picture
        self.update()

    def picture(self) -> QImage | None:
        """Return the picture shown."""
        return self._picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new width."""
        super().resizeEvent(event)
        self.resized.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture with round corners."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(area, 6, 6)
        painter.setClipPath(path)
        painter.fillRect(area, theme.colour("canvas"))
        if self._picture is not None and not self._picture.isNull():
            # Whole, also where it was painted for another width: the next one is on its way.
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(area.center())
            painter.drawImage(place, self._picture)
        painter.end()

    def sizeHint(self) -> QSize:
        """Be as wide as there is room."""
        return QSize(240, self.height())


class StyleCard(QFrame):
    """One style or draft.

    Signals:
        chosen(str): Its main verb is wanted; the card's key.
        more_wanted(str, QWidget): What else can be done with it is wanted, below a widget.
    """

    chosen = Signal(str)
    more_wanted = Signal(str, QWidget)

    def __init__(self, key: str, style: Style, told: str, verb: str) -> None:
        super().__init__()
        self.key = key
        self.style_shown = style
        self.setObjectName(f"card_{key}")
        self.setProperty("card", True)
        title = style.title or style.name
        self.setAccessibleName(title)
        self.strip = Strip()
        self.strip.setCursor(Qt.CursorShape.PointingHandCursor)
        self.strip.pressed.connect(lambda: self.chosen.emit(key))
        self._title = ElidedLabel(title, "strongBody")
        self._told = ElidedLabel(told, "small")
        self._verb = button(verb, lambda: self.chosen.emit(key))
        self._verb.setObjectName(f"edit_{key}")
        self._verb.setAccessibleName(f"{verb}: {title}")
        self._more = icon_button(
            "more", tr("More about {title}").format(title=title), lambda: self.more_wanted.emit(key, self._more)
        )
        self._more.setObjectName(f"more_{key}")
        if not told:
            # Shown, it would be a window of its own until it has its place.
            self._told.hide()
        words = column(self._title, self._told, spacing=0)
        line = row(spacing=6)
        line.addLayout(words, 1)
        line.addWidget(self._verb)
        line.addWidget(self._more)
        layout = column(self.strip, spacing=6)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(line)
        self.setLayout(layout)

    def show_current(self, is_current: bool) -> None:
        """Mark the style that the clip in hand has."""
        restyle(self, "current", is_current)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with it."""
        self.more_wanted.emit(self.key, self._more)
        event.accept()


def empty(text: str) -> QWidget:
    """Return what stands where there is no card."""
    return label(text, "muted", wraps=True)
