"""Transcripts that come as files: found beside the media or given, read to the same `Transcript` as any other.

Where the file has no word times they are interpolated inside each caption, and for English with sound at hand then
placed in the sound. Text without any times is spread over the speech first. Each of these is a recorded choice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.errors import TranscriptError
from core.schema.choice import Choice
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.transcript import Transcript, TranscriptSegment
from core.speech.captions import parse_ass, parse_srt, parse_vtt
from core.speech.plain_transcript import parse_plain
from core.speech.speakers import read_speakers
from core.speech.transcript_json import parse_json
from core.speech.word_times import time_words
from core.speech.words import Passage, SpokenWord, lay_out, tidy_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMATS = (".json", ".vtt", ".srt", ".ass", ".ssa", ".txt")  # best first: what tells most about words and speakers
LARGEST_BYTES = 64 * 1024 * 1024
_LANGUAGE_SUFFIX = re.compile(r"\.([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]{2,4})?$")
_VTT_LANGUAGE = re.compile(r"^Language:\s*([a-zA-Z]{2,3})", re.MULTILINE)
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "to",
        "a",
        "in",
        "that",
        "is",
        "it",
        "you",
        "i",
        "for",
        "was",
        "on",
        "with",
        "as",
        "be",
        "this",
        "have",
        "we",
        "not",
        "are",
        "but",
        "they",
    ]
)


def find_sidecar(media: Path) -> Path | None:
    """Return the best transcript beside a media file: the same stem, perhaps with a language (`talk.en.srt`).

    A JSON file counts only if it looks like a transcript, since programs leave JSON of all kinds beside media.
    """
    try:
        beside = sorted(path for path in media.parent.iterdir() if path.name != media.name)
    except OSError:
        return None
    candidates = [(rank, path) for path in beside if (rank := _rank(path, media.stem)) is not None]
    for _, path in sorted(candidates, key=lambda pair: pair[0]):
        if (
            path.is_file()
            and path.stat().st_size > 0
            and (path.suffix.lower() != ".json" or _may_be_transcript(path))
        ):
            return path
    return None


def _rank(path: Path, stem: str) -> tuple[int, int, str] | None:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        return None
    own = path.name[: -len(suffix)]
    if own == stem:
        return FORMATS.index(suffix), 0, path.name
    rest = own.removeprefix(stem)
    if rest == own or not (_LANGUAGE_SUFFIX.fullmatch(rest) or rest in (".transcript", ".words")):
        return None
    return FORMATS.index(suffix), 1 if rest.startswith((".en", ".words")) else 2, path.name


def _may_be_transcript(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(65_536)
    return any(key in head for key in (b'"segments"', b'"words"', b'"utterances"', b'"transcription"', b'"word"'))


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
    parsed = _parse(path)
    language = (
        language or parsed.language or _language_by_name(path) or _guess_language(parsed.passages)
    ).lower()[:2]
    passages, is_alternating = read_speakers(parsed.passages)
    if not passages:
        raise TranscriptError("there are no words in this file.", file=str(path))
    choices = [_ALTERNATING] if is_alternating else []
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


_ALTERNATING = Choice(
    subject="speakers",
    chosen="two alternating names",
    reason="the captions only mark that somebody else speaks, not who",
    degraded=True,
)


def _parse(path: Path) -> _Parsed:
    text, file, suffix = _read_text(path), str(path), path.suffix.lower()
    if not text.strip():
        raise TranscriptError("the file is empty.", file=file)
    if suffix == ".json":
        parsed = parse_json(text, file)
        return _Parsed(parsed.language, parsed.passages)
    if suffix == ".vtt":
        header = _VTT_LANGUAGE.search(text[:400])
        return _Parsed(header[1] if header else "", parse_vtt(text, file))
    if suffix == ".srt":
        return _Parsed("", parse_srt(text, file))
    if suffix in (".ass", ".ssa"):
        return _Parsed("", parse_ass(text, file))
    if suffix == ".txt":
        return _Parsed("", parse_srt(text, file) if "-->" in text else parse_plain(text, file))
    raise TranscriptError(
        f"{suffix or 'a file without a suffix'} is no transcript format.",
        file=file,
        remedy="Use SRT, VTT, JSON or TXT.",
    )


def _read_text(path: Path) -> str:
    """Return the text in whatever encoding it has: by its mark, else UTF-8, else Windows-1252."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            size = path.stat().st_size / 1e6
            raise TranscriptError(f"{size:.0f} MB is too large for a transcript.", file=str(path))
        raw = path.read_bytes()
    except OSError as error:
        raise TranscriptError(f"it can't be read: {error.strerror}.", file=str(path)) from error
    try:
        text = raw.decode(_encoding(raw))
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\0" in text:
        raise TranscriptError("this is not a text file.", file=str(path), remedy="Use SRT, VTT, JSON or TXT.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    zeros = raw[:400]
    if zeros.count(0) > len(zeros) // 4:
        return "utf-16-le" if zeros[1::2].count(0) > zeros[::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def _language_by_name(path: Path) -> str:
    match = _LANGUAGE_SUFFIX.search(path.stem)
    return match[1] if match and match[1].lower() != "sdh" else ""


def _guess_language(passages: Sequence[Passage]) -> str:
    """Return "en" where enough of the words are the commonest English ones, else nothing."""
    words = [word.strip(".,!?").lower() for passage in passages[:400] for word in passage.text.split()]
    common = sum(word in _ENGLISH for word in words)
    return "en" if words and common > 0.15 * len(words) else ""


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
