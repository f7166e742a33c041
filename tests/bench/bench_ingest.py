"""What taking in a clean source costs beside decoding its sound alone: nothing coded anew, nothing read twice."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from core.media.container import open_media
from core.media.filmstrip import write_filmstrip
from core.media.ingest import prepare_source
from core.media.probe import probe
from core.schema.record import ignore_progress
from core.schema.source import MediaFacts
from tests.bench.figures import Figure, cpu_ratio, cpu_seconds

WRITTEN_SECONDS, TIMES = 20, 15
SECONDS = WRITTEN_SECONDS * TIMES
FPS, GOP = 30, 150
WIDTH, HEIGHT = 1920, 1080
RATE_HZ = 48_000
# Performance study, 8: decoding and resampling take 1.7 times decoding alone, a waveform a little more.
SOUND_TARGET = 3.0
# 11: one pass over the sound, 150 times real time; all of it with the keyframes half as fast.
SOUND_SHARE, WHOLE_SHARE = 1 / 150, 1 / 75
STRIP_SECONDS_EACH = 0.05


def figures() -> list[Figure]:
    """Measure ingest of a 1080p H.264 MP4 against decoding its sound."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = _repeat(_write_source(folder / "written.mp4"), folder / "source.mp4")
        facts = probe(path)
        strip = cpu_seconds(lambda: write_filmstrip(path, facts, folder / "strip.jpg", ignore_progress))
        sound_only = facts.model_copy(update={"video": None})
        sound = cpu_ratio(lambda: _prepare(path, sound_only, folder / "sound"), lambda: _decode_sound(path))
        heard = cpu_seconds(lambda: _prepare(path, sound_only, folder / "sound"))
        whole = cpu_seconds(lambda: _prepare(path, facts, folder / "whole"))
        keyframes = SECONDS * FPS / GOP
        probing = cpu_seconds(lambda: probe(path))
    note = f"{SECONDS} s of 1080p H.264"
    return [
        Figure("ingest, the sound's part / decoding it", sound, "×", SOUND_TARGET, note),
        Figure("ingest, the sound's part / real time", heard / SECONDS, "× CPU", SOUND_SHARE, f"{heard:.2f} s"),
        Figure("ingest, all / real time", whole / SECONDS, "× CPU", WHOLE_SHARE, f"{whole:.2f} s"),
        Figure("probe", probing, "s CPU", 1.0, note),
        Figure("filmstrip / keyframe", strip / keyframes, "s CPU", STRIP_SECONDS_EACH, f"{keyframes:.0f} of them"),
    ]


def _prepare(path: Path, facts: MediaFacts, folder: Path) -> None:
    prepare_source(path, facts, folder, ignore_progress)


def _decode_sound(path: Path) -> None:
    with open_media(path) as container:
        for _ in container.decode(container.streams.audio[0]):
            pass


def _repeat(written: Path, path: Path) -> Path:
    """Write the same packets several times, one after the other: coding them takes longest."""
    with av.open(str(path), "w") as copy:
        for time in range(TIMES):
            with av.open(str(written)) as source:
                streams = list(source.streams)
                if not time:
                    copies = [copy.add_stream_from_template(stream) for stream in streams]
                for packet in source.demux(streams):
                    if packet.dts is None or packet.is_discard:
                        continue
                    moved = round(time * WRITTEN_SECONDS / packet.time_base)
                    packet.dts, packet.pts = packet.dts + moved, (packet.pts or 0) + moved
                    packet.stream = copies[packet.stream_index]
                    copy.mux(packet)
    return path


def _write_source(path: Path) -> Path:
    """Write moving noise in front of a gradient, and noise to hear."""
    rng = np.random.default_rng(3)
    with av.open(str(path), "w") as container:
        options = {"preset": "ultrafast", "crf": "23", "g": str(GOP)}
        video = container.add_stream("libx264", rate=FPS, options=options)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        sound = container.add_stream("aac", rate=RATE_HZ)
        texture = rng.integers(0, 255, (HEIGHT // 2, WIDTH // 2), np.uint8).repeat(2, axis=0).repeat(2, axis=1)
        texture = np.concatenate([texture // 4 + 96] * 2, axis=1)
        chroma = np.full((HEIGHT // 2, WIDTH), 128, np.uint8)
        for second in range(WRITTEN_SECONDS):
            for number in range(second * FPS, (second + 1) * FPS):
                at = number * 4 % WIDTH
                pixels = np.concatenate([texture[:, at : at + WIDTH], chroma])
                frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="yuv420p")
                frame.pts, frame.time_base = number, Fraction(1, FPS)
                container.mux(video.encode(frame))
            samples = rng.uniform(-0.2, 0.2, (2, RATE_HZ)).astype(np.float32)
            piece = av.AudioFrame.from_ndarray(samples, format="fltp", layout="stereo")
            piece.sample_rate, piece.pts = RATE_HZ, second * RATE_HZ
            container.mux(sound.encode(piece))
        container.mux(video.encode(None))
        container.mux(sound.encode(None))
    return path
