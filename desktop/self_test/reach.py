"""What reaches other programs, tried on small servers inside this process: nothing leaves the machine."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pydantic import SecretStr

from core.errors import UserWorldError
from core.project import Project
from core.resources import resource
from core.schema.destination import Destination
from core.schema.download import FetchLimits
from desktop.checks import Finding
from desktop.self_test.bench import Bench
from desktop.settings import configuration

_FEED = (
    "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Talks</title>"
    "<item><title>One</title><guid isPermaLink='false'>one</guid>"
    "<enclosure url='{base}/talk.mp4' type='video/mp4' length='1'/></item>"
    "</channel></rss>"
)
_PAGE = b"<html><head><title>The talk</title></head><body><video src='/talk.mp4'></video></body></html>"
_FIX = "Install Shortlist again; if it stays, report this with the whole list."

_PATIENCE_SECONDS = 60.0


@contextmanager
def server(pages: dict[str, tuple[str, bytes]]) -> Iterator[str]:
    """Answer on this machine for as long as the block lasts: what is in `pages`, and yes to whatever is stored.

    Raises:
        OSError: This machine can't even talk to itself.
    """

    class Handler(BaseHTTPRequestHandler):
        timeout = 30
        # A client that goes on with a connection needs the length of every answer.
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(*pages.get(self.path, ("text/plain", b"")), status=200 if self.path in pages else 404)

        def do_HEAD(self) -> None:
            status = 200 if self.path in pages or self.path.startswith("/clips") else 404
            self._answer(*pages.get(self.path, ("text/plain", b"")), status=status, has_body=False)

        def do_POST(self) -> None:
            self.do_PUT()

        def do_PUT(self) -> None:
            if self.headers.get("Expect", "").lower() == "100-continue":
                self.send_response_only(100)
                self.end_headers()
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._answer("text/plain", b"", status=200)

        def do_DELETE(self) -> None:
            self._answer("text/plain", b"", status=204)

        def _answer(self, kind: str, content: bytes, status: int, has_body: bool = True) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if has_body:
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing."""

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    pages["/feed.xml"] = (
        "application/rss+xml",
        _FEED.format(base=f"http://127.0.0.1:{made.server_port}").encode(),
    )
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{made.server_port}"
    finally:
        made.shutdown()
        made.server_close()
        thread.join(10)


def fetching(bench: Bench) -> Iterator[Finding]:
    """Fetch the sample from a page, and read a feed, through the process that fetches."""
    from core.fetch.feeds import parse_feed
    from core.fetch.fetching import fetch_media, read_page

    sample = resource("sample/sample.mp4").read_bytes()
    limits = FetchLimits(allows_private=True, keeps_free_bytes=0, stall_seconds=120.0)
    with server({"/talk.mp4": ("video/mp4", sample), "/page": ("text/html", _PAGE)}) as site:
        fetched = fetch_media(f"{site}/page", bench.folder / "fetched", limits)
        is_whole = fetched.file.read_bytes() == sample
        parse_feed(read_page(f"{site}/feed.xml", limits), f"{site}/feed.xml")
    if not is_whole:
        yield Finding("fetching", "problem", "what was fetched is not what was there", _FIX)
        return
    yield Finding("fetching", "ok", f"a page's video ({len(sample) // 1000} kB) and a feed came")


def publishing(bench: Bench) -> Iterator[Finding]:
    """Try each kind of destination: a folder, a storage that speaks S3, a webhook."""
    from core.publish.destinations import kind_named

    folder = bench.folder / "published"
    folder.mkdir(exist_ok=True)
    with server({}) as storage:
        places = (
            Destination(name="folder", kind="folder", folder=str(folder)),
            Destination(
                name="storage",
                kind="s3",
                endpoint_url=storage,
                region="us-east-1",
                bucket="clips",
                access_key="self-test",
                secret=SecretStr("self-test"),
            ),
            Destination(name="webhook", kind="webhook", url=f"{storage}/hook", secret=SecretStr("self-test")),
        )
        for where in places:
            try:
                told = kind_named(where.kind).check(where)
            except UserWorldError as error:
                yield Finding(f"publishing: {where.name}", "problem", str(error), _FIX)
            else:
                yield Finding(f"publishing: {where.name}", "ok", told)


def local_api(bench: Bench) -> Iterator[Finding]:
    """Serve a workspace to another program, and ask for it with and without the token."""
    answered, refused, count = asyncio.run(_asked(bench))
    if (answered, refused) == (200, 401):
        yield Finding(
            "local API", "ok", f"it answers, and lets nobody in without the token ({count} requests known)"
        )
    else:
        yield Finding("local API", "problem", f"it answered {answered}, and a stranger {refused}", _FIX)


async def _asked(bench: Bench) -> tuple[int, int, int]:
    """Return the status for who has the token and for who has not, and how many requests the document names."""
    import httpx

    from desktop.api.server import ApiServer

    project = await Project.open(bench.folder / "served", configuration(bench.settings))
    server = ApiServer(project, 0, "self-test")
    try:
        await server.start()
        async with httpx.AsyncClient(timeout=_PATIENCE_SECONDS) as client:
            known = {"Authorization": "Bearer self-test"}
            document = server.address.removesuffix("/v1") + "/openapi.json"
            answered = await client.get(f"{server.address}/status", headers=known)
            refused = await client.get(f"{server.address}/status")
            paths = (await client.get(document, headers=known)).json()["paths"]
        return answered.status_code, refused.status_code, len(paths)
    finally:
        await server.stop()
        await project.close()
