"""Faces through time: found in samples of a clip's seconds, joined within shots, named across them."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.media import decode
from core.schema.choice import Choice
from core.schema.framing import FacePoint, FaceTrack
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.shot import Shot
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan, merge_spans
from core.vision.appearance import Look, colours_of, number_persons
from core.vision.association import RawTrack, associate, is_real
from core.vision.content import ContentWatcher
from core.vision.faces import (
    FaceBox,
    FaceDetector,
    KnownFace,
    Picture,
    can_be_seen_at_once,
    fine_windows,
    is_among,
    keep_distinct,
    usual_windows,
    whole_window,
    windows_around,
)
from core.vision.speaking import GRID_SECONDS, Series, lip_movement, speaking_beliefs
from core.vision.voice import Voice, hear_voice

# Up to here decoding can skip every frame that no other refers to (most of the cost), and lips still show.
SAMPLE_HZ = 7.0
# Seconds between two looks, by how much the faces move; a full search of the picture comes more rarely.
LIVELY_LOOK_SECONDS = 0.1
LOOK_SECONDS = 0.25
CALM_LOOK_SECONDS = 0.4
FULL_LOOK_SECONDS = 1.0
CALM_FULL_LOOK_SECONDS = 2.0
# At first every sample is looked at, so that short shots have enough of them to tell a face from a fault.
SETTLING_SECONDS = 0.6
# In faces a second.
CALM_PACE = 0.6
LIVELY_PACE = 1.2
MAX_SIDE_PX = 960
CENTRE_SMOOTH_SECONDS = 0.2
SIZE_SMOOTH_SECONDS = 0.6


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
    with FaceDetector(model) as detector:
        watched, scale = watch_shots(samples, detector, shots, facts.video.width)
    voice = None
    if audio is not None and wanted:
        voice = hear_voice(audio, TimeSpan(start=max(0.0, wanted[0].start - 5), end=wanted[-1].end + 5))
    tracks = finish_tracks(watched, scale, voice)
    return tracks, _choices(tracks, voice)


class WatchedShot(NamedTuple):
    """The faces of one shot as they were seen, in sample pixels, the false ones gone."""

    tracks: list[RawTrack]


def watch_shots(
    samples: Iterable[decode.SampledFrame], detector: FaceDetector, shots: Sequence[Shot], source_width: int
) -> tuple[list[WatchedShot], float]:
    """Look at the samples one by one; return every shot's faces and source pixels per sample pixel."""
    starts = [shot.start for shot in shots]
    watched: list[WatchedShot] = []
    watcher: ShotWatcher | None = None
    current, scale, latest = -1, 1.0, 0.0
    for sample in samples:
        scale = source_width / sample.pixels.shape[1]
        # A frame a hair before the cut by rounding belongs to the new shot.
        shot = bisect_right(starts, sample.at + 0.005)
        if watcher is None or shot != current or sample.at - latest > 1.0:
            if watcher is not None:
                watched.append(watcher.finish())
            watcher, current = ShotWatcher(detector), shot
        watcher.see(sample.at, sample.pixels)
        latest = sample.at
    if watcher is not None:
        watched.append(watcher.finish())
    return watched, scale


