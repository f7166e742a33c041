"""Clip finding, against talks whose audience or editor told which moments were good (`../shared/eval/clips`).

Every talk is planned as `main.py plan` does, with weights that were fitted without it (five folds). The evaluator
and the baselines' figures are those of that folder. To see what each axis adds, and the table as Markdown:

    python -m tests.bench.bench_highlights [--ablation]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from core.highlights.plan import Ground, PlanOptions, choose_clips, plan_document, survey
from core.highlights.rubric import score_windows
from core.highlights.scorer import Scorer
from core.highlights.sentences import split_sentences
from core.highlights.topics import find_topics
from core.schema.plan import AXES
from core.schema.segment import Segments
from core.speech.sidecar import read_transcript
from scripts.fit_scorer import FOLDS, Talk, fit, fold_of, talk_of
from tests.bench.figures import Figure, Skipped, cpu_seconds

CLIPS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "clips"
DEV = CLIPS / "dev"
GROUPS = {
    "podcast_laughter": "podcast en",
    "conversation_laughter_en": "conversation en",
    "conversation_laughter_zh": "conversation zh",
    "parliament_es": "parliament es",
    "= REACTION": "REACTION",
    "editor_picks": "EDITOR",
    "= HEADLINE": "HEADLINE",
    "raw_asr": "raw ASR",
}
Value = tuple[float, float, float]


@dataclass(frozen=True)
class Measured:
    """A talk read and measured once, to be planned by several scorers; `known` is None without known moments."""

    id: str
    ground: Ground
    boundaries: tuple[float, ...]
    known: Talk | None


def figures() -> Iterator[Figure | Skipped]:
    """Plan all talks out of fold and yield the figures of TARGET.md; where more is better, the target over it."""
    if not DEV.is_dir():
        yield Skipped("clip finding", "needs ../shared/eval/clips")
        return
    talks = _read_all()
    with tempfile.TemporaryDirectory() as name:
        _plan_all(Path(name), talks, _folds(talks))
        result = _evaluate(Path(name))
    moments, cuts, topics = result["moments"], result["cuts"]["= ALL"], result["topics"]["topics"]
    for group, target in (("= HEADLINE", 2.0), ("= REACTION", 1.3), ("editor_picks", 1.3), ("raw_asr", 1.2)):
        value = moments[group]["lift45@10"]
        yield Figure(
            f"clip finding, {GROUPS[group]}: target over lift45@10", target / value[0], "×", 1.0, _cell(value)
        )
    yield Figure("clips that cut a sentence", 1.0 - cuts["clean_both"][0], "of clips", 0.01)
    yield Figure("clips outside 15-90 s", 1.0 - cuts["length_ok"][0], "of clips", 0.0)
    yield Figure("overlapping pairs of clips", cuts["overlapping_pairs"][0], "of pairs", 0.0)
    yield Figure("topic boundaries, Pk", topics["pk"][0], "", 0.44, "TextTiling 0.44")
    yield Figure("topic boundaries, WindowDiff", topics["windowdiff"][0], "", 0.47, "TextTiling 0.47")
    yield _speed()


def main() -> int:
    """Print our figures beside every baseline, as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ablation", action="store_true", help="also fit without each axis, which takes long")
    parser.add_argument("--json", type=Path, help="write the evaluator's figures there")
    arguments = parser.parse_args()
    talks = _read_all()
    print(f"| method | {' | '.join(GROUPS.values())} |\n|---|{'---|' * len(GROUPS)}")
    for line in _baselines():
        print(line)
    for name, without in _variants(arguments.ablation):
        with tempfile.TemporaryDirectory() as folder:
            _plan_all(Path(folder), talks, _folds(talks, without))
            result = _evaluate(Path(folder))
        if arguments.json and not without:
            arguments.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
        cells = [_cell(result["moments"][group]["lift45@10"]) for group in GROUPS]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    return 0


def _variants(with_ablation: bool) -> Iterator[tuple[str, frozenset[str]]]:
    yield "**Shortlist, out of fold**", frozenset()
    if with_ablation:
        for axis in AXES:
            if axis not in ("delivery", "visual"):
                yield f"without {axis}", frozenset({axis})


def _read_all() -> list[Measured]:
    talks = []
    for path in sorted((DEV / "transcripts").glob("*.json")):
        transcript = read_transcript(path, None, 0.0)
        sentences = split_sentences(transcript)
        topics = find_topics(sentences, transcript.language)
        ground = survey(transcript, Segments(sentences=sentences, topics=topics), PlanOptions())
        truth = json.loads((DEV / "truth" / path.name).read_text(encoding="utf-8"))
        known = talk_of(transcript, ground.table, truth) if truth["moments"] and ground.table else None
        talks.append(Measured(path.stem, ground, tuple(topic.start for topic in topics[1:]), known))
    return talks


def _folds(talks: Sequence[Measured], without: frozenset[str] = frozenset()) -> dict[int, Scorer]:
    """Return for each fold the weights that were fitted without its talks."""
    known = [talk.known for talk in talks if talk.known is not None]
    return {fold: fit([talk for talk in known if fold_of(talk.id) != fold], without) for fold in range(FOLDS)}


def _plan_all(predictions: Path, talks: Sequence[Measured], scorers: Mapping[int, Scorer]) -> None:
    """Write what `main.py plan` prints for each talk, with the weights of its fold."""
    for talk in talks:
        assert talk.ground.table is not None and talk.ground.scored is not None
        scorer = scorers[fold_of(talk.id)]
        scored = score_windows(talk.ground.table, talk.ground.scored.windows, None, scorer)
        plan = choose_clips(replace(talk.ground, scored=scored, scorer=scorer), PlanOptions(is_whole=True))
        clips = [{"start": c.cut.start, "end": c.cut.end, "score": c.score} for c in plan.candidates]
        document = {"clips": clips, "boundaries": talk.boundaries}
        (predictions / f"{talk.id}.json").write_text(json.dumps(document), encoding="utf-8")


def _speed() -> Figure:
    """Plan the ten longest talks as `main.py plan` does, without reading the file."""
    paths = sorted((DEV / "transcripts").glob("*.json"), key=lambda path: -path.stat().st_size)[:10]
    transcripts = [read_transcript(path, None, 0.0) for path in paths]
    hours = sum(transcript.segments[-1].end - transcript.segments[0].start for transcript in transcripts) / 3600
    spent = cpu_seconds(lambda: [plan_document(transcript) for transcript in transcripts])
    return Figure("planning two hours, features and topics included", spent / hours * 2, "CPU s", 2.0)


def _evaluate(predictions: Path) -> dict[str, Any]:
    """Return the evaluator's report for the first ten clips of each talk."""
    evaluator = _evaluator()
    truths = evaluator.load_truth(str(DEV / "truth"))
    rows = evaluator.evaluate(str(predictions), truths, [10])
    report: dict[str, Any] = evaluator.report(rows, truths, [10], evaluator.Bootstrap(truths, 1000, 0))
    return report


def _evaluator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("clip_eval", CLIPS / "clip_eval.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _baselines() -> list[str]:
    """Return the rows of the README's table of lift45@10."""
    text = (CLIPS / "README.md").read_text(encoding="utf-8")
    table = text.split("### lift45@10", 1)[1].split("###", 1)[0]
    rows = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [re.sub(r"\*\*", "", row) for row in rows]


def _cell(value: Value) -> str:
    return "{:.2f} [{:.2f}, {:.2f}]".format(*value)


if __name__ == "__main__":
    sys.exit(main())
