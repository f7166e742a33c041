"""Lists that end with a whole row: of what has no room at their foot as they are opened, no half is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QRegion, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QLabel,
    QListView,
    QScrollArea,
    QTextEdit,
    QTreeView,
    QWidget,
)

from ui.theme import px

Area = QListView | QTreeView | QScrollArea | QTextEdit

# What is higher than this share of a list, or than so many pixels, is no row of it: what is in it is looked at.
_ROW_SHARE, _ROW_MOST_PX = 0.4, 96
# Where whole rows take less of the height than this, all is shown.
_LEAST_SHARE = 0.5
_HEADINGS = ("heading", "section")
_CHANGING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Paint)
_UPRIGHT = (QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop)


def keep_rows_whole(area: Area) -> None:
    """Let a list, a text, or lines in a scrolled area, end with a whole row, however high it is made.

    What is scrolled by pixels is left as it is once it is scrolled: there a row that is cut says so.
    """
    if area.findChild(_Foot, "", Qt.FindChildOption.FindDirectChildrenOnly) is None:
        _Foot(area)


class _Foot(QObject):
    """Leaves the foot of a list empty where a row would be cut."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self._shown: QRegion | None = None
        # What changes the rows lays them out in a turn of its own.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit)
        area.verticalScrollBar().valueChanged.connect(self._fit)
        area.viewport().installEventFilter(self)
        if isinstance(area, QScrollArea) and (body := area.widget()) is not None:
            body.installEventFilter(self)
        if isinstance(area, QListView):
            # What was laid out before the style sheet was worn overlaps.
            area.scheduleDelayedItemsLayout()
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the rows again once they may have changed."""
        if event.type() in _CHANGING:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        viewport = self._area.viewport()
        view, shown = viewport.rect(), QRegion(viewport.rect())
        for column, whole_px in self._whole(view):
            if view.height() * _LEAST_SHARE < whole_px < view.height():
                shown -= QRegion(column.left(), whole_px, column.width(), view.height() - whole_px)
        told = None if shown == QRegion(view) else shown
        if told == self._shown:
            return
        if told is None:
            viewport.clearMask()
        else:
            viewport.setMask(told)
        self._shown = told

    def _whole(self, view: QRect) -> list[tuple[QRect, int]]:
        """Return how much of the height whole rows take, in each column that what is shown has."""
        area, height = self._area, view.height()
        if isinstance(area, QListView | QTreeView):
            return [(view, _rows_above(area, height))]
        if area.verticalScrollBar().value():
            return []
        if isinstance(area, QTextEdit):
            return [(view, _lines_above(area.document(), 0, height))]
        row_px, body = min(height * _ROW_SHARE, px(_ROW_MOST_PX)), area.widget()
        if body is None:
            return []
        sides = _columns(body)
        if len(sides) < 2:
            return [(view, _well_ended(_parts(body), height, row_px))]
        each_side = [(side, [each for each in _parts(body) if side.contains(each.geometry())]) for side in sides]
        return [(side, _well_ended(parts, height, row_px)) for side, parts in each_side]


def _columns(body: QWidget) -> list[QRect]:
    """Return where the columns are that stand side by side in what is scrolled: their rows need not be in line."""
    layout = body.layout()
    if not isinstance(layout, QBoxLayout) or layout.direction() in _UPRIGHT:
        return []
    held = [item.layout() for place in range(layout.count()) if (item := layout.itemAt(place)) is not None]
    return [each.geometry() for each in held if isinstance(each, QBoxLayout) and each.direction() in _UPRIGHT]


def _parts(widget: QWidget) -> list[QWidget]:
    """Return what is seen in a widget."""
    return [each for each in widget.children() if isinstance(each, QWidget) and each.isVisible()]


def _rows_above(view: QListView | QTreeView, height: int) -> int:
    """Return where the row begins that a view of some height cuts, or the height."""
    by_pixels = view.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel
    if by_pixels and view.verticalScrollBar().value():
        return height
    last = view.visualRect(view.indexAt(QPoint(view.viewport().width() // 2, height - 1)))
    return last.top() if last.isValid() and last.bottom() >= height else height


def _well_ended(parts: list[QWidget], height: int, row_px: float) -> int:
    """Return the most of a height that cuts no part, and ends with no heading of what is not seen."""
    shown, before = _above(parts, height, row_px), height + 1
    while shown < before:
        before = shown
        if (least := _without_heading(parts, shown)) < shown:
            shown = _above(parts, least, row_px)
    return shown


def _without_heading(parts: list[QWidget], height: int) -> int:
    """Return where the heading begins whose lines are all below a height, or the height."""
    for each in parts:
        top, whole = each.geometry().top(), each.geometry().bottom() + 1
        if _leads(each):
            if top < height < whole + _to_next_px(each):
                return top
        elif top < height <= whole and (least := top + _without_heading(_parts(each), height - top)) < height:
            return least
    return height


def _leads(part: QWidget) -> bool:
    """Whether it is a heading, or a line between what stands above and below."""
    return part.property("role") in _HEADINGS or bool(part.property("rule"))


def _to_next_px(part: QWidget) -> int:
    """Return how much below a part the next one begins that stands below it, or 0."""
    beside, own = part.parentWidget(), part.geometry()
    if beside is None:
        return 0
    others = [each.geometry() for each in _parts(beside)]
    below = [each.top() for each in others if each.top() > own.bottom() and _are_in_line(each, own)]
    return min(below, default=own.bottom()) - own.bottom()


def _are_in_line(one: QRect, other: QRect) -> bool:
    return one.left() <= other.right() and one.right() >= other.left()


def _above(parts: list[QWidget], height: int, row_px: float) -> int:
    """Return the most of a height that cuts nothing: no row, and no part of what is higher than one."""
    shown, is_cut = height, True
    while is_cut:
        is_cut = False
        for each in parts:
            top, whole = each.geometry().top(), each.geometry().bottom() + 1
            if top < shown < whole:
                least = shown
                shown = top if each.height() <= row_px else top + _inside(each, shown - top, row_px)
                is_cut = is_cut or shown < least
    return shown


def _inside(part: QWidget, height: int, row_px: float) -> int:
    """Return the most of a height that cuts nothing in what is higher than a row."""
    if isinstance(part, QLabel) and part.text():
        laid = _laid_out(part)
        room = part.contentsRect()
        begins = room.top() + max(0, (room.height() - round(laid.size().height())) // 2)
        return _lines_above(laid, begins, height)
    parts = _parts(part)
    if not parts:
        # Half a picture is not to be seen; a plain widget shows nothing of its own.
        return height if type(part) is QWidget else 0
    least, first = _above(parts, height, row_px), min(each.geometry().top() for each in parts)
    # Nor is the frame alone of what begins below.
    return 0 if least <= first <= row_px else least


def _laid_out(text: QLabel) -> QTextDocument:
    """Return the text of a label in lines, as it lays them out."""
    laid = QTextDocument()
    laid.setDefaultFont(text.font())
    laid.setDocumentMargin(0)
    laid.setTextWidth(text.contentsRect().width())
    if text.textFormat() is Qt.TextFormat.RichText:
        laid.setHtml(text.text())
    else:
        laid.setPlainText(text.text())
    return laid


def _lines_above(text: QTextDocument, begins: int, height: int) -> int:
    """Return where the line begins that a height cuts, or the heading before it, or the height.

    `begins` is where the text does. What is as high as a picture is no line.
    """
    block, heading, places = text.begin(), height, text.documentLayout()
    while block.isValid():
        lines, place = block.layout(), places.blockBoundingRect(block)
        if begins + place.top() >= height:
            break
        for number in range(lines.lineCount()):
            line = lines.lineAt(number).rect().translated(place.topLeft()).translated(0, begins)
            if line.top() < height < line.bottom() and line.height() <= px(_ROW_MOST_PX):
                return min(heading, int(line.top()))
        heading = int(begins + place.top()) if block.blockFormat().headingLevel() else height
        block = block.next()
    return min(heading, height)
