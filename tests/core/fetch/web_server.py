"""A local site: a page with a video, a direct file, a playlist of segments, a feed, and all that goes wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class WebServer:
    """The running server. `pages` are what it has by path: (type, content).

    Paths in `breaks` hang up after so many bytes, once for each number listed; those in `statuses` are answered
    with these statuses first; `endless` never ends, `stalls` sends a little and then nothing until it is let go,
    `leads_to` redirects.
    """

    url: str
    pages: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    breaks: dict[str, list[int]] = field(default_factory=dict)
    statuses: dict[str, list[int]] = field(default_factory=dict)
    leads_to: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(each == path for each, _ in self.requests)


@contextmanager
def running() -> Iterator[WebServer]:
    """Run a site for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    made = WebServer(f"http://127.0.0.1:{server.server_port}")
    server.site = made  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.let_go.set()
        server.shutdown()
        server.server_close()
        thread.join(10)


class _Handler(BaseHTTPRequestHandler):
    timeout = 30

    def do_HEAD(self) -> None:
        self._answer(False)

    def do_GET(self) -> None:
        self._answer(True)

    def _answer(self, has_body: bool) -> None:
        site: WebServer = self.server.site  # type: ignore[attr-defined]
        path = self.path.partition("?")[0]
        asked = self.headers.get("Range", "")
        site.requests.append((path, asked))
        if path in site.leads_to:
            self._head(302, {"Location": site.leads_to[path], "Content-Length": "0"})
        elif site.statuses.get(path):
            self._head(site.statuses[path].pop(0), {"Content-Length": "0"})
        elif path in ("/endless.mp4", "/stalls.mp4"):
            self._without_end(site, path, has_body)
        elif path in site.pages:
            self._page(site, path, asked, has_body)
        else:
            self._head(404, {"Content-Length": "0"})

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _page(self, site: WebServer, path: str, asked: str, has_body: bool) -> None:
        kind, content = site.pages[path]
        first, status = 0, 200
        headers = {"Content-Type": kind, "Accept-Ranges": "bytes"}
        if asked.startswith("bytes="):
            start, _, end = asked[6:].partition("-")
            first = int(start)
            last = min(int(end), len(content) - 1) if end else len(content) - 1
            headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
            content, status = content[first : last + 1], 206
        headers["Content-Length"] = str(len(content))
        self._head(status, headers)
        if not has_body:
            return
        most = len(content)
        if site.breaks.get(path) and len(content) > 10_000:
            most = site.breaks[path].pop(0)
            self.close_connection = True
        try:
            self.wfile.write(content[:most])
        except OSError:
            self.close_connection = True

    def _without_end(self, site: WebServer, path: str, has_body: bool) -> None:
        self._head(200, {"Content-Type": "video/mp4"})
        self.close_connection = True
        try:
            while has_body:
                self.wfile.write(bytes(4096))
                if path == "/stalls.mp4":
                    site.let_go.wait(60)
                    return
                if site.let_go.is_set():
                    return
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""
