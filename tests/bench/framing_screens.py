"""How much of the writing on a screen a clip shows whole, and how large, beside the largest crop in the middle.

Screens are drawn (`tests/screens.py`), with the presenter of a real clip in a corner, beside them, or not at all,
and made into real files. So where every line stands is known to the pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from core.framing.scene import Canvas
from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.framing import LayoutSpan, PixelBox
from core.schema.transcript import Transcript
from tests.bench.figures import Figure, Skipped
from tests.bench.framing_path import ROOT, Models, analyse
from tests.bench.framing_rivals import RIVALS, Seen, whole
from tests.screens import KINDS, Picture, Place, ScreenScene, screen, write_video

SECONDS, FPS = 3.0, 10
SHOWN: tuple[Place, ...] = ("", "top right", "bottom left", "beside")
PRESENTER = ROOT.parent / "shared" / "media" / "video" / "one_speaker_noisy_room_9s_720p.mp4"
LOST_TARGET = 1.0


class TextScore(NamedTuple):
    """Of the area of all lines, the shares shown whole and cut through; and how large text is.

    `scale` is 1 where the whole picture is fitted to the output's width.
    """

    kept: float
    cut: float
    scale: float


def screen_figures(models: Models) -> Iterator[Figure | Skipped]:
    """Yield what is promised of screens."""
    if not PRESENTER.is_file():
        yield Skipped("framing of screens", "no ../shared/media/video")
        return
    scores = screen_scores(models)
    for aspect in ("9:16", "1:1", "4:5"):
        ours, middle = scores["ours", aspect], scores["centre crop", aspect]
        note = (
            f"centre crop {100 - 100 * middle.kept:.0f}; text {ours.scale:.1f} × as large as in the whole picture"
        )
        what = f"text of screens left out or cut through, {aspect}"
        yield Figure(what, 100 - 100 * ours.kept, "% of its area", LOST_TARGET, note)


def screen_scores(models: Models) -> dict[tuple[str, Aspect], TextScore]:
    """Return the mean score of ours and of the centre crop over all screens, in every aspect."""
    made: dict[tuple[str, Aspect], list[TextScore]] = {}
    with TemporaryDirectory(prefix="bench-screens-") as folder:
        for kind in KINDS:
            for place in SHOWN:
                scene = screen(kind, place, film=_tall if place == "beside" else _wide)
                file = write_video(scene, Path(folder) / "screen.mp4", SECONDS, FPS)
                analysis = analyse(file, None, Transcript(), models)
                for aspect in ASPECTS:
                    canvas = Canvas(*scene.base.shape[1::-1], aspect_ratio(aspect))
                    seen = Seen(analysis.shots, analysis.tracks, whole(SECONDS), canvas, FPS)
                    spans = {"ours": analysis.framing.spans[aspect], "centre crop": RIVALS["centre crop"](seen)}
                    for name, of_one in spans.items():
                        made.setdefault((name, aspect), []).append(text_score(scene, of_one[0], canvas))
    return {key: TextScore(*np.mean(scores, axis=0).tolist()) for key, scores in made.items()}


def text_score(scene: ScreenScene, span: LayoutSpan, canvas: Canvas) -> TextScore:
    """Return how much of the writing of a screen one span shows, and how large."""
    kept = cut = total = 0.0
    scales = []
    for text in scene.texts:
        area = text.width * text.height
        total += area
        best = 0.0
        for region in span.regions:
            x, y, width, height = region.crop.at_time(span.start)
            share = _common(text, PixelBox(x=x, y=y, width=width, height=height)) / area
            if share > 0.995:
                scales.append(region.target.width * canvas.width / width)
            best = max(best, share)
        kept += area * (best > 0.995)
        cut += area * (0.005 < best <= 0.995)
    return TextScore(kept / total, cut / total, float(np.mean(scales)) if scales else 0.0)


def _common(a: PixelBox, b: PixelBox) -> float:
    across = min(a.right, b.right) - max(a.x, b.x)
    down = min(a.bottom, b.bottom) - max(a.y, b.y)
    return max(0.0, across) * max(0.0, down)


@cache
def _film() -> list[Picture]:
    from core.media.decode import sample_frames
    from core.media.probe import probe

    facts = probe(PRESENTER)
    return [sample.pixels.copy() for sample in sample_frames(PRESENTER, facts, whole(SECONDS).ranges, FPS, 1280)]


def _wide(at: float) -> Picture:
    return _film()[min(int(at * FPS), len(_film()) - 1)][0:600, 100:1166]


def _tall(at: float) -> Picture:
    return _film()[min(int(at * FPS), len(_film()) - 1)][:, 240:600]
