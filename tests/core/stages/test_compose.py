"""What a renderer is given: faces and layouts in the clip's own time, whatever was cut out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.schema.framing import FacePoint, FaceTrack, PictureContent, PixelBox
from core.schema.time import Cut, TimeSpan
from core.stages.compose import faces_in_clip_time, writing_in_clip_time


@st.composite
def cuts(draw: st.DrawFn) -> Cut:
    edges = sorted(draw(st.lists(st.integers(0, 400), min_size=2, max_size=8, unique=True)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return Cut(ranges=tuple(TimeSpan(start=a / 10, end=b / 10) for a, b in pairs))


@given(cuts(), st.lists(st.integers(0, 200), min_size=1, max_size=30, unique=True))
def test_a_face_is_where_its_instant_is_played_and_nowhere_else(cut: Cut, fifths: list[int]) -> None:
    points = tuple(FacePoint(at=at / 5, x=at, y=0, width=10, height=10) for at in sorted(fifths))
    moved = faces_in_clip_time((FaceTrack(id=1, person=1, points=points),), cut)
    kept = [point for track in moved for point in track.points]
    heard = [at for at in sorted(fifths) if cut.to_clip_time(at / 5) is not None]
    assert [point.x for point in kept] == heard
    assert all(0 <= point.at <= cut.duration for point in kept)
    assert all(a.at < b.at for a, b in pairwise(kept))


@given(cuts())
def test_writing_is_read_while_its_shot_is_played_and_none_on_screens(cut: Cut) -> None:
    box = PixelBox(x=0, y=0, width=10, height=10)
    other = PixelBox(x=0, y=20, width=10, height=10)
    shot = PictureContent(start=5, end=25, picture=box, texts=(box, other), captions=(other,))
    slides = PictureContent(start=0, end=40, picture=box, is_screen=True, texts=(box,))
    found = writing_in_clip_time((shot, slides), cut)
    played = cut.clip_spans(TimeSpan(start=5, end=25))
    assert [(each.start, each.end) for each in found if each.is_caption] == [(p.start, p.end) for p in played]
    assert {each.is_caption for each in found} == ({True, False} if played else set())
