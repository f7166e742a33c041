"""The small work that a correction asks for, done by the same workers as the stages: a registry of its own.

Nothing of it stays on disk: what comes out is taken over into the records.
"""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.speech.realign import PlacedWords, PlacingJob, place

REGISTRY = "core.placing"


def place_words(context: StageContext, job: PlacingJob) -> PlacedWords:
    """Place words that the user wrote in the sound."""
    return place(job, context.progress)


PLACE_WORDS = Stage("place_words", "ingest", "source", "speech", 1, place_words)
STAGES = (PLACE_WORDS,)
