"""Stage 10: caption cues and overlays of one clip, resolved against the style."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.caption import CreativePlan, Enhancement
from core.schema.clip import Wording
from core.schema.correction import Corrections, SpeakerNames
from core.schema.media import ClipMedia
from core.schema.segment import Segments
from core.schema.style import Style
from core.schema.transcript import Transcript
from core.schema.translation import CaptionTrack


def build_enhancement(
    context: StageContext,
    creative: CreativePlan,
    wording: Wording,
    transcript: Transcript,
    corrections: Corrections,
    track: CaptionTrack,
    segments: Segments,
    media: ClipMedia,
    style: Style,
    names: SpeakerNames,
) -> Enhancement:
    """Bring the words that are heard into clip time, lay them out as cues, add what else stands over the picture.

    Where the style differs by aspect, `compose` lays the same text out anew.
    """
    from core.captions.dress import dress
    from core.captions.heard import clip_text
    from core.speech.corrected import corrected

    shown = corrected(transcript, corrections)
    text, choices = clip_text(shown, media.cut, creative, wording, track, segments.shots, names.names)
    for choice in choices:
        context.note(choice)
    dressed = dress(text, style, media.cut.duration)
    return Enhancement(text=text, cues=dressed.cues, overlays=dressed.overlays, choices=tuple(choices))


STAGE = Stage("build_enhancement", "prepare", "clip", "io", 10, build_enhancement)
