"""Planning: from a transcript to ranked clips, each with scores, a title and a reason. Needs no language model."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import Field

from core.highlights import ranges, rubric, titles
from core.highlights.candidates import (
    LONG_GAP,
    OVERLAP_TOLERANCE,
    Edges,
    Floats,
    Windows,
    find_edges,
    find_windows,
)
from core.highlights.features import SentenceTable, measure_sentences
from core.highlights.heard import UNHEARD, Heard, end_on_reactions, hear
from core.highlights.lexicon import lexicon_for
from core.highlights.rubric import Scored, score_windows
from core.highlights.scorer import Scorer, bundled_scorer, judge_sentences
from core.highlights.seen import UNSEEN, Seen, see
from core.highlights.seen import WEIGHT as SEEN_WEIGHT
from core.highlights.select import diversify, prune, schedule
from core.highlights.sentences import cut_long, split_sentences
from core.highlights.standing import WORST_ALLOWED, ending_faults, keep_standing, opening_faults
from core.highlights.topics import find_topics
from core.highlights.wishes import STRENGTH, fit_wish, understand
from core.schema.choice import Choice
from core.schema.plan import AXES, Axis, AxisScore, Candidate, EditorialPlan
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.segment import Segments, Sentence, SoundEvent
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, Word

WEAKEST_WORTH = 0.0
"""A window worth no more (of 100) is only proposed when there is nothing better."""


class PlanOptions(Record):
    """What the user asked for: how many clips, how long (seconds), and about what.

    With `is_whole` nothing is left out inside a clip: each is one range.
    """

    top: int = Field(default=10, ge=1, le=200)
    min_seconds: float = Field(default=15.0, gt=0)
    max_seconds: float = Field(default=90.0, gt=0)
    prompt: str = ""
    is_whole: bool = False


@dataclass(frozen=True)
class Ground:
    """A talk measured, with all its windows scored: what candidates are chosen from.

    `heard` is what the sound tells, `seen` the picture, `openings` how well each sentence opens a
    clip, `limit` the last second shown. Without windows there is nothing to cut, and `choices` say why.
    """

    words: Sequence[Word] = ()
    table: SentenceTable | None = None
    edges: Edges | None = None
    scored: Scored | None = None
    heard: Heard = UNHEARD
    seen: Seen = UNSEEN
    openings: Floats | None = None
    choices: tuple[Choice, ...] = ()
    limit: float = 0.0
    scorer: Scorer | None = None


def plan_clips(
    transcript: Transcript,
    segments: Segments,
    options: PlanOptions,
    sound: Path | None = None,
    progress: ProgressCallback = ignore_progress,
    scorer: Scorer | None = None,
) -> EditorialPlan:
    """Propose up to `options.top` clips that do not overlap, best first.

    Args:
        transcript: What was said, with word times in source seconds.
        segments: Sentences (made from the transcript when empty), silences, shots, topics.
        options: How many and how long.
        sound: The 16 kHz mono analysis audio; without it delivery is not judged.
        progress: Told how far the planning is.
        scorer: The fitted weights; those that come with the program by default.

    Returns:
        The plan. Empty with a choice that says why, when there is nothing to cut.
    """
    return choose_clips(survey(transcript, segments, options, sound, progress, scorer), options, progress)


def survey(
    transcript: Transcript,
    segments: Segments,
    options: PlanOptions,
    sound: Path | None = None,
    progress: ProgressCallback = ignore_progress,
    scorer: Scorer | None = None,
) -> Ground:
    """Measure a talk and score all its windows; the arguments are those of `plan_clips`."""
    progress(0.0, "Reading sentences")
    words = [word for word, _ in transcript.words()]
    if not words:
        return Ground(choices=(_nothing("nothing is said in this source, or nobody transcribed it"),))
    lexicon = lexicon_for(transcript.language, [word.text for word in words[:4000]])
    sentences = segments.sentences or split_sentences(transcript)
    sentences = cut_long(sentences, transcript, options.max_seconds - 1.0)
    table = measure_sentences(sentences, [word.text for word in words], lexicon)
    progress(0.3, "Finding windows")
    windows, choices, edges = _windows(table, words, segments, options, _last_second(transcript, segments))
    if len(windows) == 0:
        return Ground(choices=tuple(choices))
    progress(0.5, "Scoring")
    heard = hear(segments, sentences, sound)
    seen = see(segments)
    weights = scorer or bundled_scorer()
    scored, heeded = _scored(table, windows, (heard, seen), options, weights)
    limit = _last_second(transcript, segments)
    openings = rubric.openings(table)
    return Ground(words, table, edges, scored, heard, seen, openings, (*choices, *heeded), limit, weights)


def choose_clips(
    ground: Ground, options: PlanOptions, progress: ProgressCallback = ignore_progress
) -> EditorialPlan:
    """Propose the best clips of a talk."""
    table, scored, openings = ground.table, ground.scored, ground.openings
    if table is None or scored is None or openings is None:
        return EditorialPlan(choices=ground.choices)
    progress(0.8, "Choosing")
    scored, skipped, talk = _with_skips(ground, table, scored, options)
    chosen = _choose(table, scored, options)
    longest, sounds = options.max_seconds, ground.heard.sounds
    ended = end_on_reactions(scored.windows, chosen, sounds, ground.words, longest, ground.limit)
    scored = replace(scored, windows=ended)
    candidates = [
        _candidate(table, scored, index, openings, ground)
        if index not in skipped
        else _skipping(ground, scored, index, skipped[index], talk)
        for index in chosen
    ]
    progress(1.0, "Planned")
    return EditorialPlan(candidates=tuple(candidates), choices=ground.choices)


def candidates_at(ground: Ground, spans: Sequence[tuple[int, int]], options: PlanOptions) -> tuple[Candidate, ...]:
    """Return a candidate for each span of sentences (first and last, inclusive), scored beside all windows."""
    table, edges, scored, openings = ground.table, ground.edges, ground.scored, ground.openings
    if not spans or table is None or edges is None or scored is None or openings is None:
        return ()
    first, last = (np.array(side, dtype=np.int64) for side in zip(*spans, strict=True))
    windows = scored.windows
    together = Windows(
        np.append(windows.first, first),
        np.append(windows.last, last),
        np.append(windows.start, edges.starts[first]),
        np.append(windows.end, edges.ends[last]),
    )
    judged, _ = _scored(table, together, (ground.heard, ground.seen), options, ground.scorer)
    return tuple(_candidate(table, judged, len(windows) + k, openings, ground) for k in range(len(spans)))


def _scored(
    table: SentenceTable,
    windows: Windows,
    senses: tuple[Heard, Seen],
    options: PlanOptions,
    scorer: Scorer | None,
) -> tuple[Scored, list[Choice]]:
    heard, seen = senses
    scored = score_windows(table, windows, heard.of_windows(table, windows), scorer)
    looks = seen.of_windows(windows)
    if looks is not None:
        worth = np.clip(scored.worth + SEEN_WEIGHT * np.clip(looks, -1.5, 1.5), 0.0, 100.0)
        scored = replace(scored, worth=worth, axes={**scored.axes, "visual": rubric.to_percent(looks)})
    if not options.prompt.strip():
        return scored, []
    scored, choice = _heed_wish(table, scored, options.prompt, heard.sounds)
    return scored, [choice]


def plan_document(transcript: Transcript, top: int = 10, scorer: Scorer | None = None) -> dict[str, Any]:
    """Plan a transcript alone, as the command line prints it: clips and topic boundaries in seconds.

    A clip has one start and one end there, so none has anything left out.
    """
    sentences = split_sentences(transcript)
    topics = find_topics(sentences, transcript.language)
    plan = plan_clips(
        transcript,
        Segments(sentences=sentences, topics=topics),
        PlanOptions(top=top, is_whole=True),
        scorer=scorer,
    )
    return {
        "clips": [
            {
                "start": candidate.cut.start,
                "end": candidate.cut.end,
                "score": round(candidate.score, 2),
                "axes": {axis: score.score for axis, score in candidate.axes.items()},
                "title": candidate.title,
                "reason": candidate.reason,
            }
            for candidate in plan.candidates
        ],
        "boundaries": [round(topic.start, 3) for topic in topics[1:]],
    }


def candidate_id(start: float, end: float) -> str:
    """Return the name of a span: the same for the same tenths of a second."""
    return hashlib.sha256(f"{start:.1f}-{end:.1f}".encode()).hexdigest()[:16]


def _heed_wish(
    table: SentenceTable, scored: Scored, asked: str, sounds: Sequence[SoundEvent]
) -> tuple[Scored, Choice]:
    wish = understand(asked, table)
    fit = fit_wish(table, scored.windows, wish, sounds)
    if fit is None:
        reason = f"Nothing in this talk fits “{asked}”, so clips are ranked as without it."
        return scored, Choice(subject="prompt", chosen="ignored", reason=reason, degraded=True)
    reason = f"Clips were ranked by how well they fit “{asked}”: {wish.told}. Meaning takes a language model."
    worth = np.clip(scored.worth + STRENGTH * (fit - 0.5), 0.0, 100.0)
    return replace(scored, worth=worth), Choice(subject="prompt", chosen=wish.told, reason=reason)


def _nothing(reason: str) -> Choice:
    return Choice(subject="clips", chosen="none", reason=f"No clips: {reason}.", degraded=True)


def _last_second(transcript: Transcript, segments: Segments) -> float:
    if segments.shots:
        return segments.shots[-1].end
    return max(segment.end for segment in transcript.segments)


def _windows(
    table: SentenceTable, words: Sequence[Word], segments: Segments, options: PlanOptions, limit: float
) -> tuple[Windows, list[Choice], Edges]:
    """Return windows to score and where can be cut; shorter than asked for only where the talk is too short."""
    gaps = _gaps(table.sentences)
    openings, endings = opening_faults(table), ending_faults(table)
    end_worth = -1.0 * table.hanging - np.append(table.leaning[1:], 0.0) - endings
    edges = find_edges(table.sentences, words, segments.silences, limit)
    windows = find_windows(edges, options.min_seconds, options.max_seconds, end_worth, gaps)
    if len(windows):
        return keep_standing(windows, openings, endings, options.top), [], edges
    loose = find_edges(table.sentences, words, segments.silences, limit, OVERLAP_TOLERANCE)
    windows = find_windows(loose, options.min_seconds, options.max_seconds, end_worth, gaps)
    if len(windows):
        reason = "Words overlap at every sentence, so clips may lose a few hundredths of a second of one."
        return windows, [Choice(subject="word times", chosen="parted", reason=reason, degraded=True)], loose
    windows = find_windows(edges, options.min_seconds, options.max_seconds, end_worth)
    if len(windows):
        reason = f"Every window holds a silence of more than {LONG_GAP:.0f} s."
        return windows, [Choice(subject="clips", chosen="with silences", reason=reason)], edges
    window = _longest_run(edges, gaps, options.max_seconds)
    if window is None:
        return _empty(), [_nothing("people talk over each other so that no sentence can be cut free")], edges
    spoken = float(window.duration[0])
    reason = f"Only {spoken:.1f} s can be cut in one piece, less than the {options.min_seconds:g} s asked for."
    return window, [Choice(subject="length", chosen=f"{spoken:.1f} s", reason=reason, degraded=True)], edges


def _gaps(sentences: Sequence[Sentence]) -> Floats:
    ends = np.maximum.accumulate(np.array([sentence.end for sentence in sentences]))
    starts = np.array([sentence.start for sentence in sentences])
    return np.append(0.0, starts[1:] - ends[:-1])


def _longest_run(edges: Edges, gaps: Floats, longest: float) -> Windows | None:
    windows = find_windows(edges, 0.0, longest, np.zeros(len(gaps)), gaps)
    windows = windows.take(windows.duration > 0.2)
    if len(windows) == 0:
        return None
    return windows.take(np.array([int(np.argmax(windows.duration))]))


def _empty() -> Windows:
    whole = np.zeros(0, dtype=np.int64)
    return Windows(whole, whole, np.zeros(0), np.zeros(0))


def _choose(table: SentenceTable, scored: Scored, options: PlanOptions) -> list[int]:
    worth = scored.worth - WEAKEST_WORTH
    kept = np.array(prune(scored.windows, worth, options.top), dtype=np.int64)
    pool = [
        int(kept[k]) for k in schedule(scored.windows.take(kept), worth[kept], min(len(kept), 3 * options.top))
    ]
    if not pool:
        return [int(np.argmax(scored.worth))]
    texts = [_terms(table, scored.windows, index) for index in pool]
    chosen = diversify(pool, scored.worth, texts, options.top)
    return sorted(chosen, key=lambda index: -scored.worth[index])


def _terms(table: SentenceTable, windows: Windows, index: int) -> Counter[str]:
    first, last = int(windows.first[index]), int(windows.last[index])
    return Counter(term for i in range(first, last + 1) for term in table.terms[i])


def _with_skips(
    ground: Ground, table: SentenceTable, scored: Scored, options: PlanOptions
) -> tuple[Scored, dict[int, tuple[ranges.Skip, ...]], ranges.Talk]:
    """Return the windows with those added that are better without some of their sentences, and which those are."""
    edges = ground.edges or Edges(np.zeros(0), np.zeros(0))
    likelihood = judge_sentences(table, ground.scorer or bundled_scorer())
    talk = ranges.talk_of(table, edges, likelihood.overall)
    if options.is_whole:
        return scored, {}, talk
    faults = np.array(talk.openings), np.array(talk.endings)
    too_long = options.max_seconds * ranges.LONGER
    long = find_windows(edges, options.max_seconds, too_long, -faults[1], _gaps(table.sentences))
    long = long.take((faults[0][long.first] < WORST_ALLOWED) & (faults[1][long.last] < WORST_ALLOWED))
    singles = len(scored.windows)
    if len(long):
        scored = scored.joined(_scored(table, long, (ground.heard, ground.seen), options, ground.scorer)[0])
    best = np.argsort(-scored.worth, kind="stable")
    tried = [*best[best < singles][: ranges.TRIED].tolist(), *best[best >= singles][: ranges.TRIED].tolist()]
    limits = options.min_seconds, options.max_seconds
    found = ranges.find_skips(talk, scored.windows, scored.worth, tried, limits)
    found = ranges.clearly_better(found, scored.windows, scored.worth, singles)
    chosen = np.array([*range(singles), *(one.index for one in found)], dtype=np.int64)
    scored = scored.take(chosen)
    worth = np.append(scored.worth[:singles], [one.worth for one in found])
    skipped = {singles + k: one.skips for k, one in enumerate(found)}
    return replace(scored, worth=worth), skipped, talk


def _skipping(
    ground: Ground, scored: Scored, index: int, skips: tuple[ranges.Skip, ...], talk: ranges.Talk
) -> Candidate:
    """Return a candidate of several ranges: its words are those of the sentences that are kept."""
    windows = scored.windows
    first, last = int(windows.first[index]), int(windows.last[index])
    kept = ranges.kept_of(first, last, skips)
    part = ranges.part_of(talk.table, kept)
    openings = rubric.openings(part)
    whole = _candidate(talk.table, scored, index, openings, ground, part)
    cut = Cut(ranges=ranges.ranges_of(talk, whole.cut.start, whole.cut.end, skips))
    name = "+".join(candidate_id(span.start, span.end) for span in cut.ranges)
    told = f"{whole.reason} {ranges.told_of(talk, kept, skips)}"
    return whole.model_copy(
        update={"cut": cut, "reason": told, "id": hashlib.sha256(name.encode()).hexdigest()[:16]}
    )


def _candidate(
    table: SentenceTable,
    scored: Scored,
    index: int,
    openings: Floats,
    ground: Ground,
    part: SentenceTable | None = None,
) -> Candidate:
    windows = scored.windows
    first, last = int(windows.first[index]), int(windows.last[index])
    start, end = float(windows.start[index]), float(windows.end[index])
    span = TimeSpan(start=start, end=end)
    said, begin, until = (table, first, last) if part is None else (part, 0, len(part.sentences) - 1)
    axes: dict[Axis, AxisScore] = {}
    for axis in AXES:
        if axis not in scored.axes:
            axes[axis] = AxisScore(score=None)
            continue
        score = round(float(scored.axes[axis][index]), 1)
        if axis == "delivery":
            evidence = ground.heard.evidence(table, (first, last), span)
        elif axis == "visual":
            evidence = ground.seen.evidence(span)
        else:
            evidence = _evidence(said, axis, begin, until)
        axes[axis] = AxisScore(score=score, evidence=evidence)
    title = titles.title_of(said, begin, until, openings)
    return Candidate(
        id=candidate_id(start, end),
        cut=Cut(ranges=(span,)),
        score=round(float(scored.worth[index]), 1),
        axes=axes,
        title=title,
        reason=titles.reason_of(axes, bool(scored.is_statement[index])),
        hook=titles.hook_line(said, begin, until, openings, title),
    )


_EARNS: dict[Axis, tuple[str, ...]] = {
    "hook": ("hook", "story", "absolute"),
    "emotion": ("emotion", "humour"),
}


# Listed words that count but convince nobody when quoted.
_TOO_COMMON = frozenset(
    {"all", "every", "most", "only", "single", "ever", "none", "must", "should", "entire", "but", "everything"}
)


def _evidence(table: SentenceTable, axis: Axis, first: int, last: int) -> tuple[str, ...]:
    """Return the words that earned an axis its score, at most five."""
    spoken = range(first, last + 1)
    if axis in _EARNS:
        reach = range(first, min(last, first + 1) + 1) if axis == "hook" else spoken
        counts = Counter(word for i in reach for kind in _EARNS[axis] for word in table.found[i].get(kind, ()))
        telling = [word for word, _ in counts.most_common() if word not in _TOO_COMMON]
        return tuple(sorted(telling, key=lambda word: -len(word))[:5])
    if axis == "quotability":
        line = titles.quotable(table, first, last)
        return () if line is None else (titles.quote(table.sentences[line].text.split(), 14),)
    if axis == "density":
        rare = Counter(term for i in spoken for term in table.terms[i])
        return tuple(term for term, _ in rare.most_common(5))
    if axis == "engagement":
        turns = int(table.opens_turn[first + 1 : last + 1].sum())
        questions = [i for i in spoken if table.sentences[i].is_question]
        found = [f"{turns} changes of speaker"] if turns else []
        return (*found, *(titles.quote(table.sentences[i].text.split()) for i in questions[:2]))
    if axis == "completeness":
        return (
            titles.quote(table.sentences[first].text.split()),
            titles.quote(table.sentences[last].text.split()),
        )
    return ()
