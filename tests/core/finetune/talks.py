"""Conversations to make examples of."""

from __future__ import annotations

from core.schema.transcript import Flag, Transcript, TranscriptSegment, Word

QUESTION = "What did you tell the customers in that week?"
ANSWER = "I told every one of them that we had no money left. And then I asked what they would miss."


def talk(*turns: tuple[str, str], gap: float = 0.4, at: float = 0.0, flags: tuple[Flag, ...] = ()) -> Transcript:
    """Return a transcript of (speaker, text) turns, half a second a word, `gap` seconds between turns."""
    segments = []
    for speaker, text in turns:
        words = []
        for word in text.split():
            words.append(Word(text=word, start=at, end=at + 0.45))
            at += 0.5
        segments.append(
            TranscriptSegment(
                start=words[0].start,
                end=words[-1].end,
                text=text,
                speaker=speaker,
                words=tuple(words),
                flags=flags,
            )
        )
        at += gap
    return Transcript(language="en", segments=tuple(segments))


def interview(count: int, name: str = "") -> Transcript:
    """Return a talk with so many questions and answers, no two of them alike."""
    turns = []
    for number in range(count):
        turns.append(("Ben", f"What happened in the {name} year number {number} then?"))
        turns.append(("Ana", f"In year {number} of {name} we built the thing that everybody asked us for."))
    return talk(*turns)
