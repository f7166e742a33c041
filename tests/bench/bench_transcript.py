"""The transcript of ten hours in the window: opened, scrolled, jumped through, searched, followed.

Beside Qt's own editors with the same text: `QTextEdit`, which breaks all of it into lines, and `QPlainTextEdit`,
which breaks what is in sight. Theirs have one colour, no names, no marks, and know of no words. Frames are painted
into memory (Qt's `offscreen` platform), so they count our work, not a graphics card's.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QTextEdit

from core.schema.transcript import Transcript, TranscriptSegment, Word
from tests.bench.figures import Figure
from ui.theme import apply_theme
from ui.transcript.view import TranscriptView

_SIZE_PX = (900, 600)
_FRAME_MS = 1000 / 60
_FRAMES = 240
_TYPED = ("w", "wh", "wha", "what", "what i", "what it")
_TALK = (
    "So the week we ran out of money I called every customer we had",
    "and asked them one question, which was what they would do",
    "if we were gone tomorrow, and you know what it was that most said",
    "nothing would change, and that was the most useful thing",
    "anybody ever told me about the company that we had built",
    "because nice to have is where companies go to die quietly",
    "What did you do about it then",
)


def ten_hours() -> Transcript:
    """Return 10,000 segments of two people, some 110,000 words, a doubtful one now and then."""
    segments = []
    count = 0
    for number in range(10_000):
        start = number * 3.6
        texts = _TALK[number % len(_TALK)].split()
        words = []
        for place, text in enumerate(texts):
            at = start + place * 3.5 / len(texts)
            count += 1
            words.append(Word(text=text, start=at, end=at + 0.2, confidence=0.3 if count % 23 == 0 else 0.9))
        segments.append(
            TranscriptSegment(
                start=start,
                end=start + 3.5,
                text=" ".join(texts),
                speaker=f"Speaker {number // 5 % 2 + 1}",
                words=tuple(words),
            )
        )
    return Transcript(language="en", segments=tuple(segments), transcriber="faster_whisper", model="small")


def figures() -> Iterator[Figure]:
    """Yield what opening, scrolling, finding and following cost."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    apply_theme(QApplication.instance() or QApplication([]))  # type: ignore[arg-type]
    talk = ten_hours()
    view = _opened(talk)
    text = view.toPlainText()
    whole, plain = QTextEdit(), QPlainTextEdit()
    whole.setPlainText(text)
    plain.setPlainText(text)
    for editor in (whole, plain):
        _show(editor)
    yield from _first_show(talk, text)
    yield from _scrolling(view, whole, plain)
    yield _corrected(view, talk)
    yield from _finding(view, talk, whole)
    yield _following(view, talk)
    for widget in (view, whole, plain):
        widget.close()


def _opened(talk: Transcript) -> TranscriptView:
    view = TranscriptView()
    view.show_transcript(talk)
    _show(view)
    return view


def _show(widget: QAbstractScrollArea) -> None:
    widget.resize(*_SIZE_PX)
    widget.show()
    QApplication.processEvents()


def _first_show(talk: Transcript, text: str) -> Iterator[Figure]:
    def ours() -> None:
        _opened(talk).close()

    def in_editor(kind: type[QTextEdit] | type[QPlainTextEdit]) -> Callable[[], None]:
        def reference() -> None:
            made = kind()
            made.setPlainText(text)
            _show(made)
            # The rest of its lines are broken in slices of the loop; the bar is right only after the last.
            made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
            made.document().documentLayout().documentSize()
            QApplication.processEvents()
            made.close()

        return reference

    spent = median(_ms(ours) for _ in range(5))
    yield Figure("ten hours of transcript: first show", spent, "CPU ms", 250, "until the first picture is painted")
    beside_plain = _ratio(ours, in_editor(QPlainTextEdit))
    note = f"{beside_plain:.2g} × QPlainTextEdit, which is given its text ready made and knows of no words"
    yield Figure("  against QTextEdit", _ratio(ours, in_editor(QTextEdit)), "×", 0.5, note)


