"""Cuts that people counted by eye, and the things that look like cuts and are none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.media.luma import LumaSample
from core.schema.shot import Shot
from core.schema.source import MediaFacts
from core.vision.shots import (
    MIN_SHOT_SECONDS,
    detect_shots,
    find_hard_cuts,
    find_slow_cuts,
    measure_changes,
    shots_from_cuts,
)

Video = tuple[Path, MediaFacts]
Luma = NDArray[np.uint8]
RATE = 25


@pytest.mark.parametrize(
    ("name", "cuts"),
    [
        ("interview_two_seats", [0.4, 11.4]),
        ("stage_and_audience", [1.5, 3.6, 7.9]),
        ("vertical_two_roles", [1.5, 2.2, 3.7, 4.8, 6.0, 6.6, 10.3, 11.2, 14.7, 16.4, 18.8, 20.1]),
        ("interview_split_screen", []),
    ],
)
def test_the_cuts_of_real_videos(video: Callable[[str], Video], name: str, cuts: list[float]) -> None:
    path, facts = video(name)
    shots = detect_shots(path, facts)
    assert [shot.start for shot in shots[1:]] == pytest.approx(cuts, abs=0.1)
    assert shots[0].start == 0.0
    assert shots[-1].end == facts.duration
    assert all(before.end == after.start for before, after in pairwise(shots))


def test_sound_alone_is_one_shot() -> None:
    facts = MediaFacts(container="wav", duration=12.5, size_bytes=1)
    assert detect_shots(Path("talk.wav"), facts) == (Shot(start=0.0, end=12.5),)


def test_cuts_too_close_together_make_one_shot() -> None:
    shots = shots_from_cuts([3.0, 3.2, 6.0, 9.95], 10.0)
    assert [shot.start for shot in shots] == [0.0, 3.0, 6.0]
    assert all(shot.end - shot.start >= MIN_SHOT_SECONDS for shot in shots)


def test_a_hard_cut_between_noisy_pictures() -> None:
    assert _cuts(_frames(_scene(1), 50), _frames(_scene(2), 50)) == pytest.approx([2.0])


def test_a_flash_is_no_cut() -> None:
    white = np.full((180, 320), 250, dtype=np.uint8)
    scene = _scene(1)
    assert _cuts(_frames(scene, 50), _frames(white, 2), _frames(scene, 50)) == []


def test_a_change_of_exposure_is_no_cut() -> None:
    scene = _scene(1).astype(np.int16)
    ramp = [np.clip(scene + round(0.8 * i), 0, 255).astype(np.uint8) for i in range(75)]
    assert _cuts(ramp) == []


def test_a_pan_is_no_cut() -> None:
    wide = np.tile(_scene(1), (1, 4))
    assert _cuts([wide[:, 6 * i : 6 * i + 320] for i in range(120)]) == []


def test_a_dissolve_is_one_cut_in_its_middle() -> None:
    a, b = _scene(1).astype(float), _scene(2).astype(float)
    mixed = [(a + (b - a) * i / 20).astype(np.uint8) for i in range(20)]
    (cut,) = _cuts(_frames(_scene(1), 75), mixed, _frames(_scene(2), 75))
    assert abs(cut - 3.4) < 0.35


def test_nothing_to_compare_is_no_cut() -> None:
    assert _cuts() == []
    assert _cuts([_scene(1)]) == []


def _scene(seed: int) -> Luma:
    """Return a picture of coarse blocks, as different from other seeds as two camera angles are."""
    blocks = np.random.default_rng(seed).integers(20, 230, (9, 16))
    return np.kron(blocks, np.ones((20, 20))).astype(np.uint8)


def _frames(picture: Luma, count: int) -> list[Luma]:
    rng = np.random.default_rng(0)
    return [np.clip(picture + rng.normal(0, 4, picture.shape), 0, 255).astype(np.uint8) for _ in range(count)]


def _cuts(*parts: list[Luma]) -> list[float]:
    pictures = [picture for part in parts for picture in part]
    changes = measure_changes(LumaSample(index / RATE, picture) for index, picture in enumerate(pictures))
    cuts = find_hard_cuts(changes)
    return sorted([*cuts, *find_slow_cuts(changes, cuts)])
