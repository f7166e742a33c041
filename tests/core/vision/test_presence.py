"""Glimpses of real pictures: a face where there is one, none on slides, about every four seconds."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from core import weights
from core.errors import Cancelled
from core.media.glimpses import glimpses
from core.media.probe import probe
from core.vision.presence import GLIMPSE_SECONDS, see_faces


@pytest.fixture(scope="module")
def face_model(weights_folder: Path) -> Path:
    return weights.fetch(weights.FACE_MODEL, weights_folder)


def test_an_interview_has_faces(shared_media: Path, face_model: Path) -> None:
    path = shared_media / "video" / "interview_two_seats_73s.mp4"
    seen = see_faces(path, probe(path), face_model)
    # Its keyframes are 8 s apart.
    assert len(seen) >= 8
    with_face = sum(glimpse.faces > 0 for glimpse in seen)
    assert with_face >= 0.8 * len(seen)
    assert max(glimpse.face_height for glimpse in seen) > 0.2
    assert all(0 < b.at - a.at < 4 * GLIMPSE_SECONDS for a, b in pairwise(seen))


def test_slides_have_none(shared_media: Path, face_model: Path) -> None:
    path = shared_media / "video" / "slides_voiceover_241s_1080p.ts"
    seen = see_faces(path, probe(path), face_model)
    assert len(seen) > 20 and sum(glimpse.faces > 0 for glimpse in seen) <= 0.1 * len(seen)


def test_one_keyframe_at_the_start_is_not_all_that_is_seen(shared_media: Path) -> None:
    path = shared_media / "video" / "two_people_no_audio_41s_720p.webm"
    facts = probe(path)
    at = [sampled.at for sampled in glimpses(path, facts, GLIMPSE_SECONDS, 320)]
    assert at == sorted(set(at))
    assert at[-1] > facts.duration - 2.5 * GLIMPSE_SECONDS
    assert len(at) >= facts.duration / GLIMPSE_SECONDS * 0.5


def test_looking_can_be_stopped(sample_video: Path, face_model: Path) -> None:
    def stop(fraction: float, message: str) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        see_faces(sample_video, probe(sample_video), face_model, stop)
