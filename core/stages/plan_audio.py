"""Stage 8: how loud one clip is, and what is done about it."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.audio import AudioPlan
from core.schema.choice import Choice
from core.schema.media import ClipMedia
from core.schema.source import PreparedSource, Source

# Room tone must not be lifted to the level of speech.
_MAX_GAIN_DB = 30.0


def plan_audio(context: StageContext, source: Source, prepared: PreparedSource, media: ClipMedia) -> AudioPlan:
    """Measure the clip's loudness (ITU-R BS.1770-4) and plan the gain to the target."""
    from core.media.audio import measure_loudness

    plan = AudioPlan()
    if not media.has_audio:
        return plan
    loudness = measure_loudness(prepared.media or source.path, prepared.facts, media.cut)
    if loudness.lufs is None:
        silent = Choice(subject="loudness", chosen="left as it is", reason="The clip is silent.")
        context.note(silent)
        return plan.model_copy(update={"choices": (silent,)})
    gain = min(plan.target_lufs - loudness.lufs, _MAX_GAIN_DB)
    return plan.model_copy(
        update={
            "measured_lufs": loudness.lufs,
            "measured_peak_dbtp": loudness.peak_dbtp,
            "gain_db": gain,
        }
    )


STAGE = Stage("plan_audio", "prepare", "clip", "io", 1, plan_audio)
