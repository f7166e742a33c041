"""Framing against exact truth and three usual ways to crop, on scenes made from photographs of faces.

    .venv/bin/python -m tests.bench.run bench_framing            the figures beside their targets
    .venv/bin/python -m tests.bench.bench_framing [SCENE …]      every scene and real clip, as Markdown

`docs/framing.md` defines the numbers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce

from core.framing.scene import Canvas
from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from tests.bench.figures import Figure, Skipped
from tests.bench.framing_metrics import (
    CutScore,
    FaceScore,
    Score,
    Tally,
    cut_score,
    face_score,
    measure,
    speaker_score,
)
from tests.bench.framing_path import Models, analyse, find_models
from tests.bench.framing_real import REAL_HEAD, RealResult, examine_real, real_rows, truths
from tests.bench.framing_rivals import RIVALS, Seen, whole
from tests.bench.framing_screens import screen_figures
from tests.bench.scenes.catalogue import SCENES
from tests.bench.scenes.photos import PhotosMissingError
from tests.bench.scenes.plot import Scene
from tests.bench.scenes.shoot import shoot

OURS = "ours"
OUTSIDE_TARGET, JERK_TARGET, SPEAKER_TARGET = 1.0, 0.2, 10.0
NOTHING, NO_CUTS = Score(), CutScore(0, 0, 0)
NO_FACES = FaceScore(NOTHING, NOTHING, 0)


@dataclass
class Result:
    """What one scene, or all together, came to."""

    name: str
    tallies: dict[tuple[str, Aspect], Tally] = field(default_factory=dict)
    cuts: CutScore = NO_CUTS
    speaker: Score = NOTHING
    lips: Score = NOTHING
    faces: FaceScore = NO_FACES


def figures() -> Iterator[Figure | Skipped]:
    """Yield what is promised of framing, 9:16 first."""
    models = find_models()
    if models is None:
        yield Skipped("framing", "the face model is not in .cache/weights")
        return
    try:
        results = [examine(scene, models) for scene in SCENES.values()]
    except PhotosMissingError as error:
        yield Skipped("framing", str(error))
        return
    yield from _summary(together(results))
    yield from screen_figures(models)
    real = [examine_real(truth, models) for truth in truths()]
    yield from _real_summary(real) if real else [Skipped("framing of real clips", "no ../shared/media/video")]


def examine(scene: Scene, models: Models) -> Result:
    """Return how ours and the others frame a scene."""
    take = shoot(scene)
    scene = take.scene
    analysis = analyse(take.video, take.sound, take.transcript, models)
    tallies: dict[tuple[str, Aspect], Tally] = {}
    for aspect in ASPECTS:
        canvas = Canvas(scene.width, scene.height, aspect_ratio(aspect))
        seen = Seen(analysis.shots, analysis.tracks, whole(scene.seconds), canvas, scene.fps)
        framed = {OURS: analysis.framing.spans[aspect]} | {name: rival(seen) for name, rival in RIVALS.items()}
        tallies |= {(name, aspect): measure(scene, spans, canvas) for name, spans in framed.items()}
    return Result(
        scene.name,
        tallies,
        cut_score(scene.cuts, analysis.shots, 1.01 / scene.fps),
        speaker_score(scene, analysis.tracks),
        speaker_score(scene, analysis.lips),
        face_score(scene, analysis.tracks),
    )


def together(results: Sequence[Result]) -> Result:
    """Return all scenes as one."""
    total = Result("all scenes")
    for result in results:
        for key, tally in result.tallies.items():
            total.tallies.setdefault(key, Tally()).add(tally)
        total.cuts = CutScore(*(a + b for a, b in zip(total.cuts, result.cuts, strict=True)))
        total.speaker, total.lips = total.speaker.plus(result.speaker), total.lips.plus(result.lips)
        total.faces = FaceScore(
            total.faces.found.plus(result.faces.found),
            total.faces.named.plus(result.faces.named),
            total.faces.false + result.faces.false,
        )
    return total


def _summary(total: Result) -> Iterator[Figure]:
    for aspect in ASPECTS:
        ours = total.tallies[OURS, aspect]
        others = ", ".join(f"{name} {100 * total.tallies[name, aspect].outside_share:.1f}" for name in RIVALS)
        what = f"speaking face not wholly inside the crop, {aspect}"
        yield Figure(what, 100 * ours.outside_share, "% of frames", OUTSIDE_TARGET, others)
    follow = total.tallies["exponential follow", "9:16"].jerk
    yield Figure(
        "jerk against an exponential follow, 9:16", total.tallies[OURS, "9:16"].jerk / follow, "×", JERK_TARGET
    )
    glides = sum(total.tallies[OURS, aspect].glides for aspect in ASPECTS)
    yield Figure("crops interpolated across a cut", glides, "cuts", 0)
    strayed = sum(total.tallies[OURS, aspect].strayed for aspect in ASPECTS)
    yield Figure("crops out of the frame", strayed, "frames", 0)
    note = f"by lips alone {100 * (1 - total.lips.share):.1f}"
    yield Figure(
        "wrong speaker, two or more in sight", 100 * (1 - total.speaker.share), "% of 0.1 s", SPEAKER_TARGET, note
    )
    yield Figure(
        "cuts missed or made up", total.cuts.missed + total.cuts.false, "cuts", 0, f"F1 {total.cuts.f1:.3f}"
    )


def _real_summary(results: Sequence[RealResult]) -> Iterator[Figure]:
    """Yield what the real clips came to together."""
    wrong = sum(result.cuts.missed + result.cuts.false for result in results)
    yield Figure("real clips: cuts missed or made up", wrong, "cuts", 0)
    speaker = reduce(Score.plus, (result.speaker for result in results), NOTHING)
    yield Figure("real clips: wrong speaker, by lips", 100 * (1 - speaker.share), "% of 0.1 s", SPEAKER_TARGET)
    for aspect in ASPECTS:
        kept = reduce(Score.plus, (result.kept[aspect] for result in results), NOTHING)
        cut = reduce(Score.plus, (result.cut_through[aspect] for result in results), NOTHING)
        note = f"of {cut.of}; of {kept.of} to be kept {kept.right} are"
        yield Figure(f"real clips: faces and texts cut through, {aspect}", cut.right, "boxes", 0, note)


def report(results: Sequence[Result]) -> Iterator[str]:
    """Yield the tables of every scene, Markdown."""
    total = together(results)
    yield from _table(_SCENE_HEAD, [_scene_row(result) for result in (*results, total)])
    yield ""
    rows = [
        _aspect_row(name, aspect, total.tallies[name, aspect]) for aspect in ASPECTS for name in (OURS, *RIVALS)
    ]
    yield from _table(_ASPECT_HEAD, rows)


_SCENE_HEAD = (
    *("scene, 9:16", "inside", "comfort", "jerk", "× follow's", "reversals/min", "still", "own cuts"),
    *("speaker", "by lips", "cuts F1", "faces found", "named", "false"),
)
_ASPECT_HEAD = ("all scenes", "aspect", "inside", "comfort", "jerk", "reversals/min", "still", "glides over cuts")


def _scene_row(result: Result) -> list[str]:
    ours, follow = result.tallies[OURS, "9:16"], result.tallies["exponential follow", "9:16"]
    return [
        result.name,
        *_camera(ours)[:3],
        f"{ours.jerk / max(follow.jerk, 1e-9):.3f}",
        *_camera(ours)[3:],
        str(ours.own_cuts),
        _percent(result.speaker.share),
        _percent(result.lips.share),
        f"{result.cuts.f1:.2f}",
        _percent(result.faces.found.share),
        _percent(result.faces.named.share),
        str(result.faces.false),
    ]


def _aspect_row(name: str, aspect: Aspect, tally: Tally) -> list[str]:
    return [name, aspect, *_camera(tally), str(tally.glides)]


def _camera(tally: Tally) -> list[str]:
    return [
        _percent(1 - tally.outside_share),
        _percent(tally.comfort_share),
        f"{tally.jerk:.2f}",
        f"{tally.reversals_a_minute:.1f}",
        _percent(tally.still_share),
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---|" + "---:|" * (len(head) - 1)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def main() -> None:
    """Print the tables of the scenes and clips named, all by default."""
    models = find_models()
    assert models is not None, "the face model is not in .cache/weights"
    wanted = sys.argv[1:]
    results, real = [], []
    for scene in SCENES.values():
        if not wanted or scene.name in wanted:
            print(f"{scene.name} …", file=sys.stderr, flush=True)
            results.append(examine(scene, models))
    for truth in truths():
        if not wanted or truth.name in wanted:
            print(f"{truth.name} …", file=sys.stderr, flush=True)
            real.append(examine_real(truth, models))
    lines = [*(report(results) if results else ()), "", *(_table(REAL_HEAD, [*real_rows(real)]) if real else ())]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
