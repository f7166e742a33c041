"""Cutting a transcript into sentences, also where nobody wrote punctuation.

A sentence is a run of words by one speaker. It ends at written punctuation, at a change of speaker, or after a
silence too long to belong to one thought. Runs that are still too long (speech recognisers often write no
punctuation) are cut at their largest pauses, preferring places where a new thought begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.highlights.language import (
    OPENERS,
    asks,
    ends_clause,
    ends_sentence,
    is_ideographic,
    join_words,
    plain,
)
from core.schema.segment import Sentence
from core.schema.transcript import Transcript, TranscriptSegment, Word

LONG_SILENCE = 2.5
"""Seconds without a word after which no one is still in the same sentence."""

LOOSE_PAUSE = 0.7
"""Seconds of pause that end a sentence where there is no punctuation to tell."""

MARKED_LIMIT = 80.0
"""Seconds a sentence may last where punctuation says that it goes on."""

UNMARKED_LIMIT = 14.0
"""Seconds a sentence may last where nothing marks its parts."""

_WINDOW_WORDS = 120
_QUESTION_OPENERS = frozenset(
    """
    what why how when where who which whose do does did is are was were can could would should will have has
    ¿qué qué cómo cuándo dónde quién por was warum wie wann wo wer pourquoi comment quand où qui
    """.split()  # noqa: SIM905
)

_Spoken = tuple[Word, TranscriptSegment]


def split_sentences(transcript: Transcript) -> tuple[Sentence, ...]:
    """Return the transcript's sentences in order; together they hold every word exactly once.

    `first_word` and `last_word` (inclusive) index `transcript.words()`. A sentence's times are those of its
    words, in source seconds.
    """
    spoken = list(transcript.words())
    if not spoken:
        return ()
    is_marked = _punctuation_nearby(spoken)
    is_cased = _is_cased(spoken)
    runs: list[tuple[int, int]] = []
    first = 0
    for index in range(len(spoken)):
        if index + 1 == len(spoken) or _breaks_after(spoken, index, is_marked[index], is_cased):
            runs.append((first, index))
            first = index + 1
    pieces = [piece for run in runs for piece in _bounded(spoken, run, is_marked)]
    return tuple(_sentence(spoken, first, last) for first, last in pieces)


def cut_long(sentences: Sequence[Sentence], transcript: Transcript, limit: float) -> tuple[Sentence, ...]:
    """Return the sentences with those longer than `limit` seconds cut at their largest pauses."""
    if all(sentence.end - sentence.start <= limit for sentence in sentences):
        return tuple(sentences)
    spoken = list(transcript.words())
    result: list[Sentence] = []
    for sentence in sentences:
        pieces = _cut_at_pauses(spoken, (sentence.first_word, sentence.last_word), limit)
        whole = len(pieces) == 1
        result.extend([sentence] if whole else [_sentence(spoken, *piece) for piece in pieces])
    return tuple(result)


def _punctuation_nearby(spoken: Sequence[_Spoken]) -> list[bool]:
    """Tell for each word whether its surroundings are punctuated (a sentence end per 60 words or better).

    An ideograph is a word of its own in most transcripts, so that more of them may pass without an end.
    """
    ends = [0]
    for word, _ in spoken:
        ends.append(ends[-1] + ends_sentence(word.text))
    spread = 3 if is_ideographic("".join(word.text for word, _ in spoken[:400])) else 1
    half = spread * _WINDOW_WORDS // 2
    marked: list[bool] = []
    for index in range(len(spoken)):
        low, high = max(0, index - half), min(len(spoken), index + half)
        marked.append((ends[high] - ends[low]) * 60 * spread >= high - low)
    return marked


def _is_cased(spoken: Sequence[_Spoken]) -> bool:
    """Whether sentences begin with large letters here: some recognisers write all in small ones."""
    large = sum(word.text.lstrip("\"'“‘([«¿¡")[:1].isupper() for word, _ in spoken)
    return large * 50 > len(spoken)


def _breaks_after(spoken: Sequence[_Spoken], index: int, is_marked: bool, is_cased: bool) -> bool:
    word, segment = spoken[index]
    following, next_segment = spoken[index + 1]
    if segment.speaker != next_segment.speaker:
        return True
    pause = following.start - word.end
    if pause > LONG_SILENCE or ends_sentence(word.text, following.text if is_cased else ""):
        return True
    return not is_marked and pause >= LOOSE_PAUSE


def _bounded(spoken: Sequence[_Spoken], run: tuple[int, int], is_marked: Sequence[bool]) -> list[tuple[int, int]]:
    first, last = run
    is_trusted = sum(is_marked[first : last + 1]) * 2 > last + 1 - first
    return _cut_at_pauses(spoken, run, MARKED_LIMIT if is_trusted else UNMARKED_LIMIT)


def _cut_at_pauses(spoken: Sequence[_Spoken], run: tuple[int, int], limit: float) -> list[tuple[int, int]]:
    """Cut a run of words until each part lasts at most `limit` seconds (a single word is never cut).

    The cut with the largest pause wins, weighed down towards the run's edges; a clause end, a segment edge or
    a word that opens a thought counts as some extra pause. Each half is cut again.
    """
    finished: list[tuple[int, int]] = []
    waiting = [run]
    while waiting:
        first, last = waiting.pop()
        start, end = spoken[first][0].start, spoken[last][0].end
        if first == last or end - start <= limit:
            finished.append((first, last))
            continue
        # Looking only within the next `2 × limit` seconds keeps an hour without a full stop linear.
        reach = first
        while reach + 1 < last and spoken[reach + 1][0].end - start <= 2 * limit:
            reach += 1
        span = max(1e-6, min(end - start, 2 * limit))
        best = max(range(first, max(first + 1, reach)), key=lambda i: _cut_worth(spoken, i, start, span))
        waiting.append((best + 1, last))
        waiting.append((first, best))
    return sorted(finished)


def _cut_worth(spoken: Sequence[_Spoken], index: int, start: float, span: float) -> float:
    word, segment = spoken[index]
    following, next_segment = spoken[index + 1]
    pause = max(0.0, following.start - word.end)
    worth = 0.12 + pause
    worth += 0.35 * ends_clause(word.text)
    worth += 0.25 * (segment is not next_segment)
    worth += 0.30 * (plain(following.text) in OPENERS)
    at = min(1.0, max(0.0, (word.end - start) / span))
    return worth * (0.25 + 3.0 * at * (1.0 - at))


def _sentence(spoken: Sequence[_Spoken], first: int, last: int) -> Sentence:
    words = [word for word, _ in spoken[first : last + 1]]
    end = max(word.end for word in words)
    return Sentence(
        start=min(word.start for word in words),
        end=end,
        text=join_words([word.text for word in words]),
        speaker=spoken[first][1].speaker,
        first_word=first,
        last_word=last,
        is_question=_is_question(words),
    )


def _is_question(words: Sequence[Word]) -> bool:
    if any(asks(word.text) for word in words):
        return True
    if any(ends_sentence(word.text) or ends_clause(word.text) for word in words):
        return False
    # Unpunctuated text: an interrogative opening two words ("how do", "what is") is a fair guess.
    opening = [plain(word.text) for word in words[:2]]
    if "".join(opening).endswith(("嗎", "吗", "呢")):
        return True
    return len(opening) == 2 and all(word in _QUESTION_OPENERS for word in opening)
