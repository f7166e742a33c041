"""Making the insights of a talk in a worker, so that ten hours hold up no window: a registry of its own."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.correction import Corrections
from core.schema.insights import Insights, InsightsJob
from core.schema.transcript import Transcript

REGISTRY = "core.insight_work"


def tell_insights(
    context: StageContext, transcript: Transcript, corrections: Corrections, job: InsightsJob
) -> Insights:
    """Make the insights of a transcript as the user corrected it."""
    from core.insights.make import make_insights
    from core.speech.corrected import corrected

    return make_insights(corrected(transcript, corrections), job.duration, context.progress)


TELL_INSIGHTS = Stage("tell_insights", "ingest", "source", "llm", 1, tell_insights)
STAGES = (TELL_INSIGHTS,)
