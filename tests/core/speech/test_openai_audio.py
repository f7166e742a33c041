"""The endpoint transcriber against a local server that speaks the protocol, well and badly."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import threading
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import SecretStr

from core.errors import Cancelled, ProviderError
from core.media.audio import read_wav
from core.pipeline.checkpoint import Checkpoint
from core.schema.endpoint import Endpoint
from core.speech.choose import TranscriberChoice
from core.speech.job import SpeechJob
from core.speech.transcribe import transcribe
from core.speech.transcribers import openai_audio
from core.speech.transcribers.openai_audio import OpenAIAudioTranscriber
from tests.core.speech.truth_server import truth_server

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


def job_of(server: Server, speech: Any, timeout: float = 60.0) -> SpeechJob:
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
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber, tmp_path: Path
) -> None:
    speech = speeches["jfk"]
    server.script = [(200, verbose(speech, with_words=False))]
    transcript = transcriber.transcribe(job_of(server, speech), ignore, Checkpoint(tmp_path))
    errors = sorted(abs(w.start - t["start"]) for (w, _), t in zip(transcript.words(), speech.words, strict=True))
    assert errors[len(errors) // 2] < 0.05
    assert transcript.has_exact_word_times
    assert [choice.chosen for choice in transcript.choices] == ["placed in the sound"]
    assert "1 of 1" in transcript.choices[0].reason
    # A piece is kept with its words placed: neither is done again.
    (kept,) = tmp_path.glob("chunk-*")
    assert '"Americans,"' in kept.read_text()
    assert transcriber.transcribe(job_of(server, speech), ignore, Checkpoint(tmp_path)) == transcript
    assert len(server.bodies) == 1


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
    ((200, '{"text": "And so, my fel'), 3, "breaks off"),
    ((429, '{"error": {"message": "slow down"}}'), 3, "slow down"),
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
        release.wait(60)
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


@pytest.mark.parametrize(
    "bad",
    [
        (500, '{"error": {"message": "boom"}}'),
        (429, '{"error": {"message": "slow down"}}'),
        (200, '{"text": "And so, my fel'),
        None,
        "no answer",
    ],
    ids=str,
)
def test_what_passes_is_asked_again_and_then_well(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber, bad: Any
) -> None:
    release = threading.Event()

    def hang(body: bytes) -> Answer:
        release.wait(60)
        return 200, "{}"

    server.script = [hang if bad == "no answer" else bad, (200, verbose(speeches["jfk"]))]
    patience = 3.0 if bad == "no answer" else 60.0
    try:
        transcript = transcriber.transcribe(job_of(server, speeches["jfk"], timeout=patience), ignore)
    finally:
        release.set()
    assert [word.text for word, _ in transcript.words()] == [word["word"] for word in speeches["jfk"].words]
    assert len(server.bodies) == 2


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_it_waits_as_long_as_the_server_asks(server: Server, speeches: dict[str, Any], form: str) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    server.headers = {"Retry-After": "30" if form == "seconds" else until}
    server.script = [(429, '{"error": {"message": "slow down"}}')]
    told: list[str] = []

    def stop(fraction: float, message: str) -> None:
        told.append(message)
        if "asking again" in message:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        OpenAIAudioTranscriber(first_wait=0.01).transcribe(job_of(server, speeches["jfk"]), stop)
    assert 25 <= float(told[-1].split(" in ")[1].split()[0]) <= 30


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


@pytest.fixture
def long_talk(
    speeches: dict[str, Any], tmp_path: Path, make_wav: Any
) -> tuple[Path, list[tuple[str, float, float]]]:
    """Return two and a half minutes in which no two places sound the same, and its words with their times."""
    noise = np.random.default_rng(7)
    parts, words, offset = [], [], 0.0
    for name in ("two_cities", "jfk", "sense_and_sensibility", "two_cities", "jfk"):
        samples, _ = read_wav(speeches[name].wav)
        words += [(w["word"], w["start"] + offset, w["end"] + offset) for w in speeches[name].words]
        parts += [samples, np.zeros(16_000, np.float32)]
        offset += len(samples) / 16_000 + 1
    sound = np.concatenate(parts)
    sound += noise.uniform(-2e-4, 2e-4, len(sound)).astype(np.float32)
    return make_wav(tmp_path / "long.wav", sound), words


def test_several_pieces_are_asked_for_at_once_and_none_again_after_a_kill(
    long_talk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A process of its own is killed with SIGKILL when it asks for the sixth piece, and the next one goes on."""
    wav, words = long_talk
    asked: list[float] = []
    at_once = busiest = 0
    turn = threading.Lock()
    child: list[subprocess.Popen[str]] = []

    def before(start: float) -> None:
        nonlocal at_once, busiest
        with turn:
            asked.append(start)
            at_once += 1
            busiest = max(busiest, at_once)
            is_fatal = len(asked) == 6
        if is_fatal:
            child[0].kill()
        # Long enough for others to ask meanwhile.
        threading.Event().wait(0.2)
        with turn:
            at_once -= 1

    with truth_server(wav, words, before) as served:
        command = [sys.executable, "-m", "tests.core.speech.ask_endpoint", str(wav), str(tmp_path / "parts")]
        command += [served.endpoint.base_url]
        root = Path(__file__).resolve().parents[3]
        for is_killed in (True, False):
            child[:] = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)]
            told, _ = child[0].communicate(timeout=240)
            assert child[0].returncode == (-signal.SIGKILL if is_killed else 0)
            if is_killed:
                kept = len(list((tmp_path / "parts").glob("chunk-*")))
                before_kill = len(asked)
    assert json.loads(told) == [text for text, _, _ in words]
    assert kept >= 2 and busiest > 1
    pieces = len(set(asked))
    assert pieces >= 10
    # Asked again is only what was on its way.
    assert len(asked) - before_kill == pieces - kept


