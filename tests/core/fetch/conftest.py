"""A local site with real media."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.fetch.web_server import WebServer, running

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nWe were never told why.\n"


@pytest.fixture
def site(sample_video: Path) -> Iterator[WebServer]:
    """Return a running site that has the sample as a file, on a page with captions, and in a feed."""
    with running() as made:
        video = sample_video.read_bytes()
        made.pages |= {
            "/talk.mp4": ("video/mp4", video),
            "/talk.vtt": ("text/vtt", CAPTIONS),
            "/page": (
                "text/html",
                b"<html><head><title>The long talk</title></head><body><video>"
                b'<source src="/talk.mp4" type="video/mp4">'
                b'<track kind="captions" src="/talk.vtt" srclang="en"></video></body></html>',
            ),
            "/empty": ("text/html", b"<html><title>Nothing</title>Words alone.</html>"),
            "/two": (
                "text/html",
                b'<video src="/talk.mp4"></video><video src="/other.mp4"></video>',
            ),
        }
        yield made
