"""The stages, in order: the table of contents of the product."""

from __future__ import annotations

from core.pipeline.stage import Per, Stage
from core.schema.audio import SoundWishes
from core.schema.clip import FramingWishes, Wording
from core.schema.composition import DeliverySpec
from core.schema.correction import Corrections, SpeakerNames
from core.schema.framing import Footage
from core.schema.record import Record
from core.schema.source import Source, TrackWishes
from core.schema.style import Style
from core.schema.time import Cut
from core.schema.translation import CaptionTrack
from core.stages import (
    analyze_framing,
    analyze_picture,
    build_enhancement,
    compose,
    detect_segments,
    finalize,
    plan,
    plan_audio,
    plan_enhancement,
    prepare_media,
    render,
    transcode,
    transcribe,
)

STAGES: tuple[Stage, ...] = (
    transcode.STAGE,
    transcribe.STAGE,
    detect_segments.STAGE,
    plan.STAGE,
    plan_enhancement.STAGE,
    prepare_media.STAGE,
    analyze_picture.STAGE,
    analyze_framing.STAGE,
    plan_audio.STAGE,
    build_enhancement.STAGE,
    finalize.STAGE,
    compose.STAGE,
    render.STAGE,
)

# What is given rather than made, and how far it fans out.
ROOTS: dict[type[Record], Per] = {
    Source: "source",
    TrackWishes: "source",
    Cut: "clip",
    Footage: "clip",
    Wording: "clip",
    FramingWishes: "clip",
    SoundWishes: "clip",
    Corrections: "clip",
    SpeakerNames: "clip",
    CaptionTrack: "clip",
    Style: "clip",
    DeliverySpec: "delivery",
}

# As a person is told them.
STAGE_NAMES = ", ".join(stage.name for stage in STAGES)