@pytest.mark.parametrize(("seconds", "at_once"), [(0.2, 4), (10.0, 4), (25.0, 2), (50.0, 1), (500.0, 1)])
def test_no_more_is_asked_for_at_once_than_is_answered_in_time(
    server: Server, brief: Any, transcriber: OpenAIAudioTranscriber, seconds: float, at_once: int
) -> None:
    """As if the server did one after the other, as one on a single graphics card does."""
    job = job_of(server, brief, timeout=120.0)
    assert job.audio is not None and job.endpoint is not None
    engine = openai_audio._Engine(transcriber, None, job, job.audio, job.endpoint)
    assert engine.side_by_side(seconds) == at_once


def test_an_answer_that_loops_is_asked_for_again_in_smaller_pieces(
    server: Server, speeches: dict[str, Any], transcriber: OpenAIAudioTranscriber
) -> None:
    speech = speeches["jfk"]
    loop = json.dumps({"language": "en", "segments": [
        {"start": 2 * i, "end": 2 * i + 2, "text": "Thank you for watching."} for i in range(5)]})  # fmt: skip
    well = [{"word": w["word"], "start": w["start"], "end": w["end"]} for w in speech.words]

    def second(body: bytes) -> Answer:
        start, end = pieces_of(server)[-1]
        inside = [w for w in well if start <= (w["start"] + w["end"]) / 2 < end]
        words = [{**w, "start": w["start"] - start, "end": w["end"] - start} for w in inside]
        text = " ".join(w["word"] for w in words)
        segment = {"start": words[0]["start"], "end": words[-1]["end"], "text": text}
        return 200, json.dumps({"language": "en", "words": words, "segments": [segment]})

    def pieces_of(server: Server) -> list[tuple[float, float]]:
        with wave.open(str(speech.wav)) as file:
            whole = file.readframes(file.getnframes())
        found = []
        for body in server.bodies:
            with wave.open(io.BytesIO(body[body.index(b"RIFF") :])) as file:
                sound = file.readframes(file.getnframes())
            start = whole.index(sound[:4000]) / 32_000
            found.append((start, start + len(sound) / 32_000))
        return found

    server.script = [(200, loop), second]
    transcript = transcriber.transcribe(job_of(server, speech), ignore)
    assert [w.text for w, _ in transcript.words()] == [w["word"] for w in speech.words]
    assert not any(segment.flags for segment in transcript.segments)
    assert any("again" in choice.chosen and not choice.degraded for choice in transcript.choices)
    assert len(server.bodies) > 2 and max(server.seconds_sent()[1:]) < server.seconds_sent()[0]
    # Names to expect are words to make up.
    assert b"Dashwood" in server.bodies[0] and b"Dashwood" not in server.bodies[1]

    server.script = [(200, loop)]
    doubtful = transcriber.transcribe(job_of(server, speech), ignore)
    assert doubtful.segments and all("repeated" in segment.flags for segment in doubtful.segments)
    assert any("marked as doubtful" in choice.chosen and choice.degraded for choice in doubtful.choices)


def test_a_failed_endpoint_steps_down_to_this_machine(server: Server, brief: Any, memorised_whisper: Path) -> None:
    server.script = [(401, '{"error": {"message": "no"}}')]
    choice = TranscriberChoice(name="openai_audio", model="whisper-1")
    job = job_of(server, brief)
    draft = transcribe(job, choice, ignore)
    assert draft.transcriber == "pocketsphinx" and draft.is_draft
    assert draft.choices[0].degraded and "refused the key" in draft.choices[0].reason
    better = transcribe(job.model_copy(update={"model_folder": memorised_whisper}), choice, ignore)
    assert better.transcriber == "faster_whisper"