def _scrolling(view: TranscriptView, whole: QTextEdit, plain: QPlainTextEdit) -> Iterator[Figure]:
    for what, frames in (("a notch of the wheel", _wheeled), ("a jump of the scroll bar", _jumped)):
        spent = frames(view)
        beside = (median(spent) / max(median(frames(editor)), 1e-6) for editor in (whole, plain))
        note = "median {:.1f}, most {:.1f} ms; median {:.2g} × QTextEdit, {:.2g} × QPlainTextEdit".format(
            median(spent), max(spent), *beside
        )
        yield Figure(f"{what}, 95 of 100 frames", _most(spent), "ms", _FRAME_MS, note)


def _wheeled(area: QAbstractScrollArea) -> list[float]:
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 3)
    place = QPointF(area.viewport().rect().center())
    spent = []
    for frame in range(_FRAMES):
        # Down, and in the second half up again: what comes in sight above was never measured.
        turned = QPoint(0, -120 if frame < _FRAMES // 3 else 120)
        none = Qt.MouseButton.NoButton
        held = Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, area.mapToGlobal(place), QPoint(), turned, none, held, phase, False)
        spent.append(_frame(area, partial(QApplication.sendEvent, area.viewport(), event)))
    return spent


def _jumped(area: QAbstractScrollArea) -> list[float]:
    bar = area.verticalScrollBar()
    return [
        _frame(area, partial(bar.setValue, bar.maximum() * (frame * 7919 % 1000) // 1000))
        for frame in range(_FRAMES)
    ]


def _finding(view: TranscriptView, talk: Transcript, whole: QTextEdit) -> Iterator[Figure]:
    spent = []
    for _ in range(10):
        # Another reading of it, so that the text is put together anew for the first letter.
        view.show_transcript(talk)
        spent += [_frame(view, partial(view.show_found, text)) for text in _TYPED]
        view.show_found("")
    note = f"median {median(spent):.1f}, most {max(spent):.1f} ms; all words at every letter, the first included"
    yield Figure("finding at a letter typed, 95 of 100", _most(spent), "ms", 50.0, note)

    def ours() -> None:
        view.show_found("what it")
        view.viewport().repaint()
        view.show_found("")

    def reference() -> None:
        document, count = whole.document(), 0
        cursor = document.find("what it")
        while not cursor.isNull():
            count += 1
            cursor = document.find("what it", cursor)

    yield Figure("  every place, against QTextDocument.find", _ratio(ours, reference), "×", 0.5)


def _corrected(view: TranscriptView, talk: Transcript) -> Figure:
    view.scroll_to(talk.segments[len(talk.segments) // 2].start)
    spent = [_frame(view, partial(view.show_transcript, talk, keeps_place=True)) for _ in range(10)]
    note = "all paragraphs anew, the page where it was"
    return Figure("another reading, after a correction", median(spent), "ms", 250, note)


def _following(view: TranscriptView, talk: Transcript) -> Figure:
    start = talk.segments[len(talk.segments) // 2].start
    spent = [_frame(view, partial(view.show_playhead, start + n / 4, follows=True)) for n in range(_FRAMES)]
    note = f"median {median(spent):.1f}, most {max(spent):.1f} ms; a word a frame"
    return Figure("playback followed, 95 of 100 frames", _most(spent), "ms", _FRAME_MS, note)


def _frame(area: QAbstractScrollArea, change: Callable[[], object]) -> float:
    """Return the CPU milliseconds of a change and of painting what it asks for."""

    def frame() -> None:
        change()
        area.viewport().repaint()

    return _ms(frame)


def _ms(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of this process that work took: finer than what the system counts a process."""
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


def _ratio(ours: Callable[[], object], reference: Callable[[], object], rounds: int = 5) -> float:
    """Return the median over rounds of our CPU time divided by the reference's, done in turns."""
    return median(_ms(ours) / max(_ms(reference), 1e-6) for _ in range(rounds))


def _most(spent: list[float]) -> float:
    return sorted(spent)[round(len(spent) * 0.95) - 1]
