"""Simulated reviewers with a known taste, and clips for them to decide on: made up, or planned of real talks.

A reviewer wants a clip by a weighted sum of its features, counted in deviations from all clips, with some whim
added, and approves the share of clips that they like best. What they would say of clips that they never decided on
is known, so how well their taste was learned can be measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.learning.features import FEATURES, USUAL, comparable, features_of, percent_of
from core.learning.pairs import Floats, deviations, matrix, middle, pairs_of
from core.learning.ranker import blended, fit
from core.schema.clip import Clip, Decision
from core.schema.learning import Example, Ranker
from core.schema.plan import AXES
from core.schema.time import Cut, TimeSpan


@dataclass(frozen=True)
class Reviewer:
    """`taste` weighs features; `whim` is the deviation of what nobody can know; `share` is how much is approved.

    With `random` the taste is a coin.
    """

    name: str
    taste: dict[str, float]
    whim: float = 0.6
    share: float = 0.4
    is_random: bool = False


REVIEWERS = (
    Reviewer("likes humour", {"humour": 1.0, "emotion": 0.5}),
    Reviewer("likes short clips", {"seconds": -1.0}),
    Reviewer("likes the main speaker's long statements", {"statement": 1.0, "main_voice": 0.7}),
    Reviewer("likes what ranks high anyway", {USUAL: 1.0}),
    Reviewer("decides by a coin", {}, is_random=True),
    Reviewer("contradicts themselves", {"humour": 1.0, "seconds": -1.0}),
)
CONTRADICTORY = REVIEWERS[-1]


def made_up_clips(talks: int, a_talk: int, seed: int) -> list[Example]:
    """Return undecided examples of talks that never were, a talk after the other."""
    random = np.random.default_rng(seed)
    found = []
    for talk in range(talks):
        for number in range(a_talk):
            start, seconds = 60.0 * number, float(random.uniform(16, 88))
            axes = {axis: percent_of(float(random.normal(0.5, 1.2))) for axis in AXES if axis != "visual"}
            odds = float(np.mean([comparable(axis, score) for axis, score in axes.items()]))
            features = {
                **axes,
                USUAL: percent_of(0.5 * odds + random.normal(1.0, 0.6)),
                "seconds": seconds,
                "position": number / a_talk,
                "pace": float(random.normal(170, 25)),
                "humour": float(random.poisson(1.2)),
                "questions": float(random.poisson(1.5)),
                "numbers": float(random.poisson(0.8)),
                "statement": float(random.beta(2, 2)),
                "main_voice": float(random.beta(3, 2)),
            }
            found.append(_example(f"talk{talk}", start, seconds, features))
    return found


def clips_of_talks(folder: Path, talks: int, a_talk: int) -> list[Example]:
    """Return undecided examples of the clips that are planned of real transcripts."""
    from core.highlights.plan import PlanOptions, plan_clips
    from core.highlights.sentences import split_sentences
    from core.learning.traits import TraitReader
    from core.schema.segment import Segments
    from core.speech.sidecar import read_transcript

    found = []
    paths = sorted(folder.glob("*.json"))
    for path in paths[:: max(1, len(paths) // talks)][:talks]:
        transcript = read_transcript(path, None, 0.0)
        segments = Segments(sentences=split_sentences(transcript))
        plan, reader = plan_clips(transcript, segments, PlanOptions(top=a_talk)), TraitReader(transcript)
        for each in plan.candidates:
            clip = Clip(
                id=each.id,
                run_id=path.stem,
                cut=each.cut,
                score=each.score,
                axes=each.axes,
                traits=reader.read(each.cut),
            )
            found.append(_example(path.stem, each.cut.start, each.cut.duration, features_of(clip)))
    return found


def _example(source: str, start: float, seconds: float, features: dict[str, float]) -> Example:
    cut = Cut(ranges=(TimeSpan(start=start, end=start + seconds),))
    name = f"{source}-{start:.1f}"
    return Example(clip_id=name, run_id=source, source_id=source, cut=cut, kept_seconds=seconds, features=features)


def wishes(clips: Sequence[Example], reviewer: Reviewer) -> Floats:
    """Return how much a reviewer wants each clip, whims apart."""
    values = matrix(clips)
    standard = np.nan_to_num(deviations(values, *middle(values)))
    columns = [feature.name for feature in FEATURES]
    wish = np.zeros(len(clips))
    for name, weight in reviewer.taste.items():
        wish = wish + weight * standard[:, columns.index(name)]
    return wish


def decided(clips: Sequence[Example], reviewer: Reviewer, seed: int) -> list[Example]:
    """Return all clips as a reviewer would decide on them, in an order of talks that the seed draws."""
    random = np.random.default_rng([seed, len(reviewer.name)])
    wish = wishes(clips, reviewer)
    if reviewer.is_random:
        wish = random.normal(size=len(clips))
    elif reviewer is CONTRADICTORY:
        wish = wish * _moods(clips, random)
    wish = wish + random.normal(0.0, reviewer.whim, len(clips))
    bars = np.quantile(wish, [1.0 - reviewer.share, 0.85 - reviewer.share])
    made = []
    for clip, wanted in zip(clips, wish, strict=True):
        decision: Decision = "approved" if wanted > bars[0] else "maybe" if wanted > bars[1] else "rejected"
        made.append(clip.model_copy(update={"decision": decision}))
    talks = sorted({clip.source_id for clip in clips})
    random.shuffle(talks)
    return sorted(made, key=lambda each: talks.index(each.source_id))


def _moods(clips: Sequence[Example], random: np.random.Generator) -> Floats:
    """Return for each clip 1 or -1, as many of either in each talk: the same taste for it and against it."""
    moods = np.zeros(len(clips))
    sources = np.array([clip.source_id for clip in clips])
    for source in np.unique(sources):
        rows = np.flatnonzero(sources == source)
        moods[rows] = random.permutation(np.resize([1.0, -1.0], len(rows)))
    return moods


def accuracy(ranker: Ranker | None, held_out: Sequence[Example]) -> float:
    """Return the share of pairs of one talk in the right order; by the usual ranking where no other is used."""
    values = matrix(held_out)
    return _in_order(held_out, values[:, 0] if ranker is None or not ranker.is_used else blended(ranker, values))


def _in_order(held_out: Sequence[Example], scores: Floats) -> float:
    pairs = pairs_of(held_out)
    ahead = scores[pairs.wanted] - scores[pairs.other]
    return float(np.mean(np.where(np.abs(ahead) < 1e-9, 0.5, ahead > 0)))


@dataclass(frozen=True)
class Trial:
    """How one reviewer's taste was learned from so many decisions, on clips that were not decided on.

    `best` is what who knew the taste could reach, whims being what nobody can know.
    """

    usual: float
    learned: float
    is_used: bool
    best: float


def trial(clips: Sequence[Example], reviewer: Reviewer, decisions: int, held_out: int, seed: int) -> Trial:
    """Let a reviewer decide on some clips, learn from that, and rank the last `held_out` of them by it."""
    made = decided(clips, reviewer, seed)
    tested = made[len(made) - held_out :]
    ranker = fit(made[:decisions])
    places = {clip.clip_id: place for place, clip in enumerate(clips)}
    truth = wishes(clips, reviewer)[[places[clip.clip_id] for clip in tested]]
    is_known = not reviewer.is_random and reviewer is not CONTRADICTORY
    best = _in_order(tested, truth) if is_known else accuracy(None, tested)
    return Trial(accuracy(None, tested), accuracy(ranker, tested), ranker.is_used, best)
