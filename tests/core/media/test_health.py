"""The figures of a health report against timestamps whose gaps, duplicates and rates are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.analysis_audio import SoundLoss
from core.media.health import Heard, clock, examine, indexed_seconds, look_at_times
from core.media.ingest import prepare_source
from core.media.probe import probe
from core.schema.health import HealthFinding, SourceHealth
from core.schema.record import ignore_progress
from core.schema.source import AudioStream, MediaFacts, VideoStream
from core.schema.time import TimeSpan
from tests.core.media.conftest import VFR_SECONDS, Recipe, even, make, noise

Media = Callable[[str], Path]


def video(**more: object) -> VideoStream:
    known = {"index": 0, "codec": "h264", "width": 1920, "height": 1080, "coded_width": 1920, "coded_height": 1080}
    return VideoStream(**{**known, "fps": 25.0, **more})  # type: ignore[arg-type]


def facts(**more: object) -> MediaFacts:
    sound = AudioStream(index=1, codec="aac", sample_rate_hz=48000, channels=2)
    known = {"container": "mpegts", "duration": 60.0, "size_bytes": 1, "video": video(), "audio": sound}
    return MediaFacts(**{**known, "audio_streams": (sound,), **more})  # type: ignore[arg-type]


def told(health: SourceHealth) -> dict[str, HealthFinding]:
    return {finding.subject: finding for finding in health.findings}


def prepared_health(path: Path, folder: Path) -> SourceHealth:
    return prepare_source(path, probe(path), folder, ignore_progress).health


def test_a_sound_file_has_nothing_to_tell() -> None:
    heard = Heard(SoundLoss(ends_at=60.0), np.full(6000, 60, np.int16))
    health = examine(facts(), even(1500, 25.0), heard)
    assert health.findings == ()
    assert (health.frames, health.missing_frames, health.duplicate_frames, health.sound_offset) == (
        1500,
        0,
        0,
        0.0,
    )


@given(st.lists(st.integers(1, 200), min_size=1, max_size=6, unique=True), st.sampled_from([23.976, 25.0, 59.94]))
def test_every_missing_picture_is_counted_and_every_gap_placed(dropped: list[int], fps: float) -> None:
    kept = [number for number in range(300) if number not in dropped]
    pictures = look_at_times(video(fps=fps), [round(number / fps, 3) for number in reversed(kept)])
    assert (pictures.count, pictures.missing, pictures.duplicates) == (len(kept), len(dropped), 0)
    inside = [any(gap.start - 0.003 <= number / fps < gap.end for gap in pictures.gaps) for number in dropped]
    assert all(inside)
    assert sum(gap.duration for gap in pictures.gaps) == pytest.approx(len(dropped) / fps, abs=0.02)


def test_pictures_at_the_same_time_are_counted() -> None:
    pictures = look_at_times(video(), [*even(50, 25.0), 0.4, 1.0, 1.0])
    assert (pictures.duplicates, pictures.missing) == (3, 0)


def test_a_long_picture_of_a_variable_rate_is_no_gap(media: Media, tmp_path: Path) -> None:
    health = prepared_health(media("variable.mp4"), tmp_path)
    assert health.picture_gaps == () and health.missing_frames is None
    assert health.frames == len(VFR_SECONDS)
    assert "10 to 700 ms" in told(health)["frame rate"].found
    assert "constant 30" in told(health)["frame rate"].done


def test_an_offset_is_told_with_its_figure(media: Media, tmp_path: Path) -> None:
    late_sound = prepared_health(media("offset.mkv"), tmp_path / "sound")
    assert late_sound.sound_offset == pytest.approx(0.5, abs=0.002)
    assert "The sound starts 0.50 s after the picture" in told(late_sound)["offset"].found
    late_picture = prepared_health(media("late_picture.mp4"), tmp_path / "picture")
    assert late_picture.sound_offset == pytest.approx(-1.0, abs=0.03)
    assert "The picture starts 1.0" in told(late_picture)["offset"].found


@pytest.mark.parametrize("name", ["gappy.mp4", "gappy.mkv", "gappy.ts"])
def test_gaps_are_found_without_decoding_in_every_container(tmp_path: Path, name: str) -> None:
    seconds = [second for second in even(240) if not 2.0 <= second < 2.75 and not 6.0 <= second < 6.25]
    path = make(tmp_path / name, Recipe(seconds=seconds, gop=24, b_frames=0, sound=noise(10.0)))
    health = prepared_health(path, tmp_path / "made")
    assert (health.frames, health.missing_frames) == (216, 24)
    assert [round(gap.duration, 2) for gap in health.picture_gaps] == [0.75, 0.25]
    first = probe(path).video
    assert first is not None
    assert health.picture_gaps[0].start - first.start == pytest.approx(2.0, abs=0.01)
    assert told(health)["picture gaps"].severity == "warning"
    assert "24 pictures are missing" in told(health)["picture gaps"].found


def test_an_index_is_read_instead_of_the_file(media: Media) -> None:
    path = media("talk.mp4")
    with av.open(str(path)) as container:
        seconds = indexed_seconds(container, probe(path))
    assert seconds == pytest.approx(even(144), abs=1e-6)
    with av.open(str(media("transport.ts"))) as container:
        assert indexed_seconds(container, probe(media("transport.ts"))) is None


@pytest.mark.parametrize(
    ("change", "subject", "words"),
    [
        ({"rotation_degrees": 90}, "orientation", "turned clockwise"),
        ({"is_mirrored": True}, "orientation", "mirrored"),
        ({"sample_aspect_ratio": 2.0}, "pixel shape", "2:1"),
        ({"is_interlaced": True}, "interlacing", "interlaced"),
        ({"is_hdr": True}, "colour", "HDR"),
        ({"width": 640, "height": 360}, "resolution", "640×360"),
        ({"is_still": True}, "picture", "One picture"),
    ],
)
def test_what_is_done_to_every_picture_is_noted(change: dict[str, object], subject: str, words: str) -> None:
    finding = told(examine(facts(video=video(**change)), even(1500, 25.0), None))[subject]
    assert words in finding.found and finding.severity == "note" and finding.done


@pytest.mark.parametrize(
    ("loss", "level", "subject", "severity", "words"),
    [
        (SoundLoss(3, 0.2, [TimeSpan(start=5.0, end=5.2)], 60.0), 60, "sound", "warning", "3 damaged pieces"),
        (SoundLoss(90, 20.0, [TimeSpan(start=5.0, end=25.0)], 60.0), 60, "sound", "problem", "around 0:05.0"),
        (SoundLoss(0, 0.1, [TimeSpan(start=5.0, end=5.1)], 60.0), 60, "sound gaps", "note", "0.10 s"),
        (SoundLoss(0, 0.9, [TimeSpan(start=5.0, end=5.9)], 60.0), 60, "sound gaps", "warning", "0.90 s"),
        (SoundLoss(ends_at=30.0), 60, "sound end", "warning", "30.0 s before"),
        (SoundLoss(ends_at=60.0), 0, "level", "warning", "silent from beginning to end"),
        (SoundLoss(ends_at=60.0), 2, "level", "warning", "-36 dB"),
        (SoundLoss(ends_at=60.0), 127, "level", "note", "100%"),
    ],
)
def test_what_the_sound_lacks(loss: SoundLoss, level: int, subject: str, severity: str, words: str) -> None:
    findings = told(examine(facts(), even(1500, 25.0), Heard(loss, np.full(6000, level, np.int16))))
    assert list(findings) == [subject]
    assert findings[subject].severity == severity
    assert words in findings[subject].found + findings[subject].done


def test_warnings_become_choices_and_notes_do_not(media: Media, tmp_path: Path) -> None:
    prepared = prepare_source(media("silent.mp4"), probe(media("silent.mp4")), tmp_path, ignore_progress)
    worse = [finding.found for finding in prepared.health.findings if finding.severity != "note"]
    assert [choice.reason for choice in prepared.choices if choice.degraded] == worse == ["The file has no sound."]
    assert {finding.subject for finding in prepared.health.findings} > {"sound"}


@pytest.mark.parametrize(("at", "text"), [(0.0, "0:00.0"), (59.96, "1:00.0"), (3723.44, "1:02:03.4")])
def test_seconds_are_written_as_editors_read_them(at: float, text: str) -> None:
    assert clock(at) == text


def test_two_audio_tracks_are_told_with_the_one_that_is_heard(shared_media: Path, tmp_path: Path) -> None:
    health = prepared_health(shared_media / "video/two_spoken_audio_tracks_5s.mp4", tmp_path)
    assert told(health)["audio track"].found == "The file has 2 audio tracks."
    assert told(health)["audio track"].done == "Track 1 is heard."
