"""Small brightness pictures: which frames are there, how many were left out, and every one of them on demand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import Cancelled
from core.media.luma import MAX_GAP_SECONDS, luma_within, sample_luma
from core.media.probe import probe
from core.schema.time import TimeSpan

Media = Callable[[str], Path]


def test_every_frame_is_there_or_known_to_be_left_out(media: Media) -> None:
    facts = probe(media("talk.mp4"))
    samples = list(sample_luma(media("talk.mp4"), facts))
    assert 24 < len(samples) < 144
    numbers = [round(sample.at * 24) for sample in samples]
    assert [b - a - 1 for a, b in pairwise(numbers)] == [s.left_out for s in samples[1:]]
    assert all(sample.luma.shape == (108, 192) and sample.luma.dtype == np.uint8 for sample in samples)
    assert samples[0].luma[80:].mean() == pytest.approx(samples[-1].luma[80:].mean(), abs=2)


def test_frames_that_are_left_out_for_long_are_decoded_after_all(tmp_path: Path) -> None:
    path = tmp_path / "slow.mp4"
    settings = {"bf": "8", "x264-params": "b-adapt=0:b-pyramid=none"}
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10, options=settings)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = 64, 48, "yuv420p", 100
        for number in range(60):
            picture = np.full((48, 64, 3), number, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    samples = list(sample_luma(path, probe(path)))
    late = [b.at - a.at for a, b in pairwise(samples) if b.at > 3.0]
    assert max(late) < MAX_GAP_SECONDS
    assert len(late) >= 28


def test_every_frame_of_spans_once_and_in_order(media: Media) -> None:
    facts = probe(media("talk.mp4"))
    spans = [TimeSpan(start=0.5, end=1.0), TimeSpan(start=1.5, end=1.75), TimeSpan(start=4.99, end=5.26)]
    taken = [[round(s.at * 24) for s in frames] for frames in luma_within(media("talk.mp4"), facts, spans)]
    assert taken == [list(range(12, 25)), list(range(36, 43)), list(range(120, 127))]
    assert list(luma_within(media("talk.mp4"), facts, [])) == []


def test_cancelling_gets_through(media: Media) -> None:
    facts = probe(media("talk.mp4"))

    def stop(fraction: float, message: str = "") -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        list(sample_luma(media("talk.mp4"), facts, stop))


@pytest.mark.parametrize("pixel_format", ["gray10le", "gray12le", "yuv420p10le"])
def test_luma_of_deep_pictures_is_that_of_shallow_ones(tmp_path: Path, pixel_format: str) -> None:
    def ramp(name: str, bits: int) -> NDArray[np.uint8]:
        path = tmp_path / f"{name}.mkv"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("ffv1", rate=25)
            stream.width, stream.height, stream.pix_fmt = 64, 48, name
            for _ in range(25):
                frame = av.VideoFrame(64, 48, name)
                for plane in frame.planes:
                    width = np.uint8 if bits == 8 else np.uint16
                    row = np.linspace(16, 235, plane.line_size // np.dtype(width).itemsize) * 2 ** (bits - 8)
                    plane.update(np.tile(row.astype(width), (plane.height, 1)).tobytes())
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        return next(sample_luma(path, probe(path))).luma

    deep = ramp(pixel_format, int(pixel_format[-4:-2]))
    shallow = ramp("gray" if pixel_format.startswith("gray") else "yuv420p", 8)
    assert np.abs(deep.astype(int) - shallow).max() <= 20
