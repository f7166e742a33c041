"""Speech to text at any endpoint that speaks OpenAI's audio protocol, used only where the user has set one.

Only speech is sent, in pieces of a few minutes, cut at pauses; several are asked for at once where the answers
come quickly. The key goes into the request alone.
"""

from __future__ import annotations

import io
import json
import time
import wave
from contextlib import suppress
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.backoff import delay
from core.errors import ProviderError, TranscriptError
from core.schema.choice import Choice
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript
from core.speech.chunks import HeardChunk, HeardWindow
from core.speech.guards import marked
from core.speech.listening import Ask, Hearing, hear
from core.speech.sound import RATE_HZ, read_pcm
from core.speech.transcriber import NO_PARTS, Parts
from core.speech.transcript_json import parse_json
from core.speech.untimed import align_untimed, spread_words
from core.speech.voice_activity import talk_spans
from core.speech.windows import speech_windows
from core.speech.word_times import place_words
from core.speech.words import Passage, SpokenWord, group_words, lay_out, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.schema.endpoint import Endpoint
    from core.schema.record import ProgressCallback
    from core.speech.job import SpeechJob

LONGEST_PIECE = 300.0  # seconds: 10 MB as WAV, and endpoints take up to 25 MB
CAREFUL_PIECE = 60.0  # for what is asked again because the answer was doubtful
_MOST_AT_ONCE = 4  # what a small account may still ask for
_LONGEST_WAIT = 60.0


# Of a chunk; the transcript tells how many.
_PLACED = Choice(
    subject="word times", chosen="placed in the sound", reason="the endpoint gives no word times", degraded=True
)


@dataclass(frozen=True)
class OpenAIAudioTranscriber:
    """Asks `job.endpoint`: up to `tries` times a piece, first waiting up to `first_wait` seconds, then longer."""

    tries: int = 5
    first_wait: float = 1.0

    @property
    def name(self) -> str:
        """The stable name."""
        return "openai_audio"

    def transcribe(self, job: SpeechJob, progress: ProgressCallback, parts: Parts = NO_PARTS) -> Transcript:
        """Return the endpoint's words; those without times are placed in the sound, or interpolated."""
        audio, endpoint = _checked(job)
        with _client(endpoint) as client:
            engine = _Engine(self, client, job, audio, endpoint)
            heard = hear(job, audio, engine, parts, progress, longest=LONGEST_PIECE)
        progress(1.0, "transcribed")
        return self._transcript(job, heard)

    def _transcript(self, job: SpeechJob, heard: Hearing) -> Transcript:
        passages = heard.passages
        if not passages:
            choice = Choice(
                subject="speech",
                chosen="empty transcript",
                reason="the endpoint heard nobody speak",
                degraded=True,
            )
            return Transcript(
                language=heard.language,
                transcriber=self.name,
                model=job.model,
                choices=(*heard.choices, choice),
            )
        timed = sum(passage.has_word_times for passage in passages)
        is_exact = timed > 0.9 * len(passages)
        return Transcript(
            language=heard.language,
            segments=tuple(marked(lay_out(passages), heard.doubts)),
            transcriber=self.name,
            model=job.endpoint.model if job.endpoint else "",
            has_exact_word_times=is_exact,
            choices=(
                _word_times(timed, len(passages), _PLACED in heard.choices),
                *(choice for choice in heard.choices if choice != _PLACED),
            ),
        )

    def ask(self, client: Any, ask: Ask, job: SpeechJob, endpoint: Endpoint, sound: bytes, tell: _Told) -> str:
        """Return the answer's body; waits and asks again where that may help."""
        import openai

        arguments: dict[str, Any] = {"model": endpoint.model, "response_format": "verbose_json"}
        arguments["timestamp_granularities"] = ["word", "segment"]
        if ask.language:
            arguments["language"] = ask.language
        if job.vocabulary and not ask.is_careful:
            arguments["prompt"] = job.vocabulary
        for attempt in range(1, self.tries + 1):
            tell.now()
            try:
                create = client.audio.transcriptions.with_raw_response.create
                text = str(create(file=("speech.wav", sound, "audio/wav"), **arguments).text)
                if not _is_broken_off(text):
                    return text
                if attempt == self.tries:
                    reason = f"its answer breaks off, {attempt} times in a row"
                    raise _failure(endpoint, reason, "Try again later, or use a model on this computer.")
                tell.wait(delay(attempt, self.first_wait, _LONGEST_WAIT))
            except openai.BadRequestError as error:
                if "timestamp_granularities" not in arguments or not _is_about_format(error):
                    raise _refused(error, endpoint) from None
                del arguments["timestamp_granularities"]  # a model without times (gpt-4o-transcribe): text alone
                arguments["response_format"] = "json"
            except (openai.RateLimitError, openai.InternalServerError, openai.APIConnectionError) as error:
                if attempt == self.tries or _is_spent(error):
                    raise _refused(error, endpoint, attempt) from None
                tell.wait(_asked_wait(error) or delay(attempt, self.first_wait, _LONGEST_WAIT))
            except openai.OpenAIError as error:
                raise _refused(error, endpoint) from None
        raise _unusable(endpoint, "it takes no form of this request")


