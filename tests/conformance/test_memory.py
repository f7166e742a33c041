"""Memory of a render: under a limit for three aspects of 1080p, and no more for longer clips or sources."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.conformance.peak import render_and_weigh
from tests.conformance.sources import Recipe, looped

LIMIT_BYTES = 700_000_000
MAY_GROW_BYTES = 45_000_000
TALK = Recipe("h264", "mkv", "30", seconds=8.0, size=(1920, 1080))


def peak_apart(path: Path, start: float, length: float, folder: Path) -> int:
    """Measure in a fresh process, as a worker is one."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the peak of memory is read from /proc")
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        peak = pool.submit(render_and_weigh, path, start, length, folder).result()
    print(f"{length:g} s of {path.name} from second {start:g}: {peak / 1e6:.0f} MB")
    return peak


def test_three_aspects_of_a_short_and_a_longer_clip_take_the_same_memory(
    source_of: Callable[[Recipe], Path], tmp_path: Path
) -> None:
    short = peak_apart(source_of(TALK), 1.03, 2.0, tmp_path)
    longer = peak_apart(source_of(TALK), 1.03, 3.5, tmp_path)
    assert max(short, longer) < LIMIT_BYTES
    assert longer - short < MAY_GROW_BYTES


@pytest.mark.soak
def test_neither_a_long_clip_nor_a_long_source_takes_more_memory(
    source_of: Callable[[Recipe], Path], tmp_path: Path
) -> None:
    half_a_minute = looped(source_of(TALK), 30.0, tmp_path / "half a minute.mkv")
    hours = looped(source_of(TALK), 7200.0, tmp_path / "two hours.mkv")
    peaks = {}
    for name, path, start, length in (
        ("4 s of 30 s", half_a_minute, 11.0, 4.0),
        ("16 s of 30 s", half_a_minute, 11.0, 16.0),
        ("16 s of 2 h", hours, 7100.0, 16.0),
        ("60 s of 2 h", hours, 3600.0, 60.0),
        ("5 min of 2 h", hours, 3600.0, 300.0),
    ):
        peaks[name] = peak_apart(path, start, length, tmp_path)
    told = {name: f"{peak / 1e6:.0f} MB" for name, peak in peaks.items()}
    assert max(peaks.values()) < LIMIT_BYTES, told
    assert max(peaks.values()) - min(peaks.values()) < MAY_GROW_BYTES, told
