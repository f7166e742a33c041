"""Transcripts as JSON: our own, Whisper's, WhisperX's, whisper.cpp's, OpenAI's, Deepgram's and AssemblyAI's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isfinite
from typing import Any, NoReturn

from core.errors import TranscriptError
from core.speech.captions import LONGEST_SECOND, plain_text
from core.speech.words import Passage, SpokenWord, group_words, split_words, time_text

_EXPECTED = 'Expected {"language": …, "segments": [{"start", "end", "text", "speaker", "words"}]}.'


@dataclass(frozen=True, slots=True)
class ParsedTranscript:
    """What a JSON transcript says."""

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
        language = root.get("language") or root.get("language_code") or ""
        language = language if isinstance(language, str) else ""
        if isinstance(root.get("results"), dict):
            return language, self._deepgram(root["results"])
        if isinstance(root.get("transcription"), list):
            return language, self._whisper_cpp(root["transcription"])
        for name in ("utterances", "segments"):
            if root.get(name):
                self._unit = self._unit_of(root)
                return language, self._with_words(self._list(root[name], name), root.get("words"))
        if isinstance(root.get("words"), list):
            self._unit = self._unit_of(root)
            return language, self._list(root["words"], "words")
        if isinstance(root.get("text"), str) and root["text"].strip():
            return language, [Passage(text=plain_text(root["text"]))]
        return self._fail("it holds no segments")

    def _with_words(self, passages: list[Passage], words: Any) -> list[Passage]:
        """Put words that stand beside the segments (OpenAI's, without punctuation) into their text."""
        if not isinstance(words, list) or not words or any(passage.words for passage in passages):
            return passages
        heard = [self._word(word, f"words[{index}]")[0] for index, word in enumerate(words)]
        timed = [word for word in heard if word.start is not None]
        texts = [(text, passage) for passage in passages for text in split_words(passage.text)]
        if not texts or not timed:
            return passages
        placed = time_text([text for text, _ in texts], timed, passages[0].start or 0.0, passages[-1].end or 0.0)
        found = []
        pairs = zip(placed, (passage for _, passage in texts), strict=True)
        for passage, group in groupby(pairs, key=lambda pair: pair[1]):
            own = tuple(word for word, _ in group)
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
        if any(word.start is None for word, _ in words):
            self._fail(f"{where}: words without a start")
        passages: list[Passage] = []
        for speaker, group in groupby(words, key=lambda pair: pair[1]):
            passages += group_words([word for word, _ in group if word.text.strip()], speaker)
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
                confidence = float(value[name])
                break
        start, end = self._number(value, "start", where), self._number(value, "end", where)
        return SpokenWord(plain_text(text), start, end, confidence), self._speaker(value)

    def _deepgram(self, results: Mapping[str, Any]) -> list[Passage]:
        utterances = results.get("utterances")
        if utterances:
            return self._list(utterances, "results.utterances")
        try:
            words = results["channels"][0]["alternatives"][0]["words"]
        except (KeyError, IndexError, TypeError):
            self._fail("results holds no words")
        return self._list(words, "results.channels[0].alternatives[0].words")

    def _whisper_cpp(self, values: Sequence[Any]) -> list[Passage]:
        self._unit = 0.001
        flat = []
        for index, value in enumerate(values):
            offsets = value.get("offsets") if isinstance(value, dict) else None
            if not isinstance(offsets, dict):
                self._fail(f"transcription[{index}].offsets is missing")
            flat.append({"start": offsets.get("from"), "end": offsets.get("to"), "text": value.get("text", "")})
        return [self._segment(value, f"transcription[{index}]") for index, value in enumerate(flat)]

    def _unit_of(self, root: Mapping[str, Any]) -> float:
        """Return the unit of times in seconds: AssemblyAI counts in whole milliseconds."""
        words = root.get("words")
        if not isinstance(words, list) or not words or not all(isinstance(word, dict) for word in words):
            return 1.0
        times = [word.get(name) for word in words for name in ("start", "end")]
        if not all(isinstance(time, int) for time in times):
            return 1.0
        lengths = sorted(end - start for start, end in zip(times[::2], times[1::2], strict=True))
        return 0.001 if lengths[len(lengths) // 2] > 20 else 1.0

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
        if isinstance(speaker, bool) or speaker is None:
            return ""
        return plain_text(speaker) if isinstance(speaker, str) else f"Speaker {speaker}"

    def _refuse_constant(self, name: str) -> NoReturn:
        raise ValueError(f"{name} is not a number")

    def _fail(self, reason: str) -> NoReturn:
        raise TranscriptError(
            f"this is no transcript that can be read: {reason}.", file=self._file, remedy=_EXPECTED
        )
