"""Question-answer pairs of a transcript: a question by one speaker, and what another one says to it right after.

Only what is surely so is taken: both speakers known, no long silence between, nothing that the transcriber doubts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.highlights.language import asks, is_ideographic, join_words
from core.highlights.sentences import split_sentences
from core.schema.segment import Sentence
from core.schema.transcript import Transcript

LONGEST_GAP = 5.0
"""Seconds of silence after which what follows is no answer any more, or another one."""

FEWEST_ASKED, FEWEST_ANSWERED = 4, 8
"""Words; shorter ones ("Really?", "Yes.") teach nothing."""

MOST_ASKED, MOST_ANSWERED = 60, 220
"""Words; an answer is ended at the last whole sentence within."""

_ASIDE = 3
"""Words of the other speaker that do not end an answer: "Mm-hm.", "Right, okay."."""


@dataclass(frozen=True)
class Pair:
    """A question and its answer, in source seconds."""

    question: str
    answer: str
    start: float
    end: float


def find_pairs(transcript: Transcript) -> list[Pair]:
    """Return the pairs of a transcript in the order they are asked; none overlaps another."""
    sentences = split_sentences(transcript)
    doubted = [(segment.start, segment.end) for segment in transcript.segments if segment.flags]
    found: list[Pair] = []
    place = since = 0
    while place < len(sentences):
        answer = _answer(sentences, place) if _is_asked(sentences, place) else []
        asked = _question(sentences, since, place)
        taken = [*asked, *answer]
        if not answer or _is_doubted(taken, doubted):
            place += 1
            continue
        found.append(Pair(_text(asked), _text(answer), asked[0].start, answer[-1].end))
        place = since = sentences.index(answer[-1], place) + 1
    return found


def _is_asked(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether a sentence is a question that its speaker leaves to others."""
    sentence = sentences[place]
    words = sentence.text.split()
    if not (sentence.speaker and sentence.is_question and words and asks(words[-1])):
        return False
    return length(sentence.text) >= FEWEST_ASKED


def _question(sentences: Sequence[Sentence], since: int, place: int) -> list[Sentence]:
    """Return the question with what the same speaker said right before it, as far as there is room.

    `since` is where the last answer ended.
    """
    taken = [sentences[place]]
    for before in reversed(sentences[max(since, place - 2) : place]):
        is_joined = before.speaker == taken[0].speaker and taken[0].start - before.end <= LONGEST_GAP
        if not is_joined or length(_text([before, *taken])) > MOST_ASKED:
            break
        taken.insert(0, before)
    return taken


def _answer(sentences: Sequence[Sentence], place: int) -> list[Sentence]:
    """Return the sentences of the next other speaker, asides of others left out; none where it is no answer."""
    asker, heard_until = sentences[place].speaker, sentences[place].end
    taken: list[Sentence] = []
    for sentence in sentences[place + 1 :]:
        if sentence.start - heard_until > LONGEST_GAP or not sentence.speaker:
            break
        heard_until = max(heard_until, sentence.end)
        if sentence.speaker == (taken[0].speaker if taken else sentence.speaker) != asker:
            if length(_text([*taken, sentence])) > MOST_ANSWERED:
                break
            taken.append(sentence)
        elif not taken or length(sentence.text) > _ASIDE:
            break
    is_asked_back = bool(taken) and taken[0].is_question
    return taken if not is_asked_back and length(_text(taken)) >= FEWEST_ANSWERED else []


def _is_doubted(sentences: Sequence[Sentence], doubted: Sequence[tuple[float, float]]) -> bool:
    return any(start < each.end and end > each.start for each in sentences for start, end in doubted)


def _text(sentences: Sequence[Sentence]) -> str:
    return join_words([sentence.text.strip() for sentence in sentences])


def length(text: str) -> float:
    """Return how many words a text has; where none are spaced, two ideographs count as one."""
    return len(text) / 2 if is_ideographic(text) else len(text.split())
