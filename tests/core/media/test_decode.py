"""The right picture at the right second, whatever the file does."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import Cancelled, MediaError
from core.media.clip_index import INSTANT
from core.media.decode import frame_at, sample_frames
from core.media.probe import probe
from core.schema.time import TimeSpan
from tests.core.media.conftest import RECIPES, read_number

Media = Callable[[str], Path]
NUMBERED = ["talk.mp4", "one_keyframe.mkv", "variable.mp4", "offset.mkv", "late_picture.mp4", "transport.ts"]


def shown_then(name: str, at: float, offset: float) -> int:
    """Return the number of the frame that a file's recipe shows at a source second."""
    seconds = [second - offset for second in RECIPES[name].seconds]
    return max(0, bisect_right(seconds, at + INSTANT) - 1)


def file_offset(name: str, start: float) -> float:
    """Return the recipe's second that is source second 0, given when the picture starts."""
    return RECIPES[name].seconds[0] - start


@pytest.mark.parametrize("name", NUMBERED)
def test_frame_at_is_the_last_not_later(media: Media, name: str) -> None:
    facts = probe(media(name))
    assert facts.video is not None
    offset = file_offset(name, facts.video.start)
    for at in np.linspace(0, facts.duration + 1, 14):
        number = read_number(frame_at(media(name), facts, float(at)))
        assert number == shown_then(name, float(at), offset), at


@pytest.mark.parametrize("name", ["talk.mp4", "transport.ts", "offset.mkv"])
def test_frame_at_on_both_sides_of_a_boundary(media: Media, name: str) -> None:
    facts = probe(media(name))
    assert facts.video is not None
    for number in (1, 30, 47, 48, 49, 71):
        at = facts.video.start + number / 24
        assert read_number(frame_at(media(name), facts, at)) == number
        assert read_number(frame_at(media(name), facts, at - 0.003)) == number - 1


@pytest.mark.parametrize("name", NUMBERED)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(st.floats(0, 1), st.floats(0, 1)), st.sampled_from([0.7, 3.0, 5.0, 10.0, 30.0]))
def test_samples_lie_in_their_span_ascend_and_show_their_second(
    media: Media, name: str, ends: tuple[float, float], rate: float
) -> None:
    facts = probe(media(name))
    assert facts.video is not None
    offset = file_offset(name, facts.video.start)
    start, end = sorted(share * facts.duration for share in ends)
    samples = list(sample_frames(media(name), facts, [TimeSpan(start=start, end=end)], rate, 96))
    times = [sample.at for sample in samples]
    assert all(b > a for a, b in itertools.pairwise(times))
    assert all(start <= at < end for at in times)
    expected_count = int(np.ceil((end - start - INSTANT / 2) * rate - 1e-9))
    assert len(samples) == max(0, expected_count)
    is_exact = rate >= 0.3 * facts.video.fps
    for sample in samples:
        lag = shown_then(name, sample.at, offset) - read_number(sample.pixels)
        assert lag == 0 if is_exact else 0 <= lag <= 3


def test_spans_come_in_their_order(media: Media) -> None:
    facts = probe(media("talk.mp4"))
    spans = [TimeSpan(start=4, end=5), TimeSpan(start=1, end=2)]
    numbers = [read_number(s.pixels) for s in sample_frames(media("talk.mp4"), facts, spans, 24, 192)]
    assert numbers == [*range(96, 120), *range(24, 48)]


def test_pictures_fit_the_longest_side_and_stand_upright(media: Media) -> None:
    facts = probe(media("turned.mp4"))
    full, small = frame_at(media("turned.mp4"), facts, 0.5), frame_at(media("turned.mp4"), facts, 0.5, 48)
    assert full.shape == (192, 108, 3) and full.dtype == np.uint8 and full.flags.c_contiguous
    assert small.shape == (48, 27, 3)
    # The lower half is green only when the picture stands upright.
    assert full[150:, :, 1].mean() > 90 and full[:60, :, 1].mean() != pytest.approx(120, abs=5)
    wide = frame_at(media("wide_pixels.mp4"), probe(media("wide_pixels.mp4")), 0.5)
    assert wide.shape == (108, 256, 3)
    assert read_number(wide) == 12


@pytest.mark.parametrize("name", ["talk.mp4", "turned.mp4", "wide_pixels.mp4"])
def test_quickly_sampled_pictures_are_those_sampled_exactly(media: Media, name: str) -> None:
    facts = probe(media(name))
    (quick,) = sample_frames(media(name), facts, [TimeSpan(start=0, end=0.1)], 2, 64)
    exact = frame_at(media(name), facts, quick.at, 64)
    assert quick.pixels.shape == exact.shape
    assert np.abs(quick.pixels.astype(int) - exact).mean() < 6


@pytest.mark.parametrize("name", ["talk.mp4", "turned.mp4", "wide_pixels.mp4"])
def test_the_brightness_of_a_sample_is_that_of_its_picture(media: Media, name: str) -> None:
    """Taken without its colours being made: these are coded as BT.601 has it."""
    facts = probe(media(name))
    (quick,) = sample_frames(media(name), facts, [TimeSpan(start=0, end=0.1)], 2, 64)
    grey = quick.grey.copy()
    assert grey.shape == quick.pixels.shape[:2] and grey.flags.c_contiguous
    weighted = quick.pixels @ np.array([0.299, 0.587, 0.114])
    assert np.abs(grey - weighted).mean() < 3


def test_cancelling_gets_through(media: Media) -> None:
    facts = probe(media("talk.mp4"))

    def stop(fraction: float, message: str = "") -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        list(sample_frames(media("talk.mp4"), facts, [TimeSpan(start=0, end=6)], 5, 96, stop))


def test_damage_in_the_middle_is_not_the_end(media: Media, tmp_path: Path) -> None:
    content = bytearray(media("transport.ts").read_bytes())
    middle = len(content) // 2
    content[middle : middle + 6000] = np.random.default_rng(1).bytes(6000)
    damaged = tmp_path / "damaged.ts"
    damaged.write_bytes(content)
    facts = probe(damaged)
    samples = list(sample_frames(damaged, facts, [TimeSpan(start=0, end=facts.duration)], 24, 96))
    numbers = [read_number(sample.pixels) for sample in samples]
    # The sound starts first, by its priming, so that the first tick or two show the first picture.
    assert numbers[3:43] == list(range(numbers[3], numbers[3] + 40))
    assert numbers[-30:-5] == list(range(numbers[-30], numbers[-30] + 25))
    assert numbers[-30] > 180


def test_sound_alone_has_no_picture(media: Media) -> None:
    with pytest.raises(MediaError, match="no picture"):
        frame_at(media("speech.wav"), probe(media("speech.wav")), 0.0)


def test_hdr_comes_near_to_the_same_scene_graded_for_sdr(shared_media: Path) -> None:
    hdr, sdr = shared_media / "video/av1_hdr_pq_20s.webm", shared_media / "video/av1_sdr_same_scene_20s.webm"
    bright = frame_at(hdr, probe(hdr), 5.0).astype(int)
    reference = frame_at(sdr, probe(sdr), 5.0).astype(int)
    assert np.abs(bright - reference).mean() < 10
    assert np.abs(bright.mean((0, 1)) - reference.mean((0, 1))).max() < 6


def test_a_late_picture_of_the_world_is_held_from_the_start(shared_media: Path) -> None:
    path = shared_media / "video/stage_and_audience_cuts_10s.mp4"
    facts = probe(path)
    early, first = frame_at(path, facts, 0.0), frame_at(path, facts, 0.85)
    assert np.array_equal(early, first)
