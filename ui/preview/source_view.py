"""The whole source as a composition of its own, so that any moment of it can be watched with the same player."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.source import PreparedSource
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan


def source_composition(path: Path, prepared: PreparedSource) -> Composition | None:
    """Return a composition that shows the source as it is; None where it has no picture."""
    video = prepared.facts.video
    if video is None or prepared.facts.duration <= 0:
        return None
    width, height = video.width // 2 * 2, video.height // 2 * 2
    rate = Fraction(video.fps if video.fps > 0 else 30.0).limit_denominator(1001)
    whole = CropPath(at=(0.0,), x=(0.0,), y=(0.0,), width=(float(video.width),), height=(float(video.height),))
    duration = prepared.facts.duration
    return Composition(
        title="Source",
        aspect="16:9" if width >= height else "9:16",
        width=width,
        height=height,
        fps_numerator=rate.numerator,
        fps_denominator=rate.denominator,
        media=MediaReference(
            path=prepared.media or path,
            width=video.width,
            height=video.height,
            has_audio=prepared.facts.audio is not None,
        ),
        cut=Cut(ranges=(TimeSpan(start=0.0, end=duration),)),
        spans=(LayoutSpan(start=0.0, end=duration, layout="wide", regions=(Region(crop=whole),)),),
        audio=AudioPlan(),
        style=Style(name="source", version=1),
    )
