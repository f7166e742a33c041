"""Stage 4: the editorial plan, by the local scorer, and by a language model where the user has set one."""

from __future__ import annotations

from core.pipeline.stage import Parameters, Stage, StageContext
from core.schema.plan import EditorialPlan
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
    from core.highlights.plan import PlanOptions, plan_clips

    options = PlanOptions(
        top=parameters.top,
        min_seconds=parameters.min_seconds,
        max_seconds=parameters.max_seconds,
        prompt=parameters.prompt,
    )
    made = plan_clips(transcript, segments, options, prepared.analysis_audio, context.progress)
    endpoint = context.endpoints.get("language")
    if parameters.language_model and endpoint is not None:
        from core.highlights.rerank import plan_with_model
        from core.llm.client import language_model

        model = language_model(endpoint, context.workspace, context.payer)
        made = plan_with_model(made, transcript, segments, options, model, context.progress)
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


STAGE = Stage("plan", "plan", "source", "llm", 4, plan, parameters)
