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
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from core.highlights.plan import plan_document
from core.highlights.scorer import Scorer
from core.schema.plan import AXES
from core.schema.transcript import Transcript
from core.speech.sidecar import read_transcript
from scripts.fit_scorer import FOLDS, Talk, fit, fold_of, read_talks
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


def figures() -> Iterator[Figure | Skipped]:
    """Plan all talks out of fold and yield the figures of TARGET.md; where more is better, the target over it."""
    if not DEV.is_dir():
        yield Skipped("clip finding", "needs ../shared/eval/clips")
        return
    talks = read_talks(DEV)
    with tempfile.TemporaryDirectory() as name:
        spent = cpu_seconds(lambda: _plan_all(Path(name), _folds(talks)))
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
    hours = sum(talk.table.sentences[-1].end for talk in talks) / 3600
    yield Figure("planning two hours", spent / hours * 2, "CPU s", 2.0, "reading the file included")


def main() -> int:
    """Print our figures beside every baseline, as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ablation", action="store_true", help="also fit without each axis, which takes long")
    parser.add_argument("--json", type=Path, help="write the evaluator's figures there")
    arguments = parser.parse_args()
    talks = read_talks(DEV)
    print(f"| method | {' | '.join(GROUPS.values())} |\n|---|{'---|' * len(GROUPS)}")
    for line in _baselines():
        print(line)
    for name, without in _variants(arguments.ablation):
        with tempfile.TemporaryDirectory() as folder:
            _plan_all(Path(folder), _folds(talks, without))
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


def _folds(talks: list[Talk], without: frozenset[str] = frozenset()) -> dict[int, Scorer]:
    return {fold: fit([talk for talk in talks if fold_of(talk.id) != fold], without) for fold in range(FOLDS)}


def _plan_all(predictions: Path, scorers: Mapping[int, Scorer]) -> None:
    for path in sorted((DEV / "transcripts").glob("*.json")):
        document = plan_document(_transcript(path), scorer=scorers[fold_of(path.stem)])
        (predictions / path.name).write_text(json.dumps(document), encoding="utf-8")


def _transcript(path: Path) -> Transcript:
    return read_transcript(path, None, 0.0)


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
