"""Stage 7: who is in the picture, and which part of it each aspect ratio shows."""

from __future__ import annotations

from core.errors import WeightsError
from core.pipeline.stage import Parameters, Stage, StageContext
from core.schema.choice import ASPECTS
from core.schema.clip import FramingWishes
from core.schema.framing import Framing, LayoutSpan
from core.schema.media import ClipMedia
from core.schema.run import RunOptions, RunSetup
from core.schema.segment import Segments
from core.schema.source import PreparedSource, Source
from core.schema.transcript import Transcript


class FramingParameters(Parameters):
    """Which face model is used; empty where none could be had."""

    face_model: str


def parameters(options: RunOptions, setup: RunSetup) -> FramingParameters:
    """Take what was resolved for the run."""
    return FramingParameters(face_model=setup.face_model)


def analyze_framing(
    context: StageContext,
    source: Source,
    prepared: PreparedSource,
    transcript: Transcript,
    segments: Segments,
    media: ClipMedia,
    wishes: FramingWishes,
    parameters: FramingParameters,
) -> Framing:
    """Track faces, join them with voices and plan the camera. Sound without picture gets one empty, wide span.

    Raises:
        WeightsError: The face model that the run was started with is not on this machine.
    """
    from core.framing.frame import frame_clip
    from core.framing.voices import join_voices
    from core.vision.tracks import find_tracks
    from core.weights import find

    video = prepared.facts.video
    if video is None:
        return _no_picture(media)
    model = find(parameters.face_model, context.weights_folder) if parameters.face_model else None
    if parameters.face_model and model is None:
        raise WeightsError(
            f"The face model {parameters.face_model} is not there.",
            str(context.weights_folder),
            remedy="Fetch it where this work is done, in File › Models… or with: main.py doctor --fetch",
        )
    path = prepared.media or source.path
    tracks, choices = find_tracks(
        path, prepared.facts, media.cut.ranges, segments.shots, model, prepared.analysis_audio, context.progress
    )
    tracks, voices, joined = join_voices(tracks, transcript, media.cut.ranges)
    framing = frame_clip(video, media.cut, segments.shots, tracks, ASPECTS, wishes)
    noted = (*choices, *joined, *framing.choices)
    for choice in noted:
        context.note(choice)
    return framing.model_copy(update={"choices": noted, "voices": voices})


def _no_picture(media: ClipMedia) -> Framing:
    spans = tuple(
        LayoutSpan(start=kept.start, end=kept.end, layout="wide", regions=(), reason="sound without picture")
        for kept in media.cut.ranges
    )
    return Framing(width=0, height=0, spans=dict.fromkeys(ASPECTS, spans))


STAGE = Stage("analyze_framing", "prepare", "clip", "vision", 5, analyze_framing, parameters)
