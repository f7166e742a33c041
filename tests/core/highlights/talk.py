"""Transcripts made from plain lines, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.transcript import Transcript, TranscriptSegment, Word


def spoken(
    *turns: tuple[str, str], pace: float = 2.5, pause: float = 0.3, start: float = 0.0, language: str = "en"
) -> Transcript:
    """Return a transcript of (speaker, text) turns: `pace` words a second, `pause` seconds between turns."""
    segments = []
    at = start
    for speaker, text in turns:
        words = []
        for token in text.split():
            words.append(Word(text=token, start=round(at, 3), end=round(at + 0.9 / pace, 3)))
            at += 1.0 / pace
        segments.append(
            TranscriptSegment(
                start=words[0].start, end=words[-1].end, text=text, speaker=speaker, words=tuple(words)
            )
        )
        at += pause
    return Transcript(language=language, segments=tuple(segments))


def timed(*words: tuple[str, float, float], language: str = "en") -> Transcript:
    """Return a transcript of one segment from (text, start, end) words."""
    made = tuple(Word(text=text, start=start, end=end) for text, start, end in words)
    text = " ".join(word.text for word in made)
    segment = TranscriptSegment(start=made[0].start, end=made[-1].end, text=text, words=made)
    return Transcript(language=language, segments=(segment,))


INTERVIEW: Sequence[tuple[str, str]] = (
    ("Ana", "Welcome to the show. Today's guest is Ben Carter, who built a bakery and nearly lost it."),
    ("Ana", "What happened in the week when you ran out of money?"),
    (
        "Ben",
        "I remember that Monday morning very well. We had four hundred dollars left and eleven people to pay. "
        "I called every customer we ever had, and nobody answered before noon. "
        "Then one old lady said she would buy all the bread we could bake that day. "
        "That was the moment when I understood that you never sell bread, you sell trust.",
    ),
    ("Ana", "Wow. Did you tell your team?"),
    ("Ben", "No way! I was terrified."),
    ("Ana", "Seriously?"),
    ("Ben", "Yeah. I hid in the cellar and ate a whole cake. It was a terrible cake!"),
    ("Ana", "What would you tell somebody who starts today?"),
    (
        "Ben",
        "The biggest mistake people make is that they hide the numbers from the people who could help. "
        "You have to open the books on the first day, because nobody can fix what they cannot see. "
        "If you want loyalty, you must show the truth, especially when the truth is ugly. "
        "That is the only rule that always worked for me.",
    ),
    ("Ana", "Thank you so much for joining us. Where can people find you online?"),
)
