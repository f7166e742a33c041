"""Caption files: SRT and WebVTT read to passages.

They are read here and not by pysubs2, because an error must name its line, voice tags and word times must survive,
and captions that roll (each line shown twice) must be told from people who repeat themselves.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.errors import TranscriptError
from core.speech.words import CHARACTERS_PER_SECOND, Passage, SpokenWord, join_words, split_words

LONGEST_SECOND = 1_000_000.0  # eleven days: anything later is nonsense
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?"
_TIMING = re.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?$")
_INLINE_TIME = re.compile(rf"<{_CLOCK}>")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]*)>", re.IGNORECASE)
_RUBY = re.compile(r"<rt(?:\.[^\s<>]*)?>[^<>]*</rt>", re.IGNORECASE)  # how a word is read, beside the word
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|\{\\[^{}]*\}|</?>")
# Marks of direction, control characters, halves of surrogate pairs (which no file may hold), separators of lines.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LONGEST_HELD_WORD = 1.2  # captions that roll give starts only; a word before a pause would last through it


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption as written: its lines keep their markup. `line` counts from 1."""

    start: float
    end: float
    lines: tuple[str, ...]
    line: int


def parse_srt(text: str, file: str) -> list[Passage]:
    """Return the passages of a SubRip file."""
    return _passages(_captions(text, file, is_vtt=False))


def parse_vtt(text: str, file: str) -> list[Passage]:
    """Return the passages of a WebVTT file: voices as speakers, inline times as word times."""
    return _passages(_captions(text, file, is_vtt=True))


def plain_text(text: str) -> str:
    """Return text without markup, entities, invisible characters and runs of white space."""
    return " ".join(unmarked(text).split())


def unmarked(text: str) -> str:
    """Return text without markup, entities and invisible characters; white space stays as it is."""
    return _INVISIBLE.sub("", html.unescape(_TAG.sub("", _RUBY.sub("", _INLINE_TIME.sub("", text)))))


def beyond_recording(seconds: float, file: str, line: int) -> float:
    """Return a caption's time as it is.

    Raises:
        TranscriptError: It is later than any recording lasts.
    """
    if seconds > LONGEST_SECOND:
        raise TranscriptError(f"line {line}: a caption at {seconds:.0f} s is beyond any recording.", file=file)
    return seconds


def seconds_of(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float:
    """Return the seconds of a clock's parts."""
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction or 0}")


def _captions(text: str, file: str, is_vtt: bool) -> list[Caption]:
    captions: list[Caption] = []
    lines = text.split("\n")
    timing: tuple[float, float, int] | None = None
    body: list[str] = []
    is_skipping = is_vtt and bool(lines) and lines[0].lstrip("\ufeff").startswith("WEBVTT")
    for number, line in enumerate(lines, start=1):
        if _is_timing(line, is_vtt and (is_skipping or line.startswith("NOTE"))):
            if timing:
                captions.append(_finish(timing, body, "" if is_vtt else str(len(captions) + 2)))
            timing, body, is_skipping = (*_timing(line, file, number), number), [], False
        elif is_vtt and not line:
            if timing:
                captions.append(_finish(timing, body))
            timing, body, is_skipping = None, [], False
        elif is_vtt and timing is None and line.split(maxsplit=1)[:1] in (["NOTE"], ["STYLE"], ["REGION"]):
            is_skipping = True
        elif timing and not is_skipping:
            body.append(line)
    if timing:
        captions.append(_finish(timing, body))
    if not captions:
        raise TranscriptError("there are no captions in this file.", file=file, remedy=_EXPECTED)
    return captions


_EXPECTED = "A caption starts with a line such as 00:00:01,000 --> 00:00:04,000."


def _is_timing(line: str, is_comment: bool) -> bool:
    """Whether a line says when a caption is shown, or tries to: text may hold an arrow, but then no digits."""
    if "-->" not in line:
        return False
    return bool(_TIMING.match(line)) or (not is_comment and any(character.isdigit() for character in line))


def _timing(line: str, file: str, number: int) -> tuple[float, float]:
    match = _TIMING.match(line)
    if not match:
        shown = line.strip()[:60]
        raise TranscriptError(f"line {number}: {shown!r} is no caption time.", file=file, remedy=_EXPECTED)
    parts = match.groups()
    start, end = (beyond_recording(seconds_of(*clock), file, number) for clock in (parts[:4], parts[4:]))
    return start, end


def _finish(timing: tuple[float, float, int], body: list[str], following: str = "") -> Caption:
    """Close a caption: drop blank lines around its text, and the number of the one that follows.

    That number stands behind a blank line; where the blank line was forgotten, it is `following`.
    """
    lines = [line.strip() for line in body]
    while lines and not lines[-1]:
        lines.pop()
    if (
        following
        and lines
        and lines[-1].isdigit()
        and (lines[-1] == following or len(lines) == 1 or not lines[-2])
    ):
        lines.pop()
    return Caption(timing[0], timing[1], tuple(line for line in lines if plain_text(line)), timing[2])


