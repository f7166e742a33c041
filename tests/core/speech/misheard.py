"""Real speech as if words of it had been misheard, to be corrected and placed again: with the truth beside."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from core.schema.correction import Corrections
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.speech import correct
from core.speech.corrected import corrected
from core.speech.words import interpolate, join_words

_NONSENSE = ("banana", "for", "tea", "wherever", "ox", "something", "a", "purple")


@dataclass(frozen=True)
class Misheard:
    """Truth, what was heard in the place of true words [first, last), and the correction of that."""

    truth: tuple[Word, ...]
    first: int
    last: int
    heard: Transcript
    corrections: Corrections


def transcript_of(words: Sequence[Word]) -> Transcript:
    """Return words as a transcript, a segment a sentence."""
    segments: list[TranscriptSegment] = []
    run: list[Word] = []
    for word in words:
        run.append(word)
        if word.text[-1] in ".?!" or word is words[-1]:
            text = join_words(each.text for each in run)
            segments.append(TranscriptSegment(start=run[0].start, end=run[-1].end, text=text, words=tuple(run)))
            run = []
    return Transcript(language="en", segments=tuple(segments))


def mishear(truth: Sequence[Word], chance: random.Random) -> Misheard:
    """Return a stretch of one to five words heard as fewer or more others, and corrected to what was said."""
    count = chance.randint(1, 5)
    first = chance.randrange(0, len(truth) - count)
    said = truth[first : first + count]
    others = chance.choice([number for number in range(1, 6) if number != count])
    texts = [chance.choice(_NONSENSE) for _ in range(others)]
    spread = interpolate(texts, said[0].start, said[-1].end)
    wrong = [Word(text=each.text, start=each.start or 0.0, end=each.end or 0.0) for each in spread]
    heard = transcript_of([*truth[:first], *wrong, *truth[first + count :]])
    text = join_words(word.text for word in said)
    given = correct.correct(Corrections(), heard, wrong[0].start, wrong[-1].end, text)
    made = corrected(heard, given)
    assert [word.text for word, _ in made.words()] == [word.text for word in truth]
    return Misheard(tuple(truth), first, first + count, heard, given)
