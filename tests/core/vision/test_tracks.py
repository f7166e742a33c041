"""Whole passes over real videos: how many people, who they are, who speaks, and what is done without a model."""

from __future__ import annotations

import wave
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import Cancelled
from core.media.audio import read_audio
from core.schema.shot import Shot
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan
from core.vision.faces import FaceDetector, Picture, Window
from core.vision.threads import one_thread
from core.vision.tracks import find_tracks

Video = tuple[Path, MediaFacts]


@pytest.fixture
def analysis_audio(tmp_path: Path) -> Callable[[Path, MediaFacts], Path]:
    """Return a maker of 16 kHz mono WAVs of a whole file."""

    def make(path: Path, facts: MediaFacts) -> Path:
        samples = read_audio(path, facts, TimeSpan(start=0, end=facts.duration), 16000, 1)[:, 0]
        made = tmp_path / "analysis.wav"
        with wave.open(str(made), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16000)
            file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        return made

    return make


def test_an_interview_has_two_people_and_she_answers(
    video: Callable[[str], Video], face_model: Path, analysis_audio: Callable[[Path, MediaFacts], Path]
) -> None:
    path, facts = video("interview_two_seats")
    shots = (Shot(start=0, end=0.4), Shot(start=0.4, end=11.378), Shot(start=11.378, end=facts.duration))
    spans = [TimeSpan(start=6.0, end=22.0)]
    tracks, choices = find_tracks(path, facts, spans, shots, face_model, analysis_audio(path, facts))
    assert choices == ()
    close, left, right = sorted(tracks, key=lambda t: (t.points[0].at > 11, t.points[0].x))
    assert left.points[0].x < 150 < 280 < right.points[0].x
    assert close.person == left.person != right.person, "his close-up and the wide shot show the same man"
    assert np.mean([point.speaking for point in close.points]) > 0.5
    assert np.mean([point.speaking for point in right.points]) > 0.45
    assert np.mean([point.speaking for point in left.points]) < 0.1
    assert all(6.0 <= point.at < 22.0 for track in tracks for point in track.points)
    assert close.points[-1].at < 11.378 <= left.points[0].at


def test_a_single_speaker_is_one_track(video: Callable[[str], Video], face_model: Path) -> None:
    path, facts = video("one_speaker_noisy_room")
    shots = (Shot(start=0, end=facts.duration),)
    (track,), _ = find_tracks(path, facts, [TimeSpan(start=0, end=5)], shots, face_model, None)
    assert track.points[-1].at - track.points[0].at > 4.2
    jitter = np.abs(np.diff([point.width for point in track.points])).max()
    assert jitter < 0.06 * track.points[0].width


def test_a_face_that_stays_is_seldom_looked_for(
    video: Callable[[str], Video], face_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[int] = []
    search = FaceDetector.search

    def counted(
        self: FaceDetector, pixels: Picture, windows: Sequence[Window], is_mirrored: bool = False
    ) -> object:
        searched.append(len(windows))
        return search(self, pixels, windows, is_mirrored)

    monkeypatch.setattr(FaceDetector, "search", counted)
    path, facts = video("interview_two_seats")
    shots = (Shot(start=0, end=11.378), Shot(start=11.378, end=facts.duration))
    spans = [TimeSpan(start=14.0, end=24.0)]
    tracks, _ = find_tracks(path, facts, spans, shots, face_model, None)
    assert len(tracks) == 2
    assert all(track.points[-1].at - track.points[0].at > 9.5 for track in tracks)
    # The picture has 70 samples of two faces; a search of all of it every other second is 5 × 4.
    assert sum(searched) < 60


def test_slides_have_no_faces_and_say_so(video: Callable[[str], Video], face_model: Path) -> None:
    path, facts = video("slides_voiceover")
    shots = (Shot(start=0, end=facts.duration),)
    tracks, (choice,) = find_tracks(path, facts, [TimeSpan(start=42, end=50)], shots, face_model, None)
    assert tracks == ()
    assert choice.degraded and "No face" in choice.reason


def test_without_a_model_or_a_picture_nothing_is_claimed(shared_media: Path) -> None:
    path = shared_media / "video" / "one_speaker_noisy_room_9s_720p.mp4"
    sound = MediaFacts(container="wav", duration=5, size_bytes=1)
    tracks, (choice,) = find_tracks(path, sound, [], (), None, None)
    assert tracks == () and not choice.degraded
    from core.media.probe import probe

    tracks, (choice,) = find_tracks(path, probe(path), [TimeSpan(start=0, end=2)], (), None, None)
    assert tracks == () and choice.degraded and "model" in choice.reason


def test_it_stops_when_told(video: Callable[[str], Video], face_model: Path) -> None:
    path, facts = video("one_speaker_noisy_room")

    def stop(fraction: float, message: str = "") -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        find_tracks(path, facts, [TimeSpan(start=0, end=8)], (Shot(start=0, end=9),), face_model, None, stop)


def test_opencv_gets_its_threads_back() -> None:
    before = cv2.getNumThreads()
    with pytest.raises(ValueError), one_thread():
        assert cv2.getNumThreads() == 1
        raise ValueError
    assert cv2.getNumThreads() == before
