"""The first stage hears the tracks that are wished for, and tells each choice once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from core.media.audio import read_wav
from core.pipeline.stage import StageContext
from core.schema.source import PreparedSource, Source, TrackWishes
from core.stages.transcode import transcode

TWO_TRACKS = "video/two_video_two_audio_two_subs_13s.mp4"


def run(path: Path, folder: Path, track: str = "") -> tuple[PreparedSource, StageContext]:
    context = StageContext(folder=folder, weights_folder=folder, workspace=folder)
    source = Source(id="s", path=path, name=path.name, fingerprint="f", size_bytes=path.stat().st_size)
    return transcode(context, source, TrackWishes(audio_track=track)), context


def heard(prepared: PreparedSource) -> np.ndarray:
    assert prepared.analysis_audio is not None
    return read_wav(prepared.analysis_audio)[0]


def test_the_wished_track_is_heard(shared_media: Path, tmp_path: Path) -> None:
    path = shared_media / TWO_TRACKS
    best, first, second, both = (run(path, tmp_path / (name or "best"), name)[0] for name in ("", "1", "2", "all"))
    assert best.facts.audio == first.facts.audio != second.facts.audio
    assert len(both.facts.mixed_streams) == 2 and not best.facts.mixed_streams
    length = min(map(len, map(heard, (first, second, both))))
    mixed = (heard(first)[:length] + heard(second)[:length]) / 2
    assert np.abs(heard(both)[:length] - mixed).max() < 0.01
    assert not np.allclose(heard(first)[:length], heard(second)[:length], atol=0.01)


def test_a_track_that_is_not_there_is_declined(shared_media: Path, tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="no audio track 7"):
        run(shared_media / TWO_TRACKS, tmp_path, "7")


def test_every_choice_is_told_once(shared_media: Path, tmp_path: Path) -> None:
    prepared, context = run(shared_media / "broken/no_duration.webm", tmp_path)
    assert tuple(context.choices) == prepared.choices
    reasons = [choice.reason for choice in context.choices]
    assert len(reasons) == len(set(reasons)) == 2
    assert prepared.media is not None and prepared.media.is_file()
