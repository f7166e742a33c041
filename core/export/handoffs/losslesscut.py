"""LosslessCut projects (.llc): segments in seconds beside the media; one a part of a clip, named by its tags."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, BinaryIO

from core.errors import ExportError
from core.export.handoff import (
    FoundPart,
    FoundSequence,
    Handoff,
    HandoffSource,
    file_name_of,
    span_seconds,
    title_of,
)

NAME = "losslesscut"
TITLE = "LosslessCut"
SUFFIX = ".llc"
HAS_CAPTIONS = False
KEEPS_TITLES = True

_VERSION = 1
_TAG = "shortlist"
_NUMBERED = re.compile(r"\s*\(\d+/\d+\)$")
# LosslessCut writes JSON5: bare keys, single quotes, a comma at the end. Texts are left alone.
_TEXT = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", re.DOTALL)
_BARE_KEY = re.compile(r"([{,]\s*)([A-Za-z_$][\w$]*)(\s*:)")
_LAST_COMMA = re.compile(r",(\s*[}\]])")


def write(stream: BinaryIO, handoff: Handoff) -> None:
    """Write a segment a part; JSON is JSON5 too."""
    segments = []
    for number, clip in enumerate(handoff.clips, 1):
        title = title_of(clip, number)
        for part, span in enumerate(clip.spans, 1):
            name = f"{title} ({part}/{len(clip.spans)})" if len(clip.spans) > 1 else title
            shown = span_seconds(handoff.source, span)
            start, end = round(shown.start, 6), round(shown.end, 6)
            segments.append({"start": start, "end": end, "name": name, "tags": {_TAG: clip.id}})
    project = {"version": _VERSION, "mediaFileName": handoff.source.name, "cutSegments": segments}
    stream.write(json.dumps(project, indent=2, ensure_ascii=False).encode() + b"\n")


def read(content: bytes, source: HandoffSource) -> Sequence[FoundSequence]:
    """Return the segments of a project.

    Raises:
        ExportError: It is no LosslessCut project.
    """
    try:
        text = content.decode("utf-8-sig")
        project = _loaded(text)
        media = file_name_of(str(project.get("mediaFileName") or ""))
        parts = [_part(each, media, source) for each in project["cutSegments"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ExportError(
            f"This is no LosslessCut project that can be read ({type(error).__name__}).",
            remedy="Save the project again with LosslessCut.",
        ) from error
    return [FoundSequence("", tuple(part for part in parts if part.end > part.start))]


def _loaded(text: str) -> dict[str, Any]:
    try:
        return dict(json.loads(text))
    except json.JSONDecodeError:
        return dict(json.loads(_as_json(text)))


def _as_json(text: str) -> str:
    """Return the JSON5 that LosslessCut writes as JSON."""
    texts: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        said = found[1].replace("\\'", "'").replace('"', '\\"') if found[1] is not None else found[2]
        texts.append(f'"{said}"')
        return f"\x00{len(texts) - 1}\x00"

    bare = _TEXT.sub(put_by, text)
    bare = _LAST_COMMA.sub(r"\1", _BARE_KEY.sub(r'\1"\2"\3', bare))
    return re.sub("\x00(\\d+)\x00", lambda found: texts[int(found[1])], bare)


def _part(segment: dict[str, Any], media: str, source: HandoffSource) -> FoundPart:
    end = segment.get("end")
    tags = segment.get("tags") or {}
    return FoundPart(
        _NUMBERED.sub("", str(segment.get("name") or "")),
        float(segment.get("start") or 0.0),
        # A segment without an end is a marker.
        float(segment.get("start") or 0.0) if end is None else float(end),
        str(tags.get(_TAG) or ""),
        media,
    )
