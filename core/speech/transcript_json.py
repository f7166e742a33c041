"""Transcripts as JSON: our own, Whisper's, WhisperX's, whisper.cpp's, OpenAI's, Deepgram's and AssemblyAI's."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import isfinite
from typing import Any, NoReturn

from core.errors import TranscriptError
from core.speech.captions import LONGEST_SECOND, plain_text
from core.speech.languages import language_code
from core.speech.words import (
    Passage,
    SpokenWord,
    fill_missing_times,
    group_words,
    split_words,
    time_text,
    words_of_pieces,
)

_EARLY = 0.5  # seconds that a word may start before the segment it is in
_LONGEST_LETTER = 4.0  # seconds: nobody speaks so slowly, so the numbers are milliseconds
_EXPECTED = 'Expected {"language": …, "segments": [{"start", "end", "text", "speaker", "words"}]}.'


@dataclass(frozen=True, slots=True)
class ParsedTranscript:
    """What a JSON transcript says; `language` is an ISO 639-1 code, or empty."""

    language: str
    passages: list[Passage]


def parse_json(text: str, file: str) -> ParsedTranscript:
    """Read any of the shapes named above.

    Raises:
        TranscriptError: Not JSON (with its line), an unknown shape, or a value of the wrong kind (with its place).
    """
    return _Reader(file).read(text)


class _Reader:
    """Reads one file, so that every complaint can name it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._unit = 1.0

    def read(self, text: str) -> ParsedTranscript:
        try:
            root = json.loads(text, parse_constant=self._refuse_constant)
        except json.JSONDecodeError as error:
            self._fail(f"line {error.lineno}, column {error.colno}: {error.msg}")
        except RecursionError:
            self._fail("it is nested too deeply to be a transcript")
        except ValueError as error:
            self._fail(str(error))
        language, passages = self._root(root)
        if not any(passage.text.strip() for passage in passages):
            raise TranscriptError("it holds no words.", file=self._file, remedy=_EXPECTED)
        return ParsedTranscript(language, passages)

    def _root(self, root: Any) -> tuple[str, list[Passage]]:
        if isinstance(root, list):
            return "", self._list(root, "")
        if not isinstance(root, dict):
            self._fail("it is neither an object nor a list")
        language = self._language(root)
        if isinstance(root.get("results"), dict):
            return language or self._detected(root["results"]), self._deepgram(root["results"])
        if isinstance(root.get("transcription"), list):
            return language or self._language(root.get("result")), self._whisper_cpp(root["transcription"])
        for name in ("utterances", "segments", "paragraphs", "sentences"):
            if root.get(name):
                self._unit = self._unit_of(root, name)
                return language, self._with_words(self._list(root[name], name), root.get("words"))
        for name in ("words", "word_segments"):
            if isinstance(root.get(name), list) and root[name]:
                self._unit = self._unit_of(root, name)
                return language, self._list(root[name], name)
        if isinstance(root.get("text"), str) and root["text"].strip():
            return language, [Passage(text=plain_text(root["text"]))]
        return self._fail("it holds no segments")

    def _language(self, where: Any) -> str:
        names = (
            [where.get(key) for key in ("language", "language_code", "detected_language")]
            if isinstance(where, dict)
            else []
        )
        return next((code for name in names if isinstance(name, str) and (code := language_code(name))), "")

    def _with_words(self, passages: list[Passage], words: Any) -> list[Passage]:
        """Put words that stand beside the segments (OpenAI's, without punctuation) into their text.

        Each segment is compared with what was heard in its time, so that the cost grows with the length alone.
        """
        if not isinstance(words, list) or not words or any(passage.words for passage in passages):
            return passages
        heard = [self._word(word, f"words[{index}]")[0] for index, word in enumerate(words)]
        timed = sorted((word for word in heard if word.start is not None), key=_start_of)
        starts = [_start_of(word) for word in timed]
        if not timed:
            return passages
        found, used = [], 0
        for passage in passages:
            start = passage.start or 0.0
            end = passage.end if passage.end is not None else start
            first = max(used, bisect_left(starts, start - _EARLY))
            used = max(first, bisect_left(starts, end))
            texts = split_words(passage.text)
            if not texts or first == used:
                found.append(passage)
                continue
            own = tuple(time_text(texts, timed[first:used], start, max(start, end)))
            found.append(Passage(passage.text, own[0].start, own[-1].end, passage.speaker, own))
        return found

    def _list(self, values: Any, where: str) -> list[Passage]:
        if not isinstance(values, list):
            self._fail(f"{where} is not a list")
        if all(isinstance(value, dict) and self._is_word(value) for value in values):
            return self._grouped(values, where)
        return [self._segment(value, f"{where}[{index}]") for index, value in enumerate(values)]

    def _is_word(self, value: Mapping[str, Any]) -> bool:
        if "words" in value or "segments" in value:
            return False
        text = value.get("word", value.get("text", ""))
        return "word" in value or (isinstance(text, str) and 0 < len(text.split()) <= 1)

    def _grouped(self, values: Sequence[Mapping[str, Any]], where: str) -> list[Passage]:
        words = [self._word(value, f"{where}[{index}]") for index, value in enumerate(values)]
        words = [(word, speaker) for word, speaker in words if word.text.strip()]
        timed = [word for word, _ in words if word.start is not None]
        if 2 * len(timed) < len(words) or (words and not timed):
            self._fail(f"{where}: words without a start")
        # WhisperX gives no times to numbers and signs.
        filled = (
            fill_missing_times([word for word, _ in words], _start_of(timed[0]), _start_of(timed[-1]) + 0.5)
            if timed
            else []
        )
        passages: list[Passage] = []
        pairs = zip(filled, (speaker for _, speaker in words), strict=True)
        for speaker, group in groupby(pairs, key=lambda pair: pair[1]):
            passages += group_words([word for word, _ in group], speaker)
        return passages

    def _segment(self, value: Any, where: str) -> Passage:
        if not isinstance(value, dict):
            self._fail(f"{where} is not an object")
        pairs = [
            self._word(word, f"{where}.words[{index}]")
            for index, word in enumerate(self._optional_list(value, "words", where))
        ]
        words = tuple(word for word, _ in pairs if word.text.strip())
        text = value.get("text", value.get("transcript", ""))
        if not isinstance(text, str):
            self._fail(f"{where}.text is not text")
        text = plain_text(text) or " ".join(word.text.strip() for word in words)
        speaker = self._speaker(value) or next((name for _, name in pairs if name), "")
        start = self._number(value, "start", where)
        if start is None and not words:
            self._fail(f"{where}.start is missing")
        return Passage(text, start, self._number(value, "end", where), speaker, words)

    def _word(self, value: Any, where: str) -> tuple[SpokenWord, str]:
        if not isinstance(value, dict):
            self._fail(f"{where} is not an object")
        text = value.get("punctuated_word") or value.get("word") or value.get("text") or ""
        if not isinstance(text, str):
            self._fail(f"{where}.word is not text")
        confidence = 1.0
        for name in ("confidence", "probability", "score"):
            if isinstance(value.get(name), int | float):
                confidence = float(min(1, max(0, value[name])))
                break
        start, end = self._number(value, "start", where), self._number(value, "end", where)
        return SpokenWord(plain_text(text), start, end, confidence), self._speaker(value)

    def _detected(self, results: Mapping[str, Any]) -> str:
        channels = results.get("channels")
        return self._language(channels[0]) if isinstance(channels, list) and channels else ""

    def _deepgram(self, results: Mapping[str, Any]) -> list[Passage]:
        utterances = results.get("utterances")
        if utterances:
            return self._list(utterances, "results.utterances")
        channels = results.get("channels")
        if not isinstance(channels, list) or not channels:
            self._fail("results holds no words")
        passages: list[Passage] = []
        for number, channel in enumerate(channels):
            found = self._channel(channel, f"results.channels[{number}]")
            # A channel is a microphone: whoever talks into it is one speaker, if nobody was told apart.
            name = f"Speaker {number}" if len(channels) > 1 else ""
            passages += [replace(passage, speaker=passage.speaker or name) for passage in found]
        return passages

    def _channel(self, channel: Any, where: str) -> list[Passage]:
        try:
            best = channel["alternatives"][0]
            words = best.get("words")
        except (KeyError, IndexError, TypeError, AttributeError):
            self._fail(f"{where} holds no words")
        where = f"{where}.alternatives[0]"
        paragraphs = best["paragraphs"].get("paragraphs") if isinstance(best.get("paragraphs"), dict) else None
        if words or not isinstance(paragraphs, list):
            return self._list(words, f"{where}.words")
        passages: list[Passage] = []
        for number, paragraph in enumerate(paragraphs):
            at = f"{where}.paragraphs.paragraphs[{number}]"
            if not isinstance(paragraph, dict):
                self._fail(f"{at} is not an object")
            sentences = self._optional_list(paragraph, "sentences", at)
            found = [self._segment(each, f"{at}.sentences[{index}]") for index, each in enumerate(sentences)]
            passages += [replace(each, speaker=each.speaker or self._speaker(paragraph)) for each in found]
        return passages

    def _whisper_cpp(self, values: Sequence[Any]) -> list[Passage]:
        self._unit = 0.001
        passages = []
        for index, value in enumerate(values):
            where = f"transcription[{index}]"
            passage = self._segment(self._offset(value, where), where)
            tokens = self._optional_list(value, "tokens", where)
            pieces = []
            for number, token in enumerate(tokens):
                flat = self._offset(token, f"{where}.tokens[{number}]")
                start, end = (self._number(flat, name, f"{where}.tokens[{number}]") for name in ("start", "end"))
                # [_BEG_] and its like are marks of the model, and half a letter is no piece of its own.
                if isinstance(flat["text"], str) and not flat["text"].startswith("[_") and start is not None:
                    pieces.append((flat["text"], start, start if end is None else max(start, end)))
            words = tuple(words_of_pieces(pieces))
            same = "".join(word.text for word in words).replace(" ", "") == passage.text.replace(" ", "")
            passages.append(replace(passage, words=words) if same else passage)
        return passages

    def _offset(self, value: Any, where: str) -> dict[str, Any]:
        """Return a segment or token of whisper.cpp with its times where others have them."""
        offsets = value.get("offsets") if isinstance(value, dict) else None
        if not isinstance(offsets, dict):
            self._fail(f"{where}.offsets is missing")
        return {"start": offsets.get("from"), "end": offsets.get("to"), "text": value.get("text", "")}

    def _unit_of(self, root: Mapping[str, Any], name: str) -> float:
        """Return the unit of times in seconds: AssemblyAI counts in whole milliseconds.

        Words tell, beside or inside what is read; else how long it would take to say one letter.
        """
        timed = root.get("words") or root[name]
        if isinstance(timed, list) and timed and all(isinstance(each, dict) for each in timed):
            inner = [word for each in timed for word in _listed(each.get("words")) if isinstance(word, dict)]
            rates = [_seconds_a_letter(each) for each in (inner or timed)]
            known = sorted(rate for rate in rates if rate is not None)
            if known and None not in rates and known[len(known) // 2] > _LONGEST_LETTER:
                return 0.001
        return 1.0

    def _optional_list(self, value: Mapping[str, Any], name: str, where: str) -> Iterable[Any]:
        found = value.get(name)
        if found is None:
            return []
        if not isinstance(found, list):
            self._fail(f"{where}.{name} is not a list")
        return found

    def _number(self, value: Mapping[str, Any], name: str, where: str) -> float | None:
        number = value.get(name)
        if number is None:
            return None
        if isinstance(number, bool) or not isinstance(number, int | float):
            self._fail(f"{where}.{name} is not a number of seconds")
        if not abs(number) < LONGEST_SECOND / self._unit:
            self._fail(f"{where}.{name} is beyond any recording")
        seconds = float(number) * self._unit
        if not isfinite(seconds):
            self._fail(f"{where}.{name} is not a number of seconds")
        return max(0.0, seconds)

    def _speaker(self, value: Mapping[str, Any]) -> str:
        speaker = value.get("speaker", value.get("speaker_id"))
        if isinstance(speaker, str):
            return plain_text(speaker)
        is_number = isinstance(speaker, int) and not isinstance(speaker, bool) and abs(speaker) < 1000
        return f"Speaker {speaker}" if is_number else ""

    def _refuse_constant(self, name: str) -> NoReturn:
        raise ValueError(f"{name} is not a number")

    def _fail(self, reason: str) -> NoReturn:
        raise TranscriptError(
            f"this is no transcript that can be read: {reason}.", file=self._file, remedy=_EXPECTED
        )


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _start_of(word: SpokenWord) -> float:
    return word.start or 0.0


def _seconds_a_letter(value: Mapping[str, Any]) -> float | None:
    """Return how long a letter of a word or segment lasts, were its whole numbers seconds; None if not whole."""
    start, end = value.get("start"), value.get("end")
    if type(start) is not int or type(end) is not int or abs(end - start) > LONGEST_SECOND * 1000:
        return None
    text = value.get("text", value.get("word", ""))
    return (end - start) / max(1, len(text) if isinstance(text, str) else 1)
