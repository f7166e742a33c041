"""What the quality check of a finished file costs beside rendering it: CPU seconds, the same clip, in turns."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.render.check import check_files  # noqa: E402
from core.render.engine import render  # noqa: E402
from core.schema.caption import CaptionCue, CueWord  # noqa: E402
from core.schema.choice import Aspect  # noqa: E402
from core.schema.composition import Composition  # noqa: E402
from core.schema.preset import EncodePreset  # noqa: E402
from core.schema.time import Cut, TimeSpan  # noqa: E402
from tests.bench import bench_render  # noqa: E402
from tests.bench.figures import Figure, cpu_ratio  # noqa: E402

# Long enough that opening files and seeking in the source weigh as they do in a clip.
SECONDS, START = 15.0, 4.0
SHARE, SHARE_OF_THREE = 0.15, 0.20


def composition(source: Path, aspect: Aspect) -> Composition:
    """Return the clip of the render's benchmark, longer, with a caption a second."""
    clip = bench_render.composition(source, aspect, EncodePreset())
    cues = [
        CaptionCue(start=at, end=at + 1.0, words=(CueWord(text="so", start=at, end=at + 1.0),))
        for at in range(int(SECONDS))
    ]
    spans = tuple(span.model_copy(update={"end": SECONDS}) for span in clip.spans)
    cut = Cut(ranges=(TimeSpan(start=START, end=START + SECONDS),))
    return clip.model_copy(update={"cut": cut, "spans": spans, "cues": tuple(cues)})


def figures() -> Iterator[Figure]:
    """Yield the share of a render's CPU that its check takes: of one file, and of three aspects together."""
    with TemporaryDirectory(prefix="bench-check-") as name:
        folder = Path(name)
        source = bench_render.make_source(folder)
        cases = (
            ("one aspect", bench_render.ASPECTS[:1], SHARE),
            ("three aspects", bench_render.ASPECTS, SHARE_OF_THREE),
        )
        for what, aspects, target in cases:
            compositions = [composition(source, aspect) for aspect in aspects]
            files = [folder / f"{index}.mp4" for index in range(len(compositions))]
            # Once unmeasured: libraries and fonts are loaded once a worker.
            render(compositions, files)
            check_files(files, compositions)
            share = cpu_ratio(partial(check_files, files, compositions), partial(render, compositions, files))
            yield Figure(f"check, {what}", share, "× its render's CPU", target)


if __name__ == "__main__":
    for figure in figures():
        print(f"{figure.what:<24}{figure.value:6.3f} {figure.unit}, target {figure.target}")
