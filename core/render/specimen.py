"""A style shown without a clip: a few words over a plain picture, painted as an export paints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.captions.animations import ANIMATIONS
from core.captions.dress import dress
from core.captions.overlay import OverlayPainter
from core.schema.caption import ClipText, TextWord

if TYPE_CHECKING:
    from core.captions.overlay import Patch
    from core.schema.style import Style

SENTENCE = "Say the one thing they will remember tomorrow"
TITLE = "The line that opens the clip"
SPEAKER = "Ana Winter"
WORD_SECONDS = 0.4
# The third word has come to rest in every animation.
REST_AT = 2 * WORD_SECONDS + 0.35
# Top left and bottom right of the plain picture: a dim room, neither black nor white to letters on it.
_LIT, _DIM = (104, 112, 128), (38, 41, 50)


def animation_names() -> tuple[str, ...]:
    """Return the names of the caption animations, in the order a list shows them."""
    return tuple(animation.NAME for animation in ANIMATIONS)


def specimen(
    style: Style, width: int, height: int, at: float = REST_AT, text: str = SENTENCE
) -> NDArray[np.uint8]:
    """Return (height, width, 3) uint8 RGB: the style's captions and title at a second of the sample sentence.

    Args:
        style: In the aspect of the picture: what differs by aspect is not looked up.
        width: Of the picture, pixels, even.
        height: Of the picture, pixels, even.
        at: Seconds from the first word, which is when the title comes, too.
        text: What is said.

    Raises:
        StyleError: The style can't be painted.
    """
    picture = plain_picture(width, height)
    painter = specimen_painter(style, width, height, text)
    for patch in painter.patches(at):
        lay(picture, patch)
    return picture


def specimen_painter(style: Style, width: int, height: int, text: str = SENTENCE) -> OverlayPainter:
    """Return a painter of the sample sentence.

    Raises:
        StyleError: The style can't be painted.
    """
    spoken = text.split()
    words = tuple(
        TextWord(
            text=word,
            start=place * WORD_SECONDS,
            end=(place + 1) * WORD_SECONDS,
            speaker=SPEAKER,
            is_emphasised=place == len(spoken) - 2,
        )
        for place, word in enumerate(spoken)
    )
    duration = len(words) * WORD_SECONDS
    said = ClipText(words=words, hook=TITLE, names={SPEAKER: SPEAKER})
    made = dress(said, style, duration)
    # The title is at rest from the first moment on.
    overlays = [each.model_copy(update={"start": -1.0}) if each.kind == "hook" else each for each in made.overlays]
    return OverlayPainter(style, width, height, made.cues, overlays, duration)


def plain_picture(width: int, height: int) -> NDArray[np.uint8]:
    """Return (height, width, 3) uint8 RGB: a soft light from the upper left."""
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.clip(np.hypot(across / width - 0.3, (down / height - 0.25) * 1.2) / 0.9, 0.0, 1.0)[..., None]
    lit, dim = (np.array(ink, np.float32) for ink in (_LIT, _DIM))
    painted: NDArray[np.uint8] = np.rint(lit + (dim - lit) * far).astype(np.uint8)
    return painted


def lay(picture: NDArray[np.uint8], patch: Patch) -> None:
    """Lay a patch over an RGB picture, in place."""
    high, wide = patch.rgba.shape[:2]
    area = picture[patch.y : patch.y + high, patch.x : patch.x + wide]
    ink = patch.rgba[..., :3].astype(np.uint16)
    rest = 255 - patch.rgba[..., 3:].astype(np.uint16)
    area[:] = np.minimum(ink + (area * rest + 127) // 255, 255).astype(np.uint8)
