"""Measures how captions of a style can be read on a clip, on the export's own pictures; runs in a thread."""

from __future__ import annotations

from core.schema.brand import Reading
from core.schema.composition import Composition
from core.schema.style import Style


def measured(composition: Composition, style: Style, clip_id: str, most: int) -> list[Reading]:
    """Return readings of a clip in a shape, in a style.

    Raises:
        ShortlistError: The clip can't be read, or the style not be painted.
    """
    from core.render.dressing import dressed
    from core.render.legibility import readings
    from core.render.preview import CompositionPlayer

    worn = dressed(composition, style)
    bare = CompositionPlayer(worn.model_copy(update={"cues": (), "overlays": ()}), worn.height)
    try:
        return list(readings(worn, bare.frame, clip_id, most))
    finally:
        bare.close()
