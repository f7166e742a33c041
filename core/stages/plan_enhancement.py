"""Stage 5: what is stressed in one clip: the hook line and the words to emphasise."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.caption import CreativePlan
from core.schema.choice import Choice
from core.schema.clip import Wording
from core.schema.correction import Corrections
from core.schema.style import Style
from core.schema.time import Cut
from core.schema.transcript import Transcript

_UNREAD = "The words are an unread draft; write a hook yourself, or transcribe with a better model."


def plan_enhancement(
    context: StageContext,
    cut: Cut,
    wording: Wording,
    transcript: Transcript,
    corrections: Corrections,
    style: Style,
) -> CreativePlan:
    """Choose emphasis and hook; bound to the pinned style, so that a change of style enters here."""
    from core.highlights.creative import plan_creative
    from core.speech.corrected import corrected

    creative = plan_creative(cut, corrected(transcript, corrections), wording)
    if transcript.is_draft and not wording.hook:
        choice = Choice(subject="hook", chosen="none", reason=_UNREAD, degraded=True)
        context.note(choice)
        return creative.model_copy(update={"hook": "", "choices": (*creative.choices, choice)})
    return creative


STAGE = Stage("plan_enhancement", "plan", "clip", "io", 4, plan_enhancement)
