"""A scrolling page of paragraphs that lays out only those in sight, however long the page is.

Heights of the others are estimates. Where an estimate above the eye turns out wrong, the page is scrolled by as
much, so that what is read stays where it is.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme
from ui.transcript.heights import Heights
from ui.transcript.layout import Laid, estimates, lay_out, line_px
from ui.transcript.page import Page
from ui.transcript.painting import Mark, paint_caret, paint_hidden, paint_paragraph

_MARGIN_PX = 10
_KEPT = 120
_IN_THE_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_LINES_A_STEP = 1


@dataclass(frozen=True)
class Shown:
    """A paragraph in sight: its number, and where its top stands in the viewport."""

    number: int
    top: float
    laid: Laid


class Sheet(QAbstractScrollArea):
    """Shows a page. Subclasses say what is marked on it.

    Signals:
        settled_elsewhere(): Other paragraphs may be in sight, or the same in another place.
    """

    settled_elsewhere = Signal()
    # Asked already while the parts above are being built.
    _look: tuple[str, int] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(80)
        self.page = Page()
        self._heights = Heights()
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._shown: list[Shown] = []
        self._settled_at = 0
        self._is_settling = False
        self._look = theme.look()

    # What is shown

    def set_page(self, page: Page) -> None:
        """Show another page from its top."""
        self.page = page
        self._measure_anew()
        self.verticalScrollBar().setValue(0)
        self._settle()

    def paragraphs_in_sight(self) -> list[Shown]:
        """Return the paragraphs in sight, from the top."""
        return list(self._shown)

    def laid_out(self) -> int:
        """Return how many paragraphs are laid out at present."""
        return len(self._laid)

    # Where words are

    def areas_of(self, first: int, last: int) -> list[QRectF]:
        """Return the boxes of words in the viewport, from `first` to before `last`; none where they are not in
        sight."""
        found: list[QRectF] = []
        for shown in self._shown:
            spans, start = shown.laid.spans, shown.laid.first
            for word in range(max(first, start), min(last, start + len(spans))):
                boxes = shown.laid.areas(*spans[word - start])
                found.extend(box.translated(_MARGIN_PX, shown.top) for box in boxes)
        return found

    def area_of(self, first: int, last: int) -> QRect:
        """Return the box of words in the viewport; empty where they are out of sight."""
        whole = QRect()
        for area in self.areas_of(first, last):
            whole = whole.united(area.toAlignedRect())
        return whole

    def shown_at(self, point: QPoint | QPointF) -> tuple[Shown, QPointF] | None:
        """Return the paragraph nearest to a point of the viewport, and the point inside of it."""
        if not self._shown:
            return None
        place = QPointF(point)
        found = self._shown[0]
        for shown in self._shown:
            if shown.top <= place.y():
                found = shown
        return found, place - QPointF(_MARGIN_PX, found.top)

    def word_near(self, point: QPoint | QPointF) -> int:
        """Return the word nearest to a point of the viewport; -1 on an empty page."""
        hit = self.shown_at(point)
        return hit[0].laid.word_at(hit[1]) if hit else -1

    def laid_of(self, word: int) -> Laid:
        """Return the paragraph of a word, laid out."""
        return self._laid_out(self.page.paragraph_of(word))

    def from_sheet(self, point: QPointF) -> QPointF:
        """Return a point of the viewport, given one whose x counts from the left of paragraphs."""
        return point + QPointF(_MARGIN_PX, 0)

    def reveal(self, word: int, margin_px: float = 24.0) -> None:
        """Scroll as little as is needed to have a word in sight; far away ones come near the top."""
        if not 0 <= word < len(self.page.words):
            return
        top, bottom = self._extent(word)
        height, bar = self.viewport().height(), self.verticalScrollBar()
        if top >= 0 and bottom <= height:
            return
        if -height < top < 0:
            bar.setValue(bar.value() + round(top - margin_px))
        elif height < bottom < 2 * height:
            bar.setValue(bar.value() + round(bottom - height + margin_px))
        else:
            self.bring_to_top(word, margin_px)

    def bring_to_top(self, word: int, margin_px: float = 16.0) -> None:
        """Scroll so that a word stands near the top; one of a first line with who speaks above it."""
        if not 0 <= word < len(self.page.words):
            return
        top, _bottom = self._extent(word)
        number = self.page.paragraph_of(word)
        if top <= self._extent(self._laid_out(number).first)[0]:
            top = self._heights.top(number) + _MARGIN_PX - self.verticalScrollBar().value()
        value = self.verticalScrollBar().value() + round(top - margin_px)
        self._jump(value)

    def put(self, number: int, top: float) -> None:
        """Scroll so that the top of a paragraph stands at a height of the viewport."""
        self._laid_out(number)
        self._set_range()
        self._jump(round(self._heights.top(number) + _MARGIN_PX - top))

    # For subclasses

    def marks_of(self, shown: Shown) -> list[Mark]:
        """Return what is marked on a paragraph."""
        return []

    def caret_word(self) -> int:
        """Return the word that is framed; -1 for none."""
        return -1

    def empty_words(self) -> str:
        """Return what an empty page says."""
        return ""

    def repaint_words(self, *words: int) -> None:
        """Paint those paragraphs anew that hold one of these words."""
        numbers = {self.page.paragraph_of(word) for word in words if word >= 0}
        for shown in self._shown:
            if shown.number in numbers:
                self.viewport().update(0, int(shown.top) - 4, self.viewport().width(), ceil(shown.laid.height) + 8)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._shown:
            painter.setPen(theme.colour("text-faint"))
            area = QRectF(self.viewport().rect()).adjusted(24, 8, -24, -8)
            painter.drawText(area, _IN_THE_MIDDLE, self.empty_words())
            painter.end()
            return
        for shown in self._shown:
            if shown.top > event.rect().bottom() or shown.top + shown.laid.height < event.rect().top():
                continue
            tint = self._tint(shown.number)
            paint_paragraph(painter, shown.laid, QPointF(_MARGIN_PX, shown.top), self.marks_of(shown), tint)
            paint_hidden(painter, self._hidden_in(shown))
        caret = self.caret_word()
        if caret >= 0:
            paint_caret(painter, self.areas_of(caret, caret + 1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the width changed, and keep the paragraph at the top there."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break_anew()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew where letters or colours are others, and keep the paragraph at the top there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look not in (None, theme.look()):
            self._look = theme.look()
            self._break_anew()
            self._settle()

    def _break_anew(self) -> None:
        top = self._shown[0] if self._shown else None
        self._measure_anew()
        if top is not None and top.number < len(self._heights):
            share = max(-top.top, 0.0) / max(top.laid.height, 1.0)
            self._laid_out(top.number)
            height = self._heights.top(top.number + 1) - self._heights.top(top.number)
            self._set_range()
            self._jump(round(self._heights.top(top.number) + share * height))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Lay out what comes in sight."""
        if not self._is_settling:
            self._settle()

    # Layout

    def _hidden_in(self, shown: Shown) -> list[QPointF]:
        """Return where words are hidden in a paragraph: below the beginning of the word that follows."""
        laid = shown.laid
        last = laid.first + len(laid.spans)
        runs_left = self.page.runs_left(shown.number)
        places = []
        for word, _ in self.page.hidden_before(laid.first, last):
            is_behind = word == last
            start, end = laid.spans[(last - 1 if is_behind else word) - laid.first]
            area = laid.areas(start, end)[0].translated(_MARGIN_PX, shown.top)
            places.append(area.bottomRight() if is_behind != runs_left else area.bottomLeft())
        return places

    @property
    def _room_px(self) -> float:
        return max(float(self.viewport().width() - 2 * _MARGIN_PX), 40.0)

    def _measure_anew(self) -> None:
        self._laid.clear()
        self._shown = []
        self._heights = Heights(estimates(self.page, self._room_px))
        self._is_settling = True
        self._set_range()
        self._is_settling = False

    def _laid_out(self, number: int) -> Laid:
        laid = self._laid.get(number)
        if laid is None:
            laid = self._laid[number] = lay_out(self.page, number, self._room_px)
            self._heights.correct(number, laid.height)
            while len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(number)
        return laid

    def _extent(self, word: int) -> tuple[float, float]:
        """Return where the line of a word begins and ends in the viewport, also out of sight."""
        number = self.page.paragraph_of(word)
        laid = self._laid_out(number)
        self._set_range()
        top = self._heights.top(number) + _MARGIN_PX - self.verticalScrollBar().value()
        areas = laid.areas(*laid.spans[word - laid.first]) or [QRectF(0, 0, 1, line_px())]
        return top + areas[0].top(), top + areas[-1].bottom()

    def _jump(self, value: int) -> None:
        """Scroll to where the bar says, not keeping anything in its place."""
        self._is_settling = True
        self.verticalScrollBar().setValue(value)
        self._is_settling = False
        self._shown = []
        self._settle()

    def _settle(self) -> None:
        """Lay out what is in sight at the bar's value."""
        self._is_settling = True
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        self._keep_place(bar.value())
        value = bar.value()
        shown: list[Shown] = []
        if len(self._heights):
            number = self._heights.at(value - _MARGIN_PX)
            top = self._heights.top(number) + _MARGIN_PX - value
            while number < len(self._heights) and top < height:
                laid = self._laid_out(number)
                shown.append(Shown(number, top, laid))
                top += laid.height
                number += 1
        self._shown = shown
        self._set_range()
        self._settled_at = bar.value()
        self._is_settling = False
        if self._settled_at != value:
            # The end came nearer than was estimated: the bar was moved back, and more comes in sight above.
            self._settle()
            return
        self.viewport().update()
        self.settled_elsewhere.emit()

    def _keep_place(self, value: int) -> None:
        """Lay out what comes in sight above, and scroll on by as much as it is higher than was estimated."""
        if not self._shown or value <= 0 or not 0 < self._settled_at - value < 2 * self.viewport().height():
            return
        anchor = self._shown[0].number
        number = anchor - 1
        grown = 0.0
        while number >= 0 and self._heights.top(number + 1) + _MARGIN_PX > value + grown:
            before = self._heights.top(number + 1)
            self._laid_out(number)
            grown += self._heights.top(number + 1) - before
            number -= 1
        if grown:
            self._set_range()
            self.verticalScrollBar().setValue(round(value + grown))

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        whole = self._heights.total + 2 * _MARGIN_PX if len(self._heights) else 0
        bar.setPageStep(max(height - round(line_px()), 1))
        bar.setSingleStep(round(line_px() * _LINES_A_STEP))
        bar.setRange(0, max(0, ceil(whole) - height))

    def _tint(self, number: int) -> QColor:
        speaker = self.page.paragraphs[number].speaker
        return theme.speaker_colour(self.page.speakers.index(speaker)) if speaker else theme.colour("text-faint")
