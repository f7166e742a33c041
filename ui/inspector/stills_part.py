"""Two stills of the instant in hand: as the machine would frame it, and as it is framed by hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.schema.framing import LayoutSpan
from ui import theme
from ui.preview.overlay import FramingView, paint_live
from ui.preview.viewport import Size, parts_of
from ui.wording import tr

_HEIGHT_PX, _GAP_PX, _WORDS_PX = 132, 12, 20


class StillsPart(QWidget):
    """Before and after, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("framingStills")
        self.setAccessibleName(tr("The automatic framing beside yours"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picture: QImage | None = None
        self._size = Size(1, 1)
        self._spans: tuple[LayoutSpan, LayoutSpan] | None = None
        self._at, self._ratio = 0.0, 9 / 16

    def show_pair(
        self,
        picture: QImage,
        size: tuple[int, int],
        before: LayoutSpan,
        after: LayoutSpan,
        at: float,
        ratio: float,
    ) -> None:
        """Show a picture of the source as two spans crop it at a source second."""
        self._picture, self._size, self._spans = picture, Size(*size), (before, after)
        self._at, self._ratio = at, ratio
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of a still and its name."""
        return QSize(200, _HEIGHT_PX + _WORDS_PX)

    def areas(self) -> tuple[QRectF, QRectF]:
        """Return where the two stills are."""
        room = (self.width() - _GAP_PX) / 2
        width = min(room, _HEIGHT_PX * self._ratio)
        height = width / self._ratio
        return QRectF(0, 0, width, height), QRectF(width + _GAP_PX, 0, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both with their names."""
        if self._picture is None or self._spans is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(theme.font(theme.SMALL_PX))
        for area, span, name in zip(self.areas(), self._spans, (tr("Automatic"), tr("Yours")), strict=True):
            painter.fillRect(area, QColor(0, 0, 0))
            parts = tuple(parts_of(span, self._at, area))
            view = FramingView(self._size, parts, live=self._picture, has_blur=span.has_blurred_background)
            paint_live(painter, area, view)
            painter.setPen(theme.colour("text-muted"))
            below = QRectF(area.left(), area.bottom() + 2, max(area.width(), 80), _WORDS_PX)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        painter.end()
