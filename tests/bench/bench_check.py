"""What the quality check of finished files costs beside rendering them: CPU seconds, the same clip, in turns.

Nearly all of it is decoding every picture once, which is what a file that is known to play costs.
"""

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
from tests.bench import job  # noqa: E402
from tests.bench.figures import Figure, cpu_ratio  # noqa: E402

# Long enough that opening files and seeking in the source weigh as they do in a clip.
START, SECONDS = 4.0, 15.0
CASES = (("one aspect", job.ASPECTS[:1], 0.20), ("three aspects", job.ASPECTS, 0.25))


def figures() -> Iterator[Figure]:
    """Yield the share of a render's CPU that its check takes: of one file, and of three aspects together."""
    with TemporaryDirectory(prefix="bench-check-") as name:
        folder = Path(name)
        source = job.make_source(folder)
        for what, aspects, target in CASES:
            compositions = [job.composition(source, aspect, job.OURS, START, SECONDS) for aspect in aspects]
            files = [folder / f"{index}.mp4" for index in range(len(compositions))]
            # Once unmeasured: libraries and fonts are loaded once a worker.
            render(compositions, files)
            check_files(files, compositions)
            share = cpu_ratio(partial(check_files, files, compositions), partial(render, compositions, files))
            yield Figure(f"check, {what}", share, "× its render's CPU", target)


if __name__ == "__main__":
    for figure in figures():
        print(f"{figure.what:<24}{figure.value:6.3f} {figure.unit}, target {figure.target}")
