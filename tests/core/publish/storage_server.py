"""A real server of S3's protocol on loopback (moto's), that can misbehave, and is told of every request.

The bucket is called `clips`. `faults` are played first, one a request whose line (“PUT /clips/a.mp4?partNumber=1”)
holds the text: a status to answer with, `HANG_UP` before anything is done, `DO_AND_HANG_UP`, `CORRUPT` to keep
other bytes than those that came.
"""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import WSGIRequestHandler, make_server

from core.schema.destination import Destination
from tests.core.publish.clips import BUCKET, storage_at

HANG_UP, DO_AND_HANG_UP, CORRUPT = -1, -2, -3


@dataclass
class StorageServer:
    """The running server: what it was asked, and what is in its bucket."""

    url: str
    faults: list[tuple[str, int]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    # Called with each request's line when half of its body came, and when it was done, before it is answered.
    halfway: Callable[[str], None] = lambda line: None
    done: Callable[[str], None] = lambda line: None

    def destination(self, name: str = "storage", **changes: Any) -> Destination:
        """Return this server as the user would set it."""
        return storage_at(self.url, name).model_copy(update=changes)

    def objects(self) -> dict[str, bytes]:
        """Return what is in the bucket, by key."""
        return {key: each.value for key, each in _bucket().keys.items()}

    def begun(self) -> int:
        """Return how many uploads were begun and neither completed nor given up."""
        return len(_bucket().multiparts)

    def count(self, text: str) -> int:
        """Return how many requests held a text."""
        return sum(text in line for line in self.requests)


def _bucket() -> Any:
    return s3_backends["123456789012"]["aws"].buckets[BUCKET]


@contextmanager
def running() -> Iterator[StorageServer]:
    """Run a server with an empty bucket for as long as the block lasts."""
    backend = s3_backends["123456789012"]["aws"]
    backend.reset()
    backend.create_bucket(BUCKET, "us-east-1")
    made = StorageServer("")
    server = make_server("127.0.0.1", 0, _App(made), threaded=True, request_handler=_Quiet)
    made.url = f"http://127.0.0.1:{server.port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
        backend.reset()


class _Quiet(WSGIRequestHandler):
    timeout = 20

    def log(self, type: str, message: str, *args: Any) -> None:
        """Write nothing: what was asked is looked at by the tests."""


class _App:
    """Stands before moto's own application."""

    def __init__(self, server: StorageServer) -> None:
        self._server = server
        self._app = DomainDispatcherApplication(create_backend_app)
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        query = f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else ""
        line = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}{query}"
        with self._lock:
            self._server.requests.append(line)
            fault = next((each for each in self._server.faults if each[0] in line), None)
            if fault is not None:
                self._server.faults.remove(fault)
        what = fault[1] if fault else 0
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length // 2)
        self._server.halfway(line)
        body += environ["wsgi.input"].read(length - len(body))
        if len(body) < length:
            # Whoever sent it is gone: a storage takes no half of a body.
            return _hang_up(environ)
        if what > 0:
            start_response(f"{what} Fault", [("Content-Type", "application/xml")])
            code = {403: "AccessDenied", 503: "SlowDown"}.get(what, "InternalError")
            return [f"<Error><Code>{code}</Code><Message>Told to</Message></Error>".encode()]
        if what == HANG_UP:
            return _hang_up(environ)
        if what == CORRUPT:
            body = bytes([body[0] ^ 1]) + body[1:]
        environ["wsgi.input"] = io.BytesIO(body)
        answer = self._app(environ, start_response)
        self._server.done(line)
        return _hang_up(environ) if what == DO_AND_HANG_UP else answer


def _hang_up(environ: dict[str, Any]) -> Iterable[bytes]:
    environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
    raise ConnectionResetError
