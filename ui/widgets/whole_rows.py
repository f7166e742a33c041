"""Lists that end with a whole row: of what has no room at their foot as they are opened, no half is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QRegion, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QScrollArea, QTreeView, QWidget

# What is higher than this share of a list is no row of it: what is in it is looked at.
_ROW_SHARE = 0.4
_HEADINGS = ("heading", "section")
_CHANGING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Paint)


def keep_rows_whole(area: QListView | QTreeView | QScrollArea) -> None:
    """Let a list, or lines in a scrolled area, end with a whole row, however high it is made.

    What is scrolled by pixels is left as it is once it is scrolled: there a row that is cut says so.
    """
    if area.findChild(_Foot, "", Qt.FindChildOption.FindDirectChildrenOnly) is None:
        _Foot(area)


class _Foot(QObject):
    """Leaves the foot of a list empty where a row would be cut."""

    def __init__(self, area: QListView | QTreeView | QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._shown_px: int | None = None
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
        viewport, shown_px = self._area.viewport(), self._whole_px()
        if shown_px == self._shown_px and shown_px is None:
            return
        if shown_px is None:
            viewport.clearMask()
        else:
            viewport.setMask(QRegion(0, 0, viewport.width(), shown_px))
        self._shown_px = shown_px

    def _whole_px(self) -> int | None:
        """Return how much of the height whole rows take; None where none is cut, or all is to be shown."""
        area, height = self._area, self._area.viewport().height()
        if isinstance(area, QScrollArea):
            is_scrolled = area.verticalScrollBar().value() > 0
            shown = height if is_scrolled else _well_ended(area.widget(), height, height * _ROW_SHARE)
        else:
            shown = _rows_above(area, height)
        return shown if height * (1 - _ROW_SHARE) < shown < height else None


def _rows_above(view: QListView | QTreeView, height: int) -> int:
    """Return where the row begins that a view of some height cuts, or the height."""
    by_pixels = view.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel
    if by_pixels and view.verticalScrollBar().value():
        return height
    last = view.visualRect(view.indexAt(QPoint(view.viewport().width() // 2, height - 1)))
    return last.top() if last.isValid() and last.bottom() >= height else height


def _well_ended(body: QWidget | None, height: int, row_px: float) -> int:
    """Return the most of a height that cuts nothing in a body, and ends with no heading of what is not seen."""
    shown, before = _above(body, height, row_px), height + 1
    while body is not None and shown < before:
        before = shown
        if (least := _without_heading(body, shown)) < shown:
            shown = _above(body, least, row_px)
    return shown


def _without_heading(body: QWidget, height: int) -> int:
    """Return where the heading begins whose lines are all below a height, or the height."""
    for each in body.children():
        if not isinstance(each, QWidget) or not each.isVisible():
            continue
        top, whole = each.geometry().top(), each.geometry().bottom() + 1
        if _leads(each):
            if top < height < whole + _to_next_px(each):
                return top
        elif top < height <= whole and (least := top + _without_heading(each, height - top)) < height:
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
    others = [each.geometry() for each in beside.children() if isinstance(each, QWidget) and each.isVisible()]
    below = [each.top() for each in others if each.top() > own.bottom() and each.left() <= own.right()]
    return min(below, default=own.bottom()) - own.bottom()


def _above(body: QWidget | None, height: int, row_px: float) -> int:
    """Return the most of a height that cuts nothing in a body: no row, and no part of what is higher than one."""
    if body is None:
        return height
    shown, rows = height, [each for each in body.children() if isinstance(each, QWidget) and each.isVisible()]
    is_cut = True
    while is_cut:
        is_cut = False
        for each in rows:
            top, whole = each.geometry().top(), each.geometry().bottom() + 1
            if top < shown < whole:
                least = shown
                shown = top if each.height() <= row_px else top + _inside(each, shown - top, row_px)
                is_cut = is_cut or shown < least
    return shown


def _inside(part: QWidget, height: int, row_px: float) -> int:
    """Return the most of a height that cuts nothing in what is higher than a row."""
    return _lines_above(part, height) if isinstance(part, QLabel) and part.text() else _above(part, height, row_px)


def _lines_above(text: QLabel, height: int) -> int:
    """Return where the line of a text begins that a height cuts, or the height, laid out as a label does."""
    laid, room = QTextDocument(), text.contentsRect()
    laid.setDefaultFont(text.font())
    laid.setDocumentMargin(0)
    laid.setTextWidth(room.width())
    if text.textFormat() is Qt.TextFormat.RichText:
        laid.setHtml(text.text())
    else:
        laid.setPlainText(text.text())
    # Lines have their places once the whole has a size.
    above, block = room.top() + max(0, (room.height() - round(laid.size().height())) // 2), laid.begin()
    while block.isValid():
        lines = block.layout()
        for place in range(lines.lineCount()):
            line = lines.lineAt(place).rect().translated(lines.position()).translated(0, above)
            if line.top() < height < line.bottom():
                return int(line.top())
        block = block.next()
    return height
