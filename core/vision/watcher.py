"""Watching the faces of a shot: when to look, where to look, and what need not be looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.media.decode import SampledFrame
from core.schema.shot import Shot
from core.vision.appearance import colours_of, darkness_of, visible_level
from core.vision.association import RawTrack, Sighting, associate, is_real
from core.vision.face_pattern import pattern_of
from core.vision.faces import (
    MIN_CONFIDENCE,
    FaceBox,
    FaceDetector,
    KnownFace,
    Window,
    can_be_seen_at_once,
    fine_windows,
    is_among,
    keep_distinct,
    usual_windows,
    whole_window,
    windows_around,
)
from core.vision.holding import between, found_again, hold
from core.vision.speaking import lip_movement

# Up to here decoding can skip every frame that no other refers to (most of the cost), and lips still show.
SAMPLE_HZ = 7.0
# Seconds between two looks, by how much the faces move; a full search of the picture comes more rarely.
LIVELY_LOOK_SECONDS = 0.1
LOOK_SECONDS = 0.25
CALM_LOOK_SECONDS = 0.4
FULL_LOOK_SECONDS = 1.0
CALM_FULL_LOOK_SECONDS = 1.5
# At first every sample is looked at, so that short shots have enough of them to tell a face from a fault.
SETTLING_SECONDS = 0.6
SETTLED_LOOKS = 4
# In faces a second.
CALM_PACE = 0.6
LIVELY_PACE = 1.2
# The model places one and the same face now here, now there; of a still one its places are averaged.
NEWS_SHARE = 0.5
PAUSE_SECONDS = 1.0

Grey = NDArray[np.uint8]


class WatchedShot(NamedTuple):
    """The faces of one shot as they were seen, in sample pixels, the false ones gone."""

    tracks: list[RawTrack]


def watch_shots(
    samples: Iterable[SampledFrame], detector: FaceDetector, shots: Sequence[Shot], source_width: int
) -> tuple[list[WatchedShot], float]:
    """Look at the samples one by one; return every shot's faces and source pixels per sample pixel."""
    starts = [shot.start for shot in shots]
    watched: list[WatchedShot] = []
    watcher: ShotWatcher | None = None
    current, scale, latest = -1, 1.0, 0.0
    for sample in samples:
        scale = source_width / sample.grey.shape[1]
        # A frame a hair before the cut by rounding belongs to the new shot.
        shot = bisect_right(starts, sample.at + 0.005)
        if watcher is None or shot != current or sample.at - latest > PAUSE_SECONDS:
            if watcher is not None:
                watched.append(watcher.finish())
            watcher, current = ShotWatcher(detector), shot
        watcher.see(sample)
        latest = sample.at
    if watcher is not None:
        watched.append(watcher.finish())
    return watched, scale


