"""What can be counted in a clip beside its scores: pace, jokes, questions, whose words they are, where it lies."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from core.highlights.language import asks, plain
from core.highlights.lexicon import LAUGHTER, lexicon_for
from core.schema.time import Cut
from core.schema.transcript import Transcript, Word

_SAMPLE = 4000
"""Words by which the language is guessed where a transcript names none."""


class TraitReader:
    """Reads traits of clips of one transcript, whose words are laid out once."""

    def __init__(self, transcript: Transcript) -> None:
        pairs = [(word, segment.speaker) for word, segment in transcript.words()]
        self._words = [word for word, _ in pairs]
        self._speakers = [speaker for _, speaker in pairs]
        self._starts = [word.start for word in self._words]
        self._end = max((word.end for word in self._words), default=0.0)
        self._lexicon = lexicon_for(transcript.language, [word.text for word in self._words[:_SAMPLE]])
        spoken: Counter[str] = Counter()
        for word, speaker in pairs:
            spoken[speaker] += word.end - word.start  # type: ignore[assignment]
        self._main = spoken.most_common(1)[0][0] if len(spoken) > 1 else None

    def read(self, cut: Cut) -> dict[str, float]:
        """Return the traits of a cut by name; empty where nothing is said in it.

        `pace`, `humour`, `questions` and `numbers` are counts a minute, `position` is the share of the talk before
        it (0 to 1), `statement` the share of its words that are in its longest turn, and `main_voice` the share
        that is said by who talks most in the whole source (both 0 to 1, only where speakers are told apart).
        """
        said = [index for span in cut.ranges for index in self._between(span.start, span.end)]
        minutes = cut.duration / 60.0
        if not said or minutes <= 0:
            return {}
        words = [self._words[index] for index in said]
        traits = {
            "pace": len(words) / minutes,
            "questions": sum(asks(word.text) for word in words) / minutes,
            "numbers": sum(any(c.isdigit() for c in word.text) for word in words) / minutes,
            "position": min(1.0, cut.start / self._end) if self._end else 0.0,
        }
        if self._lexicon.language:
            traits["humour"] = self._jokes(words) / minutes
        if self._main is not None:
            speakers = [self._speakers[index] for index in said]
            traits["statement"] = max(_runs(speakers)) / len(said)
            traits["main_voice"] = speakers.count(self._main) / len(said)
        return {name: round(value, 4) for name, value in traits.items()}

    def _between(self, start: float, end: float) -> range:
        return range(bisect_left(self._starts, start - 1e-6), bisect_left(self._starts, end - 1e-6))

    def _jokes(self, words: Iterable[Word]) -> int:
        text = " ".join(word.text for word in words)
        tokens = [token for token in map(plain, text.split()) if token]
        listed = self._lexicon.find(tokens, text.lower()).get("humour", ())
        return len(listed) + len(LAUGHTER.findall(text))


def _runs(speakers: Iterable[str]) -> list[int]:
    return [sum(1 for _ in run) for _, run in groupby(speakers)]
