"""A server that speaks OpenAI's audio protocol and answers with the true words of whatever piece it is sent."""

from __future__ import annotations

import io
import json
import threading
import wave
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from core.schema.endpoint import Endpoint

_KNOWN_BYTES = 4000  # an eighth of a second: where it stands in the recording says which piece it begins


@dataclass
class Served:
    """The server's address, and how many seconds of sound in how many pieces it was sent."""

    endpoint: Endpoint
    seconds_sent: float = 0.0
    pieces: int = 0


@contextmanager
def truth_server(
    wav: Path,
    words: Sequence[tuple[str, float, float]],
    before: Callable[[float], None] = lambda start: None,
) -> Iterator[Served]:
    """Serve a recording whose true words are (text, start, end) in its seconds.

    Where a piece was cut out of the recording is found by its samples, so no two places of it may sound the same.
    `before` is told, from the request's own thread, at which second the piece begins that is answered next.
    """
    with wave.open(str(wav)) as file:
        rate_hz = file.getframerate()
        recording = file.readframes(file.getnframes())
    served = Served(Endpoint(base_url="", model="truth"))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            with wave.open(io.BytesIO(sent[sent.index(b"RIFF") :])) as file:
                piece = file.readframes(file.getnframes())
            start = recording.index(piece[:_KNOWN_BYTES]) / 2 / rate_hz
            seconds = len(piece) / 2 / rate_hz
            served.seconds_sent += seconds
            served.pieces += 1
            before(start)
            body = json.dumps(_answer(words, start, start + seconds)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def handle_one_request(self) -> None:
            """Say nothing of a client that is gone before its answer comes."""
            with suppress(ConnectionError):
                super().handle_one_request()

        def log_message(self, *arguments: Any) -> None:
            """Say nothing of requests."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    served.endpoint = Endpoint(base_url=f"http://127.0.0.1:{http.server_port}/v1", model="truth")
    try:
        yield served
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def _answer(words: Sequence[tuple[str, float, float]], start: float, end: float) -> dict[str, Any]:
    """Return what an endpoint says of a piece: its words' times counted from the piece's own start."""
    inside = [word for word in words if start <= (word[1] + word[2]) / 2 < end]
    told = [{"word": text, "start": at - start, "end": until - start} for text, at, until in inside]
    text = " ".join(word[0] for word in inside)
    segments = [{"id": 0, "start": told[0]["start"], "end": told[-1]["end"], "text": text}] if told else []
    return {"language": "english", "duration": end - start, "text": text, "segments": segments, "words": told}
