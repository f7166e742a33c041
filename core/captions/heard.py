"""The text of a clip: the words heard in its cut, in clip time, as they are to be read. No style enters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from core.captions.emoji import pick_emoji
from core.captions.masking import mask_line, mask_words
from core.captions.punctuation import tidy_marks
from core.captions.translated import translated_words
from core.captions.words import CaptionWord
from core.lexicon import guess_language
from core.schema.caption import ClipText, CreativePlan, TextWord
from core.schema.choice import Choice
from core.schema.clip import Wording
from core.schema.shot import Shot
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, is_name
from core.schema.translation import CaptionTrack

# Two times mean the same word when they are closer than any two words start after each other.
_SAME_WORD_SECONDS = 0.02
# A cut through a word keeps the word in the caption only when most of it is heard.
_HEARD_SHARE = 0.5


def clip_text(
    transcript: Transcript,
    cut: Cut,
    creative: CreativePlan,
    wording: Wording,
    track: CaptionTrack,
    shots: Sequence[Shot] = (),
    names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[ClipText, list[Choice]]:
    """Return what captions and title of a clip are made from, in any style, and what was decided on the way.

    Args:
        transcript: What is said, as the user corrected it.
        cut: What of the source the clip plays.
        creative: Words to emphasise, and the opening line.
        wording: Whether swear words are starred.
        track: The language of the captions where it is not the one spoken.
        shots: Of the source; none where they are not known.
        names: What the user calls speakers, by their labels; a label that is a name already needs none.
    """
    translated: tuple[CaptionWord, ...] = ()
    choices: list[Choice] = []
    if track.language:
        translated, as_spoken, choices = _translated_words(transcript, track, cut, creative)
    else:
        as_spoken = caption_words(transcript, cut, creative)
    words: Iterable[CaptionWord] = sorted((*translated, *as_spoken), key=lambda word: word.start)
    hook = track.hook or creative.hook
    if wording.masks_profanity:
        spoken = transcript.language or guess_language([word.text for word, _ in transcript.words()])
        groups = [group for group in ((translated, track.language), (as_spoken, spoken)) if group[0]]
        words, told = mask_words(groups)
        hook = mask_line(hook, track.language if track.hook else spoken)
        choices += told
    text = ClipText(
        words=tuple(
            TextWord(
                text=word.text,
                start=word.start,
                end=word.end,
                speaker=word.speaker,
                is_emphasised=word.is_emphasised,
                emoji=word.emoji,
            )
            for word in words
        ),
        hook=hook,
        cuts=picture_cuts(cut, shots),
    )
    called = {word.speaker: " ".join(names.get(word.speaker, word.speaker).split()) for word in text.words}
    return text.model_copy(
        update={"names": {label: name for label, name in called.items() if is_name(name)}}
    ), choices


def picture_cuts(cut: Cut, shots: Sequence[Shot]) -> tuple[float, ...]:
    """Return the clip seconds at which the picture changes at once: shots begin, ranges of the cut are joined."""
    found: set[float] = set()
    offset = 0.0
    for kept in cut.ranges:
        found |= {offset + shot.start - kept.start for shot in shots if kept.start < shot.start < kept.end}
        offset += kept.duration
        found.add(offset)
    return tuple(sorted(found - {offset}))


def caption_words(transcript: Transcript, cut: Cut, creative: CreativePlan) -> tuple[CaptionWord, ...]:
    """Return the words that a cut keeps, in clip seconds and playing order."""
    emphasised = {round(start / _SAME_WORD_SECONDS) for start in creative.emphasised}
    emoji = {round(mark.at / _SAME_WORD_SECONDS): mark.emoji for mark in creative.emoji}
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
                emoji.get(key, ""),
            )
            for part in cut.clip_spans(TimeSpan(start=word.start, end=word.end))
            if part.duration >= _HEARD_SHARE * whole
        ]
    return tuple(sorted(words, key=lambda word: word.start))


def _translated_words(
    transcript: Transcript, track: CaptionTrack, cut: Cut, creative: CreativePlan
) -> tuple[tuple[CaptionWord, ...], tuple[CaptionWord, ...], list[Choice]]:
    """Return the words of a translation, those of segments that it lacks as they are spoken, and notes."""
    words, missing = translated_words(transcript, track.lines, cut)
    marks = dict(pick_emoji([word.text for word in words], [word.start for word in words], track.language))
    words = tuple(replace(word, emoji=marks.get(index, "")) for index, word in enumerate(words))
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
