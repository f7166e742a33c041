"""Who talks how much, how fast, and asks how often. Where several talk at once, each is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.highlights.language import is_ideographic
from core.insights.talk import Talk
from core.schema.insights import TalkTime
from core.schema.segment import Sentence
from core.schema.transcript import Word

LONGEST_PAUSE = 1.0
"""Seconds between two words of a speaker up to which the pause still counts as talk."""

_SHORT_TURN_WORDS = 2
"""A turn of so few words ("mm-hm", "right") interrupts nobody."""


def talk_times(talk: Talk) -> tuple[TalkTime, ...]:
    """Return the speakers, who talks most first; their shares sum to 1."""
    said: dict[str, list[Word]] = defaultdict(list)
    for word, segment in talk.transcript.words():
        said[segment.speaker].append(word)
    if not said:
        return ()
    turns = _turns(talk.sentences)
    seconds = {speaker: _seconds(words) for speaker, words in said.items()}
    whole = sum(seconds.values())
    found = []
    for speaker, words in said.items():
        own = [turn for turn in turns if turn[0].speaker == speaker]
        longest = max(own, key=_length, default=[])
        units = len(words)
        if talk.is_ideographic:
            units = sum(sum(map(str.isalnum, word.text)) for word in words)
        found.append(
            TalkTime(
                speaker=speaker,
                seconds=round(seconds[speaker], 2),
                share=seconds[speaker] / whole if whole > 0 else 1.0 / len(said),
                turns=len(own),
                longest_turn=round(_length(longest), 2) if longest else 0.0,
                longest_turn_at=round(longest[0].start, 3) if longest else 0.0,
                first_at=round(min(word.start for word in words), 3),
                words=units,
                pace=round(units / seconds[speaker] * 60.0, 1) if seconds[speaker] > 0 else 0.0,
                questions=sum(s.is_question for s in talk.sentences if s.speaker == speaker),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.share, each.speaker)))


def _seconds(words: Sequence[Word]) -> float:
    """Return how long a speaker's words last together, short pauses between them included."""
    total = 0.0
    start = end = -1.0
    for word in sorted(words, key=lambda each: each.start):
        if start < 0 or word.start - end > LONGEST_PAUSE:
            total += end - start
            start = word.start
            end = word.end
        end = max(end, word.end)
    return total + end - start


def _turns(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return the sentences in runs of one speaker; a mere "mm-hm" of another is a turn, and ends none."""
    turns: list[list[Sentence]] = []
    open_turn: list[Sentence] | None = None
    for sentence in sentences:
        if open_turn is not None and open_turn[0].speaker == sentence.speaker:
            open_turn.append(sentence)
            continue
        turns.append([sentence])
        if open_turn is None or not _is_aside(sentence):
            open_turn = turns[-1]
    return turns


def _is_aside(sentence: Sentence) -> bool:
    if is_ideographic(sentence.text):
        return len(sentence.text) <= 2 * _SHORT_TURN_WORDS
    return len(sentence.text.split()) <= _SHORT_TURN_WORDS


def _length(turn: Sequence[Sentence]) -> float:
    return max(s.end for s in turn) - turn[0].start
