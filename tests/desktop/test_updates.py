"""The look for a newer version: only where it is wanted, once a day, with a bare request; told once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core import __version__
from core.errors import FetchError
from desktop import settings, updates
from ui.controllers.about import NewVersion, UpdateChoice

NEWER = {"version": "99.1", "notes": "Faster.\n And more.", "page": "https://example.org/new"}


@dataclass
class Site:
    """A running server: what it answers, and the requests that came, as line and headers."""

    address: str = ""
    status: int = 200
    content: bytes = json.dumps(NEWER).encode()
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        timeout = 30

        def do_GET(self) -> None:
            made.requests.append((self.requestline, dict(self.headers.items())))
            self.send_response(made.status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(made.content)))
            self.end_headers()
            self.wfile.write(made.content)

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    made.address = f"http://127.0.0.1:{server.server_port}/version.json"
    yield made
    server.shutdown()
    server.server_close()
    thread.join(10)


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))


def test_nothing_is_asked_until_it_is_chosen(site: Site) -> None:
    assert updates.chosen() == UpdateChoice()
    settings.save_settings(settings.Settings(update_address=site.address))
    assert updates.look_if_due() is None
    assert site.requests == []


def test_it_is_asked_once_a_day_and_a_version_is_told_once(site: Site) -> None:
    updates.choose(UpdateChoice(True, f"  {site.address} "))
    day = updates.DAY_SECONDS
    assert updates.look_if_due(1_000.0 * day) == NewVersion("99.1", "Faster. And more.", "https://example.org/new")
    assert updates.look_if_due(1_000.9 * day) is None
    assert len(site.requests) == 1
    assert updates.look_if_due(1_001.1 * day) is None, "it was told"
    assert len(site.requests) == 2
    site.content = json.dumps({"version": "99.2"}).encode()
    assert updates.look_if_due(1_002.2 * day) == NewVersion("99.2")


def test_a_clock_that_was_wrong_is_no_reason_never_to_ask_again(site: Site) -> None:
    updates.choose(UpdateChoice(True, site.address))
    updates.look_if_due(9_000.0 * updates.DAY_SECONDS)
    updates.look_if_due(1_000.0 * updates.DAY_SECONDS)
    assert len(site.requests) == 2


def test_a_failure_is_silent_and_is_not_tried_again_at_the_next_start(site: Site) -> None:
    updates.choose(UpdateChoice(True, site.address))
    site.status = 500
    assert updates.look_if_due(5_000.0 * updates.DAY_SECONDS) is None
    assert updates.look_if_due(5_000.5 * updates.DAY_SECONDS) is None
    assert len(site.requests) == 1


def test_who_works_offline_is_not_disobeyed(site: Site) -> None:
    chosen = settings.Settings(update_address=site.address, looks_for_updates=True, is_offline=True)
    settings.save_settings(chosen)
    assert updates.look_if_due() is None and site.requests == []


def test_the_request_says_nothing_but_what_every_request_says(site: Site) -> None:
    updates.look(site.address)
    ((line, headers),) = site.requests
    assert line == "GET /version.json HTTP/1.1"
    assert set(headers) <= {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}
    assert headers["User-Agent"] == "Shortlist"
    assert not any(__version__ in value for value in headers.values())


@pytest.mark.parametrize("version", [__version__, "0.0.1", f"v{__version__}"])
def test_the_newest_version_has_nothing_to_tell(site: Site, version: str) -> None:
    site.content = json.dumps({"version": version}).encode()
    assert updates.look(site.address) is None


def test_versions_are_compared_by_their_numbers() -> None:
    assert updates.is_newer("0.10", "0.9.9") and updates.is_newer("1.0.1", "1.0")
    assert not updates.is_newer("1.0", "1.0.0") and not updates.is_newer("0.9", "0.10")


@pytest.mark.parametrize(
    ("status", "content"),
    [
        (404, b""),
        (302, b""),
        (200, b"<html>"),
        (200, b"[]"),
        (200, b'{"version": "the newest"}'),
        (200, b'{"version": 3}'),
        (200, b'{"version": "9.9", "notes": "' + b"x" * 70_000 + b'"}'),
    ],
)
def test_what_is_no_answer_is_told_in_a_sentence(site: Site, status: int, content: bytes) -> None:
    site.status, site.content = status, content
    with pytest.raises(FetchError, match="address of new versions"):
        updates.look(site.address)
    assert len(site.requests) == 1, "no redirect is followed"


def test_a_page_that_is_no_page_is_not_offered(site: Site) -> None:
    for page in ("http://example.org", "file:///etc/passwd", "javascript:alert(1)"):
        site.content = json.dumps(NEWER | {"page": page}).encode()
        assert updates.look(site.address) == NewVersion("99.1", "Faster. And more.")


@pytest.mark.parametrize(
    "address", ["", "http://example.org/v.json", "ftp://example.org", "https://", "https://[", "x"]
)
def test_only_an_encrypted_address_can_be_chosen(address: str) -> None:
    with pytest.raises(FetchError):
        updates.choose(UpdateChoice(True, address))
    with pytest.raises(FetchError):
        updates.look(address)
    updates.choose(UpdateChoice(False, address))
    assert not settings.load_settings().looks_for_updates


def test_a_choice_leaves_all_other_settings_as_they_are(site: Site) -> None:
    settings.save_settings(settings.Settings(workspace="/somewhere", is_set_up=True))
    updates.choose(UpdateChoice(True, site.address))
    kept = settings.load_settings()
    assert (kept.workspace, kept.is_set_up, kept.looks_for_updates) == ("/somewhere", True, True)
    assert updates.chosen() == UpdateChoice(True, site.address)
