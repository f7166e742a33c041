"""The stage that frames clips of what was seen in them: by itself and at once, with nothing but records."""

from __future__ import annotations

import pytest

from core.pipeline.stage import StageContext
from core.schema.choice import ASPECTS, Choice
from core.schema.clip import FramingWishes
from core.schema.framing import FacePoint, FaceTrack, PictureAnalysis
from core.schema.media import ClipMedia
from core.schema.segment import Segments
from core.schema.shot import Shot
from core.schema.source import MediaFacts, PreparedSource, VideoStream
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from core.stages.analyze_framing import analyze_framing

MEDIA = ClipMedia(cut=Cut(ranges=(TimeSpan(start=4, end=10),)), fps_numerator=30, fps_denominator=1)
SHOTS = Segments(shots=(Shot(start=0, end=30),))


@pytest.fixture
def context(tmp_path):
    return StageContext(tmp_path / "work", tmp_path / "weights", tmp_path)


def _face(id: int, start: float, end: float) -> FaceTrack:
    points = [
        FacePoint(at=start + 0.25 * step, x=900, y=300, width=120, height=150)
        for step in range(round((end - start) * 4) + 1)
    ]
    return FaceTrack(id=id, person=id, points=tuple(points))


def test_what_was_seen_of_the_clip_is_framed_and_what_was_done_without_is_said(context):
    size = {"width": 1920, "height": 1080, "coded_width": 1920, "coded_height": 1080}
    video = VideoStream(index=0, codec="h264", fps=30, **size)
    prepared = PreparedSource(facts=MediaFacts(container="mp4", duration=30, size_bytes=1, video=video))
    missed = Choice(subject="speaker", chosen="lips", reason="There is no sound.", degraded=True)
    picture = PictureAnalysis(tracks=(_face(0, 0, 12), _face(1, 11, 12)), choices=(missed,))
    framing = analyze_framing(context, prepared, Transcript(), SHOTS, MEDIA, picture, FramingWishes())
    assert [track.id for track in framing.tracks] == [0]
    assert framing.choices[0] == missed
    # It was noted where it was found out.
    assert missed not in context.choices
    for aspect in ASPECTS:
        assert (framing.spans[aspect][0].start, framing.spans[aspect][-1].end) == (4, 10)
    follow = framing.spans["9:16"][0]
    assert follow.layout == "follow"
    x, _, width, _ = follow.regions[0].crop.at_time(7.0)
    assert x < 900 < 1020 < x + width


def test_sound_without_picture_is_one_wide_span_for_each_range(context):
    prepared = PreparedSource(facts=MediaFacts(container="wav", duration=30, size_bytes=1))
    framing = analyze_framing(context, prepared, Transcript(), SHOTS, MEDIA, PictureAnalysis(), FramingWishes())
    layouts = {aspect: [span.layout for span in spans] for aspect, spans in framing.spans.items()}
    assert layouts == {aspect: ["wide"] for aspect in ASPECTS}
