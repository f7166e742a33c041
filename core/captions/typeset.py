"""Shape words into balanced lines: glyph outlines and places, independent of size and position.

Everything is shaped once at `REFERENCE_PX` without hinting and scaled as outlines, so a caption looks the same
in every size and on every machine with the same fonts.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainterPath, QRawFont, QTextLayout, QTextOption

from core.captions.families import families_for
from core.captions.phrasing import break_cost, split_number
from core.captions.pieces import hyphenated, split_text
from core.captions.script import is_joined, is_right_to_left, join_words, separator

REFERENCE_PX = 100
WIDE_ENOUGH = 1e6
MOST_ASCENT_PX = 1.0 * REFERENCE_PX
MOST_DESCENT_PX = 0.36 * REFERENCE_PX
# A word wider than the room by less than this is set smaller instead of being cut.
WORTH_A_HYPHEN = 1.2
# A break inside a phrase ("the | house") is worth a line longer by this share; one inside a number a little less.
PHRASE_SHARE = 0.25
NUMBER_COST = 0.8
COLOUR_TABLES = ("CBDT", "COLR", "sbix", "SVG ")


ColourRuns = tuple[tuple[QGlyphRun, QPointF], ...]


@dataclass(frozen=True)
class Cluster:
    """The least that can be shown of a piece without tearing letters apart; in the coordinates of its piece."""

    path: QPainterPath
    colour_runs: ColourRuns


@dataclass(frozen=True)
class PieceShape:
    """A word, or the part of it that stands in one line, in reference pixels, origin at the block's top left.

    Attributes:
        word: Index of the word it belongs to.
        share: Which part of the word it is: (0.0, 1.0) for all of it.
        path: Outlines of all glyphs that have any.
        colour_runs: (run, place) of colour emoji, which must be drawn, never outlined: asking Qt for the outline
            of a colour glyph before it was drawn makes it blank for the rest of the process (Qt 6.11).
        rect: What the word covers, the full height of its line.
        baseline: Of its line.
        is_right_to_left: Whether it is read from its right edge.
        clusters: The same path and runs letter by letter as they are read, where that was asked for.
    """

    word: int
    share: tuple[float, float]
    path: QPainterPath
    colour_runs: ColourRuns
    rect: QRectF
    is_right_to_left: bool
    baseline: float = 0.0
    clusters: tuple[Cluster, ...] = ()

    def placed(self, left: float, baseline: float, line_top: float, line_height: float) -> PieceShape:
        """Return the piece of a line whose left edge and baseline are given, in its block."""
        move = QPointF(left, baseline)
        rect = QRectF(self.rect.left() + left, line_top, self.rect.width(), line_height)
        clusters = tuple(
            Cluster(one.path.translated(move), _moved(one.colour_runs, move)) for one in self.clusters
        )
        return replace(
            self,
            path=self.path.translated(move),
            colour_runs=_moved(self.colour_runs, move),
            rect=rect,
            baseline=baseline,
            clusters=clusters,
        )


def _moved(runs: ColourRuns, by: QPointF) -> ColourRuns:
    return tuple((run, place + by) for run, place in runs)


@dataclass(frozen=True)
class Block:
    """Words set in lines, in reference pixels. `lines` are the boxes of the lines, `pieces` follow the text.

    Capital letters reach `cap_height` above their baseline.
    """

    pieces: tuple[PieceShape, ...]
    lines: tuple[QRectF, ...]
    width: float
    height: float
    cap_height: float


def caption_font(families: Sequence[str], weight: int, text: str, letter_spacing: float = 0.0) -> QFont:
    """Return the font that a text is shaped with, fallbacks for its scripts included.

    `letter_spacing` is a share of the type size; letters that touch each other get none.
    """
    font = QFont()
    font.setFamilies(families_for(families, text))
    font.setPixelSize(REFERENCE_PX)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if letter_spacing and not is_joined(text):
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, letter_spacing * REFERENCE_PX)
    return font


def set_block(words: Sequence[str], font: QFont, max_lines: int, room: float, by_letter: bool = False) -> Block:
    """Break words into as few lines as fit into `room`, balanced, centred, and shape them.

    Args:
        words: At least one, none empty.
        font: From `caption_font`.
        max_lines: Never more lines than this; where that is too few, the block gets wider than `room`.
        room: Width to fit into, reference pixels.
        by_letter: Whether pieces are also wanted letter by letter.
    """
    right_to_left = is_right_to_left(join_words(words))
    groups = _grouped(words, font, max_lines, room, right_to_left)
    lines = [_SetLine(_line_text(group), font, right_to_left) for group in groups]
    drawn = [
        [line.shape(piece, *span, by_letter) for piece, span in zip(group, _unit_spans(group), strict=True)]
        for group, line in zip(groups, lines, strict=True)
    ]
    ascent, descent = _vertical_extent(lines, [piece.path for row in drawn for piece in row])
    width, pitch = max(line.width for line in lines), ascent + descent
    shapes: list[PieceShape] = []
    boxes: list[QRectF] = []
    for index, (line, row) in enumerate(zip(lines, drawn, strict=True)):
        left, top = (width - line.width) / 2, index * pitch
        boxes.append(QRectF(left, top, line.width, pitch))
        shapes += [piece.placed(left, top + ascent, top, pitch) for piece in row]
    return Block(tuple(shapes), tuple(boxes), width, pitch * len(lines), QFontMetricsF(font).capHeight())


def _grouped(
    words: Sequence[str], font: QFont, max_lines: int, room: float, right_to_left: bool
) -> list[Sequence[_Piece]]:
    """Return the pieces of each line; words are cut with hyphens only where that lets the type be larger."""
    space = _SetLine("n n", font, False).width - _SetLine("nn", font, False).width
    found: list[tuple[float, list[Sequence[_Piece]]]] = []
    for may_cut in (False, True):
        pieces = _cut_words(words, font, max_lines if may_cut else 1, room)
        if found and len(pieces) == sum(map(len, found[0][1])):
            break
        widths = [_SetLine(piece.text, font, right_to_left).width for piece in pieces]
        gaps = [space if piece.before else 0.0 for piece in pieces[1:]]
        forced = [index for index, piece in enumerate(pieces) if piece.starts_line]
        breaks = break_lines(widths, gaps, max_lines, room, forced, _costs_before(pieces, words))
        widest = max(_line_widths(widths, gaps, breaks))
        found.append((widest, [pieces[group] for group in _slices(breaks)]))
    # What fits anyhow is not made better by being narrower.
    return min(found, key=lambda each: max(each[0], room * WORTH_A_HYPHEN))[1]


def _vertical_extent(lines: Sequence[_SetLine], paths: Sequence[QPainterPath]) -> tuple[float, float]:
    """Return how far a line reaches above and below its baseline.

    Some faces (Noto Sans Arabic: 2.1 em) claim far more than they draw; their claim is capped, their ink is not.
    """
    ink = [path.boundingRect() for path in paths]
    ascent = max([min(line.ascent, MOST_ASCENT_PX) for line in lines] + [-box.top() for box in ink])
    descent = max([min(line.descent, MOST_DESCENT_PX) for line in lines] + [box.bottom() for box in ink])
    return ascent, descent


def _costs_before(pieces: Sequence[_Piece], words: Sequence[str]) -> list[float]:
    """Return how badly a line begins with each piece: 0 inside unspaced text, whose phrases are pieces."""
    costs = []
    for piece in pieces:
        before = piece.word - 1
        begins = piece.before and before >= 0
        number = NUMBER_COST * split_number(words, before) if begins else 0.0
        costs.append(max(break_cost(words, before), number) if begins else 0.0)
    return costs


def break_lines(
    widths: Sequence[float],
    gaps: Sequence[float],
    max_lines: int,
    room: float,
    forced: Sequence[int] = (),
    costs: Sequence[float] = (),
) -> tuple[int, ...]:
    """Return the piece indices at which new lines begin.

    The fewest lines that fit are taken; among ways to break, the one whose longest line is shortest, then the
    one whose lines differ least. `gaps[i]` lies between pieces i and i + 1; at `forced` a line must begin.
    A break that costs 1 (`costs[i]` before piece i) is worth a longest line that is `PHRASE_SHARE` longer.
    """

    def price(breaks: tuple[int, ...]) -> tuple[float, float, float]:
        longest, uneven = _raggedness(widths, gaps, breaks)
        cost = sum(costs[index] for index in breaks) if costs else 0.0
        return max(longest - room, 0.0), longest * (1.0 + PHRASE_SHARE * cost), uneven

    best = tuple(forced)
    optional = [index for index in range(1, len(widths)) if index not in forced]
    for count in range(min(max_lines - 1 - len(forced), len(optional)) + 1):
        candidates = (tuple(sorted((*forced, *chosen))) for chosen in combinations(optional, count))
        best = min(candidates, key=price)
        if max(_line_widths(widths, gaps, best)) <= room:
            break
    return best


def _line_widths(widths: Sequence[float], gaps: Sequence[float], breaks: tuple[int, ...]) -> list[float]:
    edges = [0, *breaks, len(widths)]
    return [sum(widths[a:b]) + sum(gaps[a : b - 1]) for a, b in pairwise(edges)]


def _raggedness(widths: Sequence[float], gaps: Sequence[float], breaks: tuple[int, ...]) -> tuple[float, float]:
    lines = _line_widths(widths, gaps, breaks)
    return max(lines), max(lines) - min(lines)


def _slices(breaks_and_end: Sequence[int]) -> Iterator[slice]:
    edges: list[int | None] = [0, *breaks_and_end, None]
    for start, stop in pairwise(edges):
        yield slice(start, stop)


@dataclass(frozen=True)
class _Piece:
    """Text that stays in one line; `before` is what stands between it and the piece before in the same line."""

    word: int
    share: tuple[float, float]
    text: str
    before: str
    starts_line: bool = False


def _cut_words(words: Sequence[str], font: QFont, max_lines: int, room: float) -> list[_Piece]:
    """Return the words as pieces: unspaced text where it may break, a far too long word with hyphens."""
    pieces: list[_Piece] = []
    lines_left = max_lines - 1
    for index, word in enumerate(words):
        parts, are_lines = split_text(word), False
        if len(parts) == 1 and lines_left:
            wanted = _SetLine(word, font, is_right_to_left(word)).width / room
            if wanted > WORTH_A_HYPHEN:
                parts = hyphenated(word, min(lines_left + 1, math.ceil(wanted)))
                are_lines = len(parts) > 1
                lines_left -= len(parts) - 1
        total, done = sum(map(len, parts)), 0
        before = separator(words[index - 1], word) if index else ""
        for place, part in enumerate(parts):
            share = (done / total, (done + len(part)) / total)
            done += len(part)
            pieces.append(_Piece(index, share, part, "" if place else before, are_lines and place > 0))
    return pieces


def _line_text(pieces: Sequence[_Piece]) -> str:
    return pieces[0].text + "".join(piece.before + piece.text for piece in pieces[1:])


def _unit_spans(pieces: Sequence[_Piece]) -> Iterator[tuple[int, int]]:
    """Yield (first UTF-16 unit, count of units) of each piece in its line: Qt counts as QString does."""
    position = 0
    for index, piece in enumerate(pieces):
        position += len(piece.before) if index else 0
        units = len(piece.text.encode("utf-16-le")) // 2
        yield position, units
        position += units


class _SetLine:
    """One shaped line of text. Holds its layout: a `QTextLine` dangles once its `QTextLayout` is gone."""

    def __init__(self, text: str, font: QFont, right_to_left: bool) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setUseDesignMetrics(True)
        direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        # The block centres its lines; right-to-left text would otherwise be set against a far right edge.
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(WIDE_ENOUGH)
        self._layout.endLayout()
        # Space between letters is also put behind the last one, where it would move the line off its centre.
        self.width = max(1.0, self._line.naturalTextWidth() - font.letterSpacing())
        self.ascent = self._line.ascent()
        self.descent = self._line.descent()

    def shape(self, piece: _Piece, first_unit: int, unit_count: int, by_letter: bool = False) -> PieceShape:
        """Return a piece's shape, its place given in UTF-16 units; x from the line's left, y from its baseline."""
        runs = self._line.glyphRuns(first_unit, unit_count)
        extent = QRectF()
        for run in runs:
            extent = extent.united(_advance_box(run, run.rawFont()))
        whole = self._cluster(runs)
        return PieceShape(
            piece.word,
            piece.share,
            whole.path,
            whole.colour_runs,
            extent,
            any(run.isRightToLeft() for run in runs),
            clusters=self._clusters(runs, first_unit, unit_count) if by_letter else (),
        )

    def _cluster(self, runs: Sequence[QGlyphRun]) -> Cluster:
        """Return the glyphs of runs, origin on the baseline."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        to_baseline = QPointF(0.0, -self._line.ascent())
        colour_runs: list[tuple[QGlyphRun, QPointF]] = []
        for run in runs:
            face = run.rawFont()
            if _draws_in_colour(face):
                colour_runs.append((run, to_baseline))
                continue
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                path.addPath(face.pathForGlyph(glyph).translated(place + to_baseline))
        return Cluster(path, tuple(colour_runs))

    def _clusters(self, runs: Sequence[QGlyphRun], first_unit: int, unit_count: int) -> tuple[Cluster, ...]:
        """Return what each letter adds to those before it, in reading order.

        A glyph that serves several letters (a ligature, a conjunct) comes with the first of them. What glyph runs
        say of the letters they stand for can't be used: it is wrong where a run of Arabic mixes fonts (Qt 6.11).
        """
        end = first_unit + unit_count
        starts = [unit for unit in range(first_unit, end) if self._layout.isValidCursorPosition(unit)]
        wanted = {key: one for run in runs for key, one in _single_glyphs(run)}
        found: list[Cluster] = []
        for start, stop in pairwise([*starts, end]):
            keys = [key for run in self._line.glyphRuns(start, stop - start) for key, _ in _single_glyphs(run)]
            new = [wanted.pop(key) for key in keys if key in wanted]
            if new:
                found.append(self._cluster(new))
        if wanted:
            found.append(self._cluster(list(wanted.values())))
        return tuple(found)


