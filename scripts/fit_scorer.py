"""Fit the scorer's weights on talks whose good moments are known, and write `resources/scorer.json`.

    python scripts/fit_scorer.py ../shared/eval/clips/dev

The folder holds `transcripts/` and `truth/` with a file a talk each. Nothing of a talk is kept but what it adds to
a hundred weights a kind of moment. `tests/bench/bench_highlights.py` fits the same without the talks it judges.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.highlights.candidates import Windows, find_edges, find_windows
from core.highlights.context import Signs, axis_of, read_signs
from core.highlights.features import SentenceTable, measure_sentences
from core.highlights.lexicon import lexicon_for
from core.highlights.rubric import axis_values
from core.highlights.scorer import FORMS, Scorer, Weights, form_of
from core.highlights.sentences import cut_long, split_sentences
from core.resources import resource
from core.schema.plan import Axis
from core.schema.transcript import Transcript
from core.speech.sidecar import read_transcript

FOLDS = 5
STATEMENTS = "editor"
"""The family of truth that is statements, picked by an editor; the other is exchanges, by the audience."""
SIGN_STRICTNESS = 0.01
FORM_STRICTNESS = 0.3
"""Inverse strengths of the L2 penalty on standardised values (scikit-learn's C)."""
BALANCE = 0.5
"""How far groups of talks weigh the same (1) rather than by their number of sentences (0)."""
WINDOWS_A_TALK = 400
AXIS_STEPS = 21
"""How many windows of each talk say what is usual on an axis, and at how many steps from 0 to 100 %."""
UNSPOKEN = "raw_asr"
"""A group held out of every fit: what is fitted on marked text has to do for unmarked text."""


@dataclass(frozen=True)
class Talk:
    """A talk with known moments; `is_moment` tells of each sentence whether it is (part of) one.

    `windows` are some of those that planning would score, evenly taken.
    """

    id: str
    group: str
    is_statements: bool
    table: SentenceTable
    signs: Signs
    windows: Windows
    is_moment: np.ndarray[tuple[int], np.dtype[np.bool_]]


def main() -> int:
    """Fit on all talks and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with transcripts/ and truth/")
    scorer = fit(read_talks(parser.parse_args().folder))
    resource("scorer.json").write_text(scorer.to_json() + "\n", encoding="utf-8")
    return 0


def fold_of(talk_id: str) -> int:
    """Return the fold (0 to 4) in which a talk is judged and not fitted on: md5 of its id modulo 5."""
    return int(hashlib.md5(talk_id.encode()).hexdigest(), 16) % FOLDS


def read_talks(folder: Path) -> list[Talk]:
    """Read all talks of a folder that have moments."""
    talks = []
    for path in sorted((folder / "transcripts").glob("*.json")):
        truth = json.loads((folder / "truth" / path.name).read_text(encoding="utf-8"))
        if truth["moments"]:
            transcript = read_transcript(path, None, 0.0)
            talks.append(talk_of(transcript, table_of(transcript), truth))
    return talks


def talk_of(transcript: Transcript, table: SentenceTable, truth: dict[str, object]) -> Talk:
    """Return a transcript, measured, with what is known of its moments (a file of `truth/`)."""
    is_statements = truth["family"] == STATEMENTS
    moments = [(m["start"], m["end"]) for m in truth["moments"]]  # type: ignore[attr-defined]
    marked = _inside(table, moments) if is_statements else _nearest(table, moments)
    windows = _some_windows(table, transcript)
    return Talk(str(truth["id"]), str(truth["group"]), is_statements, table, read_signs(table), windows, marked)


def table_of(transcript: Transcript) -> SentenceTable:
    """Measure a transcript's sentences as planning does."""
    words = [word.text for word, _ in transcript.words()]
    sentences = cut_long(split_sentences(transcript), transcript, 89.0)
    return measure_sentences(sentences, words, lexicon_for(transcript.language, words[:4000]))


def _some_windows(table: SentenceTable, transcript: Transcript) -> Windows:
    words = [word for word, _ in transcript.words()]
    edges = find_edges(table.sentences, words, (), table.sentences[-1].end)
    windows = find_windows(edges, 15.0, 90.0, -table.hanging.astype(float))
    return windows.take(np.linspace(0, len(windows) - 1, min(len(windows), WINDOWS_A_TALK)).astype(np.int64))


def _inside(
    table: SentenceTable, moments: Iterable[tuple[float, float]]
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell which sentences lie in a moment for half of their length or more."""
    starts, ends = _times(table)
    marked = np.zeros(len(starts), dtype=bool)
    for start, end in moments:
        marked |= np.minimum(ends, end) - np.maximum(starts, start) >= 0.5 * (ends - starts)
    return marked


def _nearest(
    table: SentenceTable, moments: Iterable[tuple[float, float]]
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell which sentences hold most of a moment: a reaction is to the sentence before it."""
    starts, ends = _times(table)
    marked = np.zeros(len(starts), dtype=bool)
    for start, end in moments:
        shared = np.minimum(ends, end) - np.maximum(starts, start)
        marked[int(np.argmax(shared))] |= bool(shared.max() > 0)
    return marked


def _times(table: SentenceTable) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([sentence.start for sentence in table.sentences]),
        np.array([sentence.end for sentence in table.sentences]),
    )


def fit(talks: Sequence[Talk], without: frozenset[str] = frozenset()) -> Scorer:
    """Fit all weights. `without` names axes whose signs are left out, to see what they add.

    Sentences of one talk are compared with each other only (signs are differences from the talk's average).
    """
    fitted = [talk for talk in talks if talk.group != UNSPOKEN]
    return Scorer(
        exchange=_fit_signs([talk for talk in fitted if not talk.is_statements], without),
        statement=_fit_signs([talk for talk in fitted if talk.is_statements], without),
        form=_fit_form(fitted),
        axes=_usual(fitted),
    )


def _usual(talks: Sequence[Talk]) -> dict[Axis, tuple[float, ...]]:
    """Return each axis's quantiles over windows of all talks."""
    found: dict[Axis, list[np.ndarray]] = {}
    for talk in talks:
        for axis, values in axis_values(talk.table, talk.windows).items():
            found.setdefault(axis, []).append(values)
    steps = np.linspace(0.0, 1.0, AXIS_STEPS)
    quantiles = {axis: np.quantile(np.concatenate(parts), steps) for axis, parts in found.items()}
    return {axis: tuple(round(float(value), 3) for value in values) for axis, values in quantiles.items()}


def _fit_signs(talks: Sequence[Talk], without: frozenset[str]) -> Weights:
    names = talks[0].signs.names
    kept = [j for j, name in enumerate(names) if axis_of(name) not in without]
    values = np.vstack([talk.signs.values[:, kept] for talk in talks])
    marked = np.concatenate([talk.is_moment for talk in talks])
    count = Counter[str]()
    for talk in talks:
        count[talk.group] += len(talk.is_moment)
    balance = np.concatenate([np.full(len(t.is_moment), count[t.group] ** -BALANCE) for t in talks])
    bias, weights = _logistic(values, marked, balance, SIGN_STRICTNESS)
    return Weights(bias=bias, weights=dict(zip([names[j] for j in kept], weights, strict=True)))


def _fit_form(talks: Sequence[Talk]) -> Weights:
    spoken = [talk for talk in talks if talk.table.has_speakers]
    values = np.array([[form_of(talk.table)[name] for name in FORMS] for talk in spoken])
    marked = np.array([talk.is_statements for talk in spoken])
    groups = Counter(talk.group for talk in spoken)
    kinds = Counter(talk.is_statements for talk in spoken if groups.get(talk.group))
    sides = {side: len({t.group for t in spoken if t.is_statements == side}) for side in kinds}
    # Each group weighs the same, and so do both sides together.
    balance = np.array([1.0 / groups[talk.group] / sides[talk.is_statements] for talk in spoken])
    bias, weights = _logistic(values, marked, balance, FORM_STRICTNESS)
    return Weights(bias=bias, weights=dict(zip(FORMS, weights, strict=True)))


def _logistic(
    values: np.ndarray, marked: np.ndarray, balance: np.ndarray, strictness: float
) -> tuple[float, list[float]]:
    """Return bias and weights (four decimals) of a logistic regression with an L2 penalty."""
    from sklearn.linear_model import LogisticRegression

    mean, deviation = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=strictness, max_iter=400, tol=1e-4)
    model.fit((values - mean) / deviation, marked, sample_weight=balance * len(balance) / balance.sum())
    weights = model.coef_[0] / deviation
    return round(float(model.intercept_[0] - weights @ mean), 4), [round(float(w), 4) for w in weights]


if __name__ == "__main__":
    raise SystemExit(main())
