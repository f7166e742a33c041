"""Stage 10: caption cues and overlays of one clip, resolved against the style."""

from __future__ import annotations

from core.captions.cues import CaptionWord, build_cues
from core.captions.masking import mask_line, mask_words
from core.captions.punctuation import tidy_marks
from core.captions.translated import translated_words
from core.lexicon import guess_language
from core.pipeline.stage import Stage, StageContext
from core.schema.caption import CreativePlan, Enhancement, Overlay
from core.schema.choice import Choice
from core.schema.clip import Wording
from core.schema.correction import Corrections
from core.schema.media import ClipMedia
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from core.schema.translation import CaptionTrack

# Two times mean the same word when they are closer than any two words start after each other.
_SAME_WORD_SECONDS = 0.02
# A cut through a word keeps the word in the caption only when most of it is heard.
_HEARD_SHARE = 0.5


def build_enhancement(
    context: StageContext,
    creative: CreativePlan,
    wording: Wording,
    transcript: Transcript,
    corrections: Corrections,
    track: CaptionTrack,
    media: ClipMedia,
    style: Style,
) -> Enhancement:
    """Bring the words that are heard into clip time and lay them out as cues; add hook and progress bar."""
    from core.speech.corrected import corrected

    shown = corrected(transcript, corrections)
    translated: tuple[CaptionWord, ...] = ()
    choices: list[Choice] = []
    if track.language:
        translated, as_spoken, choices = _translated_words(shown, track, media.cut, creative)
    else:
        as_spoken = caption_words(shown, media.cut, creative)
    words = tuple(sorted((*translated, *as_spoken), key=lambda word: word.start))
    hook = track.hook or creative.hook
    if wording.masks_profanity:
        spoken = transcript.language or guess_language([word.text for word, _ in transcript.words()])
        groups = [group for group in ((translated, track.language), (as_spoken, spoken)) if group[0]]
        words, told = mask_words(groups)
        hook = mask_line(hook, track.language if track.hook else spoken)
        choices += told
    for choice in choices:
        context.note(choice)
    duration = media.cut.duration
    overlays = []
    if style.hook.is_shown and hook:
        end = min(style.hook.seconds, duration)
        overlays.append(Overlay(kind="hook", start=0.0, end=end, text=hook))
    if style.progress_bar.is_shown:
        overlays.append(Overlay(kind="progress_bar", start=0.0, end=duration))
    cues = build_cues(words, style.captions, duration)
    return Enhancement(cues=cues, overlays=tuple(overlays), choices=tuple(choices))


def _translated_words(
    transcript: Transcript, track: CaptionTrack, cut: Cut, creative: CreativePlan
) -> tuple[tuple[CaptionWord, ...], tuple[CaptionWord, ...], list[Choice]]:
    """Return the words of a translation, those of segments that it lacks as they are spoken, and notes."""
    words, missing = translated_words(transcript, track.lines, cut)
    choices = []
    if creative.hook and not track.hook:
        reason = f"its translation ({track.language}) is missing"
        choices.append(Choice(subject="hook", chosen="as it was written", reason=reason))
    if not missing:
        return words, (), choices
    rest = caption_words(transcript.model_copy(update={"segments": tuple(missing)}), cut, creative)
    heard = sum(bool(cut.clip_spans(TimeSpan(start=s.start, end=s.end))) for s in transcript.segments)
    choice = Choice(
        subject="captions",
        chosen=f"{len(missing)} of {heard} segments as they are spoken",
        reason=f"their translation ({track.language}) is missing",
        degraded=True,
    )
    return words, rest, [choice, *choices]


def caption_words(transcript: Transcript, cut: Cut, creative: CreativePlan) -> tuple[CaptionWord, ...]:
    """Return the words that a cut keeps, in clip seconds and playing order."""
    emphasised = {round(start / _SAME_WORD_SECONDS) for start in creative.emphasised}
    words: list[CaptionWord] = []
    for word, segment in transcript.words():
        key = round(word.start / _SAME_WORD_SECONDS)
        whole = word.end - word.start
        words += [
            CaptionWord(
                word.text if word.is_corrected else tidy_marks(word.text),
                part.start,
                part.end,
                segment.speaker,
                key in emphasised,
            )
            for part in cut.clip_spans(TimeSpan(start=word.start, end=word.end))
            if part.duration >= _HEARD_SHARE * whole
        ]
    return tuple(sorted(words, key=lambda word: word.start))


STAGE = Stage("build_enhancement", "prepare", "clip", "io", 7, build_enhancement)