class ShotWatcher:
    """Follows the faces of one shot: a full search every second or two, and in between around faces that moved.

    Every other full look, and every other one at first, sees its windows mirrored: a face is one either way, what
    only resembles one seldom is.
    """

    def __init__(self, detector: FaceDetector) -> None:
        self._detector = detector
        self._tracks: list[RawTrack] = []
        self._grey: Grey | None = None
        self._first = self._latest = 0.0
        self._looked = self._looked_fully = -np.inf
        self._seen: Grey | None = None
        self._did_fine_search = False
        self._is_calm = False
        self._is_mirrored = self._was_mirrored = False

    def see(self, sample: SampledFrame) -> None:
        """Take in the next sample."""
        at, grey = sample.at, sample.grey
        if self._grey is None:
            self._first = at
        elif grey.shape == self._grey.shape:
            self._measure_movement(at, self._grey, grey)
        if at - self._looked >= self._wait() - 0.5 / SAMPLE_HZ:
            self._look(sample)
        self._grey, self._latest = grey, at

    def finish(self) -> WatchedShot:
        """Return the faces that were really there, to the shot's end where they stay until then."""
        late = [t for t in self._tracks if 0 < self._latest - t.last.at <= 2 * CALM_LOOK_SECONDS]
        if self._grey is not None:
            still = _still(late, self._grey)
            for track in late:
                if id(track) in still:
                    track.sightings.append(Sighting(self._latest, still[id(track)], is_carried=True))
        seconds = self._latest - self._first
        return WatchedShot([track for track in self._tracks if is_real(track, seconds)])

    def _wait(self) -> float:
        """Return the seconds until the next look."""
        if self._looked - self._first < SETTLING_SECONDS:
            return LIVELY_LOOK_SECONDS
        pace = max((track.pace for track in self._tracks if track.last.at == self._looked), default=0.0)
        self._is_calm = pace < CALM_PACE
        return CALM_LOOK_SECONDS if self._is_calm else LOOK_SECONDS if pace < LIVELY_PACE else LIVELY_LOOK_SECONDS

    def _look(self, sample: SampledFrame) -> None:
        at, grey = sample.at, sample.grey
        expected = [track for track in self._tracks if track.is_expected(at)]
        self._looked = at
        if not expected and self._seen is not None and _is_same_picture(self._seen, grey):
            return
        still = _still(expected, grey)
        is_full = self._is_full_look_due(at, expected)
        self._is_mirrored = (is_full or at - self._first < SETTLING_SECONDS) and not self._was_mirrored
        if is_full or at - self._first < SETTLING_SECONDS:
            self._was_mirrored = self._is_mirrored
        if is_full:
            boxes = self._search_all(sample, [])
            self._join(at, boxes, grey, still)
        else:
            self._look_again(sample, expected, still)
        if self._looked_fully == at:
            for track in self._tracks:
                if track.last.at == at and not track.last.is_carried:
                    track.colours.append(colours_of(sample.pixels, track.last.box))
                    pattern = pattern_of(grey, track.last.box)
                    track.patterns += [] if pattern is None else [pattern]

    def _is_full_look_due(self, at: float, expected: Sequence[RawTrack]) -> bool:
        is_missed = any(not track.hits[-1] for track in expected)
        is_settled = self._is_calm and not is_missed and at - self._first > 2 * FULL_LOOK_SECONDS
        return at - self._looked_fully >= (CALM_FULL_LOOK_SECONDS if is_settled else FULL_LOOK_SECONDS) * 0.95

    def _look_again(self, sample: SampledFrame, expected: Sequence[RawTrack], still: dict[int, FaceBox]) -> None:
        """Search only around faces that moved; everywhere when one that was just there is missing."""
        at = sample.at
        carried = [track for track in expected if id(track) in still]
        known = [track for track in expected if id(track) not in still]
        for track in carried:
            track.sightings.append(Sighting(at, still[id(track)], is_carried=True))
        if not known:
            return
        height, width = sample.grey.shape
        faces = [KnownFace(track.last.box, track.face_px) for track in known]
        windows = windows_around(faces, width, height)
        boxes: list[FaceBox] = []
        is_whole = len(windows) > 1 and can_be_seen_at_once(faces, width, height)
        if is_whole:
            boxes = self._search(sample, [whole_window(width, height)])
            windows = windows_around([face for face in faces if not is_among(face, boxes)], width, height)
        boxes = keep_distinct([*boxes, *self._search(sample, windows)])
        others = _without(boxes, carried)
        certain = [box for box in others if box.confidence >= MIN_CONFIDENCE or _is_any(faces, box)]
        if len(certain) < sum(track.hits[-1] for track in known):
            others = _without(self._search_all(sample, boxes, is_whole), carried)
        self._join(at, others, sample.grey, {}, carried)

    def _join(
        self,
        at: float,
        boxes: Sequence[FaceBox],
        grey: Grey,
        still: dict[int, FaceBox],
        carried: Sequence[RawTrack] = (),
    ) -> None:
        """Give what a look found to its tracks, and keep how each looks."""
        aside = {id(track) for track in carried}
        looked_for = [track for track in self._tracks if id(track) not in aside]
        self._tracks.extend(associate(looked_for, boxes, at, self._is_mirrored))
        visible = visible_level(grey)
        for track in self._tracks:
            if track.last.at != at or track.last.is_carried:
                continue
            if id(track) in still:
                box = between(still[id(track)], track.last.box, NEWS_SHARE)
                track.sightings[-1] = Sighting(at, box)
            track.held = hold(grey, track.last.box)
            track.darkness.append(darkness_of(grey, track.last.box, visible))

    def _search(self, sample: SampledFrame, windows: Sequence[Window]) -> list[FaceBox]:
        return self._detector.search(sample.pixels, windows, self._is_mirrored)

    def _search_all(
        self, sample: SampledFrame, found: Sequence[FaceBox], is_whole_known: bool = False
    ) -> list[FaceBox]:
        """Search the picture everywhere, and finely where no face was ever found."""
        self._looked_fully = sample.at
        self._seen = sample.grey
        height, width = sample.grey.shape
        windows = usual_windows(width, height)[1 if is_whole_known else 0 :]
        boxes = keep_distinct([*found, *self._search(sample, windows)])
        if not boxes and not self._tracks and not self._did_fine_search:
            self._did_fine_search = True
            boxes = self._search(sample, fine_windows(width, height))
        return boxes

    def _measure_movement(self, at: float, before: Grey, after: Grey) -> None:
        for track in self._tracks:
            if at - track.last.at <= 2 * CALM_LOOK_SECONDS:
                lips, stirring = lip_movement(before, after, track.last.box)
                # What moved between two pictures moved in the middle of them.
                track.activity.append(((self._latest + at) / 2, lips))
                track.stirring.append(stirring)


def _still(tracks: Sequence[RawTrack], grey: Grey) -> dict[int, FaceBox]:
    """Return where those faces are that are known well and look as they did, by the identity of their track."""
    found = {}
    for track in tracks:
        if track.held is not None and track.hits[-1] and len(track.hits) >= SETTLED_LOOKS:
            box = found_again(track.held, grey)
            if box is not None:
                found[id(track)] = box
    return found


def _without(boxes: Sequence[FaceBox], carried: Sequence[RawTrack]) -> list[FaceBox]:
    """Return the boxes that are none of the carried faces, which lie in a neighbour's window too."""
    known = [KnownFace(track.last.box, track.face_px) for track in carried]
    return [box for box in boxes if not _is_any(known, box)]


def _is_any(faces: Sequence[KnownFace], box: FaceBox) -> bool:
    return any(is_among(face, [box]) for face in faces)


def _is_same_picture(before: Grey, after: Grey) -> bool:
    """Whether a picture is still the one that was searched, as slides are for minutes."""
    if before.shape != after.shape:
        return False
    difference = before[::8, ::8].astype(np.int16) - after[::8, ::8]
    return float(np.abs(difference).mean()) < 0.3
