"""A local server that speaks the embeddings protocol, and misbehaves on demand.

Its model knows some ideas: texts with words of one idea get vectors that are near to each other.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest
from pydantic import SecretStr

from core.llm.embedding import EmbeddingModel
from core.schema.endpoint import EmbeddingEndpoint

KEY = "sk-very-secret-0123456789"
SIZE = 48
IDEAS = (
    {"money", "broke", "cash", "bankrupt", "afford", "poor", "finances"},
    {"dog", "puppy", "hound", "barked", "pet", "animal"},
    {"rain", "storm", "weather", "sunny", "cloud"},
    {"school", "teacher", "lesson", "learn", "pupil"},
)


@dataclass
class Answering:
    """What the server answers next: a status, or a body of its own, or embeddings of `size` numbers.

    `mends` changes the answer before it is sent. With `drips` bytes come one by one, with `pads` so many come
    before the answer.
    """

    status: int = 200
    body: str | None = None
    size: int = SIZE
    mends: Callable[[dict[str, Any]], Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    hangs_up: bool = False
    drips: bool = False
    pads: int = 0
    tokens: int | None = 7


@dataclass
class EmbeddingServer:
    """The running server: `script` is played in order, its last line for ever; `asked` are the texts so far.

    While `gate` is clear nothing is answered.
    """

    base_url: str
    script: list[Answering]
    asked: list[list[str]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def texts(self) -> list[str]:
        """Every text that was asked for."""
        return [text for some in self.asked for text in some]

    def endpoint(
        self, model: str = "text-embedding-3-small", timeout_seconds: float = 60.0, **prefixes: str
    ) -> EmbeddingEndpoint:
        """Return it as an endpoint that is set."""
        return EmbeddingEndpoint(
            base_url=self.base_url,
            model=model,
            api_key=SecretStr(KEY),
            timeout_seconds=timeout_seconds,
            **prefixes,
        )

    def model(self, timeout_seconds: float = 60.0, **options: Any) -> EmbeddingModel:
        """Return a model that asks this server."""
        return EmbeddingModel(self.endpoint(timeout_seconds=timeout_seconds), backoff_seconds=0.01, **options)


def vector_of(text: str, size: int = SIZE) -> list[float]:
    """Return what the model makes of a text: its ideas, and a little of its own."""
    vector = np.zeros(size)
    for word in re.findall(r"\w+", text.lower()):
        for place, idea in enumerate(IDEAS):
            vector[place] += word in idea
    own = np.random.default_rng(int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big"))
    vector += 0.15 * own.standard_normal(size)
    return [float(number) for number in vector]


@pytest.fixture
def embedding_server() -> Iterator[Callable[..., EmbeddingServer]]:
    """Return a function that starts a server with a script."""
    running: list[ThreadingHTTPServer] = []

    def start(*script: Answering) -> EmbeddingServer:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        server.daemon_threads = True
        known = EmbeddingServer(f"http://127.0.0.1:{server.server_port}/v1", list(script) or [Answering()])
        known.gate.set()
        server.known = known  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        running.append(server)
        return known

    yield start
    for server in running:
        server.known.gate.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        known: EmbeddingServer = self.server.known  # type: ignore[attr-defined]
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with known.lock:
            line = known.script[min(len(known.asked), len(known.script) - 1)]
            known.asked.append(asked["input"])
            known.keys.append(self.headers.get("authorization", ""))
        known.gate.wait(60)
        if line.delay:
            threading.Event().wait(line.delay)
        if line.hangs_up:
            self.close_connection = True
            return
        body = (line.body if line.body is not None else _embeddings(asked, line)).encode()
        try:
            self.send_response(line.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body) + line.pads))
            for name, value in line.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self._send(body, line)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _send(self, body: bytes, line: Answering) -> None:
        for _ in range(line.pads >> 20):
            self.wfile.write(b" " * (1 << 20))
        self.wfile.write(b" " * (line.pads & ((1 << 20) - 1)))
        if not line.drips:
            self.wfile.write(body)
            return
        for place in range(len(body)):
            self.wfile.write(body[place : place + 1])
            self.wfile.flush()
            threading.Event().wait(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: tests read what was asked."""


def _embeddings(asked: dict[str, Any], line: Answering) -> str:
    rows = [
        {"object": "embedding", "index": place, "embedding": vector_of(text, line.size)}
        for place, text in enumerate(asked["input"])
    ]
    reply: dict[str, Any] = {"object": "list", "model": asked["model"], "data": rows}
    if line.tokens is not None:
        reply["usage"] = {"prompt_tokens": line.tokens, "total_tokens": line.tokens}
    made = line.mends(reply) if line.mends else reply
    return json.dumps(made)
