"""Where keys lead from a word: along the line, to its ends, a line or a page on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from ui.transcript.layout import Laid
from ui.transcript.sheet import Sheet

STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
_VERTICAL = {
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_PageUp): -1,
    int(Qt.Key.Key_PageDown): 1,
}


class Walk:
    """Walks a sheet. It remembers how far from the left a walk up or down began."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._x: float | None = None

    def begin_anew(self) -> None:
        """Forget where a walk up or down began."""
        self._x = None

    def target(self, word: int, key: int, is_wide: bool) -> int:
        """Return the word that a key leads to from another; `is_wide` where Ctrl is held."""
        page = self._sheet.page
        if key in _VERTICAL:
            step = _VERTICAL[key]
            is_page = key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            return self._a_page_on(word, step) if is_page else self._a_line_on(word, step)
        self._x = None
        if key in STEPS:
            return word + STEPS[key] * (-1 if page.runs_left(page.paragraph_of(word)) else 1)
        if is_wide:
            return 0 if key == Qt.Key.Key_Home else len(page.words) - 1
        laid = self._sheet.laid_of(word)
        first, last = laid.words_on_line(laid.line_of(word))
        return first if key == Qt.Key.Key_Home else last - 1

    def _goal(self, word: int, laid: Laid) -> float:
        if self._x is None:
            areas = laid.areas(*laid.spans[word - laid.first])
            self._x = areas[0].center().x() if areas else 0.0
        return self._x

    def _a_line_on(self, word: int, step: int) -> int:
        page, laid = self._sheet.page, self._sheet.laid_of(word)
        x = self._goal(word, laid)
        line = laid.line_of(word) + step
        if 0 <= line < laid.words.lineCount():
            return laid.word_on_line(line, x)
        number = page.paragraph_of(word) + step
        if not 0 <= number < len(page.paragraphs):
            return word
        other = self._sheet.laid_of(page.paragraphs[number].first)
        return other.word_on_line(0 if step > 0 else other.words.lineCount() - 1, x)

    def _a_page_on(self, word: int, step: int) -> int:
        sheet = self._sheet
        sheet.reveal(word)
        x = self._goal(word, sheet.laid_of(word))
        y = sheet.area_of(word, word + 1).center().y()
        bar = sheet.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * bar.pageStep())
        if bar.value() == before:
            return 0 if step < 0 else len(sheet.page.words) - 1
        return sheet.word_near(sheet.from_sheet(QPointF(x, y)))
