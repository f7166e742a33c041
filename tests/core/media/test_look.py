"""Combing that no flag tells of is found and mended; sharp progressive pictures are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import MediaError
from core.media.decode import frame_at
from core.media.look import hidden_parity, white_of
from core.media.probe import probe
from core.media.reader import FrameReader
from tests.core.media.colour_media import frame_of, write

WIDTH, HEIGHT = 320, 480
COUNT = 50


def texture() -> NDArray[np.float64]:
    """Return (HEIGHT, 2 × WIDTH) sharp random blocks, codes from 0 to 1."""
    blocks = np.random.default_rng(5).random((HEIGHT // 12, WIDTH // 8))
    return np.kron(blocks, np.ones((12, 16))) * 0.7 + 0.1


def field(instant: int) -> NDArray[np.float64]:
    """Return a picture (HEIGHT, WIDTH) that pans 3 px an instant."""
    return texture()[:, 3 * instant % WIDTH :][:, :WIDTH]


def woven(first: int) -> Iterator[av.VideoFrame]:
    """Yield frames of two instants each; rows from `first` on by twos are the earlier one."""
    for index in range(COUNT):
        luma = field(2 * index).copy()
        luma[1 - first :: 2] = field(2 * index + 1)[1 - first :: 2]
        yield frame_of(np.repeat(luma[..., None], 3, axis=2), "yuv420p")


def whole(dx: int, dy: int, noise: float = 0.0) -> Iterator[av.VideoFrame]:
    """Yield progressive frames that pan by whole pixels, with fine lines and a sensor's noise."""
    rng = np.random.default_rng(8)
    lines = np.kron(rng.random((HEIGHT, WIDTH // 4)), np.ones((1, 8))) * 0.6 + 0.2
    for index in range(COUNT):
        luma = np.roll(lines, (dy * index, dx * index), (0, 1))[:, :WIDTH]
        luma = np.clip(luma + noise * rng.standard_normal(luma.shape), 0, 1)
        yield frame_of(np.repeat(luma[..., None], 3, axis=2), "yuv420p")


def parity_of(path: Path) -> str | None:
    facts = probe(path)
    assert facts.video is not None
    return hidden_parity(path, facts.video, facts.duration, facts.start_offset)


@pytest.mark.parametrize(("first", "parity"), [(0, "tff"), (1, "bff")])
def test_unflagged_fields_are_found_and_made_whole(tmp_path: Path, first: int, parity: str) -> None:
    path = write(tmp_path / "woven.mp4", list(woven(first)))
    facts = probe(path)
    assert parity_of(path) == parity
    with FrameReader(path, facts) as reader:
        shown = reader.picture_at(1.0).y.astype(int)
        assert reader.is_deinterlaced
    still = frame_at(path, facts, 1.0).mean(axis=2).astype(int)
    for luma in (shown, still):
        # Columns of one colour for twelve rows: what alternates within them is combing.
        inner = luma.reshape(HEIGHT // 12, 12, WIDTH)[:, 3:9]
        assert np.abs(np.diff(inner, axis=1)).mean() < 3


@pytest.mark.parametrize(
    ("dx", "dy", "noise"), [(0, 0, 0.0), (3, 0, 0.0), (0, 1, 0.0), (0, 3, 0.02), (2, 5, 0.0), (0, 0, 0.05)]
)
def test_sharp_progressive_pictures_are_not_taken_for_fields(
    tmp_path: Path, dx: int, dy: int, noise: float
) -> None:
    path = write(tmp_path / "whole.mp4", list(whole(dx, dy, noise)))
    assert parity_of(path) is None


def test_flagged_fields_are_left_to_their_flags(tmp_path: Path) -> None:
    options = {"crf": "4", "x264-params": "tff=1", "flags": "+ildct+ilme"}
    assert parity_of(write(tmp_path / "flagged.mp4", list(woven(0)), options=options)) is None


def test_a_replaced_file_is_looked_at_again(tmp_path: Path) -> None:
    path = write(tmp_path / "source.mp4", list(woven(0)))
    assert parity_of(path) == "tff"
    path.unlink()
    write(path, list(whole(3, 0)))
    assert parity_of(path) is None


def test_a_file_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "fields.mp4"
    write(path, list(woven(0)))
    facts = probe(path)
    path.unlink()
    with pytest.raises(MediaError, match="does not exist"):
        FrameReader(path, facts)


def test_only_rates_and_sizes_that_were_ever_interlaced_are_looked_at(tmp_path: Path) -> None:
    path = write(tmp_path / "fast.mp4", [*woven(0), *woven(0)], rate=Fraction(60))
    assert parity_of(path) is None


def test_no_real_progressive_file_is_taken_for_fields(shared_media: Path) -> None:
    for path in sorted((shared_media / "video").glob("*.*")):
        if path.suffix == ".srt":
            continue
        video = probe(path).video
        assert video is not None
        # Also where size and rate speak against it, which is not looked at in earnest.
        facts = probe(path)
        forced = video.model_copy(update={"coded_height": 1080, "fps": 25.0, "codec": "h264"})
        forced = forced.model_copy(update={"is_variable_frame_rate": False})
        assert hidden_parity(path, forced, facts.duration, facts.start_offset) is None, path.name


def test_white_of_a_real_hdr_file(shared_media: Path) -> None:
    path = shared_media / "video/av1_hdr_pq_20s.webm"
    facts = probe(path)
    assert facts.video is not None
    assert white_of(path, facts.video, facts.duration, facts.start_offset) == 400
