"""Whether picture and sound go together: by their timestamps, and by what they show and play of the source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import MediaError
from core.media.playthrough import HEARD_HZ
from core.render.quality.grid import difference
from core.render.quality.reference import CORRELATION_HZ
from core.render.quality.wording import count, seconds
from core.schema.check import Check

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.media.playthrough import Playthrough
    from core.render.quality.grid import Grid
    from core.render.quality.reference import ExpectedPictures, Reference
    from core.render.quality.watch import Kept
    from core.schema.composition import Composition

EXCERPT_SECONDS, SHORTEST_EXCERPT = 1.2, 0.35
# How far away the sound is looked for.
LAG_SECONDS = 0.4
# Lags that fit nearly as well as the best: a steady tone fits at each of its periods, and the nearest one counts.
AS_GOOD = 0.98
# Lags that are one and the same, as heard at both ends.
SAME_LAG_SECONDS = 0.002
# Under this level (RMS) there is nothing to compare.
QUIET = 1e-3
# Correlations: sure of the place from the first on; under the second it is other sound.
SURE, STRANGE = 0.5, 0.2
# Cells that differ by so much from a picture to the next move, if there are that many of them.
MOVING_LEVELS, MOVING_CELLS = 3, 4
# What coding changes in them, in mean levels, and how much better a wrong picture must fit to be believed.
NOISE_LEVELS, BETTER = 2.0, 0.6
# A wrong picture's place is looked for this many frames away.
REACH_FRAMES = 6
# Cells' means of a coded picture lie within two or three levels of what was encoded.
STRANGE_LEVELS = 16.0


@dataclass(frozen=True)
class Excerpt:
    """A piece of the finished sound and the source second that it should have come from."""

    at: float
    source_start: float
    samples: NDArray[np.float32]


@dataclass(frozen=True)
class Lag:
    """How much later than it should an excerpt is heard, in seconds; `fit` is its correlation, −1 to 1."""

    at: float
    lag: float
    fit: float


@dataclass(frozen=True)
class Mismatch:
    """A picture that is not the one that belongs at its place; `late_frames` is None where none nearby fits."""

    tick: int
    late_frames: int | None


def check_sync(
    composition: Composition,
    played: Playthrough,
    kept: Sequence[Kept],
    ends: Sequence[tuple[float, NDArray[np.float32]]],
    reference: Reference,
    expected: ExpectedPictures | None,
) -> Check:
    """Whether both tracks start together, and follow the source at start and end.

    Args:
        composition: What the file should be.
        played: Its tracks.
        kept: Pictures of the file to compare.
        ends: Sound of the file, as (second after its first sample, samples at `HEARD_HZ`).
        reference: The source.
        expected: What its pictures should be; None where the clip shows none of the source's.
    """
    frame = composition.fps_denominator / composition.fps_numerator
    wrong = _wrong_starts(played, frame)
    told: list[str] = []
    if reference.missing:
        told.append(f"the source can't be compared with: {reference.missing.rstrip('.')}")
    else:
        try:
            start = float(played.sound.start or 0) if played.sound else 0.0
            placed = [(start + at, samples) for at, samples in ends]
            _compare_sound(composition, placed, reference, frame, wrong, told)
            _compare_pictures(kept, expected, frame, wrong, told)
        except MediaError as error:
            told.append(f"the source can't be compared with: {error.reason.rstrip('.')}")
    if wrong:
        return Check(name="sync", is_passed=False, found=_sentence(wrong))
    starts = "picture and sound start together" if played.sound else "the picture starts at once, without sound"
    return Check(name="sync", is_passed=True, found=_sentence([starts, *told]))


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts) + "."
    return text[0].upper() + text[1:]


def _wrong_starts(played: Playthrough, frame: float) -> list[str]:
    wrong = []
    pictures, sound = played.pictures, played.sound
    first = float(min(pictures.shown_at)) if pictures and pictures.shown_at else None
    if first is not None and abs(first) > frame / 2:
        wrong.append(f"the first picture comes at {1000 * first:.0f} ms instead of at once")
    if sound is not None and sound.start is not None and abs(sound.start) > frame / 2:
        wrong.append(f"the sound starts {_apart(float(sound.start))}")
    if sound is not None and sound.gaps:
        wrong.append(f"the sound has {count(sound.gaps, 'gap')}")
    return wrong


def _apart(lag: float) -> str:
    return f"{abs(1000 * lag):.0f} ms too {'late' if lag > 0 else 'early'}"


def _listed(instants: Iterable[float]) -> str:
    told = [seconds(at) for at in instants]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]


def _compare_sound(
    composition: Composition,
    ends: Sequence[tuple[float, NDArray[np.float32]]],
    reference: Reference,
    frame: float,
    wrong: list[str],
    told: list[str],
) -> None:
    if not reference.has_sound or not ends:
        return
    lags = []
    for at, samples in ends:
        excerpt = choose_excerpt(composition, at - composition.lead, samples)
        if excerpt is not None:
            source = reference.sound(
                excerpt.source_start - LAG_SECONDS, len(excerpt.samples) / CORRELATION_HZ + 2 * LAG_SECONDS
            )
            lag = find_lag(excerpt, source)
            if lag is not None:
                lags.append(replace(lag, at=lag.at + composition.lead))
    is_changed = composition.audio.music is not None or composition.audio.noise_floor_dbfs is not None
    off = [lag for lag in lags if lag.fit >= SURE and abs(lag.lag) > frame / 2]
    if off and max(lag.lag for lag in off) - min(lag.lag for lag in off) < SAME_LAG_SECONDS:
        wrong.append(f"the sound at {_listed(lag.at for lag in off)} is {_apart(off[0].lag)}")
    else:
        wrong += [f"the sound at {seconds(lag.at)} is {_apart(lag.lag)}" for lag in off]
    strange = [lag for lag in lags if lag.fit < STRANGE and not is_changed]
    if strange:
        wrong.append(f"the sound at {_listed(lag.at for lag in strange)} is not that of the source")
    sure = [lag for lag in lags if lag.fit >= SURE]
    if sure:
        worst = max(abs(lag.lag) for lag in sure)
        told.append(f"the sound lies within {max(0.1, 1000 * worst):.1f} ms of the source's")
    else:
        told.append("the sound is too quiet or too changed to be found in the source")


def choose_excerpt(composition: Composition, at: float, samples: NDArray[np.float32]) -> Excerpt | None:
    """Return the most energetic piece of finished sound within one range of the cut; None if all is quiet.

    Args:
        composition: Its cut tells where the piece came from.
        at: Clip second of the first sample.
        samples: (n,) at `HEARD_HZ`.
    """
    from scipy.signal import resample_poly

    coarse = np.asarray(resample_poly(samples, 1, HEARD_HZ // CORRELATION_HZ), dtype=np.float32)
    # Joins are crossfaded and ends are faded.
    margin = max(composition.audio.crossfade, 0.02)
    power = np.concatenate([[0.0], np.cumsum(np.square(coarse, dtype=np.float64))])
    best: tuple[float, int, int, float] | None = None
    offsets = accumulate((span.duration for span in composition.cut.ranges), initial=0.0)
    for span, offset in zip(composition.cut.ranges, offsets, strict=False):
        start = max(offset + margin, at)
        end = min(offset + span.duration - margin, at + len(coarse) / CORRELATION_HZ)
        length = round(min(EXCERPT_SECONDS, end - start) * CORRELATION_HZ)
        if length < SHORTEST_EXCERPT * CORRELATION_HZ:
            continue
        first = int(np.ceil((start - at) * CORRELATION_HZ))
        last = min(int((end - at) * CORRELATION_HZ), len(coarse)) - length
        begins = np.arange(first, max(first, last) + 1, CORRELATION_HZ // 20)
        begins = begins[begins + length <= len(coarse)]
        if not len(begins):
            continue
        energies = power[begins + length] - power[begins]
        begin = int(begins[int(np.argmax(energies))])
        energy = float(energies.max())
        if best is None or energy > best[0]:
            source_start = span.start + at + begin / CORRELATION_HZ - offset
            best = (energy, begin, length, source_start)
    if best is None or best[0] / best[2] < QUIET**2:
        return None
    _, begin, length, source_start = best
    return Excerpt(at + begin / CORRELATION_HZ, source_start, coarse[begin : begin + length])


def find_lag(excerpt: Excerpt, source: NDArray[np.float32]) -> Lag | None:
    """Return where in the source's sound an excerpt lies, by normalised cross-correlation; None in silence.

    Args:
        excerpt: Samples at `CORRELATION_HZ`.
        source: The same stretch of the source with `LAG_SECONDS` before and behind it.
    """
    from scipy.signal import correlate

    piece, whole = _whitened(excerpt.samples), _whitened(source)
    energies = np.concatenate([[0.0], np.cumsum(np.square(whole))])
    windows = np.sqrt(np.maximum(energies[len(piece) :] - energies[: -len(piece)], 0.0))
    norm = float(np.linalg.norm(piece))
    if norm == 0 or windows.max() < QUIET * np.sqrt(len(piece)) / 10:
        return None
    floor = max(windows.max() / 100, 1e-9)
    fits = correlate(whole, piece, mode="valid", method="fft") / (norm * np.maximum(windows, floor))
    middle = round(LAG_SECONDS * CORRELATION_HZ)
    good = np.flatnonzero(fits >= max(fits.max() * AS_GOOD, 0.0))
    if not len(good):
        return Lag(excerpt.at, 0.0, float(fits.max()))
    nearest = int(good[int(np.argmin(np.abs(good - middle)))])
    # Found earlier in the source than it belongs: so it is heard too late.
    return Lag(excerpt.at, (middle - nearest) / CORRELATION_HZ, float(fits.max()))


def _whitened(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return samples with low frequencies lowered, so that rumble does not decide."""
    exact = samples.astype(np.float64)
    return np.concatenate([exact[:1], exact[1:] - 0.95 * exact[:-1]])


