"""The program's own way from a file to a framing, as its stages go it, in one place for benchmark and tests."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from core.framing.frame import frame_clip
from core.framing.voices import join_voices
from core.media.probe import probe
from core.schema.choice import ASPECTS
from core.schema.clip import FramingWishes
from core.schema.framing import FaceTrack, Framing
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.transcript import Transcript
from core.speech.voices.identify import VoiceJob, identify_speakers
from core.vision.content import ContentWatcher
from core.vision.shots import detect_shots
from core.vision.tracks import find_tracks
from core.weights import FACE_MODEL, VOICE_MODEL, find
from tests.bench.framing_rivals import whole

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Models:
    """The files of the models; without that of voices, lips alone tell who talks."""

    face: Path
    voice: Path | None = None


@dataclass(frozen=True)
class Analysis:
    """What was found and decided: `lips` are the tracks before voices were joined with them."""

    video: VideoStream
    shots: tuple[Shot, ...]
    lips: tuple[FaceTrack, ...]
    tracks: tuple[FaceTrack, ...]
    framing: Framing


def find_models() -> Models | None:
    """Return the models that are at hand, None without that of faces."""
    folder = Path(os.environ.get("SHORTLIST_WEIGHTS") or ROOT / ".cache" / "weights")
    face = find(FACE_MODEL, folder)
    return None if face is None else Models(face, find(VOICE_MODEL, folder))


def analyse(file: Path, sound: Path | None, transcript: Transcript, models: Models) -> Analysis:
    """Return how the whole of a file is framed in every aspect.

    Args:
        file: The video.
        sound: Its sound as 16 kHz mono WAV.
        transcript: What is said, without speakers.
        models: What to find faces and tell voices with.
    """
    facts = probe(file)
    assert facts.video is not None
    shots = detect_shots(file, facts)
    cut = whole(facts.duration)
    watcher = ContentWatcher(shots)
    lips, _ = find_tracks(file, facts, cut.ranges, shots, models.face, sound, watcher=watcher)
    contents = watcher.finish(lips, facts.video.width)
    if models.voice is not None and sound is not None and transcript.segments:
        transcript = identify_speakers(transcript, VoiceJob(audio=sound, model=models.voice))
    tracks, voices, _ = join_voices(lips, transcript, cut.ranges)
    framing = frame_clip(facts.video, cut, shots, tracks, ASPECTS, FramingWishes(), contents=contents)
    return Analysis(facts.video, shots, lips, tracks, framing.model_copy(update={"voices": voices}))
