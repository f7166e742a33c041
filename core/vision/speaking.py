"""Who is speaking: lip movement, freed of head movement, set against the voice that is heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.vision.faces import FaceBox

Grey = NDArray[np.uint8]
Series = NDArray[np.floating]

PATCH = 48
SMOOTH_SECONDS = 0.15
GRID_SECONDS = 0.1
PAUSE_SECONDS = 0.3
# Lip movement below this, relative to the contrast of the face, is noise.
QUIET_LIPS = 0.02
# A face's lips count beside its own lively moments, or this share of the liveliest face's where that is more.
LEAST_LIVELY = 0.35
# Of its lively movement, where the lips say neither that a face talks nor that it doesn't; evidence grows with the
# logarithm, up to this much (in nats a step) either way. Below the floor is stillness.
EVEN_RATIO, EVIDENCE, MOST_EVIDENCE, RATIO_FLOOR = 0.3, 1.1, 1.25, 0.06
# Lips of a face this small say nothing, and of this size all they can say, in pixels of its height.
MUTE_PX, TELLING_PX = 14.0, 36.0
# A face is the voice for being alone only where it is so for this long: else another one is just not found.
ALONE_SECONDS = 2.0
# A face that is not found for this long may have turned away, and talk on.
LOST_SECONDS = 1.0
# That somebody unseen talks needs no lips, so faces that are all still are not believed.
UNSEEN_EVIDENCE = -0.7
# How far moving lips are believed without a sound to confirm them: they chew, smile and turn away too.
LIPS_ALONE = 0.25
# From one tenth of a second to the next the same one goes on: a turn of five seconds, usually.
KEEP_THE_WORD = 0.98


def lip_movement(before: Grey, after: Grey, box: FaceBox) -> tuple[float, float]:
    """Return how much the lips and how much anything of a face moved between two grey pictures.

    The same region is cut from both, aligned by the shift of its upper half (the head moves as one), and
    compared around the mouth and around eyes and nose: what the mouth moves more than these is speech or
    laughter. The first number is relative to the contrast of the face, the second in grey levels.
    """
    import cv2

    first, second = _patch(before, box), _patch(after, box)
    if first is None or second is None:
        return 0.0, 0.0
    stirring = cv2.norm(first, second, cv2.NORM_L1) / PATCH**2
    upper = slice(2, PATCH // 2)
    (across, down), response = cv2.phaseCorrelate(first[upper], second[upper])
    if response > 0.1 and abs(across) < PATCH / 4 and abs(down) < PATCH / 4:
        shift = np.array([[1, 0, across], [0, 1, down]], dtype=np.float32)
        first = np.asarray(cv2.warpAffine(first, shift, (PATCH, PATCH), borderMode=cv2.BORDER_REPLICATE))
    moved = cv2.blur(cv2.absdiff(second, first), (3, 3))
    mouth_x = (box.mouth_x - box.x) / max(box.width, 1e-6) * PATCH
    mouth_y = (box.mouth_y - box.y) / max(box.height, 1e-6) * PATCH
    mouth = moved[_around(mouth_y, 0.17), _around(mouth_x, 0.22)]
    rest = moved[4 : PATCH // 2, 6 : PATCH - 6]
    contrast = float(cv2.meanStdDev(second)[1][0, 0]) + 8.0
    return max(0.0, cv2.mean(mouth)[0] - 0.9 * cv2.mean(rest)[0]) / contrast, stirring


def speaking_beliefs(
    times: Series,
    activities: Sequence[Series],
    presence: Sequence[NDArray[np.bool_]],
    voice: Series | None,
    sizes_px: Sequence[float] = (),
) -> list[Series]:
    """Return the belief (0 to 1) that each face talks, at each of the common, evenly spaced times.

    Args:
        times: Source seconds, `GRID_SECONDS` apart.
        activities: Lip movement per face at these times.
        presence: Whether the face is in the picture at these times.
        voice: Voice activity at these times; None without sound, then lips alone decide.
        sizes_px: Each face's height in the pictures that were looked at; large enough where none are given.

    One face alone for a while is believed to be the voice. Among several, one at a time talks, or somebody unseen:
    how much each moves the lips, beside its own habit, is evidence while a voice is heard, and the word is passed
    rarely.
    The beliefs are what all of the shot, before and after, makes likely (the forward and backward passes of a
    hidden Markov model: Rabiner, "A tutorial on hidden Markov models", 1989). So a remark of a second counts, and
    a twitch does not.
    """
    if not activities:
        return []
    heard = np.ones_like(times) if voice is None else voice
    held = _held(heard)
    levels = [_level(activity, here, heard, held) for activity, here in zip(activities, presence, strict=True)]
    trusts = [_trust(size) for size in sizes_px] or [1.0] * len(levels)
    told = _evidence(levels, presence, heard)
    unseen = np.where(_is_one_lost(presence), 0.0, UNSEEN_EVIDENCE * held)
    evidence = [*(trust * lips for trust, lips in zip(trusts, told, strict=True)), unseen]
    can_talk = np.stack([*presence, np.ones_like(held, dtype=bool)])
    talks = _who_talks(np.stack(evidence), can_talk, _expected(sizes_px or [1.0] * len(levels)))
    is_alone = _for_long(np.sum(presence, axis=0) == 1)
    beliefs = []
    for belief, level, here in zip(talks, levels, presence, strict=False):
        if voice is None:
            belief = LIPS_ALONE * belief * np.clip(level / (3 * QUIET_LIPS), 0.0, 1.0)
        else:
            belief = np.where(is_alone, 1.0, belief)
        beliefs.append(np.where(here, np.clip(belief * _smooth(held, 0.2), 0.0, 1.0), 0.0))
    return beliefs


def _trust(size_px: float) -> float:
    """Return how much (0 to 1) the lips of a face of this height say."""
    return float(np.clip((size_px - MUTE_PX) / (TELLING_PX - MUTE_PX), 0.0, 1.0))


def _for_long(here: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return where something is so for `ALONE_SECONDS` running, or all the time."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], here, [False]]).astype(np.int8)))
    least = min(round(ALONE_SECONDS / GRID_SECONDS), len(here))
    lasting = np.zeros_like(here)
    for start, end in edges.reshape(-1, 2):
        lasting[start:end] = end - start >= least
    return lasting


def _is_one_lost(presence: Sequence[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    """Return where a face is not found that is so shortly before or after: whoever it is may be talking."""
    reach = round(LOST_SECONDS / GRID_SECONDS)
    windows = (np.lib.stride_tricks.sliding_window_view(np.pad(here, reach), 2 * reach + 1) for here in presence)
    lost = [around.any(axis=1) & ~here for around, here in zip(windows, presence, strict=True)]
    return np.asarray(np.any(lost, axis=0))


def _held(heard: Series) -> Series:
    """Return the voice with short pauses between words filled: who takes a breath is still speaking."""
    reach = round(PAUSE_SECONDS / GRID_SECONDS)
    padded = np.pad(heard, reach, mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1))


def _level(activity: Series, here: NDArray[np.bool_], heard: Series, held: Series) -> Series:
    """Return lip movement during voice, smoothed, less the same face's movement in real silence."""
    silent = activity[here & (held < 0.2)]
    idle = float(np.median(silent)) if len(silent) >= 10 else 0.0
    weight = np.where(here, 0.15 + heard, 0.0)
    smooth = _smooth(activity * weight, SMOOTH_SECONDS) / np.maximum(_smooth(weight, SMOOTH_SECONDS), 1e-3)
    return np.maximum(smooth - 0.8 * idle, 0.0)


