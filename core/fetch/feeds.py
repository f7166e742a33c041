"""Feeds of podcasts (RSS, Atom), as they are found in the wild."""

from __future__ import annotations

import calendar
import io
from typing import Any
from urllib.parse import urljoin

from core.errors import FetchError
from core.schema.download import Episode, Feed

NO_FEED = "There is no feed at this address."
_MEDIA = ("audio/", "video/")
_SUFFIXES = (".mp3", ".m4a", ".mp4", ".m4v", ".mov", ".aac", ".ogg", ".opus", ".wav", ".webm")


def parse_feed(content: bytes, url: str) -> Feed:
    """Return a feed's episodes that have a file, the newest first.

    Raises:
        FetchError: It is no feed, or has no episode with a file.
    """
    import feedparser

    # As a stream: bytes alone could be taken for an address or a file's name.
    found: Any = feedparser.parse(io.BytesIO(content))
    episodes = [episode for entry in found.entries if (episode := _episode(entry, url))]
    if not episodes:
        reason = "The feed has no episode with a file." if found.entries else NO_FEED
        remedy = (
            "Copy the address of the podcast's RSS feed. A single video or page is fetched with main.py fetch."
        )
        raise FetchError(reason, url, remedy=remedy)
    # Those without a date stay where the feed has them: its first is its newest.
    newest = sorted(episodes, key=lambda each: each.published, reverse=True)
    ordered = newest if all(each.published for each in episodes) else episodes
    return Feed(url=url, title=_line(found.feed.get("title")), episodes=tuple(ordered))


def _episode(entry: Any, url: str) -> Episode | None:
    enclosure = next((each for each in entry.get("enclosures", []) if _is_media(each)), None)
    if enclosure is None:
        return None
    address = urljoin(url, str(enclosure.get("href")))
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    return Episode(
        id=_line(entry.get("id")) or address,
        title=_line(entry.get("title")) or address.rpartition("/")[2],
        url=address,
        page=urljoin(url, str(entry.get("link") or "")),
        published=float(calendar.timegm(when)) if when else 0.0,
        seconds=_seconds(str(entry.get("itunes_duration") or "")),
        size_bytes=_whole(enclosure.get("length")),
    )


def _is_media(enclosure: Any) -> bool:
    address = str(enclosure.get("href") or "").partition("?")[0].lower()
    return bool(address) and (str(enclosure.get("type") or "").startswith(_MEDIA) or address.endswith(_SUFFIXES))


def _seconds(text: str) -> float:
    """Return a length as feeds write it: seconds, or hours, minutes and seconds with colons between them."""
    try:
        parts = [float(part) for part in text.split(":")]
    except ValueError:
        return 0.0
    return float(sum(part * 60.0**place for place, part in enumerate(reversed(parts[-3:]))))


def _whole(text: Any) -> int:
    try:
        return max(0, int(text))
    except (TypeError, ValueError):
        return 0


def _line(text: Any) -> str:
    return " ".join(str(text or "").split())
