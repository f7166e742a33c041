"""The K-weighting, beside SciPy's filter of the same coefficients, however the sound is cut into pieces."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import sosfilt

from core.media.weighting import KWeighting

SECTIONS = np.array(
    [
        [1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585],
        [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621],
    ]
)


@given(st.integers(1, 2), st.lists(st.integers(0, 5000), min_size=1, max_size=5).filter(any), st.integers(0, 99))
def test_pieces_are_weighted_as_the_whole_is(channels: int, lengths: list[int], seed: int) -> None:
    sound = np.random.default_rng(seed).uniform(-1, 1, (sum(lengths), channels)).astype(np.float32)
    weighting, weighted, start = KWeighting(channels), [np.zeros((channels, 0))], 0
    for length in lengths:
        weighted.append(weighting(sound[start : start + length]))
        start += length
    expected = sosfilt(SECTIONS, sound.T.astype(np.float64), axis=1)
    assert np.allclose(np.concatenate(weighted, axis=1), expected, atol=1e-9)
