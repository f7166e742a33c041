"""Stage 9: how loud one clip is, and what is done about it."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.audio import AudioPlan, SoundWishes, gain_to
from core.schema.choice import Choice
from core.schema.correction import Corrections
from core.schema.media import ClipMedia
from core.schema.source import PreparedSource, Source
from core.schema.time import Cut, TimeSpan, merge_spans
from core.schema.transcript import Transcript

# Times of words are right to some hundredths of a second; a swear word's first sound must not be left over.
_AROUND_WORD = 0.04


def plan_audio(
    context: StageContext,
    source: Source,
    prepared: PreparedSource,
    transcript: Transcript,
    corrections: Corrections,
    media: ClipMedia,
    wishes: SoundWishes,
) -> AudioPlan:
    """Measure what remains of the clip's sound (ITU-R BS.1770-4), noise reduced where wished, and plan the rest.

    Raises:
        MediaError: The source or the music can't be read.
    """
    from core.render.measure import measure_clip
    from core.render.music import check_music
    from core.speech.corrected import corrected

    plan = AudioPlan(gain_db=wishes.gain_db, music=wishes.music, fade_in=wishes.fade_in, fade_out=wishes.fade_out)
    if wishes.music is not None:
        check_music(wishes.music)
    if not media.has_audio:
        return plan
    path = prepared.media or source.path
    silenced: tuple[TimeSpan, ...] = ()
    choices: list[Choice] = []
    if wishes.profanity != "kept":
        silenced, choices = silenced_spans(corrected(transcript, corrections), media.cut)
    bleeps = wishes.profanity == "bleeped" and bool(silenced)
    found = measure_clip(
        path, prepared.facts, media.cut, plan.crossfade, wishes.reduces_noise, context.progress, silenced, bleeps
    )
    choices += found.choices
    for choice in choices:
        context.note(choice)
    gain_db = 0.0 if found.lufs is None else gain_to(plan.target_lufs, found.lufs)
    return plan.model_copy(
        update={
            "measured_lufs": found.lufs,
            "measured_peak_dbtp": found.peak_dbtp,
            "gain_db": gain_db + wishes.gain_db,
            "noise_floor_dbfs": found.noise_floor_dbfs,
            "silenced": silenced,
            "bleeps": bleeps,
            "choices": tuple(choices),
        }
    )


def silenced_spans(transcript: Transcript, cut: Cut) -> tuple[tuple[TimeSpan, ...], list[Choice]]:
    """Return where swear words are said, in clip seconds, and what the user should know of it."""
    from core.lexicon import guess_language, profanity

    words = [word for word, _ in transcript.words()]
    texts = [word.text for word in words]
    language = transcript.language or guess_language(texts)
    listed = profanity(language)
    if listed is None:
        reason = (
            f"No swear words are listed for {f'the language “{language}”' if language else 'an unknown language'}."
        )
        return (), [Choice(subject="swear words", chosen="left in the sound", reason=reason, degraded=True)]
    said = [
        TimeSpan(start=words[found.start].start - _AROUND_WORD, end=words[found.stop - 1].end + _AROUND_WORD)
        for found in listed.find(texts)
    ]
    spans = tuple(merge_spans(part for span in said for part in cut.clip_spans(span)))
    if not spans:
        return (), [Choice(subject="swear words", chosen="none", reason="None are said in this clip.")]
    if transcript.has_exact_word_times:
        reason = "The clip asks for it."
    else:
        reason = "When exactly words are said is not known here, so listen to it before you publish."
    count = f"{len(spans)} taken out of the sound"
    return spans, [
        Choice(subject="swear words", chosen=count, reason=reason, degraded=not transcript.has_exact_word_times)
    ]


STAGE = Stage("plan_audio", "prepare", "clip", "io", 3, plan_audio)
