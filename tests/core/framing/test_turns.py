"""Whom to show when: cuts that follow the talk."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from core.framing.scene import Canvas, find_subjects
from core.framing.turns import MIN_HOLD_SECONDS, take_turns
from core.schema.framing import FaceTrack
from core.schema.time import TimeSpan

SPAN = TimeSpan(start=0.0, end=10.0)


def _talkers(make_track, first, second) -> tuple[FaceTrack, ...]:
    return (
        make_track(0, 400, 400, 150, 0, 10, speaking=first),
        make_track(1, 1500, 400, 150, 0, 10, speaking=second),
    )


@pytest.mark.parametrize("pause", [0.0, 0.2, 0.4, 2.0])
def test_the_cut_comes_in_the_pause(make_track, pause):
    answer = 5.0 + pause
    tracks = _talkers(make_track, lambda at: float(at < 5.0), lambda at: float(at >= answer))
    turns = take_turns(find_subjects(tracks, SPAN, Canvas(1920, 1080, 9 / 16)), SPAN)
    assert [turn.subject for turn in turns] == [0, 1]
    step = 0.2
    assert 5.0 - step <= turns[0].end <= answer


def test_the_answer_is_never_late_where_the_one_before_is_silent(make_track):
    # The one before is a little believed until the answer is nearly sure, as where two voices are taken for one.
    tracks = _talkers(make_track, lambda at: 1.0 if at < 4.4 else 0.4 * (at < 5.0), lambda at: float(at >= 5.0))
    turns = take_turns(find_subjects(tracks, SPAN, Canvas(1920, 1080, 9 / 16)), SPAN)
    assert 4.4 - 0.2 <= turns[0].end <= 4.8


def test_turns_are_gapless_and_held(make_track):
    rng = np.random.default_rng(7)
    for _ in range(40):
        beliefs = rng.uniform(0, 1, (2, 60))
        tracks = _talkers(
            make_track,
            lambda at, b=beliefs: float(b[0][int(at * 5)]),
            lambda at, b=beliefs: float(b[1][int(at * 5)]),
        )
        turns = take_turns(find_subjects(tracks, SPAN, Canvas(1920, 1080, 9 / 16)), SPAN)
        assert turns[0].start == SPAN.start and turns[-1].end == SPAN.end
        assert all(a.end == b.start and a.subject != b.subject for a, b in pairwise(turns))
        assert len(turns) == 1 or min(turn.end - turn.start for turn in turns) >= MIN_HOLD_SECONDS
