"""Faces through time: found in samples of a clip's seconds, joined within shots, named across them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from core.media import decode
from core.schema.choice import Choice
from core.schema.framing import FacePoint, FaceTrack
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.shot import Shot
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan, merge_spans
from core.vision.appearance import Look, number_persons
from core.vision.association import WEAK_CONFIDENCE, RawTrack
from core.vision.content import ContentWatcher
from core.vision.faces import FaceDetector, turn_of
from core.vision.speaking import GRID_SECONDS, Series, speaking_beliefs
from core.vision.threads import one_thread
from core.vision.voice import Voice, hear_voice
from core.vision.watcher import CALM_LOOK_SECONDS, SAMPLE_HZ, WatchedShot, watch_shots

MAX_SIDE_PX = 960
# Views of a face by which it is compared with others.
VIEWS = 8
CENTRE_SMOOTH_SECONDS = 0.2
SIZE_SMOOTH_SECONDS = 0.6
TURN_SECONDS = 0.6


@one_thread()
def find_tracks(
    path: Path,
    facts: MediaFacts,
    spans: Sequence[TimeSpan],
    shots: Sequence[Shot],
    model: Path | None,
    audio: Path | None,
    progress: ProgressCallback = ignore_progress,
    watcher: ContentWatcher | None = None,
) -> tuple[tuple[FaceTrack, ...], tuple[Choice, ...]]:
    """Return the faces of the given source seconds, each with who it is and how much it speaks.

    Args:
        path: The media file.
        facts: What is in it.
        spans: The source seconds that matter.
        shots: The shots of the source; no track goes across a cut.
        model: The face model's file, None where it can't be had.
        audio: The analysis audio (16 kHz mono WAV), None without sound.
        progress: Told the fraction done.
        watcher: Looks at the same samples, for what else there is to see; with or without a face model.

    Returns:
        The tracks in order of appearance, and what had to be done without (`degraded`).

    Raises:
        MediaError: The file can't be decoded.
        WeightsError: The model file is damaged.
        Cancelled: Through `progress`.
    """
    if facts.video is None:
        return (), (Choice(subject="faces", chosen="none", reason="There is no picture.", degraded=False),)
    wanted = merge_spans(span for span in spans if span.duration > 0)
    samples = decode.sample_frames(path, facts, wanted, SAMPLE_HZ, MAX_SIDE_PX, progress)
    if watcher is not None:
        samples = watcher.watching(samples)
    if model is None:
        if watcher is not None:
            deque(samples, maxlen=0)
        reason = "The face model is not there, so the picture is composed without knowing where people are."
        return (), (Choice(subject="faces", chosen="none", reason=reason, degraded=True),)
    with FaceDetector(model, WEAK_CONFIDENCE) as detector:
        watched, scale = watch_shots(samples, detector, shots, facts.video.width)
    voice = None
    if audio is not None and wanted:
        voice = hear_voice(audio, TimeSpan(start=max(0.0, wanted[0].start - 5), end=wanted[-1].end + 5))
    tracks = finish_tracks(watched, scale, voice)
    return tracks, _choices(tracks, voice)


def finish_tracks(watched: Sequence[WatchedShot], scale: float, voice: Voice | None) -> tuple[FaceTrack, ...]:
    """Return smoothed tracks in source pixels, numbered, with persons and beliefs about speaking."""
    raw = [track for shot in watched for track in shot.tracks]
    persons = number_persons([_look_of(track) for track in raw])
    beliefs = [belief for shot in watched for belief in _shot_beliefs(shot.tracks, voice)]
    finished = [
        (track.sightings[0].at, _points(track, scale, *belief), person)
        for track, belief, person in zip(raw, beliefs, persons, strict=True)
    ]
    finished.sort(key=lambda f: f[0])
    return tuple(FaceTrack(id=i, person=person, points=points) for i, (_, points, person) in enumerate(finished))


def _look_of(track: RawTrack) -> Look:
    boxes = np.array([sighting.box[:4] for sighting in track.sightings])
    x, y, width, height = (float(value) for value in np.median(boxes, axis=0))
    colours = np.mean(track.colours, axis=0) if track.colours else None
    chosen = np.linspace(0, len(track.patterns) - 1, min(VIEWS, len(track.patterns))).round().astype(int)
    faces = np.concatenate([track.patterns[i] for i in chosen]) if track.patterns else None
    return Look(track.sightings[0].at, track.last.at, (x, y, width, height), colours, faces)


def _shot_beliefs(tracks: Sequence[RawTrack], voice: Voice | None) -> list[tuple[Series, Series]]:
    """Return (seconds, beliefs) for every track of one shot."""
    if not tracks:
        return []
    start = min(track.sightings[0].at for track in tracks)
    end = max(track.last.at for track in tracks)
    times = start + np.arange(int((end - start) / GRID_SECONDS) + 2) * GRID_SECONDS
    activities, presence = [], []
    for track in tracks:
        measured = np.array(track.activity or [(track.last.at, 0.0)])
        activities.append(np.interp(times, measured[:, 0], measured[:, 1]))
        presence.append((times >= track.sightings[0].at - 0.05) & (times <= track.last.at + 0.05))
    heard = None if voice is None else voice.at(times)
    sizes = [float(np.median([sighting.box.height for sighting in track.sightings])) for track in tracks]
    return [(times, belief) for belief in speaking_beliefs(times, activities, presence, heard, sizes)]


def _points(track: RawTrack, scale: float, times: Series, beliefs: Series) -> tuple[FacePoint, ...]:
    """Return evenly dense points: losses bridged in a straight line, noise of the detector smoothed away."""
    seen = np.array([sighting.at for sighting in track.sightings])
    boxes = np.array([sighting.box[:5] for sighting in track.sightings])
    at = np.unique(np.concatenate([seen, *(_between(a, b) for a, b in pairwise(seen))]))
    centre_x = np.interp(at, seen, boxes[:, 0] + boxes[:, 2] / 2)
    centre_y = np.interp(at, seen, boxes[:, 1] + boxes[:, 3] / 2)
    width, height = np.interp(at, seen, boxes[:, 2]), np.interp(at, seen, boxes[:, 3])
    confidence = np.where(np.isin(at, seen), np.interp(at, seen, boxes[:, 4]), 0.3)
    centre_x, centre_y = (_smooth(at, values, CENTRE_SMOOTH_SECONDS) * scale for values in (centre_x, centre_y))
    width, height = (_smooth(at, values, SIZE_SMOOTH_SECONDS) * scale for values in (width, height))
    speaking = np.interp(at, times, beliefs)
    turn = _smooth(at, np.interp(at, seen, [turn_of(sighting.box) for sighting in track.sightings]), TURN_SECONDS)
    return tuple(
        FacePoint(
            at=round(float(at[i]), 6),
            x=round(float(centre_x[i] - width[i] / 2), 2),
            y=round(float(centre_y[i] - height[i] / 2), 2),
            width=round(float(width[i]), 2),
            height=round(float(height[i]), 2),
            confidence=round(float(confidence[i]), 3),
            speaking=round(float(speaking[i]), 3),
            turn=round(float(turn[i]), 2),
        )
        for i in range(len(at))
    )


def _between(a: float, b: float) -> Series:
    """Return the seconds of the looks that missed a face between two sightings."""
    missed = max(0, round((b - a) / CALM_LOOK_SECONDS) - 1)
    return np.linspace(a, b, missed + 2)[1:-1]


def _smooth(at: Series, values: Series, seconds: float) -> Series:
    """Return a median of three, then a Gaussian mean over time."""
    if len(values) >= 3:
        padded = np.concatenate([values[:1], values, values[-1:]])
        values = np.median([padded[:-2], padded[1:-1], padded[2:]], axis=0)
    smoothed = np.empty_like(values)
    firsts, ends = np.searchsorted(at, at - 3 * seconds), np.searchsorted(at, at + 3 * seconds + 1e-9)
    for index, (first, end) in enumerate(zip(firsts.tolist(), ends.tolist(), strict=True)):
        weights = np.exp(-0.5 * ((at[first:end] - at[index]) / seconds) ** 2)
        smoothed[index] = np.dot(weights, values[first:end]) / weights.sum()
    return smoothed


def _choices(tracks: Sequence[FaceTrack], voice: Voice | None) -> tuple[Choice, ...]:
    if not tracks:
        reason = "No face was found in these seconds, so the whole picture is shown."
        return (Choice(subject="faces", chosen="none", reason=reason, degraded=True),)
    if voice is None and len(tracks) > 1:
        reason = "There is no sound, so who is speaking was judged by moving lips alone."
        return (Choice(subject="speaker", chosen="lips", reason=reason, degraded=True),)
    return ()
