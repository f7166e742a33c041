"""Two hours in, pictures and beeps are where they are at the start: nothing adds up over time."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from core.media.clip_index import index_clip
from core.media.probe import probe
from core.render.engine import render
from core.schema.source import PreparedSource
from core.schema.time import Cut, TimeSpan
from tests.conformance.judge import Truth, judge_cut, judge_file, truth_of
from tests.conformance.sources import CONTAINERS, Recipe, looped
from tests.conformance.test_conformance import compositions

COPIES = 120
# 1,800 frames of 29.97 a second, a whole number of Matroska's milliseconds.
MINUTE = Fraction(1800 * 1001, 30000)


@pytest.mark.soak
@pytest.mark.parametrize("video", ["h264_long_gop", "h264_open_gop", "hevc"])
def test_the_end_of_two_hours_is_as_exact_as_their_beginning(
    video: str, source_of: Callable[[Recipe], Path], tmp_path: Path
) -> None:
    recipe = Recipe(video, "mkv", "29.97", seconds=float(MINUTE))
    once = truth_of(source_of(recipe), recipe)
    path = looped(source_of(recipe), float(COPIES * MINUTE), tmp_path / f"long{CONTAINERS['mkv'].suffix}")
    facts = probe(path)
    assert facts.duration == pytest.approx(float(COPIES * MINUTE), abs=0.05)
    start = float((COPIES - 1) * MINUTE)
    truth = Truth(
        [start + at for at in once.seconds],
        once.numbers,
        {second: start + at for second, at in once.beeps.items()},
        start + once.first_beep,
    )
    spans = [(20.017, 23.711), (30.009, 30.77), (55.123, float(MINUTE))]
    wished = Cut(ranges=tuple(TimeSpan(start=start + first, end=start + last) for first, last in spans))
    media = index_clip(path, facts, wished)
    assert not judge_cut(truth, wished, media, recipe, facts.duration)
    ((composition, crop_width),) = compositions(path, PreparedSource(facts=facts), media, ("16:9",))
    render([composition], [tmp_path / "clip.mp4"])
    verdict = judge_file(tmp_path / "clip.mp4", truth, composition, min(recipe.size), crop_width)
    print(f"worst sound {verdict.worst_sound_ms:.2f} ms of {verdict.beeps} beeps, {verdict.frames} frames")
    assert not verdict.faults, "\n".join(verdict.faults)
    assert verdict.beeps >= 7
