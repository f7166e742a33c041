"""Titles and hook lines that quote what was heard, as that reads now: nothing stands larger on the screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from core.highlights.titles import headline
from core.schema.plan import Candidate
from core.schema.time import Cut
from core.schema.transcript import Transcript, Word
from core.speech.corrected import middle
from core.speech.words import join_words, sound_of


class Quotes:
    """What was heard beside what is shown in its place."""

    def __init__(self, heard: Transcript, shown: Transcript) -> None:
        self._heard = [word for word, _ in heard.words()]
        self._shown = [word for word, _ in shown.words()]
        self._heard_middles = [middle(word) for word in self._heard]
        self._shown_middles = [middle(word) for word in self._shown]

    def candidate(self, found: Candidate) -> Candidate:
        """Return a candidate whose title and hook read as corrected."""
        update = {"title": self.line(found.title, found.cut), "hook": self.line(found.hook, found.cut)}
        return found.model_copy(update=update)

    def line(self, line: str, cut: Cut) -> str:
        """Return a line that quotes what was heard in a cut as that reads now, and any other as it is."""
        said = [word for kept in cut.ranges for word in self._between(True, kept.start, kept.end)]
        quoted = run_of(line, said)
        if not quoted:
            return line
        now = self._between(False, quoted[0].start, quoted[-1].end)
        now = [word for word in now if cut.to_clip_time(middle(word)) is not None]
        if not now or [word.text for word in now] == [word.text for word in quoted]:
            return line
        made = headline(join_words(word.text for word in now))
        return f"{made}…" if line.endswith("…") and not made.endswith("…") else made

    def _between(self, is_heard: bool, start: float, end: float) -> list[Word]:
        words, middles = (self._heard, self._heard_middles) if is_heard else (self._shown, self._shown_middles)
        return words[bisect_left(middles, start) : bisect_left(middles, end)]


def run_of(line: str, said: Sequence[Word]) -> Sequence[Word]:
    """Return the words in a row that a line quotes, whatever its punctuation and capitals; none if it does not."""
    sounds = [sound_of(word.text) for word in said]
    ends = list(accumulate(map(len, sounds)))
    starts = [end - len(sound) for end, sound in zip(ends, sounds, strict=True)]
    wanted, whole = sound_of(line), "".join(sounds)
    at = whole.find(wanted) if wanted else -1
    while at >= 0:
        first, last = bisect_left(starts, at), bisect_left(ends, at + len(wanted))
        if starts[first] == at and ends[last] == at + len(wanted):
            return said[first : last + 1]
        at = whole.find(wanted, at + 1)
    return ()
