"""Every file of the world that is at hand: used whole, or declined in one sentence. Nothing in between."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from core.media.audio import measure_loudness, read_audio, read_wav
from core.media.clip_index import index_clip
from core.media.decode import frame_at, sample_frames
from core.media.ingest import prepare_source
from core.media.probe import SHORTEST_SECONDS, probe
from core.schema.record import ignore_progress
from core.schema.time import Cut, TimeSpan

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "media"
FILES = sorted(
    str(path.relative_to(FOLDER)) for kind in ("video", "broken", "speech") for path in FOLDER.glob(f"{kind}/*.*")
)


@pytest.mark.parametrize("name", FILES)
def test_used_or_declined(shared_media: Path, tmp_path: Path, name: str) -> None:
    path = shared_media / name
    try:
        facts = probe(path)
    except MediaError as error:
        assert error.file == str(path) and error.reason.endswith(".") and error.remedy.endswith(".")
        assert not name.startswith("video/") or name.endswith(".srt")
        return
    assert facts.duration >= SHORTEST_SECONDS
    short = min(facts.duration, 4.0)
    prepared = prepare_source(path, facts, tmp_path, ignore_progress)
    read, facts = prepared.media or path, prepared.facts
    if facts.audio is not None:
        assert prepared.analysis_audio is not None
        samples, rate = read_wav(prepared.analysis_audio)
        assert len(samples) == round(facts.duration * rate)
        part = read_audio(read, facts, TimeSpan(start=short / 3, end=short / 2), 48000, 2)
        assert len(part) == round(TimeSpan(start=short / 3, end=short / 2).duration * 48000)
        assert np.isfinite(part).all()
    cut = Cut(ranges=(TimeSpan(start=short / 3, end=short),))
    indexed = index_clip(read, facts, cut)
    assert indexed.has_video == (facts.video is not None)
    assert abs(indexed.cut.duration - cut.duration) < 0.15
    if facts.audio is not None:
        measure_loudness(read, facts, indexed.cut)
    if facts.video is not None:
        assert prepared.filmstrip is not None and prepared.filmstrip_count >= 1
        shape = (facts.video.height, facts.video.width, 3)
        assert frame_at(read, facts, short / 2).shape == shape
        samples_ = list(sample_frames(read, facts, [TimeSpan(start=0, end=short)], 2.0, 160))
        assert len(samples_) == int(np.ceil((short - 0.0005) * 2))
        assert all(max(sample.pixels.shape) <= 160 for sample in samples_)


# What becomes of each broken file that can be used: what is said of it beyond the size and shape of its picture.
USABLE = {
    "anamorphic_sar_2_1.mp4": {"sound": "warning"},
    "channels_change_midway.ogg": {"picture": "warning", "sound": "warning"},
    "claims_10s_cut_at_1s.mp3": {
        "length": "problem",
        "picture": "warning",
        "sound": "warning",
        "level": "warning",
    },
    "hevc_10bit_tiny.mp4": {"sound": "warning"},
    "huge_cover_art_1s.mp3": {"level": "warning"},
    "malformed_join.mp3": {"sound": "warning"},
    "mkv_audio_video_offset.mkv": {},
    "mp3_audio_in_mp4.mp4": {},
    "no_duration.webm": {"level": "warning"},
    "no_timescale.mp4": {"sound": "warning"},
    "non_utf8_tags.ogg": {"picture": "warning"},
    "opus_two_descriptions.mp4": {"picture": "warning", "sound": "problem"},
    "starts_without_keyframe.ts": {"offset": "warning"},
}


def test_every_broken_file_is_declined_or_its_loss_is_told(shared_media: Path, tmp_path: Path) -> None:
    told: dict[str, dict[str, str]] = {}
    for path in sorted((shared_media / "broken").iterdir()):
        try:
            prepared = prepare_source(path, probe(path), tmp_path / path.name, ignore_progress)
        except MediaError:
            continue
        worse = [finding for finding in prepared.health.findings if finding.severity != "note"]
        assert [choice.reason for choice in prepared.choices if choice.degraded] == [f.found for f in worse]
        assert all(finding.found.endswith(".") and finding.done.endswith(".") for finding in worse)
        told[path.name] = {finding.subject: finding.severity for finding in worse}
    assert told == USABLE


def test_a_mended_join_keeps_what_decodes(shared_media: Path, tmp_path: Path) -> None:
    path = shared_media / "broken/malformed_join.mp3"
    prepared = prepare_source(path, probe(path), tmp_path, ignore_progress)
    said = [choice.reason for choice in prepared.choices if choice.subject == "sound"]
    assert said and "damaged pieces" in said[0]
