"""The colours of letters: plain, emphasised, a speaker's, highlighted; each shaded towards the letters' feet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QLinearGradient

from core.captions.raster import colour

if TYPE_CHECKING:
    from core.schema.style import CaptionStyle


@dataclass(frozen=True)
class Ink:
    """A colour at the top of capital letters, and the one at their feet, "" for the same."""

    top: str
    foot: str = ""

    def brush(self, cap_top: float, baseline: float) -> QBrush:
        """Return what letters are filled with whose line has capitals and feet at these rows."""
        if not self.foot:
            return QBrush(colour(self.top))
        gradient = QLinearGradient(QPointF(0.0, cap_top), QPointF(0.0, baseline))
        gradient.setColorAt(0.0, colour(self.top))
        gradient.setColorAt(1.0, colour(self.foot))
        return QBrush(gradient)


class Inks:
    """The inks of one cue.

    Args:
        style: How captions look.
        speaker_number: Which of the clip's speakers says it, from 0; None where that is not known.
    """

    def __init__(self, style: CaptionStyle, speaker_number: int | None = None) -> None:
        colours = style.speaker_colours
        own = colours[speaker_number % len(colours)] if colours and speaker_number is not None else style.colour
        self.plain = _shaded(own, style)
        self.emphasised = _shaded(style.emphasis_colour, style)
        self.highlighted = _shaded(style.highlight_colour, style)


def _shaded(top: str, style: CaptionStyle) -> Ink:
    """Return an ink whose foot is the style's; of another colour than the letters' own, as much darker as that."""
    if style.gradient_colour is None:
        return Ink(top)
    if top == style.colour:
        return Ink(top, style.gradient_colour)
    own = colour(top)
    factor = min(1.0, (_lightness(style.gradient_colour) + 1) / (_lightness(style.colour) + 1))
    channels = [*(round(channel * factor) for channel in (own.red(), own.green(), own.blue())), own.alpha()]
    return Ink(top, "#" + "".join(f"{channel:02x}" for channel in channels))


def _lightness(text: str) -> float:
    """Return the luma of a colour, 0 to 255 (ITU-R BT.709)."""
    ink = colour(text)
    return 0.2126 * ink.red() + 0.7152 * ink.green() + 0.0722 * ink.blue()
