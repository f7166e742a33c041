"""The stage that frames clips, where what its run was started with is not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import WeightsError
from core.pipeline.stage import StageContext
from core.schema.clip import FramingWishes
from core.schema.media import ClipMedia
from core.schema.segment import Segments
from core.schema.source import MediaFacts, PreparedSource, Source, VideoStream
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from core.stages.analyze_framing import FramingParameters, analyze_framing


def test_a_machine_without_the_runs_face_model_fails_rather_than_frame_otherwise(tmp_path):
    video = VideoStream(index=0, codec="h264", width=64, height=36, coded_width=64, coded_height=36, fps=30)
    prepared = PreparedSource(facts=MediaFacts(container="mp4", duration=1, size_bytes=1, video=video))
    source = Source(id="s", path=Path("talk.mp4"), name="talk", fingerprint="f", size_bytes=1)
    media = ClipMedia(cut=Cut(ranges=(TimeSpan(start=0, end=1),)), fps_numerator=30, fps_denominator=1)
    context = StageContext(tmp_path / "work", tmp_path / "weights", tmp_path)
    wanted = FramingParameters(face_model="face_detection_full_range_sparse")
    with pytest.raises(WeightsError, match=r"File › Models….*doctor --fetch") as told:
        analyze_framing(context, source, prepared, Transcript(), Segments(), media, FramingWishes(), wanted)
    assert told.value.file == str(tmp_path / "weights")
