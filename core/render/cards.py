"""The cards before and after a clip, as pictures: made once, at the export's size, and scaled for a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.render.ground import StillGround, image_rgb, rgb_of

if TYPE_CHECKING:
    from core.media.planes import Picture
    from core.schema.composition import Composition
    from core.schema.style import CardStyle


class Cards:
    """Gives the cards of one composition, by the frames of its file.

    Args:
        composition: Whose style says what they show.
        size: (width, height) of the pictures, even.
    """

    def __init__(self, composition: Composition, size: tuple[int, int]) -> None:
        self._composition = composition
        self._size = size
        self._made: dict[str, StillGround] = {}

    def picture(self, tick: int) -> Picture | None:
        """Return the card that a frame shows, as a new picture; None where it shows the clip.

        Raises:
            StyleError: The package lacks the card's picture, or it can't be read.
        """
        card = self._composition.card_at(tick)
        if card is None:
            return None
        key = card.identity()
        if key not in self._made:
            self._made[key] = StillGround(self._painted(card))
        return self._made[key].paint()

    def _painted(self, card: CardStyle) -> NDArray[np.uint8]:
        import cv2

        whole = card_rgb(self._composition, card)
        if self._size == (self._composition.width, self._composition.height):
            return whole
        return np.asarray(cv2.resize(whole, self._size, interpolation=cv2.INTER_AREA), np.uint8)


def card_rgb(composition: Composition, card: CardStyle) -> NDArray[np.uint8]:
    """Return a card at a composition's own size: (height, width, 3) uint8, RGB.

    Raises:
        StyleError: The package lacks its picture, or it can't be read.
    """
    from core.captions.card import card_text
    from core.captions.place import safe_area

    style, size = composition.style, (composition.width, composition.height)
    if card.file:
        rgb = image_rgb(style, card.file, size, card.colour)
    else:
        rgb = np.full((size[1], size[0], 3), rgb_of(card.colour), np.uint8)
    text = card_text(style, card, safe_area(style.safe_zone, *size))
    if text is None:
        return rgb
    rgba = text.rgba().astype(np.float32)
    place = text.rect
    box = rgb[place.y() : place.y() + rgba.shape[0], place.x() : place.x() + rgba.shape[1]]
    box[:] = np.clip(np.round(rgba[..., :3] + box * (1 - rgba[..., 3:] / 255)), 0, 255)
    return rgb
