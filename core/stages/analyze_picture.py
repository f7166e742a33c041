"""Stage 7: who is in the picture of one clip. All that decodes and asks a model for the framing is done here."""

from __future__ import annotations

from core.errors import WeightsError
from core.pipeline.stage import Parameters, Stage, StageContext
from core.schema.framing import Footage, PictureAnalysis
from core.schema.run import RunOptions, RunSetup
from core.schema.segment import Segments
from core.schema.source import PreparedSource, Source


class PictureParameters(Parameters):
    """Which face model is used; empty where none could be had."""

    face_model: str


def parameters(options: RunOptions, setup: RunSetup) -> PictureParameters:
    """Take what was resolved for the run."""
    return PictureParameters(face_model=setup.face_model)


def analyze_picture(
    context: StageContext,
    source: Source,
    prepared: PreparedSource,
    segments: Segments,
    footage: Footage,
    parameters: PictureParameters,
) -> PictureAnalysis:
    """Track faces through the clip's footage, and say what else its shots show; nothing in sound without picture.

    Raises:
        WeightsError: The face model that the run was started with is not on this machine.
    """
    from core.vision.content import ContentWatcher
    from core.vision.footage import within_source
    from core.vision.tracks import find_tracks
    from core.weights import find

    if prepared.facts.video is None:
        return PictureAnalysis()
    model = find(parameters.face_model, context.weights_folder) if parameters.face_model else None
    if parameters.face_model and model is None:
        raise WeightsError(
            f"The face model {parameters.face_model} is not there.",
            str(context.weights_folder),
            remedy="Fetch it where this work is done, in File › Models… or with: main.py doctor --fetch",
        )
    watcher = ContentWatcher(segments.shots)
    tracks, choices = find_tracks(
        prepared.media or source.path,
        prepared.facts,
        within_source(footage, prepared.facts.duration),
        segments.shots,
        model,
        prepared.analysis_audio,
        context.progress,
        watcher,
    )
    for choice in choices:
        context.note(choice)
    content = watcher.finish(tracks, prepared.facts.video.width)
    return PictureAnalysis(tracks=tracks, content=content, choices=choices)


STAGE = Stage("analyze_picture", "prepare", "clip", "vision", 8, analyze_picture, parameters)
