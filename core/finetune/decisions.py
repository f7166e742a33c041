"""Decisions on clips as conversations: a clip as it was proposed and what is said around it, then the verdict."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence

from core.highlights.language import join_words
from core.schema.learning import Example
from core.schema.plan import AXES
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript

AROUND_SECONDS = 45.0
"""How much of the talk is shown before and after a clip."""

_MOST_WORDS = 400
"""Of the clip, and of each side of it."""


def verdict_of(example: Example) -> str:
    """Return "approve" or "reject", or nothing where the user said neither."""
    if example.decision == "rejected":
        return "reject"
    if example.decision == "approved" or example.exported_at or example.is_handmade:
        return "approve"
    return ""


class Spoken:
    """The words of a talk with their speakers, found by time: a word belongs to the span that holds its middle."""

    def __init__(self, transcript: Transcript) -> None:
        every = [((w.start + w.end) / 2, w.text, segment.speaker) for w, segment in transcript.words()]
        self._words = sorted(every, key=lambda word: word[0])

    def said(self, spans: Sequence[TimeSpan], is_end: bool = False) -> str:
        """Return what is said in spans, a line a turn; of too much the start, or with `is_end` the end."""
        words = [word for span in spans for word in self._words[self._place(span.start) : self._place(span.end)]]
        words = words[-_MOST_WORDS:] if is_end else words[:_MOST_WORDS]
        turns: list[tuple[str, list[str]]] = []
        for _, text, speaker in words:
            if not turns or turns[-1][0] != speaker:
                turns.append((speaker, []))
            turns[-1][1].append(text)
        return "\n".join(
            f"{speaker}: {join_words(each)}" if speaker else join_words(each) for speaker, each in turns
        )

    def _place(self, at: float) -> int:
        return bisect_left(self._words, at, key=lambda word: word[0])


def asked(example: Example, spoken: Spoken) -> str:
    """Return what is shown of a clip; empty where nothing is said in it."""
    cut = example.cut
    clip = spoken.said(cut.ranges)
    if not clip:
        return ""
    before = spoken.said([TimeSpan(start=max(0.0, cut.start - AROUND_SECONDS), end=cut.start)], is_end=True)
    after = spoken.said([TimeSpan(start=cut.end, end=cut.end + AROUND_SECONDS)])
    parts = [f"Before:\n{before}" if before else "", f"Clip, {cut.duration:.0f} s:\n{clip}"]
    return "\n\n".join(part for part in [*parts, f"After:\n{after}" if after else ""] if part)


def answered(example: Example) -> str:
    """Return the verdict with title, reason and scores by axis as JSON."""
    scores = {axis: round(example.features[axis]) for axis in AXES if axis in example.features}
    told: dict[str, object] = {"verdict": verdict_of(example), "title": example.title, "reason": example.reason}
    return json.dumps({**told, "scores": scores}, ensure_ascii=False)