def _compare_pictures(
    kept: Sequence[Kept], expected: ExpectedPictures | None, frame: float, wrong: list[str], told: list[str]
) -> None:
    if expected is None or not kept:
        return
    mismatches = [mismatch for picture in kept if (mismatch := find_mismatch(picture, expected)) is not None]
    for mismatch in mismatches:
        at = seconds(mismatch.tick * frame)
        if mismatch.late_frames is None:
            wrong.append(f"the picture at {at} is not the one that was composed")
        else:
            lateness = "late" if mismatch.late_frames > 0 else "early"
            wrong.append(f"the picture at {at} is {count(abs(mismatch.late_frames), 'frame')} too {lateness}")
    if not mismatches:
        told.append(f"the picture is the right one at {_listed(picture.tick * frame for picture in kept)}")


def find_mismatch(picture: Kept, expected: ExpectedPictures) -> Mismatch | None:
    """Compare one picture of the file with the one that belongs at its place, and with those about it.

    Only what moves there can tell pictures apart. Where nothing does, it is the scene that is compared.
    """
    right = expected.grid(picture.tick)
    if right is None or right.shape != picture.grid.shape:
        return Mismatch(picture.tick, None)
    beside = [grid for step in (-1, 1) if (grid := expected.grid(picture.tick + step)) is not None]
    moving = np.any([_apart_by(grid, right) >= MOVING_LEVELS for grid in beside], axis=0) if beside else None
    if moving is None or moving.sum() < MOVING_CELLS:
        moving = np.ones(right.shape, np.bool_)
    if float(_apart_by(picture.grid, right)[moving].mean()) < NOISE_LEVELS:
        return None
    steps = sorted(range(-REACH_FRAMES, REACH_FRAMES + 1), key=abs)
    around = {step: grid for step in steps if (grid := expected.grid(picture.tick + step)) is not None}
    told_by = np.any([_apart_by(grid, right) >= MOVING_LEVELS for grid in around.values()], axis=0)
    fits = {step: float(_apart_by(picture.grid, grid)[told_by].sum()) for step, grid in around.items()}
    best = min(fits, key=lambda step: fits[step])
    if best and fits[best] < BETTER * fits[0]:
        # A picture that belongs at an earlier place is shown here: it comes too late.
        return Mismatch(picture.tick, -best)
    is_strange = difference(picture.grid, right) > STRANGE_LEVELS
    return Mismatch(picture.tick, None) if is_strange else None


def _apart_by(one: Grid, other: Grid) -> Grid:
    import cv2

    return np.asarray(cv2.absdiff(one, other), dtype=np.uint8)
