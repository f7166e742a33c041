"""What a conformance source shows and sounds like: a frame counter, patches of colour, a chirp at each second.

The marks are a centred square of `MARK_SHARE` of the picture's shorter side, so that a centred crop to any aspect
keeps them. It has 6 × 6 cells: 24 of the counter (a black one, 18 bits, 4 check bits, a white one), 12 of colour.
Cells are read against their own black and white, so that scaling, compression and tone mapping don't matter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CELLS = 6
# A picture of 16:9 keeps 0.5625 of its shorter side when it is cropped to 9:16.
MARK_SHARE = 96 / 180
NUMBER_BITS, CHECK_BITS = 18, 4
BLACK, WHITE = 20, 235
GREYS = (40, 90, 140, 190)
COLOURS = (
    (180, 30, 30), (30, 160, 30), (40, 40, 190), (180, 180, 40),
    (170, 40, 170), (40, 170, 170), (224, 172, 145), (120, 80, 50),
)  # fmt: skip
PATCHES = (*((grey, grey, grey) for grey in GREYS), *COLOURS)

BEEP_SECONDS = 0.05
BEEP_LEVEL = 0.45
# Chirps have one sharp peak of correlation, tones one at every period. No two seconds in a row sound alike.
SWEEPS_HZ = ((500, 1500), (2500, 1000), (1000, 2800), (1700, 600), (800, 2000))
OTHER_SWEEPS_HZ = ((3600, 3100),)


class Unreadable(ValueError):
    """A picture that shows no counter."""


def draw(number: int, width: int, height: int) -> NDArray[np.uint8]:
    """Return (height, width, 3) RGB: the marks in the middle, a bar that moves with the number about them."""
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = np.linspace(60, 110, width, dtype=np.uint8)[None, :, None]
    bar = number * 7 % max(1, width - 12)
    picture[height // 16 : height * 15 // 16, bar : bar + 12] = (150, 120, 90)
    side = MARK_SHARE * min(width, height)
    for index, colour in enumerate(_cells(number)):
        top, left, bottom, right = _cell(index, side, width / 2, height / 2, 0.0)
        picture[top:bottom, left:right] = colour
    return picture


def read_number(luma: NDArray[np.uint8], side: float) -> int:
    """Return the number shown by a luma plane whose centred marks are `side` pixels long.

    Raises:
        Unreadable: there is no counter, or it stands on its head, or is mirrored.
    """
    height, width = luma.shape
    levels = []
    for index in range(CELLS * 4):
        top, left, bottom, right = _cell(index, side, width / 2, height / 2, 0.28)
        levels.append(float(luma[top:bottom, left:right].mean()))
    black, white = levels[0], levels[-1]
    if white - black < 40:
        raise Unreadable(f"black is {black:.0f}, white is {white:.0f}")
    bits = [int(level > (black + white) / 2) for level in levels[1:-1]]
    number = sum(bit << place for place, bit in enumerate(bits[:NUMBER_BITS]))
    check = sum(bit << place for place, bit in enumerate(bits[NUMBER_BITS:]))
    if check != _check(number):
        raise Unreadable(f"number {number} with check {check}")
    return number


def read_patches(rgb: NDArray[np.floating], side: float) -> NDArray[np.float64]:
    """Return (12, 3) the mean colours of the patches in an RGB picture, to compare with `PATCHES`."""
    height, width = rgb.shape[:2]
    found = []
    for index in range(CELLS * 4, CELLS * CELLS):
        top, left, bottom, right = _cell(index, side, width / 2, height / 2, 0.3)
        found.append(rgb[top:bottom, left:right].reshape(-1, 3).mean(axis=0))
    return np.array(found)


def beep(second: int, times: NDArray[np.float64], sweeps: tuple[tuple[int, int], ...] = SWEEPS_HZ) -> NDArray:
    """Return the beep that starts at a whole second, sampled at `times`; zero outside of it."""
    start_hz, end_hz = sweeps[second % len(sweeps)]
    at = times - second
    phase = 2 * np.pi * (start_hz * at + (end_hz - start_hz) / (2 * BEEP_SECONDS) * at**2)
    return np.where((at >= 0) & (at < BEEP_SECONDS), BEEP_LEVEL * np.sin(phase), 0.0)


def beeps(times: NDArray[np.float64], sweeps: tuple[tuple[int, int], ...] = SWEEPS_HZ) -> NDArray[np.float32]:
    """Return the sound at `times`: a beep from each whole second on, silence between."""
    sound = np.zeros(len(times), np.float32)
    for second in range(int(np.floor(times[0])), int(np.ceil(times[-1])) + 1):
        first, last = np.searchsorted(times, (second, second + BEEP_SECONDS))
        sound[first:last] = beep(second, times[first:last], sweeps)
    return sound


def find_beep(
    second: int, samples: NDArray[np.float32], rate_hz: int, near: float, within: float = 0.3
) -> tuple[float, float]:
    """Return where the beep of a whole second starts in (n,) samples, and how like it is (0 to 1).

    Args:
        second: Which beep.
        samples: Mono.
        rate_hz: Their rate.
        near: Seconds from the first sample; the beep is looked for `within` seconds of it.
    """
    from scipy.signal import correlate

    template = beep(second, second + np.arange(round(BEEP_SECONDS * rate_hz)) / rate_hz)
    first = round((near - within) * rate_hz)
    last = round((near + within) * rate_hz) + len(template)
    window = np.zeros(last - first)
    start, end = max(first, 0), min(last, len(samples))
    if end > start:
        window[start - first : end - first] = samples[start:end]
    likeness = correlate(window, template, "valid")
    peak = int(np.argmax(likeness))
    heard = window[peak : peak + len(template)]
    strength = float(np.sqrt((heard**2).sum() * (template**2).sum()))
    return (first + peak + _between(likeness, peak)) / rate_hz, float(likeness[peak]) / max(strength, 1e-9)


def _between(values: NDArray[np.float64], peak: int) -> float:
    """Return where between samples a peak lies, by the parabola through it and its neighbours."""
    if not 0 < peak < len(values) - 1:
        return 0.0
    before, at, after = values[peak - 1 : peak + 2]
    curve = before - 2 * at + after
    return float(0.5 * (before - after) / curve) if curve else 0.0


def _cells(number: int) -> list[tuple[int, int, int]]:
    bits = number | _check(number) << NUMBER_BITS
    levels = [BLACK, *(WHITE if bits >> place & 1 else BLACK for place in range(NUMBER_BITS + CHECK_BITS)), WHITE]
    return [*((level, level, level) for level in levels), *PATCHES]


def _check(number: int) -> int:
    folded = 0b1010
    while number:
        folded ^= number & 0b1111
        number >>= 4
    return folded


def _cell(index: int, side: float, middle_x: float, middle_y: float, inset: float) -> tuple[int, int, int, int]:
    """Return (top, left, bottom, right) of a cell, smaller by a share of it on each side."""
    row, column = divmod(index, CELLS)
    size = side / CELLS
    left, top = middle_x - side / 2 + column * size, middle_y - side / 2 + row * size
    return (
        round(top + inset * size),
        round(left + inset * size),
        round(top + (1 - inset) * size),
        round(left + (1 - inset) * size),
    )
