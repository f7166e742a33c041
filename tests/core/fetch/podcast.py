"""A podcast's feed, written as hosts write it."""

from __future__ import annotations


def feed_of(base: str, count: int) -> bytes:
    """Return a feed with so many episodes at `base`, a day apart, the oldest first."""
    items = "".join(
        f"<item><title>Talk {number}</title><guid isPermaLink='false'>talk-{number}</guid>"
        f"<link>http://example.org/talks/{number}</link>"
        f"<pubDate>{number:02d} Jan 2026 00:00:00 GMT</pubDate><itunes:duration>1:02:03</itunes:duration>"
        f"<enclosure url='{base}/{number}.mp4' type='video/mp4' length='123'/></item>"
        for number in range(1, count + 1)
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?>"
        "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
        f"<channel><title>Long talks</title>{items}</channel></rss>"
    ).encode()
