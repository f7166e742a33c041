"""What looking at pictures costs beside decoding them, and an exact seek beside the ffmpeg command line's."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import imageio_ffmpeg
import numpy as np

from core.media.container import open_media
from core.media.decode import frame_at, sample_frames
from core.media.luma import sample_luma
from core.media.probe import probe
from core.media.reader import FrameReader
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan
from tests.bench.figures import Figure, cpu_ratio
from tests.bench.job import make_source

SAMPLE_HZ = 5.0
SIDE_PX = 640
SEEKS = 8


def figures() -> list[Figure]:
    """Return the ratios of CPU seconds, each with its reference done in turns."""
    with TemporaryDirectory() as folder:
        path = make_source(Path(folder))
        facts = probe(path)
        # What is looked at once for a file must not be paid by the first round alone.
        frame_at(path, facts, 1.0)
        bare = partial(_decode, path, facts, "NONREF", is_coarse=True)
        seconds = [float(second) for second in np.random.default_rng(4).uniform(0, facts.duration - 0.2, SEEKS)]
        return [
            Figure(
                "pictures for analysis, 5 a second, against decoding the same frames alone",
                cpu_ratio(partial(_sample, path, facts), bare),
                "x",
                1.2,
            ),
            Figure(
                "pictures for cuts, against decoding the same frames alone",
                cpu_ratio(partial(_luma, path, facts), bare),
                "x",
                1.10,
            ),
            Figure(
                "an exact picture, file opened anew, against ffmpeg -ss",
                cpu_ratio(partial(_seek_anew, path, facts, seconds), partial(_seek_ffmpeg, path, seconds)),
                "x",
                1.0,
                f"{SEEKS} random seconds",
            ),
            Figure(
                "an exact picture, file kept open, against ffmpeg -ss",
                cpu_ratio(partial(_seek_open, path, facts, seconds), partial(_seek_ffmpeg, path, seconds)),
                "x",
                0.8,
                f"{SEEKS} random seconds",
            ),
        ]


def _decode(path: Path, facts: MediaFacts, skip: str, is_coarse: bool) -> None:
    """Decode a whole file and look at nothing."""
    from av.video.stream import VideoStream

    assert facts.video is not None
    with open_media(path) as container:
        stream = cast("VideoStream", container.streams[facts.video.index])
        stream.thread_type = "AUTO"
        if is_coarse:
            stream.codec_context.options = {"skip_loop_filter": "all"}
        stream.codec_context.skip_frame = skip
        for _ in container.decode(stream):
            pass


def _sample(path: Path, facts: MediaFacts) -> None:
    for _ in sample_frames(path, facts, [TimeSpan(start=0, end=facts.duration)], SAMPLE_HZ, SIDE_PX):
        pass


def _luma(path: Path, facts: MediaFacts) -> None:
    for _ in sample_luma(path, facts):
        pass


def _seek_anew(path: Path, facts: MediaFacts, seconds: list[float]) -> None:
    for at in seconds:
        frame_at(path, facts, at, SIDE_PX)


def _seek_open(path: Path, facts: MediaFacts, seconds: list[float]) -> None:
    with FrameReader(path, facts) as reader:
        for at in seconds:
            reader.pixels_at(at, SIDE_PX)


def _seek_ffmpeg(path: Path, seconds: list[float]) -> None:
    for at in seconds:
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-ss", f"{at:.3f}", "-i", str(path)]
        command += ["-frames:v", "1", "-vf", f"scale={SIDE_PX}:-2", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
        subprocess.run(command, check=True, capture_output=True)
