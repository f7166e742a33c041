"""Stage 8: how loud one clip is, and what is done about it."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.audio import AudioPlan, SoundWishes, gain_to
from core.schema.media import ClipMedia
from core.schema.source import PreparedSource, Source


def plan_audio(
    context: StageContext, source: Source, prepared: PreparedSource, media: ClipMedia, wishes: SoundWishes
) -> AudioPlan:
    """Measure what remains of the clip's sound (ITU-R BS.1770-4), noise reduced where wished, and plan the rest.

    Raises:
        MediaError: The source or the music can't be read.
    """
    from core.render.measure import measure_clip
    from core.render.music import check_music

    plan = AudioPlan(gain_db=wishes.gain_db, music=wishes.music, fade_in=wishes.fade_in, fade_out=wishes.fade_out)
    if wishes.music is not None:
        check_music(wishes.music)
    if not media.has_audio:
        return plan
    path = prepared.media or source.path
    found = measure_clip(path, prepared.facts, media.cut, plan.crossfade, wishes.reduces_noise, context.progress)
    choices = list(found.choices)
    for choice in choices:
        context.note(choice)
    gain_db = 0.0 if found.lufs is None else gain_to(plan.target_lufs, found.lufs)
    return plan.model_copy(
        update={
            "measured_lufs": found.lufs,
            "measured_peak_dbtp": found.peak_dbtp,
            "gain_db": gain_db + wishes.gain_db,
            "noise_floor_dbfs": found.noise_floor_dbfs,
            "choices": tuple(choices),
        }
    )


STAGE = Stage("plan_audio", "prepare", "clip", "io", 2, plan_audio)
