"""The stage on which a layout is composed: one stretch of one shot, the people in it, and the output's shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.schema.framing import FaceTrack, PictureContent
from core.schema.time import TimeSpan

Series = NDArray[np.floating]

STEP_SECONDS = 0.2
# Two hours in one shot; what is longer has wider steps.
MAX_STEPS = 36_000
# A face is there this long before and after it was seen.
SEEN_SECONDS = 0.35
# A crop of fewer lines than these, or than half the source's, looks soft on a phone.
MIN_CROP_SHARE = 0.5
MIN_CROP_PX = 540.0
# From the top of a face's box to the eyes, and how far hair reaches above it, in box heights.
EYES_DOWN = 0.35
HAIR_UP = 0.55


@dataclass(frozen=True)
class Canvas:
    """The upright source in pixels, and the width over height of the output."""

    width: float
    height: float
    ratio: float

    @property
    def kept_share(self) -> float:
        """The share of the source that the largest crop of the output's shape keeps."""
        own = self.width / self.height
        return min(own, self.ratio) / max(own, self.ratio)

    def largest(self, ratio: float | None = None) -> tuple[float, float]:
        """Return (width, height) of the largest crop of a shape, the output's own if none is given."""
        ratio = ratio or self.ratio
        height = min(float(self.height), self.width / ratio)
        return height * ratio, height

    def smallest(self, ratio: float | None = None) -> tuple[float, float]:
        """Return (width, height) of the smallest crop that still looks sharp."""
        ratio = ratio or self.ratio
        height = min(self.largest(ratio)[1], max(MIN_CROP_SHARE * self.height, MIN_CROP_PX))
        return height * ratio, height


@dataclass(frozen=True)
class Subject:
    """One person in one stretch: their face on a common grid of seconds, held where it was not seen."""

    person: int
    at: Series
    centre_x: Series
    eyes_y: Series
    face_width: Series
    face_height: Series
    speaking: Series
    is_seen: NDArray[np.bool_]
    turn: Series

    @property
    def presence(self) -> float:
        """The share of the stretch in which the face was seen."""
        return float(self.is_seen.mean())

    @property
    def size(self) -> float:
        """The usual height of the face in pixels."""
        return float(np.median(self.face_height))

    @property
    def talk(self) -> float:
        """The share of the stretch in which this person is believed to talk."""
        return float(self.speaking.mean())

    @property
    def gaze(self) -> float:
        """Where this person usually looks, from −1 (left in the picture) to 1."""
        return float(np.median(self.turn))

    @property
    def place(self) -> float:
        """The usual horizontal place of the face in pixels."""
        return float(np.median(self.centre_x))

    def within(self, span: TimeSpan) -> Subject:
        """Return the same person in a part of the stretch, on a grid of its own from its start to its end.

        A path over it begins and ends with it, so that no motion begins or ends in between.
        """
        at = grid_of(span)

        def between(values: Series) -> Series:
            return np.asarray(np.interp(at, self.at, values))

        return Subject(
            person=self.person,
            at=at,
            centre_x=between(self.centre_x),
            eyes_y=between(self.eyes_y),
            face_width=between(self.face_width),
            face_height=between(self.face_height),
            speaking=between(self.speaking),
            is_seen=between(self.is_seen.astype(float)) >= 0.5,
            turn=between(self.turn),
        )


@dataclass(frozen=True)
class Scene:
    """A stretch of one shot: the people to show, the others in the picture, and what else it shows."""

    span: TimeSpan
    subjects: tuple[Subject, ...] = ()
    others: tuple[Subject, ...] = ()
    content: PictureContent | None = None

    def within(self, span: TimeSpan) -> Scene:
        """Return a part of the scene with the same people."""
        subjects, others = (tuple(s.within(span) for s in some) for some in (self.subjects, self.others))
        return Scene(span, subjects, others, self.content)

    def showing(self, subjects: Sequence[Subject]) -> Scene:
        """Return the scene with these people to show and all others aside."""
        shown = {subject.person for subject in subjects}
        others = tuple(s for s in (*self.subjects, *self.others) if s.person not in shown)
        return Scene(self.span, tuple(subjects), others, self.content)


def find_subjects(tracks: Sequence[FaceTrack], span: TimeSpan, canvas: Canvas) -> tuple[Subject, ...]:
    """Return the people seen during a span, those from the left first; tracks of one person are one subject.

    A track with a single one of its points in the span belongs to the shot beside it, and is left out.
    """
    by_person: dict[int, list[FaceTrack]] = {}
    for track in tracks:
        inside = sum(span.contains(point.at) for point in track.points)
        if inside >= min(2, max(1, len(track.points))):
            by_person.setdefault(track.person, []).append(track)
    subjects = [_subject(person, own, span, canvas) for person, own in by_person.items()]
    return tuple(sorted(subjects, key=lambda s: (s.place, s.person)))


def _subject(person: int, tracks: Sequence[FaceTrack], span: TimeSpan, canvas: Canvas) -> Subject:
    points = {point.at: point for track in tracks for point in track.points if span.contains(point.at)}
    seconds = sorted(points)
    known = np.array(
        [
            [p.x + p.width / 2, p.y + EYES_DOWN * p.height, p.width, p.height, p.speaking, p.turn]
            for p in map(points.get, seconds)
            if p
        ]
    )
    own = np.array(seconds)
    at = grid_of(span)
    values = [np.interp(at, own, known[:, column]) for column in range(6)]
    after = np.clip(np.searchsorted(own, at), 1, max(1, len(own) - 1))
    beside = own[[after - 1, np.minimum(after, len(own) - 1)]]
    is_seen = np.abs(beside - at).min(axis=0) <= SEEN_SECONDS
    return Subject(
        person=person,
        at=at,
        centre_x=np.clip(values[0], 0, canvas.width),
        eyes_y=np.clip(values[1], 0, canvas.height),
        face_width=np.clip(values[2], 1, canvas.width),
        face_height=np.clip(values[3], 1, canvas.height),
        speaking=np.where(is_seen, np.clip(values[4], 0, 1), 0.0),
        is_seen=is_seen,
        turn=np.clip(values[5], -1, 1),
    )


def grid_of(span: TimeSpan) -> Series:
    """Return evenly spaced seconds from the start to the end of a span, about `STEP_SECONDS` apart."""
    count = max(2, min(round(span.duration / STEP_SECONDS) + 1, MAX_STEPS))
    return np.linspace(span.start, span.end, count)
