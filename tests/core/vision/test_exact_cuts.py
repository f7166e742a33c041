"""Cuts are exact to the frame, whatever encoders refer to, and what they would be with every frame decoded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.media.luma import luma_within, sample_luma
from core.media.probe import probe
from core.render.scheduling import usual_turns
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan
from core.vision.shots import detect_shots, find_hard_cuts, find_slow_cuts, measure_changes, shots_from_cuts
from tests.slices import sliced

SIZE = (160, 96)
FPS = 30
CUTS = (37, 74, 100, 127, 163)
FRAMES = 200
UNAWARE = "scenecut=0:keyint=90:min-keyint=90"
ENCODERS: dict[str, tuple[str, str, dict[str, str]]] = {
    "x264": ("libx264", "mp4", {}),
    "x264, blind to cuts": ("libx264", "mp4", {"bf": "3", "x264-params": f"{UNAWARE}:b-adapt=0"}),
    "x264, B-frames in layers": (
        "libx264",
        "mkv",
        {"bf": "4", "x264-params": f"{UNAWARE}:b-pyramid=normal:b-adapt=0"},
    ),
    "x264, many B-frames": ("libx264", "mp4", {"bf": "12", "x264-params": f"{UNAWARE}:b-adapt=0:b-pyramid=none"}),
    "x264, open groups": (
        "libx264",
        "mp4",
        {"bf": "3", "x264-params": "scenecut=0:keyint=20:open-gop=1:b-adapt=0"},
    ),
    "x264, no B-frames": ("libx264", "mp4", {"bf": "0", "x264-params": UNAWARE}),
    "x264 in a transport stream": ("libx264", "ts", {"bf": "3", "x264-params": f"{UNAWARE}:b-adapt=0"}),
    "x265": ("libx265", "mp4", {"x265-params": "scenecut=0:keyint=90:bframes=4:b-adapt=0:log-level=none"}),
    "MPEG-2": ("mpeg2video", "ts", {"bf": "2", "g": "15", "b": "2000000"}),
    "MPEG-4": ("mpeg4", "mp4", {"bf": "2", "g": "60", "b": "2000000"}),
    "VP9": ("libvpx-vp9", "webm", {"cpu-used": "8", "deadline": "realtime", "b": "1M"}),
    "AV1": ("libsvtav1", "mkv", {"preset": "12", "crf": "35"}),
}
# Frames that refer to later ones, in layers and over the edge of a group, and other kinds of bit streams.
QUICK = ("x264", "x264, B-frames in layers", "x264, open groups", "x265", "MPEG-2", "VP9")


@pytest.mark.parametrize("encoder", sliced(ENCODERS, QUICK, str))
def test_a_shot_begins_with_its_first_frame(tmp_path: Path, encoder: str) -> None:
    path = _film(tmp_path, encoder, [number / FPS for number in range(FRAMES)])
    facts = probe(path)
    assert facts.video is not None
    shots = detect_shots(path, facts)
    first = [(shot.start - facts.video.start) * FPS for shot in shots[1:]]
    assert first == pytest.approx(CUTS, abs=0.1)


def test_a_shot_begins_with_its_first_frame_where_frames_come_unevenly(tmp_path: Path) -> None:
    gaps = np.random.default_rng(5).choice([1, 2, 3], FRAMES) / 60
    seconds = [0.0, *(float(at) for at in np.cumsum(gaps)[:-1])]
    path = _film(tmp_path, "x264, blind to cuts", seconds)
    shots = detect_shots(path, probe(path))
    assert [shot.start for shot in shots[1:]] == pytest.approx([seconds[cut] for cut in CUTS], abs=0.002)


@pytest.mark.parametrize("b_frames", [0, 3])
def test_every_frame_is_decoded_where_it_is_not_said_when_frames_are_shown(tmp_path: Path, b_frames: int) -> None:
    name = "x264, blind to cuts" if b_frames else "x264, no B-frames"
    path = _film(tmp_path, name, [number / FPS for number in range(FRAMES)], ".avi")
    facts = probe(path)
    assert facts.video is not None
    samples = list(sample_luma(path, facts))
    (every,) = [list(frames) for frames in luma_within(path, facts, [TimeSpan(start=0, end=facts.duration)])]
    assert [(s.at, s.left_out) for s in samples] == [(s.at, 0) for s in every]
    # With B-frames FFmpeg tells wrong times, which is no matter of cuts.
    found = [(shot.start - facts.video.start) * FPS for shot in detect_shots(path, facts)[1:]]
    assert found == pytest.approx(CUTS, abs=0.1 if not b_frames else 3.1)


def test_about_half_of_the_frames_are_decoded_at_first(tmp_path: Path) -> None:
    path = _film(tmp_path, "x264, blind to cuts", [number / FPS for number in range(FRAMES)])
    assert len(list(sample_luma(path, probe(path)))) < 0.55 * FRAMES


def test_a_flash_and_a_pan_are_no_cuts_where_frames_are_left_out(tmp_path: Path) -> None:
    wide = np.tile(_scene(3), (1, 6))
    pictures = [wide[:, number : number + SIZE[0]] for number in range(150)]
    for start, count in ((40, 1), (70, 2), (100, 3)):
        pictures[start : start + count] = [np.full(SIZE[::-1], 250, np.uint8)] * count
    path = tmp_path / "flash.mp4"
    _write(path, "x264, blind to cuts", pictures, [number / FPS for number in range(150)])
    assert len(detect_shots(path, probe(path))) == 1


def test_a_dissolve_is_found_where_frames_are_left_out(tmp_path: Path) -> None:
    a, b = _scene(1).astype(float), _scene(2).astype(float)
    pictures = [(a + (b - a) * np.clip((number - 90) / 24, 0, 1)).astype(np.uint8) for number in range(210)]
    path = tmp_path / "dissolve.mp4"
    _write(path, "x264, blind to cuts", pictures, [number / FPS for number in range(210)])
    (cut,) = [shot.start for shot in detect_shots(path, probe(path))[1:]]
    assert cut == pytest.approx(102 / FPS, abs=0.35)


TALKS = (
    "interview_two_seats",
    "stage_and_audience",
    "vertical_two_roles",
    "interview_split_screen",
    "one_speaker_noisy_room",
    "phone_screen_recording",
)


@pytest.mark.parametrize("name", sliced(TALKS, ("stage_and_audience", "interview_split_screen"), str))
def test_real_cuts_are_those_of_every_frame(video: Callable[[str], tuple[Path, MediaFacts]], name: str) -> None:
    path, facts = video(name)
    whole = [TimeSpan(start=0, end=facts.duration)]
    (changes,) = [measure_changes(frames) for frames in luma_within(path, facts, whole)]
    hard = find_hard_cuts(changes)
    exact = shots_from_cuts([*hard, *find_slow_cuts(changes, hard)], facts.duration)
    assert [s.start for s in detect_shots(path, facts)] == pytest.approx([s.start for s in exact], abs=0.001)


def _film(folder: Path, encoder: str, seconds: Sequence[float], suffix: str = "") -> Path:
    """Write pictures that drift sideways and flicker with noise, with `CUTS`."""
    rng = np.random.default_rng(1)
    pictures = []
    for number in range(FRAMES):
        shot = sum(number >= cut for cut in CUTS)
        moved = np.roll(_scene(shot + 1), number // 2, axis=1)
        pictures.append(np.clip(moved + rng.normal(0, 3, moved.shape), 0, 255).astype(np.uint8))
    path = folder / f"film{suffix or '.' + ENCODERS[encoder][1]}"
    _write(path, encoder, pictures, seconds)
    return path


def _write(path: Path, encoder: str, pictures: Sequence[NDArray[np.uint8]], seconds: Sequence[float]) -> None:
    codec, _, options = ENCODERS[encoder]
    # MPEG-2, MPEG-4 and AVI count in frames.
    counts_frames = codec in ("mpeg2video", "mpeg4") or path.suffix == ".avi"
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=FPS, options=options)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.codec_context.time_base = Fraction(1, FPS if counts_frames else 60 * FPS)
        with usual_turns():
            stream.codec_context.open()
        for at, picture in zip(seconds, pictures, strict=True):
            frame = av.VideoFrame.from_ndarray(np.repeat(picture[:, :, None], 3, axis=2), format="rgb24")
            frame.time_base = stream.codec_context.time_base
            frame.pts = round(at / frame.time_base)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _scene(seed: int) -> NDArray[np.uint8]:
    """Return a picture of coarse blocks, as different from other seeds as two camera angles are."""
    blocks = np.random.default_rng(seed).integers(20, 230, (6, 10))
    return np.kron(blocks, np.ones((16, 16))).astype(np.uint8)
