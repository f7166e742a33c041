"""Stage 4: the editorial plan, by the local scorer, and by a language model where the user has set one."""

from __future__ import annotations

from core.pipeline.stage import Parameters, Stage, StageContext
from core.schema.plan import EditorialPlan
from core.schema.record import ProgressCallback
from core.schema.run import RunOptions, RunSetup
from core.schema.segment import Segments
from core.schema.source import PreparedSource
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript


class PlanParameters(Parameters):
    """What is looked for. Lengths in seconds; `language_model` names the endpoint, empty for none."""

    top: int
    min_seconds: float
    max_seconds: float
    prompt: str
    language_model: str


def parameters(options: RunOptions, setup: RunSetup) -> PlanParameters:
    """Take the user's wishes."""
    return PlanParameters(
        top=options.top,
        min_seconds=options.min_seconds,
        max_seconds=options.max_seconds,
        prompt=options.prompt,
        language_model=setup.language_model,
    )


def plan(
    context: StageContext,
    transcript: Transcript,
    segments: Segments,
    prepared: PreparedSource,
    parameters: PlanParameters,
) -> EditorialPlan:
    """Rank candidates."""
    from core.highlights.edges import keep_off_flashes
    from core.highlights.plan import PlanOptions, choose_clips, survey

    options = PlanOptions(
        top=parameters.top,
        min_seconds=parameters.min_seconds,
        max_seconds=parameters.max_seconds,
        prompt=parameters.prompt,
    )
    endpoint = context.endpoints.get("language")
    is_asking = bool(parameters.language_model) and endpoint is not None
    # Asking takes the longest by far.
    share = 0.2 if is_asking else 1.0
    ground = survey(transcript, segments, options, prepared.analysis_audio, _scaled(context.progress, 0.0, share))
    made = choose_clips(ground, options, _scaled(context.progress, 0.0, share))
    if is_asking and endpoint is not None:
        from core.highlights.second_opinion import plan_with_model
        from core.llm.client import language_model

        model = language_model(endpoint, context.workspace, context.payer)
        made = plan_with_model(made, ground, options, model, _scaled(context.progress, share, 1.0))
    if transcript.is_draft:
        # A misheard word in large letters over the picture is worse than no hook.
        unread = tuple(candidate.model_copy(update={"hook": ""}) for candidate in made.candidates)
        made = made.model_copy(update={"candidates": unread})
    words = [TimeSpan(start=word.start, end=word.end) for word, _ in transcript.words()]
    kept = [
        candidate.model_copy(
            update={"cut": keep_off_flashes(candidate.cut, segments.shots, words, parameters.min_seconds)}
        )
        for candidate in made.candidates
    ]
    made = made.model_copy(update={"candidates": tuple(kept)})
    for choice in made.choices:
        context.note(choice)
    return made


def _scaled(progress: ProgressCallback, start: float, end: float) -> ProgressCallback:
    """Return progress of a part of the work, from one fraction of it to another."""

    def told(fraction: float, message: str = "") -> None:
        progress(start + (end - start) * fraction, message)

    return told


STAGE = Stage("plan", "plan", "source", "llm", 8, plan, parameters)
