"""What the sound tells of windows: how lively they are, where people laughed and clapped; ends that keep it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.highlights.candidates import Floats, Windows
from core.highlights.delivery import Liveliness, hear_sentences, judge_liveliness
from core.highlights.features import SentenceTable
from core.schema.segment import Segments, Sentence, SentenceSound, SoundEvent
from core.schema.time import TimeSpan
from core.schema.transcript import Word

SURE = 0.35
"""Confidence from which a laughter or an applause is told and kept."""

FOLLOWS_SECONDS = 1.2
"""A reaction that begins so soon after the last word is to what was just said."""

KEPT_SECONDS = 2.0
"""So much of a reaction is kept after the last word."""

_LAUGHTER_WEIGHT = 0.9
_APPLAUSE_WEIGHT = 0.7
_TELLING = 0.5  # deviations from which a way of speaking is told


@dataclass(frozen=True)
class Heard:
    """How a talk sounds; `liveliness` is None where nobody listened."""

    liveliness: Liveliness | None
    sounds: tuple[SoundEvent, ...] = ()

    def of_windows(self, table: SentenceTable, windows: Windows) -> Floats | None:
        """Return how lively each window sounds, in deviations, with the reactions to it; None where unknown."""
        if self.liveliness is None:
            return None
        return self._mean(self.liveliness.overall, table, windows) + self._reactions(windows)

    def evidence(self, table: SentenceTable, window: tuple[int, int], span: TimeSpan) -> tuple[str, ...]:
        """Return what is told of one window: reactions with their times, and how it is spoken."""
        told = [
            f"{sound.kind} at {_clock(sound.start)}"
            for sound in self.sounds
            if sound.confidence >= SURE and sound.start < span.end and sound.end > span.start
        ]
        if self.liveliness is not None:
            one = np.array([window[0]]), np.array([window[1]])
            whole = Windows(*one, np.array([span.start]), np.array([span.end]))
            for name, values in self.liveliness.parts.items():
                if float(self._mean(values, table, whole)[0]) >= _TELLING:
                    told.append(f"{name} than usual")
        return tuple(told[:5])

    @staticmethod
    def _mean(values: Floats, table: SentenceTable, windows: Windows) -> Floats:
        seconds = table.column("seconds")
        summed = np.append(0.0, np.cumsum(values * seconds))
        spoken = np.append(0.0, np.cumsum(seconds))
        mean: Floats = (summed[windows.last + 1] - summed[windows.first]) / np.maximum(
            1e-6, spoken[windows.last + 1] - spoken[windows.first]
        )
        return mean

    def _reactions(self, windows: Windows) -> Floats:
        total = np.zeros(len(windows))
        for kind, weight in (("laughter", _LAUGHTER_WEIGHT), ("applause", _APPLAUSE_WEIGHT)):
            events = sorted((s for s in self.sounds if s.kind == kind), key=lambda sound: sound.start)
            if not events:
                continue
            starts = np.array([event.start for event in events])
            summed = np.append(0.0, np.cumsum([event.confidence for event in events]))
            low = np.searchsorted(starts, windows.start)
            high = np.searchsorted(starts, windows.end + FOLLOWS_SECONDS)
            total = total + weight * np.minimum(2.0, summed[np.maximum(low, high)] - summed[low])
        return total


UNHEARD = Heard(None)


def hear(segments: Segments, sentences: Sequence[Sentence], sound: Path | None) -> Heard:
    """Return how the sentences sound, by what was heard of them before, or else by listening now.

    Args:
        segments: What is known of the source.
        sentences: Its sentences, perhaps in smaller pieces.
        sound: The analysis audio.

    Raises:
        MediaError: The audio can't be read.
    """
    known = _inherited(segments, sentences)
    if known is None and sound is not None:
        known = hear_sentences(sound, sentences)
    return Heard(None if known is None else judge_liveliness(sentences, known), segments.sounds)


def end_on_reactions(
    windows: Windows,
    chosen: Sequence[int],
    sounds: Sequence[SoundEvent],
    words: Sequence[Word],
    longest: float,
    limit: float,
) -> Windows:
    """Return the windows with the ends of the chosen ones moved into the laughter or applause that they got.

    Never into a word, another chosen window, past `limit` (the source's last second) or over `longest` seconds.
    """
    events = sorted((sound for sound in sounds if sound.confidence >= SURE), key=lambda sound: sound.start)
    if not events or not chosen:
        return windows
    spoken = sorted(word.start for word in words)
    fallen_silent = sorted(word.end for word in words)
    begins = [event.start for event in events]
    ends = windows.end.copy()
    others = sorted(float(windows.start[index]) for index in chosen)
    for index in chosen:
        end = float(windows.end[index])
        before = bisect_left(fallen_silent, end + 1e-6)
        if before == 0 or bisect_left(spoken, end - 1e-6) > before:
            continue  # somebody is in the middle of a word there
        spoken_until = fallen_silent[before - 1]
        at = bisect_left(begins, spoken_until - 0.3)
        if at == len(events) or events[at].start > spoken_until + FOLLOWS_SECONDS:
            continue
        bounds = [
            max(events[at].start, spoken_until) + KEPT_SECONDS,
            events[at].end + 0.1,
            limit,
            float(windows.start[index]) + longest,
            *(start - 0.05 for start in spoken[bisect_left(spoken, end - 1e-6) :][:1]),
            *others[bisect_left(others, end - 1e-6) :][:1],
        ]
        ends[index] = max(end, round(min(bounds) - 0.0005, 3))
    return replace(windows, end=ends)


def _inherited(segments: Segments, sentences: Sequence[Sentence]) -> tuple[SentenceSound, ...] | None:
    """Return what was heard of each sentence; a piece of a long one sounds as all of it does."""
    if not segments.sentence_sounds or len(segments.sentence_sounds) != len(segments.sentences):
        return None
    firsts = [sentence.first_word for sentence in segments.sentences]
    found = []
    for sentence in sentences:
        at = bisect_left(firsts, sentence.first_word + 1) - 1
        found.append(segments.sentence_sounds[max(0, at)])
    return tuple(found)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"