class ShotWatcher:
    """Follows the faces of one shot: a full search every second, and around known faces in between."""

    def __init__(self, detector: FaceDetector) -> None:
        self._detector = detector
        self._tracks: list[RawTrack] = []
        self._grey: NDArray[np.uint8] | None = None
        self._first = self._latest = 0.0
        self._looked = self._looked_fully = -np.inf
        self._seen: Picture | None = None
        self._did_fine_search = False
        self._is_calm = False

    def see(self, at: float, pixels: Picture) -> None:
        """Take in the next sample, RGB."""
        import cv2

        grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        if self._grey is None:
            self._first = at
        elif grey.shape == self._grey.shape:
            self._measure_movement(at, self._grey, grey)
        if at - self._looked >= self._wait() - 0.5 / SAMPLE_HZ:
            self._look(at, pixels)
        self._grey, self._latest = grey, at

    def finish(self) -> WatchedShot:
        """Return the faces that were really there."""
        seconds = self._latest - self._first
        return WatchedShot([track for track in self._tracks if is_real(track, seconds)])

    def _wait(self) -> float:
        """Return the seconds until the next look."""
        if self._looked - self._first < SETTLING_SECONDS:
            return LIVELY_LOOK_SECONDS
        pace = max((track.pace for track in self._tracks if track.last.at == self._looked), default=0.0)
        self._is_calm = pace < CALM_PACE
        return CALM_LOOK_SECONDS if self._is_calm else LOOK_SECONDS if pace < LIVELY_PACE else LIVELY_LOOK_SECONDS

    def _look(self, at: float, pixels: Picture) -> None:
        expected = [track for track in self._tracks if track.is_expected(at)]
        is_missed = any(not track.hits[-1] for track in expected)
        is_settled = self._is_calm and not is_missed and at - self._first > 2 * FULL_LOOK_SECONDS
        full_every = CALM_FULL_LOOK_SECONDS if is_settled else FULL_LOOK_SECONDS
        is_full = at - self._looked_fully >= full_every * 0.95
        if not expected and self._seen is not None and _is_same_picture(self._seen, pixels):
            self._looked = at
            return
        if is_full:
            boxes = self._search_all(at, pixels, [])
        else:
            boxes, is_full = self._look_again(at, pixels)
        self._looked = at
        self._tracks.extend(associate(self._tracks, boxes, at))
        if is_full:
            for track in self._tracks:
                if track.last.at == at:
                    track.colours.append(colours_of(pixels, track.last.box))

    def _search_all(
        self, at: float, pixels: Picture, found: Sequence[FaceBox], is_whole_known: bool = False
    ) -> list[FaceBox]:
        """Search the picture everywhere, and finely where no face was ever found."""
        self._looked_fully = at
        self._seen = pixels
        height, width = pixels.shape[:2]
        windows = usual_windows(width, height)[1 if is_whole_known else 0 :]
        boxes = keep_distinct([*found, *self._detector.search(pixels, windows)])
        if not boxes and not self._tracks and not self._did_fine_search:
            self._did_fine_search = True
            boxes = self._detector.search(pixels, fine_windows(width, height))
        return boxes

    def _look_again(self, at: float, pixels: Picture) -> tuple[list[FaceBox], bool]:
        """Search only where faces were; everywhere when one that was just there is missing.

        Returns:
            The faces, and whether the whole picture was searched for them.
        """
        known = [track for track in self._tracks if track.is_expected(at)]
        if not known:
            return [], False
        height, width = pixels.shape[:2]
        faces = [KnownFace(track.last.box, track.face_px) for track in known]
        windows = windows_around(faces, width, height)
        boxes: list[FaceBox] = []
        is_whole = len(windows) > 1 and can_be_seen_at_once(faces, width, height)
        if is_whole:
            boxes = self._detector.search(pixels, [whole_window(width, height)])
            faces = [face for face in faces if not is_among(face, boxes)]
            windows = windows_around(faces, width, height)
        boxes = keep_distinct([*boxes, *self._detector.search(pixels, windows)])
        if len(boxes) >= sum(track.hits[-1] for track in known):
            return boxes, False
        return self._search_all(at, pixels, boxes, is_whole), True

    def _measure_movement(self, at: float, before: NDArray[np.uint8], after: NDArray[np.uint8]) -> None:
        for track in self._tracks:
            if at - track.last.at <= 2 * CALM_LOOK_SECONDS:
                lips, stirring = lip_movement(before, after, track.last.box)
                track.activity.append((at, lips))
                track.stirring.append(stirring)


def _is_same_picture(before: Picture, after: Picture) -> bool:
    """Whether a picture is still the one that was searched, as slides are for minutes."""
    if before.shape != after.shape:
        return False
    difference = before[::8, ::8].astype(np.int16) - after[::8, ::8]
    return float(np.abs(difference).mean()) < 0.3


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
    return Look(track.sightings[0].at, track.last.at, (x, y, width, height), colours)


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
    return [(times, belief) for belief in speaking_beliefs(times, activities, presence, heard)]


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
    return tuple(
        FacePoint(
            at=round(float(at[i]), 6),
            x=round(float(centre_x[i] - width[i] / 2), 2),
            y=round(float(centre_y[i] - height[i] / 2), 2),
            width=round(float(width[i]), 2),
            height=round(float(height[i]), 2),
            confidence=round(float(confidence[i]), 3),
            speaking=round(float(speaking[i]), 3),
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
    for index, now in enumerate(at):
        near = slice(*np.searchsorted(at, [now - 3 * seconds, now + 3 * seconds + 1e-9]))
        weights = np.exp(-0.5 * ((at[near] - now) / seconds) ** 2)
        smoothed[index] = np.dot(weights, values[near]) / weights.sum()
    return smoothed


def _choices(tracks: Sequence[FaceTrack], voice: Voice | None) -> tuple[Choice, ...]:
    if not tracks:
        reason = "No face was found in these seconds, so the whole picture is shown."
        return (Choice(subject="faces", chosen="none", reason=reason, degraded=True),)
    if voice is None and len(tracks) > 1:
        reason = "There is no sound, so who is speaking was judged by moving lips alone."
        return (Choice(subject="speaker", chosen="lips", reason=reason, degraded=True),)
    return ()
