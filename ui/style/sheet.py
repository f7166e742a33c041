"""The sheet of tiles: clips below each other, shapes or styles beside each other, or two styles in one tile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.preview.zone import paint_zone
from ui.style.sheet_geometry import CAPTION_PX, HEAD_PX, grid, sheet_height, tile_places
from ui.wording import tr


class Sheet(QWidget):
    """Draws tiles; knows of clips only their titles.

    Signals:
        pressed(int, int): A tile was clicked: its row and its column.
        resized(): Tiles have another size.
    """

    pressed = Signal(int, int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("proofSheet")
        self.setAccessibleName(tr("Clips side by side"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setMouseTracking(True)
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[tuple[str, float], ...] = ()
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._problems: dict[tuple[int, int], str] = {}
        self._is_wiped = False
        self._wipe = 0.5
        self._zone = ""
        self._room = QSize(800, 400)

    def show_tiles(
        self, rows: Sequence[str], columns: Sequence[tuple[str, float]], is_wiped: bool = False
    ) -> None:
        """Show other tiles: the titles of rows, titles and shapes (width over height) of columns.

        Wiped, the two columns lie over each other, and the pointer says how much of which is seen.
        """
        if (tuple(rows), tuple(columns), is_wiped) != (self._rows, self._columns, self._is_wiped):
            self._rows, self._columns, self._is_wiped = tuple(rows), tuple(columns), is_wiped
            self._pictures.clear()
            self._problems.clear()
            self._fit()

    def show_picture(self, row: int, column: int, picture: QImage) -> None:
        """Show the picture of a tile."""
        self._pictures[row, column] = picture
        self._problems.pop((row, column), None)
        self.update()

    def show_problem(self, row: int, column: int, sentence: str) -> None:
        """Say why a tile has no picture."""
        self._problems[row, column] = sentence
        self.update()

    def picture(self, row: int, column: int) -> QImage | None:
        """Return the picture of a tile."""
        return self._pictures.get((row, column))

    def show_zone(self, platform: str) -> None:
        """Draw a platform's safe zone over upright tiles; an empty name draws none."""
        self._zone = platform
        self.update()

    def show_room(self, room: QSize) -> None:
        """Say how large the part of the sheet is that is seen, whether or not a scroll bar takes some of it."""
        if room != self._room:
            self._room = room
            self._fit()

    def tile_height(self) -> float:
        """Return the height of a tile in pixels of the screen."""
        made = grid(len(self._rows), self._ratios(), self._room.width(), self._room.height())
        return made.tile_px * self.devicePixelRatioF()

    def _ratios(self) -> list[float]:
        ratios = [ratio for _title, ratio in self._columns]
        return ratios[:1] if self._is_wiped else ratios

    def _places(self) -> list[list[QRectF]]:
        return tile_places(len(self._rows), self._ratios(), self._room.width(), self._room.height())

    def _fit(self) -> None:
        self.setMinimumHeight(
            sheet_height(len(self._rows), self._ratios(), self._room.width(), self._room.height())
        )
        self.update()
        self.resized.emit()

    def sizeHint(self) -> QSize:
        """Be as wide as there is room."""
        return QSize(self._room.width(), self.minimumHeight())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the wipe follow the pointer."""
        if not self._is_wiped:
            return
        for line in self._places():
            if line and line[0].contains(event.position()):
                self._wipe = (event.position().x() - line[0].left()) / line[0].width()
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a tile."""
        for row, line in enumerate(self._places()):
            for column, place in enumerate(line):
                if event.button() == Qt.MouseButton.LeftButton and place.contains(event.position()):
                    self.pressed.emit(row, column)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw headings and tiles."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        places = self._places()
        for line in places:
            if line[0].top() == places[0][0].top():
                self._paint_heads(painter, line)
        for row, line in enumerate(places):
            self._paint_title(painter, self._rows[row], line)
            for column, place in enumerate(line):
                self._paint_tile(painter, row, column, place)
                if self._is_wiped:
                    self._paint_wiped(painter, row, place)
                if self._zone and place.height() > place.width() * 1.6:
                    paint_zone(painter, place, self._zone)
        painter.end()

    def _paint_heads(self, painter: QPainter, line: list[QRectF]) -> None:
        """Say above a group what its columns are; wiped, what lies left and right."""
        painter.setFont(theme.font(theme.SMALL_PX, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("text-muted"))
        areas = [QRectF(place.left(), 0, place.width(), HEAD_PX) for place in line]
        sides = [Qt.AlignmentFlag.AlignHCenter] * len(areas)
        if self._is_wiped:
            half = areas[0].width() / 2 - 4
            areas = [QRectF(areas[0].left(), 0, half, HEAD_PX), QRectF(areas[0].right() - half, 0, half, HEAD_PX)]
            sides = [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]
        for (title, _ratio), area, side in zip(self._columns, areas, sides, strict=True):
            shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_title(self, painter: QPainter, title: str, line: list[QRectF]) -> None:
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.colour("text"))
        area = QRectF(line[0].left(), line[0].top() - CAPTION_PX, line[-1].right() - line[0].left(), CAPTION_PX)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_tile(self, painter: QPainter, row: int, column: int, place: QRectF) -> None:
        painter.fillRect(place, theme.colour("canvas"))
        picture = self._pictures.get((row, column))
        if picture is not None:
            painter.drawImage(place, picture)
        problem = self._problems.get((row, column))
        if problem or picture is None:
            painter.setFont(theme.font(theme.SMALL_PX))
            painter.setPen(theme.colour("on-canvas-danger" if problem else "on-canvas"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(place.adjusted(8, 8, -8, -8), flags, problem or tr("Painting…"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(place)

    def _paint_wiped(self, painter: QPainter, row: int, place: QRectF) -> None:
        """Lay the second column's picture over the right of the first one's, and a line between."""
        picture = self._pictures.get((row, 1))
        at = place.left() + place.width() * self._wipe
        if picture is not None:
            painter.save()
            painter.setClipRect(QRectF(at, place.top(), place.right() - at, place.height()))
            painter.drawImage(place, picture)
            painter.restore()
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawLine(QPointF(at, place.top()), QPointF(at, place.bottom()))