def _word_times(timed: int, passages: int, is_placed: bool) -> Choice:
    """Return how the words of so many passages came by their times."""
    is_exact = timed > 0.9 * passages
    if is_placed:
        reason = f"{_PLACED.reason}; the sound confirmed {timed} of {passages} passages"
        return _PLACED.model_copy(update={"reason": reason, "degraded": not is_exact})
    if is_exact:
        return Choice(subject="word times", chosen="from the endpoint", reason="the endpoint gives them")
    return Choice(
        subject="word times",
        chosen="interpolated inside each passage",
        reason="the endpoint gives no word times, and the words could not be placed in the sound",
        degraded=True,
    )


@dataclass
class _Engine:
    """The endpoint for one file. A chunk is one piece, and a piece one request."""

    transcriber: OpenAIAudioTranscriber
    client: Any
    job: SpeechJob
    audio: Path
    endpoint: Endpoint
    speech: tuple[TimeSpan, ...] = ()
    careful_window = CAREFUL_PIECE
    is_elsewhere = True

    @property
    def identity(self) -> str:
        return f"openai_audio {self.endpoint.identity()}"

    def windows(self, speech: Sequence[TimeSpan], duration: float) -> Sequence[TimeSpan]:
        self.speech = tuple(talk_spans(speech))
        return speech_windows(speech, LONGEST_PIECE, duration)

    def side_by_side(self, seconds: float) -> int:
        """Return so many that all are answered in half the time limit, even if done one after the other."""
        return max(1, min(_MOST_AT_ONCE, int(self.endpoint.timeout_seconds / 2 / max(seconds, 1e-3))))

    def listen(self, ask: Ask, tell: ProgressCallback) -> HeardChunk:
        windows: list[HeardWindow] = []
        language, is_placed = "", False
        for index, piece in enumerate(ask.windows):
            told = _Told(tell, index / len(ask.windows))
            body = self.transcriber.ask(self.client, ask, self.job, self.endpoint, _wav(self.audio, piece), told)
            found, heard = _read(body, self.endpoint)
            language = language or ask.language or heard
            audio = self.audio if language == "en" else None
            passages = _shifted(found, piece, self.speech, audio, told.go_on)
            if audio is not None and any(not passage.has_word_times for passage in passages):
                passages, confirmed = place_words(lay_out(passages), audio, told.go_on)
                is_placed = is_placed or confirmed > 0
            windows.append(HeardWindow(passages=tuple(passages)))
        choices = (_PLACED,) if is_placed else ()
        return HeardChunk(language=language, windows=tuple(windows), choices=choices)


@dataclass(frozen=True)
class _Told:
    """Progress that stands still while an answer is awaited, and stays cancellable."""

    progress: ProgressCallback
    fraction: float

    def now(self) -> None:
        self.progress(self.fraction, "waiting for the endpoint")

    def go_on(self, part: float, message: str) -> None:
        self.progress(self.fraction, message)

    def wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.progress(self.fraction, f"the endpoint is busy; asking again in {left:.0f} s")
            time.sleep(min(0.1, left))


def _checked(job: SpeechJob) -> tuple[Path, Endpoint]:
    if job.audio is None:
        raise TranscriptError("there is no sound to transcribe.", remedy="Give a transcript file.")
    if job.endpoint is None or not job.endpoint.base_url:
        raise ProviderError(
            "no speech endpoint is set.", remedy="Set its address and model in Settings › Providers."
        )
    return job.audio, job.endpoint


def _client(endpoint: Endpoint) -> Any:
    import openai

    key = endpoint.api_key.get_secret_value() or "none"  # local servers want none; the client insists on one
    try:
        return openai.OpenAI(
            api_key=key, base_url=endpoint.base_url, timeout=endpoint.timeout_seconds, max_retries=0
        )
    except (openai.OpenAIError, ValueError) as error:
        raise _unusable(endpoint, str(error)) from None


