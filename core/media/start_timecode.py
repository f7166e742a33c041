"""The timecode of a file's first frame, where a camera or an editing program wrote one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import MediaError
from core.media.container import open_media

if TYPE_CHECKING:
    from pathlib import Path

_KEY = "timecode"


def start_timecode(path: Path) -> str:
    """Return a file's start as hh:mm:ss:ff, or hh:mm:ss;ff where numbers are dropped; empty where it has none.

    QuickTime and MP4 keep it in a track of its own, MXF and others in a tag; FFmpeg tells both as metadata. A file
    that can't be opened has none.
    """
    try:
        with open_media(path) as container:
            videos = [stream.metadata for stream in container.streams.video]
            others = [stream.metadata for stream in container.streams]
            tagged = (*videos, *others, container.metadata)
            return next((found for each in tagged if (found := each.get(_KEY, "").strip())), "")
    except MediaError:
        return ""
