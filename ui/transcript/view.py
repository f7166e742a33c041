"""The transcript to read and to point at: words are clicked, selected and opened, by mouse and by keyboard."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from core.schema.correction import Corrections
from core.schema.transcript import Flag, Transcript
from ui.transcript.finding import Finding
from ui.transcript.layout import Laid
from ui.transcript.page import Page
from ui.transcript.painting import Kind, Mark
from ui.transcript.sheet import Sheet, Shown
from ui.transcript.walk import STEPS, Walk
from ui.widgets.timecode import clock
from ui.wording import QT_TR_NOOP, speaker_name, tr

_SCROLL_EVERY_MS = 40
_NONE = Corrections()
_FLAGS: dict[Flag, str] = {
    "repeated": QT_TR_NOOP("the text repeats itself as no speaker does"),
    "no_voice": QT_TR_NOOP("no voice was heard here"),
    "too_fast": QT_TR_NOOP("more words than anybody can say in that time"),
    "other_language": QT_TR_NOOP("another language than what is around it"),
}
_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2),
    Qt.Key.Key_Escape,
)


class TranscriptView(Sheet):
    """A transcript whose words can be pointed at. One word is at hand (the caret); a selection is of whole words.

    Signals:
        word_clicked(float): The source second at which the clicked word starts.
        words_opened(int, int): Words are to be corrected: the first, and the one behind the last.
        span_selected(float, float): Words were selected: first start, last end; both 0 for none.
        found(int, int): Which of how many places that were found is at hand, from 1; 0 for none.
        doubts_counted(int, int): Which of how many doubts is at hand, from 1; 0 for none.
        chip_pressed(str, QPoint): A speaker's name was pressed, and the corner below it on the screen.
        menu_wanted(QPoint): The menu of the words at hand is wanted, and where on the screen.
    """

    word_clicked = Signal(float)
    words_opened = Signal(int, int)
    span_selected = Signal(float, float)
    found = Signal(int, int)
    doubts_counted = Signal(int, int)
    chip_pressed = Signal(str, QPoint)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcriptView")
        self.setAccessibleName(tr("Transcript"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownKeys", list(_KEYS))
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._placeholder = ""
        self._ranges: tuple[tuple[float, float], ...] = ()
        self._range_words: list[tuple[int, int]] = []
        self._disputed: tuple[tuple[float, float], ...] = ()
        self._disputed_words: list[tuple[int, int]] = []
        self._spoken = -1
        self._caret = self._anchor = -1
        self._walk = Walk(self)
        self._pressed = -1
        self._pressed_at = self._dragged_to = QPointF()
        self._is_dragging = False
        self._goes_on_at: float | None = None
        self._finding = Finding()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._on_drag_beyond)

    # What is shown

    def show_transcript(
        self, transcript: Transcript | None, corrections: Corrections = _NONE, keeps_place: bool = False
    ) -> None:
        """Show a transcript, from its start; with `keeps_place` it is another reading of what was shown."""
        self.show_page(Page(transcript, corrections), keeps_place)

    def show_page(self, page: Page, keeps_place: bool = False) -> None:
        """Show a transcript that is a page already, as `show_transcript` does."""
        shown = self.paragraphs_in_sight()
        top = (self.page.words[shown[0].laid.first].start, shown[0].top) if keeps_place and shown else None
        kept = [
            self._start_of(word) if keeps_place else None for word in (self._caret, self._anchor, self._spoken)
        ]
        self._caret = self._anchor = self._spoken = self._pressed = -1
        self._is_dragging = False
        self._scrolling.stop()
        self.set_page(page)
        self._finding.set_page(self.page)
        self._mark_spans()
        self._tell_found()
        if self.page.words:
            at = [-1 if start is None else max(self.page.word_at(start), 0) for start in kept]
            self._caret, self._anchor, self._spoken = at
            if top is not None:
                self.put(max(self.page.paragraph_of(self.page.word_at(top[0])), 0), top[1])
            if self._goes_on_at is not None:
                goes_on_at, self._goes_on_at = self._goes_on_at, None
                if self._finding.go_on_at(goes_on_at):
                    self._show_place()
        self._tell_selection()

    def _start_of(self, word: int) -> float | None:
        return self.page.words[word].start if word >= 0 else None

    def setPlaceholderText(self, text: str) -> None:
        """Say something while there is no transcript."""
        self._placeholder = text
        self.viewport().update()

    def toPlainText(self) -> str:
        """Return all of it as it reads: a paragraph a line, with its time and who speaks."""
        lines = []
        for number, paragraph in enumerate(self.page.paragraphs):
            name = speaker_name(paragraph.speaker) if paragraph.opens else ""
            parts = (clock(paragraph.start), name, self.page.text(number))
            lines.append("  ".join(part for part in parts if part))
        return "\n".join(lines)

    def show_playhead(self, at: float, follows: bool) -> None:
        """Mark the word that is spoken; with `follows` keep it in sight."""
        index = self.page.word_at(at)
        if index == self._spoken:
            return
        before, self._spoken = self._spoken, index
        if follows and not self._is_dragging:
            self.reveal(index)
        self.repaint_words(before, index)

    def show_ranges(self, ranges: tuple[tuple[float, float], ...]) -> None:
        """Shade the words of the clip in hand, given as source spans."""
        self._ranges = ranges
        self._mark_spans()
        self.viewport().update()

    def show_disputed(self, spans: tuple[tuple[float, float], ...]) -> None:
        """Mark where a newer transcription hears something else, given as source spans."""
        self._disputed = spans
        self._mark_spans()
        self.viewport().update()

    def scroll_to(self, at: float) -> None:
        """Bring the word at a source second into sight."""
        self.bring_to_top(max(0, self.page.word_at(at)))

    # Finding

    def show_found(self, text: str, match_case: bool = False, whole_words: bool = False) -> None:
        """Mark where a text occurs, and go to the first place from the top of what is in sight."""
        shown = self.paragraphs_in_sight()
        self._finding.look_for(text, match_case, whole_words, shown[0].number if shown else 0)
        self._show_place()

    def step_found(self, by: int) -> None:
        """Go to the next place that was found (+1), or the one before (-1), around the ends."""
        if self._finding.step(by):
            self._show_place()

    def found_words(self) -> tuple[int, int] | None:
        """Return the words of the place that is at hand, half-open."""
        return self._finding.words()

    def found_as(self, replacement: str) -> str:
        """Return how the words of the place that is at hand read with it replaced."""
        return self._finding.reading_with(replacement)

    def find_next_from(self, at: float) -> None:
        """With the next reading of the transcript, go to the first place from a source second on."""
        self._goes_on_at = at

    def _show_place(self) -> None:
        words = self._finding.words()
        if words is not None:
            self.reveal(words[0], self.viewport().height() / 4)
        self._tell_found()

    def _tell_found(self) -> None:
        self.found.emit(self._finding.index + 1, len(self._finding))
        self.viewport().update()

    # Doubts

    def step_doubt(self, by: int) -> None:
        """Select the next words that should be read again (+1), or those before (-1), around the ends."""
        doubts = self.page.doubts()
        if not doubts:
            return
        chosen = self.words_at_hand() or self._first_in_sight()
        if by > 0:
            index = next((n for n, (first, _) in enumerate(doubts) if first >= chosen[1]), 0)
        else:
            index = max((n for n, (_, last) in enumerate(doubts) if last <= chosen[0]), default=-1)
        self.select_words(*doubts[index])

    def _first_in_sight(self) -> tuple[int, int]:
        word = max(self.word_near(QPoint(0, 0)), 0)
        return word, word

    def _count_doubts(self) -> None:
        doubts = self.page.doubts()
        chosen = self.selected_words()
        index = bisect_left(doubts, chosen) if chosen else len(doubts)
        is_at_hand = index < len(doubts) and doubts[index] == chosen
        self.doubts_counted.emit(index + 1 if is_at_hand else 0, len(doubts))

    # Turns

    def turn_at(self, place: QPoint) -> tuple[int, int]:
        """Return the words of the turn at a point of the screen, half-open."""
        hit = self.shown_at(QPointF(self.viewport().mapFromGlobal(place)))
        number = hit[0].number if hit else 0
        last = number + 1
        while last < len(self.page.paragraphs) and not self.page.paragraphs[last].opens:
            last += 1
        return self.page.paragraphs[number].first, self.page.paragraphs[last - 1].last

    def chip_area(self, word: int) -> QRect:
        """Return the box of the speaker's name at the paragraph of a word; empty where it is out of sight."""
        number = self.page.paragraph_of(word)
        for shown in self.paragraphs_in_sight():
            if shown.number == number and shown.laid.chip is not None:
                corner = self.from_sheet(QPointF(0, shown.top))
                return shown.laid.chip.translated(corner).toAlignedRect()
        return QRect()

    # Selecting

    def selected_words(self) -> tuple[int, int] | None:
        """Return the first selected word, and the one behind the last."""
        if self._anchor < 0 or self._caret < 0:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret) + 1

    def selected_span(self) -> tuple[float, float] | None:
        """Return the first start and last end of the selected words, in source seconds."""
        chosen = self.selected_words()
        return (self.page.words[chosen[0]].start, self.page.words[chosen[1] - 1].end) if chosen else None

    def words_at_hand(self) -> tuple[int, int] | None:
        """Return the selected words, or the one with the caret; half-open."""
        return self.selected_words() or ((self._caret, self._caret + 1) if self._caret >= 0 else None)

    def select_words(self, first: int, last: int) -> None:
        """Select words from `first` to before `last`, and have them in sight."""
        self._anchor = first
        self._caret = last - 1
        self.reveal(self._caret, self.viewport().height() / 4)
        self.reveal(first, self.viewport().height() / 4)
        self._describe()
        self._tell_selection()

    def clear_selection(self) -> None:
        """Select nothing."""
        if self._anchor >= 0:
            self._anchor = -1
            self._tell_selection()

    def copy(self) -> None:
        """Put the words at hand on the clipboard."""
        chosen = self.words_at_hand()
        if chosen is not None:
            QGuiApplication.clipboard().setText(self.page.text_of(*chosen))

    def area_at_hand(self) -> QRect:
        """Return the box of the words at hand in the viewport; empty where they are out of sight."""
        chosen = self.words_at_hand()
        return self.area_of(*chosen) if chosen else QRect()

    def _tell_selection(self) -> None:
        self.span_selected.emit(*(self.selected_span() or (0.0, 0.0)))
        self._count_doubts()
        self.viewport().update()

    def _move_caret(self, word: int, extends: bool) -> None:
        if not self.page.words:
            return
        word = min(max(word, 0), len(self.page.words) - 1)
        if not extends:
            self._anchor = -1
        self._caret = word
        self.reveal(word)
        self._describe()
        self._tell_selection()

    def _describe(self) -> None:
        """Tell the word at hand to those who listen instead of looking."""
        if self._caret < 0:
            self.setAccessibleDescription("")
            return
        word = self.page.words[self._caret]
        speaker = speaker_name(self.page.segment_of(self._caret).speaker)
        parts = (self.page.reading(self._caret), speaker, clock(word.start), self._hint(self._caret))
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    # Painting

    def marks_of(self, shown: Shown) -> list[Mark]:
        """Return what stands out in a paragraph: clip, finds, selection, and the word that is spoken."""
        laid = shown.laid
        marks = [mark for first, last in self._range_words for mark in _mark("range", laid, first, last)]
        marks += [mark for first, last in self._disputed_words for mark in _mark("conflict", laid, first, last)]
        marks += self._finding.marks(shown.number)
        chosen = self.selected_words()
        if chosen is not None:
            marks.extend(_mark("selected", laid, *chosen))
        if self._spoken >= 0:
            marks.extend(_mark("spoken", laid, self._spoken, self._spoken + 1))
        return marks

    def caret_word(self) -> int:
        """Return the word that the keyboard is at, while it is."""
        return self._caret if self.hasFocus() else -1

    def empty_words(self) -> str:
        """Return what is said while there is no transcript."""
        return self._placeholder

    def _mark_spans(self) -> None:
        for spans, words in ((self._ranges, self._range_words), (self._disputed, self._disputed_words)):
            within = (self.page.words_within(start, end) for start, end in spans)
            words[:] = [found for found in within if found is not None]

    def _hint(self, word: int) -> str:
        """Return what there is to know of a word beside how it reads."""
        doubts = [tr(_FLAGS[flag]) for flag in self.page.flags(word)]
        match self.page.ink(word):
            case "corrected":
                made = self.page.corrections_of(word, word + 1)
                return (
                    tr("You corrected this; heard was “{heard}”").format(heard=made[0].heard)
                    if made
                    else tr("You corrected this")
                )
            case "doubtful":
                doubts.insert(0, tr("the recogniser was not sure of this word"))
        return tr("Read this before you publish it: {doubts}").format(doubts=", ".join(doubts)) if doubts else ""

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a word in hand; with Shift, select up to it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position()
        self._is_dragging = False
        if self._chip_at(event.position()) is not None:
            # What is selected may be about to be given to this speaker.
            self._pressed = -1
            return
        self._pressed = self.word_near(event.position()) if self._on_words(event.position()) else -1
        self._walk.begin_anew()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._caret >= 0:
            self._anchor = self._caret if self._anchor < 0 else self._anchor
            self._move_caret(self.word_near(event.position()), extends=True)
            self._pressed = -1
            return
        self.clear_selection()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select words while the button is held; else show what can be pressed."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            is_hot = self._chip_at(event.position()) is not None or self._is_on_time(event.position())
            shape = Qt.CursorShape.PointingHandCursor if is_hot else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        if not self._is_dragging and moved < QApplication.startDragDistance() / 2:
            return
        if not self._is_dragging:
            self._is_dragging = True
            self._anchor = self.word_near(self._pressed_at)
        self._dragged_to = event.position()
        self._drag_to(event.position())
        is_beyond = not 0 <= event.position().y() < self.viewport().height()
        if is_beyond != self._scrolling.isActive():
            self._scrolling.start() if is_beyond else self._scrolling.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the word, the time or the speaker that was clicked."""
        self._scrolling.stop()
        was_dragging, self._is_dragging = self._is_dragging, False
        if event.button() != Qt.MouseButton.LeftButton or was_dragging:
            return
        speaker = self._chip_at(event.position())
        if speaker is not None:
            hit = self.shown_at(event.position())
            below = self.chip_area(hit[0].laid.first).bottomLeft() if hit else event.position().toPoint()
            self.chip_pressed.emit(speaker, self.viewport().mapToGlobal(below))
        elif self._is_on_time(event.position()):
            hit = self.shown_at(event.position())
            if hit is not None:
                self._click(hit[0].laid.first)
        elif self._pressed >= 0:
            self._click(self._pressed)
        self._pressed = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the word to correct it."""
        self._pressed = -1
        if event.button() == Qt.MouseButton.LeftButton and self._on_words(event.position()):
            word = self.word_near(event.position())
            self._move_caret(word, extends=False)
            self.words_opened.emit(word, word + 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words under the pointer, or those at hand."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
            word = self.word_near(place)
            chosen = self.selected_words()
            if word >= 0 and not (chosen and chosen[0] <= word < chosen[1]):
                self._move_caret(word, extends=False)
            self.menu_wanted.emit(event.globalPos())
        elif self._caret >= 0:
            corner = self.area_at_hand().bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tool tip what there is to know of the word under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = QPointF(event.pos())
            text = self._hint(self.word_near(place)) if self._on_words(place) else ""
            if not text and self._chip_at(place):
                text = tr("Rename, merge or assign this speaker")
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _click(self, word: int) -> None:
        self._move_caret(word, extends=False)
        self.word_clicked.emit(self.page.words[word].start)

    def _drag_to(self, place: QPointF) -> None:
        inside = QPointF(place.x(), min(max(place.y(), 0.0), self.viewport().height() - 1.0))
        word = self.word_near(inside)
        if word >= 0 and word != self._caret:
            self._caret = word
        self._tell_selection()

    def _on_drag_beyond(self) -> None:
        place = self._dragged_to
        beyond = place.y() if place.y() < 0 else place.y() - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(min(max(beyond, -60), 60)))
        self._drag_to(place)

    def _on_words(self, place: QPointF) -> bool:
        hit = self.shown_at(place)
        return hit is not None and hit[0].laid.is_on_text(hit[1])

    def _chip_at(self, place: QPointF) -> str | None:
        hit = self.shown_at(place)
        if hit is None or hit[0].laid.chip is None or not hit[0].laid.chip.contains(hit[1]):
            return None
        return hit[0].laid.name

    def _is_on_time(self, place: QPointF) -> bool:
        hit = self.shown_at(place)
        return hit is not None and hit[0].laid.time.contains(hit[1])

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a word at hand as soon as keys come here."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self._caret < 0 and self.page.words:
            self._caret = self._spoken if self._spoken >= 0 else self.word_near(QPoint(0, 0))
            self._describe()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no caret while keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, extend the selection, open words, let go."""
        key, held = event.key(), event.modifiers()
        is_wide = bool(held & Qt.KeyboardModifier.ControlModifier)
        if is_wide and key == Qt.Key.Key_A and self.page.words:
            self._anchor, self._caret = 0, len(self.page.words) - 1
            self._tell_selection()
        elif is_wide and key == Qt.Key.Key_C:
            self.copy()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            chosen = self.words_at_hand()
            if chosen is not None:
                self.words_opened.emit(*chosen)
        elif key == Qt.Key.Key_Escape:
            self._let_go()
        elif key in _KEYS and self.page.words:
            self._travel(key, is_wide, bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            event.ignore()

    def _let_go(self) -> None:
        if self._anchor >= 0:
            self.clear_selection()
            return
        self._caret = -1
        self._describe()
        self.clearFocus()

    def _travel(self, key: int, is_wide: bool, extends: bool) -> None:
        if self._caret < 0:
            start = self._spoken if self._spoken >= 0 else self.word_near(QPoint(0, 0))
            self._move_caret(start, extends=False)
            return
        if extends and self._anchor < 0:
            # The first press takes the word itself, as it does where a caret stands between letters.
            self._anchor = self._caret
            if key in STEPS and not is_wide:
                self._tell_selection()
                return
        self._move_caret(self._walk.target(self._caret, key, is_wide), extends)


def _mark(kind: Kind, laid: Laid, first: int, last: int) -> list[Mark]:
    """Return the part of words `first` to before `last` that stands in a paragraph, as a mark."""
    begin, end = max(first - laid.first, 0), min(last - laid.first, len(laid.spans))
    return [Mark(kind, laid.spans[begin][0], laid.spans[end - 1][1])] if begin < end else []
