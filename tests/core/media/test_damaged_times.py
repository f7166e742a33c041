"""One flipped bit in a timestamp costs the stretch that it stands for, and nothing that comes after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.media.analysis_audio import write_analysis
from core.media.audio import read_audio
from core.media.clock import latest_second
from core.media.frames import FrameStream
from core.media.probe import probe
from core.media.reader import FrameReader
from core.schema.record import ignore_progress
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan
from tests.core.media.conftest import Recipe, even, noise, read_number

Make = Callable[[str, Recipe], Path]
CLUSTER, TIMESTAMP = b"\x1f\x43\xb6\x75", b"\xe7\x82"


@pytest.fixture
def late(make_media: Make, tmp_path: Path) -> tuple[Path, MediaFacts]:
    """A file of 10 s in which a second says that it is 65 s in, and the facts that are told of a longer such file.

    Of a file of hours only both ends are read before it is used.
    """
    sound = noise(10.0)
    path = make_media(
        "ten_seconds.mkv", Recipe(seconds=even(240), gop=24, b_frames=0, sound=sound, sound_codec="flac")
    )
    content = bytearray(path.read_bytes())
    place = -1
    for _ in range(6):
        place = content.index(CLUSTER, place + 1)
    value = content.index(TIMESTAMP, place) + len(TIMESTAMP)
    assert 4000 < int.from_bytes(content[value : value + 2], "big") < 6000
    content[value : value + 2] = b"\xff\xf0"
    damaged = tmp_path / "damaged.mkv"
    damaged.write_bytes(content)
    return damaged, probe(path)


def test_pictures_go_on(late: tuple[Path, MediaFacts]) -> None:
    path, facts = late
    with FrameReader(path, facts) as reader:
        shown = [read_number(reader.pixels_at(at)) for at in (3.5, 4.5, 5.5, 6.5, 9.5)]
        assert shown == [84, 108, 119, 156, 228]
        assert reader.damaged_packets > 0
    with FrameStream(path, facts) as stream:
        assert max(second for second, _ in stream.frames()) < facts.duration


def test_sound_goes_on(late: tuple[Path, MediaFacts], tmp_path: Path) -> None:
    path, facts = late
    samples = read_audio(path, facts, TimeSpan(start=0.0, end=10.0), 16_000, 1)
    is_silent = np.median(np.abs(samples.reshape(10, -1)), axis=1) == 0
    assert list(np.flatnonzero(is_silent)) == [5]
    loss = write_analysis(path, facts, tmp_path / "a.wav", tmp_path / "a.i8", ignore_progress)
    assert loss.silent_seconds == pytest.approx(1.0, abs=0.3) and loss.damaged_packets > 0
    assert loss.ends_at == pytest.approx(10.0, abs=0.1)


def test_a_length_that_was_told_a_little_too_short_costs_nothing() -> None:
    assert latest_second(7200.0) > 7200 * 1.02
    assert latest_second(1.0) > 20.0
