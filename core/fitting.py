"""The small work that learning asks for, done by the same workers as the stages: a registry of its own.

Nothing of it stays on disk: what comes out is taken over into the records.
"""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.learning import Examples, Ranker

REGISTRY = "core.fitting"


def fit_ranker(context: StageContext, examples: Examples) -> Ranker:
    """Fit a ranker to decisions, and judge it by held-out ones."""
    from core.learning.ranker import fit

    return fit(examples.all)


FIT_RANKER = Stage("fit_ranker", "plan", "source", "io", 1, fit_ranker)
STAGES = (FIT_RANKER,)
