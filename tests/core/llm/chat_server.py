"""A local server that speaks the chat completions protocol, and misbehaves on demand."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import SecretStr

from core.llm.client import LanguageModel
from core.schema.endpoint import Endpoint

KEY = "sk-very-secret-0123456789"


@dataclass
class Scripted:
    """What the server answers next: a status with a body, or a text that becomes a completion, or a hang-up.

    `answers` makes the text of what was asked: the conversation's last message. With `breaks_off` half of the body
    is sent. It waits until `until_at_once` requests have come at the same time. `usage` is counted as (prompt,
    completion) tokens, `cached` of the prompt's as seen before.
    """

    text: str = ""
    answers: Callable[[str], str] | None = None
    status: int = 200
    body: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    hangs_up: bool = False
    breaks_off: bool = False
    until_at_once: int = 0
    cached: int = 0
    finish_reason: str = "stop"
    usage: tuple[int, int] | None = (100, 50)


@dataclass
class ChatServer:
    """The running server: `script` is played in order, its last line for ever; `requests` is what came in.

    `most_at_once` is how many requests were being answered at the same time.
    """

    base_url: str
    script: list[Scripted]
    requests: list[dict[str, Any]]
    keys: list[str]
    most_at_once: int = 0
    at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def model(self, **options: Any) -> LanguageModel:
        """Return a language model that asks this server."""
        timeout = options.pop("timeout_seconds", 60.0)
        name = options.pop("model_name", "gpt-4o-mini")
        endpoint = Endpoint(base_url=self.base_url, model=name, api_key=SecretStr(KEY), timeout_seconds=timeout)
        return LanguageModel(endpoint, backoff_seconds=0.01, **options)


@pytest.fixture
def chat_server() -> Iterator[Callable[..., ChatServer]]:
    """Return a function that starts a server with a script."""
    running: list[ThreadingHTTPServer] = []

    def start(*script: Scripted) -> ChatServer:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        server.daemon_threads = True
        chat = ChatServer(f"http://127.0.0.1:{server.server_port}/v1", list(script), [], [])
        server.chat = chat  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        running.append(server)
        return chat

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        chat: ChatServer = self.server.chat  # type: ignore[attr-defined]
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with chat.lock:
            line = chat.script[min(len(chat.requests), len(chat.script) - 1)]
            chat.requests.append(asked)
            chat.keys.append(self.headers.get("authorization", ""))
            chat.at_once += 1
            chat.most_at_once = max(chat.most_at_once, chat.at_once)
        try:
            self._answer(asked, line)
        finally:
            with chat.lock:
                chat.at_once -= 1

    def _answer(self, asked: dict[str, Any], line: Scripted) -> None:
        chat: ChatServer = self.server.chat  # type: ignore[attr-defined]
        deadline = time.monotonic() + 60
        while chat.most_at_once < line.until_at_once and time.monotonic() < deadline:
            time.sleep(0.01)
        if line.delay:
            threading.Event().wait(line.delay)
        if line.hangs_up:
            self.close_connection = True
            return
        body = (line.body if line.body is not None else _completion(asked, line)).encode()
        try:
            self.send_response(line.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            for name, value in line.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if line.breaks_off:
                body = body[: len(body) // 2]
                self.close_connection = True
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: tests read the requests."""


def _completion(asked: dict[str, Any], line: Scripted) -> str:
    text = line.answers(asked["messages"][-1]["content"]) if line.answers else line.text
    said = {"role": "assistant", "content": text}
    reply: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": asked["model"],
        "choices": [{"index": 0, "finish_reason": line.finish_reason, "message": said}],
    }
    if line.usage:
        prompt, completion = line.usage
        reply["usage"] = {
            "prompt_tokens": prompt,
            "completion_tokens": completion,
            "total_tokens": prompt + completion,
            "prompt_tokens_details": {"cached_tokens": line.cached},
        }
    return json.dumps(reply)
