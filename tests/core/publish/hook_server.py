"""A receiver of webhooks on loopback, which keeps what it got."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pydantic import SecretStr

from core.schema.destination import Destination

SECRET = "whsec-shared-by-both-ends"


@dataclass
class HookServer:
    """The running server. `answers` are given first, one a request; 0 hangs up, others are statuses."""

    url: str
    answers: list[int] = field(default_factory=list)
    got: list[tuple[Message, bytes]] = field(default_factory=list)

    def destination(self, name: str = "hook", secret: str = SECRET) -> Destination:
        """Return this server as the user would set it."""
        return Destination(name=name, kind="webhook", url=self.url, secret=SecretStr(secret))


@contextmanager
def running() -> Iterator[HookServer]:
    """Run a receiver for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    made = HookServer(f"http://127.0.0.1:{server.server_port}/hook?token=abc")
    server.hook = made  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


class _Handler(BaseHTTPRequestHandler):
    timeout = 20

    def do_POST(self) -> None:
        hook: HookServer = self.server.hook  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        hook.got.append((self.headers, body))
        status = hook.answers.pop(0) if hook.answers else 204
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        said = b"out of order" if status >= 400 else b""
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""
