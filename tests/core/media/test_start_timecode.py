"""The timecode of a file's first frame."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core.media.start_timecode import start_timecode


def write(file: Path, rate: Fraction, **options: str) -> Path:
    with av.open(str(file), "w") as container:
        container.metadata.update(options)
        stream = container.add_stream("mpeg4", rate=rate)
        stream.width = stream.height = 16
        stream.pix_fmt = "yuv420p"
        for _ in range(3):
            frame = av.VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), "rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file


@pytest.mark.parametrize("suffix", [".mov", ".mp4"])
@pytest.mark.parametrize(
    ("rate", "timecode"), [(Fraction(25), "10:00:00:12"), (Fraction(30000, 1001), "01:02:03;04")]
)
def test_the_timecode_of_a_track_is_found(tmp_path: Path, suffix: str, rate: Fraction, timecode: str) -> None:
    assert start_timecode(write(tmp_path / f"a{suffix}", rate, timecode=timecode)) == timecode


def test_a_file_without_one_has_none(tmp_path: Path) -> None:
    assert start_timecode(write(tmp_path / "a.mp4", Fraction(25))) == ""
    (tmp_path / "b.mp4").write_bytes(b"nothing")
    assert start_timecode(tmp_path / "b.mp4") == start_timecode(tmp_path / "missing.mp4") == ""
