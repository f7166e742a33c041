"""Finding a piece of sound in its source, and telling a picture from its neighbours."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.media.playthrough import HEARD_HZ
from core.render.quality.reference import CORRELATION_HZ
from core.render.quality.sync import LAG_SECONDS, Excerpt, choose_excerpt, find_lag, find_mismatch
from core.render.quality.watch import Kept
from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan

MARGIN = round(LAG_SECONDS * CORRELATION_HZ)


def composition(*ranges):
    return Composition(
        aspect="16:9",
        width=480,
        height=270,
        fps_numerator=30,
        fps_denominator=1,
        media=MediaReference(path="talk.mp4", has_video=False),
        cut=Cut(ranges=tuple(TimeSpan(start=start, end=end) for start, end in ranges)),
        spans=(),
        audio=AudioPlan(),
        style=Style(name="clean", version=1),
    )


@given(
    lag=st.integers(-MARGIN + 1, MARGIN - 1),
    gain=st.floats(0.05, 20),
    noise=st.floats(0, 0.3),
    seed=st.integers(0, 99),
)
def test_a_lag_is_found_to_the_sample_whatever_the_level_and_some_noise(lag, gain, noise, seed):
    rng = np.random.default_rng(seed)
    source = rng.normal(0, 0.1, 8000 + 2 * MARGIN).astype(np.float32)
    heard = source[MARGIN - lag : MARGIN - lag + 8000] * gain + rng.normal(0, 0.1 * noise * gain, 8000)
    found = find_lag(Excerpt(0.0, 0.0, heard.astype(np.float32)), source)
    assert found.lag == lag / CORRELATION_HZ
    assert found.fit > 0.8


@given(frequency=st.floats(100, 1500))
def test_a_steady_tone_is_not_called_late(frequency):
    at = np.arange(8000 + 2 * MARGIN) / CORRELATION_HZ
    source = np.sin(2 * np.pi * frequency * at).astype(np.float32)
    found = find_lag(Excerpt(0.0, 0.0, source[MARGIN : MARGIN + 8000]), source)
    assert abs(found.lag) <= 1 / CORRELATION_HZ


def test_other_sound_does_not_fit_and_silence_says_nothing():
    rng = np.random.default_rng(1)
    source, heard = rng.normal(0, 0.1, (2, 8000 + 2 * MARGIN)).astype(np.float32)
    assert find_lag(Excerpt(0.0, 0.0, heard[:8000]), source).fit < 0.2
    assert find_lag(Excerpt(0.0, 0.0, heard[:8000]), np.zeros_like(source)) is None


def test_a_piece_lies_in_one_range_where_it_is_loudest():
    clip = composition((10.0, 12.0), (30.0, 34.0))
    rng = np.random.default_rng(2)
    level = np.full(6 * HEARD_HZ, 0.01)
    level[3 * HEARD_HZ : 4 * HEARD_HZ] = 0.3
    excerpt = choose_excerpt(clip, 0.0, (level * rng.normal(0, 1, len(level))).astype(np.float32))
    # Clip second 2 is source second 30.
    assert 2.7 < excerpt.at < 3.1
    assert excerpt.source_start - excerpt.at == 28.0


@given(st.lists(st.floats(0.05, 3), min_size=1, max_size=6), st.floats(0, 3))
def test_a_piece_never_crosses_a_join(lengths, at):
    starts = np.cumsum([0.0, *lengths[:-1]]) * 2 + 5
    clip = composition(*((start, start + length) for start, length in zip(starts, lengths, strict=True)))
    samples = np.random.default_rng(3).normal(0, 0.1, round(2.5 * HEARD_HZ)).astype(np.float32)
    excerpt = choose_excerpt(clip, at, samples)
    if excerpt is not None:
        end = excerpt.source_start + len(excerpt.samples) / CORRELATION_HZ
        assert any(span.start <= excerpt.source_start and end <= span.end for span in clip.cut.ranges)
        assert at <= excerpt.at <= at + 2.5


def test_in_quiet_there_is_no_piece():
    assert choose_excerpt(composition((0.0, 4.0)), 0.0, np.zeros(2 * HEARD_HZ, np.float32)) is None


class Wandering:
    """Pictures on which a light block moves by `speed` cells a frame."""

    def __init__(self, speed):
        self._speed = speed

    def grid(self, tick):
        if not 0 <= tick < 60:
            return None
        picture = np.full((40, 70), 60, np.uint8)
        left = round(tick * self._speed)
        picture[10:20, left : left + 6] = 200
        return picture


@given(tick=st.integers(8, 50), late=st.integers(-6, 6), seed=st.integers(0, 20))
def test_a_shift_is_told_in_frames_through_the_noise_of_coding(tick, late, seed):
    expected = Wandering(1.0)
    noise = np.random.default_rng(seed).normal(0, 1.5, (40, 70))
    shown = np.clip(expected.grid(tick - late) + noise, 0, 255).astype(np.uint8)
    mismatch = find_mismatch(Kept(tick, shown, 1.0), expected)
    assert (mismatch.late_frames if mismatch else 0) == late


@given(tick=st.integers(0, 59), seed=st.integers(0, 20))
def test_where_nothing_moves_no_shift_is_seen(tick, seed):
    still = Wandering(0.0)
    noise = np.random.default_rng(seed).normal(0, 2.5, (40, 70))
    shown = np.clip(still.grid(0) + noise, 0, 255).astype(np.uint8)
    assert find_mismatch(Kept(tick, shown, 0.0), still) is None


def test_another_scene_is_no_shift():
    mismatch = find_mismatch(Kept(20, np.full((40, 70), 180, np.uint8), 1.0), Wandering(1.0))
    assert mismatch is not None and mismatch.late_frames is None
