"""The one reader of frames: exact hours from the start, flat in memory, sure of its way back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import MediaError
from core.media.decode import frame_at, sample_frames
from core.media.frames import FrameStream
from core.media.probe import probe
from core.media.reader import FrameReader, tick_seconds
from core.schema.time import Cut, TimeSpan
from tests.core.media.conftest import WIDTH, numbered_picture, read_number
from tests.instant_project import write_sound

HEIGHT = 108
Media = Callable[[str], Path]
RATES = [Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(60000, 1001)]
TEN_HOURS = 36_000


def write_late(path: Path, rate: Fraction, first: int) -> Path:
    """Write frames `first` to `first` + 59 of a constant rate, and a few before: most of it was not kept."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"crf": "20", "preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.time_base = 1 / rate
        stream.codec_context.gop_size, stream.codec_context.max_b_frames = 24, 2
        for number in (*(first // 6 * part for part in range(6)), *range(first, first + 60)):
            frame = av.VideoFrame.from_ndarray(
                numbered_picture(number - first if number >= first else 4095), format="rgb24"
            )
            frame = frame.reformat(WIDTH, HEIGHT, "yuv420p")
            frame.pts, frame.time_base = number, 1 / rate
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
@pytest.mark.parametrize("rate", RATES)
def test_frames_are_exact_after_ten_hours(tmp_path: Path, rate: Fraction, suffix: str) -> None:
    """Output ticks of a clip that starts ten hours in show every frame once, whatever the container rounds to."""
    first = round(TEN_HOURS * rate)
    path = write_late(tmp_path / f"late{suffix}", rate, first)
    facts = probe(path)
    with FrameStream(path, facts) as stream:
        starts = [second for second, _ in stream.frames_around(TEN_HOURS - 1) if second > TEN_HOURS - 1]
    cut = Cut(ranges=(TimeSpan(start=starts[5], end=starts[5] + float(40 / rate)),))
    with FrameReader(path, facts) as reader:
        seconds = tick_seconds(cut, rate.numerator, rate.denominator, 40)
        shown = [read_number(reader.pixels_at(second)) for second in seconds]
        assert shown == list(range(5, 45))
        assert read_number(reader.pixels_at(TEN_HOURS / 2)) == 4095
    assert read_number(frame_at(path, facts, seconds[33])) == 38


@given(
    rate=st.sampled_from(RATES),
    first=st.integers(0, 2_200_000),
    lengths=st.lists(st.integers(1, 400), min_size=1, max_size=12),
    gaps=st.lists(st.integers(1, 200_000), min_size=12, max_size=12),
)
def test_ticks_do_not_drift_in_ten_hours(rate: Fraction, first: int, lengths: list[int], gaps: list[int]) -> None:
    """Every tick lies on its frame to a microsecond, though ranges are floats and far apart."""
    ranges, wanted, frame = [], [], first
    for length, gap in zip(lengths, gaps, strict=False):
        frame += gap
        ranges.append(TimeSpan(start=float(frame / rate), end=float((frame + length) / rate)))
        wanted += range(frame, frame + length)
        frame += length
    seconds = tick_seconds(Cut(ranges=tuple(ranges)), rate.numerator, rate.denominator, len(wanted))
    worst = max(abs(second - float(number / rate)) for second, number in zip(seconds, wanted, strict=True))
    assert worst < 1e-6


@given(rate=st.sampled_from(RATES), tick=st.integers(0, 2_200_000))
def test_one_long_range_keeps_its_rate(rate: Fraction, tick: int) -> None:
    cut = Cut(ranges=(TimeSpan(start=0.0, end=float((tick + 2) / rate)),))
    # The function is linear in its ticks: the last few stand for all.
    end = tick_seconds(cut, rate.numerator, rate.denominator, min(tick + 1, 400))[-1]
    assert end == pytest.approx(float(min(tick, 399) / rate), abs=1e-9)


def test_seconds_ascend_and_a_second_pass_gives_the_same(media: Media) -> None:
    for name in ("talk.mp4", "transport.ts", "variable.mp4", "one_keyframe.mkv"):
        with FrameStream(media(name), probe(media(name))) as stream:
            once = [second for second, _ in stream.frames()]
            assert once == sorted(set(once))
            assert [second for second, _ in stream.frames_around(stream.video.start)] == once
            stream.restart()
            assert [second for second, _ in stream.frames()] == once


def test_frames_held_are_bounded(media: Media) -> None:
    with FrameReader(media("transport.ts"), probe(media("transport.ts")), history=4) as reader:
        held = 0
        for index in range(240):
            reader.picture_at(index / 24)
            held = max(held, len(reader._frames))
        assert held <= 7


MEASURE = """
import resource, sys
from pathlib import Path
from core.media.decode import sample_frames
from core.media.luma import sample_luma
from core.media.probe import probe
from core.media.reader import FrameReader
from core.schema.time import TimeSpan
path = Path(sys.argv[1])
facts = probe(path)
for _ in sample_luma(path, facts): pass
for _ in sample_frames(path, facts, [TimeSpan(start=0, end=facts.duration)], 5.0, 320): pass
with FrameReader(path, facts, 8) as reader:
    for tick in range(0, int(facts.duration * 24)): reader.picture_at(tick / 24)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_memory_does_not_grow_with_length(tmp_path: Path) -> None:
    """A file of a minute needs no more memory than one of five seconds: its frames held would be 120 MB."""
    peaks = []
    for seconds in (5, 60):
        path = tmp_path / f"{seconds}.mp4"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("libx264", rate=24, options={"crf": "30", "preset": "ultrafast"})
            stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
            picture = av.VideoFrame.from_ndarray(numbered_picture(77, 320, 180), format="rgb24").reformat(
                format="yuv420p"
            )
            for number in range(24 * seconds):
                picture.pts, picture.time_base = number, Fraction(1, 24)
                container.mux(stream.encode(picture))
            container.mux(stream.encode(None))
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(path)],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[3],
        )
        peaks.append(int(done.stdout.split()[-1]))
    assert peaks[1] - peaks[0] < 40, peaks


def test_samples_after_a_gap_of_hours(tmp_path: Path) -> None:
    rate = Fraction(25)
    path = write_late(tmp_path / "late.mp4", rate, TEN_HOURS * 25)
    facts = probe(path)
    spans = [TimeSpan(start=TEN_HOURS, end=TEN_HOURS + 1.0)]
    samples = list(sample_frames(path, facts, spans, 25.0, 192))
    assert [read_number(sample.pixels) for sample in samples] == list(range(25))
    assert [sample.at for sample in samples] == pytest.approx(
        [TEN_HOURS + index / 25 for index in range(25)], abs=1e-6
    )


def test_a_file_that_was_replaced_by_sound_alone_says_so(media: Media, tmp_path: Path) -> None:
    facts = probe(media("transport.ts"))
    other = write_sound(tmp_path / "other.wav", 1)
    with pytest.raises(MediaError, match="replaced by another"):
        FrameStream(other, facts)
