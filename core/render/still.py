"""The exact picture an export has at an instant, before encoding."""

from __future__ import annotations

from contextlib import ExitStack

import numpy as np
from numpy.typing import NDArray

from core.media.planes import PictureScaler
from core.media.probe import probe
from core.media.reader import FrameReader
from core.media.tracks import with_streams
from core.render.engine import has_picture
from core.render.painter import ClipPainter, tick_of
from core.render.sound import make_sound
from core.schema.composition import Composition


def exact_frame(composition: Composition, at: float) -> NDArray[np.uint8]:
    """Return what the export of a composition shows at clip second `at`.

    Returns:
        (height, width, 3) uint8 RGB.

    Raises:
        MediaError: The source can't be read.
    """
    facts = with_streams(probe(composition.media.path), composition.media.audio_streams)
    with ExitStack() as opened:
        is_seen = has_picture(composition, facts)
        reader = opened.enter_context(FrameReader(composition.media.path, facts)) if is_seen else None
        painter = ClipPainter(composition, reader, None if is_seen else make_sound(composition, facts))
        tick = tick_of(composition, at)
        return PictureScaler().to_rgb(painter.paint(tick, painter.source_picture(tick)))
