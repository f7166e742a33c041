"""The endpoint transcriber against a local server that speaks the protocol, well and badly."""

from __future__ import annotations

import io
import json
import threading
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from core.errors import Cancelled, ProviderError
from core.schema.endpoint import Endpoint
from core.speech.choose import TranscriberChoice
from core.speech.job import SpeechJob
from core.speech.transcribe import transcribe
from core.speech.transcribers import openai_audio
from core.speech.transcribers.openai_audio import OpenAIAudioTranscriber

KEY = "sk-very-secret-0123456789"
Answer = tuple[int, str]


@dataclass
class Server:
    """Answers requests from a script, then repeats the last answer; keeps what it was sent."""

    url: str = ""
    script: list[Any] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    def seconds_sent(self) -> list[float]:
        """Return how long the sound of each request was."""
        lengths = []
        for body in self.bodies:
            sound = body[body.index(b"RIFF") :]
            with wave.open(io.BytesIO(sound)) as file:
                lengths.append(file.getnframes() / file.getframerate())
        return lengths


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.bodies.append(body)
            state.keys.append(self.headers.get("Authorization", ""))
            answer = state.script.pop(0) if len(state.script) > 1 else state.script[0]
            if answer is None:
                self.connection.close()
                return
            status, text = answer(body) if callable(answer) else answer
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            for name, value in state.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *arguments: Any) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Say nothing of connections that a test breaks off."""

    http = Quiet(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    state.url = f"http://127.0.0.1:{http.server_port}/v1"
    yield state
    http.shutdown()
    thread.join()
    http.server_close()


def ignore(fraction: float, message: str) -> None:
    assert 0 <= fraction <= 1


def job_of(server: Server, speech: Any, timeout: float = 5.0) -> SpeechJob:
    endpoint = Endpoint(base_url=server.url, model="whisper-1", api_key=SecretStr(KEY), timeout_seconds=timeout)
    return SpeechJob(audio=speech.wav, duration=speech.duration, endpoint=endpoint, vocabulary="Dashwood")


def verbose(speech: Any, with_words: bool = True, lead: float = 0.0) -> str:
    words = [
        {"word": w["word"].strip(",."), "start": w["start"] - lead, "end": w["end"] - lead} for w in speech.words
    ]
    end = words[-1]["end"]
    answer = {
        "task": "transcribe", "language": "english", "duration": end, "text": speech.text,
        "segments": [{"id": 0, "start": words[0]["start"], "end": end, "text": speech.text.strip()}],
    }  # fmt: skip
    return json.dumps(answer | ({"words": words} if with_words else {}))


@pytest.fixture
def transcriber() -> OpenAIAudioTranscriber:
    return OpenAIAudioTranscriber(tries=3, first_wait=0.01)


def test_words_come_with_punctuation_and_source_times(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    speech = speeches["two_cities"]
    lead = 1.0  # the quiet start is not sent
    server.script = [(200, verbose(speech, lead=lead))]
    transcript = transcriber.transcribe(job_of(server, speech), ignore)
    words = [word for word, _ in transcript.words()]
    assert [word.text for word in words] == [word["word"] for word in speech.words]
    assert transcript.has_exact_word_times and transcript.language == "en" and transcript.model == "whisper-1"
    (sent,) = server.seconds_sent()
    assert sent < speech.duration - lead + 0.2
    assert max(abs(w.start - t["start"]) for w, t in zip(words, speech.words, strict=True)) < 0.3
    assert server.keys == [f"Bearer {KEY}"]
    assert b"verbose_json" in server.bodies[0] and b"Dashwood" in server.bodies[0]


def test_segments_alone_are_placed_in_the_sound(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    speech = speeches["jfk"]
    server.script = [(200, verbose(speech, with_words=False))]
    transcript = transcriber.transcribe(job_of(server, speech), ignore)
    errors = sorted(abs(w.start - t["start"]) for (w, _), t in zip(transcript.words(), speech.words, strict=True))
    assert errors[len(errors) // 2] < 0.05
    assert transcript.choices


def test_a_model_without_times_gives_text_that_is_placed(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    speech = speeches["jfk"]
    refusal = json.dumps(
        {"error": {"message": "response_format 'verbose_json' is not compatible with this model"}}
    )
    server.script = [(400, refusal), (200, json.dumps({"text": speech.text}))]
    job = job_of(server, speech).model_copy(update={"language": "en"})
    transcript = transcriber.transcribe(job, ignore)
    assert [w.text for w, _ in transcript.words()] == [w["word"] for w in speech.words]
    assert b"verbose_json" not in server.bodies[1]


def test_a_busy_server_is_asked_again(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    speech = speeches["jfk"]
    server.headers = {"retry-after-ms": "5"}
    server.script = [(429, '{"error": {"message": "slow down"}}'), (503, "busy"), (200, verbose(speech))]
    assert transcriber.transcribe(job_of(server, speech), ignore).segments
    assert len(server.bodies) == 3


def test_a_dropped_connection_is_tried_again(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    server.script = [None, (200, verbose(speeches["jfk"]))]
    assert transcriber.transcribe(job_of(server, speeches["jfk"]), ignore).segments


BAD: list[tuple[Any, int, str]] = [
    ((500, '{"error": {"message": "boom"}}'), 3, "boom"),
    (None, 3, "can't be reached"),
    ((401, json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}})), 1, "refused the key"),
    ((404, '{"error": {"message": "no such model"}}'), 1, "no such model"),
    ((429, '{"error": {"message": "no credit", "code": "insufficient_quota"}}'), 1, "no credit"),
    ((200, "<html>welcome</html>"), 1, "can't be read"),
    ((200, '{"segments": [{"start": "soon"}]}'), 1, "can't be read"),
    ((200, '{"answer": 42}'), 1, "can't be read"),
    ((200, ""), 1, "can't be read"),
]


@pytest.mark.parametrize(("answer", "asked", "told"), BAD)
def test_failures_are_told_without_the_key(
    server: Server,
    speeches: dict[str, Any],
    transcriber: OpenAIAudioTranscriber,
    answer: Any,
    asked: int,
    told: str,
) -> None:
    server.script = [answer]
    with pytest.raises(ProviderError) as caught:
        transcriber.transcribe(job_of(server, speeches["jfk"]), ignore)
    assert told in str(caught.value) and caught.value.remedy
    assert KEY not in str(caught.value) and KEY not in repr(caught.value.args)
    assert len(server.bodies) == asked


def test_a_silent_answer_is_an_empty_transcript(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    server.script = [(200, '{"text": "", "segments": [], "language": "english"}')]
    transcript = transcriber.transcribe(job_of(server, speeches["jfk"]), ignore)
    assert transcript.segments == () and transcript.choices[0].degraded


def test_a_server_that_never_answers_is_given_up(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    release = threading.Event()

    def hang(body: bytes) -> Answer:
        release.wait(5)
        return 200, "{}"

    server.script = [hang]
    try:
        with pytest.raises(ProviderError, match="did not answer"):
            transcriber.transcribe(job_of(server, speeches["jfk"], timeout=0.1), ignore)
    finally:
        release.set()


def test_waiting_can_be_cancelled(server: Server, speeches: dict[str, Any]) -> None:
    server.script = [(503, "busy")]

    def stop(fraction: float, message: str) -> None:
        if "asking again" in message:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        OpenAIAudioTranscriber(first_wait=30.0).transcribe(job_of(server, speeches["jfk"]), stop)


def test_long_sound_is_sent_in_pieces(
    server: Server,
    speeches: dict[str, Any],
    transcriber: OpenAIAudioTranscriber,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speech = speeches["two_cities"]
    monkeypatch.setattr(openai_audio, "LONGEST_PIECE", 15.0)
    server.script = [(200, '{"language": "fr", "segments": [{"start": 0.5, "end": 2.0, "text": "un mot"}]}')]
    transcript = transcriber.transcribe(job_of(server, speech), ignore)
    lengths = server.seconds_sent()
    assert len(lengths) >= 3 and max(lengths) <= 15.0
    assert len(transcript.segments) == len(lengths)
    assert transcript.segments[-1].start > 25.0
    assert not transcript.has_exact_word_times


def test_a_failed_endpoint_steps_down_to_this_machine(server: Server, brief: Any, memorised_whisper: Path) -> None:
    server.script = [(401, '{"error": {"message": "no"}}')]
    choice = TranscriberChoice(name="openai_audio", model="whisper-1")
    job = job_of(server, brief)
    draft = transcribe(job, choice, ignore)
    assert draft.transcriber == "pocketsphinx" and draft.is_draft
    assert draft.choices[0].degraded and "refused the key" in draft.choices[0].reason
    better = transcribe(job.model_copy(update={"model_folder": memorised_whisper}), choice, ignore)
    assert better.transcriber == "faster_whisper"
