"""What tests of the transcript do over and over: long talks, what is in sight, where a word stands, the wheel."""

from __future__ import annotations

import dataclasses
from functools import lru_cache

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from window_kit import find, until

from core.schema.transcript import Transcript, TranscriptSegment, Word
from ui.main_window import MainWindow
from ui.transcript.view import TranscriptView

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
_PHRASE = ("and", "then", "we", "asked", "every", "one", "of", "them", "what", "they", "would", "have", "done")


@lru_cache(maxsize=4)
def long_talk(segments: int = 10_000, words_each: int = 9, speakers: int = 2) -> Transcript:
    """Return a talk of about an hour a thousand segments; word number n reads with an "n" every hundredth time."""
    made = []
    count = 0
    for number in range(segments):
        start = number * 3.6
        words = []
        for place in range(words_each):
            text = f"n{count}" if count % 100 == 0 else _PHRASE[(count * 7 + place) % len(_PHRASE)]
            at = start + place * 0.38
            words.append(Word(text=text, start=at, end=at + 0.3))
            count += 1
        speaker = f"Speaker {number // 4 % speakers + 1}" if speakers else ""
        text = " ".join(word.text for word in words)
        made.append(
            TranscriptSegment(start=start, end=start + 3.5, text=text, speaker=speaker, words=tuple(words))
        )
    return Transcript(language="en", segments=tuple(made), transcriber="faster_whisper", model="small")


def spoken(*lines: str, language: str = "en") -> Transcript:
    """Return a transcript of a line a speaker, its words half a second each."""
    segments = []
    at = 0.0
    for number, line in enumerate(lines):
        words = tuple(
            Word(text=text, start=at + n * 0.5, end=at + n * 0.5 + 0.4) for n, text in enumerate(line.split())
        )
        segments.append(
            TranscriptSegment(start=at, end=words[-1].end, text=line, speaker=f"S{number}", words=words)
        )
        at = words[-1].end + 1
    return Transcript(language=language, segments=tuple(segments), transcriber="faster_whisper", model="small")


def in_sight(view: TranscriptView) -> list[str]:
    """Return what is read in the viewport: the words whose middles stand inside of it."""
    height = view.viewport().height()
    words = (shown.laid.first + n for shown in view.paragraphs_in_sight() for n in range(len(shown.laid.spans)))
    return [view.page.reading(word) for word in words if 0 <= view.area_of(word, word + 1).center().y() < height]


def middle(view: TranscriptView, word: int) -> QPoint:
    """Return where a word stands in the viewport."""
    area = view.area_of(word, word + 1)
    assert not area.isEmpty(), f"word {word} can't be seen"
    return area.center()


def wheel(view: TranscriptView, notches: int) -> None:
    """Turn the wheel over the words: down where positive."""
    place = QPointF(view.viewport().rect().center())
    for _ in range(abs(notches)):
        turned = QPoint(0, -120 if notches > 0 else 120)
        event = QWheelEvent(
            place,
            view.viewport().mapToGlobal(place),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)


def selected(view: TranscriptView) -> str:
    """Return the selected words."""
    chosen = view.selected_words()
    return view.page.text_of(*chosen) if chosen else ""


async def reviewing(window: MainWindow, project: FakeProject, transcript: Transcript | None = None) -> str:
    run_id = project.add_run("talk.mp4")
    if transcript is not None:
        known = project.analyses[run_id]
        project.analyses[run_id] = dataclasses.replace(known, transcript=transcript)
    window.open_run(run_id)
    await until(lambda: window._bench.review.transcript is not None)
    view = find(window, TranscriptView, "transcriptView")
    await until(view.isVisible)
    # Hours of talk are set in a thread.
    spoken = len(list(window._bench.review.transcript.words())) if window._bench.review.transcript else 0
    await until(lambda: len(view.page.words) == spoken)
    return run_id