def _wav(audio: Path, piece: TimeSpan) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE_HZ)
        sound.writeframes(read_pcm(audio, piece.start, piece.end).tobytes())
    return buffer.getvalue()


def _read(body: str, endpoint: Endpoint) -> tuple[list[Passage], str]:
    """Return the passages of an answer, in the seconds of its piece, and its language."""
    if '"text":""' in "".join(body.split()) and '"start"' not in body:
        return [], ""
    try:
        parsed = parse_json(body, endpoint.base_url)
    except TranscriptError as error:
        raise _unusable(endpoint, f"its answer can't be read: {error.reason}") from None
    return parsed.passages, parsed.language


def _shifted(
    passages: Sequence[Passage],
    piece: TimeSpan,
    speech: Sequence[TimeSpan],
    audio: Path | None,
    progress: ProgressCallback,
) -> list[Passage]:
    """Return passages in source seconds; text without times is spread over the speech of its piece."""
    if any(passage.start is None and not passage.words for passage in passages):
        inside = [span for span in speech if span.start < piece.end and span.end > piece.start]
        words = spread_words(inside, [text for passage in passages for text in split_words(passage.text)])
        aligned = align_untimed(words, audio, inside, progress) if audio else None
        if aligned:
            return group_words(aligned)
        guessed = group_words(words)
        return [replace(passage, words=()) for passage in guessed]

    def moved(at: float | None) -> float | None:
        return None if at is None else min(piece.end, piece.start + at)

    return [
        replace(
            passage,
            start=moved(passage.start),
            end=moved(passage.end),
            words=tuple(SpokenWord(w.text, moved(w.start), moved(w.end), w.confidence) for w in passage.words),
        )
        for passage in passages
    ]


def _is_broken_off(body: str) -> bool:
    """Whether an answer is the beginning of one: a server or a proxy that ran out of time or memory."""
    if not body.lstrip().startswith("{"):
        return False
    try:
        json.loads(body)
    except ValueError:
        return True
    return False


def _is_about_format(error: Any) -> bool:
    told = str(error).lower()
    return "response_format" in told or "verbose_json" in told or "timestamp" in told


def _is_spent(error: Any) -> bool:
    """Whether waiting can't help: the account is out of credit."""
    return getattr(error, "code", None) == "insufficient_quota"


def _asked_wait(error: Any) -> float | None:
    """Return the seconds the server asks to wait, at most a minute; it names them, or the time of day."""
    response = getattr(error, "response", None)
    headers = response.headers if response is not None else {}
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if seconds > 0:
            return min(seconds, _LONGEST_WAIT)
    with suppress(ValueError):
        until = parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - time.time()
        return min(max(0.1, until), _LONGEST_WAIT)
    return None


def _refused(error: Any, endpoint: Endpoint, attempts: int = 1) -> ProviderError:
    import openai

    status = getattr(error, "status_code", None)
    told = _without_key(_message(error), endpoint)[:200]
    tried = f" after {attempts} tries" if attempts > 1 else ""
    if status in (401, 403):
        return _failure(
            endpoint, f"it refused the key ({status}): {told}", "Check the key in Settings › Providers."
        )
    if status == 404:
        remedy = "Check the address and the model's name in Settings › Providers."
        return _failure(endpoint, f"it knows no such model or address (404): {told}", remedy)
    if isinstance(error, openai.APITimeoutError):
        return _failure(
            endpoint, f"it did not answer within {endpoint.timeout_seconds:.0f} s{tried}", "Try again later."
        )
    if status is None:
        return _failure(endpoint, f"it can't be reached{tried}: {told}", "Check the address and the network.")
    return _failure(
        endpoint, f"it failed{tried} ({status}): {told}", "Try again later, or use a model on this computer."
    )


def _message(error: Any) -> str:
    body = getattr(error, "body", None)
    told = body.get("message") if isinstance(body, dict) else None
    return " ".join(str(told or getattr(error, "message", error)).split())


def _unusable(endpoint: Endpoint, reason: str) -> ProviderError:
    return _failure(endpoint, _without_key(reason, endpoint), "Is this an address for speech to text?")


def _failure(endpoint: Endpoint, reason: str, remedy: str) -> ProviderError:
    return ProviderError(
        f"the speech endpoint {_without_key(endpoint.base_url, endpoint)}: {reason}", remedy=remedy
    )


def _without_key(text: str, endpoint: Endpoint) -> str:
    key = endpoint.api_key.get_secret_value()
    return text.replace(key, "…") if len(key) > 3 else text
