"""Transcripts that come as files, given or from beside the media: read to the same `Transcript` as any other.

Where the file has no word times they are interpolated inside each caption, and for English with sound at hand then
placed in the sound. Text without any times is spread over the speech first. Each of these is a recorded choice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.errors import TranscriptError
from core.lexicon import guess_language
from core.schema.choice import Choice
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.transcript import Transcript, TranscriptSegment
from core.speech.ass import parse_ass
from core.speech.beside import LANGUAGE_SUFFIX
from core.speech.captions import parse_srt, parse_vtt
from core.speech.languages import language_code
from core.speech.plain_transcript import parse_plain
from core.speech.speakers import read_speakers
from core.speech.text_file import read_text
from core.speech.transcript_json import parse_json
from core.speech.word_times import time_words
from core.speech.words import Passage, SpokenWord, lay_out, split_words, tidy_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_WORDS = 1_000_000  # ninety hours of speech: more would fill the memory of a small machine
_VTT_LANGUAGE = re.compile(r"^Language:\s*([\w-]{2,11})", re.MULTILINE)


def read_transcript(
    path: Path,
    audio: Path | None,
    duration: float,
    progress: ProgressCallback = ignore_progress,
    language: str = "",
) -> Transcript:
    """Read a transcript file.

    Args:
        path: SRT, WebVTT, ASS, JSON or plain text, by its suffix.
        audio: The analysis audio, to place words in; None keeps the times of the file.
        duration: Of the media in seconds; 0 where unknown.
        progress: Told 0 to 1.
        language: ISO 639-1 code where the user set one.

    Raises:
        TranscriptError: Unreadable, malformed (with its line or place), empty, or all of it after the media's end.
    """
    parsed = _parse(path, language)
    language = language_code(language) or parsed.language or guess_language(_some_words(parsed.passages))
    passages, is_alternating = read_speakers(parsed.passages)
    passages = [passage for passage in passages if passage.text.strip()]
    if not passages:
        raise TranscriptError("there are no words in this file.", file=str(path))
    _refuse_floods(passages, path)
    choices = parsed.choices + ([_ALTERNATING] if is_alternating else [])
    is_exact = False
    can_align = audio is not None and language == "en"
    if any(passage.start is None for passage in passages):
        from core.speech.untimed import place_untimed

        placed = place_untimed(passages, path, audio, duration, can_align, progress)
        segments, is_exact = placed.segments, placed.is_exact
        choices.append(placed.choice)
    else:
        segments = lay_out(_with_ends(passages))
        if not duration or segments[0].start < duration:
            segments, is_exact, choice = time_words(segments, passages, audio if can_align else None, progress)
            choices.append(choice)
    segments, late = _inside(segments, path, duration)
    choices += late
    return Transcript(
        language=language,
        segments=tuple(segments),
        transcriber="sidecar",
        model=path.suffix.lower().lstrip("."),
        has_exact_word_times=is_exact,
        choices=tuple(choices),
    )


@dataclass(frozen=True, slots=True)
class _Parsed:
    language: str
    passages: list[Passage]
    choices: list[Choice]


_ALTERNATING = Choice(
    subject="speakers",
    chosen="two alternating names",
    reason="the captions only mark that somebody else speaks, not who",
    degraded=True,
)


def _parse(path: Path, language: str) -> _Parsed:
    named = _language_by_name(path)
    text, choices = read_text(path, language_code(language) or named)
    file, suffix = str(path), _kind(path, text)
    if not text.strip():
        raise TranscriptError("the file is empty.", file=file)
    if suffix == ".json":
        parsed = parse_json(text, file)
        return _Parsed(parsed.language or named, parsed.passages, choices)
    if suffix == ".vtt":
        header = _VTT_LANGUAGE.search(text[:400])
        return _Parsed((language_code(header[1]) if header else "") or named, parse_vtt(text, file), choices)
    parse = {".srt": parse_srt, ".ass": parse_ass, ".ssa": parse_ass, ".txt": parse_plain}.get(suffix)
    if parse is None:
        raise TranscriptError(
            f"{suffix or 'a file without a suffix'} is no transcript format.",
            file=file,
            remedy="Use SRT, VTT, ASS, JSON or TXT.",
        )
    return _Parsed(named, parse(text, file), choices)


def _kind(path: Path, text: str) -> str:
    """Return the suffix of what a file is: captions are often called .srt or .txt whatever they are."""
    suffix, head = path.suffix.lower(), text[:1000].lstrip()
    if suffix in (".srt", ".txt"):
        if head.startswith("WEBVTT"):
            return ".vtt"
        if head.startswith("[Script Info]"):
            return ".ass"
        if suffix == ".txt" and "-->" in text:
            return ".srt"
    return suffix


def _refuse_floods(passages: Sequence[Passage], path: Path) -> None:
    count = sum(len(passage.words) or len(split_words(passage.text)) for passage in passages)
    if count > MOST_WORDS:
        raise TranscriptError(
            f"{count} words are more than any recording holds.",
            file=str(path),
            remedy="Split the file, and the recording with it.",
        )


def _language_by_name(path: Path) -> str:
    match = LANGUAGE_SUFFIX.search(path.stem)
    return language_code(match[1]) if match else ""


def _some_words(passages: Sequence[Passage]) -> list[str]:
    """Return enough words to tell a language by."""
    return [word for passage in passages[:400] for word in passage.text.split()]


def _with_ends(passages: Sequence[Passage]) -> list[Passage]:
    """Let a passage without an end last until the next one, but not much longer than it takes to say it."""
    ended = []
    for passage, following in zip(passages, [*passages[1:], None], strict=True):
        if passage.end is None and passage.start is not None:
            natural = passage.start + 1.5 * len(passage.text) / 15 + 1.0
            limit = following.start if following and following.start is not None else natural
            passage = replace(passage, end=max(passage.start, min(natural, limit)))
        ended.append(passage)
    return ended


def _inside(
    segments: list[TranscriptSegment], path: Path, duration: float
) -> tuple[list[TranscriptSegment], list[Choice]]:
    """Drop what lies after the end of the media: a sign of captions that belong to another cut of it."""
    if duration <= 0 or not segments or segments[-1].end <= duration:
        return segments, []
    kept = []
    for segment in segments:
        end = min(segment.end, round(duration, 3))
        if end - segment.start >= 0.02 * max(1, len(segment.words)):
            words = tidy_words(_spoken(segment), segment.start, end)
            kept.append(segment.model_copy(update={"end": end, "words": words}))
    if not kept:
        raise TranscriptError(
            f"all of it lies after the end of the media ({duration:.1f} s).",
            file=str(path),
            remedy="It seems to belong to another recording.",
        )
    dropped = len(segments) - len(kept)
    if not dropped:
        return kept, []
    reason = f"{dropped} of {len(segments)} captions lie after the end of the media ({duration:.1f} s)"
    return kept, [Choice(subject="captions", chosen=f"{len(kept)} captions", reason=reason, degraded=True)]


def _spoken(segment: TranscriptSegment) -> list[SpokenWord]:
    return [SpokenWord(word.text, word.start, word.end, word.confidence) for word in segment.words]
