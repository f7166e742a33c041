"""Laying out one paragraph: who speaks and when, then the words broken into lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui import theme
from ui.transcript.page import Ink, Page, Paragraph
from ui.widgets.timecode import clock
from ui.wording import speaker_name

FONT_PX = 14
CHIP_PX = 20
DOT_PX = 8
# From this width on, time and name stand in a column of their own beside the words.
_BESIDE_FROM_PX = 620
_BESIDE_PX = 176
_HEAD_PX, _HEAD_PART_PX = 26, 22
_BELOW_PX, _BELOW_PART_PX = 14, 6
_CHIP_SIDES_PX = 9
_LINE_HEIGHT = 1.4
_Spans = tuple[tuple[int, int], ...]
_ON = QTextLine.CursorPosition.CursorOnCharacter


@dataclass(frozen=True)
class Laid:
    """A paragraph with its pixels, from its own top left corner.

    Attributes:
        words: The words in lines, painted at `at`.
        first: The number of its first word in the page.
        spans: Where each word stands among its letters, half-open in UTF-16 units.
        height: All of it, with what is left free below.
        clock, time: When it starts, and where that stands.
        name, chip: Who speaks, and where that stands; no chip where nobody is named or the turn goes on.
    """

    words: QTextLayout
    first: int
    spans: tuple[tuple[int, int], ...]
    at: QPointF
    height: float
    clock: str
    time: QRectF
    name: str
    chip: QRectF | None

    def word_at(self, point: QPointF) -> int:
        """Return the page's word nearest to a point."""
        line = self._line_at(point.y() - self.at.y())
        letter = int(line.xToCursor(point.x() - self.at.x(), _ON))
        index = bisect_right(self.spans, letter, key=lambda span: span[0]) - 1
        return self.first + max(index, 0)

    def is_on_text(self, point: QPointF) -> bool:
        """Whether a point stands on words, not beside a line or on the head."""
        line = self._line_at(point.y() - self.at.y())
        area = line.naturalTextRect().translated(self.at)
        return bool(area.left() - 2 <= point.x() <= area.right() + 2 and point.y() >= self.at.y() - 3)

    def areas(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of a stretch of letters that runs in one direction: a box a line."""
        found: list[QRectF] = []
        for number in range(self.words.lineCount()):
            line = self.words.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = sorted((_x(line, first), _x(line, last)))
                found.append(QRectF(left, line.y(), right - left, line.height()).translated(self.at))
        return found

    def line_of(self, word: int) -> int:
        """Return the line on which a word of the page begins."""
        return int(self.words.lineForTextPosition(self.spans[word - self.first][0]).lineNumber())

    def words_on_line(self, number: int) -> tuple[int, int]:
        """Return the words that begin on a line, half-open; the one it is inside of where none does."""
        line = self.words.lineAt(number)
        first = bisect_left(self.spans, line.textStart(), key=lambda span: span[0])
        last = bisect_left(self.spans, line.textStart() + line.textLength(), key=lambda span: span[0])
        if first == last:
            first, last = first - 1, first
        return self.first + first, self.first + last

    def word_on_line(self, number: int, x: float) -> int:
        """Return the word of a line that is nearest to a place from the left."""
        line = self.words.lineAt(number)
        letter = int(line.xToCursor(x - self.at.x(), _ON))
        found = self.first + bisect_right(self.spans, letter, key=lambda span: span[0]) - 1
        first, last = self.words_on_line(number)
        return min(max(found, first), last - 1)

    def _line_at(self, y: float) -> QTextLine:
        count = self.words.lineCount()
        for number in range(count - 1):
            line = self.words.lineAt(number)
            if y < line.y() + line.height() * (1 + _LINE_HEIGHT) / 2:
                return line
        return self.words.lineAt(count - 1)


def lay_out(page: Page, number: int, width: float) -> Laid:
    """Lay out a paragraph of a page for a width in pixels."""
    paragraph = page.paragraphs[number]
    lettering = page.lettering(number)
    at = _words_at(paragraph, width)
    words = QTextLayout(lettering.text, text_font())
    option = QTextOption()
    if page.runs_left(number):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    words.setTextOption(option)
    words.setCacheEnabled(True)
    words.setFormats(_formats(page, paragraph, lettering.spans))
    bottom = _break_lines(words, width - at.x())
    start = clock(paragraph.start)
    time_px = _time_metrics().horizontalAdvance(start)
    time = QRectF(0, 0, time_px, theme.px(CHIP_PX))
    return Laid(
        words=words,
        first=paragraph.first,
        spans=lettering.spans,
        at=at,
        height=at.y() + bottom + _below(page, number),
        clock=start,
        time=time,
        name=speaker_name(paragraph.speaker),
        chip=_chip(paragraph, time.right() + 10, width),
    )


def estimates(page: Page, width: float) -> list[float]:
    """Return about how high each paragraph will be, without laying any out."""
    step, letter_px = _step(), _letter_px()
    is_beside = width >= _BESIDE_FROM_PX
    # A line ends half a word before the room does, more or less.
    letters_a_line = max((width - (theme.px(_BESIDE_PX) if is_beside else 0)) / letter_px - 3, 1)
    opening_px, other_px = (0, 0) if is_beside else (theme.px(_HEAD_PX), theme.px(_HEAD_PART_PX))
    made: list[float] = []
    below = _BELOW_PX
    for paragraph in reversed(page.paragraphs):
        lines = max(1, ceil(paragraph.letters / letters_a_line))
        made.append((opening_px if paragraph.opens else other_px) + lines * step + below)
        below = _BELOW_PX if paragraph.opens else _BELOW_PART_PX
    made.reverse()
    return made


@theme.kept
def text_font() -> QFont:
    """Return the font of the words."""
    return theme.font(FONT_PX)


@theme.kept
def text_metrics() -> QFontMetricsF:
    """Return the measures of the words' font."""
    return QFontMetricsF(text_font())


@theme.kept
def time_font() -> QFont:
    """Return the font of times."""
    return theme.font(theme.SMALL_PX, is_tabular=True)


@theme.kept
def name_font() -> QFont:
    """Return the font of speakers' names."""
    return theme.font(theme.SMALL_PX, QFont.Weight.DemiBold)


def line_px() -> float:
    """Return the height of a line of words in pixels."""
    return _step()


def shown_name(name: str, chip: QRectF) -> str:
    """Return a name as it fits into its chip."""
    room = chip.width() - 2 * _CHIP_SIDES_PX - DOT_PX - 6
    return QFontMetricsF(name_font()).elidedText(name, Qt.TextElideMode.ElideRight, room + 1)


@theme.kept
def _time_metrics() -> QFontMetricsF:
    return QFontMetricsF(time_font())


@theme.kept
def _letter_px() -> float:
    sample = "The quick brown fox asked the lazy dog what it had learned, and nobody knew. "
    return text_metrics().horizontalAdvance(sample) / len(sample)


@theme.kept
def _step() -> float:
    return round(text_metrics().height() * _LINE_HEIGHT)


def _words_at(paragraph: Paragraph, width: float) -> QPointF:
    if width >= _BESIDE_FROM_PX:
        return QPointF(theme.px(_BESIDE_PX), 0)
    return QPointF(0, theme.px(_HEAD_PX if paragraph.opens else _HEAD_PART_PX))


def _below(page: Page, number: int) -> float:
    behind = number + 1
    goes_on = behind < len(page.paragraphs) and not page.paragraphs[behind].opens
    return _BELOW_PART_PX if goes_on else _BELOW_PX


def _chip(paragraph: Paragraph, left: float, width: float) -> QRectF | None:
    if not paragraph.speaker or not paragraph.opens:
        return None
    room = (theme.px(_BESIDE_PX) - 12 if width >= _BESIDE_FROM_PX else width) - left
    wanted = (
        QFontMetricsF(name_font()).horizontalAdvance(speaker_name(paragraph.speaker))
        + 2 * _CHIP_SIDES_PX
        + DOT_PX
        + 6
    )
    return QRectF(left, 0, max(min(wanted, room), 40), theme.px(CHIP_PX))


def _break_lines(words: QTextLayout, width: float) -> float:
    """Break the words into lines, and return how high they are together."""
    step = _step()
    y = 0.0
    words.beginLayout()
    while (line := words.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        # Lines of letters that are higher than ours (Thai, Devanagari) take the room that they need.
        room = max(step, line.height())
        line.setPosition(QPointF(0, y + (room - line.height()) / 2))
        y += room
    words.endLayout()
    return y


def _formats(page: Page, paragraph: Paragraph, spans: _Spans) -> list[QTextLayout.FormatRange]:
    made: list[QTextLayout.FormatRange] = []
    plain = QTextLayout.FormatRange()
    plain.start, plain.length, plain.format = 0, spans[-1][1], _format("plain")
    made.append(plain)
    before: Ink = "plain"
    for index, (start, end) in enumerate(spans):
        ink = page.ink(paragraph.first + index)
        if ink == "plain":
            before = ink
            continue
        if ink == before == "flagged":
            # One line under the whole stretch, spaces too.
            made[-1].length = end - made[-1].start
            continue
        special = QTextLayout.FormatRange()
        special.start, special.length, special.format = start, end - start, _format(ink)
        made.append(special)
        before = ink
    return made


@theme.kept
def _format(ink: Ink) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.colour("text"))
    if ink == "doubtful":
        made.setForeground(theme.colour("text-muted"))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(theme.colour("maybe"))
    elif ink == "flagged":
        made.setBackground(theme.mix(theme.colour("surface"), theme.colour("maybe"), 0.14))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(theme.colour("maybe"))
    elif ink == "corrected":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(theme.colour("approved"))
    return made


def _x(line: QTextLine, letter: int) -> float:
    found = line.cursorToX(letter)
    # Its stub says object; it is the place and the letter that was taken.
    assert isinstance(found, tuple)
    return float(found[0])
