"""What is shown where a source has no picture: its cover, else the style's background or a calm gradient; on it
the sound, moving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.planes import Picture
from core.render.blend import convert
from core.render.cover import layout_for, paint_cover, read_cover
from core.render.ground import PlainGround, StillGround, image_rgb, rgb_of
from core.render.loudness import RATE_HZ

if TYPE_CHECKING:
    from core.render.tape import Samples
    from core.schema.composition import Composition
    from core.schema.style import Style

TOP_RGB, BOTTOM_RGB = (34, 38, 66), (12, 12, 20)
BARS = 41
BAR_SECONDS = 0.06
BAR_SHARE = 0.56
# In fractions of the picture: how wide and high the bars may be, and where their middle lies.
BARS_WIDTH, BARS_HEIGHT, BARS_CENTRE = 0.82, 0.2, 0.42
MIN_LEVEL = 0.03


class SoundBackdrop:
    """Draws the backdrop of one composition; the bar in the middle is what is heard now.

    Args:
        composition: Its style's highlight colour is used for the bars.
        samples: (n, channels) float32 at 48 kHz, the finished sound.
        size: (width, height) of the pictures, even.
    """

    def __init__(self, composition: Composition, samples: Samples, size: tuple[int, int]) -> None:
        self._size = size
        self._levels = _levels(samples)
        self._base: StillGround | PlainGround
        self._rgb = rgb_of(composition.style.captions.highlight_colour)
        if composition.media.cover is not None:
            layout = layout_for(*size)
            self._base = StillGround(paint_cover(read_cover(composition.media.cover), *size))
            self._shape = _BarShape(*size, layout.bars_centre, layout.bars_height)
        else:
            self._base = _ground(composition.style, size)
            self._shape = _BarShape(*size, BARS_CENTRE, BARS_HEIGHT)

    def paint(self, at: float) -> Picture:
        """Return a new picture for clip second `at`."""
        picture = self._base.paint()
        alpha = self._shape.alpha(self._heights(at))
        # Premultiplied: bright in the middle, fainter towards what was and what comes.
        rgba = np.empty((*alpha.shape, 4), np.uint8)
        for channel, value in enumerate((*self._rgb, 255)):
            rgba[..., channel] = np.round(alpha * value)
        for layer, plane in zip(
            convert(rgba, self._shape.x, self._shape.y, *self._size), picture.planes, strict=False
        ):
            layer.paint(plane)
        return picture

    def _heights(self, at: float) -> NDArray[np.float64]:
        """Return the level (0 to 1) of each bar, left to right."""
        seconds = at + (np.arange(BARS) - BARS // 2) * BAR_SECONDS
        positions = seconds / BAR_SECONDS
        return np.asarray(np.interp(positions, np.arange(len(self._levels)), self._levels, left=0.0, right=0.0))


class _BarShape:
    """Rounded bars side by side in a box, drawn as antialiased coverage."""

    def __init__(self, width: int, height: int, centre: float, share: float) -> None:
        box_width, self._box_height = 2 * round(width * BARS_WIDTH / 2), 2 * round(height * share / 2)
        self.x = 2 * round((width - box_width) / 4)
        self.y = 2 * round((height * centre - self._box_height / 2) / 2)
        pitch = box_width / BARS
        columns = np.arange(box_width) + 0.5
        self._bar = np.minimum((columns / pitch).astype(int), BARS - 1)
        self._radius = pitch * BAR_SHARE / 2
        self._across = np.abs(columns - (self._bar + 0.5) * pitch)
        self._down = np.abs(np.arange(self._box_height) + 0.5 - self._box_height / 2)
        self._light = 1.0 - 0.65 * np.abs(np.arange(BARS) - BARS // 2) / (BARS // 2)

    def alpha(self, levels: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return (height, width) coverage 0 to 1 for levels 0 to 1."""
        half = np.maximum(np.clip(levels, MIN_LEVEL, 1.0) * self._box_height / 2, self._radius)
        straight = (half - self._radius)[self._bar]
        beyond = np.maximum(self._down[:, None] - straight[None, :], 0.0)
        distance = np.hypot(beyond, self._across[None, :])
        covered: NDArray[np.float64] = np.clip(self._radius + 0.5 - distance, 0.0, 1.0) * self._light[self._bar]
        return covered


def _levels(samples: Samples) -> NDArray[np.float64]:
    """Return the level of each stretch of BAR_SECONDS, 0 to 1, the loudest being 1."""
    step = round(BAR_SECONDS * RATE_HZ)
    powers = [np.zeros(0 if len(samples) else 1)]
    for start in range(0, len(samples), BARS * step):
        piece = samples[start : start + BARS * step]
        whole = np.pad(piece, ((0, -len(piece) % step), (0, 0)))
        powers.append(np.square(whole, dtype=np.float64).reshape(len(whole) // step, -1).mean(axis=1))
    power = np.concatenate(powers)
    # The square root of the amplitude: quiet speech stays visible beside loud.
    level = power**0.25
    return level / level.max() if level.max() > 1e-3 else np.zeros(len(level))


def _ground(style: Style, size: tuple[int, int]) -> StillGround | PlainGround:
    """Return what a style puts behind pictures; the gradient where that would be a blur of what there is not."""
    background = style.background
    if background.kind == "image":
        return StillGround(image_rgb(style, background.file, size, background.colour))
    if background.kind == "colour":
        return PlainGround(size, rgb_of(background.colour))
    return StillGround(_gradient(*size))


def _gradient(width: int, height: int) -> NDArray[np.uint8]:
    """Return (height, width, 3) uint8, RGB."""
    mix = np.linspace(0.0, 1.0, height)[:, None]
    column = np.array(TOP_RGB) * (1 - mix) + np.array(BOTTOM_RGB) * mix
    # Ordered noise of one level hides the steps of a dark gradient.
    noise = np.random.default_rng(7).uniform(-0.5, 0.5, (height, width, 1))
    return np.clip(np.round(column[:, None, :] + noise), 0, 255).astype(np.uint8)