def _passages(captions: Sequence[Caption]) -> list[Passage]:
    ordered = sorted(captions, key=lambda caption: (caption.start, caption.end))
    if any(_INLINE_TIME.search(line) for caption in ordered for line in caption.lines):
        return _with_inline_times(_unrolled(ordered))
    if _is_rolling(ordered):
        ordered = _unrolled(ordered)
    return [passage for caption in ordered for passage in _voices(caption)]


def _is_rolling(captions: Sequence[Caption]) -> bool:
    """Whether most captions repeat the end of the one before: each line was first at the bottom, then on top."""
    pairs = [pair for pair in pairwise(captions) if pair[0].lines and pair[1].lines]
    repeats = [_repeated_lines(before, after) for before, after in pairs]
    rolls = any(0 < count < len(after.lines) for count, (_, after) in zip(repeats, pairs, strict=True))
    return len(pairs) >= 3 and rolls and sum(map(bool, repeats)) > 0.5 * len(pairs)


def _repeated_lines(before: Caption, after: Caption) -> int:
    if after.start > before.end + 0.5:
        return 0
    old = [plain_text(line) for line in before.lines]
    new = [plain_text(line) for line in after.lines]
    for count in range(min(len(old), len(new)), 0, -1):
        if old[-count:] == new[:count]:
            return count
    return 0


def _unrolled(captions: Sequence[Caption]) -> list[Caption]:
    """Keep of each caption the lines that the one before did not show yet."""
    unrolled: list[Caption] = []
    before: Caption | None = None
    for caption in captions:
        known = _repeated_lines(before, caption) if before else 0
        fresh = caption.lines[known:]
        if fresh:
            unrolled.append(Caption(caption.start, caption.end, fresh, caption.line))
        if caption.lines:
            before = caption
    return unrolled


def _with_inline_times(captions: Sequence[Caption]) -> list[Passage]:
    passages: list[Passage] = []
    for index, caption in enumerate(captions):
        following = captions[index + 1].start if index + 1 < len(captions) else caption.end
        until = max(caption.start, min(caption.end, following))
        passages += _voices(Caption(caption.start, until, caption.lines, caption.line))
    return passages


def _voices(caption: Caption) -> list[Passage]:
    """Split a caption at its voice tags; text before the first one has no speaker."""
    parts = _VOICE.split(" ".join(_dashed(caption.lines)))
    spoken = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    passages = [(plain_text(name), text) for name, text in spoken if plain_text(text)]
    length = sum(len(plain_text(text)) for _, text in passages)
    found, at = [], caption.start
    for name, text in passages:
        until = at + max(0.0, caption.end - caption.start) * len(plain_text(text)) / length
        words = _inline_words(text, at, until, caption) if _INLINE_TIME.search(text) else ()
        plain = join_words(word.text for word in words) if words else plain_text(text)
        found.append(Passage(text=plain, start=at, end=until, speaker=name, words=words))
        at = until
    return found


def _dashed(lines: Sequence[str]) -> list[str]:
    """Mark the change of speaker where two lines start with a dash, as `>>` does elsewhere."""
    dashed = [bool(re.match(r"\s*[-–—]\s*\w", plain_text(line))) for line in lines]
    if sum(dashed) < 2:
        return list(lines)
    return [re.sub(r"^((?:<[^>]*>)*)\s*[-–—]\s*", r"\1>> ", line) for line in lines]


def _inline_words(text: str, start: float, end: float, caption: Caption) -> tuple[SpokenWord, ...]:
    """Return words timed by the `<00:00:01.000>` before them; words between two times share the time.

    A time outside of its caption is moved to the caption's nearest end.
    """
    pieces: list[tuple[float | None, str]] = []
    at: float | None = start
    position = 0
    for match in _INLINE_TIME.finditer(text):
        pieces.append((at, text[position : match.start()]))
        at, position = seconds_of(*match.groups()), match.end()
        at = max(caption.start, min(at, max(caption.start, caption.end)))
    pieces.append((at, text[position:]))
    starts = [(first, split_words(plain_text(piece))) for first, piece in pieces]
    spoken = [(first, texts) for first, texts in starts if texts and first is not None]
    words: list[SpokenWord] = []
    for (first, texts), following in zip(spoken, [*spoken[1:], (None, [])], strict=True):
        limit = following[0] if following[0] is not None else max(end, first)
        natural = sum(len(word) + 1 for word in texts) / CHARACTERS_PER_SECOND
        until = min(max(limit, first), first + max(_LONGEST_HELD_WORD * len(texts), natural))
        share = (until - first) / len(texts)
        words += [SpokenWord(w, first + i * share, first + (i + 1) * share) for i, w in enumerate(texts)]
    return tuple(words)
