"""A language model's opinions mixed with the local scores, and the best clips of both chosen."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import numpy as np

from core.highlights.candidates import Windows
from core.highlights.moments import JUDGED, Judge, Opinion, Proposal, is_said
from core.highlights.passages import span_of
from core.highlights.plan import WEAKEST_WORTH, candidates_at
from core.highlights.select import diversify, schedule
from core.schema.plan import AxisScore, Candidate
from core.schema.time import Cut
from core.schema.transcript import Word

MODEL_SHARE = 0.6
"""How much the model's opinion counts beside the local scorer's."""

SAME = 0.7
"""Two clips are the same where what they share is this much of what they cover together."""

TITLE_LENGTH = 80
HOOK_LENGTH = 60
REASON_LENGTH = 300


def mixed(candidate: Candidate, opinion: Opinion, said: Sequence[Word]) -> Candidate:
    """Return a candidate with an opinion mixed in; `said` are its words, against which quotations are checked."""
    quotes = tuple(quote.strip() for quote in opinion.quotes if is_said(quote, said))[:2]
    axes = dict(candidate.axes)
    for axis in JUDGED:
        score, local = opinion.scores[axis], axes.get(axis, AxisScore(score=None))
        share = score if local.score is None else MODEL_SHARE * score + (1 - MODEL_SHARE) * local.score
        evidence = (*quotes, *local.evidence) if axis in ("hook", "quotability") else local.evidence
        axes[axis] = AxisScore(score=round(share, 1), evidence=evidence[:5])
    overall = sum(opinion.scores[axis] for axis in JUDGED) / len(JUDGED)
    title, hook, reason = (" ".join(part.split()) for part in (opinion.title, opinion.hook, opinion.reason))
    return candidate.model_copy(
        update={
            "axes": axes,
            "score": round(MODEL_SHARE * overall + (1 - MODEL_SHARE) * candidate.score, 1),
            "title": title if 0 < len(title) <= TITLE_LENGTH else candidate.title,
            "hook": hook if 0 < len(hook) <= HOOK_LENGTH else candidate.hook,
            "reason": reason if 0 < len(reason) <= REASON_LENGTH else candidate.reason,
        }
    )


def merged(
    judge: Judge, judged: dict[int, Opinion], proposals: Sequence[Proposal]
) -> tuple[list[Candidate], set[str]]:
    """Return the known candidates and the proposed ones, each once, and the ids of those that are new.

    A proposal that is the same clip as a known one is an opinion on that one; of two that are the same the one
    that the model thinks more of is kept.
    """
    pool = list(judge.candidates)
    opinions = dict(judged)
    made = _made(judge, proposals)
    fresh: list[tuple[Candidate, Proposal]] = []
    best_first = sorted(zip(made, proposals, strict=True), key=lambda pair: -_thinks(pair[1].opinion))
    for candidate, proposal in best_first:
        same = next((n for n, known in enumerate(pool) if _likeness(known.cut, candidate.cut) >= SAME), None)
        if same is not None:
            opinions.setdefault(same, proposal.opinion)
        elif all(_likeness(other.cut, candidate.cut) < SAME for other, _ in fresh):
            fresh.append((candidate, proposal))
    for number, opinion in opinions.items():
        pool[number] = mixed(pool[number], opinion, judge.spoken.within(pool[number].cut))
    new = [mixed(candidate, p.opinion, judge.spoken.within(candidate.cut)) for candidate, p in fresh]
    return pool + new, {candidate.id for candidate in new}


def choose(pool: Sequence[Candidate], judge: Judge) -> list[Candidate]:
    """Return the best of a pool, best first: none overlapping, none telling the same twice.

    Clips of several ranges are placed by their last and longest part; what would show another's first part again
    gives way to the better one.
    """
    if not pool:
        return []
    sentences, table = judge.sentences, judge.ground.table
    assert table is not None
    spans = [span_of(candidate, sentences) for candidate in pool]
    mains = [candidate.cut.ranges[-1] for candidate in pool]
    windows = Windows(
        np.array([first for first, _ in spans], dtype=np.int64),
        np.array([last for _, last in spans], dtype=np.int64),
        np.array([main.start for main in mains]),
        np.array([main.end for main in mains]),
    )
    worth = np.array([candidate.score for candidate in pool])
    top = judge.options.top
    kept = schedule(windows, worth - WEAKEST_WORTH, min(len(pool), 3 * top)) or [int(np.argmax(worth))]
    texts = [Counter(term for i in range(spans[k][0], spans[k][1] + 1) for term in table.terms[i]) for k in kept]
    best: list[Candidate] = []
    for number in diversify(kept, worth, texts, len(kept)):
        candidate = pool[number]
        if len(best) < top and not any(_shared(candidate.cut, other.cut) > 0 for other in best):
            best.append(candidate)
    return sorted(best, key=lambda candidate: -candidate.score)


def _made(judge: Judge, proposals: Sequence[Proposal]) -> list[Candidate]:
    made = []
    scored = candidates_at(judge.ground, [(p.first, p.last) for p in proposals], judge.options)
    for candidate, proposal in zip(scored, proposals, strict=True):
        if proposal.setup is not None:
            cut = Cut(ranges=(judge.cut(*proposal.setup), *candidate.cut.ranges))
            candidate = candidate.model_copy(update={"cut": cut, "id": _id(cut)})
        made.append(candidate)
    return made


def _id(cut: Cut) -> str:
    """Return the name of a clip of several ranges: the same for the same tenths of a second."""
    told = ",".join(f"{span.start:.1f}-{span.end:.1f}" for span in cut.ranges)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _thinks(opinion: Opinion) -> float:
    return sum(opinion.scores[axis] for axis in JUDGED)


def _shared(left: Cut, right: Cut) -> float:
    return sum(a.overlap(b) for a in left.ranges for b in right.ranges)


def _likeness(left: Cut, right: Cut) -> float:
    shared = _shared(left, right)
    return shared / max(1e-9, left.duration + right.duration - shared)
