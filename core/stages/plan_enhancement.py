"""Stage 5: what is stressed in one clip: the hook line and the words to emphasise."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.caption import CreativePlan
from core.schema.clip import Wording
from core.schema.style import Style
from core.schema.time import Cut
from core.schema.transcript import Transcript


def plan_enhancement(
    context: StageContext, cut: Cut, wording: Wording, transcript: Transcript, style: Style
) -> CreativePlan:
    """Choose emphasis and hook; bound to the pinned style, so that a change of style enters here."""
    from core.highlights.creative import plan_creative

    return plan_creative(cut, transcript, wording)


STAGE = Stage("plan_enhancement", "plan", "clip", "io", 1, plan_enhancement)
