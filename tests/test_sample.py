"""The bundled sample is what a newcomer sees first: it plays, its faces are found, its captions are exact."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

EVERY_SECONDS = 0.7
# Where the cameras stand, read off the sample: seconds that show both people, and others that show one.
WIDE = ((0.0, 3.9), (23.4, 24.8), (34.8, 40.5), (56.4, 58.6))


@pytest.fixture(scope="module")
def cues(sample_video: Path) -> list[tuple[float, float, str, str]]:
    """Return (start, end, speaker, text) of the captions beside the sample."""
    text = sample_video.with_suffix(".vtt").read_text(encoding="utf-8")
    pattern = r"(\d+):(\d+):([\d.]+) --> (\d+):(\d+):([\d.]+)\n<v (\w+)>(.+)"
    found = []
    for h1, m1, s1, h2, m2, s2, speaker, words in re.findall(pattern, text):
        start, end = int(h1) * 3600 + int(m1) * 60 + float(s1), int(h2) * 3600 + int(m2) * 60 + float(s2)
        found.append((start, end, speaker, re.sub(r"<[^>]*>", "", words)))
    return found


def test_it_is_small_and_long_enough(sample_video):
    import av

    assert sample_video.stat().st_size < 4_000_000
    with av.open(sample_video) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.width, video.height, float(video.average_rate)) == (1280, 720, 25.0)
        assert 60 <= container.duration / 1e6 <= 90
        assert audio.rate == 48_000


def test_two_people_talk_in_turns(cues):
    assert {speaker for _start, _end, speaker, _text in cues} == {"Ana", "Ben"}
    assert len(cues) > 25
    assert all(start < end for start, end, _speaker, _text in cues)
    assert all(before[1] <= after[0] for before, after in pairwise(cues))
    said = " ".join(text for _start, _end, _speaker, text in cues)
    assert "$412" in said and "?" in said and "{" not in said


def test_words_are_spoken_when_the_captions_say(cues, sample_video):
    """The sound is loud within the cues and quiet between them."""
    import av
    import numpy as np

    with av.open(sample_video) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=16_000)
        frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
    samples = np.concatenate([frame.to_ndarray().ravel() for frame in frames])

    def loudness(start: float, end: float) -> float:
        part = samples[int(start * 16_000) : int(end * 16_000)]
        return float(np.sqrt(np.mean(part**2)))

    spoken = [loudness(start, end) for start, end, _speaker, _text in cues]
    between = [loudness(a[1] + 0.1, b[0] - 0.05) for a, b in pairwise(cues) if b[0] - a[1] > 0.25]
    assert len(between) > 15
    assert min(spoken) > 5 * max(between)


def test_the_real_detector_finds_the_faces(sample_video, weights_folder):
    import av
    import mediapipe
    from mediapipe.tasks.python import BaseOptions, vision

    from core import weights

    options = vision.FaceDetectorOptions(
        base_options=BaseOptions(model_asset_path=str(weights.find(weights.FACE_MODEL, weights_folder))),
        min_detection_confidence=0.5,
    )
    complete = sampled = 0
    with vision.FaceDetector.create_from_options(options) as detector, av.open(sample_video) as container:
        container.streams.video[0].thread_type = "AUTO"
        due = 0.0
        for frame in container.decode(video=0):
            if frame.time < due:
                continue
            due += EVERY_SECONDS
            picture = mediapipe.Image(mediapipe.ImageFormat.SRGB, frame.to_ndarray(format="rgb24"))
            wanted = 2 if any(start <= frame.time < end for start, end in WIDE) else 1
            sampled += 1
            complete += len(detector.detect(picture).detections) >= wanted
    assert sampled > 90
    assert complete >= 0.95 * sampled
