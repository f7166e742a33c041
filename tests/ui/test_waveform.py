"""Peaks per pixel column."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.timeline.geometry import Viewport
from ui.timeline.waveform import column_peaks, read_peaks


@given(st.integers(1, 400), st.integers(1, 300), st.floats(0.2, 6.0), st.integers(0, 2**31))
def test_columns_hold_the_extremes_of_their_own_time(pairs: int, width: int, zoom: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    highs = random.integers(0, 127, pairs, dtype=np.int8)
    peaks = np.stack([-highs, highs], axis=1)
    view = Viewport.whole(pairs / 10, float(width)).zoomed(zoom, width / 2)
    columns = column_peaks(peaks, 10.0, view)
    assert columns.shape == (width, 2)
    assert float(columns.max()) <= highs.max() / 127 + 1e-6
    for x in (0, width // 2, width - 1):
        first = int(np.floor((view.start + x * view.seconds_per_px) * 10))
        last = max(int(np.ceil((view.start + (x + 1) * view.seconds_per_px) * 10)), first + 1)
        inside = highs[max(0, first - 1) : last + 1]
        if len(inside):
            assert float(columns[x, 1]) <= inside.max() / 127 + 1e-6


def test_time_after_the_sound_is_silent() -> None:
    peaks = read_peaks(bytes([129, 127]) * 10)
    columns = column_peaks(peaks, 10.0, Viewport.whole(2.0, 20.0))
    assert columns[:10, 1].min() == 1.0
    assert not columns[11:].any()


def test_an_odd_byte_at_the_end_is_left_out() -> None:
    assert read_peaks(b"\x80\x7f\x01").shape == (1, 2)
