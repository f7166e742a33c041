"""The stage that looks at clips, where what its run was started with is not at hand, and without a picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import WeightsError
from core.media.probe import probe
from core.pipeline.stage import StageContext
from core.schema.framing import Footage, PictureAnalysis
from core.schema.segment import Segments
from core.schema.source import MediaFacts, PreparedSource, Source, VideoStream
from core.schema.time import TimeSpan
from core.stages.analyze_picture import PictureParameters, analyze_picture
from tests.screens import screen, write_video

SOURCE = Source(id="s", path=Path("talk.mp4"), name="talk", fingerprint="f", size_bytes=1)
FOOTAGE = Footage(spans=(TimeSpan(start=0, end=4),))
WANTED = PictureParameters(face_model="face_detection_full_range_sparse")


def test_a_machine_without_the_runs_face_model_fails_rather_than_look_without(tmp_path):
    video = VideoStream(index=0, codec="h264", width=64, height=36, coded_width=64, coded_height=36, fps=30)
    prepared = PreparedSource(facts=MediaFacts(container="mp4", duration=1, size_bytes=1, video=video))
    context = StageContext(tmp_path / "work", tmp_path / "weights", tmp_path)
    with pytest.raises(WeightsError, match=r"File › Models….*doctor --fetch") as told:
        analyze_picture(context, SOURCE, prepared, Segments(), FOOTAGE, WANTED)
    assert told.value.file == str(tmp_path / "weights")


def test_sound_without_picture_shows_nothing_and_needs_no_model(tmp_path):
    prepared = PreparedSource(facts=MediaFacts(container="wav", duration=4, size_bytes=1))
    context = StageContext(tmp_path / "work", tmp_path / "weights", tmp_path)
    seen = analyze_picture(context, SOURCE, prepared, Segments(), FOOTAGE, WANTED)
    assert seen == PictureAnalysis()
    assert context.choices == []


def test_what_shots_show_is_seen_even_where_no_face_model_can_be_had(tmp_path):
    path = write_video(screen("slide"), tmp_path / "slide.mp4", 2.0)
    source = SOURCE.model_copy(update={"path": path})
    context = StageContext(tmp_path / "work", tmp_path / "weights", tmp_path)
    prepared = PreparedSource(facts=probe(path))
    seen = analyze_picture(context, source, prepared, Segments(), FOOTAGE, PictureParameters(face_model=""))
    assert seen.tracks == ()
    (content,) = seen.content
    assert content.is_screen and len(content.texts) >= 1
