"""Stage 11: the parts of one clip, merged and checked against each other."""

from __future__ import annotations

from core.errors import ContractError
from core.pipeline.stage import Stage, StageContext
from core.schema.audio import AudioPlan
from core.schema.caption import Enhancement
from core.schema.composition import FinishedClip
from core.schema.framing import Framing, LayoutSpan
from core.schema.media import ClipMedia
from core.schema.style import Style
from core.schema.time import TimeSpan

_TOLERANCE = 0.01


def finalize(
    context: StageContext,
    media: ClipMedia,
    framing: Framing,
    audio: AudioPlan,
    enhancement: Enhancement,
    style: Style,
) -> FinishedClip:
    """Merge.

    Raises:
        ContractError: The parts don't fit: framing with holes, a cue past the end.
    """
    for aspect, spans in framing.spans.items():
        for kept in media.cut.ranges:
            covered = sum(min(s.end, kept.end) - max(s.start, kept.start) for s in spans if _meets(s, kept))
            if abs(covered - kept.duration) > _TOLERANCE:
                raise ContractError(f"framing for {aspect} covers {covered:.2f} of {kept.duration:.2f} s")
    last = max((cue.end for cue in enhancement.cues), default=0.0)
    if last > media.cut.duration + _TOLERANCE:
        raise ContractError(f"a caption ends at {last:.2f} s in a clip of {media.cut.duration:.2f} s")
    choices = (*framing.choices, *audio.choices, *enhancement.choices)
    return FinishedClip(
        media=media, framing=framing, audio=audio, enhancement=enhancement, style=style, choices=choices
    )


def _meets(span: LayoutSpan, kept: TimeSpan) -> bool:
    return span.start < kept.end and kept.start < span.end


STAGE = Stage("finalize", "prepare", "clip", "io", 1, finalize)
