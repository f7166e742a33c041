"""The one loop in which every engine transcribes: chunk by chunk, each kept as soon as it is done.

What a guard doubts is heard again in shorter windows and with safer settings, once; what stays doubtful is marked.

What an earlier attempt kept is not heard again, so that a crash costs the chunk it was at. The language is that of
the first chunk that tells one; engines that wait for somebody else's computer do several chunks side by side.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pydantic import TypeAdapter, ValidationError

from core.errors import Cancelled
from core.schema.choice import Choice
from core.schema.time import TimeSpan, total_duration
from core.speech import guards
from core.speech.chunks import CHUNK_SECONDS, HeardChunk, HeardWindow, cut_chunks
from core.speech.guards import Doubt
from core.speech.seams import join_windows
from core.speech.sound import sound_duration
from core.speech.voice_activity import speech_spans_of, talk_spans
from core.speech.windows import speech_windows

if TYPE_CHECKING:
    from core.schema.parts import Parts
    from core.schema.record import ProgressCallback
    from core.speech.job import SpeechJob
    from core.speech.words import Passage

# Raised when the same chunk of the same engine would give something else than before.
_VERSION = 3
_LISTENED, _HEARD = 0.03, 0.95  # progress once it is known where somebody speaks, and once all is heard
_LOOK_SECONDS = 0.1
_SHORTEST_AGAIN = 5.0  # seconds; what is heard again is cut otherwise than before, but not to shreds
_SPANS = TypeAdapter(tuple[TimeSpan, ...])


@dataclass(frozen=True)
class Ask:
    """What an engine is to hear at once.

    `language` is the one to hear it in, empty where it is to be found out; `expected` is then what was found in
    the sound before, empty at first. `is_careful` asks for the safest way: it was heard before, doubtfully.
    """

    windows: tuple[TimeSpan, ...]
    language: str = ""
    expected: str = ""
    is_careful: bool = False


class Engine(Protocol):
    """What turns a chunk of sound into words, opened for one job."""

    @property
    def identity(self) -> str:
        """Whatever, beside the windows, the languages and the vocabulary, makes it hear other words."""
        ...

    @property
    def careful_window(self) -> float:
        """How many seconds to hear at once, at most, when something is heard again."""
        ...

    @property
    def is_elsewhere(self) -> bool:
        """Whether another computer does the work, so that chunks may be asked for side by side."""
        ...

    def windows(self, speech: Sequence[TimeSpan], duration: float) -> Sequence[TimeSpan]:
        """Return what to hear at once, ascending, for spans of speech with all pauses between them."""
        ...

    def side_by_side(self, seconds: float) -> int:
        """Return how many chunks to ask for at once, when one alone took so many seconds."""
        ...

    def listen(self, ask: Ask, tell: ProgressCallback) -> HeardChunk:
        """Return what was said in each window. `tell` is told 0 to 1 of this chunk, from any thread."""
        ...


@dataclass(frozen=True)
class Hearing:
    """All that an engine heard, in source seconds: passages in order; where somebody speaks; what is doubtful."""

    passages: list[Passage] = field(default_factory=list)
    speech: tuple[TimeSpan, ...] = ()
    language: str = ""
    doubts: tuple[Doubt, ...] = ()
    choices: tuple[Choice, ...] = ()


def hear(
    job: SpeechJob,
    audio: Path,
    engine: Engine,
    parts: Parts,
    progress: ProgressCallback,
    longest: float | None = None,
) -> Hearing:
    """Have an engine hear all speech of a job.

    Args:
        job: What to transcribe.
        audio: Its analysis audio, of which a chunk at once is read.
        engine: What hears it.
        parts: Where finished chunks are kept, and found again.
        progress: Told 0 to 0.95; the rest is for writing it down.
        longest: Of a chunk, in seconds; None for `CHUNK_SECONDS`.

    Raises:
        Whatever the engine does; chunks that are finished by then are kept.
    """
    speech = _speech(audio, parts, lambda part, text: progress(_LISTENED * part, text))
    chunks = cut_chunks(
        engine.windows(speech, sound_duration(audio)), CHUNK_SECONDS if longest is None else longest
    )
    talk = tuple(talk_spans(speech))
    if not chunks:
        return Hearing(speech=talk, language=job.language)
    heard = _Chunks(job, engine, parts, chunks, speech, progress).hear()
    windows = [window for chunk in chunks for window in chunk]
    said = join_windows(windows, [window.passages for chunk in heard for window in chunk.windows])
    language = job.language or _language(chunks, heard)
    doubts = tuple(_doubts(chunks, heard, language))
    choices = tuple(dict.fromkeys(choice for chunk in heard for choice in chunk.choices))
    return Hearing(
        passages=[passage for passages in said for passage in passages],
        speech=talk,
        language=language,
        doubts=doubts,
        choices=choices + guards.tell(sum(chunk.heard_again for chunk in heard), doubts),
    )


def _speech(audio: Path, parts: Parts, progress: ProgressCallback) -> tuple[TimeSpan, ...]:
    name = f"speech-{_VERSION}.json"
    kept = parts.get(name)
    if kept is not None:
        try:
            return _SPANS.validate_json(kept)
        except ValidationError:
            pass  # heard again, and written over
    found = tuple(speech_spans_of(audio, progress))
    parts.put(name, _SPANS.dump_json(found))
    return found


def _language(chunks: Sequence[Sequence[TimeSpan]], heard: Sequence[HeardChunk]) -> str:
    """Return the language in which most is said."""
    seconds: dict[str, float] = {}
    for windows, chunk in zip(chunks, heard, strict=True):
        seconds[chunk.language] = seconds.get(chunk.language, 0.0) + total_duration(windows)
    told = {language: length for language, length in seconds.items() if language}
    return max(told, key=lambda language: told[language], default="")


def _doubts(chunks: Sequence[Sequence[TimeSpan]], heard: Sequence[HeardChunk], language: str) -> Iterator[Doubt]:
    for windows, chunk in zip(chunks, heard, strict=True):
        for window in chunk.windows:
            yield from window.doubts
        if chunk.language and language and chunk.language != language and any(w.passages for w in chunk.windows):
            yield Doubt(flag="other_language", start=windows[0].start, end=windows[-1].end)


class _Chunks:
    """The chunks of one job on their way."""

    def __init__(
        self,
        job: SpeechJob,
        engine: Engine,
        parts: Parts,
        chunks: Sequence[tuple[TimeSpan, ...]],
        speech: Sequence[TimeSpan],
        progress: ProgressCallback,
    ) -> None:
        self._job = job
        self._engine = engine
        self._parts = parts
        self._chunks = chunks
        self._speech = speech
        self._progress = progress
        self._done: dict[int, HeardChunk] = {}
        self._shares = [0.0] * len(chunks)
        self._lengths = [total_duration(windows) for windows in chunks]
        self._said = ""
        self._stopped = threading.Event()

    def hear(self) -> list[HeardChunk]:
        """Return what was said in each chunk."""
        self._recall([0], "")
        self._hear_each([0], "", 1)
        expected = self._done[0].language
        rest = range(1, len(self._chunks))
        self._recall(rest, expected)
        missing = [index for index in rest if index not in self._done]
        # One alone shows how long the other side takes.
        began = time.monotonic()
        self._hear_each(missing[:1], expected, 1)
        width = self._engine.side_by_side(time.monotonic() - began)
        self._hear_each(missing[1:], expected, width)
        return [self._done[index] for index in range(len(self._chunks))]

    def _recall(self, indexes: Iterable[int], expected: str) -> None:
        """Take up what was kept."""
        for index in indexes:
            kept = self._parts.get(self._name(index, expected))
            if kept is None:
                continue
            try:
                chunk = HeardChunk.from_json(kept)
            except ValidationError:
                continue  # heard again, and written over
            if len(chunk.windows) == len(self._chunks[index]):
                self._done[index], self._shares[index] = chunk, 1.0

    def _hear_each(self, indexes: Sequence[int], expected: str, width: int) -> None:
        missing = [index for index in indexes if index not in self._done]
        if not missing:
            return
        if self._engine.is_elsewhere:
            self._hear_side_by_side(missing, expected, width)
            return
        for index in missing:
            self._hear_one(index, expected, lambda: self._progress(self._fraction(), self._said))

    def _hear_one(self, index: int, expected: str, show: Callable[[], None]) -> None:
        def tell(part: float, message: str) -> None:
            self._shares[index] = max(self._shares[index], min(1.0, part))
            self._said = f"{message}{self._place(index)}" if message else self._said
            if self._stopped.is_set():
                raise Cancelled("stopped")
            show()

        heard = self._guarded(Ask(self._chunks[index], self._job.language, expected), tell)
        self._parts.put(self._name(index, expected), heard.to_json().encode())
        self._done[index], self._shares[index] = heard, 1.0
        show()

    def _guarded(self, ask: Ask, tell: ProgressCallback) -> HeardChunk:
        """Hear a chunk, and once more what is doubtful of it."""
        heard = self._engine.listen(ask, tell)
        again = 0
        is_guess = total_duration(ask.windows) < guards.SURE_OF_LANGUAGE
        if ask.expected and not ask.language and heard.language not in ("", ask.expected) and is_guess:
            ask = replace(ask, language=ask.expected)
            heard = self._engine.listen(ask, tell)
            again = len(ask.windows)
        windows: list[HeardWindow] = []
        for span, first in zip(ask.windows, heard.windows, strict=True):
            window = self._judged(first)
            if window.doubts:
                careful = replace(ask, language=ask.language or heard.language, is_careful=True)
                second = self._judged(self._hear_carefully(span, careful, tell))
                before, now = (guards.doubtful_words(each.passages, each.doubts) for each in (window, second))
                window = second if guards.is_better(now, before) else window
                again += 1
            windows.append(window)
        return heard.model_copy(update={"windows": tuple(windows), "heard_again": again})

    def _judged(self, window: HeardWindow) -> HeardWindow:
        doubts = (*window.doubts, *guards.find_doubts(window.passages, self._speech))
        return window.model_copy(update={"doubts": tuple(doubts)})

    def _hear_carefully(self, window: TimeSpan, ask: Ask, tell: ProgressCallback) -> HeardWindow:
        inside = [
            TimeSpan(start=max(span.start, window.start), end=min(span.end, window.end))
            for span in self._speech
            if span.overlap(window) > 0
        ]
        seconds = min(self._engine.careful_window, max(_SHORTEST_AGAIN, window.duration / 2))
        pieces = tuple(speech_windows(inside, seconds, window.end))
        if not pieces:
            return HeardWindow()
        heard = self._engine.listen(replace(ask, windows=pieces), tell)
        said = join_windows(pieces, [piece.passages for piece in heard.windows])
        return HeardWindow(
            passages=tuple(passage for passages in said for passage in passages),
            doubts=tuple(doubt for piece in heard.windows for doubt in piece.doubts),
        )

    def _hear_side_by_side(self, indexes: Sequence[int], expected: str, width: int) -> None:
        """Ask for several at once, staying cancellable; what is on its way when one fails is kept."""
        pool = ThreadPoolExecutor(max_workers=max(1, width), thread_name_prefix="chunk")
        futures = [pool.submit(self._hear_one, index, expected, lambda: None) for index in indexes]
        try:
            unfinished: set[Future[None]] = set(futures)
            while unfinished:
                self._progress(self._fraction(), self._said)
                done, unfinished = wait(unfinished, _LOOK_SECONDS, FIRST_COMPLETED)
                if any(not future.cancelled() and future.exception() for future in done):
                    self._stopped.set()
                    unfinished = {future for future in unfinished if not future.cancel()}
        finally:
            self._stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)
        self._raise_first(futures)
        self._stopped.clear()
        self._progress(self._fraction(), self._said)

    def _raise_first(self, futures: Sequence[Future[None]]) -> None:
        """Raise why it failed, rather than that others were stopped for it."""
        errors = [error for future in futures if not future.cancelled() and (error := future.exception())]
        for error in sorted(errors, key=lambda error: isinstance(error, Cancelled)):
            raise error

    def _place(self, index: int) -> str:
        return f" (part {index + 1} of {len(self._chunks)})" if len(self._chunks) > 1 else ""

    def _fraction(self) -> float:
        done = sum(share * length for share, length in zip(self._shares, self._lengths, strict=True))
        return _LISTENED + (_HEARD - _LISTENED) * min(1.0, done / sum(self._lengths))

    def _name(self, index: int, expected: str) -> str:
        """Return the name of a chunk's part: what it was made of, digested. The sound is the job's own."""
        spans = [(window.start, window.end) for window in self._chunks[index]]
        made_of = [_VERSION, self._engine.identity, self._job.language, expected, self._job.vocabulary, spans]
        digest = hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
        return f"chunk-{index:05d}-{digest[:24]}.json"
