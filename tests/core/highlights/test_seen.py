"""What the picture adds to a plan: told in words, and faces liked better than slides."""

from __future__ import annotations

import numpy as np

from core.highlights.candidates import Windows
from core.highlights.plan import PlanOptions, plan_clips
from core.highlights.seen import Seen, see
from core.schema.segment import Glimpse, Segments
from core.schema.shot import Shot
from core.schema.time import TimeSpan
from tests.core.highlights.talk import INTERVIEW, spoken

TALK = spoken(*INTERVIEW)
END = TALK.segments[-1].end


def glimpses(first_face: float) -> tuple[Glimpse, ...]:
    return tuple(
        Glimpse(at=at, faces=int(at >= first_face), face_height=0.3 if at >= first_face else 0.0)
        for at in np.arange(0.0, END, 4.0).tolist()
    )


def test_faces_and_cuts_are_told_in_words() -> None:
    shots = tuple(Shot(start=a, end=a + 10.0) for a in np.arange(0.0, 100.0, 10.0).tolist())
    seen = see(Segments(shots=shots, glimpses=glimpses(20.0)))
    assert seen.evidence(TimeSpan(start=40.0, end=70.0)) == (
        "a face in 100 % of it",
        "faces are large",
        "a cut every 15 s",
    )
    assert seen.evidence(TimeSpan(start=1.0, end=9.0)) == ("no face in it", "no cut")


def test_a_window_between_two_glimpses_is_judged_by_the_one_before() -> None:
    seen = see(
        Segments(glimpses=(Glimpse(at=0, faces=1, face_height=0.3), Glimpse(at=30, faces=0, face_height=0)))
    )
    assert "a face in 100 % of it" in seen.evidence(TimeSpan(start=1.0, end=9.0))
    assert "no face in it" in seen.evidence(TimeSpan(start=30.0, end=39.0))


def test_more_face_is_worth_more() -> None:
    windows = Windows(np.zeros(2, int), np.zeros(2, int), np.array([0.0, 40.0]), np.array([19.0, 60.0]))
    looks = see(Segments(glimpses=glimpses(20.0))).of_windows(windows)
    assert looks is not None and looks[1] > looks[0]


def test_sound_alone_has_no_picture_to_judge() -> None:
    assert see(Segments(shots=(Shot(start=0, end=END),))) == Seen()
    made = plan_clips(TALK, Segments(shots=(Shot(start=0, end=END),)), PlanOptions())
    assert all(candidate.axes["visual"].score is None for candidate in made.candidates)


def test_the_visual_axis_is_scored_with_its_evidence() -> None:
    made = plan_clips(TALK, Segments(shots=(Shot(start=0, end=END),), glimpses=glimpses(30.0)), PlanOptions())
    for candidate in made.candidates:
        visual = candidate.axes["visual"]
        assert visual.score is not None and 0 <= visual.score <= 100
        assert any("face" in word for word in visual.evidence) and visual.evidence[-1] == "no cut"


def test_without_a_face_model_cuts_alone_are_judged() -> None:
    shots = (Shot(start=0, end=30), Shot(start=30, end=END))
    made = plan_clips(TALK, Segments(shots=shots), PlanOptions())
    assert all("face" not in " ".join(c.axes["visual"].evidence) for c in made.candidates)
    assert all(c.axes["visual"].score is not None for c in made.candidates)
