"""Feeds as they are found in the wild."""

from __future__ import annotations

import pytest

from core.errors import FetchError
from core.fetch.feeds import parse_feed
from tests.core.fetch.podcast import feed_of

URL = "http://example.org/shows/feed.xml"


def test_episodes_come_newest_first_with_what_is_known_of_them():
    feed = parse_feed(feed_of("http://cdn.example.org", 3), URL)
    assert feed.title == "Long talks" and [each.title for each in feed.episodes] == ["Talk 3", "Talk 2", "Talk 1"]
    first = feed.episodes[0]
    assert first.url == "http://cdn.example.org/3.mp4" and first.id == "talk-3"
    assert first.seconds == 3723 and first.size_bytes == 123 and first.page == "http://example.org/talks/3"
    assert first.published == 1_767_398_400


def test_what_is_odd_in_a_feed_costs_no_episode():
    content = b"""<rss><channel><title>Odd &amp; broken</title>
      <item><title>No file</title></item>
      <item><enclosure url="/a.mp3" type="audio/mpeg" length="many"/></item>
      <item><title>  Two
        lines </title><enclosure url="b.mp4?token=1"/><itunes:duration>soon</itunes:duration></item>
      <item><title>A picture</title><enclosure url="c.jpg" type="image/jpeg"/></item>"""
    feed = parse_feed(content, URL)
    assert [(each.title, each.url) for each in feed.episodes] == [
        ("a.mp3", "http://example.org/a.mp3"),
        ("Two lines", "http://example.org/shows/b.mp4?token=1"),
    ]
    assert all(each.seconds == 0 and each.size_bytes == 0 for each in feed.episodes)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<html><title>A page</title></html>", "no feed"),
        (b"", "no feed"),
        (b"\x00\xff binary", "no feed"),
        (b"<rss><channel><item><title>Text</title></item></channel></rss>", "no episode with a file"),
        (b"/etc/passwd", "no feed"),
    ],
)
def test_what_is_no_feed_is_told(content, says):
    with pytest.raises(FetchError, match=says):
        parse_feed(content, URL)


def test_entities_read_no_files(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("private words")
    content = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>
      <rss version="2.0"><channel><title>&x;</title>
      <item><title>&x;</title><enclosure url="a.mp3" type="audio/mpeg"/></item></channel></rss>"""
    assert "private words" not in parse_feed(content.encode(), URL).model_dump_json()