def _evidence(levels: Sequence[Series], presence: Sequence[NDArray[np.bool_]], heard: Series) -> Iterator[Series]:
    """Yield how much each face's lips speak for it at each time, as a log likelihood ratio.

    What is much for one face is little for another, who talks with the whole face, or is nearer: each is measured
    by its own lively moments, unless they are little beside the liveliest face's.
    """
    own = [_lively(level[here & (heard > 0.5)]) for level, here in zip(levels, presence, strict=True)]
    for level, lively in zip(levels, own, strict=True):
        usual = max(lively, LEAST_LIVELY * max(own), QUIET_LIPS)
        ratio = np.log((level / usual + RATIO_FLOOR) / EVEN_RATIO)
        yield np.clip(EVIDENCE * ratio, -MOST_EVIDENCE, MOST_EVIDENCE) * heard


def _lively(level: Series) -> float:
    return float(np.percentile(level, 80)) if len(level) > 5 else 0.0


def _expected(sizes_px: Sequence[float]) -> Series:
    """Return how likely each face, and last somebody unseen, is to talk before any lips move: the camera shows why
    it is there, so by the area of the face."""
    areas = np.maximum(np.asarray(sizes_px), 1.0) ** 2
    prior = np.append(areas, areas.mean())
    return np.asarray(prior / prior.sum())


def _who_talks(evidence: Series, can_talk: NDArray[np.bool_], expected: Series) -> Series:
    """Return the probability that each row is the one who talks, at each time."""
    # What is the same for all is no news; without it nothing overflows.
    likely = np.where(can_talk, np.exp(evidence - evidence.max(axis=0)), 1e-12)
    pass_on = (1.0 - KEEP_THE_WORD) / max(1, len(likely) - 1)
    forward, backward = np.empty_like(likely), np.empty_like(likely)
    now = expected
    for step in range(likely.shape[1]):
        now = (pass_on + (KEEP_THE_WORD - pass_on) * now) * likely[:, step]
        now = forward[:, step] = now / now.sum()
    now = np.full(len(likely), 1.0 / len(likely))
    for step in range(likely.shape[1] - 1, -1, -1):
        backward[:, step] = now
        now = now * likely[:, step]
        now = now / now.sum()
        now = pass_on + (KEEP_THE_WORD - pass_on) * now
    both = forward * backward
    return np.asarray(both / both.sum(axis=0))


def _smooth(series: Series, seconds: float) -> Series:
    """Return a Gaussian mean whose standard deviation is `seconds`."""
    sigma = seconds / GRID_SECONDS
    reach = min(max(1, round(3 * sigma)), max(1, len(series) - 1))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    padded = np.pad(series, reach, mode="edge")
    return np.convolve(padded, kernel / kernel.sum(), mode="valid")


def _patch(grey: Grey, box: FaceBox) -> NDArray[np.float32] | None:
    import cv2

    height, width = grey.shape
    left, right = max(0, round(box.x)), min(width, round(box.x + box.width))
    top, bottom = max(0, round(box.y)), min(height, round(box.y + box.height))
    if right - left < 8 or bottom - top < 8:
        return None
    small = cv2.resize(grey[top:bottom, left:right], (PATCH, PATCH), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.float32)


def _around(centre: float, reach: float) -> slice:
    first = min(max(round(centre - reach * PATCH), 0), PATCH - 4)
    return slice(first, min(max(round(centre + reach * PATCH), first + 4), PATCH))
