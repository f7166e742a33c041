"""What a language model says of a passage, and what of it can be believed.

Nothing is taken on trust: sentences and times outside the passage, clips that it was not asked about, scores out
of range, lengths that were not asked for and quotations that nobody said are faults, each in words that the model
is told in turn. Cuts are never its to make: it names sentences, and the edges are those of every other clip.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import ConfigDict, Field

from core.highlights.candidates import LONG_GAP
from core.highlights.passages import Passage, clock
from core.highlights.plan import Ground, PlanOptions
from core.highlights.requote import run_of
from core.schema.plan import Axis, Candidate
from core.schema.record import Record
from core.schema.segment import Sentence
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Word
from core.speech.words import sound_of

JUDGED: tuple[Axis, ...] = ("hook", "completeness", "density", "emotion", "quotability", "engagement")
SHORTEST_QUOTE = 4
"""Letters below which a quotation proves nothing."""

SNAP_SENTENCES = 2
"""How many sentences away an edge is looked for where people talk over each other."""

CLOCK_TOLERANCE = 2.0
"""Seconds that a moment's time may be off its first sentence."""

_EXACTNESS = 1e-6
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d{1,2}(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*s?")


class Opinion(Record):
    """What the model thinks of a clip. Fields it adds are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    scores: dict[str, float] = Field(default_factory=dict)
    title: str = ""
    hook: str = ""
    reason: str = ""
    quotes: tuple[str, ...] = ()


class Moment(Opinion):
    """A moment it proposes: sentences by their numbers as they were shown, from 1, both included."""

    first: int
    last: int
    start: str | float | None = None
    setup: tuple[int, ...] | None = None


class Judged(Opinion):
    """Its opinion on a clip that it was shown, by the number that it was shown with."""

    id: int


class PassageReply(Record):
    """What the model answers about a passage."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    moments: tuple[Moment, ...] = ()
    clips: tuple[Judged, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A moment that can be believed: sentences (from 0) that can be cut at, and a set-up before them, if any."""

    first: int
    last: int
    setup: tuple[int, int] | None
    opinion: Opinion


@dataclass
class Believed:
    """What of an answer can be believed, and what is wrong with the rest, in words."""

    proposals: list[Proposal] = field(default_factory=list)
    judged: dict[int, Opinion] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


class Spoken:
    """The words of a talk by when they are said."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = sorted(words, key=_middle)
        self._middles = [_middle(word) for word in self._words]

    def within(self, cut: Cut) -> list[Word]:
        """Return the words that are heard in a cut, by their middles."""
        parts = [
            self._words[bisect_left(self._middles, span.start) : bisect_left(self._middles, span.end)]
            for span in cut.ranges
        ]
        return [word for part in parts for word in part]


@dataclass(frozen=True)
class Judge:
    """Checks answers against a talk. `ground` must hold windows; `candidates` are those known."""

    ground: Ground
    candidates: Sequence[Candidate]
    options: PlanOptions

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The talk's sentences."""
        assert self.ground.table is not None
        return self.ground.table.sentences

    @cached_property
    def spoken(self) -> Spoken:
        """What is said."""
        return Spoken(self.ground.words)

    def check(self, reply: PassageReply, passage: Passage) -> Believed:
        """Return what of an answer about a passage can be believed."""
        found = Believed()
        for number, moment in enumerate(reply.moments, 1):
            proposal = self.proposal(moment, passage)
            if isinstance(proposal, Proposal):
                found.proposals.append(proposal)
            else:
                found.faults.append(f"moment {number} (sentences {moment.first} to {moment.last}): {proposal}")
        for judged in reply.clips:
            place = judged.id - 1
            if place not in passage.known:
                found.faults.append(f"clip {judged.id}: there is no such clip in this part")
            elif fault := _fault(judged, self.spoken.within(self.candidates[place].cut)):
                found.faults.append(f"clip {judged.id}: {fault}")
            else:
                # The first word on a clip counts.
                found.judged.setdefault(place, judged)
        return found

    def proposal(self, moment: Moment, passage: Passage) -> Proposal | str:
        """Return a moment as a proposal, or what is wrong with it."""
        spans = [(moment.first - 1, moment.last - 1)]
        if moment.setup:
            if len(moment.setup) != 2:
                return "its set-up needs a first and a last sentence, or nothing"
            spans.insert(0, (moment.setup[0] - 1, moment.setup[1] - 1))
        for first, last in spans:
            if not passage.first <= first <= last <= passage.last:
                return f"its sentences must be within {passage.first + 1} to {passage.last + 1}, first before last"
        if len(spans) == 2 and spans[0][1] >= spans[1][0]:
            return "its set-up must come before it"
        if fault := self._time_fault(moment):
            return fault
        cut_at = [self._edges(first, last, passage) for first, last in spans]
        if None in cut_at:
            return "people talk over each other at its ends, so choose others"
        spans = [edges for edges in cut_at if edges is not None]
        fault = self._length_fault(spans) or _fault(moment, self._words(spans))
        if fault:
            return fault
        if len(spans) == 2 and spans[0][1] + 1 >= spans[1][0]:
            # Nothing lies between them: it is one piece.
            spans = [(spans[0][0], spans[1][1])]
        return Proposal(*spans[-1], spans[0] if len(spans) == 2 else None, moment)

    def cut(self, first: int, last: int) -> TimeSpan:
        """Return from where to where a run of sentences is cut, in source seconds."""
        assert self.ground.edges is not None
        return TimeSpan(start=float(self.ground.edges.starts[first]), end=float(self.ground.edges.ends[last]))

    def _time_fault(self, moment: Moment) -> str:
        if moment.start in (None, ""):
            return ""
        told, begins = _seconds(moment.start), self.sentences[moment.first - 1].start
        if told is None or abs(told - begins) > CLOCK_TOLERANCE:
            return f"sentence {moment.first} starts at {clock(begins)}, not at {moment.start}"
        return ""

    def _edges(self, first: int, last: int, passage: Passage) -> tuple[int, int] | None:
        """Return the nearest sentences around a run that no word of a neighbour is lost at."""
        assert self.ground.edges is not None
        starts, ends = self.ground.edges.starts, self.ground.edges.ends
        before = range(first, max(passage.first, first - SNAP_SENTENCES) - 1, -1)
        after = range(last, min(passage.last, last + SNAP_SENTENCES) + 1)
        start = next((number for number in before if not math.isnan(starts[number])), None)
        end = next((number for number in after if not math.isnan(ends[number])), None)
        return None if start is None or end is None else (start, end)

    def _length_fault(self, spans: Sequence[tuple[int, int]]) -> str:
        cuts = [self.cut(*span) for span in spans]
        seconds = sum(cut.duration for cut in cuts)
        least, most = self.limits()
        if not least - _EXACTNESS <= seconds <= most + _EXACTNESS:
            return f"it lasts {seconds:.0f} s, and {least:.0f} to {most:.0f} s are asked for"
        for first, last in spans:
            for number in range(first + 1, last + 1):
                gap = self.sentences[number].start - self.sentences[number - 1].end
                if gap > LONG_GAP:
                    return f"nobody speaks for {gap:.0f} s before sentence {number + 1}"
        return ""

    def limits(self) -> tuple[float, float]:
        """Return the shortest and longest clip in seconds; a talk that has none so long may be cut shorter."""
        assert self.ground.scored is not None
        shortest = float(self.ground.scored.windows.duration.min())
        return min(self.options.min_seconds, shortest), self.options.max_seconds

    def _words(self, spans: Sequence[tuple[int, int]]) -> list[Word]:
        return [
            word
            for first, last in spans
            for word in self.ground.words[self.sentences[first].first_word : self.sentences[last].last_word + 1]
        ]


def is_said(quote: str, words: Sequence[Word]) -> bool:
    """Whether a quotation is whole words in a row of what is said, whatever its punctuation and case."""
    return len(sound_of(quote)) >= SHORTEST_QUOTE and bool(run_of(quote, words))


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2


def _fault(opinion: Opinion, words: Sequence[Word]) -> str:
    missing = [axis for axis in JUDGED if axis not in opinion.scores]
    if missing:
        return f"its scores lack {', '.join(missing)}"
    wild = [axis for axis in JUDGED if not 0 <= opinion.scores[axis] <= 100]
    if wild:
        return f"its score for {wild[0]} is not between 0 and 100"
    if not opinion.quotes:
        return "it quotes nothing"
    invented = [quote for quote in opinion.quotes if not is_said(quote, words)]
    return f"nobody says “{invented[0][:80]}” in it; quote word for word" if invented else ""


def _seconds(told: str | float | None) -> float | None:
    if isinstance(told, int | float):
        return float(told)
    found = _CLOCK.fullmatch((told or "").strip(" []"))
    if found is None:
        return None
    if found[4] is not None:
        return float(found[4])
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + float(found[3])
