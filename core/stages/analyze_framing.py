"""Stage 8: which part of the picture each aspect ratio shows of one clip, by what was seen, heard and wished."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.choice import ASPECTS
from core.schema.clip import FramingWishes
from core.schema.framing import Framing, LayoutSpan, PictureAnalysis
from core.schema.media import ClipMedia
from core.schema.segment import Segments
from core.schema.source import PreparedSource
from core.schema.transcript import Transcript


def analyze_framing(
    context: StageContext,
    prepared: PreparedSource,
    transcript: Transcript,
    segments: Segments,
    media: ClipMedia,
    picture: PictureAnalysis,
    wishes: FramingWishes,
) -> Framing:
    """Join faces with voices and plan the camera. Sound without picture gets one empty, wide span."""
    from core.framing.frame import frame_clip
    from core.framing.voices import join_voices
    from core.vision.footage import tracks_within

    video = prepared.facts.video
    if video is None:
        return _no_picture(media)
    seen = tracks_within(picture.tracks, media.cut.ranges)
    tracks, voices, joined = join_voices(seen, transcript, media.cut.ranges)
    framing = frame_clip(video, media.cut, segments.shots, tracks, ASPECTS, wishes, contents=picture.content)
    for choice in (*joined, *framing.choices):
        context.note(choice)
    choices = (*picture.choices, *joined, *framing.choices)
    return framing.model_copy(update={"choices": choices, "voices": voices})


def _no_picture(media: ClipMedia) -> Framing:
    spans = tuple(
        LayoutSpan(start=kept.start, end=kept.end, layout="wide", regions=(), reason="sound without picture")
        for kept in media.cut.ranges
    )
    return Framing(width=0, height=0, spans=dict.fromkeys(ASPECTS, spans))


STAGE = Stage("analyze_framing", "prepare", "clip", "io", 8, analyze_framing)
