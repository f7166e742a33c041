"""The reference job by MoviePy 2, the library that most tools of this kind are built on."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench import job
from tests.bench.figures import Figure, Skipped

ROUNDS = 2
TARGET = 0.30
# A pan of the crop, one line of text a word, and the encoder settings of the command line. MoviePy can't colour
# one word of a line, so it has less to do.
SCRIPT = """
import sys
from moviepy import CompositeVideoClip, TextClip, VideoFileClip

source, file, font, start, seconds, first, last, width, words, word_seconds = sys.argv[1:]
start, seconds, first, last, word_seconds = map(float, (start, seconds, first, last, word_seconds))
width = 2 * int(float(width) / 2)
whole = VideoFileClip(source).subclipped(start, start + seconds)

def crop(frame_at, t):
    x = int(first + (last - first) * t / seconds)
    return frame_at(t)[:, x : x + width]

shown = whole.transform(crop).resized((1080, 1920))
lines = [
    TextClip(font=font, text=words, font_size=76, color="white", stroke_color="black", stroke_width=6)
    .with_start(number * word_seconds).with_duration(word_seconds).with_position(("center", 1480))
    for number in range(int(seconds / word_seconds))
]
CompositeVideoClip([shown, *lines]).write_videofile(
    file, fps=30, codec="libx264", preset="veryfast", audio_codec="aac", audio_bitrate="160k", threads=2,
    pixel_format="yuv420p", ffmpeg_params=["-crf", "20", "-g", "15"], logger=None,
)
"""


def figures() -> Iterator[Figure | Skipped]:
    """Yield the ratio of our CPU seconds to MoviePy's, whose imports are in its figure (0.3 of some 20 s)."""
    what = "render, one aspect, our settings, against MoviePy 2"
    if not (job.REFERENCE_PACKAGES / "moviepy").is_dir():
        yield Skipped(what, "MoviePy is not there; see docs/performance.md")
        return
    with TemporaryDirectory(prefix="bench-moviepy-") as name:
        folder = Path(name)
        source = job.make_source(folder)
        pairs = []
        for _ in range(ROUNDS):
            ours = job.run_ours(source, folder, ("9:16",), job.OURS)
            pairs.append((ours, _moviepy(source, folder / "moviepy.mp4")))
    ratio = median(ours.cpu / theirs.cpu for ours, theirs in pairs)
    wall = median(ours.wall / theirs.wall for ours, theirs in pairs)
    yield Figure(what, ratio, "× its CPU", TARGET, f"wall {wall:.2f} ×")


def _moviepy(source: Path, file: Path) -> job.Spent:
    crop = job.crop_path("9:16")
    values = (
        job.START, job.SECONDS, *crop.x, crop.width[0], " ".join(job.WORDS), job.WORD_SECONDS,
    )  # fmt: skip
    font = str(job.ROOT / "resources" / "fonts" / "Inter-ExtraBold.otf")
    command = [sys.executable, "-c", SCRIPT, str(source), str(file), font, *map(str, values)]
    environment = os.environ | {"PYTHONPATH": str(job.REFERENCE_PACKAGES), "FFMPEG_BINARY": job.FFMPEG}
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return job.Spent(cpu, time.perf_counter() - started)
