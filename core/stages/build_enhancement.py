"""Stage 9: caption cues and overlays of one clip, resolved against the style."""

from __future__ import annotations

from core.captions.cues import CaptionWord, build_cues
from core.pipeline.stage import Stage, StageContext
from core.schema.caption import CreativePlan, Enhancement, Overlay
from core.schema.correction import Corrections
from core.schema.media import ClipMedia
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript

# Two times mean the same word when they are closer than any two words start after each other.
_SAME_WORD_SECONDS = 0.02
# A cut through a word keeps the word in the caption only when most of it is heard.
_HEARD_SHARE = 0.5


def build_enhancement(
    context: StageContext,
    creative: CreativePlan,
    transcript: Transcript,
    corrections: Corrections,
    media: ClipMedia,
    style: Style,
) -> Enhancement:
    """Bring the words that are heard into clip time and lay them out as cues; add hook and progress bar."""
    from core.speech.corrected import corrected

    words = caption_words(corrected(transcript, corrections), media.cut, creative)
    duration = media.cut.duration
    overlays = []
    if style.hook.is_shown and creative.hook:
        end = min(style.hook.seconds, duration)
        overlays.append(Overlay(kind="hook", start=0.0, end=end, text=creative.hook))
    if style.progress_bar.is_shown:
        overlays.append(Overlay(kind="progress_bar", start=0.0, end=duration))
    return Enhancement(cues=build_cues(words, style.captions, duration), overlays=tuple(overlays))


def caption_words(transcript: Transcript, cut: Cut, creative: CreativePlan) -> tuple[CaptionWord, ...]:
    """Return the words that a cut keeps, in clip seconds and playing order."""
    emphasised = {round(start / _SAME_WORD_SECONDS) for start in creative.emphasised}
    words: list[CaptionWord] = []
    for word, segment in transcript.words():
        key = round(word.start / _SAME_WORD_SECONDS)
        whole = word.end - word.start
        words += [
            CaptionWord(word.text, part.start, part.end, segment.speaker, key in emphasised)
            for part in cut.clip_spans(TimeSpan(start=word.start, end=word.end))
            if part.duration >= _HEARD_SHARE * whole
        ]
    return tuple(sorted(words, key=lambda word: word.start))


STAGE = Stage("build_enhancement", "prepare", "clip", "io", 3, build_enhancement)