def _single_glyphs(run: QGlyphRun) -> Iterator[tuple[tuple[int, float, float], QGlyphRun]]:
    """Yield each glyph of a run as a run of its own, and what tells it from the others of the line."""
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        single = QGlyphRun(run)
        single.setGlyphIndexes([glyph])
        single.setPositions([place])
        yield (glyph, round(place.x(), 2), round(place.y(), 2)), single


_COLOUR_FACES: dict[bytes, bool] = {}


def _draws_in_colour(face: QRawFont) -> bool:
    # The head table holds a checksum over the whole font. QRawFont.familyName() would be the natural key, but
    # Qt 6.11 crashes in it on fonts with unusual name records (Noto Sans Thaana).
    key = bytes(face.fontTable("head").data())
    if key not in _COLOUR_FACES:
        # Asking copies the table, 10 MB for Noto Color Emoji, so each face is asked once.
        _COLOUR_FACES[key] = any(face.fontTable(table).size() for table in COLOUR_TABLES)
    return _COLOUR_FACES[key]


def _advance_box(run: QGlyphRun, face: QRawFont) -> QRectF:
    """Return the box from the first pen position of a run to its last, in the line's coordinates."""
    lefts = [place.x() for place in run.positions()]
    advances = face.advancesForGlyphIndexes(run.glyphIndexes())
    rights = [left + advance.x() for left, advance in zip(lefts, advances, strict=True)]
    return QRectF(min(lefts), -face.ascent(), max(rights) - min(lefts), face.ascent() + face.descent())
